#include "ExportsFixture.h"

#include "format/Csv.h"

#include <filesystem>
#include <unistd.h>

namespace fledgling::app::test {
namespace {

using namespace domain;

using MoodleOf = ExportsOf;

TEST_F(ExportsOf, AreForWhoMaySeeThem) {
    EXPECT_EQ(refusedBy([&] { (void)of(ExportKind::Calendar, wu); }), Rule::NotYourRight);
    EXPECT_EQ(refusedBy([&] { (void)of(ExportKind::Calendar, wu, zhao); }), Rule::NotYourRight);
    EXPECT_FALSE(refusedBy([&] { (void)of(ExportKind::Calendar, wu, wu); }));
    const auto mentor = addMentor("Chen Bo");
    EXPECT_EQ(refusedBy([&] { (void)of(ExportKind::Calendar, mentor, wu); }), Rule::NotYourRight);
    addPair(wu, mentor, today);
    EXPECT_FALSE(refusedBy([&] { (void)of(ExportKind::Calendar, mentor, wu); }));
    for (const auto kind : {ExportKind::Xapi, ExportKind::MoodleMarks, ExportKind::MoodleSessions}) {
        EXPECT_EQ(refusedBy([&] { (void)of(kind, mentor); }), Rule::NotYourRight) << keyOf(kind);
        EXPECT_EQ(refusedBy([&] { (void)of(kind, wu, wu); }), Rule::NotYourRight) << keyOf(kind);
        EXPECT_FALSE(refusedBy([&] { (void)of(kind, supervisor); })) << keyOf(kind);
        EXPECT_TRUE(mayExport(at(supervisor), kind));
        EXPECT_FALSE(mayExport(at(mentor), kind));
    }
    EXPECT_EQ(refusedBy([&] { (void)of(ExportKind::Xapi, trainer, mentor); }), Rule::Unknown);
}

TEST_F(ExportsOf, AreWrittenWhole) {
    const auto path = std::filesystem::temp_directory_path() / ("fledgling-exports-" + std::to_string(::getpid()) + ".ics");
    const auto exported = of(ExportKind::Calendar, trainer);
    saveExport(exported, path.string());
    EXPECT_EQ(std::filesystem::file_size(path), exported.bytes.size());
    std::filesystem::remove(path);
    EXPECT_THROW(saveExport(exported, "/nowhere/at/all.ics"), format::FormatError);
    EXPECT_EQ(fileNameFor("a/b:c", ExportKind::Xapi), "a-b-c.json");
}

TEST_F(MoodleOf, AttendanceIsARowPerMarkByStaffNumber) {
    addMark(cohort, "d1-am", wu, MarkKind::Late, 12);
    addMark(cohort, "d1-pm", wu, MarkKind::Absent);
    addMark(cohort, "d1-am", zhao);
    const auto exported = of(ExportKind::MoodleMarks, trainer);
    EXPECT_EQ(exported.entries, 2U);
    EXPECT_EQ(exported.withoutNumber, std::vector<std::string>{"Zhao Lei"});
    EXPECT_EQ(exported.fileName, "Mar-moodle.csv");
    const auto table = format::csvTable(exported.bytes.substr(3), "x.csv", ',');
    ASSERT_EQ(table.rows.size(), 3U);
    EXPECT_EQ(table.rows[1].cells, (std::vector<std::string>{"2026-03-16 07:00", "01001", "L", "late 12 min"}));
    EXPECT_EQ(table.rows[2].cells, (std::vector<std::string>{"2026-03-16 13:00", "01001", "A", ""}));
}

TEST_F(MoodleOf, OneHalfDayOrOnePersonAlone) {
    addAllMarks(cohort, wu);
    ExportChoice choice;
    choice.courseSession = "d2-am";
    EXPECT_EQ(exportOf(at(trainer), ExportKind::MoodleMarks, choice, "en", english()).entries, 1U);
    choice.courseSession = "d9-am";
    EXPECT_EQ(refusedBy([&] { (void)exportOf(at(trainer), ExportKind::MoodleMarks, choice, "en", english()); }), Rule::NoSuchSession);
    EXPECT_EQ(of(ExportKind::MoodleMarks, trainer, zhao).entries, 0U);
}

TEST_F(MoodleOf, SessionsNameTheCourseAsMoodleDoes) {
    ExportChoice choice;
    choice.moodleCourse = "KEFU";
    const auto exported = exportOf(at(trainer), ExportKind::MoodleSessions, choice, "en", english());
    EXPECT_EQ(exported.entries, 4U);
    const auto table = format::csvTable(exported.bytes.substr(3), "x.csv", ',');
    EXPECT_EQ(table.rows[1].cells, (std::vector<std::string>{"KEFU", "", "2026-03-16", "07:00", "11:30", "Attitude · Room 1 · Trainer"}));
}

} // namespace
} // namespace fledgling::app::test
