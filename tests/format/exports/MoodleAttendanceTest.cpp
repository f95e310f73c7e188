#include "format/exports/MoodleAttendance.h"

#include "format/Csv.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace fledgling::format {
namespace {

using domain::Date;
using domain::MarkKind;

/// As Moodle's reader does: without the byte-order mark, comma between cells, as many cells in every row.
std::vector<std::vector<std::string>> readBack(const std::string& csv) {
    EXPECT_TRUE(csv.starts_with("\xEF\xBB\xBF"));
    std::vector<std::vector<std::string>> rows;
    for (const auto& row : csvTable(csv.substr(3), "moodle.csv", ',').rows)
        rows.push_back(row.cells);
    return rows;
}

TEST(MoodleOut, MarksHaveTheHeadingsItsImportFindsByItself) {
    const auto rows = readBack(moodleMarksOf({{Date(2026, 11, 24), domain::TimeOfDay(7, 0), "01001", MarkKind::Late, "late 12 min"}}));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0], (std::vector<std::string>{"sessiondate", "idnumber", "status", "remarks"}));
    EXPECT_EQ(rows[1], (std::vector<std::string>{"2026-11-24 07:00", "01001", "L", "late 12 min"}));
}

TEST(MoodleOut, EveryMarkIsOneOfItsFourLetters) {
    EXPECT_EQ(moodleStatus(MarkKind::Present), "P");
    EXPECT_EQ(moodleStatus(MarkKind::Late), "L");
    EXPECT_EQ(moodleStatus(MarkKind::LeftEarly), "L");
    EXPECT_EQ(moodleStatus(MarkKind::OnLeave), "E");
    EXPECT_EQ(moodleStatus(MarkKind::Absent), "A");
}

TEST(MoodleOut, SessionsStandInTheOrderOfItsForm) {
    const auto rows = readBack(moodleSessionsOf({{"kefu", Date(2026, 11, 24), *domain::Hours::parse("07:00-11:30"), "Flow <b> & duties, \"2\""}}));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].size(), 6U);
    EXPECT_EQ(rows[1], (std::vector<std::string>{"kefu", "", "2026-11-24", "07:00", "11:30", "Flow &lt;b&gt; &amp; duties, \"2\""}));
}

RC_GTEST_PROP(MoodleOut, EveryRemarkComesBackInItsOwnCell, ()) {
    static const std::vector<std::string> bits{",", "\"", "\n", ";", "'", " ", "a", "课", "😀", "=", "\t"};
    std::string text = "r";
    for (const int pick : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, static_cast<int>(bits.size()))))
        text += bits[static_cast<std::size_t>(pick)];
    text += "r";
    const auto rows = readBack(moodleMarksOf({{Date(2026, 1, 1), {}, "1", MarkKind::Absent, text}, {Date(2026, 1, 1), {}, "2", MarkKind::Present, ""}}));
    RC_ASSERT(rows.size() == 3U);
    RC_ASSERT(rows[1] == (std::vector<std::string>{"2026-01-01 00:00", "1", "A", text}));
    RC_ASSERT(rows[2].size() == 4U);
}

} // namespace
} // namespace fledgling::format
