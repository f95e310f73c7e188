#include "ui/DaySheetFixture.h"

#include "app/chats/ChatReviews.h"
#include "app/people/People.h"
#include "app/sample/Sample.h"
#include "ui/Text.h"
#include "ui/chats/ChatsPage.h"
#include "ui/controls/Table.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <unistd.h>

/// The first reply, measured and judged.
namespace fledgling::ui::test {
namespace {

TEST_F(TheDaySheet, AReplyMeasuredInTimeIsFailedOnlyByASecondPress) {
    openSampleAs(app::SAMPLE_MENTOR);
    const auto [trainee, day] = loadedDay();
    std::set<int> read;
    for (const auto& kept : store().reviewsOf(trainee, day, day))
        read.insert(kept.review.chat.number);
    int inTime = 0, late = 0;
    const auto records = store().recordsOf(trainee, day);
    for (int number = 1; number <= static_cast<int>(std::min<std::size_t>(records.size(), 20)); ++number) {
        const auto talk = store().conversation(records[static_cast<std::size_t>(number) - 1]);
        const auto seconds = talk ? domain::firstReply(*talk) : std::nullopt;
        if (!seconds || read.contains(number)) continue;
        (*seconds <= 60 ? inTime : late) = number;
    }
    ASSERT_GT(inTime, 0);
    frame().openPage("chats", trainee.text() + " " + day.iso());
    settle();
    const auto judgement = [&] { return tableNamed(frame().page(), "Scorecard")->textAt("first-reply", 2); };
    tableNamed(frame().page(), "Chats of the day")->select(std::to_string(inTime));
    settle();
    press("6");
    EXPECT_TRUE(judgement().Contains("good")) << "asked first";
    EXPECT_TRUE(frame().page()->complaint().Contains("60 are allowed")) << utf8(frame().page()->complaint());
    const auto before = readOf(trainee, day);
    press("Enter");
    EXPECT_EQ(readOf(trainee, day), before) << "a fault that was meant doesn't end as a pass";
    EXPECT_TRUE(frame().page()->complaint().Contains("6 failed nothing yet")) << utf8(frame().page()->complaint());
    press("6");
    EXPECT_TRUE(judgement().Contains("failed")) << "the reader has the last word";
    EXPECT_TRUE(frame().page()->complaint().empty());
    press("Escape");
    if (late == 0) return;
    tableNamed(frame().page(), "Chats of the day")->select(std::to_string(late));
    settle();
    EXPECT_TRUE(judgement().Contains("judge it")) << utf8(judgement());
    press("6");
    EXPECT_TRUE(judgement().Contains("failed")) << "a late one needs one press";
}

TEST_F(TheDaySheet, ALateReplyNobodyJudgedIsPointedOutByEnterAsBySpace) {
    const auto [trainee, today] = openToday();
    const auto path = std::filesystem::temp_directory_path() / ("fledgling-latechat-" + std::to_string(::getpid()) + ".txt");
    std::ofstream(path) << "=== 1\nagent: " << app::nameOf(desk(), trainee) << "\nday: " << today.iso()
                        << "\n09:00:05 customer: hello\n09:02:30 agent: welcome\n";
    dynamic_cast<ChatsPage*>(frame().page())->loadFrom(path.string());
    settle();
    std::filesystem::remove(path);
    ASSERT_EQ(store().recordsOf(trainee, today).size(), 1U) << utf8(frame().page()->complaint());
    press("2");
    settle();
    type("cut off");
    press("Enter");
    settle();
    press("Enter");
    settle();
    EXPECT_EQ(readOf(trainee, today), 0U);
    EXPECT_TRUE(frame().page()->complaint().Contains("The first reply took 145 s")) << utf8(frame().page()->complaint());
    press("Enter");
    settle();
    EXPECT_EQ(readOf(trainee, today), 1U) << "the reader has the last word";
}

} // namespace
} // namespace fledgling::ui::test
