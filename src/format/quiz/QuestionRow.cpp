#include "format/quiz/QuestionRow.h"

#include "domain/Text.h"
#include "format/RosterText.h"
#include "format/quiz/GiftParts.h"
#include "format/quiz/QuestionWords.h"

#include <algorithm>

namespace fledgling::format {

using namespace domain;

namespace {

class Row {
public:
    Row(const QuestionCells& cells, Question& question, const TellCell& tell)
        : m_cells(cells), m_question(question), m_tell(tell) {}

    bool read() {
        head();
        const auto type = questionTypeIn(m_cells.type);
        if (m_cells.type.empty())
            wrong(ProblemKind::BankCellMissing, "题型", {"题型"});
        else if (!type)
            wrong(ProblemKind::BankType, "题型", {m_cells.type});
        if (m_cells.text.empty()) wrong(ProblemKind::BankCellMissing, "题干", {"题干"});
        if (!type) return false;
        m_question.type = *type;
        body();
        return m_whole;
    }

private:
    void wrong(ProblemKind kind, const std::string& column, std::vector<std::string> arguments) {
        m_tell(kind, column, std::move(arguments));
        m_whole = false;
    }

    void head() {
        const auto format = quizFormatIn(m_cells.format);
        if (!format) wrong(ProblemKind::NotWord, "格式", {"格式", m_cells.format, "html, markdown, plain"});
        m_format = format.value_or(QuizFormat::Auto);
        m_question.text = {m_cells.text, m_format};
        m_question.explanation = {m_cells.explanation, m_format};
        m_question.name = m_cells.name.empty() ? giftName(m_question.text) : m_cells.name;
        m_question.id = m_cells.id;
        m_question.category = m_cells.category;
        std::string tags = m_cells.tags;
        for (const std::string_view separator : {"、", ",", "，"})
            replaceAll(tags, separator, "|");
        m_question.tags = partsOf(tags);
    }

    void body() {
        switch (m_question.type) {
        case QuestionType::Single:
        case QuestionType::Multiple: return choice();
        case QuestionType::TrueFalse: return truth();
        case QuestionType::ShortAnswer:
        case QuestionType::Numerical: return accepted();
        case QuestionType::Matching: return matching();
        case QuestionType::Ordering: return ordering();
        case QuestionType::Open: return open();
        case QuestionType::Description:
            noOptions();
            if (!m_cells.answer.empty()) wrong(ProblemKind::BankAnswerForeign, "答案", {m_cells.answer});
        }
    }

    /// Tells gaps and too few options; false then.
    bool options() {
        bool whole = true;
        for (std::size_t i = 0; i < m_cells.options.size(); ++i)
            if (m_cells.options[i].empty()) {
                wrong(ProblemKind::BankOptionGap, "选项" + letterOf(i), {"选项" + letterOf(i)});
                whole = false;
            }
        if (m_cells.options.size() >= 2) return whole;
        wrong(ProblemKind::GiftTooFew, "选项B", {"2"});
        return false;
    }

    void noOptions() {
        for (std::size_t i = 0; i < m_cells.options.size(); ++i)
            if (!m_cells.options[i].empty())
                return wrong(ProblemKind::BankOptionForeign, "选项" + letterOf(i), {"选项" + letterOf(i)});
    }

    [[nodiscard]] QuizAnswer answer(const std::string& text, int fraction) const {
        return {{text, m_format}, fraction, "", {"", m_format}};
    }

    std::optional<std::vector<std::size_t>> letters() {
        if (m_cells.answer.empty()) {
            wrong(ProblemKind::BankCellMissing, "答案", {"答案"});
            return std::nullopt;
        }
        auto found = lettersIn(m_cells.answer, m_cells.options.size());
        if (!found)
            wrong(ProblemKind::BankLetters, "答案",
                  {m_cells.answer, "A-" + letterOf(m_cells.options.size() - 1)});
        return found;
    }

    void choice() {
        if (!options()) return;
        const auto right = letters();
        if (!right) return;
        const bool single = m_question.type == QuestionType::Single;
        if (single && right->size() > 1) return wrong(ProblemKind::BankOneLetter, "答案", {m_cells.answer});
        const auto rights = static_cast<int>(right->size());
        const auto wrongs = static_cast<int>(m_cells.options.size()) - rights;
        for (std::size_t i = 0; i < m_cells.options.size(); ++i) {
            const bool isRight = std::find(right->begin(), right->end(), i) != right->end();
            // As in a quiz inside a session: ticking everything earns nothing.
            const int fraction = isRight ? FULL_MARK / rights : single ? 0 : -(FULL_MARK / wrongs);
            m_question.answers.push_back(answer(m_cells.options[i], fraction));
        }
    }

    /// Some tables give 对 and 错 as options A and B, and a letter as the answer.
    void truth() {
        std::string word = m_cells.answer;
        const auto& options = m_cells.options;
        if (options.size() == 2 && truthIn(options[0]) && truthIn(options[1])) {
            const auto letter = lettersIn(word, 2);
            if (letter && letter->size() == 1) word = options[letter->front()];
        } else {
            noOptions();
        }
        if (word.empty()) return wrong(ProblemKind::BankCellMissing, "答案", {"答案"});
        const auto right = truthIn(word);
        if (!right) return wrong(ProblemKind::BankTruth, "答案", {m_cells.answer});
        m_question.right = *right;
        m_question.feedbackTrue.format = m_question.feedbackFalse.format = m_format;
    }

    void accepted() {
        noOptions();
        const auto parts = partsOf(m_cells.answer);
        if (parts.empty()) return wrong(ProblemKind::BankCellMissing, "答案", {"答案"});
        for (const auto& part : parts) {
            QuizAnswer one = answer(part, FULL_MARK);
            if (m_question.type == QuestionType::Numerical && !number(one))
                wrong(ProblemKind::BankNumber, "答案", {part});
            m_question.answers.push_back(std::move(one));
        }
    }

    /// "3.14", "3.14±0.01", "3.14+-0.01", "3..4".
    static bool number(QuizAnswer& one) {
        std::string text = domain::halfWidth(one.text.text);
        replaceAll(text, "+-", "±");
        if (const auto dots = text.find(".."); dots != std::string::npos) {
            const auto low = bankNumber(text.substr(0, dots)), high = bankNumber(text.substr(dots + 2));
            if (!low || !high || *high < *low) return false;
            const double middle = *low + (*high - *low) / 2;
            one.text.text = giftDecimal(middle);
            one.tolerance = giftDecimal(*high - middle);
            return bankNumber(one.text.text) && bankNumber(one.tolerance);
        }
        const auto sign = text.find("±");
        one.text.text = trimmed(text.substr(0, sign));
        one.tolerance =
            sign == std::string::npos ? "0" : trimmed(text.substr(sign + std::string_view("±").size()));
        const auto tolerance = bankNumber(one.tolerance);
        return bankNumber(one.text.text) && tolerance && *tolerance >= 0;
    }

    void matching() {
        if (!options()) return;
        if (!m_cells.answer.empty()) wrong(ProblemKind::BankAnswerForeign, "答案", {m_cells.answer});
        for (std::size_t i = 0; i < m_cells.options.size(); ++i) {
            std::string text = m_cells.options[i];
            replaceAll(text, "→", "->");
            const auto arrow = text.find("->");
            const std::string right = arrow == std::string::npos ? "" : trimmed(text.substr(arrow + 2));
            if (right.empty()) wrong(ProblemKind::BankPair, "选项" + letterOf(i), {m_cells.options[i]});
            m_question.pairs.push_back({{trimmed(text.substr(0, arrow)), m_format}, right});
        }
    }

    void ordering() {
        if (!options()) return;
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < m_cells.options.size(); ++i)
            order.push_back(i);
        if (!m_cells.answer.empty()) {
            const auto given = letters();
            if (!given) return;
            if (given->size() != order.size())
                return wrong(ProblemKind::BankLetters, "答案",
                             {m_cells.answer, "A-" + letterOf(order.size() - 1)});
            order = *given;
        }
        for (const auto index : order)
            m_question.answers.push_back(answer(m_cells.options[index], FULL_MARK));
    }

    void open() {
        noOptions();
        if (m_cells.answer.empty()) return;
        m_tell(ProblemKind::BankModelAnswer, "答案", {});
        m_question.explanation.text =
            m_cells.answer + (m_cells.explanation.empty() ? "" : "\n" + m_cells.explanation);
    }

    const QuestionCells& m_cells;
    Question& m_question;
    const TellCell& m_tell;
    QuizFormat m_format = QuizFormat::Auto;
    bool m_whole = true;
};

} // namespace

bool questionOf(const QuestionCells& cells, Question& question, const TellCell& tell) {
    return Row(cells, question, tell).read();
}

} // namespace fledgling::format
