#include "domain/QuizRegrade.h"

#include "domain/Text.h"

#include <algorithm>
#include <vector>

namespace fledgling::domain {

namespace {

constexpr std::size_t NOWHERE = static_cast<std::size_t>(-1);

/// Where each of these words stands among the others: first by the words themselves, then, if as many are
/// left on either side, in their order.
std::vector<std::size_t> placesIn(const std::vector<std::string>& from, const std::vector<std::string>& to) {
    std::vector<std::size_t> places(from.size(), NOWHERE);
    std::vector<bool> taken(to.size());
    for (std::size_t i = 0; i < from.size(); ++i)
        for (std::size_t at = 0; at < to.size() && places[i] == NOWHERE; ++at)
            if (!taken[at] && to[at] == from[i]) {
                places[i] = at;
                taken[at] = true;
            }
    if (from.size() != to.size()) return places;
    for (auto& place : places) {
        if (place != NOWHERE) continue;
        place = static_cast<std::size_t>(std::find(taken.begin(), taken.end(), false) - taken.begin());
        taken[place] = true;
    }
    return places;
}

std::vector<std::string> wordsOf(const Question& question) {
    std::vector<std::string> words;
    for (const auto& answer : question.answers)
        words.push_back(trimmed(answer.text.text));
    return words;
}

std::vector<std::string> leftsOf(const Question& question) {
    std::vector<std::string> lefts;
    for (const auto& pair : question.pairs)
        if (!pair.left.empty()) lefts.push_back(trimmed(pair.left.text));
    return lefts;
}

std::optional<Response> carriedPlaces(const Question& from, const Question& to,
                                      const std::vector<std::size_t>& chosen) {
    const auto places = placesIn(wordsOf(from), wordsOf(to));
    std::vector<std::size_t> found;
    for (const std::size_t at : chosen) {
        if (at >= places.size() || places[at] == NOWHERE) return std::nullopt;
        found.push_back(places[at]);
    }
    if (from.type != QuestionType::Ordering) std::sort(found.begin(), found.end());
    return found;
}

std::optional<Response> carriedPairs(const Question& from, const Question& to,
                                     const std::vector<std::string>& given) {
    const auto lefts = leftsOf(to), names = partners(to), were = partners(from);
    const auto places = placesIn(leftsOf(from), lefts), partnersAt = placesIn(were, names);
    std::vector<std::string> found(lefts.size());
    for (std::size_t i = 0; i < given.size() && i < places.size(); ++i) {
        if (given[i].empty()) continue;
        const auto name = std::find(were.begin(), were.end(), trimmed(given[i]));
        const auto at = name == were.end() ? NOWHERE : partnersAt[static_cast<std::size_t>(name - were.begin())];
        if (at == NOWHERE || places[i] == NOWHERE) return std::nullopt;
        found[places[i]] = names[at];
    }
    return found;
}

} // namespace

const Question* counterpart(const QuizBank& asked, const std::string& key, const QuizBank& other) {
    const auto* question = questionOf(asked, key);
    if (!question) return nullptr;
    if (question->id == key) return questionOf(other, key);
    for (const auto& one : other.questions)
        if (one.type == question->type && trimmed(one.text.text) == trimmed(question->text.text)) return &one;
    return nullptr;
}

std::optional<Response> carried(const Question& from, const Question& to, const Response& response) {
    if (from.type != to.type) return std::nullopt;
    if (const auto* chosen = std::get_if<std::vector<std::size_t>>(&response)) return carriedPlaces(from, to, *chosen);
    if (const auto* given = std::get_if<std::vector<std::string>>(&response)) return carriedPairs(from, to, *given);
    return response;
}

Marking regraded(const Paper& paper, const QuizBank& asked, const QuizBank& other,
                 const std::map<std::string, Response>& answers, const std::map<std::string, int>& marks) {
    auto marking = marked(paper, asked, answers, marks);
    for (std::size_t i = 0; i < paper.questions.size(); ++i) {
        const auto& key = paper.questions[i];
        const auto answer = answers.find(key);
        const auto* from = questionOf(asked, key);
        const auto* to = counterpart(asked, key, other);
        if (!from || !to || to->type == QuestionType::Open || answer == answers.end() || isBlank(answer->second))
            continue;
        const auto response = carried(*from, *to, answer->second);
        if (const auto fraction = response ? fractionOf(*to, *response) : std::nullopt)
            marking.fractions[i] = *fraction;
    }
    return marking;
}

} // namespace fledgling::domain
