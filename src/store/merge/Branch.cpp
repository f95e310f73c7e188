#include "store/merge/Branch.h"

#include "store/Sql.h"

#include <algorithm>
#include <limits>

namespace fledgling::store {

Branch branchAfter(Database& database, ChangeNumber after) {
    Book book(database);
    const auto last = book.last();
    auto facts = book.factsBetween(after, last);
    auto changes = book.changes(after, last, std::numeric_limits<int>::max());
    Branch branch;
    branch.reserve(changes.size());
    for (auto newest = changes.rbegin(); newest != changes.rend(); ++newest) {
        const auto number = newest->number;
        branch.push_back({std::move(*newest), std::move(facts[number])});
    }
    return branch;
}

std::set<std::string> erasedPeople(Database& database) {
    std::set<std::string> ids;
    for (auto& [id] : sql::read<std::string>(database, "SELECT DISTINCT person FROM person_card WHERE salt = ''"))
        ids.insert(std::move(id));
    return ids;
}

ChangeNumber commonBeginning(Database& ours, Database& theirs) {
    Book here(ours), there(theirs);
    const auto same = [&](ChangeNumber number) {
        const auto mine = here.change(number), other = there.change(number);
        return mine && other && mine->hash == other->hash;
    };
    ChangeNumber common = 0, different = std::min(here.last(), there.last()) + 1;
    while (different - common > 1) {
        const auto middle = common + (different - common) / 2;
        (same(middle) ? common : different) = middle;
    }
    return common;
}

OtherBook readOther(Database& ours, Database& theirs) {
    Book there(theirs);
    OtherBook other{theirs.where(), commonBeginning(ours, theirs), there.last(), there.headHash(), {}, {}};
    if (other.beginning == 0) return other;
    other.changes = branchAfter(theirs, other.beginning);
    other.erased = erasedPeople(theirs);
    return other;
}

} // namespace fledgling::store
