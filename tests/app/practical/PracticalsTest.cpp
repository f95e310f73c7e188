#include "app/practical/PracticalView.h"

#include "../DeskFixture.h"
#include "app/assessment/Results.h"
#include "app/assessment/ResultsView.h"
#include "app/mentors/MentorToDo.h"
#include "app/practical/PracticalToDo.h"

namespace fledgling::app::test {
namespace {

using namespace domain;

const char* CHECK = "  - {id: desk, kind: practical, title: Desk check, pass: 50%, attempts: 2, scale: [not yet, pass], critical: "
                    "[safe], items: [{id: greet, title: Greeting}, {id: safe, title: Secrets kept}]}\n";

class Practicals : public DeskFixture {
protected:
    Practicals() {
        auto files = coursePackage("2", "  - {id: desk, title: Desk, measure: assessment_passed, assessment: desk}\n");
        auto& course = files.at("course.yaml");
        const auto from = course.find("  - {id: desk, kind");
        course.replace(from, course.find('\n', from) + 1 - from, CHECK);
        loadPackage(files, "2");
        cohort = addCohort("Mar", today, {}, "2");
        wu = addTrainee("Wu Min", cohort);
        zhao = addTrainee("Zhao Lei", cohort);
        mentor = addMentor("Chen Bo");
        addPair(wu, mentor, today);
    }
    void mark(const PersonId& who, int greet, int safe) {
        markItem(at(who), wu, "desk", "greet", {greet, "seen"});
        markItem(at(who), wu, "desk", "safe", {safe, "seen"});
    }
    void handedOn(int greet, int safe) {
        mark(mentor, greet, safe);
        handOn(at(mentor), wu, "desk", "en");
    }
    std::vector<Attempt> attempts() { return recordOf(at(manager), wu).attemptsAt("desk"); }
    PracticalView::Row row(const PersonId& who) {
        PracticalView view(at(who), "en");
        view.load(cohort);
        return *view.row(wu);
    }
    CohortId cohort;
    PersonId wu, zhao, mentor;
};

TEST_F(Practicals, TwoPeopleMakeAResult) {
    handedOn(1, 1);
    EXPECT_TRUE(attempts().empty()) << "nothing stands before the second person agrees";
    EXPECT_EQ(refusedBy([&] { confirmPractical(at(mentor), wu, "desk"); }), Rule::NotYourRight);
    confirmPractical(at(trainer), wu, "desk", "well done");
    ASSERT_EQ(attempts().size(), 1U);
    EXPECT_TRUE(attempts()[0].passed);
    EXPECT_EQ(attempts()[0].note, "well done");
    EXPECT_EQ(row(manager).marker, "Chen Bo");
    EXPECT_EQ(row(manager).decider, "Trainer");
}

TEST_F(Practicals, WhoMarkedDoesntConfirm) {
    mark(trainer, 1, 1);
    handOn(at(trainer), wu, "desk", "en");
    EXPECT_EQ(refusedBy([&] { confirmPractical(at(trainer), wu, "desk"); }), Rule::OwnMarking);
    EXPECT_EQ(refusedBy([&] { sendBack(at(trainer), wu, "desk", "x"); }), Rule::OwnMarking);
    EXPECT_GT(confirmPractical(at(supervisor), wu, "desk"), 0);
}

TEST_F(Practicals, ACheckThatWaitsToBeConfirmedIsAnAttemptOnTheAssessPageToo) {
    ResultsView view(at(trainer), "en");
    const auto begun = [&] {
        view.load(cohort);
        EXPECT_EQ(view.row(wu)->used(0), 1);
        return view.row(wu)->begun.at(0).at(1);
    };
    mark(mentor, 1, 1);
    EXPECT_EQ(begun(), BegunState::BeingMarked);
    handOn(at(mentor), wu, "desk", "en");
    EXPECT_EQ(begun(), BegunState::ToConfirm);
    confirmPractical(at(trainer), wu, "desk");
    view.load(cohort);
    EXPECT_TRUE(view.row(wu)->begun[0].empty());
    EXPECT_EQ(view.row(wu)->used(0), 1);
}

TEST_F(Practicals, OneCriticalNotYetFailsTheWhole) {
    handedOn(1, 0);
    confirmPractical(at(trainer), wu, "desk");
    ASSERT_EQ(attempts().size(), 1U);
    EXPECT_FALSE(attempts()[0].passed);
    EXPECT_EQ(row(manager).outcome.critical, (std::vector<std::string>{"safe"}));
}

TEST_F(Practicals, SentBackItIsCompletedAndHandedOnAgain) {
    handedOn(1, 0);
    EXPECT_EQ(refusedBy([&] { markItem(at(mentor), wu, "desk", "safe", {1, ""}); }), Rule::SheetHandedOn);
    EXPECT_EQ(refusedBy([&] { sendBack(at(trainer), wu, "desk", " "); }), Rule::ReasonNeeded);
    sendBack(at(trainer), wu, "desk", "which secret?");
    EXPECT_EQ(row(mentor).sheet->sheet.note, "which secret?");
    const auto todo = practicalToDo(at(mentor), Role::Mentor);
    ASSERT_EQ(todo.size(), 1U);
    EXPECT_EQ(todo[0].kind, ToDoKind::MendPractical);
    markItem(at(mentor), wu, "desk", "safe", {0, "named the supplier"});
    handOn(at(mentor), wu, "desk", "en");
    EXPECT_TRUE(practicalToDo(at(mentor), Role::Mentor).empty());
    EXPECT_EQ(practicalToDo(at(trainer), Role::Trainer).size(), 1U);
    confirmPractical(at(trainer), wu, "desk");
    EXPECT_EQ(attempts().size(), 1U);
}

TEST_F(Practicals, AMentorMarksOnlyThoseHeLeads) {
    EXPECT_EQ(refusedBy([&] { markItem(at(mentor), zhao, "desk", "safe", {1, ""}); }), Rule::NotPaired);
    const auto other = addMentor("Other");
    EXPECT_EQ(refusedBy([&] { markItem(at(other), wu, "desk", "safe", {1, ""}); }), Rule::NotTheMentor);
    mark(mentor, 1, 1);
    EXPECT_EQ(refusedBy([&] { markItem(at(trainer), wu, "desk", "safe", {0, ""}); }), Rule::NotTheMarker);
}

TEST_F(Practicals, NotYetWithoutWhatIsMissingIsNotKept) {
    EXPECT_EQ(refusedBy([&] { markItem(at(mentor), wu, "desk", "safe", {0, {}}); }), Rule::EvidenceMissing);
    EXPECT_FALSE(row(mentor).sheet) << "nothing was begun either";
    markItem(at(mentor), wu, "desk", "safe", {0, "named the supplier"});
    markItem(at(mentor), wu, "desk", "safe", {1, {}});
    EXPECT_EQ(*row(mentor).mark("safe"), (ItemMark{1, ""})) << "what was missing is missing no more";
    EXPECT_EQ(markItem(at(mentor), wu, "desk", "safe", {1, {}}), 0);
}

TEST_F(Practicals, ThePageBeginsWhereACheckWaitsForThisPerson) {
    const auto elsewhere = addCohort("Apr", today, {}, "2");
    const auto opened = [&](const PersonId& who, const CohortId& last) {
        PracticalView view(at(who), "en");
        const auto waiting = view.loadWaiting(last);
        return std::pair(waiting, view.cohort());
    };
    EXPECT_EQ(opened(trainer, elsewhere), std::pair(std::optional<PersonId>(), std::optional(elsewhere)));
    handedOn(1, 1);
    EXPECT_EQ(opened(trainer, elsewhere), std::pair(std::optional(wu), std::optional(cohort)));
    const auto li = addTrainee("Li", elsewhere);
    addPair(li, mentor, today);
    markItem(at(mentor), li, "desk", "greet", {1, {}});
    markItem(at(mentor), li, "desk", "safe", {1, {}});
    handOn(at(mentor), li, "desk", "en");
    EXPECT_EQ(opened(trainer, elsewhere), std::pair(std::optional(li), std::optional(elsewhere)))
        << "where one works already comes first";
    EXPECT_EQ(opened(mentor, elsewhere).first, std::nullopt);
}

TEST_F(Practicals, WithNothingSentBackThePageBeginsAtWhatIsBeingMarked) {
    addPair(zhao, mentor, today);
    const auto opened = [&] {
        PracticalView view(at(mentor), "en");
        return view.loadWaiting({});
    };
    EXPECT_EQ(opened(), std::optional(wu)) << "to begin, the first by name";
    markItem(at(mentor), zhao, "desk", "greet", {1, {}});
    EXPECT_EQ(opened(), std::optional(zhao));
}

TEST_F(Practicals, WhoTakesTheTraineeOverTakesTheSheetOver) {
    mark(mentor, 1, 1);
    const auto other = addMentor("Other");
    addPair(wu, other, today);
    markItem(at(other), wu, "desk", "greet", {0, "too late"});
    handOn(at(other), wu, "desk", "en");
    EXPECT_EQ(row(manager).marker, "Other");
    EXPECT_EQ(row(manager).sheet->sheet.marks.at("safe").step, 1) << "what was seen before stays";
}

TEST_F(Practicals, AttemptsAreCountedWithThoseUnderWay) {
    handedOn(0, 0);
    confirmPractical(at(trainer), wu, "desk");
    mark(mentor, 0, 1);
    EXPECT_EQ(refusedBy([&] { enterResult(at(trainer), {wu, "desk", 100, {}, {}}); }), Rule::SheetOpen);
    handOn(at(mentor), wu, "desk", "en");
    confirmPractical(at(trainer), wu, "desk");
    ASSERT_EQ(attempts().size(), 2U);
    EXPECT_TRUE(attempts()[1].passed) << "one of two items is enough, and the critical one is there";
    EXPECT_EQ(refusedBy([&] { markItem(at(mentor), wu, "desk", "greet", {1, ""}); }), Rule::AlreadyPassed);
}

TEST_F(Practicals, AConfirmedResultIsSentBackNotCorrected) {
    handedOn(1, 1);
    confirmPractical(at(trainer), wu, "desk");
    EXPECT_EQ(refusedBy([&] { correctResult(at(trainer), {wu, "desk", 0, {}, {}}, "typo"); }), Rule::SheetStands);
    sendBack(at(supervisor), wu, "desk", "the recording says otherwise");
    EXPECT_TRUE(attempts().empty());
    markItem(at(mentor), wu, "desk", "safe", {0, "named the supplier"});
    handOn(at(mentor), wu, "desk", "en");
    confirmPractical(at(trainer), wu, "desk");
    ASSERT_EQ(attempts().size(), 1U);
    EXPECT_FALSE(attempts()[0].passed);
}

TEST_F(Practicals, ConfirmingIsTakenBackByWhoConfirmedAndNobodyElse) {
    handedOn(1, 1);
    const auto number = confirmPractical(at(trainer), wu, "desk");
    EXPECT_EQ(refusedBy([&] { undoChange(at(manager), number, "no"); }), Rule::NotYourRight);
    undo(at(trainer));
    EXPECT_TRUE(attempts().empty());
    EXPECT_EQ(row(trainer).sheet->sheet.state, SheetState::HandedOn);
}

TEST_F(Practicals, ACorrectedCourseLeavesAnOldSheetAlone) {
    handedOn(1, 1);
    confirmPractical(at(trainer), wu, "desk");
    auto files = coursePackage("3");
    loadPackage(files, "3");
    Cohort moved{cohort, "Mar", "small", "3", today, std::nullopt};
    write({store::CohortStore::fact(moved)});
    EXPECT_EQ(row(manager).outcome.items, 2) << "the check as it was when the sheet was begun";
    EXPECT_TRUE(row(manager).outcome.passed);
}

TEST_F(Practicals, TheTraineeSeesWhatWasSeenOnceItStands) {
    handedOn(1, 0);
    EXPECT_FALSE(row(wu).sheet);
    EXPECT_TRUE(row(wu).underWay) << "that there is one is no secret";
    EXPECT_FALSE(row(wu).last);
    EXPECT_FALSE(row(wu).mine);
    confirmPractical(at(trainer), wu, "desk");
    EXPECT_FALSE(row(wu).underWay);
    ASSERT_TRUE(row(wu).sheet);
    EXPECT_EQ(row(wu).mark("safe")->evidence, "seen");
    EXPECT_EQ(refusedBy([&] { markItem(at(wu), wu, "desk", "safe", {1, ""}); }), Rule::NotYourRight);
}

TEST_F(Practicals, TheTraineeKeepsTheSheetOfTheLastAttemptWhileTheNextIsMarked) {
    handedOn(1, 0);
    confirmPractical(at(trainer), wu, "desk");
    mark(mentor, 0, 1);
    const auto own = row(wu);
    ASSERT_TRUE(own.sheet);
    EXPECT_EQ(own.sheet->sheet.key.attempt, 1);
    EXPECT_EQ(own.attempt, 1);
    EXPECT_EQ(own.mark("safe")->step, 0) << "not what is being judged now";
    EXPECT_TRUE(own.underWay);
    EXPECT_EQ(row(manager).sheet->sheet.key.attempt, 2);
    EXPECT_FALSE(row(manager).underWay);
}

/// The same course, loaded last with a check that mentors take again every hundred days.
class MentorsPracticals : public Practicals {
protected:
    MentorsPracticals() {
        auto files = coursePackage("3");
        auto& course = files.at("course.yaml");
        const auto from = course.find("  - {id: desk, kind");
        course.replace(from, course.find('\n', from) + 1 - from, CHECK);
        const std::string plain = "mentoring: {days: 3, log: daily}";
        course.replace(course.find(plain), plain.size(), "mentoring: {days: 3, log: daily, examine: [desk], examine_every_days: 100}");
        loadPackage(files, "3");
    }
    PracticalView::Row seen(const PersonId& who, const PersonId& examined) {
        PracticalView view(at(who), "en");
        view.loadFor(examined, "desk");
        const auto* found = view.row(examined);
        return found ? *found : PracticalView::Row();
    }
    void examine(int safe) {
        markItem(at(trainer), mentor, "desk", "greet", {1, ""});
        markItem(at(trainer), mentor, "desk", "safe", {safe, "seen"});
        app::handOn(at(trainer), mentor, "desk", "en");
        confirmPractical(at(supervisor), mentor, "desk");
    }
};

TEST_F(MentorsPracticals, OneMarksAnotherConfirmsAndItIsInForce) {
    PracticalView marking(at(trainer), "en");
    marking.loadMentors();
    ASSERT_TRUE(marking.mentors());
    ASSERT_EQ(marking.rows().size(), 1U);
    EXPECT_EQ(marking.due(), 1);
    EXPECT_TRUE(marking.rows()[0].mine);
    marking.mark(mentor, "greet", {1, ""});
    marking.mark(mentor, "safe", {1, ""});
    marking.handOn(mentor);
    EXPECT_FALSE(seen(trainer, mentor).toDecide) << "who marked doesn't confirm";
    PracticalView confirming(at(supervisor), "en");
    confirming.loadFor(mentor, "desk");
    ASSERT_TRUE(confirming.mentors());
    EXPECT_TRUE(confirming.row(mentor)->toDecide);
    confirming.confirm(mentor);
    const auto row = seen(trainer, mentor);
    EXPECT_TRUE(row.passed);
    EXPECT_FALSE(row.isDue);
    EXPECT_EQ(row.due, today.plusDays(100));
    EXPECT_FALSE(row.mine);
}

TEST_F(MentorsPracticals, NobodyMarksTheOwnCheckAndNoMentorAnothers) {
    const auto both = addPerson("Both", {Role::Mentor, Role::Trainer}, {Post::Agent}, 2);
    EXPECT_FALSE(seen(both, both).mine);
    EXPECT_TRUE(seen(both, mentor).mine);
    EXPECT_EQ(refusedBy([&] { markItem(at(both), both, "desk", "greet", {1, ""}); }), Rule::NotYourRight);
    EXPECT_EQ(refusedBy([&] { enterResult(at(both), {both, "desk", 100, {}, {}}); }), Rule::NotYourRight);
    const auto other = addMentor("Other");
    EXPECT_EQ(refusedBy([&] { markItem(at(other), mentor, "desk", "greet", {1, ""}); }), Rule::NotPaired);
    EXPECT_GT(markItem(at(both), mentor, "desk", "greet", {1, ""}), 0);
}

TEST_F(MentorsPracticals, AMentorReadsTheOwnSheetOnceItStands) {
    markItem(at(trainer), mentor, "desk", "safe", {0, "named the supplier"});
    EXPECT_FALSE(seen(mentor, mentor).sheet);
    markItem(at(trainer), mentor, "desk", "greet", {1, ""});
    app::handOn(at(trainer), mentor, "desk", "en");
    confirmPractical(at(supervisor), mentor, "desk");
    ASSERT_TRUE(seen(mentor, mentor).sheet);
    EXPECT_EQ(seen(mentor, mentor).mark("safe")->evidence, "named the supplier");
    EXPECT_FALSE(seen(mentor, mentor).mine);
}

TEST_F(MentorsPracticals, APassLapsesAndTheNextCheckIsAFirstAttemptAgain) {
    examine(1);
    today = today.plusDays(100);
    auto row = seen(trainer, mentor);
    EXPECT_TRUE(row.isDue);
    EXPECT_TRUE(row.lapsed);
    const auto due = mentorRecordToDo(at(trainer), Role::Trainer, "en");
    ASSERT_EQ(due.size(), 1U);
    EXPECT_EQ(due[0].of, 1) << "due again, so its date says something";
    EXPECT_TRUE(row.mine);
    EXPECT_EQ(row.attempt, 1);
    examine(0);
    row = seen(trainer, mentor);
    EXPECT_EQ(row.sheet->sheet.key.attempt, 2) << "a number names one attempt for ever";
    EXPECT_EQ(row.attempt, 1);
    EXPECT_TRUE(row.isDue);
}

TEST_F(MentorsPracticals, WhoFailedAsOftenAsAllowedIsGrantedOneMore) {
    examine(0);
    EXPECT_FALSE(seen(trainer, mentor).mayGrant);
    examine(0);
    EXPECT_TRUE(seen(trainer, mentor).mayGrant);
    EXPECT_EQ(refusedBy([&] { examine(1); }), Rule::AttemptsUsedUp);
    PracticalView view(at(trainer), "en");
    view.loadFor(mentor, "desk");
    EXPECT_GT(view.grant(mentor, "was ill that day"), 0);
    examine(1);
    EXPECT_TRUE(seen(trainer, mentor).passed);
}

TEST_F(MentorsPracticals, ADueCheckIsNamedToWhoExaminesAndToTheMentor) {
    auto list = mentorRecordToDo(at(trainer), Role::Trainer, "en");
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].kind, ToDoKind::ExamineMentor);
    EXPECT_EQ(list[0].page, "practical");
    EXPECT_EQ(list[0].subject, mentor.text() + " desk");
    EXPECT_EQ(list[0].name, "Chen Bo");
    EXPECT_EQ(std::pair(list[0].count, list[0].of), std::pair(0, 0)) << "never examined, whenever Chen Bo joined";
    auto own = mentorRecordToDo(at(mentor), Role::Mentor, "en");
    ASSERT_EQ(own.size(), 1U);
    EXPECT_EQ(own[0].kind, ToDoKind::TakePractical) << "a practical check is nothing the quiz page has";
    markItem(at(trainer), mentor, "desk", "greet", {1, ""});
    EXPECT_EQ(mentorRecordToDo(at(trainer), Role::Trainer, "en").size(), 1U) << "to go on with";
    EXPECT_TRUE(mentorRecordToDo(at(supervisor), Role::Supervisor, "en").empty()) << "somebody marks it";
    EXPECT_TRUE(mentorRecordToDo(at(mentor), Role::Mentor, "en").empty());
    markItem(at(trainer), mentor, "desk", "safe", {1, ""});
    app::handOn(at(trainer), mentor, "desk", "en");
    EXPECT_TRUE(mentorRecordToDo(at(trainer), Role::Trainer, "en").empty());
    EXPECT_EQ(practicalToDo(at(supervisor), Role::Supervisor).size(), 1U);
}

TEST_F(Practicals, MentorsTakeOnlyWhatTheCourseNames) {
    PracticalView view(at(trainer), "en");
    view.load(cohort);
    EXPECT_FALSE(view.offersMentors());
    EXPECT_EQ(refusedBy([&] { markItem(at(trainer), mentor, "desk", "greet", {1, ""}); }), Rule::UnknownAssessment);
    EXPECT_TRUE(mentorRecordToDo(at(trainer), Role::Trainer, "en").empty());
}

} // namespace
} // namespace fledgling::app::test
