#include "format/quiz/Gift.h"

#include <stdexcept>

namespace fledgling::format {

using namespace domain;

namespace {

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n') {
            out += "\\n";
            continue;
        }
        if (std::string_view("\\#=~{}:").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

/// A category's name knows no escapes but that of the backslash.
std::string doubled(std::string_view text) {
    std::string out;
    for (const char c : text)
        out += c == '\\' ? std::string("\\\\") : std::string(1, c);
    return out;
}

std::string_view giftFormat(QuizFormat format) {
    switch (format) {
    case QuizFormat::Html: return "[html]";
    case QuizFormat::Plain: return "[plain]";
    case QuizFormat::Markdown: return "[markdown]";
    case QuizFormat::Auto: break;
    }
    return "[moodle]";
}

/// A text that begins like a format needs one before it, for a bracket cannot be escaped.
std::string written(const QuizText& text, QuizFormat usual) {
    const bool named = !text.empty() && (text.format != usual || text.text.front() == '[');
    return (named ? std::string(giftFormat(text.format)) : std::string()) + escaped(text.text);
}

std::string weight(int fraction) {
    const int whole = std::abs(fraction) / 1000, rest = std::abs(fraction) % 1000;
    std::string text = (fraction < 0 ? "-" : "") + std::to_string(whole);
    if (rest != 0) text += "." + std::to_string(1000 + rest).substr(1);
    return "%" + text + "%";
}

std::string mark(const std::string& text) {
    std::string out;
    for (const char c : text)
        out += c == ']' ? std::string("\\]") : std::string(1, c);
    return out;
}

constexpr std::size_t LAST = static_cast<std::size_t>(-1);

/// Comments between blank lines.
std::string paragraph(std::string_view text) {
    std::string out = "//";
    for (const char c : text)
        out += c == '\n' ? std::string("\n//") : std::string(1, c);
    return out + "\n";
}

class GiftQuestion {
public:
    explicit GiftQuestion(const Question& question) : m_question(question), m_usual(question.text.format) {}

    std::string write() {
        std::string out = apart() + marks() + comments(QuizComment::Place::Above, 0, 0) + "::" +
                          escaped(m_question.name) + "::" + written(m_question.text, QuizFormat::Auto);
        if (parts() == 0)
            if (const auto inside = comments(QuizComment::Place::Inside, 0, LAST); !inside.empty())
                out += "\n" + inside.substr(0, inside.size() - 1) + (m_question.type == QuestionType::Description ? "" : "\n");
        if (m_question.type == QuestionType::Description) return out + "\n";
        return out + "{" + answers() + explanation() + "}\n";
    }

private:
    /// Answers or pairs, each of which has a line of its own.
    [[nodiscard]] std::size_t parts() const {
        return m_question.type == QuestionType::TrueFalse ? 0 : m_question.answers.size() + m_question.pairs.size();
    }

    /// Those of one place, a line each.
    [[nodiscard]] std::string comments(QuizComment::Place place, std::size_t from, std::size_t to) const {
        std::string out;
        for (const auto& one : m_question.comments)
            if (one.place == place && one.part >= from && one.part <= to)
                out += (place == QuizComment::Place::Inside ? "\t//" : "//") + one.text + "\n";
        return out;
    }
    [[nodiscard]] std::string before(std::size_t part) const {
        return comments(QuizComment::Place::Inside, part, part);
    }
    [[nodiscard]] std::string behind() const {
        return parts() == 0 ? std::string() : comments(QuizComment::Place::Inside, parts(), LAST);
    }

    [[nodiscard]] std::string apart() const {
        std::string out;
        for (const auto& one : m_question.comments)
            if (one.place == QuizComment::Place::Apart) out += paragraph(one.text) + "\n";
        return out;
    }

    /// The line that holds id and tags.
    [[nodiscard]] std::string marks() const {
        std::string out;
        if (!m_question.id.empty()) out += " [id:" + mark(m_question.id) + "]";
        for (const auto& tag : m_question.tags)
            out += " [tag:" + mark(tag) + "]";
        return out.empty() ? out : "//" + out + "\n";
    }

    [[nodiscard]] std::string explanation() const {
        if (m_question.explanation.empty()) return {};
        return "####" + written(m_question.explanation, m_usual);
    }

    [[nodiscard]] std::string feedback(const QuizAnswer& answer) const {
        return answer.feedback.empty() ? std::string() : "#" + written(answer.feedback, m_usual);
    }

    [[nodiscard]] std::string answers() const {
        switch (m_question.type) {
        case QuestionType::TrueFalse: return truth();
        case QuestionType::Single:
        case QuestionType::Multiple: return options();
        case QuestionType::ShortAnswer:
        case QuestionType::Numerical: return accepted();
        case QuestionType::Matching: return pairs();
        case QuestionType::Ordering: throw std::invalid_argument("GIFT has no ordering");
        case QuestionType::Description:
        case QuestionType::Open: break;
        }
        return {};
    }

    [[nodiscard]] std::string truth() const {
        const auto& wrong = m_question.right ? m_question.feedbackFalse : m_question.feedbackTrue;
        const auto& right = m_question.right ? m_question.feedbackTrue : m_question.feedbackFalse;
        std::string out = m_question.right ? "TRUE" : "FALSE";
        if (!wrong.empty() || !right.empty()) out += "#" + written(wrong, m_usual);
        if (!right.empty()) out += "#" + written(right, m_usual);
        return out;
    }

    /// A single choice is one by its '=', and a choice at all by a '~'.
    [[nodiscard]] std::string options() const {
        const bool single = m_question.type == QuestionType::Single;
        int full = 0, others = 0;
        for (const auto& answer : m_question.answers)
            ++(answer.fraction == FULL_MARK ? full : others);
        if (single && full == 0)
            throw std::invalid_argument("GIFT has no single choice without a right option");
        std::string out = "\n";
        bool marked = false;
        std::size_t part = 0;
        for (const auto& answer : m_question.answers) {
            out += before(part++);
            const bool right = single && answer.fraction == FULL_MARK && (others > 0 || !marked);
            const bool plain = answer.fraction == 0 && !answer.text.text.starts_with('%');
            out += right ? "\t=" : plain ? "\t~" : "\t~" + weight(answer.fraction);
            out += written(answer.text, m_usual) + feedback(answer) + "\n";
            marked = marked || right;
        }
        return out + behind();
    }

    [[nodiscard]] std::string accepted() const {
        const bool numerical = m_question.type == QuestionType::Numerical;
        std::string out = numerical ? "#\n" : "\n";
        std::size_t part = 0;
        for (const auto& answer : m_question.answers) {
            out += before(part++);
            if (numerical && answer.tolerance.empty()) {
                out += "\t~" + feedback(answer) + "\n";
                continue;
            }
            const std::string one =
                numerical ? answer.text.text + ":" + answer.tolerance : written(answer.text, m_usual);
            const std::string whole = weight(answer.fraction) + one + feedback(answer);
            // '=' and "->" together would make it a matching question; a single answer needs no '='.
            const bool arrow = !numerical && whole.find("->") != std::string::npos;
            if (arrow && m_question.answers.size() > 1)
                throw std::invalid_argument("GIFT has no -> in one of several short answers");
            out += (arrow ? "\t" : "\t=") + whole + "\n";
        }
        return out + behind();
    }

    [[nodiscard]] std::string pairs() const {
        std::string out = "\n";
        std::size_t part = 0;
        for (const auto& pair : m_question.pairs) {
            out += before(part++);
            if (pair.left.text.find("->") != std::string::npos)
                throw std::invalid_argument("GIFT has no -> on a left side");
            out += "\t=" + written(pair.left, m_usual) + " -> " + escaped(pair.right) + "\n";
        }
        return out + behind();
    }

    const Question& m_question;
    QuizFormat m_usual;
};

} // namespace

std::string writeGift(const QuizBank& bank) {
    std::string out;
    std::size_t opened = 0;
    std::string current;
    const auto open = [&](const std::string& category) {
        if (!out.empty()) out += "\n";
        out += "$CATEGORY: " + doubled(category) + "\n";
        current = category;
    };
    for (const auto& question : bank.questions) {
        while (question.category != current && opened < bank.categories.size())
            open(bank.categories[opened++]);
        if (question.category != current) open(question.category);
        if (!out.empty()) out += "\n";
        out += GiftQuestion(question).write();
    }
    while (opened < bank.categories.size())
        open(bank.categories[opened++]);
    for (const auto& one : bank.comments)
        out += (out.empty() ? "" : "\n") + paragraph(one);
    return out;
}

} // namespace fledgling::format
