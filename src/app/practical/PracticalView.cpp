#include "app/practical/PracticalView.h"

#include "app/PastDay.h"
#include "app/cohorts/Cohorts.h"
#include "domain/Attempts.h"
#include "domain/Roles.h"
#include "format/Collation.h"
#include "store/MentoringStore.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using store::ChangeNumber;
using store::KeptSheet;

const ItemMark* PracticalView::Row::mark(const std::string& item) const {
    if (!sheet) return nullptr;
    const auto found = sheet->sheet.marks.find(item);
    return found == sheet->sheet.marks.end() ? nullptr : &found->second;
}

PracticalView::PracticalView(Desk& desk, std::string language) : m_desk(desk), m_language(std::move(language)) {}

std::vector<Record> PracticalView::recordsShown() {
    m_own = !may(m_desk.actor.roles, Verb::MarkPractical);
    m_cohorts.clear();
    if (m_own) return recordsOfPeople(m_desk, {m_desk.actor.id});
    if (!seesEverybody(m_desk.actor)) {
        std::set<PersonId> led;
        for (const auto& pair : pairsInForce(m_desk, m_desk.actor.id))
            led.insert(pair.trainee);
        return recordsOfPeople(m_desk, led);
    }
    m_cohorts = cohortsOf(m_desk);
    const auto* found = cohortShown(m_cohorts, m_cohort, shownDay(m_desk));
    m_cohort = found ? std::optional(found->id) : std::nullopt;
    if (!found) return {};
    std::vector<Member> members;
    for (const auto& member : membersOf(m_desk, *m_cohort))
        if (member.on(shownDay(m_desk)) || shownDay(m_desk) < member.joined) members.push_back(member);
    return recordsOf(m_desk, members);
}

void PracticalView::load(const std::optional<CohortId>& cohort, const std::string& check) {
    if (cohort) m_cohort = cohort;
    if (!check.empty()) m_check = check;
    const auto records = recordsShown();
    loadChecks(records);
    loadRows(records);
    if (onChanged) onChanged();
}

void PracticalView::loadFor(const PersonId& trainee, const std::string& check) {
    if (seesEverybody(m_desk.actor))
        for (const auto& record : recordsOfPeople(m_desk, {trainee}))
            m_cohort = record.cohort.id;
    if (!check.empty()) m_check = check;
    load();
}

/// The checks of the courses shown, in their order; the texts of the newest version among them.
void PracticalView::loadChecks(const std::vector<Record>& records) {
    m_checks.clear();
    m_items.clear();
    m_scale.clear();
    std::vector<const Record*> newest;
    for (const auto& record : records)
        newest.push_back(&record);
    std::stable_sort(newest.begin(), newest.end(), [](const Record* a, const Record* b) {
        return a->cohort.start > b->cohort.start;
    });
    const Assessment* shown = nullptr;
    const Course* of = nullptr;
    for (const auto* record : newest)
        for (const auto& one : record->course->assessments) {
            if (one.kind != AssessmentKind::Practical) continue;
            const auto known = [&](const Check& check) { return check.id == one.id; };
            if (std::none_of(m_checks.begin(), m_checks.end(), known))
                m_checks.push_back({one.id, one.title.in(m_language, record->course->language)});
            if (one.id == m_check && !shown) shown = &one, of = record->course;
        }
    if (!shown && !m_checks.empty()) {
        m_check = m_checks.front().id;
        for (const auto* record : newest)
            if (!shown) shown = record->course->assessment(m_check), of = record->course;
    }
    if (!shown) return;
    for (const auto& item : shown->items)
        m_items.push_back({item.id, item.title.in(m_language, of->language), item.critical});
    for (const auto& step : shown->scale)
        m_scale.push_back(step.in(m_language, of->language));
}

void PracticalView::loadRows(const std::vector<Record>& records) {
    m_rows.clear();
    std::set<PersonId> trainees, others;
    for (const auto& record : records)
        trainees.insert(record.person.id);
    const auto sheets = withoutLater(m_desk, store::PracticalStore(m_desk.database, m_desk.asOf).sheetsOf(trainees),
                                     [](const KeptSheet& one) { return one.sheet.day; });
    for (const auto& one : sheets)
        others.insert(one.sheet.marker), others.insert(one.sheet.decider);
    others.erase(PersonId());
    const auto names = namesOf(m_desk, others);
    const auto name = [&](const PersonId& id) { return id.empty() ? std::string() : names.at(id); };
    std::vector<std::pair<std::string, Row>> keyed;
    for (const auto& record : records) {
        const auto* check = record.course->assessment(m_check);
        if (!check || check->kind != AssessmentKind::Practical) continue;
        auto row = rowOf(record, latestSheet(sheets, record, m_check));
        row.allowed = check->attempts + record.grantedAt(m_check);
        if (row.sheet) row.marker = name(row.sheet->sheet.marker), row.decider = name(row.sheet->sheet.decider);
        keyed.emplace_back(format::sortKey(row.name), std::move(row));
    }
    std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [key, row] : keyed)
        m_rows.push_back(std::move(row));
}

PracticalView::Row PracticalView::rowOf(const Record& record, std::optional<KeptSheet> sheet) const {
    Row row;
    row.trainee = record.person.id;
    row.name = record.person.card.name;
    row.asked = asksFor(*record.course, record.post(), m_check);
    const auto attempts = record.attemptsAt(m_check);
    row.used = static_cast<int>(attempts.size());
    row.passed = std::any_of(attempts.begin(), attempts.end(), [](const Attempt& one) { return one.passed; });
    // Judgements half made aren't shown to the one judged.
    if (m_own && sheet && sheet->sheet.open()) sheet.reset();
    row.sheet = std::move(sheet);
    if (!m_own) {
        const bool open = row.sheet && row.sheet->sheet.open();
        const bool handedOn = row.sheet && row.sheet->sheet.state == SheetState::HandedOn;
        row.mine = mayMark(m_desk.actor, record) && record.person.id != m_desk.actor.id && !handedOn &&
                   (open ? row.sheet->sheet.marker == m_desk.actor.id : !row.passed);
        const bool second = row.sheet && may(m_desk.actor.roles, Verb::ConfirmPractical) &&
                            row.sheet->sheet.marker != m_desk.actor.id && record.person.id != m_desk.actor.id;
        row.toDecide = second && handedOn;
        row.mayReturn = second && (handedOn || !open);
    }
    if (row.sheet) row.outcome = outcomeOf(assessmentOf(m_desk, row.sheet->sheet), row.sheet->sheet.marks);
    return row;
}

const PracticalView::Row* PracticalView::row(const PersonId& trainee) const {
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& one) { return one.trainee == trainee; });
    return found == m_rows.end() ? nullptr : &*found;
}

int PracticalView::waiting() const {
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [](const Row& one) {
        return one.sheet && one.sheet->sheet.state == SheetState::HandedOn;
    }));
}

ChangeNumber PracticalView::mark(const PersonId& trainee, const std::string& item, const ItemMark& seen) {
    return markItem(m_desk, trainee, m_check, item, seen);
}
ChangeNumber PracticalView::handOn(const PersonId& trainee) {
    return app::handOn(m_desk, trainee, m_check, m_language);
}
ChangeNumber PracticalView::confirm(const PersonId& trainee, const std::string& note) {
    return confirmPractical(m_desk, trainee, m_check, note);
}
ChangeNumber PracticalView::sendBack(const PersonId& trainee, const std::string& why) {
    return app::sendBack(m_desk, trainee, m_check, why);
}

} // namespace fledgling::app
