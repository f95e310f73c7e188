#include "app/chats/Points.h"

#include "app/Keep.h"
#include "app/PastDay.h"
#include "app/Record.h"
#include "app/calendar/Calendars.h"
#include "app/chats/ChatReviews.h"
#include "app/chats/MonthClosing.h"
#include "domain/Refused.h"
#include "domain/Text.h"
#include "store/CohortStore.h"
#include "store/PeopleStore.h"
#include "store/chats/ChatStore.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using store::ChangeNumber;
using store::ChatStore;
using store::CohortStore;
using store::MentoringStore;

Standing::Standing(Desk& desk, const std::set<PersonId>& people, ChangeNumber asOf, Instead instead)
    : m_desk(desk), m_asOf(asOf), m_instead(instead) {
    for (auto& one : CohortStore(desk.database, asOf).membershipsOf(people))
        m_members[one.trainee].push_back(std::move(one));
    for (auto& one : MentoringStore(desk.database, asOf).goLives(people))
        m_lives[one.trainee].push_back(std::move(one));
    for (const auto& one : store::PeopleStore(desk.database, asOf).people(people))
        m_since[one.id] = one.since;
}

std::optional<Member> Standing::memberAt(const PersonId& person, Date day) const {
    const auto found = m_members.find(person);
    return found == m_members.end() ? std::nullopt : memberOn(found->second, day);
}

bool Standing::practice(const PersonId& person, Date day) const {
    const auto member = memberAt(person, day);
    if (!member || day < member->joined) return false;
    const auto lives = m_lives.find(person);
    if (lives == m_lives.end()) return true;
    bool live = false;
    for (const auto& one : lives->second)
        if (one.on < day) live = one.live && (!one.until || day <= *one.until); // from the next day on
    return !live;
}

std::optional<Date> Standing::practiceEnd(const PersonId& person) const {
    const auto lives = m_lives.find(person);
    if (lives == m_lives.end() || !lives->second.back().live || lives->second.back().until) return std::nullopt;
    Date end = lives->second.front().on;
    for (const auto& one : lives->second)
        end = std::max(end, one.on);
    return end;
}

Scorecard Standing::scorecard(const PersonId& person, Date day) const {
    if (practice(person, day)) {
        const auto member = memberAt(person, day);
        auto [found, fresh] = m_byCohort.try_emplace(member->cohort);
        if (fresh)
            if (const auto cohort = CohortStore(m_desk.database, m_asOf).cohort(member->cohort))
                found->second = m_instead.cohorts && m_instead.cohorts->id == cohort->course
                                    ? Scorecard{cohort->course, m_instead.cohorts->version, m_instead.cohorts}
                                    : Scorecard{cohort->course, cohort->version, &m_desk.shelf.of(*cohort)};
        if (found->second.of) return found->second;
    }
    if (m_instead.newest) return {m_instead.newest->id, m_instead.newest->version, m_instead.newest};
    if (!m_newest) {
        const auto newest = CohortStore(m_desk.database, m_asOf).newest();
        if (!newest) throw Refused(Rule::CourseNotLoaded, {"–", "–"});
        m_newest = {newest->course, newest->version, &m_desk.shelf.course(newest->course, newest->version)};
    }
    return *m_newest;
}

std::optional<Date> Standing::countsFrom(const PersonId& person, Month month) const {
    std::optional<Date> from;
    if (const auto since = m_since.find(person); since != m_since.end() && since->second)
        from = since->second;
    // A trainee's month begins on the day of go-live.
    for (Date day = month.first(); m_members.contains(person) && month.holds(day); day = day.plusDays(1))
        if (!practice(person, day)) {
            if (!from || *from < day) from = day;
            break;
        }
    return from;
}

ChangeNumber readAt(Desk& desk, Month month) {
    const auto closed = ChatStore(desk.database, desk.asOf).closing(month);
    return closed ? std::min(*closed, desk.asOf) : desk.asOf;
}

Month monthOnShow(Desk& desk, const PersonId& person) {
    constexpr int MONTHS_BACK = 12;
    const auto of = person.empty() && !seesEverybody(desk.actor) ? desk.actor.id : person;
    ChatStore store(desk.database, desk.asOf);
    const Month now(shownDay(desk));
    Month month = now;
    for (int back = 0; back <= MONTHS_BACK; ++back, month = month.before())
        if (store.anyRead(month.first(), month.last(), of)) return month;
    return now;
}

std::vector<PersonPoints> pointsOf(Desk& desk, Month month, const PersonId& person, Instead instead) {
    const auto asOf = readAt(desk, month);
    ChatStore store(desk.database, asOf);
    std::map<PersonId, std::vector<DayTally>> tallies;
    std::set<PersonId> people;
    if (!person.empty()) tallies[person], people.insert(person);
    for (const auto& one : store.tallies(month.first(), month.last(), person)) {
        if (isLater(desk, one.day)) continue;
        tallies[one.agent].push_back({one.day, one.read, one.failed, false});
        people.insert(one.agent);
    }
    const auto takenOff = store.takenOff(month.first(), month.last(), person);
    const Standing standing(desk, people, asOf, instead);
    std::map<std::set<Weekday>, Calendar> calendars;
    std::vector<PersonPoints> all;
    for (auto& [id, days] : tallies) {
        for (auto& day : days) {
            if (const auto off = takenOff.find({id, day.day}); off != takenOff.end())
                day.failed -= off->second;
            day.practice = standing.practice(id, day.day);
        }
        const Date at = std::min(std::max(shownDay(desk), month.first()), month.last());
        const auto card = standing.scorecard(id, at);
        auto [calendar, fresh] = calendars.try_emplace(card.of->workingWeek);
        if (fresh) calendar->second = calendarOf(desk, card.of->workingWeek);
        const int start = startingPoints(card.rules().on(month.first()), calendar->second, month,
                                         standing.countsFrom(id, month));
        all.push_back({id, card, ledgerOf(month, std::move(days), card.rules(), start)});
    }
    return all;
}

namespace {

/// The days read of these people, at least all that are practice: who went live long ago has years of others. One
/// statement for each month in which somebody went live.
std::vector<store::RawTally> practiceTallies(ChatStore& store, const Standing& standing,
                                             const std::set<PersonId>& people) {
    std::map<std::optional<Month>, std::set<PersonId>> byEnd;
    for (const auto& person : people) {
        const auto end = standing.practiceEnd(person);
        byEnd[end ? std::optional(Month(*end)) : std::nullopt].insert(person);
    }
    std::vector<store::RawTally> all;
    for (const auto& [month, some] : byEnd)
        for (auto& one : store.tallies(some, month ? std::optional(month->last()) : std::nullopt))
            all.push_back(std::move(one));
    return all;
}

} // namespace

std::map<PersonId, PracticeRecord> practiceOf(Desk& desk, const std::set<PersonId>& people, Instead instead) {
    std::map<PersonId, PracticeRecord> found;
    if (people.empty()) return found;
    ChatStore store(desk.database, desk.asOf);
    const Standing standing(desk, people, desk.asOf, instead);
    const auto takenOff = store.takenOff(people);
    for (const auto& one : practiceTallies(store, standing, people)) {
        if (isLater(desk, one.day) || !standing.practice(one.agent, one.day)) continue;
        const auto& rules = standing.scorecard(one.agent, one.day).rules();
        DayTally day{one.day, one.read, one.failed, true};
        if (const auto off = takenOff.find({one.agent, one.day}); off != takenOff.end())
            day.failed -= off->second;
        auto [record, fresh] = found.try_emplace(one.agent, PracticeRecord{rules.on(one.day).points, 0});
        record->second.points -= costOf(day, rules.on(one.day));
        ++record->second.days;
    }
    return found;
}

void requireOpenMonth(Desk& desk, Date day) {
    const Month month(day);
    if (ChatStore(desk.database).closing(month)) throw Refused(Rule::MonthClosed, {month.text()});
}

void requireTakesBack(Desk& desk, const std::vector<store::Fact>& facts) {
    static const std::set<std::string> readings{"chat_review", "chat_fault", "second_reading", "second_fault"};
    for (const auto& fact : facts) {
        if (fact.table == "month_closed") throw Refused(Rule::ClosingStands, {fact.key.front()});
        const bool reading = readings.contains(fact.table);
        if (!reading && fact.table != "appeal" && fact.table != "reading_settled") continue;
        const ChatKey chat{PersonId(fact.key.at(0)), Date::of(fact.key.at(1)), std::stoi(fact.key.at(2))};
        requireOpenMonth(desk, chat.day);
        if (reading && ChatStore(desk.database).settlement(chat)) throw Refused(Rule::ReadingSettled, placed(desk, chat));
    }
}

ChangeNumber closeMonth(Desk& desk, Month month, const std::string& note) {
    return perform(desk, Verb::CloseMonth, [&] {
        requireOpenMonth(desk, month.first());
        if (desk.today() <= month.last()) throw Refused(Rule::MonthNotOver, {month.text()});
        const auto hindrances = hindrancesOf(desk, month);
        if (const int open = hindrances.openAppeals) throw Refused(Rule::AppealsOpen, {month.text(), std::to_string(open)});
        if (const int differing = hindrances.differing) throw Refused(Rule::ReadingsDiffer, {month.text(), std::to_string(differing)});
        return Deed{
            "close-month", {ChatStore::closedFact(month)}, {Topic::Chats}, domain::note(note, "note"), 0, {}};
    });
}

} // namespace fledgling::app
