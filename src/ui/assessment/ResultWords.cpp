#include "ui/assessment/ResultWords.h"

#include <wx/intl.h>

namespace fledgling::ui {

wxString outcomeText(domain::AssessmentKind kind, int percent, bool passed) {
    if (kind == domain::AssessmentKind::Practical) return passed ? _("pass") : _("not passed yet");
    return wxString::Format("%d %%", percent);
}

wxString begunText(app::BegunState state) {
    switch (state) {
    case app::BegunState::UnderWay: return _("under way");
    case app::BegunState::ToMark: return _("waits for a marker");
    case app::BegunState::BeingMarked: return _("being marked");
    case app::BegunState::ToConfirm: return _("to confirm");
    }
    return {};
}

} // namespace fledgling::ui
