#include "format/quiz/MoodleXml.h"

#include <pugixml.hpp>

#include <cstdlib>
#include <sstream>
#include <stdexcept>

namespace fledgling::format {

using namespace domain;

namespace {

const char* nameOf(QuizFormat format) {
    switch (format) {
    case QuizFormat::Html: return "html";
    case QuizFormat::Plain: return "plain_text";
    case QuizFormat::Markdown: return "markdown";
    case QuizFormat::Auto: break;
    }
    return "moodle_auto_format";
}

const char* typeOf(QuestionType type) {
    switch (type) {
    case QuestionType::Description: return "description";
    case QuestionType::Open: return "essay";
    case QuestionType::TrueFalse: return "truefalse";
    case QuestionType::Single:
    case QuestionType::Multiple: return "multichoice";
    case QuestionType::ShortAnswer: return "shortanswer";
    case QuestionType::Numerical: return "numerical";
    case QuestionType::Matching: return "matching";
    case QuestionType::Ordering: break;
    }
    throw std::invalid_argument("Moodle XML of all versions has no ordering");
}

void plain(pugi::xml_node parent, const char* name, const std::string& text) {
    parent.append_child(name).append_child(pugi::node_pcdata).set_value(text.c_str());
}

/// Texts with markup stand in CDATA, as Moodle writes them; "]]>" would end one.
void textIn(pugi::xml_node parent, const std::string& text) {
    const bool markup =
        text.find_first_of("<&") != std::string::npos && text.find("]]>") == std::string::npos;
    parent.append_child("text")
        .append_child(markup ? pugi::node_cdata : pugi::node_pcdata)
        .set_value(text.c_str());
}

void formatted(pugi::xml_node node, const QuizText& text) {
    node.append_attribute("format") = nameOf(text.format);
    textIn(node, text.text);
}

std::string percent(int fraction) {
    const int whole = std::abs(fraction) / 1000, rest = std::abs(fraction) % 1000;
    std::string text = (fraction < 0 ? "-" : "") + std::to_string(whole);
    return rest == 0 ? text : text + "." + std::to_string(1000 + rest).substr(1);
}

void answer(pugi::xml_node parent, const QuizAnswer& one, bool typed) {
    auto node = parent.append_child("answer");
    node.append_attribute("fraction") = percent(one.fraction).c_str();
    // What somebody has to type is plain whatever its question is.
    formatted(node, typed ? QuizText{one.text.text, QuizFormat::Auto} : one.text);
    formatted(node.append_child("feedback"), one.feedback);
    if (!one.tolerance.empty()) plain(node, "tolerance", one.tolerance);
}

/// What Moodle's own files say of every question, as Moodle sets it for a new one.
void settings(pugi::xml_node node, QuestionType type) {
    const bool asks = type != QuestionType::Description;
    const bool again = asks && type != QuestionType::Open; // may be tried again, at a price
    plain(node, "defaultgrade", asks ? "1.0000000" : "0.0000000");
    plain(node, "penalty", type == QuestionType::TrueFalse ? "1.0000000" : again ? "0.3333333" : "0.0000000");
    plain(node, "hidden", "0");
}

/// Those of the type.
void typeSettings(pugi::xml_node node, QuestionType type) {
    const bool choice = type == QuestionType::Single || type == QuestionType::Multiple;
    if (choice) plain(node, "single", type == QuestionType::Single ? "true" : "false");
    if (choice || type == QuestionType::Matching) plain(node, "shuffleanswers", "true");
    if (choice) plain(node, "answernumbering", "abc");
    if (type == QuestionType::ShortAnswer) plain(node, "usecase", "0");
    if (type == QuestionType::Open) {
        plain(node, "responseformat", "editor");
        plain(node, "responserequired", "1");
        plain(node, "responsefieldlines", "10");
        plain(node, "attachments", "0");
        plain(node, "attachmentsrequired", "0");
    }
    if (type == QuestionType::Numerical) {
        plain(node, "unitgradingtype", "0");
        plain(node, "unitpenalty", "0.1000000");
        plain(node, "showunits", "3"); // no unit is asked for
        plain(node, "unitsleft", "0");
    }
}

void body(pugi::xml_node node, const Question& question) {
    const bool typed = question.type == QuestionType::ShortAnswer || question.type == QuestionType::Numerical;
    typeSettings(node, question.type);
    if (question.type == QuestionType::TrueFalse) {
        const int forTrue = question.right ? FULL_MARK : 0;
        answer(node, {{"true", QuizFormat::Auto}, forTrue, "", question.feedbackTrue}, true);
        answer(node, {{"false", QuizFormat::Auto}, FULL_MARK - forTrue, "", question.feedbackFalse}, true);
    }
    if (question.type != QuestionType::TrueFalse)
        for (const auto& one : question.answers)
            answer(node, one, typed);
    for (const auto& pair : question.pairs) {
        auto sub = node.append_child("subquestion");
        formatted(sub, pair.left);
        textIn(sub.append_child("answer"), pair.right);
    }
}

void write(pugi::xml_node root, const Question& question) {
    auto node = root.append_child("question");
    node.append_attribute("type") = typeOf(question.type);
    textIn(node.append_child("name"), question.name);
    formatted(node.append_child("questiontext"), question.text);
    formatted(node.append_child("generalfeedback"), question.explanation);
    settings(node, question.type);
    if (!question.id.empty()) plain(node, "idnumber", question.id);
    body(node, question);
    if (question.tags.empty()) return;
    auto tags = node.append_child("tags");
    for (const auto& tag : question.tags)
        textIn(tags.append_child("tag"), tag);
}

void open(pugi::xml_node root, const std::string& category) {
    auto node = root.append_child("question");
    node.append_attribute("type") = "category";
    // Moodle's own place, where the topic doesn't name one.
    const bool placed = category.starts_with('$');
    textIn(node.append_child("category"), placed ? category : "$course$/top" + (category.empty() ? "" : "/" + category));
}

} // namespace

std::string writeMoodleXml(const QuizBank& bank) {
    pugi::xml_document document;
    auto declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    auto root = document.append_child("quiz");
    std::size_t opened = 0;
    std::string current;
    const auto enter = [&](const std::string& category) {
        open(root, category);
        current = category;
    };
    for (const auto& question : bank.questions) {
        while (question.category != current && opened < bank.categories.size())
            enter(bank.categories[opened++]);
        if (question.category != current) enter(question.category);
        write(root, question);
    }
    while (opened < bank.categories.size())
        enter(bank.categories[opened++]);
    std::ostringstream out;
    document.save(out, "  ", pugi::format_default, pugi::encoding_utf8);
    return out.str();
}

} // namespace fledgling::format
