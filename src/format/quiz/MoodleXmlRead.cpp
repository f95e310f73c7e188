#include "domain/Text.h"
#include "format/RosterText.h"
#include "format/Utf8.h"
#include "format/quiz/MoodleXml.h"

#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace fledgling::format {

using namespace domain;

namespace {

/// Parts that are read, or change nothing a bank could hold: numbering, the mark of the whole question.
const std::set<std::string, std::less<>>& understood() {
    static const std::set<std::string, std::less<>> names{"name",
                                                          "questiontext",
                                                          "generalfeedback",
                                                          "idnumber",
                                                          "tags",
                                                          "coursetags",
                                                          "answer",
                                                          "subquestion",
                                                          "single",
                                                          "category",
                                                          "info",
                                                          "correctfeedback",
                                                          "partiallycorrectfeedback",
                                                          "incorrectfeedback",
                                                          "penalty",
                                                          "hidden",
                                                          "defaultgrade",
                                                          "shuffleanswers",
                                                          "shufflequestions",
                                                          "answernumbering",
                                                          "usecase",
                                                          "showstandardinstruction",
                                                          "shownumcorrect",
                                                          "unitgradingtype",
                                                          "unitpenalty",
                                                          "showunits",
                                                          "unitsleft",
                                                          "responseformat",
                                                          "responserequired",
                                                          "responsefieldlines",
                                                          "minwordlimit",
                                                          "maxwordlimit",
                                                          "attachments",
                                                          "attachmentsrequired",
                                                          "maxbytes",
                                                          "filetypeslist"};
    return names;
}

/// Settings that a bank hasn't got, with the values that are the same as none: a question set otherwise loses
/// something.
constexpr std::pair<const char*, std::string_view> USUAL[] = {
    {"usecase", " 0 "},      {"unitgradingtype", " 0 "}, {"shuffleanswers", " 1 true "},
    {"attachments", " 0 "},  {"minwordlimit", " 0 "},    {"maxwordlimit", " 0 "},
};

/// Where a byte stands, without walking the text again for each problem.
class Lines {
public:
    explicit Lines(std::string_view text) {
        for (std::size_t i = 0; i < text.size(); ++i)
            if (text[i] == '\n') m_breaks.push_back(i);
    }
    [[nodiscard]] int lineOf(std::ptrdiff_t offset) const {
        const auto at = static_cast<std::size_t>(std::max<std::ptrdiff_t>(offset, 0));
        return 1 +
               static_cast<int>(std::lower_bound(m_breaks.begin(), m_breaks.end(), at) - m_breaks.begin());
    }

private:
    std::vector<std::size_t> m_breaks;
};

class MoodleReader {
public:
    MoodleReader(std::string_view text, const std::string& file) : m_text(text), m_file(file), m_lines(text) {}

    GiftReading read() {
        pugi::xml_document document;
        const auto result = document.load_buffer(
            m_text.data(), m_text.size(), pugi::parse_default | pugi::parse_doctype, pugi::encoding_utf8);
        for (const auto& node : document.children())
            if (node.type() == pugi::node_doctype)
                return refused(ProblemKind::XmlDoctype, node.offset_debug());
        if (!result) return refused(ProblemKind::XmlBroken, result.offset, {result.description()});
        const auto root = document.document_element();
        if (std::string_view(root.name()) != "quiz")
            return refused(ProblemKind::XmlNotQuiz, root.offset_debug());
        for (const auto& child : root.children("question"))
            question(child);
        if (m_wholeFeedback > 0)
            m_reading.problems.push_back({ProblemKind::BankWholeFeedback, m_file, m_wholeFeedbackLine, 0,
                                          {std::to_string(m_wholeFeedback)}});
        return std::move(m_reading);
    }

private:
    GiftReading refused(ProblemKind kind, std::ptrdiff_t at, std::vector<std::string> arguments = {}) {
        return {{}, {{kind, m_file, m_lines.lineOf(at), 0, std::move(arguments)}}};
    }

    void problem(ProblemKind kind, pugi::xml_node where, std::vector<std::string> arguments = {}) {
        Problem one{kind, m_file, m_lines.lineOf(where.offset_debug()), 0, std::move(arguments)};
        m_whole = m_whole && one.severity() == Severity::Warning;
        m_reading.problems.push_back(std::move(one));
    }

    /// The text of an element, with whatever a character reference may smuggle in refused.
    std::string plain(pugi::xml_node node) {
        std::string text;
        for (const auto& child : node.children())
            if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
                text += child.value();
            else if (child.type() == pugi::node_element)
                m_leftOut.insert(child.name()); // markup outside CDATA is no text
        std::string clean;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const auto c = static_cast<unsigned char>(text[i]);
            if (c == '\r') {
                if (i + 1 >= text.size() || text[i + 1] != '\n') clean += '\n';
                continue;
            }
            if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7F) {
                problem(ProblemKind::ControlCharacter, node, {std::to_string(int{c})});
                return {};
            }
            clean += text[i];
        }
        if (invalidUtf8(clean) != std::string::npos) {
            problem(ProblemKind::NotUtf8, node);
            return {};
        }
        return trimmed(clean);
    }

    QuizText formatted(pugi::xml_node node, QuizFormat usual) {
        const std::string_view word = node.attribute("format").value();
        const QuizFormat format = word == "html"                 ? QuizFormat::Html
                                  : word == "plain_text"         ? QuizFormat::Plain
                                  : word == "markdown"           ? QuizFormat::Markdown
                                  : word == "moodle_auto_format" ? QuizFormat::Auto
                                                                 : usual;
        for (const auto& file : node.children("file")) {
            std::string name = file.attribute("name").value();
            std::erase_if(name, [](unsigned char c) { return c < 0x20 || c == 0x7F; });
            m_leftOut.insert(trimmed("file " + name));
        }
        return {plain(node.child("text")), format};
    }

    void question(pugi::xml_node node) {
        const std::string type = node.attribute("type").value();
        m_question = {};
        m_whole = true;
        m_leftOut.clear();
        m_graderInfo = false;
        if (type == "category") return category(node);
        m_question.name = plain(node.child("name").child("text"));
        m_question.text = formatted(node.child("questiontext"), QuizFormat::Html);
        m_question.explanation = formatted(node.child("generalfeedback"), m_question.text.format);
        m_question.id = plain(node.child("idnumber"));
        m_question.category = m_category;
        readTags(node.child("tags"));
        readTags(node.child("coursetags")); // those that a course gave a question of a shared bank
        if (plain(node.child("hidden")) == "1") return problem(ProblemKind::BankHidden, node, {called()});
        if (!body(type, node)) return problem(ProblemKind::BankTypeLeftOut, node, {called(), type});
        noteWholeFeedback(node);
        parts(node);
        if (m_whole) m_reading.bank.questions.push_back(m_question);
    }

    void readTags(pugi::xml_node tags) {
        for (const auto& tag : tags.children("tag")) {
            auto word = plain(tag.child("text"));
            const bool known = std::find(m_question.tags.begin(), m_question.tags.end(), word) != m_question.tags.end();
            if (!word.empty() && !known) m_question.tags.push_back(std::move(word));
        }
    }

    [[nodiscard]] std::string called() const { return m_question.name; }

    void category(pugi::xml_node node) {
        auto whole = plain(node.child("category").child("text"));
        std::replace(whole.begin(), whole.end(), '\n', ' ');
        m_category = moodleTopic(std::move(whole));
        if (!m_category.empty()) m_reading.bank.categories.push_back(m_category);
    }

    /// False for a type that a bank doesn't know.
    bool body(const std::string& type, pugi::xml_node node) {
        if (type == "multichoice") return choice(node), true;
        if (type == "truefalse") return truth(node), true;
        if (type == "shortanswer") return accepted(node, QuestionType::ShortAnswer), true;
        if (type == "numerical") return accepted(node, QuestionType::Numerical), true;
        // "match" is what the first versions of the format called it.
        if (type == "matching" || type == "match") return matching(node), true;
        if (type == "essay" && m_question.explanation.empty()) {
            // What the marker looks for.
            m_question.explanation = formatted(node.child("graderinfo"), m_question.text.format);
            m_graderInfo = true;
        }
        m_question.type = type == "essay" ? QuestionType::Open : QuestionType::Description;
        return type == "essay" || type == "description";
    }

    QuizAnswer answer(pugi::xml_node node) {
        const QuizFormat usual = m_question.text.format;
        const std::string word = node.attribute("fraction").as_string("0"); // not given: worth nothing
        const auto value = bankNumber(word);
        if (!value || std::abs(*value) > 100) problem(ProblemKind::XmlFraction, node, {word});
        const double percent = value && std::abs(*value) <= 100 ? *value : 0;
        return {formatted(node, usual), static_cast<int>(std::lround(percent * (FULL_MARK / 100.0))), "",
                formatted(node.child("feedback"), usual)};
    }

    void choice(pugi::xml_node node) {
        const std::string single = plain(node.child("single"));
        m_question.type = single == "false" || single == "0" ? QuestionType::Multiple : QuestionType::Single;
        long long sum = 0, most = 0;
        for (const auto& child : node.children("answer")) {
            m_question.answers.push_back(answer(child));
            const int fraction = m_question.answers.back().fraction;
            sum += std::max(0, fraction);
            most = std::max<long long>(most, fraction);
        }
        const auto count = static_cast<long long>(m_question.answers.size());
        if (count < 2) return problem(ProblemKind::GiftTooFew, node, {"2"});
        if ((m_question.type == QuestionType::Multiple ? sum : most) < FULL_MARK - count)
            problem(ProblemKind::GiftNoFullMark, node);
    }

    /// Old exports say true and false in the language of their site, the true one first.
    static bool saysTruthByPlace(pugi::xml_node node) {
        std::vector<std::string> said;
        for (const auto& child : node.children("answer"))
            said.push_back(domain::lowerAscii(trimmed(child.child("text").text().get())));
        const auto spoken = [](const std::string& word) { return word != "true" && word != "false" && !word.empty(); };
        return said.size() == 2 && said[0] != said[1] && std::all_of(said.begin(), said.end(), spoken);
    }

    void truth(pugi::xml_node node) {
        m_question.type = QuestionType::TrueFalse;
        m_question.feedbackTrue.format = m_question.feedbackFalse.format = m_question.text.format;
        const bool byPlace = saysTruthByPlace(node);
        int rights = 0;
        std::string first;
        for (const auto& child : node.children("answer")) {
            const auto one = answer(child);
            const std::string word = domain::lowerAscii(one.text.text);
            const bool isTrue = byPlace ? first.empty() : word == "true";
            if (first.empty()) first = one.text.text;
            if (!byPlace && !isTrue && word != "false") problem(ProblemKind::BankTruth, child, {one.text.text});
            (isTrue ? m_question.feedbackTrue : m_question.feedbackFalse) = one.feedback;
            if (one.fraction <= 0) continue;
            m_question.right = isTrue;
            ++rights;
        }
        if (byPlace) problem(ProblemKind::BankTruthByPlace, node, {called(), first});
        if (rights != 1) problem(ProblemKind::BankTruth, node, {std::to_string(rights) + " x 100"});
    }

    void accepted(pugi::xml_node node, QuestionType type) {
        m_question.type = type;
        for (const auto& child : node.children("answer")) {
            QuizAnswer one = answer(child);
            one.text.format = m_question.text.format; // what somebody types has no format of its own
            if (type == QuestionType::Numerical) number(one, child);
            m_question.answers.push_back(std::move(one));
        }
        if (m_question.answers.empty()) problem(ProblemKind::GiftTooFew, node, {"1"});
    }

    void number(QuizAnswer& one, pugi::xml_node node) {
        if (one.text.text == "*") return;
        one.tolerance = plain(node.child("tolerance"));
        if (one.tolerance.empty()) one.tolerance += '0';
        if (!bankNumber(one.text.text)) problem(ProblemKind::BankNumber, node, {one.text.text});
        const auto tolerance = bankNumber(one.tolerance);
        if (!tolerance || *tolerance < 0) problem(ProblemKind::GiftTolerance, node, {one.tolerance});
    }

    void matching(pugi::xml_node node) {
        m_question.type = QuestionType::Matching;
        for (const auto& child : node.children("subquestion"))
            m_question.pairs.push_back(
                {formatted(child, m_question.text.format), plain(child.child("answer").child("text"))});
        if (m_question.pairs.size() < 2) problem(ProblemKind::GiftTooFew, node, {"2"});
    }

    /// Moodle gives almost every question one: told once for the file.
    void noteWholeFeedback(pugi::xml_node node) {
        bool some = false;
        for (const char* name : {"correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"})
            some = some || !plain(node.child(name).child("text")).empty();
        if (some && ++m_wholeFeedback == 1) m_wholeFeedbackLine = m_lines.lineOf(node.offset_debug());
    }

    /// Tells what the bank has no place for.
    void parts(pugi::xml_node node) {
        for (const auto& child : node.children())
            if (child.type() == pugi::node_element && !understood().contains(child.name()) &&
                !(m_graderInfo && std::string_view(child.name()) == "graderinfo") &&
                (child.find_node([](pugi::xml_node inner) { return !trimmed(inner.value()).empty(); })))
                m_leftOut.insert(child.name());
        for (const auto& [name, usual] : USUAL)
            if (const std::string value = plain(node.child(name)); !value.empty() && usual.find(" " + value + " ") == std::string::npos)
                m_leftOut.insert(name);
        if (m_leftOut.empty()) return;
        problem(ProblemKind::BankPartsLeftOut, node,
                {called(), joined({m_leftOut.begin(), m_leftOut.end()}, ", ")});
    }

    std::string_view m_text;
    const std::string& m_file;
    Lines m_lines;
    GiftReading m_reading;
    std::string m_category;
    Question m_question;
    std::set<std::string> m_leftOut;
    int m_wholeFeedback = 0;   ///< questions with one
    int m_wholeFeedbackLine = 0;
    bool m_graderInfo = false; ///< it became the explanation
    bool m_whole = true;
};

} // namespace

std::string moodleTopic(std::string category) {
    if (category.starts_with('$'))
        if (const auto end = category.find('$', 1); end != std::string::npos)
            category.erase(0, std::min(category.size(), end + 2));
    if (category == "top") category.clear();
    if (category.starts_with("top/")) category.erase(0, 4);
    return category;
}

GiftReading readMoodleXml(std::string_view text, const std::string& file) {
    return MoodleReader(text, file).read();
}

} // namespace fledgling::format
