#include "app/courseeditor/CourseEditor.h"

#include "domain/Text.h"
#include "format/CourseTexts.h"
#include "format/FileBytes.h"
#include "format/PackageName.h"

#include <algorithm>
#include <filesystem>

/// Adding and taking away the editor's parts.
namespace fledgling::app {

using namespace domain;
using format::YamlNode;
using Kind = EditorPartKind;

namespace {

YamlNode scalar(std::string text) { return format::yamlText(std::move(text)); }

/// A name that every system keeps and a link in Markdown can hold.
std::string plainName(std::string name) {
    constexpr std::string_view AWKWARD = " <>:\"|?*\\/#%()[]";
    std::replace_if(name.begin(), name.end(), [&](char c) { return AWKWARD.find(c) != std::string_view::npos; }, '-');
    return name;
}

bool endsWithAny(const std::string& path, std::initializer_list<const char*> endings) {
    const auto name = domain::lowerAscii(path);
    return std::any_of(endings.begin(), endings.end(), [&](const char* one) { return name.ends_with(one); });
}

/// A list of these has one at least.
bool needsOne(Kind kind) { return kind == Kind::Day || kind == Kind::Session || kind == Kind::Item; }

} // namespace

/// Of days those of their sessions.
std::vector<std::string> CourseEditor::idsIn(const std::string& list) const {
    std::vector<std::string> ids;
    for (std::size_t at = 0, count = countOf(list); at < count; ++at) {
        const auto item = PlaceInList{list, at}.id();
        if (list != "days") {
            ids.push_back(valueAt(item + "/id"));
            continue;
        }
        const auto inDay = idsIn(item + "/sessions");
        ids.insert(ids.end(), inDay.begin(), inDay.end());
    }
    return ids;
}

std::string CourseEditor::freshId(const std::string& stem, const std::string& list) const {
    const auto taken = idsIn(list);
    for (int number = 1;; ++number) {
        auto id = stem + "-" + std::to_string(number);
        if (std::find(taken.begin(), taken.end(), id) == taken.end()) return id;
    }
}

bool CourseEditor::isFree(const std::string& file) const {
    return !m_draft.files().has(file) && m_draft.files().sameButCase(file).empty();
}

/// A name nobody has, in any language.
std::string CourseEditor::freshFile(const std::string& stem, const std::string& ending) const {
    for (int number = 1;; ++number) {
        const auto file = stem + (number == 1 ? "" : "-" + std::to_string(number)) + ending;
        const bool free = std::all_of(m_languages.begin(), m_languages.end(),
                                      [&](const std::string& language) { return isFree(variantOf(file, language)); });
        if (free) return file;
    }
}

/// In the half day that is free, its file made.
YamlNode CourseEditor::freshSession(std::size_t day) {
    const auto list = PlaceInList{"days", day}.id() + "/sessions";
    bool later = false;
    for (std::size_t at = 0, count = countOf(list); at < count; ++at)
        later = later || valueAt(PlaceInList{list, at}.id() + "/when") != "afternoon";
    const auto taken = idsIn("days");
    const auto stem = "d" + std::to_string(day + 1) + (later ? "-pm" : "-am");
    const bool used = std::find(taken.begin(), taken.end(), stem) != taken.end();
    auto id = used ? freshId(stem, "days") : stem;
    auto file = "sessions/" + id + ".md";
    while (!isFree(file))
        file = "sessions/" + (id = freshId(id, "days")) + ".md";
    m_draft.put(file, "");
    return format::yamlMap(
        {{"id", scalar(id)}, {"when", scalar(later ? "afternoon" : "morning")}, {"kind", scalar("classroom")}, {"file", scalar(file)}});
}

YamlNode CourseEditor::freshAssessment(const std::string& list, const std::string& like) {
    const bool practical = like == keyOf(domain::AssessmentKind::Practical);
    const auto id = freshId(practical ? "practical" : "quiz", list);
    std::vector<std::pair<std::string, YamlNode>> entries{
        {"id", scalar(id)}, {"kind", scalar(practical ? "practical" : "quiz")}, {"pass", scalar("80%")}};
    if (practical) {
        entries.emplace_back("scale", freshScale());
        entries.emplace_back("items", freshItems());
    } else {
        entries.emplace_back("bank", scalar(freshBank(id)));
    }
    return format::yamlMap(entries);
}

/// A text to sign for in every language, empty still: the reader asks for its words.
YamlNode CourseEditor::freshRule() {
    const auto file = freshFile("rules/rule", ".md");
    for (const auto& language : m_languages)
        m_draft.put(variantOf(file, language), "");
    return scalar(file);
}

YamlNode CourseEditor::freshItem(Kind kind, const std::string& list, const std::string& like) {
    const auto titled = [&](const char* stem) {
        return format::yamlMap({{"id", scalar(freshId(stem, list))}, {"title", scalar("")}});
    };
    switch (kind) {
    case Kind::Day: {
        YamlNode sessions = format::yamlList({});
        sessions.items.push_back(freshSession(countOf("days")));
        return format::yamlMap({{"sessions", sessions}});
    }
    case Kind::Session: return freshSession(placeOf(list.substr(0, list.rfind('/'))).at);
    case Kind::Exercise: return titled("exercise");
    case Kind::Skill: return titled("skill");
    case Kind::Item: return titled("item");
    case Kind::ChatCriterion: return titled("criterion");
    case Kind::Criterion:
        return format::yamlMap(
            {{"id", scalar(freshId("criterion", list))}, {"measure", scalar("sessions_done")}, {"at_least", scalar("100%")}});
    case Kind::Assessment: return freshAssessment(list, like);
    case Kind::Tier: return format::yamlMap({{"below", scalar("")}, {"effect", scalar("")}});
    case Kind::Change: return format::yamlMap({{"from", scalar(m_desk.today().iso())}});
    case Kind::Rule: return freshRule();
    default:
        return format::yamlMap({{"status", scalar("late")}, {"from", scalar(m_desk.today().iso())}, {"text", scalar("")}});
    }
}

bool CourseEditor::mayAdd(const std::string& id) const {
    const auto* found = part(id);
    return found && editable() && mayEdit() && !isSingle(found->kind);
}

std::string CourseEditor::add(const std::string& id) {
    if (!mayAdd(id)) return id;
    const auto kind = part(id)->kind;
    const auto item = itemOf(kind);
    const auto list = item ? id : placeOf(id).list;
    m_draft.begin("");
    makeLists(PlaceInList{list, 0}.id());
    const auto size = countOf(list), at = item ? size : placeOf(id).at + 1;
    const auto fresh = freshItem(item.value_or(kind), list, item ? std::string() : valueAt(id + "/kind"));
    edit(list, [&](auto& yaml, const auto& path) { yaml.insert(path, at, fresh); });
    m_draft.endStep();
    refresh();
    return PlaceInList{list, std::min(at, size)}.id();
}

bool CourseEditor::mayRemove(const std::string& id) const {
    const auto* found = part(id);
    if (!found || !editable() || !mayEdit() || isSingle(found->kind) || itemOf(found->kind)) return false;
    return !needsOne(found->kind) || countOf(placeOf(id).list) > 1;
}

/// A part's files in every language, unless another part names them.
void CourseEditor::removeTexts(const std::string& id) {
    const auto path = filePath(id);
    const auto named = std::count_if(m_parts.begin(), m_parts.end(),
                                     [&](const Part& one) { return hasText(one.kind) && filePath(one.id) == path; });
    if (path.empty() || named > 1) return;
    for (const auto& [language, variant] : format::variantPaths(m_draft.files(), path))
        m_draft.put(variant, std::nullopt);
    m_draft.put(path, std::nullopt);
}

std::string CourseEditor::remove(const std::string& id) {
    if (!mayRemove(id)) return id;
    const Part gone = *part(id);
    const auto bank = gone.kind == Kind::Assessment ? valueAt(id + "/bank") : std::string();
    m_draft.begin("");
    makeLists(id);
    if (gone.kind == Kind::Item) forget(gone);
    for (const auto& one : m_parts)
        if (hasText(one.kind) && (one.id == id || one.id.starts_with(id + "/"))) removeTexts(one.id);
    edit(id, [](auto& yaml, const auto& path) { yaml.remove(path); });
    dropBank(bank);
    m_draft.endStep();
    refresh();
    const auto [list, at] = placeOf(id);
    const auto left = countOf(list);
    return left == 0 ? list : PlaceInList{list, std::min(at, left - 1)}.id();
}

std::string CourseEditor::bring(const std::string& file) {
    const auto from = std::filesystem::u8path(file);
    auto bytes = format::bytesOf(from);
    const auto stem = "media/" + plainName(format::shown(from.stem()));
    const auto ending = domain::lowerAscii(format::shown(from.extension()));
    auto path = stem + ending;
    // The same file again is the same file.
    if (const auto* there = m_draft.files().find(path); there && *there == bytes) return path;
    for (int number = 2; !isFree(path); ++number)
        path = stem + "-" + std::to_string(number) + ending;
    m_draft.begin("");
    m_draft.put(path, std::move(bytes));
    m_draft.endStep();
    return path;
}

std::string CourseEditor::markdownFor(const std::string& id, const std::string& path) const {
    const bool picture = endsWithAny(path, {".png", ".jpg", ".jpeg", ".gif", ".svg"});
    const auto name = path.substr(path.rfind('/') + 1);
    return (picture ? "![" : "[") + name + "](" + format::relativeTo(format::folderOf(filePath(id)), path) + ")";
}

std::string CourseEditor::addFile(const std::string& session, const std::string& path) {
    const std::string key = endsWithAny(path, {".webm", ".mp4", ".ogv", ".mkv"}) ? "films" : "materials";
    for (const auto& field : fields(session))
        if (field.id == key && (field.value + "\n").find(path + "\n") == std::string::npos)
            set(session, key, field.value.empty() ? path : field.value + "\n" + path);
    endStep();
    return key;
}

} // namespace fledgling::app
