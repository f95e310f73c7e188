#pragma once

#include "domain/Course.h"
#include "domain/Quiz.h"
#include "format/Fields.h"

#include <map>
#include <string>

namespace fledgling::format {

/// What the parts of course.yaml know of each other.
struct CourseParts {
    domain::Course& course;
    FieldsOf& of;
    const std::map<std::string, domain::QuizBank>& banks;
    const std::set<std::string>& brokenBanks; ///< with problems, so that their questions cannot be counted
    Ids skills;
    Ids assessments;
};

void readSkills(CourseParts& parts, Fields& top);
void readAssessments(CourseParts& parts, Fields& top);
/// After the assessments, which it names.
void readMentoring(CourseParts& parts, Fields& top);
void readChatReview(CourseParts& parts, Fields& top);
void readAttendance(CourseParts& parts, Fields& top);
/// Last, for it names skills and assessments.
void readReadiness(CourseParts& parts, Fields& top);

/// All posts, in the order of files.
[[nodiscard]] const std::vector<domain::Post>& allPosts();

} // namespace fledgling::format
