#include "app/quiz/QuestionsView.h"

#include "app/Keep.h"
#include "app/cohorts/Cohorts.h"
#include "app/quiz/QuizFigures.h"
#include "app/quiz/QuizTexts.h"
#include "domain/QuizPaper.h"
#include "domain/Refused.h"
#include "domain/Roles.h"
#include "format/quiz/Gift.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;

namespace {

/// A category is opened before its questions: new ones come last.
void settleTopics(QuizBank& bank) {
    for (const auto& one : bank.questions)
        if (!one.category.empty() &&
            std::find(bank.categories.begin(), bank.categories.end(), one.category) == bank.categories.end())
            bank.categories.push_back(one.category);
}

/// The first "q1", "q2" ... no question has: regrading finds a question by its id whatever becomes of its words.
std::string freshId(const QuizBank& bank) {
    for (int number = 1;; ++number) {
        const auto id = "q" + std::to_string(number);
        if (std::none_of(bank.questions.begin(), bank.questions.end(), [&](const Question& one) { return one.id == id; }))
            return id;
    }
}

} // namespace

QuestionsView::QuestionsView(Desk& desk, std::string language) : m_desk(desk), m_language(std::move(language)) {}

void QuestionsView::load() {
    require(m_desk.actor, Verb::MarkAnswers);
    m_versions = coursesOf(m_desk, m_language);
    if (m_versions.empty()) {
        m_at = {};
        m_rows.clear();
        m_banks.clear();
        if (onChanged) onChanged();
        return;
    }
    // A version that was taken back is none any more.
    const auto shown = std::any_of(m_versions.begin(), m_versions.end(), [&](const CourseEntry& one) {
        return one.course == m_at.course && one.version == m_at.version;
    });
    if (!shown) m_at = {m_versions.back().course, m_versions.back().version, ""};
    listBanks();
    const bool there = bank() != nullptr;
    if (!there) m_at.path = firstBank();
    const QuizBank kept = m_at.path.empty() ? QuizBank{} : bankAt(m_desk, m_at);
    // What is being changed outlives a look at the book, not another bank.
    if (!there || !(kept == m_kept)) m_kept = m_draft = kept;
    readFigures();
    listRows();
    if (onChanged) onChanged();
}

void QuestionsView::show(const std::string& course, const std::string& version, const std::string& path) {
    m_at = {course, version, path};
    m_kept = m_draft = {};
    load();
}

const QuestionsView::Bank* QuestionsView::bank() const {
    const auto found = std::find_if(m_banks.begin(), m_banks.end(), [&](const Bank& one) { return one.path == m_at.path; });
    return found == m_banks.end() ? nullptr : &*found;
}

void QuestionsView::listBanks() {
    const auto& loaded = m_desk.shelf.loaded(m_at.course, m_at.version);
    m_banks.clear();
    for (const auto& [path, bank] : loaded.banks) {
        const auto parts = bankPathOf(path, loaded.banks);
        Bank one{path, "", parts.language, {}};
        for (const auto& quiz : loaded.course.assessments) {
            if (quiz.kind != AssessmentKind::Quiz || quiz.bank != parts.own) continue;
            one.assessments.push_back(quiz.id);
            one.title += (one.title.empty() ? "" : ", ") + quiz.title.in(m_language, loaded.course.language);
        }
        if (one.title.empty()) one.title = path;
        m_banks.push_back(std::move(one));
    }
    // Those a quiz draws from first, the course's own language before the others.
    std::stable_sort(m_banks.begin(), m_banks.end(), [](const Bank& a, const Bank& b) {
        return std::pair(a.assessments.empty(), !a.language.empty()) <
               std::pair(b.assessments.empty(), !b.language.empty());
    });
    m_cohorts.clear();
    for (const auto& cohort : cohortsOf(m_desk))
        if (cohort.course == m_at.course && cohort.version == m_at.version) m_cohorts.push_back(cohort.name);
}

/// That of the first quiz in the reader's language where there is one.
std::string QuestionsView::firstBank() const {
    if (m_banks.empty()) return {};
    const auto& first = m_banks.front();
    const auto own = m_desk.shelf.course(m_at.course, m_at.version).language;
    for (const auto& one : m_banks)
        if (one.assessments == first.assessments && (one.language.empty() ? own : one.language) == m_language) return one.path;
    return first.path;
}

void QuestionsView::readFigures() {
    m_figures.clear();
    const auto* of = bank();
    if (!of) return;
    for (const auto& assessment : of->assessments)
        for (auto& one : quizFigures(m_desk, assessment))
            if (one.course == m_at.course && one.version == m_at.version)
                m_figures[one.question] = std::move(one.figures);
}

void QuestionsView::listRows() {
    m_rows.clear();
    const auto kept = questionKeys(m_kept);
    for (std::size_t at = 0; at < m_draft.questions.size(); ++at) {
        const auto& question = m_draft.questions[at];
        Row row{at, plainOf(question.text), question.type, question.category, false, {}, {}};
        const auto same = std::find(m_kept.questions.begin(), m_kept.questions.end(), question);
        row.changed = same == m_kept.questions.end();
        if (!row.changed)
            if (const auto found = m_figures.find(kept[static_cast<std::size_t>(same - m_kept.questions.begin())]);
                found != m_figures.end()) {
                row.figures = found->second;
                row.findings = findingsOf(question, found->second);
            }
        m_rows.push_back(std::move(row));
    }
}

std::vector<QuestionsView::Share> QuestionsView::sharesOf(std::size_t at) const {
    const auto& question = m_draft.questions.at(at);
    const auto& figures = m_rows.at(at).figures;
    std::vector<Share> shares;
    if (question.type != QuestionType::Single && question.type != QuestionType::Multiple) return shares;
    const auto idle = figures ? idleDistractors(question, *figures) : std::vector<std::size_t>();
    for (std::size_t i = 0; i < question.answers.size(); ++i) {
        const auto& answer = question.answers[i];
        Share one{plainOf(answer.text), answer.fraction > 0, answer.fraction / (FULL_MARK / 100), {}, false};
        if (figures && i < figures->chosen.size()) one.chosen = figures->chosen[i];
        one.idle = figures && figures->papers >= FEWEST_PAPERS && std::find(idle.begin(), idle.end(), i) != idle.end();
        shares.push_back(std::move(one));
    }
    return shares;
}

void QuestionsView::put(std::size_t at, Question question) {
    if (at < m_draft.questions.size()) {
        m_draft.questions[at] = std::move(question);
    } else {
        if (question.id.empty()) question.id = freshId(m_draft);
        m_draft.questions.push_back(std::move(question));
    }
    settleTopics(m_draft);
    listRows();
}

void QuestionsView::remove(std::size_t at) {
    if (at >= m_draft.questions.size()) return;
    m_draft.questions.erase(m_draft.questions.begin() + static_cast<std::ptrdiff_t>(at));
    listRows();
}

std::size_t QuestionsView::move(std::size_t at, int by) {
    const auto to = static_cast<std::ptrdiff_t>(at) + by;
    if (to < 0 || to >= static_cast<std::ptrdiff_t>(m_draft.questions.size())) return at;
    std::swap(m_draft.questions[at], m_draft.questions[static_cast<std::size_t>(to)]);
    listRows();
    return static_cast<std::size_t>(to);
}

void QuestionsView::forget() {
    m_draft = m_kept;
    listRows();
}

std::string QuestionsView::draft() const { return format::writeGift(m_draft); }

void QuestionsView::restore(const std::string& draft) {
    m_draft = format::readGift(draft, m_at.path).bank;
    listRows();
}

std::string QuestionsView::proposedVersion() const { return nextVersion(m_desk, m_at.course, m_at.version); }

CourseLoad QuestionsView::keep(const std::string& version, const std::string& why) {
    auto load = keepBank(m_desk, m_at, m_draft, version, why);
    if (load.change != 0) show(m_at.course, version, m_at.path);
    return load;
}

BankImport QuestionsView::readImport(const std::string& path) const {
    requireMay(m_desk, Verb::EditQuestions);
    return app::readImport(m_draft, path);
}

CourseLoad QuestionsView::keepImport(const BankImport& import, const std::string& version, const std::string& why) {
    const auto before = m_draft;
    CourseLoad load;
    try {
        addTo(m_draft, import.fresh());
        for (std::size_t at = before.questions.size(); at < m_draft.questions.size(); ++at)
            if (m_draft.questions[at].id.empty()) m_draft.questions[at].id = freshId(m_draft);
        settleTopics(m_draft);
        load = keep(version, why);
    } catch (...) {
        m_draft = before;
        throw;
    }
    if (load.change == 0) m_draft = before;
    return load;
}

BankCheck QuestionsView::exportTo(const std::string& target) const {
    require(m_desk.actor, Verb::EditQuestions);
    return exportBank(m_draft, target, true);
}

std::string QuestionsView::regraded() const {
    const auto* of = bank();
    if (!of || of->assessments.empty()) throw Refused(Rule::UnknownAssessment, {m_at.path});
    return of->assessments.front();
}

RegradePreview QuestionsView::regrading() const { return regradePreview(m_desk, regraded(), m_at.version, m_at.course); }

std::vector<std::string> QuestionsView::otherLanguages() const {
    std::vector<std::string> languages;
    const auto* of = bank();
    for (const auto& one : m_banks)
        if (of && one.path != of->path && !one.assessments.empty() && one.assessments == of->assessments)
            languages.push_back(one.language.empty() ? m_desk.shelf.course(m_at.course, m_at.version).language : one.language);
    return languages;
}

QuestionsView::Following QuestionsView::following() const {
    Following found;
    if (!bank()) return found;
    for (const auto& one : followingBanks(m_desk, m_at, m_draft)) {
        found.questions = std::max(found.questions, one.questions);
        found.languages.push_back(one.language);
    }
    const auto changed = std::count_if(m_rows.begin(), m_rows.end(), [](const Row& one) { return one.changed; });
    found.everything = found.languages.size() == otherLanguages().size() && changed == found.questions &&
                       m_draft.questions.size() == m_kept.questions.size();
    return found;
}

std::vector<std::string> QuestionsView::takenElsewhere(const RegradePreview& preview) const {
    std::vector<std::string> languages;
    if (preview.banks.contains(m_at.path)) return languages;
    for (const auto& one : m_banks)
        if (preview.banks.contains(one.path))
            languages.push_back(one.language.empty() ? m_desk.shelf.course(m_at.course, m_at.version).language : one.language);
    return languages;
}

store::ChangeNumber QuestionsView::regrade(const std::string& why) {
    return regradeQuiz(m_desk, regraded(), m_at.version, why, m_at.course);
}

} // namespace fledgling::app
