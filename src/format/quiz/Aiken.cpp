#include "format/quiz/Aiken.h"

#include "domain/Text.h"
#include "format/GiftParts.h"

#include <optional>

namespace fledgling::format {

using namespace domain;

namespace {

constexpr std::string_view ANSWER = "ANSWER:";

/// "A. text" and "A) text", with the text behind the mark.
std::optional<std::string> optionText(const std::string& line) {
    const bool mark =
        line.size() > 2 && line[0] >= 'A' && line[0] <= 'Z' && (line[1] == '.' || line[1] == ')');
    if (!mark || (line[2] != ' ' && line[2] != '\t')) return std::nullopt;
    return trimmed(std::string_view(line).substr(2));
}

class AikenReader {
public:
    explicit AikenReader(const std::string& file) : m_file(file) {}

    GiftReading read(std::string_view text) {
        int number = 0;
        for (const auto& raw : split(text, '\n')) {
            ++number;
            const std::string line = trimmed(raw);
            if (!line.empty()) take(line, number);
        }
        if (m_begin != 0) unanswered();
        return std::move(m_reading);
    }

private:
    void problem(ProblemKind kind, int line, std::vector<std::string> arguments = {}) {
        m_reading.problems.push_back({kind, m_file, line, 0, std::move(arguments)});
        m_whole = false;
    }

    void take(const std::string& line, int number) {
        if (line.starts_with(ANSWER)) return answer(trimmed(line.substr(ANSWER.size())), number);
        if (const auto option = optionText(line); option && !m_question.text.empty())
            return take(line[0], *option, number);
        // A text below options can only begin the next question: this one has lost its answer.
        if (!m_question.answers.empty()) unanswered();
        if (m_begin == 0) m_begin = number;
        m_question.text.text += (m_question.text.empty() ? "" : "\n") + line;
    }

    void take(char letter, const std::string& option, int number) {
        const auto due = static_cast<char>('A' + static_cast<char>(m_question.answers.size()));
        if (letter != due) problem(ProblemKind::AikenOrder, number, {std::string(1, due)});
        m_question.answers.push_back({{option, QuizFormat::Auto}, 0, "", {}});
    }

    void answer(const std::string& word, int number) {
        if (m_begin == 0) {
            problem(ProblemKind::AikenStray, number);
            return clear();
        }
        const auto count = m_question.answers.size();
        const auto index = static_cast<std::size_t>(word.size() == 1 ? word[0] - 'A' : -1);
        if (count < 2)
            problem(ProblemKind::GiftTooFew, m_begin, {"2"});
        else if (index >= count)
            problem(ProblemKind::BankLetters, number,
                    {word, "A-" + std::string(1, static_cast<char>('A' + static_cast<char>(count) - 1))});
        if (m_whole) {
            m_question.type = QuestionType::Single;
            m_question.answers[index].fraction = FULL_MARK;
            m_question.name = giftName(m_question.text);
            m_reading.bank.questions.push_back(m_question);
        }
        clear();
    }

    void unanswered() {
        problem(ProblemKind::AikenNoAnswer, m_begin);
        clear();
    }

    void clear() {
        m_question = {};
        m_begin = 0;
        m_whole = true;
    }

    const std::string& m_file;
    GiftReading m_reading;
    Question m_question;
    int m_begin = 0; ///< the line the question begins on; 0 between questions
    bool m_whole = true;
};

} // namespace

bool looksLikeAiken(std::string_view text) {
    bool option = false;
    for (const auto& raw : split(text, '\n')) {
        const std::string line = trimmed(raw);
        option = option || (optionText(line) && line[0] == 'A');
        if (option && line.starts_with(ANSWER)) return true;
    }
    return false;
}

GiftReading readAiken(std::string_view text, const std::string& file) { return AikenReader(file).read(text); }

} // namespace fledgling::format
