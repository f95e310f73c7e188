#include "app/calendar/Calendars.h"

#include "app/Keep.h"
#include "app/people/People.h"
#include "domain/Course.h"
#include "domain/Text.h"
#include "store/PeopleStore.h"

#include <algorithm>
#include <filesystem>

namespace fledgling::app {

using namespace domain;
using store::ChangeNumber;
using store::PeopleStore;

namespace {

/// Recurring events of a calendar file are laid out for the years a plan may reach.
format::YearSpan planningYears(const Desk& desk) { return {desk.today().year() - 1, desk.today().year() + 2}; }

std::set<Weekday> weekOf(const std::string& words) {
    std::set<Weekday> week;
    for (const auto& word : split(words, ','))
        if (const auto day = weekdayOf(word)) week.insert(*day);
    return week;
}

} // namespace

Calendar calendarOf(Desk& desk, const std::set<Weekday>& workingWeek) {
    return {workingWeek, PeopleStore(desk.database, desk.asOf).calendarDays()};
}

Calendar calendarOf(Desk& desk) { return calendarOf(desk, weekOf(settingOf(desk, WORKING_WEEK, "mon,tue,wed,thu,fri"))); }

CalendarPreview previewCalendar(Desk& desk, const std::string& path) {
    const auto file = format::readCalendar(std::filesystem::u8path(path), planningYears(desk));
    CalendarPreview preview{path, {}, {}, {}, file.undecided, file.bad};
    const Calendar now = calendarOf(desk);
    for (const auto& day : file.days) {
        const auto* stands = now.exception(day.day);
        if (!stands)
            preview.fresh.push_back(day);
        else
            (*stands == day ? preview.same : preview.changed).push_back(day);
    }
    return preview;
}

ChangeNumber setDays(Desk& desk, const std::vector<CalendarDay>& days, const std::string& source) {
    return perform(desk, Verb::ImportCalendar, [&] {
        const Calendar now = calendarOf(desk);
        Deed deed{"import-calendar", {}, {Topic::Calendar}, "", 0, {}};
        for (const auto& day : days)
            if (const auto* stands = now.exception(day.day); !stands || !(*stands == day))
                deed.facts.push_back(PeopleStore::fact(day, source));
        return deed;
    });
}

ChangeNumber setWorkingWeek(Desk& desk, const std::set<Weekday>& week) {
    std::vector<std::string> keys;
    for (const auto day : week)
        keys.emplace_back(keyOf(day));
    return changeSetting(desk, WORKING_WEEK, joined(keys, ","));
}

ChangeNumber clearDay(Desk& desk, Date day) {
    return perform(desk, Verb::ImportCalendar, [&] {
        Deed deed{"import-calendar", {}, {Topic::Calendar}, "", 0, {}};
        if (calendarOf(desk).exception(day)) deed.facts.push_back({"calendar_day", {day.iso()}, {}, true, {}});
        return deed;
    });
}

ChangeNumber importShippedCalendars(Desk& desk, const std::string& assets) {
    const auto folder = std::filesystem::u8path(assets) / "calendars";
    std::vector<std::filesystem::path> files;
    if (std::filesystem::is_directory(folder))
        for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    const Calendar now = calendarOf(desk);
    std::vector<CalendarDay> days;
    for (const auto& file : files)
        for (const auto& day : format::readCalendar(file, planningYears(desk)).days)
            if (!now.exception(day.day)) days.push_back(day);
    return setDays(desk, days, "shipped");
}

} // namespace fledgling::app
