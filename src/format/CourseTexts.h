#pragma once

#include "domain/Course.h"
#include "domain/Quiz.h"
#include "format/Fields.h"
#include "format/FileTree.h"
#include "format/Problem.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fledgling::format {

/// Questions by language.
using QuizByLanguage = std::map<std::string, std::vector<domain::Question>>;

/// What a session's entry in course.yaml and its Markdown files say together.
struct SessionText {
    domain::LocalText title;
    domain::LocalText lecturer;
    std::optional<int> minutes;
    std::string minutesFile; ///< where the minutes stand
    int minutesLine = 0;
    int minutesColumn = 0;
    std::vector<std::string> films;
    std::vector<std::string> materials;
    int watchPercent = domain::WATCH_PERCENT;
    std::vector<domain::CourseExercise> exercises;
    domain::LocalText body;
    QuizByLanguage quizzes;
};

/// Reads session and rule files in every language they are there.
class TextReader {
public:
    TextReader(const FileTree& tree, std::string language, Problems& problems)
        : m_tree(tree), m_language(std::move(language)), m_problems(problems) {}

    /// `entry` is the session in course.yaml, which may hold what the front matter may hold, but not both.
    SessionText session(const std::string& path, Fields& entry, FieldsOf& of);
    domain::CourseRule rule(const std::string& path);

private:
    struct Variant {
        std::string path;
        std::string language;
    };
    struct Body {
        std::string text;
        int firstLine = 1;
        std::optional<YamlNode> front;
        bool broken = false;
    };

    std::vector<Variant> variantsOf(const std::string& path);
    Body bodyOf(const std::string& path);
    void frontMatter(Body& body, const std::string& path, std::string_view text);
    void readFront(SessionText& session, const Variant& variant, const Body& body,
                   const std::vector<std::string>& keys);
    void checkLinks(const std::string& path, const Body& body);
    void checkLink(const std::string& path, bool picture, const std::string& destination, int line,
                   int column);
    void readVariants(SessionText& session, const std::string& path, bool isSession);

    const FileTree& m_tree;
    std::string m_language;
    Problems& m_problems;
    std::map<std::string, std::string> m_given; ///< "title/en" -> the file that gives it
};

/// "sessions/d1.md" and "en" -> "sessions/d1.en.md".
[[nodiscard]] std::string variantPath(const std::string& path, const std::string& language);
/// The language variants of a file that are in the tree, by language.
[[nodiscard]] std::map<std::string, std::string> variantPaths(const FileTree& tree, const std::string& path);

} // namespace fledgling::format
