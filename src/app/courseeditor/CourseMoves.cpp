#include "app/courseeditor/CourseEditor.h"

#include "domain/Text.h"
#include "format/CourseTexts.h"

#include <algorithm>
#include <tuple>

/// Adding, taking away and moving the editor's parts.
namespace fledgling::app {

using namespace domain;
using format::YamlNode;
using format::YamlPath;
using Kind = EditorPartKind;

namespace {

/// "days/0/sessions/1" in its list and its place there.
struct InList {
    std::string list;
    std::size_t at = 0;
};

InList inList(const std::string& id) {
    const auto slash = id.rfind('/');
    return {id.substr(0, slash), static_cast<std::size_t>(std::stoul(id.substr(slash + 1)))};
}

std::string idOf(const std::string& list, std::size_t at) { return list + "/" + std::to_string(at); }

bool isHead(Kind kind) {
    switch (kind) {
    case Kind::DaysHead:
    case Kind::SkillsHead:
    case Kind::CriteriaHead:
    case Kind::AssessmentsHead:
    case Kind::TiersHead:
    case Kind::ChatCriteriaHead:
    case Kind::ConsequencesHead: return true;
    default: return false;
    }
}

bool isSingle(Kind kind) { return kind == Kind::Facts || kind == Kind::Chats || kind == Kind::Attendance; }

Kind itemOf(Kind head) {
    switch (head) {
    case Kind::DaysHead: return Kind::Day;
    case Kind::SkillsHead: return Kind::Skill;
    case Kind::CriteriaHead: return Kind::Criterion;
    case Kind::TiersHead: return Kind::Tier;
    case Kind::ChatCriteriaHead: return Kind::ChatCriterion;
    case Kind::ConsequencesHead: return Kind::Consequence;
    default: return head;
    }
}

/// Where a session is held: its day, half day, and the hours it has there by itself.
struct Held {
    std::size_t day = 0, at = 0;
    bool afternoon = false;
    std::string hours;
    [[nodiscard]] YamlPath path() const { return {"days", std::to_string(day), "sessions", std::to_string(at)}; }
    [[nodiscard]] std::pair<std::size_t, bool> half() const { return {day, afternoon}; }
};

std::string textAt(const YamlNode& node, const char* key) {
    const auto* found = format::yamlAt(node, {key});
    return found ? trimmed(found->text) : std::string();
}

std::vector<Held> heldSessions(const format::YamlEdit& yaml) {
    std::vector<Held> all;
    const auto* days = yaml.find({"days"});
    for (std::size_t day = 0; days && day < days->items.size(); ++day) {
        const auto* sessions = format::yamlAt(days->items[day], {"sessions"});
        for (std::size_t at = 0; sessions && at < sessions->items.size(); ++at)
            all.push_back({day, at, textAt(sessions->items[at], "when") == "afternoon", textAt(sessions->items[at], "hours")});
    }
    std::stable_sort(all.begin(), all.end(), [](const Held& a, const Held& b) {
        return std::tie(a.day, a.afternoon, a.hours) < std::tie(b.day, b.afternoon, b.hours);
    });
    return all;
}

void hold(format::YamlEdit& yaml, const YamlPath& session, bool afternoon, const std::string& hours) {
    auto when = session, own = session;
    when.emplace_back("when");
    own.emplace_back("hours");
    yaml.set(when, format::yamlText(afternoon ? "afternoon" : "morning"));
    if (hours.empty())
        yaml.remove(own);
    else
        yaml.set(own, format::yamlText(hours));
}

} // namespace

std::vector<std::string> CourseEditor::idsIn(const std::string& list) const {
    std::vector<std::string> ids;
    const auto take = [&](const YamlPath& path) {
        const auto* node = m_yaml.find(path);
        for (std::size_t at = 0; node && at < node->items.size(); ++at)
            ids.push_back(textAt(node->items[at], "id"));
    };
    if (list != "days") {
        take(pathOf(list));
        return ids;
    }
    const auto* days = m_yaml.find({"days"});
    for (std::size_t day = 0; days && day < days->items.size(); ++day)
        take({"days", std::to_string(day), "sessions"});
    return ids;
}

std::string CourseEditor::freshId(const std::string& stem, const std::string& list) const {
    const auto taken = idsIn(list);
    for (int number = 1;; ++number) {
        auto id = stem + "-" + std::to_string(number);
        if (std::find(taken.begin(), taken.end(), id) == taken.end()) return id;
    }
}

/// In the half day that is free, its file made.
YamlNode CourseEditor::freshSession(std::size_t day) {
    bool morning = false, afternoon = false;
    for (const auto& one : heldSessions(m_yaml))
        if (one.day == day) (one.afternoon ? afternoon : morning) = true;
    const bool later = morning;
    const auto taken = idsIn("days");
    const auto stem = "d" + std::to_string(day + 1) + (later ? "-pm" : "-am");
    const bool used = std::find(taken.begin(), taken.end(), stem) != taken.end();
    auto id = used ? freshId(stem, "days") : stem;
    auto file = "sessions/" + id + ".md";
    while (m_draft.files().has(file) || !m_draft.files().sameButCase(file).empty())
        file = "sessions/" + (id = freshId(id, "days")) + ".md";
    m_draft.put(file, "");
    return format::yamlMap({{"id", format::yamlText(id)},
                            {"when", format::yamlText(later ? "afternoon" : "morning")},
                            {"kind", format::yamlText("classroom")},
                            {"file", format::yamlText(file)}});
}

YamlNode CourseEditor::freshItem(Kind kind, const std::string& list) {
    const auto text = [](std::string words) { return format::yamlText(std::move(words)); };
    switch (kind) {
    case Kind::Day: {
        const auto* days = m_yaml.find({"days"});
        YamlNode sessions = format::yamlList({});
        sessions.items.push_back(freshSession(days ? days->items.size() : 0));
        return format::yamlMap({{"sessions", sessions}});
    }
    case Kind::Skill: return format::yamlMap({{"id", text(freshId("skill", list))}, {"title", text("")}});
    case Kind::Criterion:
        return format::yamlMap({{"id", text(freshId("criterion", list))}, {"measure", text("sessions_done")}, {"at_least", text("100%")}});
    case Kind::ChatCriterion: return format::yamlMap({{"id", text(freshId("criterion", list))}, {"title", text("")}});
    case Kind::Tier: return format::yamlMap({{"below", text("")}, {"effect", text("")}});
    default:
        return format::yamlMap({{"status", text("late")}, {"from", text(m_desk.today().iso())}, {"text", text("")}});
    }
}

bool CourseEditor::mayAdd(const std::string& id) const {
    const auto* found = part(id);
    if (!found || !editable() || !mayEdit()) return false;
    return !isSingle(found->kind) && found->kind != Kind::Assessment && found->kind != Kind::AssessmentsHead;
}

std::string CourseEditor::add(const std::string& id) {
    if (!mayAdd(id)) return id;
    const auto kind = part(id)->kind;
    const bool head = isHead(kind);
    const auto list = head ? id : inList(id).list;
    const auto* node = m_yaml.find(pathOf(list));
    const std::size_t size = node ? node->items.size() : 0;
    const std::size_t at = head ? size : inList(id).at + 1;
    m_draft.begin("");
    const auto item = kind == Kind::Session ? freshSession(inList(list.substr(0, list.rfind('/'))).at)
                                            : freshItem(head ? itemOf(kind) : kind, list);
    m_yaml.insert(pathOf(list), at, item);
    putYaml();
    m_draft.endStep();
    refresh();
    return idOf(list, std::min(at, size));
}

bool CourseEditor::mayRemove(const std::string& id) const {
    const auto* found = part(id);
    if (!found || !editable() || !mayEdit() || isSingle(found->kind) || isHead(found->kind) || found->kind == Kind::Assessment)
        return false;
    // A course has a day and a day a session.
    if (found->kind != Kind::Day && found->kind != Kind::Session) return true;
    const auto* list = m_yaml.find(pathOf(inList(id).list));
    return list && list->items.size() > 1;
}

/// A session's files in every language, unless another part names them.
void CourseEditor::removeTexts(const std::string& session) {
    const auto path = filePath(session);
    int named = 0;
    for (const auto& one : m_parts)
        named += one.kind == Kind::Session && filePath(one.id) == path ? 1 : 0;
    if (path.empty() || named > 1) return;
    for (const auto& [language, variant] : format::variantPaths(m_draft.files(), path))
        m_draft.put(variant, std::nullopt);
    m_draft.put(path, std::nullopt);
}

std::string CourseEditor::remove(const std::string& id) {
    if (!mayRemove(id)) return id;
    m_draft.begin("");
    for (const auto& one : m_parts)
        if (one.kind == Kind::Session && (one.id == id || one.id.starts_with(id + "/"))) removeTexts(one.id);
    m_yaml.remove(pathOf(id));
    putYaml();
    m_draft.endStep();
    refresh();
    const auto [list, at] = inList(id);
    const auto* left = m_yaml.find(pathOf(list));
    const auto size = left ? left->items.size() : 0;
    return size == 0 ? list : idOf(list, std::min(at, size - 1));
}

std::string CourseEditor::move(const std::string& id, int by) {
    const auto* found = part(id);
    if (!found || !editable() || !mayEdit() || isSingle(found->kind) || isHead(found->kind)) return id;
    if (found->kind == Kind::Session) return moveSession(id, by);
    const auto [list, at] = inList(id);
    const auto to = static_cast<std::ptrdiff_t>(at) + by;
    const auto* node = m_yaml.find(pathOf(list));
    if (!node || to < 0 || to >= static_cast<std::ptrdiff_t>(node->items.size())) return id;
    m_draft.begin("");
    const auto other = idOf(list, static_cast<std::size_t>(to));
    m_yaml.exchange(pathOf(id), pathOf(other));
    putYaml();
    m_draft.endStep();
    refresh();
    return other;
}

std::string CourseEditor::moveSession(const std::string& id, int by) {
    const auto all = heldSessions(m_yaml);
    const auto me = std::find_if(all.begin(), all.end(), [&](const Held& one) { return textOf(one.path()) == id; });
    const auto* days = m_yaml.find({"days"});
    if (me == all.end() || !days) return id;
    const auto next = by < 0 ? (me == all.begin() ? all.end() : me - 1) : me + 1;
    // The half day before or behind.
    const bool sameDay = me->afternoon == (by < 0);
    const auto day = static_cast<std::ptrdiff_t>(me->day) + (sameDay ? 0 : by);
    if (next != all.end() && (next->half() == me->half() ||
                              next->half() == std::pair(static_cast<std::size_t>(day), !me->afternoon))) {
        m_draft.begin("");
        m_yaml.exchange(me->path(), next->path());
        hold(m_yaml, next->path(), next->afternoon, next->hours);
        hold(m_yaml, me->path(), me->afternoon, me->hours);
        putYaml();
        m_draft.endStep();
        refresh();
        return textOf(next->path());
    }
    if (day < 0 || day >= static_cast<std::ptrdiff_t>(days->items.size())) return id;
    // The place is free. A day keeps at least one session.
    const auto here = std::count_if(all.begin(), all.end(), [&](const Held& one) { return one.day == me->day; });
    if (!sameDay && here == 1) return id;
    m_draft.begin("");
    auto stands = me->path();
    if (!sameDay) {
        const YamlNode session = *m_yaml.find(me->path());
        m_yaml.remove(me->path());
        const YamlPath list{"days", std::to_string(day), "sessions"};
        const auto* there = m_yaml.find(list);
        const std::size_t at = by < 0 && there ? there->items.size() : 0;
        m_yaml.insert(list, at, session);
        stands = list;
        stands.push_back(std::to_string(at));
    }
    hold(m_yaml, stands, !me->afternoon, {});
    putYaml();
    m_draft.endStep();
    refresh();
    return textOf(stands);
}

} // namespace fledgling::app
