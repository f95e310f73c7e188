#include "app/chats/MonthClosing.h"

#include "app/PastDay.h"
#include "app/chats/AppealWindows.h"
#include "app/chats/Points.h"
#include "app/chats/SecondReadings.h"
#include "app/people/People.h"
#include "store/chats/ChatStore.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace fledgling::app {

using namespace domain;
using store::ChatStore;

namespace {

void addBegun(const PersonPoints& points, MonthClosing& closing) {
    for (const auto& line : points.ledger.lines)
        if (line.partial()) closing.begun.push_back({points.person, "", line.tally.day, line.tally.read, line.perDay});
}

/// Chats somebody may still appeal against: a fault of the reading that counts has no appeal yet, and its window is open.
void addAppealable(Desk& desk, ChatStore& store, Month month, const std::set<PersonId>& people, MonthClosing& closing) {
    std::set<std::pair<ChatKey, std::string>> appealed;
    for (const auto& one : store.appealsOf({}, month.first(), month.last()))
        appealed.emplace(one.appeal.chat, one.appeal.criterion);
    std::set<ChatKey> settled;
    for (const auto& one : store.settlementsOf({}, month.first(), month.last()))
        settled.insert(one.settlement.chat);
    AppealWindows windows(desk, people);
    std::set<PersonId> whose;
    for (const auto& person : people)
        for (const auto& first : store.reviewsOf(person, month.first(), month.last())) {
            const auto& chat = first.review.chat;
            const auto counting = settled.contains(chat) ? store.counting(chat).value_or(first) : first;
            const auto& faults = counting.review.faults;
            if (std::all_of(faults.begin(), faults.end(), [&](const Fault& one) { return appealed.contains({chat, one.criterion}); }))
                continue;
            const auto until = windows.until(counting);
            if (until < shownDay(desk)) continue;
            ++closing.appealable;
            whose.insert(person);
            closing.appealUntil = std::max(closing.appealUntil.value_or(until), until);
        }
    closing.people = static_cast<int>(whose.size());
}

} // namespace

MonthClosing hindrancesOf(Desk& desk, Month month) {
    MonthClosing closing;
    for (const auto& one : ChatStore(desk.database, desk.asOf).openAppeals())
        if (month.holds(one.appeal.chat.day)) ++closing.openAppeals;
    for (const auto& one : differingChats(desk, month.first(), month.last()))
        if (one.hangs) ++closing.differing;
    return closing;
}

MonthClosing closingOf(Desk& desk, Month month) {
    auto closing = hindrancesOf(desk, month);
    std::set<PersonId> people;
    for (const auto& points : pointsOf(desk, month)) {
        people.insert(points.person);
        addBegun(points, closing);
    }
    const auto names = namesOf(desk, people);
    for (auto& one : closing.begun)
        one.name = names.at(one.person);
    std::stable_sort(closing.begun.begin(), closing.begun.end(),
                     [](const auto& a, const auto& b) { return std::tie(a.day, a.name) < std::tie(b.day, b.name); });
    ChatStore store(desk.database, desk.asOf);
    addAppealable(desk, store, month, people, closing);
    return closing;
}

} // namespace fledgling::app
