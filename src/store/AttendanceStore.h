#pragma once

#include "domain/Attendance.h"
#include "store/Book.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fledgling::store {

/// A mark as it stands, with the change that set it (which a later write names as the one it saw).
struct KeptMark {
    domain::SessionId session;
    domain::PersonId trainee;
    domain::Mark mark;
    ChangeNumber change = 0;
};

/// A mark with the session it was given in.
struct TakenSession {
    domain::PersonId trainee;
    domain::SessionId session;
    domain::CohortId cohort;
    std::string course;
    std::string courseSession;
    domain::Date day;
    domain::Mark mark;
};

/// A signed waiver of an owed session.
struct Waiver {
    domain::PersonId trainee;
    std::string course;
    std::string courseSession;
    std::string why;
};

/// Somebody of another cohort expected to make up an owed session here.
struct Guest {
    domain::SessionId session;
    domain::PersonId trainee;
};

/// Marks, closed rolls, guests and waivers.
class AttendanceStore {
public:
    explicit AttendanceStore(Database& database, ChangeNumber asOf = NOW)
        : m_database(database), m_asOf(asOf) {}

    [[nodiscard]] std::vector<KeptMark> marksIn(const domain::SessionId& session);
    [[nodiscard]] std::vector<KeptMark> marksOf(const domain::PersonId& trainee);
    [[nodiscard]] std::optional<KeptMark> mark(const domain::SessionId& session,
                                               const domain::PersonId& trainee);
    [[nodiscard]] bool hasMarks(const domain::SessionId& session);
    [[nodiscard]] bool isClosed(const domain::SessionId& session);
    /// Those of the sessions whose roll is closed.
    [[nodiscard]] std::set<domain::SessionId> closed(const std::set<domain::SessionId>& sessions);
    [[nodiscard]] std::vector<Guest> guestsIn(const domain::SessionId& session);
    [[nodiscard]] std::vector<Guest> guestingsOf(const domain::PersonId& trainee);
    /// Sessions in which that trainee was ever expected as a guest.
    [[nodiscard]] std::set<domain::SessionId> everGuestIn(const domain::PersonId& trainee);
    [[nodiscard]] std::vector<Waiver> waiversOf(const domain::PersonId& trainee);
    /// The same for many people at once, in few statements whatever the history of everybody else. Marks of
    /// any cohort, in time order.
    [[nodiscard]] std::vector<TakenSession> takenBy(const std::set<domain::PersonId>& trainees);
    [[nodiscard]] std::vector<Waiver> waiversOf(const std::set<domain::PersonId>& trainees);

    /// Nothing for `mark` makes the trainee not marked again. `saw`: see Fact.
    [[nodiscard]] static Fact fact(const domain::SessionId& session, const domain::PersonId& trainee,
                                   const std::optional<domain::Mark>& mark,
                                   std::optional<ChangeNumber> saw = {});
    [[nodiscard]] static Fact closedFact(const domain::SessionId& session, bool closed);
    [[nodiscard]] static Fact fact(const Guest& guest, bool expected);
    [[nodiscard]] static Fact fact(const Waiver& waiver);

private:
    [[nodiscard]] std::vector<KeptMark> marksWhere(const std::string& condition,
                                                   const std::vector<Value>& arguments);
    [[nodiscard]] std::vector<Guest> guestsWhere(const std::string& condition,
                                                 const std::vector<Value>& arguments);

    Database& m_database;
    ChangeNumber m_asOf;
};

} // namespace fledgling::store
