#include "store/Sql.h"

#include "store/Opening.h"
#include "store/Translate.h"

#include <stdexcept>

namespace fledgling::store {

void requirePlaceholders(const std::string& sql, std::size_t arguments) {
    std::size_t seen = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < sql.size(); ++i) {
        if (sql[i] == '\'') quoted = !quoted;
        if (quoted || sql[i] != '$') continue;
        std::size_t number = 0;
        for (; i + 1 < sql.size() && sql[i + 1] >= '0' && sql[i + 1] <= '9'; ++i)
            number = number * 10 + static_cast<std::size_t>(sql[i + 1] - '0');
        if (number == 0 || number > seen + 1) throw std::logic_error("placeholders out of order: " + sql);
        if (number == seen + 1) seen = number;
    }
    if (seen != arguments) throw std::logic_error("placeholders and arguments differ in number: " + sql);
}

Arguments asOfWith(std::int64_t asOf, const std::vector<Value>& arguments) {
    Arguments all{asOf};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return all;
}

void guarded(Database::Inside& inside, const std::function<void()>& action) {
    if (inside.stepping) throw StoreError(Trouble::Unexpected, inside.where, "asked in the middle of another statement");
    if (inside.depth > 0 && inside.failed)
        throw StoreError(Trouble::Unexpected, inside.where, "the change had failed");
    try {
        action();
    } catch (const StoreError&) {
        inside.failed = true;
        throw;
    } catch (const Poco::Exception& trouble) {
        inside.failed = true;
        throw translated(inside, trouble);
    } catch (const std::exception& trouble) {
        inside.failed = true;
        throw StoreError(Trouble::Unexpected, inside.where, trouble.what());
    }
}

namespace sql {

void bindAll(Poco::Data::Statement& statement, const Arguments& arguments) {
    using Poco::Data::Keywords::bind;
    for (const auto& argument : arguments) {
        if (const auto* number = std::get_if<std::int64_t>(&argument))
            statement, bind(static_cast<Poco::Int64>(*number));
        else if (const auto* text = std::get_if<std::string>(&argument))
            statement, bind(*text);
        else
            statement, bind(Poco::Nullable<std::string>());
    }
}

void prepare(Database& database, const std::string& sql, const Arguments& arguments) {
    requirePlaceholders(sql, arguments.size());
    for (const auto& argument : arguments)
        if (const auto* text = std::get_if<std::string>(&argument); text && !isText(*text))
            throw StoreError(Trouble::Constraint, "UTF-8", "a text that is not UTF-8 or holds a NUL");
    if (database.engine() == Engine::Postgres) reviveIfLost(database);
}

void eachSqliteRow(Database& database, const std::string& sql, const Arguments& arguments,
                   const std::function<void(const SqliteRow&)>& eachRow) {
    prepare(database, sql, arguments);
    guarded(database.inside(), [&] { database.inside().statements->run(sql, arguments, eachRow); });
}

std::vector<WideRow> wideRows(Database& database, const std::string& sql, const Arguments& arguments) {
    if (database.engine() == Engine::Postgres) return postgresRecords<WideRow>(database, sql, arguments);
    std::vector<WideRow> rows;
    eachSqliteRow(database, sql, arguments, [&](const SqliteRow& row) {
        auto& fields = rows.emplace_back().fields;
        fields.resize(WideRow::WIDEST);
        for (int at = 0; at < row.width(); ++at)
            take(row, at, fields[static_cast<std::size_t>(at)]);
    });
    return rows;
}

void execute(Database& database, const std::string& sql, const Arguments& arguments) {
    ++database.inside().writes;
    if (database.engine() == Engine::Sqlite) {
        eachSqliteRow(database, sql, arguments, [](const SqliteRow&) {});
        return;
    }
    prepare(database, sql, arguments);
    guarded(database.inside(), [&] {
        // A fresh statement each time: executing one again after a failure aborts the process on PostgreSQL.
        Poco::Data::Statement statement(*database.inside().session);
        statement << sql;
        bindAll(statement, arguments);
        statement.execute();
    });
}

} // namespace sql
} // namespace fledgling::store
