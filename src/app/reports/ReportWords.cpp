#include "app/reports/Reports.h"

namespace fledgling::app {

std::string word(ReportKind kind, const Tongue& tr) {
    switch (kind) {
    case ReportKind::SignIn: return tr("Sign-in sheet");
    case ReportKind::Attendance: return tr("Attendance matrix");
    case ReportKind::Results: return tr("Results of a cohort");
    case ReportKind::Readiness: return tr("Readiness for the go-live meeting");
    case ReportKind::Points: return tr("Points of a month");
    case ReportKind::Mentors: return tr("Mentors' load");
    case ReportKind::Record: return tr("Training record");
    }
    return {};
}

std::string sentence(ReportKind kind, const Tongue& tr) {
    switch (kind) {
    case ReportKind::SignIn: return tr("To print and lay out: everybody signs each half day; lines for who walks in.");
    case ReportKind::Attendance: return tr("The roll of the whole course on one page, with what was taken and what is still possible.");
    case ReportKind::Results: return tr("Everybody's quizzes and practical checks, and how many passed.");
    case ReportKind::Readiness: return tr("Who is ready, and for everybody else the shortest list of steps.");
    case ReportKind::Points: return tr("Everybody's points of a month and what they mean for the bonus.");
    case ReportKind::Mentors: return tr("Who leads how many, whose logs are written on their day, whose exams are due.");
    case ReportKind::Record: return tr("Everything the book holds about one person, with who wrote it and when.");
    }
    return {};
}

} // namespace fledgling::app
