#pragma once

#include "domain/Id.h"
#include "domain/Time.h"

#include <optional>
#include <string>

namespace fledgling::domain {

/// A class of new hires that takes one course version together.
struct Cohort {
    CohortId id;
    std::string name;
    std::string course;  ///< kept as it was when the cohort began
    std::string version;
    Date start;                 ///< first course day
    std::optional<Date> review; ///< planned go-live review
    friend bool operator==(const Cohort&, const Cohort&) = default;
};

/// A session as it is laid on a day, with its room and trainer.
struct Session {
    SessionId id;
    CohortId cohort;
    std::string courseSession; ///< id within the course, "d1-am"
    Date day;
    Hours hours;
    std::string room;
    PersonId trainer; ///< empty: open
    friend bool operator==(const Session&, const Session&) = default;
};

/// A trainee's time in a cohort. Marks earned elsewhere stay and count.
struct Member {
    CohortId cohort;
    PersonId trainee;
    Date joined;
    std::optional<Date> departed; ///< first day no longer in the cohort
    std::string why;              ///< why he or she left
    [[nodiscard]] bool on(Date day) const { return joined <= day && (!departed || day < *departed); }
    friend bool operator==(const Member&, const Member&) = default;
};

} // namespace fledgling::domain
