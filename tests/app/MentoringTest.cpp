#include "app/mentoring/Mentoring.h"

#include "DeskFixture.h"
#include "app/mentoring/LogView.h"
#include "app/mentoring/MyTrainees.h"
#include "app/mentoring/Problems.h"
#include "app/pairing/Pairing.h"
#include "store/Conflict.h"

namespace fledgling::app::test {
namespace {

using namespace domain;

class MentorsDay : public DeskFixture {
protected:
    MentorsDay() {
        cohort = addCohort("Mar-1", Date(2026, 3, 10));
        wu = addTrainee("Wu Min", cohort);
        chen = addMentor("Chen Bo");
        lin = addMentor("Lin Yue");
        addPair(wu, chen, Date(2026, 3, 12));
    }
    LogEntry entry(Date day, std::vector<std::string> skills = {"greeting"},
                   SkillLevel how = SkillLevel::Helped) {
        LogEntry one;
        one.trainee = wu;
        one.day = day;
        one.practised = std::move(skills);
        one.how = how;
        return one;
    }
    std::vector<LogEntry> entries() { return store::MentoringStore(m_database).entriesOf(wu); }
    SkillLevel level(const std::string& skill) {
        for (const auto& sign : store::MentoringStore(m_database).skillsOf(wu))
            if (sign.skill == skill) return sign.level;
        return SkillLevel::None;
    }
    CohortId cohort;
    PersonId wu, chen, lin;
};

TEST_F(MentorsDay, TheMentorKeepsALogEntry) {
    keepLog(at(chen), entry(today));
    ASSERT_EQ(entries().size(), 1u);
    EXPECT_EQ(entries()[0].mentor, chen);
    EXPECT_EQ(entries()[0].practised, std::vector<std::string>{"greeting"});
}

TEST_F(MentorsDay, OnlyTheCurrentMentorLogs) {
    EXPECT_EQ(refusedBy([&] { keepLog(at(lin), entry(today)); }), Rule::NotTheMentor);
    EXPECT_EQ(refusedBy([&] { keepLog(at(manager), entry(today)); }), Rule::NotYourRight);
    handOver(at(supervisor), wu, lin, "note", today);
    EXPECT_EQ(refusedBy([&] { keepLog(at(chen), entry(today)); }), Rule::NotTheMentor);
    EXPECT_EQ(refusedBy([&] { keepLog(at(lin), entry(today)); }), std::nullopt);
    endPairing(at(supervisor), wu, "gone", today);
    EXPECT_EQ(refusedBy([&] { keepLog(at(lin), entry(today)); }), Rule::NotPaired);
}

TEST_F(MentorsDay, WhatIsSaidAtAHandOverReachesTheNextMentor) {
    handOver(at(supervisor), wu, lin, "slow with refunds", today);
    LogView view(at(lin), "en");
    view.show(wu);
    EXPECT_EQ(view.told(), "slow with refunds");
    MyTrainees mine(at(lin), "en");
    mine.load();
    ASSERT_NE(mine.row(wu), nullptr);
    EXPECT_EQ(mine.row(wu)->told, "slow with refunds");
    keepLog(at(lin), entry(today));
    view.load();
    EXPECT_TRUE(view.told().empty()) << "who has begun knows";
}

TEST_F(MentorsDay, DaysWithAnEarlierMentorCountAfterAHandOver) {
    keepLog(at(chen), entry(Date(2026, 3, 13)));
    handOver(at(supervisor), wu, lin, "note", today);
    LogView view(at(lin), "en");
    view.show(wu);
    EXPECT_EQ(view.day(), 2) << "one was logged before, and today is the next";
    MyTrainees mine(at(lin), "en");
    mine.load();
    EXPECT_EQ(mine.row(wu)->day, view.day());
}

TEST_F(MentorsDay, AnEntryThatSaysNothingOrComesTooEarlyIsRefused) {
    EXPECT_EQ(refusedBy([&] { keepLog(at(chen), entry(today, {}, SkillLevel::None)); }), Rule::LogEmpty);
    EXPECT_EQ(refusedBy([&] { keepLog(at(chen), entry(today.plusDays(1))); }), Rule::LogInFuture);
    EXPECT_EQ(refusedBy([&] { keepLog(at(chen), entry(today, {"juggling"})); }), Rule::UnknownSkill);
    EXPECT_TRUE(entries().empty());
}

TEST_F(MentorsDay, TheSameEntryAgainWritesNothing) {
    auto one = entry(today);
    one.id = LogId(freshId());
    EXPECT_NE(keepLog(at(chen), one), 0);
    EXPECT_EQ(keepLog(at(chen), one), 0);
    one.next = "closing";
    EXPECT_THROW(keepLog(at(chen), one), store::Conflict); // another text under that id is a correction
}

TEST_F(MentorsDay, ACorrectionIsOnesOwnAndHasAReason) {
    keepLog(at(chen), entry(today));
    auto one = entries()[0];
    one.next = "closing";
    EXPECT_EQ(refusedBy([&] { correctLog(at(chen), one, ""); }), Rule::ReasonNeeded);
    EXPECT_EQ(refusedBy([&] { correctLog(at(lin), one, "typo"); }), Rule::NotTheMentor);
    correctLog(at(chen), one, "typo");
    EXPECT_EQ(entries()[0].next, "closing");
    EXPECT_EQ(correctLog(at(chen), one, "typo"), 0);
    EXPECT_EQ(store::Book(m_database).historyOf("log_entry", {one.id.text()}).size(), 2u);
}

TEST_F(MentorsDay, ACorrectionOfAnEntryThatHasChangedIsAConflict) {
    const auto seen = keepLog(at(chen), entry(today));
    auto one = entries()[0];
    one.next = "first";
    correctLog(at(chen), one, "typo");
    one.next = "second";
    EXPECT_THROW(correctLog(at(chen), one, "typo", seen), store::Conflict);
}

TEST_F(MentorsDay, ALevelRisesOnlyOnALogEntry) {
    EXPECT_EQ(refusedBy([&] { signSkill(at(chen), wu, "greeting", SkillLevel::Shown); }),
              Rule::EvidenceNeeded);
    keepLog(at(chen), entry(today));
    EXPECT_EQ(refusedBy([&] { signSkill(at(chen), wu, "greeting", SkillLevel::Alone); }),
              Rule::EvidenceNeeded);
    signSkill(at(chen), wu, "greeting", SkillLevel::Helped);
    EXPECT_EQ(level("greeting"), SkillLevel::Helped);
    EXPECT_EQ(refusedBy([&] { signSkill(at(chen), wu, "greeting", SkillLevel::Helped); }),
              Rule::LevelOutOfOrder);
    EXPECT_EQ(refusedBy([&] { signSkill(at(chen), wu, "greeting", SkillLevel::Shown); }),
              Rule::LevelOutOfOrder);
}

TEST_F(MentorsDay, OnlyTheMentorSignsOff) {
    keepLog(at(chen), entry(today));
    EXPECT_EQ(refusedBy([&] { signSkill(at(lin), wu, "greeting", SkillLevel::Shown); }), Rule::NotTheMentor);
    EXPECT_EQ(refusedBy([&] { signSkill(at(manager), wu, "greeting", SkillLevel::Shown); }),
              Rule::NotYourRight);
    EXPECT_EQ(refusedBy([&] { signSkill(at(wu), wu, "greeting", SkillLevel::Shown); }), Rule::NotYourRight);
    EXPECT_EQ(level("greeting"), SkillLevel::None);
}

TEST_F(MentorsDay, ASkillOfAnotherPostIsNotSigned) {
    keepLog(at(chen), entry(today, {"evidence"}));
    EXPECT_EQ(refusedBy([&] { signSkill(at(chen), wu, "evidence", SkillLevel::Shown); }), Rule::UnknownSkill);
}

TEST_F(MentorsDay, TakingALevelBackNeedsAReason) {
    keepLog(at(chen), entry(today));
    signSkill(at(chen), wu, "greeting", SkillLevel::Helped);
    EXPECT_EQ(refusedBy([&] { takeBackSkill(at(chen), wu, "greeting", SkillLevel::Shown, " "); }),
              Rule::ReasonNeeded);
    EXPECT_EQ(refusedBy([&] { takeBackSkill(at(chen), wu, "greeting", SkillLevel::Alone, "why"); }),
              Rule::LevelOutOfOrder);
    takeBackSkill(at(chen), wu, "greeting", SkillLevel::None, "forgot the greeting twice");
    EXPECT_EQ(level("greeting"), SkillLevel::None);
}

TEST_F(MentorsDay, AnEntryThatProvesASignedLevelKeepsProvingIt) {
    keepLog(at(chen), entry(today));
    signSkill(at(chen), wu, "greeting", SkillLevel::Helped);
    auto one = entries()[0];
    one.practised = {"closing"};
    EXPECT_EQ(refusedBy([&] { correctLog(at(chen), one, "mixed up"); }), Rule::EvidenceNeeded);
    takeBackSkill(at(chen), wu, "greeting", SkillLevel::None, "mixed up");
    EXPECT_EQ(refusedBy([&] { correctLog(at(chen), one, "mixed up"); }), std::nullopt);
}

TEST_F(MentorsDay, ATraineeSignsForTheRulesOnce) {
    acknowledge(at(wu), wu, "rules/conduct.md");
    const auto signed1 = store::MentoringStore(m_database).acknowledgementsOf(std::set{wu});
    ASSERT_EQ(signed1.size(), 1u);
    EXPECT_EQ(signed1[0].version, "1");
    EXPECT_EQ(signed1[0].day, today);
    EXPECT_EQ(signed1[0].digest.size(), 64u);
    EXPECT_EQ(refusedBy([&] { acknowledge(at(wu), wu, "rules/conduct.md"); }), Rule::AlreadyAcknowledged);
}

TEST_F(MentorsDay, NobodySignsForSomebodyElseButTheTrainerWithThePaper) {
    const auto zhao = addTrainee("Zhao Lei", cohort);
    EXPECT_EQ(refusedBy([&] { acknowledge(at(zhao), wu, "rules/conduct.md"); }), Rule::NotYourRight);
    EXPECT_EQ(refusedBy([&] { acknowledge(at(chen), wu, "rules/conduct.md"); }), Rule::NotYourRight);
    EXPECT_EQ(refusedBy([&] { acknowledge(at(trainer), wu, "rules/other.md"); }), Rule::Unknown);
    EXPECT_EQ(refusedBy([&] { acknowledge(at(trainer), wu, "rules/conduct.md"); }), std::nullopt);
}

TEST_F(MentorsDay, ASignatureUnderAnotherWordingIsDueAgain) {
    acknowledge(at(wu), wu, "rules/conduct.md");
    loadPackage(coursePackage("2"), "2");
    const auto later = addCohort("Mar-2", Date(2026, 3, 17), {}, "2");
    write({store::CohortStore::fact(Member{cohort, wu, Date(2026, 3, 1), Date(2026, 3, 15), "moved"}),
           store::CohortStore::fact(Member{later, wu, Date(2026, 3, 15), std::nullopt, ""})});
    EXPECT_EQ(refusedBy([&] { acknowledge(at(wu), wu, "rules/conduct.md"); }), std::nullopt);
}

TEST_F(MentorsDay, AProblemIsWrittenByItsOwnerAndAnsweredByTheMentor) {
    writeProblem(at(wu), "customer asked for the supplier", today);
    const auto problems = store::MentoringStore(m_database).problemsOf(wu);
    ASSERT_EQ(problems.size(), 1u);
    const auto id = problems[0].id;
    EXPECT_EQ(refusedBy([&] { answerProblem(at(lin), id, "never say"); }), Rule::NotTheMentor);
    EXPECT_EQ(refusedBy([&] { answerProblem(at(wu), id, "never say"); }), Rule::NotYourRight);
    EXPECT_EQ(refusedBy([&] { answerProblem(at(chen), id, " "); }), Rule::NothingWritten);
    const auto first = answerProblem(at(chen), id, "never say");
    EXPECT_EQ(answerProblem(at(chen), id, "never say"), 0);
    answerProblem(at(manager), id, "never, see rule 4");
    EXPECT_EQ(store::MentoringStore(m_database).problem(id)->answeredBy, manager);
    EXPECT_THROW(answerProblem(at(chen), id, "hm", first), store::Conflict);
}

TEST_F(MentorsDay, AProblemSaysSomethingAndNotOfTomorrow) {
    EXPECT_EQ(refusedBy([&] { writeProblem(at(wu), "  ", today); }), Rule::NothingWritten);
    EXPECT_EQ(refusedBy([&] { writeProblem(at(wu), "x", today.plusDays(1)); }), Rule::LogInFuture);
    EXPECT_EQ(refusedBy([&] { writeProblem(at(trainer), "x", today); }), Rule::NotYourRight);
}

TEST_F(MentorsDay, MyTraineesSayWhatIsDue) {
    keepLog(at(chen), entry(Date(2026, 3, 13), {"greeting", "closing"}, SkillLevel::Alone));
    writeProblem(at(wu), "why?", today);
    MyTrainees view(at(chen), "en");
    view.load();
    ASSERT_EQ(view.rows().size(), 1u);
    const auto& row = view.rows()[0];
    EXPECT_EQ(row.day, 3); // Thursday 12, Friday 13, Monday 16
    EXPECT_EQ(row.days, 3);
    EXPECT_EQ(row.logged, 1);
    EXPECT_TRUE(row.logDue);
    EXPECT_EQ(row.missing, std::vector<Date>{Date(2026, 3, 12)});
    ASSERT_EQ(row.signable.size(), 2u);
    EXPECT_EQ(row.signable[0].proven, SkillLevel::Alone);
    EXPECT_EQ(row.signable[1].proven, SkillLevel::Helped); // no more than the post needs
    EXPECT_EQ(row.problems, 1);
    EXPECT_EQ(row.unsignedTexts, std::vector<std::string>{"Conduct"});
    EXPECT_EQ(row.due(), 1 + 1 + 2 + 1);
    EXPECT_EQ(view.logsDue(), 1);
}

TEST_F(MentorsDay, NoEntryIsDueOnAFreeDayOrWhileAway) {
    keepLog(at(chen), entry(Date(2026, 3, 12)));
    keepLog(at(chen), entry(Date(2026, 3, 13)));
    addLeave(wu, today, today);
    MyTrainees view(at(chen), "en");
    view.load();
    EXPECT_FALSE(view.rows()[0].logDue);
    EXPECT_TRUE(view.rows()[0].missing.empty());
    today = Date(2026, 3, 21); // Saturday
    view.load();
    EXPECT_FALSE(view.rows()[0].logDue);
    EXPECT_EQ(view.rows()[0].missing.size(), 4u); // Tuesday to Friday
}

TEST_F(MentorsDay, AMentorSeesTheOwnTraineesOnly) {
    MyTrainees others(at(lin), "en", chen);
    EXPECT_EQ(refusedBy([&] { others.load(); }), Rule::NotYourRight);
    MyTrainees asManager(at(manager), "en", chen);
    asManager.load();
    EXPECT_EQ(asManager.rows().size(), 1u);
    LogView log(at(lin), "en");
    EXPECT_EQ(refusedBy([&] { log.show(wu); }), Rule::NotYourRight);
}

TEST_F(MentorsDay, TheLogPageKeepsADraftAndSigns) {
    LogView view(at(chen), "en");
    view.show({});
    EXPECT_EQ(view.name(), "Wu Min");
    EXPECT_TRUE(view.canWrite());
    EXPECT_EQ(view.day(), 3);
    EXPECT_EQ(view.missing().size(), 2u);
    view.draft().practised = {"greeting"};
    view.draft().how = SkillLevel::Alone;
    view.draft().wentWell = "calm";
    EXPECT_NE(view.keep(), 0);
    EXPECT_TRUE(view.draft().practised.empty());
    EXPECT_FALSE(view.logDue());
    ASSERT_EQ(view.entries().size(), 1u);
    EXPECT_EQ(view.entries()[0].by, "Chen Bo");
    EXPECT_EQ(view.entries()[0].practised, std::vector<std::string>{"Standard greeting"});
    ASSERT_EQ(view.skills().size(), 2u); // the third is for complaint handlers
    EXPECT_TRUE(view.skills()[0].signable());
    view.sign("greeting", SkillLevel::Alone);
    EXPECT_TRUE(view.skills()[0].done());
    EXPECT_EQ(view.skills()[0].signedBy, "Chen Bo");
    EXPECT_EQ(view.skills()[0].signedOn, today);
    view.takeBack("greeting", SkillLevel::Helped, "too early");
    EXPECT_EQ(view.skills()[0].level, SkillLevel::Helped);
    EXPECT_EQ(view.skills()[0].reason, "too early");
}

TEST_F(MentorsDay, ALevelTakenBackIsWhatStoodBefore) {
    keepLog(at(chen), entry(today, {"greeting"}, SkillLevel::Alone));
    LogView view(at(chen), "en");
    view.show(wu);
    view.sign("greeting", SkillLevel::Shown);
    EXPECT_EQ(view.skills()[0].before, SkillLevel::None);
    view.sign("greeting", SkillLevel::Alone);
    EXPECT_EQ(view.skills()[0].before, SkillLevel::Shown); // never helped
    view.takeBack("greeting", view.skills()[0].before, "with the card only");
    EXPECT_EQ(view.skills()[0].level, SkillLevel::Shown);
    EXPECT_EQ(view.skills()[0].before, SkillLevel::None);
}

TEST_F(MentorsDay, ALevelBackByUndoIsAsOldAsItWas) {
    const auto before = today;
    keepLog(at(chen), entry(today));
    signSkill(at(chen), wu, "greeting", SkillLevel::Shown);
    today = today.plusDays(1);
    keepLog(at(chen), entry(today));
    signSkill(at(chen), wu, "greeting", SkillLevel::Helped);
    undoChange(at(manager), at(chen).undo.done.back(), "the wrong person");
    LogView view(at(chen), "en");
    view.show(wu);
    EXPECT_EQ(view.skills()[0].level, SkillLevel::Shown);
    EXPECT_EQ(view.skills()[0].signedOn, before);
    EXPECT_EQ(view.skills()[0].signedBy, "Chen Bo") << "whoever took the later one back signed nothing";
    signSkill(at(chen), wu, "greeting", SkillLevel::Helped);
    undo(at(chen));
    view.show(wu);
    EXPECT_EQ(view.skills()[0].signedOn, before) << "also where an undo stood before";
}

TEST_F(MentorsDay, TheLogPageCorrectsAndFillsMissingDays) {
    LogView view(at(chen), "en");
    view.show(wu);
    view.draftFor(view.missing().front());
    view.draft().wentWell = "good start";
    view.keep();
    EXPECT_EQ(view.missing().size(), 1u);
    view.beginCorrection(view.entries()[0].entry.id);
    EXPECT_TRUE(view.correcting());
    view.draft().wentWell = "very good start";
    EXPECT_EQ(refusedBy([&] { view.keep(); }), Rule::ReasonNeeded);
    EXPECT_TRUE(view.correcting()); // what was typed isn't lost
    view.keep("typo");
    EXPECT_FALSE(view.correcting());
    EXPECT_EQ(view.entries()[0].entry.wentWell, "very good start");
}

TEST_F(MentorsDay, TheLogPageShowsProblemsAndSignatures) {
    writeProblem(at(wu), "why?", today);
    acknowledge(at(wu), wu, "rules/conduct.md");
    LogView view(at(chen), "en");
    view.show(wu);
    ASSERT_EQ(view.problems().size(), 1u);
    view.answer(view.problems()[0].id, "because");
    EXPECT_EQ(view.problems()[0].answeredBy, "Chen Bo");
    ASSERT_EQ(view.signatures().size(), 1u);
    EXPECT_TRUE(view.signatures()[0].done);
    EXPECT_EQ(view.signatures()[0].version, "1");
    EXPECT_EQ(view.signatures()[0].day, today);
    ASSERT_EQ(view.mentors().size(), 1u);
    EXPECT_EQ(view.mentors()[0].mentorName, "Chen Bo");
}

TEST_F(MentorsDay, APastMomentIsReadOnly) {
    keepLog(at(chen), entry(today));
    auto past = at(chen);
    past.asOf = last() - 1;
    EXPECT_EQ(refusedBy([&] { keepLog(past, entry(today)); }), Rule::PastIsReadOnly);
    LogView view(past, "en");
    view.show(wu);
    EXPECT_FALSE(view.canWrite());
    EXPECT_TRUE(view.entries().empty());
}

} // namespace
} // namespace fledgling::app::test
