#include "ui/frame/WhoPage.h"

#include "app/Words.h"
#include "ui/Look.h"
#include "ui/Named.h"
#include "ui/Text.h"
#include "ui/controls/Table.h"
#include "ui/frame/Palette.h"

#include <wx/button.h>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>

namespace fledgling::ui {
namespace {

wxString rolesOf(const domain::Person& person) {
    std::vector<wxString> words;
    for (const auto role : person.roles)
        words.push_back(u8(app::word(role, tongue)));
    return listText(words);
}

wxString postsOf(const domain::Person& person) {
    std::vector<wxString> words;
    for (const auto post : person.posts)
        words.push_back(u8(app::word(post, tongue)));
    return listText(words);
}

} // namespace

WhoPage::WhoPage(wxWindow* parent, std::vector<domain::Person> people, const std::string& last, Chosen chosen)
    : wxPanel(parent), m_people(std::move(people)), m_chosen(std::move(chosen)) {
    for (const auto& person : m_people)
        m_names.emplace_back(person.card.name);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(look::label(this, _("Who are you?"), look::Type::Title));
    column->Add(
        look::label(this, _("Your name is kept with everything you do here."), look::Type::Body, true),
        wxSizerFlags().Border(wxTOP | wxBOTTOM, look::gap(this)));
    m_search = named(new wxSearchCtrl(this, wxID_ANY), _("Name, staff number or role"));
    m_search->SetDescriptiveText(_("Name, staff number or role"));
    column->Add(m_search, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this)));
    m_table = new Table(this, _("People"),
                        {{_("name"), 18},
                         {_("role"), 24},
                         {_("post"), 24},
                         {.title = _("staff number"), .width = 12, .stretches = true}});
    column->Add(m_table, wxSizerFlags(1).Expand());
    auto* foot = new wxBoxSizer(wxHORIZONTAL);
    foot->Add(look::label(this, dotted({_("Type to search"), _("Up and Down choose"), _("Enter goes on")}),
                          look::Type::Small, true),
              wxSizerFlags().CentreVertical());
    foot->AddStretchSpacer();
    auto* go = named(new wxButton(this, wxID_ANY, _("Go on")), _("Go on"));
    native::setStyle(go, "suggested-action");
    foot->Add(go);
    column->Add(foot, wxSizerFlags().Expand().Border(wxTOP, look::gap(this)));
    column->SetMinSize(FromDIP(760), -1);
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(column, wxSizerFlags(1).CentreHorizontal().Border(wxALL, look::gap(this, 4)));
    SetSizer(all);
    m_search->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { show(); });
    m_table->onActivate = [this](const std::string&) { take(); };
    go->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { take(); });
    Bind(wxEVT_CHAR_HOOK, &WhoPage::onCharHook, this);
    show();
    if (!last.empty()) m_table->select(last);
    // Enter signs in as the chosen one: he or she is in sight as soon as the list has its height.
    m_table->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        CallAfter([this] { m_table->select(m_table->selected()); });
    });
}

void WhoPage::show() {
    std::vector<Row> rows;
    const wxString wanted = m_search->GetValue();
    for (std::size_t i = 0; i < m_people.size(); ++i) {
        const auto& person = m_people[i];
        const wxString name = u8(person.card.name);
        const wxString number = u8(person.card.staffNumber);
        if (!matches(name + " " + number + " " + rolesOf(person), wanted) && !m_names[i].has(utf8(wanted))) continue;
        rows.push_back({person.id.text(),
                        {{.text = name, .bold = true},
                         {rolesOf(person)},
                         {postsOf(person)},
                         {.text = number, .muted = true}}});
    }
    const std::string first = rows.empty() ? std::string() : rows.front().id;
    m_table->set(std::move(rows));
    if (m_table->selected().empty()) m_table->select(first);
}

void WhoPage::focusFirst() { m_search->SetFocus(); }

void WhoPage::take() {
    if (m_table->selected().empty()) return;
    // After the running event: the frame replaces this page.
    const domain::PersonId who(m_table->selected());
    CallAfter([chosen = m_chosen, who] { chosen(who); });
}

void WhoPage::onCharHook(wxKeyEvent& event) {
    const bool typing = wxWindow::FindFocus() && m_search->IsDescendant(wxWindow::FindFocus());
    switch (event.GetKeyCode()) {
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER: return take();
    case WXK_UP:
        if (typing) return void(m_table->moveBy(-1, 0));
        break;
    case WXK_DOWN:
        if (typing) return void(m_table->moveBy(1, 0));
        break;
    default: break;
    }
    event.Skip();
}

} // namespace fledgling::ui
