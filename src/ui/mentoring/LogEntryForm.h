#pragma once

#include "domain/MentorLog.h"

#include <array>
#include <functional>
#include <wx/panel.h>

class wxKeyEvent;
class wxTextCtrl;
class wxToggleButton;

namespace fledgling::ui {

/// How it was practised, what went well, what comes next, what was a problem: the words of a log entry.
class LogEntryForm : public wxPanel {
public:
    explicit LogEntryForm(wxWindow* parent);

    void set(const domain::LogEntry& entry);
    void allow(bool writable);
    /// Writes what the fields hold into the entry.
    void fill(domain::LogEntry& entry) const;
    [[nodiscard]] bool blank() const;
    void choose(domain::SkillLevel how);
    void focusHow();

    /// Somebody typed or chose here.
    std::function<void()> onEdited;
    /// A key the fields themselves have no use for (Page Up, Page Down); true when it was used.
    std::function<bool(const wxKeyEvent& key)> onOtherKey;

private:
    wxTextCtrl* addNote(const wxString& label);
    void onHowKey(wxKeyEvent& event);
    void pick(domain::SkillLevel how);

    domain::SkillLevel m_how = domain::SkillLevel::None;
    std::array<wxToggleButton*, 3> m_buttons{};
    wxTextCtrl* m_well = nullptr;
    wxTextCtrl* m_next = nullptr;
    wxTextCtrl* m_problems = nullptr;
};

} // namespace fledgling::ui
