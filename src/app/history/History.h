#pragma once

#include "app/Desk.h"
#include "app/history/BookKey.h"
#include "app/history/BookNames.h"

#include <functional>
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
    domain::PersonId by;
    std::string hash;
    std::vector<store::Fact> facts; ///< about the person that was asked for (HistoryFilter::about)
};
/// A field a change set: what it was and what it became, as plain text ("–" for nothing).
struct HistoryField {
    BookKey of;
    std::string key; ///< names in place of ids
    std::string field;
    std::string was;
    std::string became;
};

struct HistoryFilter {
    std::optional<domain::PersonId> about; ///< changes with a fact about that person
    std::optional<domain::PersonId> by;
    std::string verb;
    std::function<bool(const HistoryRow&)> passes = {}; ///< asked last; nothing: every one
    store::ChangeNumber after = 0;                          ///< only changes later than that one
};

/// Newest first. Needs the right to see the history.
[[nodiscard]] std::vector<HistoryRow> history(Desk& desk, const HistoryFilter& filter, int most);

/// Changes written after `since` and up to `upTo` (the desk's moment at the latest), newest first.
[[nodiscard]] std::vector<HistoryRow> historySince(Desk& desk, const HistoryFilter& filter,
                                                   store::ChangeNumber since, store::ChangeNumber upTo,
                                                   BookNames& names);

/// A stretch of the history, so that a long book is read while somebody waits for little of it.
struct HistoryRun {
    std::vector<HistoryRow> rows; ///< newest first
    store::ChangeNumber left = 0; ///< the newest change not looked at; 0: the whole book was
};
/// From `from` back (the desk's moment at the latest): at most `most` rows out of at most `scan` changes.
[[nodiscard]] HistoryRun historyRun(Desk& desk, const HistoryFilter& filter, store::ChangeNumber from,
                                    int most, int scan, BookNames& names);

/// Why a change was made: what it says itself, else the reason given to whoever appealed, which stands in the appeal's line.
[[nodiscard]] std::string whyOf(const store::ChangeHead& head, const std::vector<store::KeptFact>& facts);
/// The last change kept before that day; 0: none was.
[[nodiscard]] store::ChangeNumber lastBefore(Desk& desk, domain::Date day);
/// What that change did, for wordForDeed; empty when there is none of that number.
[[nodiscard]] std::string deedOf(Desk& desk, store::ChangeNumber number);
[[nodiscard]] std::vector<HistoryField> fieldsOf(Desk& desk, store::ChangeNumber number);
/// The same with names in that list's language.
[[nodiscard]] std::vector<HistoryField> fieldsOf(Desk& desk, store::ChangeNumber number, BookNames& names);
/// Recomputes the whole chain. `at` is told how far it is; what it throws ends the work.
[[nodiscard]] store::Verification
verify(Desk& desk, const std::function<void(store::ChangeNumber done, store::ChangeNumber total)>& at = {});

/// How far the book goes at the desk's moment. The head is what printouts carry: who has noted it can tell a
/// book from which something was cut off at the end.
struct BookState {
    store::ChangeNumber changes = 0;
    std::string head; ///< hash of the last change, 64 hex digits
};
[[nodiscard]] BookState bookState(Desk& desk);
/// Reads the book as it was known at that moment from here on, read-only; nothing: as of now.
void lookAt(Desk& desk, std::optional<domain::Instant> moment);
/// Shows that day as it is known today from here on, read-only (see Desk::day). Today or later: as of now.
void lookAtDay(Desk& desk, domain::Date day);

} // namespace fledgling::app
