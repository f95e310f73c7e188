#include "ui/people/PersonForm.h"

#include "app/Words.h"
#include "ui/controls/DateField.h"
#include "ui/controls/Form.h"
#include "ui/controls/IntoView.h"
#include "ui/people/PeopleWords.h"

#include <utility>
#include <wx/checklst.h>
#include <wx/choice.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/spinctrl.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace fledgling::ui {

namespace {

/// What a new mentor gets until somebody says otherwise.
constexpr int USUAL_CAPACITY = 3;

template <class Enum>
std::vector<std::string> keysOf(const std::set<Enum>& values) {
    std::vector<std::string> keys;
    for (const auto value : values)
        keys.emplace_back(domain::keyOf(value));
    return keys;
}

} // namespace

PersonForm::PersonForm(wxWindow* parent, Page& of, app::PeopleView& view, domain::Person person)
    : EditPanel(parent, of,
                person.id.empty() ? _("Somebody new")
                                  : wxString::Format(_("Correct %s"), u8(person.card.name)),
                _("Keep")),
      m_view(view), m_person(std::move(person)) {
    m_inside = scrolling(this);
    m_card = new Form(m_inside, 2);
    m_work = new Form(m_inside, 2);
    layOutCard();
    layOutWork();
    m_halves = new wxBoxSizer(wxHORIZONTAL);
    auto* left = new wxBoxSizer(wxVERTICAL);
    left->Add(look::label(m_inside, _("The card"), look::Type::Section),
              wxSizerFlags().Border(wxBOTTOM, look::gap(this)));
    left->Add(m_card, wxSizerFlags().Expand());
    auto* right = new wxBoxSizer(wxVERTICAL);
    right->Add(look::label(m_inside, _("The work"), look::Type::Section),
               wxSizerFlags().Border(wxBOTTOM, look::gap(this)));
    right->Add(m_work, wxSizerFlags().Expand());
    m_halves->Add(left, wxSizerFlags(1).Expand().Border(wxRIGHT, look::gap(this, 2)));
    m_halves->Add(right, wxSizerFlags(1).Expand());
    m_inside->SetSizer(m_halves);
    // Each gets its share of what is left: equal ones would ask for twice the wider.
    m_shares = {left->CalcMin().x + look::gap(this, 2), right->CalcMin().x};
    content()->Add(m_inside, wxSizerFlags(1).Expand().Border(wxTOP, look::gap(this)));
    m_work->onChanged = [this] { rolesChanged(); };
    rolesChanged();
    m_inside->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        if (std::exchange(m_width, m_inside->GetClientSize().x) != m_inside->GetClientSize().x) CallAfter([this] { arrange(); });
    });
}

void PersonForm::focusFirst() { m_name->SetFocus(); }

void PersonForm::arrange() {
    const int width = m_inside->GetClientSize().x;
    const bool beside = m_shares[0] + m_shares[1] <= width;
    m_halves->SetOrientation(beside ? wxHORIZONTAL : wxVERTICAL);
    for (std::size_t half = 0; half < m_shares.size(); ++half)
        m_halves->GetItem(half)->SetProportion(beside ? m_shares[half] : 0);
    for (auto* form : {m_card, m_work})
        beside ? form->setColumns(2) : form->fitTo(width - look::gap(this, 2), 2);
    m_inside->FitInside();
    m_inside->Layout();
}

void PersonForm::layOutCard() {
    const auto& card = m_person.card;
    m_name = m_card->addText(_("Full name"), u8(card.name));
    m_number = m_card->addText(_("Staff number"), u8(card.staffNumber), _("leading zeros count"));
    m_phone = m_card->addText(_("Phone"), u8(card.phone));
    m_email = m_card->addText(_("E-mail"), u8(card.email));
    m_department = m_card->addText(_("Department"), u8(m_person.department));
    m_title = m_card->addText(_("Job title"), u8(m_person.title));
    m_since = m_card->addDate(_("Start date"), m_person.since, true);
    m_shift = m_card->addText(_("Shift"), u8(m_person.shift));
    // A low and narrow window has room for four fields side by side only if none of them insists on its usual width.
    for (auto* field : {m_name, m_number, m_phone, m_email, m_department, m_title, m_shift})
        field->SetMinSize(wxSize(FromDIP(100), field->GetMinSize().y));
    if (!m_person.id.empty()) m_why = m_card->addText(_("Why"), {}, _("stays in the history; may be empty"));
}

void PersonForm::layOutWork() {
    std::vector<Form::Option> roles, posts, leanings;
    for (const auto role : people::ROLES)
        roles.push_back({std::string(domain::keyOf(role)), u8(app::word(role, tongue))});
    for (const auto post : people::POSTS)
        posts.push_back({std::string(domain::keyOf(post)), u8(app::word(post, tongue))});
    for (const auto leaning : people::LEANINGS)
        leanings.push_back({std::string(domain::keyOf(leaning)), u8(app::word(leaning, tongue))});
    m_roles = m_work->addChecks(_("Roles"), roles, keysOf(m_person.roles));
    m_posts = m_work->addChecks(_("Posts"), posts, keysOf(m_person.posts));
    m_posts->SetToolTip(_("Trained for, or able to lead for"));
    m_posts->Bind(wxEVT_CHECKLISTBOX, [this](wxCommandEvent& event) {
        m_postsChosen = true;
        event.Skip();
    });
    m_leaning = m_work->addChoice(_("Leaning"), leanings, std::string(domain::keyOf(m_person.leaning)));
    m_capacity =
        m_work->addNumber(_("A mentor's places"), m_person.capacity > 0 ? m_person.capacity : USUAL_CAPACITY,
                          1, domain::HIGHEST_CAPACITY);
}

void PersonForm::rolesChanged() {
    bool mentor = false;
    for (const auto& key : Form::chosen(m_roles))
        mentor = mentor || domain::roleOf(key) == domain::Role::Mentor;
    m_capacity->Enable(mentor);
    proposePosts();
    m_capacity->SetToolTip(mentor ? wxString() : _("Only mentors lead trainees."));
}

void PersonForm::proposePosts() {
    if (!m_person.id.empty() || m_postsChosen) return;
    std::set<domain::Role> roles;
    for (const auto& key : Form::chosen(m_roles))
        if (const auto role = domain::roleOf(key)) roles.insert(*role);
    const bool needed = domain::needsPost(roles);
    for (unsigned at = 0; at < m_posts->GetCount(); ++at)
        m_posts->Check(at, needed && m_person.posts.contains(people::POSTS[at]));
}

domain::Person PersonForm::read() const {
    domain::Person person = m_person;
    person.card = {utf8(m_name->GetValue()), utf8(m_number->GetValue()), utf8(m_phone->GetValue()),
                   utf8(m_email->GetValue())};
    person.department = utf8(m_department->GetValue());
    person.title = utf8(m_title->GetValue());
    person.shift = utf8(m_shift->GetValue());
    person.since = m_since->value();
    person.roles.clear();
    person.posts.clear();
    for (const auto& key : Form::chosen(m_roles))
        if (const auto role = domain::roleOf(key)) person.roles.insert(*role);
    for (const auto& key : Form::chosen(m_posts))
        if (const auto post = domain::postOf(key)) person.posts.insert(*post);
    person.leaning = domain::leaningOf(Form::chosen(m_leaning)).value_or(person.leaning);
    person.capacity = person.is(domain::Role::Mentor) ? m_capacity->GetValue() : 0;
    return person;
}

/// The rules are the verb's; here each of them has its field.
void PersonForm::showFault(const domain::Refused& fault) {
    const bool nameless = m_name->IsEmpty() && (fault.rule() == domain::Rule::RoleMissing || fault.rule() == domain::Rule::PostMissing);
    const wxString words = u8(app::sentence(nameless ? domain::Refused(fault.rule(), {utf8(_("Somebody new"))}) : fault, tongue));
    switch (fault.rule()) {
    case domain::Rule::StaffNumberUnreadable: return m_card->showError(m_number, words);
    case domain::Rule::PhoneUnreadable: return m_card->showError(m_phone, words);
    case domain::Rule::EmailUnreadable: return m_card->showError(m_email, words);
    case domain::Rule::RoleMissing: return m_work->showError(m_roles, words);
    case domain::Rule::PostMissing: return m_work->showError(m_posts, words);
    case domain::Rule::CapacityOutOfRange: return m_work->showError(m_capacity, words);
    default: return m_card->showError(m_name, words);
    }
}

bool PersonForm::complete() {
    m_card->clearErrors();
    m_work->clearErrors();
    std::vector<domain::Refused> faults;
    if (!page().attempt([&] { faults = domain::faultsIn(read(), m_person.card); })) return false;
    // From the last, so that the keyboard comes to stand in the first.
    if (!m_since->valid()) m_card->showError(m_since, _("A date as year-month-day, or nothing."));
    for (auto fault = faults.rbegin(); fault != faults.rend(); ++fault)
        showFault(*fault);
    m_inside->FitInside();
    return faults.empty() && m_since->valid();
}

bool PersonForm::keep() {
    if (!complete()) return false;
    return page().attempt([this] {
        const auto person = read();
        if (person.id.empty())
            m_person.id = m_view.add(person);
        else
            m_view.correct(person, m_why ? utf8(m_why->GetValue()) : std::string());
    });
}

} // namespace fledgling::ui
