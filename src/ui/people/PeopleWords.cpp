#include "ui/people/PeopleWords.h"

#include "app/Words.h"
#include "ui/Text.h"
#include "ui/training/TrainingWords.h"

#include <wx/intl.h>

namespace fledgling::ui::people {

using look::State;

wxString rolesText(const std::set<domain::Role>& roles) {
    std::vector<wxString> words;
    for (const auto role : roles)
        words.push_back(u8(app::word(role, tongue)));
    return listText(words);
}

Cell loadCell(const app::PeopleView::Row& row) {
    if (!row.person.is(domain::Role::Mentor)) return {};
    const bool full = row.load >= row.person.capacity;
    return {.text = wxString::Format(_("%1$d of %2$d"), row.load, row.person.capacity),
            .state = full ? State::Due : State::None,
            .spoken = full ? _("full") : wxString()};
}

Cell stateCell(const app::PeopleView::Row& row) {
    if (row.person.retired) return {.text = _("has left"), .state = State::NotYet};
    if (row.asked > 0) return {.text = _("asks for leave"), .state = State::Due};
    if (row.away) return {.text = _("away today"), .state = State::Waived};
    return {};
}

wxString spanText(domain::Date first, domain::Date last) {
    return first == last ? dayText(first) : dayText(first) + " - " + dayText(last);
}

Cell leaveCell(domain::LeaveState state) {
    const wxString word = u8(app::word(state, tongue));
    switch (state) {
    case domain::LeaveState::Asked: return {.text = word, .state = State::Due};
    case domain::LeaveState::Approved: return {.text = word, .state = State::Met};
    case domain::LeaveState::Refused: return {.text = word, .state = State::Missing};
    }
    return {};
}

wxString ledText(const app::PeopleView::LeaveRow& leave) {
    std::vector<wxString> names;
    for (const auto& name : leave.led)
        names.push_back(u8(name));
    return names.empty() ? wxString() : labelled(_("Leads on those days"), listText(names));
}

wxString retiredText(const app::Ties& ties) {
    wxString text = _("The person stays in the record and is offered nowhere any more.");
    if (!ties.mentor.empty())
        text = followed(text, wxString::Format(_("The pairing with %s ends today, and the place is free again."), u8(ties.mentor)));
    std::vector<wxString> cohorts;
    for (const auto& name : ties.cohorts)
        cohorts.push_back(u8(name));
    if (!cohorts.empty())
        text = followed(text, wxString::Format(_("From today on he or she is out of %s and on no roll."), listText(cohorts)));
    if (!ties.mentor.empty() || !cohorts.empty()) text = followed(text, _("What was earned stays."));
    return followed(text, _("Ctrl+Z takes all of it back."));
}

wxString broughtBackText(const domain::Person& person) {
    const wxString text = _("The person is offered everywhere again.");
    return person.is(domain::Role::Trainee) ? followed(text, _("Cohort and mentor are chosen anew.")) : text;
}

std::string cardHtml(const app::PeopleView::Row& row) {
    const auto& person = row.person;
    std::string html = "<p>";
    const auto line = [&](const wxString& what, const wxString& value) {
        if (!value.empty()) html += "<b>" + escapedHtml(what) + "</b> " + escapedHtml(value) + "<br>";
    };
    line(_("number"), u8(person.card.staffNumber));
    line(_("roles"), rolesText(person.roles));
    line(_("posts"), postsText(person.posts));
    line(_("leaning"), u8(app::word(person.leaning, tongue)));
    if (person.is(domain::Role::Mentor)) {
        line(_("leads"), wxString::Format(_("%1$d of %2$d"), row.load, person.capacity));
    }
    line(_("cohort"), u8(row.cohort));
    line(_("start date"), person.since ? dateText(*person.since) : wxString());
    line(_("phone"), u8(person.card.phone));
    line(_("e-mail"), u8(person.card.email));
    line(_("department"), u8(person.department));
    line(_("job title"), u8(person.title));
    line(_("shift"), u8(person.shift));
    return html + "</p>";
}

} // namespace fledgling::ui::people
