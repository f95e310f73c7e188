#include "format/quiz/QuestionTable.h"

#include "domain/Text.h"
#include "format/Csv.h"
#include "format/Utf8.h"
#include "format/quiz/GiftParts.h"
#include "format/quiz/QuestionRow.h"
#include "format/quiz/QuestionWords.h"

#include <algorithm>
#include <set>

namespace fledgling::format {

using namespace domain;

namespace {

constexpr std::size_t ROWS_ABOVE_HEADINGS = 20;

using Headings = std::vector<std::optional<QuestionHeading>>;

std::string cleaned(const Table& table, const std::string& cell) {
    return trimmed(table.separated ? undefended(trimmed(cell)) : cell);
}

std::optional<Headings> headingsIn(const TableRow& row) {
    Headings headings;
    std::set<QuestionColumn> seen;
    for (const auto& cell : row.cells) {
        headings.push_back(questionHeading(cell));
        if (headings.back()) seen.insert(headings.back()->column);
    }
    const bool all = seen.contains(QuestionColumn::Type) && seen.contains(QuestionColumn::Text) &&
                     seen.contains(QuestionColumn::Answer);
    return all ? std::optional(headings) : std::nullopt;
}

class TableReader {
public:
    explicit TableReader(const std::string& file) : m_file(file) {}

    GiftReading read(const std::vector<Table>& tables) {
        bool any = false;
        for (const auto& table : tables)
            any = sheet(table) || any;
        if (!any) m_reading.problems.push_back({ProblemKind::BankHeadings, m_file, 0, 0, {}});
        sortProblems(m_reading.problems);
        return std::move(m_reading);
    }

private:
    /// False when no row holds the headings: the sheet is about something else.
    bool sheet(const Table& table) {
        for (std::size_t i = 0; i < std::min(table.rows.size(), ROWS_ABOVE_HEADINGS); ++i) {
            auto headings = headingsIn(table.rows[i]);
            if (!headings) continue;
            check(table.rows[i], *headings);
            for (std::size_t row = i + 1; row < table.rows.size(); ++row)
                question(table, table.rows[row], *headings);
            return true;
        }
        return false;
    }

    /// Of two columns with one heading the first counts.
    void check(const TableRow& row, Headings& headings) {
        std::set<std::string> seen;
        m_places.clear();
        m_blank.clear();
        for (std::size_t i = 0; i < headings.size(); ++i) {
            const auto column = static_cast<int>(i) + 1;
            const std::string cell = trimmed(row.cells[i]);
            if (!headings[i]) {
                if (cell.empty())
                    m_blank.insert(i);
                else
                    m_reading.problems.push_back(
                        {ProblemKind::BankColumnUnknown, m_file, row.line, column, {cell}});
                continue;
            }
            const std::string name = headingOf(*headings[i]);
            m_places.emplace(name, column);
            if (seen.insert(name).second) continue;
            m_reading.problems.push_back({ProblemKind::BankColumnTwice, m_file, row.line, column, {cell}});
            headings[i].reset();
        }
    }

    void question(const Table& table, const TableRow& row, const Headings& headings) {
        QuestionCells cells;
        bool whole = true;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            // A column whose heading is known to be none was told of once, above.
            if (i >= headings.size() || (!headings[i] && m_blank.contains(i))) {
                stray(row, i, cleaned(table, row.cells[i]));
                continue;
            }
            if (!headings[i]) continue;
            const std::string text = cleaned(table, row.cells[i]);
            const auto bad = std::find_if(text.begin(), text.end(), [](char c) {
                return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r') ||
                       c == 0x7F;
            });
            if (bad != text.end() || invalidUtf8(text) != std::string::npos) {
                const int code = bad == text.end() ? 0xFFFD : static_cast<unsigned char>(*bad);
                m_reading.problems.push_back({ProblemKind::ControlCharacter,
                                              m_file,
                                              row.line,
                                              static_cast<int>(i) + 1,
                                              {std::to_string(code)}});
                whole = false;
            }
            keep(cells, *headings[i], text);
        }
        while (!cells.options.empty() && cells.options.back().empty())
            cells.options.pop_back();
        const TellCell tell = [&](ProblemKind kind, const std::string& column,
                                  std::vector<std::string> arguments) {
            const auto place = m_places.find(column);
            m_reading.problems.push_back(
                {kind, m_file, row.line, place == m_places.end() ? 0 : place->second, std::move(arguments)});
        };
        Question one;
        if (!questionOf(cells, one, tell) || !whole || !fresh(one, row.line)) return;
        category(one.category);
        m_reading.bank.questions.push_back(std::move(one));
    }

    void stray(const TableRow& row, std::size_t at, const std::string& text) {
        if (!text.empty())
            m_reading.problems.push_back(
                {ProblemKind::BankCellStray, m_file, row.line, static_cast<int>(at) + 1, {text}});
    }

    static void keep(QuestionCells& cells, QuestionHeading heading, std::string text) {
        std::string clean;
        for (std::size_t i = 0; i < text.size(); ++i)
            if (text[i] != '\r' || i + 1 >= text.size() || text[i + 1] != '\n')
                clean += text[i] == '\r' ? '\n' : text[i];
        switch (heading.column) {
        case QuestionColumn::Type: cells.type = clean; break;
        case QuestionColumn::Text: cells.text = clean; break;
        case QuestionColumn::Answer: cells.answer = clean; break;
        case QuestionColumn::Explanation: cells.explanation = clean; break;
        case QuestionColumn::Category: cells.category = clean; break;
        case QuestionColumn::Tags: cells.tags = clean; break;
        case QuestionColumn::Id: cells.id = clean; break;
        case QuestionColumn::Name: cells.name = clean; break;
        case QuestionColumn::Format: cells.format = clean; break;
        case QuestionColumn::Option:
            cells.options.resize(std::max(cells.options.size(), heading.option + 1));
            cells.options[heading.option] = clean;
        }
    }

    bool fresh(const Question& question, int line) {
        if (question.id.empty()) return true;
        const auto [first, isNew] = m_ids.emplace(question.id, line);
        if (!isNew)
            m_reading.problems.push_back({ProblemKind::IdTwice,
                                          m_file,
                                          line,
                                          0,
                                          {"question", question.id, std::to_string(first->second)}});
        return isNew;
    }

    void category(const std::string& name) {
        auto& all = m_reading.bank.categories;
        if (name.empty() || name == m_category) return;
        m_category = name;
        all.push_back(name);
    }

    const std::string& m_file;
    GiftReading m_reading;
    std::map<std::string, int> m_places; ///< standard heading -> column, 1-based
    std::set<std::size_t> m_blank;       ///< columns without a heading
    std::map<std::string, int> m_ids;    ///< id -> line
    std::string m_category;
};

std::string answerCell(const Question& question) {
    if (question.type == QuestionType::TrueFalse) return question.right ? "对" : "错";
    std::string cell;
    for (std::size_t i = 0; i < question.answers.size(); ++i) {
        const auto& answer = question.answers[i];
        if (question.type == QuestionType::Single || question.type == QuestionType::Multiple) {
            if (answer.fraction > 0) cell += letterOf(i);
        } else if (question.type != QuestionType::Ordering) {
            cell += (cell.empty() ? "" : "|") + answer.text.text;
            if (question.type == QuestionType::Numerical && answer.tolerance != "0")
                cell += "±" + answer.tolerance;
        }
    }
    return cell;
}

std::vector<std::string> optionCells(const Question& question) {
    std::vector<std::string> cells;
    for (const auto& pair : question.pairs)
        cells.push_back(pair.left.text + " -> " + pair.right);
    if (question.type == QuestionType::Single || question.type == QuestionType::Multiple ||
        question.type == QuestionType::Ordering)
        for (const auto& answer : question.answers)
            cells.push_back(answer.text.text);
    return cells;
}

} // namespace

GiftReading readQuestionTables(const std::vector<Table>& tables, const std::string& file) {
    return TableReader(file).read(tables);
}

QuestionRows questionRows(const QuizBank& bank) {
    std::size_t options = 4;
    for (const auto& question : bank.questions)
        options = std::clamp(optionCells(question).size(), options, std::size_t{26});
    QuestionRows table;
    table.header = {"题型", "题干"};
    for (std::size_t i = 0; i < options; ++i)
        table.header.push_back("选项" + letterOf(i));
    for (const char* heading : {"答案", "解析", "分类", "标签", "编号", "名称", "格式"})
        table.header.emplace_back(heading);
    for (const auto& question : bank.questions) {
        std::vector<std::string> row{wordOf(question.type), question.text.text};
        auto cells = optionCells(question);
        cells.resize(options);
        row.insert(row.end(), cells.begin(), cells.end());
        const bool named = question.name != giftName(question.text);
        for (auto& cell :
             {answerCell(question), question.explanation.text, question.category, joined(question.tags, "、"),
              question.id, named ? question.name : std::string(), wordOf(question.text.format)})
            row.push_back(cell);
        table.rows.push_back(std::move(row));
    }
    return table;
}

Question asInTable(Question question) {
    const QuizFormat format = question.text.format;
    question.explanation.format = format;
    for (auto& answer : question.answers) {
        answer.text.format = format;
        answer.feedback = {"", format};
    }
    for (auto& pair : question.pairs)
        pair.left.format = format;
    question.feedbackTrue = question.feedbackFalse = {"", format};
    return question;
}

} // namespace fledgling::format
