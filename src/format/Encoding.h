#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fledgling::format {

enum class Encoding { Utf8, Utf8Bom, Utf16Le, Utf16Be, Gb18030 };

struct DecodedText {
    std::string utf8; ///< without byte-order mark; valid UTF-8 without NUL
    Encoding encoding = Encoding::Utf8;
};

/// Text of a roster or calendar file, whatever program wrote it. Tried in this order: byte-order mark, UTF-16
/// that its zero bytes give away, valid UTF-8, GB18030 (only when it decodes without fault and reads like
/// Chinese: a German file in Windows-1252 is refused, not turned into Chinese). FormatError otherwise, and
/// beyond LARGEST_FILE bytes.
[[nodiscard]] DecodedText decoded(std::string_view bytes, std::string_view fileName = {});

} // namespace fledgling::format
