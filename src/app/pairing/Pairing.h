#pragma once

#include "app/Desk.h"
#include "domain/PairingProposal.h"

#include <optional>
#include <string>
#include <vector>

namespace fledgling::app {

/// A pair somebody wants, from its first day with the mentor on.
struct WantedPair {
    domain::PersonId trainee;
    domain::PersonId mentor;
    domain::Date since;
};

/// Gives a trainee a mentor. Refused as domain::requireCanLead does, AlreadyPaired, or Unknown for who is no
/// trainee. 0 when that pair stands already.
store::ChangeNumber pair(Desk& desk, const domain::PersonId& trainee, const domain::PersonId& mentor,
                         domain::Date since);
/// Several pairs as one change: all of them or none. Pairs that stand already are passed over.
store::ChangeNumber acceptPairs(Desk& desk, const std::vector<WantedPair>& pairs);

/// Hands a trainee to another mentor, with what that mentor must know (ReasonNeeded). The new one is the
/// current mentor from the moment it is kept; `since` is the first day whose log is due from him or her.
/// Refused(NotPaired), Refused(DatesReversed) before the pairing began. `saw`: the change of the pair the
/// page showed.
store::ChangeNumber handOver(Desk& desk, const domain::PersonId& trainee, const domain::PersonId& mentor,
                             const std::string& note, domain::Date since,
                             std::optional<store::ChangeNumber> saw = {});
/// Ends a pairing without a next mentor; `until` is its last day.
store::ChangeNumber endPairing(Desk& desk, const domain::PersonId& trainee, const std::string& why,
                               domain::Date until, std::optional<store::ChangeNumber> saw = {});

/// Everybody in training who has no mentor, and every mentor with the places and trainee-days taken. A
/// trainee begins on the first working day after the cohort's last session, today at the earliest.
[[nodiscard]] domain::Pool pairingPool(Desk& desk);

/// How much of the beginning a mentor may miss: settings "pairing.first-days" and "pairing.may-miss". What makes a
/// pair good are settings too: "weights.same-leaning", ".all-round", ".load", ".tenure", ".tenure-years", ".same-shift"
/// and ".record". One that isn't a whole number counts as unset.
[[nodiscard]] domain::AwayRule awayRule(Desk& desk);

/// One of these settings, for a form: its name as app/people/Settings has it.
struct PairingSetting {
    std::string name;
    int value = 0;
    int most = 0;
};
[[nodiscard]] std::vector<PairingSetting> pairingSettings(Desk& desk);

/// One stretch of days with one mentor.
struct PairSpell {
    domain::PersonId mentor;
    std::string mentorName;
    domain::Date since;
    std::optional<domain::Date> until; ///< nothing while it stands
    std::string note;                  ///< what this mentor was told at the hand-over
    store::ChangeNumber change = 0;
};
/// All mentors a trainee has had, first to latest. A pair taken back by undo isn't among them.
[[nodiscard]] std::vector<PairSpell> pairHistory(Desk& desk, const domain::PersonId& trainee);

/// The mentor of a trainee now; nothing when there is none.
[[nodiscard]] std::optional<domain::Person> currentMentor(Desk& desk, const domain::PersonId& trainee);

} // namespace fledgling::app
