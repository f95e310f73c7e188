#include "app/chats/ChatToDo.h"

#include "app/PastDay.h"
#include "app/Record.h"
#include "app/calendar/Calendars.h"
#include "app/chats/AppealWindows.h"
#include "app/chats/ChatFiles.h"
#include "app/chats/ChatReviews.h"
#include "app/chats/Points.h"
#include "app/chats/SecondReadings.h"
#include "app/today/Soon.h"
#include "domain/Roles.h"
#include "store/CohortStore.h"
#include "store/MentoringStore.h"
#include "store/chats/ChatStore.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using store::ChatStore;

namespace {

/// A month is offered for closing so long after its end.
constexpr int DAYS_TO_CLOSE = 31;
/// Chats are read within this many days; what is read later lies in a month that is about to be closed.
constexpr int DAYS_TO_READ = 31;

/// Asked about many days: each month is looked up once.
class ClosedMonths {
public:
    explicit ClosedMonths(Desk& desk) : m_desk(desk) {}
    bool hold(Date day) {
        auto [found, fresh] = m_closed.try_emplace(Month(day));
        if (fresh) found->second = ChatStore(m_desk.database, m_desk.asOf).closing(Month(day)).has_value();
        return found->second;
    }

private:
    Desk& m_desk;
    std::map<Month, bool> m_closed;
};

Date workingDayBefore(const Calendar& calendar, Date day) {
    Date before = day.plusDays(-1);
    for (int tries = 0; tries < 31 && !calendar.isWorking(before); ++tries)
        before = before.plusDays(-1);
    return before;
}

void addSheets(Desk& desk, std::vector<ToDo>& list) {
    std::vector<Pair> mine;
    std::set<PersonId> trainees;
    for (const auto& kept : pairsInForce(desk))
        if (kept.pair.mentor == desk.actor.id) mine.push_back(kept.pair), trainees.insert(kept.pair.trainee);
    if (mine.empty()) return;
    const Date today = shownDay(desk);
    const Standing standing(desk, trainees, desk.asOf);
    std::map<std::pair<PersonId, Date>, int> read;
    for (const auto& one : ChatStore(desk.database, desk.asOf).tallies(trainees))
        read[{one.agent, one.day}] = one.read;
    const auto names = namesOf(desk, trainees);
    ClosedMonths closed(desk); // what is left of their days is never read
    for (const auto& pair : mine) {
        const auto card = standing.scorecard(pair.trainee, today);
        if (card.rules().criteria.empty()) continue; // this course has no chats to read
        const auto calendar = calendarOf(desk, card.of->workingWeek);
        for (const Date day : {workingDayBefore(calendar, today), today}) {
            const int done = read[{pair.trainee, day}], of = card.rules().on(day).perDay;
            if (day < pair.since || done >= of || !calendar.isWorking(day) || closed.hold(day)) continue;
            auto todo = toDo(ToDoKind::ReadChats, "chats", pair.trainee.text() + " " + day.iso(),
                             names.at(pair.trainee), day);
            todo.count = done;
            todo.of = of;
            list.push_back(std::move(todo));
        }
    }
}

void addAppeals(Desk& desk, std::vector<ToDo>& list) {
    const Date today = shownDay(desk);
    for (const auto& one : openAppeals(desk))
        if (const auto& chat = one.appeal.chat; one.mine)
            list.push_back(toDo(ToDoKind::DecideAppeal, "points",
                                chat.agent.text() + " " + chat.day.iso() + " " + std::to_string(chat.number) + " " +
                                    one.appeal.criterion,
                                one.name, chat.day, one.on.daysTo(today)));
}

/// Days whose point hangs on two readings that differ: for who may decide, and the manager hears of all.
void addDiffering(Desk& desk, Role role, std::vector<ToDo>& list) {
    const Date today = shownDay(desk);
    std::map<std::pair<PersonId, Date>, ToDo> days;
    for (const auto& one : differingChats(desk, Month(today).before().first(), today)) {
        if (!one.hangs || one.appealed || !(one.mine || role == Role::Manager)) continue;
        const auto& chat = one.chat();
        auto [found, fresh] = days.try_emplace({chat.agent, chat.day});
        if (fresh)
            found->second = toDo(ToDoKind::SettleReadings, "points", chat.agent.text() + " " + chat.day.iso() + " differ",
                                 one.name, chat.day);
        ++found->second.count;
        found->second.due = one.mine;
    }
    for (auto& [day, todo] : days)
        list.push_back(std::move(todo));
}

/// Days that hang on one chat, for who may read one of theirs again: an offer, not a duty.
void addOffered(Desk& desk, std::vector<ToDo>& list) {
    const Date today = shownDay(desk);
    const auto days = offeredAgain(desk, today.plusDays(-DAYS_TO_READ), today);
    if (days.empty()) return;
    const auto& newest = days.front();
    auto todo = toDo(ToDoKind::ReadAgain, "chats", newest.person.text() + " " + newest.day.iso() + " again", newest.name, newest.day,
                     static_cast<int>(days.size()));
    todo.due = false;
    list.push_back(std::move(todo));
}

void addMonth(Desk& desk, std::vector<ToDo>& list) {
    const Date today = shownDay(desk);
    const Month month = Month(today).before();
    ChatStore store(desk.database, desk.asOf);
    if (month.last().daysTo(today) > DAYS_TO_CLOSE || store.closing(month)) return;
    if (!store.anyRead(month.first(), month.last())) return;
    list.push_back(toDo(ToDoKind::CloseMonth, "points", " " + month.text(), month.text(), month.last()));
}

void addOwnFaults(Desk& desk, std::vector<ToDo>& list) {
    const auto tallies = ChatStore(desk.database, desk.asOf).tallies(std::set{desk.actor.id});
    const auto newest = std::max_element(tallies.begin(), tallies.end(),
                                         [](const auto& a, const auto& b) { return a.day < b.day; });
    if (newest == tallies.end() || newest->failed == 0) return;
    auto todo = toDo(ToDoKind::ChatsFailed, "points", desk.actor.id.text() + " " + newest->day.iso(), "",
                     newest->day);
    todo.count = newest->failed;
    todo.of = newest->read;
    todo.due = newest->day.plusDays(3) >= shownDay(desk);
    list.push_back(std::move(todo));
}

/// Own failed chats nobody has appealed against in every criterion, by the day they were held on, while the window
/// is about to close.
void addAppealsEnding(Desk& desk, std::vector<ToDo>& list) {
    const auto& own = desk.actor.id;
    const Date today = shownDay(desk), first = today.plusDays(-DAYS_TO_READ);
    ChatStore store(desk.database, desk.asOf);
    auto readings = store.reviewsOf(own, first, today);
    std::erase_if(readings, [](const store::KeptReview& one) { return !one.review.fails(); });
    if (readings.empty()) return;
    std::set<std::pair<ChatKey, std::string>> appealed;
    for (const auto& one : store.appealsOf(own, first, today))
        appealed.emplace(one.appeal.chat, one.appeal.criterion);
    const Date soon = soonUntil(calendarOf(desk), today, APPEAL_SOON);
    AppealWindows windows(desk, {own});
    ClosedMonths closed(desk);
    std::map<Date, ToDo> byDay;
    for (const auto& kept : readings) {
        const auto& chat = kept.review.chat;
        if (std::all_of(kept.review.faults.begin(), kept.review.faults.end(),
                        [&](const Fault& one) { return appealed.contains({chat, one.criterion}); }))
            continue;
        const Date until = windows.until(kept);
        if (until < today || soon < until || closed.hold(chat.day)) continue;
        auto [found, fresh] = byDay.try_emplace(
            chat.day, toDo(ToDoKind::AppealEnds, "points", own.text() + " " + chat.day.iso(), "", until));
        found->second.date = std::min(found->second.date, until);
        ++found->second.count;
    }
    for (auto& [day, todo] : byDay)
        list.push_back(std::move(todo));
}

} // namespace

std::vector<ToDo> chatToDo(Desk& desk, Role role) {
    std::vector<ToDo> list;
    if (!store::CohortStore(desk.database, desk.asOf).newest()) return list;
    if (role == Role::Mentor) addSheets(desk, list);
    if (role == Role::Manager || role == Role::Supervisor || role == Role::Trainer) {
        addAppeals(desk, list);
        addDiffering(desk, role, list);
    }
    // The manager decides between two readings, and whoever gave one of them can't.
    if (role == Role::Supervisor || role == Role::Trainer) addOffered(desk, list);
    if (role == Role::Manager) addMonth(desk, list);
    if (role == Role::Trainee) addOwnFaults(desk, list);
    if (may({role}, Verb::AppealFault)) addAppealsEnding(desk, list);
    return list;
}

} // namespace fledgling::app
