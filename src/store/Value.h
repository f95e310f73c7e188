#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace fledgling::store {

/// One field of a fact as both databases keep it: nothing, a whole number, or text.
using Value = std::variant<std::monostate, std::int64_t, std::string>;

/// The one spelling that the chain's hash is taken over: "-", "i42", "s3:abc" (bytes counted, so nothing runs
/// together).
[[nodiscard]] std::string canonical(const Value& value);

/// What a text column of either database keeps as it is: valid UTF-8 (no surrogates, nothing overlong)
/// without NUL. SQLite would take any bytes, PostgreSQL would cut at the NUL.
[[nodiscard]] bool isText(std::string_view bytes);

} // namespace fledgling::store
