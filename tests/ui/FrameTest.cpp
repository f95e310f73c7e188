#include "ui/Harness.h"

#include "app/today/TodayView.h"
#include "ui/frame/Reminders.h"

#include "app/sample/Sample.h"
#include "ui/Language.h"
#include "ui/Look.h"
#include "ui/Native.h"
#include "ui/Page.h"
#include "ui/Pages.h"
#include "ui/Text.h"
#include "ui/controls/Table.h"
#include "ui/frame/Doors.h"
#include "ui/frame/Palette.h"
#include "ui/frame/StartPage.h"

#include <filesystem>
#include <libintl.h>
#include <set>
#include <stdexcept>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/image.h>
#include <wx/menu.h>
#include <wx/scrolwin.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

// Of the toolkit, whose headers the tests do without.
extern "C" unsigned g_log_set_handler(const char* domain, int levels, void (*told)(const char*, int, const char*, void*), void* data);
extern "C" void g_log_remove_handler(const char* domain, unsigned handler);

namespace fledgling::ui::test {
namespace {

class TheFrame : public InWindow {};

TEST_F(TheFrame, StartsWithTheFourWaysIn) {
    auto& frame = open();
    ASSERT_NE(frame.startPage(), nullptr);
    for (const char* way : {"Open the sample department", "Start an empty department", "Open a department",
                            "Connect to a shared department"})
        EXPECT_NE(findNamed(&frame, way), nullptr) << way;
    screenshot(&frame, "start");
}

TEST_F(TheFrame, TheWholeBookIsBackedUpByWhoMayReadIt) {
    EXPECT_NE(openSampleAs(app::SAMPLE_TRAINER).GetMenuBar()->GetMenu(0)->FindItem(_("&Back up to a file")), wxNOT_FOUND);
}

TEST_F(TheFrame, ATraineeTakesNoCopyOfTheWholeBook) {
    const auto* menu = openSampleAs(app::SAMPLE_TRAINEE).GetMenuBar()->GetMenu(0);
    EXPECT_NE(menu->FindItem(_("Switch &person")), wxNOT_FOUND);
    EXPECT_EQ(menu->FindItem(_("&Back up to a file")), wxNOT_FOUND);
}

TEST_F(TheFrame, OpensTheSampleAndAsksWhoYouAre) {
    auto& frame = open();
    click(findNamed(&frame, "Open the sample department"));
    ASSERT_TRUE(until([&] { return findNamed(&frame, "Name, staff number or role") != nullptr; }))
        << utf8(frame.startPage() ? frame.startPage()->complaint() : wxString());
    screenshot(&frame, "who");
    type(app::SAMPLE_MANAGER);
    press("Enter");
    ASSERT_TRUE(until([&] { return frame.page() != nullptr; }));
    EXPECT_EQ(frame.session()->role(), domain::Role::Manager);
}

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

TEST_F(TheFrame, StartsAnEmptyDepartmentWithItsManager) {
    auto& frame = open();
    click(findNamed(&frame, "Start an empty department"));
    auto* name = named<wxTextCtrl>(&frame, "Name of its first manager");
    ASSERT_NE(name, nullptr);
    EXPECT_TRUE(name->HasFocus());
    press("Enter");
    EXPECT_TRUE(allText(&frame).Contains("A department begins with a manager")) << "no name, no department";
    name->SetValue(u8("王丽"));
    named<wxTextCtrl>(&frame, "Where it is kept")
        ->SetValue(u8(std::string(std::getenv("XDG_DATA_HOME")) + "/部门.fledgling"));
    click(findNamed(&frame, "Start the empty department"));
    ASSERT_TRUE(until([&] { return frame.page() != nullptr; }));
    EXPECT_EQ(frame.session()->actor().card.name, "王丽");
    EXPECT_TRUE(std::filesystem::exists(std::string(std::getenv("XDG_DATA_HOME")) + "/部门.fledgling"));
}

/// An empty department of one manager.
class ANewDepartment : public InWindow {
protected:
    MainFrame& openNew(const std::string& page = {}) {
        const auto path = std::filesystem::path(std::getenv("XDG_DATA_HOME")) / "new.fledgling";
        doors::create(path.string(), "王丽", "00001").reset();
        auto& made = open({.where = path.string(), .who = "00001", .page = page});
        settle();
        return made;
    }
};

TEST_F(ANewDepartment, IsLedByEnterFromTodayToTheCourseThatComesWithTheProgram) {
    auto& frame = openNew("today");
    EXPECT_TRUE(allText(frame.page()).Contains("Load a course"));
    press("Enter");
    ASSERT_TRUE(until([&] { return frame.pageId() == "course"; }));
    screenshot(&frame, "new-course");
    press("Enter"); // the first step of the empty page
    auto* parts = tableNamed(frame.page(), "Days and sessions");
    ASSERT_NE(parts, nullptr) << utf8(allText(frame.page()));
    EXPECT_GT(parts->size(), 6U);
    press("Ctrl+Enter");
    EXPECT_TRUE(until([&] { return frame.page()->complaint().Contains("Kept as version"); })) << utf8(frame.page()->complaint());
    press("Alt+1");
    ASSERT_TRUE(until([&] { return frame.pageId() == "today"; }));
    settle();
    EXPECT_TRUE(allText(frame.page()).Contains("Add people or import a roster"));
    press("Enter");
    EXPECT_TRUE(until([&] { return frame.pageId() == "people"; }));
}

TEST_F(ANewDepartment, EnterTakesTheFirstStepOfAnEmptyPage) {
    auto& frame = openNew("mentors");
    press("Enter");
    EXPECT_TRUE(until([&] { return frame.pageId() == "people"; })) << utf8(allText(frame.page()));
}

TEST_F(ANewDepartment, ReportsSayThatTheyWaitForACohort) {
    auto& frame = openNew("reports");
    EXPECT_EQ(frame.page()->complaint(), "");
    EXPECT_TRUE(allText(frame.page()).Contains("There is no cohort yet"));
    screenshot(&frame, "new-reports");
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

TEST_F(TheFrame, WhoSignedInLastIsChosenAndInSight) {
    auto& frame = openSampleAs(app::SAMPLE_MANAGER);
    const auto who = frame.session()->actor().id.text();
    frame.SetSize(wxSize(1000, 620));
    frame.switchPerson();
    auto* people = tableNamed(&frame, "People");
    ASSERT_NE(people, nullptr);
    EXPECT_EQ(people->selected(), who) << "near the end of the list";
    const auto inSight = [&] {
        const auto rect = people->control()->GetItemRect(people->control()->GetSelection());
        return rect.height > 0 && rect.y >= 0 && rect.GetBottom() <= people->GetSize().y;
    };
    EXPECT_TRUE(until(inSight));
    screenshot(&frame, "who-last");
}

TEST_F(TheFrame, EveryPageOfARailIsForItsRole) {
    using enum domain::Role;
    for (const auto role : {Trainer, Mentor, Manager, Supervisor, Trainee})
        for (const auto* entry : railOf(role))
            EXPECT_TRUE(opensTo(*entry, {role})) << entry->id;
    for (const char* page : {"roll", "cohorts", "course", "courseeditor", "people", "pairing", "readiness", "history", "merge", "assess"})
        EXPECT_FALSE(opensTo(*pageOf(page), {Trainee})) << page;
}

TEST_F(TheFrame, SaysInPlaceWhyADepartmentDoesNotOpen) {
    auto& frame = open({.where = "/no/such/folder/x.fledgling"});
    ASSERT_NE(frame.startPage(), nullptr);
    EXPECT_FALSE(frame.startPage()->complaint().empty());
}

TEST_F(TheFrame, APlaceIsRememberedAsItIsCalledAndNoVariable) {
    doors::remember("/srv/$HOME/a.fledgling");
    EXPECT_EQ(doors::recent(), std::vector<std::string>{"/srv/$HOME/a.fledgling"});
}

TEST_F(TheFrame, SpeaksTheOtherLanguageWithoutARestart) {
    auto& frame = openSampleAs(app::SAMPLE_TRAINER, "help");
    ASSERT_NE(frame.page(), nullptr);
    EXPECT_EQ(frame.page()->title(), "Keys and about");
    frame.setLanguage("zh_CN");
    settle();
    EXPECT_EQ(frame.page()->title(), u8("快捷键与关于"));
    EXPECT_EQ(frame.pageId(), "help") << "the same page, in the other language";
    screenshot(&frame, "help.zh_CN");
    frame.setLanguage("en");
    settle();
    EXPECT_EQ(frame.page()->title(), "Keys and about");
}

TEST_F(TheFrame, SpeaksItsLanguageInTheToolkitsOwnDialogs) {
    auto& frame = openSampleAs(app::SAMPLE_TRAINER, "help");
    // As a file dialog looks for the words of its button.
    const auto cancel = [] { return wxString::FromUTF8(::dgettext("gtk30", "Stock label\004_Cancel")); };
    for (int again = 0; again < 2; ++again) {
        frame.setLanguage("zh_CN");
        settle();
        EXPECT_TRUE(cancel().Contains(u8("取消"))) << utf8(cancel());
        frame.setLanguage("en");
        settle();
        EXPECT_TRUE(cancel().EndsWith("_Cancel")) << utf8(cancel());
    }
}

TEST_F(TheFrame, AnotherLanguageLeavesEveryPageWhereItStood) {
    openSampleAs(app::SAMPLE_MENTOR);
    for (const auto* entry : railOf(domain::Role::Mentor)) {
        frame().openPage(entry->id);
        settle();
        press("Down");
        press("Down");
        const auto stood = frame().page()->whereabouts();
        for (const char* language : {"zh_CN", "en"}) {
            frame().setLanguage(language);
            settle();
            EXPECT_EQ(frame().pageId(), entry->id);
            EXPECT_EQ(frame().page()->whereabouts(), stood) << entry->id << " in " << language;
        }
    }
}

/// How many different colours stand in the lower half of what a window shows: a page that was never painted
/// has one.
std::size_t coloursBelow(wxWindow& window) {
    const wxImage seen = native::portrait(&window);
    std::set<unsigned> colours;
    for (int y = seen.GetHeight() / 4; y < seen.GetHeight() * 3 / 4; ++y)
        for (int x = seen.GetWidth() / 4; x < seen.GetWidth(); x += 2)
            colours.insert(static_cast<unsigned>((seen.GetRed(x, y) << 16) | (seen.GetGreen(x, y) << 8) |
                                                 seen.GetBlue(x, y)));
    return colours.size();
}

TEST_F(TheFrame, PaintsTheHomePageAnewInTheOtherLanguage) {
    auto& frame = openSampleAs(app::SAMPLE_MANAGER, "today");
    ASSERT_TRUE(until([&] { return coloursBelow(frame) > 8; }));
    frame.setLanguage("zh_CN");
    EXPECT_TRUE(until([&] { return coloursBelow(frame) > 8; }));
    settle();
    EXPECT_GT(coloursBelow(frame), 8u) << "and it stays painted after the news came in";
    screenshot(&frame, "today.zh_CN");
}

TEST_F(TheFrame, FindsAPageByCtrlK) {
    auto& frame = openSampleAs(app::SAMPLE_TRAINER);
    press("Ctrl+K");
    ASSERT_NE(frame.palette(), nullptr);
    type("keys");
    screenshot(frame.palette(), "palette");
    press("Enter");
    ASSERT_TRUE(until([&] { return frame.pageId() == "help"; }));
    EXPECT_EQ(frame.palette(), nullptr);
}

TEST_F(TheFrame, ShowsAPagesOwnHelpByF1) {
    auto& frame = openSampleAs(app::SAMPLE_MANAGER, "help");
    press("F1");
    EXPECT_NE(findNamed(&frame, "Close help"), nullptr);
    screenshot(&frame, "help");
    press("Escape");
    EXPECT_EQ(findNamed(&frame, "Close help"), nullptr);
}

TEST_F(TheFrame, HelpIsReachedAndScrolledByKeys) {
    auto& frame = openSampleAs(app::SAMPLE_MENTOR, "log");
    frame.SetSize(frame.FromDIP(wxSize(960, 600)));
    settle();
    press("F1");
    auto* shut = findNamed(&frame, "Close help");
    ASSERT_NE(shut, nullptr);
    auto* pane = dynamic_cast<wxScrolledWindow*>(shut->GetParent());
    ASSERT_NE(pane, nullptr);
    press("F6");
    EXPECT_EQ(wxWindow::FindFocus(), shut);
    ASSERT_GT(pane->GetVirtualSize().y, pane->GetClientSize().y);
    press("End");
    EXPECT_TRUE(until([&] { return pane->GetViewStart().y > 0; }));
    press("Home");
    EXPECT_TRUE(until([&] { return pane->GetViewStart().y == 0; }));
    press("F6");
    EXPECT_FALSE(pane->IsDescendant(wxWindow::FindFocus())) << "and on to the rail";
}

TEST_F(TheFrame, HelpLosesNoChineseWord) {
    auto& frame = openSampleAs(app::SAMPLE_MENTOR, "log");
    frame.setLanguage("zh_CN");
    settle();
    press("F1");
    auto* shut = findNamed(&frame, wxGetTranslation("Close help"));
    ASSERT_NE(shut, nullptr);
    auto* pane = shut->GetParent();
    for (auto* child : pane->GetChildren())
        EXPECT_LE(child->GetPosition().x + child->GetBestSize().x, pane->GetClientSize().x) << utf8(child->GetLabel());
    screenshot(&frame, "help.zh");
    frame.setLanguage("en");
    settle();
}

TEST_F(TheFrame, F6LeadsBetweenRailAndPageOnEveryPage) {
    openSampleAs(app::SAMPLE_MENTOR);
    for (const char* page : {"chats", "quiz", "reports"}) {
        frame().openPage(page);
        settle();
        ASSERT_EQ(frame().pageId(), page);
        press("F6");
        auto* focus = wxWindow::FindFocus();
        ASSERT_NE(focus, nullptr) << page;
        EXPECT_FALSE(frame().page()->IsDescendant(focus)) << page << ": the rail has the keyboard";
        press("F6");
        EXPECT_TRUE(frame().page()->IsDescendant(wxWindow::FindFocus())) << page << ": and gives it back";
    }
    for (const auto* entry : railOf(domain::Role::Mentor)) {
        frame().openPage(entry->id);
        for (const auto& hint : frame().page()->keys())
            EXPECT_NE(hint.keys, "F6") << entry->id;
    }
}

TEST_F(TheFrame, HelpLeavesEveryActionInTheWindow) {
    auto& frame = openSampleAs(app::SAMPLE_MANAGER, "history");
    press("F1");
    for (const char* action : {"Verify", "Statement", "Take back", "As of then"}) {
        auto* button = findNamed(&frame, action);
        ASSERT_NE(button, nullptr) << action;
        EXPECT_GE(button->GetSize().x, button->GetBestSize().x) << action;
        EXPECT_LE(button->GetScreenRect().GetRight(), frame.GetScreenRect().GetRight()) << action;
    }
    screenshot(&frame, "help.history");
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

/// How many pixels of the frame have the colour of the keyboard's ring.
int ringed(wxWindow& window) {
    settle();
    const wxImage seen = native::portrait(&window);
    const wxColour ring = look::accent();
    int count = 0;
    for (int y = 0; y < seen.GetHeight(); ++y)
        for (int x = 0; x < seen.GetWidth(); ++x)
            count += seen.GetRed(x, y) == ring.Red() && seen.GetGreen(x, y) == ring.Green() && seen.GetBlue(x, y) == ring.Blue();
    return count;
}

TEST_F(TheFrame, ShowsTheKeyboardInATextOfSeveralLines) {
    auto& frame = openSampleAs(app::SAMPLE_TRAINEE, "problems");
    auto* text = named<wxTextCtrl>(frame.page(), "What came up today, and what did you do about it?");
    ASSERT_NE(text, nullptr);
    ASSERT_TRUE(text->IsMultiLine());
    const int ring = 2 * 2 * (text->GetSize().x + text->GetSize().y) * 8 / 10; // two pixels around, less the corners
    text->SetFocus();
    EXPECT_GE(ringed(frame), ring);
    press("F6");
    EXPECT_LT(ringed(frame), ring) << "and there only while the text has the keyboard";
}

TEST_F(TheFrame, ShiftTabLeadsOverATablesHeadingsOutOfIt) {
    auto& frame = openSampleAs(app::SAMPLE_MANAGER, "people");
    settle();
    auto* people = tableNamed(frame.page(), "People");
    ASSERT_NE(people, nullptr);
    people->takeFocus();
    settle();
    press("Shift+Tab");
    press("Shift+Tab");
    ASSERT_NE(wxWindow::FindFocus(), nullptr);
    EXPECT_FALSE(people->hasKeyboard()) << "what stands before it is reached";
}

TEST_F(TheFrame, ADropDownListReachedByTabIsChosenFromByKeys) {
    auto& frame = openSampleAs(app::SAMPLE_MANAGER, "readiness");
    press("Ctrl+T"); // the keyboard is on the day, the reading stands before it
    press("Shift+Tab");
    press("Down");
    auto* reading = named<wxChoice>(&frame, "Reading");
    ASSERT_NE(reading, nullptr);
    EXPECT_EQ(reading->GetSelection(), 1) << "the page has not taken the key";
    press("Tab");
    EXPECT_NE(dynamic_cast<const wxTextCtrl*>(wxWindow::FindFocus()), nullptr) << "back on the day";
}

TEST_F(TheFrame, IconsKeepTheirGapInTheOtherLanguage) {
    auto& frame = openSampleAs(app::SAMPLE_MANAGER, "help");
    const auto width = [&] {
        settle();
        auto* who = findNamed(&frame, u8(frame.session()->actor().card.name + " · manager"));
        return who ? who->GetBestSize().x : 0;
    };
    const int before = width();
    ASSERT_GT(before, 0);
    frame.setLanguage("zh_CN");
    settle();
    frame.setLanguage("en");
    EXPECT_EQ(width(), before);
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

} // namespace
} // namespace fledgling::ui::test
