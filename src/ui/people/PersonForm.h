#pragma once

#include "app/people/PeopleView.h"
#include "ui/controls/EditPanel.h"

#include <array>

class wxBoxSizer;
class wxCheckListBox;
class wxChoice;
class wxScrolledWindow;
class wxSpinCtrl;
class wxTextCtrl;

namespace fledgling::ui {

class DateField;
class Form;

/// Adds a person or corrects one: the card and the work data.
class PersonForm : public EditPanel {
public:
    /// An empty id in `person`: somebody new.
    PersonForm(wxWindow* parent, Page& page, app::PeopleView& view, domain::Person person);
    /// Of the person kept.
    [[nodiscard]] const domain::PersonId& kept() const { return m_person.id; }
    void focusFirst() override;

private:
    [[nodiscard]] bool keep() override;
    void layOutCard();
    void layOutWork();
    [[nodiscard]] domain::Person read() const;
    [[nodiscard]] bool complete();
    void showFault(const domain::Refused& fault);
    void rolesChanged();
    /// Of somebody new: the usual post for who is taught one or leads for one, none for others, until one is chosen.
    void proposePosts();
    /// Card and work beside each other, or where that has no room one below the other.
    void arrange();

    app::PeopleView& m_view;
    domain::Person m_person;
    wxScrolledWindow* m_inside;
    wxBoxSizer* m_halves;
    Form* m_card;
    Form* m_work;
    std::array<int, 2> m_shares{}; ///< the width each needs beside the other
    int m_width = 0;
    bool m_postsChosen = false; ///< by hand
    wxTextCtrl* m_name = nullptr;
    wxTextCtrl* m_number = nullptr;
    wxTextCtrl* m_phone = nullptr;
    wxTextCtrl* m_email = nullptr;
    wxTextCtrl* m_department = nullptr;
    wxTextCtrl* m_title = nullptr;
    wxTextCtrl* m_shift = nullptr;
    wxTextCtrl* m_why = nullptr;
    DateField* m_since = nullptr;
    wxCheckListBox* m_roles = nullptr;
    wxCheckListBox* m_posts = nullptr;
    wxChoice* m_leaning = nullptr;
    wxSpinCtrl* m_capacity = nullptr;
};

} // namespace fledgling::ui
