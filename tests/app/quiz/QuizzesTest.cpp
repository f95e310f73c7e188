#include "app/quiz/QuizFigures.h"
#include "app/quiz/QuizToDo.h"
#include "app/quiz/QuizView.h"
#include "app/quiz/Regrading.h"

#include "../DeskFixture.h"
#include "app/Record.h"
#include "app/assessment/Results.h"
#include "app/assessment/ResultsView.h"
#include "app/calendar/Calendars.h"
#include "app/courses/CourseView.h"
#include "app/readiness/Readiness.h"
#include "app/reports/Reports.h"
#include "app/training/TraineeView.h"
#include "domain/Text.h"

#include <algorithm>

namespace fledgling::app::test {
namespace {

using namespace domain;

const char* BANK = R"(
// [id:q1] [tag:d1-am]
::first::Who comes first? {=the customer ~the agent ~the supplier ####Always.}

// [id:q2]
::late::Is late free? {F}

// [id:q3]
::sixty::How many seconds? {#60:0}

// [id:q4]
::what::What do you say? {####look for a time}
)";

std::map<std::string, std::string> withQuiz(const std::string& version = "2", int attempts = 2) {
    auto files = coursePackage(
        version, "  - {id: quiz, title: Quiz, measure: assessment_passed, assessment: final}\n");
    auto& course = files.at("course.yaml");
    course.insert(course.find("  - {id: desk,"), "  - {id: final, kind: quiz, title: Final quiz, bank: "
                                                 "quizzes/final.gift, pass: 75%, minutes: 30, attempts: " +
                                                     std::to_string(attempts) + "}\n");
    files["quizzes/final.gift"] = BANK;
    return files;
}

class Quizzes : public DeskFixture {
protected:
    Quizzes() {
        loadPackage(withQuiz(), "2");
        cohort = CohortId(freshId());
        write(
            {store::CohortStore::fact(Cohort{cohort, "Mar", "small", "2", Date(2026, 3, 16), std::nullopt})});
        wu = addTrainee("Wu Min", cohort);
        zhao = addTrainee("Zhao Lei", cohort);
    }
    /// The view of that trainee with the quiz opened.
    QuizView viewOf(const PersonId& trainee) {
        QuizView view(at(trainee), "en");
        view.open("final");
        return view;
    }
    static std::size_t placeOf(const QuizView& view, const std::string& key) {
        for (std::size_t i = 0; i < view.asked().size(); ++i)
            if (view.asked()[i].key == key) return i;
        ADD_FAILURE() << "not asked: " << key;
        return 0;
    }
    /// Answers what is right by machine, and the open one when there is something to say.
    static void answerAll(QuizView& view, const std::string& words, bool right = true) {
        const auto q1 = placeOf(view, "q1");
        const auto& options = view.asked()[q1].options;
        const auto customer = std::find(options.begin(), options.end(), right ? "the customer" : "the agent");
        view.answer(q1, std::vector<std::size_t>{static_cast<std::size_t>(customer - options.begin())});
        view.answer(placeOf(view, "q2"), !right);
        view.answer(placeOf(view, "q3"), std::string(right ? "60" : "61"));
        view.answer(placeOf(view, "q4"), words);
    }
    void take(const PersonId& trainee, const std::string& words, bool right) {
        auto view = viewOf(trainee);
        view.begin();
        answerAll(view, words, right);
        view.handIn();
    }
    std::vector<Attempt> attemptsOf(const PersonId& trainee) {
        return recordOf(at(manager), trainee).attemptsAt("final");
    }
    std::optional<store::KeptPaper> paperOf(const PersonId& trainee, int attempt = 1) {
        return store::QuizStore(m_database).paper({trainee, "small", "final", attempt});
    }

    CohortId cohort;
    PersonId wu, zhao;
};

TEST_F(Quizzes, AMentorTakesAgainWhatTheCourseExaminesAndAPassLapses) {
    auto files = withQuiz("3");
    auto& course = files.at("course.yaml");
    course.replace(course.find("mentoring: {days: 3, log: daily}"), 32,
                   "mentoring: {days: 3, log: daily, examine: [final], examine_every_days: 100}");
    loadPackage(files, "3");
    const auto mentor = addMentor("Chen Bo");
    take(mentor, "", true);
    const auto kept = store::AssessmentStore(m_database).attemptsOf({mentor});
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_TRUE(kept[0].attempt.passed);
    EXPECT_EQ(refusedBy([&] { beginQuiz(at(mentor), "final", "en"); }), Rule::AlreadyPassed);
    today = today.plusDays(100);
    EXPECT_EQ(viewOf(mentor).shown()->state, QuizState::ToTake) << "the pass has lapsed";
    take(mentor, "", false);
    const auto again = store::AssessmentStore(m_database).attemptsOf({mentor});
    ASSERT_EQ(again.size(), 2U) << "the former result stands beside it";
    EXPECT_EQ(again[1].attempt.number, 2);
    EXPECT_FALSE(again[1].attempt.passed);
}

TEST_F(Quizzes, WithNothingToReadTheResultStandsAtOnce) {
    take(wu, "", true);
    const auto attempts = attemptsOf(wu);
    ASSERT_EQ(attempts.size(), 1u);
    EXPECT_EQ(attempts[0].percent, 75);
    EXPECT_TRUE(attempts[0].passed);
    EXPECT_EQ(viewOf(wu).shown()->state, QuizState::Passed);
}

TEST_F(Quizzes, APassStandsWithItsOwnPercentageWhateverPractiseGivesLater) {
    auto files = withQuiz("3");
    auto& course = files.at("course.yaml");
    const std::string asked = "  - {id: quiz, title: Quiz, measure: assessment_passed, assessment: final}\n";
    course.erase(course.find(asked), asked.size());
    loadPackage(files, "3");
    const auto sun = addTrainee("Sun Li", addCohort("later", Date(2026, 3, 16), {}, "3"));
    take(sun, "", true);
    take(sun, "", false);
    const auto view = viewOf(sun);
    ASSERT_TRUE(view.shown()->practice);
    EXPECT_EQ(view.shown()->state, QuizState::Passed);
    EXPECT_EQ(view.shown()->result->percent, 75);
    EXPECT_EQ(view.shown()->since->percent, 0);
    take(wu, "", false);
    EXPECT_EQ(viewOf(wu).shown()->result->percent, 0);
    EXPECT_FALSE(viewOf(wu).shown()->since);
}

TEST_F(Quizzes, AnOpenAnswerWaitsForItsMarkAndThenTheResultIsKept) {
    take(wu, "I answer by 11:15.", true);
    EXPECT_TRUE(attemptsOf(wu).empty());
    EXPECT_EQ(viewOf(wu).shown()->state, QuizState::Waiting);
    const auto key = paperOf(wu)->paper.key;
    EXPECT_THROW(markAnswer(at(wu), key, "q4", 100, ""), Refused) << "nobody marks the own one";
    EXPECT_EQ(refusedBy([&] { markAnswer(at(trainer), key, "q4", 101, ""); }), Rule::MarkOutOfRange);
    EXPECT_EQ(refusedBy([&] { markAnswer(at(trainer), key, "q1", 50, ""); }), Rule::NothingToMark);
    markAnswer(at(trainer), key, "q4", 60, "no greeting");
    ASSERT_EQ(attemptsOf(wu).size(), 1u);
    EXPECT_EQ(attemptsOf(wu)[0].percent, 90);
    EXPECT_EQ(refusedBy([&] { markAnswer(at(trainer), key, "q4", 70, ""); }), Rule::NothingToMark);
    undo(at(trainer));
    EXPECT_TRUE(attemptsOf(wu).empty()) << "the mark and what came of it";
}

TEST_F(Quizzes, EveryAnswerStandsAfterTheProgramStopped) {
    {
        auto view = viewOf(wu);
        view.begin();
        answerAll(view, "half a sen");
    }
    auto again = viewOf(wu);
    EXPECT_EQ(again.shown()->state, QuizState::UnderWay);
    EXPECT_TRUE(again.open().empty());
    EXPECT_EQ(again.asked()[placeOf(again, "q4")].response, Response(std::string("half a sen")));
    EXPECT_EQ(again.answer(placeOf(again, "q3"), std::string("60")), 0) << "it stands so already";
    again.answer(placeOf(again, "q3"), Response());
    EXPECT_EQ(again.open(), (std::vector{static_cast<int>(placeOf(again, "q3")) + 1}));
}

TEST_F(Quizzes, OneIsTakenAtATimeAndOnlyByTheTraineeOfTheCourse) {
    viewOf(wu).begin();
    EXPECT_EQ(refusedBy([&] { beginQuiz(at(wu), "final", "en"); }), Rule::QuizUnderWay);
    EXPECT_EQ(refusedBy([&] { beginQuiz(at(wu), "desk", "en"); }), Rule::UnknownAssessment);
    EXPECT_EQ(refusedBy([&] { beginQuiz(at(trainer), "final", "en"); }), Rule::NotYourRight);
    EXPECT_EQ(refusedBy([&] { answerQuestion(at(zhao), "final", "q2", true); }), Rule::QuizNotUnderWay)
        << "the paper of another is out of reach";
}

TEST_F(Quizzes, AnAnswerOfTheWrongKindIsRefused) {
    viewOf(wu).begin();
    EXPECT_EQ(refusedBy([&] { answerQuestion(at(wu), "final", "q2", std::string("true")); }),
              Rule::UnknownQuestion);
    EXPECT_EQ(refusedBy([&] { answerQuestion(at(wu), "final", "q9", true); }), Rule::UnknownQuestion);
    EXPECT_EQ(refusedBy([&] { answerQuestion(at(wu), "final", "q1", std::vector<std::size_t>{7}); }),
              Rule::UnknownQuestion);
    EXPECT_TRUE(paperOf(wu)->answers.empty());
}

TEST_F(Quizzes, WhatWasAnsweredInTimeIsHandedInWhenTheTimeIsOver) {
    auto view = viewOf(wu);
    view.begin();
    EXPECT_EQ(view.secondsLeft(), 30 * 60);
    view.answer(placeOf(view, "q2"), false);
    time = TimeOfDay(9, 30);
    EXPECT_EQ(view.secondsLeft(), 0);
    EXPECT_GT(view.answer(placeOf(view, "q3"), std::string("60")), 0) << "the last moment still counts";
    time = TimeOfDay(9, 31);
    EXPECT_EQ(refusedBy([&] { answerQuestion(at(wu), "final", "q3", std::string("61")); }),
              Rule::QuizTimeOver);
    ASSERT_EQ(attemptsOf(wu).size(), 1u);
    EXPECT_EQ(attemptsOf(wu)[0].percent, 50);
    EXPECT_TRUE(paperOf(wu)->handedIn->timedOut);
    EXPECT_TRUE(viewOf(wu).timedOut());
}

TEST_F(Quizzes, WhoComesBackAfterTheTimeFindsItHandedIn) {
    viewOf(wu).begin();
    today = today.plusDays(1);
    EXPECT_EQ(viewOf(wu).shown()->state, QuizState::Failed);
    ASSERT_EQ(attemptsOf(wu).size(), 1u);
    EXPECT_EQ(attemptsOf(wu)[0].day, Date(2026, 3, 16)) << "the day on which it was taken";
}

TEST_F(Quizzes, NothingOfItCanBeTakenBack) {
    take(wu, "", false);
    EXPECT_EQ(refusedBy([&] { undo(at(wu)); }), Rule::NothingToUndo);
    const auto handedIn =
        store::Book(m_database).current("quiz_handed_in", {wu.text(), "small", "final", "1"});
    ASSERT_TRUE(handedIn);
    EXPECT_EQ(refusedBy([&] { undoChange(at(wu), handedIn->change, "I know it now"); }), Rule::NothingToUndo);
    EXPECT_EQ(refusedBy([&] { undoChange(at(manager), handedIn->change, "a favour"); }), Rule::NothingToUndo);
}

TEST_F(Quizzes, AttemptsAreLimitedAndAFurtherOneIsGrantedWithAReason) {
    EXPECT_EQ(refusedBy([&] { grantAttempt(at(trainer), wu, "final", "ill"); }), Rule::AttemptsLeft);
    take(wu, "", false);
    enterResult(at(trainer), {wu, "final", 40, {}, {}});
    EXPECT_EQ(attemptsOf(wu).back().number, 2) << "on paper or in the window, numbers go on";
    EXPECT_EQ(viewOf(wu).shown()->state, QuizState::UsedUp);
    EXPECT_EQ(refusedBy([&] { beginQuiz(at(wu), "final", "en"); }), Rule::AttemptsUsedUp);
    EXPECT_EQ(refusedBy([&] { grantAttempt(at(wu), wu, "final", "please"); }), Rule::NotYourRight);
    EXPECT_EQ(refusedBy([&] { grantAttempt(at(trainer), wu, "final", " "); }), Rule::ReasonNeeded);
    EXPECT_GT(grantAttempt(at(trainer), wu, "final", "ill on the day"), 0);
    take(wu, "", true);
    EXPECT_EQ(attemptsOf(wu).back().number, 3);
    EXPECT_EQ(refusedBy([&] { grantAttempt(at(trainer), wu, "final", "again"); }), Rule::AlreadyPassed);
}

TEST_F(Quizzes, WhoWasGrantedAnAttemptIsNotStuck) {
    const auto stuck = [&] {
        const auto record = recordOf(at(manager), wu);
        const auto facts = factsOf(record, calendarOf(at(manager), record.course->workingWeek), today);
        const auto readiness = readinessOf(*record.course, facts);
        return std::any_of(readiness.stuck.begin(), readiness.stuck.end(),
                           [](const StuckReason& one) { return one.by == StuckBy::AttemptsUsedUp; });
    };
    take(wu, "", false);
    take(wu, "", false);
    EXPECT_TRUE(stuck());
    grantAttempt(at(trainer), wu, "final", "ill on the day");
    EXPECT_FALSE(stuck());
    take(wu, "", false);
    EXPECT_TRUE(stuck());
}

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

TEST_F(Quizzes, APaperThatWaitsKeepsItsNumber) {
    take(wu, "words", false);
    enterResult(at(trainer), {wu, "final", 40, {}, {}});
    EXPECT_EQ(attemptsOf(wu)[0].number, 2);
    markAnswer(at(trainer), paperOf(wu)->paper.key, "q4", 0, "");
    EXPECT_EQ(attemptsOf(wu).size(), 2u);
}

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

TEST_F(Quizzes, NoFurtherAttemptBeginsWhileTheFormerWaitsForItsMark) {
    take(wu, "words", false);
    EXPECT_EQ(refusedBy([&] { beginQuiz(at(wu), "final", "en"); }), Rule::QuizWaits);
    markAnswer(at(trainer), paperOf(wu)->paper.key, "q4", 0, "");
    EXPECT_GT(beginQuiz(at(wu), "final", "en"), 0);
}

TEST_F(Quizzes, APaperWhoseTimeIsOverIsHandedInWhenTheTrainerLooks) {
    auto view = viewOf(wu);
    view.begin();
    view.answer(placeOf(view, "q2"), false);
    EXPECT_EQ(closeOverdue(at(trainer)), 0);
    time = TimeOfDay(9, 31);
    EXPECT_EQ(closeOverdue(at(zhao)), 0) << "not for another trainee to do";
    ResultsView results(at(trainer), "en");
    results.load();
    ASSERT_EQ(attemptsOf(wu).size(), 1u);
    EXPECT_EQ(attemptsOf(wu)[0].percent, 25);
    EXPECT_TRUE(paperOf(wu)->handedIn->timedOut);
    EXPECT_EQ(refusedBy([&] { undo(at(trainer)); }), Rule::NothingToUndo) << "the trainer did nothing";
}

TEST_F(Quizzes, TodayTellsTheTrainerWhatWaitsAndTheTraineeWhatCanBeTaken) {
    const auto trainees = quizToDo(at(wu), Role::Trainee, "en");
    ASSERT_EQ(trainees.size(), 1u);
    EXPECT_EQ(trainees[0].kind, ToDoKind::TakeQuiz);
    EXPECT_EQ(trainees[0].subject, "final");
    EXPECT_TRUE(quizToDo(at(trainer), Role::Trainer, "en").empty());
    viewOf(wu).begin();
    EXPECT_EQ(quizToDo(at(wu), Role::Trainee, "en").at(0).kind, ToDoKind::GoOnWithQuiz);
    auto view = viewOf(wu);
    answerAll(view, "words");
    view.handIn();
    EXPECT_TRUE(quizToDo(at(wu), Role::Trainee, "en").empty());
    const auto waiting = quizToDo(at(trainer), Role::Trainer, "en");
    ASSERT_EQ(waiting.size(), 1u);
    EXPECT_EQ(waiting[0].kind, ToDoKind::MarkAnswers);
    EXPECT_EQ(waiting[0].count, 1);
    EXPECT_EQ(waiting[0].page, "marking");
}

} // namespace
} // namespace fledgling::app::test
