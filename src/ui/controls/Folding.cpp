#include "ui/controls/Folding.h"

#include <cstddef>
#include <wx/sizer.h>
#include <wx/window.h>

namespace fledgling::ui {

namespace {

/// Two columns have no room in less; in pixels of 96 dpi.
constexpr int NARROW = 900;

} // namespace

void foldBelow(wxWindow* within, wxBoxSizer* row) {
    within->Bind(wxEVT_SIZE, [within, row](wxSizeEvent& event) {
        event.Skip(); // the window lays out what stands in it after this
        const bool below = event.GetSize().x < within->FromDIP(NARROW);
        row->SetOrientation(below ? wxVERTICAL : wxHORIZONTAL);
        row->GetItem(std::size_t{0})->SetFlag(wxEXPAND | (below ? wxBOTTOM : wxRIGHT));
    });
}

} // namespace fledgling::ui
