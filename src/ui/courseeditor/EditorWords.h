#pragma once

#include "app/courseeditor/CourseEditor.h"
#include "ui/Look.h"

#include <wx/string.h>

/// The words of the course editor.
namespace fledgling::ui::editor {

/// "Title · English": what a field is labelled with; the language where the course has several.
[[nodiscard]] wxString label(const app::CourseEditor::Field& field, bool severalLanguages);
/// "中文", "English"; the tag of any other language.
[[nodiscard]] wxString languageName(const std::string& tag);
/// A word of a closed set, or what an id stands for.
[[nodiscard]] wxString optionWords(app::EditorField field, const app::CourseEditor::Option& option);
/// As the tree and headings name a part.
[[nodiscard]] wxString partTitle(const app::CourseEditor::Part& part);
/// What stands in place of a form where a list is only headed.
[[nodiscard]] wxString headText(app::EditorPartKind kind);
/// What is wrong, said under a field.
[[nodiscard]] wxString findingWords(const format::Problem& problem);
[[nodiscard]] look::State stateOf(format::Severity severity);
/// "session Day 1 morning changed".
[[nodiscard]] wxString differenceWords(const app::CourseDifference& difference);
/// That the course has a new version, and who takes it.
[[nodiscard]] wxString keptWords(const std::string& version);

} // namespace fledgling::ui::editor
