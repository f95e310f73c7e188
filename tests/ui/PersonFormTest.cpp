#include "ui/Harness.h"

#include "app/sample/Sample.h"
#include "ui/Page.h"

#include <wx/checklst.h>

namespace fledgling::ui::test {
namespace {

class ThePersonForm : public InWindow {
protected:
    wxCheckListBox* list(const wxString& name) { return named<wxCheckListBox>(frame().page(), name); }
    /// As a click does.
    void tick(wxCheckListBox* field, const wxString& words, bool on) {
        const int at = field->FindString(words);
        ASSERT_NE(at, wxNOT_FOUND) << words;
        field->Check(static_cast<unsigned>(at), on);
        wxCommandEvent event(wxEVT_CHECKLISTBOX, field->GetId());
        event.SetEventObject(field);
        event.SetInt(at);
        field->ProcessWindowEvent(event);
    }
    static int ticked(const wxCheckListBox* field) {
        wxArrayInt checked;
        return static_cast<int>(field->GetCheckedItems(checked));
    }
};

TEST_F(ThePersonForm, ProposesNoPostToWhoNeitherIsTaughtOneNorLeadsForOne) {
    openSampleAs(app::SAMPLE_SUPERVISOR, "people");
    settle();
    press("N");
    ASSERT_TRUE(until([&] { return list("Posts") != nullptr; }));
    auto *roles = list("Roles"), *posts = list("Posts");
    EXPECT_EQ(ticked(posts), 1) << "a trainee is taught one";
    tick(roles, "trainer", true);
    tick(roles, "trainee", false);
    EXPECT_EQ(ticked(posts), 0);
    tick(roles, "mentor", true);
    EXPECT_EQ(ticked(posts), 1);
    tick(posts, posts->GetString(1), true);
    tick(roles, "mentor", false);
    EXPECT_EQ(ticked(posts), 2) << "what was chosen by hand stays";
}

} // namespace
} // namespace fledgling::ui::test
