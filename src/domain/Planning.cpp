#include "domain/Planning.h"

#include <algorithm>
#include <tuple>

namespace fledgling::domain {

namespace {
Date firstWorkingDay(const Calendar& calendar, Date from) {
    const auto days = calendar.workingDays(from, 1);
    if (days.empty()) throw Refused(Rule::DayUnknown, {std::to_string(from.year())});
    return days.front();
}

auto timeOf(const LaidSession& session) {
    return std::tuple(session.day, session.hours.begin(), session.id, session.courseSession);
}

bool atOnce(const LaidSession& a, const LaidSession& b) {
    return a.day == b.day && a.hours.overlaps(b.hours);
}

/// People in both: the trainers first, then trainees in id order. Somebody who teaches one and sits in the
/// other is missed as a trainer.
void compare(const LaidSession& one, const LaidSession& other, std::vector<Clash>& found) {
    if (!atOnce(one, other)) return;
    const bool exclusive = !one.roomShared || !other.roomShared;
    if (exclusive && !one.room.empty() && one.room == other.room)
        found.push_back({ClashKind::Room, one.room, {}, one, other});
    const auto wanted = [](const PersonId& trainer, const LaidSession& by) {
        return trainer && (trainer == by.trainer || by.trainees.contains(trainer));
    };
    if (wanted(one.trainer, other)) found.push_back({ClashKind::Trainer, {}, one.trainer, one, other});
    if (one.trainer != other.trainer && wanted(other.trainer, one))
        found.push_back({ClashKind::Trainer, {}, other.trainer, one, other});
    for (const auto& trainee : one.trainees)
        if (other.trainees.contains(trainee)) found.push_back({ClashKind::Trainee, {}, trainee, one, other});
}

std::vector<LaidSession> inTimeOrder(std::vector<LaidSession> sessions) {
    std::stable_sort(sessions.begin(), sessions.end(),
                     [](const LaidSession& a, const LaidSession& b) { return timeOf(a) < timeOf(b); });
    return sessions;
}
} // namespace


std::optional<Refused> reviewRefusal(Date review, std::optional<Date> lastHalfDay, const Calendar& calendar) {
    if (lastHalfDay && review < *lastHalfDay) return Refused(Rule::ReviewEarly, {lastHalfDay->iso()});
    if (calendar.isWorking(review)) return std::nullopt;
    const auto next = calendar.workingDays(review, 1);
    return Refused(Rule::ReviewNotWorking, {review.iso(), next.empty() ? "" : next.front().iso()});
}

std::vector<int> unknownYears(const std::vector<Date>& days, const Calendar& calendar) {
    std::set<int> years;
    for (const Date day : days)
        if (!calendar.knows(day.year())) years.insert(day.year());
    return {years.begin(), years.end()};
}

CoursePlan plan(const Course& course, const Calendar& calendar, Date start, const PlanChoices& choices) {
    const auto days = calendar.workingDays(start, static_cast<int>(course.days.size()));
    if (days.size() < course.days.size()) throw Refused(Rule::DayUnknown, {std::to_string(start.year())});
    CoursePlan laidOut;
    for (std::size_t i = 0; i < days.size(); ++i) {
        for (const auto& one : course.days[i].sessions) {
            const auto own = choices.bySession.find(one.id);
            const auto& choice = own == choices.bySession.end() ? choices.everywhere : own->second;
            laidOut.sessions.push_back({one.id, days[i], course.hoursOf(one), choice.room, choice.trainer,
                                        one.kind == SessionKind::Shadowing});
        }
    }
    laidOut.unknownYears = unknownYears(days, calendar);
    return laidOut;
}

std::vector<LaidSession> laid(const CoursePlan& plan, const CohortId& cohort,
                              const std::set<PersonId>& trainees) {
    std::vector<LaidSession> sessions;
    for (const auto& one : plan.sessions)
        sessions.push_back({{},
                            cohort,
                            one.courseSession,
                            one.day,
                            one.hours,
                            one.room,
                            one.trainer,
                            trainees,
                            one.roomShared,
                            false});
    return sessions;
}

std::vector<Clash> clashes(const std::vector<LaidSession>& wanted, const std::vector<LaidSession>& standing) {
    std::set<SessionId> moved;
    for (const auto& one : wanted)
        if (one.id) moved.insert(one.id);
    const auto sorted = inTimeOrder(wanted);
    const auto others = inTimeOrder(standing);
    std::vector<Clash> found;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        for (std::size_t j = i + 1; j < sorted.size() && sorted[j].day == sorted[i].day; ++j)
            compare(sorted[i], sorted[j], found);
        const auto sameDay = std::partition_point(others.begin(), others.end(),
                                                  [&](const auto& o) { return o.day < sorted[i].day; });
        for (auto other = sameDay; other != others.end() && other->day == sorted[i].day; ++other)
            if (!moved.contains(other->id)) compare(sorted[i], *other, found);
    }
    return found;
}

std::vector<Move> replan(const std::vector<LaidSession>& sessions, const Calendar& calendar, Date today) {
    std::set<Date> takenDays;
    std::map<Date, std::vector<SessionId>> movable;
    for (const auto& one : inTimeOrder(sessions)) {
        if (one.taken)
            takenDays.insert(one.day);
        else
            movable[one.day].push_back(one.id);
    }
    std::vector<Move> moves;
    std::optional<Date> before; ///< the day of the movable sessions laid last
    for (const auto& [day, ids] : movable) {
        const bool free = !before || *before < day;
        Date to = day;
        if (!free || !calendar.isWorking(day)) {
            to = firstWorkingDay(calendar, std::max({day, today, before ? before->plusDays(1) : day}));
            while (takenDays.contains(to))
                to = firstWorkingDay(calendar, to.plusDays(1));
        }
        if (to != day)
            for (const auto& id : ids)
                moves.push_back({id, day, to});
        before = to;
    }
    return moves;
}

std::vector<std::string> outOfOrder(const Course& course, const std::vector<LaidSession>& sessions, const LaidSession& moved) {
    const auto before = std::find_if(sessions.begin(), sessions.end(), [&](const auto& one) { return one.id == moved.id; });
    const auto wrong = [](const LaidSession& one, const LaidSession& other, bool otherFirst) {
        const auto at = std::tie(one.day, one.hours), there = std::tie(other.day, other.hours);
        return otherFirst ? at < there : there < at;
    };
    std::vector<std::string> found;
    bool otherFirst = true; // in the course
    for (const auto& day : course.days)
        for (const auto& taught : day.sessions) {
            if (taught.id == moved.courseSession) otherFirst = false;
            const auto other = std::find_if(sessions.begin(), sessions.end(), [&](const auto& one) {
                return one.id != moved.id && one.courseSession == taught.id;
            });
            if (other == sessions.end() || !wrong(moved, *other, otherFirst)) continue;
            if (before == sessions.end() || !wrong(*before, *other, otherFirst)) found.push_back(taught.id);
        }
    return found;
}

void requireMovable(const LaidSession& session) {
    if (session.taken) throw Refused(Rule::SessionTaken, {session.courseSession});
}

} // namespace fledgling::domain
