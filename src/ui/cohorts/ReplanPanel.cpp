#include "ui/cohorts/ReplanPanel.h"

#include "ui/cohorts/PlanWords.h"

#include <wx/sizer.h>
#include <wx/stattext.h>

namespace fledgling::ui {

ReplanPanel::ReplanPanel(wxWindow* parent, Page& of, const std::vector<app::MoveLine>& moves,
                         std::function<void()> apply)
    : EditPanel(parent, of, plan::movesText(moves.size()), _("Move them all")), m_apply(std::move(apply)) {
    m_moves = new Table(this, _("Old and new dates"), plan::moveColumns());
    m_moves->set(plan::moveRows(moves));
    content()->Add(
        look::label(this,
                    _("Sessions that were taken stay where they are. Nothing is kept before you say so."),
                    look::Type::Body, true),
        wxSizerFlags().Border(wxBOTTOM, look::gap(this)));
    content()->Add(m_moves, wxSizerFlags(1).Expand());
}

void ReplanPanel::focusFirst() { m_moves->takeFocus(); }

bool ReplanPanel::keep() { return page().attempt(m_apply); }

} // namespace fledgling::ui
