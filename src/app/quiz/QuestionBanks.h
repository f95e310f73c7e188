#pragma once

#include "app/Desk.h"
#include "app/courses/Courses.h"
#include "domain/Quiz.h"

#include <map>
#include <string>
#include <vector>

namespace fledgling::app {

/// A bank of questions of a course version in the book.
struct BankAt {
    std::string course;
    std::string version;
    std::string path; ///< in the package: "quizzes/final.gift"
    friend bool operator==(const BankAt&, const BankAt&) = default;
};

/// The bank as it stands. Refused: CourseNotLoaded, or Unknown for a path the version doesn't have.
[[nodiscard]] const domain::QuizBank& bankAt(Desk& desk, const BankAt& at);

/// "quizzes/final.en.gift" is the English of "quizzes/final.gift".
struct BankPath {
    std::string own;      ///< of the bank in the course's own language
    std::string language; ///< empty for that one
};
[[nodiscard]] BankPath bankPathOf(const std::string& path, const std::map<std::string, domain::QuizBank>& banks);

/// The same quiz's bank in another language, to which the right answers go along that were changed in this one.
struct BankFollowing {
    std::string path;
    std::string language; ///< the course's own is named, too
    domain::QuizBank bank;
    int questions = 0; ///< whose right answers go along
};
[[nodiscard]] std::vector<BankFollowing> followingBanks(Desk& desk, const BankAt& at, const domain::QuizBank& bank);

/// Which part of a question a problem belongs to, for a form.
enum class QuestionField { Name, Text, Answers, Explanation };
struct QuestionProblem {
    QuestionField field = QuestionField::Text;
    format::Problem problem;
};
/// What the reader of banks says of one question written and read back: errors and warnings. One without
/// errors can be kept.
[[nodiscard]] std::vector<QuestionProblem> checkQuestion(const domain::Question& question);

/// A version that isn't taken: the last number of this one raised, "2026.2" to "2026.3".
[[nodiscard]] std::string nextVersion(Desk& desk, const std::string& course, const std::string& version);

/// Keeps a changed bank as a new version of its course, everything else of which stays as it is, with a
/// reason (ReasonNeeded); followingBanks go along, or papers taken in another language would be marked by the former
/// right answers. Cohorts that run keep their version. With errors of the reader nothing is kept.
/// Refused: CourseVersionTaken and what bankAt refuses. 0 when the bank says what it said before.
CourseLoad keepBank(Desk& desk, const BankAt& at, const domain::QuizBank& bank, const std::string& version,
                    const std::string& why);

} // namespace fledgling::app
