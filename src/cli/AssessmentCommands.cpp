#include "app/assessment/ResultsView.h"
#include "app/cohorts/Cohorts.h"
#include "app/training/TraineeView.h"
#include "cli/Command.h"


namespace fledgling::cli {

namespace assessment_commands {
namespace {

using namespace domain;

/// "85", "85%", "pass" or "not-yet".
int percentOf(const std::string& text) {
    if (text == "pass") return 100;
    if (text == "not-yet") return 0;
    const auto percent = numberIn(std::string_view(text).substr(0, text.size() - (text.ends_with('%') ? 1 : 0)));
    if (!percent) throw Usage{"a result is a percentage, pass or not-yet: " + text};
    return *percent;
}

app::Result resultOf(Call& call) {
    return {call.person(call.word(0)).id, call.word(1), percentOf(call.word(2)), call.date("day"), call.value("note")};
}

void enter(Call& call) { call.kept(app::enterResult(*call.desk, resultOf(call))); }
void correct(Call& call) { call.kept(app::correctResult(*call.desk, resultOf(call), call.value("why"))); }

void list(Call& call) {
    app::ResultsView view(*call.desk, call.language);
    view.load(app::findCohort(*call.desk, call.word(0)).id);
    for (const auto& row : view.rows())
        for (const auto& cell : row.cells)
            for (const auto& one : cell)
                call.output.row({row.name, one.attempt.assessment, std::int64_t{one.attempt.number}, one.attempt.day.iso(),
                                 std::int64_t{one.attempt.percent}, one.attempt.passed, one.by, one.attempt.note});
    call.output.say("without_result", std::int64_t{view.open()});
}

void ofOne(Call& call) {
    app::TraineeView view(*call.desk, call.language, call.words.empty() ? PersonId() : call.person(call.word(0)).id);
    view.load();
    for (const auto& one : view.results())
        call.output.row({one.attempt.assessment, one.title, std::int64_t{one.attempt.number}, one.attempt.day.iso(),
                         std::int64_t{one.attempt.percent}, one.attempt.passed, one.by, one.attempt.note});
}

} // namespace
} // namespace assessment_commands

std::vector<Command> assessmentCommands() {
    using namespace assessment_commands;
    const Option day{"day", "DATE", "the day it was taken (today)"};
    const Option note{"note", "TEXT", "a remark"};
    return {
        {"result enter", "TRAINEE ASSESSMENT PERCENT|pass|not-yet", 3, 3, Needs::Actor, "record the next attempt at a quiz or practical check",
         {day, note}, enter},
        {"result correct", "TRAINEE ASSESSMENT PERCENT|pass|not-yet", 3, 3, Needs::Actor, "correct the latest attempt, with a reason",
         {day, note, {"why", "TEXT", "the reason"}}, correct},
        {"result of", "[TRAINEE]", 0, 1, Needs::Actor, "one's own results, or a trainee's", {}, ofOne,
         {"assessment", "title", "attempt", "day", "percent", "passed", "recorded_by", "note"}},
        {"result list", "COHORT", 1, 1, Needs::Actor, "every attempt of a cohort's trainees", {}, list,
         {"name", "assessment", "attempt", "day", "percent", "passed", "recorded_by", "note"}},
    };
}

} // namespace fledgling::cli
