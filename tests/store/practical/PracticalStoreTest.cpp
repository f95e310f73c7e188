#include "store/practical/PracticalStore.h"
#include "store/Places.h"

namespace fledgling::test {
namespace {

using namespace domain;
using namespace store;

class PracticalStoreTest : public InEveryPlace {
protected:
    void SetUp() override {
        InEveryPlace::SetUp();
        if (!IsSkipped()) sample = kept();
    }
    BookSample sample;
};

TEST_P(PracticalStoreTest, ASheetComesBackWithWhatWasSeen) {
    const auto sheets = PracticalStore(database()).sheetsOf({sample.trainee.id, sample.other.id});
    ASSERT_EQ(sheets.size(), 1U);
    EXPECT_EQ(sheets[0].sheet, sample.sheet);
    EXPECT_EQ(sheets[0].marks.at("route"), sheets[0].change) << "one change wrote all of it";
    EXPECT_TRUE(PracticalStore(database(), sheets[0].change - 1).sheetsOf({sample.trainee.id}).empty());
}

TEST_P(PracticalStoreTest, WhatWaitsIsFoundByItsState) {
    EXPECT_TRUE(PracticalStore(database()).waiting().empty());
    EXPECT_EQ(PracticalStore(database()).sentBackTo(sample.mentor.id).size(), 1U);
    EXPECT_TRUE(PracticalStore(database()).sentBackTo(sample.trainer.id).empty());
    auto sheet = sample.sheet;
    sheet.state = SheetState::HandedOn;
    sheet.decider = {};
    book().append(headOf("hand-on-practical", sample.mentor.id), {PracticalStore::fact(sheet)});
    const auto waiting = PracticalStore(database()).waiting();
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_EQ(waiting[0].sheet.marks, sample.sheet.marks);
    EXPECT_TRUE(PracticalStore(database()).sentBackTo(sample.mentor.id).empty());
}

TEST_P(PracticalStoreTest, TheDatabaseItselfRefusesOneHandForBoth) {
    auto sheet = sample.sheet;
    sheet.state = SheetState::Confirmed;
    sheet.decider = sheet.marker;
    EXPECT_ANY_THROW(book().append(headOf("confirm-practical", sample.mentor.id), {PracticalStore::fact(sheet)}));
}

FLEDGLING_EVERY_PLACE(PracticalStoreTest);

} // namespace
} // namespace fledgling::test
