#pragma once

#include "domain/Time.h"

#include <string>

namespace fledgling::bench {

/// What was written.
struct Written {
    int trainees = 0;
    std::int64_t changes = 0;
    std::int64_t facts = 0;
};

/// How many cohorts of eight a department holds in ten years, one a fortnight.
inline constexpr int TEN_YEARS = 250;
inline constexpr int ONE_YEAR = 25;
/// Days on which somebody's twenty chats were read: with so many, ten years are two million lines.
inline constexpr int DAYS_READ = 45;

/// Makes a department whose newest cohort is in its second day today: that many cohorts of eight trainees,
/// one a fortnight, with everything a verb would have written of them (people, sessions, marks, pairs, log
/// entries, skills, problems, leave, decisions), each as the change the verb would have made, in time order.
/// Staff: a manager (staff number 00001), a supervisor (00002), a trainer (00003) and 24 mentors (00011 on).
/// With 0 cohorts: staff and course only, no mentors. Each trainee's twenty chats were read on `daysRead` days, as
/// sheets that were kept whole: the first ten working days with a mentor, then every third week. The same on every
/// run of a day, ids included. `where` must not exist yet.
Written writeDepartment(const std::string& where, int cohorts, domain::Date today, int daysRead = 0);

} // namespace fledgling::bench
