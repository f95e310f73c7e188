#pragma once

#include "app/Clock.h"
#include "app/Events.h"
#include "app/courses/CourseShelf.h"
#include "domain/Person.h"
#include "store/Book.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace fledgling::app {

/// The changes this desk made and may take back, newest last.
struct UndoList {
    std::vector<store::ChangeNumber> done;
};

/// What every verb works on: the one who acts, the database, the time, the courses, and whom to tell.
struct Desk {
    store::Database& database;
    domain::Person actor;
    Clock clock;
    std::function<std::string()> newId; ///< a fresh UUID
    Events& events;
    UndoList& undo;
    CourseShelf& shelf;
    /// The change up to which the book is read; NOW unless a past moment is shown, which is read-only.
    store::ChangeNumber asOf = store::NOW;
    /// A past day shown as it is known today: the book is read as of now, later corrections included, and what
    /// happened after that day is left out. Read-only, too; nothing with `asOf` set.
    std::optional<domain::Date> day = {};

    /// True while a past moment or day is shown: nothing can be written.
    [[nodiscard]] bool past() const { return asOf != store::NOW || day.has_value(); }
    [[nodiscard]] domain::Date today() const { return clock.today(); }
};

} // namespace fledgling::app
