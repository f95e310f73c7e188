#include "domain/chats/ChatReview.h"

#include "domain/Refused.h"
#include "domain/chats/Coaching.h"

#include <gtest/gtest.h>

namespace fledgling::domain {
namespace {

const PersonId AGENT("00000000-0000-4000-8000-000000000001");
const Date READ_ON(2026, 11, 24);

ChatReviewRules card() {
    ChatReviewRules rules;
    for (const char* id : {"greeting", "closing", "wording"})
        rules.criteria.push_back({id, {}, {}, ""});
    return rules;
}

ChatReview review(std::vector<Fault> faults, int number = 1, Date day = READ_ON) {
    ChatReview one;
    one.chat = {AGENT, day, number};
    one.faults = std::move(faults);
    return one;
}

Rule refusedBy(const ChatReview& one) {
    try {
        (void)checked(one, card(), READ_ON);
    } catch (const Refused& refused) {
        return refused.rule();
    }
    return Rule::Unknown;
}

TEST(ChatReview, AChatFailsWhenAnyCriterionDoes) {
    EXPECT_FALSE(review({}).fails());
    EXPECT_TRUE(review({{"closing", "cut off", ""}}).fails());
}

TEST(ChatReview, FaultsAreKeptTrimmedAndInTheCardsOrder) {
    const auto kept = checked(
        review({{FIRST_REPLY, " 75 s ", ""}, {"wording", "jargon", " line "}, {"greeting", "none", ""}}),
        card(), READ_ON);
    ASSERT_EQ(kept.faults.size(), 3U);
    EXPECT_EQ(kept.faults[0].criterion, "greeting");
    EXPECT_EQ(kept.faults[1].quote, "line");
    EXPECT_EQ(kept.faults[2].criterion, FIRST_REPLY);
    EXPECT_EQ(kept.faults[2].reason, "75 s");
}

TEST(ChatReview, AFailedCriterionNeedsItsReason) {
    EXPECT_EQ(refusedBy(review({{"closing", "  ", ""}})), Rule::FaultUnexplained);
    EXPECT_EQ(refusedBy(review({{"closing", "a", ""}, {"closing", "b", ""}})), Rule::FaultUnexplained);
    auto both = review({{"closing", "a", ""}});
    both.notApplicable = {"closing"};
    EXPECT_EQ(refusedBy(both), Rule::FaultUnexplained);
}

TEST(ChatReview, AFaultIsShownByWhatTheAgentWrote) {
    Conversation chat;
    chat.lines = {{0, Speaker::Customer, "are you there?"}, {5, Speaker::System, "please wait"}, {90, Speaker::Agent, "what?"},
                  {95, Speaker::Customer, "ok"}, {99, Speaker::Agent, "ok"}};
    const auto refused = [&](const char* criterion, const char* quote) {
        const auto wrong = quoteRefusal({criterion, "short", quote}, chat);
        return wrong ? std::optional(wrong->rule()) : std::nullopt;
    };
    EXPECT_EQ(refused("wording", " are you there? "), Rule::QuoteNotAgents);
    EXPECT_EQ(refused("wording", "please wait"), Rule::QuoteNotAgents);
    EXPECT_EQ(refused("wording", "what?"), std::nullopt);
    EXPECT_EQ(refused("wording", "ok"), std::nullopt) << "both wrote it";
    EXPECT_EQ(refused("wording", ""), std::nullopt);
    EXPECT_EQ(refused("wording", "no greeting anywhere"), std::nullopt) << "the reader's own words";
    EXPECT_EQ(refused(FIRST_REPLY, "are you there?"), std::nullopt) << "the line that waited";
    chat.lines.resize(2);
    EXPECT_EQ(refused("wording", "are you there?"), std::nullopt) << "nobody answered: there is no other line";
}

TEST(ChatReview, OnlyCriteriaOfTheCardAndChatsOfTheDay) {
    EXPECT_EQ(refusedBy(review({{"charm", "none", ""}})), Rule::UnknownCriterion);
    auto odd = review({});
    odd.notApplicable = {"charm"};
    EXPECT_EQ(refusedBy(odd), Rule::UnknownCriterion);
    EXPECT_EQ(refusedBy(review({}, 0)), Rule::ChatOutOfRange);
    EXPECT_EQ(refusedBy(review({}, 21)), Rule::ChatOutOfRange);
    EXPECT_EQ(refusedBy(review({}, 20, READ_ON.plusDays(1))), Rule::ReviewInFuture);
    EXPECT_EQ(refusedBy(review({}, 20)), Rule::Unknown) << "the twentieth of today is fine";
}

TEST(ChatReview, AnUpheldAppealTakesOffItsFaultAndNoOther) {
    const auto one = review({{"greeting", "none", ""}, {"closing", "none", ""}});
    const Appeal open{one.chat, "greeting", AppealState::Open, "I did", "", {}};
    Appeal upheld = open, rejected = open, elsewhere = open;
    upheld.state = AppealState::Upheld;
    rejected.state = AppealState::Rejected;
    elsewhere.state = AppealState::Upheld;
    elsewhere.chat.number = 2;
    EXPECT_EQ(standing(one, {open, rejected, elsewhere}).size(), 2U);
    ASSERT_EQ(standing(one, {upheld}).size(), 1U);
    EXPECT_EQ(standing(one, {upheld}).front().criterion, "closing");
}

TEST(Coaching, ThreeTimesTheSameInAWeekIsWorkedOnUntilADayWithout) {
    const auto fault = [](unsigned dayOfMonth, int number, const char* criterion) {
        return review({{criterion, "why", ""}}, number, Date(2026, 11, dayOfMonth));
    };
    const auto good = [](unsigned dayOfMonth) { return review({}, 9, Date(2026, 11, dayOfMonth)); };
    EXPECT_TRUE(
        coachingOf({fault(2, 1, "closing"), fault(3, 1, "closing"), fault(3, 2, "greeting")}).empty());
    EXPECT_TRUE(coachingOf({fault(2, 1, "closing"), fault(3, 1, "closing"), fault(9, 1, "closing")}).empty())
        << "the third came in another week";
    const auto items = coachingOf({fault(2, 1, "closing"), fault(4, 1, "closing"), fault(8, 1, "closing"),
                                   fault(9, 1, "closing"), good(10), fault(11, 1, "closing")});
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items[0].criterion, "closing");
    EXPECT_EQ(items[0].since, Date(2026, 11, 8));
    EXPECT_EQ(items[0].chats.size(), 4U);
    EXPECT_EQ(items[0].closed, Date(2026, 11, 10));
    EXPECT_EQ(
        coachingOf({fault(2, 1, "closing"), fault(2, 2, "closing"), fault(2, 3, "closing")}).at(0).closed,
        std::nullopt);
}

} // namespace
} // namespace fledgling::domain
