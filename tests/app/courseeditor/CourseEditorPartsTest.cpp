#include "app/courseeditor/CourseEditorFixture.h"

#include "format/FormatError.h"

#include <fstream>
#include <sstream>

namespace fledgling::app::test {
namespace {

using namespace domain;
namespace fs = std::filesystem;
using Landing = CourseEditor::Landing;

std::set<std::string> placesOf(CourseEditor& editor) {
    editor.check();
    std::set<std::string> places;
    for (const auto& one : editor.findings())
        places.insert(one.part + " " + one.field);
    return places;
}

/// Gives a text both languages.
void title(CourseEditor& editor, const std::string& part, const std::string& chinese, const std::string& english) {
    editor.set(part, "title.zh-CN", chinese);
    editor.set(part, "title.en", english);
}

void append(const fs::path& file, const std::string& text) { std::ofstream(file, std::ios::app | std::ios::binary) << text; }

TEST_F(CourseEditorTest, AQuizBeginsWithABankThatIsValid) {
    auto editor = shipped();
    const auto before = editor.files();
    const auto quiz = editor.add("assessments/1");
    EXPECT_EQ(quiz, "assessments/2");
    EXPECT_EQ(placesOf(editor), std::set<std::string>{});
    const auto bank = value(editor, quiz, "bank");
    EXPECT_EQ(bank, "quizzes/quiz-1.gift");
    EXPECT_TRUE(editor.files().has("quizzes/quiz-1.en.gift")) << "in every language of the course";
    EXPECT_EQ(courseOf(editor).assessments[2].bank, bank);
    editor.set(quiz, "draw", "2");
    EXPECT_EQ(placesOf(editor), std::set<std::string>{quiz + " draw"}) << "it has one question";
    editor.undo();
    editor.set(quiz, "bank", "quizzes/final.gift");
    EXPECT_FALSE(editor.files().has(bank)) << "made in this draft and drawn from by nobody";
    EXPECT_FALSE(editor.files().has("quizzes/quiz-1.en.gift"));
    editor.set(quiz, "bank", CourseEditor::NEW_BANK);
    EXPECT_EQ(value(editor, quiz, "bank"), bank);
    editor.set(quiz, "attempts", "3");
    editor.set(quiz, "minutes", "25");
    EXPECT_EQ(courseOf(editor).assessments[2].attempts, 3);
    EXPECT_EQ(courseOf(editor).assessments[2].minutes, 25);
    editor.remove(quiz);
    EXPECT_EQ(editor.files(), before) << "nothing is left of it";
}

TEST_F(CourseEditorTest, AQuizTakesSomeQuestionsFromACategory) {
    auto editor = shipped();
    const auto before = editor.files();
    const std::string quiz = "assessments/0", first = "topics#第一天", second = "topics#第二天";
    EXPECT_EQ(value(editor, quiz, first), "");
    editor.set(quiz, first, "5");
    editor.set(quiz, second, "4");
    EXPECT_EQ(courseOf(editor).assessments[0].topics, (std::map<std::string, int>{{"第一天", 5}, {"第二天", 4}}));
    editor.set(quiz, second, "999");
    EXPECT_TRUE(placesOf(editor).contains(quiz + " " + second));
    editor.set(quiz, second, "");
    EXPECT_EQ(courseOf(editor).assessments[0].topics, (std::map<std::string, int>{{"第一天", 5}}));
    editor.set(quiz, first, "");
    EXPECT_EQ(editor.files(), before);
}

TEST_F(CourseEditorTest, APracticalCheckHasItsItemsAndWhichAreCritical) {
    auto editor = shipped();
    const auto check = editor.add("assessments/4");
    EXPECT_EQ(check, "assessments/5");
    const auto items = check + "/items";
    EXPECT_EQ(placesOf(editor), std::set<std::string>{items + "/0 title.zh-CN"}) << "an item says what is to be seen";
    EXPECT_EQ(editor.part(items + "/0")->within, check);
    title(editor, items + "/0", "问候", "Greets");
    EXPECT_FALSE(editor.mayRemove(items + "/0")) << "one has to be there";
    const auto calm = editor.add(items);
    EXPECT_EQ(calm, items + "/1");
    title(editor, calm, "沉着", "Stays calm");
    editor.set(check, "critical", value(editor, calm, "id"));
    EXPECT_EQ(editor.move(calm, -1), items + "/0");
    editor.set(items + "/0", "id", "calm");
    const auto& made = courseOf(editor).assessments[5];
    ASSERT_EQ(made.items.size(), 2U);
    EXPECT_EQ(made.items[0].id, "calm");
    EXPECT_EQ(made.items[0].title.in("en"), "Stays calm");
    EXPECT_TRUE(made.items[0].critical) << "who names an item names it by its new id";
    editor.remove(items + "/0");
    const auto& left = courseOf(editor).assessments[5];
    ASSERT_EQ(left.items.size(), 1U);
    EXPECT_FALSE(left.items[0].critical);
}

TEST_F(CourseEditorTest, AScaleIsAStepALineInEachLanguage) {
    auto editor = shipped();
    const std::string check = "assessments/2";
    EXPECT_EQ(value(editor, check, "scale.en"), "not yet\npass");
    editor.set(check, "scale.en", "not yet\nalmost\npass");
    editor.set(check, "scale.zh-CN", "未达标\n接近\n达标\n");
    const auto& scale = courseOf(editor).assessments[2].scale;
    ASSERT_EQ(scale.size(), 3U);
    EXPECT_EQ(scale[1].in("zh-CN"), "接近");
    EXPECT_EQ(scale[1].in("en"), "almost");
    EXPECT_EQ(scale[2].in("en"), "pass");
    editor.set(check, "scale.zh-CN", "未达标");
    editor.set(check, "scale.en", "not yet");
    EXPECT_EQ(placesOf(editor), std::set<std::string>{check + " scale.zh-CN"}) << "one step is no scale";
}

TEST_F(CourseEditorTest, AnotherKindOfAssessmentBringsWhatItNeeds) {
    auto editor = shipped();
    const auto one = editor.add("assessments");
    const auto bank = value(editor, one, "bank");
    ASSERT_TRUE(editor.files().has(bank));
    editor.set(one, "kind", "practical");
    EXPECT_FALSE(editor.files().has(bank));
    ASSERT_NE(editor.part(one + "/items/0"), nullptr);
    title(editor, one + "/items/0", "问候", "Greets");
    EXPECT_EQ(courseOf(editor).assessments.back().kind, AssessmentKind::Practical);
    EXPECT_EQ(courseOf(editor).assessments.back().scale.size(), 2U);
    editor.set(one, "kind", "quiz");
    EXPECT_EQ(courseOf(editor).assessments.back().bank, bank);
    EXPECT_TRUE(courseOf(editor).assessments.back().items.empty());
    // Results are kept under what the book knows.
    auto known = opened();
    known.set("assessments/0", "kind", "quiz");
    EXPECT_EQ(value(known, "assessments/0", "kind"), "practical");
}

TEST_F(CourseEditorTest, WhoNamesAnAssessmentFollowsItsIdAndComplainsWhenItGoes) {
    auto editor = shipped();
    editor.set("assessments/0", "id", "last");
    EXPECT_EQ(courseOf(editor).readiness[5].assessment, "last");
    EXPECT_EQ(courseOf(editor).mentoring.examine, (std::vector<std::string>{"last", "desk"}));
    editor.remove("assessments/0");
    const auto places = placesOf(editor);
    EXPECT_TRUE(places.contains("readiness/5 assessment"));
    EXPECT_TRUE(places.contains("facts mentoring/examine"));
    EXPECT_TRUE(editor.broken());
}

TEST_F(CourseEditorTest, TheSessionToReadAgainAfterLateRepliesIsChosenAndFollowed) {
    auto editor = shipped();
    ASSERT_EQ(value(editor, "chat_review", "first_reply_session"), "d1-am");
    editor.set("days/0/sessions/0", "id", "attitude");
    EXPECT_EQ(courseOf(editor).chatReview.firstReplySession, "attitude");
    editor.set("chat_review", "first_reply_session", "d1-pm");
    EXPECT_EQ(courseOf(editor).chatReview.firstReplySession, "d1-pm");
    editor.set("chat_review", "first_reply_session", "");
    EXPECT_EQ(courseOf(editor).chatReview.firstReplySession, "");
    EXPECT_EQ(editor.files().find("course.yaml")->find("first_reply_session"), std::string::npos) << "none: no key";
}

TEST_F(CourseEditorTest, ATextToSignForIsAddedWrittenMovedAndTakenAway) {
    auto editor = shipped();
    const auto before = editor.files();
    EXPECT_FALSE(value(editor, "acknowledge/0", "title.en").empty());
    const auto rule = editor.add("acknowledge");
    EXPECT_EQ(rule, "acknowledge/1");
    EXPECT_TRUE(placesOf(editor).contains(rule + " title.zh-CN"));
    EXPECT_TRUE(placesOf(editor).contains(rule + " body.en")) << "an empty text is a warning";
    editor.set(rule, "body.zh-CN", "# 保密\n\n不外传。\n");
    editor.set(rule, "body.en", "# Secrecy\n\nNothing leaves the house.\n");
    EXPECT_EQ(placesOf(editor), std::set<std::string>{});
    EXPECT_NE(editor.shown(rule, "en").find("Nothing leaves"), std::string::npos);
    EXPECT_EQ(editor.part(rule)->title, "Secrecy");
    EXPECT_EQ(editor.move(rule, -1), "acknowledge/0");
    const auto& rules = courseOf(editor).acknowledge;
    ASSERT_EQ(rules.size(), 2U);
    EXPECT_EQ(rules[0].title.in("zh-CN"), "保密");
    EXPECT_EQ(rules[0].body.in("en"), "# Secrecy\n\nNothing leaves the house.\n");
    editor.remove("acknowledge/0");
    EXPECT_EQ(editor.files(), before) << "its files go with it";
}

TEST_F(CourseEditorTest, ExercisesStayInTheFrontMatterOfTheirSession) {
    auto editor = shipped();
    const std::string session = "days/2/sessions/0", exercises = session + "/exercises";
    const auto yaml = *editor.files().find("course.yaml"), text = *editor.files().find("sessions/d3-am.md");
    ASSERT_NE(editor.part(exercises + "/5"), nullptr);
    const auto more = editor.add(exercises);
    EXPECT_EQ(more, exercises + "/6");
    EXPECT_EQ(placesOf(editor), std::set<std::string>{more + " title.zh-CN"});
    title(editor, more, "关单", "Close the order");
    EXPECT_EQ(editor.move(more, -1), exercises + "/5");
    editor.set(session, "watch", "70");
    const auto& taught = courseOf(editor).days[2].sessions[0];
    ASSERT_EQ(taught.exercises.size(), 7U);
    EXPECT_EQ(taught.exercises[5].title.in("en"), "Close the order");
    EXPECT_EQ(taught.watchPercent, 70);
    editor.set(session, "watch", "");
    EXPECT_EQ(courseOf(editor).days[2].sessions[0].watchPercent, WATCH_PERCENT);
    editor.set(session, "watch", "90");
    editor.remove(exercises + "/5");
    EXPECT_EQ(*editor.files().find("course.yaml"), yaml);
    EXPECT_EQ(editor.files().find("sessions/d3-am.md")->size(), text.size()) << "only the line of watch has moved";
    // A demonstration can have some; the first stands in its file.
    editor.set("days/0/sessions/0", "kind", "demonstration");
    const auto first = editor.add("days/0/sessions/0/exercises");
    title(editor, first, "试一次", "Try once");
    EXPECT_EQ(courseOf(editor).days[0].sessions[0].exercises[0].title.in("en"), "Try once");
    EXPECT_NE(editor.files().find("sessions/d1-am.md")->find("exercises:"), std::string::npos);
}

TEST_F(CourseEditorTest, PointRulesChangeFromADay) {
    auto editor = shipped();
    const auto change = editor.add("chat_review/changes");
    EXPECT_EQ(value(editor, change, "from"), "2026-03-16") << "today";
    editor.set(change, "from", "2027-01-01");
    editor.set(change, "fails_cost_point", "5");
    const auto tier = editor.add(change + "/tiers");
    editor.set(tier, "below", "18");
    editor.set(tier, "effect.zh-CN", "扣80元");
    const auto& later = courseOf(editor).chatReview.later;
    ASSERT_EQ(later.size(), 1U);
    EXPECT_EQ(later.begin()->first, Date(2027, 1, 1));
    EXPECT_EQ(later.begin()->second.failsCostPoint, 5);
    EXPECT_EQ(later.begin()->second.points, 26) << "what is left empty stays as it was";
    ASSERT_EQ(later.begin()->second.tiers.size(), 1U);
    EXPECT_EQ(later.begin()->second.tiers[0].below, 18);
    const auto again = editor.add(change);
    editor.set(again, "from", "2027-01-01");
    EXPECT_EQ(placesOf(editor), std::set<std::string>{again + " from"});
}

TEST_F(CourseEditorTest, ASingleValueIsAListOfOne) {
    (void)shipped();
    const auto file = m_here / "shipped/course.yaml";
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    auto yaml = bytes.str();
    const std::string list = "acknowledge: [rules/conduct.md]";
    yaml.replace(yaml.find(list), list.size(), "acknowledge: rules/conduct.md");
    std::ofstream(file, std::ios::binary) << yaml;
    auto editor = shipped();
    EXPECT_FALSE(value(editor, "acknowledge/0", "title.en").empty());
    EXPECT_EQ(editor.add("acknowledge/0"), "acknowledge/1");
    EXPECT_NE(editor.files().find("course.yaml")->find("acknowledge: [rules/conduct.md, rules/rule.md]"), std::string::npos);
}

TEST_F(CourseEditorTest, TheTitleInAnotherLanguageOpensTheFormsForIt) {
    auto editor = opened();
    EXPECT_EQ(editor.languages(), std::vector<std::string>{"en"});
    EXPECT_EQ(value(editor, "skills/0", "title.zh-CN"), "no field title.zh-CN");
    editor.set("facts", "title.zh-CN", "小课程");
    editor.set("skills/0", "title.zh-CN", "规范问候");
    const auto& course = courseOf(editor);
    EXPECT_EQ(course.title.in("zh-CN"), "小课程");
    EXPECT_EQ(course.skills[0].title.in("zh-CN"), "规范问候");
    EXPECT_EQ(course.skills[0].title.in("en"), "Standard greeting");
}

TEST_F(CourseEditorTest, ASessionDraggedTakesAnothersPlaceInOneStep) {
    auto editor = opened();
    const std::string first = "days/0/sessions/0";
    EXPECT_EQ(editor.landing(first, "days/1/sessions/0"), Landing::Behind);
    EXPECT_EQ(editor.moveTo(first, "days/1/sessions/0"), "days/1/sessions/0");
    EXPECT_EQ(plan(editor), "d1-pm d2-am' | d1-am d2-pm' ") << "those between move one place on";
    EXPECT_EQ(editor.landing("days/1/sessions/0", first), Landing::Before);
    editor.moveTo("days/1/sessions/0", first);
    EXPECT_EQ(plan(editor), "d1-am d1-pm' | d2-am d2-pm' ");
    editor.undo();
    editor.undo();
    EXPECT_FALSE(editor.canUndo()) << "a step each";
    EXPECT_EQ(editor.landing(first, first), Landing::Nowhere);
    EXPECT_EQ(editor.landing(first, "skills/0"), Landing::Nowhere);
    EXPECT_EQ(editor.landing(first, "days"), Landing::Nowhere);
    EXPECT_EQ(editor.landing("days/0", first), Landing::Nowhere);
    EXPECT_EQ(editor.moveTo(first, "skills/0"), first);
    EXPECT_FALSE(editor.canUndo());
}

TEST_F(CourseEditorTest, ASessionDraggedOntoADayTakesItsFreeHalf) {
    auto editor = opened();
    editor.remove("days/1/sessions/0");
    EXPECT_EQ(plan(editor), "d1-am d1-pm' | d2-pm' ");
    EXPECT_EQ(editor.landing("days/0/sessions/1", "days/1"), Landing::Inside);
    EXPECT_EQ(editor.moveTo("days/0/sessions/1", "days/1"), "days/1/sessions/0");
    EXPECT_EQ(plan(editor), "d1-am | d1-pm d2-pm' ") << "the morning is the half that was free";
    EXPECT_EQ(editor.landing("days/0/sessions/0", "days/1"), Landing::Nowhere) << "a day keeps at least one session";
    EXPECT_EQ(editor.landing("days/0/sessions/0", "days/0"), Landing::Inside);
    EXPECT_EQ(editor.moveTo("days/0/sessions/0", "days/0"), "days/0/sessions/0");
    EXPECT_EQ(plan(editor), "d1-am' | d1-pm d2-pm' ") << "over its own day it takes the other half";
    EXPECT_EQ(editor.moveTo("days/1/sessions/1", "days/0"), "days/0/sessions/0");
    EXPECT_EQ(plan(editor), "d2-pm d1-am' | d1-pm ") << "its own half was taken";
    // A full day takes one more, which then needs hours of its own.
    editor.add("days/1/sessions/0");
    EXPECT_EQ(editor.moveTo("days/1/sessions/0", "days/0"), "days/0/sessions/1");
    EXPECT_TRUE(placesOf(editor).contains("days/0/sessions/1 hours"));
}

TEST_F(CourseEditorTest, OtherPartsAreDraggedWithinTheirList) {
    auto editor = opened();
    EXPECT_EQ(editor.landing("skills/0", "skills/2"), Landing::Behind);
    EXPECT_EQ(editor.moveTo("skills/0", "skills/2"), "skills/2");
    const auto& course = courseOf(editor);
    EXPECT_EQ(course.skills[0].id, "closing");
    EXPECT_EQ(course.skills[2].id, "greeting");
    EXPECT_EQ(editor.landing("skills/0", "readiness/0"), Landing::Nowhere);
    EXPECT_EQ(editor.landing("skills/0", "skills"), Landing::Nowhere);
    EXPECT_EQ(editor.moveTo("days/1", "days/0"), "days/0");
    EXPECT_EQ(plan(editor), "d2-am d2-pm' | d1-am d1-pm' ");
}

TEST_F(CourseEditorTest, AMoveThatDoesNothingIsNoStep) {
    auto editor = opened();
    EXPECT_EQ(editor.move("skills/0", -1), "skills/0");
    EXPECT_EQ(editor.move("days/0/sessions/0", -1), "days/0/sessions/0");
    EXPECT_FALSE(editor.canUndo());
}

TEST_F(CourseEditorTest, SavingTwiceGivesTheSameBytes) {
    auto editor = shipped();
    const auto folder = m_here / "shipped";
    editor.set("assessments/0", "draw", "15");
    editor.add("acknowledge");
    title(editor, "acknowledge/1", "保密", "Secrecy");
    editor.check();
    ASSERT_EQ(editor.save(folder.string(), "2027.1"), CourseEditor::Saved::Done);
    const auto once = *format::readFolder(folder).files;
    EXPECT_FALSE(editor.changed());
    ASSERT_EQ(editor.save(folder.string(), "2027.1"), CourseEditor::Saved::Done);
    EXPECT_EQ(*format::readFolder(folder).files, once);
}

TEST_F(CourseEditorTest, AFileIsTakenIntoThePackage) {
    auto editor = opened();
    const auto film = m_here / "our film (1).WEBM";
    append(film, "film");
    const auto path = editor.bring(film.string());
    EXPECT_EQ(path, "media/our-film--1-.webm");
    EXPECT_EQ(editor.file(path), "film");
    EXPECT_EQ(editor.bring(film.string()), path) << "the same file again is the same file";
    append(film, "s");
    EXPECT_EQ(editor.bring(film.string()), "media/our-film--1--2.webm");
    editor.set("days/0/sessions/0", "films", path);
    EXPECT_EQ(courseOf(editor).days[0].sessions[0].films, std::vector<std::string>{path});
    EXPECT_THROW((void)editor.bring((m_here / "none.webm").string()), format::FormatError);
    auto again = opened();
    EXPECT_EQ(again.file(path), "film") << "it is in the draft on disk";
}

TEST_F(CourseEditorTest, AProblemOfABankStandsAtTheQuizThatDrawsFromIt) {
    (void)shipped();
    append(m_here / "shipped/quizzes/practice.gift", "\n\n::broken::How many?{#many}\n");
    auto editor = shipped();
    EXPECT_TRUE(placesOf(editor).contains("assessments/1 bank"));
}

} // namespace
} // namespace fledgling::app::test
