#pragma once

#include "app/people/PeopleView.h"
#include "ui/controls/Table.h"

#include <wx/string.h>

/// Words and cells of the people page and its forms.
namespace fledgling::ui::people {

inline constexpr domain::Role ROLES[] = {domain::Role::Trainee, domain::Role::Mentor, domain::Role::Trainer,
                                         domain::Role::Supervisor, domain::Role::Manager};
inline constexpr domain::Post POSTS[] = {domain::Post::Agent, domain::Post::Complaint, domain::Post::Order};
inline constexpr domain::Leaning LEANINGS[] = {domain::Leaning::AllRound, domain::Leaning::Technical,
                                               domain::Leaning::Theory};

/// "mentor, trainer".
[[nodiscard]] wxString rolesText(const std::set<domain::Role>& roles);
/// "2 of 3" with a sign when full; empty for who isn't a mentor.
[[nodiscard]] Cell loadCell(const app::PeopleView::Row& row);
/// What one should know at once: away, asked for leave, left.
[[nodiscard]] Cell stateCell(const app::PeopleView::Row& row);
/// "Tue 24 Nov" or "Tue 24 Nov - Thu 26 Nov".
[[nodiscard]] wxString spanText(domain::Date first, domain::Date last);
[[nodiscard]] Cell leaveCell(domain::LeaveState state);
/// "Leads on those days: ..."; empty for who leads nobody then.
[[nodiscard]] wxString ledText(const app::PeopleView::LeaveRow& leave);
/// What retiring means for somebody who takes part in that: who leads, and which cohorts, are named.
[[nodiscard]] wxString retiredText(const app::Ties& ties);
/// What taking it back means.
[[nodiscard]] wxString broughtBackText(const domain::Person& person);
/// The card as HTML, for beside the list.
[[nodiscard]] std::string cardHtml(const app::PeopleView::Row& row);

} // namespace fledgling::ui::people
