#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>
#include <wx/html/htmlwin.h>

namespace fledgling::ui {

/// Course text: HTML made by format from Markdown. Wraps Chinese by character with no line beginning on
/// closing or ending on opening punctuation; fonts and colours of the theme; no network, no scripts.
class RichText : public wxHtmlWindow {
public:
    /// Bytes of a picture (PNG, JPEG, WebP, SVG) by its path in the package; nothing when there is none.
    using Pictures = std::function<std::optional<std::string>(const std::string& path)>;

    RichText(wxWindow* parent, const wxString& name);

    /// UTF-8 HTML body; its paths begin at the root of the package, as format writes them.
    void setText(const std::string& html);
    void setPictures(Pictures pictures) { m_pictures = std::move(pictures); }
    /// A link inside the package ("days/2/flows.md").
    std::function<void(const std::string& path)> onLink;
    /// As a screen reader gets it.
    [[nodiscard]] wxString plainText();
    /// Scrolls by so many pages.
    void turnPage(int by);
    /// Which of its links the keyboard stands on, -1 for none.
    [[nodiscard]] int markedLink() const { return m_link; }

    [[nodiscard]] const Pictures& pictures() const { return m_pictures; }

protected:
    void OnLinkClicked(const wxHtmlLinkInfo& link) override;

private:
    void applyTheme();
    void layOutAgain();
    void onCharHook(wxKeyEvent& event);
    void markLink(int at);
    Pictures m_pictures;
    std::string m_html;
    int m_drawnWidth = 0;
    int m_link = -1;
};

/// Says how links are opened by keyboard.
[[nodiscard]] wxString linkKeys();

/// Where a line of this text may be broken: the pieces in order, nothing lost. Chinese breaks between
/// characters except before closing and after opening punctuation; everything else stays whole.
[[nodiscard]] std::vector<wxString> linePieces(const wxString& text);

/// True where `before` ends with a number and a blank and its Chinese word follows: "2 个" stays on one line.
[[nodiscard]] bool keepsNumber(const wxString& before, wxUniChar next);

} // namespace fledgling::ui
