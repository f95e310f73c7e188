#pragma once

#include "app/Desk.h"
#include "app/Words.h"
#include "domain/Cohort.h"
#include "domain/chats/Points.h"
#include "format/report/Report.h"

#include <optional>
#include <string>
#include <vector>

namespace fledgling::app {

/// The reports there are. Their figures come from the views of the pages, so that paper and screen agree.
enum class ReportKind {
    Cohort,     ///< the course against its plan, and where everybody stands
    SignIn,     ///< a sheet to sign: names by half days, and lines for who walks in
    Attendance, ///< the roll as a matrix, taken and still possible
    Items,      ///< how each question of the quizzes works
    Results,    ///< quizzes and practical checks of a cohort
    Readiness,  ///< for the go-live meeting: verdict and shortest way
    Points,     ///< everybody's month
    Ledger,     ///< one person's month, day by day, down to the quoted line
    Fairness,   ///< whether the readers of chats judge alike
    Mentors,    ///< load, punctual logs, own exams
    Certificate, ///< for who may go live
    Record      ///< everything the book holds about one person, with who and when
};

/// What a report is about.
struct ReportChoice {
    std::optional<domain::CohortId> cohort; ///< nothing: reportCohort
    std::optional<domain::Month> month;     ///< nothing: see monthOnShow
    domain::PersonId person;
};

enum class ReportNeeds { Cohort, Month, Person, PersonAndMonth, Nothing };
/// What a choice is needed for.
[[nodiscard]] bool needsPerson(ReportNeeds needs);
[[nodiscard]] bool needsMonth(ReportNeeds needs);

[[nodiscard]] const std::vector<ReportKind>& reportKinds();
[[nodiscard]] std::string_view keyOf(ReportKind kind); ///< "sign-in", "attendance", ...
[[nodiscard]] std::optional<ReportKind> reportKindOf(std::string_view key);
[[nodiscard]] ReportNeeds needsOf(ReportKind kind);
/// True when the actor may have it at all.
[[nodiscard]] bool mayReport(const Desk& desk, ReportKind kind);
[[nodiscard]] std::string word(ReportKind kind, const Tongue& tr);
/// What it is for, in a sentence.
[[nodiscard]] std::string sentence(ReportKind kind, const Tongue& tr);

/// Whom a report about a person can be about, by name as it is spoken: everybody in the book of people; for a certificate or
/// a training record whoever took a course, those who are live first. For who sees no more, the actor alone.
[[nodiscard]] std::vector<std::pair<domain::PersonId, std::string>> reportPeople(Desk& desk, ReportKind kind);
/// Cohorts a report can be about: all; for a mentor who is nothing else those in which he or she leads somebody.
[[nodiscard]] std::vector<domain::Cohort> reportCohorts(Desk& desk);
/// The one of them that reports open at: the one last shown where somebody is in training there, else the one that started
/// last. Nothing where there is none.
[[nodiscard]] std::optional<domain::CohortId> reportCohort(Desk& desk, const std::optional<domain::CohortId>& lastShown = {});

/// The report as of the desk's moment, its foot with the head of the chain. Refused(NotYourRight), Refused(Unknown).
[[nodiscard]] format::Report reportOf(Desk& desk, ReportKind kind, const ReportChoice& choice,
                                      const std::string& language, const Tongue& tr);

/// Its pages as they will be printed, so many pixels to the point (1/72 inch).
[[nodiscard]] std::vector<format::Picture> reportPictures(const format::Report& report, double scale, const Tongue& tr);

/// The files that a report of so many tables is saved as under that name. A .csv file holds one table, for a spreadsheet and a
/// program that reads it alike: the second stands beside it as "name-2.csv", and so on. Every other form is one file.
[[nodiscard]] std::vector<std::string> reportFileNames(const std::string& file, std::size_t tables);

/// Writes it to the file, in the form its ending names: .pdf, .xlsx, .csv, .html (Refused(ReportKindUnknown)), and tells which
/// files it became. FormatError when that fails; a file half written never stands under a name. `at` as format::ReportAt.
std::vector<std::string> saveReport(const format::Report& report, const std::string& file, const Tongue& tr,
                                    const format::ReportAt& at = {});

} // namespace fledgling::app
