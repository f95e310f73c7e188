#include "ui/assessment/ResultWords.h"

#include <wx/intl.h>

namespace fledgling::ui {

wxString outcomeText(domain::AssessmentKind kind, int percent, bool passed) {
    if (kind == domain::AssessmentKind::Practical) return passed ? _("pass") : _("not passed yet");
    return wxString::Format("%d %%", percent);
}

} // namespace fledgling::ui
