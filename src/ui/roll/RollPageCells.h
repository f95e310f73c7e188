#pragma once

#include "app/roll/RollView.h"
#include "ui/controls/Table.h"

#include <optional>
#include <string>
#include <vector>

namespace fledgling::ui::roll {

/// A mark typed but not kept: late and left early wait for their minutes, and what a rule refused stays to be
/// seen.
struct Draft {
    domain::MarkKind kind = domain::MarkKind::Late;
    std::string digits = {};
    wxString whyNot = {}; ///< the refusal, when there was one
    bool typing = false;  ///< the cell has the keyboard and waits for digits
};

/// Name and post stand before the first session.
constexpr int FIRST_SESSION = 2;

[[nodiscard]] std::vector<Column> columnsFor(const app::RollView& view);
/// `drafts`: of this row, one per session column or nothing.
[[nodiscard]] Row rowFor(const app::RollView& view, int row, const std::vector<std::optional<Draft>>& drafts);

/// "Tue morning"; with the day of the month where the cohort meets more than once on such a half day.
[[nodiscard]] wxString columnText(const app::RollView& view, int column);
/// "present", "late 12 minutes".
[[nodiscard]] wxString markText(const domain::Mark& mark);
/// The cell in words: "late 12 minutes", "absent, make-up owed", "present, not evidenced", "not marked".
[[nodiscard]] wxString cellText(const app::RollView& view, int row, int column);
/// "20 yuan, rule of 2026-01-01".
[[nodiscard]] wxString ruleText(const app::RollView::Rule& rule);
/// All that cost something, by their keys: "L 20 yuan - A three days' pay - rule of 2026-01-01".
[[nodiscard]] wxString rulesText(const app::RollView& view);
/// What the sign of a half day that nothing shows means; empty where no cell has it.
[[nodiscard]] wxString evidenceText(const app::RollView& view);
/// What is owed, in short: "Mon morning", with the day it is to be made up.
[[nodiscard]] wxString owedText(const app::RollView& view, const app::RollView::Owed& owed);
/// Missing, Due where all of it is planned, None where nothing is owed.
[[nodiscard]] look::State owedState(const app::RollView::Row& row);
/// "Tue 24 Nov 07:00 · Nov-3 · Work flow and duties", as the chooser says it.
[[nodiscard]] wxString choiceText(const app::RollView::Choice& choice);

/// "Thu 26 Nov 13:00 · Nov-4": where a make-up could be.
[[nodiscard]] wxString wayText(const app::RollView::Choice& choice);

} // namespace fledgling::ui::roll
