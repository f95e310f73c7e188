#include "ui/Text.h"

#include "app/Words.h"
#include "ui/Now.h"

#include <algorithm>
#include <ctime>
#include <utility>
#include <wx/intl.h>

namespace fledgling::ui {
namespace {

wxString monthText(unsigned month) {
    switch (month) {
    // TRANSLATORS: the twelve months as they stand in a date
    case 1: return _("Jan");
    case 2: return _("Feb");
    case 3: return _("Mar");
    case 4: return _("Apr");
    // TRANSLATORS: the month of May, as it stands in a date
    case 5: return _("May");
    case 6: return _("Jun");
    case 7: return _("Jul");
    case 8: return _("Aug");
    case 9: return _("Sep");
    case 10: return _("Oct");
    case 11: return _("Nov");
    default: return _("Dec");
    }
}

wxString count(unsigned number) { return wxString::Format("%u", number); }

} // namespace

wxString u8(std::string_view utf8) { return wxString::FromUTF8(utf8.data(), utf8.size()); }

std::string utf8(const wxString& text) {
    const auto bytes = text.utf8_str();
    return {bytes.data(), bytes.length()};
}

std::string tongue(const char* msgid) { return utf8(wxGetTranslation(wxString::FromUTF8(msgid))); }

wxString weekdayText(domain::Weekday day) {
    using enum domain::Weekday;
    switch (day) {
    case Mon: return _("Mon");
    case Tue: return _("Tue");
    case Wed: return _("Wed");
    case Thu: return _("Thu");
    case Fri: return _("Fri");
    case Sat: return _("Sat");
    case Sun: return _("Sun");
    }
    return {};
}

wxString dayText(domain::Date day) {
    if (day.year() != clockNow().today().year()) return dateText(day);
    // TRANSLATORS: weekday, day of the month, month: "Tue 24 Nov"
    return wxString::Format(_("%1$s %2$s %3$s"), weekdayText(day.weekday()), count(day.day()),
                            monthText(day.month()));
}

wxString briefDayText(domain::Date day) {
    if (day.year() != clockNow().today().year()) return dateText(day);
    // TRANSLATORS: day of the month, month: "24 Nov"
    return wxString::Format(_("%1$u %2$s"), static_cast<unsigned>(day.day()), monthText(day.month()));
}

wxString nearDayText(domain::Date day) { return u8(app::nearDate(day, clockNow().today(), tongue)); }

wxString onDayText(domain::Date day) { return u8(app::onDate(day, clockNow().today(), tongue)); }

wxString dateText(domain::Date day) {
    // TRANSLATORS: weekday, day of the month, month, year: "Tue 24 Nov 2026"
    return wxString::Format(_("%1$s %2$s %3$s %4$s"), weekdayText(day.weekday()), count(day.day()),
                            monthText(day.month()), wxString::Format("%d", day.year()));
}

wxString numberText(std::int64_t number) { return u8(app::figure(number)); }

wxString labelled(const wxString& about, const wxString& words) { return wxString::Format(_("%s: %s"), about, words); }

wxString followed(const wxString& first, const wxString& then) {
    constexpr wxUint32 FULL_WIDTH = 0x3000, FULL_WIDTH_SIGNS = 0xFF00;
    const bool apart = !first.empty() && !then.empty() && first.Last().GetValue() < FULL_WIDTH && then[0].GetValue() < FULL_WIDTH_SIGNS;
    return apart ? first + " " + then : first + then;
}

wxString keyText(wxString key) {
    static const std::pair<const char*, wxUniChar> ARROWS[] = {{"Left", 0x2190}, {"Up", 0x2191}, {"Right", 0x2192}, {"Down", 0x2193}};
    const wxString last = key.AfterLast('+');
    for (const auto& [name, arrow] : ARROWS)
        if (last == name) return key.RemoveLast(last.length()) + wxString(arrow);
    if (last == "Escape") return key.RemoveLast(last.length()) + "Esc";
    if (last == "Delete") return key.RemoveLast(last.length()) + "Del";
    // TRANSLATORS: the key, as it stands beside what it does
    if (last == "Space") return key.RemoveLast(last.length()) + _("Space");
    return key;
}

wxString listText(const std::vector<wxString>& words) {
    wxString all;
    for (const auto& word : words) {
        // TRANSLATORS: between the items of a list, with its blank
        if (!all.empty()) all += _(", ");
        all += word;
    }
    return all;
}

wxString dotted(const std::vector<wxString>& parts) {
    const auto some = std::count_if(parts.begin(), parts.end(), [](const wxString& part) { return !part.empty(); });
    wxString all;
    for (const auto& part : parts) {
        if (part.empty()) continue;
        if (!all.empty()) all << ' ' << wxUniChar(0xB7) << ' ';
        // The point stands for the full stop of a sentence among others.
        const bool stopped = part.Last() == wxUniChar(0x3002) || (part.Last() == '.' && !part.EndsWith(".."));
        all += some > 1 && stopped ? part.Left(part.length() - 1) : part;
    }
    return all;
}

} // namespace fledgling::ui
