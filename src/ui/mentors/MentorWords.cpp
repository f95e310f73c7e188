#include "ui/mentors/MentorWords.h"

#include <wx/intl.h>

namespace fledgling::ui {

using domain::Aspect;
using domain::Occasion;

wxString aspectText(Aspect aspect) {
    switch (aspect) {
    case Aspect::Explains: return _("explains clearly");
    case Aspect::IsThere: return _("is there when needed");
    case Aspect::Helps: return _("says what to do better");
    }
    return {};
}

wxString occasionText(Occasion occasion) {
    switch (occasion) {
    case Occasion::FirstShift: return _("after the first shift");
    case Occasion::End: return _("at the end");
    }
    return {};
}

wxString ratingText(int tenths) {
    // TRANSLATORS: a mean rating: 4.3 of 5
    return wxString::Format(_("%d.%d of %d"), tenths / 10, tenths % 10, domain::BEST_RATING);
}

} // namespace fledgling::ui
