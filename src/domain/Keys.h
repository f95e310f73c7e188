#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace fledgling::domain {

/// The one table of an enumeration and its words in files, database and command line.
template <class Enum, std::size_t N>
struct Keys {
    std::pair<Enum, std::string_view> rows[N];

    [[nodiscard]] constexpr std::string_view key(Enum value) const {
        for (const auto& [one, word] : rows)
            if (one == value) return word;
        return {};
    }
    [[nodiscard]] constexpr std::optional<Enum> value(std::string_view word) const {
        for (const auto& [one, key] : rows)
            if (key == word) return one;
        return std::nullopt;
    }
};

} // namespace fledgling::domain
