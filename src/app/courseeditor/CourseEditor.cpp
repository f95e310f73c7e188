#include "app/courseeditor/CourseEditor.h"

#include "app/Keep.h"
#include "app/quiz/QuestionBanks.h"
#include "domain/Refused.h"
#include "domain/Roles.h"
#include "domain/Text.h"
#include "format/FileBytes.h"
#include "format/FormatError.h"
#include "format/Markdown.h"
#include "format/PackageName.h"
#include "store/CohortStore.h"
#include "store/Hash.h"

#include <algorithm>
#include <filesystem>

namespace fledgling::app {

using namespace domain;
namespace fs = std::filesystem;
using format::YamlNode;
using format::YamlPath;
using Kind = EditorPartKind;

namespace {

const std::string BYTE_ORDER_MARK = "\xEF\xBB\xBF";

std::string yamlOf(const format::FileTree& files) {
    const auto* bytes = files.find(COURSE_FILE);
    if (!bytes) return {};
    return bytes->starts_with(BYTE_ORDER_MARK) ? bytes->substr(BYTE_ORDER_MARK.size()) : *bytes;
}

} // namespace

CourseEditor::CourseEditor(Desk& desk, std::string language, std::string drafts)
    : m_desk(desk), m_language(std::move(language)), m_drafts(std::move(drafts)) {}

bool CourseEditor::mayEdit() const { return m_desk.asOf == store::NOW && domain::may(m_desk.actor.roles, Verb::LoadCourse); }

void CourseEditor::open(const std::string& course, const std::string& version) {
    require(m_desk.actor, Verb::LoadCourse);
    m_path.clear();
    m_course = course;
    m_version = version;
    const auto versions = coursesOf(m_desk);
    const bool there = std::any_of(versions.begin(), versions.end(), [&](const CourseEntry& one) {
        return one.course == course && one.version == version;
    });
    if (!there && !versions.empty()) {
        m_course = versions.back().course;
        m_version = versions.back().version;
    }
    m_open = !versions.empty();
    if (m_open) start(format::FileTree(store::CohortStore(m_desk.database).files(m_course, m_version)));
}

void CourseEditor::openPackage(const std::string& path) {
    require(m_desk.actor, Verb::LoadCourse);
    auto package = format::readPackage(fs::u8path(path));
    if (!package.files) {
        const auto& problem = package.problems.front();
        throw format::FormatError(path, 0, 0, problem.what(), problem.instead());
    }
    m_path = path;
    m_open = true;
    start(std::move(*package.files));
}

void CourseEditor::start(format::FileTree files) {
    m_draft = CourseDraft(std::move(files));
    m_movedOn.clear();
    m_resumed = false;
    if (const auto file = fs::u8path(draftFile()); fs::exists(file))
        m_resumed = m_draft.unpack(format::bytesOf(file), origin(), m_movedOn);
    refresh();
    if (!m_path.empty()) {
        m_course = valueAt({"id"});
        m_version = valueAt({"version"});
    }
    findKnownIds();
    check();
}

std::string CourseEditor::origin() const {
    const std::string whose = m_desk.actor.id.text() + " ";
    return whose + (m_path.empty() ? "book " + m_course + " " + m_version : "disk " + m_path);
}

std::string CourseEditor::draftFile() const {
    constexpr std::size_t ENOUGH = 32;
    return m_drafts + "/" + store::sha256(origin()).substr(0, ENOUGH) + ".draft";
}

void CourseEditor::keepDraft() {
    const auto file = fs::u8path(draftFile());
    std::error_code ignored;
    if (!changed()) {
        fs::remove(file, ignored);
        return;
    }
    fs::create_directories(file.parent_path(), ignored);
    format::keepBytes(file, m_draft.packed(origin()));
}

void CourseEditor::discard() {
    m_draft.begin("");
    const auto changed = m_draft.changed();
    for (const auto& [path, was] : changed)
        m_draft.put(path, was);
    m_draft.endStep();
    m_resumed = false;
    m_movedOn.clear();
    refresh();
    check();
}

/// Everything that follows from the files alone.
void CourseEditor::refresh() {
    m_yaml = format::YamlEdit(yamlOf(m_draft.files()));
    const auto language = valueAt({"language"});
    m_own = language.empty() ? "zh-CN" : language;
    findLanguages();
    listParts();
}

void CourseEditor::undo() {
    m_draft.undo();
    refresh();
}

void CourseEditor::redo() {
    m_draft.redo();
    refresh();
}

void CourseEditor::findLanguages() {
    std::set<std::string> others;
    if (const auto* title = m_yaml.find({"title"}))
        for (const auto& entry : title->entries)
            others.insert(entry.key);
    for (const auto& [path, bytes] : m_draft.files().files())
        if (path.ends_with(".md"))
            for (const auto& [language, variant] : format::variantPaths(m_draft.files(), path))
                others.insert(language);
    others.erase(m_own);
    m_languages = {m_own};
    m_languages.insert(m_languages.end(), others.begin(), others.end());
}

/// What is kept under an id is found by it: an id the book knows stays.
void CourseEditor::findKnownIds() {
    m_known.clear();
    const auto versions = coursesOf(m_desk);
    for (auto it = versions.rbegin(); it != versions.rend(); ++it) {
        if (it->course != m_course) continue;
        const auto& course = m_desk.shelf.course(it->course, it->version);
        for (const auto& day : course.days)
            for (const auto& one : day.sessions) m_known.insert("session " + one.id);
        for (const auto& one : course.skills) m_known.insert("skill " + one.id);
        for (const auto& one : course.readiness) m_known.insert("criterion " + one.id);
        for (const auto& one : course.chatReview.criteria) m_known.insert("chat " + one.id);
        return;
    }
}

std::string CourseEditor::title() const {
    auto found = localOf(m_yaml.find({"title"}), m_language, m_own);
    if (found.empty()) found = localOf(m_yaml.find({"title"}), m_own, m_own);
    return found.empty() ? m_course : found;
}

void CourseEditor::addPart(const std::string& id, Kind kind, int level, int number) {
    Part part{id, kind, titleOf(id, kind), level, number, {}, {}};
    if (kind == Kind::Session) part.when = valueAt(pathOf(id + "/when"), "morning");
    m_parts.push_back(std::move(part));
}

void CourseEditor::listList(const std::string& list, Kind head, Kind item, int level) {
    addPart(list, head, level);
    const auto* node = m_yaml.find(pathOf(list));
    for (std::size_t at = 0; node && at < node->items.size(); ++at) {
        const std::string id = list + "/" + std::to_string(at);
        addPart(id, item, level + 1, static_cast<int>(at) + 1);
        if (item != Kind::Day) continue;
        const auto* sessions = m_yaml.find(pathOf(id + "/sessions"));
        for (std::size_t i = 0; sessions && i < sessions->items.size(); ++i)
            addPart(id + "/sessions/" + std::to_string(i), Kind::Session, level + 2, static_cast<int>(i) + 1);
    }
}

void CourseEditor::listParts() {
    m_parts.clear();
    addPart("facts", Kind::Facts, 0);
    listList("days", Kind::DaysHead, Kind::Day, 0);
    listList("skills", Kind::SkillsHead, Kind::Skill, 0);
    listList("readiness", Kind::CriteriaHead, Kind::Criterion, 0);
    listList("assessments", Kind::AssessmentsHead, Kind::Assessment, 0);
    addPart("chat_review", Kind::Chats, 0);
    listList("chat_review/tiers", Kind::TiersHead, Kind::Tier, 1);
    listList("chat_review/criteria", Kind::ChatCriteriaHead, Kind::ChatCriterion, 1);
    addPart("attendance", Kind::Attendance, 0);
    listList("attendance/consequences", Kind::ConsequencesHead, Kind::Consequence, 1);
    mapProblems();
}

std::string CourseEditor::titleOf(const std::string& id, Kind kind) const {
    const auto in = [&](const char* key) {
        const auto* node = m_yaml.find(pathOf(id + "/" + key));
        for (const auto& language : {m_language, m_own})
            if (auto text = localOf(node, language, m_own); !text.empty()) return text;
        return std::string();
    };
    if (kind == Kind::Tier) return valueAt(pathOf(id + "/below")) + "  " + in("effect");
    if (kind == Kind::Consequence) return in("text");
    std::string text = in("title");
    if (kind == Kind::Session && text.empty())
        for (const auto& language : {m_language, m_own})
            if (text.empty()) text = readText(id, {EditorField::Title, "title", EditorInput::Line, true, false, "", true}, language);
    return text.empty() && kind != Kind::Day ? valueAt(pathOf(id + "/id")) : text;
}

const CourseEditor::Part* CourseEditor::part(const std::string& id) const {
    const auto found = std::find_if(m_parts.begin(), m_parts.end(), [&](const Part& one) { return one.id == id; });
    return found == m_parts.end() ? nullptr : &*found;
}

std::optional<std::string> CourseEditor::file(const std::string& path) const {
    const auto* bytes = m_draft.files().find(path);
    return bytes ? std::optional(*bytes) : std::nullopt;
}

CourseEditor::Shown CourseEditor::shown(const std::string& part, const std::string& language) const {
    const auto path = filePath(part);
    const auto& file = textFile(variantOf(path, language));
    return {format::toHtml(file.body(), path), format::folderOf(path)};
}

void CourseEditor::check() {
    m_reading = format::readCourse(m_draft.files());
    listParts();
    keepDraft();
}

std::string CourseEditor::proposedVersion() const { return nextVersion(m_desk, m_course, m_version.empty() ? "1" : m_version); }

std::optional<CourseEditor::Preview> CourseEditor::preview(const std::string& version) const {
    if (!m_reading.course) return std::nullopt;
    Course next = *m_reading.course;
    next.version = version;
    Preview preview;
    const auto versions = coursesOf(m_desk);
    for (auto it = versions.rbegin(); it != versions.rend(); ++it)
        if (it->course == next.id) {
            preview.changes = differences(m_desk.shelf.course(it->course, it->version), next);
            break;
        }
    preview.points = pointsChanges(m_desk, next);
    preview.moves = cohortMoves(m_desk, next);
    return preview;
}

format::FileTree CourseEditor::withVersion(const std::string& version) const {
    auto files = m_draft.files();
    if (valueAt({"version"}) == version) return files;
    auto yaml = m_yaml;
    yaml.set({"version"}, format::yamlText(version));
    files.put(COURSE_FILE, yaml.text());
    return files;
}

CourseLoad CourseEditor::keep(const std::string& version, const std::string& why) {
    requireMay(m_desk, Verb::LoadCourse);
    CourseLoad load;
    if (!changed() && m_path.empty()) return load;
    const auto files = withVersion(version);
    const auto reading = format::readCourse(files);
    load.problems = reading.problems;
    if (!reading.course) return load;
    load.problems.clear(); // warnings stand in the editor
    load.entry = {reading.course->id, version, reading.course->title.in(m_language, m_own)};
    load.change = keepCourse(m_desk, Verb::LoadCourse, "edit-course", *reading.course, files.files(), note(why, "why"));
    std::error_code ignored;
    fs::remove(fs::u8path(draftFile()), ignored);
    open(load.entry.course, version);
    return load;
}

CourseEditor::Saved CourseEditor::save(const std::string& path, const std::string& version) {
    requireMay(m_desk, Verb::LoadCourse);
    const auto tree = withVersion(version);
    if (!format::readCourse(tree).course) return Saved::NotAVersion; // the copy itself is whole
    const auto target = fs::u8path(path);
    const bool file = path.ends_with(".course"), same = path == m_path;
    std::error_code ignored;
    if (!same && fs::exists(file ? target : target / COURSE_FILE, ignored)) return Saved::OtherCourseThere;
    if (same) {
        const auto there = format::readPackage(target);
        for (const auto& [name, was] : m_draft.changed()) {
            const auto* now = there.files ? there.files->find(name) : nullptr;
            if (was != (now ? std::optional(*now) : std::nullopt)) return Saved::ChangedOnDisk;
        }
    }
    if (file) {
        format::keepBytes(target, format::zipOf(tree));
    } else if (!same) {
        format::writeFolder(tree, target);
    } else {
        format::FileTree changes;
        auto touched = m_draft.changed();
        if (tree != m_draft.files()) touched.try_emplace(COURSE_FILE);
        for (const auto& [name, was] : touched) {
            const auto* bytes = tree.find(name);
            bytes ? changes.put(name, *bytes) : (void)fs::remove(target / fs::u8path(name), ignored);
        }
        format::writeFolder(changes, target);
    }
    fs::remove(fs::u8path(draftFile()), ignored);
    openPackage(path);
    return Saved::Done;
}

} // namespace fledgling::app
