#pragma once

#include "app/Record.h"
#include "app/calendar/Calendars.h"
#include "app/cohorts/PlanLines.h"

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fledgling::app {

/// A calendar file before it is kept: every day with its verdict, and what it does to the sessions laid.
class CalendarImport {
public:
    enum class Verdict { New, Changed, Same, Undecided, Bad };
    struct Row {
        Verdict verdict = Verdict::Bad;
        domain::Date first;
        domain::Date last;
        bool working = false; ///< what the file says, or was decided
        bool decided = false; ///< Undecided: said by the user
        std::string name;
        std::string was;            ///< Changed: the name it stands under
        bool wasWorking = false;    ///< Changed
        int line = 0;               ///< Bad
        format::EventFault fault{}; ///< Bad
        std::size_t undecided = 0;  ///< Undecided: its index in the file
    };

    CalendarImport(Desk& desk, const std::string& path);

    [[nodiscard]] const std::string& file() const { return m_preview.file; }
    /// What is to decide first, then what is new or changes by date, then the same; the bad ones last.
    [[nodiscard]] std::vector<Row> rows() const;
    /// Off, working, or left out again (nothing).
    void decide(std::size_t undecided, std::optional<bool> working);
    /// What keeping it would write.
    [[nodiscard]] std::vector<domain::CalendarDay> days() const;
    [[nodiscard]] int count(Verdict verdict) const;

private:
    CalendarPreview m_preview;
    std::vector<domain::CalendarDay> m_former; ///< what the changed days say now
    std::vector<std::optional<bool>> m_decided;
};

/// Days off and make-up working days, year by year. Page: "calendar".
class CalendarView {
public:
    CalendarView(Desk& desk, std::string language) : m_desk(desk), m_language(std::move(language)) {}
    std::function<void()> onChanged;

    /// Asks the store again; shows today's year at first.
    void load();
    void showYear(int year);
    [[nodiscard]] int year() const { return m_year; }
    /// From last year to two ahead, and every year that holds a day.
    [[nodiscard]] std::vector<int> years() const;
    [[nodiscard]] bool knows(int year) const { return m_calendar.knows(year); }
    [[nodiscard]] const std::set<domain::Weekday>& workingWeek() const { return m_calendar.workingWeek(); }
    [[nodiscard]] bool working(domain::Date day) const { return m_calendar.isWorking(day); }
    /// The day that differs from the working week; null when it doesn't.
    [[nodiscard]] const domain::CalendarDay* exception(domain::Date day) const {
        return m_calendar.exception(day);
    }
    /// The shown year's days that differ, by date.
    [[nodiscard]] std::vector<domain::CalendarDay> days() const;
    /// Days on which a session of some cohort lies, in the shown year.
    [[nodiscard]] const std::set<domain::Date>& sessionDays() const { return m_sessionDays; }
    /// Working days of the shown year as far as it is known.
    [[nodiscard]] int workingDays() const;
    [[nodiscard]] domain::Date today() const { return shownDay(m_desk); }

    /// Reads an .ics or .json file; nothing is kept. Throws FormatError.
    [[nodiscard]] CalendarImport open(const std::string& path) { return CalendarImport(m_desk, path); }
    /// Sessions that would move if these days stood.
    [[nodiscard]] std::vector<MoveLine> movesIf(const std::vector<domain::CalendarDay>& days);
    /// Sessions that lie on a day off as the calendar stands.
    [[nodiscard]] const std::vector<MoveLine>& moves() const { return m_moves; }

    // Verbs; each reloads.
    /// As one change.
    store::ChangeNumber set(const std::vector<domain::CalendarDay>& days);
    store::ChangeNumber clear(domain::Date day);
    /// Of the department; a course has its own for its half days.
    store::ChangeNumber setWeek(const std::set<domain::Weekday>& week);
    store::ChangeNumber keep(const CalendarImport& file);
    store::ChangeNumber replan();

private:
    Desk& m_desk;
    std::string m_language;
    int m_year = 0;
    domain::Calendar m_calendar;
    std::vector<domain::CalendarDay> m_all;
    std::set<domain::Date> m_sessionDays;
    std::vector<MoveLine> m_moves;
};

} // namespace fledgling::app
