#include "store/Chain.h"

#include "store/Hash.h"

namespace fledgling::store {

std::vector<Value> columnsOf(const ChangeHead& head, ChangeNumber number) {
    return {number,    head.command.text(), head.who.text(), head.at.ms, head.localDate.iso(),
            head.zone, head.verb,           head.why,        head.undoes};
}

std::string chainHash(const std::string& before, const std::vector<Value>& columns,
                      const std::vector<Line>& lines) {
    std::string all = before + "\n";
    for (const auto& column : columns)
        all += "|" + canonical(column);
    for (const auto& line : lines)
        all += "\n" + canonical(line);
    return sha256(all);
}

void insertChange(Database& database, std::vector<Value> columns, const std::string& hash) {
    columns.emplace_back(hash);
    sql::execute(database,
                 "INSERT INTO change (number, command, who, at, local_date, zone, verb, why, undoes, hash) "
                 "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                 columns);
}

} // namespace fledgling::store
