#pragma once

#include "store/Book.h"
#include "store/Schema.h"
#include "store/Sql.h"

namespace fledgling::store {

/// Reading and writing any table's lines by its description; internal to the room.

struct Line {
    KeptFact kept;
    std::int64_t line = 0;
    std::string absent; ///< as it stands in the table: whatever somebody wrote there changes the hash
    std::string salt;   ///< personal tables
    std::string digest; ///< personal tables
};

/// The line a fact will be kept as. A personal table gets its salt and digest here.
[[nodiscard]] Line prepared(ChangeNumber change, std::int64_t line, ChangeNumber saw, const Fact& fact);
void insertLine(Database& database, const Line& line);
/// Blanks a person's card in every version and has its text leave the files at the end of the transaction.
void blankCard(Database& database, const domain::PersonId& person);
/// Registers the key's id as an entity when the table creates one and it is new. Throws
/// StoreError(Constraint) for an id that is one of another kind.
void registerEntity(Database& database, const Table& table, const Fact& fact, ChangeNumber change);

/// Lines of a table for which the condition holds (over alias t), ordered.
[[nodiscard]] std::vector<Line> lines(Database& database, const Table& table, const std::string& condition,
                                      const Arguments& arguments, const std::string& order);
/// The last change of a key; 0 when it has none.
[[nodiscard]] ChangeNumber lastChange(Database& database, const Table& table,
                                      const std::vector<std::string>& key, ChangeNumber asOf);
/// "t.a = $n AND t.b = $n+1", n counted from `first`.
[[nodiscard]] std::string keyCondition(const Table& table, int first);
[[nodiscard]] Arguments keyArguments(const std::vector<std::string>& key);

/// What a line contributes to the hash of its change.
[[nodiscard]] std::string canonical(const Line& line);
/// True for a line of a personal table whose values were erased.
[[nodiscard]] bool isBlanked(const Line& line);
/// True when the line's personal values still give its digest, or were blanked by an erasure.
[[nodiscard]] bool personalHolds(const Line& line);

} // namespace fledgling::store
