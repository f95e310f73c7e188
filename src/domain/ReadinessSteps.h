#pragma once

#include "domain/Readiness.h"

namespace fledgling::domain {

/// The rows a criterion counts; exactly one where the measure is a plain count. Internal to readiness.
[[nodiscard]] std::vector<CellRow> rowsOf(const Course& course, const Facts& facts,
                                          const Criterion& criterion);

/// What a criterion still lacks: that many of its open rows.
struct Demand {
    int lacking = 0;
    std::vector<CellRow> open; ///< in the course's order
};

/// The fewest rows that satisfy every demand at once; of these the ones with the least work: what is planned
/// anyway before what is owed, a skill one level short before one three short. In the order they first stand
/// in the demands. Exact; demands that overlap in every possible way cost time exponential in the ways, which
/// a course doesn't have.
[[nodiscard]] std::vector<CellRow> fewestRows(const std::vector<Demand>& demands);

/// The steps out of the cells that are neither met nor waived; rows[i] are those of cells[i].
[[nodiscard]] std::vector<Step> shortestWay(const std::vector<Cell>& cells,
                                            const std::vector<std::vector<CellRow>>& rows);

} // namespace fledgling::domain
