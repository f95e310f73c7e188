#pragma once

#include "domain/Refused.h"
#include "store/merge/Branch.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fledgling::store {

/// What two books that began as one would make of each other, reckoned from their changes alone: what is taken,
/// what both sides changed differently, and what can't be taken. No database.

/// A key of a table.
struct FactKey {
    std::string table;
    std::vector<std::string> key;
    friend auto operator<=>(const FactKey&, const FactKey&) = default;
    friend bool operator==(const FactKey&, const FactKey&) = default;
};
[[nodiscard]] FactKey factKeyOf(const Fact& fact);

enum class Side { Ours, Theirs };
using Choices = std::map<std::string, Side>; ///< by Difference::id

/// One key of a difference with the value on each side.
struct DifferentLine {
    Fact before; ///< at the common beginning; absent where the key had none
    Fact ours;
    Fact theirs;
};

/// Something that both sides changed since the common beginning and that stands differently now. Lines that only
/// mean something together (a paper with its answers) are one difference.
struct Difference {
    std::string id; ///< "mark-1a2b3c4d": the same at every reading
    std::vector<DifferentLine> lines;
    ChangeHead ours; ///< of the last change that wrote here
    ChangeHead theirs;
    ChangeNumber oursChange = 0;
    ChangeNumber theirsChange = 0;
};

/// A change of the copy that can't be taken over as things stand; a later merge tries it again.
struct Untaken {
    std::size_t index = 0; ///< in OtherBook::changes
    domain::Rule rule = domain::Rule::MergeRowRefused;
    std::vector<std::string> arguments; ///< of the rule; ids stand for names
};

struct MergePlan {
    std::vector<std::size_t> taken; ///< indexes into OtherBook::changes, in their order
    std::vector<Untaken> untaken;
    std::vector<Difference> differences; ///< in the order of their tables and keys
    std::set<std::string> erased;        ///< people whose cards are blank on either side
    /// What a key that a taken change writes must hold in the end, where nobody has to choose.
    std::map<FactKey, Fact> stands;
};

/// What stood for a key at the common beginning; nothing for none.
using Before = std::function<std::optional<Fact>(const FactKey&)>;

/// `ours` are our changes after the common beginning, `erased` the people whose cards are blank here, `refused`
/// what the database itself refused so far.
[[nodiscard]] MergePlan planOf(const Branch& ours, const OtherBook& other, const std::set<std::string>& erased,
                               const std::vector<Untaken>& refused, const Before& before);

/// Equal as far as people mean it: the number of the change a decision rests on differs from book to book.
[[nodiscard]] bool sameValue(const Fact& one, const Fact& other);

/// The verb of the change that says who merged.
inline constexpr const char* MERGE_VERB = "merge-book";
/// True for a change that only a merge wrote: it is carried on, but alone is nothing to tell.
[[nodiscard]] bool isOfMerge(const Change& change);

} // namespace fledgling::store
