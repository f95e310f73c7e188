#include "app/PastDay.h"
#include "app/cohorts/Cohorts.h"
#include "app/readiness/Decisions.h"
#include "app/readiness/ReadinessView.h"
#include "app/today/TodayView.h"
#include "cli/Command.h"
#include "domain/Text.h"

#include <algorithm>

namespace fledgling::cli {

namespace readiness_commands {
namespace {

using namespace domain;

std::string cellText(const std::optional<Cell>& cell) {
    if (!cell) return "";
    return std::string(keyOf(cell->state)) + " " + std::to_string(cell->have) + "/" + std::to_string(cell->need);
}

void show(Call& call) {
    app::ReadinessView view(*call.desk, call.language);
    app::ReadinessView::Filter filter;
    if (!call.words.empty()) filter.cohort = app::findCohort(*call.desk, call.word(0)).id;
    if (call.has("mentor")) filter.mentor = call.person(call.value("mentor")).id;
    view.setFilter(filter);
    view.load();
    // Criteria have ids of the course's own choosing: no column of ours may be called like one.
    std::vector<std::string> columns{"trainee", "cohort_name", "mentor_name"};
    for (const auto& column : view.columns()) columns.push_back(column.criterion);
    for (const char* more : {"verdict", "steps", "stuck", "decision", "facts_changed"}) columns.emplace_back(more);
    call.output.table(columns);
    for (const auto& row : view.rows()) {
        std::vector<Item> items{row.name, row.cohortName, row.mentorName};
        for (const auto& cell : row.cells) items.emplace_back(cellText(cell));
        std::vector<std::string> steps, stuck;
        for (const auto& step : row.steps) steps.push_back(app::sentence(step.step, step.subject, call.tr));
        for (const auto& one : row.stuck) stuck.push_back(app::sentence(one.reason, one.subject, call.tr));
        items.emplace_back(std::string(keyOf(row.verdict)));
        items.emplace_back(steps);
        items.emplace_back(stuck);
        items.emplace_back(row.decision ? std::string(keyOf(row.decision->decision.kind)) : std::string());
        items.emplace_back(row.changed);
        call.output.row(std::move(items));
    }
    call.output.say("ready", std::int64_t{view.counts().ready});
    call.output.say("on_the_way", std::int64_t{view.counts().onTheWay});
    call.output.say("stuck", std::int64_t{view.counts().stuck});
}

void behind(Call& call) {
    app::ReadinessView view(*call.desk, call.language);
    view.load();
    for (const auto& one : view.rowsBehind(call.person(call.word(0)).id, call.word(1)))
        call.output.row({one.title, one.row.met, std::int64_t{one.row.have}, std::int64_t{one.row.need},
                         one.day ? Item{one.day->iso()} : Item{}, one.by});
}

void decide(Call& call) {
    const auto kind = decisionKindOf(call.word(1));
    if (!kind) throw Usage{"a decision is approve, hold or extend: " + call.word(1)};
    call.kept(app::decide(*call.desk, call.person(call.word(0)).id, *kind, call.value("why"), call.date("until")));
}

void decisions(Call& call) {
    for (const auto& one : app::decisionHistory(*call.desk, call.person(call.word(0)).id)) {
        const auto& decision = one.kept.decision;
        call.output.row({one.on.iso(), one.by, std::string(keyOf(decision.kind)), decision.reason,
                         decision.until ? Item{decision.until->iso()} : Item{}, decision.unmet, one.stands, one.inForce, one.kept.written});
    }
}

void today(Call& call) {
    std::vector<app::ToDo> list;
    // A supervisor's and a manager's lists have lines in common.
    for (const Role role : call.desk->actor.roles)
        for (auto& one : app::roleToDo(*call.desk, role, call.language))
            if (std::find(list.begin(), list.end(), one) == list.end()) list.push_back(std::move(one));
    for (const auto& one : list)
        call.output.row({app::sentence(one, call.desk->today(), call.tr), one.name, one.date.iso(), std::int64_t{one.count}, one.due});
}

/// A change by its number, or the last one by the end of a day or minute.
store::ChangeNumber changeAt(Call& call, const std::string& text) {
    if (const auto number = numberIn<store::ChangeNumber>(text)) return *number;
    return store::Book(call.desk->database).asOf(momentOf(text, call.desk->clock));
}

/// What the subject of a piece of news is called: the book keeps decisions by key.
std::string subjectOf(const app::News& one, const app::Tongue& tr) {
    const auto kind = decisionKindOf(one.subject);
    return one.verb == "decide" && kind ? app::word(*kind, tr) : one.subject;
}

void news(Call& call) {
    auto& desk = *call.desk;
    const auto since = call.has("since") ? changeAt(call, call.value("since")) : app::firstNewsSince(desk);
    call.output.say("since", since);
    call.output.say("up_to", std::min(app::settledAt(desk), store::Book(desk.database).last()));
    std::vector<std::string> ready, unready;
    for (const auto& turn : app::turnsSince(desk, since))
        (turn.is == Verdict::Ready ? ready : unready).push_back(turn.name);
    call.output.say("became_ready", ready);
    call.output.say("no_longer_ready", unready);
    for (const auto& one : app::newsSince(desk, since, call.number("most", 50), call.language))
        call.output.row({one.change, desk.clock.dateOf(one.at).iso() + " " + desk.clock.timeOf(one.at).text(),
                         one.own ? joined(one.about, ", ") : one.who, one.verb, app::wordForDeed(one.verb, call.tr), one.about, subjectOf(one, call.tr),
                         std::int64_t{one.count}});
}

} // namespace
} // namespace readiness_commands

std::vector<Command> readinessCommands() {
    using namespace readiness_commands;
    return {
        {"readiness show", "[COHORT]", 0, 1, Needs::Actor, "the board: criteria, verdict and the shortest way to ready; --as-of for a past day",
         {{"mentor", "PERSON", "only that mentor's trainees"}}, show,
         {"trainee", "cohort_name", "mentor_name", "CRITERION...", "verdict", "steps", "stuck", "decision", "facts_changed"}},
        {"readiness behind", "TRAINEE CRITERION", 2, 2, Needs::Actor, "the rows behind one cell", {}, behind,
         {"subject", "met", "have", "need", "day", "by"}},
        {"decide", "TRAINEE approve|hold|extend", 2, 2, Needs::Actor, "decide on go-live; against unmet criteria a date is needed",
         {{"why", "TEXT", "the reason"}, {"until", "DATE", "extended to, or valid until"}}, decide},
        {"decisions", "TRAINEE", 1, 1, Needs::Actor, "every decision ever taken on a trainee", {}, decisions,
         {"on", "by", "decision", "why", "until", "unmet", "stands", "in_force", "change"}},
        {"today", "", 0, 0, Needs::Actor, "what waits for the person who acts", {}, today,
         {"what", "name", "date", "count", "due"}},
        {"news", "", 0, 0, Needs::Actor,
         "what others did since the last visit, newest first: of everybody for who sees everybody, of the own trainees for a\n"
         "    mentor, of oneself for a trainee; and who became ready or ceased to be. A job keeps \"up_to\" and gives it as --since\n"
         "    the next time.",
         {{"since", "CHANGE|MOMENT", "after that change, or the end of that day or minute (the last three days)"},
          {"most", "N", "at most so many (50)"}}, news,
         {"change", "at", "who", "verb", "did", "about", "what", "times"}},
    };
}

} // namespace fledgling::cli
