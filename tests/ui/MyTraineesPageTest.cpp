#include "ui/MentorsPagesFixture.h"

#include "app/pairing/Pairing.h"
#include "app/people/People.h"
#include "app/sample/Sample.h"
#include "store/PeopleStore.h"
#include "ui/controls/RichText.h"
#include "ui/controls/Table.h"

#include <wx/dataview.h>

/// A mentor's list of trainees and what is due.
namespace fledgling::ui::test {
namespace {

using namespace domain;

TEST_F(TheMentorsPages, ListWhatIsDueAndOpenTheLog) {
    openAs(app::SAMPLE_MENTOR, "trainees");
    auto* list = tableNamed(page(), "My trainees");
    ASSERT_NE(list, nullptr);
    const auto rows = mine();
    ASSERT_EQ(list->size(), rows.rows().size());
    EXPECT_EQ(list->selected(), rows.rows().front().trainee.text());
    screenshot(&frame(), "trainees");
    press("Enter");
    ASSERT_TRUE(until([this] { return frame().pageId() == "log"; }));
    EXPECT_EQ(page()->title(), u8(rows.rows().front().name));
}

TEST_F(TheMentorsPages, BeginWithWhatWasSaidAtTheHandOver) {
    openAs(app::SAMPLE_MANAGER, "pairing");
    store::PeopleStore people(desk().database);
    const auto trainee = people.byStaffNumber("01010").front().id, next = people.byStaffNumber("00017").front().id;
    app::handOver(desk(), trainee, next, "slow with refunds", desk().today());
    frame().signIn(next);
    frame().session()->go("trainees", "");
    settle();
    auto* list = tableNamed(page(), "My trainees");
    ASSERT_NE(list, nullptr);
    list->select(trainee.text());
    list->onSelect(trainee.text());
    EXPECT_TRUE(until([&] { return named<RichText>(page(), "What is due")->plainText().Contains("told: slow with refunds"); }));
    frame().session()->go("log", trainee.text());
    ASSERT_TRUE(until([&] { return frame().pageId() == "log"; }));
    EXPECT_TRUE(page()->complaint().Contains("told: slow with refunds")) << utf8(page()->complaint());
}

TEST_F(TheMentorsPages, ShowEveryColumnOfTheListInASmallWindow) {
    openAs(app::SAMPLE_MENTOR, "trainees");
    frame().SetSize(frame().FromDIP(wxSize(960, 600)));
    settle();
    EXPECT_TRUE(standsAcross(*tableNamed(page(), "My trainees")));
}

TEST_F(TheMentorsPages, ReadTheLastColumnOfTheListWholeInASmallWindow) {
    openAs(app::SAMPLE_MENTOR, "trainees");
    frame().SetSize(frame().FromDIP(wxSize(960, 560)));
    settle();
    auto* list = tableNamed(page(), "My trainees");
    auto* control = list->control();
    ASSERT_TRUE(until([&] { return control->GetColumnCount() == 8U; })) << "the cohort gave way";
    for (const auto& id : list->order())
        EXPECT_TRUE(until([&] { return control->GetTextExtent(list->textAt(id, 7)).x < control->GetColumn(7)->GetWidth(); })) << utf8(list->textAt(id, 7));
    EXPECT_TRUE(named<RichText>(page(), "What is due")->plainText().Contains(u8(mine().rows().front().cohort))) << "it stands with what is due";
    frame().SetSize(frame().FromDIP(wxSize(1280, 800)));
    EXPECT_TRUE(until([&] { return control->GetColumnCount() == 9U; }));
}

TEST_F(TheMentorsPages, AskForLeaveAlsoForWhoLeadsNobody) {
    openAs(app::SAMPLE_MENTOR, "trainees");
    domain::Person idle;
    idle.id = domain::PersonId("c0ffee00-0000-4000-8000-000000000002");
    idle.card.name = "Chen Idle";
    idle.roles = {Role::Mentor};
    idle.posts = {Post::Agent};
    idle.capacity = 1;
    for (const auto& who : {frame().session()->actor().id, idle.id}) {
        if (who == idle.id) {
            store::ChangeHead head{domain::CommandId("c0ffee00-0000-4000-8000-000000000003"), desk().actor.id, desk().clock.now(),
                                   desk().today(), desk().clock.zone, "add-person", "", 0};
            store::Book(desk().database).append(head, store::PeopleStore::facts(idle));
            frame().signIn(who);
            frame().session()->go("trainees", "");
            settle();
            ASSERT_TRUE(mine().rows().empty());
        }
        press("L");
        auto* reason = named<wxTextCtrl>(page(), "Reason");
        ASSERT_NE(reason, nullptr);
        reason->SetValue("wedding");
        press("Ctrl+Enter");
        ASSERT_TRUE(until([&] { return !app::ownLeave(desk()).empty(); })) << utf8(page()->complaint());
        EXPECT_EQ(app::ownLeave(desk()).front().person, who);
        EXPECT_EQ(app::ownLeave(desk()).front().state, LeaveState::Asked);
        EXPECT_TRUE(until([&] { return named<wxTextCtrl>(page(), "Reason") == nullptr; }));
    }
}

TEST_F(TheMentorsPages, OpenTheLogForTheMissingDay) {
    openAs("00018", "trainees");
    const auto row = mine().rows().front();
    ASSERT_FALSE(row.missing.empty());
    press("D");
    ASSERT_TRUE(until([this] { return frame().pageId() == "log"; }));
    EXPECT_TRUE(allText(page()).Contains("For " + dayText(row.missing.front())));
}

} // namespace
} // namespace fledgling::ui::test
