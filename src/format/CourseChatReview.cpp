#include "format/CourseSections.h"

#include <algorithm>

namespace fledgling::format {

using namespace domain;

namespace {

/// The session that a key names, to be read again; empty: none.
std::string sessionNamed(CourseParts& parts, const Fields& fields, const std::string& key) {
    const YamlNode* node = fields.find(key);
    if (!node) return {};
    const auto named = idAt(parts.of, "session", *node).value_or("");
    if (named.empty() || parts.course.session(named) || parts.of.leftOut.contains("days")) return named;
    std::vector<std::string> ids;
    for (const auto& day : parts.course.days)
        for (const auto& session : day.sessions)
            ids.push_back(session.id);
    parts.of.unknownId(key, named, ids, *node);
    return named;
}

const std::vector<std::string>& numberKeys() {
    static const std::vector<std::string> keys{
        "per_day", "fails_cost_point", "points", "first_reply_seconds", "appeal_days", "all_kept", "tiers"};
    return keys;
}

std::vector<std::string> with(std::vector<std::string> keys, const std::vector<std::string>& more) {
    keys.insert(keys.end(), more.begin(), more.end());
    return keys;
}

std::vector<BonusTier> tiersOf(CourseParts& parts, Fields& fields, int points) {
    std::vector<BonusTier> tiers;
    Ids numbers(parts.of, "tier");
    for (const YamlNode* node : fields.list("tiers", false)) {
        Fields tier(parts.of, *node, "a tier", {"below", "effect"});
        if (!tier.isMap()) continue;
        BonusTier one;
        if (tier.must("below")) one.below = tier.number("below", 0, 1, points);
        one.effect = tier.localText("effect", true);
        if (one.below > 0) numbers.add(std::to_string(one.below), *node);
        tiers.push_back(std::move(one));
    }
    return tiers;
}

/// What is said replaces what was in force before; the rest stays.
void readNumbers(CourseParts& parts, Fields& fields, PointRules& rules) {
    rules.perDay = fields.number("per_day", rules.perDay, 1, 1000);
    rules.failsCostPoint =
        fields.number("fails_cost_point", std::min(rules.failsCostPoint, rules.perDay), 1, rules.perDay);
    rules.points = fields.number("points", rules.points, 1, 31);
    rules.firstReplySeconds = fields.number("first_reply_seconds", rules.firstReplySeconds, 1, 86400);
    rules.appealDays = fields.number("appeal_days", rules.appealDays, 0, 365);
    if (fields.find("all_kept")) rules.allKept = fields.localText("all_kept", false);
    if (fields.find("tiers")) rules.tiers = tiersOf(parts, fields, rules.points);
}

void readLater(CourseParts& parts, Fields& fields, ChatReviewRules& rules) {
    Ids days(parts.of, "change");
    for (const YamlNode* node : fields.list("changes", false)) {
        Fields change(parts.of, *node, "a change of chat_review", with(numberKeys(), {"from"}));
        if (!change.isMap()) continue;
        const auto from = change.date("from");
        if (!from || !days.add(from->iso(), *node)) continue;
        PointRules numbers = rules.on(*from);
        readNumbers(parts, change, numbers);
        rules.later[*from] = std::move(numbers);
    }
}

void readCriteria(CourseParts& parts, Fields& fields, ChatReviewRules& rules) {
    Ids ids(parts.of, "criterion");
    for (const YamlNode* node : fields.list("criteria", false)) {
        Fields criterion(parts.of, *node, "a chat criterion", {"id", "title", "about", "session"});
        if (!criterion.isMap()) continue;
        ChatCriterion one;
        one.id = criterion.id("id");
        one.title = criterion.localText("title", true);
        one.about = criterion.localText("about", false);
        one.session = sessionNamed(parts, criterion, "session");
        ids.add(one.id, *node);
        rules.criteria.push_back(std::move(one));
    }
}

} // namespace

void readChatReview(CourseParts& parts, Fields& top) {
    const YamlNode* node = top.find("chat_review");
    if (!node) return;
    Fields fields(parts.of, *node, "chat_review", with(numberKeys(), {"first_reply_session", "changes", "criteria"}));
    auto& rules = parts.course.chatReview;
    readNumbers(parts, fields, rules);
    rules.firstReplySession = sessionNamed(parts, fields, "first_reply_session");
    readLater(parts, fields, rules);
    readCriteria(parts, fields, rules);
}

} // namespace fledgling::format
