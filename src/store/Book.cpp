#include "store/Book.h"

#include "store/Conflict.h"
#include "store/Facts.h"
#include "store/Hash.h"

#include <map>

namespace fledgling::store {

namespace {

const std::string NO_HASH(64, '0');
constexpr const char* CHANGE_COLUMNS =
    "number, command, who, at, local_date, zone, verb, why, undoes, hash FROM change";
using ChangeRow = std::tuple<std::int64_t, std::string, std::string, std::int64_t, std::string, std::string, std::string,
                             std::string, std::int64_t, std::string>;

std::vector<ChangeRow> changeRows(Database& database, const std::string& rest, const Arguments& arguments) {
    return sql::read<std::int64_t, std::string, std::string, std::int64_t, std::string, std::string, std::string,
                     std::string, std::int64_t, std::string>(database, std::string("SELECT ") + CHANGE_COLUMNS + rest, arguments);
}

Change changeOf(const ChangeRow& row) {
    const auto& [number, command, who, at, date, zone, verb, why, undoes, hash] = row;
    ChangeHead head{domain::CommandId(command), who.empty() ? domain::PersonId() : domain::PersonId(who),
                    domain::Instant{at}, domain::Date::of(date), zone, verb, why, undoes};
    return {number, std::move(head), hash};
}

/// What a change's own head contributes to its hash.
std::string canonical(const ChangeHead& head, ChangeNumber number) {
    std::string all = std::to_string(number);
    for (const Value& value :
         {Value{head.command.text()}, Value{head.who.text()}, Value{head.at.ms}, Value{head.localDate.iso()}, Value{head.zone},
          Value{head.verb}, Value{head.why}, Value{head.undoes}})
        all += "|" + store::canonical(value);
    return all;
}

Conflict::Fields named(const Table& table, const Fact& fact) {
    Conflict::Fields fields;
    for (std::size_t i = 0; i < table.values.size(); ++i)
        fields.emplace_back(table.values[i].name, fact.absent ? Value{} : fact.values[i]);
    return fields;
}

/// Takes the writers' lock, so that what is read from here on stays true until the end.
void begin(Database& database) {
    if (database.engine() == Engine::Sqlite) {
        sql::execute(database, "BEGIN IMMEDIATE");
        return;
    }
    sql::execute(database, "BEGIN");
    sql::one<std::string>(database, "SELECT CAST(pg_advisory_xact_lock(1180460903) AS TEXT)");
}

} // namespace

Book::Transaction::Transaction(Database& database) : m_database(database) {
    auto& inside = database.inside();
    m_outer = inside.depth == 0;
    if (m_outer) {
        begin(database);
        inside.failed = false;
    }
    ++inside.depth;
}

Book::Transaction::~Transaction() {
    auto& inside = m_database.inside();
    --inside.depth;
    if (m_done) return;
    inside.failed = true; // an inner one that gave up takes the outer one with it
    if (!m_outer) return;
    try {
        sql::execute(m_database, "ROLLBACK");
    } catch (const StoreError&) {
        // A full disk or a lost server has rolled back already; the error that brought us here is on its way.
    }
}

void Book::Transaction::commit() {
    if (!m_outer) {
        m_done = true;
        return;
    }
    // After a failed statement PostgreSQL's COMMIT rolls back without a word.
    if (m_database.inside().failed) throw StoreError(Trouble::Unexpected, m_database.where(), "the change had failed");
    sql::execute(m_database, "COMMIT");
    m_done = true;
}

namespace {

ChangeNumber requireLatest(Database& database, Book& book, const Fact& fact) {
    const Table& into = table(fact.table);
    const ChangeNumber stands = lastChange(database, into, fact.key, NOW);
    if (!fact.saw || *fact.saw == stands) return stands;
    const auto theirs = book.current(fact.table, fact.key);
    const auto change = book.change(stands);
    Fact nothing{fact.table, fact.key, {}, true, {}};
    throw Conflict(fact.table, named(into, fact), named(into, theirs ? theirs->fact : nothing),
                   change ? change->head.who : domain::PersonId(), stands);
}

std::string hashOf(const std::string& before, const ChangeHead& head, ChangeNumber number, const std::vector<Line>& lines) {
    std::string all = before + "\n" + canonical(head, number);
    for (const auto& line : lines) all += "\n" + canonical(line);
    return sha256(all);
}

void writeChange(Database& database, ChangeNumber number, const ChangeHead& head, const std::string& hash) {
    sql::execute(database,
                 "INSERT INTO change (number, command, who, at, local_date, zone, verb, why, undoes, hash) "
                 "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                 {number, head.command.text(), head.who.text(), head.at.ms, head.localDate.iso(), head.zone, head.verb,
                  head.why, head.undoes, hash});
}

} // namespace

ChangeNumber Book::append(const ChangeHead& head, const std::vector<Fact>& facts) {
    Transaction transaction(m_database);
    if (const auto before = sql::one<std::int64_t>(m_database, "SELECT number FROM change WHERE command = $1", {head.command.text()})) {
        transaction.commit();
        return *before;
    }
    const auto tail = sql::read<std::int64_t, std::string>(m_database, "SELECT number, hash FROM change ORDER BY number DESC LIMIT 1");
    const ChangeNumber number = tail.empty() ? 1 : std::get<0>(tail.front()) + 1;
    std::vector<Line> lines;
    for (const auto& fact : facts)
        lines.push_back(prepared(number, static_cast<std::int64_t>(lines.size()) + 1, requireLatest(m_database, *this, fact), fact));
    writeChange(m_database, number, head, hashOf(tail.empty() ? NO_HASH : std::get<1>(tail.front()), head, number, lines));
    for (const auto& line : lines) {
        registerEntity(m_database, table(line.kept.fact.table), line.kept.fact, number);
        insertLine(m_database, line);
    }
    transaction.commit();
    return number;
}

std::vector<Fact> Book::reversal(ChangeNumber number) {
    std::vector<Fact> back;
    for (const auto& kept : factsOf(number)) {
        Fact former{kept.fact.table, kept.fact.key, {}, true, number};
        if (kept.saw != 0) {
            const auto before = current(kept.fact.table, kept.fact.key, kept.saw);
            if (before) former = {kept.fact.table, kept.fact.key, before->fact.values, before->fact.absent, number};
        }
        back.push_back(std::move(former));
    }
    return back;
}

ChangeNumber Book::last() {
    const auto found = sql::one<std::optional<std::int64_t>>(m_database, "SELECT max(number) FROM change");
    return found.value_or(std::nullopt).value_or(0);
}

std::string Book::headHash() {
    return sql::one<std::string>(m_database, "SELECT hash FROM change ORDER BY number DESC LIMIT 1").value_or(NO_HASH);
}

std::optional<Change> Book::change(ChangeNumber number) {
    const auto rows = changeRows(m_database, " WHERE number = $1", {number});
    if (rows.empty()) return std::nullopt;
    return changeOf(rows.front());
}

ChangeNumber Book::asOf(domain::Instant moment) {
    const auto found =
        sql::one<std::optional<std::int64_t>>(m_database, "SELECT max(number) FROM change WHERE at <= $1", {moment.ms});
    return found.value_or(std::nullopt).value_or(0);
}

std::vector<Change> Book::changes(ChangeNumber after, ChangeNumber upTo, int most) {
    std::vector<Change> found;
    for (const auto& row : changeRows(m_database, " WHERE number > $1 AND number <= $2 ORDER BY number DESC LIMIT $3",
                                      {after, upTo, std::int64_t{most}}))
        found.push_back(changeOf(row));
    return found;
}

std::vector<KeptFact> Book::factsOf(ChangeNumber number) {
    std::map<std::int64_t, KeptFact> byLine;
    for (const auto& one : tables())
        for (auto& line : lines(m_database, one, "t.change = $1", {number}, "t.line")) byLine[line.line] = std::move(line.kept);
    std::vector<KeptFact> found;
    for (auto& [line, kept] : byLine) found.push_back(std::move(kept));
    return found;
}

std::vector<KeptFact> Book::historyOf(const std::string& tableName, const std::vector<std::string>& key) {
    const Table& of = table(tableName);
    std::vector<KeptFact> found;
    for (auto& line : lines(m_database, of, keyCondition(of, 1), keyArguments(key), "t.change")) found.push_back(std::move(line.kept));
    return found;
}

std::optional<KeptFact> Book::current(const std::string& tableName, const std::vector<std::string>& key, ChangeNumber asOf) {
    const Table& of = table(tableName);
    Arguments arguments = keyArguments(key);
    arguments.emplace_back(asOf);
    auto found = lines(m_database, of, keyCondition(of, 1) + " AND t.change <= $" + std::to_string(arguments.size()), arguments,
                       "t.change DESC LIMIT 1");
    if (found.empty()) return std::nullopt;
    return std::move(found.front().kept);
}

namespace {

/// All lines of the book by change, read table by table in runs so that a large book needn't fit in memory.
std::map<ChangeNumber, std::map<std::int64_t, Line>> linesBetween(Database& database, ChangeNumber after, ChangeNumber upTo) {
    std::map<ChangeNumber, std::map<std::int64_t, Line>> found;
    for (const auto& one : tables())
        for (auto& line : lines(database, one, "t.change > $1 AND t.change <= $2", {after, upTo}, "t.change, t.line")) {
            const auto change = line.kept.change;
            const auto number = line.line;
            found[change][number] = std::move(line);
        }
    return found;
}

/// Empty when the change is as it was written; else the table whose line is wrong, or "change".
std::optional<std::string> badTable(const Change& change, const std::string& before, const std::map<std::int64_t, Line>& byLine) {
    std::vector<Line> ordered;
    for (const auto& [number, line] : byLine) {
        if (!personalHolds(line)) return line.kept.fact.table;
        ordered.push_back(line);
    }
    if (hashOf(before, change.head, change.number, ordered) == change.hash) return std::nullopt;
    return ordered.size() == 1 ? ordered.front().kept.fact.table : "change";
}

} // namespace

Verification Book::verify() {
    constexpr ChangeNumber RUN = 5000;
    Verification result{0, NO_HASH, 0, ""};
    const ChangeNumber end = last();
    for (ChangeNumber after = 0; after < end; after += RUN) {
        const auto facts = linesBetween(m_database, after, after + RUN);
        auto run = changes(after, after + RUN, static_cast<int>(RUN));
        for (auto change = run.rbegin(); change != run.rend(); ++change) {
            const auto found = facts.find(change->number);
            const auto bad = change->number != result.changes + 1
                                 ? std::optional<std::string>("change")
                                 : badTable(*change, result.head, found == facts.end() ? std::map<std::int64_t, Line>{} : found->second);
            if (bad) {
                result.firstBad = result.changes + 1;
                result.table = *bad;
                return result;
            }
            ++result.changes;
            result.head = change->hash;
        }
    }
    return result;
}

ChangeNumber Book::erase(const ChangeHead& head, const domain::PersonId& person) {
    Transaction transaction(m_database);
    const ChangeNumber number = append(head, {});
    std::string blanks;
    for (const auto& column : table("person_card").values) blanks += column.name + " = '', ";
    sql::execute(m_database, "UPDATE person_card SET " + blanks + "salt = '' WHERE person = $1", {person.text()});
    transaction.commit();
    return number;
}

} // namespace fledgling::store
