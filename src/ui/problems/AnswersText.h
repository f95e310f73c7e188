#pragma once

#include <string>

namespace fledgling::ui {

/// The common answers as a page to read; while there is none, how one gets there.
[[nodiscard]] std::string answersToRead(const std::string& html);

} // namespace fledgling::ui
