#pragma once

#include "app/Desk.h"
#include "domain/Calendar.h"
#include "domain/Cohort.h"
#include "domain/Readiness.h"
#include "domain/Roles.h"
#include "domain/evidence/Evidence.h"
#include "store/AssessmentStore.h"
#include "store/AttendanceStore.h"
#include "store/MentoringStore.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fledgling::app {

/// How far ahead a session counts as one at which something can be made up, in days.
inline constexpr int PLANNED_AHEAD = 400;

/// Practice points and days read of a trainee over the whole training: points of a month less each practice day
/// that cost one.
struct PracticeRecord {
    int points = 0;
    int days = 0;
};

/// Everything the book holds of one trainee's training: what boards, the mentor's pages and the trainee's own
/// are made of.
struct Record {
    domain::Person person;
    domain::Member member;
    domain::Cohort cohort;
    const domain::Course* course = nullptr; ///< the version the cohort takes; lives as long as the shelf
    std::optional<domain::Pair> pair;       ///< the latest, ended ones too
    std::vector<domain::LogEntry> entries;  ///< newest day first
    std::vector<store::KeptSign> signs;
    std::vector<store::Acknowledgement> acknowledgements; ///< of this course
    std::optional<store::KeptDecision> decision;          ///< the one that stands
    store::ChangeNumber decisionSaw = 0;    ///< what a next decision builds on; 0: none was ever taken
    std::vector<store::TakenSession> taken; ///< of this course, in any cohort, in time order
    std::vector<store::Waiver> waivers;     ///< of this course
    std::vector<store::KeptAttempt> attempts; ///< of this course, by assessment and number
    std::map<std::string, int> lapsed; ///< the highest number of an attempt that doesn't count any more, by assessment
    std::map<std::string, int> granted;       ///< attempts beyond those of the course, by assessment
    std::optional<PracticeRecord> practice;   ///< of chat reviews; nothing: none was read
    domain::Evidence evidence;              ///< of this course
    std::set<std::string> upcoming;         ///< course sessions some cohort still holds
    std::map<std::string, domain::Date> held; ///< by course session, as the own cohort lays them

    /// SHA-256 of the course's texts to sign for, by file: what a signature must have been given under.
    std::shared_ptr<const std::map<std::string, std::string>> wordings;

    [[nodiscard]] domain::Post post() const;
    [[nodiscard]] bool paired() const { return pair && !pair->until; }
    /// Nobody when there is no pair in force.
    [[nodiscard]] domain::PersonId mentor() const { return paired() ? pair->mentor : domain::PersonId(); }
    [[nodiscard]] domain::SkillLevel level(const std::string& skill) const;
    /// Under the text as it stands in this course version; a signature under another wording doesn't count.
    [[nodiscard]] const store::Acknowledgement* signature(const domain::CourseRule& rule) const;
    /// The latest under whatever wording, which says the version it was given in; null for none.
    [[nodiscard]] const store::Acknowledgement* lastSignature(const domain::CourseRule& rule) const;
    /// At one assessment, oldest first.
    [[nodiscard]] std::vector<domain::Attempt> attemptsAt(const std::string& assessment) const;
    /// Attempts granted there beyond those of the course.
    [[nodiscard]] int grantedAt(const std::string& assessment) const;
    [[nodiscard]] std::map<std::string, domain::SessionFacts> sessionFacts() const;
    [[nodiscard]] bool approvedOn(domain::Date day) const;
};

/// The records of these memberships in their order, in a fixed number of statements however many there are
/// and however long the department's history is. Memberships of people who were erased from the book of
/// people are left out.
[[nodiscard]] std::vector<Record> recordsOf(Desk& desk, const std::vector<domain::Member>& members);
/// Of the membership in force, else the latest. Refused(Unknown), or Refused(NotMember) for who never was in
/// a cohort.
[[nodiscard]] Record recordOf(Desk& desk, const domain::PersonId& trainee);
/// The same for who takes an assessment: a trainee's record, or a mentor's, who belongs to no cohort and is
/// examined by the version loaded last. A mentor's lapsed attempts are left out (domain::examOf), their numbers
/// are not.
[[nodiscard]] Record examineeOf(Desk& desk, const domain::PersonId& person);
/// Whether somebody is judged by an assessment: a trainee by all of the course, a mentor by those mentors take again.
[[nodiscard]] bool examinedIn(const Record& record, const std::string& assessment);
/// Of many people, those left out who never were in a cohort.
[[nodiscard]] std::vector<Record> recordsOfPeople(Desk& desk, const std::set<domain::PersonId>& trainees);

/// Judges the record by another version of its course: what it would come to. The course must outlive it.
void judgeBy(Record& record, const domain::Course& course);

/// What readiness rests on, as the record has it on that day.
[[nodiscard]] domain::Facts factsOf(const Record& record, const domain::Calendar& calendar,
                                    domain::Date today);

/// The membership that counts on that day: the latest joined in force, else the latest joined; nothing for an
/// empty list.
[[nodiscard]] std::optional<domain::Member> memberOn(const std::vector<domain::Member>& memberships,
                                                     domain::Date day);

/// The day the book is read at: today, the local date of the last change shown, or the past day that is shown as
/// it is known today (app/PastDay says what counts then).
[[nodiscard]] domain::Date shownDay(Desk& desk);
/// True for a session that has ended by then; what is held on a past day that is shown hasn't.
[[nodiscard]] bool isOver(Desk& desk, domain::Date day, const domain::Hours& hours);
/// SHA-256 over every language of a text to be signed for: what a signature is given under.
[[nodiscard]] std::string digestOf(const domain::CourseRule& rule);
/// Names by id, "–" where there is none any more.
[[nodiscard]] std::map<domain::PersonId, std::string> namesOf(Desk& desk,
                                                              const std::set<domain::PersonId>& people);

/// Throws Refused(NotYourRight) unless the actor may see this trainee's details: the trainee, the current
/// mentor, or who has a trainer's, supervisor's or manager's role.
void requireMaySee(const Desk& desk, const domain::PersonId& trainee, const domain::PersonId& currentMentor);
/// Throws Refused(NotYourRight) for oneself: nobody judges the own work.
void requireOther(const Desk& desk, const domain::PersonId& person, domain::Verb verb);
/// True for trainers, supervisors and managers: they see everybody.
[[nodiscard]] bool seesEverybody(const domain::Person& actor);

} // namespace fledgling::app
