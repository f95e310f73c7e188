#pragma once

#include "format/Table.h"
#include "format/quiz/Gift.h"

#include <string>
#include <vector>

namespace fledgling::format {

/// Reads the spreadsheet question table: a row of headings (题型 题干 选项A.. 答案 解析, also in English;
/// optional 分类 标签 编号 名称 格式), then a question per row. Every bad row is told with its line and the
/// column's heading, in one pass, and left out; the other rows are all there. Nothing is guessed: an unknown
/// type or an answer that fits no option is an error. courses/README.md describes the cells.
[[nodiscard]] GiftReading readQuestionTables(const std::vector<Table>& tables, const std::string& file);

/// Headings and rows of a bank's question table.
struct QuestionRows {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;
};
/// As many option columns as the longest question needs, at least four.
[[nodiscard]] QuestionRows questionRows(const domain::QuizBank& bank);

/// The question as far as a table has words for it: one format for all its texts, no feedback of single
/// answers. Weights that the table would read otherwise stay, so that reading back shows the difference.
[[nodiscard]] domain::Question asInTable(domain::Question question);

} // namespace fledgling::format
