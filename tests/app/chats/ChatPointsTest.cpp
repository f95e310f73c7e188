#include "app/chats/ChatReviews.h"

#include "ChatFixture.h"
#include "app/Record.h"
#include "app/chats/FairnessView.h"
#include "app/chats/PointsView.h"
#include "app/courses/VersionPreview.h"
#include "app/readiness/Decisions.h"

/// What readings make of a person's points, and of a month.
namespace fledgling::app::test {
namespace {

using namespace domain;

using ChatReviews = ChatFixture;

TEST_F(ChatReviews, TheDaysPointIsLostOnceAndComesBackByUndo) {
    EXPECT_EQ(points(), 26);
    for (int number = 1; number <= 4; ++number)
        reviewChat(at(mentor), read(number, {fault()}));
    EXPECT_EQ(points(), 25);
    for (int times = 0; times < 3; ++times)
        undo(at(mentor));
    EXPECT_EQ(points(), 26) << "one failing chat is left";
    EXPECT_EQ(ledger(agent).read(), 1);
}

TEST_F(ChatReviews, BeforeGoLivePointsArePracticeAndAfterItReal) {
    const auto cohort = addCohort("c", today.plusDays(-5), {}, "2");
    const auto trainee = addTrainee("Trainee", cohort);
    reviewChats(at(mentor), {read(1, {fault()}, trainee), read(2, {fault()}, trainee)});
    EXPECT_EQ(ledger(trainee).practicePoints(), 25);
    EXPECT_FALSE(ledger(trainee).real());
    PointsView view(at(trainee), "en");
    view.show({});
    EXPECT_TRUE(view.row()->practice());
    EXPECT_EQ(view.row()->effect, "") << "practice touches no bonus";
    EXPECT_EQ(recordOf(at(manager), trainee).practice->points, 25);
    EXPECT_EQ(recordOf(at(manager), trainee).practice->days, 1);
    decide(at(manager), trainee, DecisionKind::Approve, "needed", today.plusDays(30));
    today = today.plusDays(1);
    reviewChats(at(mentor), {read(1, {fault()}, trainee), read(2, {fault()}, trainee)});
    EXPECT_TRUE(ledger(trainee).real());
    EXPECT_EQ(ledger(trainee).practicePoints(), 25) << "the practice day stays one";
    EXPECT_EQ(ledger(trainee).start, 11) << "go-live on the 17th leaves eleven working days of March 2026";
    EXPECT_EQ(ledger(trainee).points(), 10);
}

TEST_F(ChatReviews, PracticePointsOfANewMonthStandBesideThoseOfAllOfThem) {
    const auto cohort = addCohort("c", today.plusDays(-5), {}, "2");
    const auto trainee = addTrainee("Trainee", cohort);
    reviewChats(at(mentor), {read(1, {fault()}, trainee), read(2, {fault()}, trainee)});
    today = Date(2026, 4, 2);
    reviewChats(at(mentor), {read(1, {}, trainee)});
    PointsView view(at(trainee), "en");
    view.show({}, Month(today));
    EXPECT_EQ(view.row()->points(), 26) << "the month's";
    ASSERT_TRUE(view.allPractice());
    EXPECT_EQ(view.allPractice()->points, 25) << "what readiness counts";
    EXPECT_EQ(view.allPractice()->days, 2);
}

TEST_F(ChatReviews, PracticeEndsWithGoLiveForGoodAndGoesOnWhenThatIsTakenBack) {
    const auto cohort = addCohort("c", today.plusDays(-5), {}, "2");
    const auto trainee = addTrainee("Trainee", cohort);
    const auto failing = [&] { reviewChats(at(mentor), {read(1, {fault()}, trainee), read(2, {fault()}, trainee)}); };
    const auto practice = [&] { return *recordOf(at(manager), trainee).practice; };
    failing();
    const auto decided = write({store::MentoringStore::fact(
        Decision{trainee, DecisionKind::Approve, "ready", std::nullopt, {}, {}, 1})});
    for (const int later : {1, 60}) { // in the month of go-live, and in one long after
        today = today.plusDays(later);
        failing();
    }
    EXPECT_EQ(practice().days, 1);
    EXPECT_EQ(practice().points, 25);
    write(store::Book(m_database).reversal(decided));
    today = today.plusDays(1);
    failing();
    EXPECT_EQ(practice().days, 2) << "in training again from then on, not before";
}

TEST_F(ChatReviews, AClosedMonthStandsWhateverComesAfter) {
    reviewChats(at(supervisor), {read(1, {fault()}), read(2, {fault()})});
    const Month march(today);
    const auto chat = read(1).chat;
    EXPECT_EQ(refusedBy([&] { closeMonth(at(manager), march); }), Rule::MonthNotOver);
    appealFault(at(agent), chat, "closing", "x");
    today = Date(2026, 4, 1);
    EXPECT_EQ(refusedBy([&] { closeMonth(at(supervisor), march); }), Rule::NotYourRight);
    EXPECT_EQ(refusedBy([&] { closeMonth(at(manager), march); }), Rule::AppealsOpen);
    decideAppeal(at(manager), chat, "closing", false, "no");
    closeMonth(at(manager), march);
    EXPECT_EQ(refusedBy([&] { closeMonth(at(manager), march); }), Rule::MonthClosed);
    auto late = read(3, {fault()});
    late.chat.day = chat.day;
    EXPECT_EQ(refusedBy([&] { reviewChat(at(supervisor), late); }), Rule::MonthClosed);
    // A new version of the course would make the day free of charge: not in a month that is closed.
    auto files = coursePackage("3");
    loadPackage(files, "3");
    const auto shown = pointsOf(at(manager), march, agent).front();
    EXPECT_EQ(shown.ledger.points(), 25);
    EXPECT_EQ(shown.scorecard.version, "2");
}

TEST_F(ChatReviews, ANewVersionShowsWhosePointsItWouldChangeAndLeavesClosedMonthsAlone) {
    for (int chat = 1; chat <= 3; ++chat)
        reviewChat(at(supervisor), read(chat, {fault()}));
    const auto& now = m_shelf.course("small", "2");
    auto next = now;
    next.chatReview.failsCostPoint = 4;
    const auto before = pointsOf(at(manager), Month(today), agent).front().ledger.points();
    const auto changes = pointsChanges(at(trainer), next);
    ASSERT_EQ(changes.size(), 1U);
    EXPECT_EQ(changes[0].person, agent);
    EXPECT_EQ(changes[0].before, before);
    EXPECT_EQ(changes[0].after, before + 1);
    EXPECT_TRUE(pointsChanges(at(trainer), now).empty());
    const Month march(today);
    today = Date(2026, 4, 1);
    closeMonth(at(manager), march);
    EXPECT_TRUE(pointsChanges(at(trainer), next).empty());
}

TEST_F(ChatReviews, AClosedMonthTakesNoSecondReadingAndOffersNone) {
    reviewChats(at(mentor), {read(1, {fault()}), read(2)});
    const auto day = today;
    FairnessView view(at(manager), "en");
    today = Date(2026, 4, 1);
    view.load(day, today);
    EXPECT_EQ(view.deciding().size(), 1U);
    closeMonth(at(manager), Month(day));
    auto again = read(1);
    again.chat.day = day;
    EXPECT_EQ(refusedBy([&] { readAgain(at(other), again); }), Rule::MonthClosed);
    view.load(day, today);
    EXPECT_TRUE(view.deciding().empty());
}

TEST_F(ChatReviews, TheLedgerIsForWhoseItIsAndForWhoLeadsOrSeesAll) {
    reviewChat(at(mentor), read(1, {fault()}));
    for (const auto& who : {agent, manager, trainer, supervisor}) {
        PointsView view(at(who), "en");
        EXPECT_EQ(refusedBy([&] { view.show(agent); }), std::nullopt);
    }
    PointsView view(at(other), "en");
    EXPECT_EQ(refusedBy([&] { view.show(agent); }), Rule::NotYourRight);
    PointsView own(at(agent), "en");
    own.show({});
    const auto chats = own.chatsOf(today);
    ASSERT_EQ(chats.size(), 1U);
    EXPECT_EQ(chats[0].by, "Mentor");
    EXPECT_EQ(chats[0].faults[0].title, "Closing");
    EXPECT_EQ(chats[0].faults[0].quote, "bye");
    EXPECT_TRUE(chats[0].faults[0].mayAppeal);
    EXPECT_FALSE(chats[0].faults[0].mayDecide);
}

TEST_F(ChatReviews, RepeatedFaultsProposeTheCoursePartToReadAgain) {
    reviewChats(at(mentor),
                {read(1, {fault("greeting")}), read(2, {fault("greeting")}), read(3, {fault("greeting")})});
    PointsView view(at(agent), "en");
    view.show({});
    ASSERT_EQ(view.coaching().size(), 1U);
    EXPECT_EQ(view.coaching()[0].title, "Greeting");
    EXPECT_EQ(view.coaching()[0].session, "d1-am");
    EXPECT_EQ(view.coaching()[0].sessionTitle, "Attitude");
}

TEST_F(ChatReviews, RepeatedLateRepliesProposeTheCoursePartToo) {
    std::vector<ChatReview> late;
    for (int number = 1; number <= 3; ++number) {
        late.push_back(read(number, {{FIRST_REPLY, "far too late", ""}}));
        late.back().replySeconds = 61;
    }
    reviewChats(at(mentor), late);
    PointsView view(at(agent), "en");
    view.show({});
    ASSERT_EQ(view.coaching().size(), 1U);
    EXPECT_EQ(view.coaching()[0].item.criterion, FIRST_REPLY);
    EXPECT_EQ(view.coaching()[0].session, "d1-pm");
    EXPECT_EQ(view.coaching()[0].sessionTitle, "Follow along");
}

TEST_F(ChatReviews, AsOfAPastMomentTheLedgerIsWhatItWas) {
    reviewChats(at(mentor), {read(1, {fault()}), read(2, {fault()})});
    Desk past = at(manager);
    past.asOf = last();
    appealFault(at(agent), read(1).chat, "closing", "x");
    decideAppeal(at(manager), read(1).chat, "closing", true, "right");
    EXPECT_EQ(points(), 26);
    EXPECT_EQ(pointsOf(past, Month(today), agent).front().ledger.points(), 25);
}

} // namespace
} // namespace fledgling::app::test
