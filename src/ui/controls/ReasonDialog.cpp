#include "ui/controls/ReasonDialog.h"

#include "domain/Text.h"
#include "ui/Look.h"
#include "ui/Named.h"
#include "ui/Text.h"
#include "ui/controls/DateField.h"
#include "ui/controls/Form.h"
#include "ui/controls/Paragraph.h"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace fledgling::ui {
namespace {

class ReasonDialog : public wxDialog {
public:
    ReasonDialog(wxWindow* parent, const ReasonQuestion& question)
        : wxDialog(parent, wxID_ANY, question.title, wxDefaultPosition, wxDefaultSize,
                   wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER) {
        auto* all = new wxBoxSizer(wxVERTICAL);
        const int margin = look::gap(this, 2);
        all->Add(look::label(this, question.title, look::Type::Section),
                 wxSizerFlags().Border(wxALL, margin));
        auto* explanation = look::label(this, {});
        explanation->SetLabelText(wrapped(explanation, question.explanation, FromDIP(440)));
        all->Add(explanation, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxBOTTOM, margin));
        m_form = new Form(this);
        m_reason = m_form->addNote(question.reasonLabel.empty() ? _("Reason") : question.reasonLabel,
                                   u8(question.reason), 4);
        m_before = domain::trimmed(question.reason);
        m_optional = question.optional;
        m_reason->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
            event.Skip();
            m_warned = false;
        });
        if (question.withDate) m_date = m_form->addDate(question.dateLabel, question.date);
        all->Add(m_form, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, margin));
        all->Add(buttons(question.action), wxSizerFlags().Expand().Border(wxALL, margin));
        SetSizerAndFit(all);
        SetMinSize(wxSize(FromDIP(480), GetSize().y));
        SetSize(GetMinSize());
        CentreOnParent();
        m_reason->SetFocus();
        Bind(wxEVT_CHAR_HOOK, &ReasonDialog::onCharHook, this);
    }

    [[nodiscard]] ReasonAnswer answer() const {
        return {domain::trimmed(utf8(m_reason->GetValue())), m_date ? m_date->value() : std::nullopt};
    }

private:
    wxSizer* buttons(const wxString& action) {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->AddStretchSpacer();
        auto* cancel = keyed(new wxButton(this, wxID_CANCEL, _("Cancel")), _("Cancel"), "Esc");
        auto* go = keyed(new wxButton(this, wxID_OK, action), action, "Ctrl+Enter");
        go->SetDefault();
        row->Add(cancel, wxSizerFlags().Border(wxRIGHT, look::gap(this)));
        row->Add(go);
        go->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { goOn(); });
        return row;
    }

    void goOn() {
        m_form->clearErrors();
        const ReasonAnswer given = answer();
        if (given.reason.empty() && !m_optional)
            return m_form->showError(m_reason, _("Say why: the reason stays with the change."));
        if (m_date && !given.date)
            return m_form->showError(m_date, _("A date is needed, as year-month-day."));
        EndModal(wxID_OK);
    }

    void onCharHook(wxKeyEvent& event) {
        if (event.ControlDown() && event.GetKeyCode() == WXK_RETURN)
            goOn();
        else if (event.GetKeyCode() != WXK_ESCAPE || !holdsBack())
            event.Skip();
    }

    /// The first Escape leaves words that were typed where they are, and says so.
    bool holdsBack() {
        const auto typed = answer().reason;
        if (typed.empty() || typed == m_before || m_warned) return false;
        m_warned = true;
        m_form->showError(m_reason, _("Esc once more drops what was written here."));
        return true;
    }

    Form* m_form = nullptr;
    wxTextCtrl* m_reason = nullptr;
    DateField* m_date = nullptr;
    std::string m_before; ///< the reason that stood there at first
    bool m_optional = false;
    bool m_warned = false;
};

} // namespace

void askReason(wxWindow* parent, ReasonQuestion question, std::function<void(const ReasonAnswer&)> answered) {
    parent->CallAfter([parent, question = std::move(question), answered = std::move(answered)] {
        ReasonDialog dialog(wxGetTopLevelParent(parent), question);
        if (dialog.ShowModal() == wxID_OK) answered(dialog.answer());
    });
}

} // namespace fledgling::ui
