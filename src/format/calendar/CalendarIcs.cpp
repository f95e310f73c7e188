#include "domain/Text.h"
#include "format/FormatError.h"
#include "format/RosterText.h"
#include "format/calendar/CalendarCollector.h"
#include "format/calendar/CalendarFiles.h"
#include "format/calendar/CalendarRecurrence.h"

#include <libical/ical.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>

namespace fledgling::format {

namespace {

constexpr int LONGEST_EVENT_DAYS = 366;
constexpr std::size_t MOST_DAYS = 50'000;
constexpr std::size_t MOST_EVENTS = 20'000;
/// Over the whole file: a rule of ten years takes 3,700 steps, a hostile one as many as it gets.
constexpr int MOST_RECURRENCE_STEPS = 5'000'000;

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

/// One BEGIN:VEVENT ... END:VEVENT, cut out so that a fault in it cannot spoil its neighbours.
struct EventText {
    int line = 0;
    std::string text;
    bool closed = false;
};

/// The line with its property's name in capitals, as libical wants it; a folded line as it is.
std::string withCapitalName(std::string_view line) {
    std::string text(line);
    if (text.starts_with(' ') || text.starts_with('\t')) return text;
    for (char& c : text) {
        if (c == ':' || c == ';') break;
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return text;
}

/// Cuts events out of a calendar, line by line. Alarms and other components inside an event are left out.
class EventCutter {
public:
    void line(std::string_view text) {
        ++m_line;
        const std::string word = domain::lowerAscii(domain::trimmed(text.substr(0, 200)));
        if (word == "begin:vevent") {
            m_events.push_back({m_line, "BEGIN:VEVENT\r\n", false});
            m_inside = true;
            m_depth = 0;
        } else if (m_inside && word == "end:vevent") {
            m_events.back().closed = true;
            m_inside = false;
        } else if (word.starts_with("begin:")) {
            ++m_depth;
        } else if (word.starts_with("end:")) {
            m_depth = std::max(m_depth - 1, 0);
        } else if (m_inside && m_depth == 0) {
            m_events.back().text += withCapitalName(text) + "\r\n";
        }
    }

    [[nodiscard]] std::vector<EventText> finished() && {
        for (auto& event : m_events)
            event.text += "END:VEVENT\r\n";
        return std::move(m_events);
    }

private:
    std::vector<EventText> m_events;
    int m_line = 0;
    int m_depth = 0;
    bool m_inside = false;
};

std::vector<EventText> eventTexts(std::string_view text) {
    EventCutter cutter;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find_first_of("\r\n", at), text.size());
        cutter.line(text.substr(at, end - at));
        at = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
    }
    return std::move(cutter).finished();
}

/// Whether the event has such a line at all: libical drops a line whose value it cannot read.
bool says(const std::string& lowerText, const std::string& property) {
    return lowerText.find("\n" + property + ":") != std::string::npos ||
           lowerText.find("\n" + property + ";") != std::string::npos;
}

std::optional<domain::Date> dateOf(const icaltimetype& time) {
    if (time.year < 1900 || time.year > 2199 || time.month < 1 || time.day < 1) return std::nullopt;
    char iso[48];
    std::snprintf(iso, sizeof iso, "%04d-%02d-%02d", time.year, time.month, time.day);
    return domain::Date::parse(iso);
}

bool isMidnight(const icaltimetype& time) {
    return time.is_date || (time.hour == 0 && time.minute == 0 && time.second == 0 && !icaltime_is_utc(time));
}

std::string summaryOf(icalcomponent* event) {
    icalproperty* property = icalcomponent_get_first_property(event, ICAL_SUMMARY_PROPERTY);
    const char* text = property ? icalproperty_get_summary(property) : nullptr;
    std::string name = domain::trimmed(text ? text : "");
    if (name.size() > 600) name.resize(600);
    while (!name.empty() && (static_cast<unsigned char>(name.back()) & 0xC0U) == 0x80U && name.size() == 600)
        name.pop_back();
    return name;
}

std::string specialDay(icalcomponent* event) {
    for (auto* one = icalcomponent_get_first_property(event, ICAL_X_PROPERTY); one;
         one = icalcomponent_get_next_property(event, ICAL_X_PROPERTY)) {
        const char* name = icalproperty_get_x_name(one);
        if (!name || domain::lowerAscii(name) != "x-apple-special-day") continue;
        const char* value = icalproperty_get_x(one);
        return domain::lowerAscii(value ? value : "");
    }
    return {};
}

/// 不上班 says the opposite of 上班.
bool saysWork(const std::string& summary) {
    std::string text = domain::halfWidth(summary);
    replaceAll(text, "不上班", "");
    for (const std::string_view word : {"补班", "上班", "(班)"})
        if (text.find(word) != std::string::npos) return true;
    return false;
}

bool saysOff(const std::string& summary) {
    return summary.find("休") != std::string::npos || summary.find("假期") != std::string::npos;
}

std::optional<bool> isWorkingDay(icalcomponent* event, const std::string& summary) {
    const std::string special = specialDay(event);
    if (special == "alternate-workday") return true;
    if (special == "work-holiday") return false;
    if (saysWork(summary)) return true;
    if (saysOff(summary)) return false;
    return std::nullopt;
}

/// First day and number of days, or why there are none.
struct Extent {
    std::optional<EventFault> fault;
    domain::Date first;
    int days = 1;
};

Extent extentOf(icalcomponent* event, const std::string& lowerText) {
    icalproperty* start = icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY);
    if (!start)
        return {says(lowerText, "dtstart") ? EventFault::DateUnreadable : EventFault::DateMissing, {}, 0};
    const icaltimetype from = icalproperty_get_dtstart(start);
    const auto first = dateOf(from);
    if (!first) return {EventFault::DateUnreadable, {}, 0};
    if (!isMidnight(from)) return {EventFault::NotAllDay, {}, 0};
    Extent extent{std::nullopt, *first, 1};
    if (icalproperty* end = icalcomponent_get_first_property(event, ICAL_DTEND_PROPERTY)) {
        const icaltimetype until = icalproperty_get_dtend(end);
        const auto last = dateOf(until);
        if (!last) return {EventFault::DateUnreadable, {}, 0};
        if (!isMidnight(until)) return {EventFault::NotAllDay, {}, 0};
        extent.days = first->daysTo(*last);
        if (extent.days < 0) return {EventFault::EndBeforeStart, {}, 0};
    } else if (icalproperty* length = icalcomponent_get_first_property(event, ICAL_DURATION_PROPERTY)) {
        const icaldurationtype duration = icalproperty_get_duration(length);
        if (duration.weeks > 60 || duration.days > 400) return {EventFault::TooLong, {}, 0};
        extent.days = static_cast<int>(duration.weeks * 7 + duration.days);
    } else if (says(lowerText, "dtend") || says(lowerText, "duration")) {
        return {EventFault::DateUnreadable, {}, 0};
    } else if (!from.is_date) {
        return {EventFault::NotAllDay, {}, 0};
    }
    if (extent.days > LONGEST_EVENT_DAYS) return {EventFault::TooLong, {}, 0};
    // Some writers give the same day as start and end.
    extent.days = std::max(extent.days, 1);
    return extent;
}

std::set<domain::Date> exceptionsOf(icalcomponent* event) {
    std::set<domain::Date> days;
    for (auto* one = icalcomponent_get_first_property(event, ICAL_EXDATE_PROPERTY); one;
         one = icalcomponent_get_next_property(event, ICAL_EXDATE_PROPERTY))
        if (const auto day = dateOf(icalproperty_get_exdate(one))) days.insert(*day);
    return days;
}

std::set<int> valuesOf(const short* values, std::size_t most) {
    std::set<int> found;
    for (std::size_t i = 0; i < most && values[i] != ICAL_RECURRENCE_ARRAY_MAX; ++i)
        found.insert(values[i]);
    return found;
}

/// libical counts Sunday as 1; ours begins with Monday.
std::optional<WeekdayPlace> weekdayOf(short encoded) {
    const int day = static_cast<int>(icalrecurrencetype_day_day_of_week(encoded));
    if (day < 1 || day > 7) return std::nullopt;
    return WeekdayPlace{static_cast<domain::Weekday>((day + 5) % 7),
                        icalrecurrencetype_day_position(encoded)};
}

/// Nothing for the parts of RFC 5545 that no calendar of holidays needs.
std::optional<DayRule> ruleOf(const icalrecurrencetype& source) {
    DayRule rule;
    switch (source.freq) {
    case ICAL_YEARLY_RECURRENCE: rule.frequency = Frequency::Yearly; break;
    case ICAL_MONTHLY_RECURRENCE: rule.frequency = Frequency::Monthly; break;
    case ICAL_WEEKLY_RECURRENCE: rule.frequency = Frequency::Weekly; break;
    case ICAL_DAILY_RECURRENCE: rule.frequency = Frequency::Daily; break;
    default: return std::nullopt;
    }
    const bool unusual = source.by_set_pos[0] != ICAL_RECURRENCE_ARRAY_MAX ||
                         source.by_year_day[0] != ICAL_RECURRENCE_ARRAY_MAX ||
                         source.by_week_no[0] != ICAL_RECURRENCE_ARRAY_MAX || source.rscale != nullptr;
    if (unusual || source.interval < 1 || source.count < 0) return std::nullopt;
    rule.interval = source.interval;
    rule.count = source.count;
    rule.months = valuesOf(source.by_month, ICAL_BY_MONTH_SIZE);
    rule.monthDays = valuesOf(source.by_month_day, ICAL_BY_MONTHDAY_SIZE);
    for (std::size_t i = 0; i < ICAL_BY_DAY_SIZE && source.by_day[i] != ICAL_RECURRENCE_ARRAY_MAX; ++i) {
        const auto weekday = weekdayOf(source.by_day[i]);
        if (!weekday) return std::nullopt;
        rule.weekdays.push_back(*weekday);
    }
    if (!icaltime_is_null_time(source.until)) {
        rule.until = dateOf(source.until);
        if (!rule.until) return std::nullopt;
    }
    return rule;
}

/// The first days of all occurrences; nothing when the rule cannot be read.
std::optional<std::vector<domain::Date>> occurrences(icalcomponent* event, const std::string& lowerText,
                                                     domain::Date first, YearSpan span, int& steps) {
    icalproperty* property = icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY);
    if (!property) return says(lowerText, "rrule") ? std::nullopt : std::optional(std::vector{first});
    const auto rule = ruleOf(icalproperty_get_rrule(property));
    if (!rule) return std::nullopt;
    auto days = daysOf(*rule, first, span.first, span.last, steps);
    const auto skipped = exceptionsOf(event);
    if (days) std::erase_if(*days, [&](domain::Date day) { return skipped.contains(day); });
    return days;
}

bool isCancelled(icalcomponent* event) {
    icalproperty* status = icalcomponent_get_first_property(event, ICAL_STATUS_PROPERTY);
    return status && icalproperty_get_status(status) == ICAL_STATUS_CANCELLED;
}

void addEvent(CalendarCollector& into, const EventText& source, YearSpan span, int& steps) {
    const Component event(icalparser_parse_string(source.text.c_str()), &icalcomponent_free);
    if (!event)
        return into.bad(source.line, "", source.closed ? EventFault::DateMissing : EventFault::NeverClosed);
    const std::string name = summaryOf(event.get());
    if (!source.closed) return into.bad(source.line, name, EventFault::NeverClosed);
    if (isCancelled(event.get())) return into.bad(source.line, name, EventFault::Cancelled);
    const std::string lowerText = domain::lowerAscii(source.text);
    const Extent extent = extentOf(event.get(), lowerText);
    if (extent.fault) return into.bad(source.line, name, *extent.fault);
    const auto firsts = occurrences(event.get(), lowerText, extent.first, span, steps);
    if (!firsts) return into.bad(source.line, name, EventFault::RecurrenceUnreadable);
    const auto working = isWorkingDay(event.get(), name);
    for (const auto first : *firsts) {
        const domain::Date last = first.plusDays(extent.days - 1);
        if (!working) into.undecided(first, last, name);
        for (auto day = first; working && day <= last; day = day.plusDays(1)) {
            into.add(day, *working, name, source.line);
            into.year(day.year());
        }
    }
}

} // namespace

CalendarFile icsCalendar(std::string_view utf8, const std::string& fileName, YearSpan recurring) {
    const std::string beginning = domain::lowerAscii(domain::trimmed(utf8.substr(0, 200)));
    if (!beginning.starts_with("begin:vcalendar") && !beginning.starts_with("begin:vevent"))
        throw FormatError(Fault::NotACalendar, fileName);
    icalerror_set_errors_are_fatal(0);
    CalendarCollector collector;
    const auto events = eventTexts(utf8);
    int steps = MOST_RECURRENCE_STEPS;
    for (const auto& event : events) {
        addEvent(collector, event, recurring, steps);
        if (collector.size() > MOST_DAYS || events.size() > MOST_EVENTS)
            throw FormatError(Fault::TooManyRows, fileName, event.line);
    }
    return std::move(collector).finished();
}

} // namespace fledgling::format
