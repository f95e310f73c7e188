#include "store/Schema.h"

namespace fledgling::store {

namespace {

constexpr const char* APPEND_ONLY = "the book is append-only";
/// The SCHEMA_VERSION that brought indexes on tables that had been there before.
constexpr std::int64_t LATER_INDEXES_SINCE = 7;

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
    return text;
}

/// "a, b" or, prefixed, "NEW.a, NEW.b".
std::string names(const std::vector<Column>& columns, const std::string& prefix = "") {
    std::string all;
    for (const auto& column : columns)
        all += (all.empty() ? "" : ", ") + prefix + column.name;
    return all;
}

std::string typeOf(Kind kind, Engine engine) {
    // STRICT tables of SQLite know INTEGER only; it holds 64 bits there.
    if (kind == Kind::Text) return "TEXT";
    return engine == Engine::Sqlite ? "INTEGER" : "BIGINT";
}

/// What "{date}" in a check stands for: a day of the calendar as YYYY-MM-DD, whose order as text is that of
/// time.
std::string isDate(const std::string& column, Engine engine) {
    // The modifier makes SQLite reckon: 30 February comes back as 2 March; what is no date at all as NULL.
    const std::string same = engine == Engine::Sqlite
                                 ? "date({}, '+0 days') IS {}"
                                 : "to_char(to_date({}, 'YYYY-MM-DD'), 'YYYY-MM-DD') = {}";
    return replaced("length({}) = 10 AND {} >= '0001-01-01' AND " + same, "{}", column);
}

std::string columnSql(const Column& column, bool isKey, Engine engine) {
    std::string sql = ", " + column.name + " " + typeOf(column.kind, engine) + (isKey ? " NOT NULL" : "");
    if (!column.references.empty()) sql += " REFERENCES entity(id)";
    if (!column.check.empty()) {
        const std::string check =
            replaced(replaced(column.check, "{date}", isDate(column.name, engine)), "{}", column.name);
        sql += isKey ? " CHECK (" + check + ")" : " CHECK (" + column.name + " IS NULL OR (" + check + "))";
    }
    return sql;
}

std::string tableSql(const Table& table, Engine engine) {
    const std::string number = typeOf(Kind::Number, engine);
    std::string sql = "CREATE TABLE " + table.name + " (change " + number +
                      " NOT NULL REFERENCES change(number), line " + number +
                      " NOT NULL CHECK (line > 0), saw " + number +
                      " NOT NULL CHECK (saw >= 0 AND saw < change), absent " + number +
                      " NOT NULL CHECK (absent IN (0, 1))";
    for (const auto& column : table.key)
        sql += columnSql(column, true, engine);
    for (const auto& column : table.values)
        sql += columnSql(column, false, engine);
    if (table.personal) sql += ", salt TEXT NOT NULL, digest TEXT NOT NULL";
    for (const auto& column : table.values)
        if (!column.nullable) sql += ", CHECK (absent = 1 OR " + column.name + " IS NOT NULL)";
    for (const auto& check : table.checks)
        sql += ", CHECK (absent = 1 OR (" + check + "))";
    sql += ", PRIMARY KEY (" + names(table.key) + ", change), UNIQUE (" + names(table.key) +
           ", saw), UNIQUE (change, line))";
    return sql + (engine == Engine::Sqlite ? " STRICT" : "");
}

/// What an UPDATE may do to a personal table: blank it. Everything that is not personal must stay.
std::string blankingOnly(const Table& table) {
    std::string sql =
        "NEW.salt = '' AND NEW.digest = OLD.digest AND NEW.change = OLD.change AND NEW.line = OLD.line AND "
        "NEW.saw = OLD.saw AND NEW.absent = OLD.absent";
    for (const auto& column : table.key)
        sql += " AND NEW." + column.name + " = OLD." + column.name;
    for (const auto& column : table.values)
        sql += " AND coalesce(NEW." + column.name + ", '') = ''";
    return sql;
}

/// True for an INSERT that does not build on the latest fact of its key; also stops INSERT OR REPLACE.
std::string notOnLatest(const Table& table) {
    std::string same;
    for (const auto& column : table.key)
        same += " AND x." + column.name + " = NEW." + column.name;
    const std::string from = "FROM " + table.name + " x WHERE";
    return "NEW.saw <> coalesce((SELECT max(x.change) " + from + same.substr(4) +
           "), 0) OR EXISTS (SELECT 1 " + from + " x.change = NEW.change AND x.line = NEW.line)";
}

/// True for an id that belongs to another kind than the column's: a foreign key alone would take a session
/// for a person.
std::string ofAnotherKind(const Table& table) {
    std::string sql;
    for (const auto* columns : {&table.key, &table.values})
        for (const auto& column : *columns) {
            if (column.references.empty()) continue;
            sql += (sql.empty() ? "" : " OR ") +
                   std::string("(SELECT e.kind FROM entity e WHERE e.id = NEW.") + column.name + ") <> '" +
                   column.references + "'";
        }
    return sql;
}

/// A mentor leads no more trainees at once than the card says; a trainee whose pairing has ended takes no
/// place. A pair that stands may be corrected even where the card says less by now.
std::string mentorIsFull() {
    return "NEW.absent = 0 AND NEW.until IS NULL AND NOT EXISTS (SELECT 1 FROM pairing o WHERE o.trainee = "
           "NEW.trainee AND "
           "o.change = NEW.saw AND o.mentor = NEW.mentor AND o.absent = 0 AND o.until IS NULL) AND (SELECT "
           "count(*) FROM pairing p WHERE p.mentor = NEW.mentor AND "
           "p.trainee <> NEW.trainee AND p.absent = 0 AND p.until IS NULL AND p.change = (SELECT "
           "max(q.change) FROM "
           "pairing q WHERE q.trainee = p.trainee)) >= coalesce((SELECT m.capacity FROM person m WHERE "
           "m.person = "
           "NEW.mentor AND m.absent = 0 ORDER BY m.change DESC LIMIT 1), 0)";
}

struct Guard {
    std::string suffix;
    std::string event;     ///< "BEFORE UPDATE"
    std::string condition; ///< refused when it holds; empty: always
    std::string message;
};

std::vector<Guard> guardsOf(const Table& table) {
    std::vector<Guard> guards;
    guards.push_back(
        {"update", "BEFORE UPDATE", table.personal ? "NOT (" + blankingOnly(table) + ")" : "", APPEND_ONLY});
    guards.push_back({"delete", "BEFORE DELETE", "", APPEND_ONLY});
    guards.push_back({"insert", "BEFORE INSERT", notOnLatest(table), "not written on the latest fact"});
    if (const auto other = ofAnotherKind(table); !other.empty())
        guards.push_back({"kind", "BEFORE INSERT", other, "id of another kind"});
    if (table.name == "pairing")
        guards.push_back({"capacity", "BEFORE INSERT", mentorIsFull(), "mentor is full"});
    return guards;
}

void addSqliteGuard(std::vector<std::string>& sql, const std::string& table, const Guard& guard) {
    sql.push_back("CREATE TRIGGER " + table + "_" + guard.suffix + " " + guard.event + " ON " + table +
                  (guard.condition.empty() ? "" : " WHEN " + guard.condition) +
                  " BEGIN SELECT RAISE(ABORT, '" + guard.message + "'); END");
}

void addPostgresGuard(std::vector<std::string>& sql, const std::string& table, const Guard& guard) {
    const std::string name = table + "_" + guard.suffix;
    const std::string raise = "RAISE EXCEPTION '" + guard.message + "';";
    sql.push_back(
        "CREATE FUNCTION " + name + "() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN " +
        replaced(guard.condition.empty() ? raise : "IF " + guard.condition + " THEN " + raise + " END IF;",
                 "'", "''") +
        " IF TG_OP = ''DELETE'' THEN RETURN OLD; END IF; RETURN NEW; END'");
    sql.push_back("CREATE TRIGGER " + name + " " + guard.event + " ON " + table +
                  " FOR EACH ROW EXECUTE FUNCTION " + name + "()");
}

void addGuards(std::vector<std::string>& sql, const std::string& table, const std::vector<Guard>& guards,
               Engine engine) {
    for (const auto& guard : guards)
        engine == Engine::Sqlite ? addSqliteGuard(sql, table, guard) : addPostgresGuard(sql, table, guard);
    if (engine == Engine::Postgres)
        sql.push_back("CREATE TRIGGER " + table + "_truncate BEFORE TRUNCATE ON " + table +
                      " FOR EACH STATEMENT EXECUTE FUNCTION " + table + "_delete()");
}

/// "'person', 'session', ..."
std::string kinds() {
    std::string all;
    for (const auto& one : tables())
        if (!one.creates.empty()) all += (all.empty() ? "'" : ", '") + one.creates + "'";
    return all;
}

void addSpine(std::vector<std::string>& sql, Engine engine) {
    const std::string number = typeOf(Kind::Number, engine);
    const std::string strict = engine == Engine::Sqlite ? " STRICT" : "";
    sql.push_back("CREATE TABLE change (number " + number +
                  " NOT NULL PRIMARY KEY CHECK (number > 0), command TEXT NOT NULL "
                  "UNIQUE CHECK (length(command) = 36), who TEXT NOT NULL, at " +
                  number +
                  " NOT NULL, local_date TEXT NOT NULL "
                  "CHECK (" +
                  isDate("local_date", engine) +
                  "), zone TEXT NOT NULL, verb TEXT NOT NULL CHECK (verb <> ''), why TEXT NOT "
                  "NULL, undoes " +
                  number + " NOT NULL, hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64))" + strict);
    sql.push_back("CREATE TABLE entity (id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36), kind TEXT NOT "
                  "NULL CHECK (kind IN (" +
                  kinds() + ")), change " + number + " NOT NULL REFERENCES change(number))" + strict);
    sql.push_back("CREATE INDEX change_at ON change (at)");
    sql.push_back("CREATE INDEX entity_change ON entity (change)");
    const Guard update{"update", "BEFORE UPDATE", "", APPEND_ONLY},
        remove{"delete", "BEFORE DELETE", "", APPEND_ONLY};
    const Guard next{"insert", "BEFORE INSERT",
                     "NEW.number <> coalesce((SELECT max(c.number) FROM change c), 0) + 1 OR "
                     "EXISTS (SELECT 1 FROM change c WHERE c.command = NEW.command) OR "
                     "EXISTS (SELECT 1 FROM change c WHERE c.hash = NEW.hash)",
                     "not the next change"};
    const Guard once{"insert", "BEFORE INSERT", "EXISTS (SELECT 1 FROM entity e WHERE e.id = NEW.id)",
                     "id is taken"};
    addGuards(sql, "change", {update, remove, next}, engine);
    addGuards(sql, "entity", {update, remove, once}, engine);
}

} // namespace

std::vector<std::string> creation(Engine engine) {
    std::vector<std::string> sql;
    if (engine == Engine::Postgres) sql.push_back("CREATE TABLE fledgling_schema (version BIGINT NOT NULL)");
    addSpine(sql, engine);
    for (auto& statement : additions(engine, 0))
        sql.push_back(std::move(statement));
    return sql;
}

std::vector<std::string> additions(Engine engine, std::int64_t olderVersion) {
    std::vector<std::string> sql;
    for (const auto& one : tables()) {
        if (one.since <= olderVersion) continue;
        sql.push_back(tableSql(one, engine));
        for (std::size_t i = 0; i < one.indexes.size(); ++i)
            sql.push_back("CREATE INDEX " + one.name + "_by_" + std::to_string(i) + " ON " + one.name + " (" +
                          one.indexes[i] + ")");
        addGuards(sql, one.name, guardsOf(one), engine);
    }
    if (olderVersion < LATER_INDEXES_SINCE)
        sql.insert(sql.end(), {
            // Few changes take another one back; which did is asked for every past day that is shown.
            "CREATE INDEX IF NOT EXISTS change_undoes ON change (undoes) WHERE undoes > 0",
            // Who is away on a day: most leaves are over.
            "CREATE INDEX IF NOT EXISTS leave_last ON leave (last)",
        });
    return sql;
}

std::string latest(const std::string& tableName) {
    const Table& one = table(tableName);
    std::string same;
    for (const auto& column : one.key)
        same += "u." + column.name + " = t." + column.name + " AND ";
    return "t.absent = 0 AND t.change = (SELECT max(u.change) FROM " + tableName + " u WHERE " + same +
           "u.change <= $1)";
}

} // namespace fledgling::store
