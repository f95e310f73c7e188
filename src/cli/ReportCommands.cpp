#include "app/cohorts/Cohorts.h"
#include "app/reports/Reports.h"
#include "cli/Command.h"

namespace fledgling::cli {

namespace report_commands {
namespace {

void list(Call& call) {
    for (const auto kind : app::reportKinds())
        if (app::mayReport(*call.desk, kind))
            call.output.row({std::string(app::keyOf(kind)), app::word(kind, call.tr), app::sentence(kind, call.tr)});
}

app::ReportChoice choiceOf(Call& call) {
    app::ReportChoice choice;
    if (call.has("cohort")) choice.cohort = app::findCohort(*call.desk, call.value("cohort")).id;
    if (call.has("month")) {
        choice.month = domain::Month::parse(call.value("month"));
        if (!choice.month) throw Usage{"a month is YYYY-MM: " + call.value("month")};
    }
    if (call.has("person")) choice.person = call.person(call.value("person")).id;
    return choice;
}

void write(Call& call) {
    const auto kind = app::reportKindOf(call.word(0));
    if (!kind) throw Usage{"no such report: " + call.word(0)};
    if (app::needsPerson(app::needsOf(*kind)) && !call.has("person")) throw Usage{"this report needs --person"};
    const auto report = app::reportOf(*call.desk, *kind, choiceOf(call), call.language, call.tr);
    app::saveReport(report, call.word(1), call.tr);
    call.output.say("file", call.word(1));
    call.output.say("rows", static_cast<std::int64_t>(report.tables.empty() ? 0 : report.tables.front().rows.size()));
}

} // namespace
} // namespace report_commands

std::vector<Command> reportCommands() {
    using namespace report_commands;
    return {
        {"report list", "", 0, 0, Needs::Actor, "the reports you may have", {}, list,
         {"report", "title", "what_for"}},
        {"report write", "REPORT FILE.pdf|.xlsx|.csv|.html", 2, 2, Needs::Actor, "write a report; nothing half written stands under the name",
         {{"cohort", "COHORT", "whose (the one that started last)"}, {"month", "YYYY-MM", "of which month (this one)"},
          {"person", "PERSON", "about whom"}}, write},
    };
}

} // namespace fledgling::cli
