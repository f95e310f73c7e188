#include "ExportsFixture.h"

#include "XapiRules.h"
#include "app/people/People.h"
#include "format/exports/Xapi.h"

#include <algorithm>

/// xAPI statements that are handed on.
namespace fledgling::app::test {
namespace {

using namespace domain;
using format::JsonValue;

using StatementsOf = ExportsOf;

TEST_F(StatementsOf, SayWhoAttendedWhatForHowLong) {
    addMark(cohort, "d1-am", wu, MarkKind::Late, 12);
    addMark(cohort, "d1-pm", wu, MarkKind::LeftEarly, 30);
    addMark(cohort, "d2-am", wu, MarkKind::Absent);
    const auto attended = only(statements(), "attended");
    ASSERT_EQ(attended.size(), 2U);
    EXPECT_EQ(attended[0].textAt("timestamp"), "2026-03-16T11:30:00.000+08:00");
    EXPECT_EQ(attended[0].find("result")->textAt("duration"), "PT15480S") << "four and a half hours less twelve minutes";
    EXPECT_EQ(attended[1].textAt("timestamp"), "2026-03-16T15:30:00.000+08:00") << "when he left";
    EXPECT_EQ(attended[0].find("actor")->find("account")->textAt("name"), "01001");
    EXPECT_EQ(attended[0].find("context")->find("instructor")->find("account")->textAt("name"), "00003");
    EXPECT_EQ(attended[0].find("context")->textAt("revision"), "2");
    EXPECT_EQ(attended[0].find("object")->find("definition")->find("name")->textAt("en"), "Attitude");
    EXPECT_TRUE(only(statements(), "completed").empty());
}

TEST_F(StatementsOf, ACourseIsCompletedWhenNothingIsOwed) {
    addAllMarks(cohort, wu);
    const auto completed = only(statements(), "completed");
    ASSERT_EQ(completed.size(), 1U);
    EXPECT_EQ(completed[0].textAt("timestamp"), "2026-03-17T16:00:00.000+08:00");
    EXPECT_EQ(completed[0].find("result")->flagAt("completion"), true);
}

TEST_F(StatementsOf, KeepTheirIdsUntilTheFactIsCorrected) {
    addMark(cohort, "d1-am", wu);
    addMark(cohort, "d1-pm", wu);
    const auto before = of(ExportKind::Xapi, trainer).bytes;
    addMark(cohort, "d1-am", zhao);
    EXPECT_EQ(of(ExportKind::Xapi, manager).bytes, before) << "the same for everybody who may have them; no number, no account";
    auto later = cohortOf(at(trainer), cohort);
    loadPackage(coursePackage("3"), "3");
    later.version = "3";
    write({store::CohortStore::fact(later)});
    EXPECT_EQ(of(ExportKind::Xapi, trainer).bytes, before) << "a later version rewrites nothing";
    addMark(cohort, "d1-am", wu, MarkKind::Late, 5);
    const auto old = format::jsonOf(before, "x"), now = statements();
    EXPECT_NE(old.items[0].textAt("id"), now.items[0].textAt("id"));
    EXPECT_EQ(old.items[1].textAt("id"), now.items[1].textAt("id"));
}

TEST_F(StatementsOf, AQuizHasItsScoreAndItsTime) {
    takeQuiz("");
    const auto failed = only(statements(), "failed");
    ASSERT_EQ(failed.size(), 1U);
    const auto* result = failed[0].find("result");
    EXPECT_EQ(result->find("score")->find("raw")->text, "53") << "two right, one by two thirds, one wrong, one blank";
    EXPECT_EQ(result->find("score")->find("scaled")->text, "0.53");
    EXPECT_EQ(result->flagAt("success"), false);
    EXPECT_EQ(result->textAt("duration"), "PT0S");
    EXPECT_FALSE(failed[0].find("context")->find("instructor")) << "nobody marked it";
}

TEST_F(StatementsOf, EveryQuestionIsAnsweredByIdsOfItsTexts) {
    takeQuiz("I answer by 11:15.");
    const auto answered = only(statements(), "answered");
    ASSERT_EQ(answered.size(), 5U);
    std::map<std::string, JsonValue> byQuestion;
    for (const auto& one : answered) {
        const auto id = *one.find("object")->textAt("id");
        byQuestion[id.substr(id.rfind('/') + 1)] = one;
    }
    const auto part = [&](const char* question, const char* name) { return byQuestion.at(question).find("object")->find("definition")->textAt(name); };
    const auto response = [&](const char* question) { return byQuestion.at(question).find("result")->textAt("response"); };
    EXPECT_EQ(part("q1", "interactionType"), "choice");
    EXPECT_EQ(response("q1"), format::optionIdOf("the customer"));
    EXPECT_EQ(part("q2", "interactionType"), "true-false");
    EXPECT_EQ(response("q2"), "true");
    EXPECT_EQ(byQuestion.at("q2").find("result")->flagAt("success"), false);
    EXPECT_EQ(part("q3", "interactionType"), "numeric");
    EXPECT_EQ(response("q3"), "60");
    EXPECT_EQ(part("q4", "interactionType"), "long-fill-in");
    EXPECT_EQ(response("q4"), "I answer by 11:15.");
    EXPECT_FALSE(byQuestion.at("q4").find("result")->find("score")) << "waits for its mark";
    EXPECT_EQ(part("q5", "interactionType"), "matching");
    EXPECT_EQ(response("q5"), format::optionIdOf("cat") + "[.]" + format::optionIdOf("meow") + "[,]" + format::optionIdOf("dog") + "[.]" +
                                  format::optionIdOf("woof") + "[,]" + format::optionIdOf("cow") + "[.]" + format::optionIdOf("woof"));
    EXPECT_FALSE(byQuestion.at("q5").find("result")->find("success")) << "two thirds are neither right nor wrong";
}

TEST_F(StatementsOf, NeverSayWhatWouldHaveBeenRight) {
    takeQuiz("words");
    const auto bytes = of(ExportKind::Xapi, manager).bytes;
    EXPECT_EQ(bytes.find("correctResponsesPattern"), std::string::npos);
    const auto byId = [](const JsonValue& one, const JsonValue& other) { return one.textAt("id") < other.textAt("id"); };
    for (const auto& one : only(statements(), "answered")) {
        for (const char* list : {"choices", "source", "target"}) {
            const auto* options = one.find("object")->find("definition")->listAt(list);
            if (!options) continue;
            EXPECT_TRUE(std::is_sorted(options->items.begin(), options->items.end(), byId)) << "the bank's order would tell";
        }
    }
}

TEST_F(StatementsOf, ABlankAnswerSaysSo) {
    takeQuiz("");
    for (const auto& one : only(statements(), "answered")) {
        if (!one.find("object")->textAt("id")->ends_with("/q4")) continue;
        EXPECT_FALSE(one.find("result")->find("response"));
        EXPECT_EQ(one.find("result")->flagAt("completion"), false);
        EXPECT_EQ(one.find("result")->flagAt("success"), false);
    }
}

TEST_F(StatementsOf, KeepTheRulesOfTheStandard) {
    addAllMarks(cohort, wu);
    takeQuiz("words, 😀");
    std::set<std::string> ids;
    const auto all = statements();
    ASSERT_GE(all.items.size(), 4U + 1U + 5U);
    for (const auto& one : all.items) {
        EXPECT_EQ(XapiRules::breaches(one), std::vector<std::string>());
        EXPECT_TRUE(ids.insert(*one.textAt("id")).second) << "an id twice";
        EXPECT_FALSE(one.find("actor")->find("mbox")) << "no e-mail";
        EXPECT_FALSE(one.find("actor")->find("name"));
        const auto object = *one.find("object")->textAt("id");
        EXPECT_TRUE(object.starts_with("https://fledgling.invalid/fledgling/courses/small")) << object;
        EXPECT_EQ(*one.textAt("timestamp"), one.textAt("timestamp")->substr(0, 23) + "+08:00");
        const auto* definition = one.find("object")->find("definition");
        EXPECT_EQ(definition->find("interactionType") != nullptr, verbOf(one) == "answered");
    }
}

/// That the rules above would have seen it.
TEST(XapiRulesFind, EveryBreachOfAStatement) {
    const std::string good =
        R"({"id":"c1f9af84-5fc6-5b06-8212-7cdf35155728","actor":{"objectType":"Agent","account":{"homePage":"https://a.example","name":"01"}},)"
        R"("verb":{"id":"http://v.example/passed","display":{"zh-CN":"通过了"}},"object":{"id":"https://a.example/q","definition":)"
        R"({"type":"http://t.example/q","interactionType":"choice","choices":[{"id":"a"},{"id":"b"}]}},)"
        R"("result":{"score":{"scaled":0.5,"raw":50,"min":0,"max":100},"success":true,"duration":"PT90S"},)"
        R"("context":{"contextActivities":{"parent":[{"id":"https://a.example/c"}]},"language":"zh-CN"},"timestamp":"2026-11-30T09:00:00.000+08:00"})";
    EXPECT_EQ(XapiRules::breaches(format::jsonOf(good, "x.json")), std::vector<std::string>());
    const std::vector<std::pair<std::string, std::string>> changed{
        {"c1f9af84-5fc6-5b06-8212", "c1f9af84-5fc6-5b06-z212"}, {R"("name":"01")", R"("name":"")"},
        {R"({"objectType":"Agent",)", R"({"mbox":"mailto:a@a.example",)"},    {R"("account":{"homePage":"https://a.example","name":"01"})", R"("name":"Wu")"},
        {"http://v.example/passed", "v.example/passed"},       {"https://a.example/q", "https://a.example/a b"},
        {R"("zh-CN":"通过了")", R"("zh_CN":"通过了")"},         {R"("interactionType":"choice")", R"("interactionType":"numeric")"},
        {R"({"id":"b"})", R"({"id":"a"})"},                    {R"("scaled":0.5)", R"("scaled":50)"},
        {R"("raw":50)", R"("raw":150)"},                       {R"("success":true)", R"("success":null)"},
        {"PT90S", "90"},                                       {R"([{"id":"https://a.example/c"}])", "[]"},
        {"09:00:00.000+08:00", "09:00:00.000"},                {R"("language":"zh-CN")", R"("colour":"red")"}};
    for (const auto& [from, to] : changed) {
        auto bad = good;
        const auto at = bad.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        bad.replace(at, from.size(), to);
        EXPECT_FALSE(XapiRules::breaches(format::jsonOf(bad, "x.json")).empty()) << to;
    }
}

TEST_F(StatementsOf, WhoHasNoNumberIsNamedAsMissing) {
    addMark(cohort, "d1-am", zhao);
    const auto exported = of(ExportKind::Xapi, trainer);
    EXPECT_EQ(exported.entries, 0U);
    EXPECT_EQ(exported.withoutNumber, std::vector<std::string>{"Zhao Lei"});
    EXPECT_NE(leftOutSentence(exported, english()).find("Zhao Lei"), std::string::npos);
}

TEST_F(StatementsOf, TheHomePageIsTheDepartmentsOrTheCallers) {
    addMark(cohort, "d1-am", wu);
    write({store::PeopleStore::setting(HOME_PAGE, "https://lms.example.org/")});
    EXPECT_EQ(statements().items[0].find("actor")->find("account")->textAt("homePage"), "https://lms.example.org/");
    ExportChoice choice;
    choice.homePage = "https://other.example.org";
    const auto said = format::jsonOf(exportOf(at(trainer), ExportKind::Xapi, choice, "en", english()).bytes, "x");
    EXPECT_TRUE(said.items[0].find("object")->textAt("id")->starts_with("https://other.example.org/fledgling/"));
}

TEST_F(StatementsOf, TheHomePageIsTakenAwayAgain) {
    addMark(cohort, "d1-am", wu);
    changeSetting(at(manager), HOME_PAGE, "https://lms.example.org/");
    changeSetting(at(manager), HOME_PAGE, "");
    EXPECT_EQ(statements().items[0].find("actor")->find("account")->textAt("homePage"), NO_HOME_PAGE);
}

} // namespace
} // namespace fledgling::app::test
