#include "app/roll/RollView.h"

#include "DeskFixture.h"

#include "app/evidence/Evidences.h"
#include "store/Conflict.h"

namespace fledgling::app::test {
namespace {

using namespace domain;

class RollViews : public DeskFixture {
protected:
    void SetUp() override {
        cohort = addCohort("Mar-1", today.plusDays(-1));
        for (const char* name : {"An", "Bo", "Chi"})
            trainees.push_back(addTrainee(name, cohort));
        for (const auto& trainee : trainees)
            addMark(cohort, "d1-am", trainee);
    }
    RollView viewAt(const std::string& courseSession) {
        RollView view(at(trainer), "en");
        view.show(session(cohort, courseSession));
        return view;
    }
    CohortId cohort;
    std::vector<PersonId> trainees;
};

TEST_F(RollViews, BeginAtTodaysSessionWithSomebodyUnmarked) {
    for (const auto& trainee : trainees)
        addMark(cohort, "d2-am", trainee);
    RollView view(at(trainer), "en");
    view.show({});
    EXPECT_EQ(view.session().courseSession, "d2-pm");
    EXPECT_EQ(view.title(), "Follow an agent");
    EXPECT_EQ(view.firstUnmarked(), 0);
}

TEST_F(RollViews, BeginAtOnesOwnSession) {
    const auto other = addCohort("Mar-0", today);
    addTrainee("Zoe", other);
    auto mine = *store::CohortStore(m_database).session(session(other, "d1-am"));
    mine.trainer = supervisor;
    write({store::CohortStore::fact(mine)});
    RollView view(at(supervisor), "en");
    view.show({});
    EXPECT_EQ(view.session().id, mine.id);
}

TEST_F(RollViews, AreForWhoMarksRolls) {
    const auto mentor = addMentor("Mia");
    for (const auto& who : {trainees.front(), mentor}) {
        RollView view(at(who), "en");
        EXPECT_EQ(refusedBy([&] { view.show(session(cohort, "d2-am")); }), Rule::NotYourRight);
        EXPECT_TRUE(view.rows().empty());
    }
}

TEST_F(RollViews, AreEmptyWhereNothingIsPlanned) {
    today = today.plusDays(100);
    RollView view(at(trainer), "en");
    view.show({});
    EXPECT_TRUE(view.empty());
    EXPECT_TRUE(view.rows().empty());
}

TEST_F(RollViews, ShowTheMatrixWithTheCurrentColumn) {
    addMark(cohort, "d1-pm", trainees[1], MarkKind::Absent);
    auto view = viewAt("d2-am");
    ASSERT_EQ(view.columns().size(), 4U);
    EXPECT_EQ(view.currentColumn(), 2);
    EXPECT_TRUE(view.columns()[2].current);
    ASSERT_EQ(view.rows().size(), 3U);
    const auto& bo = view.rows()[1];
    EXPECT_EQ(bo.name, "Bo");
    EXPECT_EQ(bo.cells[0].mark, (Mark{MarkKind::Present, Minutes()}));
    EXPECT_TRUE(bo.cells[1].owed);
    EXPECT_FALSE(bo.cells[2].mark);
    EXPECT_EQ(bo.totals.takenPercent(), 50);
    EXPECT_EQ(bo.totals.possiblePercent(), 100);
    EXPECT_EQ(bo.owes, std::vector<std::string>{"Follow along"});
}

TEST_F(RollViews, AMarkChangesItsRowAndStatesTheRuleInForce) {
    auto view = viewAt("d2-am");
    EXPECT_EQ(view.marked(), 0);
    view.mark(1, MarkKind::Late, Minutes(12));
    EXPECT_EQ(view.rows()[1].consequence, "20 yuan");
    EXPECT_EQ(view.ruleOf(MarkKind::Late)->from, Date(2026, 1, 1));
    EXPECT_FALSE(view.ruleOf(MarkKind::Present));
    EXPECT_EQ(view.marked(), 1);
    EXPECT_EQ(view.nextUnmarked(0), 2);
    EXPECT_EQ(view.nextUnmarked(2), 0) << "from the top again";
}

TEST_F(RollViews, OwnMarksDontMakeItStaleButOthersDo) {
    auto view = viewAt("d2-am");
    EXPECT_FALSE(view.stale());
    view.mark(0, MarkKind::Present);
    view.mark(0, MarkKind::Present);
    view.clear(0);
    EXPECT_FALSE(view.stale());
    mark(at(supervisor), view.session().id, trainees[2], Mark{MarkKind::Absent, Minutes()});
    EXPECT_TRUE(view.stale());
    view.load();
    EXPECT_FALSE(view.stale());
    EXPECT_EQ(view.rows()[2].cells[2].mark->kind, MarkKind::Absent);
}

TEST_F(RollViews, NeverOverwriteWhatAnotherDeskMarkedMeanwhile) {
    auto view = viewAt("d2-am");
    auto other = RollView(at(supervisor), "en");
    other.show(view.session().id);
    view.mark(0, MarkKind::Present);
    EXPECT_THROW(other.mark(0, MarkKind::Absent), store::Conflict) << "unmarked when it was read";
    other.load();
    other.clear(0);
    EXPECT_THROW(view.mark(0, MarkKind::Absent), store::Conflict) << "present when it was read";
    view.load();
    view.mark(0, MarkKind::Absent);
    view.clear(0);
    view.mark(0, MarkKind::Present);
    EXPECT_EQ(view.rows()[0].cells[2].mark->kind, MarkKind::Present)
        << "one's own taking back is no conflict";
}

TEST_F(RollViews, CorrectAnotherColumnWithAReason) {
    auto view = viewAt("d2-am");
    view.correct(0, 0, Mark{MarkKind::Absent, Minutes()}, "was in the other room");
    EXPECT_TRUE(view.rows()[0].cells[0].owed);
    EXPECT_EQ(refusedBy([&] { view.correct(0, 0, std::nullopt, ""); }), Rule::ReasonNeeded);
}

TEST_F(RollViews, LeaveInAdvanceShowsOnItsDay) {
    addLeave(trainees[2], today, today);
    auto view = viewAt("d2-am");
    const auto onLeave = [](const RollView& shown, std::size_t row, const std::string& session) {
        for (std::size_t i = 0; i < shown.columns().size(); ++i)
            if (shown.columns()[i].courseSession == session) return shown.rows()[row].cells[i].leave;
        return false;
    };
    EXPECT_FALSE(onLeave(view, 0, "d2-am"));
    EXPECT_TRUE(onLeave(view, 2, "d2-am"));
    EXPECT_FALSE(onLeave(view, 2, "d1-am"));
    EXPECT_TRUE(onLeave(viewAt("d1-am"), 2, "d2-am")) << "also while another session is chosen";
}

TEST_F(RollViews, OfferAndShowThePlannedMakeUp) {
    addMark(cohort, "d1-pm", trainees[1], MarkKind::Absent);
    const auto next = addCohort("Mar-2", today.plusDays(7)), later = addCohort("Mar-3", today.plusDays(14));
    auto view = viewAt("d2-am");
    const auto ways = view.makeUpsFor("d1-pm");
    ASSERT_EQ(ways.size(), 2U);
    EXPECT_EQ(ways[0].cohort, "Mar-2");
    EXPECT_EQ(ways[1].session, session(later, "d1-pm"));
    EXPECT_FALSE(view.rows()[1].owing.at(0).planned);
    view.planMakeUp(1, session(next, "d1-pm"));
    ASSERT_TRUE(view.rows()[1].owing.at(0).planned);
    EXPECT_EQ(view.rows()[1].owing[0].planned->day, today.plusDays(7));

    view.show(session(next, "d1-pm"));
    ASSERT_EQ(view.rows().size(), 1U);
    EXPECT_TRUE(view.rows()[0].guest);
    EXPECT_TRUE(view.rows()[0].cells[0].off);
    EXPECT_FALSE(view.rows()[0].cells[1].off);
}

TEST_F(RollViews, AMissedMakeUpIsPlannedNoMore) {
    addMark(cohort, "d1-pm", trainees[1], MarkKind::Absent);
    const auto next = addCohort("Mar-2", today);
    viewAt("d2-am").planMakeUp(1, session(next, "d1-pm"));
    addMark(next, "d1-pm", trainees[1], MarkKind::Absent);
    EXPECT_FALSE(viewAt("d2-am").rows()[1].owing.at(0).planned);
}

TEST_F(RollViews, AShadowingHalfDayWithoutASheetIsAttendedNotEvidencedOnceItIsOver) {
    addMark(cohort, "d1-pm", trainees[0]);
    addMark(cohort, "d1-pm", trainees[1]);
    addMark(cohort, "d1-pm", trainees[2], MarkKind::Absent);
    addMark(cohort, "d2-pm", trainees[0]);
    keepSheet(at(trainees[1]), "d1-pm", {addMentor("Mia"), {}, "two refunds", "listen first", "why so long?"}, "en");
    const auto cell = [&](std::size_t row, std::size_t column) { return viewAt("d2-am").rows()[row].cells[column]; };
    EXPECT_TRUE(viewAt("d2-am").anyUnevidenced());
    EXPECT_FALSE(cell(0, 0).unevidenced) << "a lesson wants no sheet";
    EXPECT_TRUE(cell(0, 1).unevidenced);
    EXPECT_FALSE(cell(1, 1).unevidenced) << "the sheet is there";
    EXPECT_FALSE(cell(2, 1).unevidenced) << "absent: the make-up is owed first";
    EXPECT_FALSE(cell(0, 3).unevidenced) << "this afternoon is still to come";
    time = TimeOfDay(16, 0);
    EXPECT_TRUE(cell(0, 3).unevidenced);
    addMark(addCohort("Mar-2", today.plusDays(1)), "d1-pm", trainees[2]);
    EXPECT_TRUE(cell(2, 1).madeUp);
    EXPECT_TRUE(cell(2, 1).unevidenced) << "made up, and nothing shows it";
}

TEST_F(RollViews, AWaivedMissLooksWaived) {
    addMark(cohort, "d1-pm", trainees[0], MarkKind::Absent);
    auto view = RollView(at(manager), "en");
    view.show(session(cohort, "d2-am"));
    view.waive(0, "d1-pm", "knows it");
    EXPECT_TRUE(view.rows()[0].cells[1].waived);
    EXPECT_FALSE(view.rows()[0].cells[1].owed);
    EXPECT_TRUE(view.rows()[0].owing.empty());
}

TEST_F(RollViews, AsOfAPastMomentItShowsWhatWasKnownAndMarksNothing) {
    const auto before = last();
    auto& desk = at(trainer);
    mark(desk, session(cohort, "d2-am"), trainees[0], Mark{MarkKind::Present, Minutes()});
    desk.asOf = before;
    auto view = viewAt("d2-am");
    EXPECT_EQ(view.marked(), 0);
    EXPECT_FALSE(view.may(Verb::MarkRoll));
    EXPECT_EQ(refusedBy([&] { view.mark(0, MarkKind::Present); }), Rule::PastIsReadOnly);
    desk.asOf = store::NOW;
}

TEST_F(RollViews, TheCurrentSessionIsAlwaysAmongTheChoices) {
    today = today.plusDays(60);
    const auto next = addCohort("Mar-2", today);
    auto view = viewAt("d1-am");
    const auto choices = view.choices(2);
    ASSERT_EQ(choices.size(), 3U);
    EXPECT_EQ(choices.front().session, session(cohort, "d1-am"));
    EXPECT_EQ(choices.back().cohort, "Mar-2");
}

TEST_F(RollViews, MarkingARollAsksTheSameHoweverManyAreOnIt) {
    // The keystroke path reads one trainee; it must not read the class.
    auto view = viewAt("d2-am");
    int redraws = 0;
    view.onChanged = [&] { ++redraws; };
    view.mark(0, MarkKind::Present);
    EXPECT_EQ(redraws, 1);
    EXPECT_EQ(view.rows()[1].readAt + 1, view.rows()[0].readAt) << "only the marked row was read again";
}

} // namespace
} // namespace fledgling::app::test
