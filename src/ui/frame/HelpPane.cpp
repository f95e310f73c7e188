#include "ui/frame/HelpPane.h"

#include "ui/controls/Paragraph.h"

#include <algorithm>
#include <wx/button.h>
#include <wx/settings.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace fledgling::ui {
namespace {

constexpr int PANE_WIDTH = 320;
constexpr int BAND = 190;
/// What a page keeps at least for itself beside its help.
constexpr int PAGE_WIDTH = 1040;
/// What a key does has at least that width.
constexpr int LEAST_WORDS = 120;

void addKeys(wxWindow* pane, wxBoxSizer* to, const std::vector<KeyHint>& keys, int room) {
    const wxFont strong = look::font(look::Type::Body).Bold();
    int widest = 0;
    for (const auto& hint : keys) {
        int width = 0;
        pane->GetTextExtent(keyText(hint.keys), &width, nullptr, nullptr, nullptr, &strong);
        widest = std::max(widest, width);
    }
    const int left = std::max(pane->FromDIP(LEAST_WORDS), room - widest - look::gap(pane, 2));
    auto* grid = new wxFlexGridSizer(2, look::gap(pane, 0.5), look::gap(pane, 2));
    for (const auto& hint : keys) {
        if (hint.keys.empty()) continue;
        auto* key = look::label(pane, keyText(hint.keys));
        key->SetFont(strong);
        auto* does = look::label(pane, {});
        does->SetLabelText(wrapped(does, hint.does, left));
        grid->Add(key);
        grid->Add(does);
    }
    to->Add(grid, wxSizerFlags().Border(wxBOTTOM, look::gap(pane, 2)));
}

} // namespace

HelpPane::Place HelpPane::placeIn(const wxWindow* stage) {
    return stage->GetClientSize().x < stage->FromDIP(PAGE_WIDTH + PANE_WIDTH) ? Place::Below : Place::Beside;
}

HelpPane::HelpPane(wxWindow* parent, const wxString& title, const wxString& text,
                   const std::vector<KeyHint>& keys, std::function<void()> close)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL) {
    SetBackgroundColour(look::raised());
    auto* column = new wxBoxSizer(wxVERTICAL);
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    head->Add(look::label(this, title, look::Type::Section), wxSizerFlags(1).CentreVertical());
    m_shut = named(new wxButton(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT),
                   _("Close help"));
    m_shut->SetBitmap(look::icon("close", 16));
    native::setStyle(m_shut, "quiet");
    m_shut->Bind(wxEVT_BUTTON, [this, close](wxCommandEvent&) { CallAfter(close); });
    head->Add(m_shut);
    column->Add(head, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this)));
    const bool below = placeIn(parent) == Place::Below;
    const int margins = look::gap(this, 4) + wxSystemSettings::GetMetric(wxSYS_VSCROLL_X, this);
    const int room = (below ? parent->GetClientSize().x : FromDIP(PANE_WIDTH)) - margins;
    const auto add = [&](const wxString& say, look::Type type, double air) {
        auto* words = look::label(this, {}, type, type == look::Type::Small);
        // The toolkit's own wrapping finds no place in a Chinese sentence.
        words->SetLabelText(wrapped(words, say, room));
        column->Add(words, wxSizerFlags().Border(wxBOTTOM, look::gap(this, air)));
    };
    add(_("F6 leads here and on; Page Up, Page Down and End scroll, Esc closes."), look::Type::Small, 1);
    add(text, look::Type::Body, 2);
    if (!keys.empty()) column->Add(look::label(this, _("Keys here"), look::Type::Small, true));
    addKeys(this, column, keys, room);
    column->Add(look::label(this, _("Keys everywhere"), look::Type::Small, true));
    addKeys(this, column, commonKeys(), room);
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(column, wxSizerFlags(1).Expand().Border(wxALL, look::gap(this, 2)));
    SetSizer(all);
    SetMinSize(below ? wxSize(-1, FromDIP(BAND)) : wxSize(FromDIP(PANE_WIDTH), -1));
    SetScrollRate(0, look::gap(this));
    named(this, title, text);
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.HasAnyModifiers() || !scroll(event.GetKeyCode())) event.Skip();
    });
}

void HelpPane::takeFocus() { m_shut->SetFocus(); }

bool HelpPane::hasKeyboard() const {
    auto* focus = FindFocus();
    return focus && IsDescendant(focus);
}

bool HelpPane::scroll(int code) {
    int at = 0, unit = 1;
    GetViewStart(nullptr, &at);
    GetScrollPixelsPerUnit(nullptr, &unit);
    const int last = std::max(0, (GetVirtualSize().y - GetClientSize().y + unit - 1) / unit);
    const int page = std::max(1, GetClientSize().y / unit - 1);
    switch (code) {
    case WXK_PAGEDOWN: at += page; break;
    case WXK_PAGEUP: at -= page; break;
    case WXK_DOWN: ++at; break;
    case WXK_UP: --at; break;
    case WXK_HOME: at = 0; break;
    case WXK_END: at = last; break;
    default: return false;
    }
    Scroll(wxDefaultCoord, std::clamp(at, 0, last));
    return true;
}

std::vector<KeyHint> commonKeys() {
    return {{"Alt+1 - 9, 0", _("the first ten pages of your rail")},
            {"Alt+Q - Y", _("the pages of your rail after those")},
            {"Ctrl+K", _("find any person, session, page or action")},
            {"Ctrl+Z", _("take back your last change")},
            {"Ctrl+I", _("history of the chosen cell or row: who set it, when, why")},
            {"Ctrl+T", _("a past moment, as known then or as known today")},
            {"F1", _("help and keys of this page")},
            {"F6", _("from rail to page, help and back")},
            {"Esc", _("back to the page you came from")},
            {"Alt+Left", _("the same, where the page itself doesn't go to an earlier day, week, month or year by it")},
            {"Tab", _("next control")},
            {"Ctrl+Q", _("quit")}};
}

} // namespace fledgling::ui
