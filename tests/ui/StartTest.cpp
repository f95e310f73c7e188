#include "ui/Harness.h"

#include "app/sample/Sample.h"
#include "ui/Language.h"
#include "ui/Page.h"
#include "ui/Text.h"
#include "ui/controls/Table.h"
#include "ui/frame/Doors.h"
#include "ui/frame/StartPage.h"

#include <cstdlib>
#include <filesystem>
#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/menu.h>
#include <wx/textctrl.h>

/// The ways into a department, and who one is in it.
namespace fledgling::ui::test {
namespace {

using TheFrame = InWindow;

TEST_F(TheFrame, StartsWithTheFourWaysIn) {
    auto& frame = open();
    ASSERT_NE(frame.startPage(), nullptr);
    for (const char* way : {"Open the sample department", "Start an empty department", "Open a department",
                            "Connect to a shared department"})
        EXPECT_NE(findNamed(&frame, way), nullptr) << way;
    screenshot(&frame, "start");
}

TEST_F(TheFrame, TheStartPageSpeaksTheOtherLanguageAtOnceAndGoesOnSpeakingIt) {
    auto& frame = open();
    auto* switches = named<wxButton>(&frame, "Language");
    ASSERT_NE(switches, nullptr);
    click(switches);
    ASSERT_TRUE(until([&] { return findNamed(&frame, u8("打开示例部门")) != nullptr; })) << utf8(allText(&frame));
    ASSERT_NE(frame.startPage(), nullptr) << "the same page, in the other language";
    screenshot(&frame, "start.zh_CN");
    EXPECT_EQ(spoken(), "zh_CN");
    click(named<wxButton>(&frame, u8("语言")));
    EXPECT_TRUE(until([&] { return findNamed(&frame, "Open the sample department") != nullptr; })) << utf8(allText(&frame));
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

TEST_F(TheFrame, SaysInPlaceWhyADepartmentDoesNotOpen) {
    auto& frame = open({.where = "/no/such/folder/x.fledgling"});
    ASSERT_NE(frame.startPage(), nullptr);
    EXPECT_FALSE(frame.startPage()->complaint().empty());
}

TEST_F(TheFrame, APlaceIsRememberedAsItIsCalledAndNoVariable) {
    doors::remember("/srv/$HOME/a.fledgling");
    EXPECT_EQ(doors::recent(), std::vector<std::string>{"/srv/$HOME/a.fledgling"});
}

} // namespace
} // namespace fledgling::ui::test
