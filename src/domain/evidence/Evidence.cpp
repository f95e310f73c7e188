#include "domain/evidence/Evidence.h"

#include "domain/Keys.h"
#include "domain/Refused.h"
#include "domain/Text.h"

#include <algorithm>

namespace fledgling::domain {

namespace {

constexpr Keys<ExerciseState, 3> EXERCISES{
    {{ExerciseState::Open, "open"}, {ExerciseState::Ticked, "ticked"}, {ExerciseState::Confirmed, "confirmed"}}};

ExerciseState stateOf(const Evidence& evidence, const std::string& session, const std::string& exercise) {
    const auto own = evidence.exercises.find(session);
    if (own == evidence.exercises.end()) return ExerciseState::Open;
    const auto found = own->second.find(exercise);
    return found == own->second.end() ? ExerciseState::Open : found->second;
}

} // namespace

std::string_view keyOf(ExerciseState state) { return EXERCISES.key(state); }
std::optional<ExerciseState> exerciseStateOf(std::string_view key) { return EXERCISES.value(key); }

bool wantsEvidence(const CourseSession& session) {
    return session.kind == SessionKind::Shadowing || !session.exercises.empty() ||
           (!session.films.empty() && session.watchPercent > 0);
}

bool tooEarly(std::optional<Date> held, bool attended, Date today) { return held && !attended && today < *held; }
bool evidenceDue(std::optional<Date> held, bool attended, Date today) { return attended || (held && *held < today); }

std::vector<EvidenceLack> lacking(const CourseSession& session, const Evidence& evidence) {
    using Kind = EvidenceLack::Kind;
    std::vector<EvidenceLack> lacks;
    if (session.kind == SessionKind::Shadowing && !evidence.sheets.contains(session.id))
        lacks.push_back({Kind::Sheet, {}, 0, 0});
    for (const auto& film : session.films) {
        const auto found = evidence.films.find(film);
        const int have = found == evidence.films.end() ? 0 : found->second.watched.percentOf(found->second.seconds);
        if (have < session.watchPercent) lacks.push_back({Kind::Film, film, have, session.watchPercent});
    }
    for (const auto& exercise : session.exercises) {
        const auto state = stateOf(evidence, session.id, exercise.id);
        if (state == ExerciseState::Confirmed) continue;
        lacks.push_back({state == ExerciseState::Open ? Kind::Exercise : Kind::Confirmation, exercise.id, 0, 0});
    }
    return lacks;
}

std::set<std::string> evidenced(const Course& course, const Evidence& evidence) {
    std::set<std::string> sessions;
    for (const auto& day : course.days)
        for (const auto& session : day.sessions)
            if (wantsEvidence(session) && lacking(session, evidence).empty()) sessions.insert(session.id);
    return sessions;
}

std::set<std::string> evidenceMissing(const Course& course, const Evidence& evidence, const std::map<std::string, Date>& held,
                                      const std::set<std::string>& attended, Date today) {
    std::set<std::string> sessions;
    for (const auto& day : course.days)
        for (const auto& session : day.sessions) {
            const auto laid = held.find(session.id);
            const auto on = laid == held.end() ? std::nullopt : std::optional(laid->second);
            if (!evidenceDue(on, attended.contains(session.id), today)) continue;
            const auto lacks = lacking(session, evidence);
            if (std::any_of(lacks.begin(), lacks.end(), [](const EvidenceLack& one) { return one.kind != EvidenceLack::Kind::Confirmation; }))
                sessions.insert(session.id);
        }
    return sessions;
}

ShadowSheet checkedSheet(ShadowSheet sheet) {
    sheet.chats = note(sheet.chats, "chats");
    sheet.learnt = note(sheet.learnt, "learnt");
    sheet.question = note(sheet.question, "question");
    std::vector<std::string> empty;
    if (sheet.whom.empty()) empty.emplace_back("whom");
    if (sheet.chats.empty()) empty.emplace_back("chats");
    if (sheet.learnt.empty()) empty.emplace_back("learnt");
    if (sheet.question.empty()) empty.emplace_back("question");
    if (!empty.empty()) throw Refused(Rule::SheetIncomplete, empty);
    return sheet;
}

} // namespace fledgling::domain
