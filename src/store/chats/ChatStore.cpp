#include "store/chats/ChatStore.h"

#include "domain/Text.h"
#include "store/Among.h"
#include "store/Columns.h"
#include "store/Schema.h"
#include "store/Sql.h"
#include "store/chats/ChatLines.h"


namespace fledgling::store {

using namespace domain;

namespace {

using Text = std::string;
using Number = std::int64_t;

constexpr const char* IN_ORDER = " ORDER BY t.agent, t.day, length(t.chat), t.chat";

std::vector<std::string> wordsIn(const std::string& list) {
    return list.empty() ? std::vector<std::string>{} : split(list, ',');
}

std::string between() { return " AND t.day >= $2 AND t.day <= $3"; }
std::string ofPerson() { return " AND t.agent = $2 AND t.day >= $3 AND t.day <= $4"; }
std::string ofChat() { return " AND t.agent = $2 AND t.day = $3 AND t.chat = $4"; }

std::vector<Value> valuesOf(const ChatKey& chat) {
    return {chat.agent.text(), chat.day.iso(), std::to_string(chat.number)};
}

/// The arguments and the condition for one person's days, or for everybody's.
std::pair<std::string, std::vector<Value>> during(const PersonId& agent, Date first, Date last) {
    if (agent.empty()) return {between(), {first.iso(), last.iso()}};
    return {ofPerson(), {agent.text(), first.iso(), last.iso()}};
}

/// That the fault an appeal t is against is still there.
std::string faultStands(const std::string& tableName) {
    return "EXISTS (SELECT 1 FROM " + tableName +
           " f WHERE f.agent = t.agent AND f.day = t.day AND f.chat = t.chat AND f.criterion = t.criterion AND "
           "f.absent = 0 AND f.change = (SELECT max(g.change) FROM " +
           tableName +
           " g WHERE g.agent = f.agent AND g.day = f.day AND g.chat = f.chat AND g.criterion = f.criterion AND "
           "g.change <= $1))";
}

template <class T>
std::optional<T> only(std::vector<T> found) {
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

} // namespace

std::vector<KeptReview> ChatStore::readings(const std::string& tableName, const std::string& condition,
                                            const std::vector<Value>& arguments) {
    std::vector<KeptReview> found;
    for (auto& [agent, day, chat, course, version, faults, notApplicable, reply, record, who, change, on, undoes] :
         sql::read<Text, Text, Text, Text, Text, Text, Text, std::optional<Number>, std::optional<Text>, Text,
                   Number, Text, Number>(
             m_database,
             "SELECT t.agent, t.day, t.chat, t.course, t.version, t.faults, t.not_applicable, "
             "t.reply_seconds, t.record, c.who, t.change, c.local_date, c.undoes FROM " +
                 tableName + " t JOIN change c ON c.number = t.change WHERE " + latest(tableName) +
                 condition + IN_ORDER,
             asOfWith(m_asOf, arguments))) {
        KeptReview kept;
        kept.review.chat = {PersonId(agent), Date::of(day), numberOf(chat)};
        kept.review.course = course;
        kept.review.version = version;
        for (auto& criterion : wordsIn(faults))
            kept.review.faults.push_back({std::move(criterion), "", ""});
        for (auto& criterion : wordsIn(notApplicable))
            kept.review.notApplicable.insert(std::move(criterion));
        if (reply) kept.review.replySeconds = static_cast<int>(*reply);
        kept.review.record = idOf<ChatId>(record);
        kept.by = idOf<PersonId>(std::optional(who));
        kept.change = change;
        kept.on = Date::of(on);
        if (undoes != 0)
            if (const auto said = Book(m_database).saidIn(tableName, {agent, day, chat}, change)) {
                kept.by = said->head.who;
                kept.on = said->head.localDate;
            }
        found.push_back(std::move(kept));
    }
    return found;
}

void ChatStore::addFaults(std::vector<KeptReview>& reviews, const std::string& tableName,
                          const std::string& condition, const std::vector<Value>& arguments) {
    std::map<ChatKey, ChatReview*> byChat;
    for (auto& kept : reviews)
        if (kept.review.fails()) byChat[kept.review.chat] = &kept.review;
    if (byChat.empty()) return;
    for (const auto& [agent, day, chat, criterion, reason, quote] :
         sql::read<Text, Text, Text, Text, Text, Text>(
             m_database,
             "SELECT t.agent, t.day, t.chat, t.criterion, t.reason, t.quote FROM " + tableName + " t WHERE " +
                 latest(tableName) + condition,
             asOfWith(m_asOf, arguments))) {
        const auto found = byChat.find({PersonId(agent), Date::of(day), numberOf(chat)});
        if (found == byChat.end()) continue;
        for (auto& fault : found->second->faults)
            if (fault.criterion == criterion) fault = {criterion, reason, quote};
    }
}

std::vector<KeptReview> ChatStore::withFaults(const std::string& readingTable, const std::string& faultTable,
                                              const std::string& condition, const std::vector<Value>& arguments) {
    auto found = readings(readingTable, condition, arguments);
    addFaults(found, faultTable, condition, arguments);
    return found;
}

std::vector<KeptReview> ChatStore::reviewsOf(const PersonId& agent, Date first, Date last) {
    const auto [condition, arguments] = during(agent, first, last);
    return withFaults("chat_review", "chat_fault", condition, arguments);
}

std::optional<KeptReview> ChatStore::review(const ChatKey& chat) {
    return only(withFaults("chat_review", "chat_fault", ofChat(), valuesOf(chat)));
}

std::vector<KeptReview> ChatStore::secondReadingsOf(const PersonId& agent, Date first, Date last) {
    const auto [condition, arguments] = during(agent, first, last);
    return withFaults("second_reading", "second_fault", condition, arguments);
}

std::optional<KeptReview> ChatStore::secondReading(const ChatKey& chat) {
    return only(withFaults("second_reading", "second_fault", ofChat(), valuesOf(chat)));
}

std::vector<std::pair<KeptReview, KeptReview>> ChatStore::doubleReadings(Date first, Date last) {
    const std::vector<Value> arguments{first.iso(), last.iso()};
    // From the second readings to the first: those are few.
    const std::string readTwice = " AND (t.agent, t.day, t.chat) IN (SELECT s.agent, s.day, s.chat FROM second_reading s "
                                  "WHERE s.day >= $2 AND s.day <= $3)";
    std::map<ChatKey, KeptReview> firsts;
    for (auto& one : readings("chat_review", between() + readTwice, arguments))
        firsts[one.review.chat] = std::move(one);
    std::vector<std::pair<KeptReview, KeptReview>> found;
    for (auto& second : readings("second_reading", between(), arguments))
        if (const auto at = firsts.find(second.review.chat); at != firsts.end())
            found.emplace_back(at->second, std::move(second));
    return found;
}

std::vector<RawTally> ChatStore::talliesWhere(const std::string& condition,
                                              const std::vector<Value>& arguments) {
    std::vector<RawTally> found;
    for (const auto& [who, day, read, failed] : sql::read<Text, Text, Number, Number>(
             m_database,
             // Casts: a count comes as another type on either database.
             "SELECT t.agent, t.day, CAST(count(*) AS BIGINT), CAST(sum(CASE WHEN t.faults = '' THEN 0 ELSE "
             "1 END) AS BIGINT) FROM chat_review t WHERE " +
                 latest("chat_review") + condition + " GROUP BY t.agent, t.day ORDER BY t.agent, t.day",
             asOfWith(m_asOf, arguments)))
        found.push_back({PersonId(who), Date::of(day), static_cast<int>(read), static_cast<int>(failed)});
    return found;
}

std::vector<RawTally> ChatStore::tallies(Date first, Date last, const PersonId& agent) {
    const auto [condition, arguments] = during(agent, first, last);
    return talliesWhere(condition, arguments);
}

std::vector<RawTally> ChatStore::tallies(const std::set<PersonId>& agents, std::optional<Date> last) {
    return among("t.agent", agents, [&](std::string condition, std::vector<Value> arguments) {
        if (last) {
            arguments.emplace_back(last->iso());
            condition += " AND t.day <= $" + std::to_string(arguments.size() + 1);
        }
        return talliesWhere(condition, arguments);
    });
}

std::map<std::pair<PersonId, Date>, int> ChatStore::takenOffBy(std::vector<KeptAppeal> upheld,
                                                               std::vector<KeptSettlement> settled) {
    std::map<ChatKey, std::vector<Appeal>> chats;
    for (auto& one : upheld)
        chats[one.appeal.chat].push_back(std::move(one.appeal));
    std::set<ChatKey> second;
    for (const auto& one : settled)
        if (one.settlement.stands == Reading::Second) chats[one.settlement.chat], second.insert(one.settlement.chat);
    std::map<std::pair<PersonId, Date>, int> found;
    for (const auto& [chat, appeals] : chats) {
        const auto first = only(readings("chat_review", ofChat(), valuesOf(chat)));
        if (!first) continue;
        const auto other = second.contains(chat) ? only(readings("second_reading", ofChat(), valuesOf(chat))) : std::nullopt;
        const auto& counts = other ? other->review : first->review;
        const int off = (first->review.fails() ? 1 : 0) - (standing(counts, appeals).empty() ? 0 : 1);
        if (off != 0) found[{chat.agent, chat.day}] += off;
    }
    return found;
}

std::map<std::pair<PersonId, Date>, int> ChatStore::takenOff(Date first, Date last, const PersonId& agent) {
    const auto [condition, arguments] = during(agent, first, last);
    return takenOffBy(appeals(condition + " AND t.state = 'upheld'", arguments), settlements(condition, arguments));
}

std::map<std::pair<PersonId, Date>, int> ChatStore::takenOff(const std::set<PersonId>& agents) {
    return takenOffBy(among("t.agent", agents,
                            [&](const auto& condition, const auto& arguments) {
                                return appeals(condition + " AND t.state = 'upheld'", arguments);
                            }),
                      among("t.agent", agents, [&](const auto& condition, const auto& arguments) {
                          return settlements(condition, arguments);
                      }));
}

bool ChatStore::anyRead(Date first, Date last, const PersonId& agent) {
    const auto [condition, arguments] = during(agent, first, last);
    return sql::one<Text>(m_database,
                          "SELECT t.agent FROM chat_review t WHERE " + latest("chat_review") + condition + " LIMIT 1",
                          asOfWith(m_asOf, arguments))
        .has_value();
}

std::map<PersonId, int> ChatStore::readOn(Date day) {
    std::map<PersonId, int> found;
    for (const auto& one : tallies(day, day))
        found[one.agent] = one.read;
    return found;
}

std::vector<KeptAppeal> ChatStore::appeals(const std::string& condition,
                                           const std::vector<Value>& arguments) {
    std::vector<KeptAppeal> found;
    for (const auto& [agent, day, chat, criterion, state, plea, answer, decidedBy, change, on, undoes] :
         sql::read<Text, Text, Text, Text, Text, Text, Text, std::optional<Text>, Number, Text, Number>(
             m_database,
             "SELECT t.agent, t.day, t.chat, t.criterion, t.state, t.plea, t.answer, t.decided_by, t.change, "
             "c.local_date, c.undoes FROM appeal t JOIN change c ON c.number = t.change WHERE " +
                 latest("appeal") + condition + IN_ORDER + ", t.criterion",
             asOfWith(m_asOf, arguments))) {
        KeptAppeal kept{{{PersonId(agent), Date::of(day), numberOf(chat)},
                         criterion,
                         appealStateOf(state).value_or(AppealState::Open),
                         plea,
                         answer,
                         idOf<PersonId>(decidedBy)},
                        change,
                        Date::of(on)};
        if (undoes != 0)
            if (const auto said = Book(m_database).saidIn("appeal", {agent, day, chat, criterion}, change))
                kept.on = said->head.localDate;
        found.push_back(std::move(kept));
    }
    return found;
}

std::vector<KeptAppeal> ChatStore::appealsOf(const PersonId& agent, Date first, Date last) {
    const auto [condition, arguments] = during(agent, first, last);
    return appeals(condition, arguments);
}

std::vector<KeptAppeal> ChatStore::openAppeals() {
    // An appeal whose fault the reader has taken back has nothing left to decide. The fault may be the second
    // reading's, where that one stands.
    return appeals(" AND t.state = 'open' AND (" + faultStands("chat_fault") + " OR " + faultStands("second_fault") + ")",
                   {});
}

std::vector<KeptSettlement> ChatStore::settlements(const std::string& condition, const std::vector<Value>& arguments) {
    std::vector<KeptSettlement> found;
    for (const auto& [agent, day, chat, stands, why, who, change, on, undoes] :
         sql::read<Text, Text, Text, Text, Text, Text, Number, Text, Number>(
             m_database,
             "SELECT t.agent, t.day, t.chat, t.stands, t.why, c.who, t.change, c.local_date, c.undoes FROM reading_settled t "
             "JOIN change c ON c.number = t.change WHERE " +
                 latest("reading_settled") + condition + IN_ORDER,
             asOfWith(m_asOf, arguments))) {
        KeptSettlement kept{
            {{PersonId(agent), Date::of(day), numberOf(chat)}, readingOf(stands).value_or(Reading::First), why},
            idOf<PersonId>(std::optional(who)),
            change,
            Date::of(on)};
        if (undoes != 0)
            if (const auto said = Book(m_database).saidIn("reading_settled", {agent, day, chat}, change)) {
                kept.by = said->head.who;
                kept.on = said->head.localDate;
            }
        found.push_back(std::move(kept));
    }
    return found;
}

std::vector<KeptSettlement> ChatStore::settlementsOf(const PersonId& agent, Date first, Date last) {
    const auto [condition, arguments] = during(agent, first, last);
    return settlements(condition, arguments);
}

std::optional<KeptSettlement> ChatStore::settlement(const ChatKey& chat) {
    return only(settlements(ofChat(), valuesOf(chat)));
}

std::optional<KeptReview> ChatStore::counting(const ChatKey& chat) {
    auto first = review(chat);
    const auto settled = settlement(chat);
    if (!first || !settled || settled->settlement.stands == Reading::First) return first;
    auto second = secondReading(chat);
    if (!second) return first;
    second->on = settled->on; // its faults count from then on
    return second;
}

std::optional<KeptAppeal> ChatStore::appeal(const ChatKey& chat, const std::string& criterion) {
    auto arguments = valuesOf(chat);
    arguments.emplace_back(criterion);
    return only(appeals(ofChat() + " AND t.criterion = $5", arguments));
}

std::optional<Conversation> ChatStore::conversation(const ChatId& record) {
    for (const auto& [day, source, content] :
         sql::read<Text, Text, Text>(m_database,
                                     "SELECT t.day, t.source, t.content FROM chat_record t WHERE " +
                                         latest("chat_record") + " AND t.record = $2",
                                     asOfWith(m_asOf, {record.text()})))
        return Conversation{source, "", Date::of(day), chatLinesOf(content)};
    return std::nullopt;
}

std::vector<ChatId> ChatStore::recordsOf(const PersonId& agent, Date day) {
    std::vector<ChatId> found;
    for (const auto& [record] :
         sql::read<Text>(m_database,
                         "SELECT t.record FROM chat_record t WHERE " + latest("chat_record") +
                             " AND t.agent = $2 AND t.day = $3 ORDER BY t.begun, t.record",
                         asOfWith(m_asOf, {agent.text(), day.iso()})))
        found.emplace_back(record);
    return found;
}

std::optional<KeptSample> ChatStore::sample(const PersonId& agent, Date day) {
    for (const auto& [seed, offered, source, leftOut] : sql::read<Number, Number, Text, Text>(
             m_database,
             "SELECT t.seed, t.offered, t.source, t.left_out FROM chat_sample t WHERE " +
                 latest("chat_sample") + " AND t.agent = $2 AND t.day = $3",
             asOfWith(m_asOf, {agent.text(), day.iso()}))) {
        KeptSample found{agent, day, seed, static_cast<int>(offered), source, {}};
        for (const auto& line : split(leftOut, '\n'))
            if (const auto tab = line.find('\t'); tab != std::string::npos)
                found.leftOut.emplace_back(line.substr(0, tab), line.substr(tab + 1));
        return found;
    }
    return std::nullopt;
}

std::optional<ChangeNumber> ChatStore::closing(Month month) {
    return sql::one<Number>(m_database,
                            "SELECT t.change FROM month_closed t WHERE " + latest("month_closed") +
                                " AND t.month = $2 AND t.closed = 1",
                            asOfWith(m_asOf, {month.text()}));
}

} // namespace fledgling::store
