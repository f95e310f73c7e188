#include "domain/chats/Conversation.h"
#include "domain/chats/ChatSample.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <set>

namespace fledgling::domain {
namespace {

using enum Speaker;

Conversation chat(std::vector<ChatLine> lines, const std::string& id = "c") {
    return {id, "00021", Date(2026, 11, 24), std::move(lines)};
}

TEST(Conversation, TheFirstReplyIsMeasuredFromTheCustomersFirstLine) {
    for (const int seconds : {59, 60, 61})
        EXPECT_EQ(
            firstReply(chat({{100, Customer, "在吗"}, {120, Customer, "?"}, {100 + seconds, Agent, "您好"}})),
            seconds);
    EXPECT_EQ(firstReply(chat({{100, Customer, "hi"}, {101, System, "please wait"}, {150, Agent, "hello"}})),
              50)
        << "an automatic line is no reply";
    EXPECT_EQ(firstReply(chat({{90, Agent, "welcome"}, {100, Customer, "hi"}, {500, Agent, "yes"}})), 0);
    EXPECT_EQ(firstReply(chat({{100, Customer, "hi"}})), std::nullopt);
    EXPECT_EQ(firstReply(chat({{100, Agent, "hi"}})), std::nullopt);
    EXPECT_EQ(firstReply(chat({})), std::nullopt);
}

TEST(Conversation, ThePersonJudgedBeginsAtTheOwnFirstLine) {
    EXPECT_EQ(firstOfAgent(chat({{0, Customer, "hi"}, {1, System, "please wait"}, {9, Agent, "hello"}, {12, Agent, "?"}})), 2U);
    EXPECT_EQ(firstOfAgent(chat({{0, Agent, "welcome"}, {3, Customer, "hi"}})), 0U);
    EXPECT_EQ(firstOfAgent(chat({{0, Customer, "hi"}, {80, Customer, "anybody?"}})), 0U);
    EXPECT_EQ(firstOfAgent(chat({})), 0U);
}

TEST(Conversation, TheLongestGapIsTheLongestWaitOfTheCustomer) {
    const auto one = chat({{0, Customer, "a"},
                           {30, Agent, "b"},
                           {400, Agent, "still here"},
                           {410, Customer, "c"},
                           {500, Customer, "d"},
                           {610, Agent, "e"}});
    const auto gap = longestGap(one);
    ASSERT_TRUE(gap);
    EXPECT_EQ(gap->seconds, 200);
    EXPECT_EQ(gap->from, 3U);
    EXPECT_EQ(gap->to, 5U);
    EXPECT_TRUE(gap->answered(one));
    const auto dropped =
        chat({{0, Customer, "a"}, {10, Agent, "b"}, {20, Customer, "c"}, {90, Customer, "d"}});
    EXPECT_EQ(longestGap(dropped)->seconds, 70);
    EXPECT_FALSE(longestGap(dropped)->answered(dropped));
    EXPECT_EQ(longestGap(chat({{0, Agent, "a"}})), std::nullopt);
}

TEST(Masking, NumbersThatNameSomebodyGoAndAmountsStay) {
    EXPECT_EQ(masked("我的手机13912345678没到账", {}), "我的手机***没到账");
    EXPECT_EQ(masked("call 139-1234-5678 or 139 1234 5678.", {}), "call *** or ***.");
    EXPECT_EQ(masked("１３９１２３４５６７８", {}), "***") << "full-width digits";
    EXPECT_EQ(masked("充100元，等了60秒，2026-11", {}), "充100元，等了60秒，***")
        << "six digits are enough to name an order";
    EXPECT_EQ(masked("充100元，等了60秒", {}), "充100元，等了60秒");
}

TEST(Masking, MailAccountsAndNamesGo) {
    EXPECT_EQ(masked("写到 li.lei_1@mail.example.com 吧", {}), "写到 *** 吧");
    EXPECT_EQ(masked("a@b", {}), "a@b");
    EXPECT_EQ(masked("a@b@mail.com", {}), "a@***") << "what follows one sign may begin an address";
    EXPECT_EQ(masked("账号：abc123_x 登不上", {}), "账号：*** 登不上");
    EXPECT_EQ(masked("my account is gamer77, account blocked", {}), "my account is ***, account blocked");
    EXPECT_EQ(masked("QQ 1234567", {}), "QQ ***");
    EXPECT_EQ(masked("我是李雷，李雷的单", {"李雷"}), "我是***，***的单");
    EXPECT_EQ(masked("老李来了", {"李"}), "老李来了") << "one character names nobody";
}

TEST(Masking, AChatsIdKeepsItsDayAndHidesTheCustomersNumbers) {
    const auto id = [](const char* text) {
        Conversation one;
        one.id = text;
        one.day = Date(2026, 11, 24);
        return maskedId(one);
    };
    EXPECT_EQ(id("20261124-017"), "20261124-017");
    EXPECT_EQ(id("chat 2026-11-24/3"), "chat 2026-11-24/3");
    EXPECT_EQ(id("20261124-13912345678"), "20261124-***");
    EXPECT_EQ(id("13912345678"), "***");
    EXPECT_EQ(id("1202611240"), "***") << "a longer number that happens to hold the day";
    EXPECT_EQ(id("20251124-017"), "***") << "another number of eight digits";
    EXPECT_EQ(id("4711"), "4711");
}

RC_GTEST_PROP(MaskingProperty, NoRowOfSixDigitsIsLeftAndMaskingTwiceChangesNothing, ()) {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(
        rc::gen::element<std::string>("1", "23", "456", "7890", " ", "-", "a", "@", ".", "账号", "：", "是",
                                      "QQ", "客", "０", "\xEF\xBC", "\n"));
    std::string text;
    for (const auto& piece : pieces)
        text += piece;
    const auto once = masked(text, {"客客"});
    int run = 0;
    for (const char c : once) {
        run = c >= '0' && c <= '9' ? run + 1 : 0;
        RC_ASSERT(run < 6);
    }
    RC_ASSERT(masked(once, {"客客"}) == once);
}

std::vector<Conversation> aDay(int count) {
    std::vector<Conversation> chats;
    for (int i = 0; i < count; ++i)
        chats.push_back(
            chat({{7 * 3600 + i * 300, Customer, "在吗"}, {7 * 3600 + i * 300 + 20, Agent, "您好"}},
                 "c" + std::to_string(i)));
    return chats;
}

TEST(ChatSample, IsTheSameForTheSameSeedOnEveryMachine) {
    const auto sample = drawSample(aDay(60), 20, 42);
    // Reckoned by hand from the generator's first outputs: 42 gives 1608637542, 3421126067, 4083286876.
    EXPECT_EQ(sample.drawn.at(0), 0U + 1608637542U % 3);
    EXPECT_EQ(sample.drawn.at(1), 3U + 3421126067U % 3);
    EXPECT_EQ(sample.drawn.at(2), 6U + 4083286876U % 3);
    EXPECT_NE(drawSample(aDay(60), 20, 43).drawn, sample.drawn);
}

TEST(ChatSample, SaysWhatIsLeftOutAndWhy) {
    auto chats = aDay(3);
    chats.push_back(chat({{100, Agent, "hello?"}}, "alone"));
    chats.push_back(chats.front());
    chats.push_back(chat({}, "nothing"));
    const auto sample = drawSample(chats, 2, 7);
    EXPECT_EQ(sample.drawn.size(), 2U);
    ASSERT_EQ(sample.leftOut.size(), 4U);
    EXPECT_EQ(sample.leftOut[0], (std::pair(std::size_t{3}, LeftOut::NoCustomer)));
    EXPECT_EQ(sample.leftOut[1], (std::pair(std::size_t{4}, LeftOut::TwiceInFile)));
    EXPECT_EQ(sample.leftOut[2], (std::pair(std::size_t{5}, LeftOut::Empty)));
    EXPECT_EQ(sample.leftOut[3].second, LeftOut::NotDrawn);
}

RC_GTEST_PROP(ChatSampleProperty, EveryRunOfTheDayGivesOne, ()) {
    const int offered = *rc::gen::inRange(0, 120), wanted = *rc::gen::inRange(0, 30);
    const auto seed = *rc::gen::arbitrary<std::uint32_t>();
    const auto sample = drawSample(aDay(offered), wanted, seed);
    RC_ASSERT(sample.drawn.size() == static_cast<std::size_t>(std::min(offered, wanted)));
    RC_ASSERT(sample.drawn.size() + sample.leftOut.size() == static_cast<std::size_t>(offered));
    RC_ASSERT(std::set(sample.drawn.begin(), sample.drawn.end()).size() == sample.drawn.size());
    for (std::size_t i = 0; i < sample.drawn.size(); ++i) {
        const auto n = static_cast<std::size_t>(offered), of = sample.drawn.size();
        RC_ASSERT(sample.drawn[i] >= i * n / of && sample.drawn[i] < (i + 1) * n / of);
    }
}

} // namespace
} // namespace fledgling::domain
