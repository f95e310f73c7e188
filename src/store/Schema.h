#pragma once

#include "store/Database.h"

#include <cstdint>
#include <string>
#include <vector>

namespace fledgling::store {

/// The book's tables as data, from which both databases' DDL, triggers, undo, history and verify are made.

enum class Kind { Text, Number };

struct Column {
    std::string name;
    Kind kind = Kind::Text;
    std::string check; ///< SQL that must hold for a value that is there; {} stands for the column, {date} for
                       ///< its being a day
    std::string references; ///< kind of entity its id must be: "person", "session", ...; empty: none
    bool nullable = false;  ///< may be NULL even where the fact is there
};

/// A kind of fact: the latest row of a key is its value.
struct Table {
    std::string name;
    std::string creates; ///< the kind of entity whose id its first fact registers; empty: none
    std::vector<Column> key;
    std::vector<Column> values;
    bool personal = false;            ///< values can be erased; the chain holds their salted digest
    std::vector<std::string> checks;  ///< over several columns, for facts that are there
    std::vector<std::string> indexes; ///< further column lists
    int since = 1;                    ///< the SCHEMA_VERSION that brought it
};

[[nodiscard]] const std::vector<Table>& tables();
/// Throws std::logic_error for a name that is none of ours.
[[nodiscard]] const Table& table(const std::string& name);

/// Bumped with every change of the tables; an older database is brought up, a newer one refused.
inline constexpr int SCHEMA_VERSION = 7;
/// "Fldg": marks a SQLite file as ours (PRAGMA application_id).
inline constexpr int APPLICATION_ID = 0x466C6467;

/// Every statement that makes an empty book, in order, one statement each.
[[nodiscard]] std::vector<std::string> creation(Engine engine);
/// Every statement that brings a book of an older version up: its tables stay, later ones and later indexes are added.
[[nodiscard]] std::vector<std::string> additions(Engine engine, std::int64_t olderVersion);

/// " WHERE" of the latest fact per key as of $1: `t.change = (...) AND t.absent = 0`. The table's alias is t.
[[nodiscard]] std::string latest(const std::string& tableName);

} // namespace fledgling::store
