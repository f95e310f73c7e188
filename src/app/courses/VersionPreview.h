#pragma once

#include "app/Desk.h"
#include "domain/Cohort.h"
#include "domain/Course.h"
#include "domain/Readiness.h"
#include "domain/chats/Points.h"

#include <string>
#include <vector>

namespace fledgling::app {

/// Somebody whose points of a month would be others.
struct PointsChange {
    domain::PersonId person;
    std::string name;
    domain::Month month;
    int before = 0;
    int after = 0;
};

/// Whose points keeping this course as the newest version would change: those it judges, in months that
/// aren't closed. A closed month never changes.
[[nodiscard]] std::vector<PointsChange> pointsChanges(Desk& desk, const domain::Course& next);

/// A trainee whose verdict would be another, or whose way would have other steps; their order is none of it.
struct VerdictChange {
    /// A step, with what it is about as the course of that way calls it.
    struct Way {
        domain::Step step;
        std::string subject;
    };
    domain::PersonId trainee;
    std::string name;
    domain::Verdict before = domain::Verdict::OnTheWay;
    domain::Verdict after = domain::Verdict::OnTheWay;
    int stepsBefore = 0;
    int stepsAfter = 0;
    std::vector<Way> gone = {}; ///< steps of the way before that the way after doesn't have
    std::vector<Way> come = {}; ///< and the other way round
};

/// A cohort in training that takes another version of the same course.
struct CohortMove {
    domain::Cohort cohort;
    std::vector<std::string> missing; ///< course sessions it has laid that this version doesn't know: it can't move
    std::vector<VerdictChange> changes;
    [[nodiscard]] bool possible() const { return missing.empty(); }
};
/// `language` of the titles; the course's own where none is said.
[[nodiscard]] std::vector<CohortMove> cohortMoves(Desk& desk, const domain::Course& next, const std::string& language = {});

/// The cohort takes another loaded version of its course from now on, with a reason; what was earned stays.
/// Refused(NoSuchSession) naming a session it has laid that the version doesn't know, CourseNotLoaded. 0 when
/// it takes it already.
store::ChangeNumber moveToVersion(Desk& desk, const domain::CohortId& cohort, const std::string& version,
                                  const std::string& why);

} // namespace fledgling::app
