#include "app/calendar/CalendarView.h"

#include "app/Record.h"
#include "domain/Text.h"
#include "store/CohortStore.h"
#include "store/PeopleStore.h"

#include <algorithm>
#include <filesystem>

namespace fledgling::app {

using namespace domain;
using store::ChangeNumber;

namespace {

/// Where a day that was typed in comes from, as the book says it.
constexpr const char* BY_HAND = "hand";

} // namespace

CalendarImport::CalendarImport(Desk& desk, const std::string& path)
    : m_preview(previewCalendar(desk, path)), m_decided(m_preview.undecided.size()) {
    // A changed day's former face is needed for the eye; the preview holds only the new one.
    const Calendar now = calendarOf(desk);
    for (const auto& day : m_preview.changed)
        if (const auto* stands = now.exception(day.day)) m_former.push_back(*stands);
}

std::vector<CalendarImport::Row> CalendarImport::rows() const {
    std::vector<Row> rows;
    const auto add = [&](const CalendarDay& day, Verdict verdict) {
        Row row;
        row.verdict = verdict;
        row.first = row.last = day.day;
        row.working = day.working;
        row.name = day.name;
        for (const auto& former : m_former)
            if (verdict == Verdict::Changed && former.day == day.day)
                row.was = former.name, row.wasWorking = former.working;
        rows.push_back(std::move(row));
    };
    for (const auto& day : m_preview.fresh)
        add(day, Verdict::New);
    for (const auto& day : m_preview.changed)
        add(day, Verdict::Changed);
    for (std::size_t i = 0; i < m_preview.undecided.size(); ++i) {
        const auto& event = m_preview.undecided[i];
        Row row;
        row.verdict = Verdict::Undecided;
        row.first = event.first;
        row.last = event.last;
        row.name = event.name;
        row.decided = m_decided[i].has_value();
        row.working = m_decided[i].value_or(false);
        row.undecided = i;
        rows.push_back(std::move(row));
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
        const bool first = a.verdict == Verdict::Undecided, second = b.verdict == Verdict::Undecided;
        return std::tuple(!first, a.first) < std::tuple(!second, b.first);
    });
    for (const auto& day : m_preview.same)
        add(day, Verdict::Same);
    for (const auto& event : m_preview.bad) {
        Row row;
        row.name = event.name;
        row.line = event.line;
        row.fault = event.fault;
        rows.push_back(std::move(row));
    }
    return rows;
}

void CalendarImport::decide(std::size_t undecided, std::optional<bool> working) {
    m_decided.at(undecided) = working;
}

std::vector<CalendarDay> CalendarImport::days() const {
    std::vector<CalendarDay> days = m_preview.fresh;
    days.insert(days.end(), m_preview.changed.begin(), m_preview.changed.end());
    for (std::size_t i = 0; i < m_decided.size(); ++i) {
        if (!m_decided[i]) continue;
        const auto decided = format::daysOf(m_preview.undecided[i], *m_decided[i]);
        days.insert(days.end(), decided.begin(), decided.end());
    }
    return days;
}

int CalendarImport::count(Verdict verdict) const {
    const auto size = [](const auto& list) { return static_cast<int>(list.size()); };
    switch (verdict) {
    case Verdict::New: return size(m_preview.fresh);
    case Verdict::Changed: return size(m_preview.changed);
    case Verdict::Same: return size(m_preview.same);
    case Verdict::Undecided:
        return static_cast<int>(std::count(m_decided.begin(), m_decided.end(), std::nullopt));
    case Verdict::Bad: return size(m_preview.bad);
    }
    return 0;
}

void CalendarView::load() {
    const Date today = shownDay(m_desk);
    if (m_year == 0) m_year = today.year();
    m_calendar = calendarOf(m_desk);
    m_all = store::PeopleStore(m_desk.database, m_desk.asOf).calendarDays();
    std::sort(m_all.begin(), m_all.end(), [](const auto& a, const auto& b) { return a.day < b.day; });
    m_sessionDays.clear();
    for (const auto& session : store::CohortStore(m_desk.database, m_desk.asOf)
                                   .sessionsBetween(Date(m_year, 1, 1), Date(m_year, 12, 31)))
        m_sessionDays.insert(session.day);
    m_moves = !m_desk.past() ? linesOf(m_desk, previewReplan(m_desk), m_language)
                                        : std::vector<MoveLine>();
    if (onChanged) onChanged();
}

void CalendarView::showYear(int year) {
    m_year = std::clamp(year, 1, 9999);
    load();
}

std::vector<int> CalendarView::years() const {
    const int now = shownDay(m_desk).year();
    std::set<int> years{now - 1, now, now + 1, now + 2, m_year};
    for (const auto& day : m_all)
        years.insert(day.day.year());
    return {years.begin(), years.end()};
}

std::vector<CalendarDay> CalendarView::days() const {
    std::vector<CalendarDay> days;
    for (const auto& day : m_all)
        if (day.day.year() == m_year) days.push_back(day);
    return days;
}

int CalendarView::workingDays() const {
    return m_calendar.workingDaysBetween(Date(m_year, 1, 1), Date(m_year, 12, 31));
}

std::vector<MoveLine> CalendarView::movesIf(const std::vector<CalendarDay>& days) {
    return linesOf(m_desk, previewReplan(m_desk, days), m_language);
}

ChangeNumber CalendarView::set(const std::vector<CalendarDay>& days) {
    std::vector<CalendarDay> named;
    for (const auto& day : days)
        named.push_back({day.day, day.working, line(day.name, "name")});
    const auto number = setDays(m_desk, named, BY_HAND);
    load();
    return number;
}

ChangeNumber CalendarView::clear(Date day) {
    const auto number = clearDay(m_desk, day);
    load();
    return number;
}

ChangeNumber CalendarView::setWeek(const std::set<Weekday>& week) {
    const auto number = setWorkingWeek(m_desk, week);
    load();
    return number;
}

ChangeNumber CalendarView::keep(const CalendarImport& file) {
    const auto name = std::filesystem::u8path(file.file()).filename().u8string();
    const auto number = setDays(m_desk, file.days(), std::string(name.begin(), name.end()));
    load();
    return number;
}

ChangeNumber CalendarView::replan() {
    const auto number = applyReplan(m_desk);
    load();
    return number;
}

} // namespace fledgling::app
