#include "ui/Harness.h"

#include "app/Keep.h"
#include "app/roll/Roll.h"
#include "app/sample/Sample.h"
#include "store/CohortStore.h"
#include "ui/Page.h"
#include "ui/Text.h"
#include "ui/today/TodayPageNews.h"

#include <wx/button.h>

namespace fledgling::ui::test {
namespace {

using namespace domain;

class TodayPages : public InWindow {
protected:
    bool says(const wxString& words) { return allText(frame().page()).Contains(words); }
    void waitForNews() {
        ASSERT_TRUE(until([this] { return says("Since you were here"); }));
    }
};

TEST_F(TodayPages, EnterDoesTheFirstThing) {
    openSampleAs(app::SAMPLE_TRAINER, "today");
    EXPECT_TRUE(says("Today, "));
    waitForNews();
    screenshot(&frame(), "today.trainer");
    press("Enter");
    ASSERT_TRUE(until([this] { return frame().pageId() == "roll"; }));
}

TEST_F(TodayPages, TheFirstThingsButtonIsInSightInASmallWindow) {
    openSampleAs(app::SAMPLE_SUPERVISOR, "today");
    waitForNews();
    frame().SetSize(frame().FromDIP(wxSize(960, 560)));
    settle();
    const auto* mark = wxWindow::FindFocus();
    ASSERT_NE(dynamic_cast<const wxButton*>(mark), nullptr);
    EXPECT_TRUE(until([&] { return mark->GetScreenRect().GetRight() <= frame().page()->GetScreenRect().GetRight(); }))
        << mark->GetScreenRect().GetRight() << " of " << frame().page()->GetScreenRect().GetRight();
    screenshot(&frame(), "today.small");
}

TEST_F(TodayPages, ANumberDoesItsLine) {
    openSampleAs(app::SAMPLE_TRAINER, "today");
    press("2");
    EXPECT_TRUE(until([this] { return frame().pageId() == "roll"; }));
}

TEST_F(TodayPages, TheTenthLineHasALetterAsItsKey) {
    openSampleAs(app::SAMPLE_SUPERVISOR, "today");
    waitForNews();
    for (int line = 1; line < 10; ++line)
        press("Down");
    const auto* tenth = wxWindow::FindFocus();
    ASSERT_NE(dynamic_cast<const wxButton*>(tenth), nullptr);
    screenshot(&frame(), "today.letters");
    press("A");
    EXPECT_TRUE(until([this] { return frame().pageId() != "today"; }));
}

TEST_F(TodayPages, SessionsNameTheirCohortWhereSeveralRun) {
    openSampleAs(app::SAMPLE_TRAINER, "today");
    EXPECT_TRUE(says(u8("月三班")));
}

TEST_F(TodayPages, ArrowsWalkTheLines) {
    openSampleAs(app::SAMPLE_MANAGER, "today");
    waitForNews();
    auto* first = wxWindow::FindFocus();
    ASSERT_NE(dynamic_cast<wxButton*>(first), nullptr);
    press("Down");
    EXPECT_NE(wxWindow::FindFocus(), first);
    press("Up");
    EXPECT_EQ(wxWindow::FindFocus(), first);
    press("Up");
    EXPECT_EQ(wxWindow::FindFocus(), first) << "the first stays the first";
}

TEST_F(TodayPages, WhatOthersDidAppearsWhileOneLooks) {
    openSampleAs(app::SAMPLE_MANAGER, "today");
    waitForNews();
    auto trainer = frame().session()->department().find(app::SAMPLE_TRAINER).front();
    auto desk = frame().session()->department().deskFor(trainer.id);
    std::vector<domain::Session> open;
    for (auto& session :
         store::CohortStore(desk.database).sessionsBetween(desk.today().plusDays(-3), desk.today()))
        if (app::unmarkedIn(desk, session).count > 0) open.push_back(std::move(session));
    ASSERT_FALSE(open.empty());
    const wxString told = "in \"" + u8(app::titleOf(desk, open.front(), "en")) + "\"";
    EXPECT_FALSE(says(told));
    app::markRestPresent(desk, open.front().id);
    ASSERT_TRUE(until([&] { return says(told); }));
    screenshot(&frame(), "today.manager");
}

TEST_F(TodayPages, NewsStayUntilTheVisitIsOver) {
    openSampleAs(app::SAMPLE_MANAGER, "today");
    waitForNews();
    const wxString before = allText(frame().page());
    frame().setLanguage("zh_CN");
    settle();
    frame().setLanguage("en");
    waitForNews();
    EXPECT_EQ(allText(frame().page()), before);
}

TEST_F(TodayPages, TheMentorSeesEveryTraineeWithWhatIsDue) {
    openSampleAs(app::SAMPLE_MENTOR, "today");
    waitForNews();
    EXPECT_TRUE(says("My trainees"));
    EXPECT_TRUE(says("skills"));
    screenshot(&frame(), "today.mentor");
}

TEST_F(TodayPages, TheButtonOfASessionWithEverybodyMarkedSaysWhatTheRollSays) {
    openSampleAs(app::SAMPLE_TRAINER, "today");
    auto desk = frame().session()->department().deskFor(frame().session()->desk().actor.id);
    for (const auto& session : store::CohortStore(desk.database).sessionsBetween(desk.today(), desk.today()))
        if (app::unmarkedIn(desk, session).count > 0) app::markRestPresent(desk, session.id);
    frame().setLanguage("zh_CN");
    ASSERT_TRUE(until([this] { return says(u8("全部已登记")); }));
    EXPECT_TRUE(says(u8("结束点名")));
    EXPECT_FALSE(says(u8("关闭")));
    EXPECT_TRUE(frame().page()->complaint().empty()) << utf8(frame().page()->complaint());
}

TEST_F(TodayPages, ChatsAreCountedAsChatsAndNotAsTimes) {
    app::News news;
    news.verb = "review-chat";
    news.who = "Li Yue";
    news.about = {"Wu Min"};
    news.count = 4;
    EXPECT_TRUE(newsText(news).EndsWith("4 chats")) << utf8(newsText(news));
    news.verb = "keep-problem";
    EXPECT_TRUE(newsText(news).EndsWith("4 times")) << utf8(newsText(news));
}

TEST_F(TodayPages, AHandOverIsToTheReaderOrToSomebodyNamed) {
    app::News news;
    news.verb = "hand-over";
    news.who = "Zhou Lan";
    news.about = {"Wu Min"};
    news.subject = "Peng Fei";
    EXPECT_EQ(newsText(news), "Zhou Lan handed Wu Min over to Peng Fei");
    news.toReader = true;
    news.told = "slow with refunds";
    EXPECT_EQ(newsText(news), "Zhou Lan handed Wu Min over to you: slow with refunds");
    news.verb = "accept-pairs";
    news.told.clear();
    EXPECT_EQ(newsText(news), "Zhou Lan gave you Wu Min to lead");
}

class TodayOf : public TodayPages, public testing::WithParamInterface<const char*> {};

TEST_P(TodayOf, WorksInChinese) {
    openSampleAs(GetParam(), "today");
    frame().setLanguage("zh_CN");
    ASSERT_TRUE(until([this] { return says(u8("上次查看之后")); }));
    EXPECT_TRUE(frame().page()->complaint().empty()) << utf8(frame().page()->complaint());
    screenshot(&frame(), std::string("today.zh_CN.") + GetParam());
}

INSTANTIATE_TEST_SUITE_P(EveryRole, TodayOf,
                         testing::Values(app::SAMPLE_MANAGER, app::SAMPLE_SUPERVISOR, app::SAMPLE_TRAINER,
                                         app::SAMPLE_MENTOR, app::SAMPLE_TRAINEE));

} // namespace
} // namespace fledgling::ui::test
