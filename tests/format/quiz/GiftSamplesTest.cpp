#include "format/quiz/GiftExpected.h"
#include "support/Here.h"

#include <Poco/JSON/Parser.h>
#include <gtest/gtest.h>

#include <map>

namespace fledgling::test {

using namespace domain;

TEST(GiftSamples, OurQuirksAreReadAsMoodleReadsThemButForThreeBadNumbers) {
    // Q01 "3,5", Q02 "abc" and Q03 "5..1" are refused: Moodle would take every answer, or none, as right.
    expectAsMoodle(data("gift/quirks.gift"), data("gift/quirks.expected.json"), 3);
}

TEST(GiftSamples, OurGradingFileIsReadAsMoodleReadsIt) {
    expectAsMoodle(data("gift/grade.gift"), data("gift/grade.expected.json"));
}

TEST(GiftSamples, ThePublicSamplesAreReadAsMoodleReadsThem) {
    const auto folder = source() / "../shared/samples/gift";
    if (!std::filesystem::is_directory(folder)) GTEST_SKIP() << "SKIPPED: no samples in " << folder;
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".gift") continue;
        auto json = entry.path();
        json.replace_extension(".expected.json");
        expectAsMoodle(entry.path(), json, entry.path().stem() == "quirks" ? 3 : 0);
        ++files;
    }
    EXPECT_GT(files, 50);
}

namespace {

Response responseOf(const Poco::Dynamic::Var& given) {
    if (given.isBoolean()) return given.convert<bool>();
    if (given.isString()) return given.convert<std::string>();
    const auto list = given.extract<Poco::JSON::Array::Ptr>();
    if (list->size() > 0 && list->get(0).isString()) {
        std::vector<std::string> partners;
        for (const auto& one : *list)
            partners.push_back(one.convert<std::string>());
        return partners;
    }
    std::vector<std::size_t> chosen;
    for (const auto& one : *list)
        chosen.push_back(one.convert<std::size_t>());
    return chosen;
}

} // namespace

TEST(GiftSamples, EveryResponseEarnsWhatMoodleGivesIt) {
    std::map<std::string, Question> questions;
    for (const auto& question : giftFile(data("gift/grade.gift")).bank.questions)
        questions[question.name] = question;
    Poco::JSON::Parser parser;
    const auto responses =
        parser.parse(fileText(data("gift/grade.responses.json"))).extract<Poco::JSON::Array::Ptr>();
    parser.reset();
    const auto expected =
        parser.parse(fileText(data("gift/grade.expected-fractions.json"))).extract<Poco::JSON::Array::Ptr>();
    ASSERT_EQ(responses->size(), expected->size());
    for (unsigned i = 0; i < responses->size(); ++i) {
        const auto given = responses->getObject(i);
        const auto name = given->getValue<std::string>("name");
        SCOPED_TRACE(name + " " + given->get("response").toString());
        ASSERT_TRUE(questions.contains(name));
        const auto fraction = fractionOf(questions.at(name), responseOf(given->get("response")));
        ASSERT_TRUE(fraction);
        EXPECT_NEAR(*fraction / 100000.0, expected->getObject(i)->getValue<double>("fraction"), 1e-5);
    }
}

} // namespace fledgling::test
