#include "app/cohorts/Cohorts.h"
#include "app/sample/Sample.h"
#include "ui/Harness.h"
#include "ui/Text.h"
#include "ui/exports/ExportFile.h"

#include <filesystem>
#include <unistd.h>
#include <wx/button.h>

namespace fledgling::ui::test {
namespace {

namespace fs = std::filesystem;

class ExportsShown : public InWindow {
protected:
    void TearDown() override {
        fs::remove_all(m_folder);
        InWindow::TearDown();
    }
    std::string path(const std::string& name) {
        fs::create_directories(m_folder);
        return (m_folder / name).string();
    }

private:
    fs::path m_folder = fs::temp_directory_path() / ("fledgling-exports-shown-" + std::to_string(::getpid()));
};

TEST_F(ExportsShown, ACohortIsHandedOnInEveryForm) {
    openSampleAs(app::SAMPLE_MANAGER, "cohorts");
    settle();
    auto* button = named<wxButton>(frame().page(), "Export");
    ASSERT_NE(button, nullptr);
    EXPECT_TRUE(button->IsEnabled());
    app::ExportChoice choice;
    choice.cohort = app::cohortFor(frame().session()->desk(), {}).id;
    for (const auto kind : app::exportKinds()) {
        const auto file = path(std::string(keyOf(kind)) + "." + std::string(endingOf(kind)));
        EXPECT_TRUE(exportTo(*frame().page(), *frame().session(), kind, choice, file));
        EXPECT_GT(fs::file_size(file), 50U) << keyOf(kind);
        settle();
        EXPECT_TRUE(allText(frame().page()).Contains("Saved as")) << keyOf(kind);
    }
    screenshot(&frame(), "exports");
}

TEST_F(ExportsShown, WhereNothingCanBeWrittenThePageSaysWhy) {
    openSampleAs(app::SAMPLE_MANAGER, "cohorts");
    settle();
    EXPECT_FALSE(exportTo(*frame().page(), *frame().session(), app::ExportKind::Calendar, {}, "/nowhere/at/all.ics"));
    EXPECT_FALSE(frame().page()->complaint().empty());
}

TEST_F(ExportsShown, ATraineeSavesTheOwnCalendarAndNobodyElses) {
    openSampleAs(app::SAMPLE_TRAINEE, "training");
    settle();
    auto* button = named<wxButton>(frame().page(), "Export my calendar");
    ASSERT_NE(button, nullptr);
    EXPECT_TRUE(button->IsEnabled());
    app::ExportChoice own;
    own.person = frame().session()->actor().id;
    EXPECT_TRUE(exportTo(*frame().page(), *frame().session(), app::ExportKind::Calendar, own, path("own.ics")));
    EXPECT_FALSE(exportTo(*frame().page(), *frame().session(), app::ExportKind::Calendar, {}, path("all.ics")));
    EXPECT_FALSE(fs::exists(path("all.ics")));
}

} // namespace
} // namespace fledgling::ui::test
