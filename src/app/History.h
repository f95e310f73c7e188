#pragma once

#include "app/Desk.h"

#include <optional>
#include <string>
#include <vector>

namespace fledgling::app {

/// One change as the history shows it.
struct HistoryRow {
    store::ChangeNumber number = 0;
    domain::Instant at;
    std::string who;
    std::string verb; ///< for wordForDeed
    std::string why;
    store::ChangeNumber undoes = 0;
    std::vector<std::string> about; ///< names of the people and things it wrote about
};
/// A field a change set: what it was and what it became, as plain text ("–" for nothing).
struct HistoryField {
    std::string table;
    std::string key;  ///< names in place of ids
    std::string field;
    std::string was;
    std::string became;
};

struct HistoryFilter {
    std::optional<domain::PersonId> about; ///< changes with a fact about that person
    std::optional<domain::PersonId> by;
    std::string verb;
};

/// Newest first. Needs the right to see the history.
[[nodiscard]] std::vector<HistoryRow> history(Desk& desk, const HistoryFilter& filter, int most);
[[nodiscard]] std::vector<HistoryField> fieldsOf(Desk& desk, store::ChangeNumber number);
/// Recomputes the whole chain.
[[nodiscard]] store::Verification verify(Desk& desk);

} // namespace fledgling::app
