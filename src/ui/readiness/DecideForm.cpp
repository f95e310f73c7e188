#include "ui/readiness/DecideForm.h"

#include "app/Words.h"
#include "domain/Text.h"
#include "ui/Named.h"
#include "ui/Text.h"
#include "ui/controls/DateField.h"
#include "ui/controls/FlowSizer.h"
#include "ui/controls/Form.h"
#include "ui/controls/IntoView.h"
#include "ui/controls/Paragraph.h"
#include "ui/controls/Table.h"
#include "ui/readiness/ReadinessCells.h"

#include <algorithm>
#include <utility>
#include <wx/button.h>
#include <wx/intl.h>
#include <wx/radiobut.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace fledgling::ui {

using domain::CriterionState;
using domain::DecisionKind;

namespace {

wxString kindWords(DecisionKind kind) {
    switch (kind) {
    case DecisionKind::Approve: return _("Approve");
    case DecisionKind::Hold: return _("Hold");
    case DecisionKind::Extend: return _("Extend training");
    }
    return {};
}

} // namespace

DecideForm::DecideForm(wxWindow* parent) : wxPanel(parent) {
    auto* all = new wxBoxSizer(wxVERTICAL);
    SetSizer(all);
    // A low window scrolls what is read and typed; the buttons stay in sight.
    m_inside = new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                    wxVSCROLL | wxTAB_TRAVERSAL | wxBORDER_NONE);
    m_inside->SetScrollRate(0, look::gap(this));
    all->Add(m_inside, wxSizerFlags(1).Expand());
    layOutInside();
    layOutButtons();
    m_inside->Bind(wxEVT_CHILD_FOCUS, [this](wxChildFocusEvent& event) { bringIntoView(m_inside, event.GetWindow()); });
    m_inside->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        if (std::exchange(m_width, m_inside->GetClientSize().x) != m_inside->GetClientSize().x) CallAfter([this] { explain(); });
    });
}

void DecideForm::layOutInside() {
    auto* all = new wxBoxSizer(wxVERTICAL);
    m_inside->SetSizer(all);
    m_basis = new Table(m_inside, _("What the decision rests on"),
                        {{.title = _("criterion"), .width = 18, .sortable = false, .stretches = true},
                         {.title = _("stands at"), .width = 20, .sortable = false}});
    m_basis->SetMinSize(wxSize(-1, FromDIP(128)));
    all->Add(m_basis, wxSizerFlags(1).Expand().Border(wxBOTTOM, look::gap(this, 0.5)));
    m_changed = look::label(m_inside, {});
    m_changed->SetForegroundColour(look::colour(look::State::Changed));
    all->Add(m_changed, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this, 0.5)));
    layOutKinds();
    m_means = look::label(m_inside, {}, look::Type::Small, true);
    all->Add(m_means, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this)));
    m_form = new Form(m_inside);
    m_until = m_form->addDate(_("Until"), {}); // above the reason: what is kept is seen whatever is written
    m_why = m_form->addNote(_("Reason"), {}, 2);
    m_form->onChanged = [this] {
        if (m_until->value() == m_advisedOn) return;
        m_chosen = true;
        adviseOnDate();
        explain();
    };
    all->Add(m_form, wxSizerFlags().Expand());
}

void DecideForm::layOutKinds() {
    auto* row = new FlowSizer(look::gap(this, 0.5));
    long style = wxRB_GROUP;
    for (const auto kind : {DecisionKind::Approve, DecisionKind::Hold, DecisionKind::Extend}) {
        auto* button =
            named(new wxRadioButton(m_inside, wxID_ANY, kindWords(kind), wxDefaultPosition, wxDefaultSize, style),
                  kindWords(kind));
        style = 0;
        button->Bind(wxEVT_RADIOBUTTON, [this](wxCommandEvent&) {
            m_chosen = true;
            kindChanged();
        });
        row->Add(button, wxSizerFlags().Border(wxRIGHT, look::gap(this, 2)));
        m_kinds[kind] = button;
    }
    m_inside->GetSizer()->Add(row, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, look::gap(this, 0.5)));
}

void DecideForm::layOutButtons() {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const auto add = [&](const wxString& does, const char* key, std::function<void()> run) {
        auto* button = keyed(new wxButton(this, wxID_ANY, does), does, key);
        button->Bind(wxEVT_BUTTON, [run = std::move(run)](wxCommandEvent&) { run(); });
        row->Add(button, wxSizerFlags().Border(wxLEFT, look::gap(this)));
        return button;
    };
    row->AddStretchSpacer();
    add(_("Cancel"), "Esc", [this] {
        if (onCancel) onCancel();
    });
    native::setStyle(add(_("Keep"), "Ctrl+Enter", [this] { keep(); }), "suggested-action");
    GetSizer()->Add(row, wxSizerFlags().Expand().Border(wxTOP, look::gap(this)));
}

DecisionKind DecideForm::kind() const {
    for (const auto& [kind, button] : m_kinds)
        if (button->GetValue()) return kind;
    return DecisionKind::Hold;
}

void DecideForm::choose(DecisionKind kind) {
    m_kinds.at(kind)->SetValue(true);
    kindChanged();
}

bool DecideForm::needsDate() const {
    return kind() == DecisionKind::Extend || (kind() == DecisionKind::Approve && !m_unmet.empty());
}

void DecideForm::begin(const app::ReadinessView& view, const app::ReadinessView::Row& row) {
    m_trainee = row.trainee;
    m_chosen = false;
    m_form->clearErrors();
    m_why->ChangeValue({});
    follow(view, row);
    choose(row.verdict == domain::Verdict::Ready ? DecisionKind::Approve : DecisionKind::Extend);
}

void DecideForm::follow(const app::ReadinessView& view, const app::ReadinessView::Row& row) {
    m_view = &view;
    const auto& columns = view.columns();
    m_unmet.clear();
    std::vector<Row> lines;
    for (std::size_t at = 0; at < columns.size() && at < row.cells.size(); ++at) {
        if (!row.cells[at]) continue;
        const auto& cell = *row.cells[at];
        const wxString title = u8(columns[at].title);
        if (cell.state != CriterionState::Met) m_unmet.push_back(title);
        const bool changed =
            std::find(row.changed.begin(), row.changed.end(), columns[at].title) != row.changed.end();
        const wxString stands = dotted({u8(app::word(cell.state, tongue)), valueText(cell),
                                        changed ? look::sign(look::State::Changed) : wxString()});
        lines.push_back({cell.criterion, {{title}, {.text = stands, .state = stateOf(cell.state)}}});
    }
    // What stands against it comes first.
    std::stable_sort(lines.begin(), lines.end(), [](const Row& a, const Row& b) {
        return (a.cells[1].state != look::State::Met) > (b.cells[1].state != look::State::Met);
    });
    m_basis->set(std::move(lines));
    std::vector<wxString> changed;
    for (const auto& title : row.changed)
        changed.push_back(u8(title));
    m_changedWords = changed.empty() ? wxString()
                                     : look::signed_(look::State::Changed,
                                                     wxString::Format(_("Changed since the last decision: %s"), listText(changed)));
    m_changed->Show(!changed.empty());
    explain();
}

void DecideForm::kindChanged() {
    m_until->setValue(needsDate() ? std::optional(m_view->offeredUntil(m_trainee, kind())) : std::nullopt);
    adviseOnDate();
    explain();
}

/// Says at the date what speaks against it, as long as it stands there.
void DecideForm::adviseOnDate() {
    m_advisedOn = m_until->value();
    const auto advice = m_advisedOn && needsDate() ? m_view->adviceOn(m_trainee, kind(), *m_advisedOn) : app::ReadinessView::UntilAdvice();
    if (advice.refused)
        m_form->tell(m_until, look::State::Missing, u8(app::sentence(*advice.refused, tongue)));
    else if (advice.nextWorking)
        m_form->tell(m_until, look::State::Due, wxString::Format(_("A day off; the next working day is %s."), dayText(*advice.nextWorking)));
    else
        m_form->tell(m_until, look::State::None, {});
    fit();
}

void DecideForm::explain() {
    const bool against = kind() == DecisionKind::Approve && !m_unmet.empty();
    wxString means;
    switch (kind()) {
    case DecisionKind::Approve:
        if (against)
            means = look::signed_(look::State::Waived,
                                  wxString::Format(wxPLURAL("Against %d unmet criterion, listed for ever: %s",
                                                            "Against %d unmet criteria, listed for ever: %s",
                                                            static_cast<int>(m_unmet.size())),
                                                   static_cast<int>(m_unmet.size()), listText(m_unmet))) +
                    "\n";
        means += _("Goes live; the mentor's place is free from today.");
        break;
    case DecisionKind::Hold: means = _("Stays in training until you decide otherwise."); break;
    case DecisionKind::Extend:
        means = m_until->value() ? wxString::Format(_("Goes on training; the review moves to %s."), dayText(*m_until->value()))
                                 : _("Goes on training; the review moves to that date.");
        break;
    }
    m_means->SetForegroundColour(against ? look::colour(look::State::Waived) : look::muted());
    const int width = std::max(m_inside->GetClientSize().x, FromDIP(80));
    sayWrapped(m_means, means, width);
    sayWrapped(m_changed, m_changedWords, width);
    // Its label, field and error line go together.
    m_until->GetContainingSizer()->ShowItems(needsDate());
    fit();
}

void DecideForm::fit() {
    Layout();
    m_inside->Layout(); // what folds is as high as its width makes it
    m_inside->FitInside();
    // What has the keyboard stays in sight whatever grew above it.
    if (auto* focus = FindFocus(); focus && m_inside->IsDescendant(focus)) bringIntoView(m_inside, focus);
}

/// Says it under the field, which takes the keyboard.
void DecideForm::sayMissing(wxWindow* field, const wxString& sentence) {
    m_form->showError(field, sentence);
    fit();
    wxWindow* said = field; // the sentence stands below it
    for (const auto* item : field->GetContainingSizer()->GetChildren())
        if (item->GetWindow() && item->GetWindow()->IsShown()) said = item->GetWindow();
    bringIntoView(m_inside, said);
}

void DecideForm::takeFocus() {
    explain(); // the width is known now
    m_why->SetFocus(); // who starts to write loses no letter; Shift+Tab goes to the kinds
}

bool DecideForm::holdsInput() const { return !m_why->IsEmpty(); }

void DecideForm::keep() {
    m_form->clearErrors();
    const Given given{kind(), domain::trimmed(utf8(m_why->GetValue())),
                      needsDate() ? m_until->value() : std::nullopt};
    if (given.why.empty()) return sayMissing(m_why, _("Say why: the reason stays with the decision."));
    if (needsDate() && !given.until)
        return sayMissing(m_until, _("A date is needed, as year-month-day."));
    if (given.until)
        if (const auto advice = m_view->adviceOn(m_trainee, given.kind, *given.until); advice.refused)
            return sayMissing(m_until, u8(app::sentence(*advice.refused, tongue)));
    if (onKeep) onKeep(given);
}

} // namespace fledgling::ui
