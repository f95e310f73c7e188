#pragma once

#include "app/Department.h"
#include "app/Desk.h"
#include "app/Keep.h"
#include "app/roll/Roll.h"
#include "domain/Cohort.h"
#include "domain/Refused.h"
#include "store/AttendanceStore.h"
#include "store/CohortStore.h"
#include "store/MentoringStore.h"
#include "store/PeopleStore.h"

#include <gtest/gtest.h>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace fledgling::app::test {

/// A small course: two days, three skills of which one is only for complaint handlers, three mentored days,
/// one text to sign for. `extra` is appended to the criteria.
inline std::map<std::string, std::string> coursePackage(const std::string& version = "1",
                                                        const std::string& extra = "") {
    return {{"course.yaml", "id: small\nversion: \"" + version + R"("
language: en
title: Small course
posts: [agent, complaint, order]
days:
  - title: Day 1
    sessions:
      - {id: d1-am, when: morning, kind: classroom, file: sessions/d1-am.md}
      - {id: d1-pm, when: afternoon, kind: shadowing, file: sessions/d1-pm.md}
  - title: Day 2
    sessions:
      - {id: d2-am, when: morning, kind: classroom, file: sessions/d2-am.md}
      - {id: d2-pm, when: afternoon, kind: shadowing, file: sessions/d2-pm.md}
skills:
  - {id: greeting, title: Standard greeting}
  - {id: closing, title: Standard closing, need: helped}
  - {id: evidence, title: Evidence, posts: [complaint]}
mentoring: {days: 3, log: daily}
assessments:
  - {id: desk, kind: practical, title: Desk check, scale: [not yet, pass], items: [{id: one, title: One}]}
attendance:
  statuses: [present, late, left-early, leave, absent]
  make_up: required
  consequences:
    - {status: late, from: 2026-01-01, text: 20 yuan}
acknowledge: [rules/conduct.md]
readiness:
  - {id: attended, title: Sessions done, measure: sessions_done, at_least: 100%}
  - {id: skills, title: Skills signed off, measure: skills_signed, at_least: 100%}
  - {id: mentor, title: Has a mentor, measure: mentor_assigned}
  - {id: mentored, title: Days mentored, measure: days_mentored, at_least: 2}
  - {id: rules, title: Rules acknowledged, measure: rules_acknowledged, at_least: 100%}
)" + extra},
            {"sessions/d1-am.md", "# Attitude\n\nThe customer comes first.\n"},
            {"sessions/d1-pm.md", "# Follow along\n\nWatch the desk.\n"},
            {"sessions/d2-am.md", "# Work flow\n\nThe four flows.\n"},
            {"sessions/d2-pm.md", "# Follow an agent\n\nWatch again.\n"},
            {"rules/conduct.md", "# Conduct\n\nNeat dress and badge. Version " + version + ".\n"}};
}

/// A department in memory with one manager, one supervisor, one trainer; tests add mentors, cohorts and
/// trainees. Today is Monday 2026-03-16 at 09:00 unless a test moves it.
class DeskFixture : public ::testing::Test {
protected:
    DeskFixture() : m_database(":memory:", store::Database::Mode::Create), m_shelf(m_database) {
        manager = addPerson("Manager", {domain::Role::Manager});
        supervisor = addPerson("Supervisor", {domain::Role::Supervisor});
        trainer = addPerson("Trainer", {domain::Role::Trainer});
        loadPackage(coursePackage());
    }

    void loadPackage(const std::map<std::string, std::string>& files, const std::string& version = "1") {
        write(store::CohortStore::facts({"small", version, "Small course", version}, files));
    }

    /// A desk of that person, with its own undo.
    Desk& at(const domain::PersonId& who) {
        auto& desk = m_desks[who];
        if (!desk) {
            Clock clock;
            clock.now = [this] { return domain::Instant{m_clock.at(today, time).ms}; };
            desk = std::make_unique<Desk>(Desk{m_database, *store::PeopleStore(m_database).person(who), clock,
                                               freshId, m_events, m_undo[who], m_shelf});
        }
        return *desk;
    }

    domain::PersonId addPerson(const std::string& name, const std::set<domain::Role>& roles,
                               const std::set<domain::Post>& posts = {domain::Post::Agent},
                               int capacity = 0) {
        domain::Person person;
        person.id = domain::PersonId(freshId());
        person.card.name = name;
        person.roles = roles;
        person.posts = posts;
        person.capacity = capacity;
        write(store::PeopleStore::facts(person));
        return person.id;
    }
    domain::PersonId addMentor(const std::string& name, int capacity = 2,
                               const std::set<domain::Post>& posts = {domain::Post::Agent,
                                                                      domain::Post::Complaint}) {
        return addPerson(name, {domain::Role::Mentor}, posts, capacity);
    }
    domain::PersonId addTrainee(const std::string& name, const domain::CohortId& cohort,
                                domain::Post post = domain::Post::Agent) {
        const auto id = addPerson(name, {domain::Role::Trainee}, {post});
        write({store::CohortStore::fact(
            domain::Member{cohort, id, domain::Date(2026, 3, 1), std::nullopt, ""})});
        return id;
    }

    /// A cohort whose four half days lie on `start` and the day after.
    domain::CohortId addCohort(const std::string& name, domain::Date start,
                               std::optional<domain::Date> review = {}, const std::string& version = "1") {
        const domain::Cohort cohort{domain::CohortId(freshId()), name, "small", version, start, review};
        std::vector<store::Fact> facts{store::CohortStore::fact(cohort)};
        int half = 0;
        for (const char* session : {"d1-am", "d1-pm", "d2-am", "d2-pm"}) {
            const auto hours =
                half % 2 == 0 ? domain::Hours::parse("07:00-11:30") : domain::Hours::parse("13:00-16:00");
            facts.push_back(store::CohortStore::fact(domain::Session{domain::SessionId(freshId()), cohort.id,
                                                                     session, start.plusDays(half / 2),
                                                                     *hours, "Room 1", trainer}));
            ++half;
        }
        write(facts);
        return cohort.id;
    }
    domain::SessionId session(const domain::CohortId& cohort, const std::string& courseSession) {
        for (const auto& one : store::CohortStore(m_database).sessionsOf(cohort))
            if (one.courseSession == courseSession) return one.id;
        return {};
    }
    void addMark(const domain::CohortId& cohort, const std::string& courseSession,
                 const domain::PersonId& trainee, domain::MarkKind kind = domain::MarkKind::Present,
                 int minutes = 0) {
        write({store::AttendanceStore::fact(session(cohort, courseSession), trainee,
                                            domain::Mark{kind, domain::Minutes(minutes)})});
    }
    void addAllMarks(const domain::CohortId& cohort, const domain::PersonId& trainee) {
        for (const char* one : {"d1-am", "d1-pm", "d2-am", "d2-pm"})
            addMark(cohort, one, trainee);
    }
    void addLeave(const domain::PersonId& person, domain::Date first, domain::Date last) {
        write({store::PeopleStore::fact(domain::Leave{domain::LeaveId(freshId()), person, first, last,
                                                      domain::LeaveState::Approved, "rest"})});
    }
    void addPair(const domain::PersonId& trainee, const domain::PersonId& mentor, domain::Date since) {
        write({store::MentoringStore::fact(domain::Pair{trainee, mentor, since, std::nullopt, ""})});
    }
    /// An entry in which everything named was done alone.
    domain::LogId addEntry(const domain::PersonId& trainee, const domain::PersonId& mentor, domain::Date day,
                           const std::vector<std::string>& skills = {}) {
        domain::LogEntry entry;
        entry.id = domain::LogId(freshId());
        entry.trainee = trainee;
        entry.mentor = mentor;
        entry.day = day;
        entry.practised = skills;
        entry.how = skills.empty() ? domain::SkillLevel::None : domain::SkillLevel::Alone;
        entry.wentWell = "calm";
        write({store::MentoringStore::fact(entry)});
        return entry.id;
    }

    /// Straight into the book, past verbs and rights.
    store::ChangeNumber write(const std::vector<store::Fact>& facts) {
        store::ChangeHead head;
        head.command = domain::CommandId(freshId());
        head.at = m_clock.at(today, time);
        head.localDate = today;
        head.zone = "+08:00";
        head.verb = "test";
        return store::Book(m_database).append(head, facts);
    }
    store::ChangeNumber last() { return store::Book(m_database).last(); }

    domain::Date today{2026, 3, 16};
    domain::TimeOfDay time{9, 0};
    domain::PersonId manager, supervisor, trainer;

    store::Database m_database;
    Events m_events;
    CourseShelf m_shelf;

private:
    Clock m_clock;
    std::map<domain::PersonId, UndoList> m_undo;
    std::map<domain::PersonId, std::unique_ptr<Desk>> m_desks;
};

/// The rule that refused, or nothing when it went through. Anything else thrown goes on.
template <class Doing>
std::optional<domain::Rule> refusedBy(Doing doing) {
    try {
        doing();
        return std::nullopt;
    } catch (const domain::Refused& refused) {
        return refused.rule();
    }
}

} // namespace fledgling::app::test
