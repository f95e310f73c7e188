#include "app/Assets.h"

#include "store/Installation.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <optional>

namespace fledgling::app::test {
namespace {

/// With FLEDGLING_ASSETS as a test wants it; afterwards it is as it was.
class Assets : public testing::Test {
protected:
    void SetUp() override {
        if (const char* named = std::getenv(NAME)) m_before = named;
    }
    void TearDown() override { m_before ? ::setenv(NAME, m_before->c_str(), 1) : ::unsetenv(NAME); }
    static void name(const std::string& folder) { ::setenv(NAME, folder.c_str(), 1); }

    static constexpr const char* NAME = "FLEDGLING_ASSETS";

private:
    std::optional<std::string> m_before;
};

TEST_F(Assets, StandWhereTheyAreSaidToBe) {
    const std::string folder = std::string(FLEDGLING_SOURCE) + "/assets";
    name(folder);
    EXPECT_EQ(assetsFolder(), folder);
}

TEST_F(Assets, StandBesideTheProgramWhereNothingIsSaid) {
    ::unsetenv(NAME);
    EXPECT_EQ(assetsFolder(), (store::installation() / "share" / "fledgling").string());
}

TEST_F(Assets, AreNamedAsTheyWereSaidWhereTheyAreNowhere) {
    name("/no/such/folder");
    const bool beside = std::filesystem::is_directory(store::installation() / "share" / "fledgling" / "calendars");
    EXPECT_EQ(assetsFolder() == "/no/such/folder", !beside);
}

} // namespace
} // namespace fledgling::app::test
