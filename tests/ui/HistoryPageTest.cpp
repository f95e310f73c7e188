#include "ui/Harness.h"

#include "app/Department.h"
#include "app/Keep.h"
#include "app/people/People.h"
#include "app/sample/Sample.h"
#include "ui/Page.h"
#include "ui/Text.h"
#include "ui/controls/Table.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/dialog.h>
#include <wx/srchctrl.h>
#include <wx/textctrl.h>
#include <wx/timer.h>

namespace fledgling::ui::test {
namespace {

class TheHistoryPage : public InWindow {
protected:
    Table* openAs(const std::string& who) {
        openSampleAs(who, "history");
        return list();
    }
    Table* tableNamed(const wxString& name) {
        return test::tableNamed(&frame(), name);
    }
    Table* list() { return tableNamed("Changes"); }
};

TEST_F(TheHistoryPage, ListsTheNewestFirstAndTheHeadOfTheChain) {
    auto* table = openAs(app::SAMPLE_MANAGER);
    ASSERT_NE(table, nullptr);
    EXPECT_EQ(table->size(), 200u);
    EXPECT_TRUE(frame().page()->figureText().Contains("head "));
    EXPECT_EQ(table->selected(), table->order().front());
    EXPECT_GT(tableNamed("From what to what")->size(), 0u);
    screenshot(&frame(), "history");
}

TEST_F(TheHistoryPage, ReadsFurtherBack) {
    openAs(app::SAMPLE_MANAGER);
    list()->takeFocus();
    press("M");
    EXPECT_EQ(list()->size(), 400u);
    for (int times = 0; times < 20 && list()->order().back() != "1"; ++times)
        press("M");
    EXPECT_EQ(list()->order().back(), "1");
    EXPECT_EQ(findNamed(&frame(), "Read further back"), nullptr) << "nothing is left to read";
}

TEST_F(TheHistoryPage, SearchesWhatIsTyped) {
    openAs(app::SAMPLE_MANAGER);
    list()->takeFocus();
    press("Ctrl+F");
    type("extended or whatever");
    ASSERT_TRUE(until([&] { return list() == nullptr; }));
    EXPECT_TRUE(allText(&frame()).Contains("No change of the book passes these filters."));
    screenshot(&frame(), "history.none");
    named<wxSearchCtrl>(&frame(), "Search the book")->SetValue("decided on go-live");
    ASSERT_TRUE(until([&] { return list() != nullptr; }));
    for (const auto& id : list()->order())
        EXPECT_TRUE(list()->textAt(id, 3).Contains("decided on go-live"));
}

TEST_F(TheHistoryPage, TakesAChangeBackWithAReason) {
    auto& opened = openSampleAs(app::SAMPLE_MANAGER, "help");
    auto& desk = opened.session()->desk();
    app::changeSetting(desk, "note", "one");
    opened.openPage("history");
    settle();
    const auto number = list()->selected();
    opened.page()->attempt([&] { (void)app::undoChange(desk, std::stoll(number), "a test"); });
    ASSERT_TRUE(until([&] { return list()->order().front() != number; }));
    EXPECT_EQ(list()->selected(), number) << "the keyboard stays on its change";
    EXPECT_TRUE(list()->textAt(number, 3).Contains("taken back by change"));
    EXPECT_FALSE(findNamed(&opened, "Take back")->IsEnabled());
}

TEST_F(TheHistoryPage, VerifiesTheChainAndSaysSo) {
    openAs(app::SAMPLE_MANAGER);
    list()->takeFocus();
    press("V");
    EXPECT_TRUE(frame().page()->complaint().Contains("The chain stands"));
    screenshot(&frame(), "history.verified");
}

TEST_F(TheHistoryPage, LooksAtTheMomentOfAChange) {
    openAs(app::SAMPLE_MANAGER);
    const auto second = list()->order().at(100);
    list()->select(second);
    list()->takeFocus();
    press("T");
    EXPECT_TRUE(frame().session()->past());
    ASSERT_NE(list(), nullptr);
    EXPECT_FALSE(findNamed(&frame(), "Take back")->IsEnabled());
    frame().session()->setAsOf(std::nullopt);
    settle();
}

TEST_F(TheHistoryPage, OpensAtAPerson) {
    openAs(app::SAMPLE_MANAGER);
    const auto all = list()->size();
    domain::PersonId trainee;
    for (const auto& person : frame().session()->department().find(app::SAMPLE_TRAINEE))
        trainee = person.id;
    frame().openPage("history", trainee.text());
    settle();
    EXPECT_LT(list()->size(), all);
    EXPECT_GT(list()->size(), 3u);
}

TEST_F(TheHistoryPage, TellsWhoMayNotSeeItWhy) {
    openAs(app::SAMPLE_MENTOR);
    EXPECT_TRUE(frame().page()->complaint().Contains("see the history"));
}

TEST_F(TheHistoryPage, SpeaksChinese) {
    openAs(app::SAMPLE_MANAGER);
    frame().setLanguage("zh_CN");
    settle();
    EXPECT_EQ(frame().page()->title(), u8("历史"));
    screenshot(&frame(), "history.zh_CN");
    frame().setLanguage("en");
}

} // namespace
} // namespace fledgling::ui::test
