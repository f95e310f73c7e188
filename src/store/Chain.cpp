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

} // namespace fledgling::store
