#pragma once

#include "app/Desk.h"
#include "app/Record.h"
#include "domain/Readiness.h"

#include <optional>
#include <string>
#include <vector>

namespace fledgling::app {


/// One trainee on the board.
struct BoardRow {
    Record record;
    std::string name;
    std::string mentorName; ///< of whom the approval rests on once the pairing ended; empty: none
    domain::Facts facts;
    domain::Readiness readiness;
    bool decisionInForce = false;     ///< false also when there is none
    std::vector<std::string> changed; ///< criteria whose facts aren't those the standing decision rests on
    [[nodiscard]] bool factsChanged() const { return !changed.empty(); }
};

/// A cohort's readiness, nearest first. The time it takes depends on that cohort only, not on the
/// department's history. A mentor sees the trainees he or she leads. Refused(NotYourRight), Refused(Unknown).
[[nodiscard]] std::vector<BoardRow> board(Desk& desk, const domain::CohortId& cohort);
/// The same for every cohort in which somebody is still in training.
[[nodiscard]] std::vector<BoardRow> boardOfAll(Desk& desk);
/// The same of these cohorts.
[[nodiscard]] std::vector<BoardRow> boardOfCohorts(Desk& desk, const std::vector<domain::Cohort>& cohorts);
/// Rows of these records, nearest first; rights aside.
[[nodiscard]] std::vector<BoardRow> boardOf(Desk& desk, std::vector<Record> records);

/// Cohorts in which somebody is still in training, newest first.
[[nodiscard]] std::vector<domain::Cohort> openCohorts(Desk& desk);

} // namespace fledgling::app
