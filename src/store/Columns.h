#pragma once

#include "domain/Id.h"
#include "domain/Text.h"
#include "domain/Time.h"
#include "store/Value.h"

#include <charconv>
#include <optional>
#include <set>
#include <string>

namespace fledgling::store {

/// How domain values stand in columns and come back; internal to the room.

template <class Tag>
[[nodiscard]] Value column(const domain::Id<Tag>& id) {
    return id.empty() ? Value{} : Value{id.text()};
}
[[nodiscard]] inline Value column(const std::optional<domain::Date>& date) {
    return date ? Value{date->iso()} : Value{};
}
[[nodiscard]] inline Value column(bool flag) { return std::int64_t{flag ? 1 : 0}; }

template <class IdType>
[[nodiscard]] IdType idOf(const std::optional<std::string>& text) {
    return text && !text->empty() ? IdType(*text) : IdType();
}
[[nodiscard]] inline std::optional<domain::Date> dateOf(const std::optional<std::string>& text) {
    return text ? domain::Date::parse(*text) : std::nullopt;
}

/// A key column that holds a whole number as text: an attempt, a chat of the day. 0 for anything else.
[[nodiscard]] inline int numberOf(const std::string& text) {
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// A set of enumeration words as "a,b", in the enumeration's order.
template <class Enum>
[[nodiscard]] std::string wordsOf(const std::set<Enum>& values) {
    std::string all;
    for (const Enum value : values)
        all += (all.empty() ? "" : ",") + std::string(keyOf(value));
    return all;
}
template <class Enum, class Read>
[[nodiscard]] std::set<Enum> valuesOf(const std::string& words, Read read) {
    std::set<Enum> values;
    for (const auto& word : domain::split(words, ','))
        if (const auto value = read(word)) values.insert(*value);
    return values;
}

} // namespace fledgling::store
