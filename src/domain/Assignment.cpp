#include "domain/Assignment.h"

#include <algorithm>
#include <stdexcept>

namespace fledgling::domain {

namespace {
using Cost = Assignment::Cost;
/// What "nobody" costs a row, once more for each step of its precedence: more than any change of costs can save. With
/// HIGHEST_ROWS steps at most, sums along a path stay far below what Cost holds.
constexpr Cost NOBODY = 4 * Assignment::HIGHEST_COST * Assignment::HIGHEST_ROWS;
constexpr std::size_t COLUMN_NONE = std::numeric_limits<std::size_t>::max();
} // namespace

/// One search for a shortest augmenting path: distances are reduced costs from the new row.
struct Assignment::Search {
    explicit Search(std::size_t columns)
        : distance(columns, FORBIDDEN), from(columns, NONE), done(columns, false) {}
    std::vector<Cost> distance;
    std::vector<int> from; ///< the column whose row the path comes through; NONE: from the new row itself
    std::vector<bool> done;
    std::vector<std::size_t> passed;
    Cost reached = 0;

    [[nodiscard]] std::size_t nearest() const {
        std::size_t best = COLUMN_NONE;
        for (std::size_t c = 0; c < distance.size(); ++c) {
            if (done[c] || distance[c] == FORBIDDEN) continue;
            if (best == COLUMN_NONE || distance[c] < distance[best]) best = c;
        }
        return best;
    }
};

Assignment::Assignment(int rows, int columns) : m_columns(static_cast<std::size_t>(columns)) {
    if (rows < 0 || columns < 0 || rows > HIGHEST_ROWS)
        throw std::invalid_argument("assignment out of bounds");
    const std::size_t all = m_columns + static_cast<std::size_t>(rows);
    m_columnPotential.assign(all, 0);
    m_rowOf.assign(all, NONE);
    m_costs.reserve(static_cast<std::size_t>(rows));
}

Assignment::Cost Assignment::at(std::size_t row, std::size_t column) const {
    if (column < m_columns) return m_costs[row][column];
    return m_first[row] ? FORBIDDEN : NOBODY * (m_precedence[row] + 1);
}

void Assignment::reach(Search& search, std::size_t row, int via) const {
    const Cost base = search.reached - m_rowPotential[row];
    for (std::size_t c = 0; c < m_rowOf.size(); ++c) {
        if (search.done[c]) continue;
        const Cost cost = at(row, c);
        if (cost == FORBIDDEN) continue;
        const Cost distance = base + cost - m_columnPotential[c];
        if (distance < search.distance[c]) {
            search.distance[c] = distance;
            search.from[c] = via;
        }
    }
}

void Assignment::settle(const Search& search, std::size_t row, std::size_t end) {
    m_rowPotential[row] += search.reached;
    for (const std::size_t c : search.passed) {
        const Cost gained = search.reached - search.distance[c];
        m_columnPotential[c] -= gained;
        m_rowPotential[static_cast<std::size_t>(m_rowOf[c])] += gained;
    }
    for (std::size_t c = end;;) {
        const int before = search.from[c];
        const int owner = before == NONE ? static_cast<int>(row) : m_rowOf[static_cast<std::size_t>(before)];
        m_rowOf[c] = owner;
        m_columnOf[static_cast<std::size_t>(owner)] = static_cast<int>(c);
        if (before == NONE) return;
        c = static_cast<std::size_t>(before);
    }
}

void Assignment::add(std::vector<Cost> costs, int precedence) { insert(std::move(costs), false, precedence); }

void Assignment::addFirst(std::vector<Cost> costs, int precedence) {
    if (std::all_of(costs.begin(), costs.end(), [](Cost cost) { return cost == FORBIDDEN; }))
        throw std::invalid_argument("a row without any column");
    insert(std::move(costs), true, precedence);
}

void Assignment::insert(std::vector<Cost> costs, bool first, int precedence) {
    const std::size_t row = m_costs.size();
    if (costs.size() != m_columns || m_columns + row >= m_rowOf.size() || precedence < 0 || precedence >= HIGHEST_ROWS)
        throw std::invalid_argument("a row that doesn't fit the assignment");
    for (const Cost cost : costs)
        if (cost != FORBIDDEN && (cost > HIGHEST_COST || cost < -HIGHEST_COST))
            throw std::invalid_argument("a cost out of bounds");
    m_costs.push_back(std::move(costs));
    m_first.push_back(first);
    m_precedence.push_back(precedence);
    m_rowPotential.push_back(0);
    m_columnOf.push_back(NONE);

    Search search(m_rowOf.size());
    reach(search, row, NONE);
    for (;;) {
        const std::size_t next = search.nearest();
        // Only rows that must come first can want the same columns in vain: for others there is "nobody".
        if (next == COLUMN_NONE) throw std::invalid_argument("more first rows than columns for them");
        search.reached = search.distance[next];
        if (m_rowOf[next] == NONE) return settle(search, row, next);
        search.done[next] = true;
        search.passed.push_back(next);
        reach(search, static_cast<std::size_t>(m_rowOf[next]), static_cast<int>(next));
    }
}

int Assignment::columnOf(int row) const {
    const int column = m_columnOf.at(static_cast<std::size_t>(row));
    return column < static_cast<int>(m_columns) ? column : NONE;
}

int Assignment::assigned() const {
    int count = 0;
    for (int row = 0; row < rows(); ++row)
        if (columnOf(row) != NONE) ++count;
    return count;
}

Assignment::Cost Assignment::precedence() const {
    Cost sum = 0;
    for (int row = 0; row < rows(); ++row)
        if (columnOf(row) != NONE) sum += m_precedence[static_cast<std::size_t>(row)];
    return sum;
}

Assignment::Cost Assignment::cost() const {
    Cost sum = 0;
    for (int row = 0; row < rows(); ++row)
        if (const int column = columnOf(row); column != NONE)
            sum += m_costs[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
    return sum;
}

} // namespace fledgling::domain
