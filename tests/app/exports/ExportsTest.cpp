#include "app/exports/Exports.h"

#include "../DeskFixture.h"
#include "XapiRules.h"
#include "app/cohorts/Cohorts.h"
#include "app/exports/Answers.h"
#include "app/exports/CalendarEvents.h"
#include "app/people/People.h"
#include "app/quiz/QuizView.h"
#include "format/Csv.h"
#include "format/Json.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace fledgling::app::test {
namespace {

using namespace domain;
using format::JsonValue;

// Multiple and matching say by their places what is right; nothing of that may leave.
const char* EXPORTED_BANK = R"(
// [id:q1]
::first::Who comes first? {=the customer ~the agent ~the supplier}

// [id:q2]
::late::Is late free? {F}

// [id:q3]
::sixty::How many seconds? {#60:0}

// [id:q4]
::what::What do you say? {}

// [id:q5]
::pairs::Match. {=cat -> meow =dog -> woof =cow -> moo}
)";

std::map<std::string, std::string> withExportedQuiz() {
    auto files = coursePackage("2", "  - {id: quiz, title: Quiz, measure: assessment_passed, assessment: final}\n");
    auto& course = files.at("course.yaml");
    course.insert(course.find("  - {id: desk,"), "  - {id: final, kind: quiz, title: Final quiz, bank: quizzes/final.gift, pass: 75%, attempts: 2}\n");
    files["quizzes/final.gift"] = EXPORTED_BANK;
    return files;
}

class ExportsOf : public DeskFixture {
protected:
    ExportsOf() {
        loadPackage(withExportedQuiz(), "2");
        cohort = addCohort("Mar", today, today.plusDays(10), "2");
        wu = addTrainee("Wu Min", cohort);
        zhao = addTrainee("Zhao Lei", cohort);
        number(wu, "01001");
        number(trainer, "00003");
    }
    void number(const PersonId& who, const std::string& staffNumber) {
        auto person = *store::PeopleStore(m_database).person(who);
        person.card.staffNumber = staffNumber;
        write(store::PeopleStore::facts(person));
    }
    Exported of(ExportKind kind, const PersonId& who, const PersonId& person = {}) {
        ExportChoice choice;
        choice.cohort = cohort;
        choice.person = person;
        return exportOf(at(who), kind, choice, "en", english());
    }
    format::CalendarEvent eventOf(const format::CalendarOut& calendar, const SessionId& id) {
        for (const auto& one : calendar.events)
            if (one.uid == "session-" + id.text() + "@fledgling") return one;
        ADD_FAILURE() << "not in the calendar";
        return {};
    }
    format::CalendarOut whole() { return CalendarEvents(at(trainer), "en", english()).ofCohort(cohortOf(at(trainer), cohort)); }
    format::CalendarOut own(const PersonId& who) {
        return CalendarEvents(at(who), "en", english()).ofPerson(*store::PeopleStore(m_database).person(who), {});
    }
    void move(const char* half, const std::function<void(Session&)>& how) {
        auto one = *store::CohortStore(m_database).session(session(cohort, half));
        how(one);
        write({store::CohortStore::fact(one)});
    }
    JsonValue statements(const PersonId& who = {}) { return format::jsonOf(of(ExportKind::Xapi, trainer, who).bytes, "x.json"); }
    static std::string verbOf(const JsonValue& statement) {
        const auto id = *statement.find("verb")->textAt("id");
        return id.substr(id.rfind('/') + 1);
    }
    static std::vector<JsonValue> only(const JsonValue& all, const std::string& verb) {
        std::vector<JsonValue> found;
        for (const auto& one : all.items)
            if (verbOf(one) == verb) found.push_back(one);
        return found;
    }
    void takeQuiz(const std::string& words) {
        QuizView view(at(wu), "en");
        view.open("final");
        view.begin();
        for (std::size_t i = 0; i < view.asked().size(); ++i) {
            const auto asked = view.asked()[i];
            const auto placeOf = [&](const std::string& option) {
                return static_cast<std::size_t>(std::find(asked.options.begin(), asked.options.end(), option) - asked.options.begin());
            };
            if (asked.key == "q1") view.answer(i, std::vector<std::size_t>{placeOf("the customer")});
            if (asked.key == "q2") view.answer(i, true);
            if (asked.key == "q3") view.answer(i, std::string(" 60 s"));
            if (asked.key == "q4" && !words.empty()) view.answer(i, words);
            if (asked.key == "q5") view.answer(i, std::vector<std::string>{"meow", "woof", "woof"});
        }
        view.handIn();
    }
    CohortId cohort;
    PersonId wu, zhao;
};

using CalendarsOf = ExportsOf;
using StatementsOf = ExportsOf;
using MoodleOf = ExportsOf;

TEST_F(CalendarsOf, ACohortHasItsHalfDaysAndItsReview) {
    const auto calendar = whole();
    ASSERT_EQ(calendar.events.size(), 5U);
    const auto& first = calendar.events.front();
    EXPECT_EQ(first.summary, "Attitude");
    EXPECT_EQ(first.location, "Room 1");
    EXPECT_EQ(first.sequence, 0);
    EXPECT_EQ(first.alarmMinutes, 30);
    EXPECT_EQ(first.description, "Trainer: Trainer\nMar");
    EXPECT_EQ(first.categories.size(), 1U);
    const auto& review = calendar.events.back();
    EXPECT_FALSE(review.hours);
    EXPECT_EQ(review.day, today.plusDays(10));
    EXPECT_EQ(review.alarmMinutes, 24 * 60);
    EXPECT_EQ(review.uid, "review-" + cohort.text() + "@fledgling");
}

TEST_F(CalendarsOf, EveryMoveRaisesTheSequenceAndKeepsTheUid) {
    const auto id = session(cohort, "d1-am");
    const auto before = eventOf(whole(), id);
    time = TimeOfDay(9, 30);
    move("d1-am", [](Session& one) { one.room = "Room 2"; });
    move("d1-am", [](Session& one) { one.day = one.day.plusDays(3); });
    const auto after = eventOf(whole(), id);
    EXPECT_EQ(after.sequence, 2);
    EXPECT_EQ(after.location, "Room 2");
    EXPECT_EQ(after.made, before.made);
    EXPECT_EQ(after.changed.ms - before.changed.ms, 30 * 60'000);
    move("d1-am", [](Session&) {});
    EXPECT_EQ(eventOf(whole(), id).sequence, 2) << "nothing moved";
    move("d1-am", [](Session& one) { one.hours = *Hours::parse("08:00-11:30"); });
    move("d1-am", [this](Session& one) { one.trainer = supervisor; });
    EXPECT_EQ(eventOf(whole(), id).sequence, 4);
}

TEST_F(CalendarsOf, WhatWasTakenOutIsCancelledAndComesBackLater) {
    const auto id = session(cohort, "d2-pm");
    const auto held = *store::CohortStore(m_database).session(id);
    write({store::Fact{"session", {held.id.text()}, {}, true, {}}});
    const auto gone = eventOf(whole(), id);
    EXPECT_TRUE(gone.cancelled);
    EXPECT_EQ(gone.sequence, 1);
    EXPECT_EQ(gone.summary, "Follow an agent");
    EXPECT_NE(of(ExportKind::Calendar, trainer).bytes.find("STATUS:CANCELLED"), std::string::npos);
    write({store::CohortStore::fact(held)});
    const auto back = eventOf(whole(), id);
    EXPECT_FALSE(back.cancelled);
    EXPECT_EQ(back.sequence, 2);
}

TEST_F(CalendarsOf, AReviewMovesAndIsCalledOff) {
    auto changed = cohortOf(at(trainer), cohort);
    changed.review = today.plusDays(11);
    write({store::CohortStore::fact(changed)});
    EXPECT_EQ(whole().events.back().sequence, 1);
    changed.name = "March";
    write({store::CohortStore::fact(changed)});
    EXPECT_EQ(whole().events.back().sequence, 1) << "a name moves nothing";
    changed.review.reset();
    write({store::CohortStore::fact(changed)});
    const auto review = whole().events.back();
    EXPECT_TRUE(review.cancelled);
    EXPECT_EQ(review.sequence, 2);
    EXPECT_EQ(review.day, today.plusDays(11));
}

TEST_F(CalendarsOf, ThePastIsAsItWasKnown) {
    const auto id = session(cohort, "d1-am");
    const auto then = last();
    move("d1-am", [](Session& one) { one.room = "Room 2"; });
    at(trainer).asOf = then;
    EXPECT_EQ(eventOf(whole(), id).location, "Room 1");
    EXPECT_EQ(eventOf(whole(), id).sequence, 0);
    at(trainer).asOf = store::NOW;
}

TEST_F(CalendarsOf, ATraineesOwnIsWhatHeOrSheAttends) {
    EXPECT_EQ(own(wu).events.size(), 5U);
    const auto other = addCohort("Apr", today.plusDays(7), {}, "2");
    const auto guesting = session(other, "d1-am");
    write({store::AttendanceStore::fact(store::Guest{guesting, wu}, true)});
    EXPECT_EQ(own(wu).events.size(), 6U) << "a make-up with another class";
    write({store::AttendanceStore::fact(store::Guest{guesting, wu}, false)});
    EXPECT_TRUE(eventOf(own(wu), guesting).cancelled);
    EXPECT_EQ(eventOf(own(wu), guesting).sequence, 1);
    write({store::CohortStore::fact(Member{cohort, wu, Date(2026, 3, 1), today.plusDays(1), "moved"})});
    const auto calendar = own(wu);
    EXPECT_FALSE(eventOf(calendar, session(cohort, "d1-pm")).cancelled);
    EXPECT_TRUE(eventOf(calendar, session(cohort, "d2-am")).cancelled);
    EXPECT_GT(eventOf(calendar, session(cohort, "d2-am")).sequence, 0);
    EXPECT_TRUE(calendar.events.back().cancelled || calendar.events[4].cancelled) << "the review, too";
}

TEST_F(CalendarsOf, ATrainersOwnIsWhatHeOrSheTeaches) {
    EXPECT_EQ(own(trainer).events.size(), 4U);
    move("d1-am", [this](Session& one) { one.trainer = supervisor; });
    const auto calendar = own(trainer);
    ASSERT_EQ(calendar.events.size(), 4U);
    EXPECT_TRUE(eventOf(calendar, session(cohort, "d1-am")).cancelled) << "handed on";
    EXPECT_EQ(own(supervisor).events.size(), 1U);
    EXPECT_FALSE(own(supervisor).events.front().cancelled);
}

TEST_F(ExportsOf, AreForWhoMaySeeThem) {
    EXPECT_EQ(refusedBy([&] { (void)of(ExportKind::Calendar, wu); }), Rule::NotYourRight);
    EXPECT_EQ(refusedBy([&] { (void)of(ExportKind::Calendar, wu, zhao); }), Rule::NotYourRight);
    EXPECT_FALSE(refusedBy([&] { (void)of(ExportKind::Calendar, wu, wu); }));
    const auto mentor = addMentor("Chen Bo");
    EXPECT_EQ(refusedBy([&] { (void)of(ExportKind::Calendar, mentor, wu); }), Rule::NotYourRight);
    addPair(wu, mentor, today);
    EXPECT_FALSE(refusedBy([&] { (void)of(ExportKind::Calendar, mentor, wu); }));
    for (const auto kind : {ExportKind::Xapi, ExportKind::MoodleMarks, ExportKind::MoodleSessions}) {
        EXPECT_EQ(refusedBy([&] { (void)of(kind, mentor); }), Rule::NotYourRight) << keyOf(kind);
        EXPECT_EQ(refusedBy([&] { (void)of(kind, wu, wu); }), Rule::NotYourRight) << keyOf(kind);
        EXPECT_FALSE(refusedBy([&] { (void)of(kind, supervisor); })) << keyOf(kind);
        EXPECT_TRUE(mayExport(at(supervisor), kind));
        EXPECT_FALSE(mayExport(at(mentor), kind));
    }
    EXPECT_EQ(refusedBy([&] { (void)of(ExportKind::Xapi, trainer, mentor); }), Rule::Unknown);
}

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

TEST_F(MoodleOf, AttendanceIsARowPerMarkByStaffNumber) {
    addMark(cohort, "d1-am", wu, MarkKind::Late, 12);
    addMark(cohort, "d1-pm", wu, MarkKind::Absent);
    addMark(cohort, "d1-am", zhao);
    const auto exported = of(ExportKind::MoodleMarks, trainer);
    EXPECT_EQ(exported.entries, 2U);
    EXPECT_EQ(exported.withoutNumber, std::vector<std::string>{"Zhao Lei"});
    EXPECT_EQ(exported.fileName, "Mar-moodle.csv");
    const auto table = format::csvTable(exported.bytes.substr(3), "x.csv", ',');
    ASSERT_EQ(table.rows.size(), 3U);
    EXPECT_EQ(table.rows[1].cells, (std::vector<std::string>{"2026-03-16 07:00", "01001", "L", "late 12 min"}));
    EXPECT_EQ(table.rows[2].cells, (std::vector<std::string>{"2026-03-16 13:00", "01001", "A", ""}));
}

TEST_F(MoodleOf, OneHalfDayOrOnePersonAlone) {
    addAllMarks(cohort, wu);
    ExportChoice choice;
    choice.courseSession = "d2-am";
    EXPECT_EQ(exportOf(at(trainer), ExportKind::MoodleMarks, choice, "en", english()).entries, 1U);
    choice.courseSession = "d9-am";
    EXPECT_EQ(refusedBy([&] { (void)exportOf(at(trainer), ExportKind::MoodleMarks, choice, "en", english()); }), Rule::NoSuchSession);
    EXPECT_EQ(of(ExportKind::MoodleMarks, trainer, zhao).entries, 0U);
}

TEST_F(MoodleOf, SessionsNameTheCourseAsMoodleDoes) {
    ExportChoice choice;
    choice.moodleCourse = "KEFU";
    const auto exported = exportOf(at(trainer), ExportKind::MoodleSessions, choice, "en", english());
    EXPECT_EQ(exported.entries, 4U);
    const auto table = format::csvTable(exported.bytes.substr(3), "x.csv", ',');
    EXPECT_EQ(table.rows[1].cells, (std::vector<std::string>{"KEFU", "", "2026-03-16", "07:00", "11:30", "Attitude · Room 1 · Trainer"}));
}

TEST_F(ExportsOf, AreWrittenWhole) {
    const auto path = std::filesystem::temp_directory_path() / ("fledgling-exports-" + std::to_string(::getpid()) + ".ics");
    const auto exported = of(ExportKind::Calendar, trainer);
    saveExport(exported, path.string());
    EXPECT_EQ(std::filesystem::file_size(path), exported.bytes.size());
    std::filesystem::remove(path);
    EXPECT_THROW(saveExport(exported, "/nowhere/at/all.ics"), format::FormatError);
    EXPECT_EQ(fileNameFor("a/b:c", ExportKind::Xapi), "a-b-c.json");
}

} // namespace
} // namespace fledgling::app::test
