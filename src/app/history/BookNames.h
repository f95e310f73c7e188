#pragma once

#include "app/Desk.h"

#include <map>
#include <optional>
#include <set>
#include <string>

namespace fledgling::app {

/// What stands behind the book's ids, in words: people and cohorts by name, sessions by cohort, day and hour,
/// log entries and problems by whose they are. Each is looked up once, so keep one for a whole list.
class BookNames {
public:
    /// Without a language the course's own ids stay as they are ("d1-am").
    explicit BookNames(Desk& desk, std::string language = {})
        : m_desk(desk), m_language(std::move(language)) {}

    /// The name behind a random id; any other text as it stands.
    [[nodiscard]] std::string of(const std::string& text);
    /// The same, and the titles of sessions, skills, rules and criteria by their course ids.
    [[nodiscard]] std::string title(const std::string& text);

    /// The title of what chats are judged on, by its course id: a skill may be called the same.
    [[nodiscard]] std::string criterion(const std::string& id);

    [[nodiscard]] bool isPerson(const std::string& text) {
        (void)of(text);
        return m_people.contains(text);
    }
    /// What was looked up may have changed since.
    void forget() { m_names.clear(), m_people.clear(), m_criteria.clear(), m_titles.reset(); }

private:
    [[nodiscard]] std::string found(const std::string& id);
    [[nodiscard]] std::optional<std::string> foundWriting(const std::string& id);
    [[nodiscard]] std::string session(const std::string& id);
    void readTitles();

    Desk& m_desk;
    std::string m_language;
    std::map<std::string, std::string> m_names;
    std::set<std::string> m_people;
    std::optional<std::map<std::string, std::string>> m_titles;
    std::map<std::string, std::string> m_criteria; ///< read with the titles
};

} // namespace fledgling::app
