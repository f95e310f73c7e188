#include "ui/RollPageFixture.h"

#include "app/Keep.h"
#include "app/people/People.h"
#include "app/roll/Roll.h"
#include "store/PeopleStore.h"

#include <algorithm>

/// Marks as they are typed.
namespace fledgling::ui::test {
namespace {

using namespace domain;

TEST_F(RollPages, OneKeyMarksOnePersonAndMovesOn) {
    openRoll();
    const auto before = last();
    press("P");
    EXPECT_EQ(marks(), "P - - - - - - - -");
    EXPECT_EQ(table->selected(), rows[1]);
    EXPECT_EQ(last(), before + 1);
    EXPECT_TRUE(
        frame().page()->statusText().Contains(wxString::Format(_("change %s"), numberText(before + 1))));
}

TEST_F(RollPages, AClassTypedFastLosesNothing) {
    openRoll();
    type("PPPL12PPAE5P");
    EXPECT_EQ(marks(), "P P P L12 P P A E5 P");
    EXPECT_EQ(frame().page()->figureText(), look::signed_(look::State::Met, "9 of 9 marked"));
    EXPECT_EQ(at(3), "L 12");
    screenshot(&frame(), "roll.marked");
}

TEST_F(RollPages, ARollOfTwentyTakesTwentyFiveKeysAndTheDigitsOfMinutesAtMost) {
    openRoll();
    store::CohortStore cohorts(desk().database);
    const auto cohort = cohorts.session(session())->cohort;
    const auto start = cohorts.cohort(cohort)->start;
    app::Deed deed{"test", {}, {app::Topic::People, app::Topic::Cohorts, app::Topic::Roll}, "", 0, {}};
    for (int more = 10; more < 21; ++more) {
        Person person;
        person.id = PersonId(desk().newId());
        person.card.name = "New " + std::to_string(more);
        person.roles = {Role::Trainee};
        person.posts = {Post::Agent};
        for (auto& fact : store::PeopleStore::facts(person))
            deed.facts.push_back(std::move(fact));
        deed.facts.push_back(store::CohortStore::fact(Member{cohort, person.id, start, {}, ""}));
    }
    app::keep(desk(), deed);
    settle();
    rows = table->order();
    ASSERT_EQ(rows.size(), 20U);
    const auto day = cohorts.session(session())->day;
    const Leave leave{LeaveId(desk().newId()), PersonId(rows[14]), day, day, LeaveState::Approved, "family"};
    app::keep(desk(), {"test", {store::PeopleStore::fact(leave)}, {app::Topic::People}, "", 0, {}});
    settle();
    table->setCursor(rows.front(), column);
    settle();
    const std::string typed = "PPPL12PPPAPPE5PPPSPPPPL8";
    type(typed);
    press("F9"); // finishes the last mark, too
    settle();
    EXPECT_EQ(marks(), "P P P L12 P P P A P P E5 P P P S P P P P L8");
    EXPECT_TRUE(store::AttendanceStore(desk().database).isClosed(session())) << utf8(frame().page()->complaint());
    const auto digits = std::count_if(typed.begin(), typed.end(), [](char c) { return c >= '0' && c <= '9'; });
    const auto keys = static_cast<std::ptrdiff_t>(typed.size()) - digits + 1;
    EXPECT_LE(keys, 25);
}

TEST_F(RollPages, MinutesAreKeptByEnterAndByLeavingTheCell) {
    openRoll();
    type("L7");
    EXPECT_EQ(at(0), "L 7_");
    EXPECT_EQ(marks(), "- - - - - - - - -") << "shown as typed, not as kept";
    press("Enter");
    EXPECT_EQ(marks(), "L7 - - - - - - - -");
    EXPECT_EQ(table->selected(), rows[1]);
    type("E30");
    press("Down");
    EXPECT_EQ(marks(), "L7 E30 - - - - - - -");
    EXPECT_EQ(table->selected(), rows[2]);
}

TEST_F(RollPages, LateWithoutMinutesIsNotKeptAndShiftsNobody) {
    openRoll();
    type("L");
    press("Down");
    type("PP");
    EXPECT_EQ(marks(), "- P P - - - - - -");
    EXPECT_EQ(at(0), utf8(look::signed_(look::State::Missing, "L ?")));
    press("Ctrl+P");
    EXPECT_EQ(marks(), "- P P - - - - - -") << "the one who was late must not become present";
    EXPECT_EQ(table->selected(), rows[0]);
    type("15");
    press("Enter");
    EXPECT_EQ(marks(), "L15 P P - - - - - -");
}

TEST_F(RollPages, ALetterTakesThePlaceOfOneThatStillLacksItsMinutes) {
    openRoll();
    type("LP");
    EXPECT_EQ(marks(), "P - - - - - - - -") << "L was hit by mistake";
    EXPECT_EQ(table->selected(), rows[1]);
    type("E");
    press("Enter");
    type("A");
    EXPECT_EQ(marks(), "P A - - - - - - -");
    type("LE5P");
    EXPECT_EQ(marks(), "P A E5 P - - - - -");
}

TEST_F(RollPages, AHalfTypedMarkIsFinishedBeforeTheSessionIsClosed) {
    openRoll();
    type("PPPPPPPPL");
    press("Enter");
    EXPECT_TRUE(says("Type the minutes first")) << utf8(allText(frame().page()));
    press("Up");
    press("F9");
    EXPECT_FALSE(store::AttendanceStore(desk().database).isClosed(session()));
    EXPECT_EQ(table->selected(), rows[8]);
    EXPECT_TRUE(says("or drop it with Esc"));
    EXPECT_EQ(at(8), utf8(look::signed_(look::State::Missing, "L ?")));
    type("12");
    press("F9");
    EXPECT_EQ(marks(), "P P P P P P P P L12");
    EXPECT_TRUE(store::AttendanceStore(desk().database).isClosed(session()));
}

TEST_F(RollPages, ARefusedMarkNamesTheRuleAndShiftsNobody) {
    openRoll();
    type("SP");
    EXPECT_EQ(marks(), "- P - - - - - - -");
    table->setCursor(rows[0], column);
    settle();
    EXPECT_TRUE(says("no approved leave"));
    press("Escape");
    EXPECT_EQ(at(0), "\u00b7");
    type("L300");
    press("Enter");
    EXPECT_EQ(marks(), "- P - - - - - - -");
    EXPECT_EQ(table->selected(), rows[0]) << "stays where it was refused";
    const wxString why = frame().page()->complaint();
    EXPECT_FALSE(why.empty());
    EXPECT_FALSE(says(look::signed_(look::State::Missing, why))) << "said above the rows, not once more below them";
}

TEST_F(RollPages, ARefusedMarkIsStillThereWhenTheSessionIsOpenedAgain) {
    openRoll();
    type("S");
    const auto here = session().text();
    for (const auto& way : {here, std::string()}) {
        frame().openPage("today");
        frame().openPage("roll", way);
        settle();
        EXPECT_TRUE(at(0).find('S') != std::string::npos) << at(0);
        press("Ctrl+P");
        EXPECT_EQ(marks(), "- - - - - - - - -") << "who was refused leave doesn't become present by the way";
        EXPECT_EQ(table->selected(), rows[0]);
    }
    press("Alt+Left");
    press("Alt+Right");
    EXPECT_TRUE(at(0).find('S') != std::string::npos) << at(0);
    press("Escape");
    press("Ctrl+P");
    EXPECT_EQ(marks(), "P P P P P P P P P") << "dropped, it's nobody's mark";
}

TEST_F(RollPages, BackspaceTakesADigitThenTheMarkAway) {
    openRoll();
    type("L12");
    press("Back");
    EXPECT_EQ(at(0), "L 1_");
    press("Enter");
    EXPECT_EQ(marks(), "L1 - - - - - - - -");
    press("Up");
    press("Delete");
    EXPECT_EQ(marks(), "- - - - - - - - -");
}

TEST_F(RollPages, CtrlZTakesBackStepByStepAndShowsWhere) {
    openRoll();
    type("PA");
    press("Up");
    press("P");
    EXPECT_EQ(marks(), "P P - - - - - - -");
    press("Ctrl+Z");
    EXPECT_EQ(marks(), "P A - - - - - - -");
    EXPECT_EQ(table->selected(), rows[1]);
    press("Ctrl+Z");
    EXPECT_EQ(marks(), "P - - - - - - - -");
    press("Ctrl+Z");
    EXPECT_EQ(marks(), "- - - - - - - - -");
    EXPECT_EQ(table->selected(), rows[0]);
    press("Ctrl+Z");
    EXPECT_FALSE(frame().page()->complaint().empty()) << "nothing left of one's own";
}

TEST_F(RollPages, EverybodyPresentFillsOnlyTheUnmarked) {
    openRoll();
    type("AL9");
    press("Enter");
    press("Ctrl+P");
    EXPECT_EQ(marks(), "A L9 P P P P P P P");
}

TEST_F(RollPages, ClosingNamesWhoIsUnmarkedAndThenTheRollIsReadOnly) {
    openRoll();
    type("PPPPPPPP");
    press("F9");
    const auto missing = app::nameOf(desk(), PersonId(rows[8]));
    EXPECT_TRUE(frame().page()->complaint().Contains(u8(missing)));
    EXPECT_EQ(table->selected(), rows[8]);
    press("P");
    press("F9");
    EXPECT_TRUE(store::AttendanceStore(desk().database).isClosed(session()));
    auto* reopen = findNamed(frame().page(), "Reopen session");
    ASSERT_NE(reopen, nullptr);
    EXPECT_GE(reopen->GetSize().x, reopen->GetBestSize().x) << "longer words have their room";
    press("A");
    EXPECT_EQ(marks(), "P P P P P P P P P");
    EXPECT_TRUE(says("The session is closed"));
    screenshot(&frame(), "roll.closed");
}

TEST_F(RollPages, AnotherColumnIsReadOnlyAndEnterOpensIt) {
    openRoll();
    press("Left");
    const auto before = last();
    press("A");
    EXPECT_EQ(last(), before);
    EXPECT_TRUE(says("Another session"));
    press("Enter");
    EXPECT_EQ(table->column(), column - 1);
    press("Alt+Right");
    EXPECT_NE(table->column(), column - 1);
}

TEST_F(RollPages, ButtonsDoWhatTheKeysDo) {
    openRoll();
    click(findNamed(frame().page(), "present"));
    click(findNamed(frame().page(), "late"));
    click(findNamed(frame().page(), "15 minutes"));
    click(findNamed(frame().page(), "absent"));
    EXPECT_EQ(marks(), "P L15 A - - - - - -");
    EXPECT_EQ(table->selected(), rows[3]);
    EXPECT_EQ(findNamed(frame().page(), "15 minutes"), nullptr) << "only while minutes are wanted";
}

} // namespace
} // namespace fledgling::ui::test
