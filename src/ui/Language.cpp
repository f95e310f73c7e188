#include "ui/Language.h"

#include "ui/Look.h"
#include "ui/Native.h"

#include <clocale>
#include <cstdlib>
#include <string_view>
#include <wx/intl.h>
#include <wx/translation.h>
#include <wx/utils.h>

namespace fledgling::ui {
namespace {

std::string& current() {
    static std::string language = "en";
    return language;
}

std::string fromEnvironment() {
    // The order gettext itself asks in.
    for (const char* name : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(name); value && *value)
            return std::string_view(value).starts_with("zh") ? "zh_CN" : "en";
    return "en";
}

/// File dialogs, questions and the menu of a text field are the toolkit's own: it asks the C library for their words, which
/// looks at LANGUAGE unless the locale is plain C, and keeps what it found until the locale changes.
void speakInToolkit(const std::string& language) {
    (void)systemLanguage(); // while the environment still says it
    wxSetEnv("LANGUAGE", wxString::FromUTF8(language));
#ifdef LC_MESSAGES
    const char* now = std::setlocale(LC_MESSAGES, nullptr);
    std::string locale = now ? now : "C";
    if (locale == "C" || locale == "POSIX") locale = "C.UTF-8";
    std::setlocale(LC_MESSAGES, "C");
    std::setlocale(LC_MESSAGES, locale.c_str());
#endif
}

} // namespace

std::string systemLanguage() {
    // Asked for once: speak() itself changes the first of them.
    static const std::string language = fromEnvironment();
    return language;
}

void speak(const std::string& language) {
    current() = language == "zh_CN" ? "zh_CN" : "en";
    speakInToolkit(current());
    native::writeIn(current());
    wxFileTranslationsLoader::AddCatalogLookupPathPrefix(
        wxString::FromUTF8((look::assets() / "locale").string()));
    auto* texts = new wxTranslations;
    wxTranslations::Set(texts);
    texts->SetLanguage(wxString::FromUTF8(current()));
    if (current() == "en") return;
    texts->AddStdCatalog();
    texts->AddCatalog("fledgling", wxLANGUAGE_ENGLISH);
}

std::string spoken() { return current(); }

std::string courseLanguage() { return current() == "zh_CN" ? "zh-CN" : "en"; }

std::string otherLanguage() { return current() == "zh_CN" ? "en" : "zh_CN"; }

wxString nameOfLanguage(const std::string& language) {
    return language == "zh_CN" ? wxString(L"\u4e2d\u6587") : wxString("English");
}

} // namespace fledgling::ui
