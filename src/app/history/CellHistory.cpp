#include "app/history/CellHistory.h"

#include "app/PastDay.h"
#include "app/Record.h"
#include "app/history/BookValues.h"
#include "app/history/BookWords.h"
#include "app/history/History.h"
#include "domain/Refused.h"
#include "domain/Roles.h"
#include "domain/Text.h"
#include "store/PersonLines.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace fledgling::app {

using namespace domain;
using store::ChangeNumber;
using store::Fact;
using store::KeptFact;

namespace {

constexpr const char* NOTHING = "–";
/// Up to so many fields a value is said whole.
constexpr std::size_t FEW = 2;
/// Characters of a long text that a line shows.
constexpr std::size_t VALUE_OPENING = 120;

/// Dates, rooms, days off, versions of courses and the common answers stand on pages that everybody has.
const std::set<std::string> PLAN{"session", "cohort", "calendar_day", "roll_closed", "course", "common_answer"};
/// Reasons and notes are for those who lead and decide (PersonView keeps to the same).
const std::set<std::string> INNER{"note", "why", "unmet", "basis"};

std::string textOf(const store::Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    const auto* text = std::get_if<std::string>(&value);
    return text ? *text : std::string();
}

std::string clipped(const std::string& text) {
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U && ++characters > VALUE_OPENING)
            return text.substr(0, i) + "…";
    return text;
}

/// Cards and leave hold what only the person and the office are to read.
bool isPrivate(const std::string& table) { return table == "person_card" || table == "leave"; }

} // namespace

std::vector<CellLine> CellHistory::load(const std::vector<BookKey>& keys) {
    std::vector<CellLine> all;
    for (const auto& key : keys)
        for (auto& line : linesOf(key))
            all.push_back(std::move(line));
    std::stable_sort(all.begin(), all.end(),
                     [](const CellLine& a, const CellLine& b) { return a.change > b.change; });
    tellApart(all);
    return all;
}

/// Lines of one day's chats all begin with the same kind, person and day: what sets each apart would be cut off behind them.
void CellHistory::tellApart(std::vector<CellLine>& lines) {
    const auto everywhere = [&](const auto& isSame) { return std::all_of(lines.begin(), lines.end(), isSame); };
    for (auto& line : lines) {
        std::vector<std::string> said;
        if (!everywhere([&](const CellLine& other) { return other.of.table == line.of.table; }))
            said.push_back(wordForTable(line.of.table, m_tr));
        const auto columns = store::keyParts(line.of.table);
        for (std::size_t i = 0; i < line.of.key.size(); ++i) {
            const auto& part = line.of.key[i];
            const bool same = everywhere([&](const CellLine& other) { return i < other.of.key.size() && other.of.key[i] == part; });
            if (!same && isSaidInKey(line.of.table, columns.at(i))) said.push_back(keyInWords(columns.at(i), part, m_names, m_tr));
        }
        line.apart = joined(said, " · ");
    }
}

std::vector<std::string> CellHistory::shared(const std::vector<BookKey>& keys) {
    const auto everywhere = [&](const BookKey& of, std::size_t at) {
        return std::all_of(keys.begin(), keys.end(), [&](const BookKey& other) {
            return other.table != of.table || (at < other.key.size() && other.key[at] == of.key[at]);
        });
    };
    std::vector<std::string> all;
    for (const bool people : {true, false})
        for (const auto& one : keys) {
            const auto columns = store::keyParts(one.table);
            for (std::size_t i = 0; i < one.key.size(); ++i) {
                if (m_names.isPerson(one.key[i]) != people || !everywhere(one, i) || !isSaidInKey(one.table, columns.at(i))) continue;
                auto words = keyInWords(columns.at(i), one.key[i], m_names, m_tr);
                if (std::find(all.begin(), all.end(), words) == all.end()) all.push_back(std::move(words));
            }
        }
    return all;
}

std::string CellHistory::title(const std::vector<BookKey>& keys) {
    std::vector<std::string> kinds;
    std::set<std::string> tables;
    for (const auto& key : keys)
        if (tables.insert(key.table).second) kinds.push_back(wordForTable(key.table, m_tr));
    auto about = shared(keys);
    if (about.empty()) return joined(kinds, m_tr(", "));
    // Lines of several kinds may stand in a cell, and often only one does: the heading names the cell.
    if (kinds.size() == 1) about.insert(about.begin(), kinds.front());
    return joined(about, " · ");
}

std::vector<CellLine> CellHistory::linesOf(const BookKey& key) {
    if (!store::isTable(key.table) || key.key.empty() || key.key.size() > store::keyParts(key.table).size())
        throw Refused(Rule::Unknown, {key.table});
    auto facts = store::Book(m_desk.database).historyOf(key.table, key.key);
    std::erase_if(facts, [&](const KeptFact& one) { return one.change > m_desk.asOf; });
    requireMaySee(key, facts);
    std::map<std::vector<std::string>, const KeptFact*> before;
    std::vector<CellLine> lines;
    for (const auto& kept : facts) {
        auto& last = before[kept.fact.key];
        lines.push_back(lineOf(kept, last));
        last = &kept;
    }
    std::reverse(lines.begin(), lines.end());
    return lines;
}

bool CellHistory::privileged() const { return may(m_desk.actor.roles, Verb::SeeReadiness); }

void CellHistory::requireMaySee(const BookKey& key, const std::vector<KeptFact>& facts) {
    const auto& actor = m_desk.actor;
    const auto refuse = [] { throw Refused(Rule::NotYourRight, {std::string(keyOf(Verb::SeeHistory))}); };
    if (actor.retired) refuse();
    if (key.table == "mentor_evaluation") {
        const bool own = key.key.front() == actor.id.text();
        if (!own && !may(actor.roles, Verb::SeeEvaluations)) refuse();
        return;
    }
    if (may(actor.roles, Verb::SeeHistory) || PLAN.contains(key.table)) return;
    // Of answers to a quiz there are too many for a person's page; their own history is the taker's all the same.
    if (key.table == "quiz_answer" && key.key.front() == actor.id.text()) return;
    const auto column = store::personColumn(key.table);
    // A second reading is blind: who may be its reader must not look the first one up, nor the agent it.
    if (column.empty() || key.table.starts_with("second_")) refuse();
    std::set<PersonId> people;
    for (const auto& kept : facts)
        if (const auto id = store::textOf(kept.fact, column); !id.empty()) people.insert(PersonId(id));
    for (const auto& person : people) {
        if (isPrivate(key.table) && person != actor.id) refuse();
        const auto pairs = pairsOn(m_desk, {person});
        app::requireMaySee(m_desk, person, pairs.empty() || pairs.front().until ? PersonId() : pairs.front().mentor);
    }
}

CellLine CellHistory::lineOf(const KeptFact& kept, const KeptFact* before) {
    CellLine line;
    line.of = {kept.fact.table, kept.fact.key};
    line.change = kept.change;
    line.what = what(line.of);
    if (const auto change = store::Book(m_desk.database).change(kept.change)) {
        line.at = change->head.at;
        line.who = change->head.who.empty() ? NOTHING : m_names.of(change->head.who.text());
        line.did = wordForDeed(change->head.verb, m_tr);
        if (privileged()) line.why = whyOf(change->head, {kept});
    }
    line.day = m_desk.clock.dateOf(line.at);
    line.time = m_desk.clock.timeOf(line.at);
    const Fact nothing{kept.fact.table, kept.fact.key, {}, true, {}};
    const Fact& was = before ? before->fact : nothing;
    if (!was.absent) line.was = was.values;
    if (!kept.fact.absent) line.became = kept.fact.values;
    line.from = valueText(was, kept.fact.absent ? nullptr : &kept.fact);
    line.to = valueText(kept.fact, was.absent ? nullptr : &was);
    return line;
}

std::string CellHistory::what(const BookKey& key, const PersonId& unsaid) {
    std::string text = wordForTable(key.table, m_tr);
    const auto parts = store::keyParts(key.table);
    for (std::size_t i = 0; i < key.key.size(); ++i)
        if (isSaidInKey(key.table, parts.at(i)) && key.key[i] != unsaid.text())
            text += " · " + keyInWords(parts.at(i), key.key[i], m_names, m_tr);
    return text;
}

CellHistory::Alike CellHistory::alikeOf(const Fact& fact, const PersonId& of) {
    Alike one;
    BookKey key{fact.table, fact.key};
    const auto column = store::keyParts(fact.table).at(fact.key.size() - 1);
    if (isSaidInKey(fact.table, column) && fact.key.back() != of.text()) {
        one.which.push_back(keyInWords(column, fact.key.back(), m_names, m_tr));
        key.key.pop_back();
    }
    one.about = what(key, of);
    const bool secret = fact.table == "mentor_evaluation" && !may(m_desk.actor.roles, Verb::SeeEvaluations);
    if (fact.table == "person_card" || secret) return one;
    const auto value = valueText(fact, nullptr, store::valueColumns(fact.table).size() > 1);
    if (fact.absent || value != NOTHING) one.value = value;
    return one;
}

std::vector<std::string> CellHistory::sentences(const std::vector<Fact>& facts, const PersonId& of) {
    std::vector<Alike> all;
    for (const auto& fact : facts) {
        if (fact.table == "chat_record") continue;
        auto one = alikeOf(fact, of);
        const auto same = std::find_if(all.begin(), all.end(), [&](const Alike& other) {
            return !one.which.empty() && !other.which.empty() && one.about == other.about && one.value == other.value;
        });
        if (same == all.end())
            all.push_back(std::move(one));
        else
            same->which.push_back(one.which.front());
    }
    std::vector<std::string> said;
    for (const auto& one : all) {
        const auto about = one.which.empty() ? one.about : one.about + " · " + joined(one.which, m_tr(", "));
        said.push_back(one.value.empty() ? about : filled(m_tr("{0}: {1}"), {about, one.value}));
    }
    return said;
}

std::string CellHistory::fieldText(const Fact& fact, const std::string& field, const store::Value& value) {
    const auto& table = fact.table;
    const auto text = textOf(value);
    if (text.empty() && field == "faults") return m_tr("none");
    if (text.empty() || saysNothing(table, field, text)) return {};
    if (field == "course" || field == "course_session" || field == "rule_file") return m_names.title(text);
    if (field == "faults" || field == "not_applicable") return criteriaIn(text);
    if (auto alone = saidAlone(table, field, text, m_tr)) return *alone;
    if (!holdsList(table, field))
        return clipped(valueInWords({table, fact.key}, field, m_names.of(text), m_names, m_tr));
    std::vector<std::string> titles;
    for (const auto& part : split(text, ','))
        titles.push_back(m_names.title(part));
    return joined(titles, m_tr(", "));
}

std::string CellHistory::criteriaIn(const std::string& list) {
    std::vector<std::string> titles;
    for (const auto& part : split(list, ','))
        titles.push_back(keyInWords("criterion", part, m_names, m_tr));
    return joined(titles, m_tr(", "));
}

/// The value whole, or where it has many fields those in which the other one differs.
std::string CellHistory::valueText(const Fact& fact, const Fact* other, bool named) {
    if (fact.absent) return NOTHING;
    const auto columns = store::valueColumns(fact.table);
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (isUnsaid(columns[i]) || (!privileged() && INNER.contains(columns[i]))) continue;
        const bool many = columns.size() > FEW;
        if (many && other && fact.values.at(i) == other->values.at(i)) continue;
        if (!other && isUsual(fact.table, columns[i], textOf(fact.values.at(i)))) continue;
        auto text = fieldText(fact, columns[i], fact.values.at(i));
        // A field that something was taken out of is named, too; in a first value only what is there.
        if (text.empty() && (!many || !other)) continue;
        if (text.empty()) text = NOTHING;
        // TRANSLATORS: a field and its value, one of several in a list: "minutes 12, room 204"
        parts.push_back(many || named ? filled(m_tr("{0} {1}"), {wordForField(fact.table, columns[i], m_tr), text}) : text);
    }
    return parts.empty() ? NOTHING : enumerated(std::move(parts), m_tr(", "));
}

} // namespace fledgling::app
