#include "domain/Text.h"
#include "format/FileBytes.h"
#include "format/FormatError.h"
#include "format/Xlsx.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <random>
#include <set>
#include <system_error>

namespace fledgling::format {

namespace {

constexpr std::size_t LONGEST_SHEET_NAME = 31;

/// The first so many characters.
std::string cutTo(std::string name, std::size_t most) {
    while (domain::lengthOf(name) > most) {
        // Take whole characters off the end.
        while (!name.empty() && (static_cast<unsigned char>(name.back()) & 0xC0U) == 0x80U)
            name.pop_back();
        name.pop_back();
    }
    return name;
}

std::string sheetNameOf(const std::string& wanted) {
    std::string name;
    for (const char c : wanted)
        if (std::string_view("[]:*?/\\'").find(c) == std::string_view::npos &&
            static_cast<unsigned char>(c) >= 0x20)
            name += c;
    return domain::trimmed(name).empty() ? "Sheet1" : cutTo(name, LONGEST_SHEET_NAME);
}

/// The sheet's name among those before it: Excel takes none twice, whatever the case of its letters.
std::string sheetNameBeside(const std::set<std::string>& taken, const std::string& wanted) {
    const std::string plain = sheetNameOf(wanted);
    std::string name = plain;
    for (int number = 2; taken.contains(domain::lowerAscii(name)); ++number) {
        const std::string tail = " " + std::to_string(number);
        name = cutTo(plain, LONGEST_SHEET_NAME - tail.size()) + tail;
    }
    return name;
}

/// A Chinese character takes two columns of a Latin one.
double shownWidth(const std::string& text) {
    const auto characters = static_cast<double>(domain::lengthOf(text));
    return characters + (static_cast<double>(text.size()) - characters) / 2;
}

/// A file that goes away by itself; its name is plain ASCII, for libxlsxwriter opens it by a narrow string.
struct Scratch {
    Scratch() {
        std::random_device random;
        path = std::filesystem::temp_directory_path() /
               ("fledgling-" + std::to_string(random()) + "-" + std::to_string(random()) + ".xlsx");
    }
    ~Scratch() {
        std::error_code ignored;
        std::filesystem::remove(path, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    std::filesystem::path path;
};

struct CellWriter {
    lxw_worksheet* sheet;
    lxw_format* dateFormat;
    lxw_row_t row;
    lxw_col_t column;

    lxw_error operator()(std::monostate) const { return LXW_NO_ERROR; }
    lxw_error operator()(const std::string& text) const {
        return worksheet_write_string(sheet, row, column, text.c_str(), nullptr);
    }
    lxw_error operator()(std::int64_t number) const {
        return worksheet_write_number(sheet, row, column, static_cast<double>(number), nullptr);
    }
    lxw_error operator()(double number) const {
        return worksheet_write_number(sheet, row, column, number, nullptr);
    }
    lxw_error operator()(bool yes) const { return worksheet_write_boolean(sheet, row, column, yes, nullptr); }
    lxw_error operator()(domain::Date date) const {
        const auto serial = static_cast<double>(domain::Date(1899, 12, 30).daysTo(date));
        return worksheet_write_number(sheet, row, column, serial, dateFormat);
    }
};

/// What cells may look like, the same on every sheet.
struct CellLooks {
    explicit CellLooks(lxw_workbook* book) : bold(workbook_add_format(book)), date(workbook_add_format(book)) {
        format_set_bold(bold);
        format_set_num_format(date, "yyyy-mm-dd");
    }
    lxw_format* bold;
    lxw_format* date;
};

/// A4, as wide as the page and as many pages as its rows take, each under the headings.
lxw_error setPages(lxw_worksheet* sheet, bool landscape, bool headed) {
    constexpr std::uint8_t A4 = 9;
    worksheet_set_paper(sheet, A4);
    if (landscape) worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
    if (!headed) return LXW_NO_ERROR;
    worksheet_freeze_panes(sheet, 1, 0);
    return worksheet_repeat_rows(sheet, 0, 0);
}

lxw_error fill(lxw_worksheet* sheet, const CellLooks& looks, const XlsxSheet& written) {
    // A date with some air: a column without it shows no date at all, or one that lacks a digit.
    constexpr double DATE_WIDTH = 11;
    const auto& header = written.header;
    std::vector<double> widths(header.size());
    lxw_error error = LXW_NO_ERROR;
    const auto keep = [&error](lxw_error one) { error = error == LXW_NO_ERROR ? one : error; };
    for (std::size_t c = 0; c < header.size(); ++c) {
        keep(worksheet_write_string(sheet, 0, static_cast<lxw_col_t>(c), header[c].c_str(), looks.bold));
        widths[c] = shownWidth(header[c]) * 1.1;
    }
    std::vector<XlsxCell> row;
    for (lxw_row_t r = 1; written.next(row); ++r) {
        for (std::size_t c = 0; c < row.size(); ++c) {
            keep(std::visit(CellWriter{sheet, looks.date, r, static_cast<lxw_col_t>(c)}, row[c]));
            if (const auto* text = std::get_if<std::string>(&row[c]); text && c < widths.size())
                widths[c] = std::max(widths[c], shownWidth(*text));
            else if (c < widths.size() && std::holds_alternative<domain::Date>(row[c]))
                widths[c] = std::max(widths[c], DATE_WIDTH);
        }
    }
    for (std::size_t c = 0; c < widths.size(); ++c) {
        const auto at = static_cast<lxw_col_t>(c);
        keep(worksheet_set_column(sheet, at, at, std::clamp(widths[c] + 2, 11.0, 50.0), nullptr));
    }
    keep(setPages(sheet, written.landscape, !header.empty()));
    return error;
}

lxw_error fillAll(lxw_workbook* book, const std::vector<XlsxSheet>& sheets) {
    const CellLooks looks(book);
    std::set<std::string> taken;
    lxw_error error = LXW_NO_ERROR;
    for (const auto& one : sheets) {
        const std::string name = sheetNameBeside(taken, one.name);
        taken.insert(domain::lowerAscii(name));
        lxw_worksheet* sheet = workbook_add_worksheet(book, name.c_str());
        error = std::max(error, sheet ? fill(sheet, looks, one) : LXW_ERROR_MEMORY_MALLOC_FAILED);
    }
    return error;
}

} // namespace

std::string xlsxOf(const std::vector<XlsxSheet>& sheets) {
    const Scratch scratch;
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    lxw_workbook* book = workbook_new_opt(scratch.path.string().c_str(), &options);
    lxw_error error = LXW_ERROR_MEMORY_MALLOC_FAILED;
    if (book) error = fillAll(book, sheets);
    // Closing writes the file and frees the book, even after an error.
    if (book) error = std::max(error, workbook_close(book));
    if (error != LXW_NO_ERROR) throw FormatError(Fault::WorkbookNotWritten, "", 0, 0, lxw_strerror(error));
    return bytesOf(scratch.path, UINT64_MAX);
}

std::string xlsxOf(const std::string& sheetName, const std::vector<std::string>& header, const XlsxRows& next) {
    return xlsxOf(std::vector<XlsxSheet>{XlsxSheet{sheetName, header, next}});
}

std::string xlsxOf(const std::string& sheetName, const std::vector<std::string>& header,
                   const std::vector<std::vector<XlsxCell>>& rows) {
    std::size_t at = 0;
    return xlsxOf(sheetName, header, [&](std::vector<XlsxCell>& row) {
        if (at == rows.size()) return false;
        row = rows[at++];
        return true;
    });
}

} // namespace fledgling::format
