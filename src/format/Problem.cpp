#include "format/Problem.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <stdexcept>
#include <tuple>

namespace fledgling::format {

namespace {

using enum ProblemKind;
constexpr Severity ERROR = Severity::Error;
constexpr Severity WARNING = Severity::Warning;

const std::vector<ProblemWords>& table() {
    static const std::vector<ProblemWords> words{
        {PackageUnreadable, ERROR, "{0} cannot be read: {1}", "check that it is there and may be read"},
        {NotAPackage, ERROR, "{0} is neither a folder nor a zipped course",
         "choose the folder that holds course.yaml, or a .course file"},
        {CourseFileMissing, ERROR, "there is no course.yaml", "put course.yaml at the top of the folder"},
        {TooManyFiles, ERROR, "the package has more than {0} files",
         "leave out what the sessions don't show"},
        {PackageTooBig, ERROR, "the package has more than {0} MiB", "make pictures and films smaller"},
        {TextTooBig, ERROR, "a text file may have {0} MiB",
         "split it, or move pictures out into files of their own"},
        {LinkInPackage, ERROR, "{0} is a link or a special file", "put the file itself there"},
        {NameLeaves, ERROR, "{0} leaves the course folder", "keep every file inside the folder"},
        {NameNotPortable, ERROR, "the file name {0} doesn't work on every computer",
         "use no control characters and none of \\ : * ? \" < > |"},
        {NameTwice, ERROR, "{0} and {1} differ only in upper and lower case", "rename one of them"},
        {ZipBroken, ERROR, "the zip file is damaged: {0}", "zip the folder again"},
        {ZipEncrypted, ERROR, "{0} is encrypted", "zip the folder without a password"},
        {ZipMethod, ERROR, "{0} is packed in a way that cannot be read",
         "zip the folder with the usual method (deflate)"},
        {ZipBomb, ERROR, "{0} unpacks to far more than its size allows",
         "don't open this file; ask where it comes from"},
        {NotUtf8, ERROR, "this is not UTF-8", "save the file as UTF-8"},
        {LooksLikeGb18030, ERROR, "this is not UTF-8; it looks like GB18030", "save the file as UTF-8"},
        {LooksLikeUtf16, ERROR, "this is not UTF-8; it looks like UTF-16", "save the file as UTF-8"},
        {ControlCharacter, ERROR, "there is an invisible control character ({0})", "delete it"},
        {TabIndent, ERROR, "the line is indented with a TAB", "indent with spaces"},
        {ColonWithoutSpace, ERROR, "there is no space after the colon of '{0}'",
         "write '{0}: ' and then the value"},
        {FullWidthColon, ERROR, "the colon after '{0}' is a full-width one (：)",
         "write '{0}: ' with a half-width colon and a space"},
        {QuoteNeverClosed, ERROR, "the quote {0} is never closed", "put {0} at the end of the text"},
        {BracketNeverClosed, ERROR, "the bracket {0} is never closed", "put {1} at the end"},
        {YamlSyntax, ERROR, "this is not valid YAML: {0}",
         "compare the indentation, brackets and quotes with the lines around it"},
        {Anchor, ERROR, "anchors (&) are not allowed", "write the value itself, or put the text in quotes"},
        {Alias, ERROR, "aliases (*) are not allowed", "write the value itself, or put the text in quotes"},
        {Tag, ERROR, "tags (!) are not allowed", "write the value without one, or put the text in quotes"},
        {MergeKey, ERROR, "merge keys (<<) are not allowed", "write the keys themselves"},
        {SecondDocument, ERROR, "a second document begins here",
         "keep everything in one document without a further '---'"},
        {TooDeep, ERROR, "this is nested more than {0} levels deep", "nest less"},
        {KeyNotText, ERROR, "a key must be a plain word", "write a word, a colon and a space"},
        {KeyTwice, ERROR, "the key '{0}' stands here twice, first in line {1}", "keep one of them"},
        {FrontMatterOpen, ERROR, "the front matter is never closed",
         "end it with a line that holds only ---"},
        {UnknownKey, ERROR, "{1} has no key '{0}'", "use one of: {2}"},
        {MisspeltKey, ERROR, "{1} has no key '{0}'", "did you mean '{2}'?"},
        {KeyMissing, ERROR, "{1} needs the key '{0}'", "add '{0}: ...'"},
        {NoValue, ERROR, "'{0}' has no value", "write one after the colon, or leave the key out"},
        {NotAMap, ERROR, "'{0}' must hold keys and values",
         "write 'key: value' lines below it, or {key: value}"},
        {NotAList, ERROR, "'{0}' must be a list", "write one '- ' line for each, or [a, b]"},
        {NotText, ERROR, "'{0}' must be a single value", "write one value, without list or keys"},
        {NotNumber, ERROR, "'{0}' must be a whole number, not '{1}'", "write digits only"},
        {OutOfRange, ERROR, "'{0}' is {1}", "write a number from {2} to {3}"},
        {NotPercent, ERROR, "'{0}' must be a percentage, not '{1}'",
         "write a number from 0 to 100 and %, such as 80%"},
        {NotTimeSpan, ERROR, "'{0}' must be a span of time, not '{1}'",
         "write HH:MM-HH:MM, such as \"07:00-11:30\""},
        {TimeReversed, ERROR, "'{0}' ends before it begins: '{1}'", "write the earlier time first: \"{2}\""},
        {NotDate, ERROR, "'{0}' must be a date that exists, not '{1}'",
         "write YYYY-MM-DD, such as 2026-01-31"},
        {NotId, ERROR, "'{1}' cannot be an {0}",
         "use 1 to 64 letters a-z, digits and '-', with a letter or digit first"},
        {NotVersion, ERROR, "'{0}' cannot be a version",
         "use 1 to 32 letters, digits, '.', '-' and '_', such as \"2026.1\""},
        {NotLanguage, ERROR, "'{0}' is not a language", "write a tag such as zh-CN or en"},
        {NotWord, ERROR, "'{0}' cannot be '{1}'", "use one of: {2}"},
        {MisspeltWord, ERROR, "'{0}' cannot be '{1}'", "did you mean '{2}'?"},
        {WordTwice, ERROR, "'{1}' stands twice in '{0}'", "keep one of them"},
        {WordMissing, ERROR, "'{0}' must hold '{1}'", "add it"},
        {ListEmpty, ERROR, "'{0}' is empty", "list at least one"},
        {LanguageMissing, WARNING, "'{0}' has no text in the course's language, {1}", "add '{1}: ...'"},
        {IdTwice, ERROR, "the {0} id '{1}' is used twice, first in line {2}", "give each its own id"},
        {SessionsOverlap, ERROR, "session '{0}' overlaps session '{1}' of the same day ({2})",
         "give each its own hours, such as hours: \"09:30-11:30\""},
        {HoursOverlap, ERROR, "morning and afternoon overlap",
         "let the afternoon begin when the morning has ended"},
        {FileMissing, ERROR, "there is no file {0} in the course folder", "add the file or correct the path"},
        {FileMisspelt, ERROR, "there is no file {0} in the course folder", "did you mean '{1}'?"},
        {FileCase, ERROR, "{0} differs from the file's name in upper and lower case", "write '{1}'"},
        {PathLeaves, ERROR, "the path {0} leaves the course folder",
         "write a path inside the folder, without a leading / and without .."},
        {PathBackslash, ERROR, "the path {0} has a backslash", "write '{1}'"},
        {FileTwice, ERROR, "the file {0} is used twice, first in line {1}", "give each its own file"},
        {TitleMissing, ERROR, "{0} has no title",
         "write 'title: ...' in its front matter, or begin the text with '# Title'"},
        {TwiceGiven, ERROR, "'{0}' stands here and in {2}", "keep it in one place"},
        {OwnLanguageFile, ERROR, "{0} is in the course's own language", "keep that text in {1}"},
        {MinutesTooMany, WARNING, "the text plans for {0} minutes, the session has {1}",
         "shorten the plan or give the session more time"},
        {KeyDoesNotFit, ERROR, "'{0}' doesn't belong to '{1}'", "leave it out"},
        {UnknownId, ERROR, "'{0}' names '{1}', which is defined nowhere", "define it, or use one of: {2}"},
        {MisspeltId, ERROR, "'{0}' names '{1}', which is defined nowhere", "did you mean '{2}'?"},
        {NoneDefined, ERROR, "'{0}' names '{1}', which is defined nowhere", "define it: there is none of its kind yet"},
        {DrawTooMany, ERROR, "{0} questions are to be drawn and the bank has {1}",
         "draw fewer, or add questions"},
        {NoQuestions, ERROR, "{0} has no questions", "write at least one"},
        {TextEmpty, WARNING, "{0} has no text", "write what is taught"},
        {PictureMissing, ERROR, "there is no picture {0}",
         "add the file or correct the path (it counts from this file)"},
        {PictureFromRoot, ERROR, "there is no picture {0}",
         "paths in the text count from this file: write '{1}'"},
        {PictureKind, ERROR, "{0} is not a kind of picture that can be shown", "use PNG, JPEG, GIF or SVG"},
        {PictureRemote, ERROR, "the picture {0} is not in the package",
         "put it into the folder and write its path"},
        {LinkMissing, ERROR, "there is no file {0} to link to",
         "add the file or correct the path (it counts from this file)"},
        {LinkRefused, ERROR, "links of the kind '{0}' are not allowed",
         "link to http:, https:, mailto: or a file of the package"},
        {QuizNoRight, ERROR, "no option of this question is right", "mark the right one with [x]"},
        {QuizTwoRight, ERROR, "a single choice has more than one right option",
         "keep one [x], or begin the question with [multiple]"},
        {QuizTooFewOptions, ERROR, "a choice needs two options or more",
         "add '- [ ] ...' lines, or begin the question with [open]"},
        {QuizTooFewSteps, ERROR, "an ordering needs two steps or more",
         "list the steps as '1. ...' lines in the right order"},
        {QuizOptionUnmarked, ERROR, "this option is neither right nor wrong",
         "begin it with '- [x] ' or '- [ ] '"},
        {QuizOptionForeign, ERROR, "this kind of question has no such option",
         "remove it, or change the mark before the question"},
        {QuizMarkerUnknown, ERROR, "'{0}' is no kind of question",
         "use [single], [multiple], [order] or [open]"},
        {QuizEmpty, WARNING, "this quiz has no questions",
         "list them as '1. ...' lines, or change the heading"},
        {QuizStrayText, WARNING, "this line belongs to no question", "indent it below its question"},
        {QuizLanguagesDiffer, WARNING, "this has {1} questions and {0} has {2}",
         "keep both languages in step"},
        {QuizKeysDiffer, WARNING, "question {1} takes other answers for right than {0} does",
         "give it the same right answers in both, in the same places: a paper is marked by the language it was taken in"},
        {GiftBraces, ERROR, "the answers' braces { } are not both there",
         "write both, or \\{ and \\} where they are only text"},
        {GiftTooFew, ERROR, "this question needs {0} answers or more", "add answers"},
        {GiftNumber, ERROR, "'{0}' is not a number (Moodle would take every answer as right)",
         "write digits with a decimal point, such as 3.5"},
        {GiftTolerance, ERROR, "the tolerance '{0}' is not a number, 0 or more",
         "write it after the colon, such as 3.14:0.005"},
        {GiftRange, ERROR, "the range '{0}' ends before it begins", "write the lower number first"},
        {GiftNoNumber, ERROR, "this numerical question has no answer", "write a number after #"},
        {GiftPair, ERROR, "'{0}' has no partner", "write left -> right"},
        {GiftWeight, ERROR, "the weight {0} is not from -100 to 100", "write a weight such as %50%"},
        {GiftFullWidth, WARNING, "the full-width {0} is only text here", "write {1}"},
        {GiftExtraRight, WARNING, "this = begins a further right answer", "write \\= where it is only text"},
        {GiftLatexNewline, WARNING, "\\n inside a formula is read as a new line", "write \\\\n"},
        {GiftCategory, WARNING, "the lines after $CATEGORY: are swallowed by it, as in Moodle",
         "leave a blank line after the category"},
        {GiftLoneZero, WARNING, "a line that holds only 0 ends the question, as in Moodle",
         "write more on that line"},
        {GiftZeroAnswer, WARNING, "Moodle loses a first answer that is a lone 0", "begin it with ="},
        {GiftEmptyAnswer, WARNING, "this answer is empty", "write a text, or leave the answer out"},
        {GiftAnyNumber, WARNING, "* takes every answer", "write the number, or give * a weight below 100"},
        {GiftWeightAsText, WARNING, "the weight {0} after = is read as text in a choice",
         "begin the answer with ~{0}"},
        {GiftSecondBraces, WARNING, "only the first { } of a question holds answers",
         "write \\{ and \\} where they are only text, and a blank line between questions"},
        {GiftNameOpen, WARNING, "the name after :: is never closed", "end it with ::"},
        {GiftLowerCase, WARNING, "'{0}' is read as a short answer", "write {1} for a true or false question"},
        {GiftNoFullMark, WARNING, "no choice of answers earns the full mark",
         "let the right answers' weights add up to 100"},
        {BankHeadings, ERROR, "no row of headings was found",
         "put a row with 题型, 题干 and 答案 (type, question, answer) above the questions"},
        {BankColumnTwice, ERROR, "the column '{0}' stands here twice",
         "keep one of them"},
        {BankColumnUnknown, WARNING, "the column '{0}' is not read",
         "give it a heading of the question table, or leave it out"},
        {BankCellStray, WARNING, "'{0}' stands under no heading and is left out",
         "give its column a heading, or take the cell away"},
        {BankCellMissing, ERROR, "the cell under '{0}' is empty",
         "fill it in"},
        {BankType, ERROR, "'{0}' is no type of question",
         "write 单选, 多选, 判断, 填空, 数值, 匹配, 排序, 问答 or 说明 (single, multiple, true-false, short-answer, numerical, matching, ordering, open, description)"},
        {BankLetters, ERROR, "the answer '{0}' names no options of this question",
         "write letters out of {1}, each once"},
        {BankOneLetter, ERROR, "a single choice has one answer, not '{0}'",
         "keep one letter, or write 多选 (multiple) as its type"},
        {BankTruth, ERROR, "the answer '{0}' is neither true nor false",
         "write 对 or 错 (true or false)"},
        {BankTruthByPlace, WARNING, "the question '{0}' says true in another language: its first answer '{1}' is taken as true",
         "look whether that is right"},
        {BankNumber, ERROR, "'{0}' is no number that can be compared",
         "write 3.14, 3.14±0.01 or 3..4, with digits and a decimal point"},
        {BankPair, ERROR, "'{0}' is no pair",
         "write left -> right"},
        {BankOptionGap, ERROR, "the cell under '{0}' is empty and a later option is not",
         "fill the options without a gap"},
        {BankOptionForeign, ERROR, "this type of question takes no options, and '{0}' holds one",
         "empty the cell, or change the type"},
        {BankAnswerForeign, ERROR, "this type of question takes no answer, and '{0}' stands there",
         "empty the cell, or change the type"},
        {BankModelAnswer, WARNING, "the model answer of an open question is shown as its explanation",
         "move it under 解析 (explanation)"},
        {BankTypeLeftOut, WARNING, "the question '{0}' is of the type {1}, which is not supported: it is left out",
         "ask it as one of the types in courses/README.md"},
        {BankPartsLeftOut, WARNING, "of the question '{0}' these parts are left out: {1}",
         "put what matters into its text or its explanation"},
        {BankHidden, WARNING, "the question '{0}' is hidden in Moodle: it is left out", "show it there and export again, if it is to be asked"},
        {BankWholeFeedback, WARNING, "questions whose feedback to the answer as a whole (right, partly right, wrong) is left out: {0}",
         "put what matters into their explanation"},
        {BankNoWords, ERROR, "the question '{0}' ({1}) cannot be written in this kind of file",
         "choose another kind of file, or ask it in another way"},
        {BankReadsOtherwise, ERROR, "the question '{0}' would read back otherwise from this kind of file",
         "choose another kind of file"},
        {BankLosses, WARNING, "this kind of file has no place for all feedback and text formats of '{0}': they are not written",
         "keep the first file, or choose another kind"},
        {AikenNoAnswer, ERROR, "this question has no ANSWER: line",
         "write a line such as ANSWER: B below its options"},
        {AikenStray, ERROR, "this line belongs to no question",
         "write the question's text first, then A. B. ..., then ANSWER:"},
        {AikenOrder, ERROR, "the options are out of order",
         "let the next one begin with {0}. or {0})"},
        {XmlBroken, ERROR, "this is not valid XML: {0}",
         "export it again as Moodle XML"},
        {XmlDoctype, ERROR, "a document type (DOCTYPE) is not allowed",
         "take it out; Moodle writes none"},
        {XmlNotQuiz, ERROR, "this XML is no Moodle question bank",
         "export it as Moodle XML: its outermost element is <quiz>"},
        {XmlFraction, ERROR, "the fraction '{0}' is not a number from -100 to 100",
         "write one such as 50"},
    };
    return words;
}

/// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other.
std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
    std::iota(last.begin(), last.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[j] = std::min(now[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, now);
    }
    return last[b.size()];
}

} // namespace

const ProblemWords& wordsOf(ProblemKind kind) {
    const auto& words = table().at(static_cast<std::size_t>(kind));
    if (words.kind != kind) throw std::logic_error("the table of problems is out of order");
    return words;
}

std::string filled(std::string_view sentence, const std::vector<std::string>& arguments) {
    std::string text;
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        const bool place = i + 2 < sentence.size() && sentence[i] == '{' && sentence[i + 2] == '}' &&
                           sentence[i + 1] >= '0' && sentence[i + 1] <= '9';
        if (!place) {
            text += sentence[i];
            continue;
        }
        const auto index = static_cast<std::size_t>(sentence[i + 1] - '0');
        if (index < arguments.size()) text += arguments[index];
        i += 2;
    }
    return text;
}

std::string Problem::text() const {
    std::string place = file.empty() ? "package" : file;
    if (line > 0) place += ":" + std::to_string(line);
    if (line > 0 && column > 0) place += ":" + std::to_string(column);
    return place + (severity() == Severity::Warning ? ": warning: " : ": ") + what() + "; " + instead();
}

bool hasErrors(const Problems& problems) {
    return std::any_of(problems.begin(), problems.end(),
                       [](const Problem& one) { return one.severity() == Severity::Error; });
}

void sortProblems(Problems& problems) {
    const auto order = [](const Problem& one) {
        return std::tie(one.file, one.line, one.column, one.kind, one.arguments);
    };
    std::sort(problems.begin(), problems.end(),
              [&](const auto& a, const auto& b) { return order(a) < order(b); });
    problems.erase(std::unique(problems.begin(), problems.end()), problems.end());
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
    if (word.size() > 200 || candidates.size() > 500) return {};
    std::string best;
    std::size_t least = std::max<std::size_t>(2, word.size() / 3) + 1;
    for (const auto& candidate : candidates) {
        const auto longer = std::max(word.size(), candidate.size());
        if (candidate.size() > 200 || longer - std::min(word.size(), candidate.size()) >= least) continue;
        const auto distance = editDistance(word, candidate);
        if (distance >= least || distance >= longer) continue;
        least = distance;
        best = candidate;
    }
    return best;
}

} // namespace fledgling::format
