#include "app/Department.h"
#include "app/mentoring/Mentoring.h"
#include "app/mentoring/MyTrainees.h"
#include "app/mentoring/Problems.h"
#include "app/pairing/Pairing.h"
#include "app/sample/Sample.h"
#include "store/MentoringStore.h"
#include "store/PeopleStore.h"
#include "ui/Harness.h"
#include "ui/Page.h"
#include "ui/Text.h"
#include "ui/controls/RichText.h"
#include "ui/controls/Table.h"

#include <algorithm>
#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/dialog.h>
#include <wx/scrolwin.h>
#include <wx/textctrl.h>
#include <wx/timer.h>
#include <wx/tglbtn.h>

namespace fledgling::ui::test {
namespace {

using namespace domain;

/// The log as a mentor of the sample sees it.
class TheMentorsPages : public InWindow {
protected:
    void openAs(const std::string& who, const std::string& page) {
        openSampleAs(who, page);
        ASSERT_NE(frame().page(), nullptr);
        settle();
    }
    Page* page() { return frame().page(); }
    app::Desk& desk() { return frame().session()->desk(); }
    store::MentoringStore store() { return store::MentoringStore(desk().database); }
    app::MyTrainees mine() {
        app::MyTrainees view(desk(), "en");
        view.load();
        return view;
    }
    /// The trainee the page shows: by the name in its title.
    PersonId shown() {
        const auto view = mine();
        for (const auto& row : view.rows())
            if (u8(row.name) == page()->title()) return row.trainee;
        return {};
    }
    Table* skills() { return tableNamed(page(), "Skills"); }
    wxTextCtrl* note(const wxString& label) { return named<wxTextCtrl>(page(), label); }
};

TEST_F(TheMentorsPages, ListWhatIsDueAndOpenTheLog) {
    openAs(app::SAMPLE_MENTOR, "trainees");
    auto* list = tableNamed(page(), "My trainees");
    ASSERT_NE(list, nullptr);
    const auto rows = mine();
    ASSERT_EQ(list->size(), rows.rows().size());
    EXPECT_EQ(list->selected(), rows.rows().front().trainee.text());
    screenshot(&frame(), "trainees");
    press("Enter");
    ASSERT_TRUE(until([this] { return frame().pageId() == "log"; }));
    EXPECT_EQ(page()->title(), u8(rows.rows().front().name));
}

TEST_F(TheMentorsPages, BeginWithWhatWasSaidAtTheHandOver) {
    openAs(app::SAMPLE_MANAGER, "pairing");
    store::PeopleStore people(desk().database);
    const auto trainee = people.byStaffNumber("01010").front().id, next = people.byStaffNumber("00017").front().id;
    app::handOver(desk(), trainee, next, "slow with refunds", desk().today());
    frame().signIn(next);
    frame().session()->go("trainees", "");
    settle();
    auto* list = tableNamed(page(), "My trainees");
    ASSERT_NE(list, nullptr);
    list->select(trainee.text());
    list->onSelect(trainee.text());
    EXPECT_TRUE(until([&] { return named<RichText>(page(), "What is due")->plainText().Contains("told: slow with refunds"); }));
    frame().session()->go("log", trainee.text());
    ASSERT_TRUE(until([&] { return frame().pageId() == "log"; }));
    EXPECT_TRUE(page()->complaint().Contains("told: slow with refunds")) << utf8(page()->complaint());
}

TEST_F(TheMentorsPages, ShowEveryColumnOfTheListInASmallWindow) {
    openAs(app::SAMPLE_MENTOR, "trainees");
    frame().SetSize(frame().FromDIP(wxSize(960, 600)));
    settle();
    EXPECT_TRUE(standsAcross(*tableNamed(page(), "My trainees")));
}

TEST_F(TheMentorsPages, ReadTheLastColumnOfTheListWholeInASmallWindow) {
    openAs(app::SAMPLE_MENTOR, "trainees");
    frame().SetSize(frame().FromDIP(wxSize(960, 560)));
    settle();
    auto* list = tableNamed(page(), "My trainees");
    auto* control = list->control();
    ASSERT_TRUE(until([&] { return control->GetColumnCount() == 8U; })) << "the cohort gave way";
    for (const auto& id : list->order())
        EXPECT_TRUE(until([&] { return control->GetTextExtent(list->textAt(id, 7)).x < control->GetColumn(7)->GetWidth(); })) << utf8(list->textAt(id, 7));
    EXPECT_TRUE(named<RichText>(page(), "What is due")->plainText().Contains(u8(mine().rows().front().cohort))) << "it stands with what is due";
    frame().SetSize(frame().FromDIP(wxSize(1280, 800)));
    EXPECT_TRUE(until([&] { return control->GetColumnCount() == 9U; }));
}

TEST_F(TheMentorsPages, OpenTheLogForTheMissingDay) {
    openAs("00018", "trainees");
    const auto row = mine().rows().front();
    ASSERT_FALSE(row.missing.empty());
    press("D");
    ASSERT_TRUE(until([this] { return frame().pageId() == "log"; }));
    EXPECT_TRUE(allText(page()).Contains("For " + dayText(row.missing.front())));
}

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

TEST_F(TheMentorsPages, AnEmptyFieldLeavesCtrlZToTheLastChange) {
    openAs(app::SAMPLE_MENTOR, "log");
    const auto trainee = shown();
    const auto before = store().entriesOf(trainee).size();
    type("2");
    press("Tab");
    type("3");
    type("Calm");
    press("Ctrl+Z");
    EXPECT_EQ(store().entriesOf(trainee).size(), before);
    press("Ctrl+Enter");
    ASSERT_EQ(store().entriesOf(trainee).size(), before + 1);
    ASSERT_NE(dynamic_cast<wxTextCtrl*>(wxWindow::FindFocus()), nullptr) << "where the cursor stands after keeping";
    press("Ctrl+Z");
    EXPECT_EQ(store().entriesOf(trainee).size(), before);
}

TEST_F(TheMentorsPages, WhatWasKeptStandsInTheFieldsAgainOnceItIsTakenBack) {
    openAs(app::SAMPLE_MENTOR, "log");
    const auto trainee = shown();
    const auto before = store().entriesOf(trainee).size();
    const auto ticked = skills()->order()[1];
    type("2");
    press("Tab");
    type("3");
    type("Calm");
    press("Ctrl+Enter");
    ASSERT_EQ(store().entriesOf(trainee).size(), before + 1);
    ASSERT_TRUE(note("What went well")->IsEmpty());
    press("Ctrl+Z");
    ASSERT_EQ(store().entriesOf(trainee).size(), before);
    EXPECT_TRUE(until([&] { return note("What went well")->GetValue() == "Calm"; }));
    EXPECT_TRUE(skills()->textAt(ticked, 0).StartsWith(wxString(wxUniChar(0x2611))));
    press("Ctrl+Enter");
    EXPECT_EQ(store().entriesOf(trainee).size(), before + 1) << "how it was practised came back, too";
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

TEST_F(TheMentorsPages, AReasonThatWasTypedIsDroppedOnlyByASecondEscape) {
    openAs(app::SAMPLE_MENTOR, "log");
    auto* entries = tableNamed(page(), "Entries so far");
    ASSERT_NE(entries, nullptr);
    entries->select(entries->order().front());
    entries->takeFocus();
    settle();
    press("Enter");
    note("Next")->SetValue("hand-over");
    int escapes = 0;
    wxString said, stood;
    wxTimer each;
    each.Bind(wxEVT_TIMER, [&](wxTimerEvent&) {
        for (auto* window : wxTopLevelWindows) {
            auto* dialog = dynamic_cast<wxDialog*>(window);
            auto* field = dialog && dialog->IsModal() ? named<wxTextCtrl>(dialog, "Reason") : nullptr;
            if (!field) continue;
            if (++escapes == 1) field->SetValue("first words");
            stood = field->GetValue();
            wxKeyEvent escape(wxEVT_CHAR_HOOK);
            escape.m_keyCode = WXK_ESCAPE;
            escape.SetEventObject(field);
            field->HandleWindowEvent(escape);
            if (dialog->IsModal()) said = allText(dialog);
            return;
        }
    });
    each.Start(50);
    press("Ctrl+Enter");
    EXPECT_TRUE(until([&] { return escapes == 2; }));
    settle();
    each.Stop();
    EXPECT_EQ(escapes, 2) << "the second one closes it";
    EXPECT_EQ(stood, "first words");
    EXPECT_TRUE(said.Contains("Esc once more")) << utf8(said);
    EXPECT_EQ(note("Next")->GetValue(), "hand-over") << "the entry is still being corrected";
}

TEST_F(TheMentorsPages, ADraftWaitsWhileAnotherTraineeIsShown) {
    openAs(app::SAMPLE_MENTOR, "log");
    const wxString first = page()->title();
    note("What went well")->SetValue("half a sentence");
    press("PageDown");
    ASSERT_NE(page()->title(), first);
    EXPECT_TRUE(note("What went well")->IsEmpty());
    press("PageUp");
    EXPECT_EQ(page()->title(), first);
    EXPECT_EQ(note("What went well")->GetValue(), "half a sentence");
}

TEST_F(TheMentorsPages, ADraftOutlivesTheWindowUntilItIsKept) {
    openAs(app::SAMPLE_MENTOR, "log");
    const wxString first = page()->title();
    const auto ticked = skills()->order()[1];
    type("2");
    note("What went well")->SetValue("half a $HOME\nand \\ more");
    frame().Close();
    settle();
    openAs(app::SAMPLE_MENTOR, "log");
    ASSERT_EQ(page()->title(), first);
    EXPECT_EQ(note("What went well")->GetValue(), "half a $HOME\nand \\ more");
    EXPECT_TRUE(skills()->textAt(ticked, 0).StartsWith(wxString(wxUniChar(0x2611))));
    press("Tab");
    type("3");
    press("Ctrl+Enter");
    ASSERT_TRUE(page()->complaint().empty()) << utf8(page()->complaint());
    frame().Close();
    settle();
    openAs(app::SAMPLE_MENTOR, "log");
    EXPECT_TRUE(note("What went well")->IsEmpty());
}

TEST_F(TheMentorsPages, WhatIsTypedOutlivesAChangeElsewhere) {
    openAs(app::SAMPLE_MENTOR, "log");
    note("Problems met")->SetValue("still typing");
    desk().events.tell({app::Topic::Logs});
    settle();
    EXPECT_EQ(note("Problems met")->GetValue(), "still typing");
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
