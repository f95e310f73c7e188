#include "ui/controls/CopyOnDisk.h"

#include "ui/Harness.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace fledgling::ui::test {
namespace {

namespace fs = std::filesystem;

class ACopyOnDisk : public InWindow {
protected:
    static std::string contentOf(const std::string& path) {
        std::stringstream text;
        text << std::ifstream(path, std::ios::binary).rdbuf();
        return text.str();
    }
};

TEST_F(ACopyOnDisk, IsLeftAloneWhileItIsTheSameAndWrittenAnewWhenItDiffers) {
    open();
    const auto path = copyOnDisk("first", "导览.webm");
    ASSERT_EQ(contentOf(path), "first") << path;
    const auto before = fs::last_write_time(path) - std::chrono::hours(1);
    fs::last_write_time(path, before);
    EXPECT_EQ(copyOnDisk("first", "导览.webm"), path);
    EXPECT_EQ(fs::last_write_time(path), before) << "it may be open in another program";
    EXPECT_EQ(copyOnDisk("other", "导览.webm"), path);
    EXPECT_EQ(contentOf(path), "other") << "as long as before, and not the same";
}

TEST_F(ACopyOnDisk, ThatCantBeWrittenIsSaid) {
    open();
    const auto path = copyOnDisk("x", "one.txt");
    ASSERT_TRUE(fs::remove(path));
    ASSERT_TRUE(fs::create_directory(path)) << "something else stands there";
    EXPECT_EQ(copyOnDisk("x", "one.txt"), "");
    EXPECT_FALSE(openedOutside("").empty());
}

} // namespace
} // namespace fledgling::ui::test
