#include "ui/controls/DateField.h"

#include <gtest/gtest.h>

namespace fledgling::ui::test {
namespace {

const domain::Date TODAY(2026, 11, 24);

std::string read(const char* text) {
    const auto day = DateField::read(text, TODAY);
    return day ? day->iso() : "none";
}

TEST(ADateField, ReadsDatesAsPeopleTypeThem) {
    EXPECT_EQ(read("2026-12-01"), "2026-12-01");
    EXPECT_EQ(read(" 2026/1/5 "), "2026-01-05");
    EXPECT_EQ(read("12-03"), "2026-12-03");
    EXPECT_EQ(read("7"), "2026-11-07");
    EXPECT_EQ(read("2026年12月15日"), "2026-12-15");
    EXPECT_EQ(read("2026年 1月 5日"), "2026-01-05");
    EXPECT_EQ(read("12月3号"), "2026-12-03");
}

TEST(ADateField, RefusesWhatIsNoDay) {
    EXPECT_EQ(read("2026-02-30"), "none");
    EXPECT_EQ(read("31"), "none") << "November has 30 days";
    EXPECT_EQ(read("tomorrow"), "none");
    EXPECT_EQ(read(""), "none");
    EXPECT_EQ(read("12月"), "none");
    EXPECT_EQ(read("1-2-3-4"), "none");
    EXPECT_EQ(read("26-11-24"), "none") << "a year has four digits";
}

} // namespace
} // namespace fledgling::ui::test
