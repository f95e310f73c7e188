#pragma once

#include "ui/Page.h"

#include <functional>
#include <vector>
#include <wx/scrolwin.h>

namespace fledgling::ui {

/// F1: the page's own help beside it, with every key that works there. Scrolls by keys once F6 leads to it.
class HelpPane : public wxScrolledWindow {
public:
    /// Beside the page, or as a band below it where the page needs the width.
    enum class Place { Beside, Below };
    [[nodiscard]] static Place placeIn(const wxWindow* stage);

    HelpPane(wxWindow* parent, const wxString& title, const wxString& text, const std::vector<KeyHint>& keys,
             std::function<void()> close);

    void takeFocus();
    [[nodiscard]] bool hasKeyboard() const;

private:
    /// Page Up, Page Down, Home, End and the arrows; true when it was one of them.
    bool scroll(int code);

    wxButton* m_shut;
};

/// Keys that work on every page.
[[nodiscard]] std::vector<KeyHint> commonKeys();

} // namespace fledgling::ui
