#include "domain/Quiz.h"

#include "domain/Keys.h"
#include "domain/Text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace fledgling::domain {

namespace {

constexpr Keys<QuestionType, 9> TYPES{{{QuestionType::Description, "description"},
                                       {QuestionType::Open, "open"},
                                       {QuestionType::TrueFalse, "true-false"},
                                       {QuestionType::Single, "single"},
                                       {QuestionType::Multiple, "multiple"},
                                       {QuestionType::ShortAnswer, "short-answer"},
                                       {QuestionType::Numerical, "numerical"},
                                       {QuestionType::Matching, "matching"},
                                       {QuestionType::Ordering, "ordering"}}};


/// Lower case of the scripts that have case and a regular table: Latin, Greek, Cyrillic, full-width Latin.
char32_t folded(char32_t c) {
    if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9) ||
        (c >= 0x410 && c <= 0x42F) || (c >= 0xFF21 && c <= 0xFF3A))
        return c + 32;
    if (c >= 0x400 && c <= 0x40F) return c + 80;
    const bool evenIsUpper = (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177);
    const bool oddIsUpper = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    if ((evenIsUpper && c % 2 == 0) || (oddIsUpper && c % 2 == 1)) return c + 1;
    return c;
}

/// Code points of UTF-8; a stray byte stands for itself.
std::u32string foldedPoints(std::string_view utf8) {
    std::u32string points;
    for (std::size_t i = 0; i < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[i]);
        const std::size_t size = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t point = size == 1 ? lead : lead & (0xFFU >> (size + 1));
        for (std::size_t k = 1; k < size && i + k < utf8.size(); ++k)
            point = (point << 6U) | (static_cast<unsigned char>(utf8[i + k]) & 0x3FU);
        points += folded(point);
        i += size;
    }
    return points;
}

constexpr char32_t ANYTHING = 0xFFFFFFFF;

std::u32string patternOf(std::string_view text) {
    std::u32string pattern;
    for (const char32_t point : foldedPoints(trimmed(text))) {
        if (point == U'*' && !pattern.empty() && pattern.back() == U'\\')
            pattern.back() = U'*';
        else
            pattern += point == U'*' ? ANYTHING : point;
    }
    return pattern;
}

std::optional<double> parsed(const std::string& digits) {
    double value = 0;
    const char* begin = digits.data() + (digits.starts_with('+') ? 1 : 0);
    const auto [end, error] = std::from_chars(begin, digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

/// Consumes an exponent as people type it: e3, E3, x10^3, *10**3, ×10^3.
std::string exponentAt(std::string_view text) {
    std::size_t at = 0;
    if (text.starts_with('e') || text.starts_with('E')) {
        at = 1;
    } else {
        const std::size_t times = text.starts_with('x') || text.starts_with('*') ? 1
                                  : text.starts_with("\xC3\x97")                 ? 2
                                                                                 : 0;
        if (times == 0 || text.substr(times, 2) != "10") return {};
        const auto power = text.substr(times + 2);
        at = times + 2 + (power.starts_with('^') ? 1U : power.starts_with("**") ? 2U : 0U);
        if (at == times + 2) return {};
    }
    std::string exponent = "e";
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) exponent += text[at++];
    const std::size_t digits = at;
    while (at < text.size() && isDigit(text[at]))
        exponent += text[at++];
    return at == digits ? std::string() : exponent;
}

const QuizAnswer* chosenOption(const Question& question, const Response& response) {
    const auto* chosen = std::get_if<std::vector<std::size_t>>(&response);
    if (!chosen || chosen->size() != 1 || chosen->front() >= question.answers.size()) return nullptr;
    return &question.answers[chosen->front()];
}

bool fitsNumber(const QuizAnswer& answer, std::optional<double> typed) {
    if (answer.text.text == "*") return true;
    const auto value = bankNumber(answer.text.text);
    if (!typed || !value) return false;
    const double tolerance = bankNumber(answer.tolerance).value_or(0);
    // What binary fractions lose must not push an answer on the border over it.
    return std::abs(*typed - *value) <= tolerance + 1e-12 * std::max({1.0, std::abs(*value), tolerance});
}

int sumOfChosen(const Question& question, std::vector<std::size_t> chosen) {
    std::sort(chosen.begin(), chosen.end());
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    std::int64_t sum = 0; // weights in a bank may be anything an int holds
    for (const std::size_t index : chosen)
        if (index < question.answers.size()) sum += question.answers[index].fraction;
    const auto rounding = static_cast<std::int64_t>(chosen.size());
    // Three thirds of 33.333 % are the whole mark.
    if (std::abs(sum - FULL_MARK) <= rounding) return FULL_MARK;
    if (sum <= rounding) return 0;
    return static_cast<int>(std::min<std::int64_t>(sum, FULL_MARK));
}

int part(std::size_t right, std::size_t all) {
    return all == 0 ? 0 : static_cast<int>(right * static_cast<std::size_t>(FULL_MARK) / all);
}

int matchingFraction(const Question& question, const std::vector<std::string>& partners) {
    std::size_t asked = 0, right = 0;
    for (const auto& pair : question.pairs) {
        if (pair.left.empty()) continue;
        if (asked < partners.size() && trimmed(partners[asked]) == trimmed(pair.right)) ++right;
        ++asked;
    }
    return part(right, asked);
}

int orderingFraction(const Question& question, const std::vector<std::size_t>& order) {
    std::size_t right = 0;
    for (std::size_t i = 0; i < order.size() && i < question.answers.size(); ++i)
        if (order[i] == i) ++right;
    return part(right, question.answers.size());
}

} // namespace

std::string_view keyOf(QuestionType type) { return TYPES.key(type); }

std::size_t QuizBank::drawable() const {
    return static_cast<std::size_t>(
        std::count_if(questions.begin(), questions.end(),
                      [](const Question& one) { return one.type != QuestionType::Description; }));
}

std::size_t QuizBank::drawable(const std::string& category) const {
    return static_cast<std::size_t>(
        std::count_if(questions.begin(), questions.end(), [&](const Question& one) {
            return one.type != QuestionType::Description && one.category == category;
        }));
}

bool fitsPattern(std::string_view pattern, std::string_view typed) {
    const std::u32string wanted = patternOf(pattern), given = foldedPoints(trimmed(typed));
    std::size_t at = 0, from = 0, star = std::u32string::npos, retry = 0;
    while (from < given.size()) {
        if (at < wanted.size() && wanted[at] == ANYTHING) {
            star = at++;
            retry = from;
        } else if (at < wanted.size() && wanted[at] == given[from]) {
            ++at;
            ++from;
        } else if (star != std::u32string::npos) {
            at = star + 1;
            from = ++retry;
        } else {
            return false;
        }
    }
    while (at < wanted.size() && wanted[at] == ANYTHING)
        ++at;
    return at == wanted.size();
}

std::optional<double> typedNumber(std::string_view typed) {
    const std::string text = trimmed(typed);
    std::string number;
    std::size_t at = 0, digits = 0;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) number += text[at++];
    for (; at < text.size() && (isDigit(text[at]) || text[at] == ','); ++at) {
        if (text[at] == ',') continue; // between thousands
        number += text[at];
        ++digits;
    }
    if (at < text.size() && text[at] == '.') {
        number += text[at++];
        for (; at < text.size() && isDigit(text[at]); ++at, ++digits)
            number += text[at];
    }
    if (digits == 0) return std::nullopt;
    const auto rest = trimmed(std::string_view(text).substr(at));
    return parsed(number + exponentAt(rest));
}

std::optional<double> bankNumber(std::string_view text) {
    const std::string number = trimmed(text);
    std::size_t digits = 0;
    for (const char c : number) {
        if (isDigit(c)) ++digits;
        if (!isDigit(c) && std::string_view("+-.eE").find(c) == std::string_view::npos) return std::nullopt;
    }
    if (digits == 0 || number.starts_with("+-")) return std::nullopt;
    const auto value = parsed(number);
    return value && std::isfinite(*value) ? value : std::nullopt;
}

const QuizAnswer* decidingAnswer(const Question& question, const Response& response) {
    if (question.type == QuestionType::Single) return chosenOption(question, response);
    const auto* typed = std::get_if<std::string>(&response);
    if (!typed || trimmed(*typed).empty()) return nullptr;
    const auto number = question.type == QuestionType::Numerical ? typedNumber(*typed) : std::nullopt;
    for (const auto& answer : question.answers) {
        const bool fits = question.type == QuestionType::ShortAnswer ? fitsPattern(answer.text.text, *typed)
                          : question.type == QuestionType::Numerical ? fitsNumber(answer, number)
                                                                     : false;
        if (fits) return &answer;
    }
    return nullptr;
}

std::optional<int> fractionOf(const Question& question, const Response& response) {
    const auto* chosen = std::get_if<std::vector<std::size_t>>(&response);
    switch (question.type) {
    case QuestionType::Description:
    case QuestionType::Open: return std::nullopt;
    case QuestionType::TrueFalse: {
        const auto* truth = std::get_if<bool>(&response);
        return truth && *truth == question.right ? FULL_MARK : 0;
    }
    case QuestionType::Single:
    case QuestionType::ShortAnswer:
    case QuestionType::Numerical: {
        const auto* answer = decidingAnswer(question, response);
        return answer ? answer->fraction : 0;
    }
    case QuestionType::Multiple: return chosen ? sumOfChosen(question, *chosen) : 0;
    case QuestionType::Matching: {
        const auto* partners = std::get_if<std::vector<std::string>>(&response);
        return partners ? matchingFraction(question, *partners) : 0;
    }
    case QuestionType::Ordering: return chosen ? orderingFraction(question, *chosen) : 0;
    }
    return std::nullopt;
}

} // namespace fledgling::domain
