#include "app/quiz/QuizView.h"

#include "app/PastDay.h"
#include "app/Record.h"
#include "domain/QuizLanguage.h"
#include "domain/QuizRegrade.h"
#include "domain/Refused.h"
#include "domain/Roles.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using store::ChangeNumber;
using store::KeptPaper;
using store::QuizStore;

namespace {

/// As that bank says it, where it asks for the same; else as it is.
const Question& inWordsOf(const Question& question, const std::string& key, const QuizBank* bank) {
    const auto* found = bank ? inLanguage(question, key, *bank) : nullptr;
    return found ? *found : question;
}

} // namespace

QuizView::QuizView(Desk& desk, std::string language) : m_desk(desk), m_language(std::move(language)) {}

void QuizView::load() {
    if (!m_desk.past() && may(m_desk.actor.roles, Verb::TakeQuiz)) handInOverdue(m_desk);
    const Record record = examineeOf(m_desk, m_desk.actor.id);
    m_course = record.cohort.course;
    auto papers = QuizStore(m_desk.database, m_desk.asOf).papersOf({m_desk.actor.id});
    std::erase_if(papers, [&](const KeptPaper& one) {
        return one.paper.key.course != m_course || isLater(m_desk, m_desk.clock.dateOf(one.paper.begun));
    });
    m_rows.clear();
    for (const auto& one : record.course->assessments)
        if (one.kind == AssessmentKind::Quiz && takes(record, one.id)) loadRow(record, one, papers);
    showPaper(papers);
    if (onChanged) onChanged();
}

void QuizView::open(const std::string& assessment) {
    m_assessment = assessment;
    load();
    if (!shown()) throw Refused(Rule::UnknownAssessment, {assessment});
}

void QuizView::loadRow(const Record& record, const Assessment& quiz, const std::vector<KeptPaper>& papers) {
    const auto before = record.attemptsAt(quiz.id);
    const auto allowance = allowanceOf(m_desk, record, quiz.id);
    Row row;
    row.assessment = quiz.id;
    row.title = quiz.title.in(m_language, record.course->language);
    if (row.title.empty()) row.title = quiz.id;
    const auto& banks = m_desk.shelf.loaded(record.cohort.course, record.cohort.version).banks;
    if (const auto bank = banks.find(quiz.bank); bank != banks.end()) {
        row.questions = static_cast<int>(bank->second.drawable());
        if (quiz.draw > 0) row.questions = std::min(row.questions, quiz.draw);
    }
    row.minutes = quiz.minutes;
    row.passPercent = quiz.passPercent;
    row.allowed = quiz.attempts + allowance.granted;
    row.used = static_cast<int>(before.size() + allowance.open.size());
    row.practice = isPractice(*record.course, quiz.id);
    const auto last = std::find_if(before.rbegin(), before.rend(), [](const Attempt& one) { return one.passed; });
    const bool passed = last != before.rend();
    if (!before.empty()) {
        row.result = passed ? *last : before.back();
        if (row.result->number != before.back().number) row.since = before.back();
        row.state = passed                   ? QuizState::Passed
                    : row.used < row.allowed ? QuizState::Failed
                                             : QuizState::UsedUp;
    }
    for (const auto& kept : papers) {
        if (kept.paper.key.assessment != quiz.id || !allowance.open.contains(kept.paper.key.attempt))
            continue;
        if (kept.handedIn && (before.empty() || kept.paper.key.attempt > before.back().number)) row.waits = true;
        if (kept.handedIn && !passed && row.state != QuizState::UnderWay) row.state = QuizState::Waiting;
        if (kept.underWay()) row.state = QuizState::UnderWay;
    }
    m_rows.push_back(std::move(row));
}

const QuizView::Row* QuizView::row(const std::string& assessment) const {
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&](const Row& one) { return one.assessment == assessment; });
    return found == m_rows.end() ? nullptr : &*found;
}

void QuizView::showPaper(const std::vector<KeptPaper>& papers) {
    m_asked.clear();
    m_reviewed.clear();
    m_deadline.reset();
    m_timedOut = false;
    m_regradedWhy.clear();
    const KeptPaper* latest = nullptr;
    for (const auto& kept : papers)
        if (kept.paper.key.assessment == m_assessment && (!latest || latest->paper.key < kept.paper.key))
            latest = &kept;
    if (!latest) return;
    if (latest->underWay())
        showAsked(*latest);
    else
        showReviewed(*latest);
}

std::vector<BookKey> QuizView::keysOf(const std::string& assessment) const {
    const std::vector<std::string> attempts{m_desk.actor.id.text(), m_course, assessment};
    return {{"quiz_paper", attempts}, {"quiz_handed_in", attempts}, {"result", attempts}, {"attempt_granted", attempts}};
}

BookKey QuizView::keyOf(const Asked& question) const {
    return {"quiz_answer", {m_desk.actor.id.text(), m_course, m_assessment, std::to_string(m_attempt), question.key}};
}

void QuizView::showAsked(const KeptPaper& kept) {
    const auto& paper = kept.paper;
    m_attempt = paper.key.attempt;
    const auto& bank = bankOf(m_desk, paper);
    const auto* spoken = bankIn(m_desk, paper, paper.version, m_language);
    if (paper.minutes > 0) m_deadline = Instant{paper.begun.ms + std::int64_t{paper.minutes} * 60'000};
    for (std::size_t place = 0; place < paper.questions.size(); ++place) {
        const auto* drawn = questionOf(bank, paper.questions[place]);
        if (!drawn) continue;
        const auto* question = &inWordsOf(*drawn, paper.questions[place], spoken);
        const auto order = shownOrder(*question, paper.seed, place);
        Asked asked{paper.questions[place], question->type, htmlOf(question->text), {}, {}, {}, {}};
        const auto names = partners(*question), written = partners(*drawn);
        for (const std::size_t at : order) {
            if (question->type == QuestionType::Matching) asked.partners.push_back(written[at]);
            asked.options.push_back(
                question->type == QuestionType::Matching ? names[at] : plainOf(question->answers[at].text));
        }
        if (question->type == QuestionType::Matching)
            for (const auto& pair : question->pairs)
                if (!pair.left.empty()) asked.lefts.push_back(plainOf(pair.left));
        if (const auto answer = kept.answers.find(asked.key); answer != kept.answers.end())
            asked.response = asShown(reworded(*drawn, *question, answer->second), order);
        m_asked.push_back(std::move(asked));
    }
}

void QuizView::showReviewed(const KeptPaper& kept) {
    const auto& bank = bankOf(m_desk, kept.paper);
    const auto& course = m_desk.shelf.course(kept.paper.key.course, kept.paper.version);
    const auto marking = markingOf(m_desk, kept);
    m_timedOut = kept.handedIn->timedOut;
    if (kept.regrade) m_regradedWhy = kept.regrade->why;
    const auto* other = kept.regrade ? bankIn(m_desk, kept.paper, kept.regrade->version) : nullptr;
    const auto* spoken = bankIn(m_desk, kept.paper, kept.paper.version, m_language);
    const auto* otherSpoken = other ? bankIn(m_desk, kept.paper, kept.regrade->version, m_language) : nullptr;
    for (std::size_t place = 0; place < kept.paper.questions.size(); ++place) {
        const auto& key = kept.paper.questions[place];
        const auto* question = questionOf(bank, key);
        if (!question) continue;
        const auto answer = kept.answers.find(key);
        const Response response = answer == kept.answers.end() ? Response() : answer->second;
        // What was asked stays; what is right is what it was marked with.
        const auto* counts = other ? counterpart(bank, key, *other) : nullptr;
        const auto there = counts ? carried(*question, *counts, response) : std::nullopt;
        const Question& counted = there ? *counts : *question;
        const Question& asked = inWordsOf(*question, key, spoken);
        // Without an id of its own a question of another version may stand in another place.
        const Question& by = there ? inWordsOf(counted, key, counted.id == key ? otherSpoken : nullptr) : asked;
        Reviewed row{key,
                     htmlOf(asked.text),
                     saidOf(asked, reworded(*question, asked, response)),
                     rightOf(by),
                     feedbackOf(by, reworded(counted, by, there.value_or(response))),
                     htmlOf(by.explanation),
                     marking.fractions[place],
                     "",
                     "",
                     ""};
        if (by.explanation.empty()) row.explanation.clear();
        // What a marker looks for is for the marker until the mark is given.
        if (question->type == QuestionType::Open && !row.fraction) row.explanation.clear();
        if (const auto mark = kept.marks.find(key); mark != kept.marks.end()) row.note = mark->second.note;
        if (const auto* session = sessionOf(course, *question)) {
            row.session = session->id;
            row.sessionTitle = session->title.in(m_language, course.language);
        }
        m_reviewed.push_back(std::move(row));
    }
}

std::vector<int> QuizView::open() const {
    std::vector<int> numbers;
    for (std::size_t i = 0; i < m_asked.size(); ++i)
        if (!m_asked[i].answered()) numbers.push_back(static_cast<int>(i) + 1);
    return numbers;
}

std::optional<int> QuizView::secondsLeft() const {
    if (!m_deadline) return std::nullopt;
    return static_cast<int>(std::max<std::int64_t>(0, (m_deadline->ms - m_desk.clock.now().ms + 999) / 1000));
}

ChangeNumber QuizView::begin() {
    const auto number = beginQuiz(m_desk, m_assessment, m_language);
    load();
    return number;
}

ChangeNumber QuizView::answer(std::size_t question, const Response& shown) {
    auto& asked = m_asked.at(question);
    Response given = shown;
    // Partners are kept by their words on the paper.
    if (auto* names = std::get_if<std::vector<std::string>>(&given))
        for (auto& name : *names)
            if (const auto at = std::find(asked.options.begin(), asked.options.end(), name); at != asked.options.end())
                name = asked.partners.at(static_cast<std::size_t>(at - asked.options.begin()));
    const auto number = answerQuestion(m_desk, m_assessment, asked.key, given);
    asked.response = shown;
    return number;
}

ChangeNumber QuizView::handIn() {
    const auto number = app::handIn(m_desk, m_assessment);
    load();
    return number;
}

} // namespace fledgling::app
