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

    /// UTF-8 HTML body; `folder` is the text's own folder in the package ("days/1"), for relative paths.
    void setText(const std::string& html, const std::string& folder = {});
    void setPictures(Pictures pictures) { m_pictures = std::move(pictures); }
    /// A link inside the package, resolved ("days/2/flows.md"), with its fragment if any.
    std::function<void(const std::string& path)> onLink;
    /// As a screen reader gets it.
    [[nodiscard]] wxString plainText();

    [[nodiscard]] const Pictures& pictures() const { return m_pictures; }
    [[nodiscard]] const std::string& folder() const { return m_folder; }

protected:
    void OnLinkClicked(const wxHtmlLinkInfo& link) override;

private:
    void applyTheme();
    void layOutAgain();
    Pictures m_pictures;
    std::string m_folder;
    std::string m_html;
    int m_drawnWidth = 0;
};

/// Where a line of this text may be broken: the pieces in order, nothing lost. Chinese breaks between
/// characters except before closing and after opening punctuation; everything else stays whole.
[[nodiscard]] std::vector<wxString> linePieces(const wxString& text);
/// folder + relative path without "." and ".."; empty when it leaves the package or is no relative path.
[[nodiscard]] std::string packagePath(const std::string& folder, const std::string& relative);

} // namespace fledgling::ui
