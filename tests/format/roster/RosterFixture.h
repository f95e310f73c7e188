#pragma once

#include "format/roster/Roster.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace fledgling::format::test {

inline RosterSheet sheet(const std::string& text) { return rosterSheetOf(text, "t.csv"); }

inline std::vector<domain::RosterRow> rows(const std::string& text) { return rosterRows(sheet(text)); }

inline void expectProblem(const domain::RosterRow& row, domain::RosterReason reason, const std::string& column,
                          const std::string& cell) {
    ASSERT_EQ(row.problems.size(), 1U);
    EXPECT_EQ(row.problems[0].reason, reason);
    EXPECT_EQ(row.problems[0].column, column);
    ASSERT_FALSE(row.problems[0].arguments.empty());
    EXPECT_EQ(row.problems[0].arguments[0], cell);
}

} // namespace fledgling::format::test
