#pragma once

#include "store/Book.h"

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace fledgling::store {

/// A change with what it wrote, read out of its book.
struct BranchChange {
    Change change;
    std::vector<KeptFact> facts;
};
/// One side's changes after the common beginning, oldest first.
using Branch = std::vector<BranchChange>;

/// What a merge needs to know of a copy; the copy itself may be closed again.
struct OtherBook {
    std::string where;
    ChangeNumber beginning = 0; ///< the last change both books have with equal number and hash; 0: none
    ChangeNumber last = 0;
    std::string head; ///< hash of its last change
    Branch changes;   ///< after the beginning
    std::set<std::string> erased; ///< ids of the people whose cards are blanked there
};

[[nodiscard]] Branch branchAfter(Database& database, ChangeNumber after);
/// Ids of the people whose cards were erased.
[[nodiscard]] std::set<std::string> erasedPeople(Database& database);
/// The last change that stands in both books with the same number and hash; 0 when they have none in common.
/// A hash stands for everything before it, so few are compared.
[[nodiscard]] ChangeNumber commonBeginning(Database& ours, Database& theirs);
/// Reads the other book up to its end. Its `changes` stay empty where nothing is common.
[[nodiscard]] OtherBook readOther(Database& ours, Database& theirs);

} // namespace fledgling::store
