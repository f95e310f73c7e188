#include "Places.h"
#include "store/Schema.h"
#include "store/Sql.h"

#include <stdexcept>

namespace {

using namespace fledgling;
using namespace fledgling::store;
using namespace fledgling::test;

class AppendOnlyTest : public InEveryPlace {
protected:
    /// The words with which the database refuses the statement, whoever asks; empty when it obeys.
    std::string refusal(const std::string& sql) {
        try {
            if (GetParam() == Place::Memory)
                sql::execute(database(), sql);
            else
                place().past(sql);
        } catch (const StoreError& error) {
            return error.details();
        } catch (const std::runtime_error& error) {
            return error.what();
        }
        return "";
    }
    void expectRefused(const std::string& sql, const std::string& words) {
        const auto refused = refusal(sql);
        EXPECT_NE(refused.find(words), std::string::npos) << sql << "\n" << refused;
    }
    [[nodiscard]] bool isSqlite() const { return GetParam() != Place::Server; }
};
FLEDGLING_EVERY_PLACE(AppendOnlyTest);

TEST_P(AppendOnlyTest, NothingIsUpdated) {
    kept();
    for (const auto& table : allTables()) {
        const std::string column = table == "change" ? "number" : "change";
        expectRefused("UPDATE " + table + " SET " + column + " = " + column, "append-only");
    }
    EXPECT_TRUE(book().verify().good());
}

TEST_P(AppendOnlyTest, NothingIsDeleted) {
    kept();
    for (const auto& table : allTables())
        expectRefused("DELETE FROM " + table, "append-only");
    EXPECT_TRUE(book().verify().good());
}

TEST_P(AppendOnlyTest, NothingIsTruncated) {
    if (isSqlite()) return;
    kept();
    for (const auto& table : allTables())
        expectRefused("TRUNCATE " + table + " CASCADE", "append-only");
    EXPECT_TRUE(book().verify().good());
}

TEST_P(AppendOnlyTest, NothingIsReplaced) {
    if (!isSqlite()) return;
    kept();
    for (const auto& table : allTables())
        EXPECT_NE(refusal("INSERT OR REPLACE INTO " + table + " SELECT * FROM " + table), "") << table;
    EXPECT_TRUE(book().verify().good());
}

TEST_P(AppendOnlyTest, NothingIsUpsertedOver) {
    kept();
    for (const auto& table : allTables()) {
        const std::string key = table == "change" ? "number" : table == "entity" ? "id" : "change, line";
        const std::string column = table == "change" ? "number" : "change";
        EXPECT_NE(refusal("INSERT INTO " + table + " SELECT * FROM " + table + " WHERE true ON CONFLICT (" +
                          key + ") DO UPDATE SET " + column + " = EXCLUDED." + column),
                  "")
            << table;
    }
    EXPECT_TRUE(book().verify().good());
}

TEST_P(AppendOnlyTest, AnotherChangeWithAnOldHashOrCommandReplacesNothing) {
    book().append(headOf("set"), {PeopleStore::setting("a", "1")});
    const std::string copy =
        "SELECT 2, %c, who, at, local_date, zone, verb, why, undoes, %h FROM change WHERE number = 1";
    const auto with = [&](const std::string& command, const std::string& hash) {
        auto sql = (isSqlite() ? "INSERT OR REPLACE INTO change " : "INSERT INTO change ") + copy;
        sql.replace(sql.find("%c"), 2, command);
        return sql.replace(sql.find("%h"), 2, hash);
    };
    expectRefused(with("'" + newId<domain::CommandId>().text() + "'", "hash"), "not the next change");
    expectRefused(with("command", "'" + std::string(64, 'f') + "'"), "not the next change");
    EXPECT_TRUE(book().verify().good());
}

TEST_P(AppendOnlyTest, NumbersHaveNoGap) {
    book().append(headOf("set"), {PeopleStore::setting("a", "1")});
    for (const char* number : {"3", "1", "0"})
        EXPECT_NE(refusal(std::string("INSERT INTO change SELECT ") + number + ", '" +
                          newId<domain::CommandId>().text() +
                          "', who, at, local_date, zone, verb, why, undoes, '" + std::string(64, 'f') +
                          "' FROM change"),
                  "")
            << number;
}

TEST_P(AppendOnlyTest, AFactIsWrittenOnTheLatestOnly) {
    book().append(headOf("set"), {PeopleStore::setting("a", "1")});
    book().append(headOf("set"), {PeopleStore::setting("a", "2")});
    book().append(headOf("set"), {PeopleStore::setting("b", "3")});
    for (const char* saw : {"0", "1"})
        expectRefused(
            std::string("INSERT INTO setting (change, line, saw, absent, name, value) VALUES (3, 2, ") + saw +
                ", 0, 'a', 'x')",
            "not written on the latest fact");
}

TEST_P(AppendOnlyTest, ACardIsBlankedButNeverAltered) {
    const auto sample = kept();
    const std::string whose = " WHERE person = '" + sample.trainee.id.text() + "'";
    const std::string blank =
        "UPDATE person_card SET name = '', staff_number = '', phone = '', email = '', salt = ''";
    for (const char* one :
         {", digest = ''", ", saw = 1", ", absent = 1", ", line = 99", ", change = 2", ", person = ''"})
        EXPECT_NE(refusal(blank + one + whose), "") << one;
    EXPECT_NE(refusal("UPDATE person_card SET name = 'X'" + whose), "");
    EXPECT_NE(refusal("UPDATE person_card SET name = 'X', salt = ''" + whose), "");
    EXPECT_NE(refusal("UPDATE person_card SET name = ''" + whose), "") << "half a blank";
    EXPECT_EQ(PeopleStore(database()).person(sample.trainee.id), sample.trainee);
    EXPECT_EQ(refusal(blank + whose), "");
}

} // namespace
