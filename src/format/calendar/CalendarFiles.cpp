#include "format/calendar/CalendarFiles.h"

#include "format/Encoding.h"
#include "format/FileBytes.h"
#include "format/FormatError.h"
#include "format/calendar/CalendarCollector.h"

#include <algorithm>

namespace fledgling::format {

void CalendarCollector::add(domain::Date day, bool working, const std::string& name, int line) {
    const auto [it, fresh] = m_days.emplace(day, domain::CalendarDay{day, working, name});
    if (!fresh && it->second.working != working) bad(line, name, EventFault::Contradiction);
}

void CalendarCollector::undecided(domain::Date first, domain::Date last, const std::string& name) {
    m_file.undecided.push_back({first, last, name});
}

CalendarFile CalendarCollector::finished() && {
    for (auto& [day, entry] : m_days)
        m_file.days.push_back(std::move(entry));
    std::stable_sort(m_file.undecided.begin(), m_file.undecided.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::stable_sort(m_file.bad.begin(), m_file.bad.end(),
                     [](const auto& a, const auto& b) { return a.line < b.line; });
    return std::move(m_file);
}

std::vector<domain::CalendarDay> daysOf(const UndecidedEvent& event, bool working) {
    std::vector<domain::CalendarDay> days;
    for (domain::Date day = event.first; day <= event.last; day = day.plusDays(1))
        days.push_back({day, working, event.name});
    return days;
}

CalendarFile calendarOf(std::string_view bytes, const std::string& fileName, YearSpan recurring) {
    const std::string text = decoded(bytes, fileName).utf8;
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first != std::string::npos && text[first] == '{') return jsonCalendar(text, fileName);
    if (first != std::string::npos && (text[first] == 'B' || text[first] == 'b'))
        return icsCalendar(text, fileName, recurring);
    throw FormatError(Fault::NotACalendar, fileName);
}

CalendarFile readCalendar(const std::filesystem::path& file, YearSpan recurring) {
    return calendarOf(bytesOf(file), shown(file), recurring);
}

} // namespace fledgling::format
