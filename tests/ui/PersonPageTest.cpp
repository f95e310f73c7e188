#include "app/sample/Sample.h"
#include "store/PeopleStore.h"
#include "ui/Harness.h"
#include "ui/Page.h"
#include "ui/Text.h"
#include "ui/controls/Table.h"

namespace fledgling::ui::test {
namespace {

class ThePersonPage : public InWindow {
protected:
    std::string idOf(const std::string& number) {
        for (const auto& person : store::PeopleStore(frame().session()->desk().database).people())
            if (person.card.staffNumber == number) return person.id.text();
        return {};
    }
};

TEST_F(ThePersonPage, ShowsEverythingAndLeadsToTheEvidence) {
    openSampleAs(app::SAMPLE_MANAGER);
    frame().openPage("person", idOf("01007"));
    settle();
    ASSERT_EQ(frame().page()->complaint(), "");
    auto* entries = tableNamed(frame().page(), "Everything recorded");
    ASSERT_NE(entries, nullptr);
    EXPECT_GT(entries->size(), 20U);
    screenshot(&frame(), "person");
    press("H");
    settle();
    EXPECT_EQ(frame().pageId(), "history");
}

TEST_F(ThePersonPage, IsReachedFromTheReadinessBoardByG) {
    openSampleAs(app::SAMPLE_MANAGER, "readiness");
    settle();
    press("G");
    settle();
    EXPECT_EQ(frame().pageId(), "person") << utf8(frame().page()->complaint());
    EXPECT_TRUE(allText(frame().page()).Contains("Esc back to Readiness"));
    press("Escape");
    EXPECT_EQ(frame().pageId(), "readiness");
}

TEST_F(ThePersonPage, ATraineeReadsTheOwnOneWithoutTheVerdict) {
    openSampleAs("01007", "person");
    settle();
    ASSERT_EQ(frame().page()->complaint(), "");
    EXPECT_FALSE(frame().page()->figureText().Contains("ready"));
    EXPECT_FALSE(frame().page()->figureText().Contains("way"));
    EXPECT_GT(tableNamed(frame().page(), "Everything recorded")->size(), 10U);
}

} // namespace
} // namespace fledgling::ui::test
