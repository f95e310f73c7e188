#include "domain/Skill.h"

#include "People.h"
#include "SkillCourse.h"
#include "domain/Refused.h"

#include <gtest/gtest.h>

namespace fledgling::domain {
namespace {

using test::idOf;
using test::person;
using test::skillCourse;

LogEntry practised(int n, std::string skill, SkillLevel how, std::string_view day = "2026-11-24") {
    LogEntry one;
    one.id = idOf<LogId>(n);
    one.trainee = person(2);
    one.mentor = person(1);
    one.day = Date::of(day);
    one.practised = {std::move(skill)};
    one.how = how;
    return one;
}

SkillSign wanted(SkillLevel level, std::string why = {}) {
    return {person(2), "greeting", level, {}, person(1), std::move(why)};
}

TEST(Skill, ALevelRisesWithALogEntryAtThatLevel) {
    const std::vector entries{practised(1, "greeting", SkillLevel::Shown)};
    const auto sign = checkedSign(wanted(SkillLevel::Shown), SkillLevel::None, skillCourse(), entries);
    EXPECT_EQ(sign.level, SkillLevel::Shown);
    EXPECT_EQ(sign.evidence, idOf<LogId>(1));
    EXPECT_REFUSED(checkedSign(wanted(SkillLevel::Helped), SkillLevel::Shown, skillCourse(), entries),
                   Rule::EvidenceNeeded);
}

TEST(Skill, WorkDoneAloneProvesTheLowerLevelsToo) {
    const std::vector entries{practised(1, "greeting", SkillLevel::Alone)};
    EXPECT_EQ(checkedSign(wanted(SkillLevel::Helped), SkillLevel::None, skillCourse(), entries).evidence,
              idOf<LogId>(1));
    EXPECT_EQ(checkedSign(wanted(SkillLevel::Alone), SkillLevel::None, skillCourse(), entries).level,
              SkillLevel::Alone);
}

TEST(Skill, EvidenceIsOfThatTraineeAndThatSkill) {
    auto others = practised(1, "greeting", SkillLevel::Alone);
    others.trainee = person(9);
    const std::vector entries{others, practised(2, "refunds", SkillLevel::Alone)};
    EXPECT_EQ(evidenceFor(person(2), "greeting", SkillLevel::Shown, entries), nullptr);
    EXPECT_REFUSED(checkedSign(wanted(SkillLevel::Shown), SkillLevel::None, skillCourse(), entries),
                   Rule::EvidenceNeeded);
}

TEST(Skill, TheEvidenceNamedMustProveTheLevel) {
    const std::vector entries{practised(1, "greeting", SkillLevel::Shown),
                              practised(2, "greeting", SkillLevel::Alone)};
    auto sign = wanted(SkillLevel::Alone);
    sign.evidence = idOf<LogId>(2);
    EXPECT_EQ(checkedSign(sign, SkillLevel::None, skillCourse(), entries).evidence, idOf<LogId>(2));
    sign.evidence = idOf<LogId>(1);
    EXPECT_REFUSED(checkedSign(sign, SkillLevel::None, skillCourse(), entries), Rule::EvidenceNeeded);
    sign.evidence = idOf<LogId>(3);
    EXPECT_REFUSED(checkedSign(sign, SkillLevel::None, skillCourse(), entries), Rule::EvidenceNeeded);
}

TEST(Skill, TheLatestEntryIsTheEvidence) {
    const std::vector entries{practised(2, "greeting", SkillLevel::Helped, "2026-11-23"),
                              practised(1, "greeting", SkillLevel::Helped, "2026-11-20"),
                              practised(3, "greeting", SkillLevel::Shown, "2026-11-24")};
    const auto* found = evidenceFor(person(2), "greeting", SkillLevel::Helped, entries);
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->id, idOf<LogId>(2));
}

TEST(Skill, AnEntryWithoutAnIdIsNoEvidence) {
    auto unkept = practised(1, "greeting", SkillLevel::Alone);
    unkept.id = {};
    EXPECT_REFUSED(checkedSign(wanted(SkillLevel::Shown), SkillLevel::None, skillCourse(), {unkept}),
                   Rule::EvidenceNeeded);
}

TEST(Skill, TakingBackNeedsAReasonAndNoEvidence) {
    EXPECT_REFUSED(checkedSign(wanted(SkillLevel::Shown, "  "), SkillLevel::Alone, skillCourse(), {}),
                   Rule::ReasonNeeded);
    auto back = wanted(SkillLevel::None, " forgot the closing ");
    back.evidence = idOf<LogId>(1);
    const auto sign = checkedSign(back, SkillLevel::Alone, skillCourse(), {});
    EXPECT_EQ(sign.reason, "forgot the closing");
    EXPECT_TRUE(sign.evidence.empty());
}

TEST(Skill, TheSameLevelIsNotSignedTwice) {
    const std::vector entries{practised(1, "greeting", SkillLevel::Alone)};
    EXPECT_REFUSED(checkedSign(wanted(SkillLevel::Alone), SkillLevel::Alone, skillCourse(), entries),
                   Rule::LevelOutOfOrder);
    EXPECT_REFUSED(checkedSign(wanted(SkillLevel::None, "why"), SkillLevel::None, skillCourse(), entries),
                   Rule::LevelOutOfOrder);
}

TEST(Skill, OnlyTheCoursesSkillsAreSigned) {
    auto sign = wanted(SkillLevel::Shown);
    sign.skill = "juggling";
    EXPECT_REFUSED(checkedSign(sign, SkillLevel::None, skillCourse(), {}), Rule::UnknownSkill);
}

TEST(Skill, WhatIsTakenBackGoesToTheLevelThatStoodBefore) {
    using enum SkillLevel;
    EXPECT_EQ(levelBefore({Alone}), None);
    EXPECT_EQ(levelBefore({Shown, Alone}), Shown); // never helped
    EXPECT_EQ(levelBefore({Shown, Alone, Shown}), None);
    EXPECT_EQ(levelBefore({Helped, None, Alone}), None);
}

} // namespace
} // namespace fledgling::domain
