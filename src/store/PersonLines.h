#pragma once

#include "domain/Id.h"
#include "domain/Time.h"
#include "store/Book.h"

#include <string>
#include <vector>

namespace fledgling::store {

/// A fact that stands about somebody, with the change that set it; when, by whom and why it was said (Book::saidIn).
struct PersonLine {
    KeptFact kept;
    domain::Instant at;
    domain::PersonId by; ///< empty: the set-up of the department
    std::string why;
};

/// Every fact that stands about that person as of a change, in any table that has a person, trainee or agent,
/// the latest change first: one statement for each such table and one for each 400 changes. Single quiz
/// answers and the texts of chats are left out: their quizzes and readings stand for them.
[[nodiscard]] std::vector<PersonLine> linesAbout(Database& database, const domain::PersonId& person,
                                                 ChangeNumber asOf);

/// The column that says whom a line of that table is about; empty: none, or one that is left out above.
[[nodiscard]] std::string personColumn(const std::string& table);

/// The text of a key or value column by its name; "" where the fact has none.
[[nodiscard]] std::string textOf(const Fact& fact, const std::string& column);

} // namespace fledgling::store
