#include "format/Encoding.h"

#include "format/FileBytes.h"
#include "format/FormatError.h"
#include "format/Utf8.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>

namespace fledgling::format {

namespace {

constexpr std::string_view BOM = "\xEF\xBB\xBF";

unsigned byteAt(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

/// Converts with an ICU converter that stops at the first fault.
std::optional<std::string> converted(std::string_view bytes, const char* charset) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> from(ucnv_open(charset, &status), &ucnv_close);
    if (U_FAILURE(status)) return std::nullopt;
    ucnv_setToUCallBack(from.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> to(ucnv_open("UTF-8", &status), &ucnv_close);
    if (U_FAILURE(status)) return std::nullopt;
    // A character of these charsets takes at most three UTF-8 bytes for each two of its own, ASCII one for
    // one.
    std::string utf8(bytes.size() * 2 + 16, '\0');
    char* target = utf8.data();
    const char* source = bytes.data();
    ucnv_convertEx(to.get(), from.get(), &target, utf8.data() + utf8.size(), &source,
                   bytes.data() + bytes.size(), nullptr, nullptr, nullptr, nullptr, true, true, &status);
    if (U_FAILURE(status)) return std::nullopt;
    utf8.resize(static_cast<std::size_t>(target - utf8.data()));
    return utf8;
}

/// UTF-16 without a mark: the zero bytes of its separators and digits all stand on one side.
std::optional<Encoding> utf16ByZeros(std::string_view bytes) {
    std::size_t even = 0, odd = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        if (bytes[i] == '\0') ++(i % 2 == 0 ? even : odd);
    if (bytes.size() % 2 != 0 || even == odd) return std::nullopt;
    if (odd > even * 20) return Encoding::Utf16Le;
    if (even > odd * 20) return Encoding::Utf16Be;
    return std::nullopt;
}

/// Real Chinese text lives in the rows of GB 2312 (common characters, Chinese punctuation); text in a
/// European code page read as GB18030 falls into the odd corners, because its second bytes are ASCII letters.
bool readsLikeChinese(std::string_view bytes) {
    std::size_t usual = 0, odd = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const unsigned lead = byteAt(bytes, i);
        if (lead < 0x80) continue;
        if (i + 1 >= bytes.size()) return false;
        const unsigned trail = byteAt(bytes, ++i);
        if (trail >= 0x30 && trail <= 0x39) {
            i += 2; // a four-byte character tells nothing about the rest
            continue;
        }
        const bool gb2312 =
            trail >= 0xA1 && ((lead >= 0xB0 && lead <= 0xF7) || (lead >= 0xA1 && lead <= 0xA9));
        ++(gb2312 ? usual : odd);
    }
    return usual > odd * 2 || usual + odd == 0;
}

/// Big5 and the like often decode as GB18030 too; character frequencies tell them apart once there is enough
/// text.
bool anotherAsianCharset(std::string_view bytes) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                              &ucsdet_close);
    if (U_FAILURE(status)) return false;
    const auto length = static_cast<std::int32_t>(std::min<std::size_t>(bytes.size(), 65536));
    ucsdet_setText(detector.get(), bytes.data(), length, &status);
    std::int32_t found = 0;
    const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &found, &status);
    std::int32_t chinese = 0, other = 0;
    for (std::int32_t i = 0; U_SUCCESS(status) && i < found; ++i) {
        const std::string_view name = ucsdet_getName(matches[i], &status);
        const std::int32_t confidence = ucsdet_getConfidence(matches[i], &status);
        if (name == "GB18030") chinese = std::max(chinese, confidence);
        if (name == "Big5" || name == "Shift_JIS" || name == "EUC-JP" || name == "EUC-KR")
            other = std::max(other, confidence);
    }
    return other > chinese + 10;
}

[[noreturn]] void notText(std::string_view fileName) {
    throw FormatError(Fault::NotText, std::string(fileName));
}

std::string required(std::optional<std::string> text, std::string_view fileName) {
    if (!text || text->find('\0') != std::string::npos) notText(fileName);
    return *std::move(text);
}

} // namespace

DecodedText decoded(std::string_view bytes, std::string_view fileName) {
    if (bytes.size() > LARGEST_FILE) throw FormatError(Fault::FileTooLarge, std::string(fileName));
    if (bytes.starts_with(BOM)) {
        const auto text = bytes.substr(BOM.size());
        if (invalidUtf8(text) != std::string_view::npos) notText(fileName);
        return {required(std::string(text), fileName), Encoding::Utf8Bom};
    }
    if (bytes.starts_with("\xFF\xFE"))
        return {required(converted(bytes.substr(2), "UTF-16LE"), fileName), Encoding::Utf16Le};
    if (bytes.starts_with("\xFE\xFF"))
        return {required(converted(bytes.substr(2), "UTF-16BE"), fileName), Encoding::Utf16Be};
    if (bytes.find('\0') != std::string_view::npos) {
        const auto wide = utf16ByZeros(bytes);
        if (!wide) notText(fileName);
        const char* charset = *wide == Encoding::Utf16Le ? "UTF-16LE" : "UTF-16BE";
        return {required(converted(bytes, charset), fileName), *wide};
    }
    if (invalidUtf8(bytes) == std::string_view::npos) return {std::string(bytes), Encoding::Utf8};
    if (!readsLikeChinese(bytes) || anotherAsianCharset(bytes)) notText(fileName);
    return {required(converted(bytes, "GB18030"), fileName), Encoding::Gb18030};
}

} // namespace fledgling::format
