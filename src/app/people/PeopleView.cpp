#include "app/people/PeopleView.h"

#include "app/Department.h"
#include "app/PastDay.h"
#include "app/Record.h"
#include "app/people/People.h"
#include "domain/Roles.h"
#include "domain/Text.h"
#include "store/CohortStore.h"
#include "store/MentoringStore.h"
#include "store/PeopleStore.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using store::ChangeNumber;

namespace {

/// The cohort each trainee is in on that day: the latest joined.
std::map<PersonId, std::string> cohortsOn(Desk& desk, Date day) {
    store::CohortStore store(desk.database, desk.asOf);
    std::map<CohortId, std::string> names;
    for (const auto& cohort : store.cohorts())
        names[cohort.id] = cohort.name;
    std::map<PersonId, Member> latest;
    for (const auto& member : store.membersSince(Date::earliest())) {
        if (member.departed && *member.departed <= day) continue;
        const auto at = latest.find(member.trainee);
        if (at == latest.end() || at->second.joined < member.joined) latest[member.trainee] = member;
    }
    std::map<PersonId, std::string> in;
    for (const auto& [trainee, member] : latest)
        in[trainee] = names[member.cohort];
    return in;
}

bool matches(const PeopleView::Row& row, const PeopleView::Filter& filter,
             const std::vector<std::string>& words) {
    if (row.person.retired && !filter.retired) return false;
    if (filter.role && !row.person.is(*filter.role)) return false;
    if (filter.post && !row.person.posts.contains(*filter.post)) return false;
    if (filter.asking && row.asked == 0) return false;
    return std::all_of(words.begin(), words.end(),
                       [&](const std::string& word) { return row.search.find(word) != std::string::npos || row.named.has(word); });
}

} // namespace

void PeopleView::load() {
    const Date today = shownDay(m_desk);
    auto people = store::PeopleStore(m_desk.database, m_desk.asOf).people();
    sortByName(people);
    const auto cohorts = cohortsOn(m_desk, today);
    m_pairs.clear();
    for (auto& kept : pairsInForce(m_desk))
        m_pairs[kept.pair.mentor].push_back(std::move(kept.pair));
    m_rows.clear();
    m_index.clear();
    m_rows.reserve(people.size());
    for (auto& person : people) {
        Row row;
        row.person = std::move(person);
        if (const auto at = cohorts.find(row.id()); at != cohorts.end()) row.cohort = at->second;
        if (const auto at = m_pairs.find(row.id()); at != m_pairs.end()) row.load = static_cast<int>(at->second.size());
        const auto& card = row.person.card;
        row.named = FindableName(card.name);
        for (const auto& part : {card.staffNumber, card.phone, card.email, row.person.department,
                                 row.person.title, row.cohort})
            row.search += lowerAscii(part) + "\n";
        m_index[row.id().text()] = m_rows.size();
        m_rows.push_back(std::move(row));
    }
    loadLeaves();
    if (onChanged) onChanged();
}

void PeopleView::loadLeaves() {
    const Date today = shownDay(m_desk);
    m_leaves.clear();
    for (auto& leave : store::PeopleStore(m_desk.database, m_desk.asOf).leaves(Date::earliest(), Date::latest())) {
        const auto at = m_index.find(leave.person.text());
        if (at == m_index.end()) continue;
        Row& row = m_rows[at->second];
        row.away = row.away || leave.covers(today);
        row.asked += leave.state == LeaveState::Asked;
        const bool over = leave.last < today;
        auto led = over ? std::vector<std::string>() : ledDuring(leave);
        m_leaves.push_back({std::move(leave), row.person.card.name, over, std::move(led)});
    }
    std::sort(m_leaves.begin(), m_leaves.end(), [](const LeaveRow& a, const LeaveRow& b) {
        return std::tuple(b.leave.first, b.leave.id) < std::tuple(a.leave.first, a.leave.id);
    });
}

std::vector<std::string> PeopleView::ledDuring(const Leave& leave) const {
    std::vector<std::string> names;
    const auto pairs = m_pairs.find(leave.person);
    if (pairs == m_pairs.end()) return names;
    for (const auto& pair : pairs->second)
        if (const auto* trainee = row(pair.trainee.text()); trainee && pair.since <= leave.last) names.push_back(trainee->person.card.name);
    return names;
}

void PeopleView::filter(const Filter& filter) {
    m_filter = filter;
    if (onChanged) onChanged();
}

std::vector<const PeopleView::Row*> PeopleView::shown() const {
    std::vector<std::string> words;
    for (const auto& word : split(lowerAscii(m_filter.text), ' '))
        if (!word.empty()) words.push_back(word);
    std::vector<const Row*> rows;
    for (const auto& row : m_rows)
        if (matches(row, m_filter, words)) rows.push_back(&row);
    return rows;
}

std::size_t PeopleView::size() const {
    return static_cast<std::size_t>(
        std::count_if(m_rows.begin(), m_rows.end(), [&](const Row& row) { return m_filter.retired || !row.person.retired; }));
}

const PeopleView::Row* PeopleView::row(const std::string& id) const {
    const auto at = m_index.find(id);
    return at == m_index.end() ? nullptr : &m_rows[at->second];
}

int PeopleView::count(Role role) const {
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [&](const Row& row) {
        return !row.person.retired && row.person.is(role);
    }));
}

std::vector<PeopleView::LeaveRow> PeopleView::leavesOf(const PersonId& person) const {
    std::vector<LeaveRow> found;
    for (const auto& row : m_leaves)
        if (row.leave.person == person) found.push_back(row);
    return found;
}

std::vector<PeopleView::LeaveRow> PeopleView::asked() const {
    std::vector<LeaveRow> found;
    for (auto row = m_leaves.rbegin(); row != m_leaves.rend(); ++row)
        if (row->leave.state == LeaveState::Asked) found.push_back(*row);
    return found;
}

std::optional<PeopleView::LeaveRow> PeopleView::leave(const std::string& id) const {
    for (const auto& row : m_leaves)
        if (row.leave.id.text() == id) return row;
    return std::nullopt;
}

ChangeNumber PeopleView::kept(ChangeNumber number) {
    load();
    return number;
}

PersonId PeopleView::add(const Person& person) {
    const PersonId id = addPerson(m_desk, person);
    load();
    return id;
}

ChangeNumber PeopleView::correct(const Person& person, const std::string& why) {
    return kept(correctPerson(m_desk, person, why));
}

ChangeNumber PeopleView::retire(const PersonId& id, const std::string& why) {
    return kept(retirePerson(m_desk, id, why));
}

ChangeNumber PeopleView::reinstate(const PersonId& id, const std::string& why) {
    return kept(reinstatePerson(m_desk, id, why));
}

ChangeNumber PeopleView::erase(const PersonId& id, const std::string& why) {
    return kept(erasePerson(m_desk, id, why));
}

LeaveId PeopleView::askLeave(const PersonId& person, Date first, Date last, const std::string& why) {
    const LeaveId id = app::askLeave(m_desk, person, first, last, why);
    load();
    return id;
}

ChangeNumber PeopleView::decideLeave(const LeaveId& id, bool approved, const std::string& why) {
    return kept(app::decideLeave(m_desk, id, approved, why));
}

bool PeopleView::mayAskFor(const PersonId& person) const {
    const auto& roles = m_desk.actor.roles;
    return person == m_desk.actor.id || domain::may(roles, Verb::ApproveLeave) ||
           domain::may(roles, Verb::ManagePeople);
}

} // namespace fledgling::app
