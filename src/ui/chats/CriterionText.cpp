#include "ui/chats/CriterionText.h"

#include "domain/chats/ChatReview.h"
#include "ui/Text.h"

#include <wx/intl.h>

namespace fledgling::ui {

wxString criterionText(const std::string& id, const std::string& title, int limit) {
    return id == domain::FIRST_REPLY ? wxString::Format(_("First reply within %d s"), limit)
                                     : u8(title.empty() ? id : title);
}

} // namespace fledgling::ui
