#include "app/training/TraineeView.h"

#include "DeskFixture.h"
#include "app/Words.h"
#include "app/mentoring/Mentoring.h"
#include "app/mentoring/MentoringToDo.h"
#include "app/mentoring/Problems.h"
#include "app/pairing/Pairing.h"
#include "app/readiness/Decisions.h"

#include <algorithm>

namespace fledgling::app::test {
namespace {

using namespace domain;

class OwnPage : public DeskFixture {
protected:
    OwnPage() {
        cohort = addCohort("Mar-1", Date(2026, 3, 16)); // begins today
        wu = addTrainee("Wu Min", cohort);
        zhao = addTrainee("Zhao Lei", cohort);
        chen = addMentor("Chen Bo");
    }
    static const ToDo* find(const std::vector<ToDo>& list, ToDoKind kind) {
        const auto found =
            std::find_if(list.begin(), list.end(), [&](const ToDo& one) { return one.kind == kind; });
        return found == list.end() ? nullptr : &*found;
    }
    CohortId cohort;
    PersonId wu, zhao, chen;
};

TEST_F(OwnPage, ShowsScheduleMentorAndMaterials) {
    addPair(wu, chen, Date(2026, 3, 18));
    addMark(cohort, "d1-am", wu, MarkKind::Late, 12);
    time = TimeOfDay(12, 0);
    TraineeView view(at(wu), "en");
    view.load();
    EXPECT_EQ(view.mentorName(), "Chen Bo");
    ASSERT_EQ(view.sessions().size(), 4u);
    const auto& first = view.sessions()[0];
    EXPECT_EQ(first.title, "Attitude");
    EXPECT_EQ(first.day, today);
    EXPECT_EQ(first.trainer, "Trainer");
    EXPECT_EQ(first.state, SessionState::Attended);
    EXPECT_EQ(first.consequence, "20 yuan");
    EXPECT_NE(first.body.find("customer comes first"), std::string::npos);
    ASSERT_TRUE(view.next());
    EXPECT_EQ(view.next()->title, "Follow along");
    EXPECT_EQ(view.totals().held, 1);
    EXPECT_EQ(view.skills().size(), 2u);
}

TEST_F(OwnPage, AHandOutHasTheNameThatTheTextGivesItElseItsFiles) {
    auto files = coursePackage("4");
    files["sessions/d1-am.md"] = "---\nmaterials: [media/a.pdf, media/b.pdf]\n---\n\n# Attitude\n\nPrint the [sheet to fill](../media/a.pdf).\n";
    files["media/a.pdf"] = files["media/b.pdf"] = "%PDF";
    loadPackage(files, "4");
    const auto li = addTrainee("Li Na", addCohort("Mar-4", today, {}, "4"));
    TraineeView view(at(li), "en");
    view.load();
    const auto& handOuts = view.sessions().at(0).materials;
    ASSERT_EQ(handOuts.size(), 2U);
    EXPECT_EQ(handOuts[0].title, "sheet to fill");
    EXPECT_EQ(handOuts[1].title, "b.pdf");
}

TEST_F(OwnPage, ASessionThatIsOverWaitsForItsMark) {
    addMark(cohort, "d1-am", zhao, MarkKind::Present);
    time = TimeOfDay(12, 0);
    TraineeView view(at(wu), "en");
    view.load();
    EXPECT_TRUE(view.sessions()[0].unmarked) << "over since 11:30";
    EXPECT_FALSE(view.sessions()[1].unmarked) << "still to come";
    addMark(cohort, "d1-am", wu, MarkKind::Present);
    view.load();
    EXPECT_FALSE(view.sessions()[0].unmarked);
}

TEST_F(OwnPage, MentoringThatEndedIsToldFromNone) {
    TraineeView view(at(wu), "en");
    view.load();
    EXPECT_EQ(view.mentoringEnded(), std::nullopt);
    addPair(wu, chen, Date(2026, 3, 10));
    view.load();
    EXPECT_EQ(view.mentoringEnded(), std::nullopt);
    endPairing(at(supervisor), wu, "went live", today);
    view.load();
    EXPECT_EQ(view.mentorName(), "");
    EXPECT_EQ(view.mentoringEnded(), today);
}

TEST_F(OwnPage, OwedSessionsSayWhenTheyAreHeldAgain) {
    addMark(cohort, "d1-am", wu, MarkKind::Absent);
    TraineeView view(at(wu), "en");
    view.load();
    ASSERT_EQ(view.owed().size(), 1u);
    EXPECT_EQ(view.owed()[0]->makeUp, std::nullopt);
    addCohort("Mar-2", Date(2026, 3, 23));
    const auto later = addCohort("Mar-3", Date(2026, 3, 30));
    view.load();
    EXPECT_EQ(view.owed()[0]->makeUp, Date(2026, 3, 23));
    write({store::AttendanceStore::fact(store::Guest{session(later, "d1-am"), wu}, true)});
    view.load();
    EXPECT_EQ(view.owed()[0]->makeUp, Date(2026, 3, 30)); // where the trainee is expected
}

TEST_F(OwnPage, StepsAreThoseThatTheTraineeIsTold) {
    TraineeView view(at(wu), "en");
    view.load();
    EXPECT_TRUE(std::any_of(view.steps().begin(), view.steps().end(), [](const TraineeView::Step& one) {
        return ownSentence(one.step, one.subject, english()) == "your mentor is still to be named: ask your trainer";
    }));
}

TEST_F(OwnPage, SignsAndWritesProblems) {
    TraineeView view(at(wu), "en");
    view.load();
    EXPECT_TRUE(view.own());
    ASSERT_EQ(view.texts().size(), 1u);
    EXPECT_FALSE(view.texts()[0].done);
    view.acknowledge("rules/conduct.md");
    EXPECT_TRUE(view.texts()[0].done);
    EXPECT_EQ(view.texts()[0].day, today);
    view.writeProblem("what is a channel?");
    ASSERT_EQ(view.problems().size(), 1u);
    EXPECT_EQ(view.problems()[0].text, "what is a channel?");
}

TEST_F(OwnPage, ASignatureUnderAnOlderWordingSaysWhichVersionWasSigned) {
    acknowledge(at(wu), wu, "rules/conduct.md");
    loadPackage(coursePackage("2"), "2");
    const auto later = addCohort("Mar-2", Date(2026, 3, 17), {}, "2");
    write({store::CohortStore::fact(Member{cohort, wu, Date(2026, 3, 1), Date(2026, 3, 15), "moved"}),
           store::CohortStore::fact(Member{later, wu, Date(2026, 3, 15), std::nullopt, ""})});
    TraineeView view(at(wu), "en");
    view.load();
    ASSERT_EQ(view.texts().size(), 1u);
    EXPECT_FALSE(view.texts()[0].done) << "the wording has changed since";
    EXPECT_EQ(view.texts()[0].day, today);
    EXPECT_EQ(view.texts()[0].version, "1");
    view.acknowledge("rules/conduct.md");
    EXPECT_TRUE(view.texts()[0].done);
    EXPECT_EQ(view.texts()[0].version, "2");
}

TEST_F(OwnPage, IsNobodyElsesExceptForWhoLeadsOrTeaches) {
    TraineeView others(at(zhao), "en", wu);
    EXPECT_EQ(refusedBy([&] { others.load(); }), Rule::NotYourRight);
    TraineeView mentors(at(chen), "en", wu);
    EXPECT_EQ(refusedBy([&] { mentors.load(); }), Rule::NotYourRight);
    addPair(wu, chen, today);
    EXPECT_EQ(refusedBy([&] { mentors.load(); }), std::nullopt);
    EXPECT_FALSE(mentors.own());
    TraineeView trainers(at(trainer), "en", wu);
    EXPECT_EQ(refusedBy([&] { trainers.load(); }), std::nullopt);
}

TEST_F(OwnPage, OfSomebodyInNoCohortIsEmpty) {
    const auto fresh = addPerson("Fresh", {Role::Trainee});
    TraineeView view(at(fresh), "en");
    view.load();
    EXPECT_FALSE(view.enrolled());
    EXPECT_TRUE(traineeToDo(at(fresh), "en").empty());
}

TEST_F(OwnPage, TheTraineesListBeginsWithTheNextSession) {
    addMark(cohort, "d1-am", wu, MarkKind::Absent);
    time = TimeOfDay(12, 0);
    const auto list = traineeToDo(at(wu), "en");
    ASSERT_EQ(list.size(), 3u);
    EXPECT_EQ(list[0].kind, ToDoKind::NextSession);
    EXPECT_EQ(list[0].name, "Follow along");
    EXPECT_TRUE(list[0].due);
    EXPECT_EQ(list[1].kind, ToDoKind::OwedMakeUp);
    EXPECT_EQ(list[1].count, 0);
    EXPECT_EQ(list[2].kind, ToDoKind::AcknowledgeText);
}

TEST_F(OwnPage, TheMentorsListHasTodaysEntriesFirst) {
    addPair(wu, chen, Date(2026, 3, 12));
    addPair(zhao, chen, Date(2026, 3, 12));
    addEntry(zhao, chen, today, {"greeting"});
    writeProblem(at(wu), "why?", today);
    const auto list = mentorToDo(at(chen), "en");
    ASSERT_EQ(list.size(), 4u);
    EXPECT_EQ(list[0].kind, ToDoKind::WriteLog);
    EXPECT_EQ(list[0].name, "Wu Min");
    EXPECT_EQ(list[0].date, today);
    EXPECT_EQ(list[0].count, 2) << "days missing, as My trainees and the log count them: today's is not missing yet";
    EXPECT_EQ(list[1].name, "Zhao Lei");
    EXPECT_EQ(list[1].date, Date(2026, 3, 12));
    EXPECT_EQ(list[2].kind, ToDoKind::AnswerProblem);
    EXPECT_EQ(list[3].kind, ToDoKind::SignSkill);
    EXPECT_EQ(list[3].names, std::vector<std::string>{"Standard greeting"});
}

TEST_F(OwnPage, TheManagersListHasDecisionsFirst) {
    const auto done = addCohort("Mar-0", Date(2026, 3, 9), Date(2026, 3, 13));
    const auto late = addTrainee("Late One", done);
    addPair(late, chen, Date(2026, 3, 11));
    auto list = managerToDo(at(manager), "en");
    ASSERT_FALSE(list.empty());
    EXPECT_EQ(list[0].kind, ToDoKind::DecideGoLive); // the review day has passed
    EXPECT_EQ(list[0].name, "Late One");
    EXPECT_EQ(list[0].date, Date(2026, 3, 13));
    ASSERT_TRUE(find(list, ToDoKind::PairTrainees));
    EXPECT_EQ(find(list, ToDoKind::PairTrainees)->names, (std::vector<std::string>{"Wu Min", "Zhao Lei"}));
    ASSERT_TRUE(find(list, ToDoKind::MentorLoad));
    EXPECT_FALSE(find(list, ToDoKind::MentorLoad)->due);
    EXPECT_EQ(find(list, ToDoKind::MentorLoad)->count, 1);
    EXPECT_EQ(find(list, ToDoKind::MentorLoad)->of, 2);

    decide(at(manager), late, DecisionKind::Approve, "urgent", Date(2026, 3, 30));
    list = managerToDo(at(manager), "en");
    EXPECT_FALSE(find(list, ToDoKind::DecideGoLive));
    EXPECT_FALSE(find(list, ToDoKind::FactsChanged));
    addMark(done, "d1-am", late);
    list = managerToDo(at(manager), "en");
    ASSERT_TRUE(find(list, ToDoKind::FactsChanged));
    EXPECT_EQ(find(list, ToDoKind::FactsChanged)->subject, late.text());
}

TEST_F(OwnPage, TheManagersListIsNotForTraineesAndMentors) {
    for (const auto& who : {wu, chen})
        EXPECT_EQ(refusedBy([&] { (void)managerToDo(at(who), "en"); }), Rule::NotYourRight);
    EXPECT_EQ(refusedBy([&] { (void)managerToDo(at(supervisor), "en"); }), std::nullopt);
}

TEST_F(OwnPage, LeaveAskedForWaitsForTheManager) {
    write({store::PeopleStore::fact(
        Leave{LeaveId(freshId()), wu, Date(2026, 3, 19), Date(2026, 3, 19), LeaveState::Asked, "exam"})});
    const auto list = managerToDo(at(manager), "en");
    ASSERT_TRUE(find(list, ToDoKind::DecideLeave));
    EXPECT_EQ(find(list, ToDoKind::DecideLeave)->name, "Wu Min");
}

} // namespace
} // namespace fledgling::app::test
