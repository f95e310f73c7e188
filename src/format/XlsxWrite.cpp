#include "domain/Text.h"
#include "format/FileBytes.h"
#include "format/FormatError.h"
#include "format/Xlsx.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <random>
#include <set>
#include <system_error>

namespace fledgling::format {

namespace {

constexpr std::size_t LONGEST_SHEET_NAME = 31;
constexpr double NARROWEST = 11, WIDEST = 50; ///< columns, in characters; a longer text is wrapped

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

/// The same between words, unless half of the name went with the last one.
std::string cutBetweenWords(const std::string& name, std::size_t most) {
    std::string cut = cutTo(name, most);
    const auto blank = cut.rfind(' ');
    const bool inWord = cut.size() < name.size() && name[cut.size()] != ' ';
    return inWord && blank != std::string::npos && blank > cut.size() / 2 ? cut.substr(0, blank) : cut;
}

std::string sheetNameOf(const std::string& wanted) {
    std::string name;
    for (const char c : wanted)
        if (std::string_view("[]:*?/\\").find(c) == std::string_view::npos &&
            static_cast<unsigned char>(c) >= 0x20)
            name += c;
    name = cutBetweenWords(name, LONGEST_SHEET_NAME);
    // Within a name an apostrophe may stand, at its ends Excel refuses it.
    while (name.starts_with('\''))
        name.erase(0, 1);
    while (name.ends_with('\''))
        name.pop_back();
    return domain::trimmed(name).empty() ? "Sheet1" : name;
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

bool isWrapped(const std::string& text) {
    return shownWidth(text) > WIDEST - 2 || text.find('\n') != std::string::npos;
}

/// How high a row of these cells stands, in points; nothing where one line is enough. Not every program finds it out itself.
std::optional<double> rowHeightOf(const std::vector<XlsxCell>& row) {
    constexpr double LINE = 15, HIGHEST = 409;
    int most = 1;
    for (const auto& cell : row) {
        const auto* text = std::get_if<std::string>(&cell);
        if (!text || !isWrapped(*text)) continue;
        int lines = 0;
        for (const auto& line : domain::split(*text, '\n'))
            // Lines are broken between words: a little of each is left empty.
            lines += std::max(1, static_cast<int>(std::ceil(shownWidth(line) / (WIDEST - 5))));
        most = std::max(most, lines);
    }
    return most > 1 ? std::optional<double>(std::min(HIGHEST, most * LINE)) : std::nullopt;
}

/// What cells may look like, the same on every sheet. All stand at their row's top, beside the first line of a wrapped text.
struct CellLooks {
    explicit CellLooks(lxw_workbook* book)
        : bold(workbook_add_format(book)), plain(atTop(book)), wrapped(atTop(book)), date(atTop(book)), time(atTop(book)),
          decimal(atTop(book)), percent(atTop(book)) {
        format_set_bold(bold);
        format_set_text_wrap(wrapped);
        format_set_num_format(date, "yyyy-mm-dd");
        format_set_align(date, LXW_ALIGN_LEFT); // or it touches the text that stands right of it
        format_set_num_format(time, "hh:mm");
        format_set_align(time, LXW_ALIGN_LEFT); // as the date it mostly stands beside
        format_set_num_format(decimal, "0.00");
        format_set_num_format(percent, "0 %");
    }
    static lxw_format* atTop(lxw_workbook* book) {
        auto* look = workbook_add_format(book);
        format_set_align(look, LXW_ALIGN_VERTICAL_TOP);
        return look;
    }
    lxw_format* bold;
    lxw_format* plain;
    lxw_format* wrapped;
    lxw_format* date;
    lxw_format* time;
    lxw_format* decimal;
    lxw_format* percent;
};

struct CellWriter {
    lxw_worksheet* sheet;
    const CellLooks& looks;
    lxw_row_t row;
    lxw_col_t column;

    lxw_error operator()(std::monostate) const { return LXW_NO_ERROR; }
    lxw_error operator()(const std::string& text) const {
        return worksheet_write_string(sheet, row, column, text.c_str(), isWrapped(text) ? looks.wrapped : looks.plain);
    }
    lxw_error operator()(std::int64_t number) const {
        return worksheet_write_number(sheet, row, column, static_cast<double>(number), looks.plain);
    }
    lxw_error operator()(double number) const {
        return worksheet_write_number(sheet, row, column, number, looks.decimal);
    }
    lxw_error operator()(bool yes) const { return worksheet_write_boolean(sheet, row, column, yes, looks.plain); }
    lxw_error operator()(domain::Date date) const {
        const auto serial = static_cast<double>(domain::Date(1899, 12, 30).daysTo(date));
        return worksheet_write_number(sheet, row, column, serial, looks.date);
    }
    lxw_error operator()(domain::TimeOfDay time) const {
        constexpr double MINUTES_OF_A_DAY = 1440;
        return worksheet_write_number(sheet, row, column, static_cast<double>(time.sinceMidnight()) / MINUTES_OF_A_DAY, looks.time);
    }
    lxw_error operator()(XlsxPercent percent) const {
        return worksheet_write_number(sheet, row, column, percent.value / 100.0, looks.percent);
    }
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
        if (const auto height = rowHeightOf(row)) keep(worksheet_set_row(sheet, r, *height, nullptr));
        for (std::size_t c = 0; c < row.size(); ++c) {
            keep(std::visit(CellWriter{sheet, looks, r, static_cast<lxw_col_t>(c)}, row[c]));
            if (const auto* text = std::get_if<std::string>(&row[c]); text && c < widths.size())
                widths[c] = std::max(widths[c], shownWidth(*text));
            else if (c < widths.size() && std::holds_alternative<domain::Date>(row[c]))
                widths[c] = std::max(widths[c], DATE_WIDTH);
        }
    }
    for (std::size_t c = 0; c < widths.size(); ++c) {
        const auto at = static_cast<lxw_col_t>(c);
        keep(worksheet_set_column(sheet, at, at, std::clamp(widths[c] + 2, NARROWEST, WIDEST), nullptr));
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
