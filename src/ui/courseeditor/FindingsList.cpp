#include "ui/courseeditor/FindingsList.h"

#include "app/courseeditor/CourseEditor.h"
#include "ui/Text.h"
#include "ui/courseeditor/EditorWords.h"

#include <algorithm>
#include <wx/intl.h>

namespace fledgling::ui {
namespace {

/// A value that is missing says nothing by itself: its field is named.
wxString wordsInField(const app::CourseEditor& editor, const app::CourseEditor::Finding& finding) {
    using enum format::ProblemKind;
    const auto words = editor::findingWords(finding.problem);
    const auto kind = finding.problem.kind;
    if (!editor.part(finding.part) || (kind != NoValue && kind != KeyMissing && kind != TitleMissing && kind != LanguageMissing)) return words;
    const auto fields = editor.fields(finding.part);
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const auto& one) { return one.id == finding.field; });
    return found == fields.end() ? words : labelled(editor::label(*found, editor.languages().size() > 1), words);
}

} // namespace

FindingsList::FindingsList(wxWindow* parent)
    : Table(parent, _("What is wrong"),
            {{.title = _("where"), .sortable = false},
             {.title = _("what is wrong, and what to write instead"), .sortable = false, .stretches = true}}) {
    shareWidth();
    SetMinSize(FromDIP(wxSize(-1, 96)));
}

bool FindingsList::draw(const app::CourseEditor& editor) {
    std::vector<Row> rows;
    m_errors = 0;
    for (const auto& one : editor.findings()) {
        const auto* part = editor.part(one.part);
        wxString place = part ? editor::partTitle(*part) : u8(one.problem.file);
        if (!part && one.problem.line > 0) place += wxString::Format(":%d", one.problem.line);
        m_errors += one.severity() == format::Severity::Error ? 1 : 0;
        rows.push_back({std::to_string(rows.size()),
                        {{.text = place, .state = editor::stateOf(one.severity())}, {wordsInField(editor, one)}}});
    }
    const bool any = !rows.empty();
    set(std::move(rows));
    if (IsShown() == any) return false;
    Show(any);
    return true;
}

} // namespace fledgling::ui
