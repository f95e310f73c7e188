#pragma once

#include "domain/Time.h"

#include <optional>
#include <string>
#include <vector>

namespace fledgling::format {

/// One appointment as other programs' calendars take it. What was sent before under the same `uid` is replaced by
/// the one with the higher `sequence`.
struct CalendarEvent {
    std::string uid;      ///< the same for ever
    int sequence = 0;     ///< how often day, time, place or people changed since it was first laid
    domain::Instant made; ///< first laid
    domain::Instant changed;
    bool cancelled = false;
    domain::Date day;
    std::optional<domain::Hours> hours; ///< local; nothing: the whole day
    std::string summary;
    std::string description; ///< this and the next may be empty
    std::string location;
    std::vector<std::string> categories;
    int alarmMinutes = 0; ///< before it begins; 0: none. A cancelled one never rings
};

/// A calendar with the one fixed offset from UTC that all its hours are in.
struct CalendarOut {
    std::string name;
    int offsetMinutes = 480; ///< east of UTC
    std::vector<CalendarEvent> events;
};

/// The zone's name in the file, one that programs know where there is one: "Asia/Shanghai" for China's offset, "Etc/UTC" and
/// "Etc/GMT-9" for whole hours, "Asia/Kolkata" where a zone keeps that part of an hour all year round, else the offset itself
/// ("UTC-0330", without a colon: that would have to stand in quotation marks, which some readers take for part of the name).
[[nodiscard]] std::string zoneName(int offsetMinutes);

/// RFC 5545 with CRLF, lines folded at 75 octets, never inside a character. Control characters are left out of
/// texts, line breaks kept. The same calendar always gives the same bytes.
[[nodiscard]] std::string icsOf(const CalendarOut& calendar);

} // namespace fledgling::format
