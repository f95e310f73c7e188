#include "app/chats/PointsView.h"

#include "app/PastDay.h"
#include "app/Record.h"
#include "app/chats/ChatReviews.h"
#include "app/people/People.h"
#include "domain/Refused.h"
#include "domain/Roles.h"
#include "format/Collation.h"
#include "store/MentoringStore.h"
#include "store/PeopleStore.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using store::ChangeNumber;
using store::ChatStore;

namespace {

std::string shownIn(const LocalText& text, const std::string& language, const Course& course) {
    return text.in(language, course.language);
}

} // namespace

PointsView::PointsView(Desk& desk, std::string language)
    : m_desk(desk), m_language(std::move(language)), m_month(shownDay(desk)) {}

void PointsView::show(const PersonId& person, Month month) {
    m_person = person;
    m_month = month;
    load();
}

void PointsView::show(const PersonId& person) { show(person, monthOnShow(m_desk, person)); }

void PointsView::load() {
    m_team = seesEverybody(m_desk.actor);
    if (m_person.empty() && !m_team) m_person = m_desk.actor.id;
    if (!m_person.empty()) {
        const auto pairs = pairsOn(m_desk, {m_person});
        requireMaySee(m_desk, m_person, pairs.empty() || pairs.front().until ? PersonId() : pairs.front().mentor);
    }
    m_closed = ChatStore(m_desk.database, m_desk.asOf).closing(m_month);
    m_closedOn.reset();
    m_closer.clear();
    if (m_closed)
        if (const auto change = store::Book(m_desk.database).change(*m_closed)) {
            m_closedOn = change->head.localDate;
            m_closer = nameOf(m_desk, change->head.who);
        }
    m_rows.clear();
    m_card.reset();
    if (m_team) loadTeam();
    if (!m_person.empty()) loadPerson();
    if (onChanged) onChanged();
}

bool PointsView::mayClose() const {
    return !m_desk.past() && may(m_desk.actor.roles, Verb::CloseMonth) && !m_closed &&
           m_month.last() < m_desk.today();
}

std::string PointsView::effectOf(const PersonPoints& points, bool& reached) const {
    if (!points.ledger.real()) return {}; // practice touches no bonus
    const auto& rules = points.scorecard.rules().on(m_month.first());
    const auto* tier = tierOf(rules, points.ledger.points());
    reached = tier != nullptr;
    if (tier) return shownIn(tier->effect, m_language, *points.scorecard.of);
    const bool all = points.ledger.points() == rules.points;
    return all ? shownIn(rules.allKept, m_language, *points.scorecard.of) : std::string();
}

PointsView::Row PointsView::rowOf(const PersonPoints& points) const {
    Row row;
    row.person = points.person;
    row.ledger = points.ledger;
    row.days = static_cast<int>(points.ledger.lines.size());
    row.deciding = static_cast<int>(std::count_if(points.ledger.lines.begin(), points.ledger.lines.end(),
                                                  [](const LedgerLine& one) { return one.decides; }));
    row.effect = effectOf(points, row.reached);
    return row;
}

void PointsView::loadTeam() {
    std::map<PersonId, int> open;
    for (const auto& one : ChatStore(m_desk.database, m_desk.asOf).openAppeals())
        if (m_month.holds(one.appeal.chat.day)) ++open[one.appeal.chat.agent];
    std::map<PersonId, Person> people;
    const auto all = pointsOf(m_desk, m_month);
    std::set<PersonId> ids;
    for (const auto& one : all)
        ids.insert(one.person);
    for (auto& one : store::PeopleStore(m_desk.database, m_desk.asOf).people(ids))
        people[one.id] = std::move(one);
    std::vector<std::pair<std::pair<int, std::string>, Row>> keyed;
    for (const auto& points : all) {
        Row row = rowOf(points);
        if (const auto at = people.find(points.person); at != people.end()) {
            row.name = at->second.card.name.empty() ? "–" : at->second.card.name;
            row.team = at->second.shift;
        }
        row.openAppeals = open[points.person];
        const auto order = std::pair(row.points(), format::sortKey(row.name));
        keyed.emplace_back(order, std::move(row));
    }
    // Who lost most comes first: that is whom a manager looks for.
    std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [key, row] : keyed)
        m_rows.push_back(std::move(row));
}

void PointsView::loadPerson() {
    const auto asOf = readAt(m_desk, m_month);
    ChatStore store(m_desk.database, asOf);
    const auto points = pointsOf(m_desk, m_month, m_person).front();
    m_card = points.scorecard;
    m_rules = m_card->rules().on(m_month.first());
    if (!m_team) {
        m_rows = {rowOf(points)};
        m_rows.front().name = nameOf(m_desk, m_person);
    } else if (!row()) {
        m_rows.push_back(rowOf(points));
        m_rows.back().name = nameOf(m_desk, m_person);
    }
    m_distances.clear();
    for (const auto& one : domain::distances(m_rules, points.ledger.points()))
        m_distances.push_back(
            {one.points, one.tier.below, shownIn(one.tier.effect, m_language, *m_card->of)});
    const auto practice = practiceOf(m_desk, {m_person});
    const auto found = practice.find(m_person);
    m_practice = found == practice.end() ? std::nullopt : std::optional(found->second);
    m_toGoLive.reset();
    const auto posts = personOf(m_desk, m_person).posts;
    for (const auto& one : m_card->of->readiness)
        if (one.measure == Measure::ChatPoints && std::any_of(posts.begin(), posts.end(), [&](Post post) { return one.appliesTo(post); }))
            m_toGoLive = one.atLeast;
    loadReadings(store);
    loadCoaching();
}

void PointsView::loadReadings(ChatStore& store) {
    const Date first = m_month.first(), last = m_month.last();
    m_reviews = store.reviewsOf(m_person, first, last);
    m_appeals = store.appealsOf(m_person, first, last);
    m_open.clear();
    for (const auto& one : store.openAppeals())
        if (const auto& chat = one.appeal.chat; chat.agent == m_person) ++m_open[chat.day];
    m_seconds.clear();
    m_settled.clear();
    std::set<PersonId> people;
    for (auto& one : store.secondReadingsOf(m_person, first, last)) {
        people.insert(one.by);
        const auto chat = one.review.chat;
        m_seconds[chat] = std::move(one);
    }
    for (auto& one : store.settlementsOf(m_person, first, last)) {
        people.insert(one.by);
        const auto chat = one.settlement.chat;
        m_settled[chat] = std::move(one);
    }
    for (const auto& one : m_reviews)
        people.insert(one.by);
    for (const auto& one : m_appeals)
        if (!one.appeal.decidedBy.empty()) people.insert(one.appeal.decidedBy);
    m_names = namesOf(m_desk, people);
}

void PointsView::loadCoaching() {
    const auto appeals = plainAppeals();
    std::vector<ChatReview> reviews;
    for (const auto& one : m_reviews) {
        reviews.push_back(readingsOf(one).counting().review);
        reviews.back().faults = standing(reviews.back(), appeals);
    }
    m_coaching.clear();
    for (auto& item : coachingOf(reviews)) {
        Coaching one;
        if (const auto* criterion = m_card->rules().criterion(item.criterion)) {
            one.title = shownIn(criterion->title, m_language, *m_card->of);
            one.session = criterion->session;
        } else if (item.criterion == FIRST_REPLY) {
            one.session = m_card->rules().firstReplySession;
        }
        if (const auto* session = m_card->of->session(one.session))
            one.sessionTitle = shownIn(session->title, m_language, *m_card->of);
        one.item = std::move(item);
        m_coaching.push_back(std::move(one));
    }
}

PointsView::Readings PointsView::readingsOf(const store::KeptReview& first) const {
    Readings readings;
    readings.first = &first;
    if (const auto at = m_seconds.find(first.review.chat); at != m_seconds.end()) readings.second = &at->second;
    if (const auto at = m_settled.find(first.review.chat); at != m_settled.end()) readings.settled = &at->second;
    return readings;
}

std::vector<Appeal> PointsView::plainAppeals() const {
    std::vector<Appeal> appeals;
    for (const auto& one : m_appeals)
        appeals.push_back(one.appeal);
    return appeals;
}

const PointsView::Row* PointsView::row() const {
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& one) { return one.person == m_person; });
    return found == m_rows.end() ? nullptr : &*found;
}

std::vector<std::string> PointsView::teams() const {
    std::set<std::string> found;
    for (const auto& row : m_rows)
        if (!row.team.empty()) found.insert(row.team);
    return {found.begin(), found.end()};
}

PointsView::Distribution PointsView::distribution(const std::string& team) const {
    Distribution found;
    for (const auto& row : m_rows)
        if (team.empty() || row.team == team) ++found[row.points()];
    return found;
}

std::vector<PointsView::ChatRow> PointsView::chatsOf(Date day) const {
    std::vector<ChatRow> rows;
    if (!m_card) return rows;
    for (const auto& kept : m_reviews) {
        if (kept.review.chat.day != day) continue;
        const auto readings = readingsOf(kept);
        if (kept.review.fails() || readings.counting().review.fails()) rows.push_back(chatRow(readings));
    }
    return rows;
}

int PointsView::openAppealsOn(Date day) const {
    const auto found = m_open.find(day);
    return found == m_open.end() ? 0 : found->second;
}

PointsView::ChatRow PointsView::chatRow(const Readings& readings) const {
    const auto& counting = readings.counting();
    ChatRow row;
    row.chat = readings.first->review.chat;
    row.fails = !standing(counting.review, plainAppeals()).empty();
    row.readTwice = readings.second != nullptr;
    row.dropped = readings.secondStands() && !counting.review.fails();
    // Faults of a second reading count from the day on which it was decided to stand.
    const auto until = appealUntil(m_desk, *m_card, readings.secondStands() ? readings.settled->on : counting.on);
    if (m_desk.today() <= until) row.appealUntil = until;
    if (readings.settled)
        row.settled = Settled{readings.settled->settlement.stands, readings.settled->settlement.why,
                              m_names.at(readings.settled->by)};
    const auto& shown = row.dropped ? *readings.first : counting;
    row.by = m_names.at(shown.by);
    for (const auto& fault : shown.review.faults)
        row.faults.push_back(faultRow(readings, fault, row));
    return row;
}

PointsView::FaultRow PointsView::faultRow(const Readings& readings, const Fault& fault, const ChatRow& chat) const {
    FaultRow one{fault.criterion, "", fault.reason, fault.quote, {}, 0, false, false};
    if (const auto* criterion = m_card->rules().criterion(fault.criterion))
        one.title = shownIn(criterion->title, m_language, *m_card->of);
    for (const auto& appeal : m_appeals)
        if (appeal.appeal.chat == chat.chat && appeal.appeal.criterion == fault.criterion)
            one.appeal = appeal.appeal, one.appealSaw = appeal.change;
    const bool now = !m_desk.past() && !m_closed && !chat.dropped;
    one.mayAppeal = now && own() && !one.appeal && chat.appealUntil;
    one.mayDecide = now && one.appeal && one.appeal->state == AppealState::Open &&
                    mayDecide(m_desk.actor, readings.counting(), readings.settled);
    return one;
}

ChangeNumber PointsView::appeal(const ChatKey& chat, const std::string& criterion, const std::string& plea) {
    return appealFault(m_desk, chat, criterion, plea);
}

ChangeNumber PointsView::decide(const ChatKey& chat, const std::string& criterion, bool uphold,
                                const std::string& answer, ChangeNumber saw) {
    return decideAppeal(m_desk, chat, criterion, uphold, answer, saw);
}

ChangeNumber PointsView::close(const std::string& note) { return closeMonth(m_desk, m_month, note); }

} // namespace fledgling::app
