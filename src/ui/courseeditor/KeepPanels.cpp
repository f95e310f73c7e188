#include "ui/courseeditor/KeepPanels.h"

#include "domain/Text.h"
#include "ui/controls/Form.h"
#include "ui/controls/Paragraph.h"
#include "ui/course/VersionEffects.h"
#include "ui/courseeditor/EditorWords.h"

#include <wx/button.h>
#include <wx/dirdlg.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace fledgling::ui {

KeepVersionPanel::KeepVersionPanel(wxWindow* parent, Page& of, app::CourseEditor& editor,
                                   const app::CourseEditor::Preview& preview)
    : EditPanel(parent, of, _("Keep as a new version of the course"), _("Keep")), m_editor(editor) {
    m_form = new Form(this, 2);
    m_version = m_form->addText(_("Version"), u8(editor.proposedVersion()));
    m_why = m_form->addText(_("What is new (stays with the version, may be empty)"));
    content()->Add(m_form, wxSizerFlags().Expand());
    showPreview(preview);
}

void KeepVersionPanel::showPreview(const app::CourseEditor::Preview& preview) {
    std::vector<wxString> changes;
    for (const auto& one : preview.changes)
        changes.push_back(editor::differenceWords(one));
    auto* what = new Paragraph(this);
    what->set(changes.empty() ? look::signed_(look::State::Met, _("Only words change: nobody is judged otherwise."))
                              : wxString::Format(_("Against the newest version: %s."), listText(changes)));
    content()->Add(what, wxSizerFlags().Expand().Border(wxTOP, look::gap(this)));
    auto* who = new Paragraph(this, look::Type::Body, true);
    who->set(_("Cohorts that run keep their version until one is moved on the Course page. Below: whose points would be "
               "others, which cohorts may take this version, and whose verdict or way would change then."));
    content()->Add(who, wxSizerFlags().Expand().Border(wxTOP, look::gap(this)));
    auto* effects = new VersionEffects(this);
    content()->Add(effects, wxSizerFlags(1).Expand().Border(wxTOP, look::gap(this)));
    effects->set(preview.points, preview.moves);
}

bool KeepVersionPanel::keep() {
    m_form->clearErrors();
    const auto version = domain::trimmed(utf8(m_version->GetValue()));
    app::CourseLoad load;
    const bool kept = page().attempt([&] { load = m_editor.keep(version, utf8(m_why->GetValue())); });
    if (kept && load.refused()) m_form->showError(m_version, editor::findingWords(load.problems.front()));
    return kept && !load.refused();
}

SavePackagePanel::SavePackagePanel(wxWindow* parent, Page& of, app::CourseEditor& editor)
    : EditPanel(parent, of, _("Save as a package"), _("Save")), m_editor(editor) {
    m_form = new Form(this);
    const bool disk = !editor.package().empty();
    m_path = m_form->addText(_("A folder, or a file whose name ends in .course"), u8(editor.package()));
    m_version = m_form->addText(_("Version"), u8(disk ? editor.version() : editor.proposedVersion()));
    auto* choose = named(new wxButton(this, wxID_ANY, _("Choose a folder")), _("Choose a folder"));
    choose->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { this->choose(); });
    auto* about = new Paragraph(this, look::Type::Body, true);
    about->set(_("Only what was changed is written into the folder it came from; everything else stays as it is, comments "
                 "too. The package can be opened on the Course page and kept as a version later."));
    content()->Add(m_form, wxSizerFlags().Expand());
    content()->Add(choose, wxSizerFlags().Border(wxTOP, look::gap(this)));
    content()->Add(about, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 2)));
}

std::string SavePackagePanel::path() const {
    auto path = domain::trimmed(utf8(m_path->GetValue()));
    while (path.size() > 1 && path.ends_with('/'))
        path.pop_back();
    return path;
}

void SavePackagePanel::choose() {
    // A modal inside an assistive action hangs both.
    CallAfter([this] {
        wxDirDialog dialog(wxGetTopLevelParent(this), _("Save as a package"), u8(path()));
        if (dialog.ShowModal() == wxID_OK) m_path->SetValue(dialog.GetPath());
    });
}

bool SavePackagePanel::keep() {
    using enum app::CourseEditor::Saved;
    m_form->clearErrors();
    const auto target = path();
    if (!target.starts_with('/') && target.find(':') == std::string::npos) {
        m_form->showError(m_path, _("Write the whole path, from the root of the disk."));
        return false;
    }
    auto saved = Done;
    if (!page().attempt([&] { saved = m_editor.save(target, domain::trimmed(utf8(m_version->GetValue()))); })) return false;
    switch (saved) {
    case Done: page().inform(look::Notice::Success, wxString::Format(_("Saved in %s."), u8(target))); return true;
    case OtherCourseThere:
        m_form->showError(m_path, _("There is a course already: nothing was written. Choose an empty folder or another name."));
        break;
    case ChangedOnDisk:
        m_form->showError(m_path, _("Files there were changed meanwhile by another program: nothing was written. Save under "
                                    "another path, and compare."));
        break;
    case NotAVersion:
        m_form->showError(m_version, _("A version is 1 to 32 letters, digits, dots, '-' and '_', such as 2026.1."));
        break;
    }
    return false;
}

BringFilePanel::BringFilePanel(wxWindow* parent, Page& of, app::CourseEditor& editor)
    : EditPanel(parent, of, _("Bring a file into the course"), _("Bring in")), m_editor(editor) {
    m_form = new Form(this);
    m_path = m_form->addText(_("A picture, film or hand-out on this computer"));
    auto* choose = named(new wxButton(this, wxID_ANY, _("Choose a file")), _("Choose a file"));
    choose->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { this->choose(); });
    auto* about = new Paragraph(this, look::Type::Body, true);
    about->set(_("It is copied into the course's media. In a text it is shown or linked where the cursor stands; otherwise a film "
                 "stands among the session's films, anything else among its hand-outs."));
    content()->Add(m_form, wxSizerFlags().Expand());
    content()->Add(choose, wxSizerFlags().Border(wxTOP, look::gap(this)));
    content()->Add(about, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 2)));
}

void BringFilePanel::choose() {
    CallAfter([this] {
        wxFileDialog dialog(wxGetTopLevelParent(this), _("Bring a file into the course"), {}, {}, wxFileSelectorDefaultWildcardStr,
                            wxFD_OPEN | wxFD_FILE_MUST_EXIST);
        if (dialog.ShowModal() == wxID_OK) m_path->SetValue(dialog.GetPath());
    });
}

bool BringFilePanel::keep() {
    m_form->clearErrors();
    const auto file = domain::trimmed(utf8(m_path->GetValue()));
    if (file.empty()) {
        m_form->showError(m_path, _("Write the file's path, or choose it."));
        return false;
    }
    std::string path;
    if (!page().attempt([&] { path = m_editor.bring(file); })) return false;
    if (onBrought) onBrought(path);
    return true;
}

} // namespace fledgling::ui
