#pragma once

#include "app/Desk.h"
#include "app/FindableName.h"
#include "app/Words.h"
#include "domain/Cohort.h"

#include <string>
#include <vector>

namespace fledgling::app {

/// Something that can be gone to by typing a part of its name.
struct Found {
    enum class Kind { Person, Cohort, Session, Report };
    Kind kind = Kind::Person;
    std::string name;
    std::set<domain::Role> roles; ///< of a person
    std::string number;           ///< staff number of a person
    std::string cohort;           ///< of a session, or of a trainee
    domain::Date day;             ///< of a session or a cohort's start
    std::string page;             ///< where it is looked at in that role
    std::string subject;
    FindableName named = {};
};

/// People, cohorts, sessions and reports by name (a Chinese one also by its pinyin), staff number or title, for the keyboard palette. Rows are kept ready and read
/// again only when the book has grown.
class Finder {
public:
    /// What is found, and where it leads, fits the role in use: a mentor finds the own trainees, a trainee nobody else. Sessions
    /// are named in the language of courses, reports by the catalogue.
    Finder(Desk& desk, domain::Role role, std::string language, Tongue tongue)
        : m_desk(desk), m_role(role), m_language(std::move(language)), m_tongue(std::move(tongue)) {}

    /// Those whose name begins with the text first, then those that hold it; at most `most`.
    [[nodiscard]] std::vector<Found> find(const std::string& text, std::size_t most);

private:
    void refresh();
    void addPeople();
    void addSelf();
    void addTrainees();
    void addCohorts();
    void addReports();

    Desk& m_desk;
    domain::Role m_role;
    std::string m_language;
    Tongue m_tongue;
    store::ChangeNumber m_read = -1;
    std::vector<Found> m_rows;
};

} // namespace fledgling::app
