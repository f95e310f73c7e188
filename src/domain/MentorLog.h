#pragma once

#include "domain/Calendar.h"
#include "domain/Course.h"
#include "domain/Pairing.h"

#include <string>
#include <vector>

namespace fledgling::domain {

/// What a mentor writes of one day with a trainee.
struct LogEntry {
    LogId id;
    PersonId trainee;
    PersonId mentor; ///< who wrote it
    Date day;
    std::vector<std::string> practised; ///< skill ids
    SkillLevel how =
        SkillLevel::None; ///< watched is Shown, helped, alone; None only when nothing was practised
    std::string wentWell;
    std::string next;
    std::string problems;
    friend bool operator==(const LogEntry&, const LogEntry&) = default;
};

/// Trims and drops repeated skills. Refuses an entry that says nothing, or names skills without how
/// (LogEmpty, LogHowMissing), a day after today (LogInFuture), a skill the course hasn't (UnknownSkill), texts over
/// NOTE_LIMIT (TextTooLong).
[[nodiscard]] LogEntry checked(LogEntry entry, const Course& course, Date today);

/// Working days with an entry for that trainee, whoever wrote it.
[[nodiscard]] int daysMentored(const PersonId& trainee, const std::vector<LogEntry>& entries,
                               const Calendar& calendar);

/// The working days from the pairing's first to `through` (or its last, both inclusive) on which no entry
/// stands for the trainee and neither trainee nor mentor was on approved leave. Pass yesterday to leave
/// today's entry its time.
[[nodiscard]] std::vector<Date> missingLogDays(const Pair& pair, Date through, const Calendar& calendar,
                                               const std::vector<LogEntry>& entries,
                                               const std::vector<Leave>& away);

} // namespace fledgling::domain
