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

/// A trainee whose verdict would be another, or whose way would be longer or shorter.
struct VerdictChange {
    domain::PersonId trainee;
    std::string name;
    domain::Verdict before = domain::Verdict::OnTheWay;
    domain::Verdict after = domain::Verdict::OnTheWay;
    int stepsBefore = 0;
    int stepsAfter = 0;
};

/// A cohort in training that takes another version of the same course.
struct CohortMove {
    domain::Cohort cohort;
    std::vector<std::string> missing; ///< course sessions it has laid that this version doesn't know: it can't move
    std::vector<VerdictChange> changes;
    [[nodiscard]] bool possible() const { return missing.empty(); }
};
[[nodiscard]] std::vector<CohortMove> cohortMoves(Desk& desk, const domain::Course& next);

/// The cohort takes another loaded version of its course from now on, with a reason; what was earned stays.
/// Refused(NoSuchSession) naming a session it has laid that the version doesn't know, CourseNotLoaded. 0 when
/// it takes it already.
store::ChangeNumber moveToVersion(Desk& desk, const domain::CohortId& cohort, const std::string& version,
                                  const std::string& why);

} // namespace fledgling::app
