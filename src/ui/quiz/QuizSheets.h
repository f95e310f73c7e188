#pragma once

#include "app/quiz/QuizView.h"
#include "ui/Look.h"

#include <string>
#include <wx/string.h>

namespace fledgling::ui::sheets {

[[nodiscard]] look::State stateOf(app::QuizState state);
/// The state with the percentage it rests on, and the last one where that came later.
[[nodiscard]] wxString standingOf(const app::QuizView::Row& row);
/// Why it can't be begun now; empty when it can.
[[nodiscard]] wxString whyNotBegin(const app::QuizView::Row& row);
/// What to know before it begins.
[[nodiscard]] std::string start(const app::QuizView::Row& row);
/// Score, and question by question what was answered, what is right and what to read again: links are
/// "session/ID".
[[nodiscard]] std::string outcome(const app::QuizView& view);

} // namespace fledgling::ui::sheets
