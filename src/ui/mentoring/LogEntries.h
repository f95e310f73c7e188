#pragma once

#include "app/mentoring/LogView.h"

#include <functional>
#include <string>
#include <vector>
#include <wx/panel.h>

namespace fledgling::ui {

class RichText;
class Table;

/// The entries of a trainee, newest first, with the chosen one in full beside them.
class LogEntries : public wxPanel {
public:
    explicit LogEntries(wxWindow* parent);
    /// The chosen entry's id; empty for none.
    [[nodiscard]] std::string chosenEntry() const;

    /// `mayCorrect`: the reader may correct those of his or her own.
    void set(const std::vector<app::LogView::Entry>& entries, bool mayCorrect);

    void chooseNewest();

    /// Enter on an entry.
    std::function<void(const app::LogView::Entry& entry)> onCorrect;

private:
    void drawOne(const std::string& id);
    [[nodiscard]] const app::LogView::Entry* entry(const std::string& id) const;

    std::vector<app::LogView::Entry> m_all;
    bool m_mayCorrect = false;
    Table* m_list;
    RichText* m_one;
};

} // namespace fledgling::ui
