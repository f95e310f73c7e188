#include "Places.h"
#include "store/Conflict.h"
#include "store/StoreError.h"

namespace {

using namespace fledgling;
using namespace fledgling::store;
using namespace fledgling::test;
using domain::Mark;
using domain::MarkKind;
using domain::Minutes;

class BookTest : public InEveryPlace {};
FLEDGLING_EVERY_PLACE(BookTest);

TEST_P(BookTest, AnEmptyBookHasNoHead) {
    EXPECT_EQ(book().last(), 0);
    EXPECT_EQ(book().headHash(), std::string(64, '0'));
    EXPECT_FALSE(book().change(1).has_value());
    const auto verified = book().verify();
    EXPECT_TRUE(verified.good());
    EXPECT_EQ(verified.changes, 0);
    EXPECT_EQ(verified.head, std::string(64, '0'));
}

TEST_P(BookTest, NumbersRunFromOneAndTheHeadIsTheLastHash) {
    for (int i = 1; i <= 3; ++i)
        EXPECT_EQ(book().append(headOf("set"), {PeopleStore::setting("a", std::to_string(i))}), i);
    EXPECT_EQ(book().last(), 3);
    EXPECT_EQ(book().headHash(), book().change(3)->hash);
    EXPECT_EQ(book().verify().head, book().headHash());
}

TEST_P(BookTest, AChangeComesBackAsItWasWritten) {
    auto head = headOf("hold", newId<domain::PersonId>());
    head.why = "理由：'没有' \"签\"";
    head.undoes = 0;
    const auto number = book().append(head, {PeopleStore::setting("a", "b")});
    const auto change = book().change(number);
    ASSERT_TRUE(change);
    EXPECT_EQ(change->head.command, head.command);
    EXPECT_EQ(change->head.who, head.who);
    EXPECT_EQ(change->head.at, head.at);
    EXPECT_EQ(change->head.localDate, head.localDate);
    EXPECT_EQ(change->head.zone, head.zone);
    EXPECT_EQ(change->head.verb, head.verb);
    EXPECT_EQ(change->head.why, head.why);
}

TEST_P(BookTest, EqualContentAtAnotherPlaceOfTheChainHasAnotherHash) {
    book().append(headOf("set"), {PeopleStore::setting("a", "1")});
    book().append(headOf("set"), {PeopleStore::setting("a", "1")});
    EXPECT_NE(book().change(1)->hash, book().change(2)->hash);
}

TEST_P(BookTest, TheSameCommandWritesOnce) {
    const auto head = headOf("set");
    EXPECT_EQ(book().append(head, {PeopleStore::setting("a", "first")}), 1);
    book().append(headOf("set"), {PeopleStore::setting("b", "between")});
    EXPECT_EQ(book().append(head, {PeopleStore::setting("a", "again")}), 1);
    EXPECT_EQ(book().last(), 2);
    EXPECT_EQ(PeopleStore(database()).settings().at("a"), "first");
}

TEST_P(BookTest, EveryPastMomentAnswersWhatWasKnownThen) {
    const auto sample = kept();
    const auto before = book().last();
    book().append(headOf("mark"), {AttendanceStore::fact(sample.session.id, sample.trainee.id, Mark{})});
    const auto now = AttendanceStore(database()).mark(sample.session.id, sample.trainee.id);
    const auto then = AttendanceStore(database(), before).mark(sample.session.id, sample.trainee.id);
    EXPECT_EQ(now->mark, Mark{});
    EXPECT_EQ(now->change, before + 1);
    EXPECT_EQ(then->mark, sample.mark);
    EXPECT_FALSE(AttendanceStore(database(), 1).mark(sample.session.id, sample.trainee.id).has_value());
}

TEST_P(BookTest, AMomentFindsTheLastChangeUpToIt) {
    for (const std::int64_t ms : {1000, 2000, 2000, 5000}) {
        auto head = headOf("set");
        head.at = {ms};
        book().append(head, {PeopleStore::setting("a", std::to_string(ms))});
    }
    EXPECT_EQ(book().asOf({999}), 0);
    EXPECT_EQ(book().asOf({1000}), 1);
    EXPECT_EQ(book().asOf({2000}), 3);
    EXPECT_EQ(book().asOf({4999}), 3);
    EXPECT_EQ(book().asOf({9000}), 4);
}

TEST_P(BookTest, AClockThatWentBackHidesNoChange) {
    for (const std::int64_t ms : {1000, 5000, 2000, 2500, 9000}) {
        auto head = headOf("set");
        head.at = {ms};
        book().append(head, {PeopleStore::setting("a", std::to_string(ms))});
    }
    EXPECT_EQ(book().asOf({1500}), 1);
    EXPECT_EQ(book().asOf({6000}), 4) << "the two dated before the change they follow were known by then, too";
    EXPECT_EQ(book().asOf({9000}), 5);
    EXPECT_EQ(book().asOf({999}), 0);
}

TEST_P(BookTest, WhatWasTakenBackAfterAChangeIsToldByItsNumber) {
    const auto first = book().append(headOf("set"), {PeopleStore::setting("a", "1")});
    auto undo = headOf("undo");
    undo.undoes = first;
    const auto back = book().append(undo, book().reversal(first));
    EXPECT_EQ(book().takenBackAfter(first), std::set{first});
    EXPECT_TRUE(book().takenBackAfter(back).empty()) << "taken back before, not after";
    EXPECT_TRUE(book().takenBackAfter(first - 1).empty());
}

TEST_P(BookTest, UndoGivesEveryKeyItsFormerValueBack) {
    const auto sample = kept();
    const auto cell = [&](const std::optional<Mark>& mark, const domain::PersonId& trainee) {
        return AttendanceStore::fact(sample.session.id, trainee, mark);
    };
    const auto number =
        book().append(headOf("mark"), {cell(Mark{MarkKind::Absent, Minutes(0)}, sample.trainee.id),
                                       cell(Mark{}, sample.other.id)});
    auto undo = headOf("undo");
    undo.undoes = number;
    book().append(undo, book().reversal(number));
    AttendanceStore marks(database());
    EXPECT_EQ(marks.mark(sample.session.id, sample.trainee.id)->mark, sample.mark);
    EXPECT_FALSE(marks.mark(sample.session.id, sample.other.id).has_value())
        << "unmarked before, unmarked again";
    EXPECT_EQ(book().change(number + 1)->head.undoes, number);
    EXPECT_TRUE(book().verify().good());
}

TEST_P(BookTest, UndoOfAnUndoWritesTheValueAgain) {
    book().append(headOf("set"), {PeopleStore::setting("a", "1")});
    book().append(headOf("set"), {PeopleStore::setting("a", "2")});
    book().append(headOf("undo"), book().reversal(2));
    EXPECT_EQ(PeopleStore(database()).settings().at("a"), "1");
    book().append(headOf("undo"), book().reversal(3));
    EXPECT_EQ(PeopleStore(database()).settings().at("a"), "2");
    EXPECT_EQ(PeopleStore(database(), 3).settings().at("a"), "1");
}

TEST_P(BookTest, UndoGoesBackStepByStepOverWhatWasTakenBack) {
    const auto back = [&](ChangeNumber number) {
        auto undo = headOf("undo");
        undo.undoes = number;
        return book().append(undo, book().reversal(number));
    };
    const auto value = [&] { return PeopleStore(database()).settings().at("a"); };
    for (const char* one : {"1", "2", "3"})
        book().append(headOf("set"), {PeopleStore::setting("a", one)});
    back(3);
    back(2);
    EXPECT_EQ(value(), "1");
    EXPECT_THROW((void)book().reversal(3), Conflict) << "it is taken back already";
    book().append(headOf("set"), {PeopleStore::setting("a", "4")});
    EXPECT_THROW((void)book().reversal(1), Conflict) << "4 was built on it";
    back(6);
    back(1);
    EXPECT_FALSE(PeopleStore(database()).settings().contains("a"));
    EXPECT_TRUE(book().verify().good());
}

TEST_P(BookTest, UndoOfAFirstValueLeavesNone) {
    book().append(headOf("set"), {PeopleStore::setting("a", "1")});
    book().append(headOf("undo"), book().reversal(1));
    EXPECT_FALSE(PeopleStore(database()).settings().contains("a"));
    EXPECT_TRUE(PeopleStore(database(), 1).settings().contains("a"));
}

TEST_P(BookTest, WhatOthersBuiltOnCannotBeUndone) {
    const auto who = newId<domain::PersonId>();
    book().append(headOf("set"), {PeopleStore::setting("a", "1")});
    book().append(headOf("set", who), {PeopleStore::setting("a", "2")});
    try {
        (void)book().reversal(1);
        FAIL() << "nothing was in the way";
    } catch (const Conflict& conflict) {
        EXPECT_EQ(conflict.who(), who);
        EXPECT_EQ(conflict.change(), 2);
    }
}

TEST_P(BookTest, AConflictNamesBothValuesAndWhoWrote) {
    const auto sample = kept();
    const auto seen = AttendanceStore(database()).mark(sample.session.id, sample.trainee.id)->change;
    const auto theirs = AttendanceStore::fact(sample.session.id, sample.trainee.id, Mark{}, seen);
    const auto ours = AttendanceStore::fact(sample.session.id, sample.trainee.id,
                                            Mark{MarkKind::LeftEarly, Minutes(30)}, seen);
    const auto written = book().append(headOf("mark", sample.trainer.id), {theirs});
    try {
        book().append(headOf("mark", sample.mentor.id), {PeopleStore::setting("z", "with it"), ours});
        FAIL() << "no conflict";
    } catch (const Conflict& conflict) {
        EXPECT_EQ(conflict.table(), "mark");
        EXPECT_EQ(conflict.who(), sample.trainer.id);
        EXPECT_EQ(conflict.change(), written);
        EXPECT_EQ(conflict.ours(), (Conflict::Fields{{"kind", "left-early"}, {"minutes", std::int64_t{30}}}));
        EXPECT_EQ(conflict.theirs(), (Conflict::Fields{{"kind", "present"}, {"minutes", std::int64_t{0}}}));
    }
    EXPECT_EQ(book().last(), written);
    EXPECT_FALSE(PeopleStore(database()).settings().contains("z")) << "a change is kept whole or not at all";
}

TEST_P(BookTest, AConflictShowsAValueThatIsGone) {
    book().append(headOf("set"), {PeopleStore::setting("a", "1")});
    book().append(headOf("undo"), book().reversal(1));
    auto late = PeopleStore::setting("a", "3");
    late.saw = 1;
    try {
        book().append(headOf("set"), {late});
        FAIL() << "no conflict";
    } catch (const Conflict& conflict) {
        EXPECT_EQ(conflict.theirs(), (Conflict::Fields{{"value", std::monostate()}}));
    }
}

TEST_P(BookTest, SeeingNothingConflictsWithAFirstValue) {
    auto fact = PeopleStore::setting("a", "1");
    fact.saw = 0;
    book().append(headOf("set"), {fact});
    EXPECT_THROW(book().append(headOf("set"), {fact}), Conflict);
}

TEST_P(BookTest, SeeingNothingHoldsWhereAValueWasTakenBack) {
    auto fact = PeopleStore::setting("a", "1");
    fact.saw = 0;
    book().append(headOf("set"), {fact});
    book().append(headOf("undo"), book().reversal(1));
    EXPECT_EQ(book().append(headOf("set"), {fact}), 3);
    EXPECT_EQ(book().historyOf("setting", {"a"}).back().saw, 2) << "the line follows the one that took it back";
    EXPECT_THROW(book().append(headOf("set"), {fact}), Conflict);
    EXPECT_TRUE(book().verify().good());
}

TEST_P(BookTest, AKeyTakesOneValueInOneChange) {
    EXPECT_EQ(
        troubleOf([&] {
            book().append(headOf("set"), {PeopleStore::setting("a", "1"), PeopleStore::setting("a", "2")});
        }),
        Trouble::Constraint);
    EXPECT_EQ(book().last(), 0);
    EXPECT_TRUE(book().verify().good());
}

TEST_P(BookTest, FactsOfOneChangeMayNameEachOtherInAnyOrder) {
    const BookSample sample;
    std::vector<Fact> facts = PeopleStore::facts(sample.trainer);
    facts.insert(facts.begin(), {CohortStore::fact(sample.session), CohortStore::fact(sample.cohort)});
    EXPECT_EQ(book().append(headOf("lay"), facts), 1);
    EXPECT_EQ(CohortStore(database()).session(sample.session.id), sample.session);
    EXPECT_TRUE(book().verify().good());
}

TEST_P(BookTest, HistoryIsOldestFirstAndChangesNewestFirst) {
    for (const char* value : {"1", "2", "3"})
        book().append(headOf("set"), {PeopleStore::setting("a", value)});
    book().append(headOf("set"), {PeopleStore::setting("b", "x")});
    const auto history = book().historyOf("setting", {"a"});
    ASSERT_EQ(history.size(), 3U);
    EXPECT_EQ(history.front().fact.values, (std::vector<Value>{"1"}));
    EXPECT_EQ(history.back().saw, 2);
    const auto changes = book().changes(1, NOW, 2);
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(changes.front().number, 4);
    EXPECT_EQ(changes.back().number, 3);
    EXPECT_EQ(book().changes(1, 2, 10).size(), 1U);
}

TEST_P(BookTest, FactsOfAChangeComeInTheOrderTheyWereWritten) {
    const BookSample sample;
    book().append(headOf("x"), {PeopleStore::setting("z", "1"), PeopleStore::fact(sample.holiday, ""),
                                PeopleStore::setting("a", "2")});
    const auto facts = book().factsOf(1);
    ASSERT_EQ(facts.size(), 3U);
    EXPECT_EQ(facts[0].fact.key, std::vector<std::string>{"z"});
    EXPECT_EQ(facts[1].fact.table, "calendar_day");
    EXPECT_EQ(facts[2].fact.key, std::vector<std::string>{"a"});
}

TEST_P(BookTest, ThereIsNoSuchTable) {
    EXPECT_THROW(book().append(headOf("x"), {Fact{"sqlite_schema", {"a"}, {}, false, {}}}), std::logic_error);
    EXPECT_THROW(book().append(headOf("x"), {Fact{"setting", {"a", "b"}, {"c"}, false, {}}}),
                 std::logic_error);
    EXPECT_EQ(book().last(), 0);
}

TEST_P(BookTest, WhatIsKeptIsThereAfterClosing) {
    if (GetParam() == Place::Memory) return;
    const auto sample = kept();
    const auto head = book().headHash();
    place().reopen();
    EXPECT_EQ(book().headHash(), head);
    EXPECT_EQ(PeopleStore(database()).person(sample.mentor.id), sample.mentor);
    EXPECT_TRUE(book().verify().good());
}

} // namespace
