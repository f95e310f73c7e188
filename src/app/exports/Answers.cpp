#include "app/exports/Answers.h"

#include "app/quiz/QuizTexts.h"
#include "domain/QuizPaper.h"
#include "domain/Text.h"

#include <algorithm>
#include <cstdio>

namespace fledgling::app {

using namespace domain;
using format::XapiInteraction;
using format::XapiOption;

namespace {

// Separators of the standard: between several answers, and between a pair's halves.
constexpr std::string_view AND = "[,]";
constexpr std::string_view WITH = "[.]";

XapiInteraction kindOf(QuestionType type) {
    switch (type) {
    case QuestionType::TrueFalse: return XapiInteraction::TrueFalse;
    case QuestionType::Single:
    case QuestionType::Multiple: return XapiInteraction::Choice;
    case QuestionType::Numerical: return XapiInteraction::Numeric;
    case QuestionType::Matching: return XapiInteraction::Matching;
    case QuestionType::Ordering: return XapiInteraction::Sequencing;
    case QuestionType::ShortAnswer: return XapiInteraction::FillIn;
    case QuestionType::Description:
    case QuestionType::Open: return XapiInteraction::LongFillIn;
    }
    return XapiInteraction::LongFillIn;
}

/// By id, each once: the bank's own order may tell what is right.
std::vector<XapiOption> options(const std::vector<std::string>& texts, const std::string& language) {
    std::vector<XapiOption> all;
    for (const auto& text : texts)
        all.push_back({format::optionIdOf(text), {{language, text}}});
    const auto before = [](const XapiOption& a, const XapiOption& b) { return a.id < b.id; };
    std::sort(all.begin(), all.end(), before);
    all.erase(std::unique(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.id == b.id; }), all.end());
    return all;
}

std::vector<std::string> answersOf(const Question& question) {
    std::vector<std::string> texts;
    for (const auto& answer : question.answers)
        texts.push_back(plainOf(answer.text));
    return texts;
}

std::vector<std::string> leftsOf(const Question& question) {
    std::vector<std::string> texts;
    for (const auto& pair : question.pairs)
        if (!pair.left.empty()) texts.push_back(plainOf(pair.left));
    return texts;
}

std::string typed(const Question& question, const std::string& text) {
    const auto number = question.type == QuestionType::Numerical ? typedNumber(text) : std::nullopt;
    if (!number) return text;
    char digits[40];
    std::snprintf(digits, sizeof digits, "%.15g", *number);
    return digits;
}

} // namespace

format::XapiQuestion interactionOf(const Question& question, const std::string& language) {
    format::XapiQuestion asked;
    asked.interaction = kindOf(question.type);
    if (asked.interaction == XapiInteraction::Choice || asked.interaction == XapiInteraction::Sequencing)
        asked.choices = options(answersOf(question), language);
    if (asked.interaction == XapiInteraction::Matching) {
        asked.sources = options(leftsOf(question), language);
        asked.targets = options(partners(question), language);
    }
    return asked;
}

std::optional<std::string> responseOf(const Question& question, const Response& response) {
    if (isBlank(response)) return std::nullopt;
    if (const auto* truth = std::get_if<bool>(&response)) return *truth ? "true" : "false";
    if (const auto* text = std::get_if<std::string>(&response)) return typed(question, *text);
    std::vector<std::string> parts;
    if (const auto* places = std::get_if<std::vector<std::size_t>>(&response)) {
        const auto texts = answersOf(question);
        for (const auto place : *places)
            if (place < texts.size()) parts.push_back(format::optionIdOf(texts[place]));
    }
    if (const auto* chosen = std::get_if<std::vector<std::string>>(&response)) {
        const auto lefts = leftsOf(question);
        for (std::size_t i = 0; i < lefts.size() && i < chosen->size(); ++i)
            if (!(*chosen)[i].empty())
                parts.push_back(format::optionIdOf(lefts[i]) + std::string(WITH) + format::optionIdOf((*chosen)[i]));
    }
    return joined(parts, AND);
}

} // namespace fledgling::app
