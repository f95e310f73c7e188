#include "format/Packages.h"

#include <gtest/gtest.h>

#include <set>

namespace fledgling::test {
namespace {

using namespace format;
using enum ProblemKind;

struct Case {
    ProblemKind kind;
    FileTree tree;
    std::string text; ///< of the only problem
};

FileTree without(const std::string& path) {
    auto tree = goodPackage();
    tree.remove(path);
    return tree;
}

std::string deep(int levels) {
    return std::string(static_cast<std::size_t>(levels), '[') +
           std::string(static_cast<std::size_t>(levels), ']');
}

/// Slips in course.yaml as YAML.
std::vector<Case> yamlCases() {
    return {
        {TabIndent, withCourse("  - title: 第一天\n    sessions", "  - title: 第一天\n\t\tsessions"),
         "course.yaml:7:1: the line is indented with a TAB; indent with spaces"},
        {ColonWithoutSpace, withCourse("id: tiny", "id:tiny"),
         "course.yaml:1:3: there is no space after the colon of 'id'; write 'id: ' and then the value"},
        {ColonWithoutSpace, withCourse("kind: shadowing", "kind:shadowing"),
         "course.yaml:9:42: there is no space after the colon of 'kind'; write 'kind: ' and then the value"},
        {FullWidthColon, withCourse("version: \"1\"", "version：\"1\""),
         "course.yaml:2:8: the colon after 'version' is a full-width one (：); write 'version: ' with a "
         "half-width colon and a space"},
        {FullWidthColon, withCourse("title: {zh-CN: 小", "title: {zh-CN：小"),
         "course.yaml:3:14: the colon after 'zh-CN' is a full-width one (：); write 'zh-CN: ' with a "
         "half-width colon and a space"},
        {QuoteNeverClosed, withCourse("version: \"1\"", "version: \"1"),
         "course.yaml:2:10: the quote \" is never closed; put \" at the end of the text"},
        {QuoteNeverClosed, withCourse("title: 第一天", "title: '第一天"),
         "course.yaml:6:12: the quote ' is never closed; put ' at the end of the text"},
        {BracketNeverClosed, withCourse("log: daily}", "log: daily"),
         "course.yaml:13:12: the bracket { is never closed; put } at the end"},
        {YamlSyntax, withCourse("version: \"1\"", "version: @1"),
         "course.yaml:2:10: this is not valid YAML: plain scalar cannot start with '@'; compare the "
         "indentation, brackets and quotes with the lines around it"},
        {Anchor, withCourse("title: 第一天", "title: &a 第一天"),
         "course.yaml:6:12: anchors (&) are not allowed; write the value itself, or put the text in quotes"},
        {Alias, withCourse("title: 第一天", "title: *a"),
         "course.yaml:6:12: aliases (*) are not allowed; write the value itself, or put the text in quotes"},
        {Tag, withCourse("title: 第一天", "title: !!str 第一天"),
         "course.yaml:6:12: tags (!) are not allowed; write the value without one, or put the text in "
         "quotes"},
        {MergeKey, withCourse("mentoring: {", "mentoring: {<<: {}, "),
         "course.yaml:13:13: merge keys (<<) are not allowed; write the keys themselves"},
        {SecondDocument, withCourse("acknowledge:", "---\nacknowledge:"),
         "course.yaml:34:1: a second document begins here; keep everything in one document without a further "
         "'---'"},
        {TooDeep, withCourse("title: 第一天", "title: " + deep(65)), ""},
        {KeyNotText, withCourse("mentoring: {", "mentoring: {[a]: b, "), ""},
        {KeyTwice, withCourse("version: \"1\"", "version: \"1\"\nid: other"),
         "course.yaml:3:1: the key 'id' stands here twice, first in line 1; keep one of them"},
    };
}

/// Values that are not what their key wants.
std::vector<Case> valueCases() {
    return {
        {UnknownKey, withCourse("id: tiny", "id: tiny\nwhatever: 1"), ""},
        {MisspeltKey, withCourse("attempts: 2, minutes", "attempts: 2, minuets"),
         "course.yaml:15:88: an assessment has no key 'minuets'; did you mean 'minutes'?"},
        {KeyMissing, withCourse("version: \"1\"\n", ""),
         "course.yaml:1:1: the course needs the key 'version'; add 'version: ...'"},
        {KeyMissing, withCourse("{id: d1-am, ", "{"),
         "course.yaml:8:9: a session needs the key 'id'; add 'id: ...'"},
        {NoValue, withCourse("title: 第一天", "title:"),
         "course.yaml:6:5: 'title' has no value; write one after the colon, or leave the key out"},
        {NotAMap, withCourse("mentoring: {days: 5, log: daily}", "mentoring: 5"),
         "course.yaml:13:12: 'mentoring' must hold keys and values; write 'key: value' lines below it, or "
         "{key: value}"},
        {NotAList, withCourse("acknowledge: [rules/conduct.md]", "acknowledge: {a: b}"),
         "course.yaml:34:14: 'acknowledge' must be a list; write one '- ' line for each, or [a, b]"},
        {NotText, withCourse("id: tiny", "id: [tiny]"),
         "course.yaml:1:5: 'id' must be a single value; write one value, without list or keys"},
        {NotNumber, withCourse("draw: 2", "draw: two"),
         "course.yaml:15:61: 'draw' must be a whole number, not 'two'; write digits only"},
        {OutOfRange, withCourse("attempts: 2", "attempts: 0"),
         "course.yaml:15:85: 'attempts' is 0; write a number from 1 to 99"},
        {NotPercent, withCourse("pass: 80%", "pass: 80"),
         "course.yaml:15:70: 'pass' must be a percentage, not '80'; write a number from 0 to 100 and %, such "
         "as 80%"},
        {NotTimeSpan, withCourse("\"07:00-11:30\"", "\"7:00-11:30\""),
         "course.yaml:4:18: 'morning' must be a span of time, not '7:00-11:30'; write HH:MM-HH:MM, such as "
         "\"07:00-11:30\""},
        {NotTimeSpan, withCourse("\"07:00-11:30\"", "\"07：00-11:30\""),
         "course.yaml:4:18: 'morning' must be a span of time, not '07：00-11:30'; write HH:MM-HH:MM, such as "
         "\"07:00-11:30\""},
        {TimeReversed, withCourse("\"07:00-11:30\"", "\"11:30-07:00\""),
         "course.yaml:4:18: 'morning' ends before it begins: '11:30-07:00'; write the earlier time first: "
         "\"07:00-11:30\""},
        {NotDate, withCourse("from: 2026-01-01", "from: 2026-02-30"),
         "course.yaml:33:28: 'from' must be a date that exists, not '2026-02-30'; write YYYY-MM-DD, such as "
         "2026-01-31"},
        {NotId, withCourse("id: tiny", "id: 小课程"),
         "course.yaml:1:5: '小课程' cannot be an id; use 1 to 64 letters a-z, digits and '-', with a letter "
         "or digit first"},
        {NotVersion, withCourse("version: \"1\"", "version: \"1 b\""),
         "course.yaml:2:10: '1 b' cannot be a version; use 1 to 32 letters, digits, '.', '-' and '_', such "
         "as \"2026.1\""},
        {NotLanguage, withCourse("en: A tiny course", "english: A tiny course"),
         "course.yaml:3:21: 'english' is not a language; write a tag such as zh-CN or en"},
        {NotWord, withCourse("when: morning", "when: midnight-ish"), ""},
        {MisspeltWord, withCourse("kind: shadowing", "kind: shadwing"),
         "course.yaml:9:44: 'kind' cannot be 'shadwing'; did you mean 'shadowing'?"},
        {WordTwice, withCourse("posts: [agent]", "posts: [agent, agent]"),
         "course.yaml:12:60: 'agent' stands twice in 'posts'; keep one of them"},
        {WordMissing, withCourse("make_up:", "statuses: [present, late]\n  make_up:"),
         "course.yaml:31:13: 'statuses' must hold 'absent'; add it"},
        {ListEmpty,
         withCourse("    items:\n      - {id: greet, title: 问候}\n      - {id: privacy, title: 保密}\n    "
                    "critical: [privacy]",
                    "    items: []"),
         "course.yaml:19:12: 'items' is empty; list at least one"},
        {LanguageMissing, withCourse("{zh-CN: 小课程, en", "{en"),
         "course.yaml:3:8: warning: 'title' has no text in the course's language, zh-CN; add 'zh-CN: ...'"},
    };
}

/// One part of the package against another.
std::vector<Case> crossCases() {
    return {
        {IdTwice, withCourse("id: d1-pm", "id: d1-am"),
         "course.yaml:9:9: the session id 'd1-am' is used twice, first in line 8; give each its own id"},
        {IdTwice, withCourse("id: closing", "id: greeting"),
         "course.yaml:12:5: the skill id 'greeting' is used twice, first in line 11; give each its own id"},
        {SessionsOverlap, withCourse("when: afternoon,", "when: morning,"),
         "course.yaml:9:9: session 'd1-pm' overlaps session 'd1-am' of the same day (07:00-11:30); give each "
         "its own hours, such as hours: \"09:30-11:30\""},
        {HoursOverlap, withCourse("13:00-16:00", "11:00-16:00"), ""},
        {FileMissing, withCourse("file: sessions/two.md", "file: nowhere/at-all-to-be-found.txt"), ""},
        {FileMisspelt, withCourse("file: sessions/two.md", "file: sessions/tow.md"),
         "course.yaml:9:61: there is no file sessions/tow.md in the course folder; did you mean "
         "'sessions/two.md'?"},
        {FileCase, withCourse("file: sessions/two.md", "file: Sessions/two.md"),
         "course.yaml:9:61: Sessions/two.md differs from the file's name in upper and lower case; write "
         "'sessions/two.md'"},
        {PathLeaves, withCourse("file: sessions/two.md", "file: ../two.md"),
         "course.yaml:9:61: the path ../two.md leaves the course folder; write a path inside the folder, "
         "without a leading / and without .."},
        {PathLeaves, withCourse("file: sessions/two.md", "file: /etc/passwd"),
         "course.yaml:9:61: the path /etc/passwd leaves the course folder; write a path inside the folder, "
         "without a leading / and without .."},
        {PathBackslash, withCourse("file: sessions/two.md", "file: sessions\\two.md"),
         "course.yaml:9:61: the path sessions\\two.md has a backslash; write 'sessions/two.md'"},
        {FileTwice, withCourse("file: sessions/two.md", "file: sessions/one.md"),
         "course.yaml:9:61: the file sessions/one.md is used twice, first in line 8; give each its own file"},
        {TitleMissing, withFile("sessions/two.md", "跟随。\n"),
         "sessions/two.md: sessions/two.md has no title; write 'title: ...' in its front matter, or begin "
         "the text with '# Title'"},
        {TwiceGiven, withCourse("when: morning,", "when: morning, title: 题,"),
         "sessions/one.md:2:8: 'title' stands here and in course.yaml; keep it in one place"},
        {TwiceGiven, withFile("sessions/one.md", "---\ntitle: {zh-CN: 一, en: One}\n---\n文\n"),
         "sessions/one.en.md:2:8: 'title' stands here and in sessions/one.md; keep it in one place"},
        {OwnLanguageFile, withFile("sessions/one.zh-CN.md", "文\n"),
         "sessions/one.zh-CN.md: sessions/one.zh-CN.md is in the course's own language; keep that text in "
         "sessions/one.md"},
        {MinutesTooMany, withFile("sessions/one.md", "---\ntitle: 一\nminutes: 300\n---\n文\n"),
         "sessions/one.md:3:10: warning: the text plans for 300 minutes, the session has 270; shorten the "
         "plan or give the session more time"},
        {KeyDoesNotFit, withCourse("    critical: [privacy]", "    critical: [privacy]\n    draw: 3"),
         "course.yaml:23:11: 'draw' doesn't belong to 'practical'; leave it out"},
        {UnknownId, withCourse("assessment: final", "assessment: xyz"),
         "course.yaml:38:56: 'assessment' names 'xyz', which is defined nowhere; define it, or use one of: "
         "desk, final"},
        {MisspeltId, withCourse("skills: [greeting]", "skills: [greting]"),
         "course.yaml:37:51: 'skills' names 'greting', which is defined nowhere; did you mean 'greeting'?"},
        {NoneDefined,
         withCourse("skills:\n  - {id: greeting, title: 问候, need: alone}\n"
                    "  - {id: closing, title: 结束语, need: helped, posts: [agent]}\n",
                    ""),
         "course.yaml:34:51: 'skills' names 'greeting', which is defined nowhere; define it: there is none of its "
         "kind yet"},
        {DrawTooMany, withCourse("draw: 2", "draw: 3"),
         "course.yaml:15:61: 3 questions are to be drawn and the bank has 2; draw fewer, or add questions"},
        {NoQuestions, withFile("quizzes/final.gift", "just a text\n"),
         "course.yaml:15:35: quizzes/final.gift has no questions; write at least one"},
        {TextEmpty, withFile("sessions/one.en.md", "---\ntitle: One\n---\n"),
         "sessions/one.en.md: warning: sessions/one.en.md has no text; write what is taught"},
    };
}

/// Texts and their files.
std::vector<Case> textCases() {
    return {
        {CourseFileMissing, without("course.yaml"),
         "package: there is no course.yaml; put course.yaml at the top of the folder"},
        {TextTooBig, withFile("sessions/one.md", std::string((1U << 20U) + 1, 'a')),
         "sessions/one.md: a text file may have 1 MiB; split it, or move pictures out into files of their "
         "own"},
        {NotUtf8, withFile("sessions/two.md", "# a\n\nx\xFF"),
         "sessions/two.md:3:2: this is not UTF-8; save the file as UTF-8"},
        {LooksLikeGb18030, withFile("sessions/two.md", "# \xB5\xDA\xB6\xFE\xBF\xCE\n"),
         "sessions/two.md:1:3: this is not UTF-8; it looks like GB18030; save the file as UTF-8"},
        {LooksLikeUtf16, withFile("sessions/two.md", std::string("\xFF\xFE#\0 \0a\0", 8)),
         "sessions/two.md:1:1: this is not UTF-8; it looks like UTF-16; save the file as UTF-8"},
        {ControlCharacter, withFile("sessions/two.md", "# 题\n\n\x01"),
         "sessions/two.md:3:1: there is an invisible control character (U+0001); delete it"},
        {FrontMatterOpen, withFile("sessions/one.md", "---\ntitle: 一\n\n正文\n"),
         "sessions/one.md:1:1: the front matter is never closed; end it with a line that holds only ---"},
        {PictureMissing, withFile("sessions/two.md", "# 题\n\n字 ![图](../media/b.png)"),
         "sessions/two.md:3:8: there is no picture ../media/b.png; add the file or correct the path (it "
         "counts from this file)"},
        {PictureFromRoot, withFile("sessions/two.md", "# 题\n\n![图](media/a.png)"),
         "sessions/two.md:3:6: there is no picture media/a.png; paths in the text count from this file: "
         "write '../media/a.png'"},
        {PictureKind, withFile("sessions/two.md", "# 题\n\n![图](one.md)"),
         "sessions/two.md:3:6: one.md is not a kind of picture that can be shown; use PNG, JPEG, GIF or SVG"},
        {PictureRemote, withFile("sessions/two.md", "# 题\n\n![图](http://x/a.png)"),
         "sessions/two.md:3:6: the picture http://x/a.png is not in the package; put it into the folder and "
         "write its path"},
        {LinkMissing, withFile("sessions/two.md", "# 题\n\n[见](three.md)"),
         "sessions/two.md:3:5: there is no file three.md to link to; add the file or correct the path (it "
         "counts from this file)"},
        {LinkRefused, withFile("sessions/two.md", "# 题\n\n[按](javascript:alert(1))"),
         "sessions/two.md:3:5: links of the kind 'javascript:' are not allowed; link to http:, https:, "
         "mailto: or a file of the package"},
        {FileCase, withFile("sessions/two.md", "# 题\n\n![图](../Media/a.png)"),
         "sessions/two.md:3:6: ../Media/a.png differs from the file's name in upper and lower case; write "
         "'../media/a.png'"},
        {PathLeaves, withFile("sessions/two.md", "# 题\n\n![图](../../a.png)"),
         "sessions/two.md:3:6: the path ../../a.png leaves the course folder; write a path inside the "
         "folder, without a leading / and without .."},
        {NameNotPortable, withFile("media/a?.png", ""),
         "package: the file name media/a?.png doesn't work on every computer; use no control characters and "
         "none of \\ : * ? \" < > |"},
        {NameTwice, withFile("media/A.png", ""),
         "package: media/A.png and media/a.png differ only in upper and lower case; rename one of them"},
        {NameLeaves, withFile("../a.png", ""),
         "package: ../a.png leaves the course folder; keep every file inside the folder"},
    };
}

/// A bank in two languages of which one question has another key in each; a word to be typed differs by nature.
FileTree withOtherKeys() {
    FileTree tree = withFile("quizzes/final.gift", "// [id:q1]\n一 {T}\n\n// [id:q2]\n二 {=甲 ~乙}\n\n// [id:q3]\n三 {=词}\n");
    tree.put("quizzes/final.en.gift", "// [id:q1]\none {F}\n\n// [id:q2]\ntwo {=a ~b}\n\n// [id:q3]\nthree {=word =words}\n");
    return tree;
}


/// Quizzes inside a session.
std::vector<Case> quizCases() {
    const auto quiz = [](const std::string& text) {
        return withFile("sessions/two.md", "# 题\n\n## Quiz\n\n" + text);
    };
    return {
        {QuizNoRight, quiz("1. a\n   - [ ] b\n   - [ ] c\n"),
         "sessions/two.md:5:4: no option of this question is right; mark the right one with [x]"},
        {QuizTwoRight, quiz("1. a\n   - [x] b\n   - [x] c\n"),
         "sessions/two.md:5:4: a single choice has more than one right option; keep one [x], or begin the "
         "question with [multiple]"},
        {QuizTooFewOptions, quiz("1. a\n   - [x] b\n"),
         "sessions/two.md:5:4: a choice needs two options or more; add '- [ ] ...' lines, or begin the "
         "question with [open]"},
        {QuizTooFewSteps, quiz("1. [order] a\n   1. b\n"),
         "sessions/two.md:5:4: an ordering needs two steps or more; list the steps as '1. ...' lines in the "
         "right order"},
        {QuizOptionUnmarked, quiz("1. a\n   - [x] b\n   - c\n"),
         "sessions/two.md:7:4: this option is neither right nor wrong; begin it with '- [x] ' or '- [ ] '"},
        {QuizOptionForeign, quiz("1. [open] a\n   - [x] b\n"),
         "sessions/two.md:6:4: this kind of question has no such option; remove it, or change the mark "
         "before the question"},
        {QuizMarkerUnknown, quiz("1. [multipel] a\n   - [x] b\n   - [ ] c\n"),
         "sessions/two.md:5:4: '[multipel]' is no kind of question; use [single], [multiple], [order] or "
         "[open]"},
        {QuizEmpty, quiz("Nothing yet.\n"),
         "sessions/two.md:3:1: warning: this quiz has no questions; list them as '1. ...' lines, or change "
         "the heading"},
        {QuizStrayText, quiz("1. [open] a\n\nThat was all.\n"),
         "sessions/two.md:7:1: warning: this line belongs to no question; indent it below its question"},
        {QuizLanguagesDiffer, withFile("sessions/two.en.md", "# Two\n\nFollow.\n"),
         "sessions/two.en.md: warning: this has 0 questions and sessions/two.md has 1; keep both languages "
         "in step"},
        {QuizLanguagesDiffer, withFile("quizzes/final.en.gift", "one {T}\n"),
         "quizzes/final.en.gift: warning: this has 1 questions and quizzes/final.gift has 2; keep both "
         "languages in step"},
        {QuizKeysDiffer, withOtherKeys(),
         "quizzes/final.en.gift: warning: question q1 takes other answers for right than quizzes/final.gift does; give it "
         "the same right answers in both, in the same places: a paper is marked by the language it was taken in"},
    };
}

std::vector<Case> allCases() {
    std::vector<Case> all;
    for (const auto& cases : {yamlCases(), valueCases(), crossCases(), textCases(), quizCases()})
        all.insert(all.end(), cases.begin(), cases.end());
    return all;
}

} // namespace

TEST(CourseProblems, ThePackageTheCasesStartFromHasNone) {
    EXPECT_EQ(told(goodPackage()), std::vector<std::string>{});
}

TEST(CourseProblems, EachIsToldOnceAndWhereItIs) {
    for (const auto& one : allCases()) {
        SCOPED_TRACE(wordsOf(one.kind).what);
        const auto problems = readCourse(one.tree).problems;
        ASSERT_FALSE(problems.empty());
        if (!one.text.empty()) {
            EXPECT_EQ(told(problems), std::vector<std::string>{one.text});
        }
        bool there = false;
        for (const auto& problem : problems)
            there = there || problem.kind == one.kind;
        EXPECT_TRUE(there);
    }
}

TEST(CourseProblems, NoKindIsWithoutACase) {
    std::set<ProblemKind> seen;
    for (const auto& one : allCases())
        seen.insert(one.kind);
    // Told by PackageTest, which needs folders and zips.
    seen.insert({PackageUnreadable, NotAPackage, TooManyFiles, PackageTooBig, LinkInPackage, ZipBroken,
                 ZipEncrypted, ZipMethod, ZipBomb});
    for (int at = 0; at < static_cast<int>(GiftBraces); ++at) { // the others: GiftTest and quiz/
        const auto kind = static_cast<ProblemKind>(at);
        EXPECT_TRUE(seen.contains(kind)) << wordsOf(kind).what;
    }
}

TEST(CourseProblems, EveryKindHasWordsInItsPlaceOfTheTable) {
    for (int at = 0; at <= static_cast<int>(XmlFraction); ++at) {
        const auto& words = wordsOf(static_cast<ProblemKind>(at));
        EXPECT_EQ(static_cast<int>(words.kind), at);
        EXPECT_FALSE(words.what.empty() || words.instead.empty());
    }
    EXPECT_THROW((void)wordsOf(static_cast<ProblemKind>(static_cast<int>(XmlFraction) + 1)), std::exception);
}

TEST(CourseProblems, AllOfAPackageAreFoundInOnePass) {
    auto tree = withCourse("version: \"1\"", "version: \"1");
    std::string yaml = *tree.find("course.yaml");
    const auto swap = [&](const std::string& old, const std::string& now) {
        yaml.replace(yaml.find(old), old.size(), now);
    };
    swap("hours: {morning", "hours：{morning");
    swap("when: morning", "when: mornin");
    swap("measure: skills_signed", "mesure: skills_signed");
    swap("days: 5", "days: five");
    tree.put("course.yaml", yaml);
    tree.put("sessions/two.md",
             "# 题\n\n![图](../media/b.png)\n\n## 小测\n\n1. 几秒？\n   - [ ] 60\n   - [ ] 120\n");
    tree.put("quizzes/final.gift", "一 {#3,5}\n");
    EXPECT_EQ(told(tree),
              (std::vector<std::string>{
                  "course.yaml:2:10: the quote \" is never closed; put \" at the end of the text",
                  "course.yaml:4:6: the colon after 'hours' is a full-width one (：); write 'hours: ' with a "
                  "half-width colon and a space",
                  "course.yaml:8:27: 'when' cannot be 'mornin'; did you mean 'morning'?",
                  "course.yaml:13:19: 'days' must be a whole number, not 'five'; write digits only",
                  "course.yaml:37:18: a readiness criterion has no key 'mesure'; did you mean 'measure'?",
                  "quizzes/final.gift:1:5: '3,5' is not a number (Moodle would take every answer as right); "
                  "write digits with a decimal point, such as 3.5",
                  "sessions/two.md:3:6: there is no picture ../media/b.png; add the file or correct the path "
                  "(it counts from this file)",
                  "sessions/two.md:7:4: no option of this question is right; mark the right one with [x]"}));
}

TEST(CourseProblems, ABrokenBlockDoesNotHideTheOthersNorMakeNewsOfItsOwn) {
    auto tree = withCourse("  - {id: greeting, title: 问候, need: alone}", "  - {id: greeting]");
    std::string yaml = *tree.find("course.yaml");
    yaml.replace(yaml.find("kind: shadowing"), 15, "kind: shadwing");
    tree.put("course.yaml", yaml);
    const auto problems = readCourse(tree).problems;
    ASSERT_EQ(problems.size(), 2U) << told(problems).back();
    EXPECT_EQ(problems[0].kind, MisspeltWord);
    EXPECT_EQ(problems[1].line, 11);
}

TEST(CourseProblems, ByteOrderMarkAndWindowsLineEndsAreNone) {
    const auto good = goodPackage();
    auto tree = good;
    for (const auto& [path, bytes] : good.files()) {
        if (path.ends_with(".png")) continue;
        std::string windows = "\xEF\xBB\xBF";
        for (const char c : bytes)
            windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
        tree.put(path, windows);
    }
    const auto reading = readCourse(tree);
    EXPECT_EQ(told(reading.problems), std::vector<std::string>{});
    EXPECT_EQ(reading.course, readCourse(good).course);
}

TEST(CourseProblems, TextStaysTextUntilAKeyReadsIt) {
    const auto reading = readCourse(withCourse("title: 第一天", "title: no"));
    ASSERT_TRUE(reading.ok());
    EXPECT_EQ(reading.course->days.at(0).title.in("zh-CN"), "no");
    EXPECT_EQ(readCourse(withCourse("title: 第一天", "title: 007")).course->days.at(0).title.in("zh-CN"),
              "007");
    EXPECT_EQ(readCourse(withCourse("title: 第一天", "title: 09:30")).course->days.at(0).title.in("zh-CN"),
              "09:30");
}

} // namespace fledgling::test
