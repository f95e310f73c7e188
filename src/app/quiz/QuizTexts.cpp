#include "app/quiz/QuizTexts.h"

#include "domain/QuizPaper.h"
#include "domain/Text.h"
#include "format/Markdown.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;

namespace {

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
    return text;
}

std::string withoutTags(const std::string& html) {
    std::string words;
    bool inside = false;
    for (const char c : html) {
        if (c == '<') inside = true;
        if (!inside) words += c;
        if (c == '>' && inside) {
            inside = false;
            words += ' ';
        }
    }
    for (const auto& [entity, sign] :
         {std::pair{"&nbsp;", " "}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}})
        words = replaced(std::move(words), entity, sign);
    return trimmed(words);
}

std::string escaped(std::string text) {
    text = replaced(std::move(text), "&", "&amp;");
    text = replaced(std::move(text), "<", "&lt;");
    return replaced(std::move(text), ">", "&gt;");
}

std::string optionText(const Question& question, std::size_t at) {
    return at < question.answers.size() ? plainOf(question.answers[at].text) : std::string();
}

std::vector<std::string> pairsWith(const Question& question, const std::vector<std::string>& names) {
    std::vector<std::string> parts;
    std::size_t asked = 0;
    for (const auto& pair : question.pairs) {
        if (pair.left.empty()) continue;
        const std::string name = asked < names.size() ? names[asked] : "";
        parts.push_back(plainOf(pair.left) + " → " + (name.empty() ? "–" : name));
        ++asked;
    }
    return parts;
}

/// Accepted words as they are read: a star stands for anything, so beside a whole word a pattern says nothing new, and
/// where there is none its star is shown as what is left open.
std::vector<std::string> readable(std::vector<std::string> accepted) {
    constexpr std::string_view STAR = "\x01"; // one that is meant as a star, written with a stroke before it
    for (auto& words : accepted)
        words = replaced(std::move(words), "\\*", STAR);
    const auto pattern = [](const std::string& words) { return words.find('*') != std::string::npos; };
    if (!std::all_of(accepted.begin(), accepted.end(), pattern)) std::erase_if(accepted, pattern);
    for (auto& words : accepted)
        words = replaced(replaced(std::move(words), "*", "…"), STAR, "*");
    return accepted;
}

} // namespace

std::string plainOf(const QuizText& text) {
    return text.format == QuizFormat::Html ? withoutTags(text.text) : text.text;
}

std::string htmlOf(const QuizText& text) {
    if (text.format == QuizFormat::Markdown) return format::toHtml(text.text);
    std::string words = replaced(escaped(plainOf(text)), "\n\n", "</p><p>");
    return "<p>" + replaced(std::move(words), "\n", "<br>") + "</p>";
}

Said saidOf(const Question& question, const Response& response) {
    Said said;
    if (isBlank(response)) return said;
    if (const auto* truth = std::get_if<bool>(&response)) said.truth = *truth;
    if (const auto* typed = std::get_if<std::string>(&response)) said.parts = {*typed};
    if (const auto* names = std::get_if<std::vector<std::string>>(&response))
        said.parts = pairsWith(question, *names);
    if (const auto* places = std::get_if<std::vector<std::size_t>>(&response))
        for (const std::size_t at : *places)
            said.parts.push_back(optionText(question, at));
    return said;
}

Said rightOf(const Question& question) {
    Said said;
    switch (question.type) {
    case QuestionType::Description:
    case QuestionType::Open: break;
    case QuestionType::TrueFalse: said.truth = question.right; break;
    case QuestionType::Ordering:
        for (std::size_t at = 0; at < question.answers.size(); ++at)
            said.parts.push_back(optionText(question, at));
        break;
    case QuestionType::Matching: {
        std::vector<std::string> names;
        for (const auto& pair : question.pairs)
            if (!pair.left.empty()) names.push_back(pair.right);
        said.parts = pairsWith(question, names);
        break;
    }
    case QuestionType::Single:
    case QuestionType::Multiple:
    case QuestionType::ShortAnswer:
    case QuestionType::Numerical:
        for (const auto& answer : question.answers) {
            const bool right =
                question.type == QuestionType::Multiple ? answer.fraction > 0 : answer.fraction == FULL_MARK;
            if (!right) continue;
            const auto tolerance = bankNumber(answer.tolerance).value_or(0);
            said.parts.push_back(plainOf(answer.text) + (tolerance > 0 ? " ± " + answer.tolerance : ""));
        }
        if (question.type == QuestionType::ShortAnswer) said.parts = readable(std::move(said.parts));
        break;
    }
    return said;
}

std::string feedbackOf(const Question& question, const Response& response) {
    if (const auto* truth = std::get_if<bool>(&response))
        return plainOf(*truth ? question.feedbackTrue : question.feedbackFalse);
    if (const auto* deciding = decidingAnswer(question, response)) return plainOf(deciding->feedback);
    std::vector<std::string> all;
    if (const auto* places = std::get_if<std::vector<std::size_t>>(&response);
        places && question.type == QuestionType::Multiple)
        for (const std::size_t at : *places)
            if (at < question.answers.size() && !question.answers[at].feedback.empty())
                all.push_back(plainOf(question.answers[at].feedback));
    return joined(all, " ");
}

const CourseSession* sessionOf(const Course& course, const Question& question) {
    for (const auto& tag : question.tags)
        if (const auto* found = course.session(tag)) return found;
    for (const auto& day : course.days)
        for (const auto& session : day.sessions)
            if (!question.category.empty() &&
                (session.id == question.category || session.title.in(course.language) == question.category))
                return &session;
    return nullptr;
}

} // namespace fledgling::app
