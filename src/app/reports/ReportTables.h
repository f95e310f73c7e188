#pragma once

#include "app/Desk.h"
#include "app/Words.h"
#include "domain/Cohort.h"
#include "domain/chats/Points.h"
#include "format/report/Report.h"

#include <string>

namespace fledgling::app {

/// Fills reports with the rows that the pages show. Internal to the reports.
struct ReportTables {
    Desk& desk;
    const std::string& language;
    const Tongue& tr;

    void signIn(format::Report& report, const domain::Cohort& cohort) const;
    void attendance(format::Report& report, const domain::Cohort& cohort) const;
    void results(format::Report& report, const domain::Cohort& cohort) const;
    void readiness(format::Report& report, const domain::Cohort& cohort) const;
    void points(format::Report& report, const domain::Month& month) const;
    void mentors(format::Report& report) const;

    // ReportPapers.cpp
    void cohort(format::Report& report, const domain::Cohort& cohort) const;
    void items(format::Report& report, const domain::Cohort& cohort) const;
    void fairness(format::Report& report, const domain::Month& month) const;
    void ledger(format::Report& report, const domain::Person& person, const domain::Month& month) const;
    /// Only for who may go live; else what is still to do.
    void certificate(format::Report& report, const domain::Person& person) const;

    // ReportDossier.cpp
    /// Every fact about somebody with who and when; for who sees everybody also every change, else what one may see of
    /// the own record.
    void record(format::Report& report, const domain::Person& person) const;
};

} // namespace fledgling::app
