#pragma once

#include "domain/Time.h"

#include <string>
#include <string_view>
#include <vector>
#include <wx/string.h>

namespace fledgling::ui {

/// The only ways between our UTF-8 and wx's text: wxString("...") of anything but ASCII is empty under the C
/// locale.
[[nodiscard]] wxString u8(std::string_view utf8);
[[nodiscard]] std::string utf8(const wxString& text);
/// The catalogue as app/Words asks for it (an app::Tongue).
[[nodiscard]] std::string tongue(const char* msgid);

/// "Tue 24 Nov" - "11月24日 周二"; with the year when it isn't this one.
[[nodiscard]] wxString dayText(domain::Date day);
/// "24 Nov" - "11月24日", where there is little room; as dayText when it isn't this year.
[[nodiscard]] wxString briefDayText(domain::Date day);
/// "today", "tomorrow" or as dayText, of a day that something is to happen on.
[[nodiscard]] wxString nearDayText(domain::Date day);
/// As it stands after a verb: "today", "tomorrow", "on Tue 24 Nov".
[[nodiscard]] wxString onDayText(domain::Date day);
/// "Tue 24 Nov 2026" - "2026年11月24日 周二".
[[nodiscard]] wxString dateText(domain::Date day);
/// "Tue" - "周二".
[[nodiscard]] wxString weekdayText(domain::Weekday day);
/// "1,284": digits in threes.
[[nodiscard]] wxString numberText(std::int64_t number);
/// "minutes: 12" - "分钟：12".
[[nodiscard]] wxString labelled(const wxString& about, const wxString& words);
/// Two sentences one after the other; after a full-width stop, or before a full-width bracket, there is no blank.
[[nodiscard]] wxString followed(const wxString& first, const wxString& then);
/// A key as it is shown, everywhere alike: "Alt+Left" - "Alt+←", "Escape" - "Esc", "Delete" - "Del", "Space" - "空格".
[[nodiscard]] wxString keyText(wxString key);
/// The words joined as the language joins a list: "a, b, c" - "a、b、c".
[[nodiscard]] wxString listText(const std::vector<wxString>& words);

/// "a · b · c", without the empty ones; sentences among others lose their full stop.
[[nodiscard]] wxString dotted(const std::vector<wxString>& parts);

} // namespace fledgling::ui
