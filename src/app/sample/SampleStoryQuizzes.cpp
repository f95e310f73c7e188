#include "app/Record.h"
#include "app/quiz/Quizzes.h"
#include "app/sample/SampleStory.h"

#include <algorithm>
#include <memory>

namespace fledgling::app {

using namespace domain;

namespace {

/// What is right, in the bank's places; for a question wanted wrong, something else.
Response answerTo(const Question& question, bool right) {
    switch (question.type) {
    case QuestionType::Description: return {};
    case QuestionType::Open:
        return std::string("您好，让您久等了。订单正在处理中，请先不要重复提交，十一点十五分前我回复您。");
    case QuestionType::TrueFalse: return right == question.right;
    case QuestionType::ShortAnswer:
    case QuestionType::Numerical: {
        if (!right || question.answers.empty()) return std::string("不清楚");
        auto words = question.answers.front().text.text;
        std::erase(words, '*');
        return words;
    }
    case QuestionType::Matching: {
        std::vector<std::string> names;
        for (const auto& pair : question.pairs)
            if (!pair.left.empty()) names.push_back(pair.right);
        if (!right) std::rotate(names.begin(), names.begin() + 1, names.end());
        return names;
    }
    case QuestionType::Single:
    case QuestionType::Multiple:
    case QuestionType::Ordering: break;
    }
    std::vector<std::size_t> places;
    for (std::size_t at = 0; at < question.answers.size(); ++at)
        if (question.type == QuestionType::Ordering || (question.answers[at].fraction > 0) == right)
            places.push_back(at);
    if (question.type == QuestionType::Ordering && !right) std::reverse(places.begin(), places.end());
    if (question.type == QuestionType::Single) places.resize(1);
    return places;
}

} // namespace

void SampleStory::takeQuizzes() {
    const Date day = workingDay(1);
    // 01012 tries a second time and has a written answer to be read; 01003, who took none yet, passes in the
    // window; 01007 practised, and 01015 is in the middle of it.
    takeQuiz("01012", "final", day, TimeOfDay(14, 0), 3, true, true);
    takeQuiz("01003", "final", day, TimeOfDay(14, 30), 2, false, true);
    takeQuiz("01007", "practice", day, TimeOfDay(14, 40), 3, false, true);
    takeQuiz("01015", "practice", m_today, TimeOfDay(6, 52), 1, false, false);
    // Enough practice papers for the questions' figures to say something.
    const char* others[] = {"01001", "01002", "01004", "01005", "01006", "01008", "01009", "01010", "01011"};
    int wrong = 0;
    for (const char* trainee : others) {
        takeQuiz(trainee, "practice", day, TimeOfDay(15, wrong * 5), wrong % 6, false, true);
        ++wrong;
    }
}

void SampleStory::takeQuiz(const std::string& trainee, const std::string& assessment, Date day, TimeOfDay at,
                           int wrong, bool withOpen, bool handsIn) {
    then(day, at, [=, this] {
        Desk desk = deskOf(who(trainee), day, at);
        const auto record = recordOf(desk, desk.actor.id);
        const auto* quiz = record.course->assessment(assessment);
        if (!quiz) return;
        const auto& bank =
            desk.shelf.loaded(record.cohort.course, record.cohort.version).banks.at(quiz->bank);
        // The paper wanted is looked for among the seeds, the first of which an id gives.
        std::uint32_t seed = 1;
        const auto hasOpen = [&] {
            const auto paper = drawn(bank, *quiz, seed);
            return std::any_of(paper.begin(), paper.end(), [&](const std::string& key) {
                return questionOf(bank, key)->type == QuestionType::Open;
            });
        };
        constexpr std::uint32_t TRIES = 500;
        while (seed < TRIES && hasOpen() != withOpen)
            ++seed;
        const auto fresh = desk.newId;
        auto first = std::make_shared<bool>(true);
        desk.newId = [fresh, first, seed] {
            constexpr char DIGITS[] = "0123456789abcdef";
            auto id = fresh();
            if (!std::exchange(*first, false)) return id;
            for (int digit = 0; digit < 8; ++digit)
                id[static_cast<std::size_t>(digit)] = DIGITS[(seed >> (28 - 4 * digit)) & 15U];
            return id;
        };
        beginQuiz(desk, assessment, record.course->language);
        const auto papers = store::QuizStore(desk.database).papersOf({desk.actor.id});
        const auto& paper = papers.back().paper;
        const std::size_t upTo = handsIn ? paper.questions.size() : paper.questions.size() / 2;
        for (std::size_t place = 0; place < upTo; ++place) {
            const auto& question = *questionOf(bank, paper.questions[place]);
            const bool right = static_cast<int>(place) >= wrong;
            answerQuestion(desk, assessment, paper.questions[place],
                           asShown(answerTo(question, right), shownOrder(question, paper.seed, place)));
        }
        if (handsIn) handIn(desk, assessment);
    });
}

} // namespace fledgling::app
