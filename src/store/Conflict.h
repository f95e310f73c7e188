#pragma once

#include "domain/Id.h"
#include "store/Value.h"

#include <cstdint>
#include <exception>
#include <string>
#include <utility>
#include <vector>

namespace fledgling::store {

/// Somebody else wrote the same fact since it was read; nothing of ours was written.
class Conflict : public std::exception {
public:
    using Fields = std::vector<std::pair<std::string, Value>>;

    Conflict(std::string table, Fields ours, Fields theirs, domain::PersonId who, std::int64_t change)
        : m_table(std::move(table)), m_ours(std::move(ours)), m_theirs(std::move(theirs)),
          m_who(std::move(who)), m_change(change) {}

    [[nodiscard]] const std::string& table() const { return m_table; }
    /// Column and value, of what we meant to write and of what stands.
    [[nodiscard]] const Fields& ours() const { return m_ours; }
    [[nodiscard]] const Fields& theirs() const { return m_theirs; }
    [[nodiscard]] const domain::PersonId& who() const { return m_who; }
    [[nodiscard]] std::int64_t change() const { return m_change; }
    [[nodiscard]] const char* what() const noexcept override { return "somebody else wrote the same fact"; }

private:
    std::string m_table;
    Fields m_ours;
    Fields m_theirs;
    domain::PersonId m_who;
    std::int64_t m_change;
};

} // namespace fledgling::store
