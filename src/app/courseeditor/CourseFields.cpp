#include "app/courseeditor/CourseEditor.h"

#include "domain/Text.h"
#include "format/CourseTexts.h"
#include "format/Markdown.h"
#include "format/PackageName.h"

#include <algorithm>

/// Reading and writing single fields of the editor's parts.
namespace fledgling::app {

using namespace domain;
using format::YamlNode;
using format::YamlPath;
using Kind = EditorPartKind;
using Input = EditorInput;

namespace {

std::string below(const std::string& part, const std::string& key) { return part == "facts" ? key : part + "/" + key; }

std::string listed(const YamlNode& node, const char* separator) {
    if (node.kind == YamlNode::Kind::Text) return trimmed(node.text);
    std::vector<std::string> texts;
    for (const auto& item : node.items)
        texts.push_back(trimmed(item.text));
    return joined(texts, separator);
}

/// As the form shows it.
std::string shownValue(const YamlNode& node, Input input) {
    if (input == Input::Checks) return listed(node, " ");
    if (input == Input::Paths) return listed(node, "\n");
    std::string text = trimmed(node.text);
    if (input == Input::Percent && text.ends_with('%')) text.pop_back();
    return text;
}

std::vector<std::string> pieces(const std::string& value, char separator) {
    auto all = split(value, separator);
    for (auto& one : all)
        one = trimmed(one);
    std::erase(all, "");
    return all;
}

/// As the course file says it; nothing: the key is left out.
std::optional<YamlNode> writtenValue(const FieldSpec& spec, const std::string& value) {
    if (spec.input == Input::Checks || spec.input == Input::Paths) {
        const bool left = !spec.must && (value.empty() || value == spec.usual);
        if (left) return std::nullopt;
        return format::yamlList(pieces(value, spec.input == Input::Checks ? ' ' : '\n'));
    }
    const auto text = trimmed(value);
    if (text.empty() && !spec.must) return std::nullopt;
    const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
    return format::yamlText(spec.input == Input::Percent && digits ? text + "%" : text);
}

} // namespace

CourseEditor::Home CourseEditor::homeOf(const std::string& path) const {
    const auto at = path.find("/exercises");
    const Home course{format::COURSE_FILE, pathOf(path)};
    if (at == std::string::npos) return course;
    const auto session = path.substr(0, at), file = filePath(session);
    const bool here = m_yaml.find(pathOf(session + "/exercises")) != nullptr;
    return here || file.empty() || !textFile(file).readable() ? course : Home{file, pathOf(path.substr(at + 1))};
}

const YamlNode* CourseEditor::nodeAt(const std::string& path) const {
    const auto home = homeOf(path);
    const YamlNode* node = home.file == format::COURSE_FILE ? &m_yaml.root() : &textFile(home.file).front().root();
    for (const auto& step : home.path) {
        const auto* next = format::yamlAt(*node, {step});
        if (!next && (step != "0" || node->kind == YamlNode::Kind::List)) return nullptr;
        if (next) node = next;
    }
    return node;
}

std::string CourseEditor::valueAt(const std::string& path, const std::string& usual) const {
    const auto* node = nodeAt(path);
    return node && node->kind == YamlNode::Kind::Text ? trimmed(node->text) : usual;
}

std::size_t CourseEditor::countOf(const std::string& list) const {
    const auto* node = nodeAt(list);
    if (!node) return 0;
    if (node->kind == YamlNode::Kind::List) return node->items.size();
    return node->kind == YamlNode::Kind::Map || !trimmed(node->text).empty() ? 1 : 0;
}

void CourseEditor::edit(const std::string& path, const std::function<void(format::YamlEdit&, const YamlPath&)>& how) {
    const auto home = homeOf(path);
    if (home.file == format::COURSE_FILE) {
        how(m_yaml, home.path);
        return putYaml();
    }
    format::TextFile file = textFile(home.file);
    how(file.front(), home.path);
    putText(home.file, file);
}

void CourseEditor::makeLists(const std::string& id) {
    const auto isPlace = [](const std::string& step) { return step.find_first_not_of("0123456789") == std::string::npos; };
    const auto path = pathOf(id);
    for (std::size_t length = 1; length < path.size(); ++length) {
        if (!isPlace(path[length])) continue;
        const auto list = textOf(YamlPath(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(length)));
        const auto* single = nodeAt(list);
        if (!single || single->kind == YamlNode::Kind::List) continue;
        YamlNode items = format::yamlList({});
        if (countOf(list) > 0) items.items.push_back(*single);
        edit(list, [&](auto& yaml, const auto& at) { yaml.set(at, items); });
    }
}

/// A rule is its file's path.
std::string CourseEditor::filePath(const std::string& part) const {
    return valueAt(part.starts_with("acknowledge/") ? part : part + "/file");
}

std::string CourseEditor::variantOf(const std::string& file, const std::string& language) const {
    return language == m_own ? file : format::variantPath(file, language);
}

const format::TextFile& CourseEditor::textFile(const std::string& path) const {
    static const std::string none;
    const auto* found = m_draft.files().find(path);
    const std::string& bytes = found ? *found : none;
    auto at = m_texts.find(path);
    if (at == m_texts.end() || at->second.first != bytes)
        at = m_texts.insert_or_assign(path, std::pair(bytes, format::TextFile(bytes))).first;
    return at->second.second;
}

const YamlNode* CourseEditor::nodeOf(const std::string& part, const FieldSpec& spec) const {
    return nodeAt(below(part, spec.key));
}

/// A key that doesn't stand in course.yaml: from the part's files, as the reader takes it.
std::string CourseEditor::readText(const std::string& part, const FieldSpec& spec, const std::string& language) const {
    const auto path = filePath(part);
    if (path.empty()) return {};
    const auto& own = textFile(path);
    const auto* node = own.front().find({spec.key});
    if (!spec.localized) return node ? shownValue(*node, spec.input) : std::string();
    auto text = localOf(node, language, m_own);
    if (!text.empty()) return text;
    const auto& file = language == m_own ? own : textFile(variantOf(path, language));
    text = localOf(file.front().find({spec.key}), language, language);
    return text.empty() && spec.field == EditorField::Title ? format::firstHeading(file.body()) : text;
}

/// One item a line.
std::string CourseEditor::readLines(const std::string& list, const std::string& language) const {
    std::string lines;
    for (std::size_t at = 0, count = countOf(list); at < count; ++at)
        lines += localOf(nodeAt(PlaceInList{list, at}.id()), language, m_own) + "\n";
    while (lines.ends_with('\n'))
        lines.pop_back();
    return lines;
}

std::string CourseEditor::read(const std::string& part, const FieldSpec& spec, const std::string& language) const {
    const auto* node = nodeOf(part, spec);
    if (spec.input == Input::Lines) return readLines(below(part, spec.key), language);
    if (spec.localized) {
        const auto text = localOf(node, language, m_own);
        return text.empty() && spec.inText ? readText(part, spec, language) : text;
    }
    if (!node && spec.inText) return readText(part, spec, language);
    return shownValue(node ? *node : format::yamlText(spec.usual), spec.input);
}

std::vector<CourseEditor::Option> CourseEditor::optionsOf(const Part& of, const FieldSpec& spec) const {
    std::vector<Option> options;
    for (const auto& word : wordsOf(spec.field))
        options.push_back({word, {}});
    const auto offer = [&](Kind kind) {
        for (const auto& one : m_parts)
            if (one.kind == kind && (kind != Kind::Item || one.within == of.id))
                options.push_back({valueAt(one.id + "/id"), one.title});
    };
    if (spec.field == EditorField::Examine || spec.field == EditorField::Assessment) offer(Kind::Assessment);
    if (spec.field == EditorField::OnlySkills) offer(Kind::Skill);
    if (spec.field == EditorField::ReadAgain || spec.field == EditorField::ReadAgainLate) {
        options.push_back({"", {}});
        offer(Kind::Session);
    }
    if (spec.field == EditorField::Critical) offer(Kind::Item);
    if (spec.field == EditorField::Bank) {
        for (auto& path : banks())
            options.push_back({path, {}});
        options.push_back({NEW_BANK, {}});
    }
    return options;
}

CourseEditor::Field CourseEditor::fieldOf(const Part& of, const FieldSpec& spec, const std::string& language) const {
    Field field{spec.key + (language.empty() ? "" : "." + language), spec.field, language, spec.input,
                read(of.id, spec, language), optionsOf(of, spec), false, {}};
    if (spec.field == EditorField::Id) field.locked = isKnown(of, field.value);
    // What was kept of a quiz are answers, of a practical check its items.
    if (spec.field == EditorField::AssessmentKind) field.locked = isKnown(of, valueAt(of.id + "/id"));
    // What is written there and isn't offered is shown as well, or it couldn't be taken away.
    if (spec.input == Input::Choice || spec.input == Input::Checks)
        for (const auto& word : spec.input == Input::Choice ? std::vector{field.value} : pieces(field.value, ' '))
            if (std::none_of(field.options.begin(), field.options.end(), [&](const Option& one) { return one.key == word; }))
                field.options.push_back({word, word});
    return field;
}

/// How many of the drawn questions come from which category: those of the bank, and those that are named.
std::vector<CourseEditor::Field> CourseEditor::categoryFields(const Part& quiz) const {
    std::vector<Field> fields;
    const auto offer = [&](const std::string& category, const std::string& value) {
        const auto id = CATEGORY_FIELD + category;
        const auto there = std::find_if(fields.begin(), fields.end(), [&](const Field& one) { return one.id == id; });
        if (category.empty()) return;
        if (there == fields.end())
            fields.push_back({id, EditorField::Category, {}, Input::Number, value, {}, false, category});
        else if (!value.empty())
            there->value = value;
    };
    if (const auto bank = m_reading.banks.find(valueAt(quiz.id + "/bank")); bank != m_reading.banks.end())
        for (const auto& category : bank->second.categories)
            offer(category, {});
    const auto list = quiz.id + "/topics";
    for (std::size_t at = 0, count = countOf(list); at < count; ++at) {
        const auto topic = PlaceInList{list, at}.id();
        offer(valueAt(topic + "/category"), valueAt(topic + "/draw"));
    }
    return fields;
}

std::vector<FieldSpec> CourseEditor::specs(const Part& of) const {
    return specsOf(of.kind, of.kind == Kind::Criterion    ? valueAt(of.id + "/measure")
                            : of.kind == Kind::Assessment ? valueAt(of.id + "/kind")
                                                          : std::string());
}

/// The course's title is where another language begins.
std::vector<std::string> CourseEditor::languagesOf(const Part& of) const {
    auto all = m_languages;
    if (of.kind == Kind::Facts)
        for (const auto& language : programLanguages())
            if (std::find(all.begin(), all.end(), language) == all.end()) all.push_back(language);
    return all;
}

std::vector<CourseEditor::Field> CourseEditor::fields(const std::string& id) const {
    std::vector<Field> fields;
    const auto* of = part(id);
    if (!of) return fields;
    for (const auto& spec : specs(*of)) {
        for (const auto& language : spec.localized ? languagesOf(*of) : std::vector<std::string>{""})
            fields.push_back(fieldOf(*of, spec, language));
        if (spec.field != EditorField::Draw) continue;
        const auto categories = categoryFields(*of);
        fields.insert(fields.end(), categories.begin(), categories.end());
    }
    if (hasText(of->kind))
        for (const auto& language : m_languages) {
            const auto& file = textFile(variantOf(filePath(id), language));
            fields.push_back({"body." + language, EditorField::Body, language, Input::Markdown, file.body(), {},
                              !file.readable() || filePath(id).empty(), {}});
        }
    return fields;
}

void CourseEditor::putYaml() { m_draft.put(format::COURSE_FILE, m_yaml.text()); }

void CourseEditor::putText(const std::string& path, const format::TextFile& file) { m_draft.put(path, file.bytes()); }

void CourseEditor::set(const std::string& id, const std::string& field, const std::string& value) {
    const auto* found = part(id);
    if (!found || !editable()) return;
    const Part of = *found;
    for (const auto& one : fields(id))
        if (one.id == field && (one.locked || one.value == value)) return;
    m_draft.begin(id + " " + field);
    makeLists(id);
    const auto dot = field.find('.');
    const auto key = field.substr(0, dot), language = dot == std::string::npos ? std::string() : field.substr(dot + 1);
    if (field.starts_with(CATEGORY_FIELD))
        writeCategory(of, field.substr(std::string(CATEGORY_FIELD).size()), value);
    else if (key == "body")
        writeBody(of, language, value);
    else
        for (const auto& spec : specs(of))
            if (spec.key == key) write(of, spec, language, value);
    if (of.kind == Kind::Facts) findLanguages();
    listParts();
}

void CourseEditor::write(const Part& of, const FieldSpec& spec, const std::string& language, const std::string& value) {
    const auto path = below(of.id, spec.key);
    const auto* node = nodeAt(path);
    const auto was = read(of.id, spec, language);
    const bool here = node && (!spec.localized || !localOf(node, language, m_own).empty());
    if (spec.inText && !here) return writeText(of, spec, language, value);
    if (spec.input == Input::Lines) return writeLines(path, language, value);
    const bool fresh = spec.field == EditorField::Bank && value == NEW_BANK;
    const auto text = fresh ? freshBank(valueAt(of.id + "/id")) : trimmed(value);
    const auto next = spec.localized ? withLocal(node, language, m_own, text, spec.must)
                                     : writtenValue(spec, fresh ? text : value);
    edit(path, [&](auto& yaml, const auto& at) { next ? yaml.set(at, *next) : yaml.remove(at); });
    if (spec.field == EditorField::Id) renameEverywhere(of, was, text);
    settle(of, spec, was);
}

/// Each text of a list is written by itself: the others, and other languages, stay.
void CourseEditor::writeLines(const std::string& list, const std::string& language, const std::string& value) {
    auto lines = split(value, '\n');
    std::vector<YamlNode> was, next;
    for (std::size_t at = 0, count = countOf(list); at < count; ++at)
        was.push_back(*nodeAt(PlaceInList{list, at}.id()));
    lines.resize(std::max(lines.size(), was.size()));
    for (std::size_t at = 0; at < lines.size(); ++at)
        if (auto one = withLocal(at < was.size() ? &was[at] : nullptr, language, m_own, trimmed(lines[at]), false))
            next.push_back(std::move(*one));
    makeLists(PlaceInList{list, 0}.id());
    edit(list, [&](auto& yaml, const YamlPath& path) {
        const auto item = [&](std::size_t at) {
            auto one = path;
            one.push_back(std::to_string(at));
            return one;
        };
        for (std::size_t at = 0; at < std::min(was.size(), next.size()); ++at)
            if (format::flowText(was[at]) != format::flowText(next[at])) yaml.set(item(at), next[at]);
        for (auto at = was.size(); at > next.size(); --at)
            yaml.remove(item(at - 1));
        for (auto at = was.size(); at < next.size(); ++at)
            yaml.insert(path, at, next[at]);
    });
}

/// Nothing written: from anywhere in the bank.
void CourseEditor::writeCategory(const Part& quiz, const std::string& category, const std::string& value) {
    const auto list = quiz.id + "/topics";
    makeLists(PlaceInList{list, 0}.id());
    const auto count = countOf(list);
    std::size_t at = 0;
    while (at < count && valueAt(PlaceInList{list, at}.id() + "/category") != category)
        ++at;
    const auto item = PlaceInList{list, at}.id();
    const auto draw = format::yamlText(trimmed(value));
    if (draw.text.empty())
        m_yaml.remove(pathOf(count == 1 && at == 0 ? list : item));
    else if (at < count)
        m_yaml.set(pathOf(item + "/draw"), draw);
    else
        m_yaml.insert(pathOf(list), at, format::yamlMap({{"category", format::yamlText(category)}, {"draw", draw}}));
    putYaml();
}

/// Where the files say it, or in the front matter of the session's own file.
void CourseEditor::writeText(const Part& of, const FieldSpec& spec, const std::string& language, const std::string& value) {
    auto path = filePath(of.id);
    if (path.empty()) return;
    const auto& own = textFile(path);
    const auto* node = own.front().find({spec.key});
    const auto* variant = spec.localized && language != m_own ? m_draft.files().find(variantOf(path, language)) : nullptr;
    const bool inOwn = !variant || (node && !localOf(node, language, m_own).empty());
    if (!inOwn) path = variantOf(path, language);
    format::TextFile file = textFile(path);
    if (!file.readable()) return;
    const auto& plain = inOwn ? m_own : language;
    const auto* there = file.front().find({spec.key});
    const auto next = spec.localized ? withLocal(there, language, plain, trimmed(value), false) : writtenValue(spec, value);
    if (next)
        file.front().set({spec.key}, *next);
    else
        file.front().remove({spec.key});
    putText(path, file);
}

void CourseEditor::writeBody(const Part& of, const std::string& language, const std::string& value) {
    const auto file = filePath(of.id);
    if (file.empty()) return;
    const auto path = variantOf(file, language);
    auto text = textFile(path);
    if (!text.readable()) return;
    text.setBody(value);
    // A text in another language that says nothing isn't there.
    if (text.bytes().empty() && language != m_own) return m_draft.put(path, std::nullopt);
    putText(path, text);
}

} // namespace fledgling::app
