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

} // namespace fledgling::app
