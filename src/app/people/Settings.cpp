#include "app/people/Settings.h"

#include "app/calendar/Calendars.h"
#include "app/exports/Exports.h"
#include "domain/Course.h"
#include "domain/Text.h"

#include <algorithm>
#include <charconv>

namespace fledgling::app {

namespace {

constexpr int MOST_POINTS = 1000, MOST_DAYS = 366;
constexpr std::string_view POINTS = "a whole number from 0 to 1000", DAYS = "a whole number of days from 0 to 366";

template <int Most>
bool isCount(const std::string& value) {
    int number = 0;
    const char* end = value.data() + value.size();
    const auto [at, trouble] = std::from_chars(value.data(), end, number);
    return trouble == std::errc() && at == end && number >= 0 && number <= Most;
}

/// Days that follow one another as the calendar reads them; a week without any would never lay a session.
bool isWeek(const std::string& value) {
    const auto days = domain::split(value, ',');
    return !days.empty() && std::all_of(days.begin(), days.end(), [](const std::string& day) { return domain::weekdayOf(day).has_value(); });
}

bool isHomePageOrNone(const std::string& value) { return value.empty() || isHomePage(value); }

} // namespace

const std::vector<Setting>& knownSettings() {
    static const std::vector<Setting> all{
        {HOME_PAGE, "an address that accounts can belong to (https://host/path), or nothing", isHomePageOrNone},
        {"pairing.first-days", DAYS, isCount<MOST_DAYS>, MOST_DAYS},
        {"pairing.may-miss", DAYS, isCount<MOST_DAYS>, MOST_DAYS},
        {"weights.all-round", POINTS, isCount<MOST_POINTS>, MOST_POINTS},
        {"weights.load", POINTS, isCount<MOST_POINTS>, MOST_POINTS},
        {"weights.record", POINTS, isCount<MOST_POINTS>, MOST_POINTS},
        {"weights.same-leaning", POINTS, isCount<MOST_POINTS>, MOST_POINTS},
        {"weights.same-shift", POINTS, isCount<MOST_POINTS>, MOST_POINTS},
        {"weights.tenure", POINTS, isCount<MOST_POINTS>, MOST_POINTS},
        {"weights.tenure-years", POINTS, isCount<MOST_POINTS>, MOST_POINTS},
        {WORKING_WEEK, "days joined by commas (mon,tue,wed,thu,fri)", isWeek},
    };
    return all;
}

const Setting* settingNamed(std::string_view name) {
    const auto& all = knownSettings();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Setting& one) { return one.name == name; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace fledgling::app
