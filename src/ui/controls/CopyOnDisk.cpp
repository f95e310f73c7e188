#include "ui/controls/CopyOnDisk.h"

#include "ui/Text.h"

#include <wx/file.h>
#include <wx/filename.h>
#include <wx/intl.h>
#include <wx/log.h>
#include <wx/stdpaths.h>
#include <wx/utils.h>

namespace fledgling::ui {

namespace {

bool holds(const wxString& path, const std::string& bytes) {
    if (!wxFileExists(path) || wxFileName::GetSize(path) != wxULongLong(bytes.size())) return false;
    wxFile file(path);
    std::string there(bytes.size(), '\0');
    return file.IsOpened() && file.Read(there.data(), there.size()) == static_cast<ssize_t>(there.size()) && there == bytes;
}

} // namespace

std::string copyOnDisk(const std::string& bytes, const std::string& name) {
    const wxLogNull quiet; // the caller says what couldn't be done
    wxFileName copy(wxStandardPaths::Get().GetUserDir(wxStandardPaths::Dir_Cache) + "/fledgling", u8(name));
    copy.Mkdir(wxS_DIR_DEFAULT, wxPATH_MKDIR_FULL);
    const wxString path = copy.GetFullPath();
    if (holds(path, bytes)) return utf8(path);
    wxFile out(path, wxFile::write);
    const bool written = out.IsOpened() && out.Write(bytes.data(), bytes.size()) == bytes.size() && out.Close();
    return written ? utf8(path) : std::string();
}

wxString openedOutside(const std::string& path) {
    if (path.empty()) return _("The file can't be copied to where other programs find it.");
    if (wxLaunchDefaultApplication(u8(path))) return {};
    const std::string name = path.substr(path.rfind('/') + 1);
    return wxString::Format(_("No program opens %s here. A copy stands at %s."), u8(name), u8(path));
}

} // namespace fledgling::ui
