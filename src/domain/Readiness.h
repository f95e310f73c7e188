#pragma once

#include "domain/Attendance.h"
#include "domain/Course.h"
#include "domain/Id.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace fledgling::domain {

struct AssessmentResult {
    bool passed = false;
    int percent = 0;
    int attempts = 1; ///< used so far
    friend bool operator==(const AssessmentResult&, const AssessmentResult&) = default;
};

/// Everything known of one trainee that readiness rests on.
struct Facts {
    PersonId trainee;
    Post post = Post::Agent;
    std::map<std::string, SessionState> sessions; ///< by course session; not there: ahead
    std::set<std::string> upcoming; ///< course sessions still held somewhere: an owed one can be made up
    std::map<std::string, SkillLevel> skills;
    int daysMentored = 0;
    std::set<std::string> acknowledged; ///< files of the texts signed for, in the version in force
    bool hasMentor = false;             ///< now
    std::map<std::string, AssessmentResult> assessments; ///< by assessment; not there: not yet assessed
    std::optional<int> chatPoints;                       ///< nothing: no chat was reviewed
    std::optional<int> chatDaysReviewed;
    std::set<std::string> evidenced; ///< course sessions with everything they want beyond the roll
    std::set<std::string> evidenceMissing; ///< course sessions of which some of it should be there by now and isn't
    std::set<std::string> waived;  ///< criteria an approval in force was given against
    bool held = false;             ///< the decision in force is "hold"
    std::optional<Date> reviewDay; ///< planned go-live review; after "extend" the day it was extended to
    Date today;
    friend bool operator==(const Facts&, const Facts&) = default;
};

enum class CriterionState {
    Met,
    Due,            ///< partly there, nothing lost: it comes with time
    Missing,        ///< nothing there yet, a session owed, evidence that should be there by now, or an assessment failed
    NotYetAssessed, ///< nobody has measured it: never counts as met
    Waived          ///< not met, but an approval in force was given against it
};
/// "met", "due", "missing", "not-yet-assessed", "waived".
[[nodiscard]] std::string_view keyOf(CriterionState state);
[[nodiscard]] std::optional<CriterionState> criterionStateOf(std::string_view key);

/// One criterion of one trainee: a cell of the board.
struct Cell {
    std::string criterion;
    Measure measure = Measure::SessionsDone;
    CriterionState state = CriterionState::Missing;
    int have = 0;
    int need = 0;               ///< how many reach the threshold
    int total = 0;              ///< how many there are (6 sessions); same as need where there is no whole
    std::optional<int> percent; ///< of total, rounded down; or the quiz's result
    bool assessed = true;       ///< false: nobody has measured it, whatever the state says

    /// Met, or waived.
    [[nodiscard]] bool fulfilled() const { return state == CriterionState::Met || state == CriterionState::Waived; }
    friend bool operator==(const Cell&, const Cell&) = default;
};

enum class StepKind {
    AssignMentor,
    AttendSession,   ///< subject: course session, still ahead
    MakeUpSession,   ///< subject: course session, owed
    SignSkill,       ///< subject: skill; up to `level`
    MentoredDays,    ///< `count` more
    AcknowledgeText, ///< subject: file
    PassAssessment,  ///< subject: assessment
    KeepChatPoints,  ///< at least `need` of the `of` a month begins with; `count` of them are lacking now
    ReviewChatDays,  ///< `count` more
    GiveEvidence     ///< subject: course session that wants a sheet, a film or exercises
};

struct Step {
    StepKind kind = StepKind::AssignMentor;
    std::string subject;
    int count = 1; ///< days or points; SignSkill: levels to climb; else 1
    SkillLevel level = SkillLevel::None;
    int need = 0; ///< KeepChatPoints only
    int of = 0;   ///< KeepChatPoints only
    friend bool operator==(const Step&, const Step&) = default;
};

/// Ready: every criterion is met or waived. Stuck: not ready, and the steps alone won't do: somebody must
/// decide or plan.
enum class Verdict { Ready, OnTheWay, Stuck };
/// "ready", "on-the-way", "stuck".
[[nodiscard]] std::string_view keyOf(Verdict verdict);

enum class StuckBy {
    Held,           ///< the manager holds the trainee
    NoMakeUpAhead,  ///< subject: an owed course session that no plan holds any more
    AttemptsUsedUp, ///< subject: an assessment failed as often as it may be taken
    ReviewDayPassed ///< the planned go-live review is over
};

struct StuckReason {
    StuckBy by = StuckBy::Held;
    std::string subject;
    friend bool operator==(const StuckReason&, const StuckReason&) = default;
};

struct Readiness {
    PersonId trainee;
    std::vector<Cell> cells; ///< the post's criteria, in the course's order
    Verdict verdict = Verdict::OnTheWay;
    std::vector<Step> steps;        ///< the shortest way to Ready; empty when ready
    std::vector<StuckReason> stuck; ///< why, when stuck
    std::optional<Date> reviewDay;  ///< as the facts have it: an extension goes beyond it

    [[nodiscard]] const Cell* cell(const std::string& criterion) const;
    friend bool operator==(const Readiness&, const Readiness&) = default;
};

[[nodiscard]] Readiness readinessOf(const Course& course, const Facts& facts);

/// Orders a board by who is nearest: ready, on the way by fewest steps (then the least days, levels and
/// points in them), stuck; last by id.
[[nodiscard]] bool nearer(const Readiness& a, const Readiness& b);

/// One line behind a cell.
struct CellRow {
    std::string subject; ///< course session, skill, file or assessment; empty for plain counts
    bool met = false;
    std::optional<SessionState> session;
    std::optional<SkillLevel> level, needLevel;
    int have = 0;
    int need = 0;
    friend bool operator==(const CellRow&, const CellRow&) = default;
};

/// What a cell's value is made of, in the course's order; empty for a criterion the course hasn't.
[[nodiscard]] std::vector<CellRow> rowsBehind(const Course& course, const Facts& facts,
                                              const std::string& criterion);

} // namespace fledgling::domain
