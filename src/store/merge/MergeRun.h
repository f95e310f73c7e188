#pragma once

#include "store/merge/MergePlan.h"

#include <map>
#include <vector>

namespace fledgling::store {

/// Who merges, when and under what reason.
struct Merger {
    ChangeHead head; ///< verb and command are set by the merge
    std::function<domain::CommandId()> newCommand;
};

struct MergeResult {
    std::vector<ChangeNumber> carried; ///< numbers here of the changes that were taken
    std::vector<Untaken> untaken;
    std::size_t decided = 0; ///< differences somebody chose in
    bool kept = false;       ///< something was written
};

/// What the other book and this one make of each other now.
[[nodiscard]] MergePlan readPlan(Database& database, const OtherBook& other, const std::vector<Untaken>& refused = {});

/// Takes the other book's changes over, in one transaction, on disk when it returns; a crash before that leaves
/// nothing, and merging once more adds nothing. Each keeps its command, who, verb, local date and the ids it made, and
/// stands at the moment of the merge with its own moment before its reason (store/merge/CarriedWhy.h). Where a
/// value of ours was chosen it follows the copy's at once, under the name of who first wrote it. A last change says who
/// merged. `decide` is asked with the plan
/// inside the transaction, gives the choice for every difference, and may throw to end it all. What the database itself
/// refuses is left out and told. `at` is told how many of how many changes are written; what it throws ends it all.
MergeResult merge(Database& database, const OtherBook& other, const Merger& merger,
                  const std::function<Choices(const MergePlan&)>& decide,
                  const std::function<void(std::size_t done, std::size_t total)>& at = {});

} // namespace fledgling::store
