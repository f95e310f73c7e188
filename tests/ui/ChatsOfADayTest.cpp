#include "ui/DaySheetFixture.h"

#include "app/people/People.h"
#include "app/sample/Sample.h"
#include "ui/Text.h"
#include "ui/chats/ChatsPage.h"
#include "ui/controls/Table.h"

#include <filesystem>
#include <fstream>
#include <set>
#include <unistd.h>
#include <wx/choice.h>
#include <wx/tglbtn.h>

/// Where a day's chats come from, and who reads them.
namespace fledgling::ui::test {
namespace {

using domain::Date;

TEST_F(TheDaySheet, SaysWhatTheDrawLeftOutAndWhy) {
    openSampleAs(app::SAMPLE_MENTOR);
    const auto [trainee, day] = loadedDay();
    frame().openPage("chats", trainee.text() + " " + day.iso());
    settle();
    press("F3");
    settle();
    EXPECT_TRUE(frame().page()->complaint().Contains("11 of 31")) << utf8(frame().page()->complaint());
    const auto sample = store().sample(trainee, day);
    ASSERT_TRUE(sample);
    std::set<std::string> ids;
    for (const auto& [id, why] : sample->leftOut)
        ids.insert(id);
    EXPECT_EQ(ids.size(), sample->leftOut.size()) << "each can be told from the others";
}

TEST_F(TheDaySheet, AFileWithoutChatsSaysWhatWasExpectedAndThatNothingWasKept) {
    const auto [trainee, today] = openToday();
    const auto path = std::filesystem::temp_directory_path() / ("fledgling-nochats-" + std::to_string(::getpid()) + ".txt");
    std::ofstream(path) << "a shopping list\nmilk\n";
    dynamic_cast<ChatsPage*>(frame().page())->loadFrom(path.string());
    settle();
    std::filesystem::remove(path);
    const auto said = frame().page()->complaint();
    for (const char* part : {"holds no conversation", "===", "Nothing was kept"})
        EXPECT_TRUE(said.Contains(part)) << part << " in " << utf8(said);
    EXPECT_TRUE(said.Contains(u8(path.filename().string())));
    EXPECT_FALSE(store().sample(trainee, today));
    const auto read = readOf(trainee, today);
    press("Enter");
    EXPECT_TRUE(frame().page()->complaint().empty()) << "Enter answers what is said";
    EXPECT_EQ(readOf(trainee, today), read) << "a chat nobody read isn't passed by it";
    press("Enter");
    EXPECT_TRUE(until([&] { return readOf(trainee, today) == read + 1; })) << utf8(frame().page()->complaint());
}

TEST_F(TheDaySheet, TheDetailsOfAFileThatIsWrongThroughoutLeaveTheSheetInPlace) {
    const auto [trainee, today] = openToday();
    const auto path = std::filesystem::temp_directory_path() / ("fledgling-badchats-" + std::to_string(::getpid()) + ".txt");
    std::ofstream file(path);
    for (int i = 0; i < 60; ++i)
        file << "=== " << i << "\nday: " << today.iso() << "\n09:00:00 customer: whose is this?\n";
    file.close();
    dynamic_cast<ChatsPage*>(frame().page())->loadFrom(path.string());
    settle();
    std::filesystem::remove(path);
    click(findNamed(&frame(), "Details"));
    settle();
    const auto* sheet = tableNamed(frame().page(), "Scorecard");
    ASSERT_NE(sheet, nullptr);
    EXPECT_LT(sheet->GetScreenRect().GetBottom(), frame().GetScreenRect().GetBottom()) << "nothing is pushed off the page";
    screenshot(&frame(), "chats-details");
}

TEST_F(TheDaySheet, AFileLoadedAfterReadingBeganSaysWhichVerdictsHaveNoText) {
    const auto [trainee, today] = openToday();
    press("Space");
    ASSERT_TRUE(until([&] { return readOf(trainee, today) == 1U; })) << utf8(frame().page()->complaint());
    const auto path = std::filesystem::temp_directory_path() / ("fledgling-latechats-" + std::to_string(::getpid()) + ".txt");
    std::ofstream(path) << "=== a\nagent: " << app::nameOf(desk(), trainee) << "\nday: " << today.iso()
                        << "\n09:00:00 customer: Where is my parcel?\n09:00:20 agent: Good morning, I'm looking it up.\n";
    dynamic_cast<ChatsPage*>(frame().page())->loadFrom(path.string());
    settle();
    std::filesystem::remove(path);
    EXPECT_TRUE(frame().page()->complaint().Contains("1 chat was read before the file came")) << utf8(frame().page()->complaint());
    const auto* text = tableNamed(frame().page(), "Conversation");
    ASSERT_NE(text, nullptr);
    EXPECT_TRUE(text->IsShown()) << "chat 2 is the one of the file";
    EXPECT_TRUE(frame().page()->whereabouts()->ends_with(" 2"));
    tableNamed(frame().page(), "Chats of the day")->select("1");
    settle();
    EXPECT_FALSE(text->IsShown()) << "nobody gave that conversation its verdict";
}

TEST_F(TheDaySheet, WhereTheFileEndsSpaceAsksOnceWhetherTheOthersWereRead) {
    const auto [trainee, today] = openToday();
    const auto path = std::filesystem::temp_directory_path() / ("fledgling-twochats-" + std::to_string(::getpid()) + ".txt");
    std::ofstream file(path);
    for (const char* id : {"a", "b"})
        file << "=== " << id << "\nagent: " << app::nameOf(desk(), trainee) << "\nday: " << today.iso()
             << "\n09:00:00 customer: Where is my parcel?\n09:00:20 agent: Good morning, I'm looking it up.\n";
    file.close();
    dynamic_cast<ChatsPage*>(frame().page())->loadFrom(path.string());
    settle();
    std::filesystem::remove(path);
    ASSERT_TRUE(store().sample(trainee, today)) << utf8(frame().page()->complaint());
    EXPECT_TRUE(frame().page()->complaint().empty()) << utf8(frame().page()->complaint());
    for (std::size_t read : {1U, 2U}) {
        press("Space");
        ASSERT_TRUE(until([&] { return readOf(trainee, today) == read; })) << utf8(frame().page()->complaint());
    }
    EXPECT_TRUE(allText(frame().page()).Contains("held 2 chats, and this is none of them")) << "where to read it is said";
    press("Space");
    settle();
    EXPECT_EQ(readOf(trainee, today), 2U) << "a chat nobody has the text of isn't passed by the way";
    EXPECT_TRUE(frame().page()->complaint().Contains("chat 3 is none of them")) << utf8(frame().page()->complaint());
    for (std::size_t read : {3U, 4U}) {
        press("Space");
        ASSERT_TRUE(until([&] { return readOf(trainee, today) == read; })) << "asked once, not at every chat";
    }
}

TEST_F(TheDaySheet, AnotherLanguageKeepsPersonDayAndChat) {
    openSampleAs(app::SAMPLE_MENTOR, "chats");
    settle();
    press("PageDown");
    press("Alt+Left");
    auto* list = tableNamed(frame().page(), "Chats of the day");
    ASSERT_NE(list, nullptr);
    list->select("7");
    settle();
    const auto stood = frame().page()->whereabouts();
    ASSERT_TRUE(stood);
    EXPECT_TRUE(stood->ends_with(" 7")) << *stood;
    EXPECT_NE(stood->find(desk().today().plusDays(-1).iso()), std::string::npos) << *stood;
    frame().setLanguage("zh_CN");
    settle();
    EXPECT_EQ(frame().page()->whereabouts(), stood);
    EXPECT_EQ(tableNamed(frame().page(), wxGetTranslation("Chats of the day"))->selected(), "7");
    frame().openPage("today");
    frame().setLanguage("en");
    frame().openPage("chats");
    settle();
    EXPECT_EQ(frame().page()->whereabouts(), stood) << "also a page that was hidden meanwhile";
}

TEST_F(TheDaySheet, F9LeadsToTheSecondReadingAndBack) {
    openSampleAs(app::SAMPLE_MENTOR, "chats");
    settle();
    auto* again = named<wxToggleButton>(frame().page(), "Second reading");
    ASSERT_NE(again, nullptr);
    EXPECT_TRUE(again->GetLabel().Contains("F9")) << utf8(again->GetLabel());
    press("F9");
    EXPECT_TRUE(again->GetValue());
    press("F9");
    EXPECT_FALSE(again->GetValue());
}

TEST_F(TheDaySheet, DaysOfferedForASecondReadingAreChosenWithoutTheListOfWhatFailed) {
    openSampleAs(app::SAMPLE_SUPERVISOR, "chats");
    settle();
    auto* offered = named<wxChoice>(frame().page(), "Offered");
    ASSERT_NE(offered, nullptr);
    ASSERT_GT(offered->GetCount(), 1U) << "the sample has days that hang on one chat";
    offered->SetSelection(1);
    wxCommandEvent event(wxEVT_CHOICE, offered->GetId());
    event.SetInt(1);
    offered->GetEventHandler()->ProcessEvent(event);
    settle();
    EXPECT_TRUE(named<wxToggleButton>(frame().page(), "Second reading")->GetValue());
    EXPECT_TRUE(frame().page()->figureText().Contains("blind")) << utf8(frame().page()->figureText());
}

TEST_F(TheDaySheet, ASecondReadingHidesTheFirst) {
    openSampleAs(app::SAMPLE_MANAGER);
    const auto agent = personOf("00012");
    Date day = desk().today();
    for (int before = 1; before < 15 && readOf(agent, day) == 0; ++before)
        day = desk().today().plusDays(-before);
    frame().openPage("chats", agent.text() + " " + day.iso() + " again");
    settle();
    auto* list = tableNamed(frame().page(), "Chats of the day");
    ASSERT_NE(list, nullptr);
    const auto order = list->order();
    ASSERT_FALSE(order.empty());
    for (const auto& id : order)
        EXPECT_TRUE(list->textAt(id, 1).Contains("not read yet"));
    press("Space");
    settle();
    EXPECT_TRUE(store().secondReading({agent, day, std::stoi(order.front())}))
        << utf8(frame().page()->complaint());
    EXPECT_EQ(readOf(agent, day), 20U) << "the first reading stands as it was";
}

} // namespace
} // namespace fledgling::ui::test
