#include "app/sample/Sample.h"
#include "ui/Harness.h"
#include "ui/Page.h"
#include "ui/Pages.h"
#include "ui/Text.h"
#include "ui/frame/Doors.h"
#include "ui/frame/Session.h"

#include <ostream>

namespace fledgling::ui::test {
namespace {

struct DayAndRole {
    const char* day;
    const char* who;
    domain::Role role;
};

void PrintTo(const DayAndRole& one, std::ostream* out) { *out << one.day << " as " << one.who; }

class OnAnyDay : public InWindow, public testing::WithParamInterface<DayAndRole> {
protected:
    void SetUp() override {
        standOn(domain::Date::parse(GetParam().day).value());
        InWindow::SetUp();
    }
    void TearDown() override {
        InWindow::TearDown();
        standOn(usualDay());
    }
};

TEST_P(OnAnyDay, EveryPageOfTheSampleMadeThenOpens) {
    ASSERT_NE(doors::openSample(), nullptr);
    open({.where = doors::samplePath(), .who = GetParam().who});
    ASSERT_NE(frame().page(), nullptr);
    EXPECT_EQ(frame().session()->desk().today().iso(), GetParam().day);
    for (const auto* entry : railOf(GetParam().role)) {
        frame().openPage(entry->id);
        settle();
        EXPECT_EQ(utf8(frame().page()->complaint()), "") << entry->id;
        screenshot(&frame(), std::string("day.") + GetParam().day + "." + entry->id);
    }
}

// The first day of a month on which nothing has been read, one of a year whose holidays nobody knows yet, one within a long holiday,
// and the day that is there every fourth year.
INSTANTIATE_TEST_SUITE_P(, OnAnyDay,
                         testing::Values(DayAndRole{"2026-12-01", app::SAMPLE_TRAINER, domain::Role::Trainer},
                                         DayAndRole{"2027-01-04", app::SAMPLE_MANAGER, domain::Role::Manager},
                                         DayAndRole{"2026-10-05", app::SAMPLE_MENTOR, domain::Role::Mentor},
                                         DayAndRole{"2028-02-29", app::SAMPLE_TRAINEE, domain::Role::Trainee}));

} // namespace
} // namespace fledgling::ui::test
