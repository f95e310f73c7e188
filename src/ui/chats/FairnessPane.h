#pragma once

#include "app/chats/FairnessView.h"

#include <functional>
#include <string>
#include <wx/panel.h>

class wxStaticText;

namespace fledgling::ui {

class Table;

/// Whether the readers judge alike: agreement per criterion, strictness, and days that one chat decides.
class FairnessPane : public wxPanel {
public:
    explicit FairnessPane(wxWindow* parent);
    /// `limit`: seconds to the first reply, as its criterion is named by them.
    void set(const app::FairnessView& view, int limit);
    void takeFocus();
    /// "person day" of the day the cursor is on; empty where there is none.
    [[nodiscard]] std::string chosen() const;
    /// Enter on such a day.
    std::function<void()> onReadAgain;

private:
    Table* m_deciding = nullptr;
    Table* m_readers = nullptr;
    Table* m_criteria = nullptr;
    wxStaticText* m_note = nullptr;
};

} // namespace fledgling::ui
