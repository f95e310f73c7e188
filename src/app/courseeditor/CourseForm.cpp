#include "app/courseeditor/CourseForm.h"

#include "domain/Attendance.h"
#include "domain/Text.h"

namespace fledgling::app {

using namespace domain;
using format::YamlNode;
using Input = EditorInput;

namespace {

template <class Enum>
std::vector<std::string> keysOf(std::initializer_list<Enum> all) {
    std::vector<std::string> keys;
    for (const auto one : all)
        keys.emplace_back(keyOf(one));
    return keys;
}

std::vector<FieldSpec> criterionSpecs(const std::string& measure) {
    using enum EditorField;
    std::vector<FieldSpec> specs{{Title, "title", Input::Line, true},
                                 {Id, "id", Input::Line, false, true},
                                 {Measure, "measure", Input::Choice, false, true}};
    const auto of = measureOf(measure);
    if (of == domain::Measure::AssessmentPassed)
        specs.push_back({EditorField::Assessment, "assessment", Input::Choice, false, true});
    else if (of && isPercent(*of))
        specs.push_back({AtLeast, "at_least", Input::Percent, false, true, "100%"});
    else if (of && *of != domain::Measure::MentorAssigned)
        specs.push_back({AtLeast, "at_least", Input::Number, false, true});
    specs.push_back({OnlyPosts, "posts", Input::Checks});
    if (of == domain::Measure::SkillsSigned) specs.push_back({OnlySkills, "skills", Input::Checks});
    return specs;
}

std::vector<FieldSpec> factsSpecs() {
    using enum EditorField;
    // Fields often stand two and two: those that belong together and are about as high make a row.
    return {{Title, "title", Input::Line, true, true},
            {Morning, "hours/morning", Input::Line, false, true, "07:00-11:30"},
            {Afternoon, "hours/afternoon", Input::Line, false, true, "13:00-16:00"},
            {Posts, "posts", Input::Checks, false, true, "agent complaint order"},
            {Week, "working_week", Input::Checks, false, true, "mon tue wed thu fri"},
            {MentoringDays, "mentoring/days", Input::Number, false, true, "10"},
            {Log, "mentoring/log", Input::Choice, false, true, "daily"},
            {Examine, "mentoring/examine", Input::Checks},
            {ExamineEvery, "mentoring/examine_every_days", Input::Number, false, true, "180"},
            {Id, "id", Input::Line, false, true}};
}

std::vector<FieldSpec> sessionSpecs() {
    using enum EditorField;
    return {{Title, "title", Input::Line, true, false, "", true},
            {When, "when", Input::Choice, false, true},
            {EditorField::SessionKind, "kind", Input::Choice, false, true, "classroom"},
            {EditorField::Hours, "hours", Input::Line},
            {EditorField::Minutes, "minutes", Input::Number, false, false, "", true},
            {Lecturer, "lecturer", Input::Line, true, false, "", true},
            {Films, "films", Input::Paths, false, false, "", true},
            {Materials, "materials", Input::Paths, false, false, "", true},
            {Watch, "watch", Input::Percent, false, false, "", true},
            {Id, "id", Input::Line, false, true}};
}

std::vector<FieldSpec> assessmentSpecs(const std::string& sort) {
    using enum EditorField;
    std::vector<FieldSpec> specs{{Title, "title", Input::Line, true},
                                 {EditorField::AssessmentKind, "kind", Input::Choice, false, true},
                                 {Id, "id", Input::Line, false, true},
                                 {Pass, "pass", Input::Percent, false, true, "80%"},
                                 {Attempts, "attempts", Input::Number, false, true, "1"},
                                 {TimeLimit, "minutes", Input::Number, false, true, "0"}};
    const auto kind = assessmentKindOf(sort);
    if (kind == domain::AssessmentKind::Quiz) {
        specs.push_back({Bank, "bank", Input::Choice, false, true});
        specs.push_back({Draw, "draw", Input::Number, false, true, "0"});
    } else if (kind == domain::AssessmentKind::Practical) {
        specs.push_back({Scale, "scale", Input::Lines, true, true});
        specs.push_back({Critical, "critical", Input::Checks});
    }
    return specs;
}

/// Of the points; in a later change what is left empty stays as it was.
std::vector<FieldSpec> pointSpecs(bool later) {
    using enum EditorField;
    const auto usual = [later](const char* words) { return later ? "" : words; };
    std::vector<FieldSpec> specs{{PerDay, "per_day", Input::Number, false, !later, usual("20")},
                                 {FailsCostPoint, "fails_cost_point", Input::Number, false, !later, usual("4")},
                                 {Points, "points", Input::Number, false, !later, usual("26")},
                                 {FirstReply, "first_reply_seconds", Input::Number, false, !later, usual("60")},
                                 {AppealDays, "appeal_days", Input::Number, false, !later, usual("5")},
                                 {AllKept, "all_kept", Input::Line, true}};
    if (!later) specs.push_back({ReadAgainLate, "first_reply_session", Input::Choice});
    if (later) specs.insert(specs.begin(), {From, "from", Input::Line, false, true});
    return specs;
}

} // namespace

std::optional<EditorPartKind> itemOf(EditorPartKind head) {
    switch (head) {
    case EditorPartKind::DaysHead: return EditorPartKind::Day;
    case EditorPartKind::ExercisesHead: return EditorPartKind::Exercise;
    case EditorPartKind::SkillsHead: return EditorPartKind::Skill;
    case EditorPartKind::CriteriaHead: return EditorPartKind::Criterion;
    case EditorPartKind::AssessmentsHead: return EditorPartKind::Assessment;
    case EditorPartKind::ItemsHead: return EditorPartKind::Item;
    case EditorPartKind::TiersHead: return EditorPartKind::Tier;
    case EditorPartKind::ChangesHead: return EditorPartKind::Change;
    case EditorPartKind::ChatCriteriaHead: return EditorPartKind::ChatCriterion;
    case EditorPartKind::ConsequencesHead: return EditorPartKind::Consequence;
    case EditorPartKind::RulesHead: return EditorPartKind::Rule;
    default: return std::nullopt;
    }
}

bool isSingle(EditorPartKind kind) {
    return kind == EditorPartKind::Facts || kind == EditorPartKind::Chats || kind == EditorPartKind::Attendance;
}

bool hasText(EditorPartKind kind) { return kind == EditorPartKind::Session || kind == EditorPartKind::Rule; }

std::vector<FieldSpec> specsOf(EditorPartKind kind, const std::string& sort) {
    using enum EditorField;
    switch (kind) {
    case EditorPartKind::Facts: return factsSpecs();
    case EditorPartKind::Day: return {{Title, "title", Input::Line, true}};
    case EditorPartKind::Session: return sessionSpecs();
    case EditorPartKind::Skill:
        return {{Title, "title", Input::Line, true, true},
                {About, "about", Input::Note, true},
                {Id, "id", Input::Line, false, true},
                {Need, "need", Input::Choice, false, true, "alone"},
                {OnlyPosts, "posts", Input::Checks}};
    case EditorPartKind::Criterion: return criterionSpecs(sort);
    case EditorPartKind::Exercise:
    case EditorPartKind::Item:
        return {{Title, "title", Input::Line, true, true}, {Id, "id", Input::Line, false, true}};
    case EditorPartKind::Assessment: return assessmentSpecs(sort);
    case EditorPartKind::Chats: return pointSpecs(false);
    case EditorPartKind::Change: return pointSpecs(true);
    case EditorPartKind::Tier:
        return {{Below, "below", Input::Number, false, true}, {Effect, "effect", Input::Line, true, true}};
    case EditorPartKind::ChatCriterion:
        return {{Title, "title", Input::Line, true, true},
                {About, "about", Input::Note, true},
                {Id, "id", Input::Line, false, true},
                {ReadAgain, "session", Input::Choice}};
    case EditorPartKind::Attendance:
        return {{MakeUp, "make_up", Input::Choice, false, true, "required"},
                {Statuses, "statuses", Input::Checks, false, true, "present late left-early leave absent"}};
    case EditorPartKind::Consequence:
        return {{EditorField::Mark, "status", Input::Choice, false, true},
                {From, "from", Input::Line, false, true},
                {Cost, "text", Input::Line, true, true}};
    case EditorPartKind::Rule: return {{Title, "title", Input::Line, true, false, "", true}};
    default: return {};
    }
}

std::vector<std::string> wordsOf(EditorField field) {
    using enum EditorField;
    using enum domain::Measure;
    switch (field) {
    case Posts:
    case OnlyPosts: return keysOf({Post::Agent, Post::Complaint, Post::Order});
    case Week:
        return keysOf({Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun});
    case Log: return {"daily", "none"};
    case When: return keysOf({HalfDay::Morning, HalfDay::Afternoon});
    case EditorField::SessionKind:
        return keysOf({domain::SessionKind::Classroom, domain::SessionKind::Shadowing,
                       domain::SessionKind::Demonstration, domain::SessionKind::Assessment});
    case Need: return keysOf({SkillLevel::Shown, SkillLevel::Helped, SkillLevel::Alone});
    case EditorField::Measure:
        return keysOf({SessionsDone, SkillsSigned, DaysMentored, RulesAcknowledged, MentorAssigned, AssessmentPassed,
                       ChatPoints, ChatDaysReviewed, EvidenceGiven});
    case EditorField::AssessmentKind:
        return keysOf({domain::AssessmentKind::Quiz, domain::AssessmentKind::Practical});
    case EditorField::Mark:
    case Statuses:
        return keysOf({MarkKind::Present, MarkKind::Late, MarkKind::LeftEarly, MarkKind::OnLeave, MarkKind::Absent});
    case MakeUp: return {"required", "optional"};
    default: return {};
    }
}

const std::vector<std::string>& programLanguages() {
    static const std::vector<std::string> languages{"zh-CN", "en"};
    return languages;
}

PlaceInList placeOf(const std::string& item) {
    const auto slash = item.rfind('/');
    return {item.substr(0, slash), static_cast<std::size_t>(std::stoul(item.substr(slash + 1)))};
}

format::YamlPath pathOf(const std::string& text) { return split(text, '/'); }
std::string textOf(const format::YamlPath& path) { return joined(path, "/"); }

std::string localOf(const YamlNode* node, const std::string& language, const std::string& own) {
    if (!node) return {};
    if (node->kind == YamlNode::Kind::Text) return language == own ? trimmed(node->text) : std::string();
    const auto* text = format::yamlAt(*node, {language});
    return text ? trimmed(text->text) : std::string();
}

std::optional<YamlNode> withLocal(const YamlNode* node, const std::string& language, const std::string& own,
                                  const std::string& text, bool must) {
    const bool plain = !node || node->kind == YamlNode::Kind::Text;
    const std::string kept = plain ? localOf(node, own, own) : std::string();
    if (plain && language == own)
        return text.empty() && !must ? std::nullopt : std::optional(format::yamlText(text));
    YamlNode map = format::yamlMap({});
    if (!plain) map = *node;
    if (plain && !kept.empty()) map.entries.push_back({own, 0, 0, format::yamlText(kept)});
    std::erase_if(map.entries, [&](const auto& one) { return text.empty() && one.key == language; });
    bool there = false;
    for (auto& entry : map.entries)
        if (entry.key == language) {
            entry.value = format::yamlText(text);
            there = true;
        }
    if (!there && !text.empty()) map.entries.push_back({language, 0, 0, format::yamlText(text)});
    if (!map.entries.empty()) return map;
    return must ? std::optional(format::yamlText("")) : std::nullopt;
}

} // namespace fledgling::app
