#include "ui/cohorts/CohortsPage.h"

#include "app/Record.h"
#include "app/Words.h"
#include "app/exports/Exports.h"
#include "ui/Language.h"
#include "ui/cohorts/PlanWords.h"
#include "ui/controls/Chips.h"
#include "ui/controls/SectionBar.h"
#include "ui/controls/Table.h"
#include "ui/training/TrainingWords.h"

#include <algorithm>
#include <utility>
#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace fledgling::ui {

using app::CohortStage;
using domain::Verb;
using look::State;

namespace {

constexpr const char* OPEN = "open";
constexpr const char* ALL = "all";
/// The half days of a course of three days are seen at once; in a low window they leave two thirds to the people.
constexpr int HALVES_HEIGHT = 34 + 6 * 28 + 8;
constexpr int HALVES_PART = 3;
/// In less than so many letters beside each other the half days have no room for all their columns.
constexpr int NARROW_CHARS = 66;

wxString plannersOnly() { return _("Only trainers, supervisors and managers plan cohorts."); }

} // namespace

CohortsPage::CohortsPage(wxWindow* parent, Session& of)
    : Page(parent, of, _("Cohorts")), m_view(desk(), courseLanguage()), m_filter(OPEN) {
    chips().addOneOf(_("Show"), {{OPEN, _("running and coming")}, {ALL, _("all")}}, m_filter,
                     [this](const std::string& id) {
                         m_filter = id;
                         drawList();
                     });
    setDense();
    layOut();
    bindKeys();
    listenTo({app::Topic::Cohorts, app::Topic::Roll, app::Topic::People, app::Topic::Calendar,
              app::Topic::Courses, app::Topic::Pairing, app::Topic::Decisions});
}

void CohortsPage::bindKeys() {
    m_new = addAction(_("New cohort"), "N", [this] { newCohort(); });
    m_review = addAction(_("Review day"), "V", [this] { planReview(); });
    addAction(_("Calendar"), "C", [this] { session().go("calendar"); });
    m_export = addAction(_("Export"), "Ctrl+E", [this] { exportCohort(); });
    // Whoever never has this right needs no grey button in the row.
    if (domain::may(session().actor().roles, Verb::SetDepartment))
        m_account = addAction(_("Account address"), "A", [this] { setHomePage(); });
    onKey("Enter", _("open the roll of the half day"), [this] { openRoll(); });
    onIdle("M", _("move the half day: day, hours, room, trainer"), [this] { moveHalf(); });
    onIdle("E", _("enrol trainees"), [this] { enrol(); });
    onIdle("T", _("take the trainee out of the cohort"), [this] { takeOut(); });
    onIdle("O", _("the trainee changes to another cohort"), [this] { changeCohort(); });
    onIdle("P", _("plan the owed make-up"), [this] { planMakeUp(); });
    onIdle("W", _("waive the owed make-up"), [this] { waive(); });
    onIdle("R", _("old and new dates after a change of the calendar"), [this] { replan(); });
}

void CohortsPage::onIdle(const std::string& key, const wxString& does, std::function<void()> run) {
    onKey(key, does, [this, run = std::move(run)] {
        if (idle()) run();
    });
}

void CohortsPage::layOut() {
    m_notice = new SectionBar(body());
    m_replan = m_notice->add(_("Old and new dates"), "R", [this] { replan(); });
    m_notice->Hide();
    m_main = new wxPanel(body());
    m_list = new Table(m_main, _("Cohorts"),
                       {{.title = _("cohort"), .stretches = true}, // the chosen one stands whole beside the list
                        {.title = _("state"), .matters = true},
                        {.title = _("people"), .align = Column::Align::Right, .matters = true, .headed = true}});
    m_list->shareWidth();
    m_list->smallHeadings();
    m_list->SetMinSize(wxSize(FromDIP(240), -1));
    m_list->onSelect = [this](const std::string& id) {
        if (m_view.current() && m_view.current()->cohort.id.text() == id) return;
        session().remember("cohort", id);
        attempt([&] { m_view.show(domain::CohortId(id)); });
        drawDetails();
    };
    m_list->onActivate = [this](const std::string&) { m_halves->takeFocus(); };
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    // The half days' titles are the longest there is to read here.
    row->Add(m_list, wxSizerFlags(3).Expand().Border(wxRIGHT, look::gap(this)));
    row->Add(layOutDetails(m_main), wxSizerFlags(8).Expand());
    m_main->SetSizer(row);
    content()->Add(m_notice, wxSizerFlags().Expand());
    content()->Add(m_main, wxSizerFlags(1).Expand().Border(wxTOP, look::gap(this, 0.5)));
    m_whole = std::make_unique<EditSlot>(content(), m_main);
}

wxWindow* CohortsPage::layOutDetails(wxWindow* parent) {
    auto* details = new wxPanel(parent);
    m_halvesBar = new SectionBar(details);
    m_open = m_halvesBar->add(_("Open the roll"), "Enter", [this] { openRoll(); });
    m_move = m_halvesBar->add(_("Move"), "M", [this] { moveHalf(); });
    m_about = look::line(details, look::Type::Small, true);
    m_halves = new Table(details, _("Half days"), plan::halfColumns(m_narrow));
    m_halves->shareWidth();
    m_halves->showWhole();
    m_halves->SetMinSize(wxSize(-1, FromDIP(HALVES_HEIGHT)));
    details->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip(); // the layout follows
        CallAfter([this] {
            fitHalves();
            yieldToForm();
        });
        m_halves->SetMinSize(wxSize(-1, std::min(FromDIP(HALVES_HEIGHT), event.GetSize().y / HALVES_PART)));
    });
    m_halves->onSelect = [this](const std::string&) { drawHalvesBar(); };
    m_halves->onActivate = [this](const std::string&) { openRoll(); };
    m_people = new wxPanel(details);
    layOutPeople(m_people);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(m_halvesBar, wxSizerFlags().Expand());
    column->Add(m_about, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this, 0.5)));
    column->Add(m_halves, wxSizerFlags().Expand());
    column->Add(m_people, wxSizerFlags(1).Expand());
    details->SetSizer(column);
    m_lower = std::make_unique<EditSlot>(column, m_people);
    return details;
}

wxWindow* CohortsPage::layOutPeople(wxWindow* parent) {
    m_traineesBar = new SectionBar(parent);
    m_enrol = m_traineesBar->add(_("Enrol"), "E", [this] { enrol(); });
    m_takeOut = m_traineesBar->add(_("Take out"), "T", [this] { takeOut(); });
    m_change = m_traineesBar->add(_("Other cohort"), "O", [this] { changeCohort(); });
    m_trainees = new Table(parent, _("Trainees of the cohort"),
                           {{.title = _("name")},
                            {.title = _("post")},
                            {.title = _("joined")},
                            {.title = _("left")},
                            {.title = _("mentor"), .stretches = true, .matters = true}});
    m_trainees->shareWidth();
    m_trainees->showWhole();
    m_trainees->onActivate = [this](const std::string& id) { session().go("person", id); };
    m_owedBar = new SectionBar(parent);
    m_plan = m_owedBar->add(_("Plan a make-up"), "P", [this] { planMakeUp(); });
    m_waive = m_owedBar->add(_("Waive"), "W", [this] { waive(); });
    m_owed = new Table(parent, _("Make-ups owed"),
                       {{.title = _("name")},
                        {.title = _("missed")},
                        {.title = _("session"), .stretches = true},
                        {.title = _("planned for")}});
    m_owed->shareWidth();
    m_owed->showWhole();
    m_owed->onActivate = [this](const std::string&) { planMakeUp(); };
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(m_traineesBar, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 0.5)));
    column->Add(m_trainees, wxSizerFlags(2).Expand());
    column->Add(m_owedBar, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 0.5)));
    column->Add(m_owed, wxSizerFlags(1).Expand());
    parent->SetSizer(column);
    return parent;
}

std::vector<app::BookKey> CohortsPage::focusedKeys() {
    const auto* shown = m_view.current();
    if (!shown || !idle()) return {};
    const std::string cohort = shown->cohort.id.text();
    if (m_halves->hasKeyboard() && !m_halves->selected().empty())
        return {{"session", {m_halves->selected()}}, {"roll_closed", {m_halves->selected()}}};
    if (m_trainees->hasKeyboard() && !m_trainees->selected().empty())
        return {{"member", {cohort, m_trainees->selected()}}};
    if (const auto* one = owed(); one && m_owed->hasKeyboard()) {
        std::vector<app::BookKey> keys{{"waiver", {one->trainee.text(), shown->cohort.course, one->courseSession}}};
        if (one->planned) keys.push_back({"guest", {one->planned->session.text(), one->trainee.text()}});
        return keys;
    }
    return {{"cohort", {cohort}}};
}

wxString CohortsPage::help() const {
    return _(
        "A cohort is a class of new hires that takes the course together. N lays a new one: its half days "
        "fall on "
        "working days by themselves, and clashes are named before anything is kept. Tab goes from the "
        "cohorts to the "
        "half days, the trainees and the make-ups they owe; every key shown works on the selected line.");
}

// ---- what is shown

void CohortsPage::focusFirst() {
    if (auto* editor = m_whole->isOpen() ? m_whole->editor() : m_lower->editor()) return editor->focusFirst();
    m_view.current() ? m_halves->takeFocus() : SetFocus();
}

void CohortsPage::draw() {
    const bool may = session().may(Verb::LayCohort);
    if (m_view.rows().empty() && !m_whole->isOpen()) {
        if (m_view.courses().empty())
            showEmpty(
                _("Cohorts stand here with their half days and trainees. First a course has to be loaded."),
                may ? _("Go to the course") : wxString(), [this] { session().go("course"); });
        else
            showEmpty(_("Cohorts stand here with their half days and trainees. Lay the first: its half days "
                        "fall on "
                        "working days by themselves."),
                      may ? _("New cohort") : wxString(), [this] { newCohort(); });
        enable();
        return;
    }
    showContent();
    drawList();
    drawDetails();
}

void CohortsPage::drawList() {
    std::vector<Row> rows;
    const auto* shown = m_view.current();
    for (const auto& row : m_view.rows()) {
        const bool current = shown && row.cohort.id == shown->cohort.id;
        if (m_filter == OPEN && row.stage == CohortStage::Done && !current) continue;
        rows.push_back({row.cohort.id.text(),
                        {{.text = u8(row.cohort.name), .bold = row.stage == CohortStage::Running},
                         plan::stageCell(row),
                         {.text = wxString::Format("%d", row.trainees)}}});
    }
    chips().setNote(wxString::Format(_("%1$zu of %2$zu shown"), rows.size(), m_view.rows().size()));
    m_list->set(std::move(rows));
    if (shown) m_list->select(shown->cohort.id.text());
    const int running = m_view.count(CohortStage::Running);
    setFigure(running == 0
                  ? _("none is on its course days")
                  : wxString::Format(wxPLURAL("%d on its course days", "%d on their course days", running),
                                     running),
              running > 0 ? State::Due : State::None);
}

void CohortsPage::drawDetails() {
    yieldToForm();
    const bool moves = !m_view.moves().empty();
    if (moves) m_notice->setTitle(plan::movesText(m_view.moves().size()), State::Missing);
    m_notice->Show(moves && !m_whole->isOpen());
    drawHalves();
    drawTrainees();
    drawOwed();
    enable();
    Layout();
    body()->Layout();
}

void CohortsPage::fitHalves() {
    const bool narrow = m_halves->GetParent()->GetSize().x < NARROW_CHARS * m_halves->GetCharWidth();
    if (std::exchange(m_narrow, narrow) == narrow) return;
    const auto was = m_halves->selected();
    m_halves->setColumns(plan::halfColumns(narrow));
    drawHalves();
    if (!was.empty()) m_halves->select(was);
    drawHalvesBar();
}

void CohortsPage::drawHalves() {
    const auto* row = m_view.current();
    if (!row) return;
    std::vector<Row> rows;
    const domain::Date today = app::shownDay(desk());
    std::string next;
    for (const auto& half : m_view.halves()) {
        if (next.empty() && !half.closed) next = half.session.id.text();
        rows.push_back(plan::halfRow(half, today, m_narrow));
    }
    const bool fresh = !m_view.half(m_halves->selected());
    m_halves->set(std::move(rows));
    if (fresh && !m_view.halves().empty())
        m_halves->select(next.empty() ? m_view.halves().front().session.id.text() : next);
    drawHalvesBar();
}

/// A long title is cut in the table: the chosen half day's is said whole, and what a narrow table leaves out.
void CohortsPage::drawHalvesBar() {
    const auto* row = m_view.current();
    if (!row) return;
    const auto* half = m_view.half(m_halves->selected());
    const wxString review =
        row->cohort.review ? wxString::Format(_("review %s"), nearDayText(*row->cohort.review)) : wxString();
    m_halvesBar->setTitle(u8(row->cohort.name));
    m_halvesBar->setDetail(half ? u8(half->title) : wxString());
    const wxString where = half && m_narrow ? dotted({u8(half->session.room), u8(half->trainer)}) : wxString();
    const wxString about = dotted({where, review, u8(m_view.courseTitle()), u8(row->cohort.version)});
    m_about->SetLabelText(about);
    m_about->SetToolTip(about);
}

void CohortsPage::drawTrainees() {
    std::vector<Row> rows;
    int here = 0;
    for (const auto& one : m_view.trainees()) {
        here += one.here;
        rows.push_back({one.id.text(),
                        {{.text = u8(one.name), .muted = !one.here},
                         {.text = postsText(one.posts), .muted = !one.here},
                         {.text = dayText(one.joined), .muted = true},
                         {.text = one.departed ? dotted({dayText(*one.departed), u8(one.why)}) : wxString(),
                          .state = one.departed ? State::Waived : State::None},
                         {.text = one.mentor.empty() ? _("no mentor yet") : u8(one.mentor),
                          .muted = one.mentor.empty()}}});
    }
    m_traineesBar->setTitle(wxString::Format(wxPLURAL("%s trainee", "%s trainees", here), numberText(here)));
    m_trainees->set(std::move(rows));
    if (m_trainees->selected().empty() && !m_view.trainees().empty())
        m_trainees->select(m_view.trainees().front().id.text());
}

void CohortsPage::drawOwed() {
    std::vector<Row> rows;
    for (const auto& one : m_view.owed()) {
        const Cell planned =
            one.planned
                ? Cell{.text = dotted({dayText(one.planned->words.day), u8(one.planned->words.cohort)}),
                       .state = State::Due}
                : Cell{.text = _("not planned"), .state = State::Missing};
        rows.push_back({one.trainee.text() + " " + one.courseSession,
                        {{.text = u8(one.name)},
                         {.text = one.missed ? dayText(*one.missed) : wxString()},
                         {.text = u8(one.title)},
                         planned}});
    }
    const auto count = static_cast<int>(rows.size());
    m_owedBar->setTitle(wxString::Format(wxPLURAL("%d make-up owed", "%d make-ups owed", count), count),
                        State::Missing);
    m_owedBar->Show(count > 0);
    m_owed->Show(count > 0);
    const std::string first = rows.empty() ? std::string() : rows.front().id;
    m_owed->set(std::move(rows));
    if (m_owed->selected().empty()) m_owed->select(first);
    m_people->Layout();
}

void CohortsPage::enable() {
    const bool past = session().past();
    const wxString pastOnly = _("The past is read-only.");
    const auto why = [&](Verb verb) {
        return session().may(verb) ? wxString() : past ? pastOnly : plannersOnly();
    };
    const bool cohort = m_view.current() != nullptr;
    const wxString noPlan = why(Verb::LayCohort), noEnrol = why(Verb::EnrolTrainee);
    const wxString open = _("Keep or leave the open form first.");
    const auto live = [&](wxButton* button, bool can, const wxString& whyNot) {
        SectionBar::enable(button, can && idle(), idle() ? whyNot : open);
    };
    live(m_new, noPlan.empty() && !m_view.courses().empty(),
         noPlan.empty() ? _("First a course has to be loaded.") : noPlan);
    live(m_review, noPlan.empty() && cohort, noPlan);
    live(m_export, cohort && app::mayExport(desk(), app::ExportKind::Calendar), plannersOnly());
    if (m_account) live(m_account, session().may(Verb::SetDepartment), pastOnly);
    live(m_open, cohort && !m_view.halves().empty(), {});
    live(m_move, noPlan.empty() && cohort, noPlan);
    live(m_enrol, noEnrol.empty() && cohort, noEnrol);
    live(m_takeOut, noEnrol.empty() && trainee(), noEnrol);
    live(m_change, noEnrol.empty() && trainee(), noEnrol);
    live(m_replan, noPlan.empty(), noPlan);
    live(m_plan, session().may(Verb::MarkRoll), past ? pastOnly : plannersOnly());
    live(m_waive, session().may(Verb::WaiveSession),
         past ? pastOnly : _("Only a manager waives a make-up, with a reason."));
    m_list->Enable(idle());
}

} // namespace fledgling::ui
