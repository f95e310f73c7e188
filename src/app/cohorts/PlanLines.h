#pragma once

#include "app/cohorts/Cohorts.h"

#include <string>
#include <vector>

namespace fledgling::app {

/// A session as people speak of it; the title in the reader's language.
struct SessionLine {
    std::string cohort;
    std::string title;
    domain::Date day;
    domain::Hours hours;
};

/// A clash with both sessions in words.
struct ClashLine {
    domain::ClashKind kind = domain::ClashKind::Room;
    std::string who; ///< the person's name, or the room
    SessionLine one; ///< the wanted one
    SessionLine other;
};
/// `newCohort`: the name of a cohort that is only planned yet, of the course given.
[[nodiscard]] std::vector<ClashLine> linesOf(Desk& desk, const std::vector<NamedClash>& clashes,
                                             const std::string& language, const std::string& newCohort = {},
                                             const domain::Course* newCourse = nullptr);

/// A session that the calendar sends to another day: old and new side by side.
struct MoveLine {
    domain::SessionId session;
    std::string cohort;
    std::string title;
    domain::Hours hours;
    domain::Date from;
    domain::Date to;
};
[[nodiscard]] std::vector<MoveLine> linesOf(Desk& desk, const std::vector<NamedMove>& moves,
                                            const std::string& language);

} // namespace fledgling::app
