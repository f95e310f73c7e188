#include "format/FormatError.h"

namespace fledgling::format {

const std::vector<FaultWords>& allFaultWords() {
    static const std::vector<FaultWords> words{
        {Fault::FileMissing, "The file doesn't exist.", "Check the name and the folder."},
        {Fault::NotAFile, "This is not a plain file.", "Choose a file."},
        {Fault::FileUnreadable, "The file cannot be read.", "Check that you may open it."},
        {Fault::FileTooLarge, "The file is too large.", "Split it into smaller files."},
        {Fault::FileNotWritten, "The file cannot be written.",
         "Check that the folder exists, that you may write there and that the disk is not full."},
        {Fault::NotText, "This is not text in an encoding we know.",
         "Save it as UTF-8 (in Excel: CSV UTF-8)."},
        {Fault::QuoteNeverClosed, "A quotation mark is never closed.", "Close it or take it away."},
        {Fault::TooManyRows, "There are too many rows.", "Split the file into smaller ones."},
        {Fault::TooManyColumns, "A row has too many columns.", "Check what separates the cells."},
        {Fault::OldExcel, "This is an old Excel file (.xls) or one with a password.",
         "Save it as .xlsx without a password."},
        {Fault::NotAWorkbook, "This is not an Excel workbook.", "Save it as .xlsx or as CSV."},
        {Fault::WorkbookDamaged, "The workbook is damaged.",
         "Open it in a spreadsheet program and save it again as .xlsx."},
        {Fault::WorkbookLocked, "The workbook has a password.", "Save it without a password."},
        {Fault::WorkbookTooLarge, "The workbook is too large.", "Copy the list into a new workbook."},
        {Fault::WorkbookNotWritten, "The workbook cannot be written.", "Write it as CSV."},
        {Fault::NoHeaderRow, "No row of headings was found.",
         "Put a row such as 工号, 姓名, 手机号 (staff number, name, phone) above the people."},
        {Fault::NotACalendar, "This is not a calendar.",
         "Use an .ics file, or JSON with year and days (name, date, isOffDay)."},
        {Fault::JsonBroken, "The JSON cannot be read.", "Check commas, quotation marks and brackets."},
        {Fault::JsonKeyTwice, "A key stands twice in the same place.", "Keep one of them."},
        {Fault::YearMissing, "The calendar doesn't say its year.", "Add \"year\": 2026 or the like."},
        {Fault::Package, "The course package cannot be used.", "See its problems."},
    };
    return words;
}

const FaultWords& wordsOf(Fault fault) { return allFaultWords().at(static_cast<std::size_t>(fault)); }

FormatError::FormatError(Fault fault, std::string file, int line, int column, std::string subject)
    : m_fault(fault), m_file(std::move(file)), m_line(line), m_column(column), m_subject(std::move(subject)),
      m_problem(wordsOf(fault).problem), m_instead(wordsOf(fault).instead) {
    compose();
}

FormatError::FormatError(std::string file, int line, int column, std::string problem, std::string instead)
    : m_fault(Fault::Package), m_file(std::move(file)), m_line(line), m_column(column),
      m_problem(std::move(problem)), m_instead(std::move(instead)) {
    compose();
}

void FormatError::compose() {
    m_text = m_file;
    if (m_line > 0) m_text += ":" + std::to_string(m_line);
    if (m_line > 0 && m_column > 0) m_text += ":" + std::to_string(m_column);
    if (!m_text.empty()) m_text += ": ";
    m_text += m_problem;
    if (!m_subject.empty()) m_text += " (" + m_subject + ")";
    if (!m_instead.empty()) m_text += " " + m_instead;
}

} // namespace fledgling::format
