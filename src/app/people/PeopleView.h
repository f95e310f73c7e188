#pragma once

#include "app/Desk.h"
#include "app/FindableName.h"
#include "app/people/People.h"
#include "domain/Pairing.h"
#include "domain/Person.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fledgling::app {

/// Everybody in the department, with their leave. Page: "people".
class PeopleView {
public:
    struct Row {
        domain::Person person;
        std::string cohort; ///< a trainee's, as it is now; empty: in none
        int load = 0;       ///< a mentor's trainees now
        bool away = false;  ///< approved leave covers the day shown
        int asked = 0;      ///< leaves that wait for a decision
        FindableName named = {}; ///< what typed text is looked for in
        std::string search = {}; ///< and what stands about the person beside the name
        [[nodiscard]] const domain::PersonId& id() const { return person.id; }
    };
    /// What the list is narrowed to; nothing set shows everybody who isn't retired.
    struct Filter {
        std::string text = {};
        std::optional<domain::Role> role = {};
        std::optional<domain::Post> post = {};
        bool retired = false; ///< those who left too
        bool asking = false;  ///< only people whose leave waits for a decision
    };
    struct LeaveRow {
        domain::Leave leave;
        std::string name;
        bool over = false; ///< its last day is past
        std::vector<std::string> led = {}; ///< by name: whom a mentor leads on those days; nobody of leave that is over
    };

    explicit PeopleView(Desk& desk) : m_desk(desk) {}
    std::function<void()> onChanged;

    /// Asks the store again.
    void load();
    void filter(const Filter& filter);
    [[nodiscard]] const Filter& filter() const { return m_filter; }
    /// Those the filter leaves, by name.
    [[nodiscard]] std::vector<const Row*> shown() const;
    /// Those it is narrowed from: who left counts only where the filter has them, too.
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] const Row* row(const std::string& id) const;
    /// How many there are with that role, retired ones left out.
    [[nodiscard]] int count(domain::Role role) const;

    /// The person's leave, the latest first.
    [[nodiscard]] std::vector<LeaveRow> leavesOf(const domain::PersonId& person) const;
    /// Everybody's leave that waits for a decision, the earliest first.
    [[nodiscard]] std::vector<LeaveRow> asked() const;
    [[nodiscard]] std::optional<LeaveRow> leave(const std::string& id) const;

    // Verbs; each reloads.
    domain::PersonId add(const domain::Person& person);
    store::ChangeNumber correct(const domain::Person& person, const std::string& why);
    [[nodiscard]] Ties tiesToEnd(const domain::PersonId& id) { return app::tiesToEnd(m_desk, id); }
    store::ChangeNumber retire(const domain::PersonId& id, const std::string& why);
    store::ChangeNumber reinstate(const domain::PersonId& id, const std::string& why);
    store::ChangeNumber erase(const domain::PersonId& id, const std::string& why);
    domain::LeaveId askLeave(const domain::PersonId& person, domain::Date first, domain::Date last,
                             const std::string& why);
    store::ChangeNumber decideLeave(const domain::LeaveId& id, bool approved, const std::string& why);
    /// True where asking for that person's leave is the actor's right.
    [[nodiscard]] bool mayAskFor(const domain::PersonId& person) const;

private:
    void loadLeaves();
    [[nodiscard]] std::vector<std::string> ledDuring(const domain::Leave& leave) const;
    store::ChangeNumber kept(store::ChangeNumber number);

    Desk& m_desk;
    std::map<domain::PersonId, std::vector<domain::Pair>> m_pairs; ///< in force, by mentor
    std::vector<Row> m_rows;
    std::map<std::string, std::size_t> m_index;
    std::vector<LeaveRow> m_leaves; ///< the latest first
    Filter m_filter;
};

} // namespace fledgling::app
