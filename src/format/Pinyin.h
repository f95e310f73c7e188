#pragma once

#include <string>
#include <string_view>

namespace fledgling::format {

/// A Chinese name as it is typed on Latin keys: "周伟" is "zhouwei", without tones or blanks, in lower case. What is Latin already
/// stays but for its case. Empty when this machine's ICU can't say it. Safe from any thread.
[[nodiscard]] std::string pinyinOf(std::string_view name);

} // namespace fledgling::format
