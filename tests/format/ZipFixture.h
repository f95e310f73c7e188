#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fledgling::test {

/// A zip file made by hand: entries stored as they are, so that a test says every byte of a workbook.
[[nodiscard]] std::string zipOf(const std::vector<std::pair<std::string, std::string>>& entries);

/// A workbook with one sheet of this XML inside <sheetData>; styles and shared strings may be left empty.
[[nodiscard]] std::string workbookOf(const std::string& sheetData, const std::string& sharedStrings = {},
                                     const std::string& styles = {},
                                     const std::string& workbookProperties = {});

} // namespace fledgling::test
