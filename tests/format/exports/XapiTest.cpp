#include "format/exports/Xapi.h"

#include "format/Json.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace fledgling::format {
namespace {

XapiStatement statement() {
    XapiStatement one;
    one.id = uuidOf("one");
    one.actor = {"https://example.org", "01001"};
    one.verb = XapiVerb::Passed;
    one.object = {iriOf("https://example.org/", {"a b", "#3"}), XapiActivityKind::Assessment, {{"en", "Final"}, {"zh-CN", "结业测验"}}, {}, {}};
    XapiResult result;
    result.percent = 85;
    result.success = true;
    result.completion = true;
    result.seconds = 605;
    one.result = result;
    one.registration = uuidOf("run");
    one.instructor = XapiAgent{"https://example.org", "00003"};
    one.revision = "2026.1";
    one.language = "zh-CN";
    one.at = {1'764'000'123'456};
    return one;
}

JsonValue first(const std::string& json) { return jsonOf(json, "x.json").items.at(0); }

TEST(XapiOut, AResultHasItsScoreInEveryForm) {
    const auto json = first(xapiOf({statement()}));
    const auto* score = json.find("result")->find("score");
    EXPECT_EQ(score->find("scaled")->text, "0.85");
    EXPECT_EQ(score->find("raw")->text, "85");
    EXPECT_EQ(score->numberAt("min"), 0);
    EXPECT_EQ(score->numberAt("max"), 100);
    EXPECT_EQ(json.find("result")->flagAt("success"), true);
    EXPECT_EQ(json.find("result")->textAt("duration"), "PT605S");
    EXPECT_EQ(json.textAt("timestamp"), "2025-11-25T00:02:03.456+08:00");
    EXPECT_EQ(json.find("verb")->textAt("id"), "http://adlnet.gov/expapi/verbs/passed");
    EXPECT_EQ(json.find("context")->textAt("revision"), "2026.1");
}

TEST(XapiOut, APersonIsAnAccountAndNothingElse) {
    const auto json = first(xapiOf({statement()}));
    for (const auto* who : {json.find("actor"), json.find("context")->find("instructor")}) {
        ASSERT_EQ(who->entries.size(), 2U);
        EXPECT_EQ(who->textAt("objectType"), "Agent");
        EXPECT_EQ(who->find("account")->entries.size(), 2U);
        EXPECT_EQ(who->find("account")->textAt("homePage"), "https://example.org");
    }
    EXPECT_EQ(json.find("actor")->find("account")->textAt("name"), "01001");
}

TEST(XapiOut, NothingIsAnEmptyList) { EXPECT_TRUE(jsonOf(xapiOf({}), "x.json").items.empty()); }

TEST(XapiOut, AnIdIsNameBasedAndTheSameEverywhere) {
    EXPECT_EQ(uuidOf("mark|1|2|3"), uuidOf("mark|1|2|3"));
    EXPECT_NE(uuidOf("mark|1|2|3"), uuidOf("mark|1|2|4"));
    EXPECT_EQ(uuidOf("x").at(14), '5') << "version";
    EXPECT_NE(std::string("89ab").find(uuidOf("x").at(19)), std::string::npos) << "variant";
    EXPECT_EQ(optionIdOf("the customer").size(), 8U);
}

TEST(XapiOut, AnAddressHoldsNoForeignSign) {
    EXPECT_EQ(iriOf("https://a.b/c//", {"x y", "#3", "课", "a/b"}), "https://a.b/c/x%20y/%233/%E8%AF%BE/a%2Fb");
    for (const char* good : {"https://lms.example.org", "http://localhost:8080/moodle", "https://[::1]/x"})
        EXPECT_TRUE(isHomePage(good)) << good;
    for (const char* bad : {"", "lms.example.org", "https://", "https:///x", "https://a b", "ftp://a", "https://a?x=1", "https://a#b", "https://a\"b"})
        EXPECT_FALSE(isHomePage(bad)) << bad;
}

TEST(XapiOut, AMomentHasItsZone) {
    EXPECT_EQ(stampOf({0}, 0), "1970-01-01T00:00:00.000+00:00");
    EXPECT_EQ(stampOf({-1}, 0), "1969-12-31T23:59:59.999+00:00");
    EXPECT_EQ(stampOf({0}, -210), "1969-12-31T20:30:00.000-03:30");
}

RC_GTEST_PROP(XapiOut, EveryTextComesBack, ()) {
    static const std::vector<std::string> bits{"\"", "\\", "\n", "\r", "\t", "\x01", "/", "<", "'", "课", "😀", "a", "[,]", "\xe2\x80\xa8"};
    std::string text;
    for (const int pick : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, static_cast<int>(bits.size()))))
        text += bits[static_cast<std::size_t>(pick)];
    auto one = statement();
    one.object.name = {{"en", text}};
    one.result->response = text;
    const auto json = first(xapiOf({one}));
    RC_ASSERT(json.find("object")->find("definition")->find("name")->textAt("en") == text);
    RC_ASSERT(json.find("result")->textAt("response") == text);
}

} // namespace
} // namespace fledgling::format
