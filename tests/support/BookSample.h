#pragma once

#include "store/AssessmentStore.h"
#include "store/AttendanceStore.h"
#include "store/CohortStore.h"
#include "store/MentoringStore.h"
#include "store/PeopleStore.h"
#include "store/chats/ChatStore.h"
#include "store/evidence/EvidenceStore.h"
#include "store/mentors/MentorStore.h"
#include "store/practical/PracticalStore.h"
#include "store/quiz/QuizStore.h"

#include <map>
#include <string>
#include <vector>

namespace fledgling::test {

/// A fresh id.
template <class IdType>
[[nodiscard]] IdType newId();

/// A head for a change by that person, with a fresh command id.
[[nodiscard]] store::ChangeHead headOf(const std::string& verb, const domain::PersonId& who = {});

[[nodiscard]] domain::Person personOf(const std::string& name, domain::Role role, int capacity = 0);

/// A small department with at least one value of every kind the book keeps.
struct BookSample {
    domain::Person trainee, other, mentor, trainer;
    domain::Leave leave;
    domain::CalendarDay holiday;
    store::CohortStore::CourseVersion course;
    std::map<std::string, std::string> files;
    domain::Cohort cohort;
    domain::Session session, later;
    domain::Member member;
    domain::Mark mark;
    store::Guest guest;
    store::Waiver waiver;
    domain::Pair pair;
    domain::LogEntry entry;
    domain::SkillSign skill;
    store::Problem problem;
    store::Acknowledgement acknowledgement;
    domain::Attempt attempt;
    domain::Paper paper;
    domain::PracticalSheet sheet;
    domain::Evaluation evaluation;
    domain::ShadowSheet shadowSheet;
    domain::FilmWatch film;
    domain::CommonAnswer answer;
    domain::ChatId record;
    domain::Conversation conversation;
    store::KeptSample drawn;
    domain::ChatReview review, second;
    domain::Settlement settled;
    domain::Appeal appeal;
    domain::Decision decision;

    BookSample();
    /// One change per kind.
    void keepIn(store::Book book) const;
};

} // namespace fledgling::test
