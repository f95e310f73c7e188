#include "app/training/TraineeView.h"

#include "app/PastDay.h"
#include "app/Record.h"
#include "app/calendar/Calendars.h"
#include "app/mentoring/Mentoring.h"
#include "app/mentoring/Problems.h"
#include "app/people/People.h"
#include "app/courses/CourseTitles.h"
#include "app/problems/WeeklySummary.h"
#include "domain/MentorLog.h"
#include "domain/QuizPaper.h"
#include "format/quiz/InlineQuiz.h"
#include "format/Markdown.h"
#include "format/PackageName.h"
#include "store/Book.h"
#include "store/CohortStore.h"
#include "store/MentoringStore.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using store::ChangeNumber;
using store::CohortStore;
using store::MentoringStore;

namespace {

bool waitsForOthers(const TraineeView::Session::Lack& one) { return one.lack.kind == EvidenceLack::Kind::Confirmation; }

} // namespace

int TraineeView::Session::missing() const {
    return lacksDue ? static_cast<int>(lacks.size()) - toConfirm() : 0;
}

int TraineeView::Session::toConfirm() const {
    return lacksDue ? static_cast<int>(std::count_if(lacks.begin(), lacks.end(), waitsForOthers)) : 0;
}

TraineeView::TraineeView(Desk& desk, std::string language, PersonId trainee)
    : m_desk(desk), m_language(std::move(language)),
      m_trainee(trainee.empty() ? desk.actor.id : std::move(trainee)) {}

void TraineeView::load() {
    const auto members = CohortStore(m_desk.database, m_desk.asOf).membershipsOf(m_trainee);
    m_enrolled = !members.empty();
    m_name = nameOf(m_desk, m_trainee);
    if (m_enrolled) {
        const Record record = recordOf(m_desk, m_trainee);
        requireMaySee(m_desk, m_trainee, record.mentor());
        const Date today = shownDay(m_desk);
        const auto calendar = calendarOf(m_desk, record.course->workingWeek);
        const auto facts = factsOf(record, calendar, today);
        m_cohort = record.cohort.name;
        m_mentorName = record.paired() ? nameOf(m_desk, record.mentor()) : "";
        m_mentorSince = record.paired() ? std::optional(record.pair->since) : std::nullopt;
        m_mentoringEnded = record.pair ? record.pair->until : std::nullopt;
        m_review = facts.reviewDay;
        m_readiness = readinessOf(*record.course, facts);
        m_decision = record.decision ? std::optional(record.decision->decision) : std::nullopt;
        const auto taken = record.decision ? store::Book(m_desk.database).change(record.decision->written) : std::nullopt;
        m_decidedOn = taken ? std::optional(taken->head.localDate) : std::nullopt;
        m_daysMentored = facts.daysMentored;
        m_daysNeeded = record.course->mentoring.days;
        loadSessions(record);
        loadTexts(record);
        loadResults(record);
        loadReadiness(record);
    } else {
        requireMaySee(m_desk, m_trainee, {});
    }
    loadProblems();
    if (onChanged) onChanged();
}

TraineeView::Session TraineeView::sessionOf(const Record& record, const CourseSession& taught,
                                            const std::map<std::string, SessionFacts>& facts) const {
    Session row;
    row.courseSession = taught.id;
    row.title = taught.title.in(m_language, record.course->language);
    row.kind = taught.kind;
    row.body = format::withoutQuiz(taught.body.in(m_language, record.course->language)); // its answers are not the trainee's to read
    for (const auto& path : taught.materials) {
        // A hand-out is called as the text that links to it calls it.
        auto title = format::nameOfLink(row.body, taught.file, path);
        row.materials.push_back({path, title.empty() ? path.substr(path.rfind('/') + 1) : std::move(title)});
    }
    for (const auto& path : taught.films)
        row.materials.push_back({path, titleOf(*record.course, path, m_language), true});
    for (auto& lack : lacking(taught, record.evidence)) {
        std::string title = titleOf(*record.course, lack.subject, m_language);
        for (const auto& exercise : taught.exercises)
            if (exercise.id == lack.subject) title = exercise.title.in(m_language, record.course->language);
        row.lacks.push_back({std::move(lack), std::move(title)});
    }
    if (const auto found = facts.find(taught.id); found != facts.end()) {
        row.state = stateOf(found->second, record.course->attendance);
        row.marks = found->second.marks;
    }
    for (const auto& taken : record.taken) {
        if (taken.courseSession != taught.id) continue;
        const auto* rule = record.course->attendance.inForce(taken.mark.kind, taken.day);
        row.consequence = rule ? rule->text.in(m_language, record.course->language) : "";
    }
    return row;
}

void TraineeView::loadSessions(const Record& record) {
    const auto facts = record.sessionFacts();
    m_totals = totalsOf(*record.course, facts);
    m_sessions.clear();
    for (const auto& day : record.course->days)
        for (const auto& taught : day.sessions)
            m_sessions.push_back(sessionOf(record, taught, facts));
    for (const auto& session : CohortStore(m_desk.database, m_desk.asOf).sessionsOf(record.cohort.id)) {
        for (auto& row : m_sessions) {
            if (row.courseSession != session.courseSession) continue;
            row.session = session.id;
            row.day = session.day;
            row.hours = session.hours;
            row.room = session.room;
            row.trainer = session.trainer.empty() ? "" : nameOf(m_desk, session.trainer);
            row.unmarked = row.state == SessionState::Ahead && isOver(m_desk, session.day, session.hours);
        }
    }
    const Date today = shownDay(m_desk);
    Session* next = nullptr;
    for (auto& row : m_sessions) {
        row.lacksDue = evidenceDue(row.day, isDone(row.state), today);
        if (row.state != SessionState::Ahead || !row.day || *row.day < today) continue;
        if (*row.day == today && !m_desk.past() && row.hours->end() <= m_desk.clock.timeOfDay())
            continue;
        if (!next || std::pair(*row.day, row.hours->begin()) < std::pair(*next->day, next->hours->begin()))
            next = &row;
    }
    if (next) next->next = true;
    planMakeUps(record);
}

/// When another cohort holds what is owed; one where the trainee is expected comes first.
void TraineeView::planMakeUps(const Record& record) {
    if (owed().empty()) return;
    const Date today = shownDay(m_desk);
    CohortStore store(m_desk.database, m_desk.asOf);
    std::set<SessionId> expected;
    for (const auto& guest : store::AttendanceStore(m_desk.database, m_desk.asOf).guestingsOf(m_trainee))
        expected.insert(guest.session);
    std::set<std::string> planned;
    for (const auto& session : store.sessionsBetween(today, today.plusDays(400))) {
        if (session.cohort == record.cohort.id) continue;
        const auto cohort = store.cohort(session.cohort);
        if (!cohort || cohort->course != record.cohort.course) continue;
        for (auto& row : m_sessions) {
            if (row.state != SessionState::Owed || row.courseSession != session.courseSession) continue;
            const bool firm = expected.contains(session.id);
            if (!row.makeUp || (firm && planned.insert(row.courseSession).second)) row.makeUp = session.day;
        }
    }
}

void TraineeView::loadTexts(const Record& record) {
    m_texts.clear();
    for (const auto& rule : record.course->acknowledge) {
        const auto* last = record.lastSignature(rule);
        m_texts.push_back({rule.file, rule.title.in(m_language, record.course->language),
                           rule.body.in(m_language, record.course->language), record.signature(rule) != nullptr,
                           last ? std::optional(last->day) : std::nullopt, last ? last->version : ""});
    }
    m_skills.clear();
    for (const auto* skill : record.course->skillsFor(record.post()))
        m_skills.push_back({skill->id, skill->title.in(m_language, record.course->language),
                            record.level(skill->id), skill->need});
}

void TraineeView::loadResults(const Record& record) {
    m_results.clear();
    std::set<PersonId> writers;
    for (const auto& kept : record.attempts)
        writers.insert(kept.by);
    const auto names = namesOf(m_desk, writers);
    for (const auto& assessment : record.course->assessments)
        for (const auto& kept : record.attempts)
            if (kept.attempt.assessment == assessment.id)
                m_results.push_back({assessment.title.in(m_language, record.course->language), assessment.kind,
                                     assessment.passPercent, isPractice(*record.course, assessment.id), kept.attempt, names.at(kept.by)});
}

void TraineeView::loadReadiness(const Record& record) {
    const Course& course = *record.course;
    m_course = record.cohort.course;
    m_version = record.cohort.version;
    m_criteria.clear();
    for (const auto& cell : m_readiness.cells)
        for (const auto& criterion : course.readiness)
            if (criterion.id == cell.criterion)
                m_criteria.push_back({criterion.title.in(m_language, course.language), cell});
    m_steps.clear();
    for (const auto& step : m_readiness.steps)
        m_steps.push_back({step, titleOf(course, step.subject, m_language)});
}

std::string TraineeView::answers() const { return answerBaseHtml(m_desk); }

std::string TraineeView::textOf(const Session& session) const {
    const auto* taught = m_desk.shelf.course(m_course, m_version).session(session.courseSession);
    return format::toHtml(session.body, taught ? taught->file : "");
}

std::string TraineeView::textOf(const Text& text) const {
    return format::toHtml(text.body, text.file);
}

std::optional<std::string> TraineeView::file(const std::string& path) const {
    // Question banks carry their answers, and texts of sessions their quizzes: only what is shown is handed out.
    if (m_course.empty() || path.ends_with(".gift") || path.ends_with(".md")) return std::nullopt;
    return m_desk.shelf.loaded(m_course, m_version).file(path);
}

void TraineeView::loadProblems() {
    m_problems.clear();
    for (const auto& one : withoutLater(m_desk, MentoringStore(m_desk.database, m_desk.asOf).problemsOf(m_trainee),
                                        [](const store::Problem& problem) { return problem.day; }))
        m_problems.push_back({one.id, one.day, one.text, one.answer,
                              one.answeredBy.empty() ? "" : nameOf(m_desk, one.answeredBy)});
}

const TraineeView::Session* TraineeView::next() const {
    for (const auto& row : m_sessions)
        if (row.next) return &row;
    return nullptr;
}

std::vector<const TraineeView::Session*> TraineeView::owed() const {
    std::vector<const Session*> rows;
    for (const auto& row : m_sessions)
        if (row.state == SessionState::Owed) rows.push_back(&row);
    return rows;
}

bool TraineeView::own() const { return m_trainee == m_desk.actor.id && !m_desk.past(); }

ChangeNumber TraineeView::acknowledge(const std::string& file) {
    const auto number = app::acknowledge(m_desk, m_trainee, file);
    load();
    return number;
}

ChangeNumber TraineeView::writeProblem(const std::string& text) {
    const auto number = app::writeProblem(m_desk, text, m_desk.today());
    load();
    return number;
}

} // namespace fledgling::app
