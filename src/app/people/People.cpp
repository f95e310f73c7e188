#include "app/people/People.h"

#include "app/Department.h"
#include "app/Keep.h"
#include "app/Record.h"
#include "app/people/Settings.h"
#include "domain/Refused.h"
#include "domain/Text.h"
#include "store/CohortStore.h"
#include "store/MentoringStore.h"
#include "store/PeopleStore.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace fledgling::app {

using namespace domain;
using store::ChangeNumber;
using store::MentoringStore;
using store::PeopleStore;

namespace {

void requireOwnStaffNumber(Desk& desk, const Person& person) {
    if (person.card.staffNumber.empty()) return;
    for (const auto& other : PeopleStore(desk.database).byStaffNumber(person.card.staffNumber))
        if (other.id != person.id) throw Refused(Rule::StaffNumberTaken, {person.card.staffNumber, other.card.name});
}

void requireNotNeeded(Desk& desk, const Person& person) {
    std::vector<std::string> led;
    for (const auto& pair : MentoringStore(desk.database).pairsOfMentor(person.id)) led.push_back(nameOf(desk, pair.trainee));
    requireLeadsNobody(person, led);
}

/// The cohorts a person still takes part in: who went live was through with one whose sessions are over, and stays in its
/// figures.
std::vector<Member> notLeft(Desk& desk, const PersonId& id) {
    store::CohortStore cohorts(desk.database);
    const Date today = desk.today();
    const auto decided = MentoringStore(desk.database).decisionOf(id);
    const bool live = decided && decided->decision.kind == DecisionKind::Approve && decided->decision.inForce(today);
    auto members = cohorts.membershipsOf(id);
    std::erase_if(members, [&](const Member& one) {
        if (one.departed && *one.departed <= today) return true;
        const auto sessions = cohorts.sessionsOf(one.cohort);
        return live && (sessions.empty() || sessions.back().day < today);
    });
    return members;
}

/// Who has left is led by nobody and expected on no roll: the mentor's place is free again.
void endTies(Desk& desk, const PersonId& id, const std::string& why, Deed& deed) {
    if (const auto pair = MentoringStore(desk.database).pairOf(id); pair && !pair->until) {
        deed.facts.push_back(MentoringStore::fact(ended(*pair, desk.today())));
        deed.topics.insert(Topic::Pairing);
    }
    for (auto& member : notLeft(desk, id)) {
        member.departed = std::max(member.joined, desk.today());
        member.why = why;
        deed.facts.push_back(store::CohortStore::fact(member));
        deed.topics.insert({Topic::Cohorts, Topic::Roll});
    }
}

ChangeNumber setRetired(Desk& desk, const PersonId& id, bool retired, const std::string& why) {
    return perform(desk, Verb::ManagePeople, [&] {
        Person person = personOf(desk, id);
        if (person.retired == retired) return Deed{};
        if (retired) requireNotNeeded(desk, person);
        const std::string given = reason(why);
        person.retired = retired;
        Deed deed{"retire-person", {PeopleStore::facts(person).front()}, {Topic::People}, given, 0, {}};
        if (retired) endTies(desk, id, given, deed);
        return deed;
    });
}

} // namespace

Person personOf(Desk& desk, const PersonId& id) {
    auto person = PeopleStore(desk.database, desk.asOf).person(id);
    if (!person) throw Refused(Rule::Unknown, {id.text()});
    return std::move(*person);
}

std::string nameOf(Desk& desk, const PersonId& id) {
    if (id.empty()) return "–";
    const auto person = PeopleStore(desk.database, desk.asOf).person(id);
    return person && !person->card.name.empty() ? person->card.name : "–";
}

PersonId addPerson(Desk& desk, Person person) {
    if (person.id.empty()) person.id = PersonId(desk.newId());
    perform(desk, Verb::ManagePeople, [&] {
        person = checked(std::move(person));
        requireOwnStaffNumber(desk, person);
        return Deed{"add-person", PeopleStore::facts(person), {Topic::People}, "", 0, {}};
    });
    return person.id;
}

ChangeNumber correctPerson(Desk& desk, const Person& person, const std::string& why) {
    return perform(desk, Verb::ManagePeople, [&] {
        const Person before = personOf(desk, person.id), after = checked(person, before.card);
        if (before == after) return Deed{};
        requireOwnStaffNumber(desk, after);
        auto facts = PeopleStore::facts(after);
        const auto former = PeopleStore::facts(before);
        // Only what differs is written: a corrected phone is no change of posts.
        std::erase_if(facts, [&](const store::Fact& fact) {
            for (const auto& old : former)
                if (old.table == fact.table && old.values == fact.values) return true;
            return false;
        });
        return Deed{"correct-person", std::move(facts), {Topic::People}, why, 0, {}};
    });
}

Ties tiesToEnd(Desk& desk, const PersonId& id) {
    requireMay(desk, Verb::ManagePeople);
    requireNotNeeded(desk, personOf(desk, id));
    Ties ties;
    if (const auto pair = MentoringStore(desk.database).pairOf(id); pair && !pair->until) ties.mentor = nameOf(desk, pair->mentor);
    for (const auto& member : notLeft(desk, id))
        if (const auto cohort = store::CohortStore(desk.database).cohort(member.cohort)) ties.cohorts.push_back(cohort->name);
    return ties;
}

ChangeNumber retirePerson(Desk& desk, const PersonId& id, const std::string& why) { return setRetired(desk, id, true, why); }
ChangeNumber reinstatePerson(Desk& desk, const PersonId& id, const std::string& why) { return setRetired(desk, id, false, why); }

ChangeNumber erasePerson(Desk& desk, const PersonId& id, const std::string& why) {
    requireMay(desk, Verb::ErasePerson);
    const Person person = personOf(desk, id);
    if (!person.retired) throw Refused(Rule::NotRetired, {person.card.name});
    store::ChangeHead head{CommandId(desk.newId()), desk.actor.id, desk.clock.now(), desk.today(), desk.clock.zone,
                           "erase-person", reason(why), 0};
    const auto number = store::Book(desk.database).erase(head, id);
    desk.events.tell({Topic::People});
    return number;
}

LeaveId askLeave(Desk& desk, const PersonId& person, Date first, Date last, const std::string& why) {
    const Leave leave{LeaveId(desk.newId()), person, first, last, LeaveState::Asked, note(why, "reason")};
    perform(desk, Verb::AskLeave, [&] {
        if (person != desk.actor.id && !may(desk.actor.roles, Verb::ApproveLeave) && !may(desk.actor.roles, Verb::ManagePeople))
            throw Refused(Rule::NotYourRight, {std::string(keyOf(Verb::AskLeave))});
        (void)personOf(desk, person);
        if (last < first) throw Refused(Rule::DatesReversed, {first.iso(), last.iso()});
        return Deed{"ask-leave", {PeopleStore::fact(leave)}, {Topic::People, Topic::Roll}, "", 0, {}};
    });
    return leave.id;
}

ChangeNumber decideLeave(Desk& desk, const LeaveId& id, bool approved, const std::string& why) {
    return perform(desk, Verb::ApproveLeave, [&] {
        auto leave = PeopleStore(desk.database).leave(id);
        if (!leave) throw Refused(Rule::Unknown, {id.text()});
        const auto wanted = approved ? LeaveState::Approved : LeaveState::Refused;
        if (leave->state == wanted) return Deed{};
        leave->state = wanted;
        return Deed{"decide-leave", {PeopleStore::fact(*leave)}, {Topic::People, Topic::Roll}, why, 0, {}};
    });
}

std::vector<Leave> leavesBetween(Desk& desk, Date first, Date last) {
    auto leaves = PeopleStore(desk.database, desk.asOf).leaves(first, last);
    if (seesEverybody(desk.actor)) return leaves;
    std::set<PersonId> people{desk.actor.id};
    for (const auto& pair : MentoringStore(desk.database, desk.asOf).pairsOfMentor(desk.actor.id)) people.insert(pair.trainee);
    std::erase_if(leaves, [&](const Leave& leave) { return !people.contains(leave.person); });
    return leaves;
}

std::vector<Leave> ownLeave(Desk& desk) {
    auto leaves = PeopleStore(desk.database, desk.asOf).leavesOf(desk.actor.id);
    std::sort(leaves.begin(), leaves.end(),
              [](const Leave& a, const Leave& b) { return std::tie(b.first, b.id) < std::tie(a.first, a.id); });
    return leaves;
}

ChangeNumber changeSetting(Desk& desk, const std::string& name, const std::string& value) {
    return changeSettings(desk, {{name, value}});
}

ChangeNumber changeSettings(Desk& desk, const std::map<std::string, std::string>& values) {
    return perform(desk, Verb::SetDepartment, [&] {
        Deed deed{"set", {}, {Topic::Settings}, "", 0, {}};
        for (const auto& [name, value] : values) {
            if (const auto* known = settingNamed(name); known && !known->fits(value)) throw Refused(Rule::SettingUnfit, {name, value});
            if (settingOf(desk, name) != value) deed.facts.push_back(PeopleStore::setting(name, value));
        }
        return deed;
    });
}

std::string settingOf(Desk& desk, const std::string& name, const std::string& otherwise) {
    const auto settings = PeopleStore(desk.database, desk.asOf).settings();
    const auto it = settings.find(name);
    return it == settings.end() ? otherwise : it->second;
}

} // namespace fledgling::app
