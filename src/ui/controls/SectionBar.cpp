#include "ui/controls/SectionBar.h"

#include "ui/Named.h"
#include "ui/Text.h"
#include "ui/controls/FlowSizer.h"

#include <algorithm>
#include <wx/button.h>
#include <wx/clntdata.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace fledgling::ui {

SectionBar::SectionBar(wxWindow* parent, const wxString& title, Short where) : wxPanel(parent), m_short(where) {
    if (m_short == Short::Folds)
        m_row = new FlowSizer(0);
    else
        m_row = new wxBoxSizer(wxHORIZONTAL);
    m_title = new wxStaticText(this, wxID_ANY, title, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    m_title->SetFont(look::font(look::Type::Section));
    m_detail = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    m_detail->SetForegroundColour(look::muted());
    m_detail->SetMinSize(wxSize(0, -1));
    native::sayWhenCut(m_title);
    native::sayWhenCut(m_detail);
    m_row->Add(m_title, wxSizerFlags().CentreVertical());
    m_row->Add(m_detail, wxSizerFlags(1).CentreVertical().Border(wxLEFT, look::gap(this, 2)));
    m_row->SetMinSize(-1, look::gap(this, 4));
    SetSizer(m_row);
    fitTitle();
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        fitTitle();
    });
}

void SectionBar::fitTitle() {
    const wxString title = m_title->GetLabel();
    const int wanted = title.empty() ? 0 : m_title->GetTextExtent(title).x + 1;
    if (m_short == Short::Folds) {
        m_title->SetMinSize(wxSize(wanted, -1));
        Layout();
        return;
    }
    m_title->SetMinSize(wxSize(0, -1));
    const int room = GetClientSize().x - m_row->CalcMin().x;
    // Before it has a place there is no room to speak of.
    const bool placed = GetClientSize().x > FromDIP(40);
    m_title->SetMinSize(wxSize(placed ? std::clamp(room, std::min(wanted, FromDIP(60)), wanted) : wanted, -1));
    Layout();
}

void SectionBar::setTitle(const wxString& title, look::State state) {
    const wxString shown = look::signed_(state, title);
    if (m_title->GetLabel() == shown) return;
    m_title->SetLabel(shown);
    m_title->SetForegroundColour(look::colour(state));
    fitTitle();
    if (m_short == Short::Folds) GetParent()->Layout(); // another number of lines
}

void SectionBar::setDetail(const wxString& detail) {
    m_detail->SetLabel(detail);
    Layout();
}

wxButton* SectionBar::add(const wxString& does, const std::string& key, std::function<void()> run) {
    auto* button = new wxButton(this, wxID_ANY, does, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
    keyed(button, does, u8(key));
    button->SetClientObject(new wxStringClientData(u8(key))); // by which the page finds why a key does nothing
    native::setStyle(button, "quiet");
    m_row->Add(button, wxSizerFlags().CentreVertical().Border(wxLEFT, look::gap(this, 0.5)));
    button->Bind(wxEVT_BUTTON, [run = std::move(run)](wxCommandEvent&) { run(); });
    fitTitle();
    return button;
}

void SectionBar::enable(wxButton* button, bool enabled, const wxString& whyNot) {
    button->Enable(enabled);
    button->SetToolTip(enabled ? wxString() : whyNot);
}

} // namespace fledgling::ui
