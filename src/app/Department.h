#pragma once

#include "app/Desk.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace fledgling::app {

/// An open department: its database and everything that lives as long as it is open. The front doors make one.
class Department {
public:
    /// Who sets a new department up; the only person it begins with.
    struct Founder {
        std::string name;
        std::string staffNumber;
    };

    /// `where`: a path, or "postgresql:..."; see store::Database, also for `waiting`. Throws StoreError.
    [[nodiscard]] static std::unique_ptr<Department> open(const std::string& where, Clock clock = systemClock(),
                                                          const store::Waiting& waiting = {});
    /// An empty department with its first manager and the public calendars that come with the program.
    [[nodiscard]] static std::unique_ptr<Department> create(const std::string& where, const Founder& founder,
                                                            const std::string& assets, Clock clock = systemClock());

    /// How `where` may be shown, before it is opened.
    [[nodiscard]] static store::Address addressOf(const std::string& where) { return store::addressOf(where); }

    [[nodiscard]] store::Database& database() { return m_database; }
    [[nodiscard]] Events& events() { return m_events; }
    [[nodiscard]] const Clock& clock() const { return m_clock; }
    [[nodiscard]] CourseShelf& shelf() { return m_shelf; }

    /// Everybody who isn't retired, by name as the reader of Chinese expects.
    [[nodiscard]] std::vector<domain::Person> people();
    /// The people a typed text may mean: id, staff number, whole name; then part of a name.
    [[nodiscard]] std::vector<domain::Person> find(const std::string& text);
    /// Throws Refused(Unknown) for somebody who isn't here any more.
    [[nodiscard]] Desk deskFor(const domain::PersonId& who);

    /// True when another desktop wrote since the last call; whoever listens has been told.
    bool poll();

    /// From here on by another clock: the sample is told on one that runs through the past.
    void setClock(Clock clock) { m_clock = std::move(clock); }

    Department(const std::string& where, store::Database::Mode mode, Clock clock, const store::Waiting& waiting = {});

private:
    store::Database m_database;
    Clock m_clock;
    Events m_events;
    CourseShelf m_shelf;
    std::map<domain::PersonId, UndoList> m_undo;
    store::ChangeNumber m_seen = 0;
    Events::Subscription m_own;
};

/// A fresh random UUID.
[[nodiscard]] std::string freshId();
/// People by name in the order readers of Chinese expect.
void sortByName(std::vector<domain::Person>& people);

} // namespace fledgling::app
