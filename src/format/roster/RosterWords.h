#pragma once

#include "domain/Person.h"

#include <optional>
#include <set>
#include <string_view>

namespace fledgling::format {

/// What people write for the department's words: 客服, 投诉客服/订单客服, "order handler"; nothing when one
/// of them is not known. Several are separated by 、 , ; / | + or a line break.
[[nodiscard]] std::optional<std::set<domain::Post>> postsIn(std::string_view cell);
[[nodiscard]] std::optional<std::set<domain::Role>> rolesIn(std::string_view cell);
[[nodiscard]] std::optional<domain::Leaning> leaningIn(std::string_view cell);

} // namespace fledgling::format
