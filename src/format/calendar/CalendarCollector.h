#pragma once

#include "format/calendar/CalendarFiles.h"

#include <map>

namespace fledgling::format {

/// Gathers what a calendar file says, day by day, and keeps contradictions apart.
class CalendarCollector {
public:
    void add(domain::Date day, bool working, const std::string& name, int line);
    void undecided(domain::Date first, domain::Date last, const std::string& name);
    void bad(int line, const std::string& name, EventFault fault) {
        m_file.bad.push_back({line, name, fault});
    }
    void year(int year) { m_file.years.insert(year); }
    [[nodiscard]] std::size_t size() const { return m_days.size() + m_file.undecided.size(); }
    [[nodiscard]] CalendarFile finished() &&;

private:
    std::map<domain::Date, domain::CalendarDay> m_days;
    CalendarFile m_file;
};

} // namespace fledgling::format
