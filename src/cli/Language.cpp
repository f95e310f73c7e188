#include "cli/Language.h"

#include "app/Assets.h"

#include <Poco/Environment.h>

#include <clocale>
#include <cstdlib>
#include <filesystem>
#include <libintl.h>

namespace fledgling::cli {

namespace {

namespace fs = std::filesystem;

/// The system's language as the gettext manual orders the variables.
std::string systemLanguage() {
    for (const char* name : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(name); value && *value) return std::string(value).starts_with("zh") ? "zh_CN" : "en";
    return "en";
}

} // namespace

std::string coursesFolder() {
    const fs::path assets = app::assetsFolder();
    const fs::path installed = assets / "courses"; // beside the assets in a checkout, inside them once installed
    return (fs::is_directory(installed) ? installed : assets.parent_path() / "courses").string();
}

std::string courseLanguage(const std::string& language) {
    const std::string wanted = language.empty() ? systemLanguage() : language;
    return wanted.starts_with("zh") ? "zh-CN" : "en";
}

app::Tongue speak(const std::string& language, const std::string& assets) {
    const std::string wanted = language.empty() ? systemLanguage() : language;
    if (!wanted.starts_with("zh")) return app::english();
    // gettext translates nothing in the plain C locale; C.UTF-8 is there on every Debian, and LANGUAGE then rules.
    if (const char* now = std::setlocale(LC_MESSAGES, ""); !now || std::string(now) == "C" || std::string(now) == "POSIX")
        std::setlocale(LC_MESSAGES, "C.UTF-8");
    Poco::Environment::set("LANGUAGE", "zh_CN");
    bindtextdomain("fledgling", (assets + "/locale").c_str());
    bind_textdomain_codeset("fledgling", "UTF-8");
    return [](const char* message) { return std::string(*message ? dgettext("fledgling", message) : ""); };
}

} // namespace fledgling::cli
