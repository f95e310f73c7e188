#pragma once

#include "store/Database.h"
#include "store/Statements.h"
#include "store/StoreError.h"
#include "store/Value.h"

#include <Poco/Data/Session.h>
#include <Poco/Data/Statement.h>
#include <Poco/Data/TypeHandler.h>
#include <Poco/Nullable.h>

#include <functional>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

// Internal to the store room: the only header that speaks Poco::Data. Included by .cpp files only, since its
// templates cost seconds to compile.

namespace fledgling::store {

struct Database::Inside {
    Engine engine = Engine::Sqlite;
    std::string where;
    std::string whoFile; ///< beside a SQLite file: who has it open
    std::unique_ptr<Poco::Data::Session> session;
    std::unique_ptr<Statements> statements; ///< SQLite only
    int depth = 0;                          ///< nested Book::Transaction
    bool failed = false;     ///< a statement failed in the open transaction: it may only roll back
    bool erased = false;     ///< the open transaction erased a card: its text must leave the files, too
    bool stepping = false;   ///< in the middle of a long statement, which tells how far it is: no other may run
    std::int64_t writes = 0; ///< statements executed, to see whether a transaction that gave up had written

    ~Inside();
};

/// One row of a SELECT; std::optional where NULL may come.
template <class... T>
struct Row {
    std::tuple<T...> fields;
};

/// A row of WIDEST text columns; a narrower table pads its SELECT with NULL.
struct WideRow {
    static constexpr std::size_t WIDEST = 24;
    std::vector<std::optional<std::string>> fields;
};

/// Refuses SQL whose placeholders are not $1..$n in the order of their first use, n being the number of
/// arguments: SQLite would silently bind them wrongly, and Poco silently ignores a surplus.
void requirePlaceholders(const std::string& sql, std::size_t arguments);

/// Runs the action and translates whatever the database library throws into StoreError. Only here. Refuses to
/// go on in a transaction in which a statement has failed: PostgreSQL would refuse too, and SQLite may have
/// rolled back already.
void guarded(Database::Inside& inside, const std::function<void()>& action);

using Arguments = std::vector<Value>;

/// The arguments of a query over latest(): $1 is the change up to which the book is read.
[[nodiscard]] Arguments asOfWith(std::int64_t asOf, const std::vector<Value>& arguments);

namespace sql {

void bindAll(Poco::Data::Statement& statement, const Arguments& arguments);

/// INSERT, UPDATE, BEGIN and the like.
void execute(Database& database, const std::string& sql, const Arguments& arguments = {});

/// The rows of a SELECT from SQLite, one after the other.
void eachSqliteRow(Database& database, const std::string& sql, const Arguments& arguments,
                   const std::function<void(const SqliteRow&)>& eachRow);
/// Placeholders and texts in order, and a lost server asked again: before anything is sent.
void prepare(Database& database, const std::string& sql, const Arguments& arguments);

inline void take(const SqliteRow& row, int at, std::string& field) { field = row.text(at); }
inline void take(const SqliteRow& row, int at, std::int64_t& field) { field = row.number(at); }
template <class F>
void take(const SqliteRow& row, int at, std::optional<F>& field) {
    if (row.isNull(at))
        field.reset();
    else
        take(row, at, field.emplace());
}

template <class Record>
std::vector<Record> postgresRecords(Database& database, const std::string& sql, const Arguments& arguments) {
    prepare(database, sql, arguments);
    std::vector<Record> rows;
    guarded(database.inside(), [&] {
        Poco::Data::Statement statement(*database.inside().session);
        statement << sql, Poco::Data::Keywords::into(rows);
        bindAll(statement, arguments);
        statement.execute();
    });
    return rows;
}

/// The rows of a SELECT as tuples of its columns.
template <class... T>
std::vector<std::tuple<T...>> read(Database& database, const std::string& sql,
                                   const Arguments& arguments = {}) {
    std::vector<std::tuple<T...>> tuples;
    if (database.engine() == Engine::Sqlite) {
        eachSqliteRow(database, sql, arguments, [&](const SqliteRow& row) {
            int at = 0;
            std::apply([&](T&... field) { (take(row, at++, field), ...); }, tuples.emplace_back());
        });
        return tuples;
    }
    auto rows = postgresRecords<Row<T...>>(database, sql, arguments);
    tuples.reserve(rows.size());
    for (auto& row : rows)
        tuples.push_back(std::move(row.fields));
    return tuples;
}

/// The first row's only column, if there is a row.
template <class T>
std::optional<T> one(Database& database, const std::string& sql, const Arguments& arguments = {}) {
    auto rows = read<T>(database, sql, arguments);
    if (rows.empty()) return std::nullopt;
    return std::move(std::get<0>(rows.front()));
}

/// The rows of a SELECT of exactly WIDEST columns.
[[nodiscard]] std::vector<WideRow> wideRows(Database& database, const std::string& sql,
                                            const Arguments& arguments);

} // namespace sql
} // namespace fledgling::store

namespace Poco::Data {

template <class... T>
class TypeHandler<fledgling::store::Row<T...>> {
public:
    using Record = fledgling::store::Row<T...>;
    static std::size_t size() { return sizeof...(T); }
    static void extract(std::size_t pos, Record& row, const Record&, AbstractExtractor::Ptr extractor) {
        std::apply([&](auto&... field) { (field1(pos, field, extractor), ...); }, row.fields);
    }
    // Rows only come out; the compiler asks for the others all the same.
    static void bind(std::size_t, const Record&, AbstractBinder::Ptr, AbstractBinder::Direction) {}
    static void prepare(std::size_t, const Record&, AbstractPreparator::Ptr) {}

private:
    template <class F>
    static void field1(std::size_t& pos, F& field, AbstractExtractor::Ptr& extractor) {
        extractor->extract(pos++, field);
    }
    template <class F>
    static void field1(std::size_t& pos, std::optional<F>& field, AbstractExtractor::Ptr& extractor) {
        F value{};
        field.reset();
        if (!extractor->isNull(pos) && extractor->extract(pos, value)) field = std::move(value);
        ++pos;
    }
};

template <>
class TypeHandler<fledgling::store::WideRow> {
public:
    using Record = fledgling::store::WideRow;
    static std::size_t size() { return Record::WIDEST; }
    static void extract(std::size_t pos, Record& row, const Record&, AbstractExtractor::Ptr extractor) {
        row.fields.assign(Record::WIDEST, std::nullopt);
        for (auto& field : row.fields) {
            std::string value;
            if (!extractor->isNull(pos) && extractor->extract(pos, value)) field = std::move(value);
            ++pos;
        }
    }
    static void bind(std::size_t, const Record&, AbstractBinder::Ptr, AbstractBinder::Direction) {}
    static void prepare(std::size_t, const Record&, AbstractPreparator::Ptr) {}
};

} // namespace Poco::Data
