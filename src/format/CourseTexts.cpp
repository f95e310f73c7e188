#include "format/CourseTexts.h"

#include "domain/Text.h"
#include "format/Markdown.h"
#include "format/PackageName.h"
#include "format/Utf8.h"
#include "format/quiz/InlineQuiz.h"

#include <algorithm>

namespace fledgling::format {

using namespace domain;

namespace {

const std::vector<std::string> OWN_KEYS{"title", "lecturer", "minutes", "films", "watch", "exercises", "materials"};
const std::vector<std::string> OTHER_LANGUAGE_KEYS{"title", "lecturer"};
const std::vector<std::string> RULE_KEYS{"title"};

/// Where the name ends and ".md" begins.
std::size_t extensionAt(const std::string& path) {
    const auto slash = path.rfind('/');
    const auto dot = path.rfind('.');
    return dot == std::string::npos || (slash != std::string::npos && dot < slash) ? path.size() : dot;
}

bool isPicture(const std::string& path) {
    const auto name = domain::lowerAscii(path);
    for (const std::string_view ending : {".png", ".jpg", ".jpeg", ".gif", ".svg"})
        if (name.ends_with(ending)) return true;
    return false;
}

bool hasFolder(const FileTree& tree, const std::string& path) {
    const auto next = tree.files().lower_bound(path + "/");
    return next != tree.files().end() && next->first.starts_with(path + "/");
}

std::vector<CourseExercise> exercisesOf(FieldsOf& of, Fields& fields) {
    std::vector<CourseExercise> exercises;
    Ids ids(of, "exercise");
    for (const YamlNode* node : fields.list("exercises", false)) {
        Fields one(of, *node, "an exercise", {"id", "title"});
        if (!one.isMap()) continue;
        CourseExercise exercise;
        exercise.id = one.id("id");
        exercise.title = one.localText("title", true);
        ids.add(exercise.id, *node);
        exercises.push_back(std::move(exercise));
    }
    return exercises;
}

} // namespace

std::string variantPath(const std::string& path, const std::string& language) {
    const auto at = extensionAt(path);
    return path.substr(0, at) + "." + language + path.substr(at);
}

std::map<std::string, std::string> variantPaths(const FileTree& tree, const std::string& path) {
    std::map<std::string, std::string> variants;
    const auto at = extensionAt(path);
    const std::string stem = path.substr(0, at) + ".", ending = path.substr(at);
    for (auto it = tree.files().lower_bound(stem); it != tree.files().end() && it->first.starts_with(stem);
         ++it) {
        const auto& name = it->first;
        if (!name.ends_with(ending) || name.size() <= stem.size() + ending.size()) continue;
        const auto tag = name.substr(stem.size(), name.size() - stem.size() - ending.size());
        if (isLanguage(tag)) variants.emplace(tag, name);
    }
    return variants;
}

std::vector<TextReader::Variant> TextReader::variantsOf(const std::string& path) {
    std::vector<Variant> variants{{path, m_language}};
    for (const auto& [language, file] : variantPaths(m_tree, path)) {
        if (language == m_language)
            m_problems.push_back({ProblemKind::OwnLanguageFile, file, 0, 0, {file, path}});
        else
            variants.push_back({file, language});
    }
    return variants;
}

TextReader::Body TextReader::bodyOf(const std::string& path) {
    Body body;
    const std::string* bytes = m_tree.find(path);
    const auto text = bytes ? textOf(*bytes, path, m_problems) : std::nullopt;
    if (!text) {
        body.broken = true;
        return body;
    }
    std::string_view rest = *text;
    const auto firstEnd = rest.find('\n');
    if (trimmed(rest.substr(0, firstEnd)) == "---" && rest.starts_with("---")) {
        frontMatter(body, path, rest);
        return body;
    }
    for (; rest.starts_with('\n'); ++body.firstLine)
        rest.remove_prefix(1);
    body.text = std::string(rest);
    return body;
}

void TextReader::frontMatter(Body& body, const std::string& path, std::string_view text) {
    const auto begin = std::min(text.find('\n'), text.size() - 1) + 1;
    int line = 2;
    for (std::size_t at = begin; at < text.size(); ++line) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto one = text.substr(at, end - at);
        if (one.starts_with("---") && trimmed(one) == "---") {
            auto reading = readYaml(text.substr(begin, at - begin), path, 2);
            body.broken = hasErrors(reading.problems);
            m_problems.insert(m_problems.end(), reading.problems.begin(), reading.problems.end());
            body.front = std::move(reading.root);
            auto rest = text.substr(std::min(end + 1, text.size()));
            for (++line; rest.starts_with('\n'); ++line)
                rest.remove_prefix(1);
            body.text = std::string(rest);
            body.firstLine = line;
            return;
        }
        at = end + 1;
    }
    m_problems.push_back({ProblemKind::FrontMatterOpen, path, 1, 1, {}});
    body.broken = true;
}

/// Adds what one file's front matter says; what stood elsewhere already is told.
void TextReader::readFront(SessionText& session, const Variant& variant, const Body& body,
                           const std::vector<std::string>& keys) {
    if (!body.front) return;
    FieldsOf of{variant.path, m_problems, m_tree, variant.language, {}};
    Fields front(of, *body.front, "the front matter", keys);
    const auto give = [&](const std::string& key, const std::string& language, const YamlNode& where) {
        const auto [other, isNew] = m_given.emplace(key + "/" + language, variant.path);
        if (!isNew) of.problem(ProblemKind::TwiceGiven, where, {key, language, other->second});
        return isNew;
    };
    const auto texts = [&](const std::string& key, LocalText& target) {
        const YamlNode* node = front.find(key);
        if (!node || std::find(keys.begin(), keys.end(), key) == keys.end()) return;
        // A file of another language speaks that one only.
        if (variant.language != m_language && node->kind == YamlNode::Kind::Map)
            return of.problem(ProblemKind::NotText, *node, {key});
        for (const auto& [language, text] : front.localText(key, false).byLanguage)
            if (give(key, language, *node)) target.byLanguage[language] = text;
    };
    texts("title", session.title);
    texts("lecturer", session.lecturer);
    const auto once = [&](const std::string& key) {
        const YamlNode* node = front.find(key);
        return node && std::find(keys.begin(), keys.end(), key) != keys.end() && give(key, "", *node);
    };
    if (once("minutes")) {
        if (const int minutes = front.number("minutes", 0, 1, 1440)) session.minutes = minutes;
        session.minutesFile = variant.path;
        session.minutesLine = front.find("minutes")->line;
        session.minutesColumn = front.find("minutes")->column;
    }
    if (once("films")) session.films = front.paths("films");
    if (once("watch")) session.watchPercent = front.percent("watch", WATCH_PERCENT);
    if (once("exercises")) session.exercises = exercisesOf(of, front);
    if (once("materials")) session.materials = front.paths("materials");
}

void TextReader::readVariants(SessionText& session, const std::string& path, bool isSession) {
    const auto variants = variantsOf(path);
    std::map<std::string, std::string> headings;
    for (const auto& variant : variants) {
        Body body = bodyOf(variant.path);
        const bool own = variant.language == m_language;
        readFront(session, variant, body, !isSession ? RULE_KEYS : own ? OWN_KEYS : OTHER_LANGUAGE_KEYS);
        if (body.text.empty()) {
            if (!body.broken)
                m_problems.push_back({ProblemKind::TextEmpty, variant.path, 0, 0, {variant.path}});
            continue;
        }
        checkLinks(variant.path, body);
        headings[variant.language] = firstHeading(body.text);
        if (isSession) {
            auto quiz = readInlineQuiz(body.text, variant.path, body.firstLine);
            m_problems.insert(m_problems.end(), quiz.problems.begin(), quiz.problems.end());
            const auto count = session.quizzes[m_language].size();
            if (!own && quiz.problems.empty() && count != quiz.questions.size())
                m_problems.push_back({ProblemKind::QuizLanguagesDiffer,
                                      variant.path,
                                      0,
                                      0,
                                      {path, std::to_string(quiz.questions.size()), std::to_string(count)}});
            session.quizzes[variant.language] = std::move(quiz.questions);
        }
        session.body.byLanguage[variant.language] = std::move(body.text);
    }
    // A title given anywhere for a language stands; only then does the heading speak.
    for (const auto& [language, heading] : headings)
        if (!heading.empty()) session.title.byLanguage.emplace(language, heading);
    std::erase_if(session.quizzes, [](const auto& one) { return one.second.empty(); });
    const bool told = hasErrors(m_problems) && session.body.empty();
    if (session.title.empty() && !told) m_problems.push_back({ProblemKind::TitleMissing, path, 0, 0, {path}});
}

SessionText TextReader::session(const std::string& path, Fields& entry, FieldsOf& of) {
    SessionText session;
    m_given.clear();
    const auto texts = [&](const std::string& key, LocalText& target) {
        target = entry.localText(key, false);
        for (const auto& [language, text] : target.byLanguage)
            m_given[key + "/" + language] = of.file;
    };
    texts("title", session.title);
    texts("lecturer", session.lecturer);
    for (const std::string key : {"minutes", "films", "watch", "exercises", "materials"})
        if (entry.find(key)) m_given[key + "/"] = of.file;
    if (const YamlNode* minutes = entry.find("minutes")) {
        if (const int count = entry.number("minutes", 0, 1, 1440)) session.minutes = count;
        session.minutesFile = of.file;
        session.minutesLine = minutes->line;
        session.minutesColumn = minutes->column;
    }
    session.films = entry.paths("films");
    session.materials = entry.paths("materials");
    session.watchPercent = entry.percent("watch", WATCH_PERCENT);
    session.exercises = exercisesOf(of, entry);
    if (!path.empty()) readVariants(session, path, true);
    return session;
}

CourseRule TextReader::rule(const std::string& path) {
    SessionText text;
    m_given.clear();
    readVariants(text, path, false);
    return {path, std::move(text.title), std::move(text.body)};
}

void TextReader::checkLinks(const std::string& path, const Body& body) {
    for (const auto& link : linksOf(body.text))
        checkLink(path, link.picture, link.destination, link.line + body.firstLine - 1, link.column);
}

void TextReader::checkLink(const std::string& path, bool picture, const std::string& destination, int line,
                           int column) {
    const auto tell = [&](ProblemKind kind, std::vector<std::string> arguments) {
        m_problems.push_back({kind, path, line, column, std::move(arguments)});
    };
    const auto scheme = schemeOf(destination);
    if (!scheme.empty() || destination.starts_with("//")) {
        const bool known = scheme == "http" || scheme == "https" || scheme == "mailto";
        if (picture)
            tell(ProblemKind::PictureRemote, {destination});
        else if (!known)
            tell(ProblemKind::LinkRefused, {scheme.empty() ? destination : scheme + ":"});
        return;
    }
    if (destination.starts_with('#') && !picture) return;
    const auto written = pathOfLink(destination);
    const auto target = resolved(folderOf(path), written);
    if (!target || written.find('\\') != std::string::npos)
        return tell(ProblemKind::PathLeaves, {destination});
    if (m_tree.has(*target) || (!picture && hasFolder(m_tree, *target))) {
        if (picture && !isPicture(*target)) tell(ProblemKind::PictureKind, {destination});
        return;
    }
    if (const auto same = m_tree.sameButCase(*target); !same.empty())
        return tell(ProblemKind::FileCase, {destination, relativeTo(folderOf(path), same)});
    if (const auto fromRoot = resolved("", written); fromRoot && m_tree.has(*fromRoot))
        return tell(ProblemKind::PictureFromRoot, {destination, relativeTo(folderOf(path), *fromRoot)});
    tell(picture ? ProblemKind::PictureMissing : ProblemKind::LinkMissing, {destination});
}

} // namespace fledgling::format
