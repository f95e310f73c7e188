#include "ui/controls/RichText.h"

#include "ui/Look.h"
#include "ui/Named.h"
#include "ui/Text.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <wx/dc.h>
#include <wx/filesys.h>
#include <wx/html/htmlcell.h>
#include <wx/html/winpars.h>
#include <wx/intl.h>
#include <wx/msgdlg.h>
#include <wx/mstream.h>
#include <wx/settings.h>
#include <wx/utils.h>

namespace fledgling::ui {
namespace {

/// Scripts that are written without blanks and may be broken between any two characters.
bool breaksAnywhere(wxUint32 c) {
    return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool isOneOf(wxUint32 c, std::u32string_view set) { return set.find(static_cast<char32_t>(c)) != set.npos; }

bool closes(wxUint32 c) {
    return isOneOf(
        c,
        U"\u3001\u3002\uFF0C\uFF0E\uFF1A\uFF1B\uFF1F\uFF01\uFF09\uFF3D\uFF5D\u3009\u300B\u300D\u300F"
        U"\u3011\u3015\u3017\u201D\u2019\u2026\u2014\uFF5E\u00B7\u30FB\uFF05\u2030\u3005\u30FC,.;:!?)]}%\"'");
}

bool opens(wxUint32 c) {
    return isOneOf(
        c, U"\uFF08\uFF3B\uFF5B\u3008\u300A\u300C\u300E\u3010\u3014\u3016\u201C\u2018([{\uFFE5\u00A5$#@");
}

bool isBlank(wxUint32 c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0; }

bool mayBreak(wxUint32 before, wxUint32 after) {
    if (isBlank(before) || isBlank(after)) return false;
    const auto wide = [](wxUint32 c) {
        return breaksAnywhere(c) || c == 0x201C || c == 0x201D || c == 0x2026 || c == 0x2014;
    };
    return (wide(before) || wide(after)) && !closes(after) && !opens(before);
}

/// Opens the one flag of a word cell that says a line may begin with it.
struct WordCell : wxHtmlWordCell {
    static void allowBreak(wxHtmlWordCell& cell) { cell.*(&WordCell::m_allowLinebreak) = true; }
};

/// Draws the line below a link's words, which stand before it among the same cells. A font's own underline is drawn
/// cell by cell where each script's font has it: in Chinese, a second one through the middle of the characters.
class LinkLine : public wxHtmlCell {
public:
    LinkLine(const wxHtmlCell* first, wxColour ink, wxString target) : m_first(first), m_ink(std::move(ink)), m_target(std::move(target)) {}
    void Draw(wxDC& dc, int x, int y, int, int, wxHtmlRenderingInfo&) override { draw(dc, x, y); }
    void DrawInvisible(wxDC& dc, int x, int y, wxHtmlRenderingInfo&) override { draw(dc, x, y); }

    [[nodiscard]] const wxString& target() const { return m_target; }
    /// In the page, where its first word stands.
    [[nodiscard]] wxPoint place() const { return m_first->GetNext()->GetAbsPos(); }
    /// The keyboard stands on it: a frame goes round its words.
    void mark(bool marked) { m_marked = marked; }

private:
    void draw(wxDC& dc, int x, int y) const {
        const wxDCPenChanger pen(dc, wxPen(m_ink));
        const wxDCBrushChanger brush(dc, *wxTRANSPARENT_BRUSH);
        wxRect row; // its words on one line of the text
        for (const auto* cell = m_first; cell && cell != this; cell = cell->GetNext()) {
            if (!dynamic_cast<const wxHtmlWordCell*>(cell)) continue;
            const wxRect word(x + cell->GetPosX(), y + cell->GetPosY(), cell->GetWidth(), cell->GetHeight());
            const int below = word.y + word.height - cell->GetDescent() + 2;
            dc.DrawLine(word.x, below, word.x + word.width, below);
            if (m_marked && !row.IsEmpty() && row.y != word.y) dc.DrawRectangle(row.Inflate(3, 2));
            row = row.IsEmpty() || row.y != word.y ? word : row.Union(word);
        }
        if (m_marked && !row.IsEmpty()) dc.DrawRectangle(row.Inflate(3, 2));
    }

    const wxHtmlCell* m_first;
    wxColour m_ink;
    wxString m_target;
    bool m_marked = false;
};

void gatherLinks(wxHtmlCell* below, std::vector<LinkLine*>& links) {
    for (auto* cell = below ? below->GetFirstChild() : nullptr; cell; cell = cell->GetNext()) {
        if (auto* link = dynamic_cast<LinkLine*>(cell)) links.push_back(link);
        gatherLinks(cell, links);
    }
}

/// Links in their colour, with a line of our own below.
class LinkTags : public wxHtmlWinTagHandler {
public:
    wxString GetSupportedTags() override { return "A"; }
    bool HandleTag(const wxHtmlTag& tag) override {
        if (!tag.HasParam("HREF")) return false;
        const wxHtmlLinkInfo before = m_WParser->GetLink();
        const wxColour ink = m_WParser->GetActualColor(), link = m_WParser->GetLinkColor();
        auto* container = m_WParser->GetContainer();
        m_WParser->SetActualColor(link);
        auto* first = new wxHtmlColourCell(link);
        container->InsertCell(first);
        m_WParser->SetLink(wxHtmlLinkInfo(tag.GetParam("HREF")));
        ParseInner(tag);
        m_WParser->SetLink(before);
        if (m_WParser->GetContainer() == container) container->InsertCell(new LinkLine(first, link, tag.GetParam("HREF")));
        m_WParser->SetActualColor(ink);
        m_WParser->GetContainer()->InsertCell(new wxHtmlColourCell(ink));
        return true;
    }
};

/// The library breaks at every blank but this one.
wxString withNumbersKept(const wxString& text) {
    wxString kept;
    for (const wxUniChar c : text) {
        if (keepsNumber(kept, c)) kept.Last() = wxUniChar(0xA0);
        kept += c;
    }
    return kept;
}

constexpr int NO_FILTER = 8; ///< PNG_FILTER_NONE of libpng

/// Adds a cell per piece and takes pictures from the page's own provider.
class Parser : public wxHtmlWinParser {
public:
    explicit Parser(RichText* window) : wxHtmlWinParser(window), m_window(window) {}

    void InitParser(const wxString& source) override {
        m_last = 0;
        wxHtmlWinParser::InitParser(source);
    }

    wxFSFile* OpenURL(wxHtmlURLType type, const wxString& url) const override {
        if (type != wxHTML_URL_IMAGE || !m_window->pictures() || url.Contains(":")) return nullptr; // nothing else is ever fetched
        const auto bytes = m_window->pictures()(utf8(url));
        if (!bytes) return nullptr;
        const int most =
            std::max(m_window->FromDIP(240), m_window->GetClientSize().x - look::gap(m_window, 6));
        wxImage image = native::picture(*bytes, most);
        if (!image.IsOk()) return nullptr;
        // The library takes a file, which it reads at once: what is saved by packing it is lost by the time that takes.
        image.SetOption(wxIMAGE_OPTION_PNG_COMPRESSION_LEVEL, 0);
        image.SetOption(wxIMAGE_OPTION_PNG_FILTER, NO_FILTER);
        wxMemoryOutputStream out;
        image.SaveFile(out, wxBITMAP_TYPE_PNG);
        return new wxFSFile(new wxMemoryInputStream(out), url, "image/png", {}, wxDateTime::Now());
    }

protected:
    void AddText(const wxString& text) override {
        if (GetWhitespaceMode() != Whitespace_Normal) return wxHtmlWinParser::AddText(text);
        for (const auto& piece : linePieces(withNumbersKept(text))) {
            wxHtmlContainerCell* container = GetContainer();
            const wxHtmlCell* before = container->GetLastChild();
            wxHtmlWinParser::AddText(piece);
            const bool breakable = m_last != 0 && mayBreak(m_last, (*piece.begin()).GetValue());
            m_last = piece.Last().GetValue();
            if (!breakable) continue;
            // A piece may hold blanks and so make several cells; the first is the one that follows the break.
            wxHtmlCell* first = before ? before->GetNext() : container->GetFirstChild();
            if (auto* word = dynamic_cast<wxHtmlWordCell*>(first)) WordCell::allowBreak(*word);
        }
    }

private:
    RichText* m_window;
    wxUint32 m_last = 0;
};

void replaceAll(std::string& text, std::string_view from, const std::string& to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
}

/// Every opening tag of that name, whatever its attributes.
void replaceTags(std::string& html, const std::string& name, const std::string& to) {
    for (std::size_t at = 0; (at = html.find("<" + name, at)) != std::string::npos; at += to.size()) {
        const std::size_t end = html.find('>', at);
        if (end == std::string::npos) return;
        html.replace(at, end + 1 - at, to);
    }
}

std::string hex(const wxColour& colour) { return utf8(colour.GetAsString(wxC2S_HTML_SYNTAX)); }

} // namespace

bool keepsNumber(const wxString& before, wxUniChar next) {
    const auto length = before.length();
    return length > 1 && before[length - 1] == ' ' && wxIsdigit(before[length - 2]) && breaksAnywhere(next.GetValue());
}

std::vector<wxString> linePieces(const wxString& text) {
    std::vector<wxString> pieces;
    wxString piece;
    for (const wxUniChar c : text) {
        if (!piece.empty() && mayBreak(piece.Last().GetValue(), c.GetValue())) {
            pieces.push_back(piece);
            piece.clear();
        }
        piece += c;
    }
    if (!piece.empty()) pieces.push_back(piece);
    return pieces;
}

RichText::RichText(wxWindow* parent, const wxString& name)
    : wxHtmlWindow(parent, wxID_ANY, wxDefaultPosition, wxSize(240, 160), wxHW_SCROLLBAR_AUTO) {
    named(this, name);
    delete m_Parser;
    auto* parser = new Parser(this);
    parser->AddTagHandler(new LinkTags);
    m_Parser = parser;
    m_Parser->SetFS(m_FS);
    SetPage("<html><body></body></html>"); // the fonts are set by showing the page again: there must be one
    SetBorders(look::gap(this, 2));
    applyTheme();
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        // Pictures are drawn for a width; text flows by itself.
        if (m_pictures && m_html.find("<img") != std::string::npos &&
            std::abs(event.GetSize().x - m_drawnWidth) > 24)
            CallAfter([this] { layOutAgain(); });
    });
    Bind(wxEVT_CHAR_HOOK, &RichText::onCharHook, this);
    Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        markLink(-1);
    });
}

void RichText::applyTheme() {
    const wxFont body = look::font(look::Type::Body);
    // Headings a step smaller than the library's: the text stands beside other controls, not on a page of its
    // own.
    constexpr double SCALE[7] = {0.8, 0.9, 1.0, 1.1, 1.25, 1.45, 1.7};
    int sizes[7];
    for (int i = 0; i < 7; ++i)
        sizes[i] = static_cast<int>((body.GetPointSize() + 1) * SCALE[i] + 0.5);
    // The window's own SetFonts draws again at once, and a parser that has read nothing yet can't.
    m_Parser->SetFonts(body.GetFaceName(), "monospace", sizes);
}

void RichText::setText(const std::string& html) {
    m_html = html;
    layOutAgain();
    Scroll(0, 0);
    native::setAccessible(this, GetName(), plainText());
}

void RichText::layOutAgain() {
    const wxColour page = wxSystemSettings::GetColour(wxSYS_COLOUR_LISTBOX);
    std::string html = m_html;
    replaceTags(html, "table",
                "<table border=\"0\" cellspacing=\"1\" cellpadding=\"6\" bgcolor=\"" + hex(look::line()) +
                    "\">");
    for (const auto& [tag, colour] : {std::pair("td", page), std::pair("th", look::raised())})
        for (const char* end : {">", " "})
            replaceAll(html, std::string("<") + tag + end,
                       std::string("<") + tag + " bgcolor=\"" + hex(colour) + "\"" + end);
    m_drawnWidth = GetSize().x;
    m_link = -1;
    const wxPoint seen = GetViewStart();
    SetBackgroundColour(page);
    SetPage(u8("<html><body bgcolor=\"" + hex(page) + "\" text=\"" + hex(look::text()) + "\" link=\"" +
               hex(look::colour(look::State::Changed)) + "\">" + html + "</body></html>"));
    Scroll(seen);
}

wxString RichText::plainText() { return ToText(); }

void RichText::turnPage(int by) {
    int across = 0, unit = 1;
    GetScrollPixelsPerUnit(&across, &unit);
    // A line of the page before stays in sight.
    const int page = (GetClientSize().y - GetCharHeight()) / std::max(1, unit);
    Scroll(-1, std::max(0, GetViewStart().y + by * page));
}

/// Tab and Shift+Tab go from link to link, then out; Enter follows the one that is marked.
void RichText::onCharHook(wxKeyEvent& event) {
    const int code = event.GetKeyCode();
    const bool enter = code == WXK_RETURN || code == WXK_NUMPAD_ENTER;
    std::vector<LinkLine*> links;
    if (code == WXK_TAB || enter) gatherLinks(GetInternalRepresentation(), links);
    const int count = static_cast<int>(links.size());
    if (code == WXK_TAB && !event.ControlDown() && !event.AltDown()) {
        const int to = m_link + (event.ShiftDown() ? -1 : 1);
        markLink(to < count ? to : -1);
        if (m_link >= 0) return;
    }
    if (enter && !event.HasAnyModifiers() && m_link >= 0 && m_link < count)
        return OnLinkClicked(wxHtmlLinkInfo(links[static_cast<std::size_t>(m_link)]->target()));
    event.Skip();
}

void RichText::markLink(int at) {
    if (at < 0 && m_link < 0) return;
    std::vector<LinkLine*> links;
    gatherLinks(GetInternalRepresentation(), links);
    m_link = at >= 0 && at < static_cast<int>(links.size()) ? at : -1;
    for (std::size_t i = 0; i < links.size(); ++i)
        links[i]->mark(static_cast<int>(i) == m_link);
    Refresh();
    if (m_link < 0) return;
    int across = 0, unit = 1;
    GetScrollPixelsPerUnit(&across, &unit);
    const int top = GetViewStart().y * unit, seen = GetClientSize().y, place = links[static_cast<std::size_t>(m_link)]->place().y;
    if (place < top || place + 2 * GetCharHeight() > top + seen) Scroll(-1, std::max(0, place - seen / 3) / std::max(1, unit));
}

wxString linkKeys() { return _("Tab goes to a link, Enter opens it."); }

void RichText::OnLinkClicked(const wxHtmlLinkInfo& link) {
    const wxString target = link.GetHref();
    const bool outside =
        target.StartsWith("https://") || target.StartsWith("http://") || target.StartsWith("mailto:");
    if (target.StartsWith("#")) return wxHtmlWindow::OnLinkClicked(link);
    if (!outside) {
        if (onLink) onLink(utf8(target.BeforeFirst('#')));
        return;
    }
    // Never leave the program on a click that may have been meant for reading on.
    CallAfter([this, target] {
        wxMessageDialog ask(wxGetTopLevelParent(this), target, _("Open outside the program?"),
                            wxOK | wxCANCEL);
        ask.SetOKCancelLabels(_("Open"), _("Cancel"));
        if (ask.ShowModal() == wxID_OK) wxLaunchDefaultBrowser(target);
    });
}

} // namespace fledgling::ui
