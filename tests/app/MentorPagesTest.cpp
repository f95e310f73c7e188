#include "DeskFixture.h"
#include "app/mentoring/LogView.h"
#include "app/mentoring/Problems.h"
#include "app/pairing/PairingView.h"
#include "app/training/TraineeView.h"

#include <algorithm>

namespace fledgling::app::test {
namespace {

using namespace domain;

/// What the pages of mentors and trainees show beyond the rows of their views.
class MentorPages : public DeskFixture {
protected:
    MentorPages() {
        cohort = addCohort("Mar-1", Date(2026, 3, 12));
        wu = addTrainee("Wu Min", cohort);
        sun = addTrainee("Sun Qi", cohort, Post::Order);
        chen = addMentor("Chen Bo", 1);
        lin = addMentor("Lin Yue", 2);
    }
    const PairingView::WhyNotRow* row(const std::vector<PairingView::WhyNotRow>& rows,
                                      const PersonId& mentor) {
        const auto at =
            std::find_if(rows.begin(), rows.end(), [&](const auto& one) { return one.why.mentor == mentor; });
        return at == rows.end() ? nullptr : &*at;
    }
    CohortId cohort;
    PersonId wu, sun, chen, lin;
};

TEST_F(MentorPages, EveryMentorHasAVerdictWithoutAProposal) {
    PairingView view(at(supervisor));
    view.load();
    const auto rows = view.obstacles(wu);
    ASSERT_EQ(rows.size(), view.mentors().size());
    EXPECT_TRUE(row(rows, chen)->why.hindrances.empty());
    const auto orders = view.obstacles(sun);
    ASSERT_EQ(row(orders, chen)->why.hindrances.size(), 1u);
    EXPECT_EQ(row(orders, chen)->why.hindrances.front().obstacle, Obstacle::PostDiffers);
}

TEST_F(MentorPages, WhoLeadsNowIsMarkedAndAFullMentorSaysSo) {
    addPair(wu, chen, today);
    const auto zhao = addTrainee("Zhao Lei", cohort);
    PairingView view(at(supervisor));
    view.load();
    const auto led = view.obstacles(wu);
    EXPECT_TRUE(row(led, chen)->why.proposed);
    EXPECT_TRUE(row(led, chen)->why.hindrances.empty()) << "the own place doesn't stand in the way";
    EXPECT_FALSE(row(led, lin)->why.proposed);
    const auto waiting = view.obstacles(zhao);
    ASSERT_FALSE(row(waiting, chen)->why.hindrances.empty());
    EXPECT_EQ(row(waiting, chen)->why.hindrances.front().obstacle, Obstacle::MentorFull);
}

TEST_F(MentorPages, AMentorsWorthIsTheScoreAProposalGivesThePair) {
    PairingView view(at(supervisor));
    view.load();
    const auto sum = [](const std::vector<Term>& terms) {
        int points = 0;
        for (const auto& one : terms)
            points += one.points;
        return points;
    };
    const int before = sum(view.worth(wu, chen));
    const auto terms = view.worth(wu, chen);
    ASSERT_EQ(terms.size(), 5u) << "one of each kind";
    view.propose();
    view.lock(wu, chen);
    ASSERT_NE(view.proposedFor(wu), nullptr);
    EXPECT_EQ(view.proposedFor(wu)->score, before);
    EXPECT_EQ(view.proposedFor(wu)->terms, terms);
    EXPECT_TRUE(view.worth(chen, wu).empty()) << "nobody of the pool";
}

TEST_F(MentorPages, AProblemOpensTheLogOfItsTrainee) {
    addPair(wu, chen, today);
    writeProblem(at(wu), "two windows", today);
    const auto problem = store::MentoringStore(m_database).problemsOf(wu).front().id;
    LogView view(at(chen), "en");
    EXPECT_TRUE(view.showProblem(problem));
    EXPECT_EQ(view.trainee(), wu);
    EXPECT_FALSE(view.showProblem(ProblemId(freshId())));
    EXPECT_EQ(view.trainee(), wu) << "an unknown problem changes nothing";
}

TEST_F(MentorPages, OwnReadinessSpeaksInTheCoursesTitles) {
    TraineeView view(at(wu), "en");
    view.load();
    ASSERT_EQ(view.criteria().size(), view.readiness().cells.size());
    EXPECT_EQ(view.criteria().front().title, "Sessions done");
    ASSERT_EQ(view.steps().size(), view.readiness().steps.size());
    const auto& steps = view.steps();
    EXPECT_TRUE(std::any_of(steps.begin(), steps.end(), [](const auto& one) {
        return one.step.kind == StepKind::SignSkill && one.subject == "Standard greeting";
    }));
    EXPECT_TRUE(std::any_of(steps.begin(), steps.end(), [](const auto& one) {
        return one.step.kind == StepKind::AcknowledgeText && one.subject == "Conduct";
    }));
}

TEST_F(MentorPages, TextsAreHtml) {
    TraineeView view(at(wu), "en");
    view.load();
    const auto session = view.textOf(view.sessions().front());
    EXPECT_NE(session.find("<p>The customer comes first.</p>"), std::string::npos) << session;
    EXPECT_NE(view.textOf(view.texts().front()).find("<"), std::string::npos);
    EXPECT_EQ(view.file("no/such.png"), std::nullopt);
}

TEST_F(MentorPages, FilesOfTheCourseVersionAreAtHand) {
    auto files = coursePackage("2");
    files["media/desk.svg"] = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    loadPackage(files, "2");
    const auto other = addCohort("Apr-1", Date(2026, 4, 2), {}, "2");
    const auto zhao = addTrainee("Zhao Lei", other);
    TraineeView view(at(zhao), "en");
    view.load();
    EXPECT_EQ(view.file("media/desk.svg"), files["media/desk.svg"]);
    TraineeView older(at(wu), "en");
    older.load();
    EXPECT_EQ(older.file("media/desk.svg"), std::nullopt) << "the other version hasn't it";
}

} // namespace
} // namespace fledgling::app::test
