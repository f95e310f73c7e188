#pragma once

#include "domain/Time.h"

#include <functional>
#include <optional>
#include <string>
#include <wx/string.h>

class wxWindow;

namespace fledgling::ui {

/// What to ask. The reason is required unless it is said to be optional; a date when one is asked for.
struct ReasonQuestion {
    wxString title = {};       ///< "Reopen the session"
    wxString explanation = {}; ///< what it means, one or two sentences
    wxString action = {};      ///< what the button says: "Reopen"
    wxString reasonLabel = {}; ///< "Reason" unless set
    std::string reason = {};   ///< already filled in
    bool optional = false;     ///< the deed needs no reason
    bool withDate = false;
    wxString dateLabel = {};
    std::optional<domain::Date> date = {};
};

struct ReasonAnswer {
    std::string reason; ///< trimmed; empty only where it is optional
    std::optional<domain::Date> date;
};

/// The program's only modal question. Opens after the running event ends (a modal inside an assistive action
/// hangs both) and calls `answered` only when the user went on; do the deed there inside Page::attempt.
void askReason(wxWindow* parent, ReasonQuestion question, std::function<void(const ReasonAnswer&)> answered);

} // namespace fledgling::ui
