#include "app/sample/Sample.h"
#include "ui/Harness.h"
#include "ui/Text.h"
#include "ui/controls/Table.h"
#include "ui/reports/ReportsPage.h"

#include <filesystem>
#include <unistd.h>

namespace fledgling::ui::test {
namespace {

using ReportsShown = InWindow;

TEST_F(ReportsShown, ArrowsChooseAReportAndItIsSaved) {
    openSampleAs(app::SAMPLE_MANAGER, "reports");
    settle();
    auto* list = tableNamed(frame().page(), "Reports");
    press("F6"); // from the pages to the rows
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

} // namespace
} // namespace fledgling::ui::test
