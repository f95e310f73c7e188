#include "app/cohorts/Cohorts.h"
#include "app/exports/Exports.h"
#include "cli/Command.h"

namespace fledgling::cli {

namespace export_commands {
namespace {

using app::ExportKind;

app::ExportChoice exportChoice(Call& call) {
    if (!call.has("out")) throw Usage{"say where to write it: --out FILE"};
    app::ExportChoice choice;
    if (call.has("cohort")) choice.cohort = app::findCohort(*call.desk, call.value("cohort")).id;
    if (call.has("person")) choice.person = call.person(call.value("person")).id;
    choice.courseSession = call.value("session");
    choice.moodleCourse = call.value("course");
    choice.homePage = call.value("home-page");
    if (!choice.homePage.empty() && !app::isHomePage(choice.homePage))
        throw Usage{"not an address that accounts can belong to (https://host/path): " + choice.homePage};
    return choice;
}

void handOn(Call& call, ExportKind kind) {
    const auto choice = exportChoice(call);
    const auto exported = app::exportOf(*call.desk, kind, choice, call.language, call.tr);
    app::saveExport(exported, call.value("out"));
    call.output.say("file", call.value("out"));
    call.output.say("entries", static_cast<std::int64_t>(exported.entries));
    if (!exported.withoutNumber.empty()) call.output.sentence(app::leftOutSentence(exported, call.tr));
}

const Option COHORT{"cohort", "COHORT", "whose (the one that started last)"};
const Option PERSON{"person", "PERSON", "of that person alone"};
const Option OUT{"out", "FILE", "where to; nothing half written stands under the name"};

} // namespace
} // namespace export_commands

std::vector<Command> exportCommands() {
    using namespace export_commands;
    return {
        {"export calendar", "", 0, 0, Needs::Actor, "half days and the review as iCalendar; of a person: the own ones",
         {COHORT, PERSON, OUT}, [](Call& call) { handOn(call, ExportKind::Calendar); }},
        {"export xapi", "", 0, 0, Needs::Actor, "attendance, results and answers as xAPI statements; people are accounts named by staff number",
         {COHORT, PERSON, OUT, {"home-page", "ADDRESS", "whose accounts they are (the setting export-home-page)"}},
         [](Call& call) { handOn(call, ExportKind::Xapi); }},
        {"export moodle", "", 0, 0, Needs::Actor, "attendance as Moodle's attendance module imports it",
         {COHORT, PERSON, OUT, {"session", "COURSE-SESSION", "only that half day"}, {"sessions", "", "the half days themselves, for its import of sessions"},
          {"course", "SHORTNAME", "with --sessions: the course's short name in Moodle"}},
         [](Call& call) { handOn(call, call.has("sessions") ? ExportKind::MoodleSessions : ExportKind::MoodleMarks); }},
    };
}

} // namespace fledgling::cli
