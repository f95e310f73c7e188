#include "app/sample/Sample.h"
#include "store/PeopleStore.h"
#include "ui/Harness.h"
#include "ui/Page.h"
#include "ui/Text.h"
#include "ui/controls/Table.h"

#include <wx/html/htmlwin.h>

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

TEST_F(ThePersonPage, SomebodyElseIsReadFromTheNewestEntryOn) {
    openSampleAs(app::SAMPLE_MANAGER);
    frame().openPage("person", idOf("01007"));
    settle();
    auto* entries = tableNamed(frame().page(), "Everything recorded");
    ASSERT_NE(entries, nullptr);
    entries->select(entries->order().at(7));
    frame().openPage("person", idOf("00011"));
    settle();
    EXPECT_EQ(entries->selected(), entries->order().front());
    const auto text = utf8(named<wxHtmlWindow>(frame().page(), "At a glance")->ToText());
    EXPECT_NE(text.find("leads"), std::string::npos) << text;
    EXPECT_EQ(text.find("mentor none"), std::string::npos) << text << ": nobody leads a mentor";
}

TEST_F(ThePersonPage, LeadsToTheTrainingRecordAndToThePoints) {
    openSampleAs(app::SAMPLE_MANAGER);
    frame().openPage("person", idOf("01007"));
    settle();
    press("T");
    ASSERT_EQ(frame().pageId(), "reports");
    EXPECT_EQ(tableNamed(frame().page(), "Reports")->selected(), "record");
    EXPECT_EQ(frame().page()->complaint(), "");
    press("Escape");
    ASSERT_EQ(frame().pageId(), "person");
    press("P");
    EXPECT_EQ(frame().pageId(), "points");
    press("Escape");
    press("R");
    EXPECT_EQ(frame().pageId(), "readiness");
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

TEST_F(ThePersonPage, AFormThatTakesEscSaysNothingOfTheWayBack) {
    openSampleAs(app::SAMPLE_MANAGER, "calendar");
    frame().session()->go("people");
    settle();
    ASSERT_TRUE(allText(frame().page()).Contains("Esc back to Calendar"));
    press("N");
    EXPECT_FALSE(allText(frame().page()).Contains("Esc back to"));
    press("Escape");
    EXPECT_TRUE(until([&] { return allText(frame().page()).Contains("Esc back to Calendar"); })) << "once it is left";
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
