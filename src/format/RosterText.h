#pragma once

#include <string>
#include <string_view>

namespace fledgling::format {

void replaceAll(std::string& text, std::string_view from, std::string_view to);

/// A heading or word as it is compared: half-width, lower case, without brackets and what stands in them,
/// without blanks, signs and asterisks; # as "number". "* Employee # (required)" -> "employeenumber".
[[nodiscard]] std::string wordKey(std::string_view text);

/// A cell as its writer meant it: trimmed, without ="..." or a leading ' that only guards it; empty for 无,
/// -, N/A.
[[nodiscard]] std::string meant(std::string_view cell);

/// What Excel leaves of a long number: 1.38E+10, or ##### for a column too narrow.
[[nodiscard]] bool isDestroyedNumber(std::string_view cell);

/// Chinese, Japanese or Korean letters only, blanks and · aside.
[[nodiscard]] bool isWideText(std::string_view text);
/// 李 四 -> 李四: in Chinese names a blank only pads. Other names keep their blanks, runs of them made one.
[[nodiscard]] std::string tidyName(std::string_view name);
/// Family and given name in the order of their script: 张 + 三 -> 张三; Abbey, B., Kyla -> "Abbey B. Kyla".
[[nodiscard]] std::string joinedName(std::string_view family, std::string_view middle,
                                     std::string_view given);

} // namespace fledgling::format
