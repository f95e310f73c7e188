#include "ui/controls/RichText.h"

#include "ui/Harness.h"
#include "ui/Text.h"
#include "ui/controls/Paragraph.h"

#include <rapidcheck/gtest.h>
#include <wx/arrstr.h>
#include <wx/frame.h>
#include <wx/simplebook.h>
#include <wx/sizer.h>

namespace fledgling::ui::test {
namespace {

std::vector<std::string> pieces(const char* text) {
    std::vector<std::string> all;
    for (const auto& piece : linePieces(u8(text)))
        all.push_back(utf8(piece));
    return all;
}

TEST(LinePieces, BreakBetweenChineseCharacters) {
    EXPECT_EQ(pieces("新人培训"), (std::vector<std::string>{"新", "人", "培", "训"}));
}

TEST(LinePieces, NeverBeginALineWithClosingPunctuation) {
    EXPECT_EQ(pieces("您好，请问。"), (std::vector<std::string>{"您", "好，", "请", "问。"}));
    EXPECT_EQ(pieces("完成？！是"), (std::vector<std::string>{"完", "成？！", "是"}));
}

TEST(LinePieces, NeverEndALineWithOpeningPunctuation) {
    EXPECT_EQ(pieces("见《手册》第"), (std::vector<std::string>{"见", "《手", "册》", "第"}));
    EXPECT_EQ(pieces("说“好”吧"), (std::vector<std::string>{"说", "“好”", "吧"}));
}

TEST(LinePieces, KeepLatinWordsAndFiguresWhole) {
    EXPECT_EQ(pieces("reply within 60 s"), (std::vector<std::string>{"reply within 60 s"}));
    EXPECT_EQ(pieces("在60秒内"), (std::vector<std::string>{"在", "60", "秒", "内"}));
    EXPECT_EQ(pieces("达到95%。"), (std::vector<std::string>{"达", "到", "95%。"}));
}

TEST(KeepsNumber, WhereItsChineseWordFollows) {
    EXPECT_TRUE(keepsNumber("2 ", u8("个")[0]));
    EXPECT_FALSE(keepsNumber("2 ", 'h'));
    EXPECT_FALSE(keepsNumber("2", u8("个")[0])) << "no blank stands there";
    EXPECT_FALSE(keepsNumber("a ", u8("个")[0]));
    EXPECT_FALSE(keepsNumber(" ", u8("个")[0]));
}

RC_GTEST_PROP(LinePieces, LoseNothing, ()) {
    static const std::string alphabet[] = {"新", "人", "，", "。", "《", "》", "“",
                                           "”",  "a",  "7",  " ",  "%",  "—",  "…"};
    std::string text;
    for (const auto index : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 14)))
        text += alphabet[static_cast<std::size_t>(index)];
    std::string joined;
    for (const auto& piece : linePieces(u8(text)))
        joined += utf8(piece);
    RC_ASSERT(joined == text);
}

class CourseText : public InWindow {
protected:
    RichText* make() {
        m_window = new wxFrame(nullptr, wxID_ANY, "course", wxDefaultPosition, wxSize(320, 400));
        auto* text = new RichText(m_window, "Text");
        m_window->Show();
        until([this] { return m_window->IsActive(); }); // before that a key goes nowhere
        settle();
        return text;
    }
    void TearDown() override {
        if (m_window) m_window->Destroy();
        InWindow::TearDown();
    }
    wxFrame* m_window = nullptr;
};

TEST_F(CourseText, CanBeMadeInsideABook) {
    m_window = new wxFrame(nullptr, wxID_ANY, "course");
    auto* book = new wxSimplebook(m_window);
    auto* text = new RichText(book, "Text");
    book->AddPage(text, "text");
    m_window->Show();
    text->setText("<p>Greet first.</p>");
    settle();
    EXPECT_TRUE(text->plainText().Contains("Greet first."));
}

TEST_F(CourseText, WrapsChineseInsideTheWindow) {
    auto* text = make();
    std::string paragraph;
    for (int i = 0; i < 40; ++i)
        paragraph += "客服的第一要务是听懂客户，";
    text->setText("<p>" + paragraph + "</p>");
    settle();
    EXPECT_LE(text->GetInternalRepresentation()->GetWidth(), text->GetClientSize().x);
    EXPECT_GT(text->GetInternalRepresentation()->GetHeight(), 200);
}

TEST_F(CourseText, IsReadAloudAsPlainText) {
    auto* text = make();
    text->setText("<h1>Service</h1><p>Greet <b>first</b>.</p>");
    EXPECT_TRUE(text->plainText().Contains("Greet first."));
}

TEST_F(CourseText, AsksThePackageForItsPicturesAndNobodyElse) {
    auto* text = make();
    std::vector<std::string> asked;
    text->setPictures([&](const std::string& path) -> std::optional<std::string> {
        asked.push_back(path);
        return "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'><rect width='40' "
               "height='20'/></svg>";
    });
    text->setText("<p><img src=\"media/flow.svg\"></p><p><img src=\"http://example.invalid/x.png\"></p>");
    ASSERT_FALSE(asked.empty());
    for (const auto& path : asked)
        EXPECT_EQ(path, "media/flow.svg") << "as format wrote it, from the root of the package";
}

TEST_F(CourseText, LinksAreReachedByTabAndFollowedByEnter) {
    auto* text = make();
    std::vector<std::string> followed;
    text->onLink = [&](const std::string& path) { followed.push_back(path); };
    std::string between;
    for (int i = 0; i < 60; ++i)
        between += "<p>Greet first.</p>";
    text->setText("<p><a href=\"days/1.md\">day one</a></p>" + between + "<p><a href=\"days/2.md\">第二天的工作流程</a></p>");
    text->SetFocus();
    settle();
    press("Enter");
    EXPECT_TRUE(followed.empty()) << "none is marked yet";
    press("Tab");
    EXPECT_EQ(text->markedLink(), 0);
    press("Tab");
    EXPECT_EQ(text->markedLink(), 1);
    EXPECT_GT(text->GetViewStart().y, 0) << "it is scrolled to";
    screenshot(m_window, "link-marked");
    press("Enter");
    EXPECT_EQ(followed, std::vector<std::string>{"days/2.md"});
    press("Shift+Tab");
    EXPECT_EQ(text->markedLink(), 0);
    text->setText("<p>Another text.</p>");
    EXPECT_EQ(text->markedLink(), -1);
}

class Wrapped : public InWindow {};

TEST_F(Wrapped, NoLineIsWiderAndNothingIsLost) {
    auto* window = new wxFrame(nullptr, wxID_ANY, "text");
    const int width = window->GetTextExtent(u8("您好，请问您")).x;
    const auto chinese = u8("课程连同这些题目存为新版本。正在进行的培训班版本不变，已有成绩也不变。"),
               english = u8("Cohorts that run stay on their version, and no result changes by it.");
    for (const auto& text : {chinese, english}) {
        const wxString lines = wrapped(window, text, width * 2);
        EXPECT_GT(lines.Freq('\n'), 1);
        for (const auto& line : wxSplit(lines, '\n', '\0')) {
            EXPECT_LE(window->GetTextExtent(line).x, width * 2) << utf8(line);
            EXPECT_FALSE(line.StartsWith(u8("，")) || line.StartsWith(u8("。"))) << utf8(line);
        }
        wxString joined = lines;
        joined.Replace("\n", text == english ? " " : "");
        EXPECT_EQ(joined, text);
    }
    EXPECT_EQ(wrapped(window, "a\n\nb", width), "a\n\nb");
    EXPECT_EQ(wrapped(window, "", width), "");
    window->Destroy();
}

} // namespace
} // namespace fledgling::ui::test
