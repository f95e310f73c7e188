#include "store/Schema.h"
#include "store/Shape.h"

#include <algorithm>
#include <stdexcept>

namespace fledgling::store {

namespace {

Column text(const char* name, const char* check = "") { return {name, Kind::Text, check, "", false}; }
Column id(const char* name, const char* entity) { return {name, Kind::Text, "", entity, false}; }
Column optionalText(const char* name, const char* check) { return {name, Kind::Text, check, "", true}; }
Column optionalId(const char* name, const char* entity) { return {name, Kind::Text, "", entity, true}; }
Column number(const char* name, const char* check = "") { return {name, Kind::Number, check, "", false}; }
Column flag(const char* name) { return {name, Kind::Number, "{} IN (0, 1)", "", false}; }
Column date(const char* name) { return {name, Kind::Text, "{date}", "", false}; }
Column optionalDate(const char* name) { return {name, Kind::Text, "{date}", "", true}; }

std::vector<Table> peopleTables() {
    return {
        {"person",
         "person",
         {id("person", "person")},
         {text("roles", "{} <> ''"), text("posts"),
          text("leaning", "{} IN ('all-round', 'technical', 'theory')"),
          number("capacity", "{} BETWEEN 0 AND 20"), optionalDate("since"), text("department"), text("title"),
          text("shift"), flag("retired")},
         false,
         {},
         {}},
        {"person_card",
         "",
         {id("person", "person")},
         {text("name"), text("staff_number"), text("phone"), text("email")},
         true,
         {},
         {"staff_number"}},
        {"leave",
         "leave",
         {id("leave", "leave")},
         {id("person", "person"), date("first"), date("last"),
          text("state", "{} IN ('asked', 'approved', 'refused')"), text("why")},
         false,
         {"last >= first"},
         {"person, first"}},
        {"setting", "", {text("name")}, {text("value")}, false, {}, {}},
        {"calendar_day", "", {date("day")}, {flag("working"), text("name"), text("source")}, false, {}, {}},
    };
}

std::vector<Table> courseTables() {
    return {
        {"course",
         "",
         {text("course", "{} <> ''"), text("version", "{} <> ''")},
         {text("title"), text("digest")},
         false,
         {},
         {}},
        {"course_file",
         "",
         {text("course"), text("version"), text("path", "{} <> ''")},
         {text("encoding", "{} IN ('text', 'base64')"), text("content")},
         false,
         {},
         {}},
        {"cohort",
         "cohort",
         {id("cohort", "cohort")},
         {text("name", "{} <> ''"), text("course"), text("version"), date("start"), optionalDate("review")},
         false,
         {},
         {}},
        {"session",
         "session",
         {id("session", "session")},
         {id("cohort", "cohort"), text("course_session"), date("day"),
          number("begins", "{} BETWEEN 0 AND 1439"), number("ends", "{} BETWEEN 0 AND 1439"), text("room"),
          optionalId("trainer", "person")},
         false,
         {"ends > begins"},
         {"cohort", "day"}},
        {"member",
         "",
         {id("cohort", "cohort"), id("trainee", "person")},
         {date("joined"), optionalDate("departed"), text("why")},
         false,
         {"departed IS NULL OR departed >= joined"},
         {"trainee"}},
    };
}

std::vector<Table> rollTables() {
    return {
        {"mark",
         "",
         {id("session", "session"), id("trainee", "person")},
         {text("kind", "{} IN ('present', 'late', 'left-early', 'leave', 'absent')"),
          number("minutes", "{} BETWEEN 0 AND 1439")},
         false,
         {"(kind IN ('late', 'left-early')) = (minutes > 0)"},
         {"trainee"}},
        {"roll_closed", "", {id("session", "session")}, {flag("closed")}, false, {}, {}},
        {"guest",
         "",
         {id("session", "session"), id("trainee", "person")},
         {flag("expected")},
         false,
         {},
         {"trainee"}},
        {"waiver",
         "",
         {id("trainee", "person"), text("course"), text("course_session")},
         {text("why", "{} <> ''")},
         false,
         {},
         {}},
    };
}

std::vector<Table> mentorTables() {
    return {
        {"pairing",
         "",
         {id("trainee", "person")},
         {id("mentor", "person"), date("since"), optionalDate("until"), text("note")},
         false,
         {"mentor <> trainee"},
         {"mentor"}},
        {"log_entry",
         "log",
         {id("entry", "log")},
         {id("trainee", "person"), id("mentor", "person"), date("day"), text("practised"),
          text("how", "{} IN ('none', 'shown', 'helped', 'alone')"), text("went_well"), text("next"),
          text("problems")},
         false,
         {},
         {"trainee, day"}},
        {"skill",
         "",
         {id("trainee", "person"), text("skill")},
         {text("level", "{} IN ('none', 'shown', 'helped', 'alone')"), optionalId("evidence", "log"),
          text("why")},
         false,
         {"level = 'none' OR why <> '' OR evidence IS NOT NULL"},
         {}},
        {"problem",
         "problem",
         {id("problem", "problem")},
         {id("person", "person"), date("day"), text("problem_text", "{} <> ''"), text("answer"),
          optionalId("answered_by", "person")},
         false,
         {},
         {"person, day"}},
        {"acknowledgement",
         "",
         {id("trainee", "person"), text("course"), text("rule_file")},
         {text("version"), text("digest"), date("day")},
         false,
         {},
         {}},
        {"decision",
         "",
         {id("trainee", "person")},
         {text("kind", "{} IN ('approve', 'hold', 'extend')"), text("why", "{} <> ''"), optionalDate("until"),
          text("unmet"), text("basis"), number("basis_change")},
         false,
         {"kind <> 'extend' OR until IS NOT NULL", "kind <> 'approve' OR unmet = '' OR until IS NOT NULL"},
         {}},
    };
}

std::vector<Table> assessmentTables() {
    return {
        {"result",
         "",
         {id("trainee", "person"), text("course"), text("assessment", "{} <> ''"), text("attempt", "{} <> ''")},
         {number("percent", "{} BETWEEN 0 AND 100"), flag("passed"), date("day"), text("note")},
         false,
         {},
         {},
         2},
    };
}

/// What every table of chat reviews is keyed by: the 1st, 2nd ... chat read of a person's day.
std::vector<Column> chatKey(bool withCriterion = false) {
    std::vector<Column> key{id("agent", "person"), date("day"), text("chat", "{} <> ''")};
    if (withCriterion) key.push_back(text("criterion", "{} <> ''"));
    return key;
}

std::vector<Column> readingColumns() {
    Column reply = number("reply_seconds", "{} >= 0");
    reply.nullable = true;
    return {text("course"), text("version"), text("faults"), text("not_applicable"), reply,
            // No entity of its own: older books know no such kind.
            optionalText("record", "length({}) = 36")};
}

std::vector<Table> chatTables() {
    return {
        {"chat_record",
         "",
         {text("record", "length({}) = 36")},
         {id("agent", "person"), date("day"), number("begun", "{} >= 0"), text("source"), text("content", "{} <> ''")},
         false,
         {},
         {"agent, day"},
         3},
        {"chat_sample",
         "",
         {id("agent", "person"), date("day")},
         {number("seed"), number("offered", "{} >= 0"), text("source"), text("left_out")},
         false,
         {},
         {},
         3},
        {"chat_review", "", chatKey(), readingColumns(), false, {}, {"day"}, 3},
        {"chat_fault", "", chatKey(true), {text("reason", "{} <> ''"), text("quote")}, false, {}, {}, 3},
        {"second_reading", "", chatKey(), readingColumns(), false, {}, {"day"}, 3},
        {"second_fault", "", chatKey(true), {text("reason", "{} <> ''"), text("quote")}, false, {}, {"day"}, 6},
        {"reading_settled",
         "",
         chatKey(),
         {text("stands", "{} IN ('first', 'second')"), text("why", "{} <> ''")},
         false,
         {},
         {"day"},
         6},
        {"appeal",
         "",
         chatKey(true),
         {text("state", "{} IN ('open', 'upheld', 'rejected')"), text("plea", "{} <> ''"), text("answer"),
          optionalId("decided_by", "person")},
         false,
         {"(state = 'open') = (decided_by IS NULL)"},
         {"day"},
         3},
        {"month_closed", "", {text("month", "length({}) = 7")}, {flag("closed")}, false, {}, {}, 3},
    };
}

/// What every table of quizzes taken in the window is keyed by: one attempt of one trainee.
std::vector<Column> paperKey(bool withQuestion = false) {
    std::vector<Column> key{id("trainee", "person"), text("course"), text("assessment", "{} <> ''"),
                            text("attempt", "{} <> ''")};
    if (withQuestion) key.push_back(text("question", "{} <> ''"));
    return key;
}

std::vector<Table> quizTables() {
    return {
        {"quiz_paper",
         "",
         paperKey(),
         {text("version"), text("bank"), text("questions", "{} <> ''"), number("seed", "{} >= 0"), number("begun_at"),
          number("minutes", "{} >= 0")},
         false,
         {},
         {},
         3},
        {"quiz_answer", "", paperKey(true), {text("response")}, false, {}, {}, 3},
        {"quiz_handed_in", "", paperKey(), {number("handed_in_at"), flag("timed_out")}, false, {}, {}, 3},
        {"quiz_mark", "", paperKey(true), {number("fraction", "{} BETWEEN 0 AND 100000"), text("note")}, false, {}, {}, 3},
        {"quiz_regraded", "", paperKey(), {text("version", "{} <> ''"), text("why", "{} <> ''")}, false, {}, {}, 4},
        {"attempt_granted", "", paperKey(), {text("why", "{} <> ''")}, false, {}, {}, 3},
    };
}

std::vector<Table> practicalTables() {
    auto markKey = paperKey();
    markKey.push_back(text("item", "{} <> ''"));
    return {
        {"practical_sheet",
         "",
         paperKey(),
         {text("version"), date("day"), text("state", "{} IN ('marking', 'handed-on', 'sent-back', 'confirmed')"),
          id("marker", "person"), optionalId("decider", "person"), text("note")},
         false,
         {"state NOT IN ('sent-back', 'confirmed') OR decider IS NOT NULL", "decider IS NULL OR decider <> marker"},
         {},
         4},
        {"mentor_evaluation",
         "",
         {id("trainee", "person"), id("mentor", "person"), text("occasion", "{} IN ('first-shift', 'end')")},
         {number("explains", "{} BETWEEN 1 AND 5"), number("is_there", "{} BETWEEN 1 AND 5"),
          number("helps", "{} BETWEEN 1 AND 5"), text("note")},
         false,
         {"mentor <> trainee"},
         {},
         4},
        {"practical_mark", "", std::move(markKey), {number("step", "{} BETWEEN 0 AND 98"), text("evidence")}, false, {}, {}, 4},
    };
}

/// Whose, of which course: what every table of evidence begins with.
std::vector<Column> trainingKey(std::initializer_list<Column> more) {
    std::vector<Column> key{id("trainee", "person"), text("course")};
    key.insert(key.end(), more);
    return key;
}

std::vector<Table> evidenceTables() {
    const auto session = text("course_session", "{} <> ''");
    return {
        {"shadow_sheet",
         "",
         trainingKey({session}),
         {id("whom", "person"), date("day"), text("chats", "{} <> ''"), text("learnt", "{} <> ''"), text("question", "{} <> ''")},
         false,
         {"whom <> trainee"},
         {},
         5},
        {"film_watch",
         "",
         trainingKey({text("film", "{} <> ''")}),
         {number("seconds", "{} > 0"), text("watched", "{} <> ''")},
         false,
         {},
         {},
         5},
        {"exercise",
         "",
         trainingKey({session, text("exercise", "{} <> ''")}),
         {text("state", "{} IN ('ticked', 'confirmed')"), optionalId("confirmed_by", "person")},
         false,
         {"(state = 'confirmed') = (confirmed_by IS NOT NULL)", "confirmed_by IS NULL OR confirmed_by <> trainee"},
         {},
         5},
        {"common_answer",
         "",
         {text("answer_id", "length({}) = 36")},
         {date("week"), text("question", "{} <> ''"), text("answer", "{} <> ''"), text("problems")},
         false,
         {},
         {"week"},
         5},
    };
}

std::vector<Table> allTables() {
    std::vector<Table> all;
    for (const auto& group : {peopleTables(), courseTables(), rollTables(), mentorTables(), assessmentTables(), chatTables(), quizTables(),
                              practicalTables(), evidenceTables()})
        all.insert(all.end(), group.begin(), group.end());
    return all;
}

} // namespace

const std::vector<Table>& tables() {
    static const std::vector<Table> all = allTables();
    return all;
}

const Table& table(const std::string& name) {
    for (const auto& one : tables())
        if (one.name == name) return one;
    throw std::logic_error("no such table: " + name);
}

std::vector<std::string> keyParts(const std::string& name) {
    std::vector<std::string> names;
    for (const auto& column : table(name).key)
        names.push_back(column.name);
    return names;
}

std::string entityOf(const std::string& name, const std::string& column) {
    for (const auto& one : table(name).key)
        if (one.name == column) return one.references;
    return {};
}

bool isTable(const std::string& name) {
    return std::any_of(tables().begin(), tables().end(), [&](const Table& one) { return one.name == name; });
}

std::vector<std::string> tableNames() {
    std::vector<std::string> names;
    for (const auto& one : tables())
        names.push_back(one.name);
    return names;
}

std::vector<std::string> valueColumns(const std::string& name) {
    std::vector<std::string> names;
    for (const auto& column : table(name).values)
        names.push_back(column.name);
    return names;
}

} // namespace fledgling::store
