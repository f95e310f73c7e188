#include "app/Department.h"
#include "app/people/People.h"
#include "app/sample/Sample.h"
#include "app/training/TraineeView.h"
#include "store/MentoringStore.h"
#include "store/PeopleStore.h"
#include "ui/Harness.h"
#include "ui/Page.h"
#include "ui/Text.h"
#include "ui/controls/RichText.h"
#include "ui/controls/Table.h"
#include "ui/frame/Palette.h"

#include <algorithm>
#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/textctrl.h>

namespace fledgling::ui::test {
namespace {

/// A trainee's own pages, in the sample.
class TheTraineesPages : public InWindow {
protected:
    void openAs(const std::string& who, const std::string& page) {
        openSampleAs(who, page);
        ASSERT_NE(frame().page(), nullptr);
        settle();
    }
    Page* page() { return frame().page(); }
    app::Desk& desk() { return frame().session()->desk(); }
    app::TraineeView own() {
        app::TraineeView view(desk(), "en");
        view.load();
        return view;
    }
    Table* parts() { return tableNamed(page(), "My training"); }
    wxString text() { return named<RichText>(page(), "What it says")->plainText(); }
};

TEST_F(TheTraineesPages, BeginWithTheNextSessionAndItsText) {
    openAs(app::SAMPLE_TRAINEE, "training");
    const auto view = own();
    ASSERT_NE(view.next(), nullptr);
    EXPECT_EQ(parts()->selected(), "session " + view.next()->courseSession);
    EXPECT_TRUE(allText(page()).Contains("Next: " + u8(view.next()->title)));
    EXPECT_GT(text().length(), 200U);
    screenshot(&frame(), "training");
}

TEST_F(TheTraineesPages, AreOnesOwn) {
    openAs(app::SAMPLE_TRAINEE, "training");
    EXPECT_EQ(own().trainee(), frame().session()->actor().id);
    // Three headings; attendance, skills, results, quizzes, evidence, answers, the whole record, readiness.
    EXPECT_EQ(parts()->order().size(), own().sessions().size() + own().texts().size() + 11);
}

TEST_F(TheTraineesPages, LeadToEverythingRecordedAboutOneself) {
    openAs("01007", "training");
    parts()->takeFocus();
    parts()->select("record");
    press("Enter");
    settle();
    EXPECT_EQ(frame().pageId(), "person") << utf8(page()->complaint());
    EXPECT_EQ(page()->complaint(), "");
    auto* entries = tableNamed(page(), "Everything recorded");
    ASSERT_NE(entries, nullptr);
    EXPECT_GT(entries->size(), 10U);
    press("Escape");
    settle();
    EXPECT_EQ(frame().pageId(), "training");
}

TEST_F(TheTraineesPages, NameTheMakeUpThatIsOwedOnceNoSessionIsAhead) {
    openAs(app::SAMPLE_MANAGER, "help");
    int found = 0;
    for (const auto& person : frame().session()->department().people()) {
        if (!person.roles.contains(domain::Role::Trainee)) continue;
        app::TraineeView view(desk(), "en", person.id);
        view.load();
        if (view.next() || view.owed().empty()) continue;
        const auto title = u8(view.owed().front()->title);
        ++found;
        frame().signIn(person.id);
        frame().openPage("training");
        settle();
        EXPECT_TRUE(allText(page()).Contains("Make-up owed: " + title)) << utf8(allText(page()));
        EXPECT_FALSE(allText(page()).Contains("All your sessions are behind you"));
        break;
    }
    EXPECT_EQ(found, 1) << "somebody of the sample owes a make-up";
}

TEST_F(TheTraineesPages, CountMissingEvidenceAsTheEvidencePageDoes) {
    openAs("01005", "training");
    const wxString said = parts()->textAt("evidence", 2);
    EXPECT_TRUE(said.Contains("1 missing")) << utf8(said) << ": the sheet of the half day that is owed";
    frame().openPage("evidence");
    settle();
    EXPECT_EQ(page()->figureText(), said);
}

TEST_F(TheTraineesPages, HaveALinePerQuizAndEnterShowsEveryAttemptWithWhoRecordedIt) {
    openAs("01004", "training");
    ASSERT_EQ(own().results().size(), 4U) << "the quiz twice, the practice quiz and the practical check once";
    parts()->takeFocus();
    parts()->select("results");
    EXPECT_TRUE(parts()->textAt("results", 2).EndsWith("/2")) << "the practice quiz decides nothing: " << utf8(parts()->textAt("results", 2));
    EXPECT_FALSE(text().Contains("75 %")) << "only what it came to";
    EXPECT_TRUE(text().Contains("85 %"));
    press("Enter");
    EXPECT_TRUE(until([&] { return text().Contains("75 %, 80 % to pass"); }));
    EXPECT_TRUE(text().Contains("85 %"));
    EXPECT_TRUE(text().Contains(u8(own().results().front().by)));
}

TEST_F(TheTraineesPages, SayWhatAMarkCosts) {
    openAs(app::SAMPLE_MANAGER, "help");
    for (const auto& person : frame().session()->department().people()) {
        if (!person.roles.contains(domain::Role::Trainee)) continue;
        app::TraineeView view(desk(), "en", person.id);
        view.load();
        const auto& all = view.sessions();
        const auto costly =
            std::find_if(all.begin(), all.end(), [](const auto& one) { return !one.consequence.empty(); });
        if (costly == all.end()) continue;
        const std::string consequence = costly->consequence;
        frame().signIn(person.id);
        frame().openPage("training");
        settle();
        parts()->select("attendance");
        EXPECT_TRUE(text().Contains(u8(consequence))) << utf8(text());
        return;
    }
    FAIL() << "nobody in the sample has a mark with a consequence";
}

TEST_F(TheTraineesPages, ATextIsSignedAfterItsEndWasSeen) {
    openAs(app::SAMPLE_TRAINEE, "training");
    const auto texts = own().texts();
    const auto open = std::find_if(texts.begin(), texts.end(), [](const auto& one) { return !one.done; });
    ASSERT_NE(open, texts.end());
    parts()->select("text " + open->file);
    parts()->takeFocus();
    settle();
    auto* sign = named<wxButton>(page(), "I have read it: sign");
    ASSERT_FALSE(sign->IsEnabled()) << "the text is longer than the window";
    press("F9");
    EXPECT_FALSE(own().texts().front().done);
    for (int i = 0; i < 40 && !sign->IsEnabled(); ++i)
        press("Space");
    ASSERT_TRUE(sign->IsEnabled());
    press("F9");
    const auto after = own().texts();
    EXPECT_TRUE(std::any_of(after.begin(), after.end(),
                            [&](const auto& one) { return one.file == open->file && one.done; }));
}

TEST_F(TheTraineesPages, SayWhatIsStillToDo) {
    openAs(app::SAMPLE_TRAINEE, "training");
    parts()->select("readiness");
    EXPECT_TRUE(text().Contains("What is still to do"));
    const auto view = own();
    for (const auto& step : view.steps())
        EXPECT_TRUE(text().Contains(u8(step.subject))) << step.subject;
    if (std::any_of(view.steps().begin(), view.steps().end(),
                    [](const auto& one) { return one.step.kind == domain::StepKind::SignSkill; })) {
        EXPECT_TRUE(text().Contains("ask your mentor to sign it off")) << "what the trainee can do";
        EXPECT_FALSE(text().Contains("sign off ")) << "that is the mentor's to do";
    }
    for (const auto& one : view.criteria())
        if (one.cell.measure == domain::Measure::ChatPoints && one.cell.assessed) {
            EXPECT_TRUE(text().Contains(
                wxString::Format("%d, at least %d needed", one.cell.have, one.cell.need)))
                << "more than is asked for is no part of it";
        }
    parts()->select("skills");
    for (const auto& skill : view.skills())
        EXPECT_TRUE(text().Contains(u8(skill.title))) << skill.title;
}

TEST_F(TheTraineesPages, SayWhatWasDecidedWhenAndEachStateOnce) {
    openAs("01005", "training");
    parts()->select("readiness");
    settle();
    ASSERT_TRUE(own().decision()) << "on hold";
    ASSERT_TRUE(own().decidedOn());
    EXPECT_TRUE(text().Contains("Decided on " + dateText(*own().decidedOn()))) << utf8(text());
    wxString rest = text();
    EXPECT_EQ(rest.Replace("not yet assessed", ""), 1U) << utf8(text()) << ": in its column, not as its figure, too";
}

TEST_F(TheTraineesPages, OpenAtTheTextAskedFor) {
    openAs(app::SAMPLE_TRAINEE, "problems");
    const auto file = own().texts().front().file;
    frame().openPage("training", file);
    settle();
    EXPECT_EQ(parts()->selected(), "text " + file);
}

TEST_F(TheTraineesPages, KeepAProblemLog) {
    openAs(app::SAMPLE_TRAINEE, "problems");
    const auto before = own().problems().size();
    type("Refund took three tries");
    press("Ctrl+Enter");
    const auto problems = own().problems();
    ASSERT_EQ(problems.size(), before + 1) << utf8(page()->complaint());
    EXPECT_TRUE(std::any_of(problems.begin(), problems.end(),
                            [](const auto& one) { return one.text == "Refund took three tries"; }));
    auto* field = named<wxTextCtrl>(page(), "What came up today, and what did you do about it?");
    EXPECT_TRUE(field->IsEmpty());
    EXPECT_TRUE(field->HasFocus()) << "the next problem follows";
    screenshot(&frame(), "problems");
}

TEST_F(TheTraineesPages, AnEmptyProblemIsRefusedInPlace) {
    openAs(app::SAMPLE_TRAINEE, "problems");
    press("Ctrl+Enter");
    EXPECT_EQ(page()->complaint(), "There is nothing to write down yet.");
}

TEST_F(TheTraineesPages, AskForLeaveAndSayWhatCameOfIt) {
    openAs(app::SAMPLE_TRAINEE, "training");
    const auto self = frame().session()->actor().id;
    EXPECT_TRUE(app::ownLeave(desk()).empty());
    press("Ctrl+K");
    ASSERT_TRUE(until([&] { return frame().palette() && frame().palette()->IsActive(); }));
    type("ask for leave");
    press("Enter");
    ASSERT_TRUE(until([&] { return named<wxTextCtrl>(page(), "Reason") != nullptr; })) << "the palette leads to the form";
    named<wxTextCtrl>(page(), "Reason")->SetValue("dentist");
    press("Ctrl+Enter");
    ASSERT_TRUE(until([&] { return !app::ownLeave(desk()).empty(); })) << utf8(page()->complaint());
    settle();
    const auto leave = app::ownLeave(desk()).front();
    EXPECT_EQ(leave.person, self);
    EXPECT_EQ(leave.first, desk().today().plusDays(1));
    EXPECT_EQ(leave.why, "dentist");
    EXPECT_TRUE(allText(page()).Contains("(asked for)")) << utf8(allText(page()));
    EXPECT_NE(parts(), nullptr) << "the page is there again";
    auto decided = leave;
    decided.state = domain::LeaveState::Approved;
    store::ChangeHead head{domain::CommandId("c0ffee00-0000-4000-8000-000000000001"), self, desk().clock.now(), desk().today(),
                           desk().clock.zone, "decide-leave", "", 0};
    store::Book(desk().database).append(head, {store::PeopleStore::fact(decided)});
    desk().events.tell({app::Topic::People});
    EXPECT_TRUE(until([&] { return allText(page()).Contains("(approved)"); })) << utf8(allText(page()));
    parts()->takeFocus();
    press("L");
    ASSERT_TRUE(until([&] { return tableNamed(page(), "Leave") != nullptr; })) << "what was asked for before stands in the form";
    EXPECT_EQ(tableNamed(page(), "Leave")->size(), 1U);
    press("Escape");
    EXPECT_TRUE(until([&] { return tableNamed(page(), "Leave") == nullptr; }));
}

TEST_F(TheTraineesPages, SpeakChinese) {
    openAs(app::SAMPLE_TRAINEE, "training");
    frame().setLanguage("zh_CN");
    settle();
    EXPECT_EQ(page()->title(), u8("我的培训"));
    screenshot(&frame(), "training.zh_CN");
}

} // namespace
} // namespace fledgling::ui::test
