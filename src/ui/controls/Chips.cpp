#include "ui/controls/Chips.h"

#include "ui/Look.h"
#include "ui/Named.h"
#include "ui/Text.h"
#include "ui/controls/FlowSizer.h"

#include <algorithm>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>
#include <wx/tglbtn.h>

namespace fledgling::ui {
namespace {

int indexOf(const std::vector<Chips::Option>& options, const std::string& id) {
    const auto at =
        std::find_if(options.begin(), options.end(), [&](const auto& one) { return one.id == id; });
    return at == options.end() ? wxNOT_FOUND : static_cast<int>(at - options.begin());
}

/// The ids ride beside the words, so that a list may hold two options of the same words.
class Ids : public wxClientData {
public:
    explicit Ids(std::string id) : m_id(std::move(id)) {}
    [[nodiscard]] const std::string& id() const { return m_id; }

private:
    std::string m_id;
};

} // namespace

Chips::Chips(wxWindow* parent) : wxPanel(parent), m_row(new FlowSizer(look::gap(parent, 0.5))) {
    m_note = look::label(this, {}, look::Type::Small, true);
    m_row->AddStretchSpacer();
    m_row->Add(m_note, wxSizerFlags().CentreVertical());
    SetSizer(m_row);
}

/// Other words may take another number of lines.
void Chips::fit() {
    Layout();
    if (GetSize().y != GetBestSize().y) GetParent()->Layout();
}

void Chips::add(wxWindow* window, int space, bool withPrevious) {
    // Before the stretch and the note, which always end the row.
    const std::size_t at = m_row->GetItemCount() - 2;
    m_row->Insert(at, window, wxSizerFlags().CentreVertical().Border(wxRIGHT, look::gap(this, space)));
    m_row->keepWithPrevious(window, withPrevious);
    window->MoveBeforeInTabOrder(m_note);
}

namespace {

/// As wide as it takes with its words in bold, which they are while it is on: it is measured while they aren't.
void fitChip(wxToggleButton* chip, const wxString& words) {
    int bold = 0;
    const wxFont strong = chip->GetFont().Bold();
    chip->GetTextExtent(words, &bold, nullptr, nullptr, nullptr, &strong);
    chip->SetMinSize(wxDefaultSize); // the least width it has counts as one it would like
    chip->InvalidateBestSize();
    const wxSize best = chip->GetBestSize();
    chip->SetMinSize(wxSize(best.x + std::max(0, bold - chip->GetTextExtent(words).x), -1));
}

} // namespace

wxToggleButton* Chips::addChip(const wxString& words, bool on, int space, bool withPrevious) {
    auto* chip = new wxToggleButton(this, wxID_ANY, words, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
    native::setStyle(chip, "chip");
    fitChip(chip, words);
    chip->SetValue(on);
    add(chip, space, withPrevious);
    return chip;
}

Chips::Chosen Chips::addOneOf(const wxString& name, const std::vector<Option>& options,
                              const std::string& chosen, Chosen onChosen) {
    auto buttons = std::make_shared<std::vector<wxToggleButton*>>();
    for (const auto& option : options) {
        auto* button = named(addChip(option.words, option.id == chosen, &option == &options.back() ? 2 : 0, !buttons->empty()),
                             labelled(name, option.words));
        buttons->push_back(button);
        button->Bind(wxEVT_TOGGLEBUTTON, [buttons, button, id = option.id, onChosen](wxCommandEvent&) {
            for (auto* one : *buttons)
                one->SetValue(one == button);
            onChosen(id);
        });
    }
    return [buttons, options](const std::string& id) {
        for (std::size_t i = 0; i < options.size(); ++i)
            (*buttons)[i]->SetValue(options[i].id == id);
    };
}

wxChoice* Chips::addPick(const wxString& name, const std::vector<Option>& options, const std::string& chosen,
                         Chosen onChosen) {
    add(look::label(this, name, look::Type::Body, true));
    auto* pick = named(new wxChoice(this, wxID_ANY), name);
    setOptions(pick, options, chosen);
    add(pick, 2, true);
    pick->Bind(wxEVT_CHOICE, [pick, onChosen](wxCommandEvent&) {
        if (const auto* data =
                dynamic_cast<Ids*>(pick->GetClientObject(static_cast<unsigned>(pick->GetSelection()))))
            onChosen(std::string(data->id()));
    });
    return pick;
}

void Chips::setOptions(wxChoice* pick, const std::vector<Option>& options, const std::string& chosen) {
    native::refill(pick, [&] {
        pick->Clear();
        for (const auto& option : options)
            pick->Append(option.words, new Ids(option.id));
    });
    pick->SetSelection(indexOf(options, chosen));
    if (pick == m_held) fitHeld();
    fit();
}

void Chips::holdInRow(wxChoice* pick) {
    m_held = pick;
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        CallAfter([this] { fitHeld(); });
    });
}

void Chips::fitHeld() {
    const int before = m_held->GetPrevSibling()->GetBestSize().x + look::gap(this, 4); // its name, and the air of both
    const int room = GetClientSize().x - before;
    if (room < FromDIP(100)) return; // not placed yet
    // The least width it has counts as one it would like.
    const int was = m_held->GetMinSize().x;
    m_held->SetMinSize(wxDefaultSize);
    m_held->InvalidateBestSize();
    const int width = std::min(m_held->GetBestSize().x, room);
    m_held->SetMinSize(wxSize(width, -1));
    if (width != was) fit();
}

wxToggleButton* Chips::addToggle(const wxString& words, bool on, std::function<void(bool)> onChanged, const wxString& key) {
    auto* button = named(addChip(words, on, 1), words, key);
    if (!key.empty()) {
        button->SetLabelMarkup(wxControl::EscapeMnemonics(words) + "  <small>" + key + "</small>");
        button->SetMinSize(button->GetMinSize() + wxSize(button->GetTextExtent("  " + key).x, 0));
    }
    button->Bind(wxEVT_TOGGLEBUTTON, [button, onChanged](wxCommandEvent&) { onChanged(button->GetValue()); });
    return button;
}

void Chips::setWords(wxToggleButton* chip, const wxString& words) {
    if (chip->GetLabel() == words) return;
    chip->SetLabel(words);
    fitChip(named(chip, words), words);
    fit();
}

wxSearchCtrl* Chips::addSearch(const wxString& hint, std::function<void(const wxString&)> onTyped) {
    auto* search = named(new wxSearchCtrl(this, wxID_ANY), hint);
    search->SetDescriptiveText(hint);
    search->SetMinSize(wxSize(FromDIP(220), -1));
    search->ShowCancelButton(true);
    add(search, 2);
    search->Bind(wxEVT_TEXT, [search, onTyped](wxCommandEvent&) { onTyped(search->GetValue()); });
    search->Bind(wxEVT_SEARCHCTRL_CANCEL_BTN, [search](wxCommandEvent&) { search->Clear(); });
    return search;
}

void Chips::setNote(const wxString& note) {
    if (m_note->GetLabel() == note) return;
    m_note->SetLabel(note);
    fit();
}

} // namespace fledgling::ui
