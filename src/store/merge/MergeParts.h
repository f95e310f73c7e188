#pragma once

#include "store/merge/MergePlan.h"

namespace fledgling::store {

/// Inside of planOf; internal to the room.

/// The last line of every key on one side.
struct LastLine {
    const BranchChange* change = nullptr;
    const KeptFact* kept = nullptr;
};
using LastLines = std::map<FactKey, LastLine>;
[[nodiscard]] LastLines lastLines(const Branch& branch, const std::function<bool(std::size_t)>& counts);

using Commands = std::set<std::string>;
[[nodiscard]] Commands commandsOf(const Branch& branch);

/// The changes of the copy that are not to be taken, by index: those refused already, those that a rule of the
/// department forbids beside ours, and what builds on them.
[[nodiscard]] std::map<std::size_t, Untaken> untakenOf(const Branch& ours, const OtherBook& other,
                                                       const std::set<std::string>& erased,
                                                       const std::vector<Untaken>& refused);

} // namespace fledgling::store
