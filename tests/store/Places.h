#pragma once

#include "store/Schema.h"
#include "store/StoreError.h"
#include "support/BookPlace.h"
#include "support/BookSample.h"

#include <gtest/gtest.h>

namespace fledgling::test {

/// Every rule of the book is tried wherever a book can be kept.
class InEveryPlace : public testing::TestWithParam<Place> {
protected:
    void SetUp() override {
        if (GetParam() == Place::Server) FLEDGLING_NEED_POSTGRES();
        m_place.emplace(GetParam());
    }
    [[nodiscard]] BookPlace& place() { return *m_place; }
    [[nodiscard]] store::Database& database() { return m_place->database(); }
    [[nodiscard]] store::Book book() { return m_place->book(); }
    /// A book with a value of every kind.
    BookSample kept() {
        BookSample sample;
        sample.keepIn(book());
        return sample;
    }
    /// The same in a new book.
    BookSample keptAnew() {
        m_place.emplace(GetParam());
        return kept();
    }

private:
    std::optional<BookPlace> m_place;
};

/// Every table of the book, its own two first.
[[nodiscard]] inline std::vector<std::string> allTables() {
    std::vector<std::string> all{"change", "entity"};
    for (const auto& one : store::tables())
        all.push_back(one.name);
    return all;
}

[[nodiscard]] inline std::string nameOfParam(const testing::TestParamInfo<Place>& info) {
    return nameOf(info.param);
}

/// The kind of trouble an action ends in; a failure when it ends in none.
template <class Action>
[[nodiscard]] store::Trouble troubleOf(Action action) {
    try {
        action();
    } catch (const store::StoreError& error) {
        return error.trouble();
    }
    ADD_FAILURE() << "no trouble";
    return store::Trouble::Unexpected;
}

} // namespace fledgling::test

/// The suite's tests in memory, in a file and on a server.
#define FLEDGLING_EVERY_PLACE(Suite)                                                                         \
    INSTANTIATE_TEST_SUITE_P(, Suite,                                                                        \
                             testing::Values(fledgling::test::Place::Memory, fledgling::test::Place::File,   \
                                             fledgling::test::Place::Server),                                \
                             fledgling::test::nameOfParam)
/// Only where somebody else can reach the tables.
#define FLEDGLING_SHARED_PLACES(Suite)                                                                       \
    INSTANTIATE_TEST_SUITE_P(, Suite,                                                                        \
                             testing::Values(fledgling::test::Place::File, fledgling::test::Place::Server),  \
                             fledgling::test::nameOfParam)
