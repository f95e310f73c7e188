#include "app/reports/Reports.h"

namespace fledgling::app {

std::string word(ReportKind kind, const Tongue& tr) {
    switch (kind) {
    case ReportKind::Cohort: return tr("Cohort report");
    case ReportKind::Items: return tr("Item analysis");
    case ReportKind::Ledger: return tr("One person's points");
    case ReportKind::Fairness: return tr("Fairness of chat reviews");
    case ReportKind::Certificate: return tr("Certificate");
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
    case ReportKind::Cohort: return tr("The half days against their plan, and where everybody of the cohort stands.");
    case ReportKind::Items: return tr("How each question of the quizzes works: difficulty, discrimination, what to mend.");
    case ReportKind::Ledger: return tr("A month day by day with the tiers, every deduction down to the quoted line.");
    case ReportKind::Fairness: return tr("Whether the readers of chats judge alike: agreement and each reader's strictness.");
    case ReportKind::Certificate: return tr("To print and hand over to who may go live; for anybody else what is still missing.");
    case ReportKind::SignIn: return tr("To print and lay out: everybody signs each half day; lines for who walks in.");
    case ReportKind::Attendance: return tr("The roll of the whole course, half day by half day, with what was taken and what is still possible.");
    case ReportKind::Results: return tr("Everybody's quizzes and practical checks, and how many passed.");
    case ReportKind::Readiness: return tr("Who is ready, and for everybody else the shortest list of steps.");
    case ReportKind::Points: return tr("Everybody's points of a month and what they mean for the bonus.");
    case ReportKind::Mentors: return tr("Who leads how many, whose logs are written on their day, whose exams are due.");
    case ReportKind::Record: return tr("All that was recorded of one person, to print and hand on.");
    }
    return {};
}

} // namespace fledgling::app
