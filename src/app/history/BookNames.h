#pragma once

#include "app/Desk.h"
#include "app/Words.h"
#include "domain/QuizPaper.h"
#include "store/Book.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace fledgling::app {

/// What stands behind the book's ids, in words: people and cohorts by name, sessions by cohort, day and hour,
/// log entries and problems by whose they are. Each is looked up once, so keep one for a whole list.
class BookNames {
public:
    /// Without a language the course's own ids stay as they are ("d1-am"); without a tongue numbers and dates stay bare.
    explicit BookNames(Desk& desk, std::string language = {}, Tongue tr = {})
        : m_desk(desk), m_language(std::move(language)), m_tr(std::move(tr)) {}

    /// The name behind a random id; any other text as it stands.
    [[nodiscard]] std::string of(const std::string& text);
    /// The same, and the titles of sessions, skills, rules and criteria by their course ids.
    [[nodiscard]] std::string title(const std::string& text);

    /// What stands in that column, in words: a skill, a criterion of chats, an item of a practical check and a
    /// question may all be called the same in a course.
    [[nodiscard]] std::string part(const std::string& column, const std::string& text);

    /// A line's key in words, part by part: "chat 3", "attempt 2"; without what the rest tells. Bare where there is no language.
    [[nodiscard]] std::vector<std::string> key(const std::string& table, const std::vector<std::string>& parts);

    /// An answer to a question of a quiz in the words of its options and pairs, in the list's language where the bank has it;
    /// `key` and `kept` as a line of quiz_answer has them. Nothing where the book has no such paper, or where the answer has
    /// no words but its own: something typed, true or false, nothing.
    [[nodiscard]] std::optional<std::string> answer(const std::vector<std::string>& key, const std::string& kept);

    [[nodiscard]] bool isPerson(const std::string& text) {
        (void)of(text);
        return m_people.contains(text);
    }
    /// What was looked up may have changed since.
    void forget() { m_names.clear(), m_people.clear(), m_parts.clear(), m_papers.clear(), m_titles.reset(); }

private:
    [[nodiscard]] std::string found(const std::string& id);
    [[nodiscard]] std::optional<std::string> foundAt(const std::string& id, store::ChangeNumber asOf);
    /// The last change in which something of that id stood in the book.
    [[nodiscard]] std::optional<store::ChangeNumber> lastKept(const std::string& id);
    [[nodiscard]] std::optional<std::string> foundWriting(const std::string& id, store::ChangeNumber asOf);
    [[nodiscard]] std::string session(const std::string& id, store::ChangeNumber asOf);
    [[nodiscard]] std::string dayWords(domain::Date day) const;
    [[nodiscard]] const std::optional<domain::Paper>& paperOf(const domain::PaperKey& key);
    void readTitles();
    void readParts(const LoadedCourse& loaded);

    Desk& m_desk;
    std::string m_language;
    Tongue m_tr;
    std::map<std::string, std::string> m_names;
    std::set<std::string> m_people;
    std::optional<std::map<std::string, std::string>> m_titles;
    std::map<std::pair<std::string, std::string>, std::string> m_parts; ///< by column and id; read with the titles
    std::map<domain::PaperKey, std::optional<domain::Paper>> m_papers;
};

} // namespace fledgling::app
