#include "ui/controls/DateField.h"

#include "domain/Text.h"
#include "ui/Look.h"
#include "ui/Named.h"
#include "ui/Now.h"
#include "ui/Text.h"

#include <algorithm>
#include <chrono>
#include <utility>
#include <wx/button.h>
#include <wx/calctrl.h>
#include <wx/intl.h>
#include <wx/popupwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace fledgling::ui {
namespace {

domain::Date today() { return clockNow().today(); }

/// The day a calendar shows n months later; the last of the month where the day doesn't exist.
domain::Date plusMonths(domain::Date from, int months) {
    using namespace std::chrono;
    auto moved =
        year_month_day{year(from.year()), month(from.month()), day(from.day())} + std::chrono::months(months);
    if (!moved.ok()) moved = moved.year() / moved.month() / last;
    return {static_cast<int>(moved.year()), static_cast<unsigned>(moved.month()),
            static_cast<unsigned>(moved.day())};
}

std::optional<int> number(const std::string& text) {
    if (text.empty() || text.size() > 4) return std::nullopt;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

} // namespace

std::optional<domain::Date> DateField::read(const std::string& typed, domain::Date today_) {
    std::string text = domain::trimmed(typed);
    for (const auto& [word, sign] : {std::pair{"年", "-"}, std::pair{"月", "-"}, std::pair{"日", ""}, std::pair{"号", ""}})
        for (auto at = text.find(word); at != std::string::npos; at = text.find(word))
            text.replace(at, std::string(word).size(), sign);
    for (char& c : text)
        if (c == '/' || c == '.') c = '-';
    std::vector<int> parts;
    for (const auto& part : domain::split(text, '-')) {
        const auto value = number(domain::trimmed(part));
        if (!value) return std::nullopt;
        parts.push_back(*value);
    }
    if (parts.size() == 1) parts.insert(parts.begin(), static_cast<int>(today_.month()));
    if (parts.size() == 2) parts.insert(parts.begin(), today_.year());
    if (parts.size() != 3 || parts[0] < 1000) return std::nullopt;
    return domain::Date::parse(
        wxString::Format("%04d-%02d-%02d", parts[0], parts[1], parts[2]).utf8_string());
}

DateField::DateField(wxWindow* parent, const wxString& name, std::optional<domain::Date> value,
                     bool mayBeEmpty)
    : wxPanel(parent), m_mayBeEmpty(mayBeEmpty) {
    SetName(name);
    m_text = named(new wxTextCtrl(this, wxID_ANY), name,
                   _("A date as year-month-day; Up and Down change the day"));
    // Not a day: that would be read as one that is set already.
    m_text->SetHint(_("year-month-day"));
    // As wide as a date and its hint, whatever room there is: what follows belongs to it.
    const int widest = std::max(m_text->GetCharWidth() * 14, m_text->GetTextExtent(m_text->GetHint()).x + look::gap(this, 3));
    m_text->SetMinSize(wxSize(widest, -1));
    look::levelField(m_text);
    m_weekday = look::label(this, {}, look::Type::Body, true);
    auto* pick = named(new wxButton(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT),
                       _("Pick from a calendar"));
    pick->SetBitmap(look::icon("calendar", 16));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(m_text, wxSizerFlags().CentreVertical());
    row->Add(pick, wxSizerFlags().CentreVertical().Border(wxLEFT, look::gap(this, 0.5)));
    row->Add(m_weekday, wxSizerFlags().CentreVertical().Border(wxLEFT, look::gap(this)));
    m_weekday->SetMinSize(wxSize(m_weekday->GetCharWidth() * 5, -1));
    SetSizer(row);
    setValue(value);
    m_text->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        showWeekday();
        if (onChanged) onChanged();
    });
    m_text->Bind(wxEVT_KEY_DOWN, &DateField::onKeyDown, this);
    m_text->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        if (const auto day = this->value()) m_text->ChangeValue(u8(day->iso()));
    });
    pick->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { openCalendar(); });
}

std::optional<domain::Date> DateField::value() const { return read(utf8(m_text->GetValue()), today()); }

void DateField::setValue(std::optional<domain::Date> value) {
    m_text->ChangeValue(value ? u8(value->iso()) : wxString());
    showWeekday();
}

bool DateField::valid() const { return value() || (m_mayBeEmpty && m_text->GetValue().Trim().empty()); }

void DateField::step(int days, int months) {
    const domain::Date from = value().value_or(today());
    setValue(plusMonths(from, months).plusDays(days));
    m_text->SelectAll();
    if (onChanged) onChanged();
}

void DateField::showWeekday() {
    const auto day = value();
    m_weekday->SetLabel(day ? weekdayText(day->weekday()) : wxString());
}

void DateField::onKeyDown(wxKeyEvent& event) {
    switch (event.GetKeyCode()) {
    case WXK_UP: return step(1, 0);
    case WXK_DOWN: return step(-1, 0);
    case WXK_PAGEUP: return step(0, 1);
    case WXK_PAGEDOWN: return step(0, -1);
    default: event.Skip();
    }
}

void DateField::openCalendar() {
    auto* popup = new wxPopupTransientWindow(this, wxBORDER_SIMPLE);
    const domain::Date shown = value().value_or(today());
    const wxDateTime start(static_cast<wxDateTime::wxDateTime_t>(shown.day()),
                           static_cast<wxDateTime::Month>(shown.month() - 1), shown.year());
    auto* calendar = named(new wxCalendarCtrl(popup, wxID_ANY, start), _("Calendar"));
    auto* sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(calendar, wxSizerFlags(1).Expand().Border(wxALL, look::gap(this, 0.5)));
    popup->SetSizerAndFit(sizer);
    calendar->Bind(wxEVT_CALENDAR_SEL_CHANGED, [this, calendar](wxCalendarEvent&) {
        const wxDateTime day = calendar->GetDate();
        setValue(domain::Date(day.GetYear(), static_cast<unsigned>(day.GetMonth()) + 1,
                              static_cast<unsigned>(day.GetDay())));
        if (onChanged) onChanged();
    });
    calendar->Bind(wxEVT_CALENDAR_DOUBLECLICKED, [popup](wxCalendarEvent&) { popup->Dismiss(); });
    popup->Position(ClientToScreen(wxPoint(0, 0)), GetSize());
    popup->Popup(calendar);
}

} // namespace fledgling::ui
