#pragma once

#include <string>
#include <vector>

namespace fledgling::store {

/// The names of a table's value columns, in the order of Fact::values.
[[nodiscard]] std::vector<std::string> valueColumns(const std::string& table);
/// The names of its key columns, in the order of Fact::key.
[[nodiscard]] std::vector<std::string> keyParts(const std::string& table);
/// The kind of entity a key column's ids are: "person", "session"; empty for plain text.
[[nodiscard]] std::string entityOf(const std::string& table, const std::string& column);
[[nodiscard]] bool isTable(const std::string& name);
[[nodiscard]] std::vector<std::string> tableNames();

} // namespace fledgling::store
