#include "store/AttendanceStore.h"
#include "store/CohortStore.h"
#include "store/MentoringStore.h"
#include "store/PeopleStore.h"
#include "store/Sql.h"
#include "support/BookPlace.h"
#include "support/BookSample.h"

#include <Poco/Data/SQLite/Utility.h>
#include <functional>
#include <gtest/gtest.h>
#include <set>
#include <sqlite3.h>
#include <sstream>

namespace {

using namespace fledgling;
using namespace fledgling::store;
using namespace fledgling::test;

/// Whatever the program asks SQLite while `action` runs.
std::set<std::string> askedBy(Database& database, const std::function<void()>& action) {
    std::set<std::string> asked;
    sqlite3* file = Poco::Data::SQLite::Utility::dbHandle(*database.inside().session);
    sqlite3_trace_v2(
        file, SQLITE_TRACE_STMT,
        [](unsigned, void* all, void*, void* sql) {
            // A trigger announces itself as a comment.
            const std::string text = static_cast<const char*>(sql);
            if (!text.starts_with("--")) static_cast<std::set<std::string>*>(all)->insert(text);
            return 0;
        },
        &asked);
    action();
    sqlite3_trace_v2(file, 0, nullptr, nullptr);
    return asked;
}

/// The steps of a query's plan, each followed by "; ".
std::string planOf(Database& database, const std::string& sql) {
    std::string steps;
    sqlite3* file = Poco::Data::SQLite::Utility::dbHandle(*database.inside().session);
    sqlite3_exec(
        file, ("EXPLAIN QUERY PLAN " + sql).c_str(),
        [](void* all, int, char** values, char**) {
            *static_cast<std::string*>(all) += std::string(values[3]) + "; ";
            return 0;
        },
        &steps, nullptr);
    return steps;
}

/// Those of them that read a whole table.
std::string scansOf(Database& database, const std::string& sql) {
    std::string scans;
    std::istringstream steps(planOf(database, sql));
    for (std::string step; std::getline(steps, step, ';');) {
        step.erase(0, step.find_first_not_of(' '));
        if (step.starts_with("SCAN") && step != "SCAN CONSTANT ROW") scans += step + "; ";
    }
    return scans;
}

/// What pages and verbs ask for one person, session or cohort must not become slower with the years.
TEST(QueryPlan, WhatIsAskedOfOneReadsNoWholeTable) {
    Database database(":memory:", Database::Mode::Create);
    const BookSample sample;
    sample.keepIn(Book(database));
    Book book(database);
    AttendanceStore roll(database);
    CohortStore cohorts(database);
    PeopleStore people(database);
    MentoringStore mentoring(database);
    const auto& trainee = sample.trainee.id;
    const auto& session = sample.session.id;
    const std::vector<std::pair<const char*, std::function<void()>>> questions{
        {"marksIn", [&] { (void)roll.marksIn(session); }},
        {"marksOf", [&] { (void)roll.marksOf(trainee); }},
        {"mark", [&] { (void)roll.mark(session, trainee); }},
        {"hasMarks", [&] { (void)roll.hasMarks(session); }},
        {"isClosed", [&] { (void)roll.isClosed(session); }},
        {"guestsIn", [&] { (void)roll.guestsIn(session); }},
        {"guestingsOf", [&] { (void)roll.guestingsOf(trainee); }},
        {"waiversOf", [&] { (void)roll.waiversOf(trainee); }},
        {"files", [&] { (void)cohorts.files(sample.course.course, sample.course.version); }},
        {"texts", [&] { (void)cohorts.texts(sample.course.course, sample.course.version); }},
        {"file", [&] { (void)cohorts.file(sample.course.course, sample.course.version, "course.yaml"); }},
        {"cohort", [&] { (void)cohorts.cohort(sample.cohort.id); }},
        {"sessionsOf", [&] { (void)cohorts.sessionsOf(sample.cohort.id); }},
        {"sessionsBetween", [&] { (void)cohorts.sessionsBetween(sample.session.day, sample.session.day); }},
        {"session", [&] { (void)cohorts.session(session); }},
        {"membersOf", [&] { (void)cohorts.membersOf(sample.cohort.id); }},
        {"membershipsOf", [&] { (void)cohorts.membershipsOf(trainee); }},
        {"person", [&] { (void)people.person(trainee); }},
        {"byStaffNumber", [&] { (void)people.byStaffNumber("001"); }},
        {"leavesOf", [&] { (void)people.leavesOf(trainee); }},
        {"leave", [&] { (void)people.leave(sample.leave.id); }},
        {"pairOf", [&] { (void)mentoring.pairOf(trainee); }},
        {"pairsOfMentor", [&] { (void)mentoring.pairsOfMentor(sample.mentor.id); }},
        {"entriesOf", [&] { (void)mentoring.entriesOf(trainee); }},
        {"entry", [&] { (void)mentoring.entry(sample.entry.id); }},
        {"skillsOf", [&] { (void)mentoring.skillsOf(trainee); }},
        {"acknowledgementsOf", [&] { (void)mentoring.acknowledgementsOf(std::set{trainee}); }},
        {"problemsOf", [&] { (void)mentoring.problemsOf(trainee); }},
        {"problem", [&] { (void)mentoring.problem(sample.problem.id); }},
        {"decisionOf", [&] { (void)mentoring.decisionOf(trainee); }},
        {"change", [&] { (void)book.change(3); }},
        {"changes", [&] { (void)book.changes(3, 10, 5); }},
        {"asOf", [&] { (void)book.asOf({1'000}); }},
        {"closed", [&] { (void)roll.closed({session}); }},
        {"factsOf", [&] { (void)book.factsOf(3); }},
        {"historyOf",
         [&] {
             (void)book.historyOf("mark", {session.text(), trainee.text()});
         }},
        {"current",
         [&] {
             (void)book.current("mark", {session.text(), trainee.text()});
         }},
        {"append",
         [&] { book.append(headOf("mark"), {AttendanceStore::fact(session, trainee, domain::Mark{})}); }},
        {"pair", [&] { book.append(headOf("pair"), {MentoringStore::fact(sample.pair)}); }},
    };
    for (const auto& [name, ask] : questions) {
        auto asked = askedBy(database, ask);
        EXPECT_FALSE(asked.empty()) << name;
        // From the end in the order of the rows, stopping after one: a scan by name only.
        asked.erase("SELECT number, hash FROM change ORDER BY number DESC LIMIT 1");
        for (const auto& sql : asked)
            EXPECT_EQ(scansOf(database, sql), "") << name << "\n" << sql;
    }
}

/// A search by number or moment may be as long as the book; these are told by the index they go by.
TEST(QueryPlan, WhatIsAskedOfAPastDayIsFoundByAnIndex) {
    Database database(":memory:", Database::Mode::Create);
    Book book(database);
    const std::vector<std::pair<const char*, std::function<void()>>> questions{
        {"change_undoes", [&] { (void)book.takenBackAfter(3); }},
        {"change_at", [&] { (void)book.asOf({1'000}); }},
        {"leave_last", [&] { (void)PeopleStore(database).leaves(domain::Date(2026, 11, 24), domain::Date(2026, 11, 24)); }},
    };
    for (const auto& [index, ask] : questions) {
        std::string plans;
        for (const auto& sql : askedBy(database, ask))
            plans += planOf(database, sql);
        EXPECT_NE(plans.find(std::string("INDEX ") + index), std::string::npos) << plans;
    }
}

TEST(QueryPlan, AWholeTableReadIsNoticed) {
    // The test above means something only if it could fail.
    Database database(":memory:", Database::Mode::Create);
    EXPECT_NE(scansOf(database, "SELECT * FROM mark WHERE minutes = 3"), "");
}

} // namespace
