#pragma once

class wxTopLevelWindow;

/// The size people gave the window, kept across starts.
namespace fledgling::ui::windowsize {

/// As asked for; where nothing is (0), as last time.
void restore(wxTopLevelWindow& window, int width, int height);
void keep(const wxTopLevelWindow& window);

} // namespace fledgling::ui::windowsize
