#pragma once

#include "app/Desk.h"
#include "domain/Person.h"

#include <map>
#include <optional>
#include <string>

namespace fledgling::app {

/// Adds a person; an empty id gets a fresh one. Refused(StaffNumberTaken) and what domain::checked refuses.
/// Gives the id.
domain::PersonId addPerson(Desk& desk, domain::Person person);
/// Corrects a person's card and work data; refused as when adding, but for what stood there before. 0 when nothing differs.
store::ChangeNumber correctPerson(Desk& desk, const domain::Person& person, const std::string& why);
/// Offers a person nowhere any more; refused while he or she leads somebody, or is led and not through.
store::ChangeNumber retirePerson(Desk& desk, const domain::PersonId& id, const std::string& why);
/// Takes a retirement back.
store::ChangeNumber reinstatePerson(Desk& desk, const domain::PersonId& id, const std::string& why);
/// Blanks name, number, phone and e-mail in every version. Can't be undone; the person must be retired.
store::ChangeNumber erasePerson(Desk& desk, const domain::PersonId& id, const std::string& why);

/// Throws Refused(Unknown).
[[nodiscard]] domain::Person personOf(Desk& desk, const domain::PersonId& id);
/// The name as the department writes it; "–" for an erased or unknown person.
[[nodiscard]] std::string nameOf(Desk& desk, const domain::PersonId& id);

/// Asks for leave, for oneself, or for anybody when one may approve it.
domain::LeaveId askLeave(Desk& desk, const domain::PersonId& person, domain::Date first, domain::Date last,
                         const std::string& why);
/// Approves or refuses a leave that was asked for.
store::ChangeNumber decideLeave(Desk& desk, const domain::LeaveId& id, bool approved, const std::string& why);

/// Leave that touches [first, last]: anybody's for who sees everybody, the own and that of the trainees one leads for
/// anybody else. Why somebody stays away is nobody else's business.
[[nodiscard]] std::vector<domain::Leave> leavesBetween(Desk& desk, domain::Date first, domain::Date last);

/// A setting of the department ("language", "working-week", "weights.same-leaning").
store::ChangeNumber changeSetting(Desk& desk, const std::string& name, const std::string& value);
/// Several, by name, as one change; what stands already is left out. Refused(SettingUnfit) where the program reads a
/// setting and can't read that value.
store::ChangeNumber changeSettings(Desk& desk, const std::map<std::string, std::string>& values);
[[nodiscard]] std::string settingOf(Desk& desk, const std::string& name, const std::string& otherwise = "");

} // namespace fledgling::app
