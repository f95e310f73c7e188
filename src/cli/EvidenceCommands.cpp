#include "app/evidence/EvidenceView.h"
#include "app/evidence/EvidenceWords.h"
#include "app/problems/WeeklySummary.h"
#include "cli/Command.h"
#include "domain/Text.h"

namespace fledgling::cli {

namespace evidence_commands {
namespace {

using Kind = app::EvidenceView::Kind;

std::string stateOf(const app::EvidenceView::Line& line, const app::Tongue& tr) {
    if (line.kind == Kind::Exercise) return app::word(line.exercise, tr);
    if (line.kind == Kind::Film)
        return std::to_string(line.film.watched.percentOf(line.film.seconds)) + " % / " + std::to_string(line.filmNeed) + " %";
    return line.complete ? line.sheet->learnt : "";
}

void show(Call& call) {
    app::EvidenceView view(*call.desk, call.language);
    view.load();
    for (const auto& line : view.lines()) {
        const char* kind = line.kind == Kind::Sheet ? "sheet" : line.kind == Kind::Film ? "film" : "exercise";
        call.output.row({line.name, line.session, line.day ? line.day->iso() : "", kind, line.subject, std::int64_t{line.complete ? 1 : 0},
                         stateOf(line, call.tr)});
    }
}

void sheet(Call& call) {
    domain::ShadowSheet one;
    one.whom = call.person(call.value("whom")).id;
    one.chats = call.value("chats");
    one.learnt = call.value("learnt");
    one.question = call.value("question");
    call.kept(app::keepSheet(*call.desk, call.word(0), one, call.language));
}

void film(Call& call) {
    const auto seen = domain::Watched::parse(call.word(1));
    if (!seen) throw Usage{"what was watched is written as seconds, 0-35,40-90: " + call.word(1)};
    call.kept(app::watchFilm(*call.desk, call.word(0), call.number("seconds", 0), *seen));
}

void tick(Call& call) { call.kept(app::tickExercise(*call.desk, call.word(0), call.word(1), !call.has("not"))); }

void confirm(Call& call) {
    call.kept(app::confirmExercise(*call.desk, call.person(call.word(0)).id, call.word(1), call.word(2), call.language));
}

void answers(Call& call) {
    for (const auto& one : app::answerBase(*call.desk))
        call.output.row({one.answer.id, one.answer.week.iso(), one.answer.question, one.answer.answer,
                         static_cast<std::int64_t>(one.answer.problems.size())});
}

void week(Call& call) {
    app::WeeklyView view(*call.desk);
    view.load(call.date("week"));
    call.output.say("week", view.week().iso());
    call.output.say("turn", view.turn());
    for (const auto& one : view.problems())
        call.output.row({one.id.text(), one.day.iso(), one.name, one.text, one.answer, one.inAnswer});
}

void agree(Call& call) {
    domain::CommonAnswer answer;
    answer.question = call.word(0);
    answer.answer = call.word(1);
    answer.week = domain::weekOf(call.date("week", call.desk->today()));
    if (call.has("id")) answer.id = call.value("id");
    if (call.has("problems"))
        for (const auto& one : domain::split(call.value("problems"), ','))
            answer.problems.insert(domain::ProblemId(one));
    call.kept(app::agreeAnswer(*call.desk, answer));
}

void drop(Call& call) { call.kept(app::dropAnswer(*call.desk, call.word(0), call.value("why"))); }

} // namespace
} // namespace evidence_commands

std::vector<Command> evidenceCommands() {
    using namespace evidence_commands;
    return {
        {"evidence show", "", 0, 0, Needs::Actor, "sheets, films and exercises of the half days: the own, or of those one trains", {}, show,
         {"trainee", "session", "day", "kind", "what", "complete", "state"}},
        {"evidence sheet", "SESSION", 1, 1, Needs::Actor, "write the own sheet of a shadowing half day",
         {{"whom", "PERSON", "whom you watched"}, {"chats", "TEXT", "which chats"}, {"learnt", "TEXT", "what you learnt"}, {"question", "TEXT", "one question and its answer"}}, sheet},
        {"evidence film", "FILM WATCHED", 2, 2, Needs::Actor, "add what was watched of a film, as 0-35,40-90", {{"seconds", "N", "the film's length"}}, film},
        {"evidence tick", "SESSION EXERCISE", 2, 2, Needs::Actor, "say that an exercise is done", {{"not", "", "not done after all"}}, tick},
        {"evidence confirm", "TRAINEE SESSION EXERCISE", 3, 3, Needs::Actor, "confirm an exercise the trainee ticked", {}, confirm},
        {"answer list", "", 0, 0, Needs::Actor, "the question-and-answer base, newest first", {}, answers,
         {"id", "week", "question", "answer", "problems"}},
        {"answer week", "", 0, 0, Needs::Actor, "a week's problems and whose turn it is to sum them up", {{"week", "DATE", "any day of it (this week)"}}, week,
         {"problem", "day", "trainee", "text", "answer", "in"}},
        {"answer agree", "QUESTION ANSWER", 2, 2, Needs::Actor, "put a common answer into the base; problems named are answered with it",
         {{"problems", "ID,ID", "whose problems"}, {"week", "DATE", "of which week (this one)"}, {"id", "ID", "change that answer"}}, agree},
        {"answer drop", "ID", 1, 1, Needs::Actor, "take an answer out of the base", {{"why", "TEXT", "the reason"}}, drop},
    };
}

} // namespace fledgling::cli
