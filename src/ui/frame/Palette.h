#pragma once

#include "ui/frame/Session.h"

#include <vector>
#include <wx/dialog.h>

class wxStaticText;
class wxTextCtrl;

namespace fledgling::ui {

class Table;

/// Ctrl+K: in the middle of the frame; type, arrows, Enter. Not modal; goes when it loses the keyboard or with Escape.
class Palette : public wxDialog {
public:
    Palette(wxWindow* parent, std::vector<PaletteProvider> providers);

private:
    void place();
    void search();
    void take();
    void onCharHook(wxKeyEvent& event);

    std::vector<PaletteProvider> m_providers;
    std::vector<PaletteEntry> m_found;
    wxTextCtrl* m_query;
    Table* m_list;
    wxStaticText* m_nothing; ///< says so when nothing fits what was typed
    bool m_wasActive = false;
};

/// True if every word of the query stands in the text, whatever the case.
[[nodiscard]] bool matches(const wxString& text, const wxString& query);

} // namespace fledgling::ui
