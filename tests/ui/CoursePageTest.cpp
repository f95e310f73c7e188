#include "app/problems/WeeklySummary.h"
#include "app/sample/Sample.h"
#include "store/CohortStore.h"
#include "support/Here.h"
#include "ui/Harness.h"
#include "ui/Page.h"
#include "ui/Text.h"
#include "ui/controls/RichText.h"
#include "ui/controls/Table.h"
#include "ui/problems/AnswersText.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace fledgling::ui::test {
namespace {

namespace fs = std::filesystem;

/// The shipped course as its next version, in which three failing chats cost the point.
class ChangedCourse : public InWindow {
protected:
    void SetUp() override {
        InWindow::SetUp();
        if (IsSkipped()) return;
        m_folder = fs::temp_directory_path() / ("fledgling-next-" + std::to_string(::getpid()));
        fs::remove_all(m_folder);
        fs::copy(fledgling::test::source() / "courses/customer-service", m_folder, fs::copy_options::recursive);
        std::stringstream text;
        text << std::ifstream(m_folder / "course.yaml").rdbuf();
        std::string yaml = text.str();
        replace(yaml, "version: \"2026.6\"", "version: \"2027.1\"");
        replace(yaml, "fails_cost_point: 4", "fails_cost_point: 3");
        std::ofstream(m_folder / "course.yaml", std::ios::trunc) << yaml;
    }
    void TearDown() override {
        InWindow::TearDown();
        fs::remove_all(m_folder);
    }
    static void replace(std::string& in, const std::string& what, const std::string& with) {
        const auto at = in.find(what);
        ASSERT_NE(at, std::string::npos) << what;
        in.replace(at, what.size(), with);
    }
    fs::path m_folder;
};

TEST_F(ChangedCourse, ShowsWhatItWouldChangeAndThenACohortTakesIt) {
    openSampleAs(app::SAMPLE_TRAINER);
    frame().openPage("course", m_folder.string());
    settle();
    auto* effects = tableNamed(frame().page(), "What this version would change");
    ASSERT_NE(effects, nullptr);
    const auto order = effects->order();
    EXPECT_TRUE(std::any_of(order.begin(), order.end(), [](const std::string& id) { return id.starts_with("points "); }));
    screenshot(&frame(), "course-effects");
    press("Ctrl+Enter");
    settle();
    EXPECT_TRUE(frame().page()->complaint().Contains("Kept as version 2027.1")) << utf8(frame().page()->complaint());
    effects = tableNamed(frame().page(), "What this version would change");
    ASSERT_NE(effects, nullptr);
    std::string cohort;
    for (const auto& id : effects->order())
        if (cohort.empty() && id.starts_with("cohort ")) cohort = id;
    ASSERT_FALSE(cohort.empty());
    effects->select(cohort);
    settle();
    answerWith("Reason", "agreed with the manager");
    press("Ctrl+M");
    settle();
    const domain::CohortId id(cohort.substr(7));
    EXPECT_EQ(store::CohortStore(frame().session()->desk().database).cohort(id)->version, "2027.1")
        << utf8(frame().page()->complaint());
    EXPECT_TRUE(frame().page()->complaint().Contains("takes version 2027.1")) << utf8(frame().page()->complaint());
}

TEST_F(ChangedCourse, MovingLeadsTheKeyboardToTheCohortsThatCan) {
    openSampleAs(app::SAMPLE_TRAINER);
    frame().openPage("course", m_folder.string());
    settle();
    press("Ctrl+Enter");
    settle();
    auto* effects = tableNamed(frame().page(), "What this version would change");
    ASSERT_NE(effects, nullptr);
    const auto before = store::Book(frame().session()->desk().database).last();
    frame().page()->takeKeyboard();
    press("Ctrl+M");
    EXPECT_TRUE(until([&] { return effects->hasKeyboard(); }));
    EXPECT_TRUE(effects->selected().starts_with("cohort ")) << effects->selected();
    EXPECT_TRUE(frame().page()->complaint().Contains("Choose the cohort here")) << utf8(frame().page()->complaint());
    EXPECT_EQ(store::Book(frame().session()->desk().database).last(), before) << "nothing moves by that";
}

TEST_F(ChangedCourse, OneThatCantBeReadShowsWhereAndNothingOfTheFormer) {
    std::stringstream file;
    file << std::ifstream(m_folder / "course.yaml").rdbuf();
    std::string yaml = file.str();
    replace(yaml, "\nskills:", "\nskillz:");
    std::ofstream(m_folder / "course.yaml", std::ios::trunc) << yaml;
    openSampleAs(app::SAMPLE_TRAINER, "course");
    settle();
    const auto text = [&] { return named<RichText>(frame().page(), "Text as it is taught")->plainText(); };
    ASSERT_TRUE(text().Contains("Goals"));
    frame().openPage("course", m_folder.string());
    settle();
    EXPECT_FALSE(text().Contains("Goals"));
    EXPECT_TRUE(text().Contains("skillz:")) << utf8(text());
}

TEST_F(ChangedCourse, OffersToKeepOnlyWhatIsOnDisk) {
    openSampleAs(app::SAMPLE_TRAINER, "course");
    settle();
    EXPECT_EQ(findNamed(frame().page(), "Keep this version"), nullptr);
    EXPECT_NE(findNamed(frame().page(), "Move a cohort"), nullptr);
    frame().openPage("course", m_folder.string());
    settle();
    EXPECT_NE(findNamed(frame().page(), "Keep this version"), nullptr);
    EXPECT_EQ(findNamed(frame().page(), "Move a cohort"), nullptr);
}

class TheAnswerBase : public InWindow {};

TEST_F(TheAnswerBase, StandsBesideTheCourseAndIsReadByKeys) {
    openSampleAs(app::SAMPLE_TRAINER, "course");
    settle();
    const auto base = app::answerBase(frame().session()->desk());
    ASSERT_FALSE(base.empty());
    auto* parts = tableNamed(frame().page(), "Days and sessions");
    ASSERT_NE(parts, nullptr);
    parts->takeFocus();
    press("End");
    ASSERT_TRUE(until([&] { return parts->selected() == "answers"; })) << parts->selected();
    auto* text = named<RichText>(frame().page(), "Text as it is taught");
    ASSERT_NE(text, nullptr);
    EXPECT_TRUE(text->plainText().Contains(u8(base.front().answer.question))) << utf8(text->plainText());
    press("Enter");
    EXPECT_TRUE(until([&] { return wxWindow::FindFocus() == text; }));
    screenshot(&frame(), "course-answers");
}

TEST_F(TheAnswerBase, SaysHowTheFirstAnswerGetsThere) {
    open();
    EXPECT_NE(answersToRead("").find("Problem summary"), std::string::npos);
    EXPECT_EQ(answersToRead("<p>x</p>"), "<p>x</p>");
}

} // namespace
} // namespace fledgling::ui::test
