#include "app/Words.h"

#include <gtest/gtest.h>

namespace fledgling::app::test {
namespace {

using namespace domain;

Step twoOf(StepKind kind) {
    Step one;
    one.kind = kind;
    one.count = 2;
    one.level = SkillLevel::Alone;
    return one;
}

TEST(AStep, IsToldToTheTraineeAsWhatHeOrSheCanDo) {
    const auto sign = twoOf(StepKind::SignSkill);
    EXPECT_EQ(sentence(sign, "Greeting", english()), "sign off Greeting (alone)");
    EXPECT_EQ(ownSentence(sign, "Greeting", english()),
              "Greeting: practise it and ask your mentor to sign it off (alone)");
    EXPECT_EQ(ownSentence(twoOf(StepKind::ReviewChatDays), "", english()),
              "2 more days: ask your mentor to read your chats");
    EXPECT_EQ(ownSentence(twoOf(StepKind::AttendSession), "Attitude", english()), "attend Attitude")
        << "one's own deed as it is";
}

} // namespace
} // namespace fledgling::app::test
