#include "app/exports/Statements.h"

#include "app/exports/Answers.h"
#include "app/quiz/QuizTexts.h"
#include "app/quiz/Quizzes.h"
#include "domain/Attendance.h"
#include "store/CohortStore.h"
#include "store/PeopleStore.h"

#include <algorithm>
#include <tuple>

namespace fledgling::app {

using namespace domain;
using format::XapiActivity;
using format::XapiActivityKind;
using format::XapiResult;
using format::XapiVerb;
using store::ChangeNumber;
using store::CohortStore;
using store::KeptPaper;

namespace {

/// Where only the day is known.
const TimeOfDay NOON(12, 0);

std::string keyOf(XapiVerb verb) {
    switch (verb) {
    case XapiVerb::Attended: return "attended";
    case XapiVerb::Completed: return "completed";
    case XapiVerb::Passed: return "passed";
    case XapiVerb::Failed: return "failed";
    case XapiVerb::Answered: return "answered";
    }
    return {};
}

/// The language of a bank by its name: "final.en.gift" is English, "final.gift" the course's own.
std::string languageOf(const std::string& bank, const Course& course) {
    return bank.ends_with(".en.gift") ? "en" : course.language;
}

std::string keyOf(const PaperKey& key) {
    return key.trainee.text() + "|" + key.course + "|" + key.assessment + "|" + std::to_string(key.attempt);
}

XapiResult resultOf(std::optional<int> fraction, bool answered) {
    XapiResult result;
    result.completion = answered;
    if (!fraction) return result;
    result.percent = *fraction * 100.0 / FULL_MARK;
    // Half right is neither.
    if (*fraction == 0 || *fraction == FULL_MARK) result.success = *fraction == FULL_MARK;
    return result;
}

} // namespace

std::string Statements::iri(std::vector<std::string> parts) const {
    parts.insert(parts.begin(), "fledgling");
    return format::iriOf(m_homePage, parts);
}

std::optional<format::XapiAgent> Statements::agent(const PersonId& person) {
    if (person.empty()) return std::nullopt;
    const auto [known, fresh] = m_accounts.try_emplace(person);
    if (fresh)
        if (const auto found = store::PeopleStore(m_desk.database, m_desk.asOf).person(person)) known->second = found->card.staffNumber;
    if (known->second.empty()) return std::nullopt;
    return format::XapiAgent{m_homePage, known->second};
}

XapiActivity Statements::courseOf(const Course& course) const {
    return {iri({"courses", course.id}), XapiActivityKind::Course, course.title.byLanguage, {}, {}};
}

XapiActivity Statements::sessionOf(const Course& course, const std::string& session) const {
    XapiActivity activity{iri({"courses", course.id, "sessions", session}), XapiActivityKind::Meeting, {}, {}, {}};
    if (const auto* taught = course.session(session)) activity.name = taught->title.byLanguage;
    return activity;
}

XapiActivity Statements::assessmentOf(const Course& course, const std::string& assessment) const {
    XapiActivity activity{iri({"courses", course.id, "assessments", assessment}), XapiActivityKind::Assessment, {}, {}, {}};
    const auto* found = course.assessment(assessment);
    if (!found) return activity;
    activity.name = found->title.byLanguage;
    if (found->kind == AssessmentKind::Practical) activity.kind = XapiActivityKind::Performance;
    return activity;
}

const Course& Statements::courseAt(const Record& record, ChangeNumber change) {
    auto& version = m_versions[{record.cohort.id, change}];
    if (version.empty()) {
        const auto then = CohortStore(m_desk.database, change).cohort(record.cohort.id);
        version = then ? then->version : record.cohort.version;
    }
    return m_desk.shelf.course(record.cohort.course, version);
}

Statements::Statement Statements::begun(const Record& record, const Course& course, XapiVerb verb, const std::string& key) {
    Statement statement;
    statement.id = format::uuidOf(keyOf(verb) + "|" + key);
    statement.actor = *agent(record.person.id);
    statement.verb = verb;
    statement.registration = format::uuidOf("registration|" + record.cohort.id.text() + "|" + record.person.id.text());
    statement.revision = course.version;
    statement.language = course.language;
    statement.grouping = {{iri({"cohorts", record.cohort.id.text()}), XapiActivityKind::Group, {}, {}, {}}};
    statement.offsetMinutes = m_desk.clock.offsetMinutes;
    return statement;
}

void Statements::addAttended(std::vector<Statement>& all, const Record& record) {
    std::map<SessionId, ChangeNumber> changes;
    for (const auto& kept : store::AttendanceStore(m_desk.database, m_desk.asOf).marksOf(record.person.id))
        changes[kept.session] = kept.change;
    for (const auto& taken : record.taken) {
        const auto held = CohortStore(m_desk.database, m_desk.asOf).session(taken.session);
        if (!held || !attended(taken.mark.kind)) continue;
        const auto change = changes[taken.session];
        const auto& course = courseAt(record, change);
        auto statement = begun(record, course, XapiVerb::Attended,
                               taken.session.text() + "|" + record.person.id.text() + "|" + std::to_string(change));
        statement.object = sessionOf(course, taken.courseSession);
        statement.parents = {courseOf(course)};
        statement.instructor = agent(held->trainer);
        const auto early = taken.mark.kind == MarkKind::LeftEarly ? taken.mark.minutes.count() : 0;
        statement.at = {m_desk.clock.at(held->day, held->hours.end()).ms - early * 60'000};
        XapiResult result;
        result.seconds = (held->hours.minutes() - taken.mark.minutes.count()) * 60;
        statement.result = result;
        all.push_back(std::move(statement));
    }
}

/// Every session of the course done, one way or the other; told at the end of the last one attended.
void Statements::addCompleted(std::vector<Statement>& all, const Record& record) {
    const auto totals = totalsOf(*record.course, record.sessionFacts());
    if (totals.sessions == 0 || totals.done < totals.sessions) return;
    const auto last = std::find_if(all.rbegin(), all.rend(), [](const Statement& one) { return one.verb == XapiVerb::Attended; });
    if (last == all.rend()) return;
    auto statement = begun(record, *record.course, XapiVerb::Completed, record.course->version + "|" + last->id);
    statement.object = courseOf(*record.course);
    statement.at = last->at;
    XapiResult result;
    result.completion = true;
    statement.result = result;
    all.push_back(std::move(statement));
}

Instant Statements::recordedAt(const store::KeptAttempt& kept) const {
    const auto change = store::Book(m_desk.database).change(kept.change);
    const bool sameDay = change && m_desk.clock.dateOf(change->head.at) == kept.attempt.day;
    return sameDay ? change->head.at : m_desk.clock.at(kept.attempt.day, NOON);
}

void Statements::addResults(std::vector<Statement>& all, const Record& record, const std::vector<KeptPaper>& papers) {
    for (const auto& kept : record.attempts) {
        const auto& attempt = kept.attempt;
        const PaperKey key{attempt.trainee, attempt.course, attempt.assessment, attempt.number};
        const auto paper = std::find_if(papers.begin(), papers.end(), [&](const KeptPaper& one) { return one.paper.key == key; });
        const bool onScreen = paper != papers.end() && paper->handedIn;
        const auto& course = onScreen ? m_desk.shelf.course(attempt.course, paper->paper.version) : courseAt(record, kept.change);
        auto statement = begun(record, course, attempt.passed ? XapiVerb::Passed : XapiVerb::Failed, keyOf(key) + "|" + std::to_string(kept.change));
        statement.object = assessmentOf(course, attempt.assessment);
        statement.parents = {courseOf(course)};
        if (kept.by != record.person.id) statement.instructor = agent(kept.by);
        statement.at = onScreen ? paper->handedIn->at : recordedAt(kept);
        XapiResult result;
        // A practical check is passed or not: a percentage would be made up.
        if (statement.object.kind == XapiActivityKind::Assessment) result.percent = attempt.percent;
        result.success = attempt.passed;
        result.completion = true;
        if (onScreen) result.seconds = (paper->handedIn->at.ms - paper->paper.begun.ms) / 1000;
        statement.result = result;
        all.push_back(std::move(statement));
    }
}

XapiActivity Statements::questionOf(const KeptPaper& kept, const Question& question, std::size_t place, const std::string& language) const {
    const auto& key = kept.paper.key;
    XapiActivity activity{iri({"courses", key.course, "assessments", key.assessment, "questions", kept.paper.questions[place]}),
                          XapiActivityKind::Question, {}, {}, interactionOf(question, language)};
    if (!question.name.empty()) activity.name = {{language, question.name}};
    activity.about = {{language, plainOf(question.text)}};
    return activity;
}

void Statements::addAnswers(std::vector<Statement>& all, const Record& record, const KeptPaper& kept) {
    const auto& course = m_desk.shelf.course(kept.paper.key.course, kept.paper.version);
    const auto& bank = bankOf(m_desk, kept.paper);
    const auto marking = markingOf(m_desk, kept);
    const auto language = languageOf(kept.paper.bank, course);
    for (std::size_t i = 0; i < kept.paper.questions.size(); ++i) {
        const auto& name = kept.paper.questions[i];
        const auto* question = domain::questionOf(bank, name);
        if (!question) continue;
        const auto mark = kept.marks.find(name);
        const auto answer = kept.answers.find(name);
        const auto response = answer == kept.answers.end() ? std::nullopt : responseOf(*question, answer->second);
        auto statement = begun(record, course, XapiVerb::Answered,
                               keyOf(kept.paper.key) + "|" + name + "|" + std::to_string(mark == kept.marks.end() ? 0 : mark->second.change) + "|" +
                                   std::to_string(kept.regrade ? kept.regrade->change : 0));
        statement.object = questionOf(kept, *question, i, language);
        statement.parents = {assessmentOf(course, kept.paper.key.assessment)};
        statement.grouping.push_back(courseOf(course));
        if (mark != kept.marks.end()) statement.instructor = agent(mark->second.by);
        statement.at = kept.handedIn->at;
        statement.language = language;
        statement.result = resultOf(i < marking.fractions.size() ? marking.fractions[i] : std::nullopt, response.has_value());
        statement.result->response = response;
        all.push_back(std::move(statement));
    }
}

std::vector<format::XapiStatement> Statements::of(const Record& record) {
    std::vector<Statement> all;
    if (!agent(record.person.id)) return all;
    addAttended(all, record);
    addCompleted(all, record);
    std::vector<KeptPaper> papers;
    for (auto& kept : store::QuizStore(m_desk.database, m_desk.asOf).papersOf({record.person.id}))
        if (kept.handedIn && kept.paper.key.course == record.cohort.course) papers.push_back(std::move(kept));
    addResults(all, record, papers);
    for (const auto& kept : papers)
        addAnswers(all, record, kept);
    std::stable_sort(all.begin(), all.end(), [](const Statement& a, const Statement& b) { return a.at < b.at; });
    return all;
}

} // namespace fledgling::app
