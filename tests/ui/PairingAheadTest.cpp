#include "ui/pairing/PairingPage.h"

#include "app/pairing/Pairing.h"
#include "app/pairing/PairingView.h"
#include "app/sample/Sample.h"
#include "store/MentoringStore.h"
#include "ui/Harness.h"
#include "ui/Text.h"
#include "ui/controls/RichText.h"
#include "ui/controls/Table.h"
#include "ui/pairing/PairingBoard.h"

#include <algorithm>
#include <wx/dialog.h>

namespace fledgling::ui::test {
namespace {

/// A pair that was kept today and begins on a later day, as those of a course still under way do.
class APairThatBeginsLater : public InWindow {
protected:
    void keepOne() {
        openSampleAs(app::SAMPLE_MANAGER, "pairing");
        page = dynamic_cast<PairingPage*>(frame().page());
        ASSERT_NE(page, nullptr);
        app::PairingView view(desk());
        view.load();
        view.propose();
        const auto later = std::find_if(view.proposed().begin(), view.proposed().end(), [&](const auto& pair) { return desk().today() < pair.start; });
        ASSERT_NE(later, view.proposed().end());
        trainee = later->trainee.text();
        start = later->start;
        view.accept(later->trainee);
        ASSERT_TRUE(until([this] { return page->board().has(ledKey(trainee)); }));
        page->board().select(ledKey(trainee));
        page->board().onChosen(ledKey(trainee));
        settle();
    }
    app::Desk& desk() { return frame().session()->desk(); }
    wxString story() { return named<RichText>(page, "Why this pair")->plainText(); }

    PairingPage* page = nullptr;
    std::string trainee;
    domain::Date start;
};

TEST_F(APairThatBeginsLater, IsSaidAsSuch) {
    keepOne();
    const wxString from = "from " + dayText(start);
    EXPECT_TRUE(story().Contains(from)) << utf8(story());
    EXPECT_FALSE(story().Contains("since")) << utf8(story());
    EXPECT_FALSE(story().Contains("Mentors so far"));
    EXPECT_FALSE(story().Contains(wxString::Format("%d", start.year()))) << "this year's days go without it";
    auto* mentors = tableNamed(page, "Mentors to choose from");
    ASSERT_NE(mentors, nullptr);
    wxString verdicts;
    for (const auto& id : mentors->order())
        verdicts << mentors->textAt(id, 2) << "\n";
    EXPECT_TRUE(verdicts.Contains("leads " + from)) << utf8(verdicts);
    EXPECT_FALSE(verdicts.Contains("leads now"));
    const auto reasons = page->board().reasonsFor(trainee);
    EXPECT_TRUE(std::any_of(reasons.begin(), reasons.end(), [&](const auto& one) { return one.second == "leads " + from; }));
    screenshot(&frame(), "pairing.later");
}

TEST_F(APairThatBeginsLater, IsHandedOverFromItsFirstDayOnUnlessAnotherIsSaid) {
    keepOne();
    auto* mentors = tableNamed(page, "Mentors to choose from");
    ASSERT_NE(mentors, nullptr);
    const auto former = store::MentoringStore(desk().database).pairOf(domain::PersonId(trainee))->mentor;
    // A place for whoever may lead here: in the sample the others may be full.
    app::PairingView view(desk());
    view.load();
    std::string next;
    for (const auto& row : view.obstacles(domain::PersonId(trainee)))
        if (next.empty() && !row.why.proposed && row.why.hindrances.empty()) next = row.why.mentor.text();
    if (next.empty()) GTEST_SKIP() << "nobody else may lead this one";
    mentors->select(next);
    answerWith("What the next mentor must know", "shy on the phone");
    mentors->onActivate(next);
    ASSERT_TRUE(until([&] { return store::MentoringStore(desk().database).pairOf(domain::PersonId(trainee))->mentor != former; }))
        << utf8(page->complaint());
    EXPECT_EQ(store::MentoringStore(desk().database).pairOf(domain::PersonId(trainee))->since, start);
}

TEST_F(APairThatBeginsLater, IsNotHandedToWhoMayNotLeadAndNoNoteIsAskedFor) {
    keepOne();
    app::PairingView view(desk());
    view.load();
    std::string impossible;
    for (const auto& row : view.obstacles(domain::PersonId(trainee)))
        for (const auto& one : row.why.hindrances)
            if (one.obstacle != domain::Obstacle::MentorAway) impossible = row.why.mentor.text();
    ASSERT_FALSE(impossible.empty());
    auto* mentors = tableNamed(page, "Mentors to choose from");
    mentors->select(impossible);
    // Said at once: the dialog, were there one, would open only after this.
    mentors->onActivate(impossible);
    EXPECT_FALSE(page->complaint().empty());
    settle();
    for (auto* window : wxTopLevelWindows) {
        const auto* dialog = dynamic_cast<wxDialog*>(window);
        EXPECT_FALSE(dialog && dialog->IsModal());
    }
}

TEST_F(APairThatBeginsLater, IsToldFromOneThatHasBegun) {
    keepOne();
    for (const auto& pair : store::MentoringStore(desk().database).currentPairs()) {
        if (desk().today() < pair.since) continue;
        const auto key = ledKey(pair.trainee.text());
        page->board().select(key);
        page->board().onChosen(key);
        settle();
        EXPECT_TRUE(story().Contains("since " + dayText(pair.since))) << utf8(story());
        EXPECT_TRUE(story().Contains("Mentors so far"));
        return;
    }
    FAIL() << "nobody is led yet";
}

} // namespace
} // namespace fledgling::ui::test
