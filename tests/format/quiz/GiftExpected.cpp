#include "format/quiz/GiftExpected.h"

#include "format/Utf8.h"

#include <Poco/JSON/Parser.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <sstream>

namespace fledgling::test {

using namespace domain;
using namespace format;
using Object = Poco::JSON::Object::Ptr;

namespace {

std::string typeOf(const Question& question) {
    switch (question.type) {
    case QuestionType::Description: return "description";
    case QuestionType::Open: return "essay";
    case QuestionType::TrueFalse: return "truefalse";
    case QuestionType::Single:
    case QuestionType::Multiple: return "multichoice";
    case QuestionType::ShortAnswer: return "shortanswer";
    case QuestionType::Numerical: return "numerical";
    case QuestionType::Matching: return "match";
    case QuestionType::Ordering: return "ordering";
    }
    return {};
}

void expectAnswer(const QuizAnswer& answer, const Object& expected, bool numerical) {
    const auto text = expected->getValue<std::string>("text");
    if (numerical && text != "*")
        EXPECT_NEAR(bankNumber(answer.text.text).value_or(NAN), std::stod(text), 1e-9);
    else
        EXPECT_EQ(answer.text.text, text);
    EXPECT_NEAR(answer.fraction / 100000.0, expected->getValue<double>("fraction"), 1e-5);
    EXPECT_EQ(answer.feedback.text, expected->optValue<std::string>("feedback", ""));
    if (!numerical) return;
    EXPECT_EQ(answer.tolerance.empty(), !expected->has("tolerance"));
    if (expected->has("tolerance")) {
        const double tolerance = std::stod(expected->get("tolerance").toString());
        EXPECT_NEAR(bankNumber(answer.tolerance).value_or(NAN), tolerance, 1e-9);
    }
}

void expectQuestion(const Question& question, const Object& expected) {
    const auto type = expected->getValue<std::string>("type");
    EXPECT_EQ(typeOf(question), type);
    EXPECT_EQ(question.name, expected->getValue<std::string>("name"));
    EXPECT_EQ(question.text.text, expected->getValue<std::string>("text"));
    EXPECT_EQ(question.explanation.text, expected->optValue<std::string>("general_feedback", ""));
    EXPECT_EQ(question.id, expected->optValue<std::string>("id", ""));
    EXPECT_EQ(question.tags.size(), expected->has("tags") ? expected->getArray("tags")->size() : 0U);
    for (std::size_t i = 0; i < question.tags.size(); ++i)
        EXPECT_EQ(question.tags[i],
                  expected->getArray("tags")->getElement<std::string>(static_cast<unsigned>(i)));
    if (type == "truefalse") {
        EXPECT_EQ(question.right, expected->getValue<bool>("right"));
        EXPECT_EQ(question.feedbackTrue.text, expected->optValue<std::string>("feedback_true", ""));
        EXPECT_EQ(question.feedbackFalse.text, expected->optValue<std::string>("feedback_false", ""));
    }
    if (type == "multichoice") {
        EXPECT_EQ(question.type == QuestionType::Single, expected->getValue<bool>("single"));
    }
    const auto answers = expected->getArray("answers");
    ASSERT_EQ(question.answers.size(), answers ? answers->size() : 0U);
    for (std::size_t i = 0; i < question.answers.size(); ++i)
        expectAnswer(question.answers[i], answers->getObject(static_cast<unsigned>(i)), type == "numerical");
    const auto pairs = expected->getArray("pairs");
    ASSERT_EQ(question.pairs.size(), pairs ? pairs->size() : 0U);
    for (std::size_t i = 0; i < question.pairs.size(); ++i) {
        const auto pair = pairs->getArray(static_cast<unsigned>(i));
        EXPECT_EQ(question.pairs[i].left.text, pair->getElement<std::string>(0));
        EXPECT_EQ(question.pairs[i].right, pair->getElement<std::string>(1));
    }
}

} // namespace

std::string fileText(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

GiftReading giftFile(const std::filesystem::path& file) {
    Problems problems;
    const auto text = textOf(fileText(file), file.filename().string(), problems);
    if (!text) return {{}, problems};
    return readGift(*text, file.filename().string());
}

void expectAsMoodle(const std::filesystem::path& gift, const std::filesystem::path& json,
                    int refusedOnPurpose) {
    SCOPED_TRACE(gift.filename().string());
    const GiftReading reading = giftFile(gift);
    Poco::JSON::Parser parser;
    const auto expected = parser.parse(fileText(json)).extract<Object>();
    const auto questions = expected->getArray("questions");
    std::size_t at = 0, categories = 0;
    int refused = 0;
    for (unsigned i = 0; i < questions->size(); ++i) {
        const auto one = questions->getObject(i);
        if (one->getValue<std::string>("type") == "category") {
            ASSERT_LT(categories, reading.bank.categories.size());
            EXPECT_EQ(reading.bank.categories[categories++], one->getValue<std::string>("path"));
            continue;
        }
        const auto name = one->getValue<std::string>("name");
        SCOPED_TRACE(name);
        if (at >= reading.bank.questions.size() || reading.bank.questions[at].name != name) {
            ++refused;
            continue;
        }
        expectQuestion(reading.bank.questions[at++], one);
    }
    EXPECT_EQ(at, reading.bank.questions.size());
    EXPECT_EQ(categories, reading.bank.categories.size());
    EXPECT_EQ(refused, refusedOnPurpose);
    std::size_t errors = 0;
    for (const auto& problem : reading.problems)
        errors += problem.severity() == Severity::Error ? 1U : 0U;
    EXPECT_EQ(errors, expected->getArray("errors")->size() + static_cast<std::size_t>(refusedOnPurpose));
    EXPECT_EQ(readGift(writeGift(reading.bank), "again").bank, reading.bank);
}

} // namespace fledgling::test
