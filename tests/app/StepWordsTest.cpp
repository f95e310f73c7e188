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

TEST(Words, AFullStopBeforeASeparatorGoes) {
    EXPECT_EQ(enumerated({"先看订单。", "", "再看渠道。"}, "；"), "先看订单；再看渠道。");
    EXPECT_EQ(enumerated({"Check the order.", "then ask..."}, "; "), "Check the order; then ask...");
    EXPECT_EQ(enumerated({"and so on...", "end"}, "; "), "and so on...; end");
}

TEST(AFigure, HasItsDigitsInThrees) {
    EXPECT_EQ(figure(0), "0");
    EXPECT_EQ(figure(999), "999");
    EXPECT_EQ(figure(10000), "10,000");
    EXPECT_EQ(figure(1234567), "1,234,567");
    EXPECT_EQ(figure(-100), "−100");
    EXPECT_EQ(figure(-12345), "−12,345");
}

TEST(ATermOfAPair, SaysPointsTakenOffWithAMinusSign) {
    EXPECT_EQ(sentence(Term{TermKind::Load, -7, 7}, english()), "−7  carries 7 trainee-days already");
    EXPECT_EQ(sentence(Term{TermKind::Leaning, 20, 0}, english()), "+20  leanings agree");
    EXPECT_EQ(sentence(Term{TermKind::Leaning, 10, 1}, english()), "+10  leanings differ, one is all-round");
    EXPECT_EQ(sentence(Term{TermKind::Leaning, 0, 0}, english()), "0  leanings differ");
    EXPECT_EQ(sentence(Term{TermKind::Shift, 0, 0}, english()), "0  other shift");
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

TEST(AStep, KeepsPointsAndEarnsNone) {
    const Step unread{StepKind::KeepChatPoints, {}, 20, SkillLevel::None, 20, 26};
    EXPECT_EQ(sentence(unread, "", english()), "keep at least 20 of 26 points");
    EXPECT_EQ(ownSentence(unread, "", english()), "your chats will be read: keep at least 20 of 26 points") << "nothing was lost yet";
    const Step short2{StepKind::KeepChatPoints, {}, 2, SkillLevel::None, 20, 26};
    EXPECT_EQ(sentence(short2, "", english()), "keep at least 20 of 26 points: 2 too few now");
    EXPECT_EQ(ownSentence(short2, "", english()), "2 points are missing: see under Points what they were lost for, and ask your mentor");
}

TEST(ALineOfTheHomePage, SaysTheYearOfADateThatIsNotThisYears) {
    ToDo todo;
    todo.kind = ToDoKind::ExamineMentor;
    todo.name = "Chen Bo";
    todo.date = Date(2023, 9, 18);
    todo.of = 1;
    EXPECT_EQ(sentence(todo, Date(2026, 11, 30), english()), "Examine the mentor Chen Bo: practical check due since Mon 18 Sep 2023");
    EXPECT_EQ(sentence(todo, Date(2023, 11, 30), english()), "Examine the mentor Chen Bo: practical check due since Mon 18 Sep");
}

TEST(ALineOfTheHomePage, SaysOfAMentorWhoNeverPassedNoDayOnWhichHeOrSheJoined) {
    const Date today(2026, 11, 30);
    ToDo todo;
    todo.name = "Chen Bo";
    todo.date = Date(2023, 9, 18);
    const auto said = [&](ToDoKind kind, int failed) {
        todo.kind = kind;
        todo.count = failed;
        return sentence(todo, today, english());
    };
    EXPECT_EQ(said(ToDoKind::ExamineMentor, 0), "Examine the mentor Chen Bo: never examined in the practical check");
    EXPECT_EQ(said(ToDoKind::ExamineMentor, 1), "Examine the mentor Chen Bo: practical check not passed yet");
    for (const auto kind : {ToDoKind::TakeExam, ToDoKind::TakePractical, ToDoKind::ExamineMentor})
        for (const int failed : {0, 1})
            EXPECT_EQ(said(kind, failed).find("2023"), std::string::npos) << said(kind, failed);
}

TEST(ALineOfTheHomePage, SaysTodayAndTomorrowInsteadOfTheirDates) {
    const Date today(2026, 12, 1);
    ToDo review;
    review.kind = ToDoKind::ReviewAhead;
    review.name = "Nov-3";
    review.count = 2;
    const auto said = [&](Date date) {
        review.date = date;
        return sentence(review, today, english());
    };
    EXPECT_EQ(said(today), "Nov-3 is reviewed today: 2 ready, 0 not");
    EXPECT_EQ(said(today.plusDays(1)), "Nov-3 is reviewed tomorrow: 2 ready, 0 not");
    EXPECT_EQ(said(today.plusDays(2)), "Nov-3 is reviewed on Thu 3 Dec: 2 ready, 0 not");
    ToDo appeal;
    appeal.kind = ToDoKind::AppealEnds;
    appeal.count = 1;
    appeal.date = today;
    EXPECT_EQ(sentence(appeal, today, english()), "You may appeal until today against failed chats of yours: 1");
    EXPECT_EQ(nearDate(today.plusDays(31), today, english()), "Fri 1 Jan 2027");
    EXPECT_EQ(nearDate(today.plusDays(-1), today, english()), "Mon 30 Nov") << "what is over has its date";
}

} // namespace
} // namespace fledgling::app::test
