#include "app/merge/MergeView.h"

#include "app/history/BookValues.h"
#include "app/history/BookWords.h"
#include "domain/Refused.h"
#include "domain/Roles.h"
#include "domain/Text.h"
#include "store/PersonLines.h"
#include "store/Shape.h"
#include "store/merge/CarriedWhy.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using store::Fact;
using store::Side;

namespace {

constexpr const char* EMPTY = "–";
/// Fields of a difference that its row shows; the rest is only counted.
constexpr std::size_t IN_SHORT = 3;

std::string inShort(const std::vector<MergeView::Field>& fields, std::string MergeView::Field::* side, const Tongue& tr) {
    const auto empty = [&](const auto& field) { return field.*side == EMPTY; };
    if (std::all_of(fields.begin(), fields.end(), empty)) return EMPTY;
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < fields.size() && i < IN_SHORT; ++i)
        parts.push_back(filled(tr("{0}: {1}"), {fields[i].field, fields[i].*side}));
    auto text = joined(parts, tr(", "));
    if (fields.size() > IN_SHORT) text += " +" + std::to_string(fields.size() - IN_SHORT);
    return text;
}

} // namespace

MergeView::MergeView(Desk& desk, std::string language, Tongue tongue)
    : m_desk(desk), m_tr(std::move(tongue)), m_names(desk, std::move(language), m_tr) {}

void MergeView::read(const std::string& where, const MergeAt& at) {
    auto copy = readCopy(m_desk, where, at);
    m_copy = std::move(copy);
    m_choices.clear();
    m_refused.clear();
    refresh();
}

void MergeView::refresh() {
    if (!m_copy) return;
    m_names.forget();
    readNewNames();
    draw(store::readPlan(m_desk.database, *m_copy, m_refused));
    if (onChanged) onChanged();
}

void MergeView::draw(const store::MergePlan& plan) {
    m_news = plan.taken.size();
    m_rows.clear();
    for (const auto& difference : plan.differences)
        m_rows.push_back(rowOf(difference));
    m_notTaken.clear();
    for (const auto& one : plan.untaken)
        m_notTaken.push_back(notTakenOf(one));
}

/// People, cohorts and sessions that only the copy knows.
void MergeView::readNewNames() {
    m_newNames.clear();
    for (const auto& change : m_copy->changes)
        for (const auto& kept : change.facts) {
            const auto& table = kept.fact.table;
            std::string name;
            if (table == "person_card" || table == "cohort") name = store::textOf(kept.fact, "name");
            if (table == "session")
                name = m_names.title(store::textOf(kept.fact, "course_session")) + " " + nameOf(store::textOf(kept.fact, "day"));
            if (table == "log_entry" || table == "problem") name = nameOf(store::textOf(kept.fact, "day"));
            if (!name.empty()) m_newNames[kept.fact.key.front()] = name;
        }
}

std::string MergeView::nameOf(const std::string& text) {
    if (const auto day = domain::Date::parse(text)) return longDate(*day, m_tr);
    auto name = m_names.title(text);
    if (name != text) return name;
    const auto known = m_newNames.find(text);
    return known == m_newNames.end() ? text : known->second;
}

MergeView::Writer MergeView::writerOf(const store::ChangeHead& head) {
    const auto carried = store::carriedFrom(head.why);
    const auto at = carried ? carried->at : head.at;
    return {head.who.empty() ? EMPTY : nameOf(head.who.text()), m_desk.clock.dateOf(at), m_desk.clock.timeOf(at)};
}

MergeView::Writer MergeView::beginningBy() {
    const auto change = store::Book(m_desk.database).change(m_copy->beginning);
    return change ? writerOf(change->head) : Writer{};
}

std::string MergeView::shown(const Fact& fact, std::size_t index, const std::string& column) {
    if (fact.absent || index >= fact.values.size()) return EMPTY;
    std::string text;
    if (const auto* number = std::get_if<std::int64_t>(&fact.values[index])) text = std::to_string(*number);
    if (const auto* words = std::get_if<std::string>(&fact.values[index])) text = *words;
    if (text.empty()) return EMPTY;
    // What a trainee says of the mentor is for the manager alone.
    if (fact.table == "mentor_evaluation" && !may(m_desk.actor.roles, Verb::SeeEvaluations)) return m_tr("(hidden)");
    return valueInWords({fact.table, fact.key}, column, nameOf(text), m_names, m_tr, [this](const std::string& id) { return nameOf(id); });
}

void MergeView::addFields(Row& row, const store::DifferentLine& line) {
    std::string of = wordForTable(line.ours.table, m_tr);
    for (const auto& part : line.ours.key)
        of += " · " + nameOf(part);
    const auto columns = store::valueColumns(line.ours.table);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        Field field{of, wordForField(line.ours.table, columns[i], m_tr), shown(line.before, i, columns[i]),
                    shown(line.ours, i, columns[i]), shown(line.theirs, i, columns[i])};
        const bool same = field.before == field.ours && field.ours == field.theirs;
        if (!same) row.fields.push_back(std::move(field));
    }
}

MergeView::Row MergeView::rowOf(const store::Difference& difference) {
    Row row;
    row.id = difference.id;
    row.oursBy = writerOf(difference.ours);
    row.theirsBy = writerOf(difference.theirs);
    if (const auto chosen = m_choices.find(row.id); chosen != m_choices.end()) row.choice = chosen->second;
    for (const auto& line : difference.lines)
        addFields(row, line);
    if (!row.fields.empty()) row.what = row.fields.front().of;
    row.before = inShort(row.fields, &Field::before, m_tr);
    row.ours = inShort(row.fields, &Field::ours, m_tr);
    row.theirs = inShort(row.fields, &Field::theirs, m_tr);
    return row;
}

MergeView::NotTaken MergeView::notTakenOf(const store::Untaken& untaken) {
    const auto& change = m_copy->changes.at(untaken.index).change;
    auto arguments = untaken.arguments;
    for (auto& argument : arguments)
        argument = nameOf(argument);
    return {change.number, writerOf(change.head), wordForDeed(change.head.verb, m_tr),
            sentence(Refused(untaken.rule, arguments), m_tr)};
}

const MergeView::Row* MergeView::row(const std::string& id) const {
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& one) { return one.id == id; });
    return found == m_rows.end() ? nullptr : &*found;
}

void MergeView::choose(const std::string& id, Side side) {
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& one) { return one.id == id; });
    if (found == m_rows.end()) throw Refused(Rule::Unknown, {id});
    found->choice = m_choices[id] = side;
    if (onChanged) onChanged();
}

void MergeView::chooseAll(Side side) {
    for (auto& row : m_rows)
        row.choice = m_choices[row.id] = side;
    if (onChanged) onChanged();
}

std::size_t MergeView::undecided() const {
    return static_cast<std::size_t>(
        std::count_if(m_rows.begin(), m_rows.end(), [](const Row& row) { return !row.choice; }));
}

store::MergeResult MergeView::merge(const MergeAt& at) {
    auto result = mergeCopy(m_desk, *m_copy, m_choices, at);
    // A plan doesn't know what only the database refuses.
    m_refused = result.untaken;
    std::erase_if(m_refused, [](const store::Untaken& one) {
        return one.rule != Rule::MentorFull && one.rule != Rule::MergeRowRefused;
    });
    refresh();
    return result;
}

} // namespace fledgling::app
