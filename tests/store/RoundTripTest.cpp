#include "RoundTripFixture.h"

namespace {

using namespace fledgling;
using namespace fledgling::store;
using namespace fledgling::test;
using domain::Date;

FLEDGLING_EVERY_PLACE(RoundTripTest);

TEST_P(RoundTripTest, People) {
    PeopleStore people(database());
    for (const auto* one : {&sample.trainee, &sample.other, &sample.mentor, &sample.trainer})
        EXPECT_EQ(people.person(one->id), *one);
    EXPECT_EQ(people.person(newId<domain::PersonId>()), std::nullopt);
    EXPECT_EQ(people.people().size(), 4U);
    EXPECT_EQ(people.byStaffNumber(sample.mentor.card.staffNumber), std::vector{sample.mentor});
    EXPECT_EQ(people.byStaffNumber("0"), std::vector<domain::Person>());
    EXPECT_EQ(people.withRole(domain::Role::Mentor), std::vector{sample.mentor});
    EXPECT_EQ(people.withRole(domain::Role::Trainer).size(), 2U);
    EXPECT_EQ(people.withRole(domain::Role::Manager).size(), 0U);
}

TEST_P(RoundTripTest, TraineesInNoCohort) {
    PeopleStore people(database());
    EXPECT_EQ(people.inNoCohort().size(), 2U) << "one was taken out of hers, the other was in none";
    auto back = sample.member;
    back.departed.reset();
    book().append(headOf("x"), {CohortStore::fact(back)});
    EXPECT_EQ(people.inNoCohort(), std::vector{sample.other});
    auto left = sample.other;
    left.retired = true;
    book().append(headOf("x"), PeopleStore::facts(left));
    EXPECT_TRUE(people.inNoCohort().empty());
}

TEST_P(RoundTripTest, ACorrectedCardIsFoundByItsNewNumberOnly) {
    const auto before = book().last();
    auto renamed = sample.trainee;
    renamed.card.staffNumber = "000777";
    book().append(headOf("x"), PeopleStore::facts(renamed));
    EXPECT_EQ(PeopleStore(database()).byStaffNumber("000777"), std::vector{renamed});
    EXPECT_EQ(PeopleStore(database(), before).byStaffNumber("000777").size(), 0U);
    EXPECT_EQ(PeopleStore(database(), before).person(renamed.id), sample.trainee);
}

TEST_P(RoundTripTest, AStaffNumberIsNotFoundOnceCorrected) {
    auto renamed = sample.mentor;
    renamed.card.staffNumber = "1";
    book().append(headOf("x"), PeopleStore::facts(renamed));
    EXPECT_EQ(PeopleStore(database()).byStaffNumber(sample.mentor.card.staffNumber).size(), 0U);
}

TEST_P(RoundTripTest, Leave) {
    PeopleStore people(database());
    const auto found = people.leave(sample.leave.id);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->person, sample.leave.person);
    EXPECT_EQ(found->first, sample.leave.first);
    EXPECT_EQ(found->last, sample.leave.last);
    EXPECT_EQ(found->state, sample.leave.state);
    EXPECT_EQ(found->why, sample.leave.why);
    EXPECT_EQ(people.leavesOf(sample.trainee.id).size(), 1U);
    EXPECT_EQ(people.leavesOf(sample.other.id).size(), 0U);
    const auto touching = [&](const char* first, const char* last) {
        return people.leaves(Date::of(first), Date::of(last)).size();
    };
    EXPECT_EQ(touching("2026-11-01", "2026-11-23"), 0U);
    EXPECT_EQ(touching("2026-11-01", "2026-11-24"), 1U);
    EXPECT_EQ(touching("2026-11-25", "2026-11-30"), 1U);
    EXPECT_EQ(touching("2026-11-26", "2026-11-30"), 0U);
}

TEST_P(RoundTripTest, CalendarAndSettings) {
    EXPECT_EQ(PeopleStore(database()).calendarDays(), std::vector{sample.holiday});
    EXPECT_EQ(PeopleStore(database()).settings(),
              (std::map<std::string, std::string>{{"zone", "Asia/Shanghai"}}));
}

TEST_P(RoundTripTest, CoursesWithTheirFilesByteForByte) {
    CohortStore cohorts(database());
    const auto courses = cohorts.courses();
    ASSERT_EQ(courses.size(), 1U);
    EXPECT_EQ(courses[0].course, sample.course.course);
    EXPECT_EQ(courses[0].version, sample.course.version);
    EXPECT_EQ(courses[0].title, sample.course.title);
    EXPECT_EQ(courses[0].digest, sample.course.digest);
    EXPECT_EQ(cohorts.files(sample.course.course, sample.course.version), sample.files);
    EXPECT_TRUE(cohorts.files(sample.course.course, "2027.1").empty());
}

TEST_P(RoundTripTest, EveryByteOfABinaryFile) {
    std::string bytes;
    for (int i = 0; i < 70'000; ++i)
        bytes += static_cast<char>(i * 7 % 256);
    const CohortStore::CourseVersion version{"c", "1", "t", std::string(64, 'c')};
    book().append(headOf("x"), CohortStore::facts(version, {{"media/film.webm", bytes},
                                                            {"media/one", std::string(1, '\0')}}));
    EXPECT_EQ(CohortStore(database()).files("c", "1").at("media/film.webm"), bytes);
    EXPECT_EQ(CohortStore(database()).files("c", "1").at("media/one"), std::string(1, '\0'));
    EXPECT_EQ(CohortStore(database()).file("c", "1", "media/film.webm"), bytes);
    EXPECT_EQ(CohortStore(database()).texts("c", "1").at("media/film.webm"), "");
    EXPECT_EQ(CohortStore(database()).file("c", "1", "media/none"), std::nullopt);
}

TEST_P(RoundTripTest, CohortsSessionsAndMembers) {
    CohortStore cohorts(database());
    EXPECT_EQ(cohorts.cohorts(), std::vector{sample.cohort});
    EXPECT_EQ(cohorts.cohort(sample.cohort.id), sample.cohort);
    EXPECT_EQ(cohorts.cohort(newId<domain::CohortId>()), std::nullopt);
    EXPECT_EQ(cohorts.sessionsOf(sample.cohort.id), (std::vector{sample.session, sample.later}));
    EXPECT_EQ(cohorts.session(sample.later.id), sample.later);
    EXPECT_EQ(cohorts.sessions({sample.later.id, sample.session.id, newId<domain::SessionId>()}),
              (std::vector{sample.session, sample.later}));
    EXPECT_EQ(cohorts.sessionsBetween(Date(2026, 11, 23), Date(2026, 11, 23)).size(), 2U);
    EXPECT_EQ(cohorts.sessionsBetween(Date(2026, 11, 24), Date(2026, 11, 30)).size(), 0U);
    EXPECT_EQ(cohorts.membersOf(sample.cohort.id), std::vector{sample.member});
    EXPECT_EQ(cohorts.membershipsOf(sample.trainee.id), std::vector{sample.member});
    EXPECT_EQ(cohorts.membersSince(sample.cohort.start), std::vector{sample.member});
    EXPECT_EQ(cohorts.membersSince(sample.cohort.start.plusDays(1)).size(), 0U);
}

TEST_P(RoundTripTest, AMovedAndARemovedSession) {
    const auto before = book().last();
    auto moved = sample.session;
    moved.day = moved.day.plusDays(1);
    moved.trainer = {};
    add(CohortStore::fact(moved));
    add(Fact{"session", {sample.later.id.text()}, {}, true, {}});
    CohortStore cohorts(database());
    EXPECT_EQ(cohorts.sessionsOf(sample.cohort.id), std::vector{moved});
    EXPECT_EQ(cohorts.session(sample.later.id), std::nullopt);
    EXPECT_EQ(CohortStore(database(), before).sessionsOf(sample.cohort.id),
              (std::vector{sample.session, sample.later}));
}

TEST_P(RoundTripTest, TheRoll) {
    AttendanceStore roll(database());
    const auto found = roll.mark(sample.session.id, sample.trainee.id);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->mark, sample.mark);
    EXPECT_EQ(roll.marksIn(sample.session.id).size(), 1U) << "the unmarked one is not marked";
    EXPECT_EQ(roll.marksOf(sample.trainee.id).size(), 1U);
    EXPECT_EQ(roll.marksOf(sample.other.id).size(), 0U);
    EXPECT_TRUE(roll.hasMarks(sample.session.id));
    EXPECT_FALSE(roll.hasMarks(sample.later.id));
    EXPECT_TRUE(roll.isClosed(sample.session.id));
    EXPECT_FALSE(roll.isClosed(sample.later.id));
    EXPECT_EQ(roll.closed({sample.session.id, sample.later.id}), std::set{sample.session.id});
    EXPECT_TRUE(roll.closed({sample.later.id}).empty());
    EXPECT_TRUE(roll.closed({}).empty());
    add(AttendanceStore::closedFact(sample.session.id, false));
    EXPECT_TRUE(roll.closed({sample.session.id, sample.later.id}).empty());
}

TEST_P(RoundTripTest, EveryKindOfMark) {
    using domain::MarkKind;
    for (const auto kind :
         {MarkKind::Present, MarkKind::Late, MarkKind::LeftEarly, MarkKind::OnLeave, MarkKind::Absent}) {
        const domain::Mark mark{
            kind, domain::Minutes(kind == MarkKind::Late || kind == MarkKind::LeftEarly ? 239 : 0)};
        add(AttendanceStore::fact(sample.later.id, sample.trainee.id, mark));
        EXPECT_EQ(AttendanceStore(database()).mark(sample.later.id, sample.trainee.id)->mark, mark);
    }
}

TEST_P(RoundTripTest, GuestsAndWaivers) {
    AttendanceStore roll(database());
    ASSERT_EQ(roll.guestsIn(sample.later.id).size(), 1U);
    EXPECT_EQ(roll.guestsIn(sample.later.id)[0].trainee, sample.other.id);
    ASSERT_EQ(roll.guestingsOf(sample.other.id).size(), 1U);
    EXPECT_EQ(roll.guestingsOf(sample.other.id)[0].session, sample.later.id);
    add(AttendanceStore::fact(sample.guest, false));
    EXPECT_EQ(roll.guestsIn(sample.later.id).size(), 0U);
    ASSERT_EQ(roll.waiversOf(sample.trainee.id).size(), 1U);
    EXPECT_EQ(roll.waiversOf(sample.trainee.id)[0].courseSession, sample.waiver.courseSession);
    EXPECT_EQ(roll.waiversOf(sample.trainee.id)[0].why, sample.waiver.why);
}

TEST_P(RoundTripTest, PairsLogsAndSkills) {
    MentoringStore mentoring(database());
    EXPECT_EQ(mentoring.currentPairs(), std::vector{sample.pair});
    EXPECT_EQ(mentoring.pairOf(sample.trainee.id), sample.pair);
    EXPECT_EQ(mentoring.pairsOfMentor(sample.mentor.id), std::vector{sample.pair});
    EXPECT_EQ(mentoring.entriesOf(sample.trainee.id), std::vector{sample.entry});
    EXPECT_EQ(mentoring.entry(sample.entry.id), sample.entry);
    EXPECT_EQ(mentoring.skillsOf(sample.trainee.id), std::vector{sample.skill});
    auto ended = sample.pair;
    ended.until = Date(2026, 12, 24);
    add(MentoringStore::fact(ended));
    EXPECT_TRUE(mentoring.currentPairs().empty());
    EXPECT_EQ(mentoring.pairOf(sample.trainee.id), ended);
}

TEST_P(RoundTripTest, AnEntryThatNamesNoSkill) {
    auto entry = sample.entry;
    entry.id = newId<domain::LogId>();
    entry.practised.clear();
    entry.how = domain::SkillLevel::None;
    add(MentoringStore::fact(entry));
    EXPECT_EQ(MentoringStore(database()).entry(entry.id), entry);
}

TEST_P(RoundTripTest, ProblemsAndAcknowledgements) {
    MentoringStore mentoring(database());
    const auto problem = mentoring.problem(sample.problem.id);
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->person, sample.trainee.id);
    EXPECT_EQ(problem->day, sample.problem.day);
    EXPECT_EQ(problem->text, sample.problem.text);
    EXPECT_EQ(problem->answer, sample.problem.answer);
    EXPECT_EQ(problem->answeredBy, sample.mentor.id);
    EXPECT_EQ(mentoring.problemsOf(sample.trainee.id).size(), 1U);
    EXPECT_EQ(mentoring.problemsBetween(sample.problem.day, sample.problem.day).size(), 1U);
    EXPECT_EQ(
        mentoring.problemsBetween(sample.problem.day.plusDays(1), sample.problem.day.plusDays(9)).size(), 0U);
    const auto signs = mentoring.acknowledgementsOf(std::set{sample.trainee.id});
    ASSERT_EQ(signs.size(), 1U);
    EXPECT_EQ(signs[0].file, sample.acknowledgement.file);
    EXPECT_EQ(signs[0].version, sample.acknowledgement.version);
    EXPECT_EQ(signs[0].digest, sample.acknowledgement.digest);
    EXPECT_EQ(signs[0].day, sample.acknowledgement.day);
    EXPECT_GT(signs[0].change, 0);
}

TEST_P(RoundTripTest, TheTenthAttemptComesAfterTheNinth) {
    for (int number = 1; number <= 11; ++number) {
        auto attempt = sample.attempt;
        attempt.assessment = "practice";
        attempt.number = number;
        book().append(headOf("enter-result", sample.mentor.id), {AssessmentStore::fact(attempt)});
    }
    std::vector<int> numbers;
    for (const auto& one : AssessmentStore(database()).attemptsOf({sample.trainee.id}))
        if (one.attempt.assessment == "practice") numbers.push_back(one.attempt.number);
    EXPECT_EQ(numbers, (std::vector{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}));
}

TEST_P(RoundTripTest, AResultComesBackWithWhoRecordedIt) {
    const auto found = AssessmentStore(database()).attemptsOf({sample.trainee.id, sample.other.id});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].attempt, sample.attempt);
    EXPECT_EQ(found[0].by, sample.mentor.id);
    EXPECT_GT(found[0].change, 0);
    EXPECT_TRUE(AssessmentStore(database(), found[0].change - 1).attemptsOf({sample.trainee.id}).empty());
}

TEST_P(RoundTripTest, DecisionsAreSupersededNeverLost) {
    MentoringStore mentoring(database());
    ASSERT_TRUE(mentoring.decisionOf(sample.trainee.id));
    EXPECT_EQ(mentoring.decisionOf(sample.trainee.id)->decision, sample.decision);
    domain::Decision hold;
    hold.trainee = sample.trainee.id;
    hold.kind = domain::DecisionKind::Hold;
    hold.reason = "再看一周";
    const auto number = add(MentoringStore::fact(hold));
    EXPECT_EQ(mentoring.decisionOf(sample.trainee.id)->decision, hold);
    ASSERT_EQ(mentoring.decisionsOf(sample.trainee.id).size(), 2U);
    EXPECT_EQ(mentoring.decisionsOf(sample.trainee.id)[0].decision, sample.decision);
    book().append(headOf("undo"), book().reversal(number));
    EXPECT_EQ(mentoring.decisionOf(sample.trainee.id)->decision, sample.decision);
}

TEST_P(RoundTripTest, AnApprovalIsFoundByTheDayItEnds) {
    MentoringStore mentoring(database());
    const std::vector<domain::PersonId> found{sample.trainee.id};
    const domain::Date last(2026, 12, 31);
    EXPECT_EQ(mentoring.approvedUntil(last.plusDays(-7), last), found);
    EXPECT_TRUE(mentoring.approvedUntil(last.plusDays(-7), last.plusDays(-1)).empty());
    EXPECT_TRUE(mentoring.approvedUntil(last.plusDays(1), last.plusDays(7)).empty());
    book().append(headOf("undo"), book().reversal(book().last()));
    EXPECT_TRUE(mentoring.approvedUntil(last, last).empty()) << "taken back";
}

TEST_P(RoundTripTest, ADecisionTakenBackStandsNoMore) {
    book().append(headOf("undo"), book().reversal(book().last()));
    EXPECT_EQ(MentoringStore(database()).decisionOf(sample.trainee.id), std::nullopt);
    EXPECT_EQ(MentoringStore(database()).decisionsOf(sample.trainee.id).size(), 1U);
}

TEST_P(RoundTripTest, StrangeTexts) {
    std::string chinese, emoji;
    for (int i = 0; i < 4000; ++i)
        chinese += "训";
    for (int i = 0; i < 500; ++i)
        emoji += "👩🏽‍🏫";
    for (const std::string& text :
         {std::string("it's \"quoted\" `so` \\ \\' and ''"), std::string("$1 $2 ?1 :name @x %s %_ {0}"),
          chinese, emoji, std::string("line\r\nline\n\ttab"), std::string(" leading and trailing "),
          std::string("'); DROP TABLE mark; --"), std::string("\xEF\xBB\xBF with a byte-order mark"),
          std::string("\x01\x7F"), std::string("é e\xCC\x81"), std::string("NULL"),
          std::string("\xF4\x8F\xBF\xBF")}) {
        auto problem = sample.problem;
        problem.id = newId<domain::ProblemId>();
        problem.text = text;
        problem.answer = text;
        auto head = headOf("x");
        head.why = text;
        const auto number = book().append(head, {MentoringStore::fact(problem)});
        EXPECT_EQ(MentoringStore(database()).problem(problem.id)->text, text);
        EXPECT_EQ(book().change(number)->head.why, text);
        add(PeopleStore::setting(text, text));
        EXPECT_EQ(PeopleStore(database()).settings().at(text), text);
    }
    EXPECT_TRUE(book().verify().good());
}

TEST_P(RoundTripTest, AnEmptyTextIsNotNull) {
    add(PeopleStore::setting("empty", ""));
    EXPECT_EQ(PeopleStore(database()).settings().at("empty"), "");
}

TEST_P(RoundTripTest, WhatIsNoTextIsRefused) {
    for (const std::string& bytes :
         {std::string("a\0b", 3), std::string("\xFF"), std::string("\xC0\x80"), std::string("\xED\xA0\x80"),
          std::string("\xE8\xAE"), std::string("\xF4\x90\x80\x80"), std::string("\x80")}) {
        EXPECT_EQ(troubleOf([&] { add(PeopleStore::setting("bytes", bytes)); }), Trouble::Constraint);
        auto head = headOf("x");
        head.why = bytes;
        EXPECT_EQ(troubleOf([&] { book().append(head, {}); }), Trouble::Constraint);
    }
    EXPECT_TRUE(book().verify().good());
}

TEST_P(RoundTripTest, NullsComeBackFromTheMiddleOfManyRows) {
    const auto with = [&](const char* day, const std::optional<Date>& review) {
        domain::Cohort cohort = sample.cohort;
        cohort.id = newId<domain::CohortId>();
        cohort.start = Date::of(day);
        cohort.review = review;
        add(CohortStore::fact(cohort));
        return cohort;
    };
    const auto a = with("2027-01-04", std::nullopt);
    const auto b = with("2027-01-03", Date(2027, 2, 3));
    const auto c = with("2027-01-02", std::nullopt);
    EXPECT_EQ(CohortStore(database()).cohorts(), (std::vector{a, b, c, sample.cohort}));
}

} // namespace
