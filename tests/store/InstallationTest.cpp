#include "store/Installation.h"

#include <gtest/gtest.h>

namespace fledgling::store {
namespace {

TEST(Installation, HoldsTheFolderOfTheProgramThatRuns) {
    std::error_code none;
    EXPECT_TRUE(std::filesystem::equivalent(installation() / "bin", FLEDGLING_BIN, none)) << installation();
}

} // namespace
} // namespace fledgling::store
