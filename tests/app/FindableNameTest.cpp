#include "app/FindableName.h"

#include <gtest/gtest.h>

namespace fledgling::app::test {
namespace {

TEST(AFindableName, IsFoundByAPartInEitherCase) {
    const FindableName name("Chen Bo");
    EXPECT_EQ(name.find("CHEN"), 0U);
    EXPECT_EQ(name.find("bo"), 5U);
    EXPECT_FALSE(name.has("lin"));
    EXPECT_TRUE(name.has(""));
}

TEST(AFindableName, IsFoundByPinyinWithOrWithoutBlanks) {
    const FindableName name("彭飞");
    EXPECT_EQ(name.find("p"), 0U);
    EXPECT_EQ(name.find("Peng Fei"), 0U);
    EXPECT_TRUE(name.has("fei"));
    EXPECT_TRUE(name.has("飞"));
    EXPECT_FALSE(name.has("pengw"));
    EXPECT_FALSE(name.has("x"));
}

} // namespace
} // namespace fledgling::app::test
