#include "format/FormatError.h"
#include "format/Json.h"
#include "format/calendar/CalendarCollector.h"
#include "format/calendar/CalendarFiles.h"

#include <optional>

namespace fledgling::format {

namespace {

int yearOf(const JsonValue& object, const std::string& fileName) {
    const int year = object.numberAt("year").value_or(0);
    if (year < 1900 || year > 2199) throw FormatError(Fault::YearMissing, fileName);
    return year;
}

void addEntry(CalendarCollector& into, const JsonValue& entry, int number) {
    if (entry.kind != JsonValue::Kind::Object) return into.bad(number, "", EventFault::EntryIncomplete);
    const auto name = entry.textAt("name"), date = entry.textAt("date");
    const auto off = entry.flagAt("isOffDay");
    if (!name || !date || !off) return into.bad(number, name.value_or(""), EventFault::EntryIncomplete);
    const auto day = domain::Date::parse(*date);
    if (!day) return into.bad(number, *name, EventFault::DateUnreadable);
    into.add(*day, !*off, *name, number);
}

} // namespace

CalendarFile jsonCalendar(std::string_view utf8, const std::string& fileName) {
    const auto object = jsonOf(utf8, fileName);
    if (object.kind != JsonValue::Kind::Object) throw FormatError(Fault::NotACalendar, fileName);
    CalendarCollector collector;
    collector.year(yearOf(object, fileName));
    const auto* days = object.listAt("days");
    if (!days) throw FormatError(Fault::NotACalendar, fileName);
    int number = 0;
    for (const auto& entry : days->items)
        addEntry(collector, entry, ++number);
    return std::move(collector).finished();
}

} // namespace fledgling::format
