#include "ui/Harness.h"

#include "app/Department.h"
#include "app/merge/Merge.h"
#include "app/people/People.h"
#include "app/sample/Sample.h"
#include "support/BookPlace.h"
#include "ui/Page.h"
#include "ui/Text.h"
#include "ui/controls/Table.h"

#include <wx/button.h>
#include <wx/dataview.h>

namespace fledgling::ui::test {
namespace {

/// A copy of the sample in which three settings were changed, two of them here, too.
class TheMergePage : public InWindow {
protected:
    void openWithCopy() {
        openSampleAs(app::SAMPLE_MANAGER, "help");
        auto& here = frame().session()->desk();
        app::copyBook(here, m_path);
        {
            auto department = app::Department::open(m_path);
            auto there = department->deskFor(here.actor.id);
            app::changeSetting(there, "note.one", "of the copy");
            app::changeSetting(there, "note.two", "of the copy");
            app::changeSetting(there, "note.three", "only there");
        }
        app::changeSetting(here, "note.one", "of this book");
        app::changeSetting(here, "note.two", "of this book");
        frame().openPage("merge", m_path);
        ASSERT_TRUE(until([&] { return rows() != nullptr && rows()->size() == 2; }));
        settle();
        rows()->takeFocus();
        rows()->select(rows()->order().front());
    }
    Table* rows() { return tableNamed(&frame(), "Differences"); }
    std::string setting(const std::string& name) { return app::settingOf(frame().session()->desk(), name); }

    fledgling::test::Folder m_folder;
    std::string m_path = m_folder.file("laptop.fledgling");
};

TEST_F(TheMergePage, IsDecidedAndMergedByKeys) {
    openWithCopy();
    EXPECT_TRUE(frame().page()->figureText().Contains("2 to decide")) << frame().page()->figureText();
    EXPECT_FALSE(findNamed(&frame(), "Merge")->IsEnabled());
    auto* fields = tableNamed(&frame(), "Side by side");
    ASSERT_GT(fields->size(), 1u);
    for (const int side : {3, 4})
        EXPECT_TRUE(fields->textAt("by", side).Contains(":")) << "who wrote it, and when: " << utf8(fields->textAt("by", side));
    EXPECT_TRUE(until([&] { return widthOfColumns(*rows(), 5) <= rows()->GetSize().x; })) << "both sides in sight";
    screenshot(&frame(), "merge.open");
    press("F9");
    EXPECT_EQ(setting("note.three"), "") << "nothing is written before every difference is decided";
    const auto first = rows()->selected();
    press("O");
    EXPECT_TRUE(rows()->textAt(first, 0).Contains("this book"));
    EXPECT_NE(rows()->selected(), first) << "on to the next one";
    press("T");
    EXPECT_TRUE(findNamed(&frame(), "Merge")->IsEnabled());
    screenshot(&frame(), "merge.decided");
    press("F9");
    ASSERT_TRUE(until([&] { return setting("note.three") == "only there"; }));
    settle();
    const bool one = setting("note.one") == "of this book";
    EXPECT_EQ(setting(one ? "note.one" : "note.two"), "of this book");
    EXPECT_EQ(setting(one ? "note.two" : "note.one"), "of the copy");
    EXPECT_TRUE(frame().page()->complaint().Contains("3 changes of the copy were taken")) << utf8(frame().page()->complaint());
    EXPECT_FALSE(findNamed(&frame(), "Merge")->IsEnabled()) << "nothing is left";
}

TEST_F(TheMergePage, TakesOneSideForTheRest) {
    openWithCopy();
    press("T");
    press("Shift+O");
    int ours = 0;
    for (const auto& id : rows()->order())
        ours += rows()->textAt(id, 0).Contains("this book") ? 1 : 0;
    EXPECT_EQ(ours, 1);
    press("Up");
    press("T");
    press("F9");
    ASSERT_TRUE(until([&] { return setting("note.three") == "only there"; }));
}

TEST_F(TheMergePage, ComplainsOfAnotherDepartmentsBookAndOffersToChoose) {
    openSampleAs(app::SAMPLE_MANAGER, "help");
    { const auto foreign = app::Department::create(m_path, {"Somebody", "1"}, look::assets().string()); }
    frame().openPage("merge", m_path);
    ASSERT_TRUE(until([&] { return frame().page()->complaint().Contains("no change in common"); }));
    EXPECT_NE(findNamed(&frame(), "Choose the copy"), nullptr);
    screenshot(&frame(), "merge.foreign");
}

TEST_F(TheMergePage, SaysThatACopyWithoutChangesBringsNothing) {
    openSampleAs(app::SAMPLE_MANAGER, "help");
    app::copyBook(frame().session()->desk(), m_path);
    frame().openPage("merge", m_path);
    EXPECT_TRUE(until([&] { return allText(frame().page()).Contains("Nothing to bring back"); }));
}

TEST_F(TheMergePage, SpeaksChinese) {
    openWithCopy();
    press("O");
    frame().setLanguage("zh_CN");
    settle();
    EXPECT_EQ(frame().page()->title(), u8("合并副本"));
    screenshot(&frame(), "merge.zh_CN");
    frame().setLanguage("en");
}

TEST_F(TheMergePage, IsReachedFromTheHistory) {
    openSampleAs(app::SAMPLE_MANAGER, "history");
    EXPECT_TRUE(findNamed(&frame(), "Merge a copy")->IsEnabled());
    EXPECT_TRUE(findNamed(&frame(), "Copy the book")->IsEnabled());
    screenshot(&frame(), "merge.history");
}

} // namespace
} // namespace fledgling::ui::test
