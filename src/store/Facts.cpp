#include "store/Facts.h"

#include "store/Hash.h"

#include <stdexcept>

namespace fledgling::store {

namespace {

std::string digestOf(const std::string& salt, const std::vector<Value>& values) {
    std::string all = salt;
    for (const auto& value : values)
        all += "|" + canonical(value);
    return sha256(all);
}

std::string columnList(const Table& table, const std::string& prefix) {
    std::string all = prefix + "change, " + prefix + "line, " + prefix + "saw, " + prefix + "absent";
    for (const auto& column : table.key)
        all += ", " + prefix + column.name;
    for (const auto& column : table.values)
        all += ", " + prefix + column.name;
    if (table.personal) all += ", " + prefix + "salt, " + prefix + "digest";
    return all;
}

std::size_t width(const Table& table) {
    return 4 + table.key.size() + table.values.size() + (table.personal ? 2 : 0);
}

Value valueOf(Kind kind, std::optional<std::string> text) {
    if (!text) return {};
    if (kind == Kind::Number) return std::int64_t{std::stoll(*text)};
    return std::move(*text);
}

Line lineOf(const Table& table, WideRow& row) {
    std::size_t at = 0;
    const auto next = [&] { return std::move(row.fields[at++]); };
    Line line;
    line.kept.change = std::stoll(next().value());
    line.line = std::stoll(next().value());
    line.kept.saw = std::stoll(next().value());
    line.kept.fact.table = table.name;
    line.absent = next().value();
    line.kept.fact.absent = line.absent != "0";
    for (std::size_t i = 0; i < table.key.size(); ++i)
        line.kept.fact.key.push_back(next().value());
    for (const auto& column : table.values)
        line.kept.fact.values.push_back(valueOf(column.kind, next()));
    if (table.personal) {
        line.salt = next().value_or("");
        line.digest = next().value_or("");
    }
    return line;
}

} // namespace

Line prepared(ChangeNumber change, std::int64_t number, ChangeNumber saw, const Fact& fact) {
    const Table& into = table(fact.table);
    Line line{{change, saw, fact}, number, fact.absent ? "1" : "0", "", ""};
    auto& values = line.kept.fact.values;
    if (fact.absent) values.assign(into.values.size(), Value{});
    if (fact.key.size() != into.key.size() || values.size() != into.values.size())
        throw std::logic_error("a fact that doesn't fit table " + into.name);
    if (into.personal) {
        line.salt = salt();
        line.digest = digestOf(line.salt, values);
    }
    return line;
}

void insertLine(Database& database, const Line& line) {
    const Fact& fact = line.kept.fact;
    const Table& into = table(fact.table);
    Arguments arguments{line.kept.change, line.line, line.kept.saw, std::int64_t{fact.absent ? 1 : 0}};
    for (const auto& part : fact.key)
        arguments.emplace_back(part);
    arguments.insert(arguments.end(), fact.values.begin(), fact.values.end());
    if (into.personal) {
        arguments.emplace_back(line.salt);
        arguments.emplace_back(line.digest);
    }
    std::string sql = "INSERT INTO " + into.name + " (" + columnList(into, "") + ") VALUES (";
    for (std::size_t i = 1; i <= arguments.size(); ++i)
        sql += (i == 1 ? "$" : ", $") + std::to_string(i);
    sql::execute(database, sql + ")", arguments);
}

void blankCard(Database& database, const domain::PersonId& person) {
    std::string blanks;
    for (const auto& column : table("person_card").values)
        blanks += column.name + " = '', ";
    sql::execute(database, "UPDATE person_card SET " + blanks + "salt = '' WHERE person = $1", {person.text()});
    database.inside().erased = true;
}

void registerEntity(Database& database, const Table& table, const Fact& fact, ChangeNumber change) {
    if (table.creates.empty()) return;
    const auto kind =
        sql::one<std::string>(database, "SELECT kind FROM entity WHERE id = $1", {fact.key.front()});
    if (kind && *kind != table.creates) throw StoreError(Trouble::Constraint, "id is taken", "by a " + *kind);
    if (kind) return;
    sql::execute(database, "INSERT INTO entity (id, kind, change) VALUES ($1, $2, $3)",
                 {fact.key.front(), table.creates, change});
}

std::vector<Line> lines(Database& database, const Table& table, const std::string& condition,
                        const Arguments& arguments, const std::string& order) {
    std::string sql = "SELECT " + columnList(table, "t.");
    for (std::size_t i = width(table); i < WideRow::WIDEST; ++i)
        sql += ", NULL";
    sql += " FROM " + table.name + " t WHERE " + condition + " ORDER BY " + order;
    std::vector<Line> found;
    for (auto& row : sql::wideRows(database, sql, arguments))
        found.push_back(lineOf(table, row));
    return found;
}

std::string keyCondition(const Table& table, int first) {
    std::string sql;
    for (const auto& column : table.key)
        sql += (sql.empty() ? "t." : " AND t.") + column.name + " = $" + std::to_string(first++);
    return sql;
}

Arguments keyArguments(const std::vector<std::string>& key) { return {key.begin(), key.end()}; }

ChangeNumber lastChange(Database& database, const Table& table, const std::vector<std::string>& key,
                        ChangeNumber asOf) {
    Arguments arguments = keyArguments(key);
    arguments.emplace_back(asOf);
    const auto found = sql::one<std::optional<std::int64_t>>(
        database,
        "SELECT max(t.change) FROM " + table.name + " t WHERE " + keyCondition(table, 1) +
            " AND t.change <= $" + std::to_string(arguments.size()),
        arguments);
    return found.value_or(std::nullopt).value_or(0);
}

std::string canonical(const Line& line) {
    const Fact& fact = line.kept.fact;
    std::string all = fact.table + "|" + std::to_string(line.line) + "|" + std::to_string(line.kept.saw) +
                      "|" + line.absent;
    for (const auto& part : fact.key)
        all += "|" + canonical(Value{part});
    if (table(fact.table).personal) return all + "|" + line.digest;
    for (const auto& value : fact.values)
        all += "|" + canonical(value);
    return all;
}

bool isBlanked(const Line& line) { return table(line.kept.fact.table).personal && line.salt.empty(); }

bool personalHolds(const Line& line) {
    if (!table(line.kept.fact.table).personal) return true;
    if (!isBlanked(line)) return digestOf(line.salt, line.kept.fact.values) == line.digest;
    for (const auto& value : line.kept.fact.values)
        if (const auto* text = std::get_if<std::string>(&value); text && !text->empty()) return false;
    return true;
}

} // namespace fledgling::store
