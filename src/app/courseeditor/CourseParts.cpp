#include "app/courseeditor/CourseEditor.h"

#include "app/courses/Courses.h"
#include "domain/Text.h"

#include <algorithm>

/// The tree of a course's parts.
namespace fledgling::app {

using namespace domain;
using Kind = EditorPartKind;

namespace {

const FieldSpec TITLE_IN_TEXT{EditorField::Title, "title", EditorInput::Line, true, false, "", true};

} // namespace

void CourseEditor::addPart(const std::string& id, Kind kind, int level, int number) {
    Part part{id, kind, titleOf(id, kind), level, number, {}, {}, {}};
    if (kind == Kind::Session) part.when = valueAt(id + "/when", "morning");
    if (kind == Kind::Consequence) part.when = valueAt(id + "/status");
    m_parts.push_back(std::move(part));
}

void CourseEditor::listList(const std::string& list, Kind head, int level) {
    addPart(list, head, level);
    if (const auto item = itemOf(head)) listItems(list, *item, level + 1);
}

void CourseEditor::listItems(const std::string& list, Kind item, int level) {
    const auto count = countOf(list);
    for (std::size_t at = 0; at < count; ++at) {
        const auto id = PlaceInList{list, at}.id();
        addPart(id, item, level, static_cast<int>(at) + 1);
        listBelow(id, item, level + 1);
    }
}

void CourseEditor::listBelow(const std::string& id, Kind kind, int level) {
    if (kind == Kind::Day) listItems(id + "/sessions", Kind::Session, level);
    if (kind == Kind::Change) listList(id + "/tiers", Kind::TiersHead, level);
    const bool demonstrates = kind == Kind::Session && valueAt(id + "/kind") == keyOf(domain::SessionKind::Demonstration);
    if (demonstrates || (kind == Kind::Session && countOf(id + "/exercises") > 0))
        listList(id + "/exercises", Kind::ExercisesHead, level);
    if (kind != Kind::Assessment || valueAt(id + "/kind") != keyOf(domain::AssessmentKind::Practical)) return;
    const auto first = m_parts.size();
    listList(id + "/items", Kind::ItemsHead, level);
    for (auto at = first; at < m_parts.size(); ++at)
        m_parts[at].within = id;
}

void CourseEditor::listParts() {
    m_parts.clear();
    addPart("facts", Kind::Facts, 0);
    listList("days", Kind::DaysHead, 0);
    listList("skills", Kind::SkillsHead, 0);
    listList("readiness", Kind::CriteriaHead, 0);
    listList("assessments", Kind::AssessmentsHead, 0);
    listList("acknowledge", Kind::RulesHead, 0);
    addPart("chat_review", Kind::Chats, 0);
    listList("chat_review/tiers", Kind::TiersHead, 1);
    listList("chat_review/changes", Kind::ChangesHead, 1);
    listList("chat_review/criteria", Kind::ChatCriteriaHead, 1);
    addPart("attendance", Kind::Attendance, 0);
    listList("attendance/consequences", Kind::ConsequencesHead, 1);
    mapProblems();
}

std::string CourseEditor::titleOf(const std::string& id, Kind kind) const {
    const auto in = [&](const char* key) {
        for (const auto& language : {m_language, m_own})
            if (auto text = localOf(nodeAt(id + "/" + key), language, m_own); !text.empty()) return text;
        return std::string();
    };
    if (kind == Kind::Tier) return trimmed(valueAt(id + "/below") + "  " + in("effect"));
    if (kind == Kind::Consequence) return in("text");
    if (kind == Kind::Change) return valueAt(id + "/from");
    if (isSingle(kind) || itemOf(kind)) return {};
    std::string text = in("title");
    if (hasText(kind))
        for (const auto& language : {m_language, m_own})
            if (text.empty()) text = readText(id, TITLE_IN_TEXT, language);
    if (!text.empty() || kind == Kind::Day) return text;
    return kind == Kind::Rule ? filePath(id) : valueAt(id + "/id");
}

const CourseEditor::Part* CourseEditor::part(const std::string& id) const {
    const auto found = std::find_if(m_parts.begin(), m_parts.end(), [&](const Part& one) { return one.id == id; });
    return found == m_parts.end() ? nullptr : &*found;
}

/// What the book calls the id of a part; empty where nothing is kept under it.
std::string CourseEditor::bookName(Kind kind, const std::string& part, const std::string& id) const {
    const auto within = [&](const char* list) { return valueAt(part.substr(0, part.find(list)) + "/id") + " " + id; };
    switch (kind) {
    case Kind::Facts: return "course " + id;
    case Kind::Session: return "session " + id;
    case Kind::Exercise: return "exercise " + within("/exercises/");
    case Kind::Skill: return "skill " + id;
    case Kind::Criterion: return "criterion " + id;
    case Kind::Assessment: return "assessment " + id;
    case Kind::Item: return "item " + within("/items/");
    case Kind::ChatCriterion: return "chat " + id;
    default: return {};
    }
}

/// What is kept under an id is found by it: an id the book knows stays.
void CourseEditor::findKnownIds() {
    m_known.clear();
    const auto versions = coursesOf(m_desk);
    for (auto it = versions.rbegin(); it != versions.rend(); ++it) {
        if (it->course != m_course) continue;
        const auto& course = m_desk.shelf.course(it->course, it->version);
        m_known.insert("course " + course.id);
        for (const auto& day : course.days)
            for (const auto& one : day.sessions) {
                m_known.insert("session " + one.id);
                for (const auto& exercise : one.exercises) m_known.insert("exercise " + one.id + " " + exercise.id);
            }
        for (const auto& one : course.skills) m_known.insert("skill " + one.id);
        for (const auto& one : course.readiness) m_known.insert("criterion " + one.id);
        for (const auto& one : course.assessments) {
            m_known.insert("assessment " + one.id);
            for (const auto& item : one.items) m_known.insert("item " + one.id + " " + item.id);
        }
        for (const auto& one : course.chatReview.criteria) m_known.insert("chat " + one.id);
        return;
    }
}

/// One that another part has as well is still being written.
bool CourseEditor::isKnown(const Part& of, const std::string& id) const {
    const auto name = bookName(of.kind, of.id, id);
    if (name.empty() || !m_known.contains(name)) return false;
    return std::none_of(m_parts.begin(), m_parts.end(), [&](const Part& one) {
        return one.kind == of.kind && one.id != of.id && bookName(one.kind, one.id, valueAt(one.id + "/id")) == name;
    });
}

} // namespace fledgling::app
