#pragma once

#include "domain/Attendance.h"
#include "domain/Time.h"

#include <string>
#include <vector>

namespace fledgling::format {

/// What Moodle's attendance module (mod_attendance) imports. Its reader takes UTF-8, drops a byte-order mark, and wants
/// the same number of cells in every row; the columns of sessions are known by their place, those of marks by name.

/// A mark for "Import attendance of several sessions"; with those of one session alone also for a session's own import.
struct MoodleMark {
    domain::Date day;
    domain::TimeOfDay begins;
    std::string idNumber; ///< the user's "ID number" there
    domain::MarkKind kind = domain::MarkKind::Present;
    std::string remark;
};

/// A session for "Import sessions".
struct MoodleSession {
    std::string course; ///< the course's short name there
    domain::Date day;
    domain::Hours hours;
    std::string description; ///< plain text
};

/// The status's acronym as the module is installed with: P present, L late (also for who left early), E excused, A absent.
[[nodiscard]] std::string moodleStatus(domain::MarkKind kind);

/// "sessiondate,idnumber,status,remarks": a session is known by day and beginning in Moodle's own zone.
[[nodiscard]] std::string moodleMarksOf(const std::vector<MoodleMark>& marks);
/// The six columns that say when and what; all that follow in Moodle's form stay with its own settings.
[[nodiscard]] std::string moodleSessionsOf(const std::vector<MoodleSession>& sessions);

} // namespace fledgling::format
