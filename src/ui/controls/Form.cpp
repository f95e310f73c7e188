#include "ui/controls/Form.h"

#include "ui/Look.h"
#include "ui/Named.h"
#include "ui/NativeTable.h"
#include "ui/Text.h"
#include "ui/controls/DateField.h"
#include "ui/controls/Paragraph.h"

#include <algorithm>
#include <wx/checklst.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/spinctrl.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace fledgling::ui {
namespace {

/// A column below which fields stand one under the other, and what words break into at least; in pixels of 96 dpi.
constexpr int NARROWEST = 240, NARROWEST_WORDS = 160;
/// The same in the system's letters, which may be large.
constexpr int COLUMN_CHARS = 34;

class Id : public wxClientData {
public:
    explicit Id(std::string id) : text(std::move(id)) {}
    std::string text;
};

const std::string& idAt(const wxItemContainer& list, unsigned at) {
    static const std::string none;
    const auto* id = dynamic_cast<Id*>(list.GetClientObject(at));
    return id ? id->text : none;
}

} // namespace

Form::Form(wxWindow* parent, int columns) : wxPanel(parent) {
    m_grid = new wxFlexGridSizer(columns, look::gap(this, 0.5), look::gap(this, 3));
    for (int i = 0; i < columns; ++i)
        m_grid->AddGrowableCol(static_cast<std::size_t>(i), 1);
    SetSizer(m_grid);
}

void Form::setColumns(int columns) {
    m_room = 0;
    const int were = m_grid->GetCols();
    for (int i = columns; i < were; ++i)
        m_grid->RemoveGrowableCol(static_cast<std::size_t>(i));
    m_grid->SetCols(columns);
    for (int i = were; i < columns; ++i)
        m_grid->AddGrowableCol(static_cast<std::size_t>(i), 1);
}

void Form::fitTo(int width, int most) {
    const int between = look::gap(this, 3), least = std::max(FromDIP(NARROWEST), COLUMN_CHARS * GetCharWidth());
    const int columns = std::clamp((width + between) / (least + between), 1, most);
    setColumns(columns);
    m_room = std::max(FromDIP(NARROWEST_WORDS), (width - between * (columns - 1)) / columns);
    for (auto& cell : m_cells) {
        cell.above->SetLabel(wrapped(cell.above, cell.label, m_room));
        cell.error->SetLabel(wrapped(cell.error, cell.wrong, m_room));
        // What a list's longest word asks for mustn't push the field over the edge.
        const int wants = std::max(cell.wants, cell.field->GetEffectiveMinSize().x);
        if (wants <= m_room && cell.wants == 0) continue;
        cell.wants = wants;
        cell.field->SetMinSize(wxSize(std::min(wants, m_room), cell.field->GetMinSize().y));
    }
    levelLabels();
}

/// Fields beside each other stand at the same height, each right below its label.
void Form::levelLabels() {
    const auto columns = static_cast<std::size_t>(m_grid->GetCols());
    for (std::size_t first = 0; first < m_cells.size(); first += columns) {
        const auto end = std::min(first + columns, m_cells.size());
        int highest = 0;
        for (auto at = first; at < end; ++at)
            highest = std::max(highest, m_cells[at].above->GetBestSize().y);
        for (auto at = first; at < end; ++at)
            m_cells[at].air->AssignSpacer(0, highest - m_cells[at].above->GetBestSize().y);
    }
}

Form::Cell* Form::cellOf(const wxWindow* field) {
    const auto at = std::find_if(m_cells.begin(), m_cells.end(), [field](const Cell& cell) { return cell.field == field; });
    return at == m_cells.end() ? nullptr : &*at;
}

void Form::addField(const wxString& label, wxWindow* field, bool grows) {
    auto* cell = new wxBoxSizer(wxVERTICAL);
    auto* air = cell->AddSpacer(0);
    auto* above = look::label(this, label, look::Type::Small, true);
    // The label stands before its field in the tab order, where screen readers look for it.
    above->MoveBeforeInTabOrder(field);
    cell->Add(above, wxSizerFlags().Border(wxBOTTOM, look::gap(this, 0.5)));
    auto* error = look::label(this, {}, look::Type::Small);
    error->SetForegroundColour(look::colour(look::State::Missing));
    cell->Add(field, wxSizerFlags(grows ? 1 : 0).Expand());
    // Below what grows it would stand far from what is wrong.
    cell->Insert(grows ? 2 : 3, error, wxSizerFlags().Expand().Border(grows ? wxBOTTOM : wxTOP, look::gap(this, 0.25)));
    m_cells.push_back({field, air, above, label, error, {}, {}, 0, false});
    m_grid->Add(cell, wxSizerFlags(1).Expand());
    if (grows) {
        const auto row = (m_grid->GetItemCount() - 1) / static_cast<std::size_t>(m_grid->GetCols());
        if (!m_grid->IsRowGrowable(row)) m_grid->AddGrowableRow(row, 1);
    }
    const auto tell = [this, field](wxEvent& event) {
        event.Skip();
        changed(field);
    };
    field->Bind(wxEVT_TEXT, tell);
    field->Bind(wxEVT_CHOICE, tell);
    field->Bind(wxEVT_CHECKLISTBOX, tell);
    field->Bind(wxEVT_SPINCTRL, tell);
}

/// What was said of its former value holds no more.
void Form::changed(const wxWindow* field) {
    if (auto* cell = cellOf(field); cell && cell->refused) {
        clear(*cell);
        Layout();
    }
    if (onChanged) onChanged();
}

void Form::clear(Cell& cell) {
    if (!cell.wrong.empty()) native::describe(cell.field, cell.hint);
    cell.wrong.clear();
    cell.refused = false;
    cell.error->SetLabel({});
}

wxTextCtrl* Form::addText(const wxString& label, const wxString& value, const wxString& hint) {
    auto* field = named(new wxTextCtrl(this, wxID_ANY, value), label, hint);
    if (!hint.empty()) field->SetHint(hint);
    look::levelField(field);
    addField(label, field);
    m_cells.back().hint = hint;
    return field;
}

wxTextCtrl* Form::addNote(const wxString& label, const wxString& value, int lines) {
    auto* field =
        named(new wxTextCtrl(this, wxID_ANY, value, wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE), label);
    field->SetMinSize(wxSize(FromDIP(NARROWEST), (field->GetCharHeight() + 2) * lines + look::gap(this, 2)));
    native::setTextAir(field, look::gap(this, 0.75), look::gap(this, 0.5));
    // Tab goes on to the next field; text of this kind has no use for it.
    field->Bind(wxEVT_CHAR_HOOK, [field](wxKeyEvent& event) {
        if (event.GetKeyCode() != WXK_TAB || event.ControlDown())
            event.Skip();
        else
            field->Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward
                                              : wxNavigationKeyEvent::IsForward);
    });
    addField(label, field);
    return field;
}

wxChoice* Form::addChoice(const wxString& label, const std::vector<Option>& options,
                          const std::string& chosenId) {
    auto* field = named(new wxChoice(this, wxID_ANY), label);
    setOptions(field, options, chosenId);
    addField(label, field);
    return field;
}

wxCheckListBox* Form::addChecks(const wxString& label, const std::vector<Option>& options,
                                const std::vector<std::string>& chosenIds) {
    auto* field = named(new wxCheckListBox(this, wxID_ANY), label);
    int widest = 0;
    for (const auto& option : options) {
        widest = std::max(widest, field->GetTextExtent(option.words).x);
        const int at = field->Append(option.words, new Id(option.id));
        field->Check(static_cast<unsigned>(at),
                     std::find(chosenIds.begin(), chosenIds.end(), option.id) != chosenIds.end());
    }
    const int lines = std::clamp(static_cast<int>(options.size()), 2, 7); // a week
    // Its words whole, with the box before them and the list's edges.
    field->SetMinSize(wxSize(widest + FromDIP(38), lines * (field->GetCharHeight() + look::gap(this, 1.25))));
    // The toolkit's list keeps Enter to itself, with Ctrl too: the form it stands in goes by that key.
    field->Bind(wxEVT_LISTBOX_DCLICK, [this](wxCommandEvent&) {
        if (!native::byControlKey()) return;
        wxKeyEvent key(wxEVT_CHAR_HOOK);
        key.m_keyCode = WXK_RETURN;
        key.SetControlDown(true);
        key.SetEventObject(this);
        CallAfter([this, key]() mutable { ProcessWindowEvent(key); });
    });
    addField(label, field);
    return field;
}

wxSpinCtrl* Form::addNumber(const wxString& label, int value, int lowest, int highest) {
    auto* field = named(new wxSpinCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxSP_ARROW_KEYS,
                                       lowest, highest, value),
                        label);
    look::holdText(field);
    addField(label, field);
    return field;
}

DateField* Form::addDate(const wxString& label, std::optional<domain::Date> value, bool mayBeEmpty) {
    auto* field = new DateField(this, label, value, mayBeEmpty);
    addField(label, field);
    field->onChanged = [this, field] { changed(field); };
    return field;
}

std::string Form::chosen(const wxChoice* choice) {
    const int at = choice->GetSelection();
    return at == wxNOT_FOUND ? std::string() : idAt(*choice, static_cast<unsigned>(at));
}

std::vector<std::string> Form::chosen(const wxCheckListBox* checks) {
    std::vector<std::string> ids;
    for (unsigned i = 0; i < checks->GetCount(); ++i)
        if (checks->IsChecked(i)) ids.push_back(idAt(*checks, i));
    return ids;
}

void Form::setOptions(wxChoice* choice, const std::vector<Option>& options, const std::string& id) {
    native::refill(choice, [&] {
        choice->Clear();
        for (const auto& option : options)
            choice->Append(option.words, new Id(option.id));
    });
    choose(choice, id);
}

void Form::choose(wxChoice* choice, const std::string& id) {
    for (unsigned i = 0; i < choice->GetCount(); ++i)
        if (idAt(*choice, i) == id) return choice->SetSelection(static_cast<int>(i));
    choice->SetSelection(wxNOT_FOUND);
}

void Form::tell(wxWindow* field, look::State state, const wxString& sentence) {
    auto* cell = cellOf(field);
    if (!cell) return;
    cell->wrong = look::signed_(state, sentence);
    cell->refused = false;
    cell->error->SetForegroundColour(look::colour(state));
    const int room = m_room > 0 ? m_room : std::max(FromDIP(NARROWEST_WORDS), field->GetSize().x);
    cell->error->SetLabel(wrapped(cell->error, cell->wrong, room));
    native::describe(field, sentence);
    Layout();
    if (auto* parent = GetParent()) parent->Layout();
}

void Form::showError(wxWindow* field, const wxString& sentence) {
    tell(field, look::State::Missing, sentence);
    if (auto* cell = cellOf(field)) {
        cell->refused = true;
        field->SetFocus();
    }
}

void Form::clearErrors() {
    for (auto& cell : m_cells)
        clear(cell);
    Layout();
}

} // namespace fledgling::ui
