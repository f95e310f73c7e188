#include "store/chats/ChatStore.h"

#include "domain/Text.h"
#include "store/Columns.h"
#include "store/chats/ChatLines.h"

namespace fledgling::store {

using namespace domain;

namespace {

std::vector<std::string> keyOf(const ChatKey& chat) {
    return {chat.agent.text(), chat.day.iso(), std::to_string(chat.number)};
}

std::vector<std::string> keyOf(const ChatKey& chat, const std::string& criterion) {
    auto key = keyOf(chat);
    key.push_back(criterion);
    return key;
}

std::string listOf(const ChatReview& review) {
    std::vector<std::string> ids;
    for (const auto& fault : review.faults)
        ids.push_back(fault.criterion);
    return joined(ids, ",");
}

std::vector<Value> readingValues(const ChatReview& review) {
    return {review.course,
            review.version,
            listOf(review),
            joined({review.notApplicable.begin(), review.notApplicable.end()}, ","),
            review.replySeconds ? Value{std::int64_t{*review.replySeconds}} : Value{},
            column(review.record)};
}

} // namespace

std::vector<Fact> ChatStore::facts(const ChatReview& review, const std::optional<ChatReview>& before) {
    std::vector<Fact> all{{"chat_review", keyOf(review.chat), readingValues(review), false, {}}};
    for (const auto& fault : review.faults)
        if (const auto* same = before ? before->fault(fault.criterion) : nullptr; !same || !(*same == fault))
            all.push_back(
                {"chat_fault", keyOf(review.chat, fault.criterion), {fault.reason, fault.quote}, false, {}});
    if (before)
        for (const auto& fault : before->faults)
            if (!review.fault(fault.criterion))
                all.push_back({"chat_fault", keyOf(review.chat, fault.criterion), {}, true, {}});
    return all;
}

std::vector<Fact> ChatStore::secondFacts(const ChatReview& reading) {
    std::vector<Fact> all{{"second_reading", keyOf(reading.chat), readingValues(reading), false, {}}};
    for (const auto& fault : reading.faults)
        all.push_back(
            {"second_fault", keyOf(reading.chat, fault.criterion), {fault.reason, fault.quote}, false, {}});
    return all;
}

Fact ChatStore::fact(const Settlement& settled) {
    return {"reading_settled",
            keyOf(settled.chat),
            {std::string(domain::keyOf(settled.stands)), settled.why},
            false,
            {}};
}

Fact ChatStore::fact(const Appeal& appeal) {
    return {"appeal",
            keyOf(appeal.chat, appeal.criterion),
            {std::string(domain::keyOf(appeal.state)), appeal.plea, appeal.answer, column(appeal.decidedBy)},
            false,
            {}};
}

Fact ChatStore::fact(const ChatId& record, const PersonId& agent, const Conversation& chat,
                     const std::string& source) {
    return {"chat_record",
            {record.text()},
            {agent.text(), chat.day.iso(), chat.begin(), source, textOf(chat.lines)},
            false,
            {}};
}

Fact ChatStore::fact(const KeptSample& sample) {
    std::string leftOut;
    for (const auto& [id, why] : sample.leftOut)
        leftOut += id + "\t" + why + "\n";
    return {"chat_sample",
            {sample.agent.text(), sample.day.iso()},
            {sample.seed, std::int64_t{sample.offered}, sample.source, leftOut},
            false,
            {}};
}

Fact ChatStore::closedFact(Month month) {
    return {"month_closed", {month.text()}, {std::int64_t{1}}, false, {}};
}

} // namespace fledgling::store
