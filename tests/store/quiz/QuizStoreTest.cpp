#include "store/quiz/QuizStore.h"
#include "store/Places.h"
#include "store/quiz/ResponseText.h"

#include <rapidcheck/gtest.h>

namespace fledgling::test {
namespace {

using namespace domain;
using namespace store;

class QuizStoreTest : public InEveryPlace {
protected:
    void SetUp() override {
        InEveryPlace::SetUp();
        if (!IsSkipped()) sample = kept();
    }
    BookSample sample;
};

TEST_P(QuizStoreTest, APaperComesBackWithAnswersMarksAndItsHandingIn) {
    const auto papers = QuizStore(database()).papersOf({sample.trainee.id, sample.other.id});
    ASSERT_EQ(papers.size(), 1U);
    EXPECT_EQ(papers[0].paper, sample.paper);
    EXPECT_EQ(papers[0].answers, (std::map<std::string, Response>{{"#7", std::string("三分钟内答复")}}));
    EXPECT_EQ(papers[0].handedIn, (HandedIn{{1'795'000'600'000}, true}));
    ASSERT_TRUE(papers[0].marks.contains("#7"));
    EXPECT_EQ(papers[0].marks.at("#7").fraction, 80'000);
    EXPECT_EQ(papers[0].marks.at("#7").note, "少了致歉");
    EXPECT_EQ(papers[0].marks.at("#7").by, sample.mentor.id);
    ASSERT_TRUE(papers[0].regrade);
    EXPECT_EQ(papers[0].regrade->version, "2026.2");
    EXPECT_EQ(papers[0].regrade->why, "答案有误");
    EXPECT_EQ(papers[0].regrade->by, sample.mentor.id);
}

TEST_P(QuizStoreTest, AsOfTheBeginningNothingIsAnsweredYet) {
    const auto begun =
        book().current("quiz_paper", {sample.trainee.id.text(), sample.paper.key.course, "final", "2"});
    ASSERT_TRUE(begun);
    const auto then = QuizStore(database(), begun->change).paper(sample.paper.key);
    ASSERT_TRUE(then);
    EXPECT_TRUE(then->underWay());
    EXPECT_TRUE(then->answers.empty());
    EXPECT_TRUE(QuizStore(database(), begun->change - 1).papersOf({sample.trainee.id}).empty());
}

TEST_P(QuizStoreTest, AGrantComesBackWithItsReasonAndWhoGaveIt) {
    const auto grants = QuizStore(database()).grantsOf({sample.trainee.id});
    ASSERT_EQ(grants.size(), 1U);
    EXPECT_EQ(grants[0].key.attempt, 3);
    EXPECT_EQ(grants[0].why, "请假补考");
    EXPECT_EQ(grants[0].by, sample.mentor.id);
}

TEST_P(QuizStoreTest, WhoHasAPaperWithoutAResultIsKnown) {
    EXPECT_EQ(QuizStore(database()).unfinished(), (std::set{sample.trainee.id}));
    auto done = sample.paper.key;
    const Attempt attempt{done.trainee, done.course, done.assessment, done.attempt, 80, true, Date(2026, 11, 20), ""};
    book().append(headOf("enter-result", sample.trainer.id), {AssessmentStore::fact(attempt)});
    EXPECT_TRUE(QuizStore(database()).unfinished().empty());
}

TEST_P(QuizStoreTest, WhoTookAQuizIsKnown) {
    EXPECT_EQ(QuizStore(database()).takers(), (std::set{sample.trainee.id}));
}

FLEDGLING_EVERY_PLACE(QuizStoreTest);

TEST(ResponseText, IsReadAsItIsDocumented) {
    EXPECT_EQ(textOf(Response()), "");
    EXPECT_EQ(textOf(true), "is:true");
    EXPECT_EQ(textOf(std::vector<std::size_t>{0, 2}), "at:0,2");
    EXPECT_EQ(textOf(std::string("60 秒")), "text:60 秒");
    EXPECT_EQ(textOf(std::vector<std::string>{"a\\b", "c\nd"}), "with:a\\\\b\nc\\nd");
    EXPECT_EQ(responseOf("something else"), Response());
    EXPECT_EQ(responseOf("of:what"), Response());
}

RC_GTEST_PROP(ResponseTextProperty, WhatIsWrittenIsRead, ()) {
    const auto names = *rc::gen::nonEmpty<std::vector<std::string>>();
    const auto places = *rc::gen::arbitrary<std::vector<std::size_t>>();
    const auto typed = *rc::gen::arbitrary<std::string>();
    for (const Response& response :
         {Response(), Response(true), Response(false), Response(names), Response(places), Response(typed)})
        RC_ASSERT(responseOf(textOf(response)) == response);
}

} // namespace
} // namespace fledgling::test
