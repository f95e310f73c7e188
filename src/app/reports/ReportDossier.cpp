// One person's record on paper: every fact with who and when, and every change that made it.
#include "app/Record.h"
#include "app/history/CellHistory.h"
#include "app/history/History.h"
#include "app/merge/MergeWords.h"
#include "app/person/PersonView.h"
#include "app/reports/ReportTables.h"
#include "domain/Text.h"

namespace fledgling::app {

using namespace domain;
using format::Report;
using format::ReportCell;
using format::reportDate;
using format::reportText;
using format::reportTime;
using format::ReportTable;

namespace {

/// `reasons`: the reader may know why.
ReportTable factTable(PersonView& view, bool reasons, const Tongue& tr) {
    ReportTable table;
    table.columns = {{tr("day"), 1, false},  {tr("kind"), 1, false}, {tr("what"), 2.2, false},    {tr("details"), 3.4, false},
                     {tr("who"), 1, false},  {tr("kept on"), 1, false}, {tr("time"), 0.6, false}};
    if (reasons) table.columns.insert(table.columns.begin() + 4, {tr("reason"), 1.4, false});
    for (const auto& entry : view.dossier()) {
        std::vector<ReportCell> cells{reportDate(entry.day),      reportText(word(entry.kind, tr)), reportText(entry.what),
                                      reportText(reasons ? entry.besideWhy.value_or(entry.detail) : entry.detail), reportText(entry.who), reportDate(entry.keptOn),
                                      reportTime(entry.keptAt)};
        if (reasons) cells.insert(cells.begin() + 4, reportText(entry.why));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

ReportTable changeTable(Desk& desk, const Person& person, const std::string& language, const Tongue& tr) {
    constexpr int EVERYTHING = 1'000'000;
    ReportTable table;
    table.title = tr("Every change");
    table.columns = {{tr("day"), 1, false}, {tr("time"), 0.6, false}, {tr("who"), 1, false}, {tr("what"), 1.8, false}, {tr("what was kept"), 4.4, false},
                     {tr("reason"), 1.4, false}};
    CellHistory words(desk, language, tr);
    for (const auto& row : history(desk, {.about = person.id, .by = {}, .verb = {}}, EVERYTHING)) {
        table.rows.push_back({reportDate(desk.clock.dateOf(row.at)), reportTime(desk.clock.timeOf(row.at)), reportText(row.who),
                              reportText(wordForDeed(row.verb, tr)), reportText(enumerated(words.sentences(row.facts, person.id), tr("; "))),
                              reportText(whyInWords(row.why, desk.clock, tr))});
    }
    return table;
}

} // namespace

void ReportTables::record(Report& report, const Person& person) const {
    const bool everybody = seesEverybody(desk.actor);
    PersonView view(desk, language, tr, person.id);
    view.load();
    std::vector<std::string> who{person.card.name, person.card.staffNumber};
    for (const auto post : person.posts)
        who.push_back(word(post, tr));
    who.push_back(view.head().cohort);
    std::erase(who, std::string());
    report.lines.push_back(joined(who, " · "));
    report.lines.push_back(everybody ? tr("Everything the book holds, newest first, with who wrote it and when.")
                                     : tr("What the book holds about you, newest first, with who wrote it and when."));
    report.tables.push_back(factTable(view, everybody, tr));
    if (everybody) report.tables.push_back(changeTable(desk, person, language, tr));
    report.landscape = true;
}

} // namespace fledgling::app
