#pragma once

#include "app/Words.h"

#include <string>

namespace fledgling::cli {

/// The tongue of a language ("zh_CN", "en"); empty: the system's. Catalogues lie in `assets`' locale folder.
[[nodiscard]] app::Tongue speak(const std::string& language, const std::string& assets);
/// "zh-CN" or "en": in which course texts are shown.
[[nodiscard]] std::string courseLanguage(const std::string& language);
/// The folder of the course packages that come with the program.
[[nodiscard]] std::string coursesFolder();

} // namespace fledgling::cli
