#pragma once

class wxRect;
class wxScrolledWindow;
class wxWindow;

namespace fledgling::ui {

/// What scrolls up and down in `parent` where it has less height than it holds, and follows the keyboard there.
[[nodiscard]] wxScrolledWindow* scrolling(wxWindow* parent);

/// Would it be seen with everything above it?
[[nodiscard]] bool onFirstPage(const wxScrolledWindow* list, const wxWindow* inside);

/// Scrolls a window up or down until what stands in it, at any depth, is in sight; of what is higher than the window, its top.
/// Nothing happens while it isn't shown.
void bringIntoView(wxScrolledWindow* list, const wxWindow* inside);
/// The same of a place on the screen.
void bringIntoView(wxScrolledWindow* list, const wxRect& place);

} // namespace fledgling::ui
