#include "store/merge/MergeParts.h"

#include "store/Hash.h"
#include "store/Schema.h"
#include "store/merge/CarriedWhy.h"

#include <algorithm>

namespace fledgling::store {

namespace {

/// Tables whose lines mean something only together, with how much of the key they share.
struct Bundle {
    std::string name;
    std::set<std::string> tables;
    std::size_t shared = 0;
};

const std::vector<Bundle>& bundles() {
    static const std::vector<Bundle> all{
        {"paper",
         {"quiz_paper", "quiz_answer", "quiz_handed_in", "quiz_mark", "quiz_regraded", "result", "practical_sheet",
          "practical_mark"},
         4},
        {"chat", {"chat_review", "chat_fault", "second_reading", "second_fault", "reading_settled", "appeal"}, 3}};
    return all;
}

/// What is decided as one.
FactKey unitOf(const FactKey& place) {
    for (const auto& bundle : bundles())
        if (bundle.tables.contains(place.table))
            return {bundle.name, {place.key.begin(), place.key.begin() + static_cast<std::ptrdiff_t>(bundle.shared)}};
    return place;
}

std::string idOf(const FactKey& unit) {
    constexpr std::size_t DIGITS = 8;
    std::string all;
    for (const auto& part : unit.key)
        all += canonical(Value{part});
    return unit.table + "-" + sha256(all).substr(0, DIGITS);
}

Fact nothingAt(const FactKey& place) { return {place.table, place.key, {}, true, {}}; }

/// Both sides of one merge while it is reckoned.
class Planning {
public:
    Planning(const Branch& ours, const OtherBook& other, const std::set<std::string>& erased,
             const std::vector<Untaken>& refused, const Before& before)
        : m_other(other), m_before(before), m_ourCommands(commandsOf(ours)), m_theirCommands(commandsOf(other.changes)) {
        m_plan.erased = erased;
        m_plan.erased.insert(other.erased.begin(), other.erased.end());
        auto untaken = untakenOf(ours, other, m_plan.erased, refused);
        for (std::size_t i = 0; i < other.changes.size(); ++i)
            if (!untaken.contains(i) && !here(other.changes[i])) m_plan.taken.push_back(i);
        m_ours = lastLines(ours, [](std::size_t) { return true; });
        m_theirs = lastLines(other.changes, [&](std::size_t i) { return !untaken.contains(i); });
        for (auto& [index, one] : untaken)
            m_plan.untaken.push_back(std::move(one));
    }

    MergePlan plan() && {
        for (const auto index : m_plan.taken)
            for (const auto& kept : m_other.changes[index].facts)
                weigh(factKeyOf(kept.fact));
        for (const auto& unit : m_different)
            m_plan.differences.push_back(differenceAt(unit));
        return std::move(m_plan);
    }

private:
    [[nodiscard]] bool here(const BranchChange& theirs) const {
        return m_ourCommands.contains(theirs.change.head.command.text());
    }
    [[nodiscard]] bool there(const BranchChange& ours) const {
        return m_theirCommands.contains(ours.change.head.command.text());
    }
    [[nodiscard]] const LastLine* ours(const FactKey& place) const {
        const auto found = m_ours.find(place);
        return found == m_ours.end() ? nullptr : &found->second;
    }
    [[nodiscard]] const LastLine* theirs(const FactKey& place) const {
        const auto found = m_theirs.find(place);
        return found == m_theirs.end() ? nullptr : &found->second;
    }
    [[nodiscard]] Fact before(const FactKey& place) const { return m_before(place).value_or(nothingAt(place)); }
    [[nodiscard]] Fact standing(const LastLine* line, const FactKey& place) const {
        return line ? line->kept->fact : before(place);
    }

    /// A key that the copy wrote: whose value stands in the end, or that both sides differ.
    void weigh(const FactKey& place) {
        if (m_plan.stands.contains(place) || m_different.contains(unitOf(place))) return;
        if (place.table == "person_card" && m_plan.erased.contains(place.key.front())) {
            m_plan.stands.emplace(place, nothingAt(place)); // erased once is erased everywhere
            return;
        }
        const auto* mine = ours(place);
        const auto* other = theirs(place);
        // What the copy wrote last is here already: ours was made in the knowledge of it.
        const bool oursIsNewer = here(*other->change);
        const bool theirsIsNewer = !mine || there(*mine->change);
        if (oursIsNewer)
            m_plan.stands.emplace(place, standing(mine, place));
        else if (theirsIsNewer || sameValue(mine->kept->fact, other->kept->fact))
            m_plan.stands.emplace(place, other->kept->fact);
        else
            m_different.insert(unitOf(place));
    }

    [[nodiscard]] std::set<FactKey> placesOf(const FactKey& unit) const {
        std::set<FactKey> places;
        for (const auto* lines : {&m_ours, &m_theirs})
            for (const auto& [place, line] : *lines)
                if (unitOf(place) == unit) places.insert(place);
        return places;
    }

    Difference differenceAt(const FactKey& unit) {
        Difference difference;
        difference.id = idOf(unit);
        for (const auto& place : placesOf(unit)) {
            m_plan.stands.erase(place);
            const auto* mine = ours(place);
            const auto* other = theirs(place);
            difference.lines.push_back({before(place), standing(mine, place), standing(other, place)});
            if (mine && mine->change->change.number >= difference.oursChange) {
                difference.ours = mine->change->change.head;
                difference.oursChange = mine->change->change.number;
            }
            if (other && other->change->change.number >= difference.theirsChange) {
                difference.theirs = other->change->change.head;
                difference.theirsChange = other->change->change.number;
            }
        }
        return difference;
    }

    const OtherBook& m_other;
    const Before& m_before;
    Commands m_ourCommands, m_theirCommands;
    LastLines m_ours, m_theirs;
    std::set<FactKey> m_different;
    MergePlan m_plan;
};

} // namespace

FactKey factKeyOf(const Fact& fact) { return {fact.table, fact.key}; }

bool isOfMerge(const Change& change) {
    const auto from = carriedFrom(change.head.why);
    return change.head.verb == MERGE_VERB || (from && from->again);
}

bool sameValue(const Fact& one, const Fact& other) {
    if (one.absent || other.absent) return one.absent == other.absent;
    const auto& columns = table(one.table).values;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].name != "basis_change" && one.values.at(i) != other.values.at(i)) return false;
    return true;
}

LastLines lastLines(const Branch& branch, const std::function<bool(std::size_t)>& counts) {
    LastLines last;
    for (std::size_t i = 0; i < branch.size(); ++i)
        if (counts(i))
            for (const auto& kept : branch[i].facts)
                last[factKeyOf(kept.fact)] = {&branch[i], &kept};
    return last;
}

Commands commandsOf(const Branch& branch) {
    Commands commands;
    for (const auto& one : branch)
        commands.insert(one.change.head.command.text());
    return commands;
}

MergePlan planOf(const Branch& ours, const OtherBook& other, const std::set<std::string>& erased,
                 const std::vector<Untaken>& refused, const Before& before) {
    return Planning(ours, other, erased, refused, before).plan();
}

} // namespace fledgling::store
