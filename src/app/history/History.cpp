#include "app/history/History.h"

#include "domain/Refused.h"
#include "domain/Roles.h"
#include "domain/Text.h"
#include "store/PersonLines.h"
#include "store/Shape.h"

#include <algorithm>
#include <limits>
#include <map>

namespace fledgling::app {

using namespace domain;
using store::ChangeNumber;

namespace {

/// Changes read at a time.
constexpr int RUN = 200;

void requireHistory(const Desk& desk) { require(desk.actor, Verb::SeeHistory); }

std::string shown(BookNames& names, const store::Value& value) {
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

std::vector<std::string> peopleIn(const store::Fact& fact, BookNames& names) {
    std::vector<std::string> found;
    for (const auto& part : fact.key)
        if (names.isPerson(part)) found.push_back(names.of(part));
    return found;
}

std::vector<std::string> thingsIn(const store::Fact& fact, BookNames& names) {
    auto found = names.key(fact.table, fact.key);
    const auto people = peopleIn(fact, names);
    std::erase_if(found, [&](const std::string& name) { return std::find(people.begin(), people.end(), name) != people.end(); });
    return found;
}

HistoryRow rowOf(const store::Change& change, const std::vector<store::KeptFact>& facts, BookNames& names) {
    HistoryRow row{change.number,
                   change.head.at,
                   change.head.who.empty() ? "–" : names.of(change.head.who.text()),
                   change.head.verb,
                   whyOf(change.head, facts),
                   change.head.undoes,
                   {},
                   change.head.who,
                   change.hash,
                   {}};
    // Whom it is about comes before what.
    for (const bool people : {true, false})
        for (const auto& kept : facts)
            for (const auto& name : people ? peopleIn(kept.fact, names) : thingsIn(kept.fact, names))
                if (std::find(row.about.begin(), row.about.end(), name) == row.about.end())
                    row.about.push_back(name);
    return row;
}

bool passes(const HistoryFilter& filter, const store::Change& change,
            const std::vector<store::KeptFact>& facts) {
    if (filter.by && change.head.who != *filter.by) return false;
    if (!filter.verb.empty() && change.head.verb != filter.verb) return false;
    return !filter.about || std::any_of(facts.begin(), facts.end(),
                                        [&](const auto& kept) { return isAbout(kept, *filter.about); });
}

} // namespace

HistoryRun historyRun(Desk& desk, const HistoryFilter& filter, ChangeNumber from, int most, int scan,
                      BookNames& names) {
    requireHistory(desk);
    store::Book book(desk.database);
    HistoryRun run;
    run.left = std::min({from, desk.asOf, book.last()});
    if (run.left <= filter.after) run.left = 0;
    while (run.left > filter.after && scan > 0) {
        const auto changes = book.changes(filter.after, run.left, std::min(RUN, scan));
        if (changes.empty()) break;
        scan -= static_cast<int>(changes.size());
        auto facts = book.factsBetween(changes.back().number - 1, changes.front().number);
        for (const auto& change : changes) {
            run.left = change.number - 1 > filter.after ? change.number - 1 : 0;
            const auto& its = facts[change.number];
            if (!passes(filter, change, its)) continue;
            auto row = rowOf(change, its, names);
            if (filter.about)
                for (const auto& kept : its)
                    if (isAbout(kept, *filter.about)) row.facts.push_back(kept.fact);
            if (filter.passes && !filter.passes(row)) continue;
            run.rows.push_back(std::move(row));
            if (static_cast<int>(run.rows.size()) == most) return run;
        }
    }
    return run;
}

std::string whyOf(const store::ChangeHead& head, const std::vector<store::KeptFact>& facts) {
    if (!head.why.empty() || head.verb != "decide-appeal") return head.why;
    for (const auto& kept : facts)
        if (kept.fact.table == "appeal" && !kept.fact.absent) return store::textOf(kept.fact, "answer");
    return {};
}

ChangeNumber lastBefore(Desk& desk, Date day) {
    return store::Book(desk.database).asOf({desk.clock.at(day, TimeOfDay()).ms - 1});
}

std::vector<HistoryRow> history(Desk& desk, const HistoryFilter& filter, int most) {
    BookNames names(desk);
    return historyRun(desk, filter, store::NOW, most, std::numeric_limits<int>::max(), names).rows;
}

std::vector<HistoryRow> historySince(Desk& desk, const HistoryFilter& filter, ChangeNumber since,
                                     ChangeNumber upTo, BookNames& names) {
    requireHistory(desk);
    upTo = std::min({upTo, desk.asOf, store::Book(desk.database).last()});
    if (upTo <= since) return {};
    const auto count = static_cast<int>(std::min<ChangeNumber>(upTo - since, std::numeric_limits<int>::max()));
    return historyRun(desk, filter, upTo, count, count, names).rows;
}

std::string deedOf(Desk& desk, ChangeNumber number) {
    const auto change = store::Book(desk.database).change(number);
    return change ? change->head.verb : std::string();
}

std::vector<HistoryField> fieldsOf(Desk& desk, ChangeNumber number) {
    BookNames names(desk);
    return fieldsOf(desk, number, names);
}

std::vector<HistoryField> fieldsOf(Desk& desk, ChangeNumber number, BookNames& names) {
    requireHistory(desk);
    store::Book book(desk.database);
    std::vector<HistoryField> fields;
    for (const auto& kept : book.factsOf(number)) {
        // What a trainee says of the mentor is for the manager alone.
        if (kept.fact.table == "mentor_evaluation" && !domain::may(desk.actor.roles, domain::Verb::SeeEvaluations)) continue;
        const auto before =
            kept.saw == 0 ? std::nullopt : book.current(kept.fact.table, kept.fact.key, kept.saw);
        const std::string key = joined(names.key(kept.fact.table, kept.fact.key), " · ");
        const auto columns = store::valueColumns(kept.fact.table);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const store::Value was =
                before && !before->fact.absent ? before->fact.values.at(i) : store::Value{};
            const store::Value became = kept.fact.absent ? store::Value{} : kept.fact.values.at(i);
            if (was != became)
                fields.push_back({{kept.fact.table, kept.fact.key}, key, columns[i], shown(names, was), shown(names, became)});
        }
    }
    return fields;
}

store::Verification verify(Desk& desk, const std::function<void(ChangeNumber done, ChangeNumber total)>& at) {
    requireHistory(desk);
    return store::Book(desk.database).verify(at);
}

BookState bookState(Desk& desk) {
    store::Book book(desk.database);
    if (desk.asOf == store::NOW) return {book.last(), book.headHash()};
    const auto change = book.change(desk.asOf);
    return {desk.asOf, change ? change->hash : std::string(64, '0')};
}

void lookAt(Desk& desk, std::optional<Instant> moment) {
    desk.day.reset();
    desk.asOf = moment ? store::Book(desk.database).asOf(*moment) : store::NOW;
}

void lookAtDay(Desk& desk, Date day) {
    lookAt(desk, std::nullopt);
    if (day < desk.today()) desk.day = day;
}

} // namespace fledgling::app
