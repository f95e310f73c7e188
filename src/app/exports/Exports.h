#pragma once

#include "app/Desk.h"
#include "app/Words.h"
#include "domain/Cohort.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fledgling::app {

/// What is handed on to other programs.
enum class ExportKind {
    Calendar,      ///< iCalendar: half days and reviews
    Xapi,          ///< statements for a learning record store
    MoodleMarks,   ///< attendance for Moodle's attendance module
    MoodleSessions ///< the half days for the same
};

struct ExportChoice {
    /// Nothing: the one that started last; of a person: every one.
    std::optional<domain::CohortId> cohort;
    domain::PersonId person;   ///< empty: everybody of the cohort
    std::string courseSession; ///< MoodleMarks: only this half day; empty: all
    std::string homePage;      ///< Xapi: whose accounts the staff numbers are; empty: the setting HOME_PAGE
    std::string moodleCourse;  ///< MoodleSessions: the course's short name in Moodle; empty: its id here
};

struct Exported {
    std::string bytes;
    std::string fileName; ///< to propose: "11月三班.ics"
    std::size_t entries = 0; ///< events, statements or rows
    /// Names of who couldn't be in it: Moodle and record stores know people by staff number.
    std::vector<std::string> withoutNumber;
};

/// The setting of the department that says whose accounts staff numbers are, and what stands where it isn't set:
/// an address that nobody will ever have (RFC 2606).
inline constexpr const char* HOME_PAGE = "export-home-page";
inline constexpr const char* NO_HOME_PAGE = "https://fledgling.invalid";
/// True for an address that accounts can belong to: http or https, a host, no query.
[[nodiscard]] bool isHomePage(const std::string& text);

[[nodiscard]] const std::vector<ExportKind>& exportKinds();
[[nodiscard]] std::string_view keyOf(ExportKind kind); ///< "calendar", "xapi", "moodle", "moodle-sessions"
[[nodiscard]] std::string_view endingOf(ExportKind kind); ///< "ics", "json", "csv"
/// True when the actor may have it of a whole cohort.
[[nodiscard]] bool mayExport(const Desk& desk, ExportKind kind);
[[nodiscard]] std::string word(ExportKind kind, const Tongue& tr);

/// A file's name for that: as every file system takes it, with its ending.
[[nodiscard]] std::string fileNameFor(const std::string& name, ExportKind kind);

/// As of the desk's moment. Refused(NotYourRight): a calendar is for who sees everybody, of one's own also for
/// oneself and the mentor; statements are for who may see the history, marks for who marks. Refused(Unknown).
[[nodiscard]] Exported exportOf(Desk& desk, ExportKind kind, const ExportChoice& choice, const std::string& language, const Tongue& tr);
/// Writes it; FormatError when that fails: a file half written never stands under the name.
void saveExport(const Exported& exported, const std::string& file);
/// "Nobody of these is in the file, for want of a staff number: A, B." Empty when everybody is.
[[nodiscard]] std::string leftOutSentence(const Exported& exported, const Tongue& tr);

} // namespace fledgling::app
