#include "QuizFixture.h"

#include "app/assessment/Results.h"
#include "app/quiz/QuestionsView.h"
#include "app/quiz/Regrading.h"
#include "domain/Text.h"

#include <algorithm>

/// Papers that are marked again with corrected questions.
namespace fledgling::app::test {
namespace {

using namespace domain;

/// The same bank with another key for the first question, whose options are also mixed.
std::map<std::string, std::string> withCorrectedKey() {
    auto files = withQuiz("3");
    files["quizzes/final.gift"] = domain::joined({"// [id:q4]", "::what::What do you say? {####look for a time}", "",
                                                  "// [id:q1] [tag:d1-am]",
                                                  "::first::Who comes first? {~the supplier =the agent ~the customer}",
                                                  "", "// [id:q2]", "::late::Is late free? {F}", "",
                                                  "// [id:q3]", "::sixty::How many seconds? {#60:0}", ""},
                                                 "\n");
    return files;
}

TEST_F(Quizzes, RegradingIsShownFirstAndKeepsTheFormerResultInTheHistory) {
    take(wu, "", true);
    take(zhao, "", false);
    loadPackage(withCorrectedKey(), "3");
    EXPECT_EQ(refusedBy([&] { (void)regradePreview(at(wu), "final", "3"); }), Rule::NotYourRight);
    const auto before = last();
    const auto preview = regradePreview(at(trainer), "final", "3");
    EXPECT_EQ(last(), before) << "looking keeps nothing";
    ASSERT_EQ(preview.lines.size(), 2u);
    EXPECT_EQ(preview.lines[0].name, "Wu Min");
    EXPECT_EQ(preview.lines[0].before, 75);
    EXPECT_TRUE(preview.lines[0].passedBefore);
    EXPECT_EQ(preview.lines[0].after, 50);
    EXPECT_FALSE(preview.lines[0].passedAfter);
    EXPECT_EQ(preview.lines[1].after, 25);
    EXPECT_EQ(preview.lowered(), 1);
    EXPECT_EQ(preview.questions, (std::vector<std::string>{"Who comes first?"}));
    EXPECT_EQ(refusedBy([&] { regradeQuiz(at(trainer), "final", "3", " "); }), Rule::ReasonNeeded);
    EXPECT_EQ(attemptsOf(wu)[0].percent, 75) << "a changed question alone changes nothing";

    const auto change = regradeQuiz(at(trainer), "final", "3", "the key was wrong");
    ASSERT_EQ(attemptsOf(wu).size(), 1u);
    EXPECT_EQ(attemptsOf(wu)[0].percent, 50);
    EXPECT_FALSE(attemptsOf(wu)[0].passed);
    EXPECT_EQ(store::AssessmentStore(m_database, change - 1).attemptsOf({wu})[0].attempt.percent, 75);
    EXPECT_EQ(refusedBy([&] { regradeQuiz(at(trainer), "final", "3", "again"); }), Rule::NothingToRegrade);
    const auto view = viewOf(wu);
    EXPECT_EQ(view.regradedWhy(), "the key was wrong");
    const auto first = std::find_if(view.reviewed().begin(), view.reviewed().end(),
                                    [](const auto& one) { return one.key == "q1"; });
    EXPECT_EQ(first->yours.parts, (std::vector<std::string>{"the customer"}));
    EXPECT_EQ(first->right.parts, (std::vector<std::string>{"the agent"}));
    EXPECT_EQ(first->fraction, 0);

    EXPECT_GT(regradeQuiz(at(supervisor), "final", "2", "it was right after all"), 0) << "the way back";
    EXPECT_EQ(attemptsOf(wu)[0].percent, 75);
    undo(at(supervisor));
    EXPECT_EQ(attemptsOf(wu)[0].percent, 50);
}

TEST_F(Quizzes, AKeyCorrectedInAnotherLanguageMarksThePapersOfEach) {
    auto files = withQuiz("3");
    files["quizzes/final.de.gift"] = "// [id:q1]\n::zuerst::Wer zuerst? {=der Kunde ~der Kollege ~der Lieferant}\n\n// [id:q2]\nIst zu spät frei? {F}\n\n"
                                     "// [id:q3]\nWie viele Sekunden? {#60:0}\n\n// [id:q4]\nWas sagen Sie? {}\n";
    loadPackage(files, "3");
    take(wu, "", true);
    QuestionsView view(at(trainer), "de");
    view.load();
    view.show("small", "3", "quizzes/final.de.gift");
    auto first = view.question(0);
    std::swap(first.answers[0].fraction, first.answers[1].fraction);
    view.put(0, first);
    ASSERT_GT(view.keep("4", "the key was wrong").change, 0);
    const auto preview = view.regrading();
    EXPECT_EQ(preview.written(), 1) << "the paper was taken in English";
    EXPECT_EQ(preview.questions, (std::vector<std::string>{"Who comes first?"}));
    EXPECT_EQ(view.takenElsewhere(preview), (std::vector<std::string>{"en"}));
    view.show("small", "4", "quizzes/final.gift");
    EXPECT_TRUE(view.takenElsewhere(preview).empty());
}

TEST_F(Quizzes, WithoutPapersThereIsNothingToMarkAgain) {
    EXPECT_TRUE(regradePreview(at(trainer), "final", "2", "small").lines.empty());
    EXPECT_EQ(refusedBy([&] { regradeQuiz(at(trainer), "final", "2", "why", "small"); }), Rule::NothingToRegrade);
    EXPECT_EQ(refusedBy([&] { (void)regradePreview(at(trainer), "none", "2", "small"); }), Rule::UnknownAssessment);
    take(wu, "", true);
    EXPECT_EQ(refusedBy([&] { (void)regradePreview(at(trainer), "final", "9"); }), Rule::CourseNotLoaded);
}

TEST_F(Quizzes, RegradingLeavesWhatAPersonCorrectedAndMarksToComeCountIt) {
    take(wu, "", true);
    take(zhao, "I answer by 11:15.", true);
    correctResult(at(trainer), {wu, "final", 100, {}, {}}, "seen at the desk");
    loadPackage(withCorrectedKey(), "3");
    const auto preview = regradePreview(at(trainer), "final", "3");
    ASSERT_EQ(preview.lines.size(), 2u);
    EXPECT_EQ(preview.lines[0].what, RegradeLine::What::ByHand);
    EXPECT_EQ(preview.lines[1].what, RegradeLine::What::Waits);
    EXPECT_EQ(preview.written(), 1);
    regradeQuiz(at(trainer), "final", "3", "the key was wrong");
    EXPECT_EQ(attemptsOf(wu)[0].percent, 100);
    EXPECT_TRUE(attemptsOf(zhao).empty());
    markAnswer(at(trainer), paperOf(zhao)->paper.key, "q4", 100, "");
    EXPECT_EQ(attemptsOf(zhao)[0].percent, 75);
}

} // namespace
} // namespace fledgling::app::test
