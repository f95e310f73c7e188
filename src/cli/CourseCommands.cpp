#include "app/calendar/Calendars.h"
#include "app/courses/Courses.h"
#include "app/courses/VersionPreview.h"
#include "cli/Command.h"

namespace fledgling::cli {

namespace course_commands {
namespace {

/// Lists every problem; exit 1 where an error stands.
void tell(Call& call, const format::Problems& problems) {
    call.output.table({"problem"});
    for (const auto& problem : problems) call.output.row({placed(problem, call.tr)});
    if (format::hasErrors(problems)) call.exit = 1;
}

void check(Call& call) {
    const auto found = app::checkCourse(call.word(0));
    tell(call, found.problems);
    call.output.say("good", found.course.has_value());
    if (found.course)
        call.output.sentence(app::filled(call.tr("{0} {1}: {2} sessions, {3} skills, no error."),
                                         {found.course->id, found.course->version, std::to_string(found.course->sessionCount()),
                                          std::to_string(found.course->skills.size())}));
    else
        call.output.sentence(call.tr("The course has errors: nothing can be loaded until they are mended."));
}

void previewLoad(Call& call) {
    const auto found = app::checkCourse(call.word(0));
    if (!found.course) {
        tell(call, found.problems);
        return call.output.sentence(call.tr("The course has errors: nothing was loaded."));
    }
    call.output.table({"what", "whose", "before", "after"});
    for (const auto& one : app::pointsChanges(*call.desk, *found.course))
        call.output.row({"points " + one.month.text(), one.name, std::int64_t{one.before}, std::int64_t{one.after}});
    for (const auto& move : app::cohortMoves(*call.desk, *found.course)) {
        for (const auto& session : move.missing)
            call.output.row({"cohort " + move.cohort.name, session, "laid", "unknown"});
        for (const auto& one : move.changes)
            call.output.row({"cohort " + move.cohort.name, one.name, std::string(domain::keyOf(one.before)),
                             std::string(domain::keyOf(one.after))});
    }
    call.output.sentence(call.tr("Preview only: nothing was kept."));
}

void load(Call& call) {
    if (call.has("preview")) return previewLoad(call);
    const auto found = app::loadCourse(*call.desk, call.word(0));
    tell(call, found.problems);
    if (found.refused()) {
        call.exit = 5;
        call.output.sentence(call.tr("The course has errors: nothing was loaded."));
        return;
    }
    call.output.say("course", found.entry.course);
    call.output.say("version", found.entry.version);
    call.kept(found.change);
}

void list(Call& call) {
    for (const auto& one : app::coursesOf(*call.desk)) call.output.row({one.course, one.version, one.title});
}

void diff(Call& call) {
    const auto before = app::checkCourse(call.word(0)), after = app::checkCourse(call.word(1));
    if (!before.course || !after.course) {
        tell(call, before.course ? after.problems : before.problems);
        return;
    }
    for (const auto& one : app::differences(*before.course, *after.course)) {
        using Kind = app::CourseDifference::Kind;
        call.output.row({one.part, one.kind == Kind::Added ? "added" : one.kind == Kind::Removed ? "removed" : "changed"});
    }
}

void importCalendar(Call& call) {
    auto preview = app::previewCalendar(*call.desk, call.word(0));
    auto days = preview.fresh;
    days.insert(days.end(), preview.changed.begin(), preview.changed.end());
    if (call.has("off"))
        for (const auto& event : preview.undecided)
            for (auto& day : format::daysOf(event, false)) days.push_back(day);
    for (const auto& day : preview.fresh) call.output.row({day.day.iso(), day.working, day.name, "new"});
    for (const auto& day : preview.changed) call.output.row({day.day.iso(), day.working, day.name, "changed"});
    for (const auto& event : preview.undecided) call.output.row({event.first.iso(), Item{}, event.name, "undecided"});
    for (const auto& bad : preview.bad) call.output.row({"", Item{}, bad.name, "unreadable, line " + std::to_string(bad.line)});
    if (call.has("preview")) {
        call.output.sentence(call.tr("Preview only: nothing was kept."));
        return;
    }
    call.kept(app::setDays(*call.desk, days, call.word(0)));
}

void setDay(Call& call) {
    const std::string& kind = call.word(1);
    if (kind != "off" && kind != "work") throw Usage{"a day is off or work, not " + kind};
    call.kept(app::setDays(*call.desk, {{dateOf(call.word(0)), kind == "work", call.value("name")}}, "by hand"));
}

void clearDay(Call& call) { call.kept(app::clearDay(*call.desk, dateOf(call.word(0)))); }

void workingDays(Call& call) {
    const auto calendar = app::calendarOf(*call.desk);
    for (const auto day : calendar.workingDays(dateOf(call.word(0)), call.number("count", 3)))
        call.output.row({day.iso(), app::word(day.weekday(), call.tr), calendar.knows(day.year())});
}

} // namespace
} // namespace course_commands

std::string placed(const format::Problem& problem, const app::Tongue& tr) {
    std::string place = problem.file.empty() ? "course" : problem.file;
    if (problem.line > 0) place += ":" + std::to_string(problem.line) + ":" + std::to_string(problem.column);
    return place + ": " + app::sentence(problem, tr);
}

std::vector<Command> courseCommands() {
    using namespace course_commands;
    return {
        {"course check", "FOLDER|FILE", 1, 1, Needs::Nothing, "print every problem of a course package; exit 1 when it has errors", {}, check},
        {"course load", "FOLDER|FILE", 1, 1, Needs::Actor, "keep a course version in the book",
         {{"preview", "", "only show whose points would change, and what cohorts in training would come to under it"}}, load},
        {"course list", "", 0, 0, Needs::Actor, "the course versions in the book", {}, list,
         {"course", "version", "title"}},
        {"course diff", "FOLDER FOLDER", 2, 2, Needs::Nothing, "which parts differ between two packages", {}, diff,
         {"part", "change"}},
        {"calendar import", "FILE", 1, 1, Needs::Actor, "holidays and make-up working days from an .ics or .json file",
         {{"preview", "", "only show"}, {"off", "", "take events that don't say so as days off"}}, importCalendar,
         {"day", "working", "name", "state"}},
        {"calendar set", "DAY off|work", 2, 2, Needs::Actor, "make a day a holiday or a working day", {{"name", "TEXT", "why"}}, setDay},
        {"calendar clear", "DAY", 1, 1, Needs::Actor, "let the working week rule a day again", {}, clearDay},
        {"calendar days", "FROM", 1, 1, Needs::Actor, "the working days from a day on", {{"count", "N", "how many (3)"}}, workingDays,
         {"day", "weekday", "year_known"}},
    };
}

} // namespace fledgling::cli
