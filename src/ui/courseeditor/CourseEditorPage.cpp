#include "ui/courseeditor/CourseEditorPage.h"

#include "app/Words.h"
#include "ui/Net.h"
#include "ui/Language.h"
#include "ui/controls/Paragraph.h"
#include "ui/controls/SectionBar.h"
#include "ui/controls/Table.h"
#include "ui/courseeditor/EditorWords.h"
#include "ui/courseeditor/KeepPanels.h"
#include "ui/courseeditor/PartForm.h"
#include "ui/courseeditor/TextPane.h"

#include <wx/choice.h>
#include <wx/simplebook.h>
#include <wx/sizer.h>
#include <wx/stdpaths.h>

namespace fledgling::ui {

using app::EditorPartKind;
using look::State;

namespace {

/// After the last key, before the copy is read again, in milliseconds.
constexpr int PAUSE_MS = 400;
constexpr int DEEPEST = 3;

std::string draftsFolder() { return utf8(wxStandardPaths::Get().GetUserDataDir()) + "/drafts"; }

bool isPath(const std::string& subject) { return subject.starts_with("/") || subject.find(":\\") != std::string::npos; }

} // namespace

CourseEditorPage::CourseEditorPage(wxWindow* parent, Session& of)
    : Page(parent, of, _("Course editor")), m_editor(desk(), courseLanguage(), draftsFolder()), m_pause(this) {
    addActions();
    layOut();
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { check(); });
}

CourseEditorPage::~CourseEditorPage() {
    // What was typed within the last moment.
    if (m_pause.IsRunning()) (void)tried([this] { m_editor.check(); });
}

void CourseEditorPage::addActions() {
    m_keep = addAction(_("Keep as a version"), "F9", [this] { keep(); });
    m_save = addAction(_("Save as a package"), "Ctrl+S", [this] { save(); });
    m_add = addAction(_("Add"), "N", [this] { add(); });
    m_remove = addAction(_("Take away"), "Delete", [this] { remove(); });
    m_discard = addAction(_("Discard"), "F8", [this] { discard(); });
    onKey("Alt+Up", _("part up"), [this] { move(-1); });
    onKey("Alt+Down", _("part down"), [this] { move(1); });
    onKey("F3", _("fields or text of a session"), [this] { nextSheet(); });
    onKey("Ctrl+Z", _("take back the last step"), [this] { undo(true); });
    onKey("Ctrl+Y", _("do it again"), [this] { undo(false); });
}

void CourseEditorPage::layOut() {
    m_board = new wxPanel(body());
    auto* all = new wxBoxSizer(wxVERTICAL);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_parts = new Table(m_board, _("Parts of the course"),
                        {{.title = _("part"), .width = 26, .sortable = false, .stretches = true},
                         {.title = _("when"), .width = 11, .sortable = false}});
    m_parts->SetMinSize(FromDIP(wxSize(300, -1)));
    m_parts->onSelect = [this](const std::string& id) {
        if (!m_drawing) openPart(id);
    };
    m_parts->onActivate = [this](const std::string&) {
        m_sheets->GetSelection() == TextSheet ? m_text->focusFirst() : m_form->focusFirst();
    };
    row->Add(m_parts, wxSizerFlags(2).Expand().Border(wxRIGHT, look::gap(this, 2)));
    layOutRight(m_board, row);
    m_findings = new Table(m_board, _("What is wrong"),
                           {{.title = _("where"), .width = 30, .sortable = false},
                            {.title = _("what is wrong, and what to write instead"), .width = 50, .sortable = false, .stretches = true}});
    m_findings->onActivate = [this](const std::string& id) { goToFinding(id); };
    all->Add(row, wxSizerFlags(5).Expand());
    all->Add(m_findings, wxSizerFlags(1).Expand().Border(wxTOP, look::gap(this)));
    m_findings->SetMinSize(FromDIP(wxSize(-1, 96)));
    m_board->SetSizer(all);
    content()->Add(m_board, wxSizerFlags(1).Expand());
    m_slot = std::make_unique<EditSlot>(content(), m_board);
}

void CourseEditorPage::layOutRight(wxWindow* parent, wxSizer* row) {
    auto* right = new wxBoxSizer(wxVERTICAL);
    auto* top = new wxBoxSizer(wxHORIZONTAL);
    m_heading = new SectionBar(parent);
    m_sheet = named(new wxChoice(parent, wxID_ANY), _("Fields or text"), "F3");
    m_sheet->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        const auto at = static_cast<std::size_t>(std::max(0, m_sheet->GetSelection()));
        m_language = at == 0 ? "" : m_editor.languages().at(at - 1);
        openSheet();
    });
    top->Add(m_heading, wxSizerFlags(1).CentreVertical());
    top->Add(m_sheet, wxSizerFlags().CentreVertical().Border(wxLEFT, look::gap(this)));
    m_sheets = new wxSimplebook(parent);
    m_form = new PartForm(m_sheets);
    m_form->onChanged = [this](const std::string& field, const std::string& value) { edited(field, value); };
    m_text = new TextPane(m_sheets, m_editor);
    m_text->onChanged = [this](const std::string& value) { edited("body." + m_language, value); };
    auto* head = new wxPanel(m_sheets);
    auto* column = new wxBoxSizer(wxVERTICAL);
    m_head = new Paragraph(head, look::Type::Body, true);
    column->Add(m_head, wxSizerFlags().Expand());
    head->SetSizer(column);
    m_sheets->AddPage(m_form, "form");
    m_sheets->AddPage(m_text, "text");
    m_sheets->AddPage(head, "head");
    right->Add(top, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this)));
    right->Add(m_sheets, wxSizerFlags(1).Expand());
    row->Add(right, wxSizerFlags(5).Expand());
}

void CourseEditorPage::show(const std::string& subject) {
    if (subject.empty()) return;
    const bool disk = isPath(subject);
    const auto slash = subject.find('/');
    const auto course = subject.substr(0, slash), version = slash == std::string::npos ? "" : subject.substr(slash + 1);
    const bool shown = m_editor.isOpen() && (disk ? m_editor.package() == subject
                                                  : m_editor.package().empty() && m_editor.course() == course && m_editor.version() == version);
    if (shown) return;
    m_slot->close();
    m_part = "facts";
    m_language.clear();
    if (disk)
        m_editor.openPackage(subject);
    else
        m_editor.open(course, version);
    session().remember("courseeditor", subject);
    drawAbout();
}

void CourseEditorPage::refresh() {
    if (!m_editor.isOpen()) {
        // A folder that is gone since is no reason to complain.
        (void)tried([&] { show(session().remembered("courseeditor")); });
        if (!m_editor.isOpen() && !attempt([&] { m_editor.open({}, {}); })) return;
    }
    if (!m_editor.isOpen()) {
        enableDeeds();
        return showEmpty(_("No course is loaded. Open a course folder on the Course page first."), _("Course"),
                         [this] { session().go("course"); });
    }
    showContent();
    drawAll();
    if (m_editor.resumed())
        inform(m_editor.movedOn().empty()
                   ? _("Your draft goes on where you left it. F8 discards it.")
                   : wxString::Format(_("Your draft goes on where you left it. Meanwhile another program changed %s; what you "
                                        "see is your draft. F8 discards it."),
                                      u8(m_editor.movedOn().front())));
}

void CourseEditorPage::drawAll() {
    drawParts();
    drawFindings();
    drawAbout();
    openPart(m_part);
    enableDeeds();
}

void CourseEditorPage::drawParts() {
    std::vector<Row> rows;
    for (const auto& part : m_editor.parts()) {
        const bool head = part.level == 0 || (part.number == 0);
        Cell name{.text = wxString(' ', static_cast<std::size_t>(std::min(part.level, DEEPEST)) * 3) + editor::partTitle(part), .bold = head};
        if (part.worst) name.state = editor::stateOf(*part.worst);
        const auto half = domain::halfDayOf(part.when);
        rows.push_back({part.id, {std::move(name), {.text = half ? u8(app::word(*half, tongue)) : wxString(), .muted = true}}});
    }
    // New rows tell the old choice again before the new one is made.
    const auto chosen = m_part;
    m_drawing = true;
    m_parts->set(std::move(rows));
    m_parts->select(chosen);
    m_drawing = false;
}

void CourseEditorPage::drawFindings() {
    std::vector<Row> rows;
    int number = 0;
    for (const auto& one : m_editor.findings()) {
        const auto* part = m_editor.part(one.part);
        wxString place = part ? editor::partTitle(*part) : u8(one.problem.file);
        if (!part && one.problem.line > 0) place += wxString::Format(":%d", one.problem.line);
        rows.push_back({std::to_string(number++),
                        {{.text = place, .state = editor::stateOf(one.problem.severity())}, {editor::findingWords(one.problem)}}});
    }
    const bool any = !rows.empty();
    m_findings->set(std::move(rows));
    if (m_findings->IsShown() != any) {
        m_findings->Show(any);
        m_board->Layout();
    }
}

void CourseEditorPage::drawAbout() {
    setTitle(m_editor.isOpen() ? u8(m_editor.title()) : _("Course editor"));
    int errors = 0;
    for (const auto& one : m_editor.findings())
        errors += one.problem.severity() == format::Severity::Error ? 1 : 0;
    if (errors > 0)
        setFigure(wxString::Format(wxPLURAL("%d error", "%d errors", errors), errors), State::Missing);
    else if (m_editor.changed())
        setFigure(_("changes not kept yet"), State::Changed);
    else
        setFigure({});
    const wxString from = m_editor.package().empty() ? wxString::Format(_("Version %s of the book."), u8(m_editor.version()))
                                                     : wxString::Format(_("On disk: %s."), u8(m_editor.package()));
    setStatus(from + " " + (m_editor.changed() ? _("Your draft is on this computer's disk; the book and the folder are untouched until you keep it.")
                                               : _("Nothing is changed.")));
}

bool CourseEditorPage::live() { return m_editor.isOpen() && m_editor.editable() && m_editor.mayEdit() && !m_slot->isOpen(); }

void CourseEditorPage::enableDeeds() {
    const bool may = live();
    const wxString why = m_slot->isOpen()         ? _("Leave the form first.")
                         : session().past()       ? _("The past is read-only.")
                         : !m_editor.mayEdit()    ? _("Your role may not load a course.")
                         : !m_editor.isOpen()     ? _("No course is loaded.")
                                                  : _("course.yaml can't be read: mend what is listed below with a text editor.");
    const bool whole = may && !m_editor.broken();
    const wxString mend = may ? _("Mend what is listed below first.") : why;
    const bool changed = m_editor.changed();
    enableAction(m_keep, whole && (changed || !m_editor.package().empty()), whole ? _("Nothing is changed.") : mend);
    enableAction(m_save, whole, mend);
    enableAction(m_add, may && m_editor.mayAdd(m_part), may ? _("Choose a list or one of its items first.") : why);
    enableAction(m_remove, may && m_editor.mayRemove(m_part), may ? _("This part belongs to every course.") : why);
    enableAction(m_discard, may && changed, may ? _("Nothing is changed.") : why);
}

void CourseEditorPage::openPart(const std::string& id) {
    if (!m_editor.isOpen()) return;
    if (id != m_part) m_editor.endStep();
    m_part = m_editor.part(id) ? id : "facts";
    openSheet();
    enableDeeds();
}

void CourseEditorPage::openSheet() {
    const auto& part = *m_editor.part(m_part);
    const auto fields = m_editor.fields(m_part);
    const bool session = part.kind == EditorPartKind::Session;
    if (!session) m_language.clear();
    m_heading->setTitle(editor::partTitle(part));
    wxArrayString sheets;
    sheets.Add(_("Fields"));
    if (session)
        for (const auto& language : m_editor.languages())
            sheets.Add(dotted({_("Text"), editor::languageName(language)}));
    if (m_sheet->GetStrings() != sheets) m_sheet->Set(sheets);
    const auto& languages = m_editor.languages();
    const auto at = std::find(languages.begin(), languages.end(), m_language) - languages.begin();
    m_sheet->SetSelection(m_language.empty() ? 0 : static_cast<int>(at) + 1);
    m_sheet->Show(session);
    fillSheets(fields, part);
    m_board->Layout();
}

void CourseEditorPage::fillSheets(const std::vector<app::CourseEditor::Field>& fields, const app::CourseEditor::Part& part) {
    if (fields.empty()) {
        m_head->set(editor::headText(part.kind));
        m_sheets->ChangeSelection(HeadSheet);
        return;
    }
    for (const auto& field : fields)
        if (field.field == app::EditorField::Body && field.language == m_language) {
            m_text->show(m_part, field);
            m_sheets->ChangeSelection(TextSheet);
            return;
        }
    auto lines = fields;
    std::erase_if(lines, [](const auto& one) { return one.field == app::EditorField::Body; });
    if (m_form->shows(lines))
        m_form->setValues(lines);
    else
        m_form->show(lines, m_editor.languages().size() > 1);
    m_sheets->ChangeSelection(FormSheet);
    tellHere();
}

void CourseEditorPage::tellHere() {
    std::vector<app::CourseEditor::Finding> here;
    for (const auto& one : m_editor.findings())
        if (one.part == m_part) here.push_back(one);
    m_form->tell(here);
}

void CourseEditorPage::edited(const std::string& field, const std::string& value) {
    if (!live()) return;
    m_editor.set(m_part, field, value);
    m_pause.StartOnce(PAUSE_MS);
    if (field != "measure") return;
    // Another measure asks for other fields; after the event of the choice, which goes with them.
    CallAfter([this] {
        openSheet();
        m_form->focus("measure");
    });
}

void CourseEditorPage::check() {
    m_pause.Stop();
    if (!attempt([this] { m_editor.check(); })) return;
    drawParts();
    drawFindings();
    drawAbout();
    if (const auto* part = m_editor.part(m_part)) m_heading->setTitle(editor::partTitle(*part));
    // The fields keep what is being typed, blanks at its end and all.
    if (m_sheets->GetSelection() == TextSheet)
        m_text->follow();
    else if (m_sheets->GetSelection() == FormSheet)
        tellHere();
    m_editor.endStep();
    enableDeeds();
}

void CourseEditorPage::structureChanged(const std::string& part) {
    m_part = part;
    check();
    openPart(part);
}

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
    inform(_("Taken away from your draft. Ctrl+Z brings it back."));
}

void CourseEditorPage::move(int by) {
    if (!live()) return;
    const auto to = m_editor.move(m_part, by);
    if (to == m_part) return inform(_("It can't go further: a day keeps at least one session."));
    structureChanged(to);
}

void CourseEditorPage::undo(bool back) {
    if (!live()) return;
    if (back ? !m_editor.canUndo() : !m_editor.canRedo()) return inform(_("There is nothing to take back in this draft."));
    if (back)
        m_editor.undo();
    else
        m_editor.redo();
    structureChanged(m_editor.part(m_part) ? m_part : "facts");
}

void CourseEditorPage::discard() {
    if (!live()) return;
    if (!attempt([this] { m_editor.discard(); })) return;
    structureChanged(m_editor.part(m_part) ? m_part : "facts");
    inform(_("Discarded: this is the course as it was opened. Ctrl+Z brings your changes back."));
}

void CourseEditorPage::keep() {
    if (!live()) return;
    check();
    const auto preview = m_editor.preview(m_editor.proposedVersion());
    if (!preview) return inform(_("Mend what is listed below first: Enter there leads to the field."));
    m_slot->open(new KeepVersionPanel(body(), *this, m_editor, *preview), [this](bool kept) {
        panelDone();
        if (kept) session().remember("courseeditor", m_editor.course() + "/" + m_editor.version());
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
    focusFirst();
}

void CourseEditorPage::nextSheet() {
    const auto* part = m_editor.part(m_part);
    if (!part || part->kind != EditorPartKind::Session || m_slot->isOpen()) return;
    const auto next = (m_sheet->GetSelection() + 1) % static_cast<int>(m_sheet->GetCount());
    m_language = next == 0 ? "" : m_editor.languages().at(static_cast<std::size_t>(next) - 1);
    openSheet();
    m_language.empty() ? m_form->focusFirst() : m_text->focusFirst();
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

void CourseEditorPage::focusFirst() {
    if (m_slot->isOpen())
        m_slot->editor()->focusFirst();
    else
        m_parts->takeFocus();
}

wxString CourseEditorPage::help() const {
    return _("A course changed in forms. Choose a part left and change its fields right: every change is a draft on this "
             "computer's disk, which outlives the program. F3 shows a session's text with what trainees will see. N adds, "
             "Delete takes away, Alt+Up and Alt+Down move: a session goes through half days and days. What is wrong stands at "
             "its field and below; Enter there leads to the field, and nothing broken can be kept. F9 keeps it as a new version "
             "of the course after showing who would be judged otherwise; Ctrl+S writes a folder or a .course file.");
}

} // namespace fledgling::ui
