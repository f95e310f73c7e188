#include "format/quiz/BankFile.h"

#include "domain/Text.h"
#include "format/Csv.h"
#include "format/Encoding.h"
#include "format/RosterText.h"
#include "format/Utf8.h"
#include "format/Xlsx.h"
#include "format/quiz/Aiken.h"
#include "format/quiz/MoodleXml.h"
#include "format/quiz/QuestionTable.h"
#include "format/quiz/QuestionWords.h"

#include <set>
#include <stdexcept>

namespace fledgling::format {

using namespace domain;

namespace {

/// A table is one when a row near its top holds the three headings; GIFT never has such a line.
bool looksLikeTable(std::string_view text) {
    int rows = 0;
    for (const auto& line : split(text.substr(0, 1U << 16U), '\n')) {
        if (++rows > 20) return false;
        std::set<QuestionColumn> seen;
        for (const char separator : {',', ';', '\t'})
            for (const auto& cell : split(line, separator))
                if (const auto heading = questionHeading(cell)) seen.insert(heading->column);
        if (seen.contains(QuestionColumn::Type) && seen.contains(QuestionColumn::Text)) return true;
    }
    return false;
}

BankReading as(BankKind kind, GiftReading reading) {
    return {std::move(reading.bank), std::move(reading.problems), kind};
}

GiftReading readAs(BankKind kind, const std::string& text, const std::string& file) {
    return kind == BankKind::MoodleXml ? readMoodleXml(text, file) : readGift(text, file);
}

std::vector<XlsxCell> cellsOf(const std::vector<std::string>& row) {
    std::vector<XlsxCell> cells;
    for (const auto& cell : row)
        cells.push_back(cell.empty() ? XlsxCell{} : XlsxCell{cell});
    return cells;
}

class BankWriter {
public:
    BankWriter(const QuizBank& bank, BankKind kind, const std::string& file)
        : m_bank(bank), m_kind(kind), m_file(file), m_table(kind == BankKind::Csv || kind == BankKind::Xlsx) {
    }

    BankWriting write() {
        for (const auto& question : m_bank.questions)
            check(question);
        if (hasErrors(m_writing.problems)) return std::move(m_writing);
        if (!m_table)
            m_writing.bytes = m_kind == BankKind::Gift ? writeGift(m_bank) : writeMoodleXml(m_bank);
        else
            table();
        return std::move(m_writing);
    }

private:
    void table() {
        const auto rows = questionRows(m_bank);
        if (m_kind == BankKind::Csv) {
            m_writing.bytes = csvOf(rows.header, rows.rows);
            return;
        }
        std::vector<std::vector<XlsxCell>> cells;
        for (const auto& row : rows.rows)
            cells.push_back(cellsOf(row));
        m_writing.bytes = xlsxOf("题库", rows.header, cells);
    }

    void problem(ProblemKind kind, const Question& question, bool withType = false) {
        Problem one{kind, m_file, 0, 0, {question.name}};
        if (withType) one.arguments.emplace_back(keyOf(question.type));
        m_writing.problems.push_back(std::move(one));
    }

    /// Each question alone, so that one that breaks out of its place is named and no other.
    void check(const Question& question) {
        Question expected = settled(m_table ? asInTable(question) : question);
        // Moodle's own places for categories come back as the topics they hold.
        const bool placed = m_kind == BankKind::MoodleXml && expected.category.starts_with('$');
        if (placed) expected.category = moodleTopic(expected.category);
        if (m_table && expected != settled(question)) problem(ProblemKind::BankLosses, question);
        QuizBank read;
        try {
            read = readBack(question);
        } catch (const std::invalid_argument&) {
            return problem(ProblemKind::BankNoWords, question, true);
        }
        if (read.questions.size() != 1 || settled(read.questions.front()) != expected)
            problem(ProblemKind::BankReadsOtherwise, question);
    }

    [[nodiscard]] QuizBank readBack(const Question& question) const {
        const QuizBank one{{question}, {}};
        if (m_kind == BankKind::Gift) return readAs(m_kind, writeGift(one), m_file).bank;
        if (m_kind == BankKind::MoodleXml) return readAs(m_kind, writeMoodleXml(one), m_file).bank;
        const auto rows = questionRows(one);
        if (m_kind == BankKind::Csv)
            return readQuestionTables({csvTable(csvOf(rows.header, rows.rows).substr(3), m_file, ',')},
                                      m_file)
                .bank;
        Table table{"", {{1, rows.header}}, false};
        for (const auto& row : rows.rows)
            table.rows.push_back({static_cast<int>(table.rows.size()) + 1, row});
        return readQuestionTables({table}, m_file).bank;
    }

    const QuizBank& m_bank;
    BankKind m_kind;
    const std::string& m_file;
    bool m_table;
    BankWriting m_writing;
};

void settle(QuizText& text) {
    if (text.empty()) text.format = QuizFormat::Auto;
}

} // namespace

BankReading readBank(std::string_view bytes, const std::string& file) {
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xD0\xCF\x11\xE0"))
        return as(BankKind::Xlsx, readQuestionTables(tablesOf(bytes, file), file));
    std::string utf8 = decoded(bytes, file).utf8;
    if (trimmed(std::string_view(utf8).substr(0, 1024)).starts_with('<'))
        return as(BankKind::MoodleXml, readMoodleXml(utf8, file));
    if (looksLikeTable(utf8)) return as(BankKind::Csv, readQuestionTables({csvTable(utf8, file)}, file));
    Problems problems;
    const auto text = textOf(utf8, file, problems);
    if (!text) return {{}, std::move(problems), BankKind::Gift};
    if (looksLikeAiken(*text)) return as(BankKind::Aiken, readAiken(*text, file));
    return as(BankKind::Gift, readGift(*text, file));
}

std::optional<BankKind> bankKindOf(std::string_view fileName) {
    const auto dot = fileName.rfind('.');
    const std::string ending =
        dot == std::string_view::npos ? "" : domain::lowerAscii(std::string(fileName.substr(dot + 1)));
    if (ending == "gift" || ending == "txt") return BankKind::Gift;
    if (ending == "xml") return BankKind::MoodleXml;
    if (ending == "csv") return BankKind::Csv;
    if (ending == "xlsx") return BankKind::Xlsx;
    return std::nullopt;
}

BankWriting writeBank(const QuizBank& bank, BankKind kind, const std::string& file) {
    if (kind == BankKind::Aiken) throw std::invalid_argument("Aiken is only read");
    return BankWriter(bank, kind, file).write();
}

Question settled(Question question) {
    question.comments.clear();
    settle(question.text);
    settle(question.explanation);
    settle(question.feedbackTrue);
    settle(question.feedbackFalse);
    for (auto& answer : question.answers) {
        if (question.type == QuestionType::ShortAnswer || question.type == QuestionType::Numerical)
            answer.text.format = QuizFormat::Auto;
        settle(answer.text);
        settle(answer.feedback);
    }
    for (auto& pair : question.pairs)
        settle(pair.left);
    return question;
}

} // namespace fledgling::format
