#pragma once

#include "app/Desk.h"
#include "domain/Person.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fledgling::app {

/// Adds a person; an empty id gets a fresh one. Refused(StaffNumberTaken) and what domain::checked refuses.
/// Gives the id.
domain::PersonId addPerson(Desk& desk, domain::Person person);
/// Corrects a person's card and work data; refused as when adding, but for what stood there before. 0 when nothing differs.
store::ChangeNumber correctPerson(Desk& desk, const domain::Person& person, const std::string& why);
/// What a person takes part in now, by name: the mentor who leads him or her, empty for none, and the cohorts not left yet.
struct Ties {
    std::string mentor;
    std::vector<std::string> cohorts;
};
/// What retiring that person would end. Refused as retirePerson is but for the reason: said before one is asked for.
[[nodiscard]] Ties tiesToEnd(Desk& desk, const domain::PersonId& id);
/// Offers a person nowhere any more, and ends as of today the pair and the cohorts he or she is in; what was earned there
/// stays. Refused while he or she leads somebody.
store::ChangeNumber retirePerson(Desk& desk, const domain::PersonId& id, const std::string& why);
/// Takes a retirement back, but for the pair and the cohorts that ended with it: undo brings those back, too.
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

/// The actor's own, whatever came of it, the latest first.
[[nodiscard]] std::vector<domain::Leave> ownLeave(Desk& desk);

/// A setting of the department ("language", "working-week", "weights.same-leaning").
store::ChangeNumber changeSetting(Desk& desk, const std::string& name, const std::string& value);
/// Several, by name, as one change; what stands already is left out. Refused(SettingUnfit) where the program reads a
/// setting and can't read that value.
store::ChangeNumber changeSettings(Desk& desk, const std::map<std::string, std::string>& values);
[[nodiscard]] std::string settingOf(Desk& desk, const std::string& name, const std::string& otherwise = "");

} // namespace fledgling::app
