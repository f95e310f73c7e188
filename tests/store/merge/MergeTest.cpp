#include "store/Places.h"
#include "store/merge/Away.h"
#include "store/merge/CarriedWhy.h"

namespace {

using namespace fledgling;
using namespace fledgling::store;
using namespace fledgling::test;
using domain::MarkKind;
using domain::Minutes;
using domain::Rule;

/// The book is in each of the places; its copy is a file.
class MergeTest : public InEveryPlace {
protected:
    BookSample start() {
        auto sample = kept();
        m_away.emplace(database());
        return sample;
    }
    Away& away() { return *m_away; }
    MergeResult bringBack(Side side = Side::Ours) { return bring(database(), away().database(), side); }
    MergePlan plan() { return readPlan(database(), readOther(database(), away().database())); }
    void mark(Book book, const BookSample& sample, int minutes, const domain::PersonId& who = {}) {
        book.append(headOf("mark-roll", who),
                    {AttendanceStore::fact(sample.session.id, sample.trainee.id, domain::Mark{MarkKind::Late, Minutes(minutes)})});
    }
    int minutes(const BookSample& sample) {
        return static_cast<int>(
            AttendanceStore(database(), NOW).mark(sample.session.id, sample.trainee.id)->mark.minutes.count());
    }
    std::vector<Value> minutesEver(const BookSample& sample) {
        std::vector<Value> ever;
        for (const auto& one : book().historyOf("mark", {sample.session.id.text(), sample.trainee.id.text()}))
            ever.push_back(one.fact.values.at(1));
        return ever;
    }
    void set(Book book, const std::string& name, const std::string& value) {
        book.append(headOf("set"), {PeopleStore::setting(name, value)});
    }

private:
    std::optional<Away> m_away;
};
FLEDGLING_EVERY_PLACE(MergeTest);

TEST_P(MergeTest, ACopyIsTheSameBookToTheLastHash) {
    start();
    EXPECT_EQ(away().book().headHash(), book().headHash());
    EXPECT_EQ(away().book().last(), book().last());
    EXPECT_TRUE(away().book().verify().good());
    EXPECT_EQ(standing(away().database()).size(), standing(database()).size());
    EXPECT_EQ(commonBeginning(database(), away().database()), book().last());
}

TEST_P(MergeTest, ACopyOfABookWithAnErasedCardIsWhole) {
    const auto sample = kept();
    book().erase(headOf("erase-person"), sample.other.id);
    Away copy(database());
    EXPECT_TRUE(copy.book().verify().good());
    EXPECT_EQ(erasedPeople(copy.database()), std::set{sample.other.id.text()});
}

TEST_P(MergeTest, WhatOnlyTheCopyDidIsTakenUnderTheNameOfWhoDidIt) {
    const auto sample = start();
    const auto before = book().last();
    const auto fresh = personOf("王芳", domain::Role::Trainee);
    auto head = headOf("add-person", sample.trainer.id);
    head.why = "came with the roster";
    away().book().append(head, PeopleStore::facts(fresh));
    set(book(), "here", "1");
    const auto result = bringBack();
    ASSERT_EQ(result.carried.size(), 1u);
    EXPECT_EQ(PeopleStore(database()).person(fresh.id)->card.name, "王芳") << "with the id it got there";
    const auto change = *book().change(result.carried.front());
    EXPECT_EQ(change.number, before + 2);
    EXPECT_EQ(change.head.who, sample.trainer.id);
    EXPECT_EQ(change.head.verb, "add-person");
    EXPECT_EQ(change.head.localDate, head.localDate);
    EXPECT_EQ(change.head.command, head.command);
    EXPECT_EQ(change.head.at, merger().head.at) << "or a look at the past would show what nobody knew then";
    const auto from = carriedFrom(change.head.why);
    ASSERT_TRUE(from);
    EXPECT_EQ(from->at.ms, head.at.ms / 1000 * 1000);
    EXPECT_EQ(from->number, before + 1);
    EXPECT_EQ(from->why, "came with the roster");
    EXPECT_EQ(book().change(book().last())->head.verb, MERGE_VERB);
    EXPECT_TRUE(book().verify().good());
}

TEST_P(MergeTest, MergingTwiceAddsNothing) {
    const auto sample = start();
    mark(book(), sample, 5);
    mark(away().book(), sample, 7);
    set(away().book(), "there", "1");
    bringBack(Side::Ours);
    const auto head = book().headHash();
    const auto again = bringBack(Side::Theirs);
    EXPECT_FALSE(again.kept);
    EXPECT_EQ(again.decided, 0u);
    EXPECT_EQ(book().headHash(), head);
}

TEST_P(MergeTest, ACopyThatGoesOnIsMergedAgain) {
    const auto sample = start();
    mark(book(), sample, 5);
    mark(away().book(), sample, 7);
    bringBack(Side::Theirs);
    mark(away().book(), sample, 9);
    EXPECT_TRUE(plan().differences.empty()) << "ours was given up in favour of what the copy built on";
    EXPECT_EQ(bringBack().carried.size(), 1u);
    EXPECT_EQ(minutes(sample), 9);
    mark(book(), sample, 1);
    mark(away().book(), sample, 2);
    EXPECT_EQ(plan().differences.size(), 1u);
}

TEST_P(MergeTest, ADifferenceShowsTheBeginningAndBothSides) {
    const auto sample = start();
    mark(book(), sample, 5, sample.trainer.id);
    mark(away().book(), sample, 7, sample.mentor.id);
    const auto found = plan();
    ASSERT_EQ(found.differences.size(), 1u);
    const auto& difference = found.differences.front();
    ASSERT_EQ(difference.lines.size(), 1u);
    EXPECT_EQ(difference.lines.front().before.values.at(1), Value{std::int64_t{12}});
    EXPECT_EQ(difference.lines.front().ours.values.at(1), Value{std::int64_t{5}});
    EXPECT_EQ(difference.lines.front().theirs.values.at(1), Value{std::int64_t{7}});
    EXPECT_EQ(difference.ours.who, sample.trainer.id);
    EXPECT_EQ(difference.theirs.who, sample.mentor.id);
    EXPECT_TRUE(difference.id.starts_with("mark-"));
}

TEST_P(MergeTest, TheSameValueOnBothSidesIsNoDifference) {
    const auto sample = start();
    mark(book(), sample, 5);
    mark(away().book(), sample, 3);
    mark(away().book(), sample, 5);
    EXPECT_TRUE(plan().differences.empty());
    EXPECT_EQ(bringBack().carried.size(), 2u);
    EXPECT_EQ(minutes(sample), 5);
}

TEST_P(MergeTest, OursThatWasChosenFollowsTheCopysUnderItsOwnName) {
    const auto sample = start();
    mark(book(), sample, 5, sample.trainer.id);
    mark(away().book(), sample, 7, sample.mentor.id);
    bringBack(Side::Ours);
    EXPECT_EQ(minutes(sample), 5);
    EXPECT_EQ(minutesEver(sample), (std::vector<Value>{std::int64_t{12}, std::int64_t{5}, std::int64_t{7}, std::int64_t{5}}));
    const auto last = book().historyOf("mark", {sample.session.id.text(), sample.trainee.id.text()}).back().change;
    const auto again = *book().change(last);
    EXPECT_EQ(again.head.who, sample.trainer.id) << "the mark stays that of who gave it";
    ASSERT_TRUE(carriedFrom(again.head.why));
    EXPECT_TRUE(carriedFrom(again.head.why)->again);
}

TEST_P(MergeTest, OursThatWasGivenUpStaysInTheHistory) {
    const auto sample = start();
    mark(book(), sample, 5);
    mark(away().book(), sample, 7);
    bringBack(Side::Theirs);
    EXPECT_EQ(minutes(sample), 7);
    EXPECT_EQ(minutesEver(sample), (std::vector<Value>{std::int64_t{12}, std::int64_t{5}, std::int64_t{7}}));
}

TEST_P(MergeTest, APaperIsDecidedAsAWhole) {
    const auto sample = start();
    const auto answer = [&](Book book, const std::string& question, const std::string& response) {
        book.append(headOf("answer-quiz"), {{"quiz_answer",
                                             {sample.trainee.id.text(), "customer-service", "quick", "1", question},
                                             {response},
                                             false,
                                             {}}});
    };
    answer(book(), "q1", "a");
    answer(book(), "q2", "only here");
    answer(away().book(), "q1", "b");
    answer(away().book(), "q3", "only there");
    ASSERT_EQ(plan().differences.size(), 1u);
    EXPECT_EQ(plan().differences.front().lines.size(), 3u);
    bringBack(Side::Theirs);
    const auto now = standing(database());
    const auto at = [&](const std::string& question) {
        return now.at({"quiz_answer", {sample.trainee.id.text(), "customer-service", "quick", "1", question}});
    };
    EXPECT_EQ(at("q1").values.at(0), Value{"b"});
    EXPECT_TRUE(at("q2").absent) << "no paper of answers from two";
    EXPECT_EQ(at("q3").values.at(0), Value{"only there"});
}

TEST_P(MergeTest, AnUndoOfTheCopyPointsToWhatItUndid) {
    start();
    set(book(), "x", "1");
    set(book(), "x2", "1");
    set(away().book(), "y", "1");
    auto head = headOf("undo");
    head.undoes = away().book().last();
    away().book().append(head, away().book().reversal(head.undoes));
    const auto carried = bringBack().carried;
    ASSERT_EQ(carried.size(), 2u);
    EXPECT_EQ(book().change(carried[1])->head.undoes, carried[0]);
}

TEST_P(MergeTest, ErasedOnEitherSideIsErased) {
    const auto sample = start();
    auto there = sample.other, here = sample.trainee;
    away().book().erase(headOf("erase-person"), there.id);
    there.card.phone = "137";
    book().append(headOf("correct-person"), PeopleStore::facts(there));
    book().erase(headOf("erase-person"), here.id);
    here.card.phone = "138";
    away().book().append(headOf("correct-person"), PeopleStore::facts(here));
    EXPECT_TRUE(plan().differences.empty()) << "nobody is asked to bring an erased card back";
    bringBack(Side::Ours);
    for (const auto& id : {there.id, here.id})
        for (const auto& kept : book().historyOf("person_card", {id.text()}))
            for (const auto& value : kept.fact.values)
                EXPECT_TRUE(value == Value{} || value == Value{""});
    EXPECT_TRUE(book().verify().good());
}

TEST_P(MergeTest, AStaffNumberGivenTwiceIsToldAndTheRestIsTaken) {
    start();
    auto here = personOf("甲", domain::Role::Trainee), there = personOf("乙", domain::Role::Trainee);
    here.card.staffNumber = there.card.staffNumber = "7001";
    book().append(headOf("add-person"), PeopleStore::facts(here));
    away().book().append(headOf("add-person"), PeopleStore::facts(there));
    away().book().append(headOf("ask-leave"),
                         {PeopleStore::fact(domain::Leave{newId<domain::LeaveId>(), there.id, domain::Date(2026, 12, 1),
                                                          domain::Date(2026, 12, 2), domain::LeaveState::Asked, ""})});
    set(away().book(), "rest", "1");
    auto result = bringBack();
    ASSERT_EQ(result.untaken.size(), 2u);
    EXPECT_EQ(result.untaken[0].rule, Rule::StaffNumberTaken);
    EXPECT_EQ(result.untaken[0].arguments, (std::vector<std::string>{"7001", here.id.text()}));
    EXPECT_EQ(result.untaken[1].rule, Rule::MergeNeedsUntaken);
    EXPECT_EQ(PeopleStore(database()).settings().at("rest"), "1");
    EXPECT_FALSE(PeopleStore(database()).person(there.id));
    here.card.staffNumber = "7002";
    book().append(headOf("correct-person"), PeopleStore::facts(here));
    result = bringBack();
    EXPECT_TRUE(result.untaken.empty());
    EXPECT_EQ(result.carried.size(), 2u);
    EXPECT_TRUE(PeopleStore(database()).person(there.id));
    EXPECT_TRUE(book().verify().good());
}

TEST_P(MergeTest, AMentorWithTooManyIsToldByTheDatabaseAndTriedAgain) {
    start();
    const auto mentor = personOf("一位", domain::Role::Mentor, 1);
    const auto one = personOf("学员", domain::Role::Trainee), two = personOf("学员乙", domain::Role::Trainee);
    for (const auto& person : {mentor, one, two})
        book().append(headOf("add-person"), PeopleStore::facts(person));
    Away copy(database());
    const domain::Date since(2026, 11, 24);
    book().append(headOf("pair"), {MentoringStore::fact(domain::Pair{one.id, mentor.id, since, std::nullopt, ""})});
    copy.book().append(headOf("pair"), {MentoringStore::fact(domain::Pair{two.id, mentor.id, since, std::nullopt, ""})});
    set(copy.book(), "rest", "1");
    auto result = bring(database(), copy.database(), Side::Ours);
    ASSERT_EQ(result.untaken.size(), 1u);
    EXPECT_EQ(result.untaken[0].rule, Rule::MentorFull);
    EXPECT_EQ(result.untaken[0].arguments, (std::vector<std::string>{mentor.id.text(), "1"}));
    EXPECT_EQ(PeopleStore(database()).settings().at("rest"), "1");
    book().append(headOf("end"), {MentoringStore::fact(domain::Pair{one.id, mentor.id, since, since.plusDays(1), ""})});
    result = bring(database(), copy.database(), Side::Ours);
    EXPECT_TRUE(result.untaken.empty());
    EXPECT_EQ(result.carried.size(), 1u);
}

TEST_P(MergeTest, TheOneCourseVersionOfTwoContentsIsRefused) {
    start();
    const auto load = [](Book book, const std::string& digest) {
        book.append(headOf("load-course"), CohortStore::facts({"small", "9", "Small", digest}, {{"course.yaml", digest}}));
    };
    load(book(), "one");
    load(away().book(), "other");
    const auto result = bringBack(Side::Theirs);
    ASSERT_EQ(result.untaken.size(), 1u);
    EXPECT_EQ(result.untaken[0].rule, Rule::CourseVersionTaken);
    EXPECT_EQ(standing(database()).at({"course_file", {"small", "9", "course.yaml"}}).values.at(1), Value{"one"});
}

TEST_P(MergeTest, AChangeThatWasLeftOutNeverOvertakesALaterOne) {
    start();
    auto here = personOf("甲", domain::Role::Trainee);
    const auto there = personOf("乙乙", domain::Role::Trainee);
    book().append(headOf("add-person"), PeopleStore::facts(there));
    Away copy(database());
    here.card.staffNumber = "7001";
    book().append(headOf("add-person"), PeopleStore::facts(here));
    auto other = there;
    other.card.staffNumber = "7001";
    copy.book().append(headOf("correct-person"), PeopleStore::facts(other));
    ASSERT_EQ(bring(database(), copy.database(), Side::Ours).untaken.size(), 1u);
    other.card.staffNumber = "7003";
    copy.book().append(headOf("correct-person"), PeopleStore::facts(other));
    EXPECT_TRUE(bring(database(), copy.database(), Side::Ours).untaken.empty());
    EXPECT_EQ(PeopleStore(database()).person(there.id)->card.staffNumber, "7003");
}

TEST_P(MergeTest, AnotherDepartmentHasNothingInCommon) {
    kept();
    const Folder folder;
    Database foreign(folder.file("foreign.fledgling"), Database::Mode::Create);
    BookSample().keepIn(Book(foreign));
    const auto other = readOther(database(), foreign);
    EXPECT_EQ(other.beginning, 0);
    EXPECT_TRUE(other.changes.empty());
}

TEST_P(MergeTest, WhoDecidesMayStillStopIt) {
    const auto sample = start();
    mark(away().book(), sample, 7);
    const auto head = book().headHash();
    const auto other = readOther(database(), away().database());
    EXPECT_THROW(merge(database(), other, merger(), [](const MergePlan&) -> Choices { throw std::runtime_error("no"); }),
                 std::runtime_error);
    EXPECT_THROW(merge(database(), other, merger(), always(Side::Ours),
                       [](std::size_t, std::size_t) { throw std::runtime_error("stopped"); }),
                 std::runtime_error);
    EXPECT_EQ(book().headHash(), head);
}

} // namespace
