#include "ui/exports/ExportFile.h"

#include "ui/Language.h"
#include "ui/Text.h"

#include <algorithm>
#include <utility>
#include <wx/filedlg.h>
#include <wx/filename.h>
#include <wx/msgdlg.h>

namespace fledgling::ui {

using app::ExportKind;

namespace {

constexpr const char* FOLDER = "exports.folder";

wxString filterOf(const SaveKind& kind) {
    const wxString pattern = "*." + u8(kind.ending);
    return kind.words + " (" + pattern + ")|" + pattern;
}

/// The kind chosen below counts, whatever ending of another one was left standing.
wxFileName withEnding(const wxString& path, const SaveKind& kind, const std::vector<SaveKind>& kinds) {
    const wxString ending = u8(kind.ending);
    wxFileName file(path);
    if (file.GetExt() == ending) return file;
    const bool others = std::any_of(kinds.begin(), kinds.end(), [&](const SaveKind& one) { return file.GetExt() == u8(one.ending); });
    if (others) file.SetExt(ending);
    return others ? file : wxFileName(path + "." + ending);
}

/// The dialog has asked about the name it had.
bool mayReplace(wxWindow* parent, const wxFileName& file, const wxString& asked) {
    if (file.GetFullPath() == asked || !file.FileExists()) return true;
    return wxMessageBox(wxString::Format(_("%s is there already. Replace it?"), file.GetFullName()), _("Export"), wxYES_NO | wxICON_QUESTION,
                        parent) == wxYES;
}

void ask(Page& page, Session& session, const std::vector<SaveKind>& kinds, const std::string& name,
         const std::function<void(std::size_t kind, const std::string& path)>& save) {
    wxString filters;
    for (const auto& kind : kinds)
        filters += (filters.empty() ? wxString() : wxString("|")) + filterOf(kind);
    wxFileDialog dialog(&page, _("Export"), u8(session.remembered(FOLDER)), u8(name), filters, wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() != wxID_OK) return;
    const auto chosen = std::min(static_cast<std::size_t>(std::max(0, dialog.GetFilterIndex())), kinds.size() - 1);
    const auto file = withEnding(dialog.GetPath(), kinds[chosen], kinds);
    if (!mayReplace(&page, file, dialog.GetPath())) return;
    session.remember(FOLDER, utf8(file.GetPath()));
    save(chosen, utf8(file.GetFullPath()));
}

} // namespace

void askWhere(Page& page, Session& session, const std::vector<SaveKind>& kinds, const std::string& name,
              std::function<void(std::size_t kind, const std::string& path)> save) {
    if (kinds.empty()) return;
    // A modal inside an assistive action hangs both.
    page.CallAfter([&page, &session, kinds, name, save = std::move(save)] { ask(page, session, kinds, name, save); });
}

void askExport(Page& page, Session& session, const std::vector<ExportKind>& kinds, const app::ExportChoice& choice, const std::string& name) {
    if (kinds.empty()) return;
    std::vector<SaveKind> files;
    for (const auto kind : kinds)
        files.push_back({u8(app::word(kind, tongue)), std::string(endingOf(kind))});
    askWhere(page, session, files, app::fileNameFor(name, kinds.front()), [&page, &session, kinds, choice](std::size_t kind, const std::string& path) {
        exportTo(page, session, kinds[kind], choice, path);
    });
}

bool exportTo(Page& page, Session& session, ExportKind kind, const app::ExportChoice& choice, const std::string& path) {
    app::Exported exported;
    const bool done = page.attempt([&] {
        exported = app::exportOf(session.desk(), kind, choice, courseLanguage(), tongue);
        app::saveExport(exported, path);
    });
    if (!done) return false;
    const int entries = static_cast<int>(exported.entries);
    const wxString said = wxString::Format(wxPLURAL("Saved as %s: %d entry.", "Saved as %s: %d entries.", entries), u8(path), entries);
    page.inform(look::Notice::Success, exported.withoutNumber.empty() ? said : followed(said, u8(app::leftOutSentence(exported, tongue))));
    return true;
}

} // namespace fledgling::ui
