#pragma once

#include "../DeskFixture.h"
#include "app/Record.h"
#include "app/quiz/QuizView.h"
#include "store/quiz/QuizStore.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fledgling::app::test {

inline constexpr const char* QUIZ_BANK = R"(
// [id:q1] [tag:d1-am]
::first::Who comes first? {=the customer ~the agent ~the supplier ####Always.}

// [id:q2]
::late::Is late free? {F}

// [id:q3]
::sixty::How many seconds? {#60:0}

// [id:q4]
::what::What do you say? {####look for a time}
)";

/// The small course with that bank as its final quiz.
inline std::map<std::string, std::string> withQuiz(const std::string& version = "2", int attempts = 2) {
    auto files = coursePackage(
        version, "  - {id: quiz, title: Quiz, measure: assessment_passed, assessment: final}\n");
    auto& course = files.at("course.yaml");
    course.insert(course.find("  - {id: desk,"), "  - {id: final, kind: quiz, title: Final quiz, bank: "
                                                 "quizzes/final.gift, pass: 75%, minutes: 30, attempts: " +
                                                     std::to_string(attempts) + "}\n");
    files["quizzes/final.gift"] = QUIZ_BANK;
    return files;
}

/// A cohort of two with the quiz before them.
class Quizzes : public DeskFixture {
protected:
    Quizzes() {
        loadPackage(withQuiz(), "2");
        cohort = domain::CohortId(freshId());
        write(
            {store::CohortStore::fact(domain::Cohort{cohort, "Mar", "small", "2", domain::Date(2026, 3, 16), std::nullopt})});
        wu = addTrainee("Wu Min", cohort);
        zhao = addTrainee("Zhao Lei", cohort);
    }
    /// The view of that trainee with the quiz opened.
    QuizView viewOf(const domain::PersonId& trainee) {
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
    void take(const domain::PersonId& trainee, const std::string& words, bool right) {
        auto view = viewOf(trainee);
        view.begin();
        answerAll(view, words, right);
        view.handIn();
    }
    std::vector<domain::Attempt> attemptsOf(const domain::PersonId& trainee) {
        return recordOf(at(manager), trainee).attemptsAt("final");
    }
    std::optional<store::KeptPaper> paperOf(const domain::PersonId& trainee, int attempt = 1) {
        return store::QuizStore(m_database).paper({trainee, "small", "final", attempt});
    }

    domain::CohortId cohort;
    domain::PersonId wu, zhao;
};

} // namespace fledgling::app::test
