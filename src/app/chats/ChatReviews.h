#pragma once

#include "app/Desk.h"
#include "app/chats/Points.h"
#include "domain/chats/ChatReview.h"
#include "domain/chats/Conversation.h"
#include "store/chats/ChatStore.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fledgling::app {

/// By whose scorecard somebody is judged on that day.
[[nodiscard]] Scorecard scorecardOf(Desk& desk, const domain::PersonId& agent, domain::Date day);

/// Keeps the first reading of a chat, or corrects one's own; course and version are filled in. `saw`: the
/// change the page showed it at; somebody else's reading is a Conflict. Refused(OwnChats, MonthClosed,
/// ReadingSettled) and what domain::checked refuses. 0 when nothing differs.
store::ChangeNumber reviewChat(Desk& desk, domain::ChatReview review,
                               std::optional<store::ChangeNumber> saw = {});

/// Several first readings of one person's day as one change: a sheet that was filled in elsewhere.
store::ChangeNumber reviewChats(Desk& desk, const std::vector<domain::ChatReview>& reviews);

/// The second, blind reading. Refused(NotReviewed, OwnReading, ReadTwice).
store::ChangeNumber readAgain(Desk& desk, domain::ChatReview reading);

/// Appeals against one fault of an own chat, in the days the rules give. Refused(NotYourChats, NotReviewed,
/// NotFailed, AppealTooLate, AppealStands, MonthClosed).
store::ChangeNumber appealFault(Desk& desk, const domain::ChatKey& chat, const std::string& criterion,
                                const std::string& plea);
/// Upholds or rejects it, with an answer the person will read. Refused(NoAppeal, OwnReading, OwnChats). Who read the
/// chat, or decided which of its readings stands, doesn't decide.
store::ChangeNumber decideAppeal(Desk& desk, const domain::ChatKey& chat, const std::string& criterion,
                                 bool uphold, const std::string& answer,
                                 std::optional<store::ChangeNumber> saw = {});
/// True for who may decide an appeal against that reading, which counts.
[[nodiscard]] bool mayDecide(const domain::Person& actor, const store::KeptReview& counting,
                             const store::KeptSettlement* settled);
/// The last day on which an appeal against a reading of that day is possible.
[[nodiscard]] domain::Date appealUntil(Desk& desk, const Scorecard& card, domain::Date readOn);

// What the verbs on chats share.

/// The texts drawn for that day, by the number of the chat: a reading's is the one it was read by, and those drawn go in
/// their order to the numbers that nobody has read. What was read before a file was loaded has none.
[[nodiscard]] std::map<int, domain::ChatId> textsOf(store::ChatStore& store, const domain::PersonId& agent, domain::Date day);

/// {name, date, chat}, as refusals name a chat.
[[nodiscard]] std::vector<std::string> placed(Desk& desk, const domain::ChatKey& chat);
/// Refused(OwnChats) for one's own.
void requireOthers(Desk& desk, const domain::PersonId& agent);

/// Draws a fair sample of one person's day out of a file's chats and keeps it, names, numbers and accounts
/// masked. Chats read before keep their numbers and verdicts, and none is drawn for them: Refused(ChatsRead) where no
/// other is left. A day whose chats are loaded keeps them: Refused(ChatsLoaded). `seed` 0: one of the clock.
struct ChatImport {
    domain::PersonId agent;
    domain::Date day;
    std::vector<domain::Conversation> chats; ///< that person's of that day
    std::set<std::string> names;             ///< of customers, to be masked
    std::string source;                      ///< name of the file
    std::uint32_t seed = 0;
};
store::ChangeNumber importChats(Desk& desk, const ChatImport& import);

} // namespace fledgling::app
