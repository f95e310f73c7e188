#include "ProgramFixture.h"

#include <fstream>
#include <iterator>

/// What was, who did it, and what is new.
namespace fledgling::cli::test {
namespace {

TEST_F(ProgramTest, TheBoardAsOfAnEarlierChangeSaysWhatWasKnownThen) {
    cohort();
    ASSERT_EQ(as("3", {"roll", "rest", "一班/d1-am"}).exit, Kept);
    const auto now = as("1", {"--json", "readiness", "show", "一班"});
    ASSERT_EQ(now.exit, Kept) << now.out;
    EXPECT_EQ(now.rows()->size(), 2U);
    EXPECT_EQ(now.rows()->getObject(0)->getValue<std::string>("verdict"), "on-the-way");
    const auto before = as("1", {"--json", "--as-of", "2020-01-01", "cohort", "list"});
    EXPECT_EQ(before.rows()->size(), 0U);
    EXPECT_EQ(as("1", {"--as-of", "2020-01-01", "cohort", "lay", "x"}).exit, RefusedByRule);
}

TEST_F(ProgramTest, UndoAndHistoryAndVerify) {
    staff();
    const auto history = as("1", {"--json", "history", "--verb", "load-course"});
    ASSERT_EQ(history.rows()->size(), 1U);
    const auto change = history.rows()->getObject(0)->getValue<std::int64_t>("change");
    EXPECT_EQ(as("1", {"undo", std::to_string(change), "--why", "wrong one"}).exit, Kept);
    EXPECT_EQ(as("1", {"--json", "course", "list"}).rows()->size(), 0U);
    EXPECT_TRUE(say({"--json", "database", "verify"}).json()->getValue<bool>("good"));
}

TEST_F(ProgramTest, WhatAChangeSetIsSaidInTheWordsOfThePages) {
    cohort();
    const auto watched = as("007", {"evidence", "film", "media/one-question.webm", "0-35,40-90", "--seconds", "120"});
    ASSERT_EQ(watched.exit, Kept) << watched.err;
    const auto change = as("1", {"--json", "history", "--verb", "watch-film"}).rows()->getObject(0)->getValue<std::int64_t>("change");
    const auto rows = as("1", {"--json", "history", "show", std::to_string(change)}).rows();
    ASSERT_EQ(rows->size(), 2U);
    for (unsigned i = 0; i < rows->size(); ++i)
        EXPECT_NE(rows->getObject(i)->getValue<std::string>("became").find(" min"), std::string::npos) << "how long, not which stretches";
}

TEST_F(ProgramTest, TheHistoryOfALineSaysFromWhatToWhat) {
    cohort();
    ASSERT_EQ(as("3", {"roll", "mark", "一班/d1-am", "007", "L12"}).exit, Kept);
    ASSERT_EQ(as("3", {"roll", "mark", "一班/d1-am", "007", "P"}).exit, Kept);
    const auto answer = as("1", {"--json", "history", "of", "mark", "一班/d1-am", "吴敏"});
    ASSERT_EQ(answer.exit, Kept) << answer.out;
    const auto rows = answer.rows();
    ASSERT_EQ(rows->size(), 2U);
    EXPECT_EQ(rows->getObject(0)->getValue<std::string>("from"), rows->getObject(1)->getValue<std::string>("to"));
    EXPECT_EQ(rows->getObject(0)->getValue<std::string>("who"), "林越");
    EXPECT_EQ(as("1", {"history", "of", "dance", "007"}).exit, WrongUsage);
    EXPECT_EQ(as("007", {"history", "of", "mark", "一班/d1-am", "007"}).exit, Kept);
    EXPECT_EQ(as("008", {"history", "of", "mark", "一班/d1-am", "007"}).exit, RefusedByRule);
    EXPECT_EQ(as("1", {"history", "of", "result", "007"}).exit, Kept) << "fewer parts: all that begin so";
    EXPECT_EQ(as("1", {"history", "of", "cohort", "一班", "more"}).exit, WrongUsage);
}

TEST_F(ProgramTest, APastDayIsShownAsKnownTodayAndReadOnly) {
    cohort();
    const auto then = as("1", {"--json", "--for-day", "2026-03-20", "cohort", "list"});
    ASSERT_EQ(then.exit, Kept) << then.out;
    EXPECT_EQ(then.json()->getValue<std::string>("for_day"), "2026-03-20");
    EXPECT_EQ(then.rows()->size(), 1U) << "the cohort was entered later and is known today";
    EXPECT_EQ(as("1", {"--for-day", "2026-03-20", "people", "add", "--name", "x"}).exit, RefusedByRule);
    EXPECT_EQ(as("1", {"--for-day", "2999-01-01", "cohort", "list"}).exit, WrongUsage);
    EXPECT_EQ(as("1", {"--for-day", "2026-03-20", "--as-of", "2026-03-20", "cohort", "list"}).exit, WrongUsage);
}

TEST_F(ProgramTest, AStatementOfVerificationIsWrittenAndSaysWho) {
    const auto file = (m_folder / "statement.html").string();
    EXPECT_EQ(say({"database", "verify", "--statement", file}).exit, WrongUsage) << "a statement says who verified";
    ASSERT_EQ(as("1", {"database", "verify", "--statement", file}).exit, Kept);
    std::ifstream in(file);
    const std::string html{std::istreambuf_iterator<char>(in), {}};
    EXPECT_NE(html.find("Statement of verification"), std::string::npos);
    EXPECT_NE(html.find("周岚"), std::string::npos);
}

TEST_F(ProgramTest, NewsAreWhatOthersDidSinceTheLastVisit) {
    cohort();
    const auto upTo = as("1", {"--json", "news"}).json()->getValue<Poco::Int64>("up_to");
    ASSERT_EQ(as("3", {"roll", "mark", "一班/d1-am", "吴敏", "L12"}).exit, Kept);
    const auto since = [&](const std::string& who, Poco::Int64 change) { return as(who, {"--json", "news", "--since", std::to_string(change)}); };
    const auto said = since("1", upTo);
    ASSERT_EQ(said.exit, Kept) << said.err;
    ASSERT_EQ(said.rows()->size(), 1U) << said.out;
    const auto row = said.rows()->getObject(0);
    EXPECT_EQ(row->getValue<std::string>("verb"), "mark");
    EXPECT_EQ(row->getValue<std::string>("who"), "林越");
    EXPECT_EQ(row->getArray("about")->getElement<std::string>(0), "吴敏");
    EXPECT_NE(row->getValue<std::string>("what"), "");
    EXPECT_EQ(since("1", said.json()->getValue<Poco::Int64>("up_to")).rows()->size(), 0U) << "the next visit";
    EXPECT_EQ(since("3", upTo).rows()->size(), 0U) << "one's own deeds are no news";
    EXPECT_EQ(since("007", upTo).rows()->size(), 1U) << "about oneself";
    EXPECT_EQ(since("008", upTo).rows()->size(), 0U) << "about somebody else";
    EXPECT_EQ(as("1", {"news", "--since", "yesterday"}).exit, WrongUsage);
}

} // namespace
} // namespace fledgling::cli::test
