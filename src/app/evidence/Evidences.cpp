#include "app/evidence/Evidences.h"

#include "app/Keep.h"
#include "domain/Refused.h"
#include "domain/Roles.h"
#include "store/CohortStore.h"
#include "store/MentoringStore.h"
#include "store/PeopleStore.h"
#include "store/evidence/EvidenceStore.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using store::ChangeNumber;
using store::EvidenceKey;
using store::EvidenceStore;

namespace {

EvidenceKey keyOf(const Record& record) { return {record.person.id, record.cohort.course}; }

Deed deedOf(const char* verb, store::Fact fact) { return {verb, {std::move(fact)}, {Topic::Evidence}, "", 0, {}}; }

const CourseExercise* exerciseOf(const Record& record, const std::string& session, const std::string& exercise) {
    const auto* taught = record.course->session(session);
    if (!taught) return nullptr;
    const auto found = std::find_if(taught->exercises.begin(), taught->exercises.end(),
                                    [&](const CourseExercise& one) { return one.id == exercise; });
    return found == taught->exercises.end() ? nullptr : &*found;
}

ExerciseState stateOf(const Record& record, const std::string& session, const std::string& exercise) {
    const auto own = record.evidence.exercises.find(session);
    if (own == record.evidence.exercises.end()) return ExerciseState::Open;
    const auto found = own->second.find(exercise);
    return found == own->second.end() ? ExerciseState::Open : found->second;
}

bool shows(const Course& course, const std::string& film) {
    for (const auto& day : course.days)
        for (const auto& session : day.sessions)
            if (std::find(session.films.begin(), session.films.end(), film) != session.films.end()) return true;
    return false;
}

/// The day the trainee's own cohort holds it; nothing while it isn't laid.
std::optional<Date> dayOf(Desk& desk, const Record& record, const std::string& courseSession) {
    for (const auto& one : store::CohortStore(desk.database, desk.asOf).sessionsOf(record.cohort.id))
        if (one.courseSession == courseSession) return one.day;
    return std::nullopt;
}

void requireBegun(Desk& desk, const Record& record, const std::string& courseSession) {
    const auto facts = record.sessionFacts();
    const auto taken = facts.find(courseSession);
    const bool attended = taken != facts.end() && isDone(domain::stateOf(taken->second, record.course->attendance));
    const auto day = dayOf(desk, record, courseSession);
    if (tooEarly(day, attended, desk.today())) throw Refused(Rule::EvidenceTooEarly, {courseSession, day->iso()});
}

} // namespace

ChangeNumber keepSheet(Desk& desk, const std::string& courseSession, ShadowSheet sheet, const std::string& language) {
    return perform(desk, Verb::GiveEvidence, [&] {
        const Record record = recordOf(desk, desk.actor.id);
        const auto* taught = record.course->session(courseSession);
        if (!taught) throw Refused(Rule::NoSuchSession, {courseSession});
        const auto& title = taught->title.in(language, record.course->language);
        if (taught->kind != SessionKind::Shadowing) throw Refused(Rule::NotShadowing, {title});
        requireBegun(desk, record, courseSession);
        sheet.day = dayOf(desk, record, courseSession).value_or(desk.today());
        sheet = checkedSheet(std::move(sheet));
        if (sheet.whom == desk.actor.id || !store::PeopleStore(desk.database).person(sheet.whom))
            throw Refused(Rule::Unknown, {sheet.whom.text()});
        const auto before = record.evidence.sheets.find(courseSession);
        if (before != record.evidence.sheets.end() && before->second == sheet) return Deed{};
        return deedOf("keep-sheet", EvidenceStore::fact(keyOf(record), courseSession, sheet));
    });
}

ChangeNumber watchFilm(Desk& desk, const std::string& film, int seconds, const Watched& seen) {
    return perform(desk, Verb::GiveEvidence, [&] {
        const Record record = recordOf(desk, desk.actor.id);
        if (!shows(*record.course, film) || seconds <= 0) throw Refused(Rule::UnknownFilm, {film});
        const auto before = record.evidence.films.find(film);
        FilmWatch watch{seconds, {}};
        if (before != record.evidence.films.end()) watch.watched = before->second.watched;
        const int had = watch.watched.seconds();
        watch.watched.add(seen);
        if (watch.watched.seconds() == had) return Deed{};
        return deedOf("watch-film", EvidenceStore::fact(keyOf(record), film, watch));
    });
}

ChangeNumber tickExercise(Desk& desk, const std::string& courseSession, const std::string& exercise, bool done) {
    return perform(desk, Verb::GiveEvidence, [&] {
        const Record record = recordOf(desk, desk.actor.id);
        if (!exerciseOf(record, courseSession, exercise)) throw Refused(Rule::UnknownExercise, {exercise});
        const auto state = stateOf(record, courseSession, exercise);
        const auto wanted = done ? ExerciseState::Ticked : ExerciseState::Open;
        if (state == ExerciseState::Confirmed || state == wanted) return Deed{};
        if (done) requireBegun(desk, record, courseSession);
        return deedOf("tick-exercise", EvidenceStore::fact(keyOf(record), courseSession, exercise, wanted));
    });
}

bool mayConfirm(const Person& actor, const Record& record) {
    if (actor.id == record.person.id) return false;
    return seesEverybody(actor) || (actor.is(Role::Mentor) && record.mentor() == actor.id);
}

ChangeNumber confirmExercise(Desk& desk, const PersonId& trainee, const std::string& courseSession,
                             const std::string& exercise, const std::string& language) {
    return perform(desk, Verb::ConfirmExercise, [&] {
        const Record record = recordOf(desk, trainee);
        const auto* asked = exerciseOf(record, courseSession, exercise);
        if (!asked) throw Refused(Rule::UnknownExercise, {exercise});
        if (!mayConfirm(desk.actor, record)) {
            if (!record.paired()) throw Refused(Rule::NotPaired, {record.person.card.name});
            throw Refused(Rule::NotTheMentor, {record.person.card.name, namesOf(desk, {record.mentor()}).at(record.mentor())});
        }
        const auto state = stateOf(record, courseSession, exercise);
        if (state == ExerciseState::Open)
            throw Refused(Rule::NotTicked, {asked->title.in(language, record.course->language)});
        if (state == ExerciseState::Confirmed) return Deed{};
        return deedOf("confirm-exercise", EvidenceStore::fact(keyOf(record), courseSession, exercise,
                                                              ExerciseState::Confirmed, desk.actor.id));
    });
}

namespace {

std::vector<ToDo> ownToDo(Desk& desk, const std::string& language) {
    std::vector<ToDo> list;
    const auto member = memberOn(store::CohortStore(desk.database, desk.asOf).membershipsOf(desk.actor.id), shownDay(desk));
    if (!member) return list;
    const Record record = recordOf(desk, desk.actor.id);
    const auto facts = record.sessionFacts();
    for (const auto& day : record.course->days)
        for (const auto& session : day.sessions) {
            const auto found = facts.find(session.id);
            if (found == facts.end() || !isDone(domain::stateOf(found->second, record.course->attendance))) continue;
            auto lacks = lacking(session, record.evidence);
            std::erase_if(lacks, [](const EvidenceLack& one) { return one.kind == EvidenceLack::Kind::Confirmation; });
            if (lacks.empty()) continue;
            list.push_back(toDo(ToDoKind::GiveEvidence, "evidence", session.id,
                                session.title.in(language, record.course->language), shownDay(desk),
                                static_cast<int>(lacks.size())));
        }
    return list;
}

std::vector<ToDo> othersToDo(Desk& desk, Role role) {
    std::vector<ToDo> list;
    store::MentoringStore mentoring(desk.database, desk.asOf);
    auto records = recordsOf(desk, mentoring.inTraining(shownDay(desk)));
    if (role == Role::Mentor) std::erase_if(records, [&](const Record& one) { return one.mentor() != desk.actor.id; });
    for (const auto& record : records) {
        // A trainer sees to those whom no mentor sees every day.
        if (role != Role::Mentor && record.paired()) continue;
        int waiting = 0;
        for (const auto& [session, exercises] : record.evidence.exercises)
            for (const auto& [exercise, state] : exercises)
                if (state == ExerciseState::Ticked) ++waiting;
        if (waiting > 0)
            list.push_back(toDo(ToDoKind::ConfirmExercises, "evidence", record.person.id.text(), record.person.card.name,
                                shownDay(desk), waiting));
    }
    return list;
}

} // namespace

std::vector<ToDo> evidenceToDo(Desk& desk, Role role, const std::string& language) {
    if (role == Role::Trainee) return ownToDo(desk, language);
    if (role == Role::Manager) return {};
    return othersToDo(desk, role);
}

} // namespace fledgling::app
