#pragma once

#include "domain/Cohort.h"
#include "domain/Course.h"
#include "domain/Id.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fledgling::domain {

/// What the roll says of one trainee in one session. "Not marked" is the absence of a mark.
struct Mark {
    MarkKind kind = MarkKind::Present;
    Minutes minutes; ///< late or left early; 0 otherwise
    friend bool operator==(const Mark&, const Mark&) = default;
};

/// "present", "late", "left-early", "leave", "absent".
[[nodiscard]] std::string_view keyOf(MarkKind kind);
[[nodiscard]] std::optional<MarkKind> markKindOf(std::string_view key);
/// The one letter of the roll: P L E S A.
[[nodiscard]] char letterOf(MarkKind kind);
[[nodiscard]] std::optional<MarkKind> markKindOfLetter(char letter);

/// True where somebody was there: present, late, left early.
[[nodiscard]] bool attended(MarkKind kind);

/// Refuses minutes on a mark that has none, none on one that needs them, and more minutes than the session is
/// long (MinutesOutOfRange).
[[nodiscard]] Mark checkedMark(MarkKind kind, Minutes minutes, const Hours& session);

/// Who is on the roll of a session.
struct OnRoll {
    std::set<PersonId> members;
    std::set<PersonId> guests; ///< of another cohort, making up
    [[nodiscard]] bool has(const PersonId& trainee) const { return members.contains(trainee) || guests.contains(trainee); }
};

/// Its cohort's members on its day, whoever was marked in it and has left and come back since, and who is expected as a guest.
/// The facts may be those of everybody, or of the one trainee who is asked about.
[[nodiscard]] OnRoll onRoll(const Session& session, const std::vector<Member>& memberships, const std::set<PersonId>& marked,
                            const std::set<PersonId>& expected);

/// How one course session stands for one trainee.
enum class SessionState {
    Ahead, ///< not marked yet
    Attended,
    MadeUp, ///< was owed; attended the same course session with another cohort
    Waived, ///< was owed; a signed waiver settles it
    Owed    ///< absent or on leave: a make-up is due
};

/// Everything known of one course session for one trainee.
struct SessionFacts {
    std::string courseSession;
    std::vector<Mark>
        marks; ///< every session of that course session the trainee was marked in, in time order
    bool waived = false;
};

/// The state of a course session: attended anywhere beats a waiver, a waiver beats owing. Where the course
/// requires no make-up a miss counts as waived. Attending before any miss owes nothing, so a later absence
/// doesn't turn it into a make-up.
[[nodiscard]] SessionState stateOf(const SessionFacts& facts, const AttendanceRules& rules);
[[nodiscard]] bool isDone(SessionState state);

/// Whole percents, rounded to the nearest, but 100 only for all of it and 0 only for none; 100 of nothing.
[[nodiscard]] constexpr int wholePercent(int part, int whole) {
    if (whole == 0 || part == whole) return 100;
    if (part == 0) return 0;
    const int rounded = (part * 200 + whole) / (whole * 2);
    return rounded < 1 ? 1 : rounded > 99 ? 99 : rounded;
}

/// A trainee's attendance in figures, in whole percents (wholePercent).
struct AttendanceTotals {
    int sessions = 0; ///< in the course
    int done = 0;
    int owed = 0;
    int held = 0; ///< marked so far
    int lost = 0; ///< can't come any more: the trainee has left
    /// Of those held: taken in person, made up or waived; nothing before the first, of which nobody can say anything.
    [[nodiscard]] std::optional<int> takenPercent() const {
        return held == 0 ? std::nullopt : std::optional(wholePercent(held - owed, held));
    }
    /// The best still possible: whatever is owed made up, nothing more missed.
    [[nodiscard]] int possiblePercent() const { return wholePercent(sessions - lost, sessions); }
    friend bool operator==(const AttendanceTotals&, const AttendanceTotals&) = default;
};

/// `left`: the trainee comes no more, so what isn't done is lost.
[[nodiscard]] AttendanceTotals totalsOf(const Course& course,
                                        const std::map<std::string, SessionFacts>& facts, bool left = false);

} // namespace fledgling::domain
