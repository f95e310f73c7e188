#pragma once

#include "store/Schema.h"
#include "store/merge/MergeRun.h"
#include "support/BookPlace.h"
#include "support/BookSample.h"

#include <map>
#include <memory>
#include <string>

namespace fledgling::test {

/// A copy of a book, taken away to be changed elsewhere.
class Away {
public:
    explicit Away(store::Database& from) : m_path(m_folder.file("copy.fledgling")) {
        from.copyTo(m_path);
        open();
    }
    [[nodiscard]] store::Database& database() { return *m_database; }
    [[nodiscard]] store::Book book() { return store::Book(*m_database); }
    [[nodiscard]] const std::string& path() const { return m_path; }
    void open() { m_database = std::make_unique<store::Database>(m_path, store::Database::Mode::OpenExisting); }
    void close() { m_database.reset(); }

private:
    Folder m_folder;
    std::string m_path;
    std::unique_ptr<store::Database> m_database;
};

/// Somebody merges on 25 November.
[[nodiscard]] inline store::Merger merger() {
    store::Merger merger;
    merger.head = headOf("");
    merger.head.at = {1'795'100'000'456};
    merger.head.localDate = domain::Date(2026, 11, 25);
    merger.head.why = "copy.fledgling";
    merger.newCommand = [] { return newId<domain::CommandId>(); };
    return merger;
}

/// The same side everywhere.
[[nodiscard]] inline std::function<store::Choices(const store::MergePlan&)> always(store::Side side) {
    return [side](const store::MergePlan& plan) {
        store::Choices choices;
        for (const auto& one : plan.differences)
            choices[one.id] = side;
        return choices;
    };
}

inline store::MergeResult bring(store::Database& ours, store::Database& theirs, store::Side side) {
    return store::merge(ours, store::readOther(ours, theirs), merger(), always(side));
}

/// What stands for every key that any change wrote.
[[nodiscard]] inline std::map<store::FactKey, store::Fact> standing(store::Database& database) {
    std::map<store::FactKey, store::Fact> now;
    for (auto& change : store::branchAfter(database, 0))
        for (auto& kept : change.facts) {
            kept.fact.saw.reset();
            now[store::factKeyOf(kept.fact)] = kept.fact;
        }
    return now;
}

} // namespace fledgling::test
