#include "QuizFixture.h"

#include "app/courses/CourseView.h"
#include "app/training/TraineeView.h"
#include "domain/Text.h"

#include <algorithm>

/// What a paper shows, while it is taken and afterwards.
namespace fledgling::app::test {
namespace {

using namespace domain;

TEST_F(Quizzes, ALaterCourseVersionChangesNothingOfWhatWasAsked) {
    take(wu, "", true);
    auto files = withQuiz("3");
    files["quizzes/final.gift"] = "// [id:q1]\n::first::Something else? {=the agent ~the customer}\n";
    loadPackage(files, "3");
    write({store::CohortStore::fact(Cohort{cohort, "Mar", "small", "3", Date(2026, 3, 16), std::nullopt})});
    const auto view = viewOf(wu);
    ASSERT_EQ(view.reviewed().size(), 4u);
    EXPECT_TRUE(std::any_of(view.reviewed().begin(), view.reviewed().end(), [](const auto& one) {
        return one.html.find("Who comes first?") != std::string::npos && one.fraction == FULL_MARK;
    }));
}

TEST_F(Quizzes, PairsAreAnsweredOnceEachHasItsPartner) {
    auto files = withQuiz("3");
    files["quizzes/final.gift"] =
        "// [id:m1]\n::who::Who does what? {=enquiries -> agent =disputes -> handler =top-ups -> order}\n";
    loadPackage(files, "3");
    write({store::CohortStore::fact(Cohort{cohort, "Mar", "small", "3", Date(2026, 3, 16), std::nullopt})});
    auto view = viewOf(wu);
    view.begin();
    view.answer(0, std::vector<std::string>{"", "handler", ""});
    EXPECT_TRUE(view.asked()[0].partly());
    EXPECT_FALSE(view.asked()[0].answered());
    EXPECT_EQ(view.open(), std::vector<int>{1});
    EXPECT_TRUE(viewOf(wu).asked()[0].partly()) << "what was chosen is kept all the same";
    view.answer(0, std::vector<std::string>{"agent", "handler", "order"});
    EXPECT_FALSE(view.asked()[0].partly());
    EXPECT_TRUE(view.open().empty());
}

TEST_F(Quizzes, APaperUnderWayIsShownInTheReadersLanguageAndKeepsItsAnswers) {
    auto files = withQuiz("3");
    files["quizzes/final.gift"] = "// [id:q1]\n::first::Who comes first? {=the customer ~the agent ~the supplier}\n\n"
                                  "// [id:m1]\n::who::Who does what? {=enquiries -> agent =disputes -> handler =top-ups -> order}\n\n"
                                  "// [id:s1]\n::verb::Which verb? {=repeat*}\n\n"
                                  "// [id:o1]\n::other::Three here {=a ~b ~c}\n";
    files["quizzes/final.zh.gift"] = "// [id:q1]\n::先::谁在先？ {=客户 ~客服 ~供应商}\n\n"
                                     "// [id:m1]\n::谁::谁做什么？ {=咨询 -> 客服 =纠纷 -> 投诉 =充值 -> 订单}\n\n"
                                     "// [id:s1]\n::词::哪个词？ {=复述*}\n\n"
                                     "// [id:o1]\n::别的::这里两个 {=a ~b}\n";
    loadPackage(files, "3");
    write({store::CohortStore::fact(Cohort{cohort, "Mar", "small", "3", Date(2026, 3, 16), std::nullopt})});
    auto view = viewOf(wu);
    view.begin();
    const auto placed = [](const QuizView& of, const std::string& key, const char* option) {
        const auto& options = of.asked()[placeOf(of, key)].options;
        return std::vector<std::size_t>{static_cast<std::size_t>(std::find(options.begin(), options.end(), option) - options.begin())};
    };
    view.answer(placeOf(view, "q1"), placed(view, "q1", "the customer"));
    view.answer(placeOf(view, "m1"), std::vector<std::string>{"", "handler", ""});
    QuizView chinese(at(wu), "zh-CN");
    chinese.open("final");
    ASSERT_EQ(chinese.asked().size(), 4U);
    const auto& first = chinese.asked()[placeOf(chinese, "q1")];
    EXPECT_NE(first.html.find("谁在先"), std::string::npos) << first.html;
    EXPECT_EQ(std::get<std::vector<std::size_t>>(first.response), placed(chinese, "q1", "客户"));
    const auto pairs = placeOf(chinese, "m1");
    EXPECT_EQ(std::get<std::vector<std::string>>(chinese.asked()[pairs].response), (std::vector<std::string>{"", "投诉", ""}));
    EXPECT_NE(chinese.asked()[placeOf(chinese, "o1")].html.find("Three here"), std::string::npos)
        << "what asks for something else in the other language is shown as it was drawn";
    chinese.answer(pairs, std::vector<std::string>{"客服", "投诉", "订单"});
    chinese.answer(placeOf(chinese, "s1"), std::string("复述"));
    chinese.answer(placeOf(chinese, "o1"), placed(chinese, "o1", "a"));
    view.load();
    EXPECT_EQ(std::get<std::vector<std::string>>(view.asked()[placeOf(view, "m1")].response),
              (std::vector<std::string>{"agent", "handler", "order"}));
    chinese.handIn();
    ASSERT_EQ(attemptsOf(wu).size(), 1U);
    EXPECT_EQ(attemptsOf(wu)[0].percent, 100) << "a word counts in the language it was asked in";
    const auto spoken = [](const QuizView& of) {
        std::string all;
        for (const auto& question : of.reviewed())
            all += question.html;
        return all;
    };
    EXPECT_NE(spoken(chinese), spoken(viewOf(wu)));
}

TEST_F(Quizzes, AnswersAreNotTheTraineesToReadBeforeHandingIn) {
    auto view = viewOf(wu);
    view.begin();
    EXPECT_TRUE(view.reviewed().empty());
    const auto files = {"quizzes/final.gift", "sessions/d1-am.md"};
    TraineeView training(at(wu), "en");
    training.load();
    CourseView course(at(wu), "en");
    course.load();
    for (const char* path : files) {
        EXPECT_EQ(training.file(path), std::nullopt) << path;
        EXPECT_EQ(course.file(path), std::nullopt) << path;
    }
    CourseView taught(at(trainer), "en");
    taught.load();
    EXPECT_NE(taught.file("quizzes/final.gift"), std::nullopt);
    for (const auto& asked : view.asked())
        for (const auto* secret : {"Always.", "look for a time"})
            EXPECT_EQ((asked.html + joined(asked.options, " ")).find(secret), std::string::npos) << asked.key;
}

TEST_F(Quizzes, AfterwardsEveryQuestionSaysWhatIsRightAndWhatToReadAgain) {
    take(wu, "", false);
    const auto view = viewOf(wu);
    const auto first = std::find_if(view.reviewed().begin(), view.reviewed().end(),
                                    [](const auto& one) { return one.key == "q1"; });
    ASSERT_NE(first, view.reviewed().end());
    EXPECT_EQ(first->yours.parts, (std::vector<std::string>{"the agent"}));
    EXPECT_EQ(first->right.parts, (std::vector<std::string>{"the customer"}));
    EXPECT_NE(first->explanation.find("Always."), std::string::npos);
    EXPECT_EQ(first->session, "d1-am");
    EXPECT_FALSE(first->sessionTitle.empty());
}

} // namespace
} // namespace fledgling::app::test
