#include "app/history/HistoryView.h"

#include "app/Department.h"
#include "app/Keep.h"
#include "app/history/BookValues.h"
#include "app/history/BookWords.h"
#include "app/reports/Statement.h"
#include "app/merge/MergeWords.h"
#include "domain/Roles.h"
#include "domain/Text.h"
#include "format/Collation.h"
#include "store/PeopleStore.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using store::ChangeNumber;

namespace {

/// Rows shown at first, and more with each step.
constexpr int PAGE = 200;
/// Changes shown that are later than the one asked for.
constexpr ChangeNumber LATER = 20;
/// Changes looked at while somebody types: some tens of milliseconds.
constexpr int AT_ONCE = 4000;

bool holds(const std::string& text, const std::string& lowered) {
    return lowerAscii(text).find(lowered) != std::string::npos;
}

} // namespace

HistoryView::HistoryView(Desk& desk, std::string language, Tongue tongue)
    : m_desk(desk), m_tr(std::move(tongue)), m_verbs(deeds(m_tr)), m_names(desk, std::move(language), m_tr) {
    std::stable_sort(m_verbs.begin(), m_verbs.end(), [](const auto& a, const auto& b) {
        return format::sortKey(a.second) < format::sortKey(b.second);
    });
}

void HistoryView::load() {
    m_state = bookState(m_desk);
    m_names.forget();
    readPeople();
    const int shown = static_cast<int>(m_rows.size());
    m_rows.clear();
    m_left = m_from.value_or(store::NOW);
    read(std::max(PAGE, shown), AT_ONCE);
    if (onChanged) onChanged();
}

void HistoryView::setFilter(const Filter& filter) {
    if (filter == m_filter && !m_from) return;
    m_filter = filter;
    m_from.reset();
    m_rows.clear();
    m_left = store::NOW;
    read(PAGE, AT_ONCE);
    if (onChanged) onChanged();
}

void HistoryView::more(const At& at) {
    const auto wantedRows = m_rows.size() + PAGE;
    while (!complete() && m_rows.size() < wantedRows) {
        read(static_cast<int>(wantedRows - m_rows.size()), AT_ONCE);
        if (at)
            at(static_cast<std::size_t>(m_state.changes - m_left), static_cast<std::size_t>(m_state.changes));
    }
    if (onChanged) onChanged();
}

void HistoryView::read(int most, int scan) {
    auto run = historyRun(m_desk, wanted(), m_left, most, scan, m_names);
    m_left = run.left;
    for (auto& row : run.rows)
        keepRow(std::move(row));
}

void HistoryView::keepRow(HistoryRow&& from) {
    Row row;
    row.number = from.number;
    row.at = from.at;
    row.day = m_desk.clock.dateOf(from.at);
    row.time = m_desk.clock.timeOf(from.at);
    row.who = std::move(from.who);
    const auto verb =
        std::find_if(m_verbs.begin(), m_verbs.end(), [&](const auto& one) { return one.first == from.verb; });
    row.did = verb == m_verbs.end() ? from.verb : verb->second;
    row.about = std::move(from.about);
    row.why = whyInWords(from.why, m_desk.clock, m_tr);
    row.hash = std::move(from.hash);
    row.undoes = from.undoes;
    row.own = from.by == m_desk.actor.id;
    for (const auto& later : m_rows)
        if (later.undoes == row.number) row.undoneBy = later.number;
    m_rows.push_back(std::move(row));
}

HistoryFilter HistoryView::wanted() const {
    HistoryFilter filter{m_filter.about, m_filter.by, m_filter.verb, {}, m_filter.after};
    if (const auto text = lowerAscii(trimmed(m_filter.text)); !text.empty())
        filter.passes = [this, text](const HistoryRow& row) { return matches(row, text); };
    return filter;
}

bool HistoryView::matches(const HistoryRow& row, const std::string& text) const {
    if (holds(row.who, text) || holds(row.why, text) || std::to_string(row.number) == text) return true;
    const auto verb =
        std::find_if(m_verbs.begin(), m_verbs.end(), [&](const auto& one) { return one.first == row.verb; });
    if (verb != m_verbs.end() && holds(verb->second, text)) return true;
    return std::any_of(row.about.begin(), row.about.end(),
                       [&](const auto& name) { return holds(name, text); });
}

const HistoryView::Row* HistoryView::row(ChangeNumber number) const {
    for (const auto& one : m_rows)
        if (one.number == number) return &one;
    return nullptr;
}

void HistoryView::readPeople() {
    auto people = store::PeopleStore(m_desk.database, m_desk.asOf).people();
    sortByName(people);
    m_people.clear();
    for (const auto& person : people)
        if (!person.card.name.empty()) m_people.push_back({person.id, person.card.name});
}

std::vector<HistoryView::Field> HistoryView::fields(ChangeNumber number) {
    std::vector<Field> fields;
    for (const auto& one : fieldsOf(m_desk, number, m_names)) {
        const auto& table = one.of.table;
        const auto words = [&](const std::string& value) { return valueInWords(one.of, one.field, value, m_names, m_tr); };
        const std::string of = wordForTable(table, m_tr) + " · " + one.key;
        const bool silent = isUnsaid(one.field) || (one.was == "–" && saysNothing(table, one.field, one.became));
        const bool first = fields.empty() || fields.back().of != of;
        // A line of which nothing can be said in words is shown all the same: that it was kept says enough.
        if (first && silent) fields.push_back({of, {}, {}, one.became == "–" ? one.became : m_tr("kept")});
        if (silent) continue;
        if (!first && fields.back().field.empty()) fields.pop_back();
        fields.push_back({of, wordForField(table, one.field, m_tr), words(one.was), words(one.became)});
    }
    return fields;
}

bool HistoryView::mayTakeBack(const Row& row) const {
    if (m_desk.past() || !may(m_desk.actor.roles, Verb::UndoOwn)) return false;
    return row.undoneBy == 0 && (row.own || m_desk.actor.is(Role::Manager));
}

ChangeNumber HistoryView::takeBack(ChangeNumber number, const std::string& why) {
    const auto change = undoChange(m_desk, number, domain::reason(why));
    // Ctrl+Z goes on with what still stands.
    std::erase(m_desk.undo.done, number);
    load();
    return change;
}

std::string HistoryView::tableWords(const store::Verification& found) const {
    return wordForTable(found.table, m_tr);
}

store::Verification HistoryView::verify(const At& at) {
    m_found = app::verify(m_desk, [&](ChangeNumber done, ChangeNumber total) {
        if (at) at(static_cast<std::size_t>(done), static_cast<std::size_t>(total));
    });
    return *m_found;
}

std::optional<format::Report> HistoryView::statement() {
    if (!m_found) return std::nullopt;
    return verificationStatement(m_desk, *m_found, m_tr);
}

bool HistoryView::reach(ChangeNumber number) {
    if (number < 1 || number > m_state.changes) return false;
    if (row(number)) return true;
    // What the filters hide is shown: somebody asked for this very change.
    m_filter = {};
    m_from = std::min(m_state.changes, number + LATER);
    m_rows.clear();
    m_left = *m_from;
    read(PAGE, AT_ONCE);
    if (onChanged) onChanged();
    return row(number) != nullptr;
}

} // namespace fledgling::app
