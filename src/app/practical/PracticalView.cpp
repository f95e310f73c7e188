#include "app/practical/PracticalView.h"

#include "app/PastDay.h"
#include "app/cohorts/Cohorts.h"
#include "app/mentors/MentorToDo.h"
#include "app/mentors/Mentors.h"
#include "app/practical/PracticalToDo.h"
#include "app/quiz/Quizzes.h"
#include "domain/Attempts.h"
#include "domain/Roles.h"
#include "format/Collation.h"
#include "store/MentoringStore.h"

#include <algorithm>
#include <iterator>

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
    m_due.clear();
    m_offersMentors = false;
    m_mentorsDue = 0;
    if (m_own) return recordsOfPeople(m_desk, {m_desk.actor.id});
    const bool examined = !practicalExams(m_desk).empty();
    if (!seesEverybody(m_desk.actor)) {
        std::set<PersonId> led;
        for (const auto& pair : pairsInForce(m_desk, m_desk.actor.id))
            led.insert(pair.trainee);
        auto records = recordsOfPeople(m_desk, led);
        if (examined && !m_desk.actor.is(Role::Trainee))
            for (auto& own : recordsOfMentors({m_desk.actor}))
                records.push_back(std::move(own));
        return records;
    }
    m_cohorts = cohortsOf(m_desk);
    m_offersMentors = examined;
    m_mentorsDue = countMentorsDue();
    m_mentors = m_mentors && examined;
    return m_mentors ? recordsOfMentors(examinedMentors(m_desk)) : recordsOfMembers();
}

std::vector<Record> PracticalView::recordsOfMentors(const std::vector<Person>& mentors) {
    std::vector<Record> records;
    for (const auto& mentor : mentors) {
        records.push_back(examineeOf(m_desk, mentor.id));
        for (const auto& exam : examsOf(m_desk, mentor))
            m_due[{mentor.id, exam.assessment}] = exam.due;
    }
    return records;
}

std::vector<Record> PracticalView::recordsOfMembers() {
    const auto* found = cohortShown(m_cohorts, m_cohort, shownDay(m_desk));
    m_cohort = found ? std::optional(found->id) : std::nullopt;
    if (!found) return {};
    std::vector<Member> members;
    for (const auto& member : membersOf(m_desk, *m_cohort))
        if (member.on(shownDay(m_desk)) || shownDay(m_desk) < member.joined) members.push_back(member);
    return recordsOf(m_desk, members);
}

void PracticalView::load(const std::optional<CohortId>& cohort, const std::string& check) {
    if (cohort) m_cohort = cohort, m_mentors = false;
    if (!check.empty()) m_check = check;
    const auto records = recordsShown();
    loadChecks(records);
    loadRows(records);
    if (onChanged) onChanged();
}

void PracticalView::loadMentors(const std::string& check) {
    m_mentors = true;
    load({}, check);
}

void PracticalView::loadFor(const PersonId& person, const std::string& check) {
    if (seesEverybody(m_desk.actor)) {
        const auto mentors = examinedMentors(m_desk);
        m_mentors = std::any_of(mentors.begin(), mentors.end(), [&](const Person& one) { return one.id == person; });
        if (!m_mentors)
            for (const auto& record : recordsOfPeople(m_desk, {person}))
                m_cohort = record.cohort.id;
    }
    load({}, check);
}

std::optional<PersonId> PracticalView::loadWaiting(const std::optional<CohortId>& cohort) {
    const auto waiting = waitingPracticals(m_desk);
    if (waiting.empty()) {
        load(cohort);
        if (const auto begun = loadBegun()) return begun;
        return loadDueMentor();
    }
    std::map<PersonId, CohortId> cohorts;
    std::set<PersonId> people;
    for (const auto& one : waiting)
        people.insert(one.sheet.key.trainee);
    for (const auto& record : recordsOfPeople(m_desk, people))
        cohorts[record.person.id] = record.cohort.id;
    const auto here = std::find_if(waiting.begin(), waiting.end(), [&](const KeptSheet& one) {
        const auto of = cohorts.find(one.sheet.key.trainee);
        return cohort && of != cohorts.end() && of->second == *cohort;
    });
    const auto& key = (here == waiting.end() ? waiting.front() : *here).sheet.key;
    loadFor(key.trainee, key.assessment);
    return key.trainee;
}

/// With nothing sent back or to confirm: a check the actor is marking, else one to begin, in place of the first name's.
std::optional<PersonId> PracticalView::loadBegun() {
    const auto found = [&](bool begun) {
        const auto at = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& one) {
            return one.mine && (begun ? !one.fresh() : one.asked);
        });
        return at == m_rows.end() ? std::nullopt : std::optional(at->trainee);
    };
    if (const auto here = found(true)) return here;
    const auto shown = m_check;
    const auto checks = m_checks; // loading reads them anew
    for (const auto& one : checks) {
        if (one.id == shown) continue;
        load({}, one.id);
        if (const auto there = found(true)) return there;
    }
    if (m_check != shown) load({}, shown);
    return found(false);
}

/// With nothing to do among trainees: where a mentor is to be examined again.
std::optional<PersonId> PracticalView::loadDueMentor() {
    if (m_mentorsDue == 0) return std::nullopt;
    loadMentors();
    const auto due = std::find_if(m_rows.begin(), m_rows.end(), [](const Row& one) { return one.isDue; });
    return due == m_rows.end() ? std::nullopt : std::optional(due->trainee);
}

/// As the rail counts them.
int PracticalView::countMentorsDue() const {
    std::set<std::string> due;
    for (const auto role : {Role::Trainer, Role::Supervisor})
        if (m_desk.actor.is(role))
            for (const auto& one : mentorRecordToDo(m_desk, role, m_language))
                if (one.kind == ToDoKind::ExamineMentor) due.insert(one.subject);
    return static_cast<int>(due.size());
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
            if (one.kind != AssessmentKind::Practical || !examinedIn(*record, one.id)) continue;
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
        if (!check || check->kind != AssessmentKind::Practical || !examinedIn(record, m_check)) continue;
        auto row = rowOf(record, *check, sheets);
        if (row.sheet) row.marker = name(row.sheet->sheet.marker), row.decider = name(row.sheet->sheet.decider);
        keyed.emplace_back(format::sortKey(row.name), std::move(row));
    }
    std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [key, row] : keyed)
        m_rows.push_back(std::move(row));
}

PracticalView::Row PracticalView::rowOf(const Record& record, const Assessment& check, const std::vector<KeptSheet>& sheets) const {
    Row row;
    row.trainee = record.person.id;
    row.name = record.person.card.name;
    addDue(row);
    row.asked = row.due || asksFor(*record.course, record.post(), m_check);
    const auto attempts = record.attemptsAt(m_check);
    row.used = static_cast<int>(attempts.size());
    if (!attempts.empty()) row.last = attempts.back();
    row.passed = std::any_of(attempts.begin(), attempts.end(), [](const Attempt& one) { return one.passed; });
    row.allowed = check.attempts + record.grantedAt(m_check);
    const bool own = record.person.id == m_desk.actor.id;
    row.sheet = latestSheet(sheets, record, m_check);
    // Judgements half made aren't shown to the one judged: only that there are some, and the sheet before.
    if (own && row.sheet && row.sheet->sheet.open()) {
        row.underWay = true;
        std::vector<KeptSheet> standing;
        std::copy_if(sheets.begin(), sheets.end(), std::back_inserter(standing), [](const KeptSheet& one) { return !one.sheet.open(); });
        row.sheet = latestSheet(standing, record, m_check);
    }
    const auto lapsed = record.lapsed.find(m_check);
    const int before = lapsed == record.lapsed.end() ? 0 : lapsed->second;
    row.lapsed = before > 0;
    const bool counts = row.sheet && row.sheet->sheet.key.attempt > before;
    row.attempt = counts ? row.sheet->sheet.key.attempt - before : row.used + 1;
    if (!own) addDeeds(row, record);
    if (row.sheet) row.outcome = outcomeOf(assessmentOf(m_desk, row.sheet->sheet), row.sheet->sheet.marks);
    return row;
}

/// What the actor, who is somebody else, may do with it.
void PracticalView::addDeeds(Row& row, const Record& record) const {
    const bool open = row.sheet && row.sheet->sheet.open();
    const bool handedOn = row.sheet && row.sheet->sheet.state == SheetState::HandedOn;
    row.mine = mayMark(m_desk.actor, record) && !handedOn &&
               (open ? row.sheet->sheet.marker == m_desk.actor.id : !row.passed);
    const bool second = row.sheet && may(m_desk.actor.roles, Verb::ConfirmPractical) &&
                        row.sheet->sheet.marker != m_desk.actor.id;
    row.toDecide = second && handedOn;
    row.mayReturn = second && (handedOn || !open);
    row.mayGrant = may(m_desk.actor.roles, Verb::GrantAttempt) && !row.passed && !open && row.used >= row.allowed;
}

void PracticalView::addDue(Row& row) const {
    const auto found = m_due.find({row.trainee, m_check});
    if (found == m_due.end()) return;
    row.due = found->second;
    row.isDue = found->second <= shownDay(m_desk);
}

const PracticalView::Row* PracticalView::row(const PersonId& trainee) const {
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& one) { return one.trainee == trainee; });
    return found == m_rows.end() ? nullptr : &*found;
}

bool PracticalView::asksForWords(const Row& row, const std::string& item, int step) const {
    const auto* mark = row.fresh() ? nullptr : row.mark(item);
    return lacksWords(m_scale.size(), {step, mark ? mark->evidence : std::string()});
}

int PracticalView::waiting() const {
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [](const Row& one) {
        return one.sheet && one.sheet->sheet.state == SheetState::HandedOn;
    }));
}

int PracticalView::due() const {
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [](const Row& one) {
        return one.isDue && !(one.sheet && one.sheet->sheet.state == SheetState::HandedOn);
    }));
}

ChangeNumber PracticalView::mark(const PersonId& trainee, const std::string& item, const ItemSeen& seen) {
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
ChangeNumber PracticalView::grant(const PersonId& trainee, const std::string& why) {
    return grantAttempt(m_desk, trainee, m_check, why);
}

} // namespace fledgling::app
