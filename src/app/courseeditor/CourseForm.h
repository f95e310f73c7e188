#pragma once

#include "domain/Course.h"
#include "format/YamlEdit.h"

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fledgling::app {

/// A line of the editor's tree. Heads stand before the items of a list, which may be empty.
enum class EditorPartKind {
    Facts,
    DaysHead,
    Day,
    Session,
    ExercisesHead,
    Exercise,
    SkillsHead,
    Skill,
    CriteriaHead,
    Criterion,
    AssessmentsHead,
    Assessment,
    ItemsHead,
    Item,
    Chats,
    TiersHead,
    Tier,
    ChangesHead,
    Change,
    ChatCriteriaHead,
    ChatCriterion,
    Attendance,
    ConsequencesHead,
    Consequence,
    RulesHead,
    Rule
};
/// What stands in the list of a head; nothing for what is no head.
[[nodiscard]] std::optional<EditorPartKind> itemOf(EditorPartKind head);
/// There is one of it in every course.
[[nodiscard]] bool isSingle(EditorPartKind kind);
/// It has a Markdown file of its own in every language.
[[nodiscard]] bool hasText(EditorPartKind kind);

/// Which words a field is labelled with.
enum class EditorField {
    Title,
    Id,
    About,
    Posts,
    OnlyPosts, ///< none: all
    Morning,
    Afternoon,
    Week,
    MentoringDays,
    Log,
    Examine,
    ExamineEvery,
    When,
    SessionKind,
    Hours,
    Lecturer,
    Minutes,
    Films,
    Watch,
    Materials,
    Body,
    Need,
    Measure,
    AtLeast,
    Assessment,
    OnlySkills,
    AssessmentKind,
    Pass,
    Attempts,
    TimeLimit,
    Bank,
    Draw,
    Category,
    Scale,
    Critical,
    PerDay,
    FailsCostPoint,
    Points,
    FirstReply,
    AppealDays,
    AllKept,
    Below,
    Effect,
    ReadAgain,
    ReadAgainLate,
    Statuses,
    MakeUp,
    Mark,
    From,
    Cost
};

/// How a value is written: a line, some lines, a list of texts one a line, digits, one of some words, some of them
/// (joined by blanks), package paths one a line, Markdown.
enum class EditorInput { Line, Note, Lines, Number, Percent, Choice, Checks, Paths, Markdown };

/// How the ids of fields begin that say how many questions come from a category of the bank; its name follows.
inline constexpr const char* CATEGORY_FIELD = "topics#";

/// One key of a part of course.yaml.
struct FieldSpec {
    EditorField field;
    const char* key; ///< below the part; "hours/morning" for one in a map
    EditorInput input;
    bool localized = false;
    bool must = false;       ///< an empty value stays and is told, instead of the key being left out
    const char* usual = "";  ///< what holds when the key is absent
    bool inText = false;     ///< may stand in the front matter of the part's file
};
/// Those of course.yaml, in the order of the form. `sort`: what a criterion measures, which kind an assessment is.
[[nodiscard]] std::vector<FieldSpec> specsOf(EditorPartKind kind, const std::string& sort = {});

/// The words of a closed set a field offers, as course files write them; empty for ids and free text.
[[nodiscard]] std::vector<std::string> wordsOf(EditorField field);

/// Languages the program speaks: every course may be written in both.
[[nodiscard]] const std::vector<std::string>& programLanguages();

/// "days/0/sessions/1": its list and its place there, from 0.
struct PlaceInList {
    std::string list;
    std::size_t at = 0;
    [[nodiscard]] std::string id() const { return list + "/" + std::to_string(at); }
};
[[nodiscard]] PlaceInList placeOf(const std::string& item);

/// "a/b/0" as a path, and back.
[[nodiscard]] format::YamlPath pathOf(const std::string& text);
[[nodiscard]] std::string textOf(const format::YamlPath& path);

/// A text of a node that may be plain (in the course's own language) or by language.
[[nodiscard]] std::string localOf(const format::YamlNode* node, const std::string& language, const std::string& own);
/// The same node with another text in that language; an empty one goes. `must`: at least "" stays.
[[nodiscard]] std::optional<format::YamlNode> withLocal(const format::YamlNode* node, const std::string& language,
                                                        const std::string& own, const std::string& text, bool must);

} // namespace fledgling::app
