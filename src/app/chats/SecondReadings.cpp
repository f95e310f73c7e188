#include "app/chats/SecondReadings.h"

#include "app/Keep.h"
#include "app/PastDay.h"
#include "app/Record.h"
#include "app/chats/ChatReviews.h"
#include "app/chats/Points.h"
#include "domain/Refused.h"
#include "domain/Roles.h"
#include "domain/Text.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using store::ChangeNumber;
using store::ChatStore;

namespace {

using DayKey = std::pair<PersonId, Date>;

std::map<ChatKey, std::vector<Appeal>> appealsIn(ChatStore& store, Date first, Date last) {
    std::map<ChatKey, std::vector<Appeal>> appeals;
    for (auto& one : store.appealsOf({}, first, last))
        appeals[one.appeal.chat].push_back(std::move(one.appeal));
    return appeals;
}

bool anyOpen(const std::vector<Appeal>& appeals) {
    return std::any_of(appeals.begin(), appeals.end(),
                       [](const Appeal& one) { return one.state == AppealState::Open; });
}

/// The days of these chats, as they count now.
std::map<DayKey, DayTally> talliesOf(ChatStore& store, const std::vector<DifferingChat>& chats) {
    std::set<PersonId> agents;
    std::map<DayKey, DayTally> tallies;
    for (const auto& one : chats) {
        agents.insert(one.chat().agent);
        tallies[{one.chat().agent, one.chat().day}].day = one.chat().day;
    }
    const auto off = store.takenOff(agents);
    for (const auto& one : store.tallies(agents)) {
        const auto found = tallies.find({one.agent, one.day});
        if (found == tallies.end()) continue;
        const auto less = off.find(found->first);
        found->second.read = one.read;
        found->second.failed = one.failed - (less == off.end() ? 0 : less->second);
    }
    return tallies;
}

/// Which days hang on their differing chats.
void weigh(Desk& desk, ChatStore& store, std::vector<DifferingChat>& chats) {
    auto tallies = talliesOf(store, chats);
    std::map<DayKey, Unsettled> unsettled;
    std::set<PersonId> agents;
    for (const auto& one : chats) {
        auto& of = unsettled[{one.chat().agent, one.chat().day}];
        ++(one.first.review.fails() ? of.couldPass : of.couldFail);
        agents.insert(one.chat().agent);
    }
    const Standing standing(desk, agents, desk.asOf);
    for (auto& one : chats) {
        const auto& [agent, day, number] = one.chat();
        one.tally = tallies.at({agent, day});
        one.tally.practice = standing.practice(agent, day);
        one.hangs = hangs(one.tally, unsettled.at({agent, day}), standing.scorecard(agent, day).rules().on(day));
    }
}

} // namespace

std::vector<DifferingChat> differingChats(Desk& desk, Date first, Date last) {
    if (!seesEverybody(desk.actor)) throw Refused(Rule::NotYourRight, {std::string(keyOf(Verb::SettleReading))});
    ChatStore store(desk.database, desk.asOf);
    std::set<ChatKey> settled;
    for (const auto& one : store.settlementsOf({}, first, last))
        settled.insert(one.settlement.chat);
    const auto appeals = appealsIn(store, first, last);
    std::map<Month, bool> closed;
    const auto isClosed = [&](Date day) {
        auto [found, fresh] = closed.try_emplace(Month(day));
        if (fresh) found->second = store.closing(Month(day)).has_value();
        return found->second;
    };
    std::vector<DifferingChat> found;
    std::set<PersonId> people;
    for (auto& [one, other] : store.doubleReadings(first, last)) {
        const auto& chat = one.review.chat;
        const auto at = appeals.find(chat);
        const auto& pleas = at == appeals.end() ? std::vector<Appeal>() : at->second;
        if (isLater(desk, chat.day) || settled.contains(chat) || !differ(one.review, other.review, pleas) || isClosed(chat.day))
            continue;
        people.insert(chat.agent);
        const auto& actor = desk.actor.id;
        const bool mine = may(desk.actor.roles, Verb::SettleReading) && chat.agent != actor && one.by != actor && other.by != actor;
        found.push_back({std::move(one), std::move(other), "", {}, false, anyOpen(pleas), mine});
    }
    if (found.empty()) return found;
    weigh(desk, store, found);
    const auto names = namesOf(desk, people);
    for (auto& one : found)
        one.name = names.at(one.chat().agent);
    std::stable_sort(found.begin(), found.end(),
                     [](const DifferingChat& a, const DifferingChat& b) { return a.chat().day > b.chat().day; });
    return found;
}

std::vector<DecidingDay> decidingDays(Desk& desk, Date first, Date last) {
    ChatStore store(desk.database, desk.asOf);
    std::map<DayKey, int> twice;
    for (const auto& one : store.secondReadingsOf({}, first, last))
        ++twice[{one.review.chat.agent, one.review.chat.day}];
    std::set<PersonId> people;
    std::vector<DecidingDay> found;
    for (Month month(first); month.first() <= last; month = month.next()) {
        if (store.closing(month)) continue; // its points stand, whatever a second reading would say
        for (const auto& person : pointsOf(desk, month))
            for (const auto& line : person.ledger.lines) {
                const Date day = line.tally.day;
                const int again = twice[{person.person, day}];
                if (!line.decides || day < first || last < day || again >= line.tally.read) continue;
                people.insert(person.person);
                found.push_back({person.person, "", day, line.tally.read, line.tally.failed, again, line.cost > 0});
            }
    }
    const auto names = namesOf(desk, people);
    for (auto& one : found)
        one.name = names.at(one.person);
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.day > b.day; });
    return found;
}

std::vector<DecidingDay> offeredAgain(Desk& desk, Date first, Date last) {
    ChatStore store(desk.database, desk.asOf);
    std::set<ChatKey> twice;
    for (const auto& one : store.secondReadingsOf({}, first, last))
        twice.insert(one.review.chat);
    auto days = decidingDays(desk, first, last);
    std::erase_if(days, [&](const DecidingDay& one) {
        if (one.person == desk.actor.id) return true;
        const auto firsts = store.reviewsOf(one.person, one.day, one.day);
        return std::none_of(firsts.begin(), firsts.end(), [&](const store::KeptReview& kept) {
            return kept.by != desk.actor.id && !twice.contains(kept.review.chat);
        });
    });
    return days;
}

ChangeNumber settleReading(Desk& desk, const ChatKey& chat, Reading stands, const std::string& why) {
    return perform(desk, Verb::SettleReading, [&] {
        const std::string given = reason(why);
        requireOthers(desk, chat.agent);
        requireOpenMonth(desk, chat.day);
        ChatStore store(desk.database);
        const auto first = store.review(chat), second = store.secondReading(chat);
        std::vector<Appeal> appeals;
        for (auto& one : store.appealsOf(chat.agent, chat.day, chat.day))
            if (one.appeal.chat == chat) appeals.push_back(std::move(one.appeal));
        if (store.settlement(chat)) throw Refused(Rule::ReadingSettled, placed(desk, chat));
        if (!first || !second || !differ(first->review, second->review, appeals))
            throw Refused(Rule::NothingToSettle, placed(desk, chat));
        if (anyOpen(appeals)) throw Refused(Rule::AppealFirst, placed(desk, chat));
        if (first->by == desk.actor.id || second->by == desk.actor.id)
            throw Refused(Rule::OwnReading, {desk.actor.card.name});
        auto fact = ChatStore::fact(Settlement{chat, stands, given});
        fact.saw = 0; // two people at once: one of them decides
        return Deed{"settle-reading", {std::move(fact)}, {Topic::Chats}, given, 0, {}};
    });
}

void SecondReadingsView::load(Date first, Date last) {
    m_rows.clear();
    ChatStore store(m_desk.database, m_desk.asOf);
    std::set<PersonId> readers;
    for (auto& one : differingChats(m_desk, first, last)) {
        // The words of both, which a list of all double readings does without.
        if (auto whole = store.review(one.chat())) one.first = std::move(*whole);
        if (auto whole = store.secondReading(one.chat())) one.second = std::move(*whole);
        readers.insert({one.first.by, one.second.by});
        m_rows.push_back({std::move(one), "", "", {}});
    }
    const auto names = namesOf(m_desk, readers);
    for (auto& row : m_rows) {
        row.firstReader = names.at(row.of.first.by);
        row.secondReader = names.at(row.of.second.by);
        row.criteria = criteriaOf(row.of);
    }
    if (onChanged) onChanged();
}

std::vector<SecondReadingsView::Criterion> SecondReadingsView::criteriaOf(const DifferingChat& chat) const {
    const auto& course = m_desk.shelf.course(chat.first.review.course, chat.first.review.version);
    const auto said = [](const ChatReview& reading, const std::string& id) {
        Said one;
        one.applies = !reading.notApplicable.contains(id);
        if (const auto* fault = reading.fault(id)) one.failed = true, one.reason = fault->reason, one.quote = fault->quote;
        return one;
    };
    std::vector<Criterion> all;
    for (const auto& id : domain::criteriaOf(course.chatReview)) {
        const auto* criterion = course.chatReview.criterion(id);
        all.push_back({id, criterion ? criterion->title.in(m_language, course.language) : "",
                       said(chat.first.review, id), said(chat.second.review, id)});
    }
    return all;
}

const SecondReadingsView::Row* SecondReadingsView::row(const ChatKey& chat) const {
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& one) { return one.of.chat() == chat; });
    return found == m_rows.end() ? nullptr : &*found;
}

std::optional<Conversation> SecondReadingsView::conversation(const Row& row) const {
    const auto& record = row.of.first.review.record;
    if (record.empty()) return std::nullopt;
    return ChatStore(m_desk.database, m_desk.asOf).conversation(record);
}

int SecondReadingsView::pointsOf(const ChatKey& chat) const {
    return app::pointsOf(m_desk, Month(chat.day), chat.agent).front().ledger.counting();
}

ChangeNumber SecondReadingsView::settle(const ChatKey& chat, Reading stands, const std::string& why) {
    return settleReading(m_desk, chat, stands, why);
}

} // namespace fledgling::app
