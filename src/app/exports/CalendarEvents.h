#pragma once

#include "app/Desk.h"
#include "app/Words.h"
#include "domain/Cohort.h"
#include "domain/Person.h"
#include "format/exports/CalendarOut.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fledgling::app {

/// Half days and review days as events of other programs' calendars, as of the desk's moment. An event keeps its uid
/// for ever; its sequence is how often the book changed day, hours, room or trainer after it was first laid, so that a
/// file imported again moves what it moved. What was taken out of the plan stays in the file as cancelled.
class CalendarEvents {
public:
    CalendarEvents(Desk& desk, std::string language, Tongue tongue)
        : m_desk(desk), m_language(std::move(language)), m_tr(std::move(tongue)) {}

    /// Every half day of the cohort, and its review.
    [[nodiscard]] format::CalendarOut ofCohort(const domain::Cohort& cohort);
    /// What that person attends (as member or guest, with the review) and teaches; only of one cohort where it is given.
    [[nodiscard]] format::CalendarOut ofPerson(const domain::Person& person, const std::optional<domain::CohortId>& cohort);

private:
    /// What the book wrote to a session that is shown in somebody's calendar.
    struct Life {
        std::optional<domain::Session> last; ///< as it was laid last; nothing: never
        bool stands = false;                 ///< still in the plan
        int sequence = 0;
        store::ChangeNumber first = 0, latest = 0;
    };
    /// How a person's place in it changed: every change counts, whichever way it went.
    struct Place {
        int changes = 0;
        store::ChangeNumber latest = 0;
    };
    using Events = std::vector<format::CalendarEvent>;

    [[nodiscard]] Life lifeOf(const domain::SessionId& session);
    [[nodiscard]] Place placeOf(const std::string& table, const std::vector<std::string>& key);
    [[nodiscard]] format::CalendarEvent eventOf(const Life& life, bool here, const Place& place);
    [[nodiscard]] std::optional<format::CalendarEvent> reviewOf(const domain::CohortId& cohort,
                                                                const std::optional<domain::Member>& member, const Place& place);
    void addAttended(Events& events, const domain::Member& member);
    void addGuestings(Events& events, const domain::PersonId& person, const std::optional<domain::CohortId>& cohort);
    void addTaught(Events& events, const domain::PersonId& person, const std::optional<domain::CohortId>& cohort);
    [[nodiscard]] domain::Instant at(store::ChangeNumber change);
    [[nodiscard]] format::CalendarOut calendar(const std::string& name, Events events) const;

    Desk& m_desk;
    std::string m_language;
    Tongue m_tr;
    std::map<store::ChangeNumber, domain::Instant> m_at;
};

} // namespace fledgling::app
