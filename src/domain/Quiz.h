#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace fledgling::domain {

/// The full mark of a question; fractions are counted in these units so that thirds and percents stay whole
/// numbers.
inline constexpr int FULL_MARK = 100000;

enum class QuestionType {
    Description, ///< a text between questions; nothing to answer
    Open,        ///< marked by a person
    TrueFalse,
    Single,      ///< one option is chosen
    Multiple,    ///< any options are chosen, their weights add up
    ShortAnswer, ///< a typed word; '*' in an answer stands for anything, "\*" for a star
    Numerical,   ///< a typed number within a tolerance
    Matching,
    Ordering
};

/// How the text is written. Auto is plain text with blank lines between paragraphs.
enum class QuizFormat { Auto, Html, Plain, Markdown };

struct QuizText {
    std::string text;
    QuizFormat format = QuizFormat::Auto;
    [[nodiscard]] bool empty() const { return text.empty(); }
    friend bool operator==(const QuizText&, const QuizText&) = default;
};

/// An option (Single, Multiple), an accepted answer (ShortAnswer, Numerical) or a step in its right place
/// (Ordering).
struct QuizAnswer {
    QuizText text;
    int fraction = 0; ///< of FULL_MARK, -FULL_MARK to FULL_MARK
    std::string
        tolerance; ///< Numerical: a number, 0 or more, inclusive; empty with the text "*": any other number
    QuizText feedback;
    friend bool operator==(const QuizAnswer&, const QuizAnswer&) = default;
};

/// Matching: what is asked and its partner; an empty left side makes the right one a distractor.
struct QuizPair {
    QuizText left;
    std::string right;
    friend bool operator==(const QuizPair&, const QuizPair&) = default;
};

/// What somebody noted in a bank for whoever edits it next; nobody who answers sees it.
struct QuizComment {
    enum class Place {
        Apart, ///< a paragraph of its own before the question; its lines with newlines between
        Above, ///< a line right over the question
        Inside ///< a line in it
    };
    Place place = Place::Above;
    std::size_t part = 0; ///< Inside: of the answer or pair it stands before; past the last: behind them
    std::string text;
    friend bool operator==(const QuizComment&, const QuizComment&) = default;
};

struct Question {
    QuestionType type = QuestionType::Open;
    std::string name;
    QuizText text;
    QuizText explanation; ///< shown afterwards, whatever was answered
    std::string id;       ///< stable across edits, when the author gave one
    std::vector<std::string> tags;
    std::string category;
    std::vector<QuizAnswer> answers;
    std::vector<QuizPair> pairs;
    bool right = true;      ///< TrueFalse: the right answer
    QuizText feedbackTrue;  ///< TrueFalse: shown to who answered true
    QuizText feedbackFalse; ///< TrueFalse: shown to who answered false
    std::vector<QuizComment> comments; ///< in their order
    friend bool operator==(const Question&, const Question&) = default;
};

/// A quiz bank. Categories in the order they were opened, also those without a question.
struct QuizBank {
    std::vector<Question> questions;
    std::vector<std::string> categories;
    std::vector<std::string> comments = {}; ///< paragraphs of comments behind the last question
    /// Questions that can be drawn: everything but descriptions.
    [[nodiscard]] std::size_t drawable() const;
    [[nodiscard]] std::size_t drawable(const std::string& category) const;
    friend bool operator==(const QuizBank&, const QuizBank&) = default;
};

/// What somebody answered: nothing; true or false; the options chosen (their indexes), for Ordering the
/// indexes of the steps in the order given; what was typed; for Matching the partner of each pair that has a
/// left side, in order.
using Response =
    std::variant<std::monostate, bool, std::vector<std::size_t>, std::string, std::vector<std::string>>;

/// The words of files and of the command line: "single", "multiple", "true-false" ...
[[nodiscard]] std::string_view keyOf(QuestionType type);

/// The fraction of FULL_MARK a response earns; nothing when a person has to say (Open) or nothing is asked.
/// As Moodle grades: the first accepted answer that fits counts; weights of a multiple choice add up and stop
/// at 0 and at the full mark; each right pair and each step in its place earns its part. A response of the
/// wrong kind earns 0.
[[nodiscard]] std::optional<int> fractionOf(const Question& question, const Response& response);

/// The answer that decided (option, accepted text or number), for its feedback; nothing when none fits.
[[nodiscard]] const QuizAnswer* decidingAnswer(const Question& question, const Response& response);

/// Whether a typed text fits a pattern with '*': case and blanks at both ends don't count.
[[nodiscard]] bool fitsPattern(std::string_view pattern, std::string_view typed);
/// The number somebody typed, "3.14", "1,822", "314e-2", "6 x10^3"; a unit after it is ignored. Nothing when
/// there is none.
[[nodiscard]] std::optional<double> typedNumber(std::string_view typed);
/// A number exactly as quiz banks write it: optional sign, digits, decimal point, exponent; blanks around it
/// allowed.
[[nodiscard]] std::optional<double> bankNumber(std::string_view text);

} // namespace fledgling::domain
