#pragma once

#include "app/courses/VersionPreview.h"

#include <functional>
#include <vector>
#include <wx/panel.h>

namespace fledgling::ui {

class Paragraph;
class Table;

/// What the version shown would change: whose points, and what becomes of the cohorts that could take it.
class VersionEffects : public wxPanel {
public:
    explicit VersionEffects(wxWindow* parent);

    /// Hidden when it would change nothing.
    void set(const std::vector<app::PointsChange>& points, std::vector<app::CohortMove> moves);
    /// The cohort of the row chosen; null for none, or one that can't move.
    [[nodiscard]] const app::CohortMove* chosen() const;
    /// Some cohort can take the version.
    [[nodiscard]] bool anyMoves() const;
    /// The keyboard goes to the first of them; false where there is none.
    bool leadToMove();
    std::function<void()> onChosen;
    std::function<void()> onActivate;

private:
    std::vector<app::CohortMove> m_moves;
    Table* m_table;
};

} // namespace fledgling::ui
