#include "app/courses/RefusalTitles.h"

#include "DeskFixture.h"
#include "domain/chats/ChatReview.h"

namespace fledgling::app::test {
namespace {

using namespace domain;

class RefusalTitles : public DeskFixture {
protected:
    RefusalTitles() {
        auto files = coursePackage("2");
        auto& course = files.at("course.yaml");
        const std::string plain = "title: Desk check";
        course.replace(course.find(plain), plain.size(), "title: {en: Desk check, zh-CN: 实操考核}");
        course += "chat_review:\n  criteria:\n    - {id: closing, title: Proper end}\n";
        loadPackage(files, "2");
    }
    std::string said(Rule rule, std::vector<std::string> arguments, const std::string& language = "en") {
        return sentence(at(trainer), Refused(rule, std::move(arguments)), language, english());
    }
};

TEST_F(RefusalTitles, AnAssessmentIsCalledByItsTitleInTheLanguageInUse) {
    EXPECT_EQ(said(Rule::AttemptsUsedUp, {"Wu Min", "desk", "2"}),
              "Wu Min has used up the attempts at Desk check (2). Nothing was changed.");
    EXPECT_NE(said(Rule::QuizWaits, {"desk"}, "zh-CN").find("实操考核"), std::string::npos);
}

TEST_F(RefusalTitles, OneIdOfTwoKindsHasTheTitleOfTheKindTheRuleIsAbout) {
    EXPECT_NE(said(Rule::EvidenceNeeded, {"closing"}).find("practise Standard closing first"), std::string::npos);
    EXPECT_EQ(said(Rule::NotFailed, {"closing"}), "Proper end was not failed in this chat: there is nothing to appeal against.");
}

TEST_F(RefusalTitles, ASessionKeepsItsDayAsPagesWriteDays) {
    EXPECT_EQ(said(Rule::NotOnRoll, {"Wu Min", "d1-am 2026-03-16"}), "Wu Min is not on the roll of Attitude Mon 16 Mar 2026.");
    EXPECT_EQ(said(Rule::Clash, {"Room 1", "Mar d1-am 2026-03-16 07:00-11:30", "Apr d2-am 2026-03-16 07:00-11:30"}),
              "Room 1 is taken twice at that time: Mar Attitude Mon 16 Mar 2026 07:00-11:30 and Apr Work flow Mon 16 Mar 2026 07:00-11:30.");
}

TEST_F(RefusalTitles, TheFirstReplyHasAWordAndItemsHaveTheirs) {
    EXPECT_EQ(said(Rule::NoAppeal, {FIRST_REPLY}), "No appeal against first reply is open in this chat.");
    EXPECT_EQ(said(Rule::UnknownItem, {"one"}), "This practical check has no item One.");
}

TEST_F(RefusalTitles, EveryCriterionAndItemOfAListHasItsTitle) {
    EXPECT_EQ(said(Rule::CriteriaUnmet, {"skills", "mentored"}),
              "Not met yet: Skills signed off, Days mentored. Give the day up to which the approval holds in spite of that.");
    EXPECT_NE(said(Rule::EvidenceMissing, {"one"}).find("Say what you saw at: One."), std::string::npos);
}

TEST_F(RefusalTitles, WhatNoCourseKnowsStaysAndSoDoesTheRest) {
    EXPECT_EQ(said(Rule::UnknownAssessment, {"nonsense"}), "The course has no quiz or practical check nonsense.");
    EXPECT_EQ(said(Rule::NotTheMentor, {"desk", "closing"}), "The mentor of desk is closing: only the mentor writes here.")
        << "people may be called like anything";
    EXPECT_EQ(said(Rule::PostDiffers, {"Chen Bo", "order"}), "Chen Bo can't lead for this post (order handler).");
}

} // namespace
} // namespace fledgling::app::test
