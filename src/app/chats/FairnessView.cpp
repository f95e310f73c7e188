#include "app/chats/FairnessView.h"

#include "app/Record.h"
#include "app/chats/Points.h"
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
    loadDeciding(first, last);
    if (onChanged) onChanged();
}

void FairnessView::loadDeciding(Date first, Date last) {
    m_deciding.clear();
    std::map<std::pair<PersonId, Date>, int> twice;
    for (const auto& one : ChatStore(m_desk.database, m_desk.asOf).secondReadingsOf({}, first, last))
        ++twice[{one.review.chat.agent, one.review.chat.day}];
    std::set<PersonId> people;
    ChatStore store(m_desk.database, m_desk.asOf);
    for (Month month(first); month.first() <= last; month = month.next()) {
        if (store.closing(month)) continue; // its points stand, whatever a second reading would say
        for (const auto& person : pointsOf(m_desk, month))
            for (const auto& line : person.ledger.lines) {
                const Date day = line.tally.day;
                const int again = twice[{person.person, day}];
                if (!line.decides || day < first || last < day || again >= line.tally.read) continue;
                people.insert(person.person);
                m_deciding.push_back(
                    {person.person, "", day, line.tally.read, line.tally.failed, again, line.cost > 0});
            }
    }
    const auto names = namesOf(m_desk, people);
    for (auto& one : m_deciding)
        one.name = names.at(one.person);
    std::stable_sort(m_deciding.begin(), m_deciding.end(),
                     [](const Deciding& a, const Deciding& b) { return a.day > b.day; });
}

} // namespace fledgling::app
