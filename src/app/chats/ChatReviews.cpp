#include "app/chats/ChatReviews.h"

#include "app/Keep.h"
#include "app/calendar/Calendars.h"
#include "app/people/People.h"
#include "domain/Refused.h"
#include "domain/Text.h"
#include "domain/chats/ChatSample.h"
#include "store/chats/ChatStore.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using store::ChangeNumber;
using store::ChatStore;

namespace {

/// The reading that counts.
store::KeptReview reviewed(Desk& desk, const ChatKey& chat) {
    auto kept = ChatStore(desk.database).counting(chat);
    if (!kept) throw Refused(Rule::NotReviewed, placed(desk, chat));
    return std::move(*kept);
}

void requireReadable(Desk& desk, const ChatKey& chat) {
    (void)personOf(desk, chat.agent);
    requireOthers(desk, chat.agent);
    requireOpenMonth(desk, chat.day);
}

/// Checked against that card, and what it quotes against the chat: its text is one of the day's, where one was loaded.
ChatReview judged(const Desk& desk, ChatReview review, const Scorecard& card, const std::map<int, ChatId>& texts) {
    review.course = card.course;
    review.version = card.version;
    review = checked(std::move(review), card.rules(), desk.today());
    // A terminal names no text.
    if (const auto own = texts.find(review.chat.number); review.record.empty() && own != texts.end()) review.record = own->second;
    const bool quotes = std::any_of(review.faults.begin(), review.faults.end(), [](const Fault& one) { return !one.quote.empty(); });
    const auto text = quotes && !review.record.empty() ? ChatStore(desk.database).conversation(review.record) : std::nullopt;
    for (const auto& fault : review.faults)
        if (const auto wrong = text ? quoteRefusal(fault, *text) : std::nullopt) throw Refused(*wrong);
    return review;
}

} // namespace

std::map<int, ChatId> textsOf(ChatStore& store, const PersonId& agent, Date day) {
    const auto records = store.recordsOf(agent, day);
    std::map<int, ChatId> texts;
    if (records.empty()) return texts;
    std::set<ChatId> readBy;
    std::set<int> numbers;
    for (const auto& kept : store.reviewsOf(agent, day, day)) {
        numbers.insert(kept.review.chat.number);
        if (kept.review.record.empty()) continue;
        texts[kept.review.chat.number] = kept.review.record;
        readBy.insert(kept.review.record);
    }
    int number = 1;
    for (const auto& record : records) {
        if (readBy.contains(record)) continue;
        while (numbers.contains(number))
            ++number;
        texts[number++] = record;
    }
    return texts;
}

std::vector<std::string> placed(Desk& desk, const ChatKey& chat) {
    return {nameOf(desk, chat.agent), chat.day.iso(), std::to_string(chat.number)};
}

void requireOthers(Desk& desk, const PersonId& agent) {
    if (agent == desk.actor.id) throw Refused(Rule::OwnChats, {desk.actor.card.name});
}

bool mayDecide(const Person& actor, const store::KeptReview& counting, const store::KeptSettlement* settled) {
    return may(actor.roles, Verb::DecideAppeal) && counting.review.chat.agent != actor.id && counting.by != actor.id &&
           !(settled && settled->by == actor.id);
}

Scorecard scorecardOf(Desk& desk, const PersonId& agent, Date day) {
    return Standing(desk, {agent}, desk.asOf).scorecard(agent, day);
}

ChangeNumber reviewChats(Desk& desk, const std::vector<ChatReview>& reviews) {
    return perform(desk, Verb::ReviewChats, [&] {
        if (reviews.empty()) return Deed{};
        const auto& chat = reviews.front().chat;
        requireReadable(desk, chat);
        const auto card = scorecardOf(desk, chat.agent, chat.day);
        ChatStore store(desk.database);
        const auto texts = textsOf(store, chat.agent, chat.day);
        std::vector<store::Fact> facts;
        for (auto review : reviews) {
            review.chat.agent = chat.agent;
            review.chat.day = chat.day;
            review = judged(desk, std::move(review), card, texts);
            for (auto& fact : ChatStore::facts(review)) {
                fact.saw = 0; // a reading that stands is corrected one by one
                facts.push_back(std::move(fact));
            }
        }
        return Deed{"review-chat", std::move(facts), {Topic::Chats}, "", 0, {}};
    });
}

ChangeNumber reviewChat(Desk& desk, ChatReview review, std::optional<ChangeNumber> saw) {
    return perform(desk, Verb::ReviewChats, [&] {
        requireReadable(desk, review.chat);
        ChatStore store(desk.database);
        const auto texts = textsOf(store, review.chat.agent, review.chat.day);
        review = judged(desk, std::move(review), scorecardOf(desk, review.chat.agent, review.chat.day), texts);
        const auto before = store.review(review.chat);
        std::optional<ChatReview> stood;
        if (before) stood = before->review;
        if (stood == review) return Deed{};
        if (store.settlement(review.chat)) throw Refused(Rule::ReadingSettled, placed(desk, review.chat));
        auto facts = ChatStore::facts(review, stood);
        facts.front().saw = saw;
        // Whoever reads second reads blind: the first reading is corrected by who gave it, or on appeal.
        if (before && before->by != desk.actor.id) facts.front().saw = 0;
        return Deed{"review-chat", std::move(facts), {Topic::Chats}, "", 0, {}};
    });
}

ChangeNumber readAgain(Desk& desk, ChatReview reading) {
    return perform(desk, Verb::ReviewChats, [&] {
        const auto first = reviewed(desk, reading.chat);
        requireOthers(desk, reading.chat.agent);
        requireOpenMonth(desk, reading.chat.day);
        if (first.by == desk.actor.id) throw Refused(Rule::OwnReading, {desk.actor.card.name});
        if (ChatStore(desk.database).secondReading(reading.chat))
            throw Refused(Rule::ReadTwice, placed(desk, reading.chat));
        reading.record = first.review.record;
        reading = judged(desk, std::move(reading), scorecardOf(desk, reading.chat.agent, reading.chat.day), {});
        // Both readings of a chat are compared by one card.
        reading.course = first.review.course;
        reading.version = first.review.version;
        auto facts = ChatStore::secondFacts(reading);
        facts.front().saw = 0;
        return Deed{"read-again", std::move(facts), {Topic::Chats}, "", 0, {}};
    });
}

Date appealUntil(Desk& desk, const Scorecard& card, Date readOn) {
    const int days = card.rules().on(readOn).appealDays;
    const auto working = calendarOf(desk, card.of->workingWeek).workingDays(readOn.plusDays(1), days);
    return working.empty() ? readOn : working.back();
}

ChangeNumber appealFault(Desk& desk, const ChatKey& chat, const std::string& criterion,
                         const std::string& plea) {
    return perform(desk, Verb::AppealFault, [&] {
        if (chat.agent != desk.actor.id) throw Refused(Rule::NotYourChats, {nameOf(desk, chat.agent)});
        requireOpenMonth(desk, chat.day);
        const auto kept = reviewed(desk, chat);
        if (!kept.review.fault(criterion)) throw Refused(Rule::NotFailed, {criterion});
        const auto last = appealUntil(desk, scorecardOf(desk, chat.agent, chat.day), kept.on);
        if (last < desk.today()) throw Refused(Rule::AppealTooLate, {last.iso()});
        if (ChatStore(desk.database).appeal(chat, criterion)) throw Refused(Rule::AppealStands, {criterion});
        auto fact = ChatStore::fact(Appeal{chat, criterion, AppealState::Open, reason(plea), "", {}});
        fact.saw = 0;
        return Deed{"appeal", {std::move(fact)}, {Topic::Chats}, "", 0, {}};
    });
}

ChangeNumber decideAppeal(Desk& desk, const ChatKey& chat, const std::string& criterion, bool uphold,
                          const std::string& answer, std::optional<ChangeNumber> saw) {
    return perform(desk, Verb::DecideAppeal, [&] {
        requireOthers(desk, chat.agent);
        requireOpenMonth(desk, chat.day);
        auto kept = ChatStore(desk.database).appeal(chat, criterion);
        if (!kept || kept->appeal.state != AppealState::Open) throw Refused(Rule::NoAppeal, {criterion});
        const auto reading = reviewed(desk, chat);
        const auto settled = ChatStore(desk.database).settlement(chat);
        if (!mayDecide(desk.actor, reading, settled ? &*settled : nullptr))
            throw Refused(Rule::OwnReading, {desk.actor.card.name});
        Appeal decided = kept->appeal;
        decided.state = uphold ? AppealState::Upheld : AppealState::Rejected;
        decided.answer = reason(answer);
        decided.decidedBy = desk.actor.id;
        auto fact = ChatStore::fact(decided);
        fact.saw = saw;
        return Deed{"decide-appeal", {std::move(fact)}, {Topic::Chats}, "", 0, {}};
    });
}

ChangeNumber importChats(Desk& desk, const ChatImport& import) {
    return perform(desk, Verb::ImportChats, [&] {
        requireOthers(desk, import.agent);
        requireOpenMonth(desk, import.day);
        ChatStore chats(desk.database);
        if (chats.sample(import.agent, import.day))
            throw Refused(Rule::ChatsLoaded, {nameOf(desk, import.agent), import.day.iso()});
        const int perDay = scorecardOf(desk, import.agent, import.day).rules().on(import.day).perDay;
        // Nobody read these by a text of the file: none of it is put under their verdicts.
        const int read = static_cast<int>(chats.reviewsOf(import.agent, import.day, import.day).size());
        if (read >= perDay) throw Refused(Rule::ChatsRead, {nameOf(desk, import.agent), import.day.iso()});
        const auto seed =
            import.seed ? import.seed : static_cast<std::uint32_t>(desk.clock.now().ms % 0x7FFFFFFF);
        const auto drawn = drawSample(import.chats, perDay - read, seed);
        store::KeptSample sample{import.agent,
                                 import.day,
                                 seed,
                                 static_cast<int>(import.chats.size()),
                                 line(import.source, "file"),
                                 {}};
        for (const auto& [index, why] : drawn.leftOut)
            sample.leftOut.emplace_back(maskedId(import.chats[index]), keyOf(why));
        std::vector<store::Fact> facts{ChatStore::fact(sample)};
        for (const auto index : drawn.drawn)
            facts.push_back(ChatStore::fact(ChatId(desk.newId()), import.agent,
                                            masked(import.chats[index], import.names),
                                            maskedId(import.chats[index])));
        return Deed{"import-chats", std::move(facts), {Topic::Chats}, "", 0, {}};
    });
}

} // namespace fledgling::app
