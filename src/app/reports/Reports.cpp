#include "app/reports/Reports.h"

#include "app/Record.h"
#include "app/chats/Points.h"
#include "app/cohorts/Cohorts.h"
#include "app/history/History.h"
#include "app/reports/ReportTables.h"
#include "domain/Keys.h"
#include "domain/Refused.h"
#include "domain/Roles.h"
#include "format/FileBytes.h"
#include "store/PeopleStore.h"

#include <algorithm>
#include <filesystem>

namespace fledgling::app {

using namespace domain;
using format::Report;

namespace {

constexpr Keys<ReportKind, 12> REPORTS{{{ReportKind::Cohort, "cohort"},
                                      {ReportKind::SignIn, "sign-in"},
                                      {ReportKind::Attendance, "attendance"},
                                      {ReportKind::Results, "results"},
                                      {ReportKind::Items, "items"},
                                      {ReportKind::Readiness, "readiness"},
                                      {ReportKind::Points, "points"},
                                      {ReportKind::Ledger, "ledger"},
                                      {ReportKind::Fairness, "fairness"},
                                      {ReportKind::Mentors, "mentors"},
                                      {ReportKind::Certificate, "certificate"},
                                      {ReportKind::Record, "record"}}};

/// The head of the chain and the moment: whoever has the paper can tell a book that was changed afterwards.
std::string footOf(Desk& desk, const Tongue& tr) {
    constexpr std::size_t SHOWN = 16;
    const auto state = bookState(desk);
    const auto now = desk.clock.now();
    const std::string when = desk.clock.dateOf(now).iso() + " " + desk.clock.timeOf(now).text();
    return filled(tr("Fledgling · printed {0} by {1} · book of {2} changes, head {3}"),
                  {when, desk.actor.card.name, figure(state.changes), state.head.substr(0, SHOWN)});
}

format::ReportPast pastOf(Desk& desk, const Tongue& tr) {
    if (desk.day) return {filled(tr("{0} as it is known today, later corrections included"), {plainDate(*desk.day, tr)}), tr("moment")};
    if (!desk.past()) return {};
    return {filled(tr("As it was known on {0}, change {1}"), {plainDate(shownDay(desk), tr), figure(desk.asOf)}), tr("moment")};
}

/// The ending without its point.
std::string endingOf(const std::filesystem::path& path) {
    const auto ending = path.extension().string();
    return ending.empty() ? ending : ending.substr(1);
}

} // namespace

const std::vector<ReportKind>& reportKinds() {
    static const std::vector<ReportKind> all = [] {
        std::vector<ReportKind> kinds;
        for (const auto& [kind, key] : REPORTS.rows)
            kinds.push_back(kind);
        return kinds;
    }();
    return all;
}

bool needsPerson(ReportNeeds needs) { return needs == ReportNeeds::Person || needs == ReportNeeds::PersonAndMonth; }
bool needsMonth(ReportNeeds needs) { return needs == ReportNeeds::Month || needs == ReportNeeds::PersonAndMonth; }

std::string_view keyOf(ReportKind kind) { return REPORTS.key(kind); }
std::optional<ReportKind> reportKindOf(std::string_view key) { return REPORTS.value(key); }

ReportNeeds needsOf(ReportKind kind) {
    switch (kind) {
    case ReportKind::Cohort:
    case ReportKind::SignIn:
    case ReportKind::Attendance:
    case ReportKind::Results:
    case ReportKind::Items:
    case ReportKind::Readiness: return ReportNeeds::Cohort;
    case ReportKind::Points:
    case ReportKind::Fairness: return ReportNeeds::Month;
    case ReportKind::Ledger: return ReportNeeds::PersonAndMonth;
    case ReportKind::Mentors: return ReportNeeds::Nothing;
    case ReportKind::Certificate:
    case ReportKind::Record: return ReportNeeds::Person;
    }
    return ReportNeeds::Nothing;
}

bool mayReport(const Desk& desk, ReportKind kind) {
    const auto& roles = desk.actor.roles;
    switch (kind) {
    case ReportKind::SignIn:
    case ReportKind::Attendance: return may(roles, Verb::MarkRoll);
    case ReportKind::Items:
    case ReportKind::Results: return may(roles, Verb::EnterResult);
    case ReportKind::Readiness: return may(roles, Verb::SeeReadiness);
    case ReportKind::Cohort:
    case ReportKind::Points:
    case ReportKind::Fairness: return seesEverybody(desk.actor);
    case ReportKind::Mentors: return may(roles, Verb::SeeMentors);
    // Trainees may have the own ones.
    case ReportKind::Ledger:
    case ReportKind::Certificate:
    case ReportKind::Record: return seesEverybody(desk.actor) || desk.actor.is(Role::Trainee);
    }
    return false;
}

Report reportOf(Desk& desk, ReportKind kind, const ReportChoice& choice, const std::string& language, const Tongue& tr) {
    if (!mayReport(desk, kind)) throw Refused(Rule::NotYourRight, {std::string(keyOf(kind))});
    Report report;
    report.title = word(kind, tr);
    report.foot = footOf(desk, tr);
    report.past = pastOf(desk, tr);
    report.language = language;
    report.about = tr("About this report");
    const ReportTables tables{desk, language, tr};
    if (needsOf(kind) == ReportNeeds::Cohort) {
        const auto cohort = cohortFor(desk, choice.cohort ? choice.cohort : reportCohort(desk));
        const auto& course = desk.shelf.of(cohort);
        report.lines.push_back(filled(tr("{0} · from {1} · {2} {3}"), {cohort.name, plainDate(cohort.start, tr),
                                                                       course.title.in(language, course.language), cohort.version}));
        if (kind == ReportKind::Cohort) tables.cohort(report, cohort);
        if (kind == ReportKind::Items) tables.items(report, cohort);
        if (kind == ReportKind::SignIn) tables.signIn(report, cohort);
        if (kind == ReportKind::Attendance) tables.attendance(report, cohort);
        if (kind == ReportKind::Results) tables.results(report, cohort);
        if (kind == ReportKind::Readiness) tables.readiness(report, cohort);
    }
    const Month month = choice.month ? *choice.month : monthOnShow(desk, needsPerson(needsOf(kind)) ? choice.person : PersonId());
    if (kind == ReportKind::Points) tables.points(report, month);
    if (kind == ReportKind::Fairness) tables.fairness(report, month);
    if (kind == ReportKind::Mentors) tables.mentors(report);
    if (needsPerson(needsOf(kind))) {
        const bool everybody = seesEverybody(desk.actor);
        const auto wanted = choice.person.empty() ? desk.actor.id : choice.person;
        if (!everybody && wanted != desk.actor.id) throw Refused(Rule::NotYourRight, {std::string(keyOf(kind))});
        const auto person = store::PeopleStore(desk.database, desk.asOf).person(wanted);
        if (!person) throw Refused(Rule::Unknown, {wanted.text()});
        if (kind == ReportKind::Ledger) tables.ledger(report, *person, month);
        if (kind == ReportKind::Certificate) tables.certificate(report, *person);
        if (kind == ReportKind::Record) tables.record(report, *person);
    }
    return report;
}

namespace {

// TRANSLATORS: page {0} of {1}
std::string pageWords(const Tongue& tr) { return tr("{0} / {1}"); }

} // namespace

std::vector<format::Picture> reportPictures(const Report& report, double scale, const Tongue& tr) {
    return format::reportPictures(report, pageWords(tr), scale);
}

std::vector<std::string> reportFileNames(const std::string& file, std::size_t tables) {
    std::vector<std::string> names{file};
    const auto path = std::filesystem::u8path(file);
    if (endingOf(path) != "csv") return names;
    const auto ending = path.extension().u8string();
    const std::string start = file.substr(0, file.size() - ending.size()), end = file.substr(start.size());
    for (std::size_t number = 2; number <= tables; ++number)
        names.push_back(start + "-" + std::to_string(number) + end);
    return names;
}

std::vector<std::string> saveReport(const Report& report, const std::string& file, const Tongue& tr, const format::ReportAt& at) {
    const auto files = format::reportFiles(report, endingOf(std::filesystem::u8path(file)), pageWords(tr), at);
    if (files.empty()) throw Refused(Rule::ReportKindUnknown, {file});
    const auto names = reportFileNames(file, files.size());
    // The one of that name comes last: where it stands, all of them do.
    for (std::size_t i = files.size(); i-- > 0;)
        format::keepBytes(std::filesystem::u8path(names[i]), files[i]);
    return names;
}

} // namespace fledgling::app
