#include "app/courseeditor/CourseEditor.h"

#include "domain/Quiz.h"
#include "domain/Text.h"
#include "format/CourseTexts.h"
#include "format/PackageName.h"
#include "format/quiz/Gift.h"

#include <algorithm>

/// What follows from a changed field in others, and the files of quizzes.
namespace fledgling::app {

using namespace domain;
using format::YamlNode;
using Kind = EditorPartKind;

namespace {

/// Words a new part begins with; a trainer writes others.
struct InBoth {
    const char* chinese;
    const char* english;
    [[nodiscard]] const char* in(const std::string& language) const { return language.starts_with("zh") ? chinese : english; }
};

/// A bank that can be kept as it is: one question, of the one figure every agent knows.
std::string starterBank(const std::string& language) {
    const InBoth asked{"请改写这道题：最迟几秒内首次响应客户？", "Replace this question: within how many seconds is a customer first answered?"};
    Question question;
    question.type = QuestionType::Single;
    question.id = "q1";
    question.text.text = asked.in(language);
    for (const auto& [words, mark] : {std::pair(InBoth{"60 秒", "60 seconds"}, FULL_MARK), std::pair(InBoth{"30 秒", "30 seconds"}, 0),
                                      std::pair(InBoth{"120 秒", "120 seconds"}, 0)}) {
        QuizAnswer answer;
        answer.text.text = words.in(language);
        answer.fraction = mark;
        question.answers.push_back(std::move(answer));
    }
    QuizBank bank;
    bank.questions.push_back(std::move(question));
    return format::writeGift(bank);
}

} // namespace

void CourseEditor::settle(const Part& of, const FieldSpec& spec, const std::string& was) {
    if (spec.field == EditorField::Measure) settleMeasure(of);
    if (spec.field == EditorField::AssessmentKind) settleAssessment(of);
    if (spec.field == EditorField::Bank) dropBank(was);
}

/// What another measure asks for doesn't fit any more.
void CourseEditor::settleMeasure(const Part& of) {
    const auto fitting = specs(of);
    const auto fits = [&](const std::string& key) {
        return std::find_if(fitting.begin(), fitting.end(), [&](const FieldSpec& one) { return one.key == key; });
    };
    for (const char* key : {"assessment", "skills"})
        if (fits(key) == fitting.end()) m_yaml.remove(pathOf(of.id + "/" + key));
    const auto least = fits("at_least");
    const bool percent = valueAt(of.id + "/at_least").ends_with('%');
    if (least == fitting.end() || percent != (least->input == EditorInput::Percent)) m_yaml.remove(pathOf(of.id + "/at_least"));
    const auto assessments = idsIn("assessments");
    if (fits("assessment") != fitting.end() && !nodeAt(of.id + "/assessment") && !assessments.empty())
        m_yaml.set(pathOf(of.id + "/assessment"), format::yamlText(assessments.front()));
    putYaml();
}

/// A quiz has a bank, a practical check a scale and items; neither has what the other has.
void CourseEditor::settleAssessment(const Part& of) {
    const auto kind = assessmentKindOf(valueAt(of.id + "/kind"));
    if (!kind) return;
    const bool quiz = *kind == domain::AssessmentKind::Quiz;
    const auto bank = valueAt(of.id + "/bank");
    using Keys = std::vector<const char*>;
    for (const char* key : quiz ? Keys{"scale", "items", "critical"} : Keys{"bank", "draw", "topics"})
        m_yaml.remove(pathOf(of.id + "/" + key));
    const auto need = [&](const char* key, const auto& fresh) {
        if (!nodeAt(of.id + "/" + key)) m_yaml.set(pathOf(of.id + "/" + key), fresh());
    };
    if (quiz) {
        need("bank", [&] { return format::yamlText(freshBank(valueAt(of.id + "/id"))); });
    } else {
        need("scale", [&] { return freshScale(); });
        need("items", [&] { return freshItems(); });
        dropBank(bank);
    }
    putYaml();
}

/// Where a part of that kind is named by its id.
std::vector<std::string> CourseEditor::namesOf(const Part& of) const {
    std::vector<std::string> names;
    const auto each = [&](const std::string& list, const std::string& key) {
        for (std::size_t at = 0, count = countOf(list); at < count; ++at)
            names.push_back(PlaceInList{list, at}.id() + "/" + key);
    };
    if (of.kind == Kind::Skill) each("readiness", "skills");
    if (of.kind == Kind::Session) {
        each("chat_review/criteria", "session");
        names.emplace_back("chat_review/first_reply_session");
    }
    if (of.kind == Kind::Assessment) {
        each("readiness", "assessment");
        names.emplace_back("mentoring/examine");
    }
    if (of.kind == Kind::Item) names.push_back(of.within + "/critical");
    return names;
}

/// Whoever names the part names it by its new id, unless another one has it.
void CourseEditor::renameEverywhere(const Part& of, const std::string& was, const std::string& is) {
    if (was.empty() || is.empty()) return;
    for (const auto& one : m_parts) {
        if (one.kind != of.kind || one.id == of.id || one.within != of.within) continue;
        if (const auto id = valueAt(one.id + "/id"); id == was || id == is) return;
    }
    for (const auto& path : namesOf(of)) {
        const auto* names = nodeAt(path);
        if (!names) continue;
        YamlNode changed = *names;
        for (auto& item : changed.items)
            if (trimmed(item.text) == was) item.text = is;
        if (changed.kind == YamlNode::Kind::Text && trimmed(changed.text) == was) changed.text = is;
        if (format::flowText(changed) == format::flowText(*names)) continue;
        m_yaml.set(pathOf(path), changed);
        putYaml();
    }
}

/// An item that goes is critical for nothing.
void CourseEditor::forget(const Part& item) {
    const auto list = item.within + "/critical";
    const auto id = valueAt(item.id + "/id");
    for (auto at = countOf(list); at-- > 0;)
        if (const PlaceInList place{list, at}; valueAt(place.id()) == id)
            m_yaml.remove(pathOf(countOf(list) == 1 ? list : place.id()));
    putYaml();
}

/// Paths of banks, a bank in several languages once.
std::vector<std::string> CourseEditor::banks() const {
    std::vector<std::string> paths;
    std::set<std::string> variants;
    for (const auto& [path, bytes] : m_draft.files().files()) {
        if (!domain::lowerAscii(path).ends_with(".gift")) continue;
        paths.push_back(path);
        for (const auto& [language, variant] : format::variantPaths(m_draft.files(), path))
            variants.insert(variant);
    }
    std::erase_if(paths, [&](const std::string& path) { return variants.contains(path); });
    return paths;
}

/// A bank with a question to begin with, in every language of the course; gives its path.
std::string CourseEditor::freshBank(const std::string& assessment) {
    constexpr const char* PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
    const bool plain = !assessment.empty() && assessment.find_first_not_of(PLAIN) == std::string::npos;
    const auto path = freshFile("quizzes/" + (plain ? assessment : "quiz"), ".gift");
    for (const auto& language : m_languages)
        m_draft.put(variantOf(path, language), starterBank(language));
    return path;
}

/// One that was made in this draft goes with the last quiz that draws from it; others stay to be chosen again.
void CourseEditor::dropBank(const std::string& path) {
    for (std::size_t at = 0, count = countOf("assessments"); at < count; ++at)
        if (valueAt(PlaceInList{"assessments", at}.id() + "/bank") == path) return;
    const auto changed = m_draft.changed();
    const auto isNew = [&](const std::string& file) {
        const auto found = changed.find(file);
        return found != changed.end() && !found->second;
    };
    if (path.empty() || !isNew(path)) return;
    for (const auto& [language, variant] : format::variantPaths(m_draft.files(), path))
        m_draft.put(variant, std::nullopt);
    m_draft.put(path, std::nullopt);
}

YamlNode CourseEditor::freshScale() const {
    YamlNode scale = format::yamlList({});
    for (const auto& words : {InBoth{"未达标", "not yet"}, InBoth{"达标", "pass"}}) {
        std::optional<YamlNode> step;
        for (const auto& language : m_languages) {
            auto next = withLocal(step ? &*step : nullptr, language, m_own, words.in(language), true);
            step = std::move(next);
        }
        scale.items.push_back(std::move(*step));
    }
    return scale;
}

YamlNode CourseEditor::freshItems() const {
    YamlNode items = format::yamlList({});
    items.items.push_back(format::yamlMap({{"id", format::yamlText("item-1")}, {"title", format::yamlText("")}}));
    return items;
}

} // namespace fledgling::app
