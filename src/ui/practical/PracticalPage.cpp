#include "ui/practical/PracticalPage.h"

#include "domain/Text.h"
#include "ui/Language.h"
#include "ui/controls/Chips.h"
#include "ui/controls/Paragraph.h"
#include "ui/controls/Table.h"
#include "ui/practical/PracticalCells.h"

#include <algorithm>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace fledgling::ui {

using domain::PersonId;
using domain::Verb;
using look::State;

namespace {

/// Name and state stand before the items.
constexpr int FIRST_ITEM = 2;
/// Among the cohorts: the mentors who are examined again.
constexpr const char* MENTORS = "mentors";

} // namespace

PracticalPage::PracticalPage(wxWindow* parent, Session& of)
    : Page(parent, of, _("Practical checks")), m_view(desk(), courseLanguage()) {
    addActions();
    // Every item of a check is seen at once in a window of 1280 by 800.
    setDense();
    layOut();
    listenTo({app::Topic::Results, app::Topic::Quizzes, app::Topic::Cohorts, app::Topic::People, app::Topic::Courses,
              app::Topic::Pairing});
}

void PracticalPage::addActions() {
    if (session().may(Verb::MarkPractical)) {
        m_handOn = addAction(_("Hand on"), "F9", [this] { handOn(); });
        onKey("1-9", _("give an item its step"), {});
        onKey("E", _("say what was seen"), [this] { m_evidence->SetFocus(); });
        onKey("F8", _("between grid and sheet"),
              [this] { m_sheet->IsDescendant(FindFocus()) ? m_grid->takeFocus() : m_sheet->takeFocus(); });
    }
    if (session().may(Verb::ConfirmPractical)) {
        m_confirm = addAction(_("Confirm"), "C", [this] { confirm(); });
        m_sendBack = addAction(_("Send back"), "B", [this] { sendBack(); });
    }
    if (session().may(Verb::GrantAttempt)) m_grant = addAction(_("Grant"), "G", [this] { grant(); });
    if (desk().actor.is(domain::Role::Trainer) || desk().actor.is(domain::Role::Supervisor) ||
        desk().actor.is(domain::Role::Manager))
        m_cohorts = chips().addPick(_("Cohort"), {}, "", [this](const std::string& id) {
            show(id);
            refresh();
            backToGrid(m_cohorts);
        });
    m_checks = chips().addPick(_("Check"), {}, "", [this](const std::string& id) {
        if (attempt([&] { m_view.load({}, id); })) refresh();
        backToGrid(m_checks);
    });
}

/// Once something was chosen there the list is what one goes on with; where it is empty, the choice.
void PracticalPage::backToGrid(wxChoice* chosenFrom) {
    CallAfter([this, chosenFrom] { m_view.rows().empty() ? chosenFrom->SetFocus() : takeKeyboard(); });
}

void PracticalPage::layOut() {
    m_grid = new Table(body(), _("Trainees by items"), {}, Table::Cursor::Cells);
    m_grid->shareWidth();
    m_grid->showWhole();
    m_grid->onKey = [this](const wxKeyEvent& key, const std::string&) { return onTableKey(key); };
    m_grid->onCell = [this](const std::string& trainee, int column) {
        const auto at = static_cast<std::size_t>(column - FIRST_ITEM);
        choose(trainee, column >= FIRST_ITEM && at < m_view.items().size() ? m_view.items()[at].id : m_item);
        m_inSheet = false;
    };
    m_grid->onActivate = [this](const std::string&) { m_sheet->takeFocus(); };
    m_state = new Paragraph(body(), look::Type::Section);
    m_sheet = new Table(body(), _("Items of the check"),
                        {{.title = {}, .align = Column::Align::Right, .sortable = false},
                         {.title = _("item"), .sortable = false, .matters = true},
                         {.title = _("step reached"), .sortable = false},
                         {.title = _("what was seen"), .sortable = false, .stretches = true, .headed = true}});
    m_sheet->shareWidth();
    m_sheet->showWhole();
    m_sheet->onKey = [this](const wxKeyEvent& key, const std::string&) { return onTableKey(key); };
    m_sheet->onSelect = [this](const std::string& item) {
        choose(m_trainee, item);
        m_inSheet = true;
    };
    m_sheet->onActivate = [this](const std::string&) { m_evidence->SetFocus(); };
    content()->Add(m_grid, wxSizerFlags(2).Expand().Border(wxTOP, look::gap(this, 0.5)));
    content()->Add(m_state, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 0.5)));
    content()->Add(m_sheet, wxSizerFlags(3).Expand().Border(wxTOP, look::gap(this, 0.5)));
    layOutEvidence();
}

void PracticalPage::layOutEvidence() {
    m_seen = new Paragraph(body(), look::Type::Small, true);
    m_evidence = named(new wxTextCtrl(body(), wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER),
                       _("What was seen"));
    m_evidence->SetMaxLength(domain::LINE_LIMIT);
    m_evidence->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { keepEvidence(); });
    m_evidence->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() != WXK_ESCAPE) return event.Skip();
        m_given.reset();
        drawSeen();
        (m_inSheet ? m_sheet : m_grid)->takeFocus();
    });
    content()->Add(m_seen, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 0.5)));
    content()->Add(m_evidence, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 0.25)));
}

void PracticalPage::show(const std::string& subject) {
    m_opening = subject.empty();
    m_subject = subject.empty() && m_cohorts ? session().remembered("cohort") : subject;
}

std::optional<std::string> PracticalPage::whereabouts() {
    if (m_view.own() || m_trainee.empty() || m_view.check().empty()) return std::nullopt;
    return m_trainee + " " + m_view.check();
}

void PracticalPage::refresh() {
    const auto parts = domain::split(std::exchange(m_subject, {}), ' ');
    const bool kept = attempt([&] {
        const auto cohort = parts.empty() || parts[0].empty() ? std::nullopt : std::optional(domain::CohortId(parts[0]));
        if (std::exchange(m_opening, false)) {
            if (const auto waiting = m_view.loadWaiting(cohort)) m_trainee = waiting->text();
        } else if (parts.size() > 1) {
            m_view.loadFor(PersonId(parts[0]), parts[1]);
            m_trainee = parts[0];
        } else if (!parts.empty() && parts[0] == MENTORS) {
            m_view.loadMentors();
        } else {
            m_view.load(cohort);
        }
    });
    if (!kept) return;
    drawChips();
    if (m_view.rows().empty() || m_view.items().empty()) {
        setFigure({});
        return showEmpty(m_view.own() ? _("Your practical checks stand here, item by item, once two people signed them.")
                                      : _("Practical checks are marked here, item by item, once there are trainees "
                                          "whose course has one."));
    }
    showContent();
    if (!chosen()) m_trainee = m_view.rows().front().trainee.text();
    if (place() == m_view.items().size()) m_item = firstToMark();
    m_grid->Show(!m_view.own());
    m_evidence->Show(!m_view.own());
    if (!m_view.own()) {
        drawGrid();
        drawFigure();
    }
    drawSheet();
}

void PracticalPage::drawFigure() {
    const int due = m_view.mentors() ? m_view.due() : 0, waiting = m_view.waiting();
    const int elsewhere = m_view.mentors() ? 0 : m_view.mentorsDue();
    const bool nothing = due + waiting + elsewhere == 0;
    // What there is none of isn't told beside what there is: the title needs the room.
    const wxString confirm =
        waiting == 0 && !nothing ? wxString() : wxString::Format(wxPLURAL("%d check to confirm", "%d checks to confirm", waiting), waiting);
    const wxString dueNow = due == 0 ? wxString() : wxString::Format(wxPLURAL("%d check due", "%d checks due", due), due);
    // TRANSLATORS: practical checks of mentors, while those of trainees are shown
    const wxString mentors = elsewhere == 0 ? wxString() : wxString::Format(wxPLURAL("%d mentor due", "%d mentors due", elsewhere), elsewhere);
    setFigure(dotted({dueNow, confirm, mentors}), nothing ? State::Met : State::Due);
}

void PracticalPage::drawChips() {
    if (m_cohorts) {
        std::vector<Chips::Option> options;
        for (const auto& one : m_view.cohorts())
            options.push_back({one.id.text(), u8(one.name)});
        if (m_view.offersMentors()) options.push_back({MENTORS, _("Mentors, examined again")});
        const std::string cohort = m_view.cohort() ? m_view.cohort()->text() : "";
        chips().setOptions(m_cohorts, options, m_view.mentors() ? MENTORS : cohort);
    }
    std::vector<Chips::Option> checks;
    for (const auto& one : m_view.checks())
        checks.push_back({one.id, u8(one.title)});
    chips().setOptions(m_checks, checks, m_view.check());
}

void PracticalPage::drawGrid() {
    m_drawing = true;
    std::string columns;
    for (const auto& item : m_view.items())
        columns += item.id + "\n";
    if (std::exchange(m_columns, columns) != columns) m_grid->setColumns(gridColumns(m_view));
    std::vector<ui::Row> rows;
    for (const auto& row : m_view.rows())
        rows.push_back(gridRow(m_view, row));
    m_grid->set(std::move(rows));
    m_grid->setCursor(m_trainee, FIRST_ITEM + static_cast<int>(place()));
    m_drawing = false;
}

void PracticalPage::drawSheet() {
    const auto* row = chosen();
    if (!row) return;
    m_drawing = true;
    m_state->set(storyOf(m_view, *row));
    m_sheet->set(sheetRows(m_view, *row));
    m_sheet->select(m_item);
    m_drawing = false;
    drawSeen();
    enableDeeds();
    Layout();
}

/// The item under the cursor in whole, its steps with their digits, and the words kept with it.
void PracticalPage::drawSeen() {
    const auto* row = chosen();
    if (!row || place() == m_view.items().size()) return;
    const auto step = given();
    m_seen->SetForegroundColour(step ? look::colour(State::Due) : look::muted());
    m_seen->set(m_view.own() ? wxString() : step ? askingText(m_view, place(), *step) : stepsText(m_view, place(), *row));
    const auto* mark = row->mark(m_item);
    if (!step) m_evidence->ChangeValue(mark && !row->fresh() ? u8(mark->evidence) : wxString());
    m_evidence->Enable(row->mine);
    m_evidence->SetToolTip(row->mine ? wxString() : whyNotMine(*row));
}

const PracticalPage::Row* PracticalPage::chosen() const {
    return m_trainee.empty() ? nullptr : m_view.row(PersonId(m_trainee));
}

std::size_t PracticalPage::place() const {
    const auto& items = m_view.items();
    return static_cast<std::size_t>(
        std::find_if(items.begin(), items.end(), [&](const auto& one) { return one.id == m_item; }) - items.begin());
}

/// Where a check that was begun goes on.
std::string PracticalPage::firstToMark() const {
    const auto& items = m_view.items();
    const auto* row = chosen();
    if (!row || row->fresh() || !row->mine) return items.front().id;
    const auto open = std::find_if(items.begin(), items.end(), [&](const auto& one) { return !row->mark(one.id); });
    return open == items.end() ? items.front().id : open->id;
}

void PracticalPage::choose(const std::string& trainee, const std::string& item) {
    if (m_drawing || trainee.empty() || (trainee == m_trainee && item == m_item)) return;
    hush(); // what was said was said of the one left
    leaveGiven();
    const bool other = trainee != m_trainee;
    m_trainee = trainee;
    m_item = item;
    if (other) return drawSheet();
    m_drawing = true;
    m_sheet->select(m_item);
    m_grid->setCursor(m_trainee, FIRST_ITEM + static_cast<int>(place()));
    m_drawing = false;
    drawSeen();
}

bool PracticalPage::onTableKey(const wxKeyEvent& key) {
    if (key.HasAnyModifiers() || !session().may(Verb::MarkPractical)) return false;
    const int digit = digitOf(key.GetKeyCode());
    if (digit < 0) return false;
    const int steps = static_cast<int>(m_view.scale().size());
    if (digit < 1 || digit > steps) {
        inform(wxString::Format(_("This check has the steps 1 to %d."), steps));
        return true;
    }
    giveStep(digit - 1);
    return true;
}

void PracticalPage::giveStep(int step) {
    const auto* row = chosen();
    if (!row || place() == m_view.items().size()) return;
    if (!row->mine && !session().past()) return inform(whyNotMine(*row));
    if (row->mine && m_view.asksForWords(*row, m_item, step)) return askForWords(step);
    m_given.reset();
    const bool best = step + 1 == static_cast<int>(m_view.scale().size());
    // Words that stand stay with a lower step until others are typed.
    if (!attempt([&] { m_view.mark(PersonId(m_trainee), m_item, {step, {}}); })) return;
    refresh();
    if (best) return goOn();
    m_evidence->SetFocus();
}

/// The step waits at the field: it is kept with what is missing.
void PracticalPage::askForWords(int step) {
    if (session().past()) return void(attempt([] { throw domain::Refused(domain::Rule::PastIsReadOnly); }));
    m_given = Given{m_trainee, m_item, step};
    drawSeen();
    Layout();
    m_evidence->SetFocus();
}

std::optional<int> PracticalPage::given() const {
    const bool here = m_given && m_given->trainee == m_trainee && m_given->item == m_item;
    return here ? std::optional(m_given->step) : std::nullopt;
}

void PracticalPage::keepEvidence() {
    const auto* row = chosen();
    const auto* mark = row && !row->fresh() ? row->mark(m_item) : nullptr;
    const auto step = given();
    if (!mark && !step) return inform(_("Give the item its step first: press its digit in the table."));
    const domain::ItemSeen seen{step ? *step : mark->step, utf8(m_evidence->GetValue())};
    if (!attempt([&] { m_view.mark(PersonId(m_trainee), m_item, seen); })) return;
    m_given.reset();
    refresh();
    goOn();
}

/// Somebody goes to another item while a step waits for its words: kept with those typed, else dropped with a word.
void PracticalPage::leaveGiven() {
    const auto step = given();
    m_given.reset();
    if (!step) return;
    const auto words = utf8(m_evidence->GetValue());
    if (domain::trimmed(words).empty())
        return inform(wxString::Format(_("The step of \"%s\" was not kept: below the best step it needs a few words."),
                                       u8(m_view.items()[place()].title)));
    attempt([&] { m_view.mark(PersonId(m_trainee), m_item, {*step, words}); });
}

/// To the next item, and the keyboard back to where it was.
void PracticalPage::goOn() {
    const auto next = place() + 1;
    if (next < m_view.items().size()) choose(m_trainee, m_view.items()[next].id);
    (m_inSheet ? m_sheet : m_grid)->takeFocus();
}

void PracticalPage::focusFirst() { m_view.own() ? m_sheet->takeFocus() : m_grid->takeFocus(); }

std::vector<app::BookKey> PracticalPage::focusedKeys() {
    const auto* row = chosen();
    if (!row || !row->sheet) return {};
    const auto& of = row->sheet->sheet.key;
    std::vector<std::string> paper{of.trainee.text(), of.course, of.assessment, std::to_string(of.attempt)};
    std::vector<app::BookKey> keys{{"practical_sheet", paper}};
    if (place() < m_view.items().size()) {
        paper.push_back(m_item);
        keys.insert(keys.begin(), {"practical_mark", std::move(paper)});
    }
    return keys;
}

wxString PracticalPage::help() const {
    return _("Practical checks, item by item. Choose a trainee and press an item's digit: 1 is the worst step, the "
             "last one the best. Below the best step say in a few words what you saw and press Enter. F9 hands the "
             "check on; somebody else then confirms it with C, or sends it back with B and what is missing. One "
             "critical item below the best step means not yet, whatever the sum. Mentors take the check again on the "
             "course's schedule: they stand at the end of the cohorts.");
}

} // namespace fledgling::ui
