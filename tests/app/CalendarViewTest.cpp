#include "app/calendar/CalendarView.h"

#include "app/DeskFixture.h"

#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace fledgling::app::test {
namespace {

using namespace domain;
using DayVerdict = CalendarImport::Verdict;

class CalendarViewTest : public DeskFixture {
protected:
    ~CalendarViewTest() override { std::filesystem::remove(m_file); }
    std::string file(const std::string& text) {
        m_file = std::filesystem::temp_directory_path() / ("calendar-" + std::to_string(getpid()) + ".ics");
        std::ofstream(m_file) << text;
        return m_file.string();
    }
    static std::string event(const std::string& summary, const std::string& day) {
        return "BEGIN:VEVENT\nSUMMARY:" + summary + "\nDTSTART;VALUE=DATE:" + day + "\nEND:VEVENT\n";
    }

private:
    std::filesystem::path m_file;
};

TEST_F(CalendarViewTest, ADayThatIsSetStandsInItsYearAndCanBeTakenBack) {
    CalendarView view(at(supervisor), "en");
    view.load();
    EXPECT_EQ(view.year(), 2026);
    EXPECT_FALSE(view.knows(2026));
    view.set({{Date(2026, 3, 20), false, " Snow "}, {Date(2026, 3, 21), true, "made up"}});
    ASSERT_EQ(view.days().size(), 2U);
    EXPECT_EQ(view.days().front().name, "Snow");
    EXPECT_FALSE(view.working(Date(2026, 3, 20)));
    EXPECT_TRUE(view.working(Date(2026, 3, 21)));
    EXPECT_TRUE(view.knows(2026));
    view.clear(Date(2026, 3, 20));
    EXPECT_TRUE(view.working(Date(2026, 3, 20)));
    view.showYear(2027);
    EXPECT_TRUE(view.days().empty());
    EXPECT_FALSE(view.knows(2027));
}

TEST_F(CalendarViewTest, OnlySupervisorsAndManagersChangeIt) {
    CalendarView view(at(trainer), "en");
    view.load();
    EXPECT_EQ(refusedBy([&] { view.set({{Date(2026, 3, 20), false, "x"}}); }), Rule::NotYourRight);
}

TEST_F(CalendarViewTest, TheWorkingWeekIsTheManagersAndHoldsADay) {
    const Date saturday(2026, 3, 21);
    CalendarView view(at(manager), "en");
    view.load();
    ASSERT_FALSE(view.working(saturday));
    auto week = view.workingWeek();
    week.insert(Weekday::Sat);
    view.setWeek(week);
    EXPECT_EQ(view.workingWeek(), week);
    EXPECT_TRUE(view.working(saturday));
    EXPECT_EQ(refusedBy([&] { view.setWeek({}); }), Rule::SettingUnfit);
    CalendarView supervisors(at(supervisor), "en");
    EXPECT_EQ(refusedBy([&] { supervisors.setWeek({Weekday::Mon}); }), Rule::NotYourRight);
    undo(at(manager));
    view.load();
    EXPECT_FALSE(view.working(saturday));
}

TEST_F(CalendarViewTest, WhatWouldMoveIsShownBeforeTheDayIsKept) {
    addCohort("one", Date(2026, 3, 18));
    CalendarView view(at(supervisor), "en");
    view.load();
    EXPECT_TRUE(view.sessionDays().contains(Date(2026, 3, 18)));
    const auto moves = view.movesIf({{Date(2026, 3, 18), false, "holiday"}});
    ASSERT_EQ(moves.size(), 4U);
    EXPECT_EQ(moves.front().title, "Attitude");
    EXPECT_EQ(moves.front().to, Date(2026, 3, 19));
    EXPECT_TRUE(view.moves().empty()) << "nothing is kept";
    EXPECT_TRUE(view.days().empty());
}

TEST_F(CalendarViewTest, AFileIsJudgedDayByDayAndTheUndecidedWait) {
    CalendarView view(at(supervisor), "en");
    view.load();
    view.set({{Date(2026, 5, 1), true, "odd"}, {Date(2026, 5, 2), false, "劳动节 休"}});
    auto import =
        view.open(file("BEGIN:VCALENDAR\n" + event("劳动节 休", "20260501") + event("劳动节 休", "20260502") +
                       event("劳动节 休", "20260503") + event("年会", "20260610") + "END:VCALENDAR\n"));
    EXPECT_EQ(import.count(DayVerdict::New), 1);
    EXPECT_EQ(import.count(DayVerdict::Changed), 1);
    EXPECT_EQ(import.count(DayVerdict::Same), 1);
    EXPECT_EQ(import.count(DayVerdict::Undecided), 1);
    const auto rows = import.rows();
    EXPECT_EQ(rows.front().verdict, DayVerdict::Undecided) << "what is to decide comes first";
    EXPECT_EQ(import.days().size(), 2U);
    import.decide(rows.front().undecided, false);
    EXPECT_EQ(import.count(DayVerdict::Undecided), 0);
    EXPECT_EQ(import.days().size(), 3U);
    for (const auto& row : import.rows())
        if (row.verdict == DayVerdict::Changed) {
            EXPECT_TRUE(row.wasWorking);
            EXPECT_EQ(row.was, "odd");
        }
    view.keep(import);
    EXPECT_FALSE(view.working(Date(2026, 6, 10)));
    EXPECT_FALSE(view.working(Date(2026, 5, 1)));
    EXPECT_EQ(view.keep(view.open(import.file())), 0) << "a second time nothing changes but what was decided";
}

} // namespace
} // namespace fledgling::app::test
