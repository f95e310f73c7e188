#pragma once

#include "app/history/CellHistory.h"

#include <functional>
#include <vector>
#include <wx/string.h>

class wxWindow;

namespace fledgling::ui {

/// What the dialog shows.
struct CellHistoryShown {
    wxString title; ///< what the lines are about
    std::vector<app::CellLine> lines;
    bool several = false; ///< lines of more than one key: each says which
    bool opens = false;   ///< Enter leads to the change on the History page
};

/// "History of this": every value a cell ever had, newest first. Opens after the running event ends and calls
/// `chosen` with a change's number when the user wants to see that change.
void showCellHistory(wxWindow* parent, CellHistoryShown shown, std::function<void(store::ChangeNumber)> chosen);

} // namespace fledgling::ui
