#pragma once

#include "domain/Calendar.h"
#include "domain/Course.h"
#include "domain/Id.h"
#include "domain/Refused.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace fledgling::domain {

/// Where and with whom a session is held.
struct RoomAndTrainer {
    std::string room; ///< empty: none yet
    PersonId trainer; ///< empty: open
    friend bool operator==(const RoomAndTrainer&, const RoomAndTrainer&) = default;
};

/// Room and trainer for every course session; `everywhere` where it names none.
struct PlanChoices {
    RoomAndTrainer everywhere;
    std::map<std::string, RoomAndTrainer> bySession;
};

struct PlannedSession {
    std::string courseSession;
    Date day;
    Hours hours;
    std::string room;
    PersonId trainer;
    bool roomShared = false; ///< shadowing: several cohorts may be on the floor at once
    friend bool operator==(const PlannedSession&, const PlannedSession&) = default;
};

struct CoursePlan {
    std::vector<PlannedSession> sessions; ///< in the course's order
    std::vector<int> unknownYears;        ///< years whose holidays nobody has published: warn
    friend bool operator==(const CoursePlan&, const CoursePlan&) = default;
};

/// One course day per working day from `start` on. Throws Refused(DayUnknown) for a calendar without enough
/// working days.
[[nodiscard]] CoursePlan plan(const Course& course, const Calendar& calendar, Date start,
                              const PlanChoices& choices = {});

/// Why a go-live review can't be on that day: it comes before the last half day (ReviewEarly), or nobody works then
/// (ReviewNotWorking); nothing where it can.
[[nodiscard]] std::optional<Refused> reviewRefusal(Date review, std::optional<Date> lastHalfDay, const Calendar& calendar);

/// The years among these days that the calendar doesn't know, ascending.
[[nodiscard]] std::vector<int> unknownYears(const std::vector<Date>& days, const Calendar& calendar);

/// A session of a cohort as it is laid.
struct LaidSession {
    SessionId id; ///< empty: only planned yet
    CohortId cohort;
    std::string courseSession;
    Date day;
    Hours hours;
    std::string room;
    PersonId trainer;
    std::set<PersonId> trainees;
    bool roomShared = false;
    bool taken = false; ///< has a mark: never moves
    friend bool operator==(const LaidSession&, const LaidSession&) = default;
};

/// The planned sessions as a cohort's, for clashes.
[[nodiscard]] std::vector<LaidSession> laid(const CoursePlan& plan, const CohortId& cohort,
                                            const std::set<PersonId>& trainees);

enum class ClashKind { Room, Trainer, Trainee };

/// Two sessions at one time that want the same room or person.
struct Clash {
    ClashKind kind = ClashKind::Room;
    std::string room; ///< Room
    PersonId person;  ///< Trainer: who teaches or sits in both; Trainee
    LaidSession one;  ///< of the wanted ones
    LaidSession other;
    friend bool operator==(const Clash&, const Clash&) = default;
};

/// Every clash of the wanted sessions with those that stand and among themselves, each once, in time order. A
/// standing session with a wanted one's id is the same session before its move and doesn't count.
[[nodiscard]] std::vector<Clash> clashes(const std::vector<LaidSession>& wanted,
                                         const std::vector<LaidSession>& standing);

struct Move {
    SessionId session;
    Date from;
    Date to;
    friend bool operator==(const Move&, const Move&) = default;
};

/// What a changed calendar does to one cohort's sessions. A day that is no longer working goes to the next
/// working one, and what follows gives way so that the order stays and no two course days fall on one day;
/// sessions of one day stay together. Taken sessions never move, nothing moves to a day before today, and
/// what need not move doesn't. Throws Refused(DayUnknown) for a calendar without a working day left.
[[nodiscard]] std::vector<Move> replan(const std::vector<LaidSession>& sessions, const Calendar& calendar,
                                       Date today);

/// The course sessions of a cohort that would come before or after the moved one otherwise than the course has them, and don't
/// do so where it stands now among `sessions`; in the course's order.
[[nodiscard]] std::vector<std::string> outOfOrder(const Course& course, const std::vector<LaidSession>& sessions,
                                                  const LaidSession& moved);

/// Throws Refused(SessionTaken) for a session that has marks.
void requireMovable(const LaidSession& session);

} // namespace fledgling::domain
