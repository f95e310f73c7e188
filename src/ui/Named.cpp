#include "ui/Named.h"

#include "ui/Text.h"

#include <wx/control.h>

namespace fledgling::ui {

void showKey(wxControl* button, const wxString& does, const wxString& key) {
    const wxString words = wxControl::EscapeMnemonics(does);
    button->SetLabelMarkup(key.empty() ? words : words + "  <small>" + keyText(key) + "</small>");
    button->InvalidateBestSize(); // the toolkit measures marked up words only when asked
}

} // namespace fledgling::ui
