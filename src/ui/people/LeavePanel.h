#pragma once

#include "app/people/PeopleView.h"
#include "ui/controls/EditPanel.h"

#include <functional>
#include <memory>

class wxTextCtrl;

namespace fledgling::ui {

class DateField;
class Form;
class SectionBar;
class Session;
class Table;

/// Asks for leave for somebody, who has it approved later.
class AskLeaveForm : public EditPanel {
public:
    using Ask = std::function<void(domain::Date first, domain::Date last, const std::string& why)>;
    AskLeaveForm(wxWindow* parent, Page& page, const wxString& name, domain::Date today, Ask ask);
    /// Below the fields, for who sees it nowhere else: what was asked for before, and what came of it.
    void list(const std::vector<domain::Leave>& leaves, domain::Date today);

private:
    [[nodiscard]] bool keep() override;
    Ask m_asks;
    Form* m_form;
    DateField* m_first;
    DateField* m_last;
    wxTextCtrl* m_why;
};

/// The leave of one person: a trainee's, or the dates a mentor is away. Asked for, approved, refused.
class LeavePanel : public wxPanel {
public:
    LeavePanel(wxWindow* parent, Page& page, Session& session, app::PeopleView& view);

    /// Nobody when empty.
    void show(const std::string& person);
    /// Selects that leave.
    void select(const std::string& leave);
    /// The selected leave's id; empty for none.
    [[nodiscard]] std::string chosen() const;
    void ask();
    void decide(bool approved);
    /// False while the form is open.
    [[nodiscard]] bool idle() const { return !m_slot->isOpen(); }
    [[nodiscard]] EditPanel* editor() const { return m_slot->editor(); }
    /// Told when leave changed, or a form opened or closed.
    std::function<void()> onChanged;

private:
    void draw();
    void enable();

    Page& m_page;
    Session& m_session;
    app::PeopleView& m_view;
    std::string m_person;
    wxPanel* m_list;
    std::unique_ptr<EditSlot> m_slot;
    SectionBar* m_bar;
    wxButton* m_ask;
    wxButton* m_approve;
    wxButton* m_refuse;
    Table* m_leaves;
    wxStaticText* m_why; ///< the selected leave's reason, whole
};

} // namespace fledgling::ui
