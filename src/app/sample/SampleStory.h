#pragma once

#include "app/Department.h"
#include "app/sample/Sample.h"
#include "domain/Calendar.h"
#include "domain/Cohort.h"
#include "domain/Course.h"
#include "domain/chats/Points.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace fledgling::app {

/// What happened in the sample department, day by day. Internal to the sample.
class SampleStory {
public:
    SampleStory(Department& department, const Clock& real, domain::Instant& told, const SampleSources& sources);
    void tell(const SampleAt& at = {});

private:
    using PersonId = domain::PersonId;

    void hire();
    void hireStaff();
    void hireTrainees();
    void planCohorts();
    /// Puts something that happened into its place in time: told in order once everything is known.
    void then(domain::Date day, domain::TimeOfDay at, std::function<void()> happened);
    void tellInOrder(const SampleAt& at);
    void holdCourse(const domain::Cohort& cohort);
    void holdSession(const domain::Session& session);
    void askForLeave(const domain::Session& session);
    void markMissing(Desk& desk, const domain::Session& session);
    void assess(const domain::Cohort& cohort, domain::Date day);
    void pairUp(const domain::Cohort& cohort, domain::Date first);
    void mentor(const PersonId& trainee, const PersonId& by, domain::Date first, domain::Date last);
    void logDay(const PersonId& trainee, const PersonId& mentorId, domain::Date day, int number);
    void signWhatIsShown(Desk& desk, const PersonId& trainee);
    void acknowledgeRules(const domain::Cohort& cohort, domain::Date day);
    void giveEvidence(const domain::Cohort& cohort);
    void giveEvidence(const domain::PersonId& trainee, const domain::Session& session);
    void agreeAnswers();
    void planMakeUp();
    void writeProblems();
    void decideSome();
    /// Chats read over the last months: SampleChats.cpp.
    void readChats();
    void readDay(domain::Date day);
    void closeMonths();
    /// Which of two readings that differ stands, before the month is closed.
    void settleReadings(Desk& desk, domain::Month month);
    /// A chat on which a day's point hangs, passed by a second reader.
    void readOneAgain();
    void appealSome();
    void loadAChatDay();
    /// SampleStoryQuizzes.cpp: quizzes taken in the window.
    void takeQuizzes();
    /// A whole check by the trainer, confirmed by the supervisor.
    void checkDesk(const domain::PersonId& trainee, domain::Date day, bool passed);
    /// One of a mentor's checks under way, one handed on, one sent back.
    void markPracticals();
    /// Exams mentors took again, and what two trainees say of theirs.
    void examineMentors();
    void mark(Desk& desk, const domain::PersonId& trainee, int items, const std::map<std::string, std::string>& notYet);
    void takeQuiz(const std::string& trainee, const std::string& assessment, domain::Date day, domain::TimeOfDay at,
                  int wrong, bool withOpen, bool handsIn);

    /// The person's desk with the clock set to that day and time.
    [[nodiscard]] Desk deskOf(const PersonId& who, domain::Date day, domain::TimeOfDay at);
    [[nodiscard]] PersonId who(const std::string& staffNumber) const { return m_people.at(staffNumber); }
    PersonId add(const domain::Person& person);
    domain::Cohort lay(const std::string& name, domain::Date start, const std::string& room, const std::string& trainer,
                       domain::Date review, const std::vector<std::string>& trainees);
    [[nodiscard]] const domain::Course& course();
    /// The working day that many before (or, negative, after) the story's today.
    [[nodiscard]] domain::Date workingDay(int before) const;
    /// 0 .. below - 1, the same at every telling.
    [[nodiscard]] int chance(int below);

    Department& m_department;
    const Clock& m_real;
    domain::Instant& m_told;
    SampleSources m_sources;
    std::uint32_t m_seed = 20261123;
    domain::Calendar m_calendar;
    domain::Date m_today; ///< today, or the last working day before it
    std::map<std::string, PersonId> m_people; ///< by staff number
    std::vector<std::pair<domain::Instant, std::function<void()>>> m_events;
    domain::Cohort m_new, m_mentored, m_review, m_next;
};

} // namespace fledgling::app
