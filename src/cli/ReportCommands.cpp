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
    const auto files = app::saveReport(report, call.word(1), call.tr);
    std::size_t rows = 0;
    for (const auto& table : report.tables)
        rows += table.rows.size();
    call.output.say("file", call.word(1));
    call.output.say("files", files);
    call.output.say("tables", static_cast<std::int64_t>(report.tables.size()));
    call.output.say("rows", static_cast<std::int64_t>(rows));
}

} // namespace
} // namespace report_commands

std::vector<Command> reportCommands() {
    using namespace report_commands;
    return {
        {"report list", "", 0, 0, Needs::Actor, "the reports you may have", {}, list,
         {"report", "title", "what_for"}},
        {"report write", "REPORT FILE.pdf|.xlsx|.csv|.html", 2, 2, Needs::Actor, "write a report; nothing half written stands under the name.\n"
         "    A workbook has a sheet for each table and a last one about the report. A CSV file holds one table, with one heading\n"
         "    row: a second table goes to NAME-2.csv beside it, a third to NAME-3.csv; \"files\" names them. NAME.csv is written\n"
         "    last, so that all are there when it is. With --as-of or --for-day a last column says which moment is shown.",
         {{"cohort", "COHORT", "whose (the one that started last)"}, {"month", "YYYY-MM", "of which month (this one, or while none of its chats is read, the last with one)"},
          {"person", "PERSON", "about whom"}}, write},
    };
}

} // namespace fledgling::cli
