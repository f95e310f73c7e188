#pragma once

#include <exception>
#include <string>
#include <string_view>
#include <vector>

namespace fledgling::format {

/// Everything for which a file from outside is refused whole, or one of ours cannot be written.
enum class Fault {
    FileMissing,
    NotAFile,
    FileUnreadable,
    FileTooLarge,
    FileNotWritten,
    NotText,          ///< in none of the encodings we know
    QuoteNeverClosed, ///< CSV; the line it opened on
    TooManyRows,
    TooManyColumns,
    OldExcel, ///< .xls, or encrypted .xlsx: both are OLE files
    NotAWorkbook,
    WorkbookDamaged, ///< subject: the part, when known
    WorkbookLocked,
    WorkbookTooLarge,
    WorkbookNotWritten, ///< subject: the writer's words
    NoHeaderRow,        ///< a roster without a row of headings that we know
    NotACalendar,
    JsonBroken,
    JsonKeyTwice, ///< subject: the key
    YearMissing,  ///< a JSON calendar without "year"
    Package       ///< a course package; its words come with it (Problem.h)
};

/// The fixed English words of a fault, for a catalogue: what is wrong, and what to do instead.
struct FaultWords {
    Fault fault;
    std::string_view problem;
    std::string_view instead;
};

[[nodiscard]] const FaultWords& wordsOf(Fault fault);
/// All of them, in the order of Fault.
[[nodiscard]] const std::vector<FaultWords>& allFaultWords();

/// A file is refused whole, with the place and the way out.
class FormatError : public std::exception {
public:
    explicit FormatError(Fault fault, std::string file = {}, int line = 0, int column = 0,
                         std::string subject = {});
    /// With words of its own: Fault::Package.
    FormatError(std::string file, int line, int column, std::string problem, std::string instead);

    [[nodiscard]] Fault fault() const { return m_fault; }
    /// As the user named it, UTF-8; empty when the bytes came from elsewhere.
    [[nodiscard]] const std::string& file() const { return m_file; }
    /// 1-based; 0 when the place is unknown.
    [[nodiscard]] int line() const { return m_line; }
    [[nodiscard]] int column() const { return m_column; }
    /// What the fault's comment says; may be empty.
    [[nodiscard]] const std::string& subject() const { return m_subject; }
    [[nodiscard]] const std::string& problem() const { return m_problem; }
    [[nodiscard]] const std::string& instead() const { return m_instead; }
    /// "file:line:column: problem (subject); instead", English.
    [[nodiscard]] const char* what() const noexcept override { return m_text.c_str(); }

private:
    void compose();

    Fault m_fault;
    std::string m_file;
    int m_line;
    int m_column;
    std::string m_subject;
    std::string m_problem;
    std::string m_instead;
    std::string m_text;
};

} // namespace fledgling::format
