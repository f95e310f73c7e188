#include "ui/Harness.h"

#include "app/Department.h"
#include "app/Keep.h"
#include "app/people/People.h"
#include "app/sample/Sample.h"
#include "ui/Page.h"
#include "ui/Text.h"
#include "ui/controls/Table.h"
#include "ui/history/HistoryPage.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <unistd.h>
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

TEST_F(TheHistoryPage, FourteenChangesAreSeenIn1280By800AndFourInASmallWindow) {
    openAs(app::SAMPLE_MANAGER);
    const auto seen = [&] {
        auto* view = list()->control();
        const auto* rows = dynamic_cast<wxDataViewVirtualListModel*>(view->GetModel());
        for (unsigned row = 0; row < list()->size(); ++row)
            if (const auto rect = view->GetItemRect(rows->GetItem(row)); rect.height == 0 || rect.GetBottom() > view->GetSize().y) return row;
        return static_cast<unsigned>(list()->size());
    };
    frame().SetSize(frame().FromDIP(wxSize(1280, 800)));
    settle();
    EXPECT_GE(seen(), 14U);
    screenshot(&frame(), "history.1280");
    frame().SetSize(frame().FromDIP(wxSize(960, 560)));
    settle();
    EXPECT_GE(seen(), 4U);
    EXPECT_GE(tableNamed("From what to what")->GetSize().y, frame().FromDIP(70));
    screenshot(&frame(), "history.small");
}

TEST_F(TheHistoryPage, SaysWhichChangeTheFieldsAreOf) {
    openAs(app::SAMPLE_MANAGER);
    list()->select(list()->order().at(3));
    settle();
    EXPECT_TRUE(allText(&frame()).Contains(wxString::Format("Change %s", numberText(std::stoll(list()->order().at(3))))));
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

TEST_F(TheHistoryPage, ShowsWhatCameAfterTheChosenChangeOrToday) {
    openAs(app::SAMPLE_MANAGER);
    const auto all = list()->order();
    list()->select(all.at(3));
    list()->takeFocus();
    press("B");
    EXPECT_EQ(list()->order(), (std::vector<std::string>{all.at(0), all.at(1), all.at(2)}));
    auto* since = named<wxChoice>(&frame(), "Since");
    ASSERT_NE(since, nullptr);
    EXPECT_TRUE(since->GetStringSelection().Contains("change")) << utf8(since->GetStringSelection());
    EXPECT_EQ(findNamed(&frame(), "Read further back"), nullptr) << "nothing later is left";
    screenshot(&frame(), "history.since");
    press("0");
    EXPECT_EQ(list()->order(), all);
    EXPECT_EQ(since->GetStringSelection(), "the start");
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
    EXPECT_EQ(frame().pageId(), "today");
    EXPECT_TRUE(frame().page()->complaint().Contains("see the history"));
}

TEST_F(TheHistoryPage, SavesAStatementOnlyOfWhatWasVerified) {
    openAs(app::SAMPLE_MANAGER);
    EXPECT_FALSE(findNamed(&frame(), "Statement")->IsEnabled());
    list()->takeFocus();
    press("V");
    EXPECT_TRUE(findNamed(&frame(), "Statement")->IsEnabled());
    const auto file = std::filesystem::temp_directory_path() / ("statement-" + std::to_string(getpid()) + ".html");
    dynamic_cast<HistoryPage*>(frame().page())->saveStatementAs(file.string());
    std::ifstream in(file);
    const std::string html{std::istreambuf_iterator<char>(in), {}};
    std::filesystem::remove(file);
    EXPECT_NE(html.find("Statement of verification"), std::string::npos);
    EXPECT_TRUE(frame().page()->complaint().Contains("Saved as"));
}

TEST_F(TheHistoryPage, OpensAtAnOldChange) {
    openAs(app::SAMPLE_MANAGER);
    frame().openPage("history", "7");
    settle();
    EXPECT_EQ(list()->selected(), "7");
    list()->takeFocus();
    press("0");
    EXPECT_NE(list()->order().front(), "7");
    EXPECT_EQ(list()->size(), 200U);
}

/// The dialog runs its own loop: it is looked at and answered from inside.
class TheHistoryOfACell : public InWindow {
protected:
    /// Presses Ctrl+I and gives what the dialog said; ended with `answer`.
    wxString historyHere(int answer = wxID_CANCEL) {
        wxString said;
        wxTimer timer;
        timer.Bind(wxEVT_TIMER, [&](wxTimerEvent&) {
            for (auto* window : wxTopLevelWindows)
                if (auto* dialog = dynamic_cast<wxDialog*>(window); dialog && dialog->IsModal()) {
                    said = allText(dialog);
                    if (auto* lines = tableNamed(dialog, "History of this")) said << "\nlines " << lines->size();
                    // The dialog's own loop runs: waiting for quiet inside it would never end.
                    timer.Stop();
                    dialog->EndModal(answer);
                    return;
                }
        });
        timer.Start(50);
        press("Ctrl+I");
        (void)until([&] { return !said.empty() || !frame().page()->complaint().empty(); });
        timer.Stop();
        return said;
    }
};

TEST_F(TheHistoryOfACell, OpensOnTheRollAndLeadsToTheChange) {
    openSampleAs(app::SAMPLE_TRAINER, "roll");
    press("L");
    type("7");
    press("Enter");
    press("Up");
    const wxString said = historyHere(wxID_OK);
    EXPECT_TRUE(said.Contains("mark")) << said.ToStdString();
    EXPECT_TRUE(said.Contains("lines 1")) << said.ToStdString();
    ASSERT_TRUE(until([&] { return frame().pageId() == "history"; }));
}

TEST_F(TheHistoryOfACell, WorksWhereverSomethingIsChosen) {
    auto& opened = openSampleAs(app::SAMPLE_MANAGER, "people");
    for (const std::string page : {"people", "readiness", "cohorts", "calendar", "mentors", "roll", "assess", "evidence", "course", "questions", "today"}) {
        opened.openPage(page);
        settle();
        EXPECT_FALSE(historyHere().empty()) << page;
    }
}

TEST_F(TheHistoryOfACell, SaysWhatToChooseWhereNothingIs) {
    openSampleAs(app::SAMPLE_MANAGER, "help");
    EXPECT_TRUE(historyHere().empty());
    EXPECT_TRUE(frame().page()->complaint().Contains("Nothing that was recorded is under the cursor"));
}

TEST_F(TheHistoryOfACell, OfACourseAndItsBanksIsThatOfItsVersions) {
    openSampleAs(app::SAMPLE_TRAINER, "course");
    EXPECT_TRUE(historyHere().Contains("lines 1")) << "one version was loaded";
    frame().openPage("questions");
    settle();
    EXPECT_TRUE(historyHere().Contains("lines 1"));
}

TEST_F(TheHistoryOfACell, IsATraineesOfTheOwnQuizzesAndWordsOnTheMentor) {
    openSampleAs(app::SAMPLE_TRAINEE, "quiz");
    EXPECT_TRUE(historyHere().Contains("lines ")) << utf8(frame().page()->complaint());
    frame().openPage("evaluate");
    settle();
    EXPECT_TRUE(historyHere().Contains("lines ")) << utf8(frame().page()->complaint());
}

TEST_F(TheHistoryOfACell, IsAlsoATraineesOfTheOwnLines) {
    openSampleAs(app::SAMPLE_TRAINEE, "training");
    frame().openPage("training", "skills");
    settle();
    EXPECT_TRUE(historyHere().Contains("The History page is for trainers"));
}

TEST_F(TheHistoryPage, ADayAsKnownTodayIsMarkedInOtherWords) {
    openAs(app::SAMPLE_MANAGER);
    auto* session = frame().session();
    session->setDay(session->desk().today().plusDays(-5));
    settle();
    EXPECT_TRUE(session->past());
    EXPECT_FALSE(session->may(domain::Verb::ManagePeople));
    EXPECT_TRUE(allText(&frame()).Contains("as known today, corrections included; read-only"));
    screenshot(&frame(), "history.day");
    click(findNamed(&frame(), "Back to now"));
    EXPECT_FALSE(frame().session()->past());
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
