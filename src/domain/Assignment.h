#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace fledgling::domain {

/// The assignment problem: rows to columns, each column once, as many rows as can be; where columns lack, rows of higher
/// precedence; and then at least cost. Which sets of rows can get columns is a matroid, so whoever gives way to a higher
/// precedence costs no row more, and one weight per step of precedence says it all.
/// The Hungarian method with potentials, row by row along shortest augmenting paths (Kuhn, Munkres; Jonker
/// and Volgenant): O(rows * columns) per path step. After every added row the whole is optimal for the rows
/// so far. Internal to pairing.
class Assignment {
public:
    using Cost = std::int64_t;
    static constexpr Cost FORBIDDEN = std::numeric_limits<Cost>::max();
    /// Costs lie within +-HIGHEST_COST and rows within HIGHEST_ROWS, so that sums are exact.
    static constexpr Cost HIGHEST_COST = 1'000'000'000;
    static constexpr int HIGHEST_ROWS = 10'000;
    static constexpr int NONE = -1;

    /// Room for that many rows at most.
    Assignment(int rows, int columns);

    /// Adds a row with one cost (or FORBIDDEN) per column. Of two rows the one of lower precedence, from 0, stays without
    /// a column. Throws std::invalid_argument when it doesn't fit.
    void add(std::vector<Cost> costs, int precedence = 0);
    /// As add, but the row gets a column at any price: another may lose its own.
    /// Throws std::invalid_argument when there is none to get.
    void addFirst(std::vector<Cost> costs, int precedence = 0);

    [[nodiscard]] int rows() const { return static_cast<int>(m_costs.size()); }
    /// The row's column, NONE when it got none.
    [[nodiscard]] int columnOf(int row) const;
    [[nodiscard]] int assigned() const;
    /// Of the rows that got a column: of as many rows the more, the better.
    [[nodiscard]] Cost precedence() const;
    /// Of the assigned cells.
    [[nodiscard]] Cost cost() const;

private:
    struct Search;
    [[nodiscard]] Cost at(std::size_t row, std::size_t column) const;
    void insert(std::vector<Cost> costs, bool first, int precedence);
    void reach(Search& search, std::size_t row, int via) const;
    void settle(const Search& search, std::size_t row, std::size_t end);

    std::size_t m_columns;
    std::vector<std::vector<Cost>> m_costs;
    std::vector<bool> m_first; ///< per row: never "nobody"
    std::vector<int> m_precedence; ///< per row
    std::vector<Cost> m_rowPotential;
    std::vector<Cost> m_columnPotential; ///< real columns, then one per row that stands for "nobody"
    std::vector<int> m_rowOf;            ///< per column
    std::vector<int> m_columnOf;         ///< per row
};

} // namespace fledgling::domain
