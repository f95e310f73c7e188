#include "ui/frame/Doors.h"

#include "app/Department.h"
#include "ui/Look.h"
#include "ui/Now.h"
#include "ui/Text.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <wx/config.h>
#include <wx/stdpaths.h>
#include <wx/utils.h>

namespace fledgling::ui::doors {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t RECENT = 5;

fs::path dataFolder() {
    if (const char* xdg = std::getenv("XDG_DATA_HOME"); xdg && *xdg) return fs::path(xdg) / "fledgling";
    return fs::path(utf8(wxGetHomeDir())) / ".local" / "share" / "fledgling";
}

/// The day the sample was made, as ISO; empty: never.
std::string madeOn() { return utf8(wxConfigBase::Get()->Read("/sample/made", wxString())); }

} // namespace

std::string samplePath() { return (dataFolder() / "sample.fledgling").string(); }

std::string draftsFolder() { return (dataFolder() / "drafts").string(); }

bool sampleStands() { return fs::exists(fs::path(samplePath())) && madeOn() == clockNow().today().iso(); }

std::unique_ptr<app::Department> openSample(const app::SampleAt& at) {
    const app::Clock clock = clockNow();
    const fs::path path(samplePath());
    fs::create_directories(path.parent_path());
    const std::string today = clock.today().iso();
    const std::string made = madeOn();
    if (sampleStands()) return app::Department::open(path.string(), clock);
    // The sample plays around the day it was made; what was tried in an older one stays beside it.
    if (fs::exists(path))
        fs::rename(path, path.parent_path() / ("sample-" + (made.empty() ? "before" : made) + ".fledgling"));
    auto sample = app::createSample(path.string(),
                                    {look::assets().string(), (look::assets() / "courses").string()}, clock, at);
    wxConfigBase::Get()->Write("/sample/made", u8(today));
    wxConfigBase::Get()->Flush();
    return sample;
}

std::string proposedPath() {
    return (fs::path(utf8(wxStandardPaths::Get().GetDocumentsDir())) / "department.fledgling").string();
}

std::unique_ptr<app::Department> create(const std::string& where, const std::string& manager,
                                        const std::string& staffNumber) {
    return app::Department::create(where, {manager, staffNumber}, look::assets().string(), clockNow());
}

std::unique_ptr<app::Department> open(const std::string& where, const std::function<void()>& waiting) {
    return app::Department::open(where, clockNow(), waiting);
}

std::vector<std::string> recent() {
    std::vector<std::string> all;
    for (std::size_t i = 1; i <= RECENT; ++i) {
        const wxString one = wxConfigBase::Get()->Read(wxString::Format("/recent/%zu", i), wxString());
        if (!one.empty()) all.push_back(utf8(one));
    }
    std::erase_if(all, [](const std::string& one) { return app::Department::addressOf(one).secret; });
    return all;
}

void remember(const std::string& where) {
    if (app::Department::addressOf(where).secret || where == ":memory:") return;
    auto all = recent();
    std::erase(all, where);
    all.insert(all.begin(), where);
    all.resize(std::min(all.size(), RECENT));
    for (std::size_t i = 0; i < all.size(); ++i)
        wxConfigBase::Get()->Write(wxString::Format("/recent/%zu", i + 1), u8(all[i]));
    wxConfigBase::Get()->Flush();
}

bool shared(const std::string& where) { return app::Department::addressOf(where).shared; }

std::string nameOf(const std::string& where) {
    const auto address = app::Department::addressOf(where);
    return address.shared ? address.shown : fs::path(where).stem().string();
}

std::string serverOf(const std::string& where) {
    const auto address = app::Department::addressOf(where);
    return address.server.empty() ? address.shown : address.server;
}

} // namespace fledgling::ui::doors
