#include "store/Book.h"
#include "store/Hash.h"
#include "store/PeopleStore.h"

#include <gtest/gtest.h>

using namespace fledgling;
using namespace fledgling::store;

namespace {
ChangeHead head(const std::string& verb) {
    ChangeHead h;
    h.command = domain::CommandId(randomUuid());
    h.at = {1000};
    h.localDate = domain::Date(2026, 11, 23);
    h.zone = "+08:00";
    h.verb = verb;
    return h;
}
} // namespace

TEST(Book, KeepsAPersonAndVerifies) {
    Database database(":memory:", Database::Mode::Create);
    Book book(database);
    domain::Person person;
    person.id = domain::PersonId(randomUuid());
    person.card.name = "吴敏";
    person.card.staffNumber = "00123";
    person.roles = {domain::Role::Trainee};
    person.posts = {domain::Post::Agent};
    EXPECT_EQ(book.append(head("add-person"), PeopleStore::facts(person)), 1);
    EXPECT_EQ(PeopleStore(database).person(person.id), person);
    EXPECT_TRUE(book.verify().good());
    EXPECT_EQ(book.verify().changes, 1);
    const auto back = book.reversal(1);
    book.append(head("undo"), back);
    EXPECT_EQ(PeopleStore(database).person(person.id), std::nullopt);
    EXPECT_EQ(PeopleStore(database, 1).person(person.id), person);
    EXPECT_TRUE(book.verify().good());
}
