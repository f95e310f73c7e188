#include "domain/mentors/MentorRecord.h"

#include <algorithm>

namespace fledgling::domain {

std::vector<LedPeriod> ledPeriods(const std::vector<PairStep>& steps) {
    std::map<PersonId, std::vector<LedPeriod>> byTrainee;
    for (const auto& step : steps) {
        auto& periods = byTrainee[step.trainee];
        if (!step.pair) {
            if (!periods.empty()) periods.pop_back();
            continue;
        }
        const auto& pair = *step.pair;
        const bool same = !periods.empty() && periods.back().mentor == pair.mentor && periods.back().first == pair.since;
        if (same) {
            periods.back().last = pair.until;
            continue;
        }
        if (!periods.empty() && (!periods.back().last || pair.since <= *periods.back().last))
            periods.back().last = pair.since.plusDays(-1);
        periods.push_back({step.trainee, pair.mentor, pair.since, pair.until});
    }
    std::vector<LedPeriod> all;
    for (auto& [trainee, periods] : byTrainee)
        for (auto& period : periods)
            if (!period.last || period.first <= *period.last) all.push_back(std::move(period));
    return all;
}

std::optional<int> LedFigures::punctuality() const {
    return logsDue == 0 ? std::nullopt : std::optional(logsOnTime * 100 / logsDue);
}

std::map<PersonId, LedFigures> ledFigures(const std::vector<LedPeriod>& periods,
                                          const std::vector<WrittenEntry>& entries, const std::vector<Leave>& away,
                                          const Calendar& calendar, Date first, Date last, Date today) {
    std::set<std::pair<PersonId, Date>> punctual; // by trainee
    for (const auto& one : entries)
        if (one.written == one.day) punctual.insert({one.trainee, one.day});
    std::map<PersonId, std::vector<const Leave*>> leaves;
    for (const auto& one : away)
        leaves[one.person].push_back(&one);
    const auto isAway = [&](const PersonId& who, Date day) {
        const auto found = leaves.find(who);
        return found != leaves.end() && std::any_of(found->second.begin(), found->second.end(), [&](const Leave* one) {
                   return one->first <= day && day <= one->last;
               });
    };
    std::map<PersonId, LedFigures> all;
    for (const auto& period : periods) {
        auto& figures = all[period.mentor];
        const Date end = period.last ? std::min(*period.last, last) : last;
        bool led = false;
        for (Date day = std::max(period.first, first); day <= end; day = day.plusDays(1)) {
            if (!calendar.isWorking(day)) continue;
            led = true;
            ++figures.traineeDays;
            if (!(day < today) || isAway(period.trainee, day) || isAway(period.mentor, day)) continue;
            ++figures.logsDue;
            if (punctual.contains({period.trainee, day})) ++figures.logsOnTime;
        }
        if (led) ++figures.trainees;
    }
    return all;
}

ExamState examOf(const std::string& assessment, const std::vector<Attempt>& attempts, Date since, int everyDays,
                 Date today) {
    ExamState state{assessment, {}, since, {}};
    for (const auto& one : attempts)
        if (one.assessment == assessment && one.passed && (!state.passed || state.passed->day <= one.day)) state.passed = one;
    if (state.passed) state.due = state.passed->day.plusDays(everyDays);
    const bool lapsed = state.passed && state.due <= today;
    for (const auto& one : attempts)
        if (one.assessment == assessment && !(lapsed && one.day <= state.passed->day)) state.counting.push_back(one);
    return state;
}

int recordScore(const std::vector<ExamState>& exams, const LedFigures& led, Date today) {
    constexpr int UNKNOWN = 50;
    std::vector<int> parts;
    const auto inForce = std::count_if(exams.begin(), exams.end(), [&](const ExamState& one) { return !one.isDue(today); });
    if (!exams.empty()) parts.push_back(static_cast<int>(inForce) * 100 / static_cast<int>(exams.size()));
    if (const auto punctual = led.punctuality()) parts.push_back(*punctual);
    if (parts.empty()) return UNKNOWN;
    int sum = 0;
    for (const int part : parts)
        sum += part;
    return sum / static_cast<int>(parts.size());
}

} // namespace fledgling::domain
