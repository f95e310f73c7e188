#include "store/merge/BookCopy.h"

#include "store/Chain.h"
#include "store/Facts.h"
#include "store/Ground.h"

#include <algorithm>
#include <filesystem>
#include <limits>

namespace fledgling::store {

namespace {

/// Changes read at a time.
constexpr ChangeNumber COPIED_AT_ONCE = 2000;

/// Everything that carries one of these change numbers, in the order in which it was written.
void copyRun(Database& from, Database& into, ChangeNumber after, ChangeNumber upTo) {
    std::map<ChangeNumber, std::map<std::int64_t, Line>> written;
    for (const auto& one : tables())
        for (auto& line : lines(from, one, "t.change > $1 AND t.change <= $2", {after, upTo}, "t.change, t.line")) {
            auto& place = written[line.kept.change][line.line];
            place = std::move(line);
        }
    std::map<ChangeNumber, std::vector<std::pair<std::string, std::string>>> entities;
    for (const auto& [id, kind, change] : sql::read<std::string, std::string, std::int64_t>(
             from, "SELECT id, kind, change FROM entity WHERE change > $1 AND change <= $2", {after, upTo}))
        entities[change].emplace_back(id, kind);
    auto changes = Book(from).changes(after, upTo, std::numeric_limits<int>::max());
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        insertChange(into, columnsOf(change->head, change->number), change->hash);
        for (const auto& [id, kind] : entities[change->number])
            sql::execute(into, "INSERT INTO entity (id, kind, change) VALUES ($1, $2, $3)", {id, kind, change->number});
        for (const auto& [number, line] : written[change->number])
            insertLine(into, line);
    }
}

void removeFile(const std::string& path) {
    std::error_code gone;
    for (const char* part : {"", "-wal", "-shm"})
        std::filesystem::remove(pathOf(path + part), gone);
}

} // namespace

void writeCopy(Database& from, const std::string& path, const CopyAt& at) {
    // Somebody may erase a card while it is read; then the copy is not what any book was, and is made once more.
    for (int left = 1;; --left) {
        removeFile(path);
        Database into(path, Database::Mode::Create);
        const auto end = Book(from).last();
        {
            Book::Transaction transaction(into);
            for (ChangeNumber after = 0; after < end; after += COPIED_AT_ONCE) {
                const auto upTo = std::min(end, after + COPIED_AT_ONCE);
                copyRun(from, into, after, upTo);
                if (at) at(static_cast<std::size_t>(upTo), static_cast<std::size_t>(end));
            }
            transaction.commit();
        }
        const auto found = Book(into).verify();
        if (found.good()) return;
        if (left == 0) throw StoreError(Trouble::Damaged, from.where(), "change " + std::to_string(found.firstBad));
    }
}

} // namespace fledgling::store
