#include "format/Csv.h"

#include "format/FormatError.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <rapidcheck/gtest.h>

namespace fledgling::format {
namespace {

std::vector<std::vector<std::string>> cellsOf(const Table& table) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& row : table.rows)
        rows.push_back(row.cells);
    return rows;
}

using Rows = std::vector<std::vector<std::string>>;

TEST(Csv, AQuotedCellHoldsSeparatorsQuotesAndLineBreaks) {
    const auto table = csvTable("a,b\r\n\"x, \"\"y\"\"\r\nz\",2\r\nlast,3\r\n", "t.csv");
    EXPECT_EQ(cellsOf(table), (Rows{{"a", "b"}, {"x, \"y\"\r\nz", "2"}, {"last", "3"}}));
    EXPECT_EQ(table.rows[1].line, 2);
    EXPECT_EQ(table.rows[2].line, 4) << "the line a person sees in an editor";
}

TEST(Csv, TheSeparatorIsTheOneThatGivesEvenRows) {
    EXPECT_EQ(cellsOf(csvTable("a;b;c\n1;x, y;3\n", "t.csv")), (Rows{{"a", "b", "c"}, {"1", "x, y", "3"}}));
    EXPECT_EQ(cellsOf(csvTable("a\tb\n1\t2\n", "t.csv")), (Rows{{"a", "b"}, {"1", "2"}}));
    EXPECT_EQ(cellsOf(csvTable("a,b\n\"2;5\",x\n3;4,y\n", "t.csv")),
              (Rows{{"a", "b"}, {"2;5", "x"}, {"3;4", "y"}}));
    EXPECT_EQ(cellsOf(csvTable("only\none\n", "t.csv")), (Rows{{"only"}, {"one"}}));
}

TEST(Csv, AFirstLineSepDecidesAndStillCounts) {
    const auto table = csvTable("sep=;\r\na;b\r\n1,5;2\r\n", "t.csv");
    EXPECT_EQ(cellsOf(table), (Rows{{"a", "b"}, {"1,5", "2"}}));
    EXPECT_EQ(table.rows[0].line, 2);
}

TEST(Csv, EveryKindOfLineEndIsOne) {
    for (const char* text :
         {"a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\r1,2\r", "a,b\n1,2", "\n\na,b\r\n\r\n1,2\n\n"})
        EXPECT_EQ(cellsOf(csvTable(text, "t.csv")), (Rows{{"a", "b"}, {"1", "2"}})) << text;
}

TEST(Csv, RaggedRowsStayRagged) {
    EXPECT_EQ(cellsOf(csvTable("a,b,c\n1\n1,2,3,4\n", "t.csv")),
              (Rows{{"a", "b", "c"}, {"1"}, {"1", "2", "3", "4"}}));
}

TEST(Csv, AQuoteInsideACellIsText) {
    EXPECT_EQ(cellsOf(csvTable("a,5\" tape\n=\"007\",x\n", "t.csv")),
              (Rows{{"a", "5\" tape"}, {"=\"007\"", "x"}}));
    EXPECT_EQ(cellsOf(csvTable("a, \"b, c\"\n1, 2\n", "t.csv")), (Rows{{"a", "b, c"}, {"1", " 2"}}));
}

TEST(Csv, AQuoteNeverClosedIsToldWithTheLineItOpenedOn) {
    try {
        (void)csvTable("a,b\n1,2\n\"open,3\n4,5\n", "list.csv");
        FAIL() << "was read";
    } catch (const FormatError& error) {
        EXPECT_EQ(error.fault(), Fault::QuoteNeverClosed);
        EXPECT_EQ(error.line(), 3);
        EXPECT_EQ(error.file(), "list.csv");
        EXPECT_EQ(std::string(error.what()).rfind("list.csv:3: ", 0), 0U) << error.what();
    }
}

TEST(Csv, ARowOfThousandsOfColumnsIsRefused) {
    EXPECT_THROW((void)csvTable(std::string(MOST_COLUMNS + 1, ','), "t.csv"), FormatError);
}

TEST(Csv, NothingInNothingOut) {
    EXPECT_TRUE(csvTable("", "t.csv").rows.empty());
    EXPECT_TRUE(csvTable("\r\n,,\r\n \n", "t.csv").rows.empty());
}

TEST(CsvWriter, BeginsWithAMarkAndEndsLinesWithCrLf) {
    EXPECT_EQ(csvOf({"姓名", "b"}, {{"x", "a,b"}, {"q\"q", ""}}),
              "\xEF\xBB\xBF姓名,b\r\nx,\"a,b\"\r\n\"q\"\"q\",\r\n");
}

TEST(CsvWriter, ACellThatASpreadsheetWouldRunIsDefused) {
    for (const std::string formula :
         {"=1+1", "+cmd|x", "-1+1", "@SUM(A1)", "\tx", "\rx", "+86-139", "-", "=", "-1e5"}) {
        EXPECT_EQ(defended(formula), "'" + formula);
        EXPECT_EQ(undefended(defended(formula)), formula);
    }
    for (const std::string harmless : {"-5", "+3.25", "007", "a=b", "", "x@y.z", "'quoted'"}) {
        EXPECT_EQ(defended(harmless), harmless);
        EXPECT_EQ(undefended(harmless), harmless);
    }
}

RC_GTEST_PROP(CsvWriter, WhatWasWrittenIsReadBack, ()) {
    const auto cell = rc::gen::container<std::string>(
        rc::gen::element('a', '7', ',', ';', '\t', '"', '\n', '\r', ' ', '=', '-', '@', '+', '.'));
    Rows rows;
    const auto width = *rc::gen::inRange<std::size_t>(2, 5);
    for (int i = *rc::gen::inRange(1, 6); i > 0; --i)
        rows.push_back(*rc::gen::container<std::vector<std::string>>(width, cell));
    for (auto& row : rows)
        row.front() = "x" + row.front(); // rows without text are left out by the reader
    const std::string text = csvOf(rows.front(), {rows.begin() + 1, rows.end()});
    const auto table = csvTable(std::string_view(text).substr(3), "t.csv", ',');
    RC_ASSERT(table.rows.size() == rows.size());
    for (std::size_t r = 0; r < rows.size(); ++r)
        for (std::size_t c = 0; c < width; ++c) {
            const auto& read = table.rows[r].cells.at(c);
            RC_ASSERT(read == defended(rows[r][c]));
        }
}

RC_GTEST_PROP(Csv, AnyTextIsReadOrRefusedWithFormatError, ()) {
    const auto text =
        *rc::gen::container<std::string>(rc::gen::element('a', ',', ';', '\t', '"', '\n', '\r', ' '));
    try {
        for (const auto& row : csvTable(text, "t.csv").rows)
            RC_ASSERT(!row.cells.empty());
    } catch (const FormatError& error) {
        RC_ASSERT(error.fault() == Fault::QuoteNeverClosed);
    }
}

TEST(Table, AnOldExcelFileIsNamedAsSuch) {
    try {
        (void)tablesOf("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....", "old.xls");
        FAIL() << "was read";
    } catch (const FormatError& error) {
        EXPECT_EQ(error.fault(), Fault::OldExcel);
    }
}

TEST(FormatError, EveryFaultHasWordsInItsPlace) {
    for (std::size_t i = 0; i < allFaultWords().size(); ++i) {
        EXPECT_EQ(static_cast<std::size_t>(allFaultWords()[i].fault), i);
        EXPECT_FALSE(allFaultWords()[i].problem.empty());
        EXPECT_FALSE(allFaultWords()[i].instead.empty());
    }
    EXPECT_EQ(allFaultWords().back().fault, Fault::Package);
}

} // namespace
} // namespace fledgling::format
