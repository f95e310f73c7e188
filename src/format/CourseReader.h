#pragma once

#include "domain/Course.h"
#include "domain/Quiz.h"
#include "format/CourseTexts.h"
#include "format/FileTree.h"
#include "format/Problem.h"

#include <map>
#include <optional>
#include <string>

namespace fledgling::format {

/// A course package as it was read. The keys and rules are those of courses/README.md.
struct CourseReading {
    std::optional<domain::Course> course; ///< nothing while one error stands
    Problems problems;                    ///< all of them, by file and line
    /// Every .gift file of the package by its path; "quizzes/final.en.gift" is the English of
    /// "quizzes/final.gift".
    std::map<std::string, domain::QuizBank> banks;
    /// The inline quizzes: session id -> language -> questions.
    std::map<std::string, QuizByLanguage> quizzes;

    [[nodiscard]] bool ok() const { return course.has_value(); }
};

/// Reads and checks a whole package in one pass. Never throws for what the files hold.
[[nodiscard]] CourseReading readCourse(const FileTree& tree);
/// The package's own problems, or those of its course.
[[nodiscard]] CourseReading readCourse(const PackageReading& package);

} // namespace fledgling::format
