#include "ui/Harness.h"

#include "app/Department.h"
#include "app/mentoring/Problems.h"
#include "app/sample/Sample.h"
#include "app/today/TodayView.h"
#include "store/MentoringStore.h"
#include "ui/Look.h"
#include "ui/Page.h"
#include "ui/Pages.h"
#include "ui/Text.h"
#include "ui/frame/Reminders.h"

#include <map>
#include <stdexcept>
#include <wx/log.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

// Of the toolkit, whose headers the tests do without.
extern "C" unsigned g_log_set_handler(const char* domain, int levels, void (*told)(const char*, int, const char*, void*), void* data);
extern "C" void g_log_remove_handler(const char* domain, unsigned handler);

namespace fledgling::ui::test {
namespace {

using TheFrame = InWindow;

TEST_F(TheFrame, AFailureOfTheClockGoesWhenItGoesWellAndTakesNothingElseAlong) {
    auto& page = *openSampleAs(app::SAMPLE_MANAGER, "help").page();
    const auto fails = [] { throw std::runtime_error("lost"); };
    page.byItself(fails);
    EXPECT_NE(page.complaint(), "");
    page.byItself([] {});
    EXPECT_EQ(page.complaint(), "");
    page.byItself(fails);
    page.inform("Something to know.");
    page.byItself([] {});
    EXPECT_EQ(page.complaint(), "Something to know.");
}

TEST_F(TheFrame, APageThatIsNotForAPersonIsTheHomePageAndAWordAboutIt) {
    auto& frame = openSampleAs(app::SAMPLE_TRAINEE, "roll");
    EXPECT_EQ(frame.pageId(), "training");
    EXPECT_TRUE(frame.page()->complaint().Contains("mark the roll")) << utf8(frame.page()->complaint());
    screenshot(&frame, "closed");
    frame.openPage("cohorts", "whatever");
    EXPECT_EQ(frame.pageId(), "training");
    EXPECT_TRUE(frame.page()->complaint().Contains("plan a cohort")) << utf8(frame.page()->complaint());
    frame.openPage("points");
    EXPECT_EQ(frame.pageId(), "points");
    EXPECT_EQ(frame.page()->complaint(), "");
}

TEST_F(TheFrame, APageRememberedFromOtherRightsIsNotOpenedAgain) {
    auto& frame = openSampleAs(app::SAMPLE_TRAINEE);
    const auto who = frame.session()->actor().id;
    frame.session()->remember("page", "people");
    frame.switchPerson();
    frame.signIn(who);
    EXPECT_EQ(frame.pageId(), "training");
    EXPECT_TRUE(frame.page()->complaint().Contains("enrol a trainee")) << utf8(frame.page()->complaint());
}

TEST_F(TheFrame, EveryPageOfARailIsForItsRole) {
    using enum domain::Role;
    for (const auto role : {Trainer, Mentor, Manager, Supervisor, Trainee})
        for (const auto* entry : railOf(role))
            EXPECT_TRUE(opensTo(*entry, {role})) << entry->id;
    for (const char* page : {"roll", "cohorts", "course", "courseeditor", "people", "pairing", "readiness", "history", "merge", "assess"})
        EXPECT_FALSE(opensTo(*pageOf(page), {Trainee})) << page;
}

TEST_F(TheFrame, ActionsOfTheHistoryStandInOneRowIn1280By800) {
    auto& frame = openSampleAs(app::SAMPLE_MANAGER, "history");
    frame.SetSize(frame.FromDIP(wxSize(1280, 800)));
    settle();
    EXPECT_EQ(findNamed(&frame, "Verify")->GetScreenPosition().y, findNamed(&frame, "As of then")->GetScreenPosition().y);
}

TEST_F(TheFrame, FitsTheScreenOf1200PixelsAtTwiceTheSize) {
    auto& frame = openSampleAs(app::SAMPLE_MANAGER, "history");
    EXPECT_LE(frame.GetMinSize().x, frame.FromDIP(960));
    EXPECT_LE(frame.GetMinSize().y, frame.FromDIP(600));
    frame.SetSize(frame.FromDIP(wxSize(960, 600)));
    settle();
    EXPECT_LE(findNamed(&frame, "Verify")->GetScreenRect().GetRight(), frame.GetScreenRect().GetRight());
}

TEST_F(TheFrame, APastMomentIsReadOnly) {
    auto& frame = openSampleAs(app::SAMPLE_MANAGER, "help");
    auto* session = frame.session();
    EXPECT_TRUE(session->may(domain::Verb::ManagePeople));
    session->setAsOf(domain::Instant{session->desk().clock.now().ms - 86'400'000});
    settle();
    EXPECT_FALSE(session->may(domain::Verb::ManagePeople));
    EXPECT_TRUE(allText(&frame).Contains("read-only"));
    click(findNamed(&frame, "Back to now"));
    EXPECT_TRUE(session->may(domain::Verb::ManagePeople));
}

TEST_F(TheFrame, EnterShowsThePastMomentTyped) {
    auto& frame = openSampleAs(app::SAMPLE_MANAGER, "help");
    press("Ctrl+T");
    named<wxTextCtrl>(&frame, "Day")->SetValue(u8(frame.session()->desk().today().plusDays(-1).iso()));
    press("Enter");
    ASSERT_TRUE(until([&] { return frame.session()->past(); }));
    settle();
    press("Ctrl+T");
    EXPECT_TRUE(until([&] { return !frame.session()->past(); }));
}

TEST_F(TheFrame, SaysWhyAMomentCannotBeShown) {
    auto& frame = openSampleAs(app::SAMPLE_MANAGER, "help");
    press("Ctrl+T");
    auto* day = named<wxTextCtrl>(&frame, "Day");
    ASSERT_NE(day, nullptr);
    day->SetValue("abc");
    EXPECT_TRUE(allText(&frame).Contains("A date is needed"));
    day->SetValue(u8(frame.session()->desk().today().plusDays(1).iso()));
    press("Enter");
    EXPECT_TRUE(allText(&frame).Contains("still to come"));
    EXPECT_FALSE(frame.session()->past());
}

TEST_F(TheFrame, EscapeAndTheSecondCtrlTCloseTheLineForAMoment) {
    auto& frame = openSampleAs(app::SAMPLE_MANAGER, "help");
    const auto shown = [&] { return findNamed(&frame, "Show that moment") != nullptr; };
    press("Ctrl+T");
    EXPECT_TRUE(shown());
    press("Escape");
    EXPECT_FALSE(shown());
    press("Ctrl+T");
    press("Ctrl+T");
    EXPECT_FALSE(shown());
}

TEST_F(TheFrame, RemembersThePageOfAPerson) {
    auto& frame = openSampleAs(app::SAMPLE_MANAGER, "help");
    const auto manager = frame.session()->actor().id;
    frame.switchPerson();
    settle();
    EXPECT_EQ(frame.page(), nullptr);
    frame.signIn(manager);
    settle();
    EXPECT_EQ(frame.pageId(), "help");
}

TEST_F(TheFrame, AMessageSaysWhatKindItIs) {
    auto& page = *openSampleAs(app::SAMPLE_MANAGER, "help").page();
    page.inform("Choose a row first.");
    EXPECT_NE(findNamed(&page, "Advice"), nullptr);
    EXPECT_NE(findNamed(&page, "Advice: Choose a row first."), nullptr) << "as a screen reader says it";
    page.inform(look::Notice::Success, "Saved.");
    EXPECT_NE(findNamed(&page, "Done"), nullptr);
    EXPECT_EQ(findNamed(&page, "Advice"), nullptr);
    EXPECT_EQ(page.complaint(), "Saved.");
}

/// What the toolkit complains of while it lives, a sentence a line.
class Complaints {
public:
    Complaints() : m_handler(g_log_set_handler("Gtk", CRITICAL | WARNING, &Complaints::hear, &m_heard)) {}
    ~Complaints() { g_log_remove_handler("Gtk", m_handler); }
    Complaints(const Complaints&) = delete;
    Complaints& operator=(const Complaints&) = delete;
    [[nodiscard]] const std::string& heard() const { return m_heard; }

private:
    static constexpr int CRITICAL = 1 << 3, WARNING = 1 << 4;
    static void hear(const char*, int, const char* sentence, void* heard) { *static_cast<std::string*>(heard) += std::string(sentence) + "\n"; }

    std::string m_heard;
    unsigned m_handler;
};

TEST_F(TheFrame, OpensWithoutAComplaintOfTheToolkit) {
    const Complaints complaints;
    openSampleAs(app::SAMPLE_MANAGER, "people");
    settle();
    EXPECT_EQ(complaints.heard(), "");
}

/// What is logged while it stands.
class Logged : public wxLog {
public:
    Logged() : m_before(SetActiveTarget(this)) {}
    ~Logged() override { SetActiveTarget(m_before); }
    [[nodiscard]] std::string all() const { return utf8(m_all); }

protected:
    void DoLogRecord(wxLogLevel, const wxString& line, const wxLogRecordInfo&) override { m_all << line << "\n"; }

private:
    wxLog* m_before;
    wxString m_all;
};

TEST_F(TheFrame, OpensAndTurnsItsPagesWithoutALineInTheLog) {
    const Logged logged;
    auto& frame = openSampleAs(app::SAMPLE_MENTOR, "today");
    settle();
    frame.setLanguage("zh_CN"); // every page made anew
    settle();
    frame.setLanguage("en");
    settle();
    EXPECT_EQ(logged.all().find("ScreenToClient"), std::string::npos) << logged.all();
    EXPECT_EQ(logged.all().find("ClientToScreen"), std::string::npos) << logged.all();
}

/// How far down the page its title begins.
int titleTop(Page& page) {
    auto* title = findNamed(&page, page.title(), [](wxWindow* one) { return dynamic_cast<wxStaticText*>(one) != nullptr; });
    return title ? title->GetScreenPosition().y - page.GetScreenPosition().y : -1;
}

TEST_F(TheFrame, TitlesStandAtOneHeightInATallWindow) {
    auto& frame = openSampleAs(app::SAMPLE_TRAINER, "today");
    frame.SetClientSize(frame.FromDIP(wxSize(1400, 1080)));
    settle();
    const int usual = titleTop(*frame.page());
    press("Alt+2"); // the roll
    EXPECT_GT(usual, 0);
    EXPECT_TRUE(until([&] { return titleTop(*frame.page()) == usual; })) << titleTop(*frame.page()) << " " << usual;
    frame.SetClientSize(frame.FromDIP(wxSize(1400, 700)));
    EXPECT_TRUE(until([&] { return titleTop(*frame.page()) < usual; })) << "rows need the height there";
}

TEST_F(TheFrame, CountsWhatWaitsBesideEachPage) {
    openSampleAs(app::SAMPLE_TRAINER, "today");
    settle();
    std::map<std::string, wxString> shown;
    Reminders reminders(*frame().session(), [&](const std::string& page, const wxString& count) { shown[page] = count; });
    reminders.count();
    app::TodayView today(frame().session()->desk(), frame().session()->role(), "en");
    today.load();
    ASSERT_GT(today.due(), 0);
    EXPECT_EQ(reminders.due(), today.due());
    EXPECT_EQ(shown["today"], wxString::Format("%d", today.due()));
    EXPECT_EQ(shown["roll"], wxString::Format("%d", today.dueByPage().at("roll")));
    EXPECT_TRUE(reminders.noted().empty()) << "counting says nothing aloud";
    reminders.tick(true);
    reminders.tick(true);
    EXPECT_TRUE(reminders.noted().empty()) << "nor does a window somebody looks at";
}

TEST_F(TheFrame, CountsAnewSoonAfterSomethingWasKept) {
    openSampleAs(app::SAMPLE_MENTOR, "today");
    settle();
    auto& desk = frame().session()->desk();
    std::map<std::string, wxString> shown;
    Reminders reminders(*frame().session(), [&](const std::string& page, const wxString& count) { shown[page] = count; });
    reminders.count();
    const int before = reminders.due();
    domain::PersonId trainee;
    for (const auto& pair : store::MentoringStore(desk.database).currentPairs())
        if (pair.mentor == desk.actor.id) trainee = pair.trainee;
    ASSERT_FALSE(trainee.empty());
    auto theirs = frame().session()->department().deskFor(trainee);
    app::writeProblem(theirs, "Which account?", theirs.today());
    // Nobody ticks.
    EXPECT_TRUE(until([&] { return reminders.due() == before + 1; })) << reminders.due();
    EXPECT_EQ(shown["today"], wxString::Format("%d", before + 1));
}

TEST_F(TheFrame, TheFootOfAPageSaysTheLastChangeWhicheverPageKeptIt) {
    openSampleAs(app::SAMPLE_TRAINEE, "problems");
    auto& desk = frame().session()->desk();
    const auto write = [&](const std::string& text) {
        ASSERT_TRUE(frame().page()->attempt([&] { app::writeProblem(desk, text, desk.today()); }));
    };
    write("the first");
    const wxString first = frame().page()->statusText();
    EXPECT_TRUE(first.Contains("change " + numberText(desk.undo.done.back()))) << utf8(first);
    frame().openPage("training");
    settle();
    write("the second");
    frame().openPage("problems");
    settle();
    EXPECT_TRUE(frame().page()->statusText().Contains("change " + numberText(desk.undo.done.back()))) << utf8(frame().page()->statusText());
    EXPECT_NE(frame().page()->statusText(), first);
}

} // namespace
} // namespace fledgling::ui::test
