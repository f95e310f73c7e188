#pragma once

#include <wx/gdicmn.h>

class wxTopLevelWindow;

/// The size people gave the window, kept across starts.
namespace fledgling::ui::windowsize {

/// No larger than the display has room for.
[[nodiscard]] wxSize within(wxSize wanted, const wxSize& room);
/// As asked for; where nothing is (0), as last time; never beyond the display.
void restore(wxTopLevelWindow& window, int width, int height);
void keep(const wxTopLevelWindow& window);

} // namespace fledgling::ui::windowsize
