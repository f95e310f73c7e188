#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fledgling::format {

/// A part of a JSON document from outside.
struct JsonValue {
    enum class Kind { Null, Flag, Number, Text, List, Object };
    Kind kind = Kind::Null;
    bool flag = false;
    std::string text; ///< of a text; of a number as it is written in decimal
    std::vector<JsonValue> items;
    std::vector<std::pair<std::string, JsonValue>> entries;

    /// An object's entry; null when it has none, or this is no object.
    [[nodiscard]] const JsonValue* find(std::string_view key) const;
    /// An object's text, flag, whole number or list under that key; nothing when it is anything else.
    [[nodiscard]] std::optional<std::string> textAt(std::string_view key) const;
    [[nodiscard]] std::optional<bool> flagAt(std::string_view key) const;
    [[nodiscard]] std::optional<int> numberAt(std::string_view key) const;
    [[nodiscard]] const JsonValue* listAt(std::string_view key) const;
};

/// Reads a document of at most 32 levels. FormatError when it is broken or an object has a key twice.
[[nodiscard]] JsonValue jsonOf(std::string_view text, const std::string& fileName);

} // namespace fledgling::format
