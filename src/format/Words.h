#pragma once

#include "domain/Text.h"
#include "format/RosterText.h"

#include <optional>
#include <string_view>

namespace fledgling::format {

/// The words by which a table's cell or heading means a value. Internal to the room.
template <class Value>
struct Words {
    Value value;
    std::string_view words; ///< as wordKey gives them, separated by blanks; the first is the one written
};

/// The value a cell's word stands for; nullopt for a word of none.
template <class Value, std::size_t N>
std::optional<Value> valueOf(const Words<Value> (&table)[N], std::string_view cell) {
    const std::string key = wordKey(cell);
    for (const auto& row : table)
        for (const auto& word : domain::split(row.words, ' '))
            if (word == key) return row.value;
    return std::nullopt;
}

} // namespace fledgling::format
