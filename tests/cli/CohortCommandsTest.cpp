#include "ProgramFixture.h"

/// Cohorts, their half days and their rolls.
namespace fledgling::cli::test {
namespace {

TEST_F(ProgramTest, ACohortBegunInThePastIsWarnedOfAndItsReviewIsOnAWorkingDay) {
    staff();
    const auto sunday = as("3", {"cohort", "lay", "一班", "--start", "2026-03-16", "--review", "2026-03-29"});
    EXPECT_EQ(sunday.exit, RefusedByRule);
    EXPECT_NE(sunday.err.find("Nobody works on Sun 29 Mar 2026: hold the review on a working day, next on Mon 30 Mar 2026."), std::string::npos)
        << sunday.err;
    const auto past = as("3", {"cohort", "lay", "二班", "--start", "2020-03-16"});
    EXPECT_EQ(past.exit, Kept) << past.err;
    EXPECT_NE(past.out.find("is past. Half days laid before today: 6."), std::string::npos) << past.out;
}

TEST_F(ProgramTest, EverybodyIsMarkedPresentOverWhatStandsWithAReason) {
    cohort();
    ASSERT_EQ(as("3", {"roll", "mark", "一班/d1-am", "007", "A"}).exit, Kept);
    EXPECT_EQ(as("3", {"--json", "roll", "owed", "一班"}).rows()->size(), 1U);
    EXPECT_EQ(as("3", {"roll", "all", "一班/d1-am"}).exit, RefusedByRule);
    ASSERT_EQ(as("3", {"roll", "all", "一班/d1-am", "--why", "fire drill"}).exit, Kept);
    EXPECT_EQ(as("3", {"--json", "roll", "owed", "一班"}).rows()->size(), 0U);
}

TEST_F(ProgramTest, ARollIsMarkedClosedAndCorrectedWithAReason) {
    cohort();
    EXPECT_NE(as("3", {"roll", "show", "一班/d1-am"}).out.find("not marked"), std::string::npos) << "of nothing nobody took 100 %";
    EXPECT_TRUE(as("3", {"--json", "roll", "show", "一班/d1-am"}).rows()->getObject(0)->isNull("taken_percent"));
    EXPECT_EQ(as("3", {"roll", "close", "一班/d1-am"}).exit, RefusedByRule);
    EXPECT_EQ(as("3", {"roll", "mark", "一班/d1-am", "吴敏", "L12"}).exit, Kept);
    EXPECT_EQ(as("3", {"roll", "rest", "一班/d1-am"}).exit, Kept);
    EXPECT_EQ(as("3", {"roll", "close", "一班/d1-am"}).exit, Kept);
    EXPECT_EQ(as("3", {"roll", "mark", "一班/d1-am", "007", "P"}).exit, RefusedByRule);
    EXPECT_EQ(as("3", {"roll", "mark", "一班/d1-am", "007", "P", "--why", "the clock was wrong"}).exit, Kept);
    const auto roll = as("3", {"--json", "roll", "show", "一班/d1-am"});
    EXPECT_TRUE(roll.json()->getValue<bool>("closed"));
    EXPECT_EQ(roll.rows()->getObject(0)->getValue<std::string>("d1-am"), "P");
}

TEST_F(ProgramTest, ASessionIsMovedByCohortAndNameLikeItIsMarked) {
    cohort();
    ASSERT_EQ(as("3", {"session", "move", "一班/d3-pm", "--day", "2026-03-19", "--why", "the room is taken"}).exit, Kept);
    EXPECT_NE(as("3", {"cohort", "show", "一班"}).out.find("2026-03-19"), std::string::npos);
    EXPECT_EQ(as("3", {"session", "move", "一班/d9-pm", "--day", "2026-03-20"}).exit, RefusedByRule);
}

TEST_F(ProgramTest, MovingASessionOntoADayOffWarnsAndAPreviewKeepsNothing) {
    cohort();
    const auto preview = as("3", {"session", "move", "一班/d3-pm", "--day", "2026-03-21", "--preview"}); // a Saturday
    EXPECT_EQ(preview.exit, Kept) << preview.err;
    EXPECT_NE(preview.out.find("Warning: 2026-03-21 is a day off."), std::string::npos) << preview.out;
    EXPECT_NE(preview.out.find("2026-03-18"), std::string::npos) << "old date too: " << preview.out;
    EXPECT_NE(preview.out.find("Preview only: nothing was kept."), std::string::npos) << preview.out;
    EXPECT_EQ(as("3", {"cohort", "show", "一班"}).out.find("2026-03-21"), std::string::npos);
    const auto kept = as("3", {"session", "move", "一班/d3-pm", "--day", "2026-03-21"});
    EXPECT_EQ(kept.exit, Kept) << kept.err;
    EXPECT_NE(kept.out.find("Warning: 2026-03-21 is a day off."), std::string::npos) << kept.out;
    EXPECT_NE(as("3", {"cohort", "show", "一班"}).out.find("2026-03-21"), std::string::npos);
    const auto working = as("3", {"--json", "session", "move", "一班/d3-pm", "--day", "2026-03-19"});
    EXPECT_FALSE(working.json()->getValue<bool>("day_off"));
    EXPECT_EQ(working.rows()->getObject(0)->getValue<std::string>("from"), "2026-03-21");
    const auto first = as("3", {"--json", "session", "move", "一班/d3-pm", "--day", "2025-03-10", "--preview"});
    EXPECT_TRUE(first.json()->getValue<bool>("past"));
    EXPECT_EQ(first.json()->getArray("out_of_order")->size(), 5U) << first.out;
}

TEST_F(ProgramTest, APreviewOfAMoveNamesWhatItWouldClashWith) {
    cohort();
    const auto clash = as("3", {"--json", "session", "move", "一班/d3-am", "--day", "2026-03-17", "--preview"});
    ASSERT_EQ(clash.exit, Kept) << clash.out;
    ASSERT_GT(clash.json()->getArray("clashes")->size(), 0U) << "its people have another half day then";
    EXPECT_NE(clash.json()->getArray("clashes")->getElement<std::string>(0).find("d2-am 2026-03-17"), std::string::npos) << clash.out;
    EXPECT_EQ(as("3", {"session", "move", "一班/d3-am", "--day", "2026-03-17"}).exit, RefusedByRule);
    EXPECT_EQ(as("007", {"session", "move", "一班/d3-am", "--day", "2026-03-17", "--preview"}).exit, RefusedByRule);
    ASSERT_EQ(as("3", {"roll", "mark", "一班/d1-am", "007", "P"}).exit, Kept);
    const auto marked = as("3", {"session", "move", "一班/d1-am", "--day", "2026-03-20", "--preview"});
    EXPECT_NE(marked.out.find("Marks were given already"), std::string::npos) << marked.out;
}

} // namespace
} // namespace fledgling::cli::test
