#include "domain/Assignment.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <numeric>
#include <rapidcheck/gtest.h>
#include <tuple>

namespace fledgling::domain {
namespace {

using Cost = Assignment::Cost;
using Costs = std::vector<std::vector<Cost>>;
constexpr Cost NO = Assignment::FORBIDDEN;

Assignment solve(const Costs& costs, int columns) {
    Assignment assignment(static_cast<int>(costs.size()), columns);
    for (const auto& row : costs)
        assignment.add(row);
    return assignment;
}

/// Every way to give rows columns, tried: {fewest left out, least cost}.
std::pair<int, Cost> bruteForce(const Costs& costs, std::size_t row, std::vector<bool>& used) {
    if (row == costs.size()) return {0, 0};
    auto best = bruteForce(costs, row + 1, used);
    ++best.first;
    for (std::size_t c = 0; c < used.size(); ++c) {
        if (used[c] || costs[row][c] == NO) continue;
        used[c] = true;
        auto rest = bruteForce(costs, row + 1, used);
        used[c] = false;
        rest.second += costs[row][c];
        best = std::min(best, rest);
    }
    return best;
}

Costs anyCosts(std::size_t rows, std::size_t columns) {
    return *rc::gen::container<Costs>(
        rows, rc::gen::container<std::vector<Cost>>(
                  columns, rc::gen::weightedOneOf<Cost>(
                               {{3, rc::gen::inRange<Cost>(-20, 20)}, {1, rc::gen::just(NO)}})));
}

TEST(Assignment, TakesTheCheapestWhole) {
    const auto assignment = solve({{1, 2}, {1, 100}}, 2);
    EXPECT_EQ(assignment.columnOf(0), 1);
    EXPECT_EQ(assignment.columnOf(1), 0);
    EXPECT_EQ(assignment.cost(), 3);
}

TEST(Assignment, MoreRowsWithAColumnBeatALowerCost) {
    const auto assignment = solve({{0, 1'000'000}, {0, NO}}, 2);
    EXPECT_EQ(assignment.assigned(), 2);
    EXPECT_EQ(assignment.cost(), 1'000'000);
}

TEST(Assignment, WhereColumnsLackTheHigherPrecedenceComesFirstWhateverItCosts) {
    for (const bool higherFirst : {true, false}) {
        Assignment assignment(2, 1);
        assignment.add({higherFirst ? 1'000'000 : 0}, higherFirst ? 3 : 2);
        assignment.add({higherFirst ? 0 : 1'000'000}, higherFirst ? 2 : 3);
        EXPECT_EQ(assignment.columnOf(higherFirst ? 0 : 1), 0);
        EXPECT_EQ(assignment.precedence(), 3);
        EXPECT_EQ(assignment.cost(), 1'000'000);
    }
}

TEST(Assignment, MoreRowsComeBeforeAnyPrecedence) {
    Assignment assignment(3, 2);
    assignment.add({0, 0}, Assignment::HIGHEST_ROWS - 1);
    assignment.add({0, NO}, 0);
    assignment.add({NO, Assignment::HIGHEST_COST}, 0);
    EXPECT_EQ(assignment.assigned(), 2);
    EXPECT_NE(assignment.columnOf(0), Assignment::NONE) << "as many either way: precedence decides";
    Assignment one(1, 1);
    EXPECT_THROW(one.add({0}, Assignment::HIGHEST_ROWS), std::invalid_argument);
}

TEST(Assignment, ARowWithoutAnAllowedColumnStaysOut) {
    const auto assignment = solve({{NO, NO}, {5, NO}}, 2);
    EXPECT_EQ(assignment.columnOf(0), Assignment::NONE);
    EXPECT_EQ(assignment.columnOf(1), 0);
    EXPECT_EQ(assignment.assigned(), 1);
}

TEST(Assignment, AFirstRowGetsItsColumnWhoeverLosesIt) {
    Assignment assignment(2, 1);
    assignment.add({0});
    assignment.addFirst({1000});
    EXPECT_EQ(assignment.columnOf(0), Assignment::NONE);
    EXPECT_EQ(assignment.columnOf(1), 0);
    EXPECT_THROW(Assignment(1, 2).addFirst({NO, NO}), std::invalid_argument);
    Assignment contested(2, 1);
    contested.addFirst({0});
    EXPECT_THROW(contested.addFirst({0}), std::invalid_argument);
}

TEST(Assignment, WorksWithoutRowsOrColumns) {
    EXPECT_EQ(solve({}, 3).assigned(), 0);
    const auto noColumns = solve({{}, {}}, 0);
    EXPECT_EQ(noColumns.rows(), 2);
    EXPECT_EQ(noColumns.assigned(), 0);
    EXPECT_EQ(noColumns.cost(), 0);
}

TEST(Assignment, RefusesRowsThatDoNotFit) {
    Assignment assignment(1, 2);
    EXPECT_THROW(assignment.add({1}), std::invalid_argument);
    EXPECT_THROW(assignment.add({1, Assignment::HIGHEST_COST + 1}), std::invalid_argument);
    assignment.add({1, 2});
    EXPECT_THROW(assignment.add({1, 2}), std::invalid_argument);
    EXPECT_THROW(Assignment(Assignment::HIGHEST_ROWS + 1, 1), std::invalid_argument);
}

TEST(Assignment, HighestCostsAddUpExactly) {
    const Cost high = Assignment::HIGHEST_COST;
    const auto assignment = solve({{high, -high, NO}, {high, -high, NO}, {NO, high, NO}}, 3);
    EXPECT_EQ(assignment.assigned(), 2);
    EXPECT_EQ(assignment.cost(), 0);
}

RC_GTEST_PROP(Assignment, EqualsBruteForce, ()) {
    const auto rows = *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::size_t>(0, 6));
    const auto columns = *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::size_t>(0, 6));
    const auto costs = anyCosts(rows, columns);
    const auto assignment = solve(costs, static_cast<int>(columns));
    std::vector<bool> used(columns, false);
    const auto [out, cost] = bruteForce(costs, 0, used);
    RC_ASSERT(static_cast<int>(rows) - assignment.assigned() == out);
    RC_ASSERT(assignment.cost() == cost);
    for (int row = 0; row < assignment.rows(); ++row) {
        const int column = assignment.columnOf(row);
        if (column == Assignment::NONE) continue;
        RC_ASSERT(!used[static_cast<std::size_t>(column)]);
        RC_ASSERT(costs[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)] != NO);
        used[static_cast<std::size_t>(column)] = true;
    }
}

} // namespace
} // namespace fledgling::domain
