#include "app/reports/Reports.h"

#include "app/Record.h"
#include "app/cohorts/Cohorts.h"
#include "app/history/History.h"
#include "app/reports/ReportTables.h"
#include "domain/Keys.h"
#include "domain/Refused.h"
#include "domain/Roles.h"
#include "format/Collation.h"
#include "format/FileBytes.h"
#include "store/PeopleStore.h"

#include <algorithm>
#include <filesystem>

namespace fledgling::app {

using namespace domain;
using format::Report;

namespace {

constexpr Keys<ReportKind, 7> KINDS{{{ReportKind::SignIn, "sign-in"},
                                     {ReportKind::Attendance, "attendance"},
                                     {ReportKind::Results, "results"},
                                     {ReportKind::Readiness, "readiness"},
                                     {ReportKind::Points, "points"},
                                     {ReportKind::Mentors, "mentors"},
                                     {ReportKind::Record, "record"}}};

/// The head of the chain and the moment: whoever has the paper can tell a book that was changed afterwards.
std::string footOf(Desk& desk, const Tongue& tr) {
    constexpr std::size_t SHOWN = 16;
    const auto state = bookState(desk);
    const auto now = desk.clock.now();
    const std::string when = desk.clock.dateOf(now).iso() + " " + desk.clock.timeOf(now).text();
    return filled(tr("Fledgling · printed {0} by {1} · book of {2} changes, head {3}"),
                  {when, desk.actor.card.name, std::to_string(state.changes), state.head.substr(0, SHOWN)});
}

} // namespace

const std::vector<ReportKind>& reportKinds() {
    static const std::vector<ReportKind> all{ReportKind::SignIn, ReportKind::Attendance, ReportKind::Results, ReportKind::Readiness,
                                             ReportKind::Points, ReportKind::Mentors,    ReportKind::Record};
    return all;
}

std::string_view keyOf(ReportKind kind) { return KINDS.key(kind); }
std::optional<ReportKind> reportKindOf(std::string_view key) { return KINDS.value(key); }

ReportNeeds needsOf(ReportKind kind) {
    switch (kind) {
    case ReportKind::SignIn:
    case ReportKind::Attendance:
    case ReportKind::Results:
    case ReportKind::Readiness: return ReportNeeds::Cohort;
    case ReportKind::Points: return ReportNeeds::Month;
    case ReportKind::Mentors: return ReportNeeds::Nothing;
    case ReportKind::Record: return ReportNeeds::Person;
    }
    return ReportNeeds::Nothing;
}

bool mayReport(const Desk& desk, ReportKind kind) {
    const auto& roles = desk.actor.roles;
    switch (kind) {
    case ReportKind::SignIn:
    case ReportKind::Attendance: return may(roles, Verb::MarkRoll);
    case ReportKind::Results: return may(roles, Verb::EnterResult);
    case ReportKind::Readiness: return may(roles, Verb::SeeReadiness);
    case ReportKind::Points: return seesEverybody(desk.actor);
    case ReportKind::Mentors: return may(roles, Verb::SeeMentors);
    case ReportKind::Record: return may(roles, Verb::SeeHistory);
    }
    return false;
}

std::vector<std::pair<PersonId, std::string>> reportPeople(Desk& desk) {
    std::vector<std::pair<std::string, std::pair<PersonId, std::string>>> keyed;
    for (const auto& one : store::PeopleStore(desk.database, desk.asOf).people())
        keyed.push_back({format::sortKey(one.card.name), {one.id, one.card.name}});
    std::sort(keyed.begin(), keyed.end());
    std::vector<std::pair<PersonId, std::string>> people;
    for (auto& [key, person] : keyed)
        people.push_back(std::move(person));
    return people;
}

Report reportOf(Desk& desk, ReportKind kind, const ReportChoice& choice, const std::string& language, const Tongue& tr) {
    if (!mayReport(desk, kind)) throw Refused(Rule::NotYourRight, {std::string(keyOf(kind))});
    Report report;
    report.title = word(kind, tr);
    report.foot = footOf(desk, tr);
    if (desk.day)
        report.lines.push_back(filled(tr("{0} as it is known today, later corrections included"), {desk.day->iso()}));
    else if (desk.past())
        report.lines.push_back(filled(tr("As it was known on {0}, change {1}"),
                                      {shownDay(desk).iso(), std::to_string(desk.asOf)}));
    const ReportTables tables{desk, language, tr};
    if (needsOf(kind) == ReportNeeds::Cohort) {
        const auto cohort = cohortFor(desk, choice.cohort);
        report.lines.push_back(filled(tr("{0} · from {1} · {2} {3}"), {cohort.name, cohort.start.iso(), cohort.course, cohort.version}));
        if (kind == ReportKind::SignIn) tables.signIn(report, cohort);
        if (kind == ReportKind::Attendance) tables.attendance(report, cohort);
        if (kind == ReportKind::Results) tables.results(report, cohort);
        if (kind == ReportKind::Readiness) tables.readiness(report, cohort);
    }
    if (kind == ReportKind::Points) tables.points(report, choice.month.value_or(Month(shownDay(desk))));
    if (kind == ReportKind::Mentors) tables.mentors(report);
    if (kind == ReportKind::Record) {
        const auto person = store::PeopleStore(desk.database, desk.asOf).person(choice.person);
        if (!person) throw Refused(Rule::Unknown, {choice.person.text()});
        tables.record(report, *person);
    }
    return report;
}

void saveReport(const Report& report, const std::string& file, const Tongue& tr) {
    const auto path = std::filesystem::u8path(file);
    auto ending = path.extension().string();
    if (!ending.empty()) ending.erase(0, 1);
    // TRANSLATORS: page {0} of {1}
    const auto bytes = format::reportBytes(report, ending, tr("{0} / {1}"));
    if (bytes.empty()) throw Refused(Rule::ReportKindUnknown, {file});
    format::keepBytes(path, bytes);
}

} // namespace fledgling::app
