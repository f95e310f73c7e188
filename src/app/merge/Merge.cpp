#include "app/merge/Merge.h"

#include "app/Keep.h"
#include "domain/Refused.h"

#include <algorithm>

namespace fledgling::app {

using domain::Refused;
using domain::Rule;
using domain::Verb;

namespace {

/// Digits of a hash that are enough to compare by eye.
constexpr std::size_t HEAD = 12;

store::Verification verified(store::Database& database, const MergeAt& at) {
    return store::Book(database).verify([&](store::ChangeNumber done, store::ChangeNumber total) {
        if (at) at(static_cast<std::size_t>(done), static_cast<std::size_t>(total));
    });
}

std::string fileNameOf(const std::string& where) {
    const auto slash = where.find_last_of("/\\");
    return slash == std::string::npos ? where : where.substr(slash + 1);
}

/// The change by which somebody merged says with what.
store::Merger mergerOf(const Desk& desk, const store::OtherBook& copy) {
    store::Merger merger;
    merger.head.who = desk.actor.id;
    merger.head.at = desk.clock.now();
    merger.head.localDate = desk.clock.dateOf(merger.head.at);
    merger.head.zone = desk.clock.zone;
    merger.head.why = fileNameOf(copy.where) + " " + copy.head.substr(0, HEAD);
    merger.newCommand = [&desk] { return domain::CommandId(desk.newId()); };
    return merger;
}

void requireChosen(const store::MergePlan& plan, const store::Choices& choices) {
    const auto open = std::count_if(plan.differences.begin(), plan.differences.end(),
                                    [&](const store::Difference& one) { return !choices.contains(one.id); });
    if (open > 0) throw Refused(Rule::MergeUndecided, {std::to_string(open)});
}

} // namespace

void copyBook(Desk& desk, const std::string& path, const store::CopyAt& at) {
    domain::require(desk.actor, Verb::CopyBook);
    desk.database.copyTo(path, at);
}

void backUp(Desk& desk, const std::string& path, const store::CopyAt& at) {
    domain::require(desk.actor, Verb::SeeHistory);
    desk.database.backUpTo(path, at);
}

store::OtherBook readCopy(Desk& desk, const std::string& where, const MergeAt& at) {
    requireMay(desk, Verb::MergeBook);
    store::Database other(where, store::Database::Mode::OpenExisting);
    if (const auto found = verified(other, at); !found.good())
        throw Refused(Rule::MergeBroken, {other.where(), std::to_string(found.firstBad)});
    if (const auto found = verified(desk.database, at); !found.good())
        throw Refused(Rule::MergeOwnBroken, {std::to_string(found.firstBad)});
    auto copy = store::readOther(desk.database, other);
    if (copy.beginning == 0) throw Refused(Rule::MergeForeign, {copy.where});
    return copy;
}

store::MergeResult mergeCopy(Desk& desk, const store::OtherBook& copy, const store::Choices& choices,
                             const MergeAt& at) {
    requireMay(desk, Verb::MergeBook);
    auto result = store::merge(
        desk.database, copy, mergerOf(desk, copy),
        [&](const store::MergePlan& plan) {
            requireChosen(plan, choices);
            return choices;
        },
        at);
    if (result.kept) desk.events.tell(allTopics());
    return result;
}

} // namespace fledgling::app
