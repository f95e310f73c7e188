#include "app/courseeditor/CourseEditor.h"

#include "domain/Text.h"
#include "format/CourseTexts.h"
#include "format/Markdown.h"

#include <algorithm>

/// Reading and writing single fields of the editor's parts.
namespace fledgling::app {

using namespace domain;
using format::YamlNode;
using format::YamlPath;
using Kind = EditorPartKind;
using Input = EditorInput;

namespace {

YamlPath below(const std::string& part, const std::string& key) {
    return pathOf(part == "facts" ? key : part + "/" + key);
}

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

std::string CourseEditor::valueAt(const YamlPath& path, const std::string& usual) const {
    const auto* node = m_yaml.find(path);
    return node && node->kind == YamlNode::Kind::Text ? trimmed(node->text) : usual;
}

std::string CourseEditor::filePath(const std::string& session) const { return valueAt(pathOf(session + "/file")); }

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
    return m_yaml.find(below(part, spec.key));
}

/// A session's key that doesn't stand in course.yaml: from its files, as the reader takes it.
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

std::string CourseEditor::read(const std::string& part, const FieldSpec& spec, const std::string& language) const {
    const auto* node = nodeOf(part, spec);
    if (spec.localized) {
        const auto text = localOf(node, language, m_own);
        return text.empty() && spec.inText ? readText(part, spec, language) : text;
    }
    if (!node && spec.inText) return readText(part, spec, language);
    return shownValue(node ? *node : format::yamlText(spec.usual), spec.input);
}

std::vector<CourseEditor::Option> CourseEditor::optionsOf(const FieldSpec& spec) const {
    std::vector<Option> options;
    for (const auto& word : wordsOf(spec.field))
        options.push_back({word, {}});
    const auto offer = [&](Kind kind) {
        for (const auto& one : m_parts)
            if (one.kind == kind) options.push_back({valueAt(pathOf(one.id + "/id")), one.title});
    };
    if (spec.field == EditorField::Examine || spec.field == EditorField::Assessment) offer(Kind::Assessment);
    if (spec.field == EditorField::OnlySkills) offer(Kind::Skill);
    if (spec.field == EditorField::ReadAgain) {
        options.push_back({"", {}});
        offer(Kind::Session);
    }
    return options;
}

CourseEditor::Field CourseEditor::fieldOf(const Part& of, const FieldSpec& spec, const std::string& language) const {
    Field field{spec.key + (language.empty() ? "" : "." + language), spec.field, language, spec.input,
                read(of.id, spec, language), optionsOf(spec), false};
    if (spec.field == EditorField::Id) {
        const char* what = of.kind == Kind::Session ? "session " : of.kind == Kind::Skill ? "skill " : of.kind == Kind::Criterion ? "criterion " : "chat ";
        field.locked = m_known.contains(what + field.value);
    }
    // What is written there and isn't offered is shown as well, or it couldn't be taken away.
    if (spec.input == Input::Choice || spec.input == Input::Checks)
        for (const auto& word : spec.input == Input::Choice ? std::vector{field.value} : pieces(field.value, ' '))
            if (std::none_of(field.options.begin(), field.options.end(), [&](const Option& one) { return one.key == word; }))
                field.options.push_back({word, word});
    return field;
}

std::vector<FieldSpec> CourseEditor::specs(const Part& of) const {
    auto all = specsOf(of.kind, of.kind == Kind::Criterion ? valueAt(pathOf(of.id + "/measure")) : std::string());
    if (of.kind == Kind::Assessment && valueAt(pathOf(of.id + "/kind")) != "quiz")
        std::erase_if(all, [](const FieldSpec& one) { return one.field == EditorField::Draw; });
    return all;
}

std::vector<CourseEditor::Field> CourseEditor::fields(const std::string& id) const {
    std::vector<Field> fields;
    const auto* of = part(id);
    if (!of) return fields;
    for (const auto& spec : specs(*of))
        for (const auto& language : spec.localized ? m_languages : std::vector<std::string>{""})
            fields.push_back(fieldOf(*of, spec, language));
    if (of->kind == Kind::Session)
        for (const auto& language : m_languages) {
            const auto& file = textFile(variantOf(filePath(id), language));
            fields.push_back({"body." + language, EditorField::Body, language, Input::Markdown, file.body(), {},
                              !file.readable() || filePath(id).empty()});
        }
    return fields;
}

void CourseEditor::putYaml() { m_draft.put(COURSE_FILE, m_yaml.text()); }

void CourseEditor::putText(const std::string& path, const format::TextFile& file) { m_draft.put(path, file.bytes()); }

void CourseEditor::set(const std::string& id, const std::string& field, const std::string& value) {
    const auto* found = part(id);
    if (!found || !editable()) return;
    const Part of = *found;
    for (const auto& one : fields(id))
        if (one.id == field && (one.locked || one.value == value)) return;
    const auto dot = field.find('.');
    const auto key = field.substr(0, dot), language = dot == std::string::npos ? std::string() : field.substr(dot + 1);
    m_draft.begin(id + " " + field);
    if (key == "body") writeBody(of, language, value);
    for (const auto& spec : specs(of))
        if (spec.key == key) write(of, spec, language, value);
    listParts();
}

void CourseEditor::write(const Part& of, const FieldSpec& spec, const std::string& language, const std::string& value) {
    const auto path = below(of.id, spec.key);
    const auto* node = m_yaml.find(path);
    const auto was = read(of.id, spec, language);
    const bool here = node && (!spec.localized || !localOf(node, language, m_own).empty());
    if (spec.inText && !here) return writeText(of, spec, language, value);
    const auto text = trimmed(value);
    const auto next = spec.localized ? withLocal(node, language, m_own, text, spec.must) : writtenValue(spec, value);
    if (next)
        m_yaml.set(path, *next);
    else
        m_yaml.remove(path);
    if (spec.field == EditorField::Id) renameEverywhere(of, was, text);
    if (spec.field == EditorField::Measure) settleMeasure(of);
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

/// What another measure asks for doesn't fit any more.
void CourseEditor::settleMeasure(const Part& of) {
    const auto fitting = specs(of);
    const auto fits = [&](const std::string& key) {
        return std::find_if(fitting.begin(), fitting.end(), [&](const FieldSpec& one) { return one.key == key; });
    };
    for (const char* key : {"assessment", "skills"})
        if (fits(key) == fitting.end()) m_yaml.remove(below(of.id, key));
    const auto least = fits("at_least");
    const bool percent = valueAt(below(of.id, "at_least")).ends_with('%');
    if (least == fitting.end() || percent != (least->input == Input::Percent)) m_yaml.remove(below(of.id, "at_least"));
    const auto assessments = idsIn("assessments");
    if (fits("assessment") != fitting.end() && !m_yaml.find(below(of.id, "assessment")) && !assessments.empty())
        m_yaml.set(below(of.id, "assessment"), format::yamlText(assessments.front()));
}

/// Whoever names the part names it by its new id, unless another one has it.
void CourseEditor::renameEverywhere(const Part& of, const std::string& was, const std::string& is) {
    const bool skill = of.kind == Kind::Skill;
    if ((!skill && of.kind != Kind::Session) || was.empty() || is.empty()) return;
    int takers = 0;
    for (const auto& one : m_parts)
        if (one.kind == of.kind && one.id != of.id) {
            const auto id = valueAt(pathOf(one.id + "/id"));
            takers += id == was || id == is ? 1 : 0;
        }
    if (takers > 0) return;
    const std::string list = skill ? "readiness" : "chat_review/criteria";
    const auto* node = m_yaml.find(pathOf(list));
    const std::size_t count = node ? node->items.size() : 0;
    for (std::size_t at = 0; at < count; ++at) {
        const auto path = pathOf(list + "/" + std::to_string(at) + (skill ? "/skills" : "/session"));
        const auto* names = m_yaml.find(path);
        if (!names) continue;
        YamlNode changed = *names;
        for (auto& item : changed.items)
            if (trimmed(item.text) == was) item.text = is;
        if (changed.kind == YamlNode::Kind::Text && trimmed(changed.text) == was) changed.text = is;
        if (format::flowText(changed) != format::flowText(*names)) m_yaml.set(path, changed);
    }
}

} // namespace fledgling::app
