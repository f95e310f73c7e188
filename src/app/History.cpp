#include "app/History.h"

#include "app/People.h"
#include "domain/Refused.h"
#include "domain/Roles.h"
#include "store/CohortStore.h"
#include "store/PeopleStore.h"
#include "store/Shape.h"

#include <algorithm>
#include <map>

namespace fledgling::app {

using namespace domain;
using store::ChangeNumber;

namespace {

void requireHistory(const Desk& desk) {
    if (!may(desk.actor.roles, Verb::SeeHistory)) throw Refused(Rule::NotYourRight, {std::string(keyOf(Verb::SeeHistory))});
}

/// Ids in words: people and cohorts by name, sessions by course session and day; anything else as it stands.
class Names {
public:
    explicit Names(Desk& desk) : m_desk(desk) {}

    std::string of(const std::string& text) {
        if (text.size() != 36) return text;
        const auto known = m_names.find(text);
        if (known != m_names.end()) return known->second;
        return m_names[text] = found(text);
    }

private:
    std::string found(const std::string& text) {
        try {
            if (const auto person = store::PeopleStore(m_desk.database).person(PersonId(text)))
                return person->card.name.empty() ? "–" : person->card.name;
            store::CohortStore cohorts(m_desk.database);
            if (const auto cohort = cohorts.cohort(CohortId(text))) return cohort->name;
            if (const auto session = cohorts.session(SessionId(text))) return session->courseSession + " " + session->day.iso();
        } catch (const std::invalid_argument&) { // 36 characters that are no id
        }
        return text;
    }
    Desk& m_desk;
    std::map<std::string, std::string> m_names;
};

std::string shown(Names& names, const store::Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    const auto* text = std::get_if<std::string>(&value);
    return !text || text->empty() ? "–" : names.of(*text);
}

bool isAbout(const store::KeptFact& kept, const PersonId& person) {
    const auto same = [&](const std::string& text) { return text == person.text(); };
    if (std::any_of(kept.fact.key.begin(), kept.fact.key.end(), same)) return true;
    return std::any_of(kept.fact.values.begin(), kept.fact.values.end(), [&](const store::Value& value) {
        const auto* text = std::get_if<std::string>(&value);
        return text && same(*text);
    });
}

} // namespace

std::vector<HistoryRow> history(Desk& desk, const HistoryFilter& filter, int most) {
    requireHistory(desk);
    constexpr int RUN = 200;
    store::Book book(desk.database);
    Names names(desk);
    std::vector<HistoryRow> rows;
    ChangeNumber upTo = std::min(desk.asOf, book.last());
    while (upTo > 0 && static_cast<int>(rows.size()) < most) {
        const auto run = book.changes(0, upTo, RUN);
        for (const auto& change : run) {
            upTo = change.number - 1;
            if (filter.by && change.head.who != *filter.by) continue;
            if (!filter.verb.empty() && change.head.verb != filter.verb) continue;
            const auto facts = book.factsOf(change.number);
            if (filter.about && std::none_of(facts.begin(), facts.end(), [&](const auto& kept) { return isAbout(kept, *filter.about); }))
                continue;
            HistoryRow row{change.number, change.head.at, nameOf(desk, change.head.who), change.head.verb, change.head.why,
                           change.head.undoes, {}};
            for (const auto& kept : facts)
                for (const auto& part : kept.fact.key) {
                    const auto name = names.of(part);
                    if (std::find(row.about.begin(), row.about.end(), name) == row.about.end()) row.about.push_back(name);
                }
            rows.push_back(std::move(row));
            if (static_cast<int>(rows.size()) == most) break;
        }
        if (run.empty()) break;
    }
    return rows;
}

std::vector<HistoryField> fieldsOf(Desk& desk, ChangeNumber number) {
    requireHistory(desk);
    store::Book book(desk.database);
    Names names(desk);
    std::vector<HistoryField> fields;
    for (const auto& kept : book.factsOf(number)) {
        const auto before = kept.saw == 0 ? std::nullopt : book.current(kept.fact.table, kept.fact.key, kept.saw);
        std::string key;
        for (const auto& part : kept.fact.key) key += (key.empty() ? "" : " · ") + names.of(part);
        const auto columns = store::valueColumns(kept.fact.table);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const store::Value was = before && !before->fact.absent ? before->fact.values.at(i) : store::Value{};
            const store::Value became = kept.fact.absent ? store::Value{} : kept.fact.values.at(i);
            if (was != became) fields.push_back({kept.fact.table, key, columns[i], shown(names, was), shown(names, became)});
        }
    }
    return fields;
}

store::Verification verify(Desk& desk) {
    requireHistory(desk);
    return store::Book(desk.database).verify();
}

} // namespace fledgling::app
