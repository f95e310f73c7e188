#include "app/cohorts/PlanLines.h"

#include "app/roll/Roll.h"
#include "store/CohortStore.h"

namespace fledgling::app {

using namespace domain;

namespace {

std::string titleIn(const Course* course, const std::string& session, const std::string& language) {
    const auto* taught = course ? course->session(session) : nullptr;
    return taught ? taught->title.in(language, course->language) : session;
}

} // namespace

std::vector<ClashLine> linesOf(Desk& desk, const std::vector<NamedClash>& clashes,
                               const std::string& language, const std::string& newCohort,
                               const Course* newCourse) {
    const auto line = [&](const LaidSession& session) {
        const auto cohort = store::CohortStore(desk.database, desk.asOf).cohort(session.cohort);
        const Course* course = cohort ? &desk.shelf.of(*cohort) : newCourse;
        return SessionLine{cohort ? cohort->name : newCohort,
                           titleIn(course, session.courseSession, language), session.day, session.hours};
    };
    std::vector<ClashLine> lines;
    for (const auto& clash : clashes)
        lines.push_back({clash.kind, clash.who, line(clash.between.one), line(clash.between.other)});
    return lines;
}

std::vector<MoveLine> linesOf(Desk& desk, const std::vector<NamedMove>& moves, const std::string& language) {
    std::vector<MoveLine> lines;
    for (const auto& one : moves) {
        const Session session = sessionOf(desk, one.move.session);
        lines.push_back({session.id, one.cohort, titleOf(desk, session, language), session.hours,
                         one.move.from, one.move.to});
    }
    return lines;
}

} // namespace fledgling::app
