#include "app/quiz/QuizFigures.h"

#include "app/courses/Courses.h"
#include "app/quiz/QuizTexts.h"
#include "app/quiz/Quizzes.h"
#include "domain/Refused.h"
#include "domain/Roles.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace fledgling::app {

using namespace domain;

namespace {

struct Item {
    const Question* question = nullptr;
    std::vector<ItemAnswer> answers;
};

/// Course, version, and the question's place in the bank.
using PaperPlace = std::tuple<std::string, std::string, std::size_t>;

std::size_t placeIn(const QuizBank& bank, const std::string& key) {
    const auto keys = questionKeys(bank);
    return static_cast<std::size_t>(std::find(keys.begin(), keys.end(), key) - keys.begin());
}

void collect(Desk& desk, const store::KeptPaper& kept, std::map<PaperPlace, Item>& items) {
    const auto& bank = bankOf(desk, kept.paper);
    const auto marking = markingOf(desk, kept);
    double sum = 0;
    for (const auto& one : marking.fractions)
        sum += one.value_or(0);
    const auto others = static_cast<double>(marking.fractions.size()) - 1;
    for (std::size_t i = 0; i < kept.paper.questions.size(); ++i) {
        const auto& key = kept.paper.questions[i];
        const auto* question = questionOf(bank, key);
        if (!question || !marking.fractions[i] || others < 1) continue;
        auto& item = items[{kept.paper.key.course, kept.paper.version, placeIn(bank, key)}];
        item.question = question;
        const auto answer = kept.answers.find(key);
        item.answers.push_back({*marking.fractions[i], (sum - *marking.fractions[i]) / (others * FULL_MARK),
                                answer == kept.answers.end() ? Response() : answer->second});
    }
}

bool isQuizOfSomeCourse(Desk& desk, const std::string& assessment) {
    const auto courses = coursesOf(desk);
    return std::any_of(courses.begin(), courses.end(), [&](const CourseEntry& one) {
        const auto* found = desk.shelf.course(one.course, one.version).assessment(assessment);
        return found && found->kind == AssessmentKind::Quiz;
    });
}

} // namespace

std::vector<QuestionFigures> quizFigures(Desk& desk, const std::string& assessment) {
    require(desk.actor, Verb::MarkAnswers);
    store::QuizStore store(desk.database, desk.asOf);
    std::map<PaperPlace, Item> items;
    std::map<PaperPlace, std::string> keys;
    for (const auto& kept : store.papersOf(store.takers())) {
        if (!kept.handedIn || kept.paper.key.assessment != assessment) continue;
        collect(desk, kept, items);
        for (const auto& key : kept.paper.questions)
            keys[{kept.paper.key.course, kept.paper.version, placeIn(bankOf(desk, kept.paper), key)}] = key;
    }
    std::vector<QuestionFigures> all;
    for (const auto& [place, item] : items) {
        QuestionFigures one{std::get<0>(place),
                            std::get<1>(place),
                            keys.at(place),
                            plainOf(item.question->text),
                            {},
                            figuresOf(*item.question, item.answers),
                            {}};
        one.findings = findingsOf(*item.question, one.figures);
        for (const auto& answer : item.question->answers)
            one.options.push_back(plainOf(answer.text));
        all.push_back(std::move(one));
    }
    if (all.empty() && !isQuizOfSomeCourse(desk, assessment)) throw Refused(Rule::UnknownAssessment, {assessment});
    return all;
}

} // namespace fledgling::app
