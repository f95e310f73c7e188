#include "ui/courseeditor/CourseEditorPage.h"

#include "app/Words.h"
#include "ui/Net.h"
#include "ui/Language.h"
#include "ui/controls/Paragraph.h"
#include "ui/controls/SectionBar.h"
#include "ui/controls/Table.h"
#include "ui/courseeditor/EditorWords.h"
#include "ui/courseeditor/FindingsList.h"
#include "ui/courseeditor/PartForm.h"
#include "ui/courseeditor/TextPane.h"
#include "ui/frame/Doors.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/simplebook.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace fledgling::ui {

using app::EditorPartKind;
using look::State;

namespace {

/// After the last key, before the copy is read again, in milliseconds.
constexpr int CHECK_PAUSE_MS = 400;
constexpr int DEEPEST = 4;

bool isPath(const std::string& subject) { return subject.starts_with("/") || subject.find(":\\") != std::string::npos; }

} // namespace

CourseEditorPage::CourseEditorPage(wxWindow* parent, Session& of)
    : Page(parent, of, _("Course editor")), m_editor(desk(), courseLanguage(), doors::draftsFolder()), m_pause(this) {
    addActions();
    layOut();
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { check(); });
    // Where one goes back to, the draft is there at once.
    Bind(wxEVT_SHOW, [this](wxShowEvent& event) {
        event.Skip();
        if (event.IsShown() || !m_pause.IsRunning()) return;
        m_pause.Stop();
        (void)tried([this] { m_editor.check(); });
    });
}

CourseEditorPage::~CourseEditorPage() {
    // What was typed within the last moment.
    if (m_pause.IsRunning()) (void)tried([this] { m_editor.check(); });
}

void CourseEditorPage::addActions() {
    m_keep = addAction(_("Keep as a version"), "F9", [this] { keep(); });
    m_save = addAction(_("Save as a package"), "Ctrl+S", [this] { save(); });
    m_discard = addAction(_("Discard"), "F8", [this] { discard(); });
    onKey("N", _("Add"), [this] { add(); });
    onKey("Delete", _("Take away"), [this] { remove(); });
    onKey("Alt+Up", _("part up"), [this] { move(-1); });
    onKey("Alt+Down", _("part down"), [this] { move(1); });
    onKey("F3", _("fields or text"), [this] { nextSheet(); });
    onKey("Ctrl+O", _("bring a picture, film or hand-out in"), [this] { bring(); });
    onKey("Ctrl+Z", _("take back the last step"), [this] { undo(true); });
    onKey("Ctrl+Y", _("do it again"), [this] { undo(false); });
}

void CourseEditorPage::layOut() {
    m_board = new wxPanel(body());
    auto* all = new wxBoxSizer(wxVERTICAL);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_parts = new Table(m_board, _("Parts of the course"),
                        {{.title = _("part"), .sortable = false, .stretches = true},
                         {.title = _("when"), .sortable = false, .matters = true}});
    m_parts->shareWidth();
    m_parts->SetMinSize(FromDIP(wxSize(240, -1)));
    m_parts->onSelect = [this](const std::string& id) {
        if (!m_drawing) openPart(id);
    };
    m_parts->onActivate = [this](const std::string&) {
        m_sheets->GetSelection() == TextSheet ? m_text->focusFirst() : m_form->focusFirst();
    };
    m_parts->onDrag = [this](const std::string& id, const std::string& over) { return dragged(id, over); };
    m_parts->onDrop = [this](const std::string& id, const std::string& over) { dropped(id, over); };
    m_parts->onReleased = [this] { foldParts(); };
    m_parts->letDrag();
    // What the tree's own keys do stands at the tree; the page's head would have no room left for its title.
    m_deeds = new SectionBar(m_board);
    m_add = m_deeds->add(_("Add"), "N", [this] { add(); });
    m_remove = m_deeds->add(_("Take away"), "Delete", [this] { remove(); });
    auto* left = new wxBoxSizer(wxVERTICAL);
    left->Add(m_parts, wxSizerFlags(1).Expand());
    left->Add(m_deeds, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 0.5)));
    row->Add(left, wxSizerFlags(3).Expand().Border(wxRIGHT, look::gap(this, 2)));
    layOutRight(m_board, row);
    m_findings = new FindingsList(m_board);
    m_findings->onActivate = [this](const std::string& id) { goToFinding(id); };
    all->Add(row, wxSizerFlags(5).Expand());
    all->Add(m_findings, wxSizerFlags(1).Expand().Border(wxTOP, look::gap(this)));
    m_board->SetSizer(all);
    content()->Add(m_board, wxSizerFlags(1).Expand());
    m_slot = std::make_unique<EditSlot>(content(), m_board);
}

void CourseEditorPage::layOutRight(wxWindow* parent, wxSizer* row) {
    auto* right = new wxBoxSizer(wxVERTICAL);
    auto* top = new wxBoxSizer(wxHORIZONTAL);
    m_heading = new SectionBar(parent);
    m_heading->SetMinSize(FromDIP(wxSize(60, -1))); // a long title may be cut, what can be done may not
    m_tools = new SectionBar(parent);
    m_bring = m_tools->add(_("Bring a file in"), "Ctrl+O", [this] { bring(); });
    m_sheet = named(new wxChoice(parent, wxID_ANY), _("Fields or text"), "F3");
    m_sheet->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        const auto at = static_cast<std::size_t>(std::max(0, m_sheet->GetSelection()));
        m_language = at == 0 ? "" : m_editor.reading().at(at - 1);
        openSheet();
        enableDeeds();
    });
    top->Add(m_heading, wxSizerFlags(1).CentreVertical());
    top->Add(m_tools, wxSizerFlags().CentreVertical());
    top->Add(m_sheet, wxSizerFlags().CentreVertical().Border(wxLEFT, look::gap(this)));
    m_sheetKey = look::label(parent, "F3", look::Type::Small, true);
    top->Add(m_sheetKey, wxSizerFlags().CentreVertical().Border(wxLEFT, look::gap(this, 0.5)));
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
    m_sheets->Bind(wxEVT_CHAR_HOOK, &CourseEditorPage::stopPlainKeys, this);
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
        m_editor.movedOn().empty()
            ? inform(_("Your draft goes on where you left it. F8 discards it."))
            : inform(look::Notice::Changed,
                     wxString::Format(_("Your draft goes on where you left it. Meanwhile another program changed %s; what you "
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
        if (!isInSight(part)) continue;
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

bool CourseEditorPage::isInSight(const app::CourseEditor::Part& part) const {
    return part.within.empty() || m_part == part.within || m_part.starts_with(part.within + "/");
}

void CourseEditorPage::foldParts() {
    // Rows that jump under a pressed button would be dragged without anybody wanting it.
    if (!m_editor.isOpen() || m_parts->isHeld()) return;
    std::vector<std::string> ids;
    for (const auto& part : m_editor.parts())
        if (isInSight(part)) ids.push_back(part.id);
    if (ids != m_parts->order()) drawParts();
}

void CourseEditorPage::drawFindings() {
    if (m_findings->draw(m_editor)) m_board->Layout();
}

void CourseEditorPage::drawAbout() {
    setTitle(m_editor.isOpen() ? u8(m_editor.title()) : _("Course editor"));
    const int errors = m_findings->errors();
    if (errors > 0)
        setFigure(wxString::Format(wxPLURAL("%d error", "%d errors", errors), errors), State::Missing);
    else if (m_editor.changed())
        setFigure(_("not kept yet"), State::Changed);
    else
        setFigure({});
    const wxString from = m_editor.package().empty() ? wxString::Format(_("Version %s of the book."), u8(m_editor.version()))
                                                     : wxString::Format(_("On disk: %s."), u8(m_editor.package()));
    setStatus(followed(from, m_editor.changed() ? _("Draft, on this computer only.") : _("Nothing is changed.")));
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
    SectionBar::enable(m_add, may && m_editor.mayAdd(m_part), may ? _("Choose a list or one of its items first.") : why);
    SectionBar::enable(m_remove, may && m_editor.mayRemove(m_part), may ? _("This part belongs to every course.") : why);
    SectionBar::enable(m_bring, may && takesFiles(), why);
    enableAction(m_discard, may && changed, may ? _("Nothing is changed.") : why);
}

/// A session lists films and hand-outs, a text shows pictures.
bool CourseEditorPage::takesFiles() const {
    const auto* part = m_editor.part(m_part);
    return part && (part->kind == EditorPartKind::Session || !m_language.empty());
}

void CourseEditorPage::openPart(const std::string& id) {
    if (!m_editor.isOpen()) return;
    if (id != m_part) m_editor.endStep();
    m_part = m_editor.part(id) ? id : "facts";
    openSheet();
    enableDeeds();
    // The table is still telling that another row was chosen.
    CallAfter([this] { foldParts(); });
}

void CourseEditorPage::openSheet() {
    const auto& part = *m_editor.part(m_part);
    const auto fields = m_editor.fields(m_part);
    const bool text = app::hasText(part.kind);
    if (!text) m_language.clear();
    m_heading->setTitle(editor::partTitle(part));
    wxArrayString sheets;
    sheets.Add(_("Fields"));
    if (text)
        for (const auto& language : m_editor.reading())
            sheets.Add(dotted({_("Text"), editor::languageName(language)}));
    if (m_sheet->GetStrings() != sheets) m_sheet->Set(sheets);
    const auto languages = m_editor.reading();
    const auto at = std::find(languages.begin(), languages.end(), m_language) - languages.begin();
    m_sheet->SetSelection(m_language.empty() ? 0 : static_cast<int>(at) + 1);
    m_sheet->Show(text);
    m_sheetKey->Show(text);
    m_tools->Show(takesFiles());
    fillSheets(fields, part);
    m_board->Layout();
}

std::vector<app::CourseEditor::Field> CourseEditorPage::formFields() const {
    auto fields = m_editor.fields(m_part);
    std::erase_if(fields, [](const auto& one) { return one.field == app::EditorField::Body; });
    return fields;
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
    const auto lines = formFields();
    std::set<std::string> languages;
    for (const auto& one : lines)
        if (!one.language.empty()) languages.insert(one.language);
    if (m_form->shows(lines))
        m_form->setValues(lines);
    else
        m_form->show(lines, languages.size() > 1);
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
    m_pause.StartOnce(CHECK_PAUSE_MS);
    if (m_sheets->GetSelection() != FormSheet || m_form->shows(formFields())) return;
    // Another measure or kind asks for other fields; after the event of the choice, which goes with them.
    CallAfter([this, field] {
        openSheet();
        m_form->focus(field);
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

void CourseEditorPage::nextSheet() {
    const auto* part = m_editor.part(m_part);
    if (!part || !app::hasText(part->kind) || m_slot->isOpen()) return;
    const auto next = (m_sheet->GetSelection() + 1) % static_cast<int>(m_sheet->GetCount());
    m_language = next == 0 ? "" : m_editor.reading().at(static_cast<std::size_t>(next) - 1);
    openSheet();
    enableDeeds();
    m_language.empty() ? m_form->focusFirst() : m_text->focusFirst();
}

void CourseEditorPage::focusFirst() {
    if (m_slot->isOpen())
        m_slot->editor()->focusFirst();
    else
        m_parts->takeFocus();
}

wxString CourseEditorPage::help() const {
    return _("A course changed in forms. Choose a part left and change its fields right: every change is a draft on this "
             "computer's disk, which outlives the program. F3 shows the text of a session, or of what is signed for, with what trainees "
             "will see; Ctrl+O brings a picture, film or hand-out in. N adds, Del takes away, Alt+Up and Alt+Down move: a "
             "session goes through half days and days, and can be dragged there with the mouse. What is wrong stands at "
             "its field and below; Enter there leads to the field, and nothing broken can be kept. F9 keeps it as a new version "
             "of the course after showing who would be judged otherwise; Ctrl+S writes a folder or a .course file.");
}

} // namespace fledgling::ui
