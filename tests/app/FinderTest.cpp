#include "app/Finder.h"

#include "app/DeskFixture.h"

namespace fledgling::app::test {
namespace {

using namespace domain;

class FinderTest : public DeskFixture {
protected:
    std::vector<std::string> names(const PersonId& who, Role role, const std::string& text) {
        Finder finder(at(who), role, "en", english());
        std::vector<std::string> found;
        for (const auto& one : finder.find(text, 8)) found.push_back(one.name);
        return found;
    }
};

TEST_F(FinderTest, FindsPeopleCohortsAndSessionsByAPartOfTheName) {
    const auto cohort = addCohort("March one", Date(2026, 3, 16));
    addTrainee("Wu Min", cohort);
    EXPECT_EQ(names(trainer, Role::Trainer, "min"), std::vector<std::string>{"Wu Min"});
    EXPECT_EQ(names(trainer, Role::Trainer, "march one").front(), "March one");
    EXPECT_EQ(names(trainer, Role::Trainer, "attitu"), std::vector<std::string>{"Attitude"});
}

TEST_F(FinderTest, AMentorFindsTheOwnTraineesAndATraineeOnlyTheOwnRecord) {
    const auto cohort = addCohort("March one", Date(2026, 3, 9));
    const auto mentor = addMentor("Chen Bo");
    const auto mine = addTrainee("Wu Min", cohort), other = addTrainee("Wu Hao", cohort);
    addPair(mine, mentor, Date(2026, 3, 11));
    EXPECT_EQ(names(mentor, Role::Mentor, "wu"), std::vector<std::string>{"Wu Min"});
    EXPECT_EQ(names(other, Role::Trainee, "wu"), std::vector<std::string>{"Wu Hao"});
    Finder own(at(mentor), Role::Mentor, "en", english());
    const auto found = own.find("chen", 8);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().page, "person");
}

TEST_F(FinderTest, AChineseNameIsFoundByItsPinyin) {
    addPerson("周伟", {Role::Trainee});
    const std::vector<std::string> zhou{"周伟"};
    EXPECT_EQ(names(manager, Role::Manager, "zhou"), zhou);
    EXPECT_EQ(names(manager, Role::Manager, "Zhou Wei"), zhou);
    EXPECT_EQ(names(manager, Role::Manager, "周"), zhou);
    EXPECT_TRUE(names(manager, Role::Manager, "zhouma").empty());
}

TEST_F(FinderTest, ANewcomerIsFoundWithoutOpeningThePaletteAnew) {
    Finder finder(at(manager), Role::Manager, "en", english());
    EXPECT_TRUE(finder.find("Zhao", 8).empty());
    addPerson("Zhao Lei", {Role::Trainee});
    ASSERT_EQ(finder.find("Zhao", 8).size(), 1U);
    EXPECT_EQ(finder.find("Zhao", 8).front().page, "person") << "as anybody's; the board is one key from there";
}

TEST_F(FinderTest, AReportIsFoundByItsNameByWhoMayHaveIt) {
    Finder finder(at(manager), Role::Manager, "en", english());
    const auto found = finder.find("sign-in", 8);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().page, "reports");
    EXPECT_EQ(found.front().subject, "sign-in");
    EXPECT_TRUE(names(addPerson("Wu Hao", {Role::Trainee}), Role::Trainee, "sign-in").empty());
}

} // namespace
} // namespace fledgling::app::test
