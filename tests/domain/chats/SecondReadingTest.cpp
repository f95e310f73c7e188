#include "domain/chats/SecondReading.h"

#include <gtest/gtest.h>

namespace fledgling::domain {
namespace {

const ChatKey CHAT{PersonId("00000000-0000-4000-8000-000000000001"), Date(2026, 3, 16), 1};

ChatReview failing(const std::vector<std::string>& criteria) {
    ChatReview one;
    one.chat = CHAT;
    for (const auto& id : criteria)
        one.faults.push_back({id, "why", ""});
    return one;
}

Appeal upheld(const char* criterion) {
    return {CHAT, criterion, AppealState::Upheld, "plea", "answer", PersonId("00000000-0000-4000-8000-000000000002")};
}

TEST(SecondReading, DiffersInTheVerdictNotInTheWords) {
    EXPECT_TRUE(differ(failing({"greeting"}), failing({}), {}));
    EXPECT_TRUE(differ(failing({}), failing({"closing"}), {}));
    EXPECT_FALSE(differ(failing({"greeting"}), failing({"closing"}), {})) << "both fail it";
    EXPECT_FALSE(differ(failing({}), failing({}), {}));
}

TEST(SecondReading, AnUpheldAppealHasDecidedAlready) {
    EXPECT_FALSE(differ(failing({"greeting"}), failing({}), {upheld("greeting")}));
    EXPECT_TRUE(differ(failing({"greeting", "closing"}), failing({}), {upheld("greeting")}));
    auto open = upheld("greeting");
    open.state = AppealState::Open;
    EXPECT_TRUE(differ(failing({"greeting"}), failing({}), {open}));
}

TEST(SecondReading, ADayHangsOnItWhereTheCostCouldBeAnother) {
    const PointRules rules; // 4 failing chats cost the point
    const auto day = [](int failed) { return DayTally{Date(2026, 3, 16), 20, failed, false}; };
    EXPECT_TRUE(hangs(day(4), {1, 0}, rules));
    EXPECT_FALSE(hangs(day(4), {0, 3}, rules)) << "lost either way";
    EXPECT_TRUE(hangs(day(3), {0, 1}, rules));
    EXPECT_FALSE(hangs(day(3), {2, 0}, rules)) << "kept either way";
    EXPECT_FALSE(hangs(day(5), {1, 0}, rules));
    EXPECT_TRUE(hangs(day(5), {2, 0}, rules)) << "both together decide";
}

TEST(SecondReading, ItsWordsReadBack) {
    for (const auto reading : {Reading::First, Reading::Second})
        EXPECT_EQ(readingOf(keyOf(reading)), reading);
    EXPECT_EQ(readingOf("third"), std::nullopt);
}

} // namespace
} // namespace fledgling::domain
