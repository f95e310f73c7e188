#include "app/people/ImportView.h"
#include "app/people/PeopleView.h"

#include "app/DeskFixture.h"
#include "app/Words.h"

#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace fledgling::app::test {
namespace {

using namespace domain;

class PeopleViewTest : public DeskFixture {
protected:
    std::vector<std::string> names(const PeopleView& view) {
        std::vector<std::string> all;
        for (const auto* row : view.shown())
            all.push_back(row->person.card.name);
        return all;
    }
};

TEST_F(PeopleViewTest, EveryWordTypedNarrowsTheList) {
    addMentor("Chen Bo");
    addMentor("Chen Li");
    PeopleView view(at(supervisor));
    view.load();
    EXPECT_EQ(view.shown().size(), 5U);
    view.filter({.text = "chen"});
    EXPECT_EQ(names(view), (std::vector<std::string>{"Chen Bo", "Chen Li"}));
    view.filter({.text = "CHEN  bo"});
    EXPECT_EQ(names(view), std::vector<std::string>{"Chen Bo"});
}

TEST_F(PeopleViewTest, AChineseNameIsFoundByItsPinyin) {
    addPerson("郭欣然", {Role::Trainee});
    addPerson("彭飞", {Role::Mentor});
    PeopleView view(at(supervisor));
    view.load();
    for (const char* typed : {"guoxin", "Guo Xin", "xinran", "欣"}) {
        view.filter({.text = typed});
        EXPECT_EQ(names(view), std::vector<std::string>{"郭欣然"}) << typed;
    }
    view.filter({.text = "guofei"});
    EXPECT_TRUE(names(view).empty());
}

TEST_F(PeopleViewTest, RolesAndPostsFilterAndWhoLeftIsHidden) {
    const auto mentor = addMentor("Chen Bo", 2, {Post::Order});
    PeopleView view(at(supervisor));
    view.load();
    view.filter({.role = Role::Mentor});
    EXPECT_EQ(names(view), std::vector<std::string>{"Chen Bo"});
    view.filter({.post = Post::Complaint});
    EXPECT_TRUE(names(view).empty());
    EXPECT_EQ(view.size(), 4U);
    view.retire(mentor, "went home");
    view.filter({.role = Role::Mentor});
    EXPECT_TRUE(names(view).empty());
    EXPECT_EQ(view.size(), 3U) << "nobody who left is missing from what is shown";
    EXPECT_EQ(view.count(Role::Mentor), 0);
    view.filter({.role = Role::Mentor, .retired = true});
    EXPECT_EQ(names(view).size(), 1U);
    EXPECT_EQ(view.size(), 4U);
    view.reinstate(mentor, "came back");
    EXPECT_EQ(view.count(Role::Mentor), 1);
}

TEST_F(PeopleViewTest, AMentorShowsLoadAndATraineeTheCohort) {
    const auto mentor = addMentor("Chen Bo", 3);
    const auto cohort = addCohort("Nov-1", Date(2026, 3, 9));
    const auto wu = addTrainee("Wu Min", cohort);
    addPair(wu, mentor, Date(2026, 3, 12));
    PeopleView view(at(supervisor));
    view.load();
    EXPECT_EQ(view.row(mentor.text())->load, 1);
    EXPECT_EQ(view.row(wu.text())->cohort, "Nov-1");
    view.filter({.text = "nov-1"});
    EXPECT_EQ(names(view), std::vector<std::string>{"Wu Min"}) << "a cohort's name finds its trainees";
}

TEST_F(PeopleViewTest, LeaveIsAskedForThenDecidedByAManager) {
    const auto mentor = addMentor("Chen Bo");
    PeopleView view(at(supervisor));
    view.load();
    ASSERT_TRUE(view.mayAskFor(mentor));
    const auto leave = view.askLeave(mentor, today, today.plusDays(1), "wedding");
    EXPECT_EQ(view.row(mentor.text())->asked, 1);
    EXPECT_FALSE(view.row(mentor.text())->away) << "it counts only once approved";
    view.filter({.asking = true});
    EXPECT_EQ(names(view), std::vector<std::string>{"Chen Bo"});
    EXPECT_EQ(refusedBy([&] { view.decideLeave(leave, true, ""); }), Rule::NotYourRight);
    PeopleView managers(at(manager));
    managers.load();
    ASSERT_EQ(managers.asked().size(), 1U);
    EXPECT_EQ(managers.leave(leave.text())->name, "Chen Bo");
    managers.decideLeave(leave, true, "");
    EXPECT_TRUE(managers.row(mentor.text())->away);
    EXPECT_TRUE(managers.asked().empty());
    EXPECT_EQ(managers.leavesOf(mentor).front().leave.state, LeaveState::Approved);
}

TEST_F(PeopleViewTest, AMentorsLeaveNamesWhomHeOrSheLeadsOnThoseDays) {
    const auto mentor = addMentor("Chen Bo", 3);
    const auto cohort = addCohort("Nov-1", Date(2026, 3, 9));
    const auto wu = addTrainee("Wu Min", cohort), zhao = addTrainee("Zhao Lei", cohort);
    addPair(wu, mentor, Date(2026, 3, 12));
    addPair(zhao, mentor, today.plusDays(10));
    PeopleView view(at(manager));
    view.load();
    const auto soon = view.askLeave(mentor, today.plusDays(1), today.plusDays(2), "wedding");
    const auto later = view.askLeave(mentor, today.plusDays(9), today.plusDays(11), "rest");
    const auto past = view.askLeave(mentor, today.plusDays(-9), today.plusDays(-8), "rest");
    EXPECT_EQ(view.leave(soon.text())->led, std::vector<std::string>{"Wu Min"});
    EXPECT_EQ(view.leave(later.text())->led.size(), 2U);
    EXPECT_TRUE(view.leave(past.text())->led.empty());
    const auto own = view.askLeave(wu, today.plusDays(1), today.plusDays(2), "dentist");
    EXPECT_TRUE(view.leave(own.text())->led.empty());
}

class ImportViewTest : public DeskFixture {
protected:
    ~ImportViewTest() override { std::filesystem::remove(m_file); }
    std::string roster(const std::string& text) {
        m_file = std::filesystem::temp_directory_path() / ("roster-" + std::to_string(getpid()) + ".csv");
        std::ofstream(m_file) << text;
        return m_file.string();
    }

private:
    std::filesystem::path m_file;
};

TEST_F(ImportViewTest, NothingIsKeptBeforeKeepAndASecondRunAddsNothing) {
    ImportView view(at(supervisor));
    view.read(roster("工号,姓名,身份证号\n0012,吴敏,110101\n0013,赵磊,110102\n"));
    EXPECT_EQ(view.totals().added, 2);
    EXPECT_EQ(view.dropped(), std::vector<std::string>{"身份证号"});
    EXPECT_EQ(view.toKeep(), 2);
    const auto before = store::PeopleStore(m_database).people().size();
    EXPECT_GT(view.keep(), 0);
    EXPECT_EQ(store::PeopleStore(m_database).people().size(), before + 2);
    EXPECT_EQ(view.totals().same, 2);
    EXPECT_EQ(view.keep(), 0);
    EXPECT_EQ(store::PeopleStore(m_database).byStaffNumber("0012").size(), 1U) << "zeros stay";
}

TEST_F(ImportViewTest, WhatWantsAnEyeComesFirst) {
    ImportView view(at(supervisor));
    view.read(roster("staff number,name,phone\n1,An,13800000001\n2,,13800000002\n3,Bo,13800000003\n"));
    const auto lines = view.lines();
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines.front().verdict, RosterVerdict::Refused);
    EXPECT_EQ(lines.front().number, 3);
    EXPECT_EQ(view.lines(RosterVerdict::New).size(), 2U);
}

TEST_F(ImportViewTest, ALostZeroIsSaidAmongWhatWantsAnEyeAndWhoWasNewIsKnownAfterwards) {
    ImportView view(at(supervisor));
    view.read(roster("staff number,name\n00011,An\n00012,Bo\n"));
    view.keep();
    EXPECT_EQ(view.added().size(), 2U);
    view.read(roster("staff number,name\n00011,Anna\n00014,Cy\n15,Di\n"));
    const auto lines = view.lines();
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines.back().number, 3) << "only Cy needs no eye";
    ASSERT_EQ(view.decisions()[2].warnings.size(), 1U);
    EXPECT_NE(sentence(view.decisions()[2].warnings[0], english()).find("00015"), std::string::npos);
    view.keep();
    std::set<std::string> names;
    for (const auto& id : view.added())
        names.insert(store::PeopleStore(m_database).person(id)->card.name);
    EXPECT_EQ(names, (std::set<std::string>{"Cy", "Di"})) << "Anna was there before";
}

TEST_F(ImportViewTest, AColumnGivenAnotherMeaningIsJudgedAgain) {
    ImportView view(at(supervisor));
    view.read(roster("staff number,name,remark\n1,An,late shift\n"));
    ASSERT_EQ(view.decisions().front().person.shift, "");
    view.assign(2, RosterField::Shift);
    EXPECT_EQ(view.decisions().front().person.shift, "late shift");
    view.assign(1, std::nullopt);
    EXPECT_EQ(view.decisions().front().verdict, RosterVerdict::Refused) << "no name any more";
}

TEST_F(ImportViewTest, DefaultsFillWhatTheFileDoesNotSay) {
    ImportView view(at(supervisor));
    view.read(roster("staff number,name\n1,An\n"));
    auto defaults = view.defaults();
    defaults.roles = {Role::Mentor};
    defaults.posts = {Post::Order};
    view.setDefaults(defaults);
    EXPECT_TRUE(view.decisions().front().person.is(Role::Mentor));
    EXPECT_EQ(view.decisions().front().person.posts, std::set<Post>{Post::Order});
}

TEST_F(ImportViewTest, DifferingRowsAreLeftAloneWhenAskedTo) {
    ImportView view(at(supervisor));
    view.read(roster("staff number,name\n1,An\n"));
    view.keep();
    view.read(roster("staff number,name\n1,Anna\n"));
    ASSERT_EQ(view.totals().differing, 1);
    view.updateDiffering = false;
    EXPECT_EQ(view.toKeep(), 0);
    EXPECT_EQ(view.keep(), 0);
    view.updateDiffering = true;
    EXPECT_GT(view.keep(), 0);
    EXPECT_EQ(store::PeopleStore(m_database).byStaffNumber("1").front().card.name, "Anna");
}

} // namespace
} // namespace fledgling::app::test
