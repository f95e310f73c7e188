#pragma once

#include "domain/Id.h"
#include "store/Value.h"

#include <set>
#include <string>
#include <vector>

namespace fledgling::store {

/// Rows of many people, or of whatever has ids, in few statements: asks `read(condition, arguments)` once per
/// run of at most 400 people and strings the answers together. The condition is " AND <column> IN ($2, ...)",
/// as a query over latest() takes it. Internal to the room.
template <class Id, class Read>
auto among(const std::string& column, const std::set<Id>& ids, Read read) {
    constexpr std::size_t RUN = 400; // well below the fewest placeholders a database takes
    decltype(read(std::string(), std::vector<Value>())) all;
    for (auto next = ids.begin(); next != ids.end();) {
        std::string list;
        std::vector<Value> arguments;
        for (; next != ids.end() && arguments.size() < RUN; ++next) {
            arguments.emplace_back(next->text());
            list += (list.empty() ? "$" : ", $") + std::to_string(arguments.size() + 1);
        }
        auto some = read(" AND " + column + " IN (" + list + ")", arguments);
        all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
    }
    return all;
}

} // namespace fledgling::store
