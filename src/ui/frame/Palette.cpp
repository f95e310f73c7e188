#include "ui/frame/Palette.h"

#include "ui/Look.h"
#include "ui/Named.h"
#include "ui/Text.h"
#include "ui/controls/Table.h"

#include <wx/frame.h>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/tokenzr.h>

namespace fledgling::ui {
namespace {

constexpr std::size_t MOST = 50;
const wxSize PALETTE_SIZE(640, 420);
constexpr int BELOW_TOP = 96;

} // namespace

bool matches(const wxString& text, const wxString& query) {
    const wxString lower = text.Lower();
    for (const auto& word : wxStringTokenize(query.Lower(), " "))
        if (!lower.Contains(word)) return false;
    return true;
}

Palette::Palette(wxWindow* parent, std::vector<PaletteProvider> providers)
    : wxDialog(parent, wxID_ANY, _("Find"), wxDefaultPosition, wxDefaultSize,
               wxRESIZE_BORDER | wxFRAME_FLOAT_ON_PARENT),
      m_providers(std::move(providers)) {
    m_query = named(new wxTextCtrl(this, wxID_ANY), _("Find a person, session, page or action"));
    m_query->SetHint(_("Find a person, session, page or action"));
    m_query->SetFont(look::font(look::Type::Figure));
    m_list = new Table(this, _("Found"),
                       {{_("What"), 40, Column::Align::Left, false, true},
                        {_("Where"), 26, Column::Align::Left, false, false}});
    auto* all = new wxBoxSizer(wxVERTICAL);
    const int margin = look::gap(this, 1.5);
    all->Add(m_query, wxSizerFlags().Expand().Border(wxALL, margin));
    all->Add(m_list, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, margin));
    m_nothing = look::label(this, {}, look::Type::Body, true);
    all->Add(m_nothing, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, margin));
    all->Add(look::label(this, dotted({_("Up and Down choose"), _("Enter opens"), _("Esc closes")}),
                         look::Type::Small, true),
             wxSizerFlags().Border(wxALL, margin));
    SetSizer(all);
    SetSize(FromDIP(PALETTE_SIZE));
    place();
    m_query->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { search(); });
    m_list->onActivate = [this](const std::string&) { take(); };
    Bind(wxEVT_CHAR_HOOK, &Palette::onCharHook, this);
    Bind(wxEVT_ACTIVATE, [this](wxActivateEvent& event) {
        event.Skip();
        // A window manager places a new window as it likes; where it stands is for us to say from then on.
        if (event.GetActive() && !m_wasActive) place();
        if (!event.GetActive() && IsShown() && m_wasActive) Destroy();
        m_wasActive = m_wasActive || event.GetActive();
    });
    search();
    m_query->SetFocus();
}

/// In the middle of the frame, near its top.
void Palette::place() {
    const wxRect frame = GetParent()->GetScreenRect();
    Move(frame.x + (frame.width - FromDIP(PALETTE_SIZE.x)) / 2, frame.y + FromDIP(BELOW_TOP));
}

void Palette::search() {
    m_found.clear();
    for (const auto& provider : m_providers)
        for (auto& entry : provider(m_query->GetValue()))
            if (m_found.size() < MOST) m_found.push_back(std::move(entry));
    std::vector<Row> rows;
    for (std::size_t i = 0; i < m_found.size(); ++i)
        rows.push_back({std::to_string(i), {{m_found[i].title}, {.text = m_found[i].detail, .muted = true}}});
    m_list->select({});
    m_list->set(std::move(rows));
    if (!m_found.empty()) m_list->select("0");
    m_nothing->SetLabelText(m_found.empty() ? wxString::Format(_("Nothing found for \"%s\"."), m_query->GetValue()) : wxString());
    m_nothing->Show(m_found.empty());
    Layout();
}

void Palette::take() {
    if (m_list->selected().empty()) return;
    const auto run = m_found.at(std::stoul(m_list->selected())).run;
    Hide();
    // After this window's own event: the deed may rebuild everything.
    GetParent()->CallAfter(run);
    Destroy();
}

void Palette::onCharHook(wxKeyEvent& event) {
    switch (event.GetKeyCode()) {
    case WXK_ESCAPE: Destroy(); return;
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER: take(); return;
    case WXK_UP: m_list->moveBy(-1, 0); return;
    case WXK_DOWN: m_list->moveBy(1, 0); return;
    case WXK_PAGEUP: m_list->moveBy(-10, 0); return;
    case WXK_PAGEDOWN: m_list->moveBy(10, 0); return;
    default: event.Skip();
    }
}

} // namespace fledgling::ui
