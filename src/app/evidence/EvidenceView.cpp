#include "app/evidence/EvidenceView.h"

#include "app/cohorts/Cohorts.h"
#include "app/courses/CourseTitles.h"
#include "domain/Roles.h"
#include "format/Collation.h"
#include "store/CohortStore.h"
#include "store/MentoringStore.h"
#include "store/PeopleStore.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using store::ChangeNumber;

void EvidenceView::load() {
    m_lines.clear();
    m_courses.clear();
    m_own = m_desk.actor.is(Role::Trainee);
    const Date today = shownDay(m_desk);
    std::vector<Member> members;
    if (m_own) {
        const auto all = store::CohortStore(m_desk.database, m_desk.asOf).membershipsOf(m_desk.actor.id);
        if (const auto own = memberOn(all, today)) members = {*own};
    } else {
        members = store::MentoringStore(m_desk.database, m_desk.asOf).inTraining(today);
    }
    auto records = recordsOf(m_desk, members);
    if (!m_own && !seesEverybody(m_desk.actor))
        std::erase_if(records, [&](const Record& one) { return one.mentor() != m_desk.actor.id; });
    std::sort(records.begin(), records.end(), [](const Record& a, const Record& b) {
        return format::sortKey(a.person.card.name) < format::sortKey(b.person.card.name);
    });
    for (const auto& record : records)
        add(record);
    if (onChanged) onChanged();
}

void EvidenceView::add(const Record& record) {
    const auto facts = record.sessionFacts();
    std::map<std::string, Date> days;
    for (const auto& one : store::CohortStore(m_desk.database, m_desk.asOf).sessionsOf(record.cohort.id))
        days[one.courseSession] = one.day;
    for (const auto& day : record.course->days)
        for (const auto& session : day.sessions) {
            std::vector<Line> lines;
            if (session.kind == SessionKind::Shadowing) lines.push_back(lineOf(record, session, Kind::Sheet, ""));
            for (const auto& film : session.films)
                if (session.watchPercent > 0) lines.push_back(lineOf(record, session, Kind::Film, film));
            for (const auto& exercise : session.exercises)
                lines.push_back(lineOf(record, session, Kind::Exercise, exercise.id));
            for (auto& line : lines) {
                if (const auto at = days.find(session.id); at != days.end()) line.day = at->second;
                line.over = line.day && *line.day < shownDay(m_desk);
                const auto taken = facts.find(session.id);
                line.attended = taken != facts.end() && isDone(stateOf(taken->second, record.course->attendance));
                line.early = tooEarly(line.day, line.attended, m_desk.today());
                m_courses[line.id] = {record.cohort.course, record.cohort.version};
                m_lines.push_back(std::move(line));
            }
        }
}

EvidenceView::Line EvidenceView::lineOf(const Record& record, const CourseSession& session, Kind kind,
                                        const std::string& subject) const {
    Line line;
    line.id = record.person.id.text() + " " + session.id + " " + subject;
    line.kind = kind;
    line.trainee = record.person.id;
    line.name = record.person.card.name;
    line.session = session.id;
    line.sessionTitle = session.title.in(m_language, record.course->language);
    line.subject = subject;
    const bool now = m_desk.asOf == store::NOW;
    line.mine = now && line.trainee == m_desk.actor.id;
    const auto lacks = lacking(session, record.evidence);
    line.complete = std::none_of(lacks.begin(), lacks.end(), [&](const EvidenceLack& one) {
        const bool ofSheet = one.kind == EvidenceLack::Kind::Sheet;
        return ofSheet == (kind == Kind::Sheet) && one.subject == subject;
    });
    if (kind == Kind::Sheet) {
        if (const auto found = record.evidence.sheets.find(session.id); found != record.evidence.sheets.end()) {
            line.sheet = found->second;
            line.whom = namesOf(m_desk, {found->second.whom}).at(found->second.whom);
        }
    } else if (kind == Kind::Film) {
        line.title = titleOf(*record.course, subject, m_language);
        line.filmNeed = session.watchPercent;
        if (const auto found = record.evidence.films.find(subject); found != record.evidence.films.end())
            line.film = found->second;
    } else {
        for (const auto& exercise : session.exercises)
            if (exercise.id == subject) line.title = exercise.title.in(m_language, record.course->language);
        if (const auto own = record.evidence.exercises.find(session.id); own != record.evidence.exercises.end())
            if (const auto found = own->second.find(subject); found != own->second.end()) line.exercise = found->second;
        line.toConfirm = now && line.exercise == ExerciseState::Ticked && mayConfirm(m_desk.actor, record);
    }
    return line;
}

const EvidenceView::Line* EvidenceView::line(const std::string& id) const {
    const auto found = std::find_if(m_lines.begin(), m_lines.end(), [&](const Line& one) { return one.id == id; });
    return found == m_lines.end() ? nullptr : &*found;
}

std::vector<std::pair<PersonId, std::string>> EvidenceView::agents() const {
    std::vector<std::pair<std::string, std::pair<PersonId, std::string>>> keyed;
    for (const auto& one : store::PeopleStore(m_desk.database, m_desk.asOf).people())
        if (!one.retired && !one.is(Role::Trainee) && !one.card.name.empty())
            keyed.push_back({format::sortKey(one.card.name), {one.id, one.card.name}});
    std::sort(keyed.begin(), keyed.end());
    std::vector<std::pair<PersonId, std::string>> people;
    for (auto& [key, person] : keyed)
        people.push_back(std::move(person));
    return people;
}

std::optional<std::string> EvidenceView::filmBytes(const Line& line) const {
    const auto found = m_courses.find(line.id);
    if (found == m_courses.end() || line.kind != Kind::Film) return std::nullopt;
    return m_desk.shelf.loaded(found->second.first, found->second.second).file(line.subject);
}

BookKey EvidenceView::keyOf(const Line& line) const {
    const std::string trainee = line.trainee.text(), course = m_courses.at(line.id).first;
    switch (line.kind) {
    case Kind::Sheet: return {"shadow_sheet", {trainee, course, line.session}};
    case Kind::Film: return {"film_watch", {trainee, course, line.subject}};
    case Kind::Exercise: break;
    }
    return {"exercise", {trainee, course, line.session, line.subject}};
}

int EvidenceView::missing() const {
    const Date today = shownDay(m_desk);
    return static_cast<int>(std::count_if(m_lines.begin(), m_lines.end(), [&](const Line& one) {
        return evidenceDue(one.day, one.attended, today) && !one.complete && one.exercise == ExerciseState::Open;
    }));
}

int EvidenceView::toConfirm() const {
    const Date today = shownDay(m_desk);
    return static_cast<int>(std::count_if(m_lines.begin(), m_lines.end(), [&](const Line& one) {
        return evidenceDue(one.day, one.attended, today) && one.exercise == ExerciseState::Ticked;
    }));
}

bool EvidenceView::complete() const {
    return std::all_of(m_lines.begin(), m_lines.end(), [](const Line& one) { return one.complete; });
}

int EvidenceView::waiting() const {
    return static_cast<int>(std::count_if(m_lines.begin(), m_lines.end(), [](const Line& one) { return one.toConfirm; }));
}

ChangeNumber EvidenceView::keepSheet(const Line& line, const ShadowSheet& sheet) {
    const auto number = app::keepSheet(m_desk, line.session, sheet, m_language);
    load();
    return number;
}

ChangeNumber EvidenceView::watch(const Line& line, int seconds, const Watched& seen) {
    const auto number = watchFilm(m_desk, line.subject, seconds, seen);
    load();
    return number;
}

ChangeNumber EvidenceView::tick(const Line& line, bool done) {
    const auto number = tickExercise(m_desk, line.session, line.subject, done);
    load();
    return number;
}

ChangeNumber EvidenceView::confirm(const Line& line) {
    const auto number = confirmExercise(m_desk, line.trainee, line.session, line.subject, m_language);
    load();
    return number;
}

} // namespace fledgling::app
