#pragma once

#include "app/FindableName.h"
#include "domain/Person.h"

#include <functional>
#include <string>
#include <vector>
#include <wx/panel.h>

class wxSearchCtrl;

namespace fledgling::ui {

class Table;

/// "Who are you?": typing narrows, Enter takes. What is chosen is written with every change.
class WhoPage : public wxPanel {
public:
    using Chosen = std::function<void(const domain::PersonId&)>;

    /// `last`: who worked here last, selected at first; may be empty.
    WhoPage(wxWindow* parent, std::vector<domain::Person> people, const std::string& last, Chosen chosen);
    void focusFirst();

private:
    void show();
    void take();
    void onCharHook(wxKeyEvent& event);

    std::vector<domain::Person> m_people;
    std::vector<app::FindableName> m_names; ///< of these
    Chosen m_chosen;
    wxSearchCtrl* m_search;
    Table* m_table;
};

} // namespace fledgling::ui
