#pragma once

#include "app/Words.h"
#include "app/chats/PointsView.h"
#include "app/mentors/Mentors.h"
#include "app/readiness/ReadinessView.h"
#include "app/roll/RollView.h"
#include "format/report/Chart.h"

namespace fledgling::app {

/// The charts of the reports, out of the rows of the pages. Internal to the reports.

/// Who was there, half day by half day.
[[nodiscard]] format::ReportChart attendanceChart(const RollView& view, const Tongue& tr);
/// How much of the course was given against how much was planned by each half day, in percent of all places.
[[nodiscard]] format::ReportChart progressChart(const RollView& view, domain::Date today, const Tongue& tr);
/// People by criteria.
/// How a criterion stands, without a colour to say it: "missing 4/6"; "–" where it isn't asked.
[[nodiscard]] std::string standing(const std::optional<domain::Cell>& cell, const Tongue& tr);
[[nodiscard]] format::ReportChart readinessChart(const ReadinessView& view, const Tongue& tr);
/// How many people kept how many points.
[[nodiscard]] format::ReportChart distributionChart(const PointsView& view, const Tongue& tr);
/// One person's points day by day with the tiers.
[[nodiscard]] format::ReportChart ledgerChart(const PointsView& view, const Tongue& tr);
/// Trainees of each mentor within the agreed places.
[[nodiscard]] format::ReportChart loadChart(const MentorsView& view, const Tongue& tr);

} // namespace fledgling::app
