#include "ui/calendar/CalendarPage.h"

#include "ui/Language.h"
#include "ui/calendar/CalendarDayForm.h"
#include "ui/calendar/CalendarImportPanel.h"
#include "ui/calendar/CalendarYear.h"
#include "ui/calendar/WorkingWeekForm.h"
#include "ui/cohorts/PlanWords.h"
#include "ui/cohorts/ReplanPanel.h"
#include "ui/controls/Chips.h"
#include "ui/controls/Paragraph.h"
#include "ui/controls/SectionBar.h"
#include "ui/controls/Table.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace fledgling::ui {

using domain::Verb;
using look::State;

CalendarPage::CalendarPage(wxWindow* parent, Session& of)
    : Page(parent, of, _("Calendar")), m_view(desk(), courseLanguage()) {
    m_years = chips().addPick(_("Year"), {}, {}, [this](const std::string& id) {
        attempt([&] { m_view.showYear(std::stoi(id)); });
        draw();
    });
    layOut();
    m_set = addAction(_("Set the day"), "Enter", [this] { setDay(); });
    m_import = addAction(_("Import a file"), "I", [this] { importFile(); });
    m_setWeek = addAction(_("Working week"), "W", [this] { setWeek(); });
    onKey("Delete", _("take the day back to what the week says"), [this] { clearDay(); });
    onKey("R", _("old and new dates after a change of the calendar"), [this] { replan(); });
    onKey("Alt+Left", _("the year before"), [this] { step(-1); });
    onKey("Alt+Right", _("the year after"), [this] { step(1); });
    onKey("C", _("back to the cohorts"), [this] { session().go("cohorts"); });
    listenTo({app::Topic::Calendar, app::Topic::Cohorts, app::Topic::Settings, app::Topic::Roll});
}

void CalendarPage::layOut() {
    m_unknown = new SectionBar(body());
    m_moved = new SectionBar(body());
    m_replan = m_moved->add(_("Old and new dates"), "R", [this] { replan(); });
    m_main = new wxPanel(body());
    auto* left = new wxBoxSizer(wxVERTICAL);
    m_year = new CalendarYear(m_main, m_view);
    m_legend = new Paragraph(m_main, look::Type::Small, true);
    m_week = new Paragraph(m_main, look::Type::Small, true);
    left->Add(m_year, wxSizerFlags(1).Expand());
    left->Add(m_legend, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 0.5)));
    left->Add(m_week, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 0.5)));
    layOutSide();
    auto* right = new wxBoxSizer(wxVERTICAL);
    right->Add(m_list, wxSizerFlags(1).Expand());
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(left, wxSizerFlags(3).Expand().Border(wxRIGHT, look::gap(this, 2)));
    row->Add(right, wxSizerFlags(2).Expand());
    m_main->SetSizer(row);
    content()->Add(m_unknown, wxSizerFlags().Expand());
    content()->Add(m_moved, wxSizerFlags().Expand());
    content()->Add(m_main, wxSizerFlags(1).Expand());
    m_whole = std::make_unique<EditSlot>(content(), m_main);
    m_side = std::make_unique<EditSlot>(right, m_list);
    m_year->onActivate = [this](domain::Date) { setDay(); };
    m_year->onCursor = [this](domain::Date day) {
        if (m_view.exception(day)) m_days->select(day.iso());
        enable();
    };
}

void CalendarPage::layOutSide() {
    m_list = new wxPanel(m_main);
    m_bar = new SectionBar(m_list);
    m_clear = m_bar->add(_("Clear"), "Delete", [this] { clearDay(); });
    m_days = new Table(m_list, _("Days that differ from the week"),
                       {{.title = _("day"), .matters = true}, {.title = _("what")}, {.title = _("holiday"), .stretches = true, .matters = true}});
    m_days->shareWidth();
    m_days->onSelect = [this](const std::string& id) { m_year->setCursor(domain::Date::of(id)); };
    m_days->onActivate = [this](const std::string&) { setDay(); };
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(m_bar, wxSizerFlags().Expand());
    column->Add(m_days, wxSizerFlags(1).Expand());
    m_list->SetSizer(column);
}

std::vector<app::BookKey> CalendarPage::focusedKeys() {
    if (!idle()) return {};
    return {{"calendar_day", {m_year->cursor().iso()}}};
}

wxString CalendarPage::help() const {
    return _("Courses are laid on working days: the working week, less the days off, plus the make-up "
             "working days around "
             "holidays. Move the cursor with the arrows and press Enter to set a day, Del to take it "
             "back. A published "
             "calendar comes in with I; before anything is kept you see which sessions would move. W sets the department's working week.");
}

void CalendarPage::show(const std::string& subject) {
    if (m_view.year() == 0) m_view.load();
    if (const auto day = domain::Date::parse(subject)) {
        m_view.showYear(day->year());
        m_year->redraw();
        m_year->setCursor(*day);
    } else if (!subject.empty() && subject.size() == 4)
        m_view.showYear(std::stoi(subject));
}

std::optional<std::string> CalendarPage::whereabouts() {
    return m_year->cursor().iso();
}

void CalendarPage::refresh() {
    m_view.load();
    draw();
}

void CalendarPage::focusFirst() {
    if (auto* editor = m_whole->isOpen() ? m_whole->editor() : m_side->editor()) return editor->focusFirst();
    m_year->SetFocus();
}

void CalendarPage::draw() {
    std::vector<Chips::Option> options;
    for (const int year : m_view.years())
        options.push_back({std::to_string(year), m_view.knows(year)
                                                     ? wxString::Format("%d", year)
                                                     : wxString::Format(_("%d (not published)"), year)});
    chips().setOptions(m_years, options, std::to_string(m_view.year()));
    const bool known = m_view.knows(m_view.year());
    setFigure(known ? wxString::Format(_("%1$d working days in %2$d"), m_view.workingDays(), m_view.year())
                    : wxString::Format(_("%d is not published yet"), m_view.year()),
              known ? State::None : State::Due);
    std::vector<wxString> week;
    for (const auto day : m_view.workingWeek())
        week.push_back(weekdayText(day));
    m_week->set(dotted({wxString::Format(_("Working week: %s"), listText(week)),
                        domain::may(desk().actor.roles, Verb::SetDepartment) ? wxString() : _("only the manager changes it")}));
    m_legend->set(dotted({_("filled: day off"), _("outlined: make-up working day"), _("underlined: sessions"), _("grey: outside the week")}));
    chips().Show(!m_whole->isOpen());
    drawNotices();
    drawDays();
    m_year->redraw();
    enable();
    Layout();
    body()->Layout();
}

void CalendarPage::drawNotices() {
    const int now = m_view.today().year();
    std::vector<int> unknown;
    for (const int year : {m_view.year(), now, now + 1})
        if (!m_view.knows(year) && year >= now &&
            std::find(unknown.begin(), unknown.end(), year) == unknown.end())
            unknown.push_back(year);
    std::sort(unknown.begin(), unknown.end());
    std::vector<wxString> years;
    for (const int year : unknown)
        years.push_back(wxString::Format("%d", year));
    m_unknown->setTitle(
        wxString::Format(_("Nobody has published the holidays of %s yet: plans there may still move"),
                         listText(years)),
        State::Due);
    m_unknown->Show(!unknown.empty() && !m_whole->isOpen());
    m_moved->setTitle(plan::movesText(m_view.moves().size()), State::Missing);
    m_moved->Show(!m_view.moves().empty() && !m_whole->isOpen());
}

void CalendarPage::drawDays() {
    std::vector<Row> rows;
    int off = 0;
    for (const auto& day : m_view.days()) {
        off += !day.working;
        rows.push_back({day.day.iso(),
                        {{.text = dayText(day.day)},
                         day.working ? Cell{.text = _("make-up working day"), .state = State::Due}
                                     : Cell{.text = _("day off"), .state = State::Met},
                         {.text = u8(day.name)}}});
    }
    const auto working = static_cast<int>(rows.size()) - off;
    m_bar->setTitle(
        dotted({wxString::Format(wxPLURAL("%d day off", "%d days off", off), off),
                wxString::Format(wxPLURAL("%d make-up day", "%d make-up days", working), working)}));
    m_days->set(std::move(rows));
    m_days->select(m_view.exception(m_year->cursor()) ? m_year->cursor().iso() : std::string());
}

void CalendarPage::enable() {
    const bool may = session().may(Verb::ImportCalendar);
    const wxString whyNot = session().past() ? _("The past is read-only.")
                                             : _("Only supervisors and managers change the calendar.");
    SectionBar::enable(m_set, may && idle(), whyNot);
    SectionBar::enable(m_setWeek, session().may(Verb::SetDepartment) && idle(),
                       session().past() ? whyNot : _("Only the manager changes the department's settings."));
    SectionBar::enable(m_import, may && idle(), whyNot);
    SectionBar::enable(m_clear, may && idle() && m_view.exception(m_year->cursor()),
                       may ? _("The day follows the week already.") : whyNot);
    SectionBar::enable(m_replan, session().may(Verb::LayCohort) && idle(), whyNot);
}

void CalendarPage::editing(EditSlot& slot, EditPanel* editor) {
    slot.open(editor, [this](bool) {
        refresh();
        takeKeyboard();
    });
    drawNotices();
    enable();
    chips().Show(!m_whole->isOpen());
    Layout();
    body()->Layout();
}

void CalendarPage::step(int years) {
    if (!idle()) return;
    attempt([&] { m_view.showYear(m_view.year() + years); });
    draw();
}

void CalendarPage::setDay() {
    if (m_set->IsEnabled()) editing(*m_side, new CalendarDayForm(m_main, *this, m_view, m_year->cursor()));
}

void CalendarPage::setWeek() {
    if (m_setWeek->IsEnabled()) editing(*m_side, new WorkingWeekForm(m_main, *this, m_view));
}

void CalendarPage::clearDay() {
    if (!m_clear->IsEnabled()) return;
    attempt([this] { m_view.clear(m_year->cursor()); });
    draw();
}

void CalendarPage::importFile() {
    if (m_import->IsEnabled()) editing(*m_whole, new CalendarImportPanel(body(), *this, m_view));
}

void CalendarPage::replan() {
    if (m_view.moves().empty() || !m_replan->IsEnabled() || !idle()) return;
    editing(*m_whole, new ReplanPanel(body(), *this, m_view.moves(), [this] { m_view.replan(); }));
}

} // namespace fledgling::ui
