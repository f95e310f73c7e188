#include "app/readiness/ReadinessView.h"

#include "app/courses/CourseTitles.h"
#include "app/Record.h"
#include "app/calendar/Calendars.h"
#include "app/roll/Roll.h"
#include "format/Collation.h"
#include "store/CohortStore.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using store::ChangeNumber;

void ReadinessView::load() {
    m_cohorts = openCohorts(m_desk);
    const bool offered = !m_filter.cohort || std::any_of(m_cohorts.begin(), m_cohorts.end(), [&](const Cohort& one) {
        return one.id == *m_filter.cohort;
    });
    if (!offered) m_cohorts.push_back(cohortOf(m_desk, *m_filter.cohort));
    m_board = m_filter.cohort ? app::board(m_desk, *m_filter.cohort) : boardOfCohorts(m_desk, m_cohorts);
    for (const auto& one : m_board)
        m_saw[one.record.person.id] = one.record.decisionSaw;
    m_today = shownDay(m_desk);
    m_calendars.clear();
    for (const auto& one : m_board)
        if (const auto* course = one.record.course; !m_calendars.contains(course)) m_calendars[course] = calendarOf(m_desk, course->workingWeek);
    std::map<std::pair<std::string, PersonId>, std::string> mentors;
    for (const auto& one : m_board)
        if (one.record.paired())
            mentors[{format::sortKey(one.mentorName), one.record.mentor()}] = one.mentorName;
    m_mentors.clear();
    for (const auto& [key, name] : mentors)
        m_mentors.push_back({key.second, name});
    drawColumns();
    drawRows();
}

void ReadinessView::setFilter(const Filter& filter) {
    if (filter == m_filter) return;
    const bool otherCohort = filter.cohort != m_filter.cohort;
    m_filter = filter;
    if (otherCohort) return load();
    drawRows();
}

void ReadinessView::seek(const PersonId& trainee) {
    if (row(trainee)) return;
    setFilter({});
    if (row(trainee)) return;
    const auto memberships = store::CohortStore(m_desk.database, m_desk.asOf).membershipsOf(trainee);
    if (const auto member = memberOn(memberships, shownDay(m_desk))) setFilter({member->cohort, {}, {}, {}});
    if (!row(trainee)) setFilter({});
}

void ReadinessView::drawColumns() {
    m_columns.clear();
    std::set<std::string> known;
    for (const auto& one : m_board) {
        for (const auto& criterion : one.record.course->readiness) {
            const bool here = std::any_of(m_board.begin(), m_board.end(), [&](const BoardRow& row) {
                return row.readiness.cell(criterion.id) != nullptr;
            });
            if (here && known.insert(criterion.id).second)
                m_columns.push_back({criterion.id,
                                     criterion.title.in(m_language, one.record.course->language),
                                     criterion.measure});
        }
    }
}

bool ReadinessView::passes(const BoardRow& row) const {
    if (m_filter.post && !row.record.person.posts.contains(*m_filter.post)) return false;
    return !m_filter.mentor || row.record.mentor() == *m_filter.mentor;
}

void ReadinessView::drawRows() {
    m_rows.clear();
    m_counts = {};
    for (const auto& one : m_board) {
        if (!passes(one)) continue;
        const auto verdict = one.readiness.verdict;
        ++(verdict == Verdict::Ready   ? m_counts.ready
           : verdict == Verdict::Stuck ? m_counts.stuck
                                       : m_counts.onTheWay);
        if (!m_filter.verdict || verdict == *m_filter.verdict) m_rows.push_back(rowOf(one));
    }
    if (onChanged) onChanged();
}

ReadinessView::Row ReadinessView::rowOf(const BoardRow& from) const {
    const auto& record = from.record;
    Row row;
    row.trainee = record.person.id;
    row.name = from.name;
    row.posts = record.person.posts;
    row.cohort = record.cohort.id;
    row.cohortName = record.cohort.name;
    row.review = from.facts.reviewDay;
    row.mentor = record.mentor();
    row.mentorName = from.mentorName;
    for (const auto& column : m_columns) {
        const auto* cell = from.readiness.cell(column.criterion);
        row.cells.push_back(cell ? std::optional(*cell) : std::nullopt);
    }
    row.verdict = from.readiness.verdict;
    for (const auto& step : from.readiness.steps)
        row.steps.push_back(
            {step, subjectTitle(*record.course, step.subject), placeOf(*record.course, step.subject)});
    for (const auto& reason : from.readiness.stuck)
        row.stuck.push_back({reason, subjectTitle(*record.course, reason.subject)});
    row.decision = record.decision;
    row.decisionInForce = from.decisionInForce;
    for (const auto& criterion : from.changed)
        row.changed.push_back(criterionTitle(criterion));
    return row;
}

std::string ReadinessView::subjectTitle(const Course& course, const std::string& subject) const {
    return titleOf(course, subject, m_language);
}

std::optional<ReadinessView::Place> ReadinessView::placeOf(const Course& course, const std::string& session) {
    for (std::size_t day = 0; day < course.days.size(); ++day)
        for (const auto& one : course.days[day].sessions)
            if (one.id == session) return Place{static_cast<int>(day) + 1, one.when};
    return std::nullopt;
}

std::string ReadinessView::criterionTitle(const std::string& criterion) const {
    for (const auto& one : m_board)
        for (const auto& known : one.record.course->readiness)
            if (known.id == criterion) return known.title.in(m_language, one.record.course->language);
    return criterion;
}

const BoardRow* ReadinessView::board(const PersonId& trainee) const {
    for (const auto& one : m_board)
        if (one.record.person.id == trainee) return &one;
    return nullptr;
}

const ReadinessView::Row* ReadinessView::row(const PersonId& trainee) const {
    for (const auto& one : m_rows)
        if (one.trainee == trainee) return &one;
    return nullptr;
}

std::optional<ReadinessView::Row> ReadinessView::find(const PersonId& trainee) const {
    const auto* one = board(trainee);
    return one ? std::optional(rowOf(*one)) : std::nullopt;
}

namespace {

/// When and how the session was taken: the last time it was attended, else the last mark.
void explainSession(ReadinessView::Behind& line, const Record& record) {
    for (const auto& taken : record.taken) {
        if (taken.courseSession != line.row.subject) continue;
        if (line.mark && attended(line.mark->kind) && !attended(taken.mark.kind)) continue;
        line.mark = taken.mark;
        line.day = taken.day;
    }
}

void explain(ReadinessView::Behind& line, const Record& record,
             const std::map<PersonId, std::string>& names) {
    if (line.row.session) explainSession(line, record);
    for (const auto& kept : record.signs) {
        if (!line.row.level || kept.sign.skill != line.row.subject) continue;
        line.day = kept.day;
        line.by = names.at(kept.sign.by);
    }
    for (const auto& rule : record.course->acknowledge)
        if (const auto* signature = record.signature(rule); signature && rule.file == line.row.subject)
            line.day = signature->day;
}

} // namespace

std::vector<ReadinessView::Behind> ReadinessView::rowsBehind(const PersonId& trainee,
                                                             const std::string& criterion) const {
    const auto* one = board(trainee);
    const auto* cell = one ? one->readiness.cell(criterion) : nullptr;
    if (!cell) return {};
    const auto& record = one->record;
    std::set<PersonId> people;
    for (const auto& kept : record.signs)
        people.insert(kept.sign.by);
    for (const auto& entry : record.entries)
        people.insert(entry.mentor);
    const auto names = namesOf(m_desk, people);
    std::vector<Behind> lines;
    for (const auto& row : domain::rowsBehind(*record.course, one->facts, criterion)) {
        Behind line{row.subject.empty() ? "" : subjectTitle(*record.course, row.subject), row, {}, {}, ""};
        if (cell->measure == Measure::MentorAssigned && record.pair) {
            line.title = one->mentorName;
            line.day = record.pair->since;
        }
        explain(line, record, names);
        lines.push_back(std::move(line));
    }
    if (cell->measure != Measure::DaysMentored) return lines;
    for (const auto& entry : record.entries) {
        Behind line;
        line.row.met = true;
        line.day = entry.day;
        line.by = names.at(entry.mentor);
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<BookKey> ReadinessView::keysBehind(const PersonId& trainee, const std::string& criterion) const {
    const auto* one = board(trainee);
    const auto* cell = one ? one->readiness.cell(criterion) : nullptr;
    if (!cell) return {};
    const auto& record = one->record;
    const std::string who = trainee.text(), course = record.cohort.course;
    std::vector<BookKey> keys;
    switch (cell->measure) {
    case Measure::SessionsDone:
        for (const auto& taken : record.taken)
            keys.push_back({"mark", {taken.session.text(), who}});
        keys.push_back({"waiver", {who, course}});
        break;
    case Measure::SkillsSigned: keys.push_back({"skill", {who}}); break;
    case Measure::DaysMentored:
        for (const auto& entry : record.entries)
            keys.push_back({"log_entry", {entry.id.text()}});
        break;
    case Measure::RulesAcknowledged: keys.push_back({"acknowledgement", {who, course}}); break;
    case Measure::EvidenceGiven:
        for (const char* table : {"shadow_sheet", "film_watch", "exercise"})
            keys.push_back({table, {who, course}});
        break;
    case Measure::MentorAssigned: keys.push_back({"pairing", {who}}); break;
    case Measure::AssessmentPassed:
        for (const auto& asked : record.course->readiness)
            if (asked.id == criterion) keys.push_back({"result", {who, course, asked.assessment}});
        break;
    case Measure::ChatPoints:
    case Measure::ChatDaysReviewed: keys.push_back({"chat_review", {who}}); break;
    }
    return keys;
}

Date ReadinessView::workingFrom(Date day, const Course& course) const {
    const auto calendar = m_calendars.find(&course);
    if (calendar == m_calendars.end()) return day;
    const auto days = calendar->second.workingDays(day, 1);
    return days.empty() ? day : days.front();
}

Date ReadinessView::offeredUntil(const PersonId& trainee, DecisionKind kind) const {
    constexpr int EXTEND_DAYS = 7, APPROVE_DAYS = 14; // a week more training; two to catch up while on the post
    if (kind != DecisionKind::Extend) return m_today.plusDays(APPROVE_DAYS);
    const auto* one = board(trainee);
    const Date planned = one ? one->facts.reviewDay.value_or(m_today) : m_today;
    const Date offered = std::max(m_today, planned).plusDays(EXTEND_DAYS);
    return one ? workingFrom(offered, *one->record.course) : offered;
}

ReadinessView::UntilAdvice ReadinessView::adviceOn(const PersonId& trainee, DecisionKind kind, Date until) const {
    UntilAdvice advice;
    const auto* one = board(trainee);
    if (!one) return advice;
    advice.refused = untilRefusal(one->readiness, kind, until, m_today);
    if (advice.refused || kind != DecisionKind::Extend) return advice;
    if (const Date next = workingFrom(until, *one->record.course); next != until) advice.nextWorking = next;
    return advice;
}

ChangeNumber ReadinessView::decide(const PersonId& trainee, DecisionKind kind, const std::string& why,
                                   std::optional<Date> until) {
    std::optional<ChangeNumber> saw;
    if (const auto shown = m_saw.find(trainee); shown != m_saw.end()) saw = shown->second;
    const auto number = app::decide(m_desk, trainee, kind, why, until, saw);
    load();
    return number;
}

bool ReadinessView::mayDecide() const {
    return !m_desk.past() && may(m_desk.actor.roles, Verb::DecideGoLive);
}

} // namespace fledgling::app
