#include "domain/Attempts.h"

#include "domain/Refused.h"
#include "domain/Text.h"

#include <algorithm>

namespace fledgling::domain {

Attempt checked(Attempt attempt, const Assessment& assessment, Date today) {
    const bool practical = assessment.kind == AssessmentKind::Practical;
    const bool inRange = attempt.percent >= 0 && attempt.percent <= 100;
    if (!inRange || (practical && attempt.percent != 0 && attempt.percent != 100))
        throw Refused(Rule::ResultOutOfRange, {"0", "100"});
    if (today < attempt.day) throw Refused(Rule::ResultInFuture, {attempt.day.iso()});
    attempt.passed = attempt.percent >= (practical ? 100 : assessment.passPercent);
    attempt.note = note(attempt.note, "note");
    return attempt;
}

Attempt nextAttempt(Attempt attempt, const Assessment& assessment, const std::vector<Attempt>& before,
                    const std::string& name, Date today, const Allowance& allowance) {
    const auto passed = [](const Attempt& one) { return one.passed; };
    if (std::any_of(before.begin(), before.end(), passed))
        throw Refused(Rule::AlreadyPassed, {name, assessment.id});
    const int allowed = assessment.attempts + allowance.granted;
    if (static_cast<int>(before.size() + allowance.open.size()) >= allowed)
        throw Refused(Rule::AttemptsUsedUp, {name, assessment.id, std::to_string(allowed)});
    attempt.number = nextNumber(before, allowance);
    return checked(std::move(attempt), assessment, today);
}

int nextNumber(const std::vector<Attempt>& before, const Allowance& allowance) {
    // Not their count: one that was taken back leaves a gap, and a number names one attempt for ever.
    int number = std::max(allowance.lapsed, allowance.open.empty() ? 0 : *allowance.open.rbegin()) + 1;
    for (const auto& one : before)
        number = std::max(number, one.number + 1);
    return number;
}

AssessmentResult resultOf(const std::vector<Attempt>& attempts) {
    AssessmentResult result{false, 0, static_cast<int>(attempts.size())};
    for (const auto& one : attempts) {
        result.passed |= one.passed;
        result.percent = std::max(result.percent, one.percent);
    }
    return result;
}

} // namespace fledgling::domain
