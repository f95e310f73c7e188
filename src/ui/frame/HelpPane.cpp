#include "ui/frame/HelpPane.h"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace fledgling::ui {
namespace {

constexpr int WIDTH = 320;
constexpr int BAND = 190;
/// What a page keeps at least for itself beside its help.
constexpr int PAGE_WIDTH = 1040;

void addKeys(wxWindow* pane, wxBoxSizer* to, const std::vector<KeyHint>& keys) {
    auto* grid = new wxFlexGridSizer(2, look::gap(pane, 0.5), look::gap(pane, 2));
    for (const auto& hint : keys) {
        if (hint.keys.empty()) continue;
        auto* key = look::label(pane, hint.keys);
        key->SetFont(key->GetFont().Bold());
        auto* does = look::label(pane, hint.does);
        does->Wrap(pane->FromDIP(180));
        grid->Add(key);
        grid->Add(does);
    }
    to->Add(grid, wxSizerFlags().Border(wxBOTTOM, look::gap(pane, 2)));
}

} // namespace

HelpPane::Place HelpPane::placeIn(const wxWindow* stage) {
    return stage->GetClientSize().x < stage->FromDIP(PAGE_WIDTH + WIDTH) ? Place::Below : Place::Beside;
}

HelpPane::HelpPane(wxWindow* parent, const wxString& title, const wxString& text,
                   const std::vector<KeyHint>& keys, std::function<void()> close)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL) {
    SetBackgroundColour(look::raised());
    auto* column = new wxBoxSizer(wxVERTICAL);
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    head->Add(look::label(this, title, look::Type::Section), wxSizerFlags(1).CentreVertical());
    auto* shut = named(new wxButton(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT),
                       _("Close help"));
    shut->SetBitmap(look::icon("close", 16));
    native::setStyle(shut, "quiet");
    shut->Bind(wxEVT_BUTTON, [this, close](wxCommandEvent&) { CallAfter(close); });
    head->Add(shut);
    column->Add(head, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this)));
    auto* words = look::label(this, text);
    const bool below = placeIn(parent) == Place::Below;
    words->Wrap(below ? parent->GetClientSize().x - FromDIP(60) : FromDIP(WIDTH - 40));
    column->Add(words, wxSizerFlags().Border(wxBOTTOM, look::gap(this, 2)));
    if (!keys.empty()) column->Add(look::label(this, _("Keys here"), look::Type::Small, true));
    addKeys(this, column, keys);
    column->Add(look::label(this, _("Keys everywhere"), look::Type::Small, true));
    addKeys(this, column, commonKeys());
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(column, wxSizerFlags(1).Expand().Border(wxALL, look::gap(this, 2)));
    SetSizer(all);
    SetMinSize(below ? wxSize(-1, FromDIP(BAND)) : wxSize(FromDIP(WIDTH), -1));
    SetScrollRate(0, look::gap(this));
    named(this, title, text);
}

std::vector<KeyHint> commonKeys() {
    return {{"Alt+1 - 9, 0", _("the first ten pages of your rail")},
            {"Alt+Q - Y", _("the pages of your rail after those")},
            {"Ctrl+K", _("find any person, session, page or action")},
            {"Ctrl+Z", _("take back your last change")},
            {"Ctrl+I", _("history of the chosen cell or row: who set it, when, why")},
            {"Ctrl+T", _("a past moment, as known then or as known today")},
            {"F1", _("help and keys of this page")},
            {"F6", _("between rail and page")},
            {"Esc / Alt+Left", _("back to the page you came from")},
            {"Tab", _("next control")},
            {"Ctrl+Q", _("quit")}};
}

} // namespace fledgling::ui
