#include "app/sample/Sample.h"
#include "ui/Harness.h"
#include "ui/Text.h"
#include "ui/controls/Table.h"
#include "ui/reports/PagePreview.h"
#include "ui/reports/PrivateFolder.h"
#include "ui/reports/ReportsPage.h"
#include "ui/reports/SaveReport.h"

#include <filesystem>
#include <fstream>
#include <unistd.h>
#include <wx/dataview.h>

namespace fledgling::ui::test {
namespace {

using ReportsShown = InWindow;

TEST_F(ReportsShown, ArrowsChooseAReportAndItIsSaved) {
    openSampleAs(app::SAMPLE_MANAGER, "reports");
    settle();
    auto* list = tableNamed(frame().page(), "Reports");
    press("F3"); // from the pages to the rows
    auto* rows = tableNamed(frame().page(), "Rows of the report");
    ASSERT_NE(list, nullptr);
    ASSERT_NE(rows, nullptr);
    EXPECT_GT(rows->size(), 5U);
    for (std::size_t i = 0; i < list->size(); ++i) {
        EXPECT_EQ(frame().page()->complaint(), "") << list->selected();
        if (list->selected() != "certificate") {
            EXPECT_GT(rows->size(), 0U) << list->selected();
        }
        press("Down");
        settle();
    }
    screenshot(&frame(), "reports");
    const auto path = std::filesystem::temp_directory_path() / ("fledgling-shown-" + std::to_string(::getpid()) + ".pdf");
    dynamic_cast<ReportsPage*>(frame().page())->saveAs(path.string());
    EXPECT_GT(std::filesystem::file_size(path), 1000U);
    std::filesystem::remove(path);
}

TEST_F(ReportsShown, TheRowsAreThoseOfEveryTable) {
    openSampleAs(app::SAMPLE_MANAGER, "reports");
    settle();
    frame().openPage("reports", "cohort");
    settle();
    press("F3");
    const auto* rows = tableNamed(frame().page(), "Rows of the report");
    ASSERT_NE(rows, nullptr);
    bool second = false;
    for (std::size_t i = 0; i < rows->size(); ++i)
        second |= rows->textAt(std::to_string(i), 0) == "People";
    EXPECT_TRUE(second);
}

TEST_F(ReportsShown, TheKindOfFileIsChosenByKeyAndTheNamesEndingFollows) {
    openSampleAs(app::SAMPLE_MANAGER, "reports");
    settle();
    EXPECT_NE(findNamed(frame().page(), "Save PDF"), nullptr);
    press("2");
    EXPECT_NE(findNamed(frame().page(), "Save Workbook"), nullptr);
    EXPECT_EQ(frame().session()->remembered("reports.form"), "xlsx");
    click(findNamed(frame().page(), "Save as: 3 Table"));
    EXPECT_NE(findNamed(frame().page(), "Save Table"), nullptr);
    EXPECT_EQ(endedAs("/a/Cohort report.pdf", "xlsx"), "/a/Cohort report.xlsx");
    EXPECT_EQ(endedAs("Course 2026.3", "pdf"), "Course 2026.3.pdf") << "a point in a name is no ending";
    EXPECT_EQ(endedAs("/a.b/report", "csv"), "/a.b/report.csv");
    EXPECT_EQ(endedAs("/a/mine.pdf.pdf", "pdf"), "/a/mine.pdf") << "typed before the ending that was proposed";
}

TEST_F(ReportsShown, ATableOfSeveralIsAFileForEachAndSaysWhich) {
    openSampleAs(app::SAMPLE_MANAGER, "reports");
    settle();
    frame().openPage("reports", "cohort");
    settle();
    EXPECT_EQ(formWords({"csv", "Table", {}}, 1), "Table (*.csv)");
    EXPECT_EQ(formWords({"csv", "Table", {}}, 2), "Table (*.csv, 2 files: one for each table)");
    EXPECT_EQ(formWords({"xlsx", "Workbook", {}}, 2), "Workbook (*.xlsx)");
    const auto start = (std::filesystem::temp_directory_path() / ("fledgling-shown-" + std::to_string(::getpid()))).string();
    dynamic_cast<ReportsPage*>(frame().page())->saveAs(start + ".csv");
    EXPECT_TRUE(allText(frame().page()).Contains(u8(start + "-2.csv"))) << utf8(frame().page()->complaint());
    EXPECT_TRUE(std::filesystem::remove(start + ".csv"));
    EXPECT_TRUE(std::filesystem::remove(start + "-2.csv"));
}

TEST_F(ReportsShown, PagesAreMadeLargerAndSmallerByKey) {
    openSampleAs(app::SAMPLE_MANAGER, "reports");
    settle();
    auto* pages = named<PagePreview>(frame().page(), "Pages as they will be printed");
    ASSERT_NE(pages, nullptr);
    EXPECT_TRUE(pages->fitsWidth());
    const int before = pages->percent();
    press("Ctrl+=");
    EXPECT_GT(pages->percent(), before);
    EXPECT_TRUE(allText(frame().page()).Contains(wxString::Format("%d %%", pages->percent()))) << "said where it works";
    press("Ctrl+0");
    EXPECT_EQ(pages->percent(), 100);
    press("Ctrl+-");
    EXPECT_EQ(pages->percent(), 80);
    press("W");
    EXPECT_TRUE(pages->fitsWidth());
    EXPECT_NEAR(pages->percent(), before, 1) << "a dot more or less of the window";
}

TEST(APrivateFolder, IsTheOwnersAndGoesWithWhatStandsInIt) {
    std::filesystem::path path;
    {
        const PrivateFolder folder;
        path = folder.path();
        std::ofstream(path / "a.pdf") << "page";
        using std::filesystem::perms;
        EXPECT_EQ(std::filesystem::status(path).permissions() & (perms::group_all | perms::others_all), perms::none);
        EXPECT_TRUE(std::filesystem::exists(path / "a.pdf"));
        EXPECT_NE(PrivateFolder().path(), path);
    }
    EXPECT_FALSE(std::filesystem::exists(path));
}

TEST_F(ReportsShown, TheListNeverScrollsSideways) {
    openSampleAs(app::SAMPLE_MANAGER, "reports");
    frame().setLanguage("zh_CN");
    for (const auto size : {wxSize(960, 560), wxSize(1280, 800)}) {
        frame().SetClientSize(size);
        settle();
        auto* list = tableNamed(frame().page(), wxGetTranslation("Reports"));
        ASSERT_NE(list, nullptr);
        EXPECT_TRUE(until([&] {
            const auto* column = list->control()->GetColumn(0);
            return column->GetWidth() > 0 && column->GetWidth() <= list->control()->GetSize().x;
        })) << list->control()->GetColumn(0)->GetWidth()
            << " of " << list->control()->GetSize().x;
    }
    frame().setLanguage("en");
}

TEST_F(ReportsShown, AShortListOfReportsIsAsWideAsItsColumn) {
    openSampleAs("01005", "reports");
    frame().setLanguage("zh_CN");
    settle();
    auto* list = tableNamed(frame().page(), wxGetTranslation("Reports"));
    ASSERT_NE(list, nullptr);
    EXPECT_TRUE(until([&] { return list->control()->GetColumn(0)->GetWidth() <= list->control()->GetSize().x; }));
    frame().setLanguage("en");
}

TEST_F(ReportsShown, TheKeyToTheRowsSaysWhatComesNext) {
    openSampleAs(app::SAMPLE_MANAGER, "reports");
    settle();
    EXPECT_TRUE(until([&] { return frame().page()->figureText().Contains("page"); })) << utf8(frame().page()->figureText());
    ASSERT_NE(findNamed(frame().page(), "Show rows"), nullptr);
    press("F3");
    EXPECT_NE(findNamed(frame().page(), "Show pages"), nullptr);
    EXPECT_TRUE(frame().page()->figureText().Contains("row"));
    press("F3");
    EXPECT_NE(findNamed(frame().page(), "Show rows"), nullptr);
}

TEST_F(ReportsShown, AMentorsReportIsAboutTheOwnTrainees) {
    openSampleAs(app::SAMPLE_MENTOR, "reports");
    settle();
    ASSERT_EQ(tableNamed(frame().page(), "Reports")->selected(), "readiness");
    press("F3");
    const auto* rows = tableNamed(frame().page(), "Rows of the report");
    ASSERT_NE(rows, nullptr);
    EXPECT_GT(rows->size(), 0U);
}

} // namespace
} // namespace fledgling::ui::test
