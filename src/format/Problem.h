#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fledgling::format {

/// Everything that can be wrong with a course package. The words of each stand in one table (Problem.cpp): an
/// English sentence for what is wrong and one for what to write instead, with {0}, {1} for the arguments, so
/// that a window can look the sentences up in its catalogue.
enum class ProblemKind {
    // the package as files
    PackageUnreadable, ///< {name, why}
    NotAPackage,       ///< {name}
    CourseFileMissing, ///< {}
    TooManyFiles,      ///< {limit}
    PackageTooBig,     ///< {limit in MiB}
    TextTooBig,        ///< {limit in MiB}
    LinkInPackage,     ///< {path}
    NameLeaves,        ///< {path}
    NameNotPortable,   ///< {path}
    NameTwice,         ///< {path, other path}
    ZipBroken,         ///< {why}
    ZipEncrypted,      ///< {path}
    ZipMethod,         ///< {path}
    ZipBomb,           ///< {path}
    // text
    NotUtf8,
    LooksLikeGb18030,
    LooksLikeUtf16,
    ControlCharacter, ///< {code}
    // YAML
    TabIndent,
    ColonWithoutSpace,  ///< {key}
    FullWidthColon,     ///< {key}
    QuoteNeverClosed,   ///< {quote}
    BracketNeverClosed, ///< {bracket, the closing one}
    YamlSyntax,         ///< {the parser's words}
    Anchor,
    Alias,
    Tag,
    MergeKey,
    SecondDocument,
    TooDeep, ///< {limit}
    KeyNotText,
    KeyTwice, ///< {key, line of the first}
    FrontMatterOpen,
    // values
    UnknownKey,      ///< {key, where, keys there are}
    MisspeltKey,     ///< {key, where, the likely one}
    KeyMissing,      ///< {key, where}
    NoValue,         ///< {key}
    NotAMap,         ///< {key}
    NotAList,        ///< {key}
    NotText,         ///< {key}
    NotNumber,       ///< {key, value}
    OutOfRange,      ///< {key, value, lowest, highest}
    NotPercent,      ///< {key, value}
    NotTimeSpan,     ///< {key, value}
    TimeReversed,    ///< {key, value, the likely one}
    NotDate,         ///< {key, value}
    NotId,           ///< {key, value}
    NotVersion,      ///< {value}
    NotLanguage,     ///< {value}
    NotWord,         ///< {key, value, words there are}
    MisspeltWord,    ///< {key, value, the likely one}
    WordTwice,       ///< {key, value}
    WordMissing,     ///< {key, value}
    ListEmpty,       ///< {key}
    LanguageMissing, ///< {key, language} warning
    // one part against another
    IdTwice,         ///< {what it names, id, line of the first}
    SessionsOverlap, ///< {session, other session, its hours}
    HoursOverlap,    ///< {}
    FileMissing,     ///< {path}
    FileMisspelt,    ///< {path, the likely one}
    FileCase,        ///< {path, the file's own name}
    PathLeaves,      ///< {path}
    PathBackslash,   ///< {path, with slashes}
    FileTwice,       ///< {path, line of the first}
    TitleMissing,    ///< {path}
    TwiceGiven,      ///< {key, language or empty, other place}
    OwnLanguageFile, ///< {path, path without the tag}
    MinutesTooMany,  ///< {minutes, minutes the session has} warning
    KeyDoesNotFit,   ///< {key, kind or measure}
    UnknownId,       ///< {key, id, ids there are}
    MisspeltId,      ///< {key, id, the likely one}
    NoneDefined,     ///< {key, id}: nothing of its kind is there
    DrawTooMany,     ///< {number, questions in the bank}
    NoQuestions,     ///< {path}
    TextEmpty,       ///< {path} warning
    // Markdown
    PictureMissing,  ///< {path}
    PictureFromRoot, ///< {path, path from this file}
    PictureKind,     ///< {path}
    PictureRemote,   ///< {address}
    LinkMissing,     ///< {path}
    LinkRefused,     ///< {scheme}
    // quizzes inside a session
    QuizNoRight,         ///< {}
    QuizTwoRight,        ///< {}
    QuizTooFewOptions,   ///< {}
    QuizTooFewSteps,     ///< {}
    QuizOptionUnmarked,  ///< {}
    QuizOptionForeign,   ///< {} an option where the kind has none
    QuizMarkerUnknown,   ///< {marker}
    QuizEmpty,           ///< {} warning
    QuizStrayText,       ///< {} warning
    QuizLanguagesDiffer, ///< {path, number here, number there} warning
    QuizKeysDiffer,      ///< {path, question's id} warning
    // GIFT
    GiftBraces,       ///< {}
    GiftTooFew,       ///< {needed}
    GiftNumber,       ///< {value}
    GiftTolerance,    ///< {value}
    GiftRange,        ///< {value}
    GiftNoNumber,     ///< {}
    GiftPair,         ///< {value}
    GiftWeight,       ///< {value}
    GiftFullWidth,    ///< {character, the half-width one} warning, as all below
    GiftExtraRight,   ///< {}
    GiftLatexNewline, ///< {}
    GiftCategory,     ///< {}
    GiftLoneZero,     ///< {}
    GiftZeroAnswer,   ///< {}
    GiftEmptyAnswer,  ///< {}
    GiftAnyNumber,    ///< {}
    GiftWeightAsText, ///< {value}
    GiftSecondBraces, ///< {}
    GiftNameOpen,     ///< {}
    GiftLowerCase,    ///< {value, upper case}
    GiftNoFullMark,   ///< {}
    // banks in other files: question tables, Aiken, Moodle XML
    BankHeadings, ///< {}
    BankColumnTwice, ///< {heading}
    BankColumnUnknown, ///< {heading} warning
    BankCellStray, ///< {value} warning
    BankCellMissing, ///< {column}
    BankType, ///< {value}
    BankLetters, ///< {value, letters}
    BankOneLetter, ///< {value}
    BankTruth, ///< {value}
    BankTruthByPlace, ///< {question, answer} warning
    BankNumber, ///< {value}
    BankPair, ///< {value}
    BankOptionGap, ///< {column}
    BankOptionForeign, ///< {column}
    BankAnswerForeign, ///< {value}
    BankModelAnswer, ///< {} warning
    BankTypeLeftOut, ///< {question, type} warning
    BankPartsLeftOut, ///< {question, elements} warning
    BankHidden, ///< {question} warning
    BankWholeFeedback, ///< {questions} warning
    BankNoWords, ///< {question, type} as written
    BankReadsOtherwise, ///< {question}
    BankLosses, ///< {question} warning
    AikenNoAnswer, ///< {}
    AikenStray, ///< {}
    AikenOrder, ///< {letter}
    XmlBroken, ///< {the parser's words}
    XmlDoctype, ///< {}
    XmlNotQuiz, ///< {}
    XmlFraction ///< {value}
};

enum class Severity { Error, Warning };

/// The fixed words of a kind of problem.
struct ProblemWords {
    ProblemKind kind;
    Severity severity;
    std::string_view what;
    std::string_view instead;
};

[[nodiscard]] const ProblemWords& wordsOf(ProblemKind kind);
/// The sentence with its arguments in the places {0}, {1} ...
[[nodiscard]] std::string filled(std::string_view sentence, const std::vector<std::string>& arguments);

/// One thing that is wrong, and where. A package with an error is not kept; a warning doesn't stand in the
/// way.
struct Problem {
    ProblemKind kind{};
    std::string file; ///< package path; empty for the package as a whole
    int line = 0;     ///< 1-based; 0: the file as a whole
    int column = 0;   ///< in characters, 1-based; 0: the line as a whole
    std::vector<std::string> arguments;

    [[nodiscard]] Severity severity() const { return wordsOf(kind).severity; }
    [[nodiscard]] std::string what() const { return filled(wordsOf(kind).what, arguments); }
    [[nodiscard]] std::string instead() const { return filled(wordsOf(kind).instead, arguments); }
    /// "file:line:column: what is wrong; what to write instead", English; a warning says so after the place.
    [[nodiscard]] std::string text() const;
    friend bool operator==(const Problem&, const Problem&) = default;
};

using Problems = std::vector<Problem>;

[[nodiscard]] bool hasErrors(const Problems& problems);
/// By file, line and column, each problem once.
void sortProblems(Problems& problems);

/// The candidate nearest to a misspelt word, when it is near enough to be meant; else empty.
[[nodiscard]] std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

} // namespace fledgling::format
