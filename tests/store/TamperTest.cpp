#include "Places.h"
#include "store/Schema.h"

namespace {

using namespace fledgling;
using namespace fledgling::store;
using namespace fledgling::test;

struct Cell {
    std::string table;
    std::string column;
    Kind kind;
};

/// Every column of every table.
std::vector<Cell> cells() {
    std::vector<Cell> all;
    const auto add = [&](const std::string& table, Kind kind, std::initializer_list<const char*> columns) {
        for (const auto* column : columns)
            all.push_back({table, column, kind});
    };
    add("change", Kind::Text, {"command", "who", "local_date", "zone", "verb", "why", "hash"});
    add("change", Kind::Number, {"number", "at", "undoes"});
    add("entity", Kind::Text, {"id", "kind"});
    add("entity", Kind::Number, {"change"});
    for (const auto& one : tables()) {
        add(one.name, Kind::Number, {"change", "line", "saw", "absent"});
        if (one.personal) add(one.name, Kind::Text, {"salt", "digest"});
        for (const auto* columns : {&one.key, &one.values})
            for (const auto& column : *columns)
                all.push_back({one.name, column.name, column.kind});
    }
    return all;
}

std::string changeColumn(const std::string& table) { return table == "change" ? "number" : "change"; }

class TamperTest : public InEveryPlace {
protected:
    void SetUp() override {
        InEveryPlace::SetUp();
        if (IsSkipped()) return;
        m_sample = kept();
        place().disarm();
    }
    /// The first change of a table, whose line is tampered with; 0 when it has none.
    ChangeNumber firstChange(const std::string& table) {
        return std::stoll("0" + place().past("SELECT min(" + changeColumn(table) + ") FROM " + table));
    }
    BookSample m_sample;
};
FLEDGLING_SHARED_PLACES(TamperTest);

TEST_P(TamperTest, DisarmingAloneHarmsNothing) { EXPECT_TRUE(book().verify().good()); }

TEST_P(TamperTest, ATamperedColumnIsFoundAndItsChangeNamed) {
    std::string spares, putBack;
    std::map<std::string, ChangeNumber> first;
    for (const auto& table : allTables()) {
        spares += "CREATE TABLE spare_" + table + " AS SELECT * FROM " + table + "; ";
        first[table] = firstChange(table);
        ASSERT_GT(first[table], 0) << "the sample keeps nothing in " << table;
    }
    place().tamper(spares);
    // What is hashed is the same on a server, which is asked for some columns of every table only.
    const int step = GetParam() == Place::Server ? 5 : 1;
    int passed = 0;
    for (const auto& [table, column, kind] : cells()) {
        if (passed++ % step != 0) continue;
        const auto change = first[table];
        const std::string forged = kind == Kind::Number ? "coalesce(" + column + ", 0) + 1000"
                                                        : "coalesce(" + column + ", '') || 'x'";
        const std::string row = GetParam() == Place::Server ? "ctid" : "rowid";
        place().tamper(putBack + "UPDATE " + table + " SET " + column + " = " + forged + " WHERE " + row +
                       " = (SELECT min(" + row + ") FROM " + table + " WHERE " + changeColumn(table) + " = " +
                       std::to_string(change) + ")");
        const auto verified = book().verify();
        EXPECT_EQ(verified.firstBad, change) << table << "." << column;
        EXPECT_EQ(verified.changes, change - 1) << table << "." << column;
        putBack = "DELETE FROM " + table + "; INSERT INTO " + table + " SELECT * FROM spare_" + table + "; ";
    }
    place().tamper(putBack);
    EXPECT_TRUE(book().verify().good()) << "everything was put back each time";
}

TEST_P(TamperTest, AnErasedPieceIsFound) {
    // As if by the program's own erasure, but without its change.
    place().tamper("UPDATE person_card SET name = '', staff_number = '', phone = '', email = '', salt = '' "
                   "WHERE person = '" +
                   m_sample.trainee.id.text() + "'");
    const auto verified = book().verify();
    EXPECT_EQ(verified.firstBad, 1);
    EXPECT_EQ(verified.table, "person_card");
}

TEST_P(TamperTest, AMissingChangeIsFound) {
    place().tamper("DELETE FROM setting WHERE change = 3");
    EXPECT_EQ(book().verify().firstBad, 3) << "its line is gone";
    place().tamper("DELETE FROM change WHERE number = 3");
    EXPECT_EQ(book().verify().firstBad, 3) << "and itself";
}

TEST_P(TamperTest, AMissingFirstChangeIsFound) {
    place().tamper("DELETE FROM change WHERE number = 1");
    EXPECT_EQ(book().verify().firstBad, 1);
}

TEST_P(TamperTest, SwappedChangesAreFound) {
    place().tamper(
        "UPDATE setting SET change = 1000 WHERE change = 3; UPDATE calendar_day SET change = 3 WHERE change "
        "= 4; "
        "UPDATE setting SET change = 4 WHERE change = 1000; UPDATE change SET number = 1000 WHERE number = "
        "3; "
        "UPDATE change SET number = 3 WHERE number = 4; UPDATE change SET number = 4 WHERE number = 1000");
    EXPECT_EQ(book().verify().firstBad, 3);
}

TEST_P(TamperTest, SwappedLinesOfAChangeAreFound) {
    place().tamper(
        "UPDATE course_file SET line = 100 WHERE change = 5 AND line = 2; UPDATE course_file SET line = 2 "
        "WHERE "
        "change = 5 AND line = 3; UPDATE course_file SET line = 3 WHERE change = 5 AND line = 100");
    EXPECT_EQ(book().verify().firstBad, 5);
}

TEST_P(TamperTest, AnAddedLineIsFound) {
    const std::string line = "INSERT INTO setting (change, line, saw, absent, name, value) VALUES (";
    place().tamper(line + "6, 4, 0, 0, 'forged', 'x')");
    EXPECT_EQ(book().verify().firstBad, 6) << "in a change";
    place().tamper("UPDATE setting SET change = 1000 WHERE name = 'forged'");
    EXPECT_EQ(book().verify().firstBad, book().last() + 1) << "behind the last";
    EXPECT_EQ(book().verify().table, "setting");
    place().tamper("UPDATE setting SET change = -1 WHERE name = 'forged'");
    EXPECT_EQ(book().verify().table, "setting") << "before the first";
}

TEST_P(TamperTest, AnAddedIdIsFound) {
    place().tamper("INSERT INTO entity (id, kind, change) VALUES ('" + newId<domain::PersonId>().text() +
                   "', 'person', 2)");
    EXPECT_EQ(book().verify().firstBad, 2);
    EXPECT_EQ(book().verify().table, "entity");
}

TEST_P(TamperTest, ACutTailShowsInThePrintedHead) {
    const auto printed = book().headHash();
    const auto end = std::to_string(book().last());
    place().tamper("DELETE FROM decision WHERE change = " + end +
                   "; DELETE FROM change WHERE number = " + end);
    EXPECT_TRUE(book().verify().good()) << "nothing inside the book can know";
    EXPECT_NE(book().verify().head, printed);
}

TEST_P(TamperTest, AForgedHashBreaksTheNextChange) {
    // Recomputing one hash is not enough: the next change rests on the old one.
    place().tamper("UPDATE change SET hash = '" + std::string(64, 'e') + "' WHERE number = 3");
    EXPECT_EQ(book().verify().firstBad, 3);
}

} // namespace
