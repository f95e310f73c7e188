#include "domain/QuizLanguage.h"

#include "domain/Text.h"

#include <algorithm>

namespace fledgling::domain {

namespace {

/// The place of each pair's partner among the partners, and whether it is only there to mislead.
std::vector<std::pair<std::size_t, bool>> pairing(const Question& question) {
    const auto names = partners(question);
    std::vector<std::pair<std::size_t, bool>> places;
    for (const auto& pair : question.pairs)
        places.emplace_back(std::find(names.begin(), names.end(), trimmed(pair.right)) - names.begin(), pair.left.empty());
    return places;
}

bool sameNumber(const QuizAnswer& one, const QuizAnswer& other) {
    return one.text.text == other.text.text && one.tolerance == other.tolerance && one.fraction == other.fraction;
}

bool asksTheSame(const Question& one, const Question& other) {
    const auto answers = [&](auto same) {
        return std::equal(one.answers.begin(), one.answers.end(), other.answers.begin(), other.answers.end(), same);
    };
    if (one.type != other.type) return false;
    switch (one.type) {
    case QuestionType::Description:
    case QuestionType::Open:
    case QuestionType::ShortAnswer: return true;
    case QuestionType::TrueFalse: return one.right == other.right;
    case QuestionType::Single:
    case QuestionType::Multiple:
        return answers([](const QuizAnswer& a, const QuizAnswer& b) { return a.fraction == b.fraction; });
    case QuestionType::Numerical: return answers(sameNumber);
    case QuestionType::Ordering: return one.answers.size() == other.answers.size();
    case QuestionType::Matching: return pairing(one) == pairing(other);
    }
    return false;
}

/// Options are told by their words; mixing them is no change of what is right.
std::optional<Question> choiceFollowed(const Question& was, const Question& is, Question other) {
    if (is.answers.size() != was.answers.size() || other.answers.size() != was.answers.size()) return std::nullopt;
    std::vector<bool> taken(is.answers.size());
    for (std::size_t i = 0; i < was.answers.size(); ++i) {
        std::size_t at = 0;
        while (at < is.answers.size() && (taken[at] || trimmed(is.answers[at].text.text) != trimmed(was.answers[i].text.text)))
            ++at;
        if (at == is.answers.size()) return std::nullopt;
        taken[at] = true;
        other.answers[i].fraction = is.answers[at].fraction;
    }
    return other;
}

/// Numbers are the same in every language, what is said of them isn't.
Question numbersFollowed(const Question& is, Question other) {
    other.answers.resize(is.answers.size());
    for (std::size_t i = 0; i < is.answers.size(); ++i) {
        other.answers[i].text = is.answers[i].text;
        other.answers[i].tolerance = is.answers[i].tolerance;
        other.answers[i].fraction = is.answers[i].fraction;
    }
    return other;
}

} // namespace

std::optional<Question> followed(const Question& was, const Question& is, const Question& other) {
    if (was.type != is.type || trimmed(was.text.text) != trimmed(is.text.text) || !asksTheSame(was, other)) return std::nullopt;
    std::optional<Question> then;
    switch (is.type) {
    case QuestionType::TrueFalse:
        then = other;
        then->right = is.right;
        break;
    case QuestionType::Single:
    case QuestionType::Multiple: then = choiceFollowed(was, is, other); break;
    case QuestionType::Numerical: then = numbersFollowed(is, other); break;
    default: break;
    }
    if (then && *then == other) then.reset();
    return then;
}

const Question* inLanguage(const Question& asked, const std::string& key, const QuizBank& other) {
    const auto* question = questionOf(other, key);
    return question && asksTheSame(asked, *question) ? question : nullptr;
}

Response reworded(const Question& from, const Question& to, const Response& response) {
    const auto* given = std::get_if<std::vector<std::string>>(&response);
    if (!given) return response;
    const auto were = partners(from), names = partners(to);
    std::vector<std::string> words;
    for (const auto& name : *given) {
        const auto at = static_cast<std::size_t>(std::find(were.begin(), were.end(), trimmed(name)) - were.begin());
        words.push_back(at < names.size() ? names[at] : name);
    }
    return words;
}

} // namespace fledgling::domain
