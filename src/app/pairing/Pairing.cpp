#include "app/pairing/Pairing.h"

#include "app/Keep.h"
#include "app/PastDay.h"
#include "app/Record.h"
#include "app/people/People.h"
#include "domain/Refused.h"
#include "domain/Text.h"
#include "store/MentoringStore.h"
#include "store/PeopleStore.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using store::ChangeNumber;
using store::MentoringStore;

namespace {

Person traineeOf(Desk& desk, const PersonId& id) {
    Person person = personOf(desk, id);
    if (person.retired || !person.is(Role::Trainee)) throw Refused(Rule::Unknown, {person.card.name});
    return person;
}

std::vector<Leave> awayOf(Desk& desk, const PersonId& mentor) {
    return store::PeopleStore(desk.database, desk.asOf).leavesOf(mentor);
}

/// What a new pair writes; nothing when it stands already. `more`: trainees the mentor gets in the same
/// change.
std::optional<store::Fact> pairFact(Desk& desk, const WantedPair& wanted, int more) {
    const Person trainee = traineeOf(desk, wanted.trainee);
    MentoringStore mentoring(desk.database);
    const auto stands = mentoring.pairOf(wanted.trainee);
    if (stands && !stands->until) {
        if (stands->mentor == wanted.mentor && stands->since == wanted.since) return std::nullopt;
        const Person current = personOf(desk, stands->mentor);
        requireUnpaired(trainee, &current);
    }
    const Person mentor = personOf(desk, wanted.mentor);
    const int load = static_cast<int>(mentoring.pairsOfMentor(mentor.id).size()) + more;
    requireCanLead(mentor, trainee, load, awayOf(desk, mentor.id), wanted.since, awayRule(desk));
    return MentoringStore::fact(Pair{wanted.trainee, wanted.mentor, wanted.since, std::nullopt, ""});
}

/// The pair in force; Refused(NotPaired).
Pair standingPair(Desk& desk, const Person& trainee) {
    const auto stands = MentoringStore(desk.database).pairOf(trainee.id);
    if (!stands || stands->until) throw Refused(Rule::NotPaired, {trainee.card.name});
    return *stands;
}

void requireOrder(Date first, Date last) {
    if (last < first) throw Refused(Rule::DatesReversed, {first.iso(), last.iso()});
}

Deed acceptDeed(Desk& desk, const std::vector<WantedPair>& pairs, const char* verb) {
    std::map<PersonId, int> fresh;
    std::map<PersonId, PersonId> given;
    Deed deed{verb, {}, {Topic::Pairing}, "", 0, {}};
    for (const auto& wanted : pairs) {
        if (const auto twice = given.find(wanted.trainee); twice != given.end())
            throw Refused(Rule::AlreadyPaired, {nameOf(desk, wanted.trainee), nameOf(desk, twice->second)});
        given.emplace(wanted.trainee, wanted.mentor);
        const auto fact = pairFact(desk, wanted, fresh[wanted.mentor]);
        if (!fact) continue;
        ++fresh[wanted.mentor];
        deed.facts.push_back(*fact);
    }
    return deed;
}

PairSpell spellOf(const store::KeptFact& kept) {
    const auto text = [&](std::size_t column) {
        const auto* found = std::get_if<std::string>(&kept.fact.values[column]);
        return found ? *found : std::string();
    };
    return {PersonId(text(0)), "", Date::of(text(1)), Date::parse(text(2)), text(3), kept.change};
}

/// The next mentor, or the same one's pair ended or taken up again.
void addSpell(std::vector<PairSpell>& spells, PairSpell spell) {
    if (!spells.empty() && spells.back().mentor == spell.mentor && spells.back().since == spell.since) {
        spells.back().until = spell.until;
        return;
    }
    if (!spells.empty() && !spells.back().until)
        spells.back().until = std::max(spells.back().since, spell.since.plusDays(-1));
    spells.push_back(std::move(spell));
}

} // namespace

ChangeNumber pair(Desk& desk, const PersonId& trainee, const PersonId& mentor, Date since) {
    return perform(desk, Verb::AcceptPairs, [&] {
        return acceptDeed(desk, {{trainee, mentor, since}}, "pair");
    });
}

ChangeNumber acceptPairs(Desk& desk, const std::vector<WantedPair>& pairs) {
    return perform(desk, Verb::AcceptPairs, [&] { return acceptDeed(desk, pairs, "accept-pairs"); });
}

ChangeNumber handOver(Desk& desk, const PersonId& traineeId, const PersonId& mentorId,
                      const std::string& note, Date since, std::optional<ChangeNumber> saw) {
    return perform(desk, Verb::HandOver, [&] {
        const Person trainee = traineeOf(desk, traineeId);
        const Pair stands = standingPair(desk, trainee);
        const std::string told = reason(note);
        if (stands.mentor == mentorId) return Deed{};
        requireOrder(stands.since, since);
        const Person mentor = personOf(desk, mentorId);
        const int load = static_cast<int>(MentoringStore(desk.database).pairsOfMentor(mentorId).size());
        requireCanLead(mentor, trainee, load, awayOf(desk, mentorId), since, awayRule(desk));
        auto fact = MentoringStore::fact(Pair{traineeId, mentorId, since, std::nullopt, told});
        fact.saw = saw;
        return Deed{"hand-over", {std::move(fact)}, {Topic::Pairing}, told, 0, {}};
    });
}

ChangeNumber endPairing(Desk& desk, const PersonId& traineeId, const std::string& why, Date until,
                        std::optional<ChangeNumber> saw) {
    return perform(desk, Verb::HandOver, [&] {
        const Person trainee = personOf(desk, traineeId);
        Pair stands = standingPair(desk, trainee);
        const std::string given = reason(why);
        requireOrder(stands.since, until);
        stands.until = until;
        auto fact = MentoringStore::fact(stands);
        fact.saw = saw;
        return Deed{"end-pairing", {std::move(fact)}, {Topic::Pairing}, given, 0, {}};
    });
}

std::vector<PairSpell> pairHistory(Desk& desk, const PersonId& trainee) {
    std::vector<PairSpell> spells;
    store::Book book(desk.database);
    const auto settled = settledAt(desk);
    for (const auto& kept : book.historyOf("pairing", {trainee.text()})) {
        if (kept.change > settled) break;
        // An undo writes the former value again: what it took back never was.
        if (const auto change = book.change(kept.change); change && change->head.undoes != 0)
            while (!spells.empty() && spells.back().change >= change->head.undoes)
                spells.pop_back();
        if (!kept.fact.absent) addSpell(spells, spellOf(kept));
    }
    std::set<PersonId> mentors;
    for (const auto& spell : spells)
        mentors.insert(spell.mentor);
    const auto names = namesOf(desk, mentors);
    for (auto& spell : spells)
        spell.mentorName = names.at(spell.mentor);
    return spells;
}

std::optional<Person> currentMentor(Desk& desk, const PersonId& trainee) {
    const auto pairs = pairsOn(desk, {trainee});
    if (pairs.empty() || pairs.front().until) return std::nullopt;
    return personOf(desk, pairs.front().mentor);
}

} // namespace fledgling::app
