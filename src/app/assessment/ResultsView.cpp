#include "app/assessment/ResultsView.h"

#include "app/Record.h"
#include "app/cohorts/Cohorts.h"
#include "domain/Refused.h"
#include "domain/Roles.h"
#include "format/Collation.h"
#include "store/CohortStore.h"

#include <algorithm>
#include <set>
#include <utility>

namespace fledgling::app {

using namespace domain;

namespace {

/// A practice quiz isn't the trainer's to record.
bool recorded(const Course& course, const Assessment& assessment) {
    return assessment.kind == AssessmentKind::Practical || !isPractice(course, assessment.id);
}

bool hasBegun(Desk& desk, const Session& session) {
    const Date shown = shownDay(desk);
    return session.day < shown || (session.day == shown && !desk.past() && session.hours.begin() <= desk.clock.timeOfDay());
}

} // namespace

std::optional<AssessmentResult> ResultsView::Row::result(std::size_t column) const {
    std::vector<domain::Attempt> attempts;
    for (const auto& one : cells.at(column))
        attempts.push_back(one.attempt);
    if (attempts.empty()) return std::nullopt;
    return resultOf(attempts);
}

ResultsView::ResultsView(Desk& desk, std::string language) : m_desk(desk), m_language(std::move(language)) {}

void ResultsView::load(const std::optional<CohortId>& cohort) {
    if (!seesEverybody(m_desk.actor))
        throw Refused(Rule::NotYourRight, {std::string(keyOf(Verb::EnterResult))});
    closeOverdue(m_desk);
    m_cohorts = cohortsOf(m_desk);
    if (cohort) m_cohort = cohort;
    const auto* found = cohortShown(m_cohorts, m_cohort, shownDay(m_desk));
    m_cohort.reset();
    m_columns.clear();
    m_rows.clear();
    m_ahead.reset();
    if (found) {
        m_cohort = found->id;
        const auto& course = m_desk.shelf.of(*found);
        loadColumns(course);
        loadRows(course);
        loadAhead(course);
    }
    if (onChanged) onChanged();
}

void ResultsView::loadColumns(const Course& course) {
    for (const auto& one : course.assessments) {
        if (!recorded(course, one)) continue;
        const auto& title = one.title.in(m_language, course.language);
        m_columns.push_back(
            {one.id, title.empty() ? one.id : title, one.kind, one.passPercent, one.attempts});
    }
}

void ResultsView::loadRows(const Course& course) {
    std::vector<Member> members;
    for (const auto& member : membersOf(m_desk, *m_cohort))
        if (member.on(shownDay(m_desk)) || shownDay(m_desk) < member.joined) members.push_back(member);
    std::set<PersonId> writers;
    const auto records = recordsOf(m_desk, members);
    for (const auto& record : records)
        for (const auto& kept : record.attempts)
            writers.insert(kept.by);
    const auto names = namesOf(m_desk, writers);
    std::set<PersonId> trainees;
    for (const auto& record : records)
        trainees.insert(record.person.id);
    const auto papers = store::QuizStore(m_desk.database, m_desk.asOf).papersOf(trainees);
    const auto sheets = store::PracticalStore(m_desk.database, m_desk.asOf).sheetsOf(trainees);
    std::vector<std::pair<std::string, Row>> keyed;
    for (const auto& record : records) {
        Row row{record.person.id, record.person.card.name, record.person.posts, {}, {}, {}, {}};
        row.cells.resize(m_columns.size());
        for (const auto& column : m_columns)
            row.granted.push_back(record.grantedAt(column.assessment));
        for (const auto& column : m_columns)
            row.begun.push_back(begunAt(record, column.assessment, papers, sheets));
        for (const auto& column : m_columns)
            row.asked.push_back(asksFor(course, record.post(), column.assessment));
        for (const auto& kept : record.attempts)
            for (std::size_t column = 0; column < m_columns.size(); ++column)
                if (m_columns[column].assessment == kept.attempt.assessment)
                    row.cells[column].push_back({kept.attempt, names.at(kept.by), kept.change});
        keyed.emplace_back(format::sortKey(row.name), std::move(row));
    }
    std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [key, row] : keyed)
        m_rows.push_back(std::move(row));
}

void ResultsView::loadAhead(const Course& course) {
    for (auto& session : store::CohortStore(m_desk.database, m_desk.asOf).sessionsOf(*m_cohort)) {
        const auto* part = course.session(session.courseSession);
        if (!part || part->kind != SessionKind::Assessment) continue;
        if (hasBegun(m_desk, session)) return m_ahead.reset();
        if (!m_ahead || std::pair(session.day, session.hours) < std::pair(m_ahead->day, m_ahead->hours)) m_ahead = std::move(session);
    }
}

std::string ResultsView::course() const {
    for (const auto& one : m_cohorts)
        if (one.id == m_cohort) return one.course;
    return {};
}

const ResultsView::Row* ResultsView::row(const PersonId& trainee) const {
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& one) { return one.trainee == trainee; });
    return found == m_rows.end() ? nullptr : &*found;
}

int ResultsView::open() const {
    int count = 0;
    for (const auto& row : m_rows)
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            if (row.asked[i] && row.cells[i].empty()) ++count;
    return count;
}

int ResultsView::cells() const {
    int count = 0;
    for (const auto& row : m_rows)
        count += static_cast<int>(std::count(row.asked.begin(), row.asked.end(), true));
    return count;
}

store::ChangeNumber ResultsView::enter(const PersonId& trainee, std::size_t column, int percent) {
    return enterResult(m_desk, {trainee, m_columns.at(column).assessment, percent, {}, {}});
}

store::ChangeNumber ResultsView::correct(const PersonId& trainee, std::size_t column, int percent,
                                         const std::string& why, store::ChangeNumber saw) {
    return correctResult(m_desk, {trainee, m_columns.at(column).assessment, percent, {}, {}}, why, saw);
}

store::ChangeNumber ResultsView::grant(const PersonId& trainee, std::size_t column, const std::string& why) {
    return grantAttempt(m_desk, trainee, m_columns.at(column).assessment, why);
}

} // namespace fledgling::app
