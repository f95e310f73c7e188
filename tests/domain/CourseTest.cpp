#include "domain/Course.h"

#include <gtest/gtest.h>

namespace fledgling::domain {
namespace {

TEST(Course, ATextFallsBackToTheOtherLanguageRatherThanToNothing) {
    const LocalText both{{{"zh-CN", "问候"}, {"en", "Greeting"}}};
    EXPECT_EQ(both.in("en"), "Greeting");
    EXPECT_EQ(both.in("fr"), "问候");
    EXPECT_EQ(both.in("fr", "en"), "Greeting");
    EXPECT_EQ((LocalText{{{"en", "Greeting"}}}.in("zh-CN")), "Greeting");
    EXPECT_EQ(LocalText{}.in("en"), "");
}

TEST(Course, TheLatestRuleThatHasBegunIsInForce) {
    AttendanceRules rules;
    rules.consequences = {{MarkKind::Late, Date::of("2026-03-01"), {{{"en", "30 yuan"}}}},
                          {MarkKind::Late, Date::of("2026-01-01"), {{{"en", "20 yuan"}}}},
                          {MarkKind::Absent, Date::of("2025-01-01"), {{{"en", "three days' pay"}}}}};
    EXPECT_EQ(rules.inForce(MarkKind::Late, Date::of("2025-12-31")), nullptr);
    EXPECT_EQ(rules.inForce(MarkKind::Late, Date::of("2026-02-28"))->text.in("en"), "20 yuan");
    EXPECT_EQ(rules.inForce(MarkKind::Late, Date::of("2026-03-01"))->text.in("en"), "30 yuan");
    EXPECT_EQ(rules.inForce(MarkKind::Present, Date::of("2026-03-01")), nullptr);
}

TEST(Course, AllFiveMarksAreOfferedUnlessTheCourseSaysOtherwise) {
    EXPECT_EQ(AttendanceRules{}.statuses.size(), 5U);
}

TEST(Course, ASessionHasTheHoursOfItsHalfDayUnlessItHasItsOwn) {
    const Course course;
    CourseSession session;
    session.when = HalfDay::Afternoon;
    EXPECT_EQ(course.hoursOf(session), course.afternoon);
    session.hours = Hours(TimeOfDay(14, 0), TimeOfDay(15, 0));
    EXPECT_EQ(course.hoursOf(session).text(), "14:00-15:00");
}

TEST(Course, SkillsWithoutPostsAreEveryPostsSkills) {
    Course course;
    course.skills = {{"greeting", {}, {}, SkillLevel::Alone, {}},
                     {"evidence", {}, {}, SkillLevel::Alone, {Post::Complaint}}};
    EXPECT_EQ(course.skillsFor(Post::Agent).size(), 1U);
    ASSERT_EQ(course.skillsFor(Post::Complaint).size(), 2U);
    Criterion criterion;
    EXPECT_EQ(course.skillsFor(Post::Complaint, criterion).size(), 2U);
    criterion.skills = {"evidence"};
    EXPECT_EQ(course.skillsFor(Post::Complaint, criterion).at(0)->id, "evidence");
    EXPECT_TRUE(course.skillsFor(Post::Agent, criterion).empty());
}

TEST(Course, EveryWordReadsBackAsItsValue) {
    for (int i = 0; i < 7; ++i)
        EXPECT_EQ(weekdayOf(keyOf(static_cast<Weekday>(i))), static_cast<Weekday>(i));
    for (int i = 0; i < 2; ++i)
        EXPECT_EQ(halfDayOf(keyOf(static_cast<HalfDay>(i))), static_cast<HalfDay>(i));
    for (int i = 0; i < 4; ++i)
        EXPECT_EQ(sessionKindOf(keyOf(static_cast<SessionKind>(i))), static_cast<SessionKind>(i));
    for (int i = 0; i < 4; ++i)
        EXPECT_EQ(skillLevelOf(keyOf(static_cast<SkillLevel>(i))), static_cast<SkillLevel>(i));
    for (int i = 0; i < 2; ++i)
        EXPECT_EQ(assessmentKindOf(keyOf(static_cast<AssessmentKind>(i))), static_cast<AssessmentKind>(i));
    for (int i = 0; i < 8; ++i)
        EXPECT_EQ(measureOf(keyOf(static_cast<Measure>(i))), static_cast<Measure>(i));
    EXPECT_EQ(measureOf("attended"), std::nullopt);
}

} // namespace
} // namespace fledgling::domain
