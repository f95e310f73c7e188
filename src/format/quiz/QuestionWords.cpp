#include "format/quiz/QuestionWords.h"

#include "domain/Text.h"
#include "format/RosterText.h"
#include "format/Words.h"

#include <algorithm>

namespace fledgling::format {

using namespace domain;

namespace {

constexpr Words<QuestionColumn> COLUMNS[]{
    {QuestionColumn::Type, "题型 题目类型 试题类型 类型 type questiontype"},
    {QuestionColumn::Text, "题干 题目 题目内容 试题内容 question questiontext text"},
    {QuestionColumn::Answer, "答案 正确答案 标准答案 answer answers correctanswer"},
    {QuestionColumn::Explanation, "解析 答案解析 试题解析 explanation feedback"},
    {QuestionColumn::Category, "分类 类别 知识点 category topic"},
    {QuestionColumn::Tags, "标签 tags tag"},
    {QuestionColumn::Id, "编号 题号 id number"},
    {QuestionColumn::Name, "名称 题目名称 name title"},
    {QuestionColumn::Format, "格式 文字格式 format"},
};
/// "Multiple choice" is left out: some mean one answer by it, some several.
constexpr Words<QuestionType> TYPES[]{
    {QuestionType::Single, "单选 单选题 单项选择 单项选择题 single singlechoice singleanswer"},
    {QuestionType::Multiple,
     "多选 多选题 多项选择 多项选择题 不定项选择题 multiple multipleresponse multipleanswers"},
    {QuestionType::TrueFalse, "判断 判断题 是非题 truefalse trueorfalse"},
    {QuestionType::ShortAnswer, "填空 填空题 shortanswer fill fillin fillintheblank"},
    {QuestionType::Numerical, "数值 数值题 numerical numeric"},
    {QuestionType::Matching, "匹配 匹配题 连线 连线题 matching match"},
    {QuestionType::Ordering, "排序 排序题 ordering order"},
    {QuestionType::Open, "问答 问答题 简答 简答题 论述题 open essay"},
    {QuestionType::Description, "说明 description"},
};
constexpr Words<QuizFormat> FORMATS[]{
    {QuizFormat::Html, "html"}, {QuizFormat::Markdown, "markdown"}, {QuizFormat::Plain, "plain"}};
constexpr Words<bool> TRUTHS[]{{true, "对 正确 是 √ ✓ t true y yes"},
                               {false, "错 错误 否 × ✗ x f false n no"}};

template <class Enum, std::size_t N>
std::string firstOf(const Words<Enum> (&table)[N], Enum value) {
    for (const auto& row : table)
        if (row.value == value) return split(row.words, ' ').front();
    return {};
}

} // namespace

std::optional<QuestionHeading> questionHeading(std::string_view heading) {
    if (const auto column = valueOf(COLUMNS, heading)) return QuestionHeading{*column, 0};
    std::string key = wordKey(heading);
    for (const std::string_view prefix : {"选项", "option"})
        if (key.starts_with(prefix)) key.erase(0, prefix.size());
    if (key.size() != 1 || key[0] < 'a' || key[0] > 'z') return std::nullopt;
    return QuestionHeading{QuestionColumn::Option, static_cast<std::size_t>(key[0] - 'a')};
}

std::string headingOf(QuestionHeading heading) {
    return heading.column == QuestionColumn::Option ? "选项" + letterOf(heading.option)
                                                    : firstOf(COLUMNS, heading.column);
}

std::optional<QuestionType> questionTypeIn(std::string_view cell) { return valueOf(TYPES, cell); }
std::string wordOf(QuestionType type) { return firstOf(TYPES, type); }

std::optional<QuizFormat> quizFormatIn(std::string_view cell) {
    return trimmed(cell).empty() ? std::optional(QuizFormat::Auto) : valueOf(FORMATS, cell);
}
std::string wordOf(QuizFormat format) { return firstOf(FORMATS, format); }

std::optional<bool> truthIn(std::string_view cell) { return valueOf(TRUTHS, cell); }

std::optional<std::vector<std::size_t>> lettersIn(std::string_view cell, std::size_t options) {
    std::string letters = domain::lowerAscii(domain::halfWidth(cell));
    for (const std::string_view separator : {" ", ",", "、", ";", "/", "|", "，"})
        replaceAll(letters, separator, "");
    std::vector<std::size_t> indexes;
    for (const char c : letters) {
        const auto index = static_cast<std::size_t>(c - 'a');
        if (c < 'a' || c > 'z' || index >= options) return std::nullopt;
        if (std::find(indexes.begin(), indexes.end(), index) != indexes.end()) return std::nullopt;
        indexes.push_back(index);
    }
    return indexes.empty() ? std::nullopt : std::optional(indexes);
}

std::string letterOf(std::size_t option) { return std::string(1, static_cast<char>('A' + option)); }

std::vector<std::string> partsOf(std::string_view cell) {
    std::string text(cell);
    for (const std::string_view separator : {";", "；"})
        replaceAll(text, separator, "|");
    std::vector<std::string> parts;
    for (const auto& part : split(text, '|'))
        if (auto clean = trimmed(part); !clean.empty()) parts.push_back(std::move(clean));
    return parts;
}

} // namespace fledgling::format
