#include "app/quiz/QuizView.h"
#include "app/sample/Sample.h"
#include "store/AssessmentStore.h"
#include "store/quiz/QuizStore.h"
#include "ui/Harness.h"
#include "ui/Language.h"
#include "ui/Page.h"
#include "ui/Text.h"
#include "ui/controls/RichText.h"
#include "ui/controls/Table.h"

#include <algorithm>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/textctrl.h>

namespace fledgling::ui::test {
namespace {

/// 罗雅婷, in the second day of her course, who took no quiz yet.
constexpr const char* TRAINEE = "01020";

bool isAnswered(const Table* questions, int at) {
    const auto said = questions->textAt(std::to_string(at), 1);
    return said.Contains("answered") && !said.Contains("not answered");
}

class Quiz : public InWindow {
protected:
    void SetUp() override {
        InWindow::SetUp();
        if (IsSkipped()) return;
        openSampleAs(TRAINEE, "quiz");
        settle();
    }
    app::Desk& desk() { return frame().session()->desk(); }
    std::optional<store::KeptPaper> paper() {
        auto papers = store::QuizStore(desk().database).papersOf({desk().actor.id});
        return papers.empty() ? std::nullopt : std::optional(papers.back());
    }
    void beginFinal() {
        tableNamed(frame().page(), "Quizzes")->takeFocus();
        press("Enter");
        settle();
        press("Enter");
        ASSERT_TRUE(until([&] { return paper().has_value(); })) << utf8(frame().page()->complaint());
        settle();
    }
};

TEST_F(Quiz, EnterTellsWhatToExpectAndEnterAgainBegins) {
    tableNamed(frame().page(), "Quizzes")->takeFocus();
    press("Enter");
    settle();
    EXPECT_FALSE(paper()) << "looking at it doesn't start its time";
    auto* sheet = named<RichText>(frame().page(), "About this quiz");
    ASSERT_NE(sheet, nullptr);
    const auto said = sheet->plainText();
    EXPECT_TRUE(said.Contains("from then on the 30 minutes run")) << utf8(said);
    EXPECT_TRUE(said.Contains("2 left")) << utf8(said);
    screenshot(&frame(), "quiz-start");
    press("Enter");
    ASSERT_TRUE(until([&] { return paper().has_value(); }));
    settle();
    EXPECT_EQ(paper()->paper.questions.size(), 20u);
    EXPECT_TRUE(frame().page()->figureText().Contains("0 of 20"));
    EXPECT_TRUE(frame().page()->figureText().Contains("left"));
    screenshot(&frame(), "quiz-paper");
}

TEST_F(Quiz, EnterIsSaidToBeALineWhereWordsAreWritten) {
    beginFinal();
    const auto* questions = tableNamed(frame().page(), "Questions");
    ASSERT_NE(questions, nullptr);
    int open = 0;
    for (std::size_t at = 0; at < questions->size(); ++at, press("PageDown")) {
        settle();
        auto* field = dynamic_cast<wxTextCtrl*>(wxWindow::FindFocus());
        const bool lines = field && field->IsMultiLine();
        open += lines ? 1 : 0;
        EXPECT_EQ(allText(frame().page()).Contains("Enter: a new line"), lines) << at;
    }
    EXPECT_LT(open, 20) << "most are answered by choosing";
}

TEST_F(Quiz, ByKeyboardAloneEveryAnswerIsKeptAndF9HandsIn) {
    beginFinal();
    const auto* questions = tableNamed(frame().page(), "Questions");
    ASSERT_NE(questions, nullptr);
    for (int i = 0; i < 20; ++i) {
        // A letter where there are options, a word where one is typed; a choice is left open.
        type("a");
        press("PageDown");
        settle();
    }
    press("F9"); // keeps what was typed last, too
    settle();
    EXPECT_GE(paper()->answers.size(), 10u);
    EXPECT_EQ(paper()->underWay(), paper()->answers.size() < 20) << "what is open is named first";
    if (paper()->underWay()) press("F9");
    EXPECT_TRUE(until([&] { return paper()->handedIn.has_value(); })) << utf8(frame().page()->complaint());
    settle();
    screenshot(&frame(), "quiz-result");
}

TEST_F(Quiz, AnswersComeBackWhenThePageOpensAgain) {
    beginFinal();
    auto* questions = tableNamed(frame().page(), "Questions");
    int answered = -1;
    for (int i = 0; i < 20 && answered < 0; ++i) {
        type("b");
        settle();
        if (isAnswered(questions, i))
            answered = i;
        else
            press("PageDown");
    }
    ASSERT_GE(answered, 0);
    press("Alt+1");
    settle();
    press("Alt+4");
    settle();
    questions = tableNamed(frame().page(), "Questions");
    ASSERT_NE(questions, nullptr);
    EXPECT_TRUE(isAnswered(questions, answered));
}

TEST_F(Quiz, SpeaksTheOtherLanguageInTheMiddleOfAPaperAndKeepsTheAnswers) {
    beginFinal();
    int answered = -1;
    for (int i = 0; i < 20 && answered < 0; ++i) {
        type("b");
        settle();
        if (isAnswered(tableNamed(frame().page(), "Questions"), i))
            answered = i;
        else
            press("PageDown");
    }
    ASSERT_GE(answered, 0);
    press("PageDown"); // words are kept when they are left
    ASSERT_TRUE(until([&] { return !paper()->answers.empty(); }))
        << utf8(frame().page()->complaint()) << " / " << utf8(allText(frame().page())) << answered;
    const auto before = paper()->answers;
    const auto words = [&] {
        auto view = app::QuizView(desk(), courseLanguage());
        view.open(paper()->paper.key.assessment);
        return view.asked()[static_cast<std::size_t>(answered)].html;
    };
    const auto english = words();
    frame().setLanguage("zh_CN");
    settle();
    EXPECT_NE(words(), english);
    EXPECT_EQ(paper()->answers, before);
    auto* questions = tableNamed(frame().page(), wxGetTranslation("Questions"));
    ASSERT_NE(questions, nullptr);
    EXPECT_TRUE(questions->textAt(std::to_string(answered), 1).Contains(wxGetTranslation("answered")));
    screenshot(&frame(), "quiz-paper.zh_CN");
    frame().setLanguage("en");
    settle();
    EXPECT_EQ(words(), english);
}

TEST_F(Quiz, TheListGoesOnWithThePaperThatIsUnderWay) {
    beginFinal();
    const auto quiz = paper()->paper.key.assessment;
    const auto own = desk().actor.id;
    frame().signIn(own); // every page is made anew, as after a crash
    frame().openPage("quiz");
    settle();
    if (tableNamed(frame().page(), "Quizzes") == nullptr) press("Escape");
    settle();
    auto* list = tableNamed(frame().page(), "Quizzes");
    ASSERT_NE(list, nullptr);
    EXPECT_EQ(list->selected(), quiz);
    auto* button = named<wxButton>(frame().page(), "Continue");
    ASSERT_NE(button, nullptr);
    EXPECT_TRUE(button->IsEnabled());
    press("F5");
    settle();
    EXPECT_NE(tableNamed(frame().page(), "Questions"), nullptr);
}

TEST_F(Quiz, F3ShowsEveryQuestionOnOnePageAndBack) {
    beginFinal();
    EXPECT_TRUE(frame().page()->primary()->GetName().Contains("Hand in")) << "begun it is";
    const auto* questions = tableNamed(frame().page(), "Questions");
    press("F3");
    settle();
    auto* all = findNamed(frame().page(), "Every question on one page");
    ASSERT_NE(all, nullptr);
    screenshot(&frame(), "quiz-all");
    for (int i = 0; i < 20; ++i) {
        type("a");
        press("PageDown");
        settle();
    }
    EXPECT_TRUE(until([&] { return paper()->answers.size() >= 10; }));
    EXPECT_FALSE(questions->textAt("0", 1).empty());
    const auto given = paper()->answers.size();
    press("F3");
    settle();
    EXPECT_EQ(findNamed(frame().page(), "Every question on one page"), nullptr);
    EXPECT_GE(paper()->answers.size(), given) << "words typed last are kept by the change at the latest";
}

TEST_F(Quiz, AnotherQuizBeginsAtItsFirstQuestionWithTheKeyboardInIt) {
    beginFinal();
    press("F3");
    settle();
    press("PageDown");
    press("PageDown");
    settle();
    press("Escape");
    settle();
    auto* list = tableNamed(frame().page(), "Quizzes");
    ASSERT_NE(list, nullptr) << utf8(frame().page()->complaint()) << " / " << utf8(allText(frame().page()));
    list->setCursor("practice", 0);
    press("F5");
    settle();
    press("F5");
    ASSERT_TRUE(until([&] { return tableNamed(frame().page(), "Questions") != nullptr; }));
    settle();
    EXPECT_EQ(tableNamed(frame().page(), "Questions")->selected(), "0");
    ASSERT_NE(named<wxButton>(frame().page(), "One at a time"), nullptr) << "every question is on one page still";
    EXPECT_TRUE(frame().page()->IsDescendant(wxWindow::FindFocus()));
    press("F3");
    settle();
    EXPECT_NE(named<wxButton>(frame().page(), "All on one page"), nullptr) << "keys are heard";
}

TEST_F(Quiz, AResultIsReadAndWhatToReadAgainOpenedByKeyboard) {
    beginFinal();
    press("F9");
    press("F9"); // nothing is answered
    ASSERT_TRUE(until([&] { return paper()->handedIn.has_value(); })) << utf8(frame().page()->complaint());
    settle();
    auto* sheet = named<RichText>(frame().page(), "About this quiz");
    ASSERT_NE(sheet, nullptr);
    press("Enter");
    EXPECT_FALSE(paper()->underWay()) << "a further attempt begins by F5 alone";
    press("PageDown");
    EXPECT_GT(sheet->GetViewStart().y, 0);
    press("PageUp");
    EXPECT_EQ(sheet->GetViewStart().y, 0);
    press("Tab");
    EXPECT_EQ(sheet->markedLink(), 0);
    screenshot(&frame(), "quiz-read-again");
    press("Enter");
    EXPECT_TRUE(until([&] { return tableNamed(frame().page(), "My training") != nullptr; })) << "no further attempt is begun";
}

TEST_F(Quiz, UpAndDownInAFieldGoToTheQuestionsAround) {
    beginFinal();
    const auto* questions = tableNamed(frame().page(), "Questions");
    ASSERT_NE(questions, nullptr);
    const auto field = [] {
        auto* one = dynamic_cast<wxTextCtrl*>(wxWindow::FindFocus());
        return one && !one->IsMultiLine() ? one : nullptr;
    };
    int at = 0;
    for (; at < 18 && !field(); ++at)
        press("PageDown");
    if (!field()) GTEST_SKIP() << "no question of this paper is answered in a field of one line";
    type("20");
    press("Down");
    EXPECT_EQ(questions->selected(), std::to_string(at + 1));
    EXPECT_TRUE(isAnswered(questions, at)) << "what was typed is kept";
    press("PageUp");
    ASSERT_NE(field(), nullptr);
    press("Up");
    EXPECT_EQ(questions->selected(), std::to_string(std::max(0, at - 1)));
}

wxChoice* firstChoice(wxWindow* below) {
    for (auto* child : below->GetChildren()) {
        if (!child->IsShownOnScreen()) continue;
        auto* choice = dynamic_cast<wxChoice*>(child);
        if (auto* found = choice ? choice : firstChoice(child)) return found;
    }
    return nullptr;
}

TEST_F(Quiz, PairsAreChosenByKeysRightAway) {
    beginFinal();
    const auto* questions = tableNamed(frame().page(), "Questions");
    ASSERT_NE(questions, nullptr);
    int at = 0;
    for (; at < 19 && !firstChoice(frame().page()); ++at)
        press("PageDown");
    auto* partner = firstChoice(frame().page());
    if (!partner) GTEST_SKIP() << "no question of this paper asks for pairs";
    settle();
    press("Down");
    EXPECT_EQ(questions->selected(), std::to_string(at)) << "the list of questions has not taken the key";
    EXPECT_EQ(partner->GetSelection(), 1);
}

TEST_F(Quiz, TheListSaysHowToOpenWhatIsUnderWay) {
    beginFinal();
    press("Escape");
    settle();
    press("F3");
    settle();
    EXPECT_TRUE(frame().page()->statusText().Contains("F5")) << utf8(frame().page()->statusText());
}

class QuizTaken : public InWindow {};

TEST_F(QuizTaken, APassedQuizSaysWhyItIsNotBegunAgain) {
    openSampleAs("01003"); // 杨雨晨 passed the final quiz
    frame().openPage("quiz", "final");
    settle();
    auto* begin = named<wxButton>(frame().page(), "Begin");
    ASSERT_NE(begin, nullptr);
    EXPECT_FALSE(begin->IsEnabled());
    EXPECT_TRUE(begin->GetToolTipText().Contains("have passed")) << utf8(begin->GetToolTipText());
    press("F5");
    settle();
    EXPECT_TRUE(frame().page()->statusText().Contains("have passed")) << utf8(frame().page()->statusText());
}

TEST_F(QuizTaken, TheListSaysItToo) {
    openSampleAs("01003");
    frame().openPage("quiz");
    settle();
    auto* list = tableNamed(frame().page(), "Quizzes");
    ASSERT_NE(list, nullptr);
    list->setCursor("final", 0);
    settle();
    auto* begin = named<wxButton>(frame().page(), "Begin");
    ASSERT_NE(begin, nullptr);
    EXPECT_FALSE(begin->IsEnabled());
    press("F5");
    settle();
    EXPECT_TRUE(frame().page()->statusText().Contains("have passed")) << utf8(frame().page()->statusText());
    list->takeFocus();
    press("Enter");
    settle();
    EXPECT_FALSE(frame().page()->statusText().Contains("have passed")) << "said of the key, not of what is opened";
}

TEST_F(QuizTaken, APaperThatWaitsForItsMarkSaysSoWhereAnotherCannotBeBegun) {
    openSampleAs("01012"); // 胡泽宇 wrote an answer that nobody has read yet
    frame().openPage("quiz", "final");
    settle();
    auto* begin = named<wxButton>(frame().page(), "Begin");
    ASSERT_NE(begin, nullptr);
    EXPECT_FALSE(begin->IsEnabled());
    EXPECT_TRUE(begin->GetToolTipText().Contains("waits for a marker")) << utf8(begin->GetToolTipText());
}

class Marking : public InWindow {};

TEST_F(Marking, APercentageAndEnterMarkTheAnswerAndTheLastOneKeepsTheResult) {
    openSampleAs(app::SAMPLE_TRAINER, "marking");
    settle();
    auto* table = tableNamed(frame().page(), "Open answers");
    ASSERT_NE(table, nullptr);
    ASSERT_GE(table->size(), 1u);
    screenshot(&frame(), "quiz-marking");
    auto& database = frame().session()->desk().database;
    const domain::PersonId trainee(table->selected().substr(0, 36));
    const auto before = store::AssessmentStore(database).attemptsOf({trainee}).size();
    for (std::size_t left = table->size(); left > 0; --left) {
        table->takeFocus();
        type("80");
        press("Enter");
        EXPECT_TRUE(until([&] { return left == 1 || table->size() == left - 1; }))
            << utf8(frame().page()->complaint());
        settle();
    }
    EXPECT_TRUE(
        until([&] { return store::AssessmentStore(database).attemptsOf({trainee}).size() == before + 1; }));
}

TEST_F(Marking, TheLastMarkIsTakenBackFromTheEmptyPageToo) {
    openSampleAs(app::SAMPLE_TRAINER, "marking");
    settle();
    auto* table = tableNamed(frame().page(), "Open answers");
    ASSERT_NE(table, nullptr);
    ASSERT_EQ(table->size(), 1u);
    table->takeFocus();
    press("Tab");
    type("8");
    auto* percent = named<wxTextCtrl>(frame().page(), "Mark in percent");
    ASSERT_NE(percent, nullptr);
    EXPECT_EQ(percent->GetValue(), "8") << "Tab leads to the mark, not into the text";
    percent->Clear();
    named<RichText>(frame().page(), "What to read")->SetFocus();
    settle();
    type("80");
    EXPECT_EQ(percent->GetValue(), "80") << "a digit begins the mark from the text, too";
    press("Tab");
    type("good");
    press("Enter");
    ASSERT_TRUE(until([&] { return allText(frame().page()).Contains("None is waiting."); }));
    EXPECT_TRUE(until([&] { return frame().page()->complaint().Contains("The paper has every mark"); })) << utf8(frame().page()->complaint());
    EXPECT_TRUE(frame().page()->complaint().Contains(" %")) << "and what it comes to: " << utf8(frame().page()->complaint());
    press("Ctrl+Enter");
    EXPECT_TRUE(frame().page()->statusText().Contains("No answer waits")) << utf8(frame().page()->statusText());
    press("Ctrl+Z");
    ASSERT_TRUE(until([&] { return !allText(frame().page()).Contains("None is waiting."); }));
    EXPECT_TRUE(frame().page()->statusText().Contains("Taken back")) << utf8(frame().page()->statusText());
    settle();
    type("70");
    press("Enter");
    EXPECT_TRUE(until([&] { return allText(frame().page()).Contains("None is waiting."); })) << "the keyboard is back in the list";
}

} // namespace
} // namespace fledgling::ui::test
