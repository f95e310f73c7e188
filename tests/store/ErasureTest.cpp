#include "Places.h"
#include "store/Conflict.h"
#include "store/Sql.h"

#include <fstream>
#include <iterator>

namespace {

using namespace fledgling;
using namespace fledgling::store;
using namespace fledgling::test;

class ErasureTest : public InEveryPlace {
protected:
    void SetUp() override {
        InEveryPlace::SetUp();
        if (IsSkipped()) return;
        sample = kept();
        corrected = sample.trainee;
        corrected.card.name = "吴敏敏";
        number = book().append(headOf("correct"), PeopleStore::facts(corrected));
    }
    ChangeNumber erase() { return book().erase(headOf("erase", sample.mentor.id), sample.trainee.id); }
    BookSample sample;
    domain::Person corrected;
    ChangeNumber number = 0;
};
FLEDGLING_EVERY_PLACE(ErasureTest);

TEST_P(ErasureTest, LeavesTheChainWhole) {
    const auto head = book().headHash();
    EXPECT_EQ(erase(), number + 1);
    const auto verified = book().verify();
    EXPECT_TRUE(verified.good()) << verified.firstBad << " " << verified.table;
    EXPECT_EQ(verified.changes, number + 1);
    EXPECT_EQ(book().change(number)->hash, head) << "no hash printed before is given the lie";
}

TEST_P(ErasureTest, TakesTheCardFromEveryVersionAndNothingElse) {
    erase();
    for (const ChangeNumber asOf : {ChangeNumber{1}, number, NOW}) {
        const auto person = PeopleStore(database(), asOf).person(sample.trainee.id);
        ASSERT_TRUE(person);
        EXPECT_EQ(person->card, domain::PersonCard());
        EXPECT_EQ(person->roles, sample.trainee.roles);
    }
    for (const auto& kept : book().historyOf("person_card", {sample.trainee.id.text()}))
        for (const auto& value : kept.fact.values)
            EXPECT_TRUE(value == Value{} || value == Value{std::string()});
    EXPECT_EQ(PeopleStore(database()).person(sample.mentor.id), sample.mentor);
    EXPECT_EQ(AttendanceStore(database()).marksOf(sample.trainee.id).size(), 1U);
}

TEST_P(ErasureTest, CanBeDoneTwiceAndOfOthersToo) {
    erase();
    erase();
    book().erase(headOf("erase"), sample.other.id);
    EXPECT_TRUE(book().verify().good());
}

TEST_P(ErasureTest, ARetriedCommandErasesOnce) {
    const auto head = headOf("erase");
    const auto first = book().erase(head, sample.trainee.id);
    EXPECT_EQ(book().erase(head, sample.trainee.id), first);
    EXPECT_EQ(book().last(), first);
}

TEST_P(ErasureTest, CannotBeUndone) {
    const auto erased = erase();
    EXPECT_TRUE(book().reversal(erased).empty());
    EXPECT_THROW((void)book().reversal(number), Conflict)
        << "nor can what it erased be brought back by undoing";
}

TEST_P(ErasureTest, ANewCardMayFollow) {
    erase();
    book().append(headOf("add"), PeopleStore::facts(corrected));
    EXPECT_EQ(PeopleStore(database()).person(sample.trainee.id), corrected);
    EXPECT_EQ(PeopleStore(database(), 1).person(sample.trainee.id)->card, domain::PersonCard());
    EXPECT_TRUE(book().verify().good());
}

TEST_P(ErasureTest, IsRolledBackWithItsTransaction) {
    {
        Book::Transaction transaction(database());
        erase();
    }
    EXPECT_EQ(PeopleStore(database()).person(sample.trainee.id), corrected);
    EXPECT_TRUE(book().verify().good());
}

TEST_P(ErasureTest, NoByteOfTheFileHoldsTheNameAnyMore) {
    if (GetParam() != Place::File) return;
    const auto found = [&] {
        std::string where;
        for (const char* part : {"", "-wal"}) {
            std::ifstream file(place().where() + part, std::ios::binary);
            const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
            if (bytes.find("吴敏") != std::string::npos) where += std::string("in file") + part + " ";
        }
        return where;
    };
    EXPECT_NE(found(), "") << "before";
    erase();
    EXPECT_EQ(found(), "") << "while the program goes on";
    place().close();
    EXPECT_EQ(found(), "") << "and after it";
}

} // namespace
