#include "ui/MentorsPagesFixture.h"

#include "app/mentoring/Problems.h"
#include "app/sample/Sample.h"
#include "ui/controls/Table.h"

#include <algorithm>
#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/scrolwin.h>
#include <wx/tglbtn.h>

namespace fledgling::ui::test {
namespace {

using namespace domain;

TEST_F(TheMentorsPages, KeepAnEntryByKeyboardAlone) {
    openAs(app::SAMPLE_MENTOR, "log");
    const auto trainee = shown();
    ASSERT_FALSE(trainee.empty());
    const auto before = store().entriesOf(trainee).size();
    const auto order = skills()->order();
    type("2");
    press("Tab");
    type("3");
    type("Calm and quick");
    press("Tab");
    type("Refunds");
    press("Ctrl+Enter");
    const auto entries = store().entriesOf(trainee);
    ASSERT_EQ(entries.size(), before + 1) << utf8(page()->complaint());
    const auto at = std::find_if(entries.begin(), entries.end(),
                                 [](const auto& one) { return one.wentWell == "Calm and quick"; });
    ASSERT_NE(at, entries.end());
    EXPECT_EQ(at->practised, std::vector<std::string>{order[1]});
    EXPECT_EQ(at->how, SkillLevel::Alone);
    EXPECT_EQ(at->next, "Refunds");
    EXPECT_EQ(at->day, desk().today());
    EXPECT_TRUE(page()->statusText().Contains("Kept"));
    EXPECT_TRUE(note("What went well")->IsEmpty()) << "the next entry begins anew";
    screenshot(&frame(), "log");
}

TEST_F(TheMentorsPages, SayWhenNoSkillIsCalledWhatWasTypedAndHowToSeeThemAgain) {
    openAs(app::SAMPLE_MENTOR, "log");
    const auto all = skills()->size();
    type("zzz");
    EXPECT_EQ(skills()->size(), 0U);
    EXPECT_TRUE(allText(page()).Contains("Esc shows all of them again")) << utf8(allText(page()));
    press("Escape");
    EXPECT_EQ(skills()->size(), all);
    EXPECT_FALSE(allText(page()).Contains("Esc shows all of them again"));
}

TEST_F(TheMentorsPages, AnEntryTakesSixtyKeysAtMostWhichIsHalfAMinuteOfSlowTyping) {
    openAs(app::SAMPLE_MENTOR, "log");
    const auto trainee = shown();
    const auto before = store().entriesOf(trainee).size();
    std::size_t keys = 0;
    const auto word = [&](const std::string& text) {
        type(text);
        keys += text.size();
    };
    const auto key = [&](const std::string& one) {
        press(one);
        ++keys;
    };
    word("2"); // the skill
    key("Tab");
    word("3"); // alone
    word("Calm, quick, friendly");
    key("Tab");
    word("Refunds after noon");
    key("Ctrl+Enter");
    EXPECT_EQ(store().entriesOf(trainee).size(), before + 1) << utf8(page()->complaint());
    EXPECT_LE(keys, 60U);
}

TEST_F(TheMentorsPages, TheSkillAnEntryProvesIsChosenAndCtrlSSaysWhyAnotherIsNotSigned) {
    openAs(app::SAMPLE_MENTOR, "log");
    const auto order = skills()->order();
    type("5");
    press("Tab");
    type("3");
    press("Ctrl+Enter");
    ASSERT_TRUE(skills()->textAt(order[4], 3).Contains("sign:")) << utf8(skills()->textAt(order[4], 3));
    EXPECT_EQ(skills()->selected(), order[4]);
    std::string other;
    for (const auto& id : order)
        if (other.empty() && !skills()->textAt(id, 3).Contains("sign:")) other = id;
    ASSERT_FALSE(other.empty());
    skills()->select(other);
    settle();
    press("Ctrl+S");
    EXPECT_TRUE(page()->complaint().Contains("No entry proves a higher level yet")) << utf8(page()->complaint());
}

TEST_F(TheMentorsPages, TheColumnsStandAlikeWhicheverSkillIsChosen) {
    openAs(app::SAMPLE_MENTOR, "log");
    for (const auto& id : skills()->order())
        if (!skills()->textAt(id, 3).Contains("sign:")) skills()->select(id);
    settle();
    auto* sign = named<wxButton>(page(), "Sign off");
    ASSERT_NE(sign, nullptr) << "nothing is signed off on that skill";
    const auto width = sign->GetSize().x;
    type("5");
    press("Tab");
    type("3");
    press("Ctrl+Enter");
    settle();
    ASSERT_NE(named<wxButton>(page(), "Sign off"), sign) << "it says what is signed now";
    EXPECT_EQ(sign->GetSize().x, width);
}

TEST_F(TheMentorsPages, HelpIsCalledAsThePageIs) {
    openAs(app::SAMPLE_MENTOR, "log");
    press("F1");
    auto* shut = findNamed(&frame(), "Close help");
    ASSERT_NE(shut, nullptr);
    EXPECT_TRUE(allText(shut->GetParent()).Contains("Log"));
    EXPECT_FALSE(allText(shut->GetParent()).Contains(page()->title())) << "not as the trainee is";
}

TEST_F(TheMentorsPages, TypingFindsASkillAndSpaceTicksIt) {
    openAs(app::SAMPLE_MENTOR, "log");
    const auto all = skills()->size();
    type("clos");
    ASSERT_LT(skills()->size(), all);
    const std::string found = skills()->selected();
    press("Space");
    EXPECT_EQ(skills()->size(), all) << "all skills are there again for the next one";
    EXPECT_TRUE(skills()->textAt(found, 0).StartsWith(wxString(wxUniChar(0x2611))));
    press("Space");
    EXPECT_TRUE(skills()->textAt(found, 0).StartsWith(wxString(wxUniChar(0x2610))));
}

TEST_F(TheMentorsPages, SayInPlaceThatAnEmptyEntrySaysNothing) {
    openAs(app::SAMPLE_MENTOR, "log");
    press("Ctrl+Enter");
    EXPECT_FALSE(page()->complaint().empty());
}

TEST_F(TheMentorsPages, ASkillWithoutHowIsAskedForAtItsField) {
    openAs(app::SAMPLE_MENTOR, "log");
    const auto before = store().entriesOf(shown()).size();
    type("2");
    press("Ctrl+Enter");
    EXPECT_EQ(store().entriesOf(shown()).size(), before);
    EXPECT_TRUE(page()->complaint().Contains("how the skills were practised")) << utf8(page()->complaint());
    EXPECT_NE(dynamic_cast<wxToggleButton*>(wxWindow::FindFocus()), nullptr) << "the keyboard is where it is chosen";
}

TEST_F(TheMentorsPages, InASmallWindowWhatHasTheKeyboardIsInView) {
    openAs(app::SAMPLE_MENTOR, "log");
    frame().SetSize(frame().FromDIP(wxSize(960, 560)));
    settle();
    auto* answer = named<wxTextCtrl>(page(), "Answer");
    ASSERT_NE(answer, nullptr);
    const auto seen = [&](wxWindow* control) {
        return page()->GetScreenRect().Contains(control->GetScreenRect());
    };
    press("F8");
    EXPECT_TRUE(until([&] { return seen(wxWindow::FindFocus()); })) << "the trainee's own problems";
    tableNamed(page(), "Entries so far")->takeFocus();
    EXPECT_TRUE(until([&] { return seen(tableNamed(page(), "Entries so far")); }));
    screenshot(&frame(), "log.960");
    press("F8");
    press("F8");
    EXPECT_TRUE(until([&] { return seen(wxWindow::FindFocus()); })) << "and back";
    EXPECT_GE(answer->GetSize().y, 2 * answer->GetCharHeight());
}

TEST_F(TheMentorsPages, InASmallWindowTheLogBeginsWithItsDayAndLevelsAreReadWhole) {
    openAs(app::SAMPLE_MENTOR, "trainees");
    frame().SetSize(frame().FromDIP(wxSize(960, 560)));
    settle();
    frame().openPage("log");
    settle();
    auto* scrolls = skills()->GetParent();
    while (scrolls && !dynamic_cast<wxScrolledWindow*>(scrolls))
        scrolls = scrolls->GetParent();
    ASSERT_NE(scrolls, nullptr);
    EXPECT_TRUE(until([&] { return dynamic_cast<wxScrolledWindow*>(scrolls)->GetViewStart().y == 0; }))
        << "found by hand: the field stood half out of sight";
    auto* table = skills()->control();
    int widest = 0;
    for (const auto& skill : skills()->order())
        widest = std::max(widest, table->GetTextExtent(skills()->textAt(skill, 2)).x);
    EXPECT_TRUE(until([&] { return table->GetColumn(2)->GetWidth() >= widest; })) << table->GetColumn(2)->GetWidth() << " of " << widest;
    screenshot(&frame(), "log.960-first");
}

TEST_F(TheMentorsPages, ALevelIsSignedWhereAnEntryProvesItAndTakenBackWithAReason) {
    openAs(app::SAMPLE_MENTOR, "log");
    const auto trainee = shown();
    const auto level = [&](const std::string& skill) {
        for (const auto& sign : store().skillsOf(trainee))
            if (sign.skill == skill) return sign.level;
        return SkillLevel::None;
    };
    const std::string skill = skills()->order()[4];
    const auto stood = level(skill);
    ASSERT_LT(stood, SkillLevel::Alone);
    type("5");
    press("Tab");
    type("3");
    press("Ctrl+Enter");
    skills()->select(skill);
    press("Ctrl+S");
    ASSERT_TRUE(until([&] { return level(skill) == SkillLevel::Alone; })) << utf8(page()->complaint());
    settle();
    skills()->select(skill);
    answerWith("Reason", "only with the card beside");
    press("Ctrl+B");
    ASSERT_TRUE(until([&] { return level(skill) == stood; })) << utf8(page()->complaint());
}

TEST_F(TheMentorsPages, MissingDaysAreButtonsAndAKey) {
    openAs("00018", "log");
    const auto missing = mine().rows().front().missing;
    ASSERT_EQ(missing.size(), 2U);
    const auto trainee = shown();
    click(named<wxButton>(page(), "Write for " + dateText(missing[1])));
    EXPECT_TRUE(allText(page()).Contains("For " + dayText(missing[1])));
    press("F7");
    EXPECT_TRUE(allText(page()).Contains("For " + dayText(missing[0])));
    note("What went well")->SetValue("kept late");
    press("Ctrl+Enter");
    const auto entries = store().entriesOf(trainee);
    EXPECT_TRUE(
        std::any_of(entries.begin(), entries.end(), [&](const auto& one) { return one.day == missing[0]; }));
    EXPECT_EQ(mine().rows().front().missing.size(), 1U);
}

TEST_F(TheMentorsPages, AnEntryIsCorrectedWithAReason) {
    openAs(app::SAMPLE_MENTOR, "log");
    const auto trainee = shown();
    auto* entries = tableNamed(page(), "Entries so far");
    ASSERT_NE(entries, nullptr);
    const std::string id = entries->order().front();
    entries->select(id);
    entries->takeFocus();
    settle();
    press("Enter");
    EXPECT_TRUE(allText(page()).Contains("Correcting the entry"));
    note("Next")->SetValue("hand-over");
    answerWith("Reason", "wrong plan");
    press("Ctrl+Enter");
    ASSERT_TRUE(until([&] {
        const auto all = store().entriesOf(trainee);
        return std::any_of(all.begin(), all.end(),
                           [&](const auto& one) { return one.id.text() == id && one.next == "hand-over"; });
    })) << utf8(page()->complaint());
    EXPECT_EQ(store::Book(desk().database).change(store::Book(desk().database).last())->head.why,
              "wrong plan");
}

TEST_F(TheMentorsPages, AnswerTheTraineesOwnProblem) {
    openAs(app::SAMPLE_MENTOR, "log");
    std::vector<store::Problem> waiting;
    const auto view = mine();
    for (const auto& row : view.rows())
        for (const auto& problem : store().problemsOf(row.trainee))
            if (problem.answer.empty()) waiting.push_back(problem);
    ASSERT_FALSE(waiting.empty());
    frame().openPage("log", waiting.front().id.text());
    settle();
    EXPECT_EQ(shown(), waiting.front().person);
    auto* answer = named<wxTextCtrl>(page(), "Answer");
    ASSERT_NE(answer, nullptr);
    ASSERT_TRUE(until([&] { return answer->HasFocus(); }));
    type("Merge the two windows first.");
    press("Ctrl+Enter");
    EXPECT_EQ(store().problem(waiting.front().id)->answer, "Merge the two windows first.");
    EXPECT_TRUE(answer->IsEmpty());
}

TEST_F(TheMentorsPages, OnlyTheCurrentMentorWrites) {
    openAs(app::SAMPLE_MANAGER, "help");
    const auto pairs = store().currentPairs();
    ASSERT_FALSE(pairs.empty());
    frame().openPage("log", pairs.front().trainee.text());
    settle();
    ASSERT_EQ(frame().pageId(), "log");
    EXPECT_FALSE(findNamed(page(), "Keep")->IsEnabled());
    EXPECT_FALSE(note("What went well")->IsEnabled());
    EXPECT_TRUE(findNamed(page(), "Entries so far") != nullptr);
}

TEST_F(TheMentorsPages, AnEmptyLogSaysWhatBelongsThere) {
    openAs("00003", "help");
    frame().openPage("log");
    settle();
    EXPECT_TRUE(allText(page()).Contains("You lead nobody at the moment"));
}

} // namespace
} // namespace fledgling::ui::test
