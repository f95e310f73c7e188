#include "ui/Harness.h"

#include "app/readiness/Readiness.h"
#include "app/sample/Sample.h"
#include "ui/Page.h"
#include "ui/Text.h"
#include "ui/controls/Table.h"

#include <algorithm>
#include <wx/choice.h>
#include <wx/radiobut.h>
#include <wx/scrolwin.h>
#include <wx/textctrl.h>

namespace fledgling::ui::test {
namespace {

class TheDecisionForm : public InWindow {
protected:
    Table* board() { return tableNamed(&frame(), "Readiness board"); }
    /// Opened on that trainee, as the manager.
    void beginOn(const std::string& trainee) {
        board()->setCursor(trainee, 0);
        board()->takeFocus();
        press("D");
        ASSERT_NE(reason(), nullptr);
    }
    std::vector<app::BoardRow> rows() { return app::boardOfAll(frame().session()->desk()); }
    /// Not ready, with a review still to come.
    app::BoardRow reviewedLater() {
        const auto today = frame().session()->desk().today();
        for (auto& row : rows())
            if (row.readiness.verdict != domain::Verdict::Ready && row.facts.reviewDay && *row.facts.reviewDay > today) return std::move(row);
        ADD_FAILURE() << "nobody is reviewed later";
        return {};
    }
    /// Two who aren't ready, in the board's order.
    std::pair<app::BoardRow, app::BoardRow> twoUnready() {
        std::vector<app::BoardRow> found;
        for (auto& row : rows())
            if (row.readiness.verdict != domain::Verdict::Ready && !row.record.decision) found.push_back(std::move(row));
        if (found.size() < 2) return ADD_FAILURE() << "too few", std::pair<app::BoardRow, app::BoardRow>();
        return {std::move(found[0]), std::move(found[1])};
    }
    /// What the decision of that trainee says; empty without one.
    std::string decidedOn(const app::BoardRow& whom) {
        for (const auto& row : rows())
            if (row.record.person.id == whom.record.person.id && row.record.decision) return row.record.decision->decision.reason;
        return {};
    }
    static std::string idOf(const app::BoardRow& row) { return row.record.person.id.text(); }
    wxTextCtrl* reason() { return named<wxTextCtrl>(&frame(), "Reason"); }
    wxTextCtrl* until() { return named<wxTextCtrl>(&frame(), "Until"); }
    /// All that is said, whatever lines it is broken into.
    wxString said() {
        wxString text = allText(frame().page());
        text.Replace("\n", " ");
        return text;
    }
};

TEST_F(TheDecisionForm, OffersToExtendBeyondTheReviewOnAWorkingDay) {
    openSampleAs(app::SAMPLE_MANAGER, "readiness");
    const auto row = reviewedLater();
    beginOn(row.record.person.id.text());
    const auto offered = domain::Date::parse(utf8(until()->GetValue()));
    ASSERT_TRUE(offered);
    EXPECT_GE(*offered, row.facts.reviewDay->plusDays(7));
    EXPECT_LT(offered->weekday(), domain::Weekday::Sat);
}

TEST_F(TheDecisionForm, SaysInSightThatTheReasonIsMissing) {
    openSampleAs(app::SAMPLE_MANAGER, "readiness");
    frame().SetSize(frame().FromDIP(wxSize(1280, 700)));
    settle();
    beginOn(reviewedLater().record.person.id.text());
    press("Ctrl+Enter");
    settle();
    wxWindow* missing = nullptr;
    const std::function<void(wxWindow*)> look = [&](wxWindow* below) {
        if (below->GetLabel().Contains("Say why")) missing = below;
        for (auto* child : below->GetChildren())
            look(child);
    };
    look(reason()->GetParent());
    ASSERT_NE(missing, nullptr);
    wxWindow* scrolled = reason();
    while (scrolled && !dynamic_cast<wxScrolledWindow*>(scrolled)) scrolled = scrolled->GetParent();
    ASSERT_NE(scrolled, nullptr);
    EXPECT_TRUE(scrolled->GetScreenRect().Contains(missing->GetScreenRect()));
    named<wxRadioButton>(&frame(), "Approve")->SetFocus();
    press("Space");
    EXPECT_TRUE(said().Contains("the mentor's place is free from today")) << "also where criteria are unmet";
}

TEST_F(TheDecisionForm, SaysAtTheDateWhatSpeaksAgainstIt) {
    openSampleAs(app::SAMPLE_MANAGER, "readiness");
    const auto row = reviewedLater();
    const auto today = frame().session()->desk().today();
    beginOn(row.record.person.id.text());
    type("Two skills more");
    until()->SetValue(u8(row.facts.reviewDay->iso()));
    EXPECT_TRUE(said().Contains("an extension ends on a later day")) << "at once";
    press("Ctrl+Enter");
    EXPECT_EQ(utf8(frame().page()->complaint()), "") << "not above the page";
    EXPECT_TRUE(said().Contains("an extension ends on a later day"));
    EXPECT_EQ(wxWindow::FindFocus(), until()) << "there it is put right";
    until()->SetValue(u8(today.plusDays(-1).iso()));
    press("Ctrl+Enter");
    EXPECT_EQ(utf8(frame().page()->complaint()), "");
    EXPECT_TRUE(said().Contains("lies in the past"));
    auto saturday = row.facts.reviewDay->plusDays(1);
    while (saturday.weekday() != domain::Weekday::Sat) saturday = saturday.plusDays(1);
    until()->SetValue(u8(saturday.iso()));
    EXPECT_FALSE(said().Contains("lies in the past"));
    EXPECT_TRUE(said().Contains("A day off; the next working day is"));
    screenshot(&frame(), "readiness.dayoff");
    press("Ctrl+Enter");
    EXPECT_EQ(reason(), nullptr) << "said, not forbidden";
    EXPECT_TRUE(frame().page()->statusText().Contains("Kept"));
}

TEST_F(TheDecisionForm, LeavesWhatAnApprovalWasGivenAgainstToBeDone) {
    openSampleAs(app::SAMPLE_MANAGER, "readiness");
    const auto row = twoUnready().first;
    const auto unmet = std::count_if(row.readiness.cells.begin(), row.readiness.cells.end(), [](const auto& cell) { return !cell.fulfilled(); });
    beginOn(idOf(row));
    named<wxRadioButton>(&frame(), "Approve")->SetFocus();
    press("Space");
    reason()->SetValue("needed on the floor");
    press("Ctrl+Enter");
    EXPECT_EQ(decidedOn(row), "needed on the floor");
    EXPECT_TRUE(said().Contains("Still to be met by "));
    EXPECT_FALSE(said().Contains("Nothing is left to do"));
    EXPECT_EQ(tableNamed(&frame(), "Shortest way")->size(), static_cast<std::size_t>(unmet));
    EXPECT_TRUE(named<wxTextCtrl>(&frame(), "Decisions")->GetValue().Contains("Against: "));
    screenshot(&frame(), "readiness.against");
}

TEST_F(TheDecisionForm, GoesAgainstNothingWhereTrainingIsExtended) {
    openSampleAs(app::SAMPLE_MANAGER, "readiness");
    const auto row = twoUnready().first;
    beginOn(idOf(row));
    reason()->SetValue("two skills more");
    press("Ctrl+Enter");
    EXPECT_EQ(decidedOn(row), "two skills more");
    const wxString decisions = named<wxTextCtrl>(&frame(), "Decisions")->GetValue();
    EXPECT_TRUE(decisions.Contains("Unmet then: "));
    EXPECT_FALSE(decisions.Contains("Against: "));
}

TEST_F(TheDecisionForm, GoesWithTheRowAsLongAsNothingIsEntered) {
    openSampleAs(app::SAMPLE_MANAGER, "readiness");
    const auto [first, second] = twoUnready();
    beginOn(idOf(first));
    board()->setCursor(idOf(second), 0);
    EXPECT_FALSE(said().Contains("The decision begun here is for"));
    reason()->SetValue("for the second");
    press("Ctrl+Enter");
    EXPECT_EQ(decidedOn(second), "for the second") << "whose row was under the cursor";
    EXPECT_EQ(decidedOn(first), "");
}

TEST_F(TheDecisionForm, SaysForWhomItIsOnceItStays) {
    openSampleAs(app::SAMPLE_MANAGER, "readiness");
    const auto [first, second] = twoUnready();
    const wxString remark = "The decision begun here is for " + u8(first.name) + ", not for the row under the cursor.";
    beginOn(idOf(first));
    reason()->SetValue("for the first");
    board()->setCursor(idOf(second), 0);
    EXPECT_TRUE(said().Contains(remark));
    screenshot(&frame(), "readiness.elsewhere");
    board()->takeFocus();
    press("D");
    EXPECT_EQ(utf8(frame().page()->complaint()), "Keep or leave the open form first.");
    EXPECT_EQ(utf8(reason()->GetValue()), "for the first") << "nothing typed is dropped";
    board()->setCursor(idOf(first), 0);
    EXPECT_FALSE(said().Contains(remark));
    named<wxRadioButton>(&frame(), "Hold")->SetFocus();
    press("Space");
    press("Ctrl+Enter");
    EXPECT_EQ(decidedOn(first), "for the first");
}

TEST_F(TheDecisionForm, OutlastsFiltersThatHideItsTrainee) {
    openSampleAs(app::SAMPLE_MANAGER, "readiness");
    const auto [first, second] = twoUnready();
    beginOn(idOf(first));
    reason()->SetValue("for the first");
    click(findNamed(&frame(), "Verdict: ready"));
    EXPECT_TRUE(said().Contains("The decision begun here is for " + u8(first.name) + ", whom the filters hide."));
    auto* cohorts = named<wxChoice>(&frame(), "Cohort");
    const auto nobody = [&] { return said().Contains("Nobody in training passes these filters"); };
    for (unsigned at = 1; at < cohorts->GetCount() && !nobody(); ++at) {
        cohorts->SetSelection(static_cast<int>(at));
        wxCommandEvent chosen(wxEVT_CHOICE, cohorts->GetId());
        chosen.SetEventObject(cohorts);
        cohorts->ProcessWindowEvent(chosen);
        settle();
    }
    EXPECT_TRUE(nobody()) << "in some cohort nobody is ready";
    ASSERT_NE(reason(), nullptr);
    EXPECT_EQ(utf8(reason()->GetValue()), "for the first");
    reason()->SetFocus();
    press("Ctrl+Enter");
    EXPECT_EQ(decidedOn(first), "for the first");
    EXPECT_EQ(reason(), nullptr);
    EXPECT_TRUE(said().Contains("Show everybody")) << "the empty board says so again: " << utf8(said());
}

} // namespace
} // namespace fledgling::ui::test
