#include "store/Book.h"
#include "store/Chain.h"

#include <map>
#include <set>

namespace fledgling::store {

namespace {

/// Changes read and recomputed at a time, so that a large book needn't fit in memory.
constexpr ChangeNumber READ_AT_ONCE = 2000;

/// A change as it stands, unread: whatever somebody wrote into it, it can be hashed.
struct Raw {
    ChangeNumber number = 0;
    std::vector<Value> columns;
    std::string hash;
};

using Registered = std::set<std::pair<std::string, std::string>>; ///< id and kind

/// One run of the book: everything that carries one of its change numbers.
struct Run {
    std::vector<Raw> changes;
    std::map<ChangeNumber, std::map<std::int64_t, Line>> lines;
    std::map<ChangeNumber, Registered> entities;
};

std::vector<Raw> rawChanges(Database& database, ChangeNumber after, ChangeNumber upTo) {
    using Text = std::string;
    using Number = std::int64_t;
    std::vector<Raw> found;
    for (auto& [number, command, who, at, date, zone, verb, why, undoes, hash] :
         sql::read<Number, Text, Text, Number, Text, Text, Text, Text, Number, Text>(
             database,
             "SELECT number, command, who, at, local_date, zone, verb, why, undoes, hash FROM change WHERE "
             "number > $1 AND "
             "number <= $2 ORDER BY number",
             {after, upTo}))
        found.push_back({number, {number, command, who, at, date, zone, verb, why, undoes}, hash});
    return found;
}

Run runOf(Database& database, ChangeNumber after, ChangeNumber upTo) {
    Run run{rawChanges(database, after, upTo), {}, {}};
    for (const auto& one : tables())
        for (auto& line :
             lines(database, one, "t.change > $1 AND t.change <= $2", {after, upTo}, "t.change, t.line")) {
            auto& place = run.lines[line.kept.change][line.line];
            place = std::move(line);
        }
    for (const auto& [id, kind, change] : sql::read<std::string, std::string, std::int64_t>(
             database, "SELECT id, kind, change FROM entity WHERE change > $1 AND change <= $2",
             {after, upTo}))
        run.entities[change].emplace(id, kind);
    return run;
}

/// A card may be blank when a later change of the book, or that very one, took the person's card away.
bool blankingIsKept(Database& database, const Line& line) {
    const auto& fact = line.kept.fact;
    const Table& of = table(fact.table);
    Arguments arguments = keyArguments(fact.key);
    arguments.emplace_back(line.kept.change);
    return !lines(database, of,
                  keyCondition(of, 1) + " AND t.absent = 1 AND t.change >= $" +
                      std::to_string(arguments.size()),
                  arguments, "t.change LIMIT 1")
                .empty();
}

bool holds(Database& database, const Line& line) {
    return personalHolds(line) && (!isBlanked(line) || blankingIsKept(database, line));
}

/// The ids that the first facts of these keys had to register.
Registered registeredBy(const std::vector<Line>& lines) {
    Registered all;
    for (const auto& line : lines) {
        const auto& kind = table(line.kept.fact.table).creates;
        if (!kind.empty() && line.kept.saw == 0) all.emplace(line.kept.fact.key.front(), kind);
    }
    return all;
}

/// Nothing when the change is as it was written; else the table whose line is wrong, or "change" where only
/// the change as a whole is known to be.
std::optional<std::string> wrongTable(Database& database, Run& run, const Raw& change, ChangeNumber expected,
                                      const std::string& before) {
    if (change.number != expected) return "change";
    std::vector<Line> ordered;
    for (auto& [number, line] : run.lines[change.number]) {
        if (!holds(database, line)) return line.kept.fact.table;
        ordered.push_back(std::move(line));
    }
    if (chainHash(before, change.columns, ordered) != change.hash) {
        const bool single = ordered.size() == 1;
        return single ? ordered.front().kept.fact.table : "change";
    }
    if (registeredBy(ordered) != run.entities[change.number]) return "entity";
    return std::nullopt;
}

/// A table with lines that no change stands for: they were added behind the last, or their change was taken
/// away.
std::optional<std::string> tableWithStrays(Database& database, ChangeNumber end) {
    std::vector<std::string> names{"entity"};
    for (const auto& one : tables())
        names.push_back(one.name);
    std::string sql = "SELECT CAST('change' AS TEXT) AS name FROM change c WHERE c.number < 1";
    for (const auto& name : names)
        sql += " UNION ALL SELECT '" + name + "' FROM " + name +
               " t WHERE (t.change > $1 OR t.change < 1) AND NOT EXISTS "
               "(SELECT 1 FROM change c WHERE c.number = t.change AND c.number > 0)";
    return sql::one<std::string>(database, sql + " LIMIT 1", {end});
}

} // namespace

Verification Book::verify(const std::function<void(ChangeNumber done, ChangeNumber total)>& at) {
    Verification result{0, NO_HASH, 0, ""};
    const ChangeNumber end = last();
    for (ChangeNumber after = 0; after < end; after += READ_AT_ONCE) {
        Run run = runOf(m_database, after, std::min(end, after + READ_AT_ONCE));
        for (const auto& change : run.changes) {
            const ChangeNumber expected = result.changes + 1;
            if (const auto wrong = wrongTable(m_database, run, change, expected, result.head)) {
                result.firstBad = expected;
                result.table = *wrong;
                return result;
            }
            result.changes = expected;
            result.head = change.hash;
        }
        if (at) at(result.changes, end);
    }
    if (const auto strays = tableWithStrays(m_database, end)) {
        result.firstBad = end + 1;
        result.table = *strays;
    }
    return result;
}

} // namespace fledgling::store
