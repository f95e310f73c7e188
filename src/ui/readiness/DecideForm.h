#pragma once

#include "app/readiness/ReadinessView.h"
#include "ui/Look.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <wx/panel.h>
#include <wx/scrolwin.h>

class wxRadioButton;
class wxStaticText;
class wxTextCtrl;

namespace fledgling::ui {

class DateField;
class Form;
class Table;

/// A go-live decision being taken: what it rests on, approve, hold or extend, why, and until when where a
/// date is needed.
class DecideForm : public wxPanel {
public:
    struct Given {
        domain::DecisionKind kind = domain::DecisionKind::Hold;
        std::string why;
        std::optional<domain::Date> until;
    };
    explicit DecideForm(wxWindow* parent);

    /// Begins anew for that trainee. The view is asked of the date as long as the form is open.
    void begin(const app::ReadinessView& view, const app::ReadinessView::Row& row);
    /// Draws again what the decision rests on, and keeps what was typed.
    void follow(const app::ReadinessView& view, const app::ReadinessView::Row& row);
    void takeFocus();
    /// A reason was begun that isn't kept.
    [[nodiscard]] bool holdsInput() const;
    /// The same, or another kind or date was chosen: then the form is somebody's, and stays with whom it was begun for.
    [[nodiscard]] bool touched() const { return m_chosen || holdsInput(); }
    /// Hands over what was given, or says in place what is missing.
    void keep();

    std::function<void(const Given&)> onKeep;
    std::function<void()> onCancel;

private:
    void layOutInside();
    void layOutKinds();
    void layOutButtons();
    [[nodiscard]] domain::DecisionKind kind() const;
    void choose(domain::DecisionKind kind);
    void kindChanged();
    void explain();
    void adviseOnDate();
    void fit();
    void sayMissing(wxWindow* field, const wxString& sentence);
    [[nodiscard]] bool needsDate() const;

    wxScrolledWindow* m_inside; ///< all but the buttons
    int m_width = 0;            ///< for which its texts were broken last
    Table* m_basis;
    wxStaticText* m_changed;
    wxString m_changedWords;
    std::map<domain::DecisionKind, wxRadioButton*> m_kinds;
    wxStaticText* m_means;
    Form* m_form;
    wxTextCtrl* m_why = nullptr;
    DateField* m_until = nullptr;
    std::vector<wxString> m_unmet;
    const app::ReadinessView* m_view = nullptr;
    domain::PersonId m_trainee;
    bool m_chosen = false; ///< a kind or a date, by hand
    std::optional<domain::Date> m_advisedOn; ///< the date something was looked up for last
};

} // namespace fledgling::ui
