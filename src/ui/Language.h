#pragma once

#include <string>
#include <wx/string.h>

namespace fledgling::ui {

/// The languages the window speaks: "en", "zh_CN".
/// The system's, if it is one of ours; else English.
[[nodiscard]] std::string systemLanguage();
/// Loads the catalogue; texts asked for afterwards are in that language, the toolkit's own with them ("Cancel" of a file
/// dialog). Windows must be made anew.
void speak(const std::string& language);
[[nodiscard]] std::string spoken();
/// The same as course files name it: "en", "zh-CN".
[[nodiscard]] std::string courseLanguage();
/// The one that isn't spoken.
[[nodiscard]] std::string otherLanguage();
/// A language's own name for itself.
[[nodiscard]] wxString nameOfLanguage(const std::string& language);

} // namespace fledgling::ui
