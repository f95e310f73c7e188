#include "ui/Harness.h"

#include "app/readiness/Readiness.h"
#include "app/sample/Sample.h"
#include "ui/Page.h"
#include "ui/Text.h"
#include "ui/controls/Table.h"

#include <algorithm>
#include <wx/radiobut.h>
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

} // namespace
} // namespace fledgling::ui::test
