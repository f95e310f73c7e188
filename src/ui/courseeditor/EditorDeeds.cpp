#include "ui/courseeditor/CourseEditorPage.h"

#include "ui/controls/Table.h"
#include "ui/courseeditor/EditorWords.h"
#include "ui/courseeditor/KeepPanels.h"
#include "ui/courseeditor/PartForm.h"
#include "ui/courseeditor/TextPane.h"

#include <wx/button.h>
#include <wx/simplebook.h>
#include <wx/textentry.h>

/// What the course editor's keys and mouse do to the draft.
namespace fledgling::ui {

using app::EditorPartKind;

void CourseEditorPage::add() {
    if (!live() || !m_editor.mayAdd(m_part)) return;
    m_language.clear();
    structureChanged(m_editor.add(m_part));
    m_form->focusFirst();
}

void CourseEditorPage::remove() {
    if (!live() || !m_editor.mayRemove(m_part)) return;
    structureChanged(m_editor.remove(m_part));
    m_parts->takeFocus();
    inform(look::Notice::Success, _("Taken away from your draft. Ctrl+Z brings it back."));
}

void CourseEditorPage::move(int by) {
    if (!live()) return;
    const auto* part = m_editor.part(m_part);
    const auto when = part ? part->when : std::string();
    const auto to = m_editor.move(m_part, by);
    // Into the other half of its day a session goes without another place in the list.
    const auto* moved = m_editor.part(to);
    if (to == m_part && moved && moved->when == when) return inform(_("It can't go further: a day keeps at least one session."));
    structureChanged(to);
}

Table::Landing CourseEditorPage::dragged(const std::string& part, const std::string& onto) {
    using Where = app::CourseEditor::Landing;
    const auto* over = m_editor.part(onto);
    if (!over || part == onto || !live()) {
        drawAbout();
        return Table::Landing::Nowhere;
    }
    const auto where = m_editor.landing(part, onto);
    const auto title = editor::partTitle(*over);
    const bool session = over->kind == EditorPartKind::Session;
    if (where == Where::Nowhere)
        setStatus(_("It can't stand there."));
    else if (where == Where::Inside)
        setStatus(wxString::Format(_("Let go: it goes into %s."), title));
    else
        setStatus(wxString::Format(session ? _("Let go: it takes the half day of %s; the sessions between move one place on.")
                                           : _("Let go: it takes the place of %s."),
                                   title));
    switch (where) {
    case Where::Nowhere: break;
    case Where::Before: return Table::Landing::Above;
    case Where::Behind: return Table::Landing::Below;
    case Where::Inside: return Table::Landing::Inside;
    }
    return Table::Landing::Nowhere;
}

void CourseEditorPage::dropped(const std::string& part, const std::string& onto) {
    if (!live() || m_editor.landing(part, onto) == app::CourseEditor::Landing::Nowhere) return;
    structureChanged(m_editor.moveTo(part, onto));
}

void CourseEditorPage::bring() {
    if (!live() || !takesFiles()) return;
    m_brought.clear();
    auto* panel = new BringFilePanel(body(), *this, m_editor);
    panel->onBrought = [this](const std::string& path) { m_brought = path; };
    m_slot->open(panel, [this](bool kept) {
        panelDone();
        if (kept) name(m_brought);
    });
    enableDeeds();
}

void CourseEditorPage::name(const std::string& path) {
    const auto* part = m_editor.part(m_part);
    if (!part || !app::hasText(part->kind)) return;
    if (!m_language.empty()) return m_text->write(m_editor.markdownFor(m_part, path));
    const auto field = m_editor.addFile(m_part, path);
    openSheet();
    check();
    m_form->focus(field);
}

void CourseEditorPage::undo(bool back) {
    if (!live()) return;
    if (back ? !m_editor.canUndo() : !m_editor.canRedo()) return inform(_("There is nothing to take back in this draft."));
    const auto parts = m_editor.parts().size();
    if (back)
        m_editor.undo();
    else
        m_editor.redo();
    structureChanged(m_editor.part(m_part) ? m_part : "facts");
    backToParts(m_editor.parts().size() == parts);
}

void CourseEditorPage::backToParts(bool sameParts) {
    // A field whose step was taken back may be gone, and the keyboard with it; or it is another part's by now.
    wxWindow* focus = wxWindow::FindFocus();
    const bool typing = sameParts && dynamic_cast<wxTextEntry*>(focus) && m_sheets->IsDescendant(focus) && focus->IsShownOnScreen();
    if (!typing) m_parts->takeFocus();
}

void CourseEditorPage::stopPlainKeys(wxKeyEvent& event) {
    const bool typing = dynamic_cast<wxTextEntry*>(wxWindow::FindFocus()) != nullptr;
    const bool plain = !event.ControlDown() && !event.AltDown() && (event.GetKeyCode() == 'N' || event.GetKeyCode() == WXK_DELETE);
    if (typing || !plain) return event.Skip();
    setStatus(_("N and Del work in the list of parts; F3 puts the cursor into the text."));
}

void CourseEditorPage::discard() {
    if (!live()) return;
    if (!attempt([this] { m_editor.discard(); })) return;
    structureChanged(m_editor.part(m_part) ? m_part : "facts");
    m_parts->takeFocus();
    inform(look::Notice::Success, _("Discarded: this is the course as it was opened. Ctrl+Z brings your changes back."));
}

void CourseEditorPage::keep() {
    if (!live()) return;
    check();
    const auto preview = m_editor.preview(m_editor.proposedVersion());
    if (!preview) return inform(_("Mend what is listed below first: Enter there leads to the field."));
    m_slot->open(new KeepVersionPanel(body(), *this, m_editor, *preview), [this](bool kept) {
        panelDone();
        if (!kept) return;
        session().remember("courseeditor", m_editor.course() + "/" + m_editor.version());
        inform(look::Notice::Success, wxString::Format(_("Kept as version %s of the course. Cohorts that run keep theirs until one is moved on the "
                                  "Course page."),
                                u8(m_editor.version())));
    });
    enableDeeds();
}

void CourseEditorPage::save() {
    if (!live()) return;
    check();
    if (m_editor.broken()) return inform(_("Mend what is listed below first: Enter there leads to the field."));
    m_slot->open(new SavePackagePanel(body(), *this, m_editor), [this](bool kept) {
        panelDone();
        if (kept) session().remember("courseeditor", m_editor.package());
    });
    enableDeeds();
}

void CourseEditorPage::panelDone() {
    drawAll();
    takeKeyboard();
}

void CourseEditorPage::goToFinding(const std::string& id) {
    const auto at = static_cast<std::size_t>(std::stoul(id));
    if (at >= m_editor.findings().size()) return;
    const auto found = m_editor.findings()[at];
    if (!m_editor.part(found.part))
        return inform(wxString::Format(_("%s, line %d, has no form here: mend it with a text editor or on the Questions page."),
                                       u8(found.problem.file), found.problem.line));
    const bool text = found.field.starts_with("body.");
    m_language = text ? found.field.substr(5) : "";
    m_parts->select(found.part);
    openPart(found.part);
    if (text) {
        const auto* bytes = m_editor.files().find(found.problem.file);
        m_text->focusLine(bytes && found.problem.line > 0 ? found.problem.line - format::TextFile(*bytes).bodyLine() + 1 : 1);
    } else if (!m_form->focus(found.field)) {
        m_form->focusFirst();
    }
}

} // namespace fledgling::ui
