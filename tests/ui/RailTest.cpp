#include "ui/frame/Rail.h"

#include "app/sample/Sample.h"
#include "ui/Harness.h"
#include "ui/Native.h"
#include "ui/Page.h"
#include "ui/Pages.h"
#include "ui/Text.h"
#include "ui/controls/Table.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <wx/eventfilter.h>
#include <wx/scrolwin.h>
#include <wx/stattext.h>
#include <wx/tglbtn.h>

namespace fledgling::ui::test {
namespace {

constexpr domain::Role ROLES[] = {domain::Role::Trainer, domain::Role::Mentor, domain::Role::Manager, domain::Role::Supervisor,
                                  domain::Role::Trainee};

template <class Window>
void collect(wxWindow* below, std::vector<Window*>& into) {
    if (auto* one = dynamic_cast<Window*>(below)) into.push_back(one);
    for (auto* child : below->GetChildren())
        collect(child, into);
}

/// Counts how often windows get another size.
class Sizes : public wxEventFilter {
public:
    Sizes() { wxEvtHandler::AddFilter(this); }
    ~Sizes() override { wxEvtHandler::RemoveFilter(this); }
    int FilterEvent(wxEvent& event) override {
        count += event.GetEventType() == wxEVT_SIZE ? 1 : 0;
        return Event_Skip;
    }
    int count = 0;
};

class TheRail : public InWindow {
protected:
    Rail& rail() {
        std::vector<Rail*> found;
        for (auto* child : frame().GetChildren())
            if (child->IsShown()) collect(child, found);
        EXPECT_EQ(found.size(), 1u);
        return *found.front();
    }
    std::vector<wxToggleButton*> buttons() {
        std::vector<wxToggleButton*> found;
        collect<wxToggleButton>(&rail(), found);
        return found;
    }
    /// What the pressed entries say, joined.
    wxString marked() {
        wxString all;
        for (const auto* button : buttons())
            if (button->GetValue()) all += button->GetName();
        return all;
    }
    /// A page that answers each layout with another one keeps the processor busy for ever.
    void expectRest(const std::string& who) {
        auto& frame = openSampleAs(who, "help");
        for (const auto* entry : rail().entries()) {
            SCOPED_TRACE(entry->id);
            frame.openPage(entry->id);
            settle();
            Sizes sizes;
            const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(200);
            until([&] { return std::chrono::steady_clock::now() > end; });
            EXPECT_LT(sizes.count, 5) << entry->id;
        }
    }
    bool shows(const wxString& name) { return findNamed(&rail(), name) != nullptr; }
};

TEST(RailPages, EachHasAKeyOfItsOwn) {
    for (const auto role : ROLES) {
        std::set<wxString> keys;
        const auto pages = railOf(role);
        for (std::size_t place = 0; place < pages.size(); ++place) {
            EXPECT_FALSE(railKey(place).empty()) << pages[place]->id;
            EXPECT_EQ(railPlaceOf(railKey(place).Last().GetValue()), place);
            keys.insert(railKey(place));
        }
        EXPECT_EQ(keys.size(), pages.size());
    }
}

TEST(RailPages, EveryGroupButTheFirstIsNamedAndNoneIsEmpty) {
    for (const auto role : ROLES) {
        const auto groups = railGroupsOf(role);
        for (std::size_t i = 0; i < groups.size(); ++i) {
            EXPECT_EQ(std::string(groups[i].title).empty(), i == 0);
            EXPECT_FALSE(groups[i].pages.empty());
        }
    }
}

TEST_F(TheRail, OpensItsLastPageByTheKeyShownThere) {
    auto& frame = openSampleAs(app::SAMPLE_SUPERVISOR, "help");
    const auto last = rail().entries().size() - 1;
    ASSERT_GT(last, 9u) << "beyond the digits";
    press(utf8(railKey(last)));
    EXPECT_EQ(frame.pageId(), rail().entries()[last]->id);
    press("Alt+0");
    EXPECT_EQ(frame.pageId(), rail().entries()[9]->id);
}

TEST_F(TheRail, LeadsTheSupervisorToPagesThatComeToRest) { expectRest(app::SAMPLE_SUPERVISOR); }
TEST_F(TheRail, LeadsTheMentorToPagesThatComeToRest) { expectRest(app::SAMPLE_MENTOR); }
TEST_F(TheRail, LeadsTheTraineeToPagesThatComeToRest) { expectRest(app::SAMPLE_TRAINEE); }

TEST_F(TheRail, CutsNoNameBesideItsCountInEitherLanguage) {
    auto& frame = openSampleAs(app::SAMPLE_SUPERVISOR, "help");
    for (const char* language : {"en", "zh_CN"}) {
        frame.setLanguage(language);
        settle();
        for (const auto* entry : rail().entries())
            frame.setBadge(entry->id, "88");
        settle();
        for (const auto* entry : rail().entries()) {
            rail().mark(entry->id); // bold, too
            settle();
            for (auto* button : buttons()) {
                button->InvalidateBestSize();
                EXPECT_GE(button->GetSize().x, button->GetBestSize().x) << utf8(button->GetName());
            }
        }
        screenshot(&frame, std::string("rail.") + language);
    }
}

TEST_F(TheRail, KeepsEveryPageWithinReachInTheSmallestWindow) {
    auto& frame = openSampleAs(app::SAMPLE_SUPERVISOR, "help");
    frame.SetSize(frame.FromDIP(wxSize(960, 560)));
    settle();
    std::vector<wxScrolledWindow*> lists;
    collect<wxScrolledWindow>(&rail(), lists);
    ASSERT_EQ(lists.size(), 1u);
    for (std::size_t place = 0; place < rail().entries().size(); ++place) {
        rail().mark(rail().entries()[place]->id);
        settle();
        const auto pressed = buttons();
        const auto at = std::find_if(pressed.begin(), pressed.end(), [](auto* one) { return one->GetValue(); });
        ASSERT_NE(at, pressed.end());
        EXPECT_TRUE(lists.front()->GetScreenRect().Contains((*at)->GetScreenRect())) << utf8((*at)->GetName());
        EXPECT_GE((*at)->GetSize().y, (*at)->GetCharHeight()) << utf8((*at)->GetName());
    }
    EXPECT_NE(findNamed(&rail(), "Find"), nullptr);
    EXPECT_LE(findNamed(&rail(), "Find")->GetScreenRect().GetBottom(), frame.GetScreenRect().GetBottom());
    screenshot(&frame, "rail.small");
}

TEST_F(TheRail, HidesNoPageOfTheSupervisorIn1280By600) {
    auto& frame = openSampleAs(app::SAMPLE_SUPERVISOR, "help");
    frame.SetSize(frame.FromDIP(wxSize(1280, 600)));
    settle();
    std::vector<wxScrolledWindow*> lists;
    collect<wxScrolledWindow>(&rail(), lists);
    ASSERT_EQ(lists.size(), 1u);
    for (const auto* button : buttons()) {
        if (button->GetParent() != lists.front()) continue;
        EXPECT_TRUE(lists.front()->GetScreenRect().Contains(button->GetScreenRect())) << utf8(button->GetName());
    }
}

TEST_F(TheRail, KeepsThePageMarkedFromWhichAnotherWasReached) {
    auto& frame = openSampleAs(app::SAMPLE_SUPERVISOR, "people");
    EXPECT_TRUE(marked().StartsWith("People")) << utf8(marked());
    press("G");
    ASSERT_TRUE(until([&] { return frame.pageId() == "person"; }));
    EXPECT_TRUE(marked().StartsWith("People")) << utf8(marked());
    frame.setLanguage("zh_CN");
    settle();
    EXPECT_EQ(frame.pageId(), "person");
    EXPECT_TRUE(marked().StartsWith(u8("人员"))) << utf8(marked());
    press("Escape");
    EXPECT_EQ(frame.pageId(), "people");
    EXPECT_TRUE(marked().StartsWith(u8("人员"))) << utf8(marked());
}

TEST_F(TheRail, SaysWhatItsCountsCount) {
    auto& frame = openSampleAs(app::SAMPLE_MANAGER, "help");
    frame.setBadge("pairing", "11");
    auto* pairing = findNamed(&rail(), "Pairing: 11 trainees wait for a mentor");
    ASSERT_NE(pairing, nullptr);
    EXPECT_EQ(pairing->GetToolTipText(), "11 trainees wait for a mentor");
    frame.setBadge("people", "1");
    ASSERT_TRUE(shows("People 1"));
    EXPECT_EQ(findNamed(&rail(), "People 1")->GetToolTipText(), "1 thing waits for you");
    frame.setBadge("people", {});
    ASSERT_TRUE(shows("People"));
    EXPECT_TRUE(findNamed(&rail(), "People")->GetToolTipText().empty());
}

TEST_F(TheRail, CountsNothingBesideThePagesOfThePast) {
    auto& frame = openSampleAs(app::SAMPLE_SUPERVISOR, "help");
    frame.setBadge("people", "7");
    EXPECT_TRUE(shows("People 7"));
    frame.session()->setDay(frame.session()->desk().today().plusDays(-1));
    settle();
    EXPECT_FALSE(shows("People 7"));
    EXPECT_TRUE(shows("People"));
    frame.session()->setAsOf({});
    settle();
    EXPECT_TRUE(shows("People 7"));
}

} // namespace
} // namespace fledgling::ui::test
