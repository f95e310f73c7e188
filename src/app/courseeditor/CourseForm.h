#pragma once

#include "domain/Course.h"
#include "format/YamlEdit.h"

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
    SkillsHead,
    Skill,
    CriteriaHead,
    Criterion,
    AssessmentsHead,
    Assessment,
    Chats,
    TiersHead,
    Tier,
    ChatCriteriaHead,
    ChatCriterion,
    Attendance,
    ConsequencesHead,
    Consequence
};

/// Which words a field is labelled with.
enum class EditorField {
    Title,
    Id,
    About,
    Posts,
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
    Materials,
    Body,
    Need,
    Measure,
    AtLeast,
    Assessment,
    OnlySkills,
    Pass,
    Attempts,
    TimeLimit,
    Draw,
    PerDay,
    FailsCostPoint,
    Points,
    FirstReply,
    AppealDays,
    AllKept,
    Below,
    Effect,
    ReadAgain,
    Statuses,
    MakeUp,
    Mark,
    From,
    Cost
};

/// How a value is written: a line, some lines, digits, one of some words, some of them (joined by blanks), package
/// paths one a line, Markdown.
enum class EditorInput { Line, Note, Number, Percent, Choice, Checks, Paths, Markdown };

/// One key of a part of course.yaml.
struct FieldSpec {
    EditorField field;
    const char* key; ///< below the part; "hours/morning" for one in a map
    EditorInput input;
    bool localized = false;
    bool must = false;       ///< an empty value stays and is told, instead of the key being left out
    const char* usual = "";  ///< what holds when the key is absent
    bool inText = false;     ///< a session's: may stand in the front matter of its file
};
/// Those of course.yaml, in the order of the form; a criterion's depend on what it measures.
[[nodiscard]] std::vector<FieldSpec> specsOf(EditorPartKind kind, const std::string& measure = {});

/// The words of a closed set a field offers, as course files write them; empty for ids and free text.
[[nodiscard]] std::vector<std::string> wordsOf(EditorField field);

/// "a/b/0" as a path, and back.
[[nodiscard]] format::YamlPath pathOf(const std::string& text);
[[nodiscard]] std::string textOf(const format::YamlPath& path);

/// A text of a node that may be plain (in the course's own language) or by language.
[[nodiscard]] std::string localOf(const format::YamlNode* node, const std::string& language, const std::string& own);
/// The same node with another text in that language; an empty one goes. `must`: at least "" stays.
[[nodiscard]] std::optional<format::YamlNode> withLocal(const format::YamlNode* node, const std::string& language,
                                                        const std::string& own, const std::string& text, bool must);

} // namespace fledgling::app
