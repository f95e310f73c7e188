#include "app/mentoring/Problems.h"

#include "app/Keep.h"
#include "app/Record.h"
#include "app/pairing/Pairing.h"
#include "app/people/People.h"
#include "domain/Pairing.h"
#include "domain/Refused.h"
#include "domain/Text.h"
#include "store/MentoringStore.h"

namespace fledgling::app {

using namespace domain;
using store::ChangeNumber;
using store::MentoringStore;

namespace {

std::string saidIn(const std::string& text, const char* field) {
    std::string said = note(text, field);
    if (said.empty()) throw Refused(Rule::NothingWritten);
    return said;
}

void requireMayAnswer(Desk& desk, const PersonId& whose) {
    if (whose == desk.actor.id) throw Refused(Rule::NotYourRight, {std::string(keyOf(Verb::AnswerProblem))});
    if (seesEverybody(desk.actor)) return;
    const auto mentor = currentMentor(desk, whose);
    requireCurrentMentor(desk.actor, personOf(desk, whose), mentor ? &*mentor : nullptr);
}

} // namespace

ChangeNumber writeProblem(Desk& desk, const std::string& text, Date day) {
    return perform(desk, Verb::WriteProblem, [&] {
        if (desk.today() < day) throw Refused(Rule::LogInFuture, {day.iso()});
        const store::Problem problem{
            ProblemId(desk.newId()), desk.actor.id, day, saidIn(text, "problem"), "", {}};
        return Deed{"write-problem", {MentoringStore::fact(problem)}, {Topic::Problems}, "", 0, {}};
    });
}

ChangeNumber answerProblem(Desk& desk, const ProblemId& id, const std::string& answer,
                           std::optional<ChangeNumber> saw) {
    return perform(desk, Verb::AnswerProblem, [&] {
        auto problem = MentoringStore(desk.database).problem(id);
        if (!problem) throw Refused(Rule::Unknown, {id.text()});
        requireMayAnswer(desk, problem->person);
        const std::string said = saidIn(answer, "answer");
        if (problem->answer == said) return Deed{};
        problem->answer = said;
        problem->answeredBy = desk.actor.id;
        auto fact = MentoringStore::fact(*problem);
        fact.saw = saw;
        return Deed{"answer-problem", {std::move(fact)}, {Topic::Problems}, "", 0, {}};
    });
}

} // namespace fledgling::app
