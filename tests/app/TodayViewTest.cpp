#include "app/today/TodayView.h"

#include "DeskFixture.h"
#include "support/Here.h"

#include "app/Words.h"
#include "app/cohorts/Cohorts.h"
#include "app/mentoring/Mentoring.h"
#include "app/pairing/Pairing.h"
#include "app/people/People.h"
#include "app/readiness/Decisions.h"
#include "app/roll/RollView.h"

#include <algorithm>

namespace fledgling::app::test {
namespace {

using namespace domain;

class Today : public DeskFixture {
protected:
    TodayView viewOf(const PersonId& who, Role role) {
        TodayView view(at(who), role, "en");
        view.load();
        return view;
    }
    static const ToDo* find(const std::vector<TodayView::Line>& lines, ToDoKind kind) {
        for (const auto& line : lines)
            if (line.todo.kind == kind) return &line.todo;
        return nullptr;
    }
};

TEST_F(Today, AnEmptyDepartmentBeginsWithPeople) {
    const auto view = viewOf(trainer, Role::Trainer);
    ASSERT_EQ(view.waiting().size(), 1U);
    EXPECT_EQ(view.waiting()[0].todo.kind, ToDoKind::AddPeople);
    EXPECT_EQ(view.due(), 1);
}

TEST_F(Today, TheManagerOfANewDepartmentHearsTheNextStepToo) {
    const auto first = [&] { return viewOf(manager, Role::Manager).waiting(); };
    ASSERT_EQ(first().size(), 1U);
    EXPECT_EQ(first()[0].todo.kind, ToDoKind::AddPeople);
    EXPECT_EQ(first()[0].todo.page, "people");
    const auto cohort = addCohort("Mar-1", today.plusDays(1));
    addTrainee("An", cohort);
    EXPECT_TRUE(first().empty()) << "a cohort is planned";
}

TEST_F(Today, TheTrainersSessionsOfTodayStandFirstThenWhatWasLeftOpen) {
    const auto cohort = addCohort("Mar-1", today.plusDays(-1));
    const auto an = addTrainee("An", cohort), bo = addTrainee("Bo", cohort);
    addMark(cohort, "d1-am", an);
    addMark(cohort, "d1-am", bo);
    addMark(cohort, "d2-am", an);
    closeSession(at(trainer), session(cohort, "d1-am"));
    const auto view = viewOf(trainer, Role::Trainer);
    ASSERT_EQ(view.sessions().size(), 2U);
    EXPECT_EQ(view.sessions()[0].kind, ToDoKind::MarkSession);
    EXPECT_EQ(view.sessions()[0].count, 1);
    EXPECT_EQ(view.sessions()[0].of, 2);
    EXPECT_EQ(view.sessions()[1].count, 2);
    EXPECT_EQ(view.sessions()[0].who, "") << "the trainer's own";
    ASSERT_EQ(view.waiting().size(), 1U) << "yesterday afternoon is still open";
    EXPECT_EQ(view.waiting()[0].todo.subject, session(cohort, "d1-pm").text());
    EXPECT_EQ(viewOf(supervisor, Role::Supervisor).sessions()[0].who, "Trainer");
}

TEST_F(Today, SessionsNameTheirCohortWhereMoreThanOneRuns) {
    const auto first = addCohort("Mar-1", today);
    addTrainee("An", first);
    const auto alone = viewOf(trainer, Role::Trainer).sessions();
    ASSERT_EQ(alone.size(), 2U);
    EXPECT_EQ(alone[0].cohort, "") << "there is no other to take it for";
    EXPECT_EQ(sentence(alone[0], today, english()), "Mark Attitude: 1 of 1 not marked");
    addTrainee("Bo", addCohort("Mar-2", today.plusDays(1)));
    const auto view = viewOf(trainer, Role::Trainer);
    EXPECT_EQ(view.sessions().at(0).cohort, "Mar-1");
    EXPECT_EQ(sentence(view.sessions().at(0), today, english()), "Mark Attitude (Mar-1): 1 of 1 not marked");
    const auto* coming = find(view.ahead(), ToDoKind::ComingSession);
    ASSERT_NE(coming, nullptr);
    EXPECT_FALSE(coming->cohort.empty());
}

TEST_F(Today, AMakeUpLeadsToTheTraineeOnTheRollUntilItIsPlanned) {
    const auto cohort = addCohort("Mar-1", today.plusDays(-7));
    const auto an = addTrainee("An", cohort), bo = addTrainee("Bo", cohort);
    for (const char* one : {"d1-am", "d1-pm", "d2-am", "d2-pm"}) {
        addMark(cohort, one, an);
        addMark(cohort, one, bo, one == std::string("d1-pm") ? MarkKind::Absent : MarkKind::Present);
    }
    const auto view = viewOf(trainer, Role::Trainer);
    const auto* owed = find(view.waiting(), ToDoKind::PlanMakeUps);
    ASSERT_NE(owed, nullptr);
    EXPECT_EQ(owed->count, 1);
    EXPECT_EQ(owed->names, std::vector<std::string>{"Bo · Follow along"});
    EXPECT_EQ(sentence(*owed, today, english()), "Make-ups owed in Mar-1: 1 (Bo · Follow along)");
    EXPECT_EQ(owed->page, "roll");
    EXPECT_EQ(owed->subject, session(cohort, "d2-pm").text() + " " + bo.text());
    const auto next = addCohort("Mar-2", today.plusDays(1));
    expectGuest(at(trainer), session(next, "d1-pm"), bo);
    EXPECT_EQ(find(viewOf(trainer, Role::Trainer).waiting(), ToDoKind::PlanMakeUps), nullptr);
}

TEST_F(Today, ASessionThatAHolidayFellOnIsCounted) {
    const auto cohort = addCohort("Mar-2", today.plusDays(1));
    addTrainee("An", cohort);
    EXPECT_EQ(find(viewOf(trainer, Role::Trainer).waiting(), ToDoKind::PlanReplan), nullptr);
    write({store::PeopleStore::fact(CalendarDay{today.plusDays(1), false, "holiday"}, "test")});
    const auto view = viewOf(trainer, Role::Trainer);
    const auto* replan = find(view.waiting(), ToDoKind::PlanReplan);
    ASSERT_NE(replan, nullptr);
    EXPECT_EQ(replan->count, 2);
}

TEST_F(Today, TheSupervisorHearsWhoHasNoMentor) {
    const auto cohort = addCohort("Mar-1", today.plusDays(-1));
    const auto an = addTrainee("An", cohort);
    addTrainee("Bo", cohort);
    addPair(an, addMentor("Mia"), today);
    const auto view = viewOf(supervisor, Role::Supervisor);
    const auto* unpaired = find(view.waiting(), ToDoKind::PairTrainees);
    ASSERT_NE(unpaired, nullptr);
    EXPECT_EQ(unpaired->names, std::vector<std::string>{"Bo"});
    EXPECT_EQ(view.dueByPage().at("pairing"), 1);
    addTrainee("Cy", cohort);
    EXPECT_EQ(viewOf(supervisor, Role::Supervisor).dueByPage().at("pairing"), 2) << "who waits, not the line that says so";
    EXPECT_EQ(find(viewOf(trainer, Role::Trainer).waiting(), ToDoKind::PairTrainees), nullptr);
}

TEST_F(Today, WhoPlansHearsOfTraineesInNoCohortAndIsLedToTheirEnrolment) {
    addCohort("Feb-1", today.plusDays(-30));
    const auto next = addCohort("Mar-1", today.plusDays(1));
    addTrainee("An", next);
    const auto of = [this](const PersonId& who, Role role) {
        const auto view = viewOf(who, role);
        const auto* found = find(view.waiting(), ToDoKind::EnrolTrainees);
        return found ? std::optional(*found) : std::nullopt;
    };
    EXPECT_EQ(of(trainer, Role::Trainer), std::nullopt) << "everybody is in one";
    const auto zhao = addPerson("Zhao Lei", {Role::Trainee});
    addPerson("Bo", {Role::Trainee});
    for (const auto& [who, role] : {std::pair(trainer, Role::Trainer), {supervisor, Role::Supervisor}, {manager, Role::Manager}}) {
        const auto found = of(who, role);
        ASSERT_TRUE(found) << keyOf(role);
        EXPECT_EQ(sentence(*found, today, english()), "In no cohort: 2 (Bo, Zhao Lei)");
        EXPECT_EQ(found->page, "cohorts");
        EXPECT_EQ(found->subject, next.text() + " enrol") << "most of its course is still to come";
        EXPECT_EQ(viewOf(who, role).dueByPage().at("cohorts"), 2);
    }
    enrol(at(supervisor), next, {zhao}, today.plusDays(1));
    EXPECT_EQ(of(trainer, Role::Trainer)->count, 1);
    leaveCohort(at(supervisor), next, zhao, today.plusDays(2), "another post");
    EXPECT_EQ(of(trainer, Role::Trainer)->count, 2);
    retirePerson(at(manager), zhao, "left");
    EXPECT_EQ(of(trainer, Role::Trainer)->count, 1);
}

TEST_F(Today, ARollWithNobodyOnItIsNothingToClose) {
    const auto cohort = addCohort("Mar-1", today.plusDays(-1));
    auto view = viewOf(trainer, Role::Trainer);
    EXPECT_TRUE(view.sessions().empty());
    EXPECT_EQ(view.due(), 0);
    addTrainee("An", cohort);
    EXPECT_EQ(viewOf(trainer, Role::Trainer).sessions().size(), 2U);
}

TEST_F(Today, ManyOfAKindFoldIntoOneLineAndStillCount) {
    const auto cohort = addCohort("Mar-1", today.plusDays(-20), today.plusDays(-1));
    for (int i = 0; i < 9; ++i)
        addTrainee("Trainee " + std::to_string(i), cohort);
    const auto view = viewOf(manager, Role::Manager);
    const auto isDecision = [](const TodayView::Line& line) {
        return line.todo.kind == ToDoKind::DecideGoLive;
    };
    EXPECT_EQ(std::count_if(view.waiting().begin(), view.waiting().end(), isDecision),
              TodayView::MOST_OF_A_KIND + 1);
    const auto& rest = *std::find_if(view.waiting().rbegin(), view.waiting().rend(), isDecision);
    EXPECT_EQ(rest.more, 5);
    EXPECT_GE(view.due(), 9);
}

TEST_F(Today, TheMentorSeesTheTraineesAndWhatIsDue) {
    const auto cohort = addCohort("Mar-1", today.plusDays(-7));
    const auto an = addTrainee("An", cohort);
    const auto mentor = addMentor("Mia");
    addPair(an, mentor, today);
    auto view = viewOf(mentor, Role::Mentor);
    ASSERT_NE(find(view.waiting(), ToDoKind::WriteLog), nullptr);
    EXPECT_TRUE(view.trainees().empty()) << "asked for after the first paint";
    view.loadNews(0);
    ASSERT_EQ(view.trainees().size(), 1U);
    EXPECT_EQ(view.trainees()[0].name, "An");
}

class NewsOf : public Today {};

TEST_F(NewsOf, OthersIsToldAndOnesOwnIsNot) {
    const auto cohort = addCohort("Mar-1", today);
    const auto an = addTrainee("An", cohort), bo = addTrainee("Bo", cohort);
    const auto since = last();
    mark(at(trainer), session(cohort, "d1-am"), an, Mark{MarkKind::Present, Minutes()});
    mark(at(trainer), session(cohort, "d1-am"), bo, Mark{MarkKind::Present, Minutes()});
    EXPECT_TRUE(newsSince(at(trainer), since, 8).empty());
    const auto news = newsSince(at(manager), since, 8);
    ASSERT_EQ(news.size(), 1U) << "a run of keys on one roll is one piece of news";
    EXPECT_EQ(news[0].who, "Trainer");
    EXPECT_EQ(news[0].verb, "mark");
    EXPECT_EQ(news[0].count, 2);
    EXPECT_EQ(news[0].subject, "Attitude");
    EXPECT_EQ(news[0].about.size(), 2U);
    EXPECT_TRUE(newsSince(at(manager), last(), 8).empty());
}

TEST_F(NewsOf, ATraineeHearsOnlyOfHimOrHerself) {
    const auto cohort = addCohort("Mar-1", today);
    const auto an = addTrainee("An", cohort), bo = addTrainee("Bo", cohort);
    const auto mentor = addMentor("Mia");
    addPair(an, mentor, today);
    const auto since = last();
    mark(at(trainer), session(cohort, "d1-am"), an, Mark{MarkKind::Present, Minutes()});
    mark(at(trainer), session(cohort, "d1-pm"), bo, Mark{MarkKind::Absent, Minutes()});
    const auto hers = newsSince(at(an), since, 8);
    ASSERT_EQ(hers.size(), 1U);
    EXPECT_EQ(hers[0].about, std::vector<std::string>{"An"});
    EXPECT_EQ(newsSince(at(mentor), since, 8).size(), 1U) << "the mentor of An hears of An";
    EXPECT_EQ(newsSince(at(manager), since, 8).size(), 2U);
}

TEST_F(NewsOf, WhoGetsATraineeHearsThatItIsHimOrHerAndWhatTheNextMentorIsTold) {
    const auto cohort = addCohort("Mar-1", today.plusDays(-7));
    const auto an = addTrainee("An", cohort), bo = addTrainee("Bo", cohort);
    const auto mia = addMentor("Mia"), noah = addMentor("Noah");
    const auto since = last();
    acceptPairs(at(manager), {{an, mia, today}, {bo, noah, today}});
    const auto given = newsSince(at(mia), since, 8);
    ASSERT_EQ(given.size(), 1U);
    EXPECT_TRUE(given[0].toReader);
    EXPECT_EQ(given[0].about, std::vector<std::string>{"An"});
    const auto paired = last();
    handOver(at(manager), an, noah, "slow with refunds", today);
    const auto his = newsSince(at(noah), paired, 8);
    ASSERT_EQ(his.size(), 1U);
    EXPECT_TRUE(his[0].toReader);
    EXPECT_EQ(his[0].about, std::vector<std::string>{"An"});
    EXPECT_EQ(his[0].told, "slow with refunds");
    const auto others = newsSince(at(supervisor), paired, 8);
    ASSERT_EQ(others.size(), 1U);
    EXPECT_FALSE(others[0].toReader);
    EXPECT_EQ(others[0].subject, "Noah") << "to whom, for everybody else";
    EXPECT_EQ(others[0].told, "");
}

TEST_F(NewsOf, WhatWasTakenBackIsNotToldNorThatItWas) {
    const auto cohort = addCohort("Mar-1", today.plusDays(-7));
    const auto an = addTrainee("An", cohort);
    const auto mia = addMentor("Mia");
    const auto since = last();
    acceptPairs(at(supervisor), {{an, mia, today}});
    const auto paired = last();
    undo(at(supervisor));
    EXPECT_TRUE(newsSince(at(mia), since, 8).empty());
    EXPECT_TRUE(newsSince(at(manager), since, 8).empty());
    const auto later = newsSince(at(manager), paired, 8);
    ASSERT_EQ(later.size(), 1U) << "the pair was told before";
    EXPECT_EQ(later[0].verb, "undo");
    acceptPairs(at(supervisor), {{an, mia, today}});
    const auto again = last();
    undoChange(at(manager), again, "not yet");
    const auto hers = newsSince(at(supervisor), paired, 8);
    ASSERT_EQ(hers.size(), 1U) << "somebody else took back what she did";
    EXPECT_EQ(hers[0].verb, "undo");
}

TEST_F(NewsOf, AMentorHearsThatATraineeIsNoLongerHisOrHers) {
    const auto cohort = addCohort("Mar-1", today.plusDays(-7));
    const auto an = addTrainee("An", cohort);
    const auto mia = addMentor("Mia");
    addPair(an, mia, today);
    const auto since = last();
    retirePerson(at(manager), an, "found other work");
    const auto news = newsSince(at(mia), since, 8);
    ASSERT_EQ(news.size(), 1U);
    EXPECT_EQ(news[0].verb, "retire-person");
    EXPECT_EQ(news[0].about, std::vector<std::string>{"An"});
    EXPECT_FALSE(news[0].toReader);
    EXPECT_TRUE(news[0].page.empty()) << "whose record is nothing to the mentor any more";
}

TEST_F(NewsOf, AMentorHearsToWhomATraineeWasHandedOver) {
    const auto cohort = addCohort("Mar-1", today.plusDays(-7));
    const auto an = addTrainee("An", cohort);
    const auto mia = addMentor("Mia"), noah = addMentor("Noah"), eve = addMentor("Eve");
    addPair(an, mia, today);
    const auto since = last();
    handOver(at(manager), an, noah, "slow with refunds", today);
    const auto news = newsSince(at(mia), since, 8);
    ASSERT_EQ(news.size(), 1U);
    EXPECT_EQ(news[0].verb, "hand-over");
    EXPECT_EQ(news[0].about, std::vector<std::string>{"An"});
    EXPECT_EQ(news[0].subject, "Noah");
    EXPECT_FALSE(news[0].toReader);
    EXPECT_EQ(news[0].told, "") << "that is for the next mentor";
    EXPECT_TRUE(news[0].page.empty());
    EXPECT_TRUE(newsSince(at(eve), since, 8).empty());
}

TEST_F(NewsOf, WhatManyDoForThemselvesIsOnePiece) {
    const auto cohort = addCohort("Mar-1", today);
    const auto an = addTrainee("An", cohort), bo = addTrainee("Bo", cohort);
    const auto since = last();
    for (const auto& one : {an, bo})
        askLeave(at(one), one, today.plusDays(3), today.plusDays(3), "family");
    const auto news = newsSince(at(manager), since, 8);
    ASSERT_EQ(news.size(), 1U);
    EXPECT_TRUE(news[0].own);
    EXPECT_EQ(news[0].about, (std::vector<std::string>{"Bo", "An"})) << "newest first";
    EXPECT_EQ(news[0].subject, "2026-03-19");
}

TEST_F(NewsOf, ChatsReadAreOnePieceWithWhoseTheyAreWhateverComesBetween) {
    const auto since = last();
    const auto cohort = addCohort("Jun", today);
    const auto wu = addTrainee("Wu Min", cohort);
    const auto supervisorDoes = [&](const char* verb, const store::Fact& fact) {
        store::ChangeHead head;
        head.command = domain::CommandId(freshId());
        head.who = supervisor;
        head.at = at(supervisor).clock.now();
        head.localDate = today;
        head.zone = "+08:00";
        head.verb = verb;
        store::Book(m_database).append(head, {fact});
    };
    const auto chat = [&](const std::string& number) {
        return store::Fact{"chat_review", {wu.text(), today.iso(), number},
                           {std::string("small"), std::string("1"), std::string(), std::string(), store::Value{}, store::Value{}}, false, {}};
    };
    supervisorDoes("review-chat", chat("1"));
    supervisorDoes("mark", store::AttendanceStore::fact(session(cohort, "d1-am"), wu, Mark{MarkKind::Present, Minutes(0)}));
    supervisorDoes("review-chat", chat("2"));
    const auto news = newsSince(at(manager), since, 10);
    const auto found = std::find_if(news.begin(), news.end(), [](const auto& one) { return one.verb == "review-chat"; });
    ASSERT_NE(found, news.end());
    EXPECT_EQ(found->count, 2);
    EXPECT_EQ(found->about, std::vector<std::string>{"Wu Min"});
    EXPECT_EQ(std::count_if(news.begin(), news.end(), [](const auto& one) { return one.verb == "review-chat"; }), 1);
}

TEST_F(NewsOf, SkillsAreCalledByTheirTitle) {
    const auto cohort = addCohort("Mar-1", today.plusDays(-7));
    const auto an = addTrainee("An", cohort);
    const auto mentor = addMentor("Mia");
    addPair(an, mentor, today);
    addEntry(an, mentor, today, {"greeting"});
    const auto since = last();
    signSkill(at(mentor), an, "greeting", SkillLevel::Shown);
    const auto news = newsSince(at(manager), since, 8);
    ASSERT_EQ(news.size(), 1U);
    EXPECT_EQ(news[0].subject, "Standard greeting");
    EXPECT_EQ(news[0].about, std::vector<std::string>{"An"});
}

TEST_F(NewsOf, ReadinessReachedAndLostIsTold) {
    const auto cohort = addCohort("Mar-1", today.plusDays(-7));
    const auto an = addTrainee("An", cohort);
    const auto mentor = addMentor("Mia");
    addPair(an, mentor, today.plusDays(-3));
    addAllMarks(cohort, an);
    for (const char* skill : {"greeting", "closing"})
        write({store::MentoringStore::fact(SkillSign{
            an, skill, SkillLevel::Alone, addEntry(an, mentor, today.plusDays(-3), {skill}), mentor, ""})});
    addEntry(an, mentor, today.plusDays(-3), {"greeting"});
    const auto before = last();
    EXPECT_TRUE(turnsSince(at(manager), before).empty());
    addEntry(an, mentor, today, {"closing"});
    acknowledge(at(trainer), an, "rules/conduct.md");
    const auto turns = turnsSince(at(manager), before);
    ASSERT_EQ(turns.size(), 1U);
    EXPECT_EQ(turns[0].is, Verdict::Ready);
    const auto ready = last();
    correctMark(at(trainer), session(cohort, "d1-am"), an, Mark{MarkKind::Absent, Minutes()}, "wrong list");
    const auto lost = turnsSince(at(manager), ready);
    ASSERT_EQ(lost.size(), 1U);
    EXPECT_EQ(lost[0].was, Verdict::Ready);
    EXPECT_TRUE(turnsSince(at(an), before).empty()) << "a trainee may not see readiness";
}

TEST(Poll, TellsEveryTopicOfAnotherDesktopsChange) {
    const auto department = Department::create(":memory:", {"Head", "1"}, (fledgling::test::source() / "assets").string());
    (void)department->poll();
    std::set<Topic> told;
    const auto listening = department->events().listen([&](const std::set<Topic>& topics) { told = topics; });
    EXPECT_FALSE(department->poll());
    store::ChangeHead head;
    head.command = CommandId(freshId());
    head.localDate = Date(2026, 3, 16);
    head.zone = "+08:00";
    head.verb = "set";
    store::Book(department->database()).append(head, {store::PeopleStore::setting("language", "en")});
    EXPECT_TRUE(department->poll());
    for (int topic = 0; topic <= static_cast<int>(Topic::Settings); ++topic)
        EXPECT_TRUE(told.contains(static_cast<Topic>(topic))) << topic;
}

} // namespace
} // namespace fledgling::app::test
