#include "ui/frame/Rail.h"

#include "ui/Look.h"
#include "ui/Named.h"
#include "ui/Text.h"

#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/statbmp.h>
#include <wx/stattext.h>
#include <wx/tglbtn.h>

namespace fledgling::ui {

Rail::Rail(wxWindow* parent, const std::vector<const PageEntry*>& entries,
           std::function<void(const std::string&)> open, std::function<void()> find)
    : wxPanel(parent), m_entries(entries) {
    SetBackgroundColour(look::raised());
    auto* column = new wxBoxSizer(wxVERTICAL);
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    head->Add(new wxStaticBitmap(this, wxID_ANY, look::icon("fledgling-line", 20, look::text())),
              wxSizerFlags().CentreVertical());
    head->Add(look::label(this, "Fledgling", look::Type::Section),
              wxSizerFlags().CentreVertical().Border(wxLEFT, look::gap(this)));
    column->Add(head, wxSizerFlags().Border(wxALL, look::gap(this, 2)));
    const auto border = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, look::gap(this, 0.5));
    for (const auto* entry : m_entries) {
        auto* button = new wxToggleButton(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize,
                                          wxBORDER_NONE | wxBU_LEFT);
        native::setStyle(button, "rail");
        m_buttons[entry->id] = button;
        draw(*entry, {});
        button->Bind(wxEVT_TOGGLEBUTTON, [this, open, id = entry->id](wxCommandEvent&) {
            mark(id);
            CallAfter([open, id] { open(id); });
        });
        column->Add(button, border);
    }
    column->AddStretchSpacer();
    auto* search =
        new wxToggleButton(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE | wxBU_LEFT);
    native::setStyle(search, "rail");
    native::layOutRailButton(search, look::icon("search", 20), _("Find"), {}, "Ctrl+K");
    named(search, _("Find"), "Ctrl+K");
    search->Bind(wxEVT_TOGGLEBUTTON, [search, find](wxCommandEvent&) {
        search->SetValue(false);
        find();
    });
    column->Add(search, border);
    column->AddSpacer(look::gap(this));
    SetSizer(column);
    SetMinSize(wxSize(FromDIP(208), -1));
}

void Rail::draw(const PageEntry& entry, const wxString& count) {
    const auto at = std::find(m_entries.begin(), m_entries.end(), &entry) - m_entries.begin();
    const wxString keys = railKey(static_cast<std::size_t>(at));
    const wxString words = wxGetTranslation(entry.title);
    auto* button = m_buttons.at(entry.id);
    native::layOutRailButton(button, look::icon(entry.icon, 20), words, count, keys);
    named(button, count.empty() ? words : words + " " + count, keys);
    button->SetMinSize(wxSize(-1, FromDIP(36)));
}

void Rail::mark(const std::string& pageId) {
    for (auto& [id, button] : m_buttons)
        button->SetValue(id == pageId);
}

void Rail::setBadge(const std::string& pageId, const wxString& count) {
    for (const auto* entry : m_entries)
        if (entry->id == pageId) draw(*entry, count);
}

} // namespace fledgling::ui
