#include "app/courses/CourseView.h"

#include "app/DeskFixture.h"
#include "app/Record.h"
#include "app/Words.h"
#include "app/problems/WeeklySummary.h"
#include "support/Here.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <unistd.h>

namespace fledgling::app::test {
namespace {

using namespace domain;
namespace fs = std::filesystem;

class CoursesTest : public DeskFixture {
protected:
    void SetUp() override {
        m_folder = fs::temp_directory_path() / ("fledgling-course-" + std::to_string(::getpid()));
        fs::remove_all(m_folder);
        writePackage(coursePackage("2"));
    }
    void TearDown() override { fs::remove_all(m_folder); }

    void writePackage(const std::map<std::string, std::string>& files) {
        for (const auto& [path, bytes] : files) {
            fs::create_directories((m_folder / path).parent_path());
            std::ofstream(m_folder / path, std::ios::binary | std::ios::trunc) << bytes;
        }
    }
    std::string path() const { return m_folder.string(); }

    fs::path m_folder;
};

TEST_F(CoursesTest, ALoadedVersionIsReadBackFromTheBook) {
    const auto load = loadCourse(at(trainer), path());
    EXPECT_GT(load.change, 0);
    const auto& loaded = m_shelf.loaded("small", "2");
    EXPECT_EQ(loaded.course.sessionCount(), 4U);
    EXPECT_EQ(loaded.file("sessions/d1-am.md"), coursePackage("2").at("sessions/d1-am.md"));
    EXPECT_EQ(loadCourse(at(trainer), path()).change, 0); // the same again writes nothing
}

TEST_F(CoursesTest, AChangedCourseNeedsANewVersionNumber) {
    loadCourse(at(trainer), path());
    auto changed = coursePackage("2");
    changed["sessions/d1-am.md"] = "# Attitude\n\nSmile.\n";
    writePackage(changed);
    EXPECT_EQ(refusedBy([&] { loadCourse(at(trainer), path()); }), Rule::CourseVersionTaken);
    EXPECT_EQ(m_shelf.loaded("small", "2").file("sessions/d1-am.md"), coursePackage("2").at("sessions/d1-am.md"));
}

TEST_F(CoursesTest, WhatTheShippedVersionSaysStaysAsItWas) {
    // Departments that loaded a version refuse another one of the same number (the test above), so this line and
    // `version` of course.yaml change together or not at all.
    const std::string version = "2026.6", digest = "e422dd629e3ceff57971164a4450713ba76441fcd8f0617043872337d4ad2d30";
    const auto load = loadCourse(at(trainer), (fledgling::test::source() / "courses/customer-service").string());
    ASSERT_FALSE(load.refused());
    const auto kept = store::CohortStore(m_database).courses();
    const auto shipped = std::find_if(kept.begin(), kept.end(),
                                      [](const auto& one) { return one.course == "customer-service"; });
    ASSERT_NE(shipped, kept.end());
    EXPECT_TRUE(shipped->version == version && shipped->digest == digest)
        << "courses/customer-service is no longer what was shipped as version " << version
        << ": give it a new version in course.yaml, then write version " << shipped->version << " and the digest "
        << shipped->digest << " here";
}

TEST_F(CoursesTest, APackageWithAnErrorIsNotKept) {
    writePackage({{"course.yaml", "id: small\nversion: \"3\"\nminuets: 3\n"}});
    const auto before = last();
    const auto load = loadCourse(at(trainer), path());
    EXPECT_TRUE(load.refused());
    EXPECT_EQ(last(), before);
}

TEST_F(CoursesTest, OnlyWhoTeachesOrLeadsLoadsACourse) {
    const auto trainee = addPerson("Wu Min", {Role::Trainee});
    EXPECT_EQ(refusedBy([&] { loadCourse(at(trainee), path()); }), Rule::NotYourRight);
}

TEST_F(CoursesTest, WhatChangedIsNamedPartByPart) {
    Course before = m_shelf.course("small", "1"), after = before;
    after.skills.front().need = SkillLevel::Shown;
    after.days.front().sessions.pop_back();
    after.readiness.push_back(after.readiness.front());
    after.readiness.back().id = "more";
    std::map<std::string, CourseDifference::Kind> found;
    for (const auto& one : differences(before, after)) {
        found[one.part] = one.kind;
        EXPECT_FALSE(one.title.empty()) << one.part << " is told by its title";
    }
    using Kind = CourseDifference::Kind;
    EXPECT_EQ(found, (std::map<std::string, Kind>{
                         {"skill greeting", Kind::Changed}, {"session d1-pm", Kind::Removed}, {"criterion more", Kind::Added}}));
}

TEST_F(CoursesTest, WhoLooksAtTheNewestVersionSeesTheOneKeptMeanwhile) {
    CourseView newest(at(trainer), "en"), chosen(at(trainer), "en");
    newest.load();
    ASSERT_EQ(newest.course()->version, "1");
    loadCourse(at(trainer), path());
    newest.load();
    EXPECT_EQ(newest.course()->version, "2");
    chosen.showVersion("small", "1");
    chosen.load();
    EXPECT_EQ(chosen.course()->version, "1") << "an older one stays the one that was chosen";
}

TEST_F(CoursesTest, VersionsAreTitledInTheReadersLanguage) {
    auto files = coursePackage("2");
    const std::string title = "title: Small course\n";
    auto& yaml = files.at("course.yaml");
    yaml.replace(yaml.find(title), title.size(), "title: {en: Small course, zh-CN: 小课程}\n");
    writePackage(files);
    loadCourse(at(trainer), path());
    EXPECT_EQ(coursesOf(at(trainer)).back().title, "Small course");
    EXPECT_EQ(coursesOf(at(trainer), "zh-CN").back().title, "小课程");
    EXPECT_EQ(coursesOf(at(trainer), "zh-CN").front().title, "Small course") << "it has no other";
}

TEST_F(CoursesTest, TheViewShowsAPackageOnDiskAndNoticesAChange) {
    CourseView view(at(trainer), "en");
    view.showPackage(path());
    ASSERT_NE(view.course(), nullptr);
    EXPECT_FALSE(view.broken());
    EXPECT_FALSE(view.changedOnDisk());
    writePackage({{"course.yaml", coursePackage("2").at("course.yaml") + "minuets: 3\n"}, {"extra.md", "x"}});
    EXPECT_TRUE(view.changedOnDisk());
    view.load();
    EXPECT_TRUE(view.broken());
    EXPECT_EQ(view.course(), nullptr);
    const auto lines = view.sourceAround(view.problems().front());
    ASSERT_FALSE(lines.empty());
    for (const auto& line : lines)
        if (line.bad) {
            EXPECT_EQ(line.text, "minuets: 3");
        }
}

TEST_F(CoursesTest, ATraineeNeverReadsTheAnswersOfAQuiz) {
    auto files = coursePackage("2");
    files["sessions/d1-am.md"] = "# Attitude\n\nSmile.\n\n## Quiz\n\n1. Who comes first?\n   - [x] the customer\n   - [ ] the phone\n";
    writePackage(files);
    loadCourse(at(trainer), path());
    const auto trainee = addPerson("Wu Min", {Role::Trainee});
    CourseView teacher(at(trainer), "en"), learner(at(trainee), "en");
    for (auto* view : {&teacher, &learner}) view->showVersion("small", "2");
    EXPECT_NE(teacher.textOf(teacher.parts().front()).find("the phone"), std::string::npos);
    EXPECT_EQ(learner.textOf(learner.parts().front()).find("the phone"), std::string::npos);
}

TEST_F(CoursesTest, EveryPictureOfATextIsFoundWhereTheTextSays) {
    for (const char* language : {"en", "zh-CN"}) {
        CourseView view(at(trainer), language);
        view.showPackage((fledgling::test::source() / "courses/customer-service").string());
        int pictures = 0;
        for (const auto& part : view.parts()) {
            const auto html = view.textOf(part);
            const std::regex picture("<img src=\"([^\"]*)\"");
            for (std::sregex_iterator one(html.begin(), html.end(), picture), end; one != end; ++one, ++pictures)
                EXPECT_TRUE(view.file((*one)[1])) << part.id << ": " << (*one)[1];
        }
        EXPECT_GE(pictures, 4) << "each flow has its diagram";
    }
}

TEST_F(CoursesTest, TheCommonAnswersStandBesideEveryVersion) {
    writePackage(coursePackage("2"));
    CourseView view(at(trainer), "en");
    const auto shown = [&] {
        view.load();
        EXPECT_EQ(view.parts().back().id, "answers");
        return view.textOf(view.parts().back());
    };
    EXPECT_EQ(shown(), "");
    agreeAnswer(at(addMentor("Mia")), {"", today, "Paid, nothing arrived?", "Look at the order first.", {}});
    EXPECT_NE(shown().find("Look at the order first."), std::string::npos);
    view.showPackage(path());
    EXPECT_NE(shown().find("Look at the order first."), std::string::npos) << "a course being written, too";
}

TEST_F(CoursesTest, TheViewKeepsACleanPackageAsAVersion) {
    CourseView view(at(trainer), "en");
    view.showPackage(path());
    EXPECT_FALSE(view.changes().empty()); // the rule's wording differs from version 1
    view.keepPackage();
    EXPECT_TRUE(view.package().empty());
    ASSERT_NE(view.course(), nullptr);
    EXPECT_EQ(view.course()->version, "2");
    EXPECT_EQ(view.versions().size(), 2U);
}

TEST_F(CoursesTest, AVersionShowsWhoseVerdictItChangesBeforeACohortTakesIt) {
    const auto cohort = addCohort("Mar", today);
    const auto wu = addTrainee("Wu Min", cohort);
    auto files = coursePackage("2");
    auto& course = files.at("course.yaml");
    course.replace(course.find("measure: days_mentored, at_least: 2"), 35, "measure: days_mentored, at_least: 3");
    writePackage(files);
    CourseView view(at(trainer), "en");
    view.showPackage(path());
    ASSERT_EQ(view.cohortMoves().size(), 1U);
    ASSERT_EQ(view.cohortMoves()[0].changes.size(), 1U) << "a day more to mentor is a longer way";
    const auto change = view.cohortMoves()[0].changes[0];
    EXPECT_EQ(change.trainee, wu);
    ASSERT_EQ(change.come.size(), 1U) << "as many steps as before, one of which is longer";
    ASSERT_EQ(change.gone.size(), 1U);
    EXPECT_EQ(sentence(change.come[0].step, change.come[0].subject, english()), "3 more days with the mentor");
    EXPECT_EQ(sentence(change.gone[0].step, change.gone[0].subject, english()), "2 more days with the mentor");
    view.keepPackage();
    EXPECT_EQ(refusedBy([&] { view.moveCohort(cohort, ""); }), Rule::ReasonNeeded);
    EXPECT_EQ(recordOf(at(manager), wu).course->version, "1") << "a running cohort keeps its version";
    view.moveCohort(cohort, "one more day agreed");
    EXPECT_EQ(recordOf(at(manager), wu).course->version, "2");
    view.load();
    EXPECT_TRUE(view.cohortMoves().empty());
}

TEST_F(CoursesTest, AnotherOrderOfTheSameStepsChangesNobodysWay) {
    const auto cohort = addCohort("Mar", today);
    addTrainee("Wu Min", cohort);
    auto next = m_shelf.course("small", "1");
    next.version = "2";
    std::reverse(next.days.front().sessions.begin(), next.days.front().sessions.end());
    std::reverse(next.skills.begin(), next.skills.end());
    const auto moves = cohortMoves(at(trainer), next);
    ASSERT_EQ(moves.size(), 1U);
    EXPECT_TRUE(moves[0].changes.empty());
}

TEST_F(CoursesTest, ACohortDoesntTakeAVersionThatLacksASessionItHasLaid) {
    const auto cohort = addCohort("Mar", today);
    addTrainee("Wu Min", cohort);
    auto files = coursePackage("2");
    auto& course = files.at("course.yaml");
    const auto from = course.find("      - {id: d2-pm");
    course.erase(from, course.find('\n', from) + 1 - from);
    files.erase("sessions/d2-pm.md");
    writePackage(files);
    ASSERT_FALSE(loadCourse(at(trainer), path()).refused());
    const auto moves = cohortMoves(at(trainer), m_shelf.course("small", "2"));
    ASSERT_EQ(moves.size(), 1U);
    EXPECT_EQ(moves[0].missing, (std::vector<std::string>{"d2-pm"}));
    EXPECT_EQ(refusedBy([&] { moveToVersion(at(trainer), cohort, "2", "x"); }), Rule::NoSuchSession);
}

} // namespace
} // namespace fledgling::app::test
