#include "domain/problems/WeeklySummary.h"

#include "domain/Refused.h"
#include "domain/Text.h"

namespace fledgling::domain {

namespace {

constexpr int WEEK = 7;
/// A Monday from which weeks are counted; any would do, as long as it stays.
const Date FIRST_MONDAY(2024, 1, 1);

} // namespace

Date weekOf(Date day) { return day.plusDays(-static_cast<int>(day.weekday())); }

std::optional<PersonId> turnOf(Date week, const std::vector<PersonId>& candidates, const std::set<PersonId>& away) {
    const auto count = static_cast<int>(candidates.size());
    if (count == 0) return std::nullopt;
    const int weeks = FIRST_MONDAY.daysTo(weekOf(week)) / WEEK;
    const int first = (weeks % count + count) % count;
    for (int next = 0; next < count; ++next) {
        const auto& one = candidates[static_cast<std::size_t>((first + next) % count)];
        if (!away.contains(one)) return one;
    }
    return std::nullopt;
}

CommonAnswer checkedAnswer(CommonAnswer answer) {
    answer.question = line(answer.question, "question");
    answer.answer = note(answer.answer, "answer");
    if (answer.question.empty() || answer.answer.empty()) throw Refused(Rule::AnswerIncomplete);
    return answer;
}

} // namespace fledgling::domain
