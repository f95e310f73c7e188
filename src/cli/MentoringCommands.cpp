#include "app/mentoring/LogView.h"
#include "app/mentoring/Mentoring.h"
#include "app/mentoring/MyTrainees.h"
#include "app/mentoring/Problems.h"
#include "app/people/People.h"
#include "app/training/TraineeView.h"
#include "cli/Command.h"

namespace fledgling::cli {

namespace mentoring_commands {
namespace {

using namespace domain;

SkillLevel levelArgument(const std::string& text) {
    const auto level = skillLevelOf(text);
    if (!level) throw Usage{"a level is none, shown, helped or alone: " + text};
    return *level;
}

/// Options over an entry; what isn't given stays.
LogEntry withOptions(const Call& call, LogEntry entry) {
    entry.day = call.date("day", entry.day);
    if (call.has("skill")) entry.practised = call.all("skill");
    if (call.has("how")) entry.how = levelArgument(call.value("how"));
    entry.wentWell = call.value("well", entry.wentWell);
    entry.next = call.value("next", entry.next);
    entry.problems = call.value("problems", entry.problems);
    return entry;
}

void addLog(Call& call) {
    LogEntry entry;
    entry.trainee = call.person(call.word(0)).id;
    entry.day = call.desk->today();
    call.kept(app::keepLog(*call.desk, withOptions(call, entry)));
}

void correctLog(Call& call) {
    app::LogView view(*call.desk, call.language);
    view.show(call.person(call.word(0)).id);
    for (const auto& one : view.entries())
        if (one.entry.id.text() == call.word(1))
            return call.kept(app::correctLog(*call.desk, withOptions(call, one.entry), call.value("why"), one.saw));
    throw Usage{"no entry of that id: " + call.word(1) + "; \"log list\" names them"};
}

void listLog(Call& call) {
    app::LogView view(*call.desk, call.language);
    view.show(call.person(call.word(0)).id);
    for (const auto& one : view.entries())
        call.output.row({one.entry.day.iso(), one.by, one.practised, std::string(keyOf(one.entry.how)), one.entry.wentWell, one.entry.next,
                         one.entry.problems, one.entry.id.text()});
    std::vector<std::string> missing;
    for (const auto day : view.missing()) missing.push_back(day.iso());
    call.output.say("missing", missing);
    call.output.say("day", std::int64_t{view.day()});
    call.output.say("days", std::int64_t{view.days()});
    call.output.say("mentor", view.mentorName());
}

void myTrainees(Call& call) {
    app::MyTrainees view(*call.desk, call.language, call.words.empty() ? PersonId() : call.person(call.word(0)).id);
    view.load();
    for (const auto& row : view.rows())
        call.output.row({row.name, row.cohort, std::int64_t{row.day}, std::int64_t{row.days}, row.logDue,
                         static_cast<std::int64_t>(row.missing.size()), static_cast<std::int64_t>(row.signable.size()),
                         std::int64_t{row.problems}, std::int64_t{row.skillsDone}, std::int64_t{row.skills}});
}

void sign(Call& call) {
    call.kept(app::signSkill(*call.desk, call.person(call.word(0)).id, call.word(1), levelArgument(call.word(2)),
                             call.has("evidence") ? LogId(call.value("evidence")) : LogId()));
}

void takeBack(Call& call) {
    call.kept(app::takeBackSkill(*call.desk, call.person(call.word(0)).id, call.word(1), levelArgument(call.word(2)), call.value("why")));
}

void listSkills(Call& call) {
    app::LogView view(*call.desk, call.language);
    view.show(call.person(call.word(0)).id);
    for (const auto& skill : view.skills())
        call.output.row({skill.id, skill.title, std::string(keyOf(skill.level)), std::string(keyOf(skill.need)),
                         std::string(keyOf(skill.proven)), skill.signedBy, skill.signedOn ? Item{skill.signedOn->iso()} : Item{}});
}

void acknowledge(Call& call) { call.kept(app::acknowledge(*call.desk, call.person(call.word(0)).id, call.word(1))); }

void listRules(Call& call) {
    app::TraineeView view(*call.desk, call.language, call.words.empty() ? PersonId() : call.person(call.word(0)).id);
    view.load();
    for (const auto& text : view.texts())
        call.output.row({text.file, text.title, text.done, text.day ? Item{text.day->iso()} : Item{},
                         text.day ? Item{text.version} : Item{}});
}

void training(Call& call) {
    app::TraineeView view(*call.desk, call.language, call.words.empty() ? PersonId() : call.person(call.word(0)).id);
    view.load();
    for (const auto& one : view.sessions())
        call.output.row({one.courseSession, one.title, one.day ? Item{one.day->iso()} : Item{}, one.hours ? Item{one.hours->text()} : Item{},
                         one.room, one.trainer, app::word(one.state, call.tr), one.consequence});
    call.output.say("name", view.name());
    call.output.say("cohort", view.cohort());
    call.output.say("mentor", view.mentorName());
    call.output.say("days_mentored", std::int64_t{view.daysMentored()});
    call.output.say("days_needed", std::int64_t{view.daysNeeded()});
}

void writeProblem(Call& call) { call.kept(app::writeProblem(*call.desk, call.word(0), call.date("day", call.desk->today()))); }
void answerProblem(Call& call) { call.kept(app::answerProblem(*call.desk, idIn<ProblemId>(call.word(0)), call.word(1))); }

void listProblems(Call& call) {
    app::TraineeView view(*call.desk, call.language, call.words.empty() ? PersonId() : call.person(call.word(0)).id);
    view.load();
    for (const auto& one : view.problems()) call.output.row({one.id.text(), one.day.iso(), one.text, one.answer, one.answeredBy});
}

} // namespace
} // namespace mentoring_commands

std::vector<Command> mentoringCommands() {
    using namespace mentoring_commands;
    const Option why{"why", "TEXT", "the reason"};
    const std::vector<Option> entry{{"day", "DATE", "the day (today)"}, {"skill", "SKILL", "what was practised", true},
                                    {"how", "LEVEL", "shown, helped or alone"}, {"well", "TEXT", "what went well"},
                                    {"next", "TEXT", "what comes next"}, {"problems", "TEXT", "problems met"}};
    auto correction = entry;
    correction.push_back(why);
    return {
        {"log add", "TRAINEE", 1, 1, Needs::Actor, "write the progress log of a day", entry, addLog},
        {"log correct", "TRAINEE ENTRY", 2, 2, Needs::Actor, "correct an entry of one's own, by the id \"log list\" gives; what isn't said stays",
         correction, correctLog},
        {"log list", "TRAINEE", 1, 1, Needs::Actor, "a trainee's log, newest first, and the days without an entry", {}, listLog,
         {"day", "mentor", "practised", "how", "went_well", "next", "problems", "id"}},
        {"log trainees", "[MENTOR]", 0, 1, Needs::Actor, "a mentor's trainees with what is due", {}, myTrainees,
         {"name", "cohort", "day", "of", "log_due", "missing_days", "signable", "problems", "skills_done", "skills"}},
        {"skill sign", "TRAINEE SKILL LEVEL", 3, 3, Needs::Actor, "sign a level off; a log entry must show it",
         {{"evidence", "LOG", "the entry it rests on (the latest that proves it)"}}, sign},
        {"skill take-back", "TRAINEE SKILL LEVEL", 3, 3, Needs::Actor, "set a skill to a lower level", {why}, takeBack},
        {"skill list", "TRAINEE", 1, 1, Needs::Actor, "a trainee's skills", {}, listSkills,
         {"skill", "title", "level", "need", "proven", "signed_by", "signed_on"}},
        {"rules acknowledge", "TRAINEE FILE", 2, 2, Needs::Actor, "sign for a text of the course, such as rules/conduct.md", {}, acknowledge},
        {"rules list", "[TRAINEE]", 0, 1, Needs::Actor, "the texts a trainee signs for, which are signed in this wording, and the day and course version of the last signature", {},
         listRules, {"file", "title", "signed", "on", "version"}},
        {"training", "[TRAINEE]", 0, 1, Needs::Actor, "a trainee's sessions and how they stand", {}, training,
         {"session", "title", "day", "hours", "room", "trainer", "state", "consequence"}},
        {"problem write", "TEXT", 1, 1, Needs::Actor, "a line of one's own problem log", {{"day", "DATE", "the day (today)"}}, writeProblem},
        {"problem answer", "PROBLEM TEXT", 2, 2, Needs::Actor, "answer a problem", {}, answerProblem},
        {"problem list", "[TRAINEE]", 0, 1, Needs::Actor, "a trainee's problem log", {}, listProblems,
         {"problem", "day", "text", "answer", "answered_by"}},
    };
}

} // namespace fledgling::cli
