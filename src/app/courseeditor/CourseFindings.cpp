#include "app/courseeditor/CourseEditor.h"

#include "domain/Text.h"
#include "format/PackageName.h"

#include <algorithm>

/// Which field a problem of the reader belongs to.
namespace fledgling::app {

using namespace domain;
using format::Problem;
using format::ProblemKind;
using format::YamlNode;
using format::YamlPath;
using Kind = EditorPartKind;

namespace {

/// The paths of values and keys that begin at a place, the outermost first.
void pathsAt(const YamlNode& node, const YamlPath& path, int line, int column, std::vector<YamlPath>& found) {
    if (node.line == line && node.column == column) found.push_back(path);
    const auto below = [&](const std::string& step, const YamlNode& child) {
        auto next = path;
        next.push_back(step);
        pathsAt(child, next, line, column, found);
    };
    for (const auto& entry : node.entries) {
        if (entry.line == line && entry.column == column && !(entry.value.line == line && entry.value.column == column)) {
            found.push_back(path);
            found.back().push_back(entry.key);
        }
        below(entry.key, entry.value);
    }
    for (std::size_t at = 0; at < node.items.size(); ++at)
        below(std::to_string(at), node.items[at]);
}

/// What is wrong with a whole map belongs to one of its keys; empty: to none.
std::string keyMeant(const Problem& problem) {
    switch (problem.kind) {
    case ProblemKind::KeyMissing: return problem.arguments.front();
    case ProblemKind::IdTwice: {
        const auto& what = problem.arguments.front();
        return what == "tier" ? "below" : what == "consequence" || what == "change" ? "from" : "id";
    }
    case ProblemKind::SessionsOverlap: return "hours";
    case ProblemKind::HoursOverlap: return "afternoon";
    default: return {};
    }
}

} // namespace

void CourseEditor::mapProblems() {
    m_findings.clear();
    for (const auto& problem : m_reading.problems) {
        auto found = placed(problem);
        // Who works in forms knows sessions by their titles.
        if (problem.kind == ProblemKind::SessionsOverlap)
            for (auto& argument : found.problem.arguments)
                argument = sessionTitle(argument);
        const auto* at = part(found.part);
        const auto within = at ? at->within : std::string();
        for (auto& one : m_parts)
            if (!one.id.empty() && (one.id == found.part || one.id == within) && one.worst != format::Severity::Error)
                one.worst = found.severity();
        m_findings.push_back(std::move(found));
    }
    // Errors first; within them the form's order is the file's.
    std::stable_sort(m_findings.begin(), m_findings.end(), [](const Finding& a, const Finding& b) {
        return a.severity() == format::Severity::Error && b.severity() != format::Severity::Error;
    });
}

/// As the tree names the session of that id; anything else as it is.
std::string CourseEditor::sessionTitle(const std::string& id) const {
    for (const auto& one : m_parts)
        if (one.kind == Kind::Session && !one.title.empty() && valueAt(one.id + "/id") == id) return one.title;
    return id;
}

CourseEditor::Finding CourseEditor::placed(const Problem& problem) const {
    if (problem.file == format::COURSE_FILE) return placedInYaml(problem);
    return domain::lowerAscii(problem.file).ends_with(".gift") ? placedInBank(problem) : placedInText(problem);
}

CourseEditor::Finding CourseEditor::placedInYaml(const Problem& problem) const {
    std::vector<YamlPath> paths;
    pathsAt(m_yaml.root(), {}, problem.line, problem.column, paths);
    if (paths.empty()) return {{}, {}, problem};
    const auto key = keyMeant(problem);
    if (key.empty()) return fieldAt(textOf(paths.back()), problem, m_own);
    YamlPath path = paths.front();
    path.push_back(key);
    return fieldAt(textOf(path), problem, m_own);
}

/// The field of a path of course.yaml, or of a session or rule and its front matter. `language`: of plain texts there.
CourseEditor::Finding CourseEditor::fieldAt(const std::string& whole, const Problem& problem, const std::string& language) const {
    const Part* best = &m_parts.front();
    for (const auto& one : m_parts)
        if ((whole == one.id || whole.starts_with(one.id + "/")) && (best->id == "facts" || one.id.size() > best->id.size()))
            best = &one;
    const auto rest = best->id == "facts" ? whole : whole.size() > best->id.size() ? whole.substr(best->id.size() + 1) : "";
    for (const auto& spec : specs(*best)) {
        const std::string key = spec.key;
        if (rest != key && !rest.starts_with(key + "/")) continue;
        if (!spec.localized) return {best->id, key, problem};
        const auto last = rest.substr(rest.rfind('/') + 1);
        const auto known = languagesOf(*best);
        return {best->id, key + "." + (std::find(known.begin(), known.end(), last) == known.end() ? language : last), problem};
    }
    if (rest.starts_with("topics/") && rest.size() > std::string("topics/").size()) {
        const auto topic = rest.substr(0, rest.find('/', std::string("topics/").size()));
        return {best->id, CATEGORY_FIELD + valueAt(best->id + "/" + topic + "/category"), problem};
    }
    // Its file is shown as text.
    const bool text = hasText(best->kind) && (rest.empty() || rest == "file");
    return {best->id, text ? "body." + m_own : std::string(), problem};
}

CourseEditor::Finding CourseEditor::placedInText(const Problem& problem) const {
    for (const auto& one : m_parts) {
        if (!hasText(one.kind)) continue;
        const auto path = filePath(one.id);
        for (const auto& language : m_languages) {
            if (problem.file != variantOf(path, language)) continue;
            if (problem.kind == ProblemKind::TitleMissing) return {one.id, "title." + language, problem};
            const Finding body{one.id, "body." + language, problem};
            const auto& file = textFile(problem.file);
            if (problem.line == 0 || problem.line >= file.bodyLine()) return body;
            std::vector<YamlPath> paths;
            pathsAt(file.front().root(), {}, problem.line - 1, problem.column, paths);
            if (paths.empty() || paths.back().empty()) return body;
            const auto key = keyMeant(problem);
            auto place = key.empty() ? paths.back() : paths.front();
            if (!key.empty()) place.push_back(key);
            auto found = fieldAt(one.id + "/" + textOf(place), problem, language);
            return found.part == one.id && found.field.empty() ? body : found;
        }
    }
    return {{}, {}, problem};
}

/// At the quiz that draws from the bank.
CourseEditor::Finding CourseEditor::placedInBank(const Problem& problem) const {
    for (const auto& one : m_parts) {
        if (one.kind != Kind::Assessment) continue;
        const auto bank = valueAt(one.id + "/bank");
        for (const auto& language : m_languages)
            if (!bank.empty() && problem.file == variantOf(bank, language)) return {one.id, "bank", problem};
    }
    return {{}, {}, problem};
}

} // namespace fledgling::app
