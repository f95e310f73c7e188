#include "app/mentors/Mentors.h"
#include "app/sample/Sample.h"
#include "store/mentors/MentorStore.h"
#include "ui/Harness.h"
#include "ui/Page.h"
#include "ui/Text.h"
#include "ui/controls/RichText.h"
#include "ui/controls/Table.h"

namespace fledgling::ui::test {
namespace {

class MentorsRecord : public InWindow {
protected:
    std::vector<store::KeptEvaluation> kept() {
        return store::MentorStore(frame().session()->desk().database).evaluations(frame().session()->desk().actor.id);
    }
};

TEST_F(MentorsRecord, ThePageNamesTheMentorAlsoWhileNothingIsAsked) {
    openSampleAs("01001", "evaluate");
    settle();
    ASSERT_TRUE(app::askedEvaluations(frame().session()->desk()).empty());
    EXPECT_TRUE(allText(frame().page()).Contains(u8("Your mentor: 陈博"))) << utf8(allText(frame().page()));
}

TEST_F(MentorsRecord, ATraineeRatesTheMentorByThreeDigits) {
    openSampleAs("01007", "evaluate");
    settle();
    ASSERT_EQ(frame().page()->complaint(), "");
    EXPECT_TRUE(kept().empty());
    type("543");
    settle();
    EXPECT_EQ(frame().page()->figureText(), "") << "no sign without words";
    screenshot(&frame(), "evaluate");
    press("Ctrl+Enter");
    settle();
    const auto evaluations = kept();
    ASSERT_EQ(evaluations.size(), 1U) << utf8(frame().page()->complaint());
    EXPECT_EQ(evaluations[0].evaluation.ratings, (std::array<int, 3>{5, 4, 3}));
    const bool more = !app::askedEvaluations(frame().session()->desk()).empty();
    EXPECT_EQ(findNamed(frame().page(), "Keep") != nullptr, more) << "nothing asked, nothing to keep";
    press("Ctrl+Z");
    EXPECT_TRUE(until([this] { return kept().empty(); })) << utf8(frame().page()->complaint());
    settle();
    EXPECT_TRUE(tableNamed(frame().page(), "What is asked")->hasKeyboard()) << "it goes on where it was";
    press("Ctrl+Z");
    EXPECT_EQ(frame().page()->complaint(), "There is nothing to undo.");
}

TEST_F(MentorsRecord, MarksThatWereBegunStayWhileAnotherPageIsOpen) {
    openSampleAs("01007", "evaluate");
    settle();
    auto* asked = tableNamed(frame().page(), "What is asked");
    ASSERT_NE(asked, nullptr);
    type("5");
    settle();
    EXPECT_NE(frame().page()->unkept(), "") << "the window may not close on it";
    const auto mark = asked->textAt("0", 1);
    EXPECT_TRUE(mark.Contains("5")) << utf8(mark);
    frame().openPage("today");
    settle();
    frame().openPage("evaluate");
    settle();
    EXPECT_EQ(asked->textAt("0", 1), mark);
    asked->select("0");
    press("0");
    settle();
    EXPECT_EQ(frame().page()->unkept(), "");
}

TEST_F(MentorsRecord, TheManagerSeesLoadExamsAndWhatTraineesSay) {
    openSampleAs(app::SAMPLE_MANAGER, "mentors");
    settle();
    auto* table = tableNamed(frame().page(), "Mentors");
    ASSERT_NE(table, nullptr);
    EXPECT_GE(table->size(), 8U);
    EXPECT_EQ(frame().page()->complaint(), "");
    screenshot(&frame(), "mentors");
}

TEST_F(MentorsRecord, TheStorySaysUntilWhenAPassIsValidAndWhoWasNeverExamined) {
    openSampleAs(app::SAMPLE_SUPERVISOR, "mentors");
    settle();
    const auto story = [&](const char* number) {
        tableNamed(frame().page(), "Mentors")->select(frame().session()->department().find(number).front().id.text());
        settle();
        return named<RichText>(frame().page(), "The mentor's record")->plainText();
    };
    EXPECT_TRUE(story(app::SAMPLE_MENTOR).Contains("valid until")) << utf8(story(app::SAMPLE_MENTOR));
    const auto never = story("00018");
    EXPECT_TRUE(never.Contains("never examined")) << utf8(never);
    EXPECT_FALSE(never.Contains("since")) << "since the day of joining, which says nothing: " << utf8(never);
    EXPECT_TRUE(story("00016").Contains("not passed yet"));
}

TEST_F(MentorsRecord, OneKeyOpensTheCheckAMentorTakesAgain) {
    openSampleAs(app::SAMPLE_SUPERVISOR, "mentors");
    settle();
    const auto mentor = frame().session()->department().find("00018").front().id;
    tableNamed(frame().page(), "Mentors")->select(mentor.text());
    settle();
    press("P");
    ASSERT_TRUE(until([this] { return frame().pageId() == "practical"; })) << utf8(frame().page()->complaint());
    settle();
    EXPECT_EQ(tableNamed(frame().page(), "Trainees by items")->selected(), mentor.text());
}

} // namespace
} // namespace fledgling::ui::test
