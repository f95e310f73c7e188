#include "ui/PeoplePicker.h"

#include "ui/Named.h"
#include "ui/SectionBar.h"
#include "ui/Table.h"
#include "ui/Text.h"
#include "ui/TrainingWords.h"

#include <algorithm>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace fledgling::ui {

namespace {

/// More lines than anybody reads; typing narrows them.
constexpr std::size_t MOST_SHOWN = 200;

} // namespace

PeoplePicker::PeoplePicker(wxWindow* parent, const wxString& title) : wxPanel(parent), m_titleText(title) {
    m_title = new SectionBar(this, title);
    m_title->add(_("Add all shown"), "Alt+A", [this] { takeAllShown(); });
    m_text = named(new wxTextCtrl(this, wxID_ANY),
                   _("Name or staff number, then Enter"));
    m_text->SetHint(_("Name or staff number, then Enter"));
    m_matches = new Table(this, _("Trainees who can be chosen"),
                          {{.title = _("name"), .width = 12},
                           {.title = _("number"), .width = 8},
                           {.title = _("post"), .width = 14, .stretches = true},
                           {.title = _("since"), .width = 11}});
    m_none = look::label(this, {}, look::Type::Body, true);
    m_chosenBar = new SectionBar(this);
    m_chosenBar->add(_("Put back"), "Del", [this] { putBack(m_chosenTable->selected()); });
    m_chosenTable = new Table(this, _("Chosen trainees"),
                              {{.title = _("name"), .width = 12},
                               {.title = _("number"), .width = 8},
                               {.title = _("post"), .width = 14, .stretches = true}});
    layOut();
    m_text->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { draw(); });
    m_text->Bind(wxEVT_KEY_DOWN, &PeoplePicker::onKeyDown, this);
    m_matches->onActivate = [this](const std::string& id) { take(id); };
    m_chosenTable->onActivate = [this](const std::string& id) { putBack(id); };
    m_chosenTable->onKey = [this](const wxKeyEvent& event, const std::string& id) {
        if (event.GetKeyCode() != WXK_DELETE) return false;
        putBack(id);
        return true;
    };
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetModifiers() == wxMOD_ALT && event.GetKeyCode() == 'A')
            takeAllShown();
        else
            event.Skip();
    });
    drawChosen();
}

void PeoplePicker::layOut() {
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(m_title, wxSizerFlags().Expand());
    all->Add(m_text, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this, 0.5)));
    all->Add(m_none, wxSizerFlags().Expand());
    all->Add(m_matches, wxSizerFlags(3).Expand());
    all->Add(m_chosenBar, wxSizerFlags().Expand());
    all->Add(m_chosenTable, wxSizerFlags(3).Expand());
    for (auto* table : {m_matches, m_chosenTable})
        table->SetMinSize(wxSize(-1, FromDIP(96)));
    SetSizer(all);
}

void PeoplePicker::setCandidates(std::vector<Candidate> all) {
    m_all = std::move(all);
    draw();
}

std::vector<domain::PersonId> PeoplePicker::chosen() const {
    std::vector<domain::PersonId> ids;
    for (const auto& one : m_chosen)
        ids.push_back(one.id);
    return ids;
}

void PeoplePicker::takeFocus() { m_text->SetFocus(); }

bool PeoplePicker::isChosen(const std::string& id) const {
    return std::any_of(m_chosen.begin(), m_chosen.end(),
                       [&](const Candidate& one) { return one.id.text() == id; });
}

wxString PeoplePicker::noneText() const {
    if (!m_text->GetValue().Trim().empty()) return _("Nobody of that name can be chosen.");
    return m_all.empty() ? _("There are no trainees yet: add or import them on the page People.")
                         : _("Nobody is free: everybody is in a cohort. Type a name to see who is where.");
}

void PeoplePicker::draw() {
    std::vector<Row> rows;
    for (const auto& one : app::CohortsView::filtered(m_all, utf8(m_text->GetValue()))) {
        if (isChosen(one.id.text())) continue;
        if (rows.size() >= MOST_SHOWN) break;
        const bool free = one.cohort.empty();
        rows.push_back(
            {one.id.text(),
             {{.text = u8(one.name), .muted = !free},
              {.text = u8(one.staffNumber), .muted = true},
              {.text = free ? postsText(one.posts) : wxString::Format(_("in %s already"), u8(one.cohort)),
               .muted = !free},
              {.text = one.since ? u8(one.since->iso()) : wxString(), .muted = true}}});
    }
    const bool none = rows.empty();
    if (none) m_none->SetLabel(noneText());
    m_none->Show(none);
    const std::string first = none ? std::string() : rows.front().id;
    m_matches->set(std::move(rows));
    m_matches->select(first);
    Layout();
}

void PeoplePicker::drawChosen() {
    std::vector<Row> rows;
    for (const auto& one : m_chosen)
        rows.push_back({one.id.text(),
                        {{.text = u8(one.name)},
                         {.text = u8(one.staffNumber), .muted = true},
                         {.text = postsText(one.posts)}}});
    m_chosenTable->set(std::move(rows));
    const int count = static_cast<int>(m_chosen.size());
    m_chosenBar->setTitle(count == 0 ? _("Nobody chosen yet")
                                     : wxString::Format(wxPLURAL("%d chosen", "%d chosen", count), count));
}

void PeoplePicker::take(const std::string& id) {
    const auto at =
        std::find_if(m_all.begin(), m_all.end(), [&](const Candidate& one) { return one.id.text() == id; });
    if (at == m_all.end() || !at->cohort.empty() || isChosen(id)) return;
    m_chosen.push_back(*at);
    m_text->ChangeValue({});
    draw();
    drawChosen();
    if (onChanged) onChanged();
}

void PeoplePicker::takeAllShown() {
    for (const auto& one : app::CohortsView::filtered(m_all, utf8(m_text->GetValue())))
        if (one.cohort.empty() && !isChosen(one.id.text())) m_chosen.push_back(one);
    m_text->ChangeValue({});
    draw();
    drawChosen();
    if (onChanged) onChanged();
}

void PeoplePicker::putBack(const std::string& id) {
    std::erase_if(m_chosen, [&](const Candidate& one) { return one.id.text() == id; });
    draw();
    drawChosen();
    if (onChanged) onChanged();
}

void PeoplePicker::onKeyDown(wxKeyEvent& event) {
    switch (event.GetKeyCode()) {
    case WXK_DOWN: m_matches->moveBy(1, 0); break;
    case WXK_UP: m_matches->moveBy(-1, 0); break;
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
        // With Ctrl it keeps the form; that key was used before it came here.
        take(m_matches->selected());
        break;
    default: event.Skip();
    }
}

} // namespace fledgling::ui
