#include "domain/QuizPaper.h"

#include "domain/Refused.h"
#include "domain/Text.h"

#include <algorithm>
#include <numeric>
#include <random>

namespace fledgling::domain {

namespace {

constexpr std::int64_t MS_PER_MINUTE = 60'000;

/// 0 .. below - 1, all as likely: numbers beyond the last whole multiple are thrown again. The standard's own
/// distributions differ from library to library.
std::size_t chance(std::mt19937& generator, std::size_t below) {
    const std::uint64_t range = std::uint64_t{1} << 32U, whole = range - range % below;
    std::uint64_t thrown = generator();
    while (thrown >= whole)
        thrown = generator();
    return static_cast<std::size_t>(thrown % below);
}

/// Fisher and Yates, from the back.
void mix(std::vector<std::size_t>& places, std::mt19937& generator) {
    for (std::size_t left = places.size(); left > 1; --left)
        std::swap(places[left - 1], places[chance(generator, left)]);
}

std::vector<std::size_t> upTo(std::size_t count) {
    std::vector<std::size_t> places(count);
    std::iota(places.begin(), places.end(), std::size_t{0});
    return places;
}

/// Moves as many as are wanted of the pool's questions that fit into `taken`.
template <class Fits>
void take(std::vector<std::size_t>& pool, std::vector<std::size_t>& taken, std::size_t wanted, Fits fits) {
    for (auto at = pool.begin(); at != pool.end() && wanted > 0;) {
        if (!fits(*at)) {
            ++at;
            continue;
        }
        taken.push_back(*at);
        at = pool.erase(at);
        --wanted;
    }
}

} // namespace

bool Paper::over(Instant now) const {
    return minutes > 0 && now.ms > begun.ms + std::int64_t{minutes} * MS_PER_MINUTE;
}

std::vector<std::string> questionKeys(const QuizBank& bank) {
    std::map<std::string, int> uses;
    for (const auto& one : bank.questions)
        ++uses[one.id];
    std::vector<std::string> keys;
    for (const auto& one : bank.questions) {
        const bool named = !one.id.empty() && uses[one.id] == 1 && one.id.find('\n') == std::string::npos;
        keys.push_back(named ? one.id : "#" + std::to_string(keys.size() + 1));
    }
    return keys;
}

const Question* questionOf(const QuizBank& bank, const std::string& key) {
    const auto keys = questionKeys(bank);
    const auto at = std::find(keys.begin(), keys.end(), key);
    return at == keys.end() ? nullptr : &bank.questions[static_cast<std::size_t>(at - keys.begin())];
}

std::vector<std::string> drawn(const QuizBank& bank, const Assessment& assessment, std::uint32_t seed) {
    std::mt19937 generator(seed);
    auto pool = upTo(bank.questions.size());
    std::erase_if(pool, [&](std::size_t at) { return bank.questions[at].type == QuestionType::Description; });
    mix(pool, generator);
    const std::size_t count =
        assessment.draw > 0 ? std::min(pool.size(), static_cast<std::size_t>(assessment.draw)) : pool.size();
    std::vector<std::size_t> taken;
    for (const auto& [topic, wanted] : assessment.topics)
        take(pool, taken, std::min(static_cast<std::size_t>(wanted), count - taken.size()),
             [&, &name = topic](std::size_t at) { return bank.questions[at].category == name; });
    take(pool, taken, count - taken.size(), [](std::size_t) { return true; });
    mix(taken, generator);
    const auto keys = questionKeys(bank);
    std::vector<std::string> asked;
    for (const std::size_t at : taken)
        asked.push_back(keys[at]);
    return asked;
}

std::vector<std::string> partners(const Question& question) {
    std::vector<std::string> all;
    for (const auto& pair : question.pairs)
        if (const auto name = trimmed(pair.right); std::find(all.begin(), all.end(), name) == all.end())
            all.push_back(name);
    return all;
}

std::vector<std::size_t> shownOrder(const Question& question, std::uint32_t seed, std::size_t place) {
    std::size_t count = 0;
    if (question.type == QuestionType::Single || question.type == QuestionType::Multiple ||
        question.type == QuestionType::Ordering)
        count = question.answers.size();
    if (question.type == QuestionType::Matching) count = partners(question).size();
    // Knuth's multiplier keeps the questions' generators apart from each other and from the draw's.
    std::mt19937 generator(seed * 2654435761U + static_cast<std::uint32_t>(place) + 1U);
    auto order = upTo(count);
    mix(order, generator);
    if (question.type == QuestionType::Ordering && count > 1 && order == upTo(count))
        std::rotate(order.begin(), order.begin() + 1, order.end());
    return order;
}

Response asBank(const Response& shown, const std::vector<std::size_t>& order) {
    const auto* places = std::get_if<std::vector<std::size_t>>(&shown);
    if (!places) return shown;
    std::vector<std::size_t> bank;
    for (const std::size_t place : *places) {
        if (place >= order.size()) throw Refused(Rule::UnknownQuestion, {std::to_string(place + 1)});
        bank.push_back(order[place]);
    }
    return bank;
}

Response asShown(const Response& bank, const std::vector<std::size_t>& order) {
    const auto* places = std::get_if<std::vector<std::size_t>>(&bank);
    if (!places) return bank;
    std::vector<std::size_t> shown;
    for (const std::size_t place : *places)
        if (const auto at = std::find(order.begin(), order.end(), place); at != order.end())
            shown.push_back(static_cast<std::size_t>(at - order.begin()));
    return shown;
}

bool isBlank(const Response& response) {
    if (const auto* places = std::get_if<std::vector<std::size_t>>(&response)) return places->empty();
    if (const auto* typed = std::get_if<std::string>(&response)) return trimmed(*typed).empty();
    if (const auto* names = std::get_if<std::vector<std::string>>(&response))
        return std::all_of(names->begin(), names->end(), [](const auto& one) { return one.empty(); });
    return std::holds_alternative<std::monostate>(response);
}

bool isPartial(const Response& response, std::size_t pairs) {
    const auto* names = std::get_if<std::vector<std::string>>(&response);
    if (!names || isBlank(response)) return false;
    const auto given = std::count_if(names->begin(), names->end(), [](const auto& one) { return !one.empty(); });
    return static_cast<std::size_t>(given) < pairs;
}

int Marking::waiting() const {
    return static_cast<int>(std::count(fractions.begin(), fractions.end(), std::nullopt));
}

int Marking::percent() const {
    if (fractions.empty()) return 0;
    std::int64_t sum = 0;
    for (const auto& one : fractions)
        sum += one.value_or(0);
    const auto full = static_cast<std::int64_t>(fractions.size()) * FULL_MARK;
    if (sum > 0) sum = std::min(full, sum + static_cast<std::int64_t>(fractions.size()));
    return static_cast<int>(sum * 100 / full);
}

Marking marked(const Paper& paper, const QuizBank& bank, const std::map<std::string, Response>& answers,
               const std::map<std::string, int>& marks) {
    Marking marking;
    for (const auto& key : paper.questions) {
        const auto* question = questionOf(bank, key);
        const auto answer = answers.find(key);
        const auto mark = marks.find(key);
        const bool blank = answer == answers.end() || isBlank(answer->second);
        if (!question || blank)
            marking.fractions.emplace_back(0);
        else if (question->type == QuestionType::Open)
            marking.fractions.push_back(mark == marks.end() ? std::nullopt : std::optional(mark->second));
        else
            marking.fractions.push_back(fractionOf(*question, answer->second));
    }
    return marking;
}

namespace {
bool asks(const Criterion& criterion, const std::string& assessment) {
    return criterion.measure == Measure::AssessmentPassed && criterion.assessment == assessment;
}
} // namespace

bool asksFor(const Course& course, Post post, const std::string& assessment) {
    return std::any_of(course.readiness.begin(), course.readiness.end(),
                       [&](const Criterion& one) { return asks(one, assessment) && one.appliesTo(post); });
}

bool isPractice(const Course& course, const std::string& assessment) {
    return std::none_of(course.readiness.begin(), course.readiness.end(),
                        [&](const Criterion& one) { return asks(one, assessment); });
}

} // namespace fledgling::domain
