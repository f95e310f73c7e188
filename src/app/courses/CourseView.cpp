#include "app/courses/CourseView.h"

#include "app/Keep.h"
#include "app/cohorts/Cohorts.h"
#include "app/problems/WeeklySummary.h"
#include "domain/Roles.h"
#include "domain/Text.h"
#include "format/Markdown.h"
#include "format/PackageName.h"
#include "format/quiz/InlineQuiz.h"

#include <algorithm>
#include <filesystem>

namespace fledgling::app {

using namespace domain;

namespace {

namespace fs = std::filesystem;

/// The newest change among a package's files and how many there are, as one number: enough to notice an edit.
std::int64_t stampOf(const std::string& path) {
    std::error_code gone;
    const fs::path root = fs::u8path(path);
    std::int64_t stamp = 0, count = 0;
    const auto look = [&](const fs::path& file) {
        const auto time = fs::last_write_time(file, gone);
        if (!gone) stamp = std::max<std::int64_t>(stamp, time.time_since_epoch().count());
        ++count;
    };
    look(root);
    if (fs::is_directory(root, gone))
        for (fs::recursive_directory_iterator it(root, gone), end; it != end && !gone; it.increment(gone)) look(it->path());
    return stamp + count;
}

} // namespace

std::string CourseView::text(const LocalText& local) const { return local.in(m_language, m_course ? m_course->language : "zh-CN"); }

void CourseView::load() {
    // Who looked at the newest version of a course goes on looking at its newest.
    const bool atNewest = newestOf(m_id) == m_version;
    m_versions = coursesOf(m_desk, m_language);
    if (atNewest) m_version = newestOf(m_id);
    m_shown = nullptr;
    m_course = nullptr;
    m_problems.clear();
    m_cohorts.clear();
    m_path.empty() ? loadFromBook() : loadFromDisk();
    listParts();
    if (onChanged) onChanged();
}

std::string CourseView::newestOf(const std::string& course) const {
    const auto found = std::find_if(m_versions.rbegin(), m_versions.rend(),
                                    [&](const CourseEntry& one) { return one.course == course; });
    return found == m_versions.rend() ? std::string() : found->version;
}

void CourseView::showVersion(const std::string& course, const std::string& version) {
    m_path.clear();
    m_versions = coursesOf(m_desk, m_language);
    m_id = course;
    m_version = version;
    load();
}

void CourseView::showPackage(const std::string& path) {
    m_path = path;
    load();
}

void CourseView::loadFromBook() {
    if (m_versions.empty()) return;
    const bool known = std::any_of(m_versions.begin(), m_versions.end(), [&](const CourseEntry& one) {
        return one.course == m_id && one.version == m_version;
    });
    if (!known) {
        m_id = m_versions.back().course;
        m_version = m_versions.back().version;
    }
    m_shown = &m_desk.shelf.loaded(m_id, m_version);
    m_course = &m_shown->course;
    for (const auto& cohort : cohortsOf(m_desk))
        if (cohort.course == m_id && cohort.version == m_version) m_cohorts.push_back(cohort.name);
}

void CourseView::loadFromDisk() {
    m_stamp = stampOf(m_path);
    auto read = readCoursePackage(m_path);
    m_problems = std::move(read.problems);
    m_read = std::move(read.course);
    m_files = std::move(read.files);
    m_shown = m_read.get();
    if (m_shown) m_course = &m_shown->course;
}

std::vector<CourseView::SourceLine> CourseView::sourceAround(const format::Problem& problem) const {
    constexpr int AROUND = 12;
    const auto file = m_files.find(problem.file);
    if (file == m_files.end() || problem.line < 1 || file->second.find('\0') != std::string::npos) return {};
    std::vector<SourceLine> found;
    int number = 0;
    for (auto& text : split(file->second, '\n'))
        if (++number >= problem.line - AROUND && number <= problem.line + AROUND)
            found.push_back({number, std::move(text), number == problem.line});
    return found;
}

bool CourseView::changedOnDisk() const { return !m_path.empty() && stampOf(m_path) != m_stamp; }

std::string CourseView::title() const { return m_course ? text(m_course->title) : std::string(); }

void CourseView::listParts() {
    m_parts.clear();
    if (!m_course) return;
    for (const auto& day : m_course->days)
        for (const auto& one : day.sessions) {
            Part part{"session " + one.id, PartKind::Session, text(one.title), text(day.title), one.when, one.kind,
                      m_course->hoursOf(one), text(one.lecturer), one.minutes ? static_cast<int>(one.minutes->count()) : 0, 0};
            if (const auto quiz = m_shown->quizzes.find(one.id); quiz != m_shown->quizzes.end() && !quiz->second.empty())
                part.questions = static_cast<int>(quiz->second.begin()->second.size());
            m_parts.push_back(std::move(part));
        }
    for (const auto& rule : m_course->acknowledge)
        m_parts.push_back({"rule " + rule.file, PartKind::RuleText, text(rule.title), "", {}, {}, {}, "", 0, 0});
    const std::pair<const char*, PartKind> lists[] = {
        {"skills", PartKind::Skills}, {"assessments", PartKind::Assessments}, {"criteria", PartKind::Criteria}, {"answers", PartKind::Answers}};
    for (const auto& [id, kind] : lists) m_parts.push_back({id, kind, "", "", {}, {}, {}, "", 0, 0});
}

std::string CourseView::taught(const std::string& body) const {
    // A quiz in the text carries its answers; they are for who teaches.
    return domain::may(m_desk.actor.roles, Verb::LoadCourse) ? body : format::withoutQuiz(body);
}

std::string CourseView::textOf(const Part& part) const {
    if (part.kind == PartKind::Answers) return answerBaseHtml(m_desk);
    if (!m_course) return {};
    if (part.kind == PartKind::Session)
        if (const auto* session = m_course->session(part.id.substr(8))) return format::toHtml(taught(text(session->body)), session->file);
    if (part.kind == PartKind::RuleText)
        for (const auto& rule : m_course->acknowledge)
            if ("rule " + rule.file == part.id) return format::toHtml(text(rule.body), rule.file);
    return {};
}

std::vector<CourseView::ListRow> CourseView::listOf(PartKind kind) const {
    std::vector<ListRow> rows;
    if (!m_course) return rows;
    if (kind == PartKind::Skills)
        for (const auto& one : m_course->skills) rows.push_back({one.id, text(one.title), text(one.about), one.posts, one.need, 0, false, 0});
    if (kind == PartKind::Assessments)
        for (const auto& one : m_course->assessments) {
            const auto bank = m_shown->banks.find(one.bank);
            const int all = one.kind == AssessmentKind::Practical ? static_cast<int>(one.items.size())
                            : bank == m_shown->banks.end()         ? 0
                                                                   : static_cast<int>(bank->second.drawable());
            rows.push_back({one.id, text(one.title), "", {}, SkillLevel::None, one.passPercent, true, one.draw > 0 ? one.draw : all});
        }
    if (kind == PartKind::Criteria)
        for (const auto& one : m_course->readiness)
            rows.push_back({one.id, text(one.title), "", one.posts, SkillLevel::None, one.atLeast, isPercent(one.measure), 0});
    return rows;
}

std::optional<std::string> CourseView::file(const std::string& path) const {
    // Banks and texts with quizzes carry their answers; they are for who teaches.
    const bool answers = path.ends_with(".gift") || path.ends_with(".md");
    if (answers && !domain::may(m_desk.actor.roles, Verb::LoadCourse)) return std::nullopt;
    return m_shown ? m_shown->file(path) : std::nullopt;
}

std::vector<CourseDifference> CourseView::changes() const {
    if (m_path.empty() || !m_course) return {};
    for (auto it = m_versions.rbegin(); it != m_versions.rend(); ++it)
        if (it->course == m_course->id) return differences(m_desk.shelf.course(it->course, it->version), *m_course);
    return {};
}

std::vector<PointsChange> CourseView::pointsChanges() const {
    return m_path.empty() || !m_course || !mayLoad() ? std::vector<PointsChange>() : app::pointsChanges(m_desk, *m_course);
}

std::vector<CohortMove> CourseView::cohortMoves() const {
    return !m_course || !mayLoad() ? std::vector<CohortMove>() : app::cohortMoves(m_desk, *m_course, m_language);
}

store::ChangeNumber CourseView::moveCohort(const CohortId& cohort, const std::string& why) {
    return moveToVersion(m_desk, cohort, m_version, why);
}

CourseLoad CourseView::keepPackage() {
    auto load = loadCourse(m_desk, m_path);
    if (!load.refused()) showVersion(load.entry.course, load.entry.version);
    return load;
}

bool CourseView::mayLoad() const { return !m_desk.past() && domain::may(m_desk.actor.roles, Verb::LoadCourse); }

} // namespace fledgling::app
