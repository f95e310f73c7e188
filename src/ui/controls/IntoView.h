#pragma once

class wxScrolledWindow;
class wxWindow;

namespace fledgling::ui {

/// Would it be seen with everything above it?
[[nodiscard]] bool onFirstPage(const wxScrolledWindow* list, const wxWindow* inside);

/// Scrolls a window up or down until what stands in it, at any depth, is in sight; of what is higher than the window, its top.
void bringIntoView(wxScrolledWindow* list, const wxWindow* inside);

} // namespace fledgling::ui
