#include "app/pairing/PairingView.h"

#include "app/Department.h"
#include "app/Keep.h"
#include "app/PastDay.h"
#include "app/Record.h"
#include "app/calendar/Calendars.h"
#include "app/people/People.h"
#include "domain/MentorLog.h"
#include "domain/Refused.h"
#include "store/CohortStore.h"
#include "store/MentoringStore.h"
#include "store/PeopleStore.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using store::ChangeNumber;
using store::MentoringStore;

namespace {

/// The order in which people with an entry in the map stand by name.
std::vector<PersonId> inNameOrder(const std::vector<Person>& people) {
    auto sorted = people;
    sortByName(sorted);
    std::vector<PersonId> ids;
    for (const auto& person : sorted)
        ids.push_back(person.id);
    return ids;
}

/// The locks that the pool still allows: both people there, no hard rule against them, places for all of
/// them.
std::vector<LockedPair> stillFitting(const Pool& pool, const std::vector<LockedPair>& locks) {
    std::vector<LockedPair> kept;
    for (const auto& lock : locks) {
        const auto trainee =
            std::find_if(pool.trainees.begin(), pool.trainees.end(),
                         [&](const PoolTrainee& one) { return one.person.id == lock.trainee; });
        const auto mentor = std::find_if(pool.mentors.begin(), pool.mentors.end(),
                                         [&](const PoolMentor& one) { return one.person.id == lock.mentor; });
        if (trainee == pool.trainees.end() || mentor == pool.mentors.end()) continue;
        const auto same = std::count_if(kept.begin(), kept.end(),
                                        [&](const LockedPair& one) { return one.mentor == lock.mentor; });
        const int load = mentor->trainees + static_cast<int>(same);
        if (hindrances(mentor->person, trainee->person, load, mentor->away, trainee->start, pool.awayRule)
                .empty())
            kept.push_back(lock);
    }
    return kept;
}

} // namespace

void PairingView::load() {
    require(m_desk.actor, Verb::ProposePairs);
    m_names.clear();
    m_today = shownDay(m_desk);
    m_pool = pairingPool(m_desk);
    loadCards();
    loadMentors();
    m_locks = stillFitting(m_pool, m_locks);
    if (m_proposal) solve();
    redraw();
}

void PairingView::loadCards() {
    m_cards.clear();
    std::vector<Person> people;
    std::map<PersonId, const PoolTrainee*> pool;
    for (const auto& one : m_pool.trainees) {
        people.push_back(one.person);
        pool[one.person.id] = &one;
    }
    std::map<PersonId, std::string> cohorts;
    store::CohortStore store(m_desk.database, m_desk.asOf);
    std::map<CohortId, std::string> names;
    std::set<CohortId> notBegun;
    std::set<PersonId> later;
    for (const auto& member : inTraining(m_desk)) {
        auto [found, fresh] = names.try_emplace(member.cohort);
        if (fresh)
            if (const auto cohort = store.cohort(member.cohort)) {
                found->second = cohort->name;
                if (shownDay(m_desk) < cohort->start) notBegun.insert(member.cohort);
            }
        cohorts[member.trainee] = found->second;
        later.erase(member.trainee);
        if (notBegun.contains(member.cohort)) later.insert(member.trainee);
    }
    for (const auto& id : inNameOrder(people)) {
        const auto& [person, start] = *pool.at(id);
        m_names[id] = person.card.name;
        m_cards.push_back(
            {id, person.card.name, person.posts, person.leaning, person.shift, cohorts[id], start, !later.contains(id)});
    }
}

int PairingView::laterUnpaired() const {
    return static_cast<int>(std::count_if(m_cards.begin(), m_cards.end(), [](const Card& one) { return !one.begun; }));
}

void PairingView::loadMentors() {
    std::map<PersonId, std::vector<Led>> led;
    std::set<PersonId> ids;
    const auto pairs = pairsInForce(m_desk);
    for (const auto& kept : pairs)
        ids.insert(kept.pair.trainee);
    std::map<PersonId, Led> known;
    const auto calendar = calendarOf(m_desk);
    for (const auto& record : recordsOfPeople(m_desk, ids)) {
        auto& one = known[record.person.id];
        one.cohort = record.cohort.name;
        one.daysMentored = daysMentored(record.person.id, record.entries, calendar);
        one.daysNeeded = record.course->mentoring.days;
    }
    for (auto& [id, text] : namesOf(m_desk, ids))
        m_names[id] = text;
    for (const auto& person : store::PeopleStore(m_desk.database, m_desk.asOf).people(ids)) {
        known[person.id].posts = person.posts;
        known[person.id].leaning = person.leaning;
    }
    for (const auto& kept : pairs) {
        Led one = known[kept.pair.trainee];
        one.trainee = kept.pair.trainee;
        one.name = name(one.trainee);
        one.since = kept.pair.since;
        one.saw = kept.change;
        led[kept.pair.mentor].push_back(std::move(one));
    }
    m_mentors.clear();
    std::vector<Person> people;
    std::map<PersonId, const PoolMentor*> pool;
    for (const auto& one : m_pool.mentors) {
        people.push_back(one.person);
        pool[one.person.id] = &one;
    }
    for (const auto& id : inNameOrder(people)) {
        const auto& one = *pool.at(id);
        const auto& person = one.person;
        m_names[id] = person.card.name;
        m_mentors.push_back({id, person.card.name, person.posts, person.leaning, person.shift,
                             person.capacity, one.traineeDays, tenureMonths(person, shownDay(m_desk)),
                             led[id], one.away});
    }
}

int PairingView::places() const {
    int sum = 0;
    for (const auto& mentor : m_mentors)
        sum += mentor.places();
    return sum;
}

void PairingView::propose() {
    require(m_desk.actor, Verb::ProposePairs);
    solve();
    redraw();
}

void PairingView::cancel() {
    m_locks.clear();
    m_proposal.reset();
    m_proposed.clear();
    m_shortages.clear();
    redraw();
}

void PairingView::solve() {
    Pool pool = m_pool;
    pool.locked = m_locks;
    m_proposal = domain::propose(pool);
    m_proposed.clear();
    for (const auto& one : m_cards)
        if (const auto* pair = m_proposal->pairOf(one.trainee))
            m_proposed.push_back({one.trainee, pair->mentor, one.name, name(pair->mentor), one.start,
                                  pair->locked, pair->score, pair->terms});
    drawShortages();
}

void PairingView::drawShortages() {
    m_shortages.clear();
    for (const auto& shortage : m_proposal->shortages()) {
        ShortageRow row;
        row.places = shortage.places;
        for (const auto& id : shortage.trainees)
            row.trainees.push_back(name(id));
        for (const auto& id : shortage.mentors)
            row.mentors.push_back(name(id));
        for (const auto& remedy : shortage.remedies)
            row.remedies.push_back({remedy, name(remedy.mentor), name(remedy.trainee)});
        m_shortages.push_back(std::move(row));
    }
}

const PairingView::Proposed* PairingView::proposedFor(const PersonId& trainee) const {
    for (const auto& one : m_proposed)
        if (one.trainee == trainee) return &one;
    return nullptr;
}

void PairingView::lock(const PersonId& trainee) {
    if (const auto* one = proposedFor(trainee)) lock(trainee, one->mentor);
}

void PairingView::lock(const PersonId& trainee, const PersonId& mentor) {
    const auto before = m_locks;
    std::erase_if(m_locks, [&](const LockedPair& one) { return one.trainee == trainee; });
    m_locks.push_back({trainee, mentor});
    try {
        propose();
    } catch (...) {
        m_locks = before;
        throw;
    }
}

void PairingView::unlock(const PersonId& trainee) {
    const auto gone = std::erase_if(m_locks, [&](const LockedPair& one) { return one.trainee == trainee; });
    if (gone != 0 && m_proposal) propose();
}

std::vector<PairingView::WhyNotRow> PairingView::whyNot(const PersonId& trainee) const {
    if (!m_proposal || !card(trainee)) return {};
    std::map<PersonId, WhyNot> all;
    for (auto& why : m_proposal->whyNots(trainee))
        all[why.mentor] = std::move(why);
    std::vector<WhyNotRow> rows;
    for (const auto& mentor : m_mentors)
        if (const auto found = all.find(mentor.mentor); found != all.end())
            rows.push_back({mentor.name, found->second});
    return rows;
}

ChangeNumber PairingView::accept(const PersonId& trainee) {
    const auto* one = proposedFor(trainee);
    if (!one) return 0;
    const auto number = pair(m_desk, one->trainee, one->mentor, one->start);
    load();
    return number;
}

std::vector<PairingView::WhyNotRow> PairingView::obstacles(const PersonId& trainee) const {
    const auto person = store::PeopleStore(m_desk.database, m_desk.asOf).person(trainee);
    const auto* waiting = card(trainee);
    std::vector<WhyNotRow> rows;
    for (const auto& mentor : m_mentors) {
        WhyNotRow row{mentor.name, {}};
        row.why.mentor = mentor.mentor;
        for (const auto& led : mentor.trainees)
            if (led.trainee == trainee) row.since = led.since;
        row.why.proposed = row.since.has_value();
        for (const auto& one : m_pool.mentors)
            if (person && one.person.id == mentor.mentor && !row.why.proposed)
                row.why.hindrances = hindrances(one.person, *person, one.trainees, one.away,
                                                waiting ? waiting->start : handOverFrom(trainee), m_pool.awayRule);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<domain::Term> PairingView::worth(const PersonId& trainee, const PersonId& mentor) const {
    const auto who = std::find_if(m_pool.trainees.begin(), m_pool.trainees.end(),
                                  [&](const PoolTrainee& one) { return one.person.id == trainee; });
    const auto by = std::find_if(m_pool.mentors.begin(), m_pool.mentors.end(),
                                 [&](const PoolMentor& one) { return one.person.id == mentor; });
    if (who == m_pool.trainees.end() || by == m_pool.mentors.end()) return {};
    const auto before = std::count_if(m_proposed.begin(), m_proposed.end(), [&](const Proposed& one) {
        return one.mentor == mentor && one.trainee != trainee;
    });
    return termsOf(m_pool, *who, *by, static_cast<int>(before));
}

ChangeNumber PairingView::acceptAll() {
    std::vector<WantedPair> pairs;
    for (const auto& one : m_proposed)
        pairs.push_back({one.trainee, one.mentor, one.start});
    if (pairs.empty()) return 0;
    const auto number = acceptPairs(m_desk, pairs);
    m_locks.clear();
    m_proposal.reset();
    m_proposed.clear();
    m_shortages.clear();
    load();
    return number;
}

ChangeNumber PairingView::pairByHand(const PersonId& trainee, const PersonId& mentor,
                                     std::optional<Date> since) {
    const auto* one = card(trainee);
    const auto number = pair(m_desk, trainee, mentor, since.value_or(one ? one->start : m_desk.today()));
    load();
    return number;
}

Date PairingView::handOverFrom(const PersonId& trainee) const {
    for (const auto& mentor : m_mentors)
        for (const auto& one : mentor.trainees)
            if (one.trainee == trainee) return std::max(m_today, one.since);
    return m_today;
}

void PairingView::requireMayTakeOver(const PersonId& trainee, const PersonId& mentor) const {
    const auto person = store::PeopleStore(m_desk.database, m_desk.asOf).person(trainee);
    for (const auto& one : m_pool.mentors)
        if (person && one.person.id == mentor) requireCanLead(one.person, *person, one.trainees, {}, handOverFrom(trainee), m_pool.awayRule);
}

ChangeNumber PairingView::handOver(const PersonId& trainee, const PersonId& mentor, const std::string& note,
                                   Date since) {
    const auto number = app::handOver(m_desk, trainee, mentor, note, since, sawOf(trainee));
    load();
    return number;
}

ChangeNumber PairingView::end(const PersonId& trainee, const std::string& why, Date until) {
    const auto number = endPairing(m_desk, trainee, why, until, sawOf(trainee));
    load();
    return number;
}

std::vector<PersonId> PairingView::pairedIn(ChangeNumber change) {
    std::vector<PersonId> trainees;
    for (const auto& kept : store::Book(m_desk.database).factsOf(change))
        if (kept.fact.table == "pairing") trainees.emplace_back(kept.fact.key.at(0));
    return trainees;
}

ChangeNumber PairingView::weigh(const std::map<std::string, std::string>& values) {
    const auto number = changeSettings(m_desk, values);
    load();
    return number;
}

bool PairingView::may(Verb verb) const {
    return !m_desk.past() && domain::may(m_desk.actor.roles, verb);
}

std::string PairingView::name(const PersonId& person) const {
    if (person.empty()) return "";
    const auto found = m_names.find(person);
    return found == m_names.end() || found->second.empty() ? "–" : found->second;
}

const PairingView::Card* PairingView::card(const PersonId& trainee) const {
    for (const auto& one : m_cards)
        if (one.trainee == trainee) return &one;
    return nullptr;
}

std::optional<ChangeNumber> PairingView::sawOf(const PersonId& trainee) const {
    for (const auto& mentor : m_mentors)
        for (const auto& one : mentor.trainees)
            if (one.trainee == trainee) return one.saw;
    return std::nullopt;
}

void PairingView::redraw() {
    if (onChanged) onChanged();
}

} // namespace fledgling::app
