#pragma once

#include "domain/Cohort.h"
#include "store/Book.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fledgling::store {

/// Course versions in use with their files, cohorts, their sessions and members.
class CohortStore {
public:
    explicit CohortStore(Database& database, ChangeNumber asOf = NOW) : m_database(database), m_asOf(asOf) {}

    struct CourseVersion {
        std::string course;
        std::string version;
        std::string title;
        std::string digest; ///< SHA-256 over the package's files
    };
    [[nodiscard]] std::vector<CourseVersion> courses();
    /// The one loaded last: the department's own rules where no cohort says which.
    [[nodiscard]] std::optional<CourseVersion> newest();
    /// The package's files by path, as they were loaded; empty when there is no such version.
    [[nodiscard]] std::map<std::string, std::string> files(const std::string& course,
                                                           const std::string& version);
    /// The same, but pictures and films empty: they are most of a package's bytes, and few pages show one.
    [[nodiscard]] std::map<std::string, std::string> texts(const std::string& course, const std::string& version);
    [[nodiscard]] std::optional<std::string> file(const std::string& course, const std::string& version,
                                                  const std::string& path);
    [[nodiscard]] static std::vector<Fact> facts(const CourseVersion& course,
                                                 const std::map<std::string, std::string>& files);

    [[nodiscard]] std::vector<domain::Cohort> cohorts();
    [[nodiscard]] std::optional<domain::Cohort> cohort(const domain::CohortId& id);
    /// In time order.
    [[nodiscard]] std::vector<domain::Session> sessionsOf(const domain::CohortId& cohort);
    [[nodiscard]] std::vector<domain::Session> sessionsBetween(domain::Date first, domain::Date last);
    [[nodiscard]] std::optional<domain::Session> session(const domain::SessionId& id);
    [[nodiscard]] std::vector<domain::Session> sessions(const std::set<domain::SessionId>& ids);
    /// Every session that was ever laid for that cohort, and every one a trainer was ever to hold, those taken out
    /// of the plan among them: what calendars elsewhere may still show.
    [[nodiscard]] std::set<domain::SessionId> everLaidFor(const domain::CohortId& cohort);
    [[nodiscard]] std::set<domain::SessionId> everHeldBy(const domain::PersonId& trainer);
    [[nodiscard]] std::vector<domain::Member> membersOf(const domain::CohortId& cohort);
    [[nodiscard]] std::vector<domain::Member> membershipsOf(const domain::PersonId& trainee);
    [[nodiscard]] std::vector<domain::Member> membershipsOf(const std::set<domain::PersonId>& trainees);
    /// Members of every cohort that started on or after that day.
    [[nodiscard]] std::vector<domain::Member> membersSince(domain::Date start);

    [[nodiscard]] static Fact fact(const domain::Cohort& cohort);
    [[nodiscard]] static Fact fact(const domain::Session& session);
    [[nodiscard]] static Fact fact(const domain::Member& member);
    /// What a fact of the book says of a session or cohort; nothing where it was taken out.
    [[nodiscard]] static std::optional<domain::Session> sessionIn(const Fact& fact);
    [[nodiscard]] static std::optional<domain::Cohort> cohortIn(const Fact& fact);

private:
    [[nodiscard]] std::vector<domain::Session> sessionsWhere(const std::string& condition,
                                                             const std::vector<Value>& arguments);
    [[nodiscard]] std::set<domain::SessionId> everWhere(const std::string& condition, const std::string& id);
    [[nodiscard]] std::vector<domain::Member> membersWhere(const std::string& condition,
                                                           const std::vector<Value>& arguments);

    Database& m_database;
    ChangeNumber m_asOf;
};

} // namespace fledgling::store
