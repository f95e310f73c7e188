#pragma once

#include "domain/Id.h"
#include "domain/Time.h"
#include "store/Database.h"
#include "store/Value.h"

#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace fledgling::store {

using ChangeNumber = std::int64_t;
/// "Now": later than any change.
inline constexpr ChangeNumber NOW = std::numeric_limits<ChangeNumber>::max();

/// The value a key takes with a change. `absent` means the key has no value from here on (an unmarked mark).
struct Fact {
    std::string table;
    std::vector<std::string> key; ///< in the order of the table's key columns
    std::vector<Value> values;    ///< in the order of its value columns; ignored when absent
    bool absent = false;
    /// The change in which the writer saw this key's value: 0 for "has none", never had one or lost it again;
    /// nothing for "whatever stands".
    std::optional<ChangeNumber> saw;
};

/// Who does what, when and why.
struct ChangeHead {
    domain::CommandId
        command; ///< unique: a retry with the same id writes nothing and gives the first change's number
    domain::PersonId who; ///< empty only for the set-up of a department
    domain::Instant at;
    domain::Date localDate;
    std::string zone; ///< IANA name or UTC offset of the local date
    std::string verb;
    std::string why;
    ChangeNumber undoes = 0; ///< the change whose former values this one writes; 0 for none
};

/// A change as it stands in the book.
struct Change {
    ChangeNumber number = 0;
    ChangeHead head;
    std::string hash; ///< 64 hex digits
};

/// One fact as it was kept, for history and undo.
struct KeptFact {
    ChangeNumber change = 0;
    ChangeNumber saw = 0;
    Fact fact;
};

/// What Book::verify found.
struct Verification {
    ChangeNumber changes = 0;  ///< how many were recomputed
    std::string head;          ///< hash of the last good change
    ChangeNumber firstBad = 0; ///< 0: the whole chain stands
    std::string table;         ///< where the first bad line stands, if it is a fact
    [[nodiscard]] bool good() const { return firstBad == 0; }
};

/// The append-only book of a department.
class Book {
public:
    explicit Book(Database& database) : m_database(database) {}

    /// One transaction on whose reads a write may rely: nobody else writes between begin and the end.
    /// Rolls back unless committed. Append joins the transaction that is open. An inner one that ends without
    /// commit takes the outer one with it when it had written something.
    class Transaction {
    public:
        explicit Transaction(Database& database);
        ~Transaction();
        Transaction(const Transaction&) = delete;
        Transaction& operator=(const Transaction&) = delete;
        /// On disk when it returns. Throws StoreError when the disk or the server refused; nothing is kept
        /// then.
        void commit();

    private:
        Database& m_database;
        bool m_outer = false;      ///< the one that opened it
        std::int64_t m_writes = 0; ///< statements executed before it
        bool m_done = false;
    };

    /// Writes one change with its facts, or throws Conflict or StoreError and writes nothing.
    /// A command id already in the book gives that change's number.
    ChangeNumber append(const ChangeHead& head, const std::vector<Fact>& facts);

    /// Facts that would give every key of that change the value it had before. Throws Conflict when a later
    /// change has built on one of them. Nothing for what was erased.
    [[nodiscard]] std::vector<Fact> reversal(ChangeNumber number);

    /// The last change's number and hash; 0 and 64 zeros for an empty book. One indexed read: the freshness
    /// poll.
    [[nodiscard]] ChangeNumber last();
    [[nodiscard]] std::string headHash();
    [[nodiscard]] std::optional<Change> change(ChangeNumber number);
    /// The last change at or before that moment, with those right after it that a slower clock dated earlier; 0
    /// when there was none.
    [[nodiscard]] ChangeNumber asOf(domain::Instant moment);
    /// Changes with number in (after, upTo], newest first, at most `most`.
    [[nodiscard]] std::vector<Change> changes(ChangeNumber after, ChangeNumber upTo, int most);
    /// The facts of one change, in the order they were written.
    [[nodiscard]] std::vector<KeptFact> factsOf(ChangeNumber number);
    /// The same for all changes with number in (after, upTo] at once.
    [[nodiscard]] std::map<ChangeNumber, std::vector<KeptFact>> factsBetween(ChangeNumber after,
                                                                             ChangeNumber upTo);
    /// Every value a key ever had, oldest first. With fewer parts than the table's key has: of every key that
    /// begins so.
    [[nodiscard]] std::vector<KeptFact> historyOf(const std::string& table,
                                                  const std::vector<std::string>& key);
    /// Who said what the line of that change says, and when: taking a later change back writes the former values
    /// again, and those are as old as they were.
    [[nodiscard]] std::optional<Change> saidIn(const std::string& table, const std::vector<std::string>& key,
                                               ChangeNumber number);
    /// The changes up to and including `upTo` that later ones took back.
    [[nodiscard]] std::set<ChangeNumber> takenBackAfter(ChangeNumber upTo);
    /// The fact that stands for a key, as of a change.
    [[nodiscard]] std::optional<KeptFact>
    current(const std::string& table, const std::vector<std::string>& key, ChangeNumber asOf = NOW);

    /// Recomputes the whole chain from the lines. What was cut off at the very end shows only in a head that
    /// was printed or noted elsewhere. `at` is told now and then how far it is; what it throws ends the work.
    [[nodiscard]] Verification
    verify(const std::function<void(ChangeNumber done, ChangeNumber total)>& at = {});

    /// Blanks a person's card in every version; the chain stays whole. Not undoable. Writes its own change,
    /// in which the person has no card any more: only such a change lets verify accept a blank card.
    ChangeNumber erase(const ChangeHead& head, const domain::PersonId& person);

private:
    Database& m_database;
};

} // namespace fledgling::store
