#include "app/cohorts/Cohorts.h"
#include "app/courses/Courses.h"
#include "app/courses/VersionPreview.h"
#include "app/people/People.h"
#include "app/roll/Roll.h"
#include "cli/Command.h"

namespace fledgling::cli {

namespace cohort_commands {
namespace {

using namespace domain;

/// The last of a course's versions in the book; empty when it isn't loaded, which the verb then says.
std::string newestOf(Call& call, const std::string& course) {
    std::string newest;
    for (const auto& one : app::coursesOf(*call.desk))
        if (one.course == course) newest = one.version;
    return newest;
}

app::CohortDraft draftOf(Call& call) {
    app::CohortDraft draft;
    draft.name = call.word(0);
    draft.course = call.value("course", "customer-service");
    draft.version = call.has("version") ? call.value("version") : newestOf(call, draft.course);
    draft.start = call.date("start", call.desk->today());
    draft.review = call.date("review");
    draft.choices.everywhere.room = call.value("room");
    if (call.has("trainer")) draft.choices.everywhere.trainer = call.person(call.value("trainer")).id;
    for (const auto& one : call.all("trainee")) draft.trainees.push_back(call.person(one).id);
    return draft;
}

std::string clashText(const Call& call, const app::NamedClash& clash) {
    return app::filled(call.tr("{0} is taken twice at that time: {1} and {2}."), {clash.who, clash.one, clash.other});
}

std::string unknownYear(const Call& call, int year) {
    return app::filled(call.tr("Warning: nobody has published the holidays of {0} yet."), {std::to_string(year)});
}

void lay(Call& call) {
    const auto draft = draftOf(call);
    const auto preview = app::previewLay(*call.desk, draft);
    for (const auto& one : preview.plan.sessions) call.output.row({one.courseSession, one.day.iso(), one.hours.text(), one.room});
    for (const int year : preview.plan.unknownYears) call.output.sentence(unknownYear(call, year));
    if (preview.pastHalves > 0) call.output.sentence(app::pastStart(draft.start, preview.pastHalves, call.tr));
    if (call.has("preview")) {
        if (preview.review) call.output.sentence(app::sentence(*preview.review, call.tr));
        for (const auto& clash : preview.clashes) call.output.sentence(clashText(call, clash));
        return call.output.sentence(call.tr("Preview only: nothing was kept."));
    }
    call.output.say("cohort", app::layCohort(*call.desk, draft).text());
    call.kept(store::Book(call.desk->database).last());
}

void list(Call& call) {
    for (const auto& one : app::cohortsOf(*call.desk))
        call.output.row({one.name, one.course, one.version, one.start.iso(), one.review ? Item{one.review->iso()} : Item{}, one.id.text()});
}

void show(Call& call) {
    const auto cohort = app::findCohort(*call.desk, call.word(0));
    for (const auto& one : app::sessionsOf(*call.desk, cohort.id))
        call.output.row({one.courseSession, app::titleOf(*call.desk, one, call.language), one.day.iso(), one.hours.text(), one.room,
                         one.trainer.empty() ? Item{} : Item{app::nameOf(*call.desk, one.trainer)}, one.id.text()});
    std::vector<std::string> names;
    for (const auto& member : app::membersOf(*call.desk, cohort.id))
        if (!member.departed) names.push_back(app::nameOf(*call.desk, member.trainee));
    call.output.say("cohort", cohort.name);
    call.output.say("trainees", names);
}

void enrol(Call& call) {
    const auto cohort = app::findCohort(*call.desk, call.word(0));
    std::vector<PersonId> trainees;
    for (std::size_t i = 1; i < call.words.size(); ++i) trainees.push_back(call.person(call.word(i)).id);
    call.kept(app::enrol(*call.desk, cohort.id, trainees, call.date("from", cohort.start)));
}

void leave(Call& call) {
    call.kept(app::leaveCohort(*call.desk, app::findCohort(*call.desk, call.word(0)).id, call.person(call.word(1)).id,
                               call.date("on", call.desk->today()), call.value("why")));
}

void move(Call& call) {
    call.kept(app::moveTrainee(*call.desk, app::findCohort(*call.desk, call.word(1)).id, app::findCohort(*call.desk, call.word(2)).id,
                               call.person(call.word(0)).id, call.date("on", call.desk->today()), call.value("why")));
}

void review(Call& call) { call.kept(app::planReview(*call.desk, app::findCohort(*call.desk, call.word(0)).id, dateOf(call.word(1)))); }

void moveSession(Call& call) {
    Session session = call.session(call.word(0));
    session.day = call.date("day", session.day);
    if (call.has("hours")) {
        const auto hours = Hours::parse(call.value("hours"));
        if (!hours) throw Usage{"not a time span (HH:MM-HH:MM): " + call.value("hours")};
        session.hours = *hours;
    }
    session.room = call.value("room", session.room);
    if (call.has("trainer")) session.trainer = call.person(call.value("trainer")).id;
    const auto preview = app::previewMove(*call.desk, session);
    call.output.row({session.courseSession, preview.before.day.iso(), preview.before.hours.text(), session.day.iso(), session.hours.text(),
                     session.room, session.trainer.empty() ? Item{} : Item{app::nameOf(*call.desk, session.trainer)}});
    call.output.say("day_off", !preview.working);
    if (!preview.working) call.output.sentence(app::filled(call.tr("Warning: {0} is a day off."), {session.day.iso()}));
    if (!preview.known) call.output.sentence(unknownYear(call, session.day.year()));
    for (const auto& text : app::moveWarnings(preview, preview.outOfOrder, call.tr)) call.output.sentence(text);
    if (!call.has("preview")) return call.kept(app::moveSession(*call.desk, session, call.value("why")));
    std::vector<std::string> clashes;
    for (const auto& clash : preview.clashes) clashes.push_back(clashText(call, clash));
    call.output.say("marked", preview.marked);
    call.output.say("past", preview.past);
    call.output.say("out_of_order", preview.outOfOrder);
    call.output.say("guests", std::int64_t(preview.guests));
    call.output.say("clashes", clashes);
    if (preview.marked) call.output.sentence(call.tr("Marks were given already: its day and hours stand."));
    for (const auto& text : clashes) call.output.sentence(text);
    call.output.sentence(call.tr("Preview only: nothing was kept."));
}

/// What becomes of the cohort under that version.
void moveVersion(Call& call) {
    const auto cohort = app::findCohort(*call.desk, call.word(0));
    const auto& next = call.desk->shelf.course(cohort.course, call.word(1));
    for (const auto& move : app::cohortMoves(*call.desk, next))
        if (move.cohort.id == cohort.id)
            for (const auto& one : move.changes)
                call.output.row({one.name, std::string(keyOf(one.before)), std::string(keyOf(one.after)),
                                 std::int64_t{one.stepsBefore}, std::int64_t{one.stepsAfter}});
    if (call.has("preview")) return call.output.sentence(call.tr("Preview only: nothing was kept."));
    call.kept(app::moveToVersion(*call.desk, cohort.id, next.version, call.value("why")));
}

void replan(Call& call) {
    for (const auto& one : app::previewReplan(*call.desk))
        call.output.row({one.cohort, one.courseSession, one.move.from.iso(), one.move.to.iso()});
    if (call.has("preview")) return call.output.sentence(call.tr("Preview only: nothing was kept."));
    call.kept(app::applyReplan(*call.desk));
}

} // namespace
} // namespace cohort_commands

std::vector<Command> cohortCommands() {
    using namespace cohort_commands;
    const Option why{"why", "TEXT", "the reason"}, preview{"preview", "", "only show"};
    return {
        {"cohort lay", "NAME", 1, 1, Needs::Actor, "lay a course's half days on working days",
         {{"course", "ID", "the course (customer-service)"}, {"version", "VERSION", "its version (the newest)"},
          {"start", "DATE", "first day (today)"}, {"review", "DATE", "planned go-live review"}, {"room", "ROOM", "where"},
          {"trainer", "PERSON", "who teaches"}, {"trainee", "PERSON", "who takes it", true}, preview}, lay,
         {"session", "day", "hours", "room"}},
        {"cohort list", "", 0, 0, Needs::Actor, "cohorts, newest first", {}, list,
         {"name", "course", "version", "start", "review", "id"}},
        {"cohort show", "COHORT", 1, 1, Needs::Actor, "sessions and trainees of a cohort", {}, show,
         {"session", "title", "day", "hours", "room", "trainer", "id"}},
        {"cohort enrol", "COHORT PERSON...", 2, 100, Needs::Actor, "put trainees into a cohort", {{"from", "DATE", "from that day"}}, enrol},
        {"cohort leave", "COHORT PERSON", 2, 2, Needs::Actor, "take a trainee out of a cohort", {{"on", "DATE", "first day no longer in it"}, why}, leave},
        {"cohort move", "PERSON FROM TO", 3, 3, Needs::Actor, "move a trainee to another cohort; marks earned still count",
         {{"on", "DATE", "first day in the other"}, why}, move},
        {"cohort review", "COHORT DAY", 2, 2, Needs::Actor, "plan the go-live review", {}, review},
        {"cohort version", "COHORT VERSION", 2, 2, Needs::Actor,
         "let a cohort take another version of its course; shows whose verdict or way changes", {why, preview}, moveVersion,
         {"trainee", "before", "after", "steps_before", "steps_after"}},
        {"cohort replan", "", 0, 0, Needs::Actor, "move sessions that no longer lie on working days", {preview}, replan,
         {"cohort", "session", "from", "to"}},
        {"session move", "SESSION", 1, 1, Needs::Actor, "another day, time, room or trainer for a session without marks (an id, or COHORT/SESSION)",
         {{"day", "DATE", "the day"}, {"hours", "HH:MM-HH:MM", "the time"}, {"room", "ROOM", "the room"}, {"trainer", "PERSON", "who teaches"}, why, preview},
         moveSession, {"session", "from", "from_hours", "to", "to_hours", "room", "trainer"}},
    };
}

} // namespace fledgling::cli
