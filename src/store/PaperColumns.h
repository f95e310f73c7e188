#pragma once

#include "domain/QuizPaper.h"
#include "store/Columns.h"
#include "store/Schema.h"

#include <string>
#include <vector>

namespace fledgling::store {

/// How the tables of quizzes and practical checks name one attempt of one trainee; internal to the room.

[[nodiscard]] inline domain::PaperKey paperKeyOf(const std::string& trainee, const std::string& course,
                                                 const std::string& assessment, const std::string& attempt) {
    return {domain::PersonId(trainee), course, assessment, numberOf(attempt)};
}

[[nodiscard]] inline std::vector<std::string> columnsOf(const domain::PaperKey& key) {
    return {key.trainee.text(), key.course, key.assessment, std::to_string(key.attempt)};
}

/// The same with what stands in it: a question, an item.
[[nodiscard]] inline std::vector<std::string> columnsOf(const domain::PaperKey& key, const std::string& part) {
    auto columns = columnsOf(key);
    columns.push_back(part);
    return columns;
}

/// The key, then `values`, of the latest facts of a table ("t") with their changes ("c").
[[nodiscard]] inline std::string selectPapers(const std::string& values, const std::string& table,
                                              const std::string& condition) {
    return "SELECT t.trainee, t.course, t.assessment, t.attempt, " + values + " FROM " + table +
           " t JOIN change c ON c.number = t.change WHERE " + latest(table) + condition;
}

} // namespace fledgling::store
