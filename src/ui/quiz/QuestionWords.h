#pragma once

#include "app/quiz/QuestionsView.h"
#include "ui/Look.h"

#include <string>
#include <vector>
#include <wx/string.h>

namespace fledgling::ui::questions {

[[nodiscard]] wxString word(domain::QuestionType type);
/// Two or three words, for a cell.
[[nodiscard]] wxString word(domain::ItemFinding finding);
/// What it means and what to do about it.
[[nodiscard]] wxString sentence(domain::ItemFinding finding);
[[nodiscard]] look::State stateOf(domain::ItemFinding finding);
/// "0.42", "–" where it can't be said.
[[nodiscard]] wxString indexText(const std::optional<double>& index);
[[nodiscard]] wxString shareText(const std::optional<int>& percent);

/// By their own names, as a list.
[[nodiscard]] wxString languagesText(const std::vector<std::string>& tags);
/// Right answers that go along into other languages; nothing where none does.
[[nodiscard]] wxString followingText(const app::QuestionsView::Following& following);

/// The question as it is asked, then its answers with what they are worth and who took them, then what the
/// figures mean.
[[nodiscard]] std::string sheet(const app::QuestionsView& view, std::size_t at);

} // namespace fledgling::ui::questions
