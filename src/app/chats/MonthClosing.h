#pragma once

#include "app/Desk.h"
#include "domain/chats/Points.h"

#include <optional>
#include <string>
#include <vector>

namespace fledgling::app {

/// What stands in the way of closing a month, and what the closing would cut off for good.
struct MonthClosing {
    int openAppeals = 0; ///< not decided
    int differing = 0;   ///< chats read twice with different verdicts, on which a point hangs
    [[nodiscard]] bool hindered() const { return openAppeals > 0 || differing > 0; }

    /// A day whose reading was begun: it counts by what is read.
    struct Begun {
        domain::PersonId person;
        std::string name;
        domain::Date day;
        int read = 0, of = 0;
    };
    std::vector<Begun> begun; ///< by day and name
    /// Failed chats whose faults may still be appealed against.
    int appealable = 0;
    int people = 0;                          ///< whose chats these are
    std::optional<domain::Date> appealUntil; ///< the last of their days
};
/// For who sees everybody.
[[nodiscard]] MonthClosing closingOf(Desk& desk, domain::Month month);
/// Only what stands in the way.
[[nodiscard]] MonthClosing hindrancesOf(Desk& desk, domain::Month month);

} // namespace fledgling::app
