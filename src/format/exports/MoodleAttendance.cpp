#include "format/exports/MoodleAttendance.h"

#include "format/Csv.h"

namespace fledgling::format {

namespace {

/// Moodle takes the description as HTML.
std::string htmlOf(const std::string& text) {
    std::string html;
    for (const char c : text) {
        if (c == '&') html += "&amp;";
        else if (c == '<') html += "&lt;";
        else if (c == '>') html += "&gt;";
        else html += c;
    }
    return html;
}

} // namespace

std::string moodleStatus(domain::MarkKind kind) {
    switch (kind) {
    case domain::MarkKind::Present: return "P";
    case domain::MarkKind::Late:
    case domain::MarkKind::LeftEarly: return "L";
    case domain::MarkKind::OnLeave: return "E";
    case domain::MarkKind::Absent: return "A";
    }
    return {};
}

std::string moodleMarksOf(const std::vector<MoodleMark>& marks) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& mark : marks)
        rows.push_back({mark.day.iso() + " " + mark.begins.text(), mark.idNumber, moodleStatus(mark.kind), mark.remark});
    return csvOf({"sessiondate", "idnumber", "status", "remarks"}, rows);
}

std::string moodleSessionsOf(const std::vector<MoodleSession>& sessions) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& one : sessions)
        rows.push_back({one.course, "", one.day.iso(), one.hours.begin().text(), one.hours.end().text(), htmlOf(one.description)});
    return csvOf({"course", "groups", "sessiondate", "from", "to", "description"}, rows);
}

} // namespace fledgling::format
