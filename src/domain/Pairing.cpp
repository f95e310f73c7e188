#include "domain/Pairing.h"

#include "domain/Refused.h"

#include <algorithm>

namespace fledgling::domain {

namespace {

/// The leave of the first missed day and the last day missed in the first days, when they are too many.
std::optional<Hindrance> tooMuchAway(const PersonId& mentor, const std::vector<Leave>& away, Date on,
                                     const AwayRule& rule) {
    int missed = 0;
    Hindrance found{Obstacle::MentorAway, std::nullopt, std::nullopt};
    for (int ahead = 0; ahead < rule.firstDays; ++ahead) {
        const Date day = on.plusDays(ahead);
        const auto covering = std::find_if(away.begin(), away.end(), [&](const Leave& leave) {
            return leave.person == mentor && leave.covers(day);
        });
        if (covering == away.end()) continue;
        ++missed;
        if (!found.first) found.first = covering->first;
        found.last = covering->last;
    }
    if (missed <= rule.mayMiss) return std::nullopt;
    return found;
}

/// A post of the trainee's that the mentor can't lead for.
std::optional<Post> missingPost(const Person& mentor, const Person& trainee) {
    for (const Post post : trainee.posts)
        if (!mentor.posts.contains(post)) return post;
    return std::nullopt;
}
} // namespace

Pair ended(Pair pair, Date day) {
    pair.until = std::max(pair.since, day);
    return pair;
}

std::vector<Hindrance> hindrances(const Person& mentor, const Person& trainee, int load,
                                  const std::vector<Leave>& away, Date on, const AwayRule& rule) {
    std::vector<Hindrance> found;
    const auto against = [&](bool applies, Obstacle obstacle) {
        if (applies) found.push_back({obstacle, std::nullopt, std::nullopt});
    };
    against(mentor.id == trainee.id, Obstacle::OwnMentor);
    against(!mentor.is(Role::Mentor), Obstacle::NotMentor);
    against(mentor.retired, Obstacle::Retired);
    against(missingPost(mentor, trainee).has_value(), Obstacle::PostDiffers);
    if (const auto missing = tooMuchAway(mentor.id, away, on, rule)) found.push_back(*missing);
    against(load >= mentor.capacity, Obstacle::MentorFull);
    return found;
}

void requireCanLead(const Person& mentor, const Person& trainee, int load, const std::vector<Leave>& away,
                    Date on, const AwayRule& rule) {
    const auto found = hindrances(mentor, trainee, load, away, on, rule);
    if (found.empty()) return;
    const std::string& name = mentor.card.name;
    switch (const auto& first = found.front(); first.obstacle) {
    case Obstacle::OwnMentor: throw Refused(Rule::OwnMentor, {name});
    case Obstacle::NotMentor:
    case Obstacle::Retired: throw Refused(Rule::NotMentor, {name});
    case Obstacle::PostDiffers:
        throw Refused(Rule::PostDiffers, {name, std::string(keyOf(*missingPost(mentor, trainee)))});
    case Obstacle::MentorAway: throw Refused(Rule::MentorAway, {name, first.first->iso(), first.last->iso()});
    case Obstacle::MentorFull:
    case Obstacle::PlacesLocked:
    case Obstacle::TraineeLocked: throw Refused(Rule::MentorFull, {name, std::to_string(mentor.capacity)});
    }
}

void requireUnpaired(const Person& trainee, const Person* currentMentor) {
    if (currentMentor) throw Refused(Rule::AlreadyPaired, {trainee.card.name, currentMentor->card.name});
}

void requireLeadsNobody(const Person& mentor, const std::vector<std::string>& trainees) {
    if (trainees.empty()) return;
    std::vector<std::string> arguments{mentor.card.name};
    arguments.insert(arguments.end(), trainees.begin(), trainees.end());
    throw Refused(Rule::StillLeads, std::move(arguments));
}

void requireCurrentMentor(const Person& actor, const Person& trainee, const Person* currentMentor) {
    if (!currentMentor) throw Refused(Rule::NotPaired, {trainee.card.name});
    if (actor.id != currentMentor->id)
        throw Refused(Rule::NotTheMentor, {trainee.card.name, currentMentor->card.name});
}

Date firstDayPresent(PersonId mentor, const std::vector<Leave>& away, Date from, const AwayRule& rule) {
    Date day = from;
    while (tooMuchAway(mentor, away, day, rule))
        day = day.plusDays(1);
    return day;
}

} // namespace fledgling::domain
