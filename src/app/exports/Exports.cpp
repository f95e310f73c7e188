#include "app/exports/Exports.h"

#include "app/Record.h"
#include "app/cohorts/Cohorts.h"
#include "app/exports/CalendarEvents.h"
#include "app/exports/Statements.h"
#include "app/people/People.h"
#include "app/roll/Roll.h"
#include "domain/Keys.h"
#include "domain/Refused.h"
#include "domain/Roles.h"
#include "domain/Text.h"
#include "format/FileBytes.h"
#include "format/exports/MoodleAttendance.h"
#include "store/CohortStore.h"
#include "store/PeopleStore.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <tuple>

namespace fledgling::app {

using namespace domain;

namespace {

constexpr Keys<ExportKind, 4> EXPORTS{{{ExportKind::Calendar, "calendar"},
                                     {ExportKind::Xapi, "xapi"},
                                     {ExportKind::MoodleMarks, "moodle"},
                                     {ExportKind::MoodleSessions, "moodle-sessions"}}};

Exported calendarOf(Desk& desk, const ExportChoice& choice, const std::string& language, const Tongue& tr) {
    CalendarEvents events(desk, language, tr);
    const auto file = [](const format::CalendarOut& calendar) {
        return Exported{format::icsOf(calendar), calendar.name, calendar.events.size(), {}};
    };
    if (choice.person.empty()) {
        if (!mayExport(desk, ExportKind::Calendar)) throw Refused(Rule::NotYourRight, {word(ExportKind::Calendar, tr)});
        return file(events.ofCohort(cohortFor(desk, choice.cohort)));
    }
    const auto pair = store::MentoringStore(desk.database, desk.asOf).pairOf(choice.person);
    requireMaySee(desk, choice.person, pair && !pair->until ? pair->mentor : PersonId());
    return file(events.ofPerson(personOf(desk, choice.person), choice.cohort));
}

/// Those meant: one person in that cohort, or everybody who is or was in it.
std::vector<Record> recordsFor(Desk& desk, const ExportChoice& choice) {
    if (!choice.person.empty() && !choice.cohort) return {recordOf(desk, choice.person)};
    auto members = membersOf(desk, cohortFor(desk, choice.cohort).id);
    if (!choice.person.empty()) std::erase_if(members, [&](const Member& one) { return one.trainee != choice.person; });
    if (members.empty()) throw Refused(Rule::Unknown, {"trainee"});
    return recordsOf(desk, members);
}

std::string homePageOf(Desk& desk, const ExportChoice& choice) {
    const auto wanted = choice.homePage.empty() ? settingOf(desk, HOME_PAGE) : choice.homePage;
    return isHomePage(wanted) ? wanted : NO_HOME_PAGE;
}

Exported statementsOf(Desk& desk, const ExportChoice& choice) {
    require(desk.actor, Verb::SeeHistory);
    Statements statements(desk, homePageOf(desk, choice));
    std::vector<format::XapiStatement> all;
    Exported exported;
    for (const auto& record : recordsFor(desk, choice)) {
        exported.fileName = choice.person.empty() ? record.cohort.name : record.person.card.name;
        if (record.person.card.staffNumber.empty()) exported.withoutNumber.push_back(record.person.card.name);
        for (auto& one : statements.of(record))
            all.push_back(std::move(one));
    }
    exported.entries = all.size();
    exported.bytes = format::xapiOf(all);
    return exported;
}

/// What Moodle's letters don't say: how late, and that "L" may be leaving early.
std::string remarkOf(const Mark& mark, const Tongue& tr) {
    if (mark.minutes.count() == 0) return {};
    return word(mark.kind, tr) + " " + filled(tr("{0} min"), {std::to_string(mark.minutes.count())});
}

Exported marksOf(Desk& desk, const ExportChoice& choice, const Tongue& tr) {
    require(desk.actor, Verb::MarkRoll);
    const auto cohort = cohortFor(desk, choice.cohort);
    if (!choice.courseSession.empty() && !desk.shelf.of(cohort).session(choice.courseSession))
        throw Refused(Rule::NoSuchSession, {choice.courseSession});
    Exported exported;
    exported.fileName = cohort.name;
    std::vector<format::MoodleMark> marks;
    std::set<std::string> without;
    for (const auto& session : sessionsOf(desk, cohort.id)) {
        if (!choice.courseSession.empty() && session.courseSession != choice.courseSession) continue;
        for (const auto& kept : store::AttendanceStore(desk.database, desk.asOf).marksIn(session.id)) {
            if (!choice.person.empty() && kept.trainee != choice.person) continue;
            const auto person = store::PeopleStore(desk.database, desk.asOf).person(kept.trainee);
            if (!person) continue;
            if (person->card.staffNumber.empty())
                without.insert(person->card.name);
            else
                marks.push_back({session.day, session.hours.begin(), person->card.staffNumber, kept.mark.kind, remarkOf(kept.mark, tr)});
        }
    }
    std::sort(marks.begin(), marks.end(), [](const auto& a, const auto& b) {
        return std::tie(a.day, a.begins, a.idNumber) < std::tie(b.day, b.begins, b.idNumber);
    });
    exported.entries = marks.size();
    exported.bytes = format::moodleMarksOf(marks);
    exported.withoutNumber.assign(without.begin(), without.end());
    return exported;
}

Exported sessionsFor(Desk& desk, const ExportChoice& choice, const std::string& language) {
    require(desk.actor, Verb::MarkRoll);
    const auto cohort = cohortFor(desk, choice.cohort);
    std::vector<format::MoodleSession> sessions;
    for (const auto& one : sessionsOf(desk, cohort.id)) {
        std::vector<std::string> said{titleOf(desk, one, language)};
        if (!one.room.empty()) said.push_back(one.room);
        if (!one.trainer.empty()) said.push_back(nameOf(desk, one.trainer));
        sessions.push_back({choice.moodleCourse.empty() ? cohort.course : choice.moodleCourse, one.day, one.hours, joined(said, " · ")});
    }
    return {format::moodleSessionsOf(sessions), cohort.name, sessions.size(), {}};
}

} // namespace

bool isHomePage(const std::string& text) { return format::isHomePage(text); }

const std::vector<ExportKind>& exportKinds() {
    static const std::vector<ExportKind> all{ExportKind::Calendar, ExportKind::Xapi, ExportKind::MoodleMarks, ExportKind::MoodleSessions};
    return all;
}

std::string_view keyOf(ExportKind kind) { return EXPORTS.key(kind); }

std::string_view endingOf(ExportKind kind) {
    switch (kind) {
    case ExportKind::Calendar: return "ics";
    case ExportKind::Xapi: return "json";
    case ExportKind::MoodleMarks:
    case ExportKind::MoodleSessions: return "csv";
    }
    return {};
}

std::string fileNameFor(const std::string& text, ExportKind kind) {
    std::string name = text;
    for (char& c : name)
        if (std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos || static_cast<unsigned char>(c) < 0x20U) c = '-';
    if (kind == ExportKind::MoodleMarks || kind == ExportKind::MoodleSessions) name += "-" + std::string(keyOf(kind));
    return name + "." + std::string(endingOf(kind));
}

bool mayExport(const Desk& desk, ExportKind kind) {
    switch (kind) {
    case ExportKind::Calendar: return seesEverybody(desk.actor);
    case ExportKind::Xapi: return may(desk.actor.roles, Verb::SeeHistory);
    case ExportKind::MoodleMarks:
    case ExportKind::MoodleSessions: return may(desk.actor.roles, Verb::MarkRoll);
    }
    return false;
}

std::string word(ExportKind kind, const Tongue& tr) {
    switch (kind) {
    case ExportKind::Calendar: return tr("Calendar of sessions and review (iCalendar)");
    case ExportKind::Xapi: return tr("Learning records (xAPI)");
    case ExportKind::MoodleMarks: return tr("Attendance for Moodle");
    case ExportKind::MoodleSessions: return tr("Sessions for Moodle");
    }
    return {};
}

Exported exportOf(Desk& desk, ExportKind kind, const ExportChoice& choice, const std::string& language, const Tongue& tr) {
    Exported exported;
    switch (kind) {
    case ExportKind::Calendar: exported = calendarOf(desk, choice, language, tr); break;
    case ExportKind::Xapi: exported = statementsOf(desk, choice); break;
    case ExportKind::MoodleMarks: exported = marksOf(desk, choice, tr); break;
    case ExportKind::MoodleSessions: exported = sessionsFor(desk, choice, language); break;
    }
    exported.fileName = fileNameFor(exported.fileName, kind);
    return exported;
}

void saveExport(const Exported& exported, const std::string& file) {
    format::keepBytes(std::filesystem::u8path(file), exported.bytes);
}

std::string leftOutSentence(const Exported& exported, const Tongue& tr) {
    if (exported.withoutNumber.empty()) return {};
    return filled(tr("Not in the file, for want of a staff number: {0}."), {joined(exported.withoutNumber, ", ")});
}

} // namespace fledgling::app
