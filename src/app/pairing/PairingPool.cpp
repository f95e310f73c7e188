#include "app/pairing/Pairing.h"

#include "app/PastDay.h"
#include "app/Record.h"
#include "app/calendar/Calendars.h"
#include "app/mentors/Mentors.h"
#include "app/people/People.h"
#include "app/people/Settings.h"
#include "store/CohortStore.h"
#include "store/MentoringStore.h"
#include "store/PeopleStore.h"

#include <algorithm>
#include <charconv>

namespace fledgling::app {

using namespace domain;
using store::CohortStore;
using store::MentoringStore;

namespace {

int wholeNumber(const std::map<std::string, std::string>& settings, const std::string& name, int otherwise) {
    const auto found = settings.find(name);
    if (found == settings.end()) return otherwise;
    const auto& text = found->second;
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? number : otherwise;
}

std::map<std::string, std::string> settingsOf(Desk& desk) {
    return store::PeopleStore(desk.database, desk.asOf).settings();
}

struct NamedWeight {
    const char* setting;
    int PairingWeights::* weight;
};

constexpr NamedWeight WEIGHTS[] = {
    {"weights.same-leaning", &PairingWeights::sameLeaning}, {"weights.all-round", &PairingWeights::allRound},
    {"weights.same-shift", &PairingWeights::sameShift},     {"weights.tenure", &PairingWeights::tenurePerYear},
    {"weights.tenure-years", &PairingWeights::tenureYears}, {"weights.load", &PairingWeights::loadPerTraineeDay},
    {"weights.record", &PairingWeights::record},
};
constexpr const char* FIRST_DAYS = "pairing.first-days";
constexpr const char* MAY_MISS = "pairing.may-miss";

PairingWeights weightsIn(const std::map<std::string, std::string>& settings) {
    PairingWeights weights;
    for (const auto& one : WEIGHTS)
        weights.*one.weight = wholeNumber(settings, one.setting, weights.*one.weight);
    return weights;
}

AwayRule awayRuleIn(const std::map<std::string, std::string>& settings) {
    AwayRule rule;
    rule.firstDays = std::clamp(wholeNumber(settings, FIRST_DAYS, rule.firstDays), 0, 366);
    rule.mayMiss = std::max(0, wholeNumber(settings, MAY_MISS, rule.mayMiss));
    return rule;
}

/// The first working day after the cohort's last session; today where that is past or nothing is laid.
Date firstMentoredDay(Desk& desk, const CohortId& cohort, const Calendar& calendar, Date today) {
    Date from = today;
    for (const auto& session : CohortStore(desk.database, desk.asOf).sessionsOf(cohort))
        from = std::max(from, session.day.plusDays(1));
    const auto days = calendar.workingDays(from, 1);
    return days.empty() ? from : days.front();
}

/// What the mentors carry: how many trainees, and their mentored days still ahead.
struct Load {
    int trainees = 0;
    int days = 0;
};

std::map<PersonId, Load> loads(Desk& desk, const Calendar& calendar) {
    const auto pairs = pairsInForce(desk);
    std::set<PersonId> led;
    for (const auto& kept : pairs)
        led.insert(kept.pair.trainee);
    std::map<PersonId, int> ahead;
    for (const auto& record : recordsOfPeople(desk, led))
        ahead[record.person.id] = std::max(0, record.course->mentoring.days -
                                                  daysMentored(record.person.id, record.entries, calendar));
    std::map<PersonId, Load> all;
    for (const auto& kept : pairs) {
        auto& load = all[kept.pair.mentor];
        ++load.trainees;
        load.days += ahead[kept.pair.trainee];
    }
    return all;
}

void addTrainees(Desk& desk, Pool& pool, const Calendar& calendar, Date today) {
    std::set<PersonId> out;
    for (const auto& kept : pairsInForce(desk))
        out.insert(kept.pair.trainee);
    std::map<PersonId, CohortId> wanted;
    for (const auto& member : inTraining(desk))
        if (!out.contains(member.trainee)) wanted[member.trainee] = member.cohort; // the latest joined counts
    std::map<CohortId, Date> starts;
    std::set<PersonId> ids;
    for (const auto& [trainee, cohort] : wanted) {
        ids.insert(trainee);
        if (!starts.contains(cohort)) starts[cohort] = firstMentoredDay(desk, cohort, calendar, today);
    }
    for (const auto& [cohort, start] : starts) {
        const auto found = CohortStore(desk.database, desk.asOf).cohort(cohort);
        if (found) pool.daysPerTrainee = std::max(pool.daysPerTrainee, desk.shelf.of(*found).mentoring.days);
    }
    for (auto& person : store::PeopleStore(desk.database, desk.asOf).people(ids)) {
        const Date start = starts.at(wanted.at(person.id));
        if (person.is(Role::Trainee)) pool.trainees.push_back({std::move(person), start});
    }
}

} // namespace

AwayRule awayRule(Desk& desk) { return awayRuleIn(settingsOf(desk)); }

std::vector<PairingSetting> pairingSettings(Desk& desk) {
    const auto settings = settingsOf(desk);
    const auto weights = weightsIn(settings);
    const auto rule = awayRuleIn(settings);
    std::vector<PairingSetting> all;
    const auto add = [&all](const char* name, int value) { all.push_back({name, value, settingNamed(name)->most}); };
    for (const auto& one : WEIGHTS)
        add(one.setting, weights.*one.weight);
    add(FIRST_DAYS, rule.firstDays);
    add(MAY_MISS, rule.mayMiss);
    return all;
}

Pool pairingPool(Desk& desk) {
    const Date today = shownDay(desk);
    const Calendar calendar = calendarOf(desk);
    Pool pool;
    const auto settings = settingsOf(desk);
    pool.weights = weightsIn(settings);
    pool.awayRule = awayRuleIn(settings);
    pool.daysPerTrainee = 0;
    addTrainees(desk, pool, calendar, today);
    if (pool.daysPerTrainee == 0) pool.daysPerTrainee = Pool().daysPerTrainee;

    Date last = today;
    for (const auto& trainee : pool.trainees)
        last = std::max(last, trainee.start);
    store::PeopleStore people(desk.database, desk.asOf);
    // Somebody away that long is no remedy either: a proposal looks no further for a day of return.
    const auto leaves = people.leaves(today, last.plusDays(400));
    auto carried = loads(desk, calendar);
    std::map<PersonId, int> records;
    for (const auto& row : mentorRows(desk))
        records[row.mentor] = recordScore(row.exams, row.led, today);
    for (auto& person : people.withRole(Role::Mentor)) {
        if (person.retired) continue;
        PoolMentor mentor{std::move(person), 0, 0, {}, 0};
        mentor.record = records[mentor.person.id];
        mentor.trainees = carried[mentor.person.id].trainees;
        mentor.traineeDays = carried[mentor.person.id].days;
        for (const auto& leave : leaves)
            if (leave.person == mentor.person.id && leave.state == LeaveState::Approved)
                mentor.away.push_back(leave);
        pool.mentors.push_back(std::move(mentor));
    }
    return pool;
}

} // namespace fledgling::app
