#include "ui/controls/PeoplePicker.h"

#include "ui/Named.h"
#include "ui/Text.h"
#include "ui/controls/Paragraph.h"
#include "ui/controls/SectionBar.h"
#include "ui/controls/Table.h"
#include "ui/training/TrainingWords.h"

#include <algorithm>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace fledgling::ui {

namespace {

/// More lines than anybody reads; typing narrows them.
constexpr std::size_t MOST_SHOWN = 200;

} // namespace

PeoplePicker::PeoplePicker(wxWindow* parent, const wxString& title) : wxPanel(parent), m_titleText(title) {
    m_title = new SectionBar(this, title);
    m_title->add(_("Add all shown"), "Alt+A", [this] { takeAllShown(); });
    m_text = named(new wxTextCtrl(this, wxID_ANY), _("Name or staff number, then Enter"));
    m_text->SetHint(_("Name or staff number, then Enter"));
    m_list = new Table(this, _("Trainees who can be chosen"),
                       {{.title = _("name"), .sortable = false, .matters = true},
                        {.title = _("number"), .sortable = false},
                        {.title = _("post"), .sortable = false, .stretches = true},
                        // TRANSLATORS: of somebody to choose: the first day here, or the cohort that has the person already
                        {.title = _("since, or cohort"), .sortable = false}});
    m_list->shareWidth();
    m_list->SetMinSize(wxSize(-1, FromDIP(34 + 2 * 28)));
    m_none = new Paragraph(this, look::Type::Body, true);
    auto* all = new wxBoxSizer(wxVERTICAL);
    // Who tabs on types names; the button is for the mouse and Alt+A.
    m_title->MoveAfterInTabOrder(m_list);
    all->Add(m_title, wxSizerFlags().Expand());
    all->Add(m_text, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this, 0.5)));
    all->Add(m_none, wxSizerFlags().Expand());
    all->Add(m_list, wxSizerFlags(1).Expand());
    SetSizer(all);
    m_text->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { draw(); });
    m_text->Bind(wxEVT_KEY_DOWN, &PeoplePicker::onKeyDown, this);
    m_list->onActivate = [this](const std::string& id) { turn(id); };
    m_list->onKey = [this](const wxKeyEvent& event, const std::string& id) {
        const int code = event.GetKeyCode();
        if (event.HasAnyModifiers() || (code != WXK_SPACE && !(code == WXK_DELETE && isChosen(id))))
            return false;
        turn(id);
        return true;
    };
    // The key stands on a button that is always in sight: it works wherever in the form the keyboard is.
    parent->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetModifiers() == wxMOD_ALT && event.GetKeyCode() == 'A')
            takeAllShown();
        else
            event.Skip();
    });
    draw();
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

bool PeoplePicker::anyFree() const {
    return std::any_of(m_all.begin(), m_all.end(), [](const Candidate& one) { return one.cohort.empty(); });
}

bool PeoplePicker::isChosen(const std::string& id) const {
    return std::any_of(m_chosen.begin(), m_chosen.end(),
                       [&](const Candidate& one) { return one.id.text() == id; });
}

wxString PeoplePicker::noneText() const {
    if (!m_text->GetValue().Trim().empty()) return _("Nobody of that name can be chosen.");
    return m_all.empty() ? _("There are no trainees yet: add or import them on the page People.")
                         : _("Nobody else is free. Type a name to see who is where.");
}

Row PeoplePicker::rowFor(const Candidate& one, bool taken) const {
    const bool free = one.cohort.empty();
    return {one.id.text(),
            {{.text = u8(one.name), .state = taken ? look::State::Met : look::State::None, .muted = !free},
             {.text = u8(one.staffNumber), .muted = true},
             {.text = postsText(one.posts), .muted = !free},
             {.text = !free       ? wxString::Format(_("in %s already"), u8(one.cohort))
                      : one.since ? dayText(*one.since)
                                  : wxString(),
              .muted = true}}};
}

void PeoplePicker::draw() {
    const bool typed = !m_text->GetValue().Trim().empty();
    std::vector<Row> matches, taken;
    for (const auto& one : app::CohortsView::filtered(m_all, utf8(m_text->GetValue())))
        if (!isChosen(one.id.text()) && matches.size() < MOST_SHOWN) matches.push_back(rowFor(one, false));
    for (const auto& one : m_chosen)
        taken.push_back(rowFor(one, true));
    // What was typed for stands first; otherwise what was chosen.
    const std::string first = matches.empty() ? std::string() : matches.front().id;
    m_none->set(matches.empty() ? noneText() : wxString());
    m_none->Show(matches.empty());
    auto& rows = typed ? matches : taken;
    auto& after = typed ? taken : matches;
    rows.insert(rows.end(), after.begin(), after.end());
    m_list->set(std::move(rows));
    m_list->select(first);
    const auto count = static_cast<int>(m_chosen.size());
    // Who is listed is only on offer: the number says who is in.
    m_title->setTitle(dotted({m_titleText, wxString::Format(wxPLURAL("%d chosen", "%d chosen", count), count)}));
    Layout();
}

void PeoplePicker::changed() {
    m_text->ChangeValue({});
    draw();
    if (onChanged) onChanged();
}

void PeoplePicker::turn(const std::string& id) {
    if (isChosen(id)) {
        std::erase_if(m_chosen, [&](const Candidate& one) { return one.id.text() == id; });
        return changed();
    }
    const auto at =
        std::find_if(m_all.begin(), m_all.end(), [&](const Candidate& one) { return one.id.text() == id; });
    if (at == m_all.end()) return;
    if (!at->cohort.empty()) return sayTaken(*at);
    m_chosen.push_back(*at);
    changed();
}

void PeoplePicker::sayTaken(const Candidate& one) {
    m_none->set(look::signed_(look::State::Due,
                              wxString::Format(_("%1$s is in %2$s already. To change that, leave this form, choose that cohort, then the "
                                                 "name, and press O (Other cohort)."),
                                               u8(one.name), u8(one.cohort))));
    m_none->Show();
    Layout();
}

void PeoplePicker::takeAllShown() {
    for (const auto& one : app::CohortsView::filtered(m_all, utf8(m_text->GetValue())))
        if (one.cohort.empty() && !isChosen(one.id.text())) m_chosen.push_back(one);
    changed();
}

void PeoplePicker::onKeyDown(wxKeyEvent& event) {
    switch (event.GetKeyCode()) {
    case WXK_DOWN: m_list->moveBy(1, 0); break;
    case WXK_UP: m_list->moveBy(-1, 0); break;
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER: turn(m_list->selected()); break;
    default: event.Skip();
    }
}

} // namespace fledgling::ui
