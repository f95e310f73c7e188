#pragma once

#include <cstdint>
#include <string>
#include <variant>

namespace fledgling::store {

/// One field of a fact as both databases keep it: nothing, a whole number, or text.
using Value = std::variant<std::monostate, std::int64_t, std::string>;

/// The one spelling that the chain's hash is taken over: "-", "i42", "s3:abc" (bytes counted, so nothing runs together).
[[nodiscard]] std::string canonical(const Value& value);

} // namespace fledgling::store
