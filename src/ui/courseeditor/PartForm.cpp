#include "ui/courseeditor/PartForm.h"

#include "domain/Text.h"
#include "ui/Look.h"
#include "ui/Named.h"
#include "ui/Text.h"
#include "ui/controls/Form.h"
#include "ui/courseeditor/EditorWords.h"

#include <algorithm>
#include <wx/checklst.h>
#include <wx/choice.h>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace fledgling::ui {

using app::EditorInput;

namespace {

std::vector<Form::Option> optionsOf(const PartForm::Field& field) {
    std::vector<Form::Option> options;
    for (const auto& one : field.options)
        options.push_back({one.key, editor::optionWords(field.field, one)});
    return options;
}

std::string textIn(const wxTextCtrl* text) { return utf8(text->GetValue()); }

} // namespace

PartForm::PartForm(wxWindow* parent) : wxScrolledWindow(parent, wxID_ANY) {
    named(this, _("Fields"));
    // Sidewise only where letters are so large that not even a narrow field has room.
    SetScrollRate(look::gap(this), look::gap(this));
    SetSizer(new wxBoxSizer(wxVERTICAL));
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        CallAfter([this] { arrange(); });
    });
}

void PartForm::changed(const std::string& field, const std::string& value) {
    for (auto& one : m_fields)
        if (one.id == field) one.value = value;
    if (!m_setting && onChanged) onChanged(field, value);
}

void PartForm::bindText(wxTextCtrl* text, const std::string& id) {
    text->Bind(wxEVT_TEXT, [this, text, id](wxCommandEvent& event) {
        event.Skip();
        changed(id, textIn(text));
    });
    m_windows[id] = text;
}

void PartForm::addText(const Field& field, const wxString& label) {
    constexpr int NOTE_LINES = 3, PATH_LINES = 2;
    const bool paths = field.input == EditorInput::Paths;
    const bool lines = paths || field.input == EditorInput::Note || field.input == EditorInput::Lines;
    auto* text = lines ? m_form->addNote(label, u8(field.value), paths ? PATH_LINES : NOTE_LINES)
                       : m_form->addText(label, u8(field.value));
    text->SetEditable(!field.locked);
    if (field.locked) text->SetToolTip(_("The book keeps records under this id: it stays."));
    bindText(text, field.id);
}

void PartForm::addField(const Field& field, bool several) {
    const auto label = editor::label(field, several);
    if (field.input == EditorInput::Choice) {
        auto* choice = m_form->addChoice(label, optionsOf(field), field.value);
        native::letShrink(choice);
        choice->SetMinSize(wxSize(FromDIP(160), -1)); // the widest option, a session's title, is no measure
        choice->Enable(!field.locked);
        if (field.locked) choice->SetToolTip(_("The book keeps results of it: it stays what it is."));
        choice->Bind(wxEVT_CHOICE, [this, choice, id = field.id](wxCommandEvent& event) {
            event.Skip();
            changed(id, Form::chosen(choice));
        });
        m_windows[field.id] = choice;
    } else if (field.input == EditorInput::Checks) {
        auto* checks = m_form->addChecks(label, optionsOf(field), domain::split(field.value, ' '));
        checks->Bind(wxEVT_CHECKLISTBOX, [this, checks, id = field.id](wxCommandEvent& event) {
            event.Skip();
            changed(id, domain::joined(Form::chosen(checks), " "));
        });
        m_windows[field.id] = checks;
    } else {
        addText(field, label);
    }
}

bool PartForm::shows(const std::vector<Field>& fields) const {
    return std::equal(fields.begin(), fields.end(), m_fields.begin(), m_fields.end(), [](const Field& a, const Field& b) {
        return a.id == b.id && a.input == b.input && a.locked == b.locked &&
               std::equal(a.options.begin(), a.options.end(), b.options.begin(), b.options.end(),
                          [](const auto& one, const auto& other) { return one.key == other.key; });
    });
}

void PartForm::show(const std::vector<Field>& fields, bool several) {
    Freeze();
    m_fields = fields;
    m_windows.clear();
    DestroyChildren();
    m_form = new Form(this, 2);
    for (const auto& field : fields)
        addField(field, several);
    GetSizer()->Clear();
    GetSizer()->Add(m_form, wxSizerFlags().Expand().Border(wxRIGHT, look::gap(this)));
    Scroll(0, 0);
    arrange();
    Thaw();
}

void PartForm::setValues(const std::vector<Field>& fields) {
    m_setting = true;
    for (const auto& field : fields) {
        const auto at = m_windows.find(field.id);
        if (at == m_windows.end()) continue;
        if (auto* text = dynamic_cast<wxTextCtrl*>(at->second); text && textIn(text) != field.value)
            text->ChangeValue(u8(field.value));
        if (auto* choice = dynamic_cast<wxChoice*>(at->second)) Form::choose(choice, field.value);
        if (auto* checks = dynamic_cast<wxCheckListBox*>(at->second)) {
            const auto words = domain::split(field.value, ' ');
            for (unsigned i = 0; i < checks->GetCount() && i < field.options.size(); ++i)
                checks->Check(i, std::find(words.begin(), words.end(), field.options[i].key) != words.end());
        }
    }
    m_fields = fields;
    m_setting = false;
}

void PartForm::tell(const std::vector<app::CourseEditor::Finding>& findings) {
    if (!m_form) return;
    Freeze();
    m_form->clearErrors();
    std::vector<std::string> told;
    for (const auto& one : findings) {
        const auto at = m_windows.find(one.field);
        if (at == m_windows.end() || std::find(told.begin(), told.end(), one.field) != told.end()) continue;
        told.push_back(one.field);
        m_form->tell(at->second, editor::stateOf(one.severity()), editor::findingWords(one.problem));
    }
    fit();
    Thaw();
}

/// Fields stand in two columns where both have room.
void PartForm::arrange() {
    if (!m_form) return;
    m_form->fitTo(GetClientSize().x - look::gap(this), 2);
    fit();
}

void PartForm::fit() {
    m_form->Layout();
    FitInside();
    Layout();
}

bool PartForm::focus(const std::string& field) {
    const auto at = m_windows.find(field);
    if (at == m_windows.end()) return false;
    at->second->SetFocus();
    return true;
}

void PartForm::focusFirst() {
    if (!m_fields.empty()) focus(m_fields.front().id);
}

} // namespace fledgling::ui
