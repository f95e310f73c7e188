#include "store/Book.h"

#include "store/Chain.h"
#include "store/Conflict.h"
#include "store/Opening.h"

#include <map>
#include <stdexcept>

namespace fledgling::store {

namespace {

constexpr const char* CHANGE_COLUMNS =
    "number, command, who, at, local_date, zone, verb, why, undoes, hash FROM change";
using ChangeRow = std::tuple<std::int64_t, std::string, std::string, std::int64_t, std::string, std::string,
                             std::string, std::string, std::int64_t, std::string>;

std::vector<ChangeRow> changeRows(Database& database, const std::string& rest, const Arguments& arguments) {
    return sql::read<std::int64_t, std::string, std::string, std::int64_t, std::string, std::string,
                     std::string, std::string, std::int64_t, std::string>(
        database, std::string("SELECT ") + CHANGE_COLUMNS + rest, arguments);
}

Change changeOf(const ChangeRow& row) {
    const auto& [number, command, who, at, date, zone, verb, why, undoes, hash] = row;
    ChangeHead head{domain::CommandId(command),
                    who.empty() ? domain::PersonId() : domain::PersonId(who),
                    domain::Instant{at},
                    domain::Date::of(date),
                    zone,
                    verb,
                    why,
                    undoes};
    return {number, std::move(head), hash};
}

Conflict::Fields named(const Table& table, const Fact& fact) {
    Conflict::Fields fields;
    for (std::size_t i = 0; i < table.values.size(); ++i)
        fields.emplace_back(table.values[i].name, fact.absent ? Value{} : fact.values[i]);
    return fields;
}

/// Every page that held the text is overwritten in the file itself, and no copy of it is left in the log
/// beside it.
void emptyLog(Database& database) {
    if (database.engine() == Engine::Sqlite) sql::execute(database, "PRAGMA wal_checkpoint(TRUNCATE)");
}

} // namespace

Book::Transaction::Transaction(Database& database) : m_database(database) {
    auto& inside = database.inside();
    m_outer = inside.depth == 0;
    if (m_outer) {
        inside.failed = inside.erased = false;
        database.engine() == Engine::Sqlite ? beginSqlite(database) : beginPostgres(database);
    }
    m_writes = inside.writes;
    ++inside.depth;
}

Book::Transaction::~Transaction() {
    auto& inside = m_database.inside();
    --inside.depth;
    if (m_done) return;
    if (inside.writes != m_writes) inside.failed = true;
    if (!m_outer) return;
    try {
        m_database.engine() == Engine::Sqlite ? rollBackSqlite(m_database) : rollBackPostgres(m_database);
    } catch (const std::exception&) {
        // The error that brought us here is on its way; what can't be rolled back now is rolled back at the
        // next opening.
    }
}

void Book::Transaction::commit() {
    if (!m_outer) {
        m_done = true;
        return;
    }
    auto& inside = m_database.inside();
    // After a failed statement PostgreSQL's COMMIT rolls back without a word.
    if (inside.failed) throw StoreError(Trouble::Unexpected, m_database.where(), "the change had failed");
    sql::execute(m_database, "COMMIT");
    m_done = true;
    if (inside.erased) emptyLog(m_database);
}

namespace {

ChangeNumber requireLatest(Database& database, Book& book, const Fact& fact) {
    const Table& into = table(fact.table);
    const ChangeNumber stands = lastChange(database, into, fact.key, NOW);
    if (!fact.saw || *fact.saw == stands) return stands;
    const auto theirs = book.current(fact.table, fact.key);
    // What was taken back leaves nothing: whoever saw nothing there may write.
    if (*fact.saw == 0 && (!theirs || theirs->fact.absent)) return stands;
    const auto change = book.change(stands);
    Fact nothing{fact.table, fact.key, {}, true, {}};
    throw Conflict(fact.table, named(into, fact), named(into, theirs ? theirs->fact : nothing),
                   change ? change->head.who : domain::PersonId(), stands);
}

} // namespace

ChangeNumber Book::append(const ChangeHead& head, const std::vector<Fact>& facts) {
    Transaction transaction(m_database);
    if (const auto before = sql::one<std::int64_t>(m_database, "SELECT number FROM change WHERE command = $1",
                                                   {head.command.text()})) {
        transaction.commit();
        return *before;
    }
    const auto tail = sql::read<std::int64_t, std::string>(
        m_database, "SELECT number, hash FROM change ORDER BY number DESC LIMIT 1");
    const ChangeNumber number = tail.empty() ? 1 : std::get<0>(tail.front()) + 1;
    std::vector<Line> lines;
    for (const auto& fact : facts)
        lines.push_back(prepared(number, static_cast<std::int64_t>(lines.size()) + 1,
                                 requireLatest(m_database, *this, fact), fact));
    const auto columns = columnsOf(head, number);
    insertChange(m_database, columns,
                 chainHash(tail.empty() ? NO_HASH : std::get<1>(tail.front()), columns, lines));
    // First all ids, so that facts may name each other in any order.
    for (const auto& line : lines)
        registerEntity(m_database, table(line.kept.fact.table), line.kept.fact, number);
    for (const auto& line : lines)
        insertLine(m_database, line);
    transaction.commit();
    return number;
}

namespace {

std::optional<Line> lineAt(Database& database, const Table& of, const std::vector<std::string>& key,
                           ChangeNumber asOf) {
    Arguments arguments = keyArguments(key);
    arguments.emplace_back(asOf);
    auto found =
        lines(database, of, keyCondition(of, 1) + " AND t.change <= $" + std::to_string(arguments.size()),
              arguments, "t.change DESC LIMIT 1");
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

/// The latest change of a key once every change that was taken back is left out, with its taking back, down
/// to `wanted`.
ChangeNumber standingDownTo(Database& database, Book& book, const Table& of,
                            const std::vector<std::string>& key, ChangeNumber wanted) {
    ChangeNumber stands = lastChange(database, of, key, NOW);
    while (stands > wanted) {
        const auto change = book.change(stands);
        const auto undone = change && change->head.undoes != 0
                                ? lineAt(database, of, key, change->head.undoes)
                                : std::nullopt;
        if (!undone || undone->kept.change != change->head.undoes) break;
        stands = undone->kept.saw;
    }
    return stands;
}

} // namespace

std::vector<Fact> Book::reversal(ChangeNumber number) {
    std::vector<Fact> back;
    for (const auto& kept : factsOf(number)) {
        const auto& [table, key] = std::tie(kept.fact.table, kept.fact.key);
        // What came later but was taken back itself is not in the way.
        const bool built = standingDownTo(m_database, *this, store::table(table), key, number) != number;
        const ChangeNumber saw = built ? number : lastChange(m_database, store::table(table), key, NOW);
        Fact former{table, key, {}, true, saw};
        bool erased = false;
        if (kept.saw != 0) {
            const auto before = lineAt(m_database, store::table(table), key, kept.saw);
            if (before) former = {table, key, before->kept.fact.values, before->kept.fact.absent, saw};
            erased = before && isBlanked(*before);
        }
        requireLatest(m_database, *this, former);
        if (!erased) back.push_back(std::move(former));
    }
    return back;
}

ChangeNumber Book::last() {
    const auto found = sql::one<std::optional<std::int64_t>>(m_database, "SELECT max(number) FROM change");
    return found.value_or(std::nullopt).value_or(0);
}

std::string Book::headHash() {
    return sql::one<std::string>(m_database, "SELECT hash FROM change ORDER BY number DESC LIMIT 1")
        .value_or(NO_HASH);
}

std::optional<Change> Book::change(ChangeNumber number) {
    const auto rows = changeRows(m_database, " WHERE number = $1", {number});
    if (rows.empty()) return std::nullopt;
    return changeOf(rows.front());
}

ChangeNumber Book::asOf(domain::Instant moment) {
    // Both by an index: asking for the highest number walks back over everything that came after the moment.
    const auto found = sql::one<std::int64_t>(
        m_database, "SELECT number FROM change WHERE at <= $1 ORDER BY at DESC, number DESC LIMIT 1", {moment.ms});
    // Numbers without a gap; the plus keeps SQLite from reading the whole future by its index on moments.
    const auto later = sql::one<std::int64_t>(
        m_database, "SELECT number FROM change WHERE number > $1 AND +at > $2 ORDER BY number LIMIT 1",
        {found.value_or(0), moment.ms});
    return later ? *later - 1 : last();
}

std::vector<Change> Book::changes(ChangeNumber after, ChangeNumber upTo, int most) {
    std::vector<Change> found;
    for (const auto& row :
         changeRows(m_database, " WHERE number > $1 AND number <= $2 ORDER BY number DESC LIMIT $3",
                    {after, upTo, std::int64_t{most}}))
        found.push_back(changeOf(row));
    return found;
}

std::vector<KeptFact> Book::factsOf(ChangeNumber number) {
    std::map<std::int64_t, KeptFact> byLine;
    for (const auto& one : tables())
        for (auto& line : lines(m_database, one, "t.change = $1", {number}, "t.line"))
            byLine[line.line] = std::move(line.kept);
    std::vector<KeptFact> found;
    for (auto& [line, kept] : byLine)
        found.push_back(std::move(kept));
    return found;
}

std::map<ChangeNumber, std::vector<KeptFact>> Book::factsBetween(ChangeNumber after, ChangeNumber upTo) {
    std::map<ChangeNumber, std::map<std::int64_t, KeptFact>> byLine;
    for (const auto& one : tables())
        for (auto& line :
             lines(m_database, one, "t.change > $1 AND t.change <= $2", {after, upTo}, "t.change, t.line"))
            byLine[line.kept.change][line.line] = std::move(line.kept);
    std::map<ChangeNumber, std::vector<KeptFact>> found;
    for (auto& [number, facts] : byLine)
        for (auto& [line, kept] : facts)
            found[number].push_back(std::move(kept));
    return found;
}

std::vector<KeptFact> Book::historyOf(const std::string& tableName, const std::vector<std::string>& key) {
    const Table& of = table(tableName);
    std::vector<KeptFact> found;
    if (key.empty() || key.size() > of.key.size())
        throw std::logic_error("a key that doesn't fit table " + of.name);
    std::string condition;
    for (std::size_t i = 0; i < key.size(); ++i)
        condition += (i == 0 ? "t." : " AND t.") + of.key[i].name + " = $" + std::to_string(i + 1);
    for (auto& line : lines(m_database, of, condition, keyArguments(key), "t.change, t.line"))
        found.push_back(std::move(line.kept));
    return found;
}

std::optional<Change> Book::saidIn(const std::string& tableName, const std::vector<std::string>& key, ChangeNumber number) {
    auto said = change(number);
    while (said && said->head.undoes != 0) {
        const ChangeNumber before = lastChange(m_database, table(tableName), key, said->head.undoes - 1);
        if (before == 0) break; // nothing stood before: the line says there is none
        said = change(before);
    }
    return said;
}

std::set<ChangeNumber> Book::takenBackAfter(ChangeNumber upTo) {
    std::set<ChangeNumber> found;
    for (const auto& [number] : sql::read<std::int64_t>(
             m_database, "SELECT undoes FROM change WHERE +number > $1 AND undoes > 0 AND undoes <= $1", {upTo}))
        found.insert(number);
    return found;
}

std::optional<KeptFact> Book::current(const std::string& tableName, const std::vector<std::string>& key,
                                      ChangeNumber asOf) {
    auto line = lineAt(m_database, table(tableName), key, asOf);
    if (!line) return std::nullopt;
    return std::move(line->kept);
}

ChangeNumber Book::erase(const ChangeHead& head, const domain::PersonId& person) {
    Transaction transaction(m_database);
    const ChangeNumber before = last();
    const ChangeNumber number = append(head, {{"person_card", {person.text()}, {}, true, {}}});
    if (number > before) blankCard(m_database, person);
    transaction.commit();
    return number;
}

} // namespace fledgling::store
