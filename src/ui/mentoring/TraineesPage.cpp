#include "ui/mentoring/TraineesPage.h"

#include "app/Words.h"
#include "ui/Language.h"
#include "ui/controls/RichText.h"
#include "ui/controls/Table.h"
#include "ui/people/OwnLeave.h"
#include "ui/training/TrainingWords.h"

#include <wx/button.h>
#include <wx/sizer.h>

namespace fledgling::ui {

using app::MyTrainees;
using look::State;

namespace {

Cell todayCell(const MyTrainees::Row& row) {
    if (row.logDue) return {.text = _("to write"), .state = State::Due};
    if (row.day == 0) return {.text = wxString::Format(_("from %s"), dayText(row.since)), .muted = true};
    return {.text = _("nothing due"), .state = State::Met};
}

Cell missingCell(const MyTrainees::Row& row) {
    if (row.missing.empty()) return {.text = _("none"), .muted = true};
    const int count = static_cast<int>(row.missing.size());
    wxString text = dayText(row.missing.front());
    if (count > 1) text << " +" << count - 1;
    const wxString said =
        wxString::Format(wxPLURAL("%d day without an entry", "%d days without an entry", count), count);
    return {.text = text, .state = State::Missing, .spoken = said};
}

Cell skillCell(const MyTrainees::Row& row) {
    wxString text = wxString::Format("%d/%d", row.skillsDone, row.skills);
    if (row.signable.empty())
        return {.text = text, .state = row.skillsDone == row.skills ? State::Met : State::None};
    text << _(", ") << wxString::Format(_("%d to sign"), static_cast<int>(row.signable.size()));
    return {.text = text, .state = State::Due};
}

Cell problemCell(const MyTrainees::Row& row) {
    if (row.problems == 0) return {.text = _("none"), .muted = true};
    return {.text = wxString::Format(_("%d to answer"), row.problems), .state = State::Due};
}

Cell textCell(const MyTrainees::Row& row) {
    if (row.unsignedTexts.empty()) return {.text = _("all signed"), .state = State::Met};
    std::vector<wxString> titles;
    for (const auto& title : row.unsignedTexts)
        titles.push_back(u8(title));
    return {.text = listText(titles), .state = State::Missing};
}

} // namespace

namespace {

/// What waits for the mentor, a line each; with the key that does it.
std::string dueText(const MyTrainees::Row& row) {
    std::string lines;
    const auto add = [&](const wxString& line) { lines += "<li>" + escapedHtml(line) + "</li>"; };
    if (!row.told.empty()) add(wxString::Format(_("At the hand-over you were told: %s"), u8(row.told)));
    if (row.logDue) add(_("Today's entry is still to write: Enter."));
    if (!row.missing.empty()) {
        std::vector<wxString> days;
        for (const auto& day : row.missing)
            days.push_back(dayText(day));
        add(wxString::Format(_("Days without an entry: %s. D writes for the first."), listText(days)));
    }
    for (const auto& one : row.signable)
        add(wxString::Format(_("%s: an entry proves \"%s\", to sign in the log."), u8(one.title),
                             u8(app::word(one.proven, tongue))));
    if (row.problems > 0)
        add(wxString::Format(wxPLURAL("%d problem in the trainee's own log waits for an answer.",
                                      "%d problems in the trainee's own log wait for an answer.",
                                      row.problems),
                             row.problems));
    for (const auto& title : row.unsignedTexts)
        add(wxString::Format(_("%s is not signed yet: remind the trainee."), u8(title)));
    const std::string name = "<p><b>" + escapedHtml(row.name) + "</b> " + escapedHtml(row.cohort) + "</p>";
    if (lines.empty()) return name + "<p>" + escapedHtml(_("Nothing waits for you here today.")) + "</p>";
    return name + "<ul>" + lines + "</ul>";
}

/// Where not all headings have room the cohort gives way: it stands with what is due, too.
std::vector<Column> columnsIn(Room room) {
    std::vector<Column> columns{{.title = _("name"), .matters = true}, {.title = _("post")}};
    if (room == Room::Wide) columns.push_back({.title = _("cohort")});
    columns.insert(columns.end(), {{.title = _("days led"), .align = Column::Align::Right},
                                   {.title = _("today's entry"), .matters = true},
                                   {.title = _("missing days"), .matters = true},
                                   {.title = _("skills")},
                                   {.title = _("problems"), .matters = true},
                                   {.title = _("texts to sign"), .stretches = true}});
    return columns;
}

} // namespace

TraineesPage::TraineesPage(wxWindow* parent, Session& of)
    : Page(parent, of, _("My trainees")), m_view(desk(), courseLanguage()) {
    m_open = addAction(_("Open the log"), "Enter", [this] { openLog(m_table->selected()); });
    m_missing = addAction(_("Write for the missing day"), "D", [this] { openMissingDay(); });
    m_askLeave = addAction(_("Ask for leave"), "L", [this] { askLeave(); });
    onKey("G", _("open the person's page"), [this] {
        if (!m_table->selected().empty() && !m_leave->isOpen()) session().go("person", m_table->selected());
    });
    auto* main = new wxPanel(body());
    m_leave = std::make_unique<OwnLeave>(*this, session(), content(), main);
    m_table = new Table(main, _("My trainees"), columnsIn(m_room));
    m_table->shareWidth();
    m_table->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        CallAfter([this] { fitColumns(); });
    });
    m_table->onActivate = [this](const std::string& id) { openLog(id); };
    m_table->onSelect = [this](const std::string&) { draw(); };
    m_due = new RichText(main, _("What is due"));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(m_table, wxSizerFlags(3).Expand());
    column->Add(m_due, wxSizerFlags(2).Expand().Border(wxTOP, look::gap(this)));
    main->SetSizer(column);
    listenTo({app::Topic::Pairing, app::Topic::Logs, app::Topic::Skills, app::Topic::Problems,
              app::Topic::Cohorts, app::Topic::People, app::Topic::Calendar});
}

TraineesPage::~TraineesPage() = default;

Row TraineesPage::rowOf(const MyTrainees::Row& from) const {
    Row row{from.trainee.text(), {{.text = u8(from.name), .bold = true}, {.text = postsText(from.posts)}}};
    if (m_room == Room::Wide) row.cells.push_back({.text = u8(from.cohort), .muted = true});
    row.cells.insert(row.cells.end(), {{.text = wxString::Format(_("%d of %d"), from.day, from.days)},
                                       todayCell(from),
                                       missingCell(from),
                                       skillCell(from),
                                       problemCell(from),
                                       textCell(from)});
    return row;
}

void TraineesPage::fitColumns() {
    if (m_view.rows().empty()) return;
    const int wanted = roomForHeads(*m_table, columnsIn(Room::Wide), u8(m_view.rows().front().name));
    const auto room = m_table->GetSize().x >= wanted ? Room::Wide : Room::Narrow;
    if (m_room == room) return;
    m_room = room;
    const auto chosen = m_table->selected();
    m_table->setColumns(columnsIn(m_room));
    drawRows();
    if (!chosen.empty()) m_table->select(chosen);
}

void TraineesPage::drawRows() {
    std::vector<Row> rows;
    for (const auto& row : m_view.rows())
        rows.push_back(rowOf(row));
    m_table->set(std::move(rows));
}

void TraineesPage::refresh() {
    if (!attempt([&] {
            m_view.load();
            m_leave->refresh();
        }))
        return;
    enableAction(m_askLeave, !session().past() && !m_leave->isOpen(), session().past() ? _("The past is read-only.") : wxString());
    if (m_view.rows().empty()) {
        enableAction(m_open, false, _("You lead nobody at the moment."));
        enableAction(m_missing, false, _("You lead nobody at the moment."));
        setFigure({});
        if (m_leave->isOpen()) return;
        return showEmpty(
            _("Here stand the trainees you lead, with what is due today. The manager or supervisor "
              "pairs you with a trainee; until then there is nothing to do here."));
    }
    showContent();
    drawRows();
    if (m_table->selected().empty()) m_table->select(m_view.rows().front().trainee.text());
    const int due = m_view.logsDue();
    setFigure(due == 0 ? _("nothing to write today")
                       : wxString::Format(
                             wxPLURAL("%d entry to write today", "%d entries to write today", due), due),
              due == 0 ? State::Met : State::Due);
    draw();
    CallAfter([this] { fitColumns(); });
}

void TraineesPage::draw() {
    const auto id = m_table->selected();
    const auto* row = id.empty() ? nullptr : m_view.row(domain::PersonId(id));
    const bool idle = !m_leave->isOpen();
    const wxString open = _("Keep or leave the open form first.");
    enableAction(m_open, row && idle, idle ? _("Choose a trainee first.") : open);
    enableAction(m_missing, row && idle && !row->missing.empty(), idle ? _("No day is missing for this trainee.") : open);
    m_due->setText(row ? dueText(*row) : std::string());
}

void TraineesPage::openLog(const std::string& trainee) {
    if (!trainee.empty()) session().go("log", trainee);
}

void TraineesPage::openMissingDay() {
    const auto id = m_table->selected();
    const auto* row = id.empty() ? nullptr : m_view.row(domain::PersonId(id));
    if (row && !row->missing.empty()) session().go("log", id + " " + row->missing.front().iso());
}

void TraineesPage::askLeave() {
    // Who leads nobody at the moment asks for leave, too.
    showContent();
    m_leave->ask();
    enableAction(m_askLeave, false);
    draw();
}

void TraineesPage::focusFirst() { m_leave->isOpen() ? m_leave->editor()->focusFirst() : m_table->takeFocus(); }

std::vector<app::BookKey> TraineesPage::focusedKeys() {
    const auto trainee = m_table->selected();
    if (trainee.empty()) return {};
    return {{"pairing", {trainee}}, {"skill", {trainee}}};
}

wxString TraineesPage::help() const {
    return _(
        "Everybody you lead, those with most due first: today's entry, days that have none, skills an entry "
        "already proves, problems waiting for an answer, texts not signed yet. Enter opens the log of the "
        "chosen "
        "trainee; D opens it for the first missing day. L asks for leave.");
}

} // namespace fledgling::ui
