#pragma once

#include "ui/Page.h"

namespace fledgling::ui {

class Table;

/// Help > Keys and about: every key, the program's version, and where the department's book stands.
class HelpPage : public Page {
public:
    HelpPage(wxWindow* parent, Session& session);
    void refresh() override;
    [[nodiscard]] wxString help() const override;

private:
    Table* m_keys;
    Table* m_facts;
};

} // namespace fledgling::ui
