#include "app/courseeditor/CourseEditorFixture.h"

#include <algorithm>
#include <fstream>
#include <rapidcheck.h>
#include <sstream>

namespace fledgling::app::test {
namespace {

using namespace domain;

TEST_F(CourseEditorTest, EachFieldReadsBackAsItWasWritten) {
    auto editor = shipped();
    editor.set("facts", "title.en", "Four-day course");
    editor.set("facts", "mentoring/days", "12");
    editor.set("facts", "working_week", "mon tue wed thu fri sat");
    editor.set("days/1", "title.zh-CN", "第二天：练习");
    editor.set("days/0/sessions/0", "title.en", "Attitude first");
    editor.set("days/0/sessions/0", "minutes", "200");
    editor.set("days/0/sessions/1", "kind", "classroom");
    editor.set("skills/0", "about.en", "Says: \"hello\" # always\nand smiles");
    editor.set("skills/0", "need", "helped");
    editor.set("assessments/0", "pass", "85");
    editor.set("assessments/0", "attempts", "3");
    editor.set("chat_review", "fails_cost_point", "5");
    editor.set("chat_review/tiers/0", "below", "21");
    editor.set("attendance", "make_up", "optional");
    editor.set("attendance/consequences/0", "text.en", "30 yuan");
    editor.set("readiness/3", "at_least", "12");
    const auto& course = courseOf(editor);
    EXPECT_EQ(course.title.in("en"), "Four-day course");
    EXPECT_EQ(course.mentoring.days, 12);
    EXPECT_EQ(course.workingWeek.size(), 6U);
    EXPECT_EQ(course.days[1].title.in("zh-CN"), "第二天：练习");
    EXPECT_EQ(course.days[0].sessions[0].title.in("en"), "Attitude first");
    EXPECT_EQ(course.days[0].sessions[0].minutes, Minutes(200));
    EXPECT_EQ(course.days[0].sessions[1].kind, SessionKind::Classroom);
    EXPECT_EQ(course.skills[0].about.in("en"), "Says: \"hello\" # always\nand smiles");
    EXPECT_EQ(course.skills[0].need, SkillLevel::Helped);
    EXPECT_EQ(course.assessments[0].passPercent, 85);
    EXPECT_EQ(course.assessments[0].attempts, 3);
    EXPECT_EQ(course.chatReview.failsCostPoint, 5);
    EXPECT_EQ(course.chatReview.tiers[0].below, 21);
    EXPECT_FALSE(course.attendance.makeUpRequired);
    EXPECT_EQ(course.attendance.consequences[0].text.in("en"), "30 yuan");
    EXPECT_EQ(course.readiness[3].atLeast, 12);
    EXPECT_EQ(value(editor, "skills/0", "about.en"), "Says: \"hello\" # always\nand smiles");
    EXPECT_EQ(value(editor, "assessments/0", "pass"), "85");
}

TEST_F(CourseEditorTest, WhatWasNotChangedStaysByteForByte) {
    auto editor = shipped();
    const auto before = editor.files();
    editor.set("days/0/sessions/0", "body.zh-CN", "# Neu\n\n正文\n");
    editor.set("chat_review", "first_reply_seconds", "45");
    editor.check();
    const auto after = editor.files();
    for (const auto& [path, bytes] : before.files())
        if (path != "course.yaml" && path != "sessions/d1-am.md") {
            EXPECT_EQ(after.files().at(path), bytes) << path;
        }
    auto expected = *before.find("course.yaml");
    const std::string was = "first_reply_seconds: 60 # inclusive (assumed)";
    expected.replace(expected.find(was), was.size(), "first_reply_seconds: 45 # inclusive (assumed)");
    EXPECT_EQ(*after.find("course.yaml"), expected) << "one line, and its comment stays";
    const auto& text = *after.find("sessions/d1-am.md");
    EXPECT_TRUE(text.ends_with("minutes: 240\n---\n\n# Neu\n\n正文\n")) << text;
    const auto read = format::readCourse(after);
    EXPECT_TRUE(read.ok());
}

TEST_F(CourseEditorTest, ASessionGoesThroughHalfDaysAndDays) {
    auto editor = opened();
    EXPECT_EQ(plan(editor), "d1-am d1-pm' | d2-am d2-pm' ");
    auto part = editor.move("days/1/sessions/0", -1);
    EXPECT_EQ(part, "days/0/sessions/1");
    EXPECT_EQ(plan(editor), "d1-am d2-am' | d1-pm d2-pm' ");
    part = editor.move(part, -1);
    EXPECT_EQ(plan(editor), "d2-am d1-am' | d1-pm d2-pm' ");
    EXPECT_EQ(editor.move(part, -1), part) << "nothing is before the first";
    // A half day that is free is taken, and a day keeps at least one session.
    editor.remove("days/1/sessions/0");
    EXPECT_EQ(plan(editor), "d2-am d1-am' | d2-pm' ");
    EXPECT_EQ(editor.move("days/1/sessions/0", -1), "days/1/sessions/0");
    EXPECT_EQ(plan(editor), "d2-am d1-am' | d2-pm ");
    EXPECT_EQ(editor.move("days/1/sessions/0", 1), "days/1/sessions/0");
    EXPECT_EQ(editor.move("days/0/sessions/1", 1), "days/1/sessions/0");
    EXPECT_EQ(plan(editor), "d2-am | d1-am d2-pm' ");
    EXPECT_FALSE(editor.mayRemove("days/0/sessions/0"));
    EXPECT_EQ(editor.move("days/0/sessions/0", 1), "days/0/sessions/0");
    EXPECT_EQ(editor.move("days/0/sessions/0", 1), "days/1/sessions/0") << "they change places";
    EXPECT_EQ(plan(editor), "d1-am' | d2-am d2-pm' ");
}

TEST_F(CourseEditorTest, DaysSkillsAndCriteriaAreAddedMovedAndTakenAway) {
    auto editor = opened();
    const auto skill = editor.add("skills/0");
    EXPECT_EQ(skill, "skills/1");
    editor.check();
    ASSERT_EQ(editor.findings().size(), 1U) << "a title has to be written";
    EXPECT_EQ(editor.findings()[0].part, skill);
    EXPECT_EQ(editor.findings()[0].field, "title.en");
    EXPECT_TRUE(editor.broken());
    EXPECT_FALSE(editor.preview("9").has_value());
    editor.set(skill, "title.en", "Patience");
    editor.set(skill, "id", "patience");
    EXPECT_EQ(editor.move(skill, -1), "skills/0");
    const auto day = editor.add("days");
    EXPECT_EQ(day, "days/2");
    editor.set(day + "/sessions/0", "title.en", "More");
    const auto session = editor.add(day + "/sessions/0");
    editor.set(session, "title.en", "Still more");
    const auto criterion = editor.add("readiness");
    editor.set(criterion, "measure", "assessment_passed");
    EXPECT_EQ(value(editor, criterion, "assessment"), "desk");
    editor.remove("attendance/consequences/0");
    const auto& course = courseOf(editor);
    EXPECT_EQ(course.skills.front().id, "patience");
    EXPECT_EQ(course.days.size(), 3U);
    EXPECT_EQ(course.days[2].sessions[1].when, HalfDay::Afternoon);
    EXPECT_EQ(course.readiness.back().assessment, "desk");
    EXPECT_TRUE(course.attendance.consequences.empty());
    editor.remove(day);
    EXPECT_EQ(courseOf(editor).days.size(), 2U);
    EXPECT_FALSE(editor.files().has("sessions/d3-am.md")) << "its texts go with it";
}

TEST_F(CourseEditorTest, ATextTheCoursesOwnLanguageLacksStopsTheVersion) {
    auto editor = shipped();
    editor.set("facts", "title.zh-CN", "");
    editor.check();
    ASSERT_EQ(editor.findings().size(), 1U);
    EXPECT_EQ(editor.findings()[0].problem.kind, format::ProblemKind::LanguageMissing);
    EXPECT_EQ(editor.findings()[0].severity(), format::Severity::Error);
    EXPECT_TRUE(editor.broken());
    EXPECT_FALSE(editor.preview("9").has_value());
    editor.undo();
    editor.check();
    EXPECT_FALSE(editor.broken());
    editor.set("facts", "title.en", "");
    editor.check();
    EXPECT_FALSE(editor.broken()) << "a translation may wait";
}

TEST_F(CourseEditorTest, AProblemStandsAtItsField) {
    auto editor = shipped();
    const auto at = [&](const std::string& part, const std::string& field, const std::string& bad) {
        editor.set(part, field, bad);
        editor.check();
        ASSERT_FALSE(editor.findings().empty()) << field;
        EXPECT_EQ(editor.findings()[0].part, part) << bad;
        EXPECT_EQ(editor.findings()[0].field, field) << editor.findings()[0].problem.text();
        editor.undo();
        editor.check();
        EXPECT_TRUE(editor.findings().empty()) << field;
    };
    at("facts", "hours/morning", "7:00-11:30");
    at("facts", "title.zh-CN", "");
    at("facts", "posts", "");
    at("days/0/sessions/0", "id", ""); // known to no book: the folder's course was never loaded
    at("days/0/sessions/0", "minutes", "many");
    at("days/0/sessions/0", "hours", "11:00-09:00");
    at("days/0/sessions/1", "films", "media/none.webm");
    at("days/0/sessions/1", "body.en", "# Title\n\n![gone](../media/gone.png)\n");
    at("skills/3", "title.zh-CN", "");
    at("skills/3", "id", "greeting");
    at("assessments/0", "draw", "999");
    at("assessments/0", "pass", "120");
    at("chat_review", "points", "40");
    at("chat_review/tiers/1", "below", "20");
    at("chat_review/criteria/0", "title.zh-CN", "");
    at("attendance", "statuses", "present late");
    at("attendance/consequences/1", "from", "2026-02-30");
    at("readiness/0", "at_least", "");
}

TEST_F(CourseEditorTest, SessionsThatOverlapAreCalledByTheirTitles) {
    auto editor = shipped();
    editor.set("days/0/sessions/0", "hours", "07:00-14:00");
    editor.check();
    const auto found = std::find_if(editor.findings().begin(), editor.findings().end(), [](const CourseEditor::Finding& one) {
        return one.problem.kind == format::ProblemKind::SessionsOverlap;
    });
    ASSERT_NE(found, editor.findings().end());
    EXPECT_EQ(found->part, "days/0/sessions/1");
    EXPECT_EQ(found->problem.arguments.at(1), editor.part("days/0/sessions/0")->title);
    EXPECT_NE(found->problem.arguments.at(1), value(editor, "days/0/sessions/0", "id"));
}

TEST_F(CourseEditorTest, ADraftOutlivesTheProgramAndIsDiscarded) {
    EXPECT_FALSE(draftWaits(at(trainer), drafts(), "small", "1"));
    {
        auto editor = opened();
        editor.set("days/0/sessions/0", "body.en", "# Attitude\n\nSmile.\n");
        editor.remove("skills/2");
        editor.check();
    }
    EXPECT_TRUE(draftWaits(at(trainer), drafts(), "small", "1"));
    EXPECT_FALSE(draftWaits(at(manager), drafts(), "small", "1")) << "somebody else's";
    auto editor = opened();
    EXPECT_TRUE(editor.resumed());
    EXPECT_EQ(courseOf(editor).skills.size(), 2U);
    EXPECT_TRUE(editor.shown("days/0/sessions/0", "en").find("Smile.") != std::string::npos);
    editor.discard();
    EXPECT_FALSE(editor.changed());
    EXPECT_FALSE(draftWaits(at(trainer), drafts(), "small", "1"));
    EXPECT_EQ(editor.files().files(), coursePackage("1"));
    auto again = opened();
    EXPECT_FALSE(again.resumed());
    // Somebody else's draft of the same version is not this one.
    editor.remove("skills/2");
    editor.check();
    CourseEditor other(at(manager), "en", drafts());
    other.open("small", "1");
    EXPECT_FALSE(other.resumed());
}

TEST_F(CourseEditorTest, ADraftStaysInItsDepartment) {
    auto here = opened();
    here.remove("skills/2");
    here.check();
    // A copy of the book has the same people and the same course.
    const auto path = (m_here / "copy.fledgling").string();
    m_database.copyTo(path);
    {
        const auto copy = Department::open(path);
        auto desk = copy->deskFor(trainer);
        CourseEditor there(desk, "en", drafts());
        there.open("small", "1");
        EXPECT_FALSE(there.resumed());
        EXPECT_FALSE(there.changed());
        there.remove("skills/0");
        there.check();
    }
    EXPECT_EQ(courseOf(here).skills.size(), 2U);
    auto again = opened();
    EXPECT_TRUE(again.resumed()) << "nobody else's draft takes its place";
    EXPECT_EQ(value(again, "skills/0", "id"), "greeting");
    const auto copy = Department::open((m_here / "drafts" / ".." / "copy.fledgling").string());
    auto desk = copy->deskFor(trainer);
    CourseEditor there(desk, "en", drafts());
    there.open("small", "1");
    EXPECT_TRUE(there.resumed()) << "the same file by another way to it";
    EXPECT_EQ(value(there, "skills/0", "id"), "closing");
}

TEST_F(CourseEditorTest, IsKeptAsAVersionOnlyWhenWhole) {
    auto editor = opened();
    EXPECT_EQ(editor.keep("2", "").change, 0) << "nothing is changed";
    editor.set("readiness/3", "at_least", "1");
    editor.set("skills/0", "title.en", "");
    editor.check();
    EXPECT_TRUE(editor.keep("2", "").refused());
    editor.undo();
    editor.check();
    const auto before = editor.files().files();
    EXPECT_EQ(refusedBy([&] { (void)editor.keep("1", ""); }), Rule::CourseVersionTaken);
    const auto load = editor.keep(editor.proposedVersion(), "fewer days");
    EXPECT_GT(load.change, 0);
    EXPECT_EQ(editor.version(), load.entry.version);
    EXPECT_FALSE(editor.changed());
    const auto files = store::CohortStore(m_database).files("small", load.entry.version);
    for (const auto& [path, bytes] : before)
        if (path != "course.yaml") {
            EXPECT_EQ(files.at(path), bytes) << path;
        }
    EXPECT_EQ(m_shelf.course("small", load.entry.version).readiness[3].atLeast, 1);
    EXPECT_EQ(m_shelf.course("small", "1").readiness[3].atLeast, 2);
    const auto trainee = addPerson("Trainee", {Role::Trainee});
    CourseEditor none(at(trainee), "en", drafts());
    EXPECT_EQ(refusedBy([&] { none.open("small", "1"); }), Rule::NotYourRight);
}

TEST_F(CourseEditorTest, ThePreviewSaysWhatChangesAndForWhom) {
    const auto cohort = addCohort("March", Date(2026, 3, 9));
    const auto mentor = addMentor("Mentor");
    const auto trainee = addTrainee("Wu", cohort);
    addAllMarks(cohort, trainee);
    (void)mentor;
    auto editor = opened();
    editor.remove("readiness/2"); // has a mentor
    editor.move("days/0/sessions/0", 1);
    editor.check();
    const auto preview = editor.preview("2");
    ASSERT_TRUE(preview.has_value());
    std::set<std::string> parts;
    for (const auto& one : preview->changes) parts.insert(one.part);
    EXPECT_TRUE(parts.contains("criterion mentor"));
    EXPECT_TRUE(parts.contains("days")) << "the order of sessions is a change";
    ASSERT_EQ(preview->moves.size(), 1U);
    EXPECT_TRUE(preview->moves[0].possible());
    ASSERT_EQ(preview->moves[0].changes.size(), 1U) << "her way is shorter";
    EXPECT_LT(preview->moves[0].changes[0].stepsAfter, preview->moves[0].changes[0].stepsBefore);
}

TEST_F(CourseEditorTest, IsSavedAsAFolderOrAFileAndNothingElseIsOverwritten) {
    auto editor = opened();
    editor.set("skills/0", "title.en", "Greeting");
    editor.check();
    const auto folder = (m_here / "next").string(), file = (m_here / "next.course").string();
    EXPECT_EQ(editor.save(folder, "not a version!"), CourseEditor::Saved::NotAVersion);
    EXPECT_EQ(editor.save(folder, "2"), CourseEditor::Saved::Done);
    EXPECT_EQ(editor.package(), folder);
    EXPECT_EQ(checkCourse(folder).course->version, "2");
    editor.set("skills/0", "title.en", "Hello");
    editor.check();
    std::ofstream(m_here / "next/course.yaml", std::ios::app) << "# seen\n";
    EXPECT_EQ(editor.save(folder, "2"), CourseEditor::Saved::ChangedOnDisk);
    EXPECT_EQ(editor.save(file, "2"), CourseEditor::Saved::Done);
    EXPECT_EQ(checkCourse(file).course->skills[0].title.in("en"), "Hello");
    EXPECT_EQ(editor.save(folder, "2"), CourseEditor::Saved::OtherCourseThere);
}

TEST_F(CourseEditorTest, AnIdTheBookKnowsStaysAndANewOneIsFollowed) {
    auto editor = opened();
    editor.set("skills/0", "id", "hello");
    EXPECT_EQ(value(editor, "skills/0", "id"), "greeting");
    const auto skill = editor.add("skills");
    editor.set(skill, "title.en", "Calm");
    editor.set("readiness/1", "skills", "greeting " + value(editor, skill, "id"));
    editor.set(skill, "id", "calm");
    EXPECT_TRUE(courseOf(editor).readiness[1].skills.contains("calm"));
}

/// Whatever is done, taking all of it back gives the bytes there were, and doing it again what it was.
TEST_F(CourseEditorTest, EverythingCanBeTakenBackAndDoneAgain) {
    const auto start = opened();
    const auto before = start.files();
    rc::check("random edits and undo", [&] {
        CourseEditor editor = start;
        const auto count = *rc::gen::inRange(1, 25);
        for (int i = 0; i < count; ++i) {
            const auto& parts = editor.parts();
            const std::string part = parts[*rc::gen::inRange<std::size_t>(0, parts.size())].id;
            switch (*rc::gen::inRange(0, 6)) {
            case 0: (void)editor.add(part); break;
            case 1: (void)editor.remove(part); break;
            case 2: (void)editor.move(part, -1); break;
            case 3: (void)editor.move(part, 1); break;
            default: {
                const auto fields = editor.fields(part);
                if (fields.empty()) break;
                const auto& field = fields[*rc::gen::inRange<std::size_t>(0, fields.size())];
                std::string text = *rc::gen::element<std::string>("7", "", "两个 词", "a: b # c", "\"x\"", "---\n", "late", "#", "- [x] {");
                if (field.input == EditorInput::Choice && !field.options.empty())
                    text = field.options[*rc::gen::inRange<std::size_t>(0, field.options.size())].key;
                editor.set(part, field.id, text);
                editor.endStep();
            }
            }
            RC_ASSERT(editor.editable());
        }
        // It is what any reader of packages makes of it, and every problem leads somewhere.
        editor.check();
        for (const auto& one : editor.findings())
            RC_ASSERT(editor.part(one.part) != nullptr);
        const auto after = editor.files();
        int steps = 0;
        for (; editor.canUndo(); ++steps) editor.undo();
        RC_ASSERT(editor.files() == before);
        for (; steps > 0; --steps) editor.redo();
        RC_ASSERT(editor.files() == after);
    });
}

} // namespace
} // namespace fledgling::app::test
