#pragma once

#include "domain/Readiness.h"

namespace fledgling::domain {

/// The rows a criterion counts; exactly one where the measure is a plain count. Internal to readiness.
[[nodiscard]] std::vector<CellRow> rowsOf(const Course& course, const Facts& facts,
                                          const Criterion& criterion);

/// Adds what an unmet cell lacks: of countable things the fewest that reach the threshold, always taken in
/// the same order, so that two criteria over one measure share their steps.
void addSteps(std::vector<Step>& steps, const Criterion& criterion, const Cell& cell,
              const std::vector<CellRow>& rows);

} // namespace fledgling::domain
