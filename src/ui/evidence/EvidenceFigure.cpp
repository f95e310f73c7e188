#include "ui/evidence/EvidenceFigure.h"

#include <wx/intl.h>

namespace fledgling::ui {

using look::State;

Cell evidenceFigure(int missing, int toConfirm, bool complete) {
    if (missing > 0)
        return {.text = wxString::Format(wxPLURAL("%d missing", "%d missing", missing), missing), .state = State::Missing};
    if (toConfirm > 0)
        return {.text = wxString::Format(wxPLURAL("%d to confirm", "%d to confirm", toConfirm), toConfirm), .state = State::Due};
    if (!complete) return {.text = _("nothing missing yet"), .state = State::Due};
    return {.text = _("nothing missing"), .state = State::Met};
}

} // namespace fledgling::ui
