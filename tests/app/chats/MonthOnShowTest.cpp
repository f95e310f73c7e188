#include "app/chats/ChatFixture.h"
#include "app/chats/ChatReviews.h"
#include "app/chats/PointsView.h"

namespace fledgling::app::test {
namespace {

using namespace domain;

class MonthOnShow : public ChatFixture {};

TEST_F(MonthOnShow, IsTheOneBeforeUntilAChatOfThisOneIsRead) {
    today = Date(2026, 3, 31);
    reviewChat(at(mentor), read(1));
    today = Date(2026, 4, 1);
    EXPECT_EQ(monthOnShow(at(manager)).text(), "2026-03");
    EXPECT_EQ(monthOnShow(at(manager), agent).text(), "2026-03");
    reviewChat(at(mentor), read(1));
    EXPECT_EQ(monthOnShow(at(manager)).text(), "2026-04");
}

TEST_F(MonthOnShow, IsTheOwnForWhoSeesOnlyOneself) {
    today = Date(2026, 3, 31);
    reviewChat(at(mentor), read(1));
    today = Date(2026, 4, 1);
    reviewChat(at(mentor), read(1, {}, other));
    EXPECT_EQ(monthOnShow(at(agent)).text(), "2026-03");
    EXPECT_EQ(monthOnShow(at(manager)).text(), "2026-04") << "somebody's was read";
    EXPECT_EQ(monthOnShow(at(manager), agent).text(), "2026-03");
}

TEST_F(MonthOnShow, IsThisOneWhereNothingWasReadForAYear) {
    today = Date(2026, 3, 16);
    reviewChat(at(mentor), read(1));
    EXPECT_EQ(monthOnShow(at(mentor)).text(), "2026-03") << "none of the mentor's own";
    today = Date(2027, 3, 31);
    EXPECT_EQ(monthOnShow(at(manager)).text(), "2026-03");
    today = Date(2027, 4, 1);
    EXPECT_EQ(monthOnShow(at(manager)).text(), "2027-04");
}

TEST_F(MonthOnShow, IsWhatThePointsOpenAt) {
    today = Date(2026, 3, 31);
    reviewChat(at(mentor), read(1));
    today = Date(2026, 4, 1);
    PointsView view(at(manager), "en");
    view.show(PersonId());
    EXPECT_EQ(view.month().text(), "2026-03");
    EXPECT_EQ(view.rows().size(), 1U);
}

} // namespace
} // namespace fledgling::app::test
