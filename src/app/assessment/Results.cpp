#include "app/assessment/Results.h"

#include "app/Keep.h"
#include "app/Record.h"
#include "app/practical/Practicals.h"
#include "app/quiz/Quizzes.h"
#include "domain/Refused.h"
#include "domain/Text.h"

namespace fledgling::app {

using namespace domain;
using store::AssessmentStore;
using store::ChangeNumber;

namespace {

const Assessment& assessmentOf(const Record& record, const std::string& id) {
    const auto* found = record.course->assessment(id);
    if (!found) throw Refused(Rule::UnknownAssessment, {id});
    return *found;
}

Deed deedOf(const Attempt& attempt, const char* verb, const std::string& why,
            std::optional<ChangeNumber> saw) {
    auto fact = AssessmentStore::fact(attempt);
    fact.saw = saw;
    return {verb, {std::move(fact)}, {Topic::Results}, why, 0, {}};
}

} // namespace

ChangeNumber enterResult(Desk& desk, const Result& result) {
    return perform(desk, Verb::EnterResult, [&] {
        requireOther(desk, result.trainee, Verb::EnterResult);
        const Record record = examineeOf(desk, result.trainee);
        const auto& assessment = assessmentOf(record, result.assessment);
        refuseOpenSheet(desk, record, assessment.id);
        Attempt attempt{result.trainee,
                        record.cohort.course,
                        assessment.id,
                        1,
                        result.percent,
                        false,
                        result.day.value_or(desk.today()),
                        result.note};
        attempt = nextAttempt(std::move(attempt), assessment, record.attemptsAt(assessment.id),
                              record.person.card.name, desk.today(), allowanceOf(desk, record, assessment.id));
        return deedOf(attempt, "enter-result", "", {});
    });
}

ChangeNumber correctResult(Desk& desk, const Result& result, const std::string& why,
                           std::optional<ChangeNumber> saw) {
    return perform(desk, Verb::EnterResult, [&] {
        const std::string given = reason(why);
        requireOther(desk, result.trainee, Verb::EnterResult);
        const Record record = examineeOf(desk, result.trainee);
        const auto& assessment = assessmentOf(record, result.assessment);
        const auto before = record.attemptsAt(assessment.id);
        if (before.empty()) throw Refused(Rule::NoResult, {record.person.card.name, assessment.id});
        Attempt attempt = before.back();
        refuseSheet(desk, record, attempt);
        attempt.percent = result.percent;
        if (result.day) attempt.day = *result.day;
        if (!result.note.empty()) attempt.note = result.note;
        attempt = checked(std::move(attempt), assessment, desk.today());
        if (attempt == before.back()) return Deed{};
        return deedOf(attempt, "correct-result", given, saw);
    });
}

} // namespace fledgling::app
