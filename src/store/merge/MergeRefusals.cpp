#include "store/merge/MergeParts.h"

#include "store/PersonLines.h"
#include "store/Schema.h"

#include <algorithm>

namespace fledgling::store {

using domain::Rule;

namespace {

bool isPresent(const LastLine& line) { return !line.kept->fact.absent; }

/// Looks for what the copy did that can't stand beside what we did meanwhile, until nothing more is found: what is
/// left out may be what something else builds on.
class Refusals {
public:
    Refusals(const Branch& ours, const OtherBook& other, const std::set<std::string>& erased)
        : m_other(other), m_erased(erased), m_ourCommands(commandsOf(ours)) {
        const auto theirs = commandsOf(other.changes);
        m_ours = lastLines(
            ours, [&](std::size_t i) { return !theirs.contains(ours[i].change.head.command.text()); });
    }

    std::map<std::size_t, Untaken> found(const std::vector<Untaken>& refused) && {
        for (const auto& one : refused)
            m_found.emplace(one.index, one);
        for (std::size_t before = m_found.size() + 1; before != m_found.size();) {
            before = m_found.size();
            m_last = lastLines(m_other.changes, [&](std::size_t i) { return !m_found.contains(i); });
            for (const auto& [place, line] : m_last)
                if (isPresent(line)) judgeLast(place, line);
            for (std::size_t i = 0; i < m_other.changes.size(); ++i)
                if (isNew(i)) judge(i);
        }
        return std::move(m_found);
    }

private:
    [[nodiscard]] bool isNew(std::size_t index) const {
        return !m_found.contains(index) &&
               !m_ourCommands.contains(m_other.changes[index].change.head.command.text());
    }
    void refuse(std::size_t index, Rule rule, std::vector<std::string> arguments) {
        if (isNew(index)) m_found.emplace(index, Untaken{index, rule, std::move(arguments)});
    }
    [[nodiscard]] std::size_t indexOf(const LastLine& line) const {
        return static_cast<std::size_t>(line.change - m_other.changes.data());
    }

    /// What would stand for a key in the end.
    void judgeLast(const FactKey& place, const LastLine& line) {
        if (place.table == "person_card") judgeCard(place, line);
        if (place.table == "member") judgeMember(place, line);
        if (place.table == "course") judgeCourse(place, line);
    }

    /// The same staff number given to two people.
    void judgeCard(const FactKey& place, const LastLine& line) {
        const auto number = textOf(line.kept->fact, "staff_number");
        if (number.empty() || m_erased.contains(place.key.front())) return;
        for (const auto& [other, ours] : m_ours) {
            if (other.table != place.table || other.key == place.key || !isPresent(ours)) continue;
            if (textOf(ours.kept->fact, "staff_number") != number) continue;
            const auto there = m_last.find(other); // the copy may have given that person another number
            const bool stillHas = there == m_last.end() || textOf(there->second.kept->fact, "staff_number") == number;
            if (stillHas) refuse(indexOf(line), Rule::StaffNumberTaken, {number, other.key.front()});
        }
    }

    /// Somebody enrolled in two cohorts at once.
    void judgeMember(const FactKey& place, const LastLine& line) {
        if (!textOf(line.kept->fact, "departed").empty()) return;
        for (const auto& [other, ours] : m_ours) {
            if (other.table != place.table || other.key == place.key || other.key.at(1) != place.key.at(1)) continue;
            if (!isPresent(ours) || !textOf(ours.kept->fact, "departed").empty() || m_last.contains(other)) continue;
            refuse(indexOf(line), Rule::AlreadyMember, {place.key.at(1), other.key.front()});
        }
    }

    /// One version of a course with two contents: a version in the book never changes.
    void judgeCourse(const FactKey& place, const LastLine& line) {
        const auto ours = m_ours.find(place);
        if (ours == m_ours.end() || !isPresent(ours->second)) return;
        if (textOf(ours->second.kept->fact, "digest") != textOf(line.kept->fact, "digest"))
            refuse(indexOf(line), Rule::CourseVersionTaken, place.key);
    }

    void judge(std::size_t index) {
        const auto& [change, facts] = m_other.changes[index];
        for (const auto& [other, untaken] : m_found) {
            const auto& base = m_other.changes[other];
            if (change.head.undoes == base.change.number || usesWhatIsMadeBy(base, facts))
                return refuse(index, Rule::MergeNeedsUntaken, {std::to_string(base.change.number)});
        }
        for (const auto& kept : facts)
            if (const auto month = closedMonthOf(kept.fact); !month.empty())
                return refuse(index, Rule::MonthClosed, {month});
    }

    /// True when a fact names something that exists only by that change.
    static bool usesWhatIsMadeBy(const BranchChange& base, const std::vector<KeptFact>& facts) {
        for (const auto& made : base.facts) {
            if (made.saw != 0 || table(made.fact.table).creates.empty()) continue;
            const auto& id = made.fact.key.front();
            const auto names = [&](const KeptFact& kept) {
                const auto& [of, key, values, absent, saw] = kept.fact;
                return std::find(key.begin(), key.end(), id) != key.end() ||
                       std::find(values.begin(), values.end(), Value{id}) != values.end();
            };
            if (std::any_of(facts.begin(), facts.end(), names)) return true;
        }
        return false;
    }

    /// The points of a month that we closed stand.
    [[nodiscard]] std::string closedMonthOf(const Fact& fact) const {
        constexpr std::size_t MONTH = 7;
        static const std::set<std::string> judgements{"chat_review",  "chat_fault",      "second_reading",
                                                      "second_fault", "reading_settled", "appeal"};
        if (!judgements.contains(fact.table)) return {};
        auto month = fact.key.at(1).substr(0, MONTH);
        const auto closed = m_ours.find({"month_closed", {month}});
        if (closed == m_ours.end() || !isPresent(closed->second) || textOf(closed->second.kept->fact, "closed") == "0")
            return {};
        return month;
    }

    const OtherBook& m_other;
    const std::set<std::string>& m_erased;
    Commands m_ourCommands;
    LastLines m_ours; ///< what only we wrote
    LastLines m_last; ///< of the copy, without what is refused
    std::map<std::size_t, Untaken> m_found;
};

} // namespace

std::map<std::size_t, Untaken> untakenOf(const Branch& ours, const OtherBook& other, const std::set<std::string>& erased,
                                         const std::vector<Untaken>& refused) {
    return Refusals(ours, other, erased).found(refused);
}

} // namespace fledgling::store
