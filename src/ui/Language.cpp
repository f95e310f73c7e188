#include "ui/Language.h"

#include "ui/Look.h"

#include <cstdlib>
#include <string_view>
#include <wx/intl.h>
#include <wx/translation.h>

namespace fledgling::ui {
namespace {

std::string& current() {
    static std::string language = "en";
    return language;
}

} // namespace

std::string systemLanguage() {
    // The order gettext itself asks in.
    for (const char* name : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(name); value && *value)
            return std::string_view(value).starts_with("zh") ? "zh_CN" : "en";
    return "en";
}

void speak(const std::string& language) {
    current() = language == "zh_CN" ? "zh_CN" : "en";
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

wxString nameOfLanguage(const std::string& language) {
    return language == "zh_CN" ? wxString(L"\u4e2d\u6587") : wxString("English");
}

} // namespace fledgling::ui
