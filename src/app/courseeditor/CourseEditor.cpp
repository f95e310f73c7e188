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

namespace {

const std::string BYTE_ORDER_MARK = "\xEF\xBB\xBF";

std::string yamlOf(const format::FileTree& files) {
    const auto* bytes = files.find(format::COURSE_FILE);
    if (!bytes) return {};
    return bytes->starts_with(BYTE_ORDER_MARK) ? bytes->substr(BYTE_ORDER_MARK.size()) : *bytes;
}

/// By where it stands: the copy of a book has the same people and courses, and is another department to work in.
std::string departmentOf(const store::Database& database) {
    const auto& where = database.where();
    const bool file = database.engine() == store::Engine::Sqlite;
    // The way to a shared database may hold a password, which no draft may keep.
    return store::sha256(file ? format::shown(fs::weakly_canonical(fs::u8path(where))) : where);
}

std::string originOf(const Desk& desk, const std::string& course, const std::string& version, const std::string& package) {
    const std::string whose = departmentOf(desk.database) + " " + desk.actor.id.text() + " ";
    return whose + (package.empty() ? "book " + course + " " + version : "disk " + package);
}

std::string draftFileIn(const std::string& drafts, const std::string& origin) {
    constexpr std::size_t ENOUGH = 32;
    return drafts + "/" + store::sha256(origin).substr(0, ENOUGH) + ".draft";
}

} // namespace

bool draftWaits(Desk& desk, const std::string& drafts, const std::string& course, const std::string& version,
                const std::string& package) {
    return fs::exists(fs::u8path(draftFileIn(drafts, originOf(desk, course, version, package))));
}

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
        m_course = valueAt("id");
        m_version = valueAt("version");
    }
    findKnownIds();
    check();
}

std::string CourseEditor::origin() const { return originOf(m_desk, m_course, m_version, m_path); }

std::string CourseEditor::draftFile() const { return draftFileIn(m_drafts, origin()); }

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
    const auto language = valueAt("language");
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

std::vector<std::string> CourseEditor::reading() const {
    auto all = m_languages;
    std::stable_partition(all.begin(), all.end(), [&](const std::string& one) { return one == m_language; });
    return all;
}

std::string CourseEditor::title() const {
    auto found = localOf(m_yaml.find({"title"}), m_language, m_own);
    if (found.empty()) found = localOf(m_yaml.find({"title"}), m_own, m_own);
    return found.empty() ? m_course : found;
}

std::optional<std::string> CourseEditor::file(const std::string& path) const {
    const auto* bytes = m_draft.files().find(path);
    return bytes ? std::optional(*bytes) : std::nullopt;
}

std::string CourseEditor::shown(const std::string& part, const std::string& language) const {
    const auto path = filePath(part);
    const auto& file = textFile(variantOf(path, language));
    return format::toHtml(file.body(), path);
}

void CourseEditor::check() {
    m_reading = format::readCourse(m_draft.files());
    listParts();
    keepDraft();
}

std::string CourseEditor::proposedVersion() const { return nextVersion(m_desk, m_course, m_version.empty() ? "1" : m_version); }

std::optional<CourseEditor::Preview> CourseEditor::preview(const std::string& version) const {
    if (broken()) return std::nullopt;
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
    preview.moves = cohortMoves(m_desk, next, m_language);
    return preview;
}

format::FileTree CourseEditor::withVersion(const std::string& version) const {
    auto files = m_draft.files();
    if (valueAt("version") == version) return files;
    auto yaml = m_yaml;
    yaml.set({"version"}, format::yamlText(version));
    files.put(format::COURSE_FILE, yaml.text());
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
    if (!same && fs::exists(file ? target : target / format::COURSE_FILE, ignored)) return Saved::OtherCourseThere;
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
        if (tree != m_draft.files()) touched.try_emplace(format::COURSE_FILE);
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
