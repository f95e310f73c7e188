#include "format/quiz/GiftBlock.h"

#include "domain/Text.h"
#include "format/quiz/GiftParts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>

namespace fledgling::format {

using namespace domain;

namespace {

struct Weight {
    int fraction = 0;
    GiftText rest;
};

/// Reads one block between blank lines.
class BlockReader {
public:
    BlockReader(const std::vector<GiftLine>& lines, const std::string& file, GiftReading& reading,
                std::string& category, std::vector<std::string>& waiting)
        : m_file(file), m_reading(reading), m_category(category), m_waiting(waiting) {
        std::vector<GiftLine> kept;
        for (const auto& line : lines) {
            const bool comment = line.text.starts_with("//");
            if (comment) m_comments.take(line);
            if (!comment && m_begins == 0) m_begins = line.number;
            kept.push_back(comment ? GiftLine{" ", line.number, 1} : line);
        }
        m_cells = giftCells(kept);
    }

    void read() {
        GiftText text = GiftText(m_cells.data(), m_cells.data() + m_cells.size()).trimmed();
        const bool opensCategory = text.startsWith("$CATEGORY:");
        // Comments without a question of their own are the next one's.
        if ((text.empty() || opensCategory) && !m_comments.empty()) m_waiting.push_back(m_comments.paragraph());
        if (text.empty()) return;
        if (opensCategory) return category(text);
        m_whole = text;
        const bool named = name(text);
        GiftText answers;
        const auto hasAnswers = stem(text, answers);
        if (!hasAnswers) return;
        if (!named) m_question.name = giftName(m_question.text);
        const auto ids = m_comments.marks("[id:");
        if (!ids.empty()) m_question.id = ids.front();
        m_question.tags = m_comments.marks("[tag:");
        m_question.category = m_category;
        if (!*hasAnswers) m_question.type = QuestionType::Description;
        if (*hasAnswers && !read(answers)) return;
        addComments();
        m_reading.bank.questions.push_back(std::move(m_question));
    }

private:
    void problem(ProblemKind kind, GiftText where, std::vector<std::string> arguments = {}) {
        const GiftCell at = where.empty() ? m_whole[0] : where[0];
        m_reading.problems.push_back({kind, m_file, at.line, at.column, std::move(arguments)});
    }
    bool refuse(ProblemKind kind, GiftText where, std::vector<std::string> arguments = {}) {
        problem(kind, where, std::move(arguments));
        return false;
    }

    void addComments() {
        for (auto& paragraph : m_waiting)
            m_question.comments.push_back({QuizComment::Place::Apart, 0, std::move(paragraph)});
        m_waiting.clear();
        for (auto& one : m_comments.of(m_begins, m_partLines))
            m_question.comments.push_back(std::move(one));
    }

    /// Where an answer or pair stands, for the comments between them.
    void noteLine(GiftText part) {
        // An empty one stands where the mark before it does.
        const GiftCell* first = part.begin();
        m_partLines.push_back(part.empty() && first > m_cells.data() ? first[-1].line : first->line);
    }

    /// Moodle takes all that follows for the category's name; only the first line can be meant.
    void category(GiftText text) {
        const auto end = text.find("\n");
        m_whole = text;
        if (end != GiftText::NONE && !text.from(end).trimmed().empty())
            problem(ProblemKind::GiftCategory, text.from(end).trimmed());
        m_category = text.until(end).from(10).text();
        std::replace(m_category.begin(), m_category.end(), '\n', ' ');
        m_reading.bank.categories.push_back(m_category);
    }

    bool name(GiftText& text) {
        if (!text.startsWith("::")) return false;
        const GiftText opening = text;
        text = text.from(2);
        const auto end = text.find("::");
        if (end == GiftText::NONE) {
            problem(ProblemKind::GiftNameOpen, opening);
            return false;
        }
        m_question.name = text.until(end).text();
        text = text.from(end + 2).trimmed();
        return true;
    }

    /// Splits question and answers at the first braces. Nothing when it is no question, false when it has no
    /// answers.
    std::optional<bool> stem(GiftText text, GiftText& answers) {
        const auto open = text.find("{"), close = text.find("}");
        if (open == GiftText::NONE && close == GiftText::NONE) {
            m_question.text = giftFormatted(text, QuizFormat::Auto);
            return false;
        }
        if (open == GiftText::NONE || close == GiftText::NONE || close < open) {
            problem(ProblemKind::GiftBraces, open != GiftText::NONE ? text.from(open) : text.from(close));
            return std::nullopt;
        }
        const GiftText rest = text.from(close + 1);
        if (rest.find("{") != GiftText::NONE)
            problem(ProblemKind::GiftSecondBraces, rest.from(rest.find("{")));
        // The last character decides whether the answers stand at the end, as in "A {T} and {F}".
        const bool atEnd = !text[text.size() - 1].literal && text[text.size() - 1].c == '}';
        std::vector<GiftCell> cells;
        for (std::size_t i = 0; i < open; ++i)
            cells.push_back(text[i]);
        for (int i = 0; i < 5 && !atEnd; ++i)
            cells.push_back({'_', false, text[open].line, text[open].column});
        for (std::size_t i = 0; i < rest.size(); ++i)
            cells.push_back(rest[i]);
        m_question.text = giftFormatted({cells.data(), cells.data() + cells.size()}, QuizFormat::Auto);
        answers = text.until(close).from(open + 1).trimmed();
        if (const auto general = answers.findLast("####"); general != GiftText::NONE) {
            m_question.explanation = giftFormatted(answers.from(general + 4), m_question.text.format);
            answers = answers.until(general).trimmed();
        } else {
            m_question.explanation.format = m_question.text.format;
        }
        return true;
    }

    bool read(GiftText answers) {
        if (answers.empty()) {
            m_question.type = QuestionType::Open;
            return true;
        }
        if (answers.startsWith("#")) return numerical(answers.from(1));
        if (answers.find("~") != GiftText::NONE) return choice(answers);
        if (answers.find("=") != GiftText::NONE && answers.find("->") != GiftText::NONE)
            return matching(answers);
        const auto feedback = answers.find("#");
        const auto word =
            (feedback == GiftText::NONE || feedback == 0 ? answers : answers.until(feedback)).trimmed().raw();
        if (word == "T" || word == "TRUE" || word == "F" || word == "FALSE")
            return truth(answers, word[0] == 'T');
        return shortAnswer(answers, word);
    }

    /// "%50%" before an answer. Nothing, and a problem, when it is out of range.
    std::optional<Weight> weightOf(GiftText part, int usual) {
        const std::string text = part.raw();
        const auto size = giftWeightSize(text);
        if (size == 0) return Weight{usual, part};
        const auto value = bankNumber(text.substr(1, size - 2));
        if (!value || std::abs(*value) > 100) {
            problem(ProblemKind::GiftWeight, part, {text.substr(0, size)});
            return std::nullopt;
        }
        return Weight{static_cast<int>(std::lround(*value * (FULL_MARK / 100.0))), part.from(size)};
    }

    /// The answers between separators; what stands before the first one is an answer too unless it is blank.
    std::vector<GiftText> parts(GiftText answers, char separator) {
        auto all = answers.split(separator);
        if (all.front().trimmed().empty())
            all.erase(all.begin());
        else if (all.front().trimmed().raw() == "0")
            problem(ProblemKind::GiftZeroAnswer, all.front().trimmed());
        return all;
    }

    void warnIfEmpty(const QuizAnswer& answer, GiftText where) {
        if (answer.text.empty()) problem(ProblemKind::GiftEmptyAnswer, where);
    }

    bool choice(GiftText answers) {
        const bool single = answers.find("=") != GiftText::NONE;
        m_question.type = single ? QuestionType::Single : QuestionType::Multiple;
        warnOfFullWidth(answers);
        int right = 0;
        bool whole = true;
        for (const auto& part : options(answers))
            whole = option(part, right) && whole;
        if (m_question.answers.size() < 2 && whole) return refuse(ProblemKind::GiftTooFew, m_whole, {"2"});
        if (whole) warnOfMarks();
        return whole;
    }

    /// The options, each with its '=' or without its '~'; what stands before the first mark is one too.
    std::vector<GiftText> options(GiftText answers) {
        std::vector<GiftText> all;
        std::size_t begin = 0;
        for (std::size_t at = 0; at < answers.size(); ++at) {
            if (answers[at].literal || (answers[at].c != '~' && answers[at].c != '=')) continue;
            if (at > 0) all.push_back(answers.until(at).from(begin));
            begin = answers[at].c == '~' ? at + 1 : at;
        }
        all.push_back(answers.from(begin));
        if (all.front().trimmed().raw() == "0" && !answers.startsWith("~"))
            problem(ProblemKind::GiftZeroAnswer, answers);
        return all;
    }

    bool option(GiftText part, int& right) {
        const GiftText whole = part;
        part = part.trimmed();
        std::optional<Weight> weight;
        if (part.startsWith("=")) {
            weight = Weight{FULL_MARK, part.from(1)};
            if (++right > 1) warnOfExtraRight(part);
            const auto text = part.from(1).trimmed();
            if (const auto size = giftWeightSize(text.raw()); size > 0)
                problem(ProblemKind::GiftWeightAsText, text, {text.until(size).raw()});
        } else {
            weight = weightOf(part, 0);
        }
        if (!weight) return false;
        QuizAnswer answer = giftAnswer(weight->rest, m_question.text.format);
        answer.fraction = weight->fraction;
        warnIfEmpty(answer, part.empty() ? whole : part);
        noteLine(part.empty() ? whole : part);
        m_question.answers.push_back(std::move(answer));
        return true;
    }

    /// "x = y" in the middle of a line was most likely meant as text.
    void warnOfExtraRight(GiftText part) {
        const GiftCell& mark = part[0];
        const GiftCell* before = &mark > m_cells.data() ? &mark - 1 : nullptr;
        const bool glued =
            before && before->c != ' ' && before->c != '\t' && before->c != '\n' && before->c != '{';
        const bool apart = before && before->c != '\n' && part.size() > 1 && part[1].c == ' ';
        if (glued || apart) problem(ProblemKind::GiftExtraRight, part);
    }

    void warnOfMarks() {
        int most = 0;
        std::int64_t sum = 0; // weights in a file may be anything an int holds
        for (const auto& answer : m_question.answers) {
            most = std::max(most, answer.fraction);
            sum += std::max(0, answer.fraction);
        }
        const std::int64_t reached = m_question.type == QuestionType::Multiple ? sum : most;
        if (reached < FULL_MARK - static_cast<int>(m_question.answers.size()))
            problem(ProblemKind::GiftNoFullMark, m_whole);
    }

    bool matching(GiftText answers) {
        m_question.type = QuestionType::Matching;
        const auto all = parts(answers, '=');
        if (all.size() < 2) return refuse(ProblemKind::GiftTooFew, m_whole, {"2"});
        for (const auto& one : all) {
            const GiftText pair = one.trimmed();
            const auto arrow = pair.find("->");
            if (arrow == GiftText::NONE) return refuse(ProblemKind::GiftPair, pair, {pair.text()});
            noteLine(pair);
            m_question.pairs.push_back(
                {giftFormatted(pair.until(arrow), m_question.text.format), pair.from(arrow + 2).text()});
        }
        return true;
    }

    bool truth(GiftText answers, bool right) {
        m_question.type = QuestionType::TrueFalse;
        m_question.right = right;
        const QuizFormat usual = m_question.text.format;
        QuizText wrongFeedback{"", usual}, rightFeedback{"", usual};
        const auto first = answers.find("#");
        if (first != GiftText::NONE) {
            const GiftText rest = answers.from(first + 1);
            const auto second = rest.find("#");
            wrongFeedback = giftFormatted(rest.until(second).trimmed(), usual);
            if (second != GiftText::NONE)
                rightFeedback = giftFormatted(rest.from(second + 1).trimmed(), usual);
        }
        m_question.feedbackTrue = right ? rightFeedback : wrongFeedback;
        m_question.feedbackFalse = right ? wrongFeedback : rightFeedback;
        return true;
    }

    bool shortAnswer(GiftText answers, const std::string& word) {
        m_question.type = QuestionType::ShortAnswer;
        if (word == "true" || word == "True" || word == "t")
            problem(ProblemKind::GiftLowerCase, answers, {word, "TRUE"});
        if (word == "false" || word == "False" || word == "f")
            problem(ProblemKind::GiftLowerCase, answers, {word, "FALSE"});
        warnOfFullWidth(answers);
        for (const auto& one : parts(answers, '=')) {
            const auto weight = weightOf(one.trimmed(), FULL_MARK);
            if (!weight) return false;
            QuizAnswer answer = giftAnswer(weight->rest, m_question.text.format);
            answer.fraction = weight->fraction;
            // What somebody has to type has no format of its own.
            answer.text.format = m_question.text.format;
            warnIfEmpty(answer, one);
            noteLine(one.trimmed().empty() ? one : one.trimmed());
            m_question.answers.push_back(std::move(answer));
        }
        return m_question.answers.empty() ? refuse(ProblemKind::GiftTooFew, m_whole, {"1"}) : true;
    }

    bool numerical(GiftText answers) {
        m_question.type = QuestionType::Numerical;
        const auto wrong = answers.find("~");
        const auto all = parts(answers.until(wrong).trimmed(), '=');
        if (all.empty()) return refuse(ProblemKind::GiftNoNumber, m_whole);
        bool whole = true;
        for (const auto& one : all) {
            const auto weight = weightOf(one.trimmed(), FULL_MARK);
            if (!weight) return false;
            QuizAnswer answer = giftAnswer(weight->rest, m_question.text.format);
            answer.fraction = weight->fraction;
            answer.text.format = m_question.text.format;
            whole = number(answer, one.trimmed()) && whole;
            noteLine(one.trimmed());
            m_question.answers.push_back(std::move(answer));
        }
        if (wrong != GiftText::NONE) {
            QuizAnswer other = giftAnswer(answers.from(wrong), m_question.text.format);
            other.text = {"*", m_question.text.format};
            noteLine(answers.from(wrong));
            m_question.answers.push_back(std::move(other));
        }
        return whole;
    }

    /// Works out "5", "5:0.1" and "1..5" into number and tolerance.
    bool number(QuizAnswer& answer, GiftText where) {
        const std::string text = answer.text.text;
        if (const auto dots = text.find(".."); dots != std::string::npos && dots > 0) {
            const auto low = bankNumber(text.substr(0, dots)), high = bankNumber(text.substr(dots + 2));
            if (!low || !high) return refuse(ProblemKind::GiftNumber, where, {text});
            if (*high < *low) return refuse(ProblemKind::GiftRange, where, {text});
            const double middle = (*high + *low) / 2;
            answer.text.text = giftDecimal(middle);
            answer.tolerance = giftDecimal(*high - middle);
            return true;
        }
        const auto colon = text.find(':');
        const bool hasTolerance = colon != std::string::npos && colon > 0;
        answer.text.text = trimmed(text.substr(0, hasTolerance ? colon : text.size()));
        answer.tolerance = hasTolerance ? trimmed(text.substr(colon + 1)) : "0";
        const bool any = answer.text.text == "*";
        if (any && answer.fraction >= FULL_MARK) problem(ProblemKind::GiftAnyNumber, where);
        if (!any && !bankNumber(answer.text.text))
            return refuse(ProblemKind::GiftNumber, where, {answer.text.text});
        const auto tolerance = bankNumber(answer.tolerance);
        if (!tolerance || *tolerance < 0)
            return refuse(ProblemKind::GiftTolerance, where, {answer.tolerance});
        return true;
    }

    void warnOfFullWidth(GiftText answers) {
        static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> TWINS{
            {{"｛", "{"}, {"｝", "}"}, {"＝", "="}, {"～", "~"}, {"＃", "#"}}};
        const std::string text = answers.raw();
        for (const auto& [wide, narrow] : TWINS)
            if (const auto at = text.find(wide); at != std::string::npos)
                problem(ProblemKind::GiftFullWidth, answers.from(at),
                        {std::string(wide), std::string(narrow)});
    }

    const std::string& m_file;
    GiftReading& m_reading;
    std::string& m_category;
    std::vector<std::string>& m_waiting;
    GiftComments m_comments;
    int m_begins = 0; ///< the line on which the question does
    std::vector<int> m_partLines;
    std::vector<GiftCell> m_cells;
    GiftText m_whole;
    Question m_question;
};

} // namespace

void readGiftBlock(const std::vector<GiftLine>& lines, const std::string& file, GiftReading& reading,
                   std::string& category, std::vector<std::string>& waiting) {
    BlockReader(lines, file, reading, category, waiting).read();
}

} // namespace fledgling::format
