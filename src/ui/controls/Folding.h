#pragma once

class wxBoxSizer;
class wxWindow;

namespace fledgling::ui {

/// Its two parts stand beside each other; where the window they are in is narrow, the second stands below the
/// first.
void foldBelow(wxWindow* within, wxBoxSizer* row);

} // namespace fledgling::ui
