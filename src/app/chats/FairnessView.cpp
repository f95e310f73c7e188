#include "app/chats/FairnessView.h"

#include "app/Record.h"
#include "domain/Refused.h"
#include "domain/Roles.h"
#include "store/CohortStore.h"
#include "store/chats/ChatStore.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using store::ChatStore;

void FairnessView::load(Date first, Date last) {
    if (!seesEverybody(m_desk.actor))
        throw Refused(Rule::NotYourRight, {std::string(keyOf(Verb::DecideAppeal))});
    m_criteria.clear();
    m_readers.clear();
    const auto newest = store::CohortStore(m_desk.database, m_desk.asOf).newest();
    if (!newest) throw Refused(Rule::CourseNotLoaded, {"–", "–"});
    const auto& course = m_desk.shelf.course(newest->course, newest->version);
    std::vector<DoubleReading> readings;
    std::set<PersonId> people;
    for (auto& [one, other] : ChatStore(m_desk.database, m_desk.asOf).doubleReadings(first, last)) {
        people.insert({one.by, other.by});
        readings.push_back({std::move(one.review), one.by, std::move(other.review), other.by});
    }
    m_count = static_cast<int>(readings.size());
    const auto found = agreements(readings, criteriaOf(course.chatReview));
    m_criteria.push_back({"", "", found.at("")});
    for (const auto& id : criteriaOf(course.chatReview)) {
        const auto* criterion = course.chatReview.criterion(id);
        m_criteria.push_back(
            {id, criterion ? criterion->title.in(m_language, course.language) : "", found.at(id)});
    }
    const auto names = namesOf(m_desk, people);
    for (const auto& one : strictnessOf(readings, course.chatReview.on(last)))
        m_readers.push_back({names.at(one.reader), one});
    std::sort(m_readers.begin(), m_readers.end(), [](const Reader& a, const Reader& b) {
        return a.strictness.pointsPerMonth > b.strictness.pointsPerMonth;
    });
    m_deciding = decidingDays(m_desk, first, last);
    if (onChanged) onChanged();
}

} // namespace fledgling::app
