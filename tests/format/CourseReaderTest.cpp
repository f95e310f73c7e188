#include "format/CourseReader.h"

#include "format/CourseWriter.h"
#include "format/Packages.h"
#include "format/Yaml.h"
#include "format/quiz/GiftExpected.h"
#include "support/Here.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace fledgling::test {
namespace {

using namespace domain;
using namespace format;

void expectRoundTrip(const FileTree& tree) {
    const auto reading = readCourse(tree);
    ASSERT_TRUE(reading.ok());
    const auto written = writeCourse(*reading.course, tree);
    const auto again = readCourse(written);
    EXPECT_EQ(told(again.problems), told(reading.problems));
    EXPECT_EQ(again.course, reading.course);
    EXPECT_EQ(again.banks, reading.banks);
    EXPECT_EQ(again.quizzes, reading.quizzes);
    EXPECT_EQ(writeCourse(*again.course, written), written);
}

TEST(CourseReader, EveryKeyReachesTheCourse) {
    const auto reading = readCourse(goodPackage());
    ASSERT_TRUE(reading.ok());
    const Course& course = *reading.course;
    EXPECT_EQ(course.id, "tiny");
    EXPECT_EQ(course.title.in("en"), "A tiny course");
    EXPECT_EQ(course.posts, (std::set<Post>{Post::Agent, Post::Complaint, Post::Order}));
    ASSERT_EQ(course.sessionCount(), 2U);
    const CourseSession& first = *course.session("d1-am");
    EXPECT_EQ(first.title.in("zh-CN"), "第一课");
    EXPECT_EQ(first.title.in("en"), "First lesson");
    EXPECT_EQ(first.minutes, Minutes(240));
    EXPECT_EQ(first.body.in("en"), "Text.\n");
    EXPECT_EQ(first.body.in("zh-CN"), "# 第一课\n\n正文 ![图](../media/a.png)\n");
    EXPECT_EQ(course.session("d1-pm")->title.in("zh-CN"), "第二课");
    EXPECT_EQ(course.session("d1-pm")->kind, SessionKind::Shadowing);
    EXPECT_EQ(course.skill("closing")->need, SkillLevel::Helped);
    EXPECT_EQ(course.mentoring.days, 5);
    EXPECT_EQ(course.assessment("final")->draw, 2);
    EXPECT_TRUE(course.assessment("desk")->items.at(1).critical);
    EXPECT_FALSE(course.assessment("desk")->items.at(0).critical);
    EXPECT_EQ(course.chatReview.tiers.at(0).below, 20);
    EXPECT_EQ(course.attendance.consequences.at(0).text.in("zh-CN"), "二十元");
    EXPECT_EQ(course.acknowledge.at(0).title.in("zh-CN"), "行为规范");
    EXPECT_EQ(course.readiness.at(1).skills, std::set<std::string>{"greeting"});
    EXPECT_EQ(course.readiness.at(2).atLeast, 1);
    EXPECT_EQ(course.readiness.at(3).posts, std::set<Post>{Post::Agent});
    EXPECT_EQ(reading.banks.at("quizzes/final.gift").questions.size(), 2U);
    EXPECT_EQ(reading.quizzes.at("d1-pm").at("zh-CN").size(), 1U);
}

TEST(CourseReader, NumbersOfTheChatReviewChangeFromADayOn) {
    const auto tree = withCourse("  criteria:\n    - {id: greeting, title: 问候}",
                                 "  changes:\n"
                                 "    - {from: 2027-03-01, points: 20, tiers: [{below: 9, effect: 无}]}\n"
                                 "    - {from: 2027-01-01, fails_cost_point: 5, appeal_days: 3}\n"
                                 "  criteria:\n    - {id: greeting, title: 问候, session: d1-am}");
    const auto reading = readCourse(tree);
    ASSERT_TRUE(reading.ok()) << testing::PrintToString(told(reading.problems));
    const auto& rules = reading.course->chatReview;
    EXPECT_EQ(rules.on(Date(2026, 12, 31)).failsCostPoint, 4);
    EXPECT_EQ(rules.on(Date(2027, 1, 1)).failsCostPoint, 5);
    EXPECT_EQ(rules.on(Date(2027, 1, 1)).appealDays, 3);
    EXPECT_EQ(rules.on(Date(2027, 1, 1)).tiers, rules.tiers) << "what isn't said stays";
    EXPECT_EQ(rules.on(Date(2027, 6, 1)).points, 20);
    EXPECT_EQ(rules.on(Date(2027, 6, 1)).tiers.at(0).below, 9);
    EXPECT_EQ(rules.criterion("greeting")->session, "d1-am");
    EXPECT_EQ(rules.criterion("parting"), nullptr);
    expectRoundTrip(tree);
}

TEST(CourseReader, ACriterionNamesASessionThatIsThere) {
    EXPECT_EQ(told(withCourse("- {id: greeting, title: 问候}\nattendance",
                              "- {id: greeting, title: 问候, session: d9}\nattendance")),
              std::vector<std::string>{"course.yaml:29:42: 'session' names 'd9', which is defined nowhere; "
                                       "define it, or use one of: d1-am, d1-pm"});
}

TEST(CourseReader, LateRepliesNameASessionToReadAgain) {
    const auto tree = withCourse("chat_review:\n", "chat_review:\n  first_reply_session: d1-am\n");
    const auto reading = readCourse(tree);
    ASSERT_TRUE(reading.ok()) << testing::PrintToString(told(reading.problems));
    EXPECT_EQ(reading.course->chatReview.firstReplySession, "d1-am");
    expectRoundTrip(tree);
    EXPECT_EQ(told(withCourse("chat_review:\n", "chat_review:\n  first_reply_session: d9\n")),
              std::vector<std::string>{"course.yaml:24:24: 'first_reply_session' names 'd9', which is defined nowhere; "
                                       "define it, or use one of: d1-am, d1-pm"});
    EXPECT_EQ(told(withCourse("chat_review:\n", "chat_review:\n  first_reply_session: d1-an\n")),
              std::vector<std::string>{"course.yaml:24:24: 'first_reply_session' names 'd1-an', which is defined nowhere; "
                                       "did you mean 'd1-am'?"});
}

TEST(CourseReader, SomeOfTheDrawnComeFromACategory) {
    auto tree = withCourse("draw: 2", "draw: 2, topics: [{category: 态度, draw: 1}]");
    tree.put("quizzes/final.gift", "$CATEGORY: 态度\n\n一 {T}\n\n二 {=甲 ~乙}\n");
    const auto reading = readCourse(tree);
    ASSERT_TRUE(reading.ok()) << testing::PrintToString(told(reading.problems));
    EXPECT_EQ(reading.course->assessment("final")->topics.at("态度"), 1);
    expectRoundTrip(tree);
    EXPECT_EQ(told(withCourse("draw: 2", "draw: 2, topics: [{category: 态度, draw: 1}]")),
              std::vector<std::string>{"course.yaml:15:94: 1 questions are to be drawn and the bank has 0; draw "
                                       "fewer, or add questions"});
}

TEST(CourseReader, TheMentorsAreExaminedInWhatTheCourseHas) {
    const auto tree = withCourse("log: daily}", "log: daily, examine: [final], examine_every_days: 90}");
    const auto reading = readCourse(tree);
    ASSERT_TRUE(reading.ok());
    EXPECT_EQ(reading.course->mentoring.examine, std::vector<std::string>{"final"});
    EXPECT_EQ(reading.course->mentoring.examineEveryDays, 90);
    expectRoundTrip(tree);
    EXPECT_FALSE(readCourse(withCourse("log: daily}", "log: daily, examine: [finale]}")).ok());
}

TEST(CourseReader, TheSmallestCourseOfTheReadmeIsOne) {
    const auto readme = fileText(source() / "courses/README.md");
    const auto begin = readme.rfind("```yaml\n");
    ASSERT_NE(begin, std::string::npos);
    const auto yaml = readme.substr(begin + 8, readme.find("```", begin + 8) - begin - 8);
    const auto reading =
        readCourse(FileTree({{"course.yaml", yaml}, {"sessions/one.md", "# One\n\nText.\n"}}));
    EXPECT_EQ(told(reading.problems), std::vector<std::string>{});
    EXPECT_TRUE(reading.ok());
}

TEST(CourseReader, TheDepartmentsCourseHasNoProblem) {
    const auto package = readPackage(source() / "courses/customer-service");
    const auto reading = readCourse(package);
    EXPECT_EQ(told(reading.problems), std::vector<std::string>{});
    ASSERT_TRUE(reading.ok());
    EXPECT_EQ(reading.course->sessionCount(), 6U);
    for (const auto& day : reading.course->days)
        for (const auto& session : day.sessions)
            EXPECT_EQ(session.body.byLanguage.size(), 2U) << session.id;
    EXPECT_GE(reading.banks.at("quizzes/final.gift").drawable(), 40U);
}

TEST(CourseWriter, WhatWasReadIsWrittenTheSame) {
    expectRoundTrip(goodPackage());
    expectRoundTrip(*readPackage(source() / "courses/customer-service").files);
}

TEST(CourseWriter, ATextThatBeginsWithARuleIsNotTakenForFrontMatter) {
    auto tree = withFile("sessions/one.en.md", "---\ntitle: One\n---\n\n---\n\nText.\n");
    expectRoundTrip(tree);
    EXPECT_EQ(readCourse(tree).course->session("d1-am")->body.in("en"), "---\n\nText.\n");
}

TEST(CourseWriter, ALanguageThatWasTakenAwayLeavesNoFile) {
    auto reading = readCourse(goodPackage());
    auto& session = reading.course->days.at(0).sessions.at(0);
    session.body.byLanguage.erase("en");
    session.title.byLanguage.erase("en");
    EXPECT_FALSE(writeCourse(*reading.course, goodPackage()).has("sessions/one.en.md"));
}

/// Texts made of what YAML treats specially.
rc::Gen<std::string> nasty() {
    const auto pieces = rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "a", "客服", ": ", ":", "：", " #", "#", "- ", "-", "'", "\"", "\\", "{", "}", "[", "]", ",", "&",
        "*", "!", "|", ">", "%", "@", "`", "?", "=", "~", "<<", "no", "null", "007", "1e3", " ", "\t", "\n",
        "\xC2\x85", "\xE2\x80\xA8", "\xEF\xBB\xBF", "é", "😀", "\xEF\xBF\xBE", "---", "..."));
    // The reader trims, so that a text never begins or ends blank.
    return rc::gen::apply(
        [](const std::vector<std::string>& all, bool plainStart) {
            std::string text = plainStart ? "x" : "";
            for (const auto& piece : all)
                text += piece;
            const auto begin = text.find_first_not_of(" \t\n");
            return (begin == std::string::npos ? std::string() : text.substr(begin)) + "x";
        },
        pieces, rc::gen::arbitrary<bool>());
}

RC_GTEST_PROP(YamlProperty, AScalarReadsBackAsTheSameTextEverywhere, ()) {
    const std::string text = *nasty();
    const auto scalar = yamlScalar(text);
    const auto reading =
        readYaml("a: " + scalar + "\nb: {c: " + scalar + ", d: [" + scalar + ", x]}\n- : y\n", "f");
    const auto good = readYaml("a: " + scalar + "\nb: {c: " + scalar + ", d: [" + scalar + ", x]}\n", "f");
    RC_ASSERT(!reading.problems.empty());
    RC_ASSERT(good.problems.empty());
    RC_ASSERT(good.root->entries.at(0).value.text == text);
    RC_ASSERT(good.root->entries.at(1).value.entries.at(0).value.text == text);
    RC_ASSERT(good.root->entries.at(1).value.entries.at(1).value.items.at(0).text == text);
}

LocalText anyText() {
    LocalText text;
    // What a file cannot say: blanks at the ends.
    const auto one = [] { return "t" + *nasty() + "t"; };
    text.byLanguage["zh-CN"] = one();
    if (*rc::gen::arbitrary<bool>()) text.byLanguage["en"] = one();
    if (*rc::gen::arbitrary<bool>()) text.byLanguage["no"] = one();
    return text;
}

std::set<Post> anyPosts() {
    const auto posts = *rc::gen::container<std::vector<Post>>(
        3, rc::gen::element(Post::Agent, Post::Complaint, Post::Order));
    return *rc::gen::arbitrary<bool>() ? std::set<Post>(posts.begin(), posts.end()) : std::set<Post>{};
}

/// The good course with its texts, numbers and lists changed at random.
Course anyCourse() {
    Course course = *readCourse(goodPackage()).course;
    course.version = *rc::gen::element<std::string>("1", "2026.10", "0x1F", "1e3", "true", "a_b-c");
    course.title = anyText();
    course.workingWeek = {Weekday::Sun, *rc::gen::element(Weekday::Mon, Weekday::Sat)};
    for (auto& day : course.days) {
        if (*rc::gen::arbitrary<bool>()) day.title = anyText();
        for (auto& session : day.sessions) {
            session.title = anyText();
            if (*rc::gen::arbitrary<bool>()) session.lecturer = anyText();
            if (*rc::gen::arbitrary<bool>()) session.minutes = Minutes(*rc::gen::inRange(1, 150));
            if (*rc::gen::arbitrary<bool>()) session.films = {"media/a.png"};
            if (*rc::gen::arbitrary<bool>()) session.materials = {"media/a.png", "quizzes/final.gift"};
            session.body = anyText();
            for (auto& [language, body] : session.body.byLanguage)
                body = "# " + session.title.in(language) + "\n\n`" + body;
        }
    }
    for (auto& skill : course.skills) {
        skill.about = *rc::gen::arbitrary<bool>() ? anyText() : LocalText{};
        skill.posts = anyPosts();
    }
    for (auto& criterion : course.readiness) {
        criterion.title = anyText();
        criterion.posts = anyPosts();
    }
    course.attendance.makeUpRequired = *rc::gen::arbitrary<bool>();
    course.mentoring.dailyLog = *rc::gen::arbitrary<bool>();
    course.chatReview.allKept = *rc::gen::arbitrary<bool>() ? anyText() : LocalText{};
    if (*rc::gen::arbitrary<bool>()) {
        PointRules later = course.chatReview;
        later.perDay = *rc::gen::inRange(4, 40);
        later.failsCostPoint = *rc::gen::inRange(1, later.perDay);
        later.tiers = {{*rc::gen::inRange(1, later.points), anyText()}};
        course.chatReview.later[Date(2027, 1, 1)] = later;
    }
    return course;
}

RC_GTEST_PROP(CourseWriterProperty, ReadingGivesTheSameCourseAndWritingTwiceTheSameBytes, ()) {
    const Course course = anyCourse();
    const auto written = writeCourse(course, goodPackage());
    const auto read = readCourse(written);
    // A body of nasty pieces may hold a link or a heading that is a problem of its own.
    if (!read.ok()) {
        for (const auto& problem : read.problems)
            RC_ASSERT(problem.file != "course.yaml");
        RC_DISCARD("the text itself is refused");
    }
    Course same = *read.course;
    for (std::size_t d = 0; d < same.days.size(); ++d)
        for (std::size_t s = 0; s < same.days[d].sessions.size(); ++s) {
            // Headings of languages without a title become titles: what was written is a fixed point after
            // one reading.
            RC_ASSERT(same.days[d].sessions[s].body == course.days[d].sessions[s].body);
            same.days[d].sessions[s].title = course.days[d].sessions[s].title;
        }
    RC_ASSERT(same == course);
    RC_ASSERT(writeCourse(*read.course, written) == writeCourse(*readCourse(written).course, written));
    RC_ASSERT(readCourse(writeCourse(*read.course, written)).course == read.course);
}

} // namespace
} // namespace fledgling::test
