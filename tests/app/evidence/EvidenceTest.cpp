#include "app/evidence/EvidenceView.h"

#include "../DeskFixture.h"
#include "app/courses/RefusalTitles.h"
#include "app/readiness/Readiness.h"
#include "app/training/TraineeView.h"

namespace fledgling::app::test {
namespace {

using namespace domain;

class EvidenceGiven : public DeskFixture {
protected:
    EvidenceGiven() {
        auto files = coursePackage("2", "  - {id: evidence, title: Evidence, measure: evidence_given, at_least: 100%}\n");
        files["sessions/d2-am.md"] = "---\ntitle: Software\nfilms: [media/tour.webm]\nexercises:\n  - {id: note, title: Write a note}\n---\n\nText.\n";
        files["media/tour.webm"] = "film";
        loadPackage(files, "2");
        cohort = addCohort("Mar", today.plusDays(-3), {}, "2");
        wu = addTrainee("Wu Min", cohort);
        zhao = addTrainee("Zhao Lei", cohort);
        mentor = addMentor("Chen Bo");
        addPair(wu, mentor, today);
    }
    ShadowSheet sheet() {
        ShadowSheet one;
        one.whom = mentor;
        one.chats = "two refunds";
        one.learnt = "listen first";
        one.question = "why so long?";
        return one;
    }
    Readiness ready() {
        const auto record = recordOf(at(manager), wu);
        return readinessOf(*record.course, factsOf(record, Calendar(), today));
    }
    EvidenceView::Line line(const PersonId& who, const std::string& session, EvidenceView::Kind kind) {
        EvidenceView view(at(who), "en");
        view.load();
        for (const auto& one : view.lines())
            if (one.trainee == wu && one.session == session && one.kind == kind) return one;
        ADD_FAILURE() << "no such line";
        return {};
    }
    CohortId cohort;
    PersonId wu, zhao, mentor;
};

TEST_F(EvidenceGiven, OfAFilmIsCalledByItsSessionsTitleOnTheOwnPage) {
    TraineeView view(at(wu), "en");
    view.load();
    for (const auto& session : view.sessions()) {
        if (session.courseSession != "d2-am") continue;
        ASSERT_FALSE(session.materials.empty());
        const auto& film = session.materials.back();
        EXPECT_TRUE(film.film);
        EXPECT_EQ(film.path, "media/tour.webm");
        EXPECT_EQ(film.title, "Software");
        EXPECT_EQ(session.lacks.front().title, "Software");
        return;
    }
    FAIL() << "no such half day";
}

TEST_F(EvidenceGiven, IsCountedMissingOnTheOwnPageAsOnItsPage) {
    const auto both = [&] {
        TraineeView own(at(wu), "en");
        own.load();
        EvidenceView evidence(at(wu), "en");
        evidence.load();
        int missing = 0, toConfirm = 0;
        for (const auto& one : own.sessions())
            missing += one.missing(), toConfirm += one.toConfirm();
        EXPECT_EQ(missing, evidence.missing());
        return std::pair(missing, toConfirm);
    };
    // Nobody was marked on the roll; d1 and d2 are past.
    EXPECT_EQ(both(), std::pair(4, 0)) << "two sheets, a film and an exercise";
    keepSheet(at(wu), "d1-pm", sheet(), "en");
    tickExercise(at(wu), "d2-am", "note", true);
    EXPECT_EQ(both(), std::pair(2, 1)) << "an exercise that was ticked waits for somebody else";
}

TEST_F(EvidenceGiven, MakesTheCriterionMet) {
    EXPECT_EQ(ready().cell("evidence")->have, 0);
    EXPECT_EQ(ready().cell("evidence")->total, 3) << "two shadowing half days and the one with film and exercise";
    keepSheet(at(wu), "d1-pm", sheet(), "en");
    keepSheet(at(wu), "d2-pm", sheet(), "en");
    Watched seen;
    seen.add(0, 45);
    watchFilm(at(wu), "media/tour.webm", 50, seen);
    tickExercise(at(wu), "d2-am", "note", true);
    EXPECT_EQ(ready().cell("evidence")->have, 2) << "nobody has seen the exercise yet";
    confirmExercise(at(mentor), wu, "d2-am", "note", "en");
    EXPECT_EQ(ready().cell("evidence")->state, CriterionState::Met);
}

TEST_F(EvidenceGiven, IsMissingInReadinessWhereItIsOnTheOwnPage) {
    const auto state = [&] { return ready().cell("evidence")->state; };
    keepSheet(at(wu), "d1-pm", sheet(), "en");
    EXPECT_EQ(ready().cell("evidence")->have, 1);
    EXPECT_EQ(state(), CriterionState::Missing) << "some is there, and what lacks should be, too";
    keepSheet(at(wu), "d2-pm", sheet(), "en");
    Watched seen;
    seen.add(0, 45);
    watchFilm(at(wu), "media/tour.webm", 50, seen);
    tickExercise(at(wu), "d2-am", "note", true);
    EXPECT_EQ(state(), CriterionState::Due) << "it waits for somebody else";
    EvidenceView own(at(wu), "en");
    own.load();
    EXPECT_EQ(own.missing(), 0);
    EXPECT_EQ(own.toConfirm(), 1);
    EXPECT_FALSE(own.complete());
    const auto later = addCohort("Apr", today.plusDays(3), {}, "2");
    const auto fresh = addTrainee("Sun Qi", later);
    const auto record = recordOf(at(manager), fresh);
    EXPECT_EQ(readinessOf(*record.course, factsOf(record, Calendar(), today)).cell("evidence")->state, CriterionState::Due)
        << "nothing of it can be there before the half days are held";
}

TEST_F(EvidenceGiven, WhatIsWatchedAddsUpAndJumpsDont) {
    Watched first, second;
    first.add(0, 20);
    second.add(30, 50);
    watchFilm(at(wu), "media/tour.webm", 50, first);
    watchFilm(at(wu), "media/tour.webm", 50, second);
    EXPECT_EQ(line(wu, "d2-am", EvidenceView::Kind::Film).film.watched.percentOf(50), 80);
    EXPECT_EQ(line(wu, "d2-am", EvidenceView::Kind::Film).title, "Software") << "a film is called as what it is shown in";
    EXPECT_FALSE(line(wu, "d2-am", EvidenceView::Kind::Film).complete) << "80 % of the 90 % wanted";
    EXPECT_EQ(watchFilm(at(wu), "media/tour.webm", 50, first), 0) << "seen before: nothing new to keep";
    EXPECT_EQ(refusedBy([&] { watchFilm(at(wu), "media/other.webm", 50, first); }), Rule::UnknownFilm);
}

TEST_F(EvidenceGiven, EachLineKnowsItsPlaceInTheBook) {
    keepSheet(at(wu), "d1-pm", sheet(), "en");
    tickExercise(at(wu), "d2-am", "note", true);
    Watched seen;
    seen.add(0, 20);
    watchFilm(at(wu), "media/tour.webm", 50, seen);
    EvidenceView view(at(wu), "en");
    view.load();
    std::set<std::string> kept;
    for (const auto& one : view.lines()) {
        const auto key = view.keyOf(one);
        if (!store::Book(m_database).historyOf(key.table, key.key).empty()) kept.insert(key.table + " " + one.session);
    }
    EXPECT_EQ(kept, (std::set<std::string>{"shadow_sheet d1-pm", "exercise d2-am", "film_watch d2-am"}));
}

TEST_F(EvidenceGiven, ASheetIsOnlyForShadowing) {
    EXPECT_EQ(refusedBy([&] { keepSheet(at(wu), "d1-am", sheet(), "en"); }), Rule::NotShadowing);
    auto own = sheet();
    own.whom = wu;
    EXPECT_EQ(refusedBy([&] { keepSheet(at(wu), "d1-pm", own, "en"); }), Rule::Unknown);
    EXPECT_EQ(refusedBy([&] { keepSheet(at(trainer), "d1-pm", sheet(), "en"); }), Rule::NotYourRight);
    keepSheet(at(wu), "d1-pm", sheet(), "en");
    EXPECT_EQ(keepSheet(at(wu), "d1-pm", sheet(), "en"), 0) << "the same again";
    EXPECT_EQ(line(mentor, "d1-pm", EvidenceView::Kind::Sheet).whom, "Chen Bo");
}

TEST_F(EvidenceGiven, ConfirmingIsForWhoSawIt) {
    EXPECT_EQ(refusedBy([&] { confirmExercise(at(mentor), wu, "d2-am", "note", "en"); }), Rule::NotTicked);
    tickExercise(at(wu), "d2-am", "note", true);
    EXPECT_TRUE(line(mentor, "d2-am", EvidenceView::Kind::Exercise).toConfirm);
    const auto other = addMentor("Wang Qian");
    EXPECT_EQ(refusedBy([&] { confirmExercise(at(other), wu, "d2-am", "note", "en"); }), Rule::NotTheMentor);
    EXPECT_EQ(refusedBy([&] { confirmExercise(at(wu), wu, "d2-am", "note", "en"); }), Rule::NotYourRight);
    confirmExercise(at(trainer), wu, "d2-am", "note", "en");
    EXPECT_EQ(tickExercise(at(wu), "d2-am", "note", false), 0) << "what somebody saw stays";
    EXPECT_EQ(refusedBy([&] { tickExercise(at(wu), "d2-am", "other", true); }), Rule::UnknownExercise);
}

TEST_F(EvidenceGiven, NothingIsTickedBeforeTheDayOfItsSession) {
    today = today.plusDays(-3); // the first day of two: the exercise is tomorrow's
    EXPECT_EQ(refusedBy([&] { tickExercise(at(wu), "d2-am", "note", true); }), Rule::EvidenceTooEarly);
    EXPECT_EQ(refusedBy([&] { keepSheet(at(wu), "d2-pm", sheet(), "en"); }), Rule::EvidenceTooEarly);
    EXPECT_TRUE(line(wu, "d2-am", EvidenceView::Kind::Exercise).early);
    EXPECT_FALSE(line(wu, "d1-pm", EvidenceView::Kind::Sheet).early) << "today's";
    try {
        tickExercise(at(wu), "d2-am", "note", true);
        FAIL() << "taken too early";
    } catch (const Refused& refused) {
        EXPECT_EQ(sentence(at(wu), refused, "en", english()),
                  "Software is only held on " + longDate(today.plusDays(1), english()) +
                      ": its sheet is written and its exercises are ticked from that day on.");
    }
    today = today.plusDays(1);
    EXPECT_GT(tickExercise(at(wu), "d2-am", "note", true), 0);
}

TEST_F(EvidenceGiven, AttendedWithoutItIsAThingToDo) {
    EXPECT_TRUE(evidenceToDo(at(wu), Role::Trainee, "en").empty()) << "nothing was held";
    Desk& roll = at(trainer);
    markRestPresent(roll, session(cohort, "d1-pm"));
    const auto list = evidenceToDo(at(wu), Role::Trainee, "en");
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].subject, "d1-pm");
    keepSheet(at(wu), "d1-pm", sheet(), "en");
    EXPECT_TRUE(evidenceToDo(at(wu), Role::Trainee, "en").empty());
    tickExercise(at(wu), "d2-am", "note", true);
    ASSERT_EQ(evidenceToDo(at(mentor), Role::Mentor, "en").size(), 1U);
    EXPECT_EQ(evidenceToDo(at(mentor), Role::Mentor, "en")[0].kind, ToDoKind::ConfirmExercises);
    EXPECT_TRUE(evidenceToDo(at(trainer), Role::Trainer, "en").empty()) << "the mentor sees to it";
}

TEST_F(EvidenceGiven, AHalfDayThatIsOverLacksItsSheetThoughNobodyMarkedIt) {
    EvidenceView view(at(mentor), "en");
    view.load();
    const auto sheetLine = line(mentor, "d1-pm", EvidenceView::Kind::Sheet);
    ASSERT_TRUE(sheetLine.day && *sheetLine.day < today);
    EXPECT_TRUE(sheetLine.over);
    EXPECT_FALSE(sheetLine.attended);
    const int before = view.missing();
    EXPECT_GT(before, 0);
    keepSheet(at(wu), "d1-pm", sheet(), "en");
    view.load();
    EXPECT_EQ(view.missing(), before - 1);
}

TEST_F(EvidenceGiven, OthersSeeTheirTraineesOnly) {
    EvidenceView view(at(mentor), "en");
    view.load();
    for (const auto& one : view.lines())
        EXPECT_EQ(one.trainee, wu);
    EvidenceView all(at(trainer), "en");
    all.load();
    EXPECT_EQ(all.lines().size(), 8U) << "two trainees, four things each";
}

} // namespace
} // namespace fledgling::app::test
