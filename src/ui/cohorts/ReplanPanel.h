#pragma once

#include "app/cohorts/PlanLines.h"
#include "ui/controls/EditPanel.h"

#include <functional>
#include <vector>

namespace fledgling::ui {

class Table;

/// Old and new dates of the sessions that the calendar sends elsewhere, before it is done.
class ReplanPanel : public EditPanel {
public:
    /// `apply` does it.
    ReplanPanel(wxWindow* parent, Page& page, const std::vector<app::MoveLine>& moves,
                std::function<void()> apply);
    void focusFirst() override;

private:
    [[nodiscard]] bool keep() override;
    std::function<void()> m_apply;
    Table* m_moves;
};

} // namespace fledgling::ui
