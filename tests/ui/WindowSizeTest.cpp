#include "ui/frame/WindowSize.h"

#include <gtest/gtest.h>

namespace fledgling::ui {
namespace {

TEST(WindowSize, IsNeverLargerThanTheDisplay) {
    EXPECT_EQ(windowsize::within({3200, 2000}, {1920, 1200}), wxSize(1920, 1200));
    EXPECT_EQ(windowsize::within({960, 2000}, {1920, 1200}), wxSize(960, 1200));
}

TEST(WindowSize, AsksForNothingOfADisplayThatSaysNothing) {
    EXPECT_EQ(windowsize::within({1280, 800}, {0, 0}), wxSize(1280, 800));
}

} // namespace
} // namespace fledgling::ui
