#pragma once

#include "domain/Time.h"

#include <functional>
#include <optional>
#include <wx/panel.h>

class wxStaticText;
class wxTextCtrl;

namespace fledgling::ui {

/// A date as YYYY-MM-DD (also 2026/11/24, 2026年11月24日, 11-24, 24): typed, or Up and Down by days, Page Up and Page Down by
/// months, or picked from a calendar. The weekday stands beside it.
class DateField : public wxPanel {
public:
    DateField(wxWindow* parent, const wxString& name, std::optional<domain::Date> value = {},
              bool mayBeEmpty = false);

    /// Nothing while empty or not a date.
    [[nodiscard]] std::optional<domain::Date> value() const;
    void setValue(std::optional<domain::Date> value);
    /// Empty where it may be, or a day that exists.
    [[nodiscard]] bool valid() const;
    /// What a typed text means on that day; nothing if it is no date.
    [[nodiscard]] static std::optional<domain::Date> read(const std::string& text, domain::Date today);

    std::function<void()> onChanged;

private:
    void step(int days, int months);
    void showWeekday();
    void openCalendar();
    void onKeyDown(wxKeyEvent& event);

    wxTextCtrl* m_text;
    wxStaticText* m_weekday;
    bool m_mayBeEmpty;
};

} // namespace fledgling::ui
