#pragma once

#include "app/Words.h"

#include <string>

namespace fledgling::app {

/// What a kind of line in the book is called: "mark", "go-live decision"; the table's own name where it is
/// unknown.
[[nodiscard]] std::string wordForTable(const std::string& table, const Tongue& tr);
/// What one of its fields is called: "minutes", "from".
[[nodiscard]] std::string wordForField(const std::string& table, const std::string& field, const Tongue& tr);
/// A field's value as people say it: marks, levels, flags and times of day in words; anything else as it
/// stands.
[[nodiscard]] std::string wordForValue(const std::string& table, const std::string& field,
                                       const std::string& value, const Tongue& tr);

/// True for what the program needs and people never say: hashes, seeds, what is read elsewhere.
[[nodiscard]] bool isUnsaid(const std::string& field);
/// True for a value that says nothing where nothing stood before: no minutes of a mark, a quiz handed in before its time was
/// over.
[[nodiscard]] bool saysNothing(const std::string& table, const std::string& field, const std::string& value);
/// True for what needn't be told of what is written for the first time: no trainees at once, not retired, by which version a
/// chat was read.
[[nodiscard]] bool isUsual(const std::string& table, const std::string& field, const std::string& value);
/// False for the course in a key whose other parts say well enough which one is meant.
[[nodiscard]] bool isSaidInKey(const std::string& table, const std::string& column);

} // namespace fledgling::app
