#include "ui/Harness.h"

#include "app/Words.h"
#include "app/people/People.h"
#include "app/sample/Sample.h"
#include "store/PeopleStore.h"
#include "ui/Look.h"
#include "ui/Page.h"
#include "ui/Text.h"
#include "ui/controls/Table.h"

#include <filesystem>
#include <fstream>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace fledgling::ui::test {
namespace {

using namespace domain;

class PeoplePages : public InWindow {
protected:
    app::Desk& desk() { return frame().session()->desk(); }
    Page& page() { return *frame().page(); }
    Table* table(const wxString& name) { return tableNamed(&page(), name); }
    std::size_t size() { return store::PeopleStore(desk().database).people().size(); }
    Person numbered(const std::string& number) {
        const auto found = store::PeopleStore(desk().database).byStaffNumber(number);
        return found.empty() ? Person() : found.front();
    }
    /// Pasted rather than typed: a path is long.
    void read(const std::string& file) {
        auto* field = named<wxTextCtrl>(&page(), "Roster file (.csv or .xlsx)");
        ASSERT_NE(field, nullptr);
        EXPECT_TRUE(field->HasFocus());
        field->SetValue(u8(file));
        press("Enter");
    }
    std::string roster(const std::string& text) {
        const auto file = std::filesystem::path(std::getenv("XDG_DATA_HOME")) / "roster.csv";
        std::ofstream(file) << text;
        return file.string();
    }
};

TEST_F(PeoplePages, ArrowsMoveFromThePersonShownFirst) {
    openSampleAs(app::SAMPLE_SUPERVISOR, "people");
    auto* list = table("People");
    ASSERT_NE(list, nullptr);
    EXPECT_EQ(list->selected(), list->order().at(0));
    press("Down");
    EXPECT_EQ(list->selected(), list->order().at(1)) << "the keyboard begins on the rows, not on a heading";
}

TEST_F(PeoplePages, HeadingsAreReadWhole) {
    openSampleAs(app::SAMPLE_SUPERVISOR, "people");
    frame().SetSize(frame().FromDIP(wxSize(1280, 800)));
    settle();
    auto* list = table("People");
    ASSERT_NE(list, nullptr);
    for (unsigned at = 0; at < list->control()->GetColumnCount(); ++at) {
        const auto* column = list->control()->GetColumn(at);
        EXPECT_TRUE(until([&] { return list->control()->GetTextExtent(column->GetTitle()).x < column->GetWidth(); }))
            << utf8(column->GetTitle()) << " in " << column->GetWidth();
    }
    EXPECT_TRUE(standsAcross(*list));
}

TEST_F(PeoplePages, CtrlZInAFormTakesBackTypingAndNothingKept) {
    openSampleAs(app::SAMPLE_SUPERVISOR, "people");
    auto person = store::PeopleStore(desk().database).person(PersonId(table("People")->selected())).value();
    person.shift = "night";
    (void)app::correctPerson(desk(), person, "");
    const auto last = store::Book(desk().database).last();
    press("Enter");
    auto* shift = named<wxTextCtrl>(&page(), "Shift");
    ASSERT_NE(shift, nullptr);
    shift->SetFocus();
    settle();
    const wxString was = shift->GetValue();
    shift->SetInsertionPointEnd();
    type("ly");
    ASSERT_NE(shift->GetValue(), was);
    press("Ctrl+Z");
    press("Ctrl+Z");
    EXPECT_EQ(shift->GetValue(), was);
    press("Ctrl+Z");
    EXPECT_EQ(store::Book(desk().database).last(), last) << "what was kept before stays";
    EXPECT_EQ(shift->GetValue(), was);
}

TEST_F(PeoplePages, TheFormOfAPersonFitsASmallWindow) {
    openSampleAs(app::SAMPLE_MANAGER, "people");
    frame().SetSize(frame().FromDIP(wxSize(960, 560)));
    settle();
    press("N");
    settle();
    const auto field = [](wxWindow* one) { return dynamic_cast<wxStaticText*>(one) == nullptr; };
    for (const char* name : {"Staff number", "Shift", "Roles", "Posts", "A mentor's places"}) {
        auto* one = findNamed(&page(), name, field);
        ASSERT_NE(one, nullptr) << name;
        EXPECT_LE(one->GetRect().GetRight(), one->GetParent()->GetClientSize().x) << name;
        EXPECT_GE(one->GetSize().x, one->GetEffectiveMinSize().x) << name;
    }
    press("Escape");
}

TEST_F(PeoplePages, WhatIsTakenBackIsSaid) {
    openSampleAs(app::SAMPLE_SUPERVISOR, "people");
    auto person = store::PeopleStore(desk().database).person(PersonId(table("People")->selected())).value();
    person.shift = "night";
    (void)app::correctPerson(desk(), person, "");
    const auto last = store::Book(desk().database).last();
    press("Ctrl+Z");
    EXPECT_TRUE(until([&] { return page().statusText().Contains("Taken back"); })) << utf8(page().statusText());
    EXPECT_TRUE(page().statusText().Contains(u8(app::wordForDeed("correct-person", tongue)))) << utf8(page().statusText());
    EXPECT_EQ(store::Book(desk().database).last(), last + 1);
}

TEST_F(PeoplePages, WhatIsNoPhoneNumberIsToldAtItsFieldAndNotKept) {
    openSampleAs(app::SAMPLE_SUPERVISOR, "people");
    const auto last = store::Book(desk().database).last();
    press("Enter");
    auto* phone = named<wxTextCtrl>(&page(), "Phone");
    ASSERT_NE(phone, nullptr);
    phone->SetValue("abc");
    press("Ctrl+Enter");
    EXPECT_EQ(store::Book(desk().database).last(), last);
    EXPECT_TRUE(allText(&page()).Contains("abc can't be a phone number"));
    EXPECT_TRUE(phone->HasFocus());
    phone->SetValue("138 0000 1111");
    press("Ctrl+Enter");
    EXPECT_TRUE(until([&] { return store::Book(desk().database).last() == last + 1; }));
}

TEST_F(PeoplePages, EveryWrongFieldIsToldAtOnce) {
    openSampleAs(app::SAMPLE_SUPERVISOR, "people");
    press("Enter");
    auto* phone = named<wxTextCtrl>(&page(), "Phone");
    ASSERT_NE(phone, nullptr);
    phone->SetValue("abc");
    named<wxTextCtrl>(&page(), "E-mail")->SetValue("nowhere");
    press("Ctrl+Enter");
    EXPECT_TRUE(allText(&page()).Contains("abc can't be a phone number"));
    EXPECT_TRUE(allText(&page()).Contains("nowhere can't be an")) << utf8(allText(&page()));
    EXPECT_TRUE(phone->HasFocus()) << "the keyboard stands in the first";
}

TEST_F(PeoplePages, TypingFindsAPerson) {
    openSampleAs(app::SAMPLE_SUPERVISOR, "people");
    auto* list = table("People");
    press("Ctrl+F");
    type("01015");
    EXPECT_EQ(list->size(), 1U);
    press("Down");
    EXPECT_EQ(list->selected(), numbered("01015").id.text());
    screenshot(&frame(), "people-search");
}

TEST_F(PeoplePages, SomebodyIsAddedAndCorrectedByKeyboard) {
    openSampleAs(app::SAMPLE_SUPERVISOR, "people");
    const auto before = size();
    press("N");
    type("Amy");
    press("Tab");
    type("00777");
    press("Ctrl+Enter");
    ASSERT_TRUE(until([&] { return size() == before + 1; })) << utf8(page().complaint());
    settle();
    EXPECT_EQ(table("People")->selected(), numbered("00777").id.text());
    press("Enter");
    auto* phone = named<wxTextCtrl>(&page(), "Phone");
    ASSERT_NE(phone, nullptr);
    phone->SetValue("13900000000");
    screenshot(&frame(), "person-form");
    press("Ctrl+Enter");
    EXPECT_TRUE(until([&] { return numbered("00777").card.phone == "13900000000"; }));
}

TEST_F(PeoplePages, ATakenStaffNumberIsRefusedInPlaceAndNothingTypedIsLost) {
    openSampleAs(app::SAMPLE_SUPERVISOR, "people");
    const auto before = size();
    press("N");
    type("Amy");
    press("Tab");
    type("01015");
    press("Ctrl+Enter");
    EXPECT_FALSE(page().complaint().empty());
    EXPECT_EQ(size(), before);
    EXPECT_EQ(named<wxTextCtrl>(&page(), "Full name")->GetValue(), "Amy");
}

TEST_F(PeoplePages, WhatWasWrongWithAFieldGoesOnceItChanges) {
    openSampleAs(app::SAMPLE_SUPERVISOR, "people");
    settle();
    press("N");
    press("Ctrl+Enter");
    EXPECT_TRUE(allText(&page()).Contains("A person needs a name."));
    auto* name = named<wxTextCtrl>(&page(), "Full name");
    ASSERT_NE(name, nullptr);
    EXPECT_EQ(native::accessibleDescription(name), "A person needs a name.");
    type("Amy");
    EXPECT_FALSE(allText(&page()).Contains("A person needs a name."));
    EXPECT_EQ(native::accessibleDescription(name), "") << "nor by a screen reader";
}

TEST_F(PeoplePages, BeforeAFileIsReadItsPlaceSaysWhatStandsThere) {
    openSampleAs(app::SAMPLE_SUPERVISOR, "people");
    press("I");
    settle();
    EXPECT_EQ(table("Rows of the file"), nullptr) << "no empty table";
    EXPECT_TRUE(allText(&page()).Contains("The rows of the file stand here"));
    EXPECT_TRUE(allText(&page()).Contains("Roster file"));
    read(roster("工号,姓名\n0901,吴一\n"));
    EXPECT_TRUE(until([&] { return table("Rows of the file") != nullptr; }));
    EXPECT_FALSE(allText(&page()).Contains("The rows of the file stand here"));
}

TEST_F(PeoplePages, ThePreviewSaysWhatWasReadOfSomebodyNew) {
    openSampleAs(app::SAMPLE_SUPERVISOR, "people");
    press("I");
    read(roster("工号,姓名,手机,入职日期\n0901,吴一,13800138000,2026-11-23\n"));
    auto* rows = table("Rows of the file");
    ASSERT_NE(rows, nullptr);
    ASSERT_EQ(rows->size(), 1U) << utf8(page().complaint());
    const auto said = rows->textAt(rows->order().front(), 4);
    EXPECT_TRUE(said.Contains("23 Nov 2026")) << utf8(said);
    EXPECT_TRUE(said.Contains("13800138000")) << utf8(said);
}

TEST_F(PeoplePages, ARosterIsPreviewedMappedAndKeptOnce) {
    openSampleAs(app::SAMPLE_SUPERVISOR, "people");
    const auto before = size();
    const std::string file =
        roster("工号,姓名,班组,身份证号\n0901,吴一,A,110101\n0902,,B,110102\n01015,另名,B,110103\n");
    press("I");
    read(file);
    auto* rows = table("Rows of the file");
    ASSERT_NE(rows, nullptr);
    ASSERT_EQ(rows->size(), 3U) << utf8(page().complaint());
    EXPECT_EQ(size(), before) << "nothing is kept before it is said";
    EXPECT_TRUE(allText(&page()).Contains(u8("身份证号"))) << "the dropped column is named";
    EXPECT_TRUE(allText(&page()).Contains("is read as")) << "what stands beside the columns of the file";
    EXPECT_EQ(named<wxChoice>(&page(), u8("工号"))->GetStringSelection(), "staff number");
    EXPECT_TRUE(rows->textAt("0", 4).Contains("00901")) << "four digits where five are usual: "
                                                                        << utf8(rows->textAt("0", 4));
    auto* mapping = named<wxChoice>(&page(), u8("班组"));
    ASSERT_NE(mapping, nullptr);
    mapping->SetSelection(static_cast<int>(mapping->GetCount()) - 1);
    wxCommandEvent chosen(wxEVT_CHOICE, mapping->GetId());
    chosen.SetEventObject(mapping);
    mapping->ProcessWindowEvent(chosen);
    settle();
    screenshot(&frame(), "people-import");
    press("Ctrl+Enter");
    ASSERT_TRUE(until([&] { return size() == before + 1; })) << utf8(page().complaint());
    EXPECT_EQ(numbered("0901").shift, "A");
    EXPECT_EQ(numbered("01015").card.name, "另名");
    settle();
    EXPECT_TRUE(page().complaint().Contains("of the roster")) << "what came of it is said: " << utf8(page().complaint());
    EXPECT_EQ(table("People")->selected(), numbered("0901").id.text()) << "the cursor stands on who is new";
    press("I");
    read(file);
    rows = table("Rows of the file");
    ASSERT_NE(rows, nullptr);
    press("Ctrl+Enter");
    settle();
    EXPECT_EQ(size(), before + 1) << "a second run adds nothing";
}

TEST_F(PeoplePages, WhatWasTypedGoesOnlyWhenAskedTwiceAndNeverWithTheLanguage) {
    openSampleAs(app::SAMPLE_SUPERVISOR, "people");
    press("N");
    auto* name = named<wxTextCtrl>(&page(), "Full name");
    ASSERT_NE(name, nullptr);
    name->SetFocus();
    settle();
    type("Wu");
    frame().setLanguage("zh_CN");
    settle();
    name = named<wxTextCtrl>(&page(), "Full name");
    ASSERT_NE(name, nullptr) << "the form stands, in its language";
    EXPECT_EQ(name->GetValue(), "Wu");
    EXPECT_TRUE(page().complaint().Contains("Keep or leave the open form first."));
    press("Escape");
    settle();
    ASSERT_NE(named<wxTextCtrl>(&page(), "Full name"), nullptr);
    EXPECT_TRUE(page().complaint().Contains("Esc once more")) << utf8(page().complaint());
    press("Escape");
    settle();
    EXPECT_EQ(named<wxTextCtrl>(&page(), "Full name"), nullptr);
    EXPECT_TRUE(page().complaint().empty());
}

TEST_F(PeoplePages, WhatWasTypedHoldsTheWindowTheDepartmentAndTheMoment) {
    openSampleAs(app::SAMPLE_SUPERVISOR, "people");
    EXPECT_TRUE(frame().page()->unkept().empty());
    press("N");
    auto* name = named<wxTextCtrl>(&page(), "Full name");
    ASSERT_NE(name, nullptr);
    name->SetFocus();
    settle();
    type("Wu");
    EXPECT_FALSE(frame().Close()) << "a half-filled form keeps the window";
    EXPECT_TRUE(page().complaint().Contains("Keep or leave the open form first.")) << utf8(page().complaint());
    frame().closeDepartment();
    settle();
    ASSERT_NE(frame().session(), nullptr);
    frame().session()->setAsOf(domain::Instant{desk().clock.now().ms - 86'400'000});
    settle();
    EXPECT_FALSE(frame().session()->past());
    frame().openPage("today");
    settle();
    EXPECT_FALSE(frame().Close()) << "also one on a page that isn't seen";
    EXPECT_TRUE(page().complaint().Contains("On the page \"People\"")) << utf8(page().complaint());
    frame().openPage("people");
    settle();
    name = named<wxTextCtrl>(&page(), "Full name");
    ASSERT_NE(name, nullptr);
    EXPECT_EQ(name->GetValue(), "Wu");
    name->SetFocus();
    settle();
    press("Escape");
    press("Escape");
    frame().closeDepartment();
    settle();
    EXPECT_EQ(frame().session(), nullptr) << "what was left holds nothing";
}

TEST_F(PeoplePages, AnotherThemeWaitsForAHalfFilledForm) {
    openSampleAs(app::SAMPLE_SUPERVISOR, "people");
    press("N");
    auto* name = named<wxTextCtrl>(&page(), "Full name");
    ASSERT_NE(name, nullptr);
    name->SetFocus();
    settle();
    type("Wu");
    const wxColour before = look::background();
    {
        const OtherTheme other;
        EXPECT_TRUE(until([&] { return page().complaint().Contains("Then the window takes the new colours."); }))
            << utf8(page().complaint());
        name = named<wxTextCtrl>(&page(), "Full name");
        ASSERT_NE(name, nullptr) << "the form stands";
        EXPECT_EQ(name->GetValue(), "Wu");
        name->SetFocus();
        settle();
        press("Escape");
        press("Escape");
        EXPECT_TRUE(until([&] { return look::background() != before; })) << "once it is left, the colours come";
        settle();
    }
    EXPECT_TRUE(until([&] { return look::background() == before; }));
    settle();
}

TEST_F(PeoplePages, AFileThatIsNoRosterIsRefusedInOneSentence) {
    openSampleAs(app::SAMPLE_SUPERVISOR, "people");
    press("I");
    read(roster("nothing here\n"));
    EXPECT_FALSE(page().complaint().empty());
    press("Escape");
    settle();
    EXPECT_NE(table("People"), nullptr);
}

TEST_F(PeoplePages, AManagerDecidesOnLeaveBesideThePerson) {
    openSampleAs(app::SAMPLE_MANAGER, "people");
    const auto mentor = numbered(app::SAMPLE_MENTOR);
    const auto leave =
        app::askLeave(desk(), mentor.id, desk().today().plusDays(30), desk().today().plusDays(31), "rest");
    frame().openPage("people", leave.text());
    settle();
    EXPECT_EQ(table("People")->selected(), mentor.id.text());
    screenshot(&frame(), "people-leave");
    press("Y");
    EXPECT_TRUE(until([&] {
        return store::PeopleStore(desk().database).leave(leave)->state == LeaveState::Approved;
    })) << utf8(page().complaint());
}

TEST_F(PeoplePages, AChipHasRoomForTheWordsItGets) {
    openSampleAs(app::SAMPLE_MANAGER, "people");
    auto* chip = findNamed(&page(), "asking for leave");
    ASSERT_NE(chip, nullptr);
    const int before = chip->GetSize().x;
    (void)app::askLeave(desk(), numbered(app::SAMPLE_MENTOR).id, desk().today().plusDays(30), desk().today().plusDays(31), "rest");
    ASSERT_TRUE(until([&] { return chip->GetLabel() == "asking for leave: 1"; }));
    EXPECT_EQ(findNamed(&page(), "asking for leave: 1"), chip) << "and is read with them";
    EXPECT_TRUE(until([&] { return chip->GetSize().x > before && chip->GetSize().x >= chip->GetBestSize().x; }))
        << chip->GetSize().x << " of " << chip->GetBestSize().x << ", was " << before;
}

TEST_F(PeoplePages, ATrainerSeesPeopleAndChangesNobody) {
    openSampleAs(app::SAMPLE_TRAINER, "people");
    auto* add = findNamed(&page(), "Add");
    ASSERT_NE(add, nullptr);
    EXPECT_FALSE(add->IsEnabled());
    press("N");
    EXPECT_EQ(findNamed(&page(), "Staff number"), nullptr);
}

} // namespace
} // namespace fledgling::ui::test
