#pragma once

#include "app/training/TraineeView.h"
#include "ui/Look.h"

#include <string>
#include <wx/string.h>

/// What a trainee's own page shows on its right, as HTML from the view's rows.
namespace fledgling::ui::sheets {

/// "present", "late 12 min"; empty while not marked.
[[nodiscard]] wxString markText(const app::TraineeView::Session& session);
/// "Thu 26 Nov 07:00-11:30"; "date not set yet" while nothing is laid.
[[nodiscard]] wxString whenText(const app::TraineeView::Session& session);
/// "Thu 26 Nov 07:00"
[[nodiscard]] wxString startText(const app::TraineeView::Session& session);
/// How far it is while no mark says so; the state that goes with it.
[[nodiscard]] wxString stateText(const app::TraineeView::Session& session);
[[nodiscard]] look::State stateOf(const app::TraineeView::Session& session);
[[nodiscard]] look::State stateOf(domain::SessionState state);
[[nodiscard]] look::State stateOf(domain::CriterionState state);
/// What is owed and when it can be made up; empty when nothing is.
[[nodiscard]] wxString makeUpText(const app::TraineeView::Session& session);

/// When, where, who, what the mark costs, hand-outs as links, then the text as it is taught.
[[nodiscard]] std::string session(const app::TraineeView& view,
                                             const app::TraineeView::Session& one);
[[nodiscard]] std::string text(const app::TraineeView& view, const app::TraineeView::Text& one);
[[nodiscard]] std::string attendance(const app::TraineeView& view);
[[nodiscard]] std::string skills(const app::TraineeView& view);
/// What the half days attended still want, and how to give it.
[[nodiscard]] std::string evidence(const app::TraineeView& view);
/// A line per quiz and practical check; below, if wanted, every attempt at each.
[[nodiscard]] std::string results(const app::TraineeView& view, bool everyAttempt);
/// Criteria, the shortest way, and the decision that stands.
[[nodiscard]] std::string readiness(const app::TraineeView& view);

} // namespace fledgling::ui::sheets
