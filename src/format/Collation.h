#pragma once

#include <string>
#include <string_view>

namespace fledgling::format {

/// Bytes whose plain comparison orders names as Chinese readers expect: by pinyin, Latin names by letter.
/// Made once per name, then compared as often as a list wants. Safe from any thread.
[[nodiscard]] std::string sortKey(std::string_view name);

} // namespace fledgling::format
