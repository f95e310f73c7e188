#include "ui/pairing/PairingSide.h"

#include "ui/Named.h"
#include "ui/Text.h"
#include "ui/controls/RichText.h"
#include "ui/controls/Table.h"

#include <algorithm>
#include <wx/dataview.h>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace fledgling::ui {

namespace {

/// Narrower neither reasons nor mentors are read.
constexpr int LEAST_WIDTH = 220;

} // namespace

PairingSide::PairingSide(wxWindow* parent) : wxPanel(parent) {
    auto* all = new wxBoxSizer(wxVERTICAL);
    m_story = new RichText(this, _("Why this pair"));
    m_story->SetBorders(look::gap(this));
    m_title = look::label(this, {}, look::Type::Section);
    m_search = named(new wxTextCtrl(this, wxID_ANY), _("Find a mentor by name"));
    m_search->SetHint(_("find a mentor"));
    m_table = new Table(this, _("Mentors to choose from"),
                        {{.title = _("mentor"), .sortable = false, .matters = true},
                         {.title = _("free"), .align = Column::Align::Right, .sortable = false},
                         {.title = _("why, or why not"), .sortable = false, .stretches = true, .wraps = true}});
    m_table->shareWidth();
    m_table->SetMinSize(FromDIP(wxSize(LEAST_WIDTH, 60)));
    m_story->SetMinSize(FromDIP(wxSize(LEAST_WIDTH, 60)));
    all->Add(m_story, wxSizerFlags(7).Expand());
    all->Add(m_title, wxSizerFlags().Border(wxTOP, look::gap(this)));
    all->Add(m_search, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 0.5)));
    all->Add(m_table, wxSizerFlags(4).Expand().Border(wxTOP, look::gap(this, 0.5)));
    SetSizer(all);
    m_search->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { draw(); });
    m_search->Bind(wxEVT_CHAR_HOOK, &PairingSide::onSearchKey, this);
    m_table->onSelect = [this](const std::string&) {
        if (onChosen) onChosen();
    };
    m_table->onActivate = [this](const std::string& id) {
        if (onMentor) onMentor(id);
    };
}

void PairingSide::setStory(const std::string& html) { m_story->setText(html); }

wxString PairingSide::story() { return m_story->plainText(); }

void PairingSide::setMentors(const wxString& title, std::vector<MentorChoice> mentors) {
    const std::string best = m_mentors.empty() ? std::string() : m_mentors.front().mentor;
    m_mentors = std::move(mentors);
    const bool any = !title.empty();
    // Who is looked at stays, unless somebody else is the best one now.
    const bool another = m_title->GetLabel() != title || m_mentors.empty() || m_mentors.front().mentor != best;
    m_title->SetLabel(title);
    m_title->Show(any);
    m_search->Show(any);
    m_table->Show(any);
    if (another) m_search->ChangeValue({});
    draw();
    if (another && m_table->size() > 0) m_table->select(m_table->order().front());
    Layout();
}

void PairingSide::draw() {
    const std::string wanted = utf8(m_search->GetValue().Strip(wxString::both).Lower());
    std::vector<Row> rows;
    for (const auto& one : m_mentors)
        if (one.named.has(wanted))
            rows.push_back({one.mentor,
                            {{.text = one.name, .bold = true},
                             {.text = wxString::Format("%d", one.places)},
                             {.text = one.verdict, .state = one.state}}});
    m_table->set(std::move(rows));
    if (m_table->selected().empty() && m_table->size() > 0) m_table->select(m_table->order().front());
}

std::string PairingSide::chosen() const { return m_table->IsShown() ? m_table->selected() : std::string(); }

const MentorChoice* PairingSide::choice() const {
    const std::string id = chosen();
    const auto at = std::find_if(m_mentors.begin(), m_mentors.end(), [&](const MentorChoice& one) { return one.mentor == id; });
    return at == m_mentors.end() ? nullptr : &*at;
}

bool PairingSide::hasKeyboard() const { return IsDescendant(FindFocus()); }

void PairingSide::takeFocus() {
    m_search->SetFocus();
    m_search->SelectAll();
}

void PairingSide::onSearchKey(wxKeyEvent& event) {
    const int code = event.GetKeyCode();
    if (event.HasAnyModifiers()) return event.Skip();
    if (code == WXK_UP || code == WXK_DOWN)
        m_table->moveBy(code == WXK_DOWN ? 1 : -1, 0);
    else if ((code == WXK_RETURN || code == WXK_NUMPAD_ENTER) && onMentor && !chosen().empty())
        onMentor(chosen());
    else if (code == WXK_ESCAPE && !m_search->IsEmpty())
        m_search->Clear();
    else if (code == WXK_ESCAPE && onLeave)
        onLeave();
    else
        event.Skip();
}

} // namespace fledgling::ui
