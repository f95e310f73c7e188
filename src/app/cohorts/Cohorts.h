#pragma once

#include "app/Desk.h"
#include "domain/Cohort.h"
#include "domain/Planning.h"

#include <optional>
#include <string>
#include <vector>

namespace fledgling::app {

/// What the planner filled in for a new cohort.
struct CohortDraft {
    std::string name;
    std::string course;
    std::string version;
    domain::Date start;
    std::optional<domain::Date> review;
    domain::PlanChoices choices; ///< room and trainer, everywhere or by session
    std::vector<domain::PersonId> trainees;
};

/// A clash in words that can be shown: who or what, and both sessions.
struct NamedClash {
    domain::ClashKind kind = domain::ClashKind::Room;
    std::string who;   ///< the person's name, or the room
    std::string one;   ///< "Nov-3 d1-am 2026-11-23 07:00-11:30"
    std::string other;
    domain::Clash between = {}; ///< the same as it was found
};

/// The six half days as they would be laid; nothing is kept.
struct LayPreview {
    domain::CoursePlan plan;
    std::vector<NamedClash> clashes;
    std::optional<domain::Refused> review = {}; ///< why its review can't be on that day
    int pastHalves = 0; ///< half days before today: laid all the same, and marked afterwards
    /// With the room and trainer the plan may be kept as it is.
    [[nodiscard]] bool clean() const { return clashes.empty(); }
};
[[nodiscard]] LayPreview previewLay(Desk& desk, const CohortDraft& draft);
/// One change: the cohort, its sessions and its members. Refused(Clash) names the first clash; what
/// domain::reviewRefusal says of its review is refused, too.
domain::CohortId layCohort(Desk& desk, const CohortDraft& draft);

/// Another day, time, room or trainer for a session that has no marks. Refused(SessionTaken), Refused(Clash).
store::ChangeNumber moveSession(Desk& desk, const domain::Session& moved, const std::string& why);
/// What moving it would meet; nothing is kept. A day off is no reason to refuse it: only to ask twice.
struct MovePreview {
    domain::Session before;
    domain::Date day;          ///< it would lie on
    bool working = true;       ///< false: a day off of the cohort's calendar
    bool known = true;         ///< false: nobody has published that year's holidays
    bool marked = false;       ///< its marks keep it to its day and hours, and this would change them
    bool past = false;         ///< it would be laid on a day before today
    std::vector<std::string> outOfOrder; ///< course sessions it would no longer come before, or after, as the course has it
    bool nobody = false;       ///< nobody was, or will be, in the cohort on that day
    int guests = 0;            ///< trainees of other cohorts who make it up there, and whose make-up moves along
    std::vector<NamedClash> clashes;
};
[[nodiscard]] MovePreview previewMove(Desk& desk, const domain::Session& moved);

/// A session that no longer lies on a working day, or gives way to one.
struct NamedMove {
    domain::Move move;
    std::string cohort;
    std::string courseSession;
};
/// What the calendar as it stands does to the sessions ahead, old and new dates side by side; nothing is kept.
[[nodiscard]] std::vector<NamedMove> previewReplan(Desk& desk);
/// The same with days that aren't in the book yet: "if this were a holiday".
[[nodiscard]] std::vector<NamedMove> previewReplan(Desk& desk, const std::vector<domain::CalendarDay>& also);
store::ChangeNumber applyReplan(Desk& desk);

/// Puts trainees into a cohort from a day on. Marks earned elsewhere count.
store::ChangeNumber enrol(Desk& desk, const domain::CohortId& cohort, const std::vector<domain::PersonId>& trainees,
                          domain::Date joined);
/// The day is the first one no longer in the cohort.
store::ChangeNumber leaveCohort(Desk& desk, const domain::CohortId& cohort, const domain::PersonId& trainee, domain::Date departed,
                                const std::string& why);
/// Both at once, as one change.
store::ChangeNumber moveTrainee(Desk& desk, const domain::CohortId& from, const domain::CohortId& to,
                                const domain::PersonId& trainee, domain::Date on, const std::string& why);
/// What planReview would refuse of that day; nothing: it may be planned.
[[nodiscard]] std::optional<domain::Refused> reviewWrong(Desk& desk, const domain::CohortId& cohort, domain::Date review);
/// The planned go-live review day, which domain::reviewRefusal may refuse; nothing takes it away.
store::ChangeNumber planReview(Desk& desk, const domain::CohortId& cohort, std::optional<domain::Date> review);

/// Cohorts, newest first.
[[nodiscard]] std::vector<domain::Cohort> cohortsOf(Desk& desk);
/// Which of them a page shows: the one wanted, else the one that started last, before one to come; null only
/// when there is none.
[[nodiscard]] const domain::Cohort* cohortShown(const std::vector<domain::Cohort>& cohorts,
                                                const std::optional<domain::CohortId>& wanted, domain::Date today);
/// The same of all there are, as of the desk's moment; Refused(Unknown) when there is none, or not the one wanted.
[[nodiscard]] domain::Cohort cohortFor(Desk& desk, const std::optional<domain::CohortId>& wanted);
/// In time order.
[[nodiscard]] std::vector<domain::Session> sessionsOf(Desk& desk, const domain::CohortId& cohort);
/// Everybody who is or was in it.
[[nodiscard]] std::vector<domain::Member> membersOf(Desk& desk, const domain::CohortId& cohort);
/// A cohort by id or name; Refused(Unknown).
[[nodiscard]] domain::Cohort findCohort(Desk& desk, const std::string& text);
/// The cohort in whose course a trainee is now: the latest joined; nothing when in none.
[[nodiscard]] std::optional<domain::Cohort> currentCohort(Desk& desk, const domain::PersonId& trainee);

} // namespace fledgling::app
