#include "format/Markdown.h"

#include "format/quiz/InlineQuiz.h"

#include <gtest/gtest.h>

namespace fledgling::format {
namespace {

TEST(Markdown, IsSimpleHtml) {
    EXPECT_EQ(toHtml("# 一\n\n**b** *i* ~~s~~ `c`\n"),
              "<h1>一</h1>\n<p><b>b</b> <i>i</i> <strike>s</strike> <code>c</code></p>\n");
    EXPECT_EQ(toHtml("> q\n"), "<blockquote>\n<p>q</p>\n</blockquote>\n");
    EXPECT_EQ(toHtml("3. a\n4. b\n"), "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n");
    EXPECT_EQ(toHtml("- [x] a\n- [ ] b\n"), "<ul>\n<li>☑ a</li>\n<li>☐ b</li>\n</ul>\n");
    EXPECT_EQ(toHtml("---\n"), "<hr>\n");
    EXPECT_EQ(toHtml("```\na < b\n```\n"), "<pre>a &lt; b\n</pre>\n");
}

TEST(Markdown, ATableCarriesItsLooks) {
    EXPECT_EQ(toHtml("| a | b |\n|---|--:|\n| 1 | 2 |\n"),
              "<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\">\n<tr><th><b>a</b></th><th "
              "align=\"right\"><b>b</b></th></tr>\n"
              "<tr><td>1</td><td align=\"right\">2</td></tr>\n</table>\n");
}

TEST(Markdown, HtmlInTheTextIsText) {
    EXPECT_EQ(toHtml("<script>x()</script>\n"), "<p>&lt;script&gt;x()&lt;/script&gt;</p>\n");
    EXPECT_EQ(toHtml("a <b onclick=\"x\">b</b>\n"), "<p>a &lt;b onclick=&quot;x&quot;&gt;b&lt;/b&gt;</p>\n");
}

TEST(Markdown, LinksGoToTheWebToMailAndIntoThePackageOnly) {
    EXPECT_EQ(toHtml("[a](https://x.y)"), "<p><a href=\"https://x.y\">a</a></p>\n");
    EXPECT_EQ(toHtml("[a](mailto:a@b.c)"), "<p><a href=\"mailto:a@b.c\">a</a></p>\n");
    EXPECT_EQ(toHtml("[a](b.md)", "sessions/a.md"), "<p><a href=\"sessions/b.md\">a</a></p>\n");
    for (const std::string bad :
         {"javascript:alert(1)", "JavaScript:x", "data:text/html,x", "file:///etc/passwd", "//evil/x",
          "../../x", "/etc/passwd", "vbscript:x", "java&#115;cript:x", "<java\tscript:x>"}) {
        SCOPED_TRACE(bad);
        const auto html = toHtml("[a](" + bad + ")", "sessions/a.md");
        EXPECT_EQ(html.find("script:"),
                  html.find("href") == std::string::npos ? html.find("script:") : std::string::npos);
        EXPECT_EQ(html.find("href=\"java"), std::string::npos);
        EXPECT_EQ(html.find("href=\"/"), std::string::npos);
        EXPECT_EQ(html.find("href=\"file"), std::string::npos);
        EXPECT_EQ(html.find("href=\"data"), std::string::npos);
        EXPECT_EQ(html.find(".."),
                  html.find("href") == std::string::npos ? html.find("..") : std::string::npos);
    }
    EXPECT_EQ(toHtml("[a](javascript:alert(1))"), "<p>a</p>\n");
}

TEST(Markdown, APictureHasItsPackagePathAndOneFromElsewhereIsItsText) {
    EXPECT_EQ(toHtml("![流程](../media/a.png)", "sessions/a.md"),
              "<p><img src=\"media/a.png\" alt=\"流程\"></p>\n");
    EXPECT_EQ(toHtml("![x **y**](../media/a%20b.png)", "sessions/a.md"),
              "<p><img src=\"media/a b.png\" alt=\"x y\"></p>\n");
    EXPECT_EQ(toHtml("![x](http://evil/a.png)"), "<p>[x]</p>\n");
    EXPECT_EQ(toHtml("![x](http%3A//evil/a.png)"), "<p>[x]</p>\n");
}

TEST(Markdown, ALineBreakBetweenChineseCharactersIsNoBlank) {
    EXPECT_EQ(toHtml("客户\n第一"), "<p>客户第一</p>\n");
    EXPECT_EQ(toHtml("客户\nfirst"), "<p>客户\nfirst</p>\n");
    EXPECT_EQ(toHtml("a\nb"), "<p>a\nb</p>\n");
}

TEST(Markdown, EveryLinkIsFoundWhereItStandsButNotInCode) {
    const auto links =
        linksOf("字 ![图](a.png \"t\") [x](<b c.md>)\n```\n![no](no.png)\n```\n`![no](no.png)` "
                "<https://x>\n[r]: c.md\n[![p](d.png)](e.md)");
    ASSERT_EQ(links.size(), 6U);
    EXPECT_TRUE(links[0].picture);
    EXPECT_EQ(links[0].destination, "a.png");
    EXPECT_EQ(links[0].line, 1);
    EXPECT_EQ(links[0].column, 8);
    EXPECT_EQ(links[1].destination, "b c.md");
    EXPECT_EQ(links[2].destination, "https://x");
    EXPECT_EQ(links[2].line, 5);
    EXPECT_EQ(links[3].destination, "c.md");
    EXPECT_TRUE(links[4].picture);
    EXPECT_EQ(links[5].destination, "e.md");
    EXPECT_EQ(links[0].text, "图");
    EXPECT_EQ(links[1].text, "x");
    EXPECT_EQ(links[2].text, "");
}

TEST(Markdown, AFileIsCalledAsTheTextThatLinksToItCallsIt) {
    const std::string text = "![图](../media/a.pdf) 每人一张[跟岗 观察表](../media/a.pdf)，[又](../media/a.pdf)\n[x](https://a.org/a.pdf)";
    EXPECT_EQ(nameOfLink(text, "sessions/d1.md", "media/a.pdf"), "跟岗 观察表");
    EXPECT_EQ(nameOfLink(text, "sessions/d1.md", "media/b.pdf"), "");
}

TEST(Markdown, TheFirstHeadingIsTheTitle) {
    EXPECT_EQ(firstHeading("text\n\n# 服务 礼仪 #\n\n# other"), "服务 礼仪");
    EXPECT_EQ(firstHeading("```\n# no\n```\n"), "");
    EXPECT_EQ(firstHeading("## no\n"), "");
}

using domain::FULL_MARK;
using domain::QuestionType;

TEST(InlineQuiz, HasFourKindsOfQuestions) {
    const auto quiz = readInlineQuiz(
        "# 题\n\n## 小测\n\n1. 几秒？\n   - [ ] 30\n   - [X] 60\n\n   > 从第一句话\n   > 算起。\n\n"
        "2. 【多选】 哪些？\n   - [x] a\n   - [x] b\n   - [ ] c\n\n3. [order] 顺序\n   1. 一\n   2. 二\n\n4) "
        "[open] 如何？\n   再说明。\n\n## 别的\n\n1. no\n",
        "f", 10);
    EXPECT_TRUE(quiz.problems.empty());
    ASSERT_EQ(quiz.questions.size(), 4U);
    const auto& single = quiz.questions[0];
    EXPECT_EQ(single.type, QuestionType::Single);
    EXPECT_EQ(single.text.text, "几秒？");
    EXPECT_EQ(single.answers.at(1).text.text, "60");
    EXPECT_EQ(single.answers.at(1).fraction, FULL_MARK);
    EXPECT_EQ(single.explanation.text, "从第一句话\n算起。");
    const auto& multiple = quiz.questions[1];
    EXPECT_EQ(multiple.type, QuestionType::Multiple);
    EXPECT_EQ(multiple.text.text, "哪些？");
    EXPECT_EQ(fractionOf(multiple, std::vector<std::size_t>{0, 1}), FULL_MARK);
    EXPECT_EQ(fractionOf(multiple, std::vector<std::size_t>{0, 1, 2}), 0);
    EXPECT_EQ(quiz.questions[2].type, QuestionType::Ordering);
    EXPECT_EQ(quiz.questions[2].answers.size(), 2U);
    EXPECT_EQ(quiz.questions[3].type, QuestionType::Open);
    EXPECT_EQ(quiz.questions[3].text.text, "如何？\n再说明。");
}

TEST(InlineQuiz, ProblemsCountLinesOfTheFile) {
    const auto quiz = readInlineQuiz("## Quiz\n\n1. a\n   - [ ] b\n   - [ ] c\n", "f", 10);
    ASSERT_EQ(quiz.problems.size(), 1U);
    EXPECT_EQ(quiz.problems[0].line, 12);
    EXPECT_TRUE(quiz.questions.empty());
}

TEST(InlineQuiz, TheLessonIsTheTextWithoutIt) {
    EXPECT_EQ(withoutQuiz("# a\n\ntext\n\n## Quiz\n\n1. q\n\n## more\n\nend\n"),
              "# a\n\ntext\n\n## more\n\nend\n");
    EXPECT_EQ(withoutQuiz("# a\n"), "# a\n");
    EXPECT_EQ(withoutQuiz("```\n## Quiz\n```\n"), "```\n## Quiz\n```\n");
}

} // namespace
} // namespace fledgling::format
