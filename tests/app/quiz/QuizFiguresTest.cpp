#include "QuizFixture.h"

#include "app/quiz/QuizFigures.h"
#include "app/reports/Reports.h"

#include <algorithm>

/// How the questions of a quiz work.
namespace fledgling::app::test {
namespace {

using namespace domain;

TEST_F(Quizzes, TheFiguresOfAQuestionCountWhoHadItRight) {
    take(wu, "", true);
    take(zhao, "", false);
    EXPECT_EQ(refusedBy([&] { (void)quizFigures(at(wu), "final"); }), Rule::NotYourRight) << "they tell what is right";
    const auto figures = quizFigures(at(trainer), "final");
    ASSERT_EQ(figures.size(), 4u);
    EXPECT_EQ(figures[0].question, "q1");
    EXPECT_EQ(figures[0].figures.papers, 2);
    EXPECT_DOUBLE_EQ(*figures[0].figures.difficulty, 0.5);
    EXPECT_EQ(figures[0].figures.chosen, (std::vector{1, 1, 0}));
    EXPECT_EQ(figures[3].figures.blank, 2);
}

TEST_F(Quizzes, TheReportOfQuestionsSaysTheirDifficultyAsTheirPageDoes) {
    take(wu, "", true);
    take(zhao, "", false);
    ReportChoice choice;
    choice.cohort = cohort;
    const auto report = reportOf(at(trainer), ReportKind::Items, choice, "en", english());
    const auto& rows = report.tables.front().rows;
    ASSERT_EQ(rows.size(), 4u);
    EXPECT_EQ(rows[0][4].text, "50 %");
    EXPECT_EQ(rows[0][4].value, format::XlsxCell(format::XlsxPercent{50}));
    EXPECT_EQ(rows[0][5].text, "–") << "of two papers nothing is said";
    EXPECT_NE(std::find_if(report.lines.begin(), report.lines.end(), [](const auto& line) { return line.find("100 %") != std::string::npos; }),
              report.lines.end())
        << "what the scale means";
}

TEST_F(Quizzes, FiguresAreOnlyOfWhatACourseHasAsAQuiz) {
    EXPECT_TRUE(quizFigures(at(trainer), "final").empty()) << "nobody has taken it";
    EXPECT_EQ(refusedBy([&] { (void)quizFigures(at(trainer), "nosuch"); }), Rule::UnknownAssessment);
    EXPECT_EQ(refusedBy([&] { (void)quizFigures(at(trainer), "desk"); }), Rule::UnknownAssessment) << "a practical check";
}

} // namespace
} // namespace fledgling::app::test
