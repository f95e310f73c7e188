#include "format/quiz/Aiken.h"

#include "domain/Text.h"
#include "format/quiz/GiftParts.h"

#include <optional>

namespace fledgling::format {

using namespace domain;

namespace {

constexpr std::string_view ANSWER = "ANSWER";

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
bool isGap(char c) { return c == ' ' || c == '\t'; }

struct Option {
    char letter = 'A';
    std::string text;
};

/// "A. text" and "A) text". A small letter, or a bracket without a blank behind it, is one only where that letter is
/// due: it could as well begin a line of the question.
std::optional<Option> optionIn(const std::string& line, char due) {
    if (line.size() < 3 || (line[1] != '.' && line[1] != ')')) return std::nullopt;
    const char letter = upper(line[0]);
    if (letter < 'A' || letter > 'Z') return std::nullopt;
    const bool asTaught = letter == line[0] && isGap(line[2]);
    if (!asTaught && (letter != due || (line[1] == '.' && !isGap(line[2])))) return std::nullopt;
    return Option{letter, trimmed(std::string_view(line).substr(2))};
}

/// What stands behind "ANSWER:", however it is written, with blanks before its colon too.
std::optional<std::string> answerIn(const std::string& line) {
    if (line.size() < ANSWER.size()) return std::nullopt;
    for (std::size_t i = 0; i < ANSWER.size(); ++i)
        if (upper(line[i]) != ANSWER[i]) return std::nullopt;
    const auto colon = line.find_first_not_of(" \t", ANSWER.size());
    if (colon == std::string::npos || line[colon] != ':') return std::nullopt;
    auto word = trimmed(std::string_view(line).substr(colon + 1));
    if (word.size() == 2 && (word[1] == '.' || word[1] == ')')) word.pop_back(); // "B." as the options are marked
    return word;
}

bool isTaught(const std::string& line) { return line.starts_with("ANSWER:"); }

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
        if (const auto word = answerIn(line); word && (isTaught(line) || !m_question.answers.empty()))
            return answer(*word, number);
        if (const auto option = optionIn(line, due()); option && !m_question.text.empty())
            return take(*option, number);
        // A text below options can only begin the next question: this one has lost its answer.
        if (!m_question.answers.empty()) unanswered();
        if (m_begin == 0) m_begin = number;
        m_question.text.text += (m_question.text.empty() ? "" : "\n") + line;
    }

    [[nodiscard]] char due() const {
        return static_cast<char>('A' + static_cast<char>(m_question.answers.size()));
    }

    void take(const Option& option, int number) {
        if (option.letter != due()) problem(ProblemKind::AikenOrder, number, {std::string(1, due())});
        m_question.answers.push_back({{option.text, QuizFormat::Auto}, 0, "", {}});
    }

    void answer(const std::string& word, int number) {
        if (m_begin == 0) {
            problem(ProblemKind::AikenStray, number);
            return clear();
        }
        const auto count = m_question.answers.size();
        const auto index = static_cast<std::size_t>(word.size() == 1 ? upper(word[0]) - 'A' : -1);
        if (count < 2)
            problem(ProblemKind::GiftTooFew, m_begin, {"2"});
        else if (index >= count)
            problem(ProblemKind::BankLetters, number,
                    {word, "A-" + std::string(1, static_cast<char>('A' + static_cast<char>(count) - 1))});
        if (m_whole) {
            m_question.type = QuestionType::Single;
            m_question.answers[index].fraction = FULL_MARK;
            m_question.name = giftName(m_question.text);
            asItStands();
            m_reading.bank.questions.push_back(m_question);
        }
        clear();
    }

    /// Aiken knows no markup: "<b>" is read as it is written, in Moodle too once it is handed on.
    void asItStands() {
        bool marked = m_question.text.text.find_first_of("<&") != std::string::npos;
        for (const auto& one : m_question.answers)
            marked = marked || one.text.text.find_first_of("<&") != std::string::npos;
        if (!marked) return;
        m_question.text.format = QuizFormat::Plain;
        for (auto& one : m_question.answers)
            one.text.format = QuizFormat::Plain;
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
        const auto found = optionIn(line, 'A');
        option = option || (found && found->letter == 'A');
        const auto word = answerIn(line);
        if (option && word && (isTaught(line) || word->size() == 1)) return true;
    }
    return false;
}

GiftReading readAiken(std::string_view text, const std::string& file) { return AikenReader(file).read(text); }

} // namespace fledgling::format
