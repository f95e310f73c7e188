#include "domain/Attendance.h"

#include "domain/Keys.h"
#include "domain/Refused.h"

namespace fledgling::domain {

namespace {
constexpr Keys<MarkKind, 5> MARKS{{{MarkKind::Present, "present"},
                                   {MarkKind::Late, "late"},
                                   {MarkKind::LeftEarly, "left-early"},
                                   {MarkKind::OnLeave, "leave"},
                                   {MarkKind::Absent, "absent"}}};
constexpr std::string_view LETTERS = "PLESA";
} // namespace

std::string_view keyOf(MarkKind kind) { return MARKS.key(kind); }
std::optional<MarkKind> markKindOf(std::string_view key) { return MARKS.value(key); }
char letterOf(MarkKind kind) { return LETTERS[static_cast<std::size_t>(kind)]; }

std::optional<MarkKind> markKindOfLetter(char letter) {
    const char upper = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    const auto at = LETTERS.find(upper);
    if (at == std::string_view::npos) return std::nullopt;
    return static_cast<MarkKind>(at);
}

bool attended(MarkKind kind) {
    return kind == MarkKind::Present || kind == MarkKind::Late || kind == MarkKind::LeftEarly;
}

Mark checkedMark(MarkKind kind, Minutes minutes, const Hours& session) {
    const bool timed = kind == MarkKind::Late || kind == MarkKind::LeftEarly;
    const bool fits =
        timed ? minutes.count() >= 1 && minutes.count() < session.minutes() : minutes.count() == 0;
    if (!fits) {
        const std::string highest = timed ? std::to_string(session.minutes() - 1) : "0";
        throw Refused(Rule::MinutesOutOfRange, {timed ? "1" : "0", highest});
    }
    return {kind, minutes};
}

OnRoll onRoll(const Session& session, const std::vector<Member>& memberships, const std::set<PersonId>& marked,
              const std::set<PersonId>& expected) {
    OnRoll roll;
    for (const auto& member : memberships)
        if (member.cohort == session.cohort && (member.on(session.day) || marked.contains(member.trainee))) roll.members.insert(member.trainee);
    for (const auto& trainee : expected)
        if (!roll.members.contains(trainee)) roll.guests.insert(trainee);
    return roll;
}

SessionState stateOf(const SessionFacts& facts, const AttendanceRules& rules) {
    bool missed = false;
    for (const auto& mark : facts.marks) {
        // A later absence from a session already taken makes nothing owed.
        if (attended(mark.kind)) return missed ? SessionState::MadeUp : SessionState::Attended;
        missed = true;
    }
    if (facts.waived) return SessionState::Waived;
    if (!missed) return SessionState::Ahead;
    return rules.makeUpRequired ? SessionState::Owed : SessionState::Waived;
}

bool isDone(SessionState state) {
    return state == SessionState::Attended || state == SessionState::MadeUp || state == SessionState::Waived;
}

AttendanceTotals totalsOf(const Course& course, const std::map<std::string, SessionFacts>& facts, bool left) {
    AttendanceTotals totals;
    for (const auto& day : course.days) {
        for (const auto& one : day.sessions) {
            ++totals.sessions;
            const auto it = facts.find(one.id);
            const auto state =
                it == facts.end() ? SessionState::Ahead : stateOf(it->second, course.attendance);
            if (isDone(state)) ++totals.done;
            if (state == SessionState::Owed) ++totals.owed;
            if (state != SessionState::Ahead) ++totals.held;
        }
    }
    if (left) totals.lost = totals.sessions - totals.done;
    return totals;
}

} // namespace fledgling::domain
