#include "ui/roll/RollPageBar.h"

#include "app/Words.h"
#include "ui/Look.h"
#include "ui/Named.h"
#include "ui/Text.h"
#include "ui/controls/FlowSizer.h"

#include <algorithm>
#include <utility>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace fledgling::ui {
namespace {

/// Minutes one taps instead of typing them.
constexpr int TAPPED[] = {5, 10, 15, 30, 60};
/// So much of its line what a sign means takes at most.
constexpr int MEANING = 3, WHOLE = 5;
/// The least side of what a finger hits.
constexpr int TOUCH = 44;

wxSizerFlags inRow(const wxWindow* window) {
    return wxSizerFlags().CentreVertical().Border(wxRIGHT, look::gap(window));
}

} // namespace

RollPageBar::RollPageBar(wxWindow* parent) : wxPanel(parent) {
    auto* all = new wxBoxSizer(wxVERTICAL);
    auto* said = new wxBoxSizer(wxVERTICAL);
    m_words = look::line(this, look::Type::Section);
    said->Add(m_words, wxSizerFlags().Expand());
    said->Add(addLine(), wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 0.25)));
    // The two lines are as high as what answers them: beside them it takes no height from the rows, there or not.
    auto* above = new wxBoxSizer(wxHORIZONTAL);
    above->Add(said, wxSizerFlags(1).CentreVertical());
    above->Add(addAnswers(), wxSizerFlags().CentreVertical());
    above->SetMinSize(-1, FromDIP(TOUCH));
    all->Add(above, wxSizerFlags().Expand());
    auto* row = new FlowSizer(look::gap(this, 0.5));
    using enum domain::MarkKind;
    for (const auto kind : {Present, Late, LeftEarly, OnLeave, Absent})
        m_marks.push_back(add(row, u8(app::word(kind, tongue)),
                              wxUniChar(static_cast<unsigned char>(domain::letterOf(kind))),
                              [this, kind] { onMark(kind); }));
    m_marks.push_back(add(row, _("not marked"), wxString(L"\u232B"), [this] { onClear(); }));
    all->Add(row, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 0.5)));
    SetSizer(all);
    offerMinutes(false);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        // Only another width folds otherwise: what fit() itself does to the height would call it for ever.
        if (std::exchange(m_wide, event.GetSize().x) != event.GetSize().x) CallAfter([this] { fit(); });
    });
}

/// A narrow window folds the row of buttons, and what the sign means ends in an ellipsis.
void RollPageBar::fit() {
    const int whole = m_legend->GetTextExtent(m_legend->GetLabel()).x + look::gap(this, 0.5);
    m_legend->SetMinSize(wxSize(std::min(whole, GetClientSize().x * MEANING / WHOLE), -1));
    Layout();
    if (GetSize().y != GetBestSize().y) GetParent()->Layout();
}

/// What marks cost and what a sign means; for who owes something that stands there instead, and how minutes are typed
/// while they are.
wxSizer* RollPageBar::addLine() {
    m_rules = look::line(this, look::Type::Small, true);
    m_legend = look::line(this, look::Type::Small, false, wxALIGN_RIGHT);
    m_legend->SetForegroundColour(look::colour(look::State::Due));
    m_owed = look::line(this, look::Type::Small);
    m_legend->Hide();
    m_owed->Hide();
    m_line = new wxBoxSizer(wxHORIZONTAL);
    m_line->Add(m_rules, wxSizerFlags(1).CentreVertical());
    m_line->Add(m_legend, wxSizerFlags(1).CentreVertical().Border(wxLEFT, look::gap(this)));
    m_line->Add(m_owed, wxSizerFlags(1).CentreVertical());
    return m_line;
}

/// Right of what is said: minutes to tap, or how what is owed is settled; one or the other.
wxSizer* RollPageBar::addAnswers() {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->AddSpacer(look::gap(this));
    m_minutesLabel = look::label(this, _("minutes"), look::Type::Body, true);
    row->Add(m_minutesLabel, inRow(this));
    for (const int minutes : TAPPED) {
        auto* button = add(row, wxString::Format("%d", minutes), {}, [this, minutes] { onMinutes(minutes); });
        named(button, wxString::Format(_("%d minutes"), minutes));
        m_minutes.push_back(button);
    }
    m_ways = named(new wxChoice(this, wxID_ANY), _("Make up with"));
    row->Add(m_ways, inRow(this));
    m_plan = add(row, _("Plan make-up"), "M", [this] { onPlan(); });
    m_waive = add(row, _("Waive"), "W", [this] { onWaive(); });
    for (wxWindow* one : {static_cast<wxWindow*>(m_ways), static_cast<wxWindow*>(m_plan), static_cast<wxWindow*>(m_waive)})
        one->Hide();
    return row;
}

wxButton* RollPageBar::add(wxSizer* row, const wxString& words, const wxString& key,
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

void RollPageBar::say(const wxString& words, bool wrong) {
    m_words->SetForegroundColour(wrong ? look::colour(look::State::Missing) : look::text());
    m_words->SetLabel(wrong ? look::signed_(look::State::Missing, words) : words);
    Layout();
}

wxString RollPageBar::words() const { return m_words->GetLabel(); }

void RollPageBar::setRules(const wxString& rules) {
    if (m_rules->GetLabel() == rules) return;
    m_rules->SetLabel(rules);
    m_rules->SetToolTip(rules);
    showLine();
}

void RollPageBar::setLegend(const wxString& legend) {
    if (m_legend->GetLabel() == legend) return;
    m_legend->SetLabel(legend);
    m_legend->SetToolTip(legend);
    showLine();
}

void RollPageBar::showLine() {
    const bool owes = !m_offers && !m_owed->GetLabel().empty();
    m_owed->Show(owes);
    m_rules->Show(!owes);
    m_legend->Show(!owes && !m_offers && !m_legend->GetLabel().empty());
    // Each takes the share its words need: neither is cut while both have room.
    for (auto* part : {m_rules, m_legend})
        m_line->GetItem(part)->SetProportion(std::max(1, part->GetTextExtent(part->GetLabel()).x));
    fit();
}

void RollPageBar::showAnswers() {
    m_minutesLabel->Show(m_offers);
    for (auto* button : m_minutes)
        button->Show(m_offers);
    const bool settles = !m_offers && !m_owed->GetLabel().empty();
    m_ways->Show(settles && !m_offered.empty());
    m_plan->Show(settles);
    m_waive->Show(settles);
    fit();
}

void RollPageBar::enableMarks(const wxString& whyNot) {
    for (auto* button : m_marks) {
        button->Enable(whyNot.empty());
        button->SetToolTip(whyNot);
    }
}

void RollPageBar::offerMinutes(bool offered) {
    m_offers = offered;
    showLine();
    showAnswers();
}

void RollPageBar::showOwed(const wxString& text, look::State state, std::vector<Way> ways, const wxString& noPlan,
                           const wxString& noWaive) {
    m_offered = std::move(ways);
    m_owed->SetForegroundColour(look::colour(state));
    m_owed->SetLabel(text.empty() ? text : look::signed_(state, text));
    m_owed->SetToolTip(text);
    m_ways->Clear();
    for (const auto& one : m_offered)
        m_ways->Append(one.words);
    if (!m_offered.empty()) m_ways->SetSelection(0);
    m_plan->Enable(noPlan.empty() && !m_offered.empty());
    m_plan->SetToolTip(noPlan);
    m_waive->Enable(noWaive.empty());
    m_waive->SetToolTip(noWaive);
    showLine();
    showAnswers();
}

const RollPageBar::Way* RollPageBar::way() const {
    const int at = m_ways->GetSelection();
    return at < 0 || at >= static_cast<int>(m_offered.size()) ? nullptr
                                                              : &m_offered[static_cast<std::size_t>(at)];
}

} // namespace fledgling::ui
