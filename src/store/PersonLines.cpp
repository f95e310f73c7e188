#include "store/PersonLines.h"

#include "store/Facts.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace fledgling::store {

namespace {

constexpr std::array LEFT_OUT{"quiz_answer", "quiz_mark", "chat_record", "chat_sample"};
constexpr std::array WHOM{"person", "trainee", "agent"};
constexpr std::size_t ASKED_AT_ONCE = 400; // well below the fewest placeholders a database takes

std::string columnOf(const Table& table) {
    if (std::find(LEFT_OUT.begin(), LEFT_OUT.end(), table.name) != LEFT_OUT.end()) return {};
    for (const auto* columns : {&table.key, &table.values})
        for (const auto& column : *columns)
            if (column.references == "person" && std::find(WHOM.begin(), WHOM.end(), column.name) != WHOM.end())
                return column.name;
    return {};
}

void readHeads(Database& database, std::vector<PersonLine>& lines) {
    std::set<ChangeNumber> wanted;
    for (const auto& line : lines)
        wanted.insert(line.kept.change);
    std::map<ChangeNumber, std::tuple<std::int64_t, std::int64_t, std::string, std::string, std::int64_t>> heads;
    for (auto next = wanted.begin(); next != wanted.end();) {
        Arguments arguments;
        std::string list;
        for (; next != wanted.end() && arguments.size() < ASKED_AT_ONCE; ++next) {
            arguments.emplace_back(*next);
            list += (list.empty() ? "$" : ", $") + std::to_string(arguments.size());
        }
        for (auto& row : sql::read<std::int64_t, std::int64_t, std::string, std::string, std::int64_t>(
                 database, "SELECT number, at, who, why, undoes FROM change WHERE number IN (" + list + ")", arguments)) {
            const auto number = std::get<0>(row);
            heads.emplace(number, std::move(row));
        }
    }
    for (auto& line : lines) {
        const auto& [number, at, who, why, undoes] = heads.at(line.kept.change);
        line.at = {at};
        if (!who.empty()) line.by = domain::PersonId(who);
        line.why = why;
        if (undoes == 0) continue;
        if (const auto said = Book(database).saidIn(line.kept.fact.table, line.kept.fact.key, number)) {
            line.at = said->head.at;
            line.by = said->head.who;
            line.why = said->head.why;
        }
    }
}

} // namespace

std::vector<PersonLine> linesAbout(Database& database, const domain::PersonId& person, ChangeNumber asOf) {
    std::vector<PersonLine> found;
    for (const auto& table : tables()) {
        const auto column = columnOf(table);
        if (column.empty()) continue;
        for (auto& line : lines(database, table, latest(table.name) + " AND t." + column + " = $2",
                                {asOf, person.text()}, "t.change DESC, t.line"))
            found.push_back({std::move(line.kept), {}, {}, {}});
    }
    std::stable_sort(found.begin(), found.end(), [](const PersonLine& a, const PersonLine& b) {
        return a.kept.change > b.kept.change;
    });
    readHeads(database, found);
    return found;
}

std::string personColumn(const std::string& name) { return columnOf(table(name)); }

std::string textOf(const Fact& fact, const std::string& column) {
    const Table& of = table(fact.table);
    for (std::size_t i = 0; i < of.key.size(); ++i)
        if (of.key[i].name == column) return fact.key.at(i);
    for (std::size_t i = 0; i < of.values.size() && i < fact.values.size(); ++i) {
        if (of.values[i].name != column) continue;
        if (const auto* number = std::get_if<std::int64_t>(&fact.values[i])) return std::to_string(*number);
        if (const auto* text = std::get_if<std::string>(&fact.values[i])) return *text;
    }
    return {};
}

} // namespace fledgling::store
