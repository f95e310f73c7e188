#include "Places.h"
#include "store/Schema.h"
#include "store/Sql.h"

namespace {

using namespace fledgling;
using namespace fledgling::store;
using namespace fledgling::test;
using domain::Date;

/// What the database itself refuses, whoever writes: the program's own rules are not asked here.
class RulesTest : public InEveryPlace {
protected:
    void SetUp() override {
        InEveryPlace::SetUp();
        if (!IsSkipped()) sample = kept();
    }
    ChangeNumber add(const Fact& fact) { return book().append(headOf("x"), {fact}); }
    /// Refused as a broken constraint, and nothing is kept of it.
    void expectRefused(const Fact& fact) {
        const auto before = book().last();
        EXPECT_EQ(troubleOf([&] { add(fact); }), Trouble::Constraint) << fact.table;
        EXPECT_EQ(book().last(), before);
    }
    /// The same fact with one value replaced, by its column's name.
    static Fact with(Fact fact, const std::string& column, Value value) {
        const auto& columns = table(fact.table).values;
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (columns[i].name == column) fact.values[i] = std::move(value);
        return fact;
    }
    BookSample sample;
};
FLEDGLING_EVERY_PLACE(RulesTest);

TEST_P(RulesTest, EveryValueOfTheSampleMustBeThere) {
    for (const auto& one : tables()) {
        if (one.personal) continue;
        const auto last = sql::one<std::int64_t>(database(), "SELECT max(t.change) FROM " + one.name +
                                                                 " t WHERE t.absent = 0")
                              .value();
        for (const auto& kept : book().factsOf(last)) {
            if (kept.fact.table != one.name) continue;
            for (const auto& column : one.values) {
                if (column.nullable) continue;
                SCOPED_TRACE(one.name + "." + column.name);
                expectRefused(with(kept.fact, column.name, std::monostate()));
            }
        }
    }
}

TEST_P(RulesTest, ADayIsOneOfTheCalendar) {
    for (const char* day : {"2026-02-30", "2026-13-01", "2026-00-10", "2026-1-1", "20261-1-1", "tomorrow!!",
                            "now", "", "0000-01-01", "2026-11-24T", "24-11-2026"}) {
        SCOPED_TRACE(day);
        expectRefused(with(CohortStore::fact(sample.session), "day", day));
        expectRefused(with(MentoringStore::fact(sample.decision), "until", day));
        expectRefused({"calendar_day", {day}, {std::int64_t{1}, "", ""}, false, {}});
    }
    add(with(CohortStore::fact(sample.session), "day", "2028-02-29"));
    add(with(CohortStore::fact(sample.session), "day", "0001-01-01"));
    add(with(CohortStore::fact(sample.session), "day", "9999-12-31"));
}

TEST_P(RulesTest, WordsAreThoseOfTheProgram) {
    const auto mark = AttendanceStore::fact(sample.later.id, sample.trainee.id, domain::Mark{});
    expectRefused(with(mark, "kind", "Present"));
    expectRefused(with(mark, "kind", ""));
    expectRefused(with(MentoringStore::fact(sample.decision), "kind", "approved"));
    expectRefused(with(MentoringStore::fact(sample.skill), "level", "expert"));
    expectRefused(with(PeopleStore::fact(sample.leave), "state", "maybe"));
    expectRefused(with(PeopleStore::facts(sample.trainee)[0], "leaning", "x"));
}

TEST_P(RulesTest, MinutesBelongToLateAndLeftEarly) {
    const auto mark = AttendanceStore::fact(sample.later.id, sample.trainee.id, domain::Mark{});
    expectRefused(with(mark, "minutes", std::int64_t{5}));
    expectRefused(with(mark, "minutes", std::int64_t{-1}));
    expectRefused(with(mark, "kind", "late"));
    expectRefused(with(with(mark, "kind", "late"), "minutes", std::int64_t{1440}));
    add(with(with(mark, "kind", "late"), "minutes", std::int64_t{1439}));
}

TEST_P(RulesTest, ATextIsNoNumber) {
    const auto mark = AttendanceStore::fact(sample.later.id, sample.trainee.id, domain::Mark{});
    expectRefused(with(mark, "minutes", "twelve"));
}

TEST_P(RulesTest, TimesRunForwards) {
    expectRefused(with(CohortStore::fact(sample.session), "ends", std::int64_t{420}));
    expectRefused(with(CohortStore::fact(sample.session), "begins", std::int64_t{1440}));
    expectRefused(with(PeopleStore::fact(sample.leave), "last", "2026-11-23"));
    expectRefused(with(CohortStore::fact(sample.member), "departed", "2026-11-22"));
}

TEST_P(RulesTest, CapacityHasBounds) {
    const auto person = PeopleStore::facts(sample.mentor)[0];
    expectRefused(with(person, "capacity", std::int64_t{21}));
    expectRefused(with(person, "capacity", std::int64_t{-1}));
    expectRefused(with(person, "retired", std::int64_t{2}));
    expectRefused(with(person, "roles", ""));
}

TEST_P(RulesTest, ADecisionSaysWhyAndUntilWhen) {
    const auto decision = MentoringStore::fact(sample.decision);
    expectRefused(with(decision, "why", ""));
    expectRefused(with(decision, "until", std::monostate()));
    expectRefused(with(with(with(decision, "kind", "extend"), "until", std::monostate()), "unmet", ""));
    add(with(with(decision, "until", std::monostate()), "unmet", ""));
}

TEST_P(RulesTest, ARaisedSkillRestsOnAnEntry) {
    const auto skill = MentoringStore::fact(sample.skill);
    expectRefused(with(skill, "evidence", std::monostate()));
    add(with(with(skill, "evidence", std::monostate()), "why", "签错了"));
}

TEST_P(RulesTest, IdsAreKnownOnes) {
    const auto nobody = newId<domain::PersonId>().text();
    expectRefused(with(CohortStore::fact(sample.session), "trainer", nobody));
    expectRefused(with(MentoringStore::fact(sample.pair), "mentor", nobody));
    expectRefused(AttendanceStore::fact(sample.session.id, domain::PersonId(nobody), domain::Mark{}));
}

TEST_P(RulesTest, ASessionIsNoPerson) {
    expectRefused(with(MentoringStore::fact(sample.pair), "mentor", sample.session.id.text()));
    expectRefused(with(CohortStore::fact(sample.session), "cohort", sample.trainee.id.text()));
    expectRefused(AttendanceStore::fact(domain::SessionId(sample.trainee.id.text()), sample.trainee.id,
                                        domain::Mark{}));
    expectRefused(
        AttendanceStore::fact(sample.session.id, domain::PersonId(sample.session.id.text()), domain::Mark{}));
}

TEST_P(RulesTest, AnIdIsOfOneKindForEver) {
    auto session = sample.session;
    session.id = domain::SessionId(sample.trainee.id.text());
    expectRefused(CohortStore::fact(session));
}

TEST_P(RulesTest, NobodyLeadsHimself) {
    auto own = sample.pair;
    own.trainee = own.mentor;
    expectRefused(MentoringStore::fact(own));
}

TEST_P(RulesTest, ATraineeHasOneMentorAtMost) {
    // Past the program: a second pair beside the one that stands has no place to stand.
    const auto last = book().last();
    book().append(headOf("x"), {PeopleStore::setting("a", "1")});
    const auto insert = [&](ChangeNumber saw) {
        sql::execute(
            database(),
            "INSERT INTO pairing (change, line, saw, absent, trainee, mentor, since, until, note) VALUES "
            "($1, 2, $2, 0, $3, $4, '2026-11-26', NULL, '')",
            {last + 1, saw, sample.trainee.id.text(), sample.trainer.id.text()});
    };
    EXPECT_EQ(troubleOf([&] { insert(0); }), Trouble::Constraint);
    EXPECT_EQ(MentoringStore(database()).currentPairs(), std::vector{sample.pair});
}

TEST_P(RulesTest, AMentorLeadsNoMoreThanTheCardSays) {
    // The sample's mentor has two places and one trainee.
    auto second = sample.pair;
    second.trainee = sample.other.id;
    const auto number = add(MentoringStore::fact(second));
    const auto third = personOf("韩梅梅", domain::Role::Trainee);
    book().append(headOf("x"), PeopleStore::facts(third));
    auto one = sample.pair;
    one.trainee = third.id;
    expectRefused(MentoringStore::fact(one));
    try {
        add(MentoringStore::fact(one));
    } catch (const StoreError& error) {
        EXPECT_NE(error.subject().find("mentor is full"), std::string::npos) << error.subject();
    }
    book().append(headOf("undo"), book().reversal(number));
    add(MentoringStore::fact(one));
    EXPECT_EQ(MentoringStore(database()).pairsOfMentor(sample.mentor.id).size(), 2U);
}

TEST_P(RulesTest, AnEndedPairFreesItsPlace) {
    auto second = sample.pair;
    second.trainee = sample.other.id;
    add(MentoringStore::fact(second));
    auto ended = sample.pair;
    ended.until = Date(2026, 12, 1);
    add(MentoringStore::fact(ended));
    const auto third = personOf("韩梅梅", domain::Role::Trainee);
    book().append(headOf("x"), PeopleStore::facts(third));
    auto one = sample.pair;
    one.trainee = third.id;
    add(MentoringStore::fact(one));
    expectRefused(MentoringStore::fact(sample.pair));
}

TEST_P(RulesTest, APairThatStandsMayBeCorrectedWhenTheCardSaysLess) {
    auto less = sample.mentor;
    less.capacity = 1;
    auto second = sample.pair;
    second.trainee = sample.other.id;
    add(MentoringStore::fact(second));
    book().append(headOf("x"), PeopleStore::facts(less));
    auto corrected = sample.pair;
    corrected.note = "话术已练";
    add(MentoringStore::fact(corrected));
    EXPECT_EQ(MentoringStore(database()).pairOf(sample.trainee.id), corrected);
}

TEST_P(RulesTest, WhoIsNoMentorHasNoPlace) {
    auto pair = sample.pair;
    pair.trainee = sample.other.id;
    pair.mentor = sample.trainer.id;
    expectRefused(MentoringStore::fact(pair));
}

TEST_P(RulesTest, TheRefusedConstraintIsNamed) {
    try {
        add(with(PeopleStore::facts(sample.mentor)[0], "capacity", std::int64_t{21}));
        FAIL() << "kept";
    } catch (const StoreError& error) {
        EXPECT_NE(error.subject().find("capacity"), std::string::npos) << error.subject();
        EXPECT_EQ(error.subject().find("INSERT"), std::string::npos) << error.subject();
    }
}

} // namespace
