#include "format/quiz/InlineQuiz.h"

#include "domain/Text.h"
#include "format/Markdown.h"
#include "format/PackageName.h"
#include "format/Utf8.h"

#include <array>
#include <optional>

namespace fledgling::format {

using namespace domain;

namespace {

/// The level of a "## heading", and its text; level 0 for any other line.
struct HeadingLine {
    std::size_t level = 0;
    std::string text;
};

HeadingLine headingOf(std::string_view line) {
    const auto level = std::min(line.find_first_not_of('#'), line.size());
    if (level == 0 || level > 6 || (level < line.size() && line[level] != ' ')) return {};
    std::string text = trimmed(line.substr(level));
    while (text.ends_with('#'))
        text.pop_back();
    return {level, trimmed(text)};
}

bool opensQuiz(const HeadingLine& heading) {
    return heading.level == 2 && (heading.text == "小测" || domain::lowerAscii(heading.text) == "quiz");
}

/// Says of each line, as it comes by, whether it belongs to a quiz section.
class Sections {
public:
    enum class Line { Lesson, Heading, Quiz };
    Line next(std::string_view line) {
        if (m_fence.covers(line)) return m_inside ? Line::Quiz : Line::Lesson;
        const auto heading = headingOf(line);
        if (opensQuiz(heading)) {
            m_inside = true;
            return Line::Heading;
        }
        if (heading.level == 1 || heading.level == 2) m_inside = false;
        return m_inside ? Line::Quiz : Line::Lesson;
    }

private:
    CodeFence m_fence;
    bool m_inside = false;
};

/// "12. text" or "12) text": where its text begins; 0 for any other line.
std::size_t behindNumber(std::string_view line, std::size_t at) {
    const auto begin = at;
    while (at < line.size() && line[at] >= '0' && line[at] <= '9')
        ++at;
    if (at == begin || at - begin > 9 || at + 1 >= line.size() || (line[at] != '.' && line[at] != ')'))
        return 0;
    return line[at + 1] == ' ' || line[at + 1] == '\t' ? at + 2 : 0;
}

struct Marker {
    std::string_view word;
    QuestionType type;
};
constexpr std::array<Marker, 8> MARKERS{{{"single", QuestionType::Single},
                                         {"单选", QuestionType::Single},
                                         {"multiple", QuestionType::Multiple},
                                         {"多选", QuestionType::Multiple},
                                         {"order", QuestionType::Ordering},
                                         {"排序", QuestionType::Ordering},
                                         {"open", QuestionType::Open},
                                         {"问答", QuestionType::Open}}};

class QuizReader {
public:
    QuizReader(const std::string& file, int firstLine) : m_file(file), m_number(firstLine - 1) {}

    InlineQuizReading read(std::string_view markdown) {
        Sections sections;
        for (const auto& line : split(markdown, '\n')) {
            ++m_number;
            switch (sections.next(line)) {
            case Sections::Line::Lesson: endSection(); break;
            case Sections::Line::Heading:
                endSection();
                m_heading = m_number;
                break;
            case Sections::Line::Quiz: take(line); break;
            }
        }
        endSection();
        return std::move(m_reading);
    }

private:
    struct Option {
        std::string text;
        std::optional<bool> right; ///< nothing: a numbered step, or a mark is missing
        bool numbered = false;
        int line = 0;
        int column = 0;
    };
    enum class Part { Text, Option, Quote };

    void problem(ProblemKind kind, int line, int column, std::vector<std::string> arguments = {}) {
        m_reading.problems.push_back({kind, m_file, line, column, std::move(arguments)});
    }

    void take(std::string_view line) {
        const auto begin = line.find_first_not_of(" \t");
        if (begin == std::string_view::npos) {
            m_blank = true;
            return;
        }
        const bool afterBlank = m_blank;
        m_blank = false;
        if (const auto text = behindNumber(line, begin); text != 0 && begin == 0)
            return openQuestion(line, text);
        if (!m_question) {
            if (m_count > 0) problem(ProblemKind::QuizStrayText, m_number, columnOf(line, begin));
            return;
        }
        if (line[begin] == '>') return quote(line.substr(begin + 1));
        if (const auto text = behindNumber(line, begin); text != 0)
            return option(line, begin, text, std::nullopt, true);
        const bool bullet = (line[begin] == '-' || line[begin] == '*' || line[begin] == '+') &&
                            begin + 1 < line.size() && line[begin + 1] == ' ';
        if (bullet) return bulleted(line, begin);
        if (begin == 0 && afterBlank) return problem(ProblemKind::QuizStrayText, m_number, 1);
        goOn(line.substr(begin), afterBlank);
    }

    void openQuestion(std::string_view line, std::size_t text) {
        endQuestion();
        ++m_count;
        m_question.emplace();
        m_question->name = std::to_string(m_count);
        m_question->text.format = QuizFormat::Markdown;
        m_question->explanation.format = QuizFormat::Markdown;
        m_line = m_number;
        m_column = columnOf(line, text);
        m_part = Part::Text;
        m_options.clear();
        m_type = QuestionType::Single;
        m_question->text.text = marked(trimmed(line.substr(text)));
    }

    /// Takes "[multiple]" or "【多选】" off the beginning. Anything else in brackets that isn't a link is no
    /// kind of question.
    std::string marked(const std::string& text) {
        static constexpr std::array<std::pair<std::string_view, std::string_view>, 2> BRACKETS{
            {{"[", "]"}, {"【", "】"}}};
        for (const auto& [open, close] : BRACKETS) {
            if (!text.starts_with(open)) continue;
            const auto end = text.find(close);
            if (end == std::string::npos) continue;
            const std::string word = domain::lowerAscii(trimmed(text.substr(open.size(), end - open.size())));
            const auto rest = text.substr(end + close.size());
            for (const auto& marker : MARKERS) {
                if (marker.word != word) continue;
                m_type = marker.type;
                return trimmed(rest);
            }
            if (open == "[" && !rest.starts_with('(') && !rest.starts_with('['))
                problem(ProblemKind::QuizMarkerUnknown, m_line, m_column, {text.substr(0, end + 1)});
        }
        return text;
    }

    void bulleted(std::string_view line, std::size_t begin) {
        const auto box = line.find_first_not_of(" \t", begin + 1);
        const bool boxed = box != std::string_view::npos && box + 2 < line.size() && line[box] == '[' &&
                           line[box + 2] == ']';
        const char mark = boxed ? line[box + 1] : '\0';
        std::optional<bool> right;
        if (mark == 'x' || mark == 'X') right = true;
        if (mark == ' ') right = false;
        option(line, begin, right ? box + 3 : std::min(box, line.size()), right, false);
    }

    void option(std::string_view line, std::size_t begin, std::size_t text, std::optional<bool> right,
                bool numbered) {
        m_options.push_back({trimmed(line.substr(text)), right, numbered, m_number, columnOf(line, begin)});
        m_part = Part::Option;
    }

    void quote(std::string_view text) {
        auto& explanation = m_question->explanation.text;
        if (!explanation.empty()) explanation += '\n';
        explanation += trimmed(text);
        m_part = Part::Quote;
    }

    void goOn(std::string_view text, bool newParagraph) {
        std::string& target = m_part == Part::Text     ? m_question->text.text
                              : m_part == Part::Option ? m_options.back().text
                                                       : m_question->explanation.text;
        target += (newParagraph ? "\n\n" : "\n") + trimmed(text);
    }

    void endQuestion() {
        if (!m_question) return;
        m_question->type = m_type;
        m_question->explanation.text = trimmed(m_question->explanation.text);
        if (checked()) m_reading.questions.push_back(std::move(*m_question));
        m_question.reset();
    }

    bool checked() {
        switch (m_type) {
        case QuestionType::Ordering: return ordering();
        case QuestionType::Open: return open();
        default: return choice();
        }
    }

    bool refuse(ProblemKind kind) {
        problem(kind, m_line, m_column);
        return false;
    }

    bool open() {
        for (const auto& one : m_options)
            problem(ProblemKind::QuizOptionForeign, one.line, one.column);
        return m_options.empty();
    }

    bool ordering() {
        bool whole = true;
        for (const auto& one : m_options) {
            if (!one.numbered) problem(ProblemKind::QuizOptionForeign, one.line, one.column);
            whole = whole && one.numbered;
            m_question->answers.push_back(answer(one, FULL_MARK));
        }
        return whole && m_options.size() < 2 ? refuse(ProblemKind::QuizTooFewSteps) : whole;
    }

    bool choice() {
        bool whole = true;
        int right = 0, wrong = 0;
        for (const auto& one : m_options) {
            if (!one.right) problem(ProblemKind::QuizOptionUnmarked, one.line, one.column);
            whole = whole && one.right;
            if (one.right) ++(*one.right ? right : wrong);
        }
        if (!whole) return false;
        if (right + wrong < 2) return refuse(ProblemKind::QuizTooFewOptions);
        if (right == 0) return refuse(ProblemKind::QuizNoRight);
        const bool single = m_type == QuestionType::Single;
        if (single && right > 1) return refuse(ProblemKind::QuizTwoRight);
        for (const auto& one : m_options) {
            // All options ticked earns nothing: the wrong ones take away what the right ones give.
            const int fraction = *one.right ? FULL_MARK / right : single ? 0 : -(FULL_MARK / wrong);
            m_question->answers.push_back(answer(one, fraction));
        }
        return true;
    }

    static QuizAnswer answer(const Option& option, int fraction) {
        return {{option.text, QuizFormat::Markdown}, fraction, "", {"", QuizFormat::Markdown}};
    }

    void endSection() {
        endQuestion();
        if (m_heading != 0 && m_count == m_countBefore) problem(ProblemKind::QuizEmpty, m_heading, 1);
        m_heading = 0;
        m_countBefore = m_count;
    }

    std::string m_file;
    InlineQuizReading m_reading;
    int m_number;
    int m_heading = 0; ///< line of the section's heading; 0 outside a section
    int m_count = 0;
    int m_countBefore = 0;
    bool m_blank = false;
    std::optional<Question> m_question;
    QuestionType m_type = QuestionType::Single;
    int m_line = 0;
    int m_column = 0;
    Part m_part = Part::Text;
    std::vector<Option> m_options;
};

} // namespace

InlineQuizReading readInlineQuiz(std::string_view markdown, const std::string& file, int firstLine) {
    return QuizReader(file, firstLine).read(markdown);
}

std::string withoutQuiz(std::string_view markdown) {
    Sections sections;
    std::string lesson;
    for (const auto& line : split(markdown, '\n'))
        if (sections.next(line) == Sections::Line::Lesson) lesson += line + "\n";
    if (!lesson.empty()) lesson.pop_back();
    return lesson;
}

} // namespace fledgling::format
