#pragma once

#include <string>
#include <vector>

namespace fledgling::store {

/// The names of a table's value columns, in the order of Fact::values.
[[nodiscard]] std::vector<std::string> valueColumns(const std::string& table);

} // namespace fledgling::store
