#include "Places.h"
#include "store/Sql.h"

namespace {

using namespace fledgling;
using namespace fledgling::store;
using namespace fledgling::test;

class TransactionTest : public InEveryPlace {
protected:
    void set(const std::string& name) { book().append(headOf("set"), {PeopleStore::setting(name, "1")}); }
    bool has(const std::string& name) { return PeopleStore(database()).settings().contains(name); }
};
FLEDGLING_EVERY_PLACE(TransactionTest);

TEST_P(TransactionTest, SeveralChangesAreKeptTogether) {
    {
        Book::Transaction transaction(database());
        set("a");
        set("b");
        transaction.commit();
    }
    EXPECT_TRUE(has("a") && has("b"));
    EXPECT_TRUE(book().verify().good());
}

TEST_P(TransactionTest, WithoutCommitNothingIsKept) {
    {
        Book::Transaction transaction(database());
        set("a");
        EXPECT_TRUE(has("a")) << "it sees its own writes";
    }
    EXPECT_FALSE(has("a"));
    EXPECT_EQ(book().last(), 0);
    set("b");
    EXPECT_TRUE(has("b")) << "the next one works";
}

TEST_P(TransactionTest, AnExceptionRollsBack) {
    EXPECT_THROW(
        {
            Book::Transaction transaction(database());
            set("a");
            throw std::runtime_error("out of the blue");
        },
        std::runtime_error);
    EXPECT_EQ(book().last(), 0);
}

TEST_P(TransactionTest, AnInnerOneIsKeptWithTheOuterOne) {
    {
        Book::Transaction outer(database());
        {
            Book::Transaction inner(database());
            set("a");
            inner.commit();
        }
        set("b");
    }
    EXPECT_EQ(book().last(), 0) << "the outer one never committed";
}

TEST_P(TransactionTest, AnInnerOneThatGaveUpTakesTheOuterOneWithIt) {
    Book::Transaction outer(database());
    {
        Book::Transaction inner(database());
        set("a");
    }
    EXPECT_EQ(troubleOf([&] { outer.commit(); }), Trouble::Unexpected);
}

TEST_P(TransactionTest, AnInnerOneThatOnlyReadHarmsNothing) {
    {
        Book::Transaction outer(database());
        set("a");
        {
            Book::Transaction inner(database());
            EXPECT_TRUE(has("a"));
        }
        set("b");
        outer.commit();
    }
    EXPECT_TRUE(has("a") && has("b"));
}

TEST_P(TransactionTest, AfterAFailedStatementNothingMoreIsDoneAndCommitRefuses) {
    {
        Book::Transaction transaction(database());
        set("a");
        EXPECT_EQ(troubleOf([&] { sql::execute(database(), "DELETE FROM change"); }), Trouble::Constraint);
        EXPECT_EQ(troubleOf([&] { set("b"); }), Trouble::Unexpected);
        EXPECT_EQ(troubleOf([&] { (void)has("a"); }), Trouble::Unexpected);
        EXPECT_EQ(troubleOf([&] { transaction.commit(); }), Trouble::Unexpected);
    }
    EXPECT_FALSE(has("a"));
    EXPECT_FALSE(has("b"));
    set("c");
    EXPECT_TRUE(has("c"));
    EXPECT_TRUE(book().verify().good());
}

TEST_P(TransactionTest, AFailureOutsideATransactionIsForgotten) {
    EXPECT_EQ(troubleOf([&] { sql::execute(database(), "SELECT no_such_thing"); }), Trouble::Unexpected);
    set("a");
    EXPECT_TRUE(has("a"));
}

TEST_P(TransactionTest, ARefusedTextLeavesNothingBehind) {
    EXPECT_EQ(troubleOf([&] {
                  book().append(headOf("set"), {PeopleStore::setting("a", "1"),
                                                PeopleStore::setting("b", std::string("x\0y", 3))});
              }),
              Trouble::Constraint);
    EXPECT_EQ(book().last(), 0);
    EXPECT_FALSE(has("a"));
}

/// A disk that is full, as SQLite sees it.
class FullDiskTest : public TransactionTest {
protected:
    void leavePages(int more) {
        const auto pages = sql::one<std::int64_t>(database(), "PRAGMA page_count").value();
        sql::execute(database(), "PRAGMA max_page_count=" + std::to_string(pages + more));
    }
};
INSTANTIATE_TEST_SUITE_P(, FullDiskTest, testing::Values(Place::Memory, Place::File), nameOfParam);

TEST_P(FullDiskTest, EverythingKeptBeforeStandsAndWorkGoesOnWhenThereIsRoom) {
    kept();
    leavePages(4);
    const std::string text(3000, 'x');
    ChangeNumber keptUpTo = book().last();
    const auto full = troubleOf([&] {
        for (int i = 0;; ++i) {
            keptUpTo = book().append(headOf("set"), {PeopleStore::setting("a" + std::to_string(i), text)});
        }
    });
    EXPECT_EQ(full, Trouble::DiskFull);
    EXPECT_EQ(book().last(), keptUpTo);
    EXPECT_TRUE(book().verify().good());
    sql::execute(database(), "PRAGMA max_page_count=100000");
    EXPECT_EQ(book().append(headOf("set"), {PeopleStore::setting("b", text)}), keptUpTo + 1);
    EXPECT_TRUE(book().verify().good());
}

TEST_P(FullDiskTest, ATransactionThatFillsTheDiskIsGoneAsAWhole) {
    kept();
    const auto before = book().last();
    leavePages(4);
    {
        Book::Transaction transaction(database());
        EXPECT_EQ(troubleOf([&] {
                      for (int i = 0;; ++i)
                          book().append(headOf("set"), {PeopleStore::setting("a" + std::to_string(i),
                                                                             std::string(3000, 'x'))});
                  }),
                  Trouble::DiskFull);
        // SQLite may have rolled back by now: what came next would be kept on its own.
        EXPECT_EQ(troubleOf([&] { set("after"); }), Trouble::Unexpected);
        EXPECT_EQ(troubleOf([&] { transaction.commit(); }), Trouble::Unexpected);
    }
    EXPECT_EQ(book().last(), before);
    EXPECT_FALSE(has("after"));
    EXPECT_TRUE(book().verify().good());
}

} // namespace
