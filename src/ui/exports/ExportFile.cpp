#include "ui/exports/ExportFile.h"

#include "ui/Language.h"
#include "ui/Text.h"

#include <algorithm>
#include <cstddef>
#include <wx/filedlg.h>
#include <wx/filename.h>
#include <wx/msgdlg.h>

namespace fledgling::ui {

using app::ExportKind;

namespace {

constexpr const char* FOLDER = "exports.folder";

wxString filterOf(ExportKind kind) {
    const wxString pattern = "*." + u8(endingOf(kind));
    return u8(app::word(kind, tongue)) + " (" + pattern + ")|" + pattern;
}

/// The kind chosen below counts, whatever ending of another one was left standing.
wxFileName withEnding(const wxString& path, ExportKind kind) {
    const wxString ending = u8(endingOf(kind));
    wxFileName file(path);
    if (file.GetExt() == ending) return file;
    const auto& all = app::exportKinds();
    const bool others = std::any_of(all.begin(), all.end(), [&](ExportKind one) { return file.GetExt() == u8(endingOf(one)); });
    if (others) file.SetExt(ending);
    return others ? file : wxFileName(path + "." + ending);
}

/// The dialog has asked about the name it had.
bool mayReplace(wxWindow* parent, const wxFileName& file, const wxString& asked) {
    if (file.GetFullPath() == asked || !file.FileExists()) return true;
    return wxMessageBox(wxString::Format(_("%s is there already. Replace it?"), file.GetFullName()), _("Export"), wxYES_NO | wxICON_QUESTION,
                        parent) == wxYES;
}

void ask(Page& page, Session& session, const std::vector<ExportKind>& kinds, const app::ExportChoice& choice, const std::string& name) {
    wxString filters;
    for (const auto kind : kinds)
        filters += (filters.empty() ? wxString() : wxString("|")) + filterOf(kind);
    wxFileDialog dialog(&page, _("Export"), u8(session.remembered(FOLDER)), u8(app::fileNameFor(name, kinds.front())), filters,
                        wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() != wxID_OK) return;
    const auto chosen = static_cast<std::size_t>(std::max(0, dialog.GetFilterIndex()));
    const auto kind = kinds[std::min(chosen, kinds.size() - 1)];
    const auto file = withEnding(dialog.GetPath(), kind);
    if (!mayReplace(&page, file, dialog.GetPath())) return;
    session.remember(FOLDER, utf8(file.GetPath()));
    exportTo(page, session, kind, choice, utf8(file.GetFullPath()));
}

} // namespace

void askExport(Page& page, Session& session, const std::vector<ExportKind>& kinds, const app::ExportChoice& choice, const std::string& name) {
    if (kinds.empty()) return;
    // A modal inside an assistive action hangs both.
    page.CallAfter([&page, &session, kinds, choice, name] { ask(page, session, kinds, choice, name); });
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
