#include "ui/roll/RollPageBar.h"

#include "app/Words.h"
#include "ui/Look.h"
#include "ui/Named.h"
#include "ui/Text.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace fledgling::ui {
namespace {

/// Minutes one taps instead of typing them.
constexpr int TAPPED[] = {5, 10, 15, 30, 60};
/// The least side of what a finger hits.
constexpr int TOUCH = 44;

/// A label that gives way instead of pushing its row wider than the page.
wxStaticText* yielding(wxWindow* parent, look::Type type) {
    auto* label = new wxStaticText(parent, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize,
                                   wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE);
    label->SetFont(look::font(type));
    label->SetMinSize(wxSize(look::gap(parent, 10), -1));
    return label;
}

wxSizerFlags inRow(const wxWindow* window) {
    return wxSizerFlags().CentreVertical().Border(wxRIGHT, look::gap(window));
}

} // namespace

RollPageBar::RollPageBar(wxWindow* parent) : wxPanel(parent) {
    auto* all = new wxBoxSizer(wxVERTICAL);
    m_words = yielding(this, look::Type::Section);
    m_rules = yielding(this, look::Type::Small);
    m_rules->SetForegroundColour(look::muted());
    all->Add(m_words, wxSizerFlags().Expand());
    m_legend = look::label(this, {}, look::Type::Small);
    m_legend->SetForegroundColour(look::colour(look::State::Due));
    m_legend->Hide();
    auto* below = new wxBoxSizer(wxHORIZONTAL);
    below->Add(m_rules, wxSizerFlags(1).CentreVertical());
    below->Add(m_legend, wxSizerFlags().CentreVertical().Border(wxLEFT, look::gap(this)));
    all->Add(below, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 0.5)));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    using enum domain::MarkKind;
    for (const auto kind : {Present, Late, LeftEarly, OnLeave, Absent})
        m_marks.push_back(add(row, u8(app::word(kind, tongue)),
                              wxUniChar(static_cast<unsigned char>(domain::letterOf(kind))),
                              [this, kind] { onMark(kind); }));
    m_marks.push_back(add(row, _("not marked"), wxString(L"\u232B"), [this] { onClear(); }));
    row->AddStretchSpacer();
    m_minutesLabel = look::label(this, _("minutes"), look::Type::Body, true);
    row->Add(m_minutesLabel, inRow(this).ReserveSpaceEvenIfHidden());
    for (const int minutes : TAPPED) {
        auto* button = add(row, wxString::Format("%d", minutes), {}, [this, minutes] { onMinutes(minutes); });
        named(button, wxString::Format(_("%d minutes"), minutes));
        row->GetItem(button)->SetFlag(row->GetItem(button)->GetFlag() | wxRESERVE_SPACE_EVEN_IF_HIDDEN);
        m_minutes.push_back(button);
    }
    all->Add(row, wxSizerFlags().Expand().Border(wxTOP, look::gap(this)));
    addOwedRow(all);
    SetSizer(all);
    offerMinutes(false);
}

wxButton* RollPageBar::add(wxBoxSizer* row, const wxString& words, const wxString& key,
                           std::function<void()> run) {
    auto* button = new wxButton(this, wxID_ANY, words, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
    if (!key.empty()) button->SetLabelMarkup("<b>" + key + "</b>  " + wxControl::EscapeMnemonics(words));
    named(button, words, key);
    wxSize size = button->GetBestSize();
    size.IncTo(FromDIP(wxSize(TOUCH, TOUCH)));
    size.x += key.empty() ? 0 : look::gap(this, 2);
    button->SetMinSize(size);
    button->Bind(wxEVT_BUTTON, [run](wxCommandEvent&) { run(); });
    row->Add(button, inRow(this));
    return button;
}

void RollPageBar::addOwedRow(wxBoxSizer* all) {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_owed = yielding(this, look::Type::Body);
    m_ways = named(new wxChoice(this, wxID_ANY), _("Make up with"));
    m_plan = new wxButton(this, wxID_ANY, _("Plan make-up"));
    m_plan->SetLabelMarkup(wxControl::EscapeMnemonics(_("Plan make-up")) + "  <small>M</small>");
    named(m_plan, _("Plan make-up"), "M");
    m_waive = new wxButton(this, wxID_ANY, _("Waive"));
    m_waive->SetLabelMarkup(wxControl::EscapeMnemonics(_("Waive")) + "  <small>W</small>");
    named(m_waive, _("Waive"), "W");
    m_plan->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { onPlan(); });
    m_waive->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { onWaive(); });
    row->Add(m_owed, wxSizerFlags(1).CentreVertical().Border(wxRIGHT, look::gap(this)));
    row->Add(m_ways, inRow(this).ReserveSpaceEvenIfHidden());
    row->Add(m_plan, inRow(this).ReserveSpaceEvenIfHidden());
    row->Add(m_waive, wxSizerFlags().CentreVertical().ReserveSpaceEvenIfHidden());
    row->SetMinSize(-1, look::gap(this, 5));
    all->Add(row, wxSizerFlags().Expand().Border(wxTOP, look::gap(this)));
}

void RollPageBar::say(const wxString& words, bool wrong) {
    m_words->SetForegroundColour(wrong ? look::colour(look::State::Missing) : look::text());
    m_words->SetLabel(wrong ? look::signed_(look::State::Missing, words) : words);
    Layout();
}

wxString RollPageBar::words() const { return m_words->GetLabel(); }

void RollPageBar::setRules(const wxString& rules) {
    if (m_rules->GetLabel() == rules) return;
    m_rules->SetLabel(rules);
    Layout();
}

void RollPageBar::setLegend(const wxString& legend) {
    if (m_legend->GetLabel() == legend) return;
    m_legend->SetLabel(legend);
    m_legend->Show(!legend.empty());
    Layout();
}

void RollPageBar::enableMarks(const wxString& whyNot) {
    for (auto* button : m_marks) {
        button->Enable(whyNot.empty());
        button->SetToolTip(whyNot);
    }
}

void RollPageBar::offerMinutes(bool offered) {
    m_minutesLabel->Show(offered);
    for (auto* button : m_minutes)
        button->Show(offered);
}

void RollPageBar::showOwed(const wxString& text, std::vector<Way> ways, const wxString& noPlan,
                           const wxString& noWaive) {
    m_offered = std::move(ways);
    m_owed->SetForegroundColour(look::colour(look::State::Missing));
    m_owed->SetLabel(text.empty() ? text : look::signed_(look::State::Missing, text));
    m_ways->Clear();
    for (const auto& one : m_offered)
        m_ways->Append(one.words);
    if (!m_offered.empty()) m_ways->SetSelection(0);
    m_ways->Show(!m_offered.empty());
    m_plan->Show(!text.empty());
    m_plan->Enable(noPlan.empty() && !m_offered.empty());
    m_plan->SetToolTip(noPlan);
    m_waive->Show(!text.empty());
    m_waive->Enable(noWaive.empty());
    m_waive->SetToolTip(noWaive);
    Layout();
}

const RollPageBar::Way* RollPageBar::way() const {
    const int at = m_ways->GetSelection();
    return at < 0 || at >= static_cast<int>(m_offered.size()) ? nullptr
                                                              : &m_offered[static_cast<std::size_t>(at)];
}

} // namespace fledgling::ui
