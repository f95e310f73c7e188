#pragma once

#include "domain/Quiz.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fledgling::format {

enum class QuestionColumn { Type, Text, Answer, Explanation, Category, Tags, Id, Name, Format, Option };

/// What a heading names; `option` counts the option columns from 0 (选项A, option a).
struct QuestionHeading {
    QuestionColumn column{};
    std::size_t option = 0;
};
[[nodiscard]] std::optional<QuestionHeading> questionHeading(std::string_view heading);
/// As it is written: 题型, 选项A ...
[[nodiscard]] std::string headingOf(QuestionHeading heading);

[[nodiscard]] std::optional<domain::QuestionType> questionTypeIn(std::string_view cell);
[[nodiscard]] std::string wordOf(domain::QuestionType type);

/// html, markdown, plain; empty: plain text with paragraphs.
[[nodiscard]] std::optional<domain::QuizFormat> quizFormatIn(std::string_view cell);
[[nodiscard]] std::string wordOf(domain::QuizFormat format);

/// 对 错 √ × T F true false 正确 错误 yes no.
[[nodiscard]] std::optional<bool> truthIn(std::string_view cell);
/// "ABD", "A,B,D", "A、B、D": the options' indexes in the order written; nothing for anything else, a letter
/// from `options` on, or one twice.
[[nodiscard]] std::optional<std::vector<std::size_t>> lettersIn(std::string_view cell, std::size_t options);
[[nodiscard]] std::string letterOf(std::size_t option);
/// The parts between any of | ; ；, trimmed, without empty ones.
[[nodiscard]] std::vector<std::string> partsOf(std::string_view cell);

} // namespace fledgling::format
