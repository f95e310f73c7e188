#pragma once

#include "app/pairing/PairingView.h"
#include "ui/controls/Table.h"
#include "ui/pairing/PairingPanes.h"
#include "ui/pairing/PairingSide.h"

#include <string>
#include <vector>

/// What the pairing page says and draws of its view.
namespace fledgling::ui::pairing {

[[nodiscard]] std::vector<BoardCard> cards(const app::PairingView& view);
[[nodiscard]] std::vector<BoardTile> tiles(const app::PairingView& view);
/// The board as a list: everybody without a mentor first, then those led, by board keys.
[[nodiscard]] std::vector<Row> rows(const app::PairingView& view);

/// Every mentor with why or why not for that trainee, those who come into question first.
[[nodiscard]] std::vector<MentorChoice> choices(const app::PairingView& view,
                                                const domain::PersonId& trainee);
/// "is away from ...", of every hard rule; empty when there is none.
[[nodiscard]] wxString hindranceText(const domain::WhyNot& why);

/// Of the mentor who has the trainee: "leads now", or from which day to come.
[[nodiscard]] wxString leadsText(const app::PairingView& view, const app::PairingView::WhyNotRow& row);

/// The side's text, as HTML. `spells`: the mentors a trainee has had.
[[nodiscard]] std::string traineeStory(const app::PairingView& view, const domain::PersonId& trainee,
                                       const std::vector<app::PairSpell>& spells);
/// What speaks for and against that mentor; empty where the trainee's story says it.
[[nodiscard]] std::string choiceStory(const app::PairingView& view, const domain::PersonId& trainee, const MentorChoice& mentor);
[[nodiscard]] std::string mentorStory(const app::PairingView& view, const domain::PersonId& mentor);
/// Who competes for which places and what would solve it: what concerns that trainee, or the smallest reason.
[[nodiscard]] std::string shortageStory(const app::PairingView& view, const std::string& name = {});

} // namespace fledgling::ui::pairing
