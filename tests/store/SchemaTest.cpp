#include "Places.h"

#include "store/Schema.h"
#include "store/Sql.h"

namespace {

using namespace fledgling::store;

TEST(Schema, NoLaterTableBringsAKindOfEntity) {
    // The register of an older book names its kinds in a CHECK, which can't be widened.
    for (const auto& one : tables())
        EXPECT_TRUE(one.since == 1 || one.creates.empty()) << one.name;
}

TEST(Schema, EveryTableFitsTheWidestRow) {
    for (const auto& one : tables())
        EXPECT_LE(4 + one.key.size() + one.values.size() + (one.personal ? 2 : 0), WideRow::WIDEST)
            << one.name;
}

} // namespace
