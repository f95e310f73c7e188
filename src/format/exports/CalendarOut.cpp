#include "format/exports/CalendarOut.h"

#include <libical/ical.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>

namespace fledgling::format {

namespace {

constexpr const char* PROGRAM = "-//Fledgling//Training calendar//EN";
constexpr int CHINA = 480;

/// Zones that keep parts of an hour all year round. What has summer time too (Newfoundland, Adelaide) isn't named: its name would
/// mean another hour for half the year.
struct PartOfHour {
    int offsetMinutes;
    const char* name;
};
constexpr PartOfHour PARTS_OF_HOURS[] = {{-570, "Pacific/Marquesas"}, {210, "Asia/Tehran"}, {270, "Asia/Kabul"},
                                         {330, "Asia/Kolkata"},       {345, "Asia/Kathmandu"}, {390, "Asia/Yangon"},
                                         {525, "Australia/Eucla"},    {570, "Australia/Darwin"}};

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

/// A text as RFC 5545 allows it: line breaks as LF, no other control character.
std::string plain(const std::string& text) {
    std::string kept;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\r' && !(i + 1 < text.size() && text[i + 1] == '\n')) kept += '\n';
        if (c == '\t') kept += ' ';
        const auto code = static_cast<unsigned char>(c);
        if (c == '\n' || (code >= 0x20U && code != 0x7FU)) kept += c;
    }
    return kept;
}

void add(icalcomponent* to, icalproperty* property) { icalcomponent_add_property(to, property); }

/// What libical doesn't escape by itself: lists, and properties it doesn't know.
std::string escapedForCalendar(const std::string& text) {
    std::string safe;
    for (const char c : plain(text)) {
        if (c == '\\' || c == ',' || c == ';') safe += '\\';
        safe += c == '\n' ? ' ' : c;
    }
    return safe;
}

void addNamed(icalcomponent* to, const char* name, const std::string& value) {
    icalproperty* property = icalproperty_new_x(escapedForCalendar(value).c_str());
    icalproperty_set_x_name(property, name);
    add(to, property);
}

icaltimetype timeOf(domain::Date day) {
    icaltimetype time = icaltime_null_time();
    time.year = day.year();
    time.month = static_cast<int>(day.month());
    time.day = static_cast<int>(day.day());
    time.is_date = 1;
    return time;
}

icaltimetype timeOf(domain::Date day, domain::TimeOfDay at) {
    icaltimetype time = timeOf(day);
    time.is_date = 0;
    time.hour = static_cast<int>(at.sinceMidnight() / 60);
    time.minute = static_cast<int>(at.sinceMidnight() % 60);
    return time;
}

icaltimetype utc(domain::Instant at) {
    return icaltime_from_timet_with_zone(static_cast<std::time_t>(at.ms / 1000), 0, icaltimezone_get_utc_timezone());
}

icalproperty* inZone(icalproperty* property, const std::string& zone) {
    icalproperty_add_parameter(property, icalparameter_new_tzid(zone.c_str()));
    return property;
}

std::string offsetText(int minutes) {
    const int size = std::abs(minutes);
    char text[16];
    std::snprintf(text, sizeof text, "%c%02d%02d", minutes < 0 ? '-' : '+', size / 60 % 100, size % 60);
    return text;
}

/// One rule without end: the department's clock knows no summer time.
icalcomponent* zoneOf(int offsetMinutes) {
    icalcomponent* zone = icalcomponent_new(ICAL_VTIMEZONE_COMPONENT);
    add(zone, icalproperty_new_tzid(zoneName(offsetMinutes).c_str()));
    icalcomponent* standard = icalcomponent_new(ICAL_XSTANDARD_COMPONENT);
    add(standard, icalproperty_new_dtstart(timeOf(domain::Date(1970, 1, 1), domain::TimeOfDay())));
    add(standard, icalproperty_new_tzoffsetfrom(offsetMinutes * 60));
    add(standard, icalproperty_new_tzoffsetto(offsetMinutes * 60));
    add(standard, icalproperty_new_tzname(offsetMinutes == CHINA ? "CST" : offsetText(offsetMinutes).c_str()));
    icalcomponent_add_component(zone, standard);
    return zone;
}

icalcomponent* alarmOf(const CalendarEvent& event) {
    icalcomponent* alarm = icalcomponent_new(ICAL_VALARM_COMPONENT);
    add(alarm, icalproperty_new_action(ICAL_ACTION_DISPLAY));
    add(alarm, icalproperty_new_description(plain(event.summary).c_str()));
    add(alarm, icalproperty_new_trigger(icaltriggertype_from_int(-event.alarmMinutes * 60)));
    return alarm;
}

void addTimes(icalcomponent* to, const CalendarEvent& event, const std::string& zone) {
    if (event.hours) {
        add(to, inZone(icalproperty_new_dtstart(timeOf(event.day, event.hours->begin())), zone));
        add(to, inZone(icalproperty_new_dtend(timeOf(event.day, event.hours->end())), zone));
        return;
    }
    // Exclusive, so a day ends on the next. It blocks nobody's time.
    add(to, icalproperty_new_dtstart(timeOf(event.day)));
    add(to, icalproperty_new_dtend(timeOf(event.day.plusDays(1))));
    add(to, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
}

icalcomponent* eventOf(const CalendarEvent& event, const std::string& zone) {
    icalcomponent* to = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    add(to, icalproperty_new_uid(event.uid.c_str()));
    add(to, icalproperty_new_dtstamp(utc(event.changed)));
    add(to, icalproperty_new_created(utc(event.made)));
    add(to, icalproperty_new_lastmodified(utc(event.changed)));
    add(to, icalproperty_new_sequence(event.sequence));
    add(to, icalproperty_new_status(event.cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
    addTimes(to, event, zone);
    add(to, icalproperty_new_summary(plain(event.summary).c_str()));
    if (!event.description.empty()) add(to, icalproperty_new_description(plain(event.description).c_str()));
    if (!event.location.empty()) add(to, icalproperty_new_location(plain(event.location).c_str()));
    for (const auto& category : event.categories)
        add(to, icalproperty_new_categories(escapedForCalendar(category).c_str()));
    if (event.alarmMinutes > 0 && !event.cancelled) icalcomponent_add_component(to, alarmOf(event));
    return to;
}

} // namespace

std::string zoneName(int offsetMinutes) {
    constexpr int HOUR = 60, WEST = -12, EAST = 14;
    if (offsetMinutes == CHINA) return "Asia/Shanghai";
    if (offsetMinutes == 0) return "Etc/UTC";
    for (const auto& one : PARTS_OF_HOURS)
        if (one.offsetMinutes == offsetMinutes) return one.name;
    const int hours = offsetMinutes / HOUR;
    if (offsetMinutes % HOUR != 0 || hours < WEST || hours > EAST) return "UTC" + offsetText(offsetMinutes);
    // These names count the other way round: five hours ahead of Greenwich is Etc/GMT-5.
    return "Etc/GMT" + std::string(hours > 0 ? "-" : "+") + std::to_string(std::abs(hours));
}

std::string icsOf(const CalendarOut& calendar) {
    icalerror_set_errors_are_fatal(0);
    const Component all(icalcomponent_new(ICAL_VCALENDAR_COMPONENT), &icalcomponent_free);
    add(all.get(), icalproperty_new_prodid(PROGRAM));
    add(all.get(), icalproperty_new_version("2.0"));
    add(all.get(), icalproperty_new_calscale("GREGORIAN"));
    addNamed(all.get(), "X-WR-CALNAME", calendar.name);
    const auto zone = zoneName(calendar.offsetMinutes);
    icalcomponent_add_component(all.get(), zoneOf(calendar.offsetMinutes));
    for (const auto& event : calendar.events)
        icalcomponent_add_component(all.get(), eventOf(event, zone));
    const std::unique_ptr<char, decltype(&icalmemory_free_buffer)> text(icalcomponent_as_ical_string_r(all.get()), &icalmemory_free_buffer);
    return text ? std::string(text.get()) : std::string();
}

} // namespace fledgling::format
