#include "format/Xlsx.h"

#include "format/FileBytes.h"
#include "format/FormatError.h"
#include "format/XlsxArchive.h"
#include "format/XlsxNumber.h"
#include "format/ZipFixture.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <utility>

#include <rapidcheck/gtest.h>

namespace fledgling::format {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rowsOf(const std::string& bytes) {
    Rows rows;
    for (const auto& table : xlsxTables(bytes, "t.xlsx"))
        for (const auto& row : table.rows)
            rows.push_back(row.cells);
    return rows;
}

Fault faultOf(const std::string& bytes) {
    try {
        (void)xlsxTables(bytes, "t.xlsx");
    } catch (const FormatError& error) {
        return error.fault();
    }
    ADD_FAILURE() << "was read";
    return Fault::Package;
}

TEST(Xlsx, WhatWasWrittenIsReadBackWithEveryKindOfCell) {
    const auto bytes = xlsxOf("名单 [2026]", {"工号", "姓名", "分", "率", "在职", "入职"},
              {{std::string("00123"), std::string("张三 \"=1+1\""), std::int64_t{13800138000}, 0.25, true,
                domain::Date(2026, 11, 23)},
               {std::string("=1+1"), std::monostate{}, std::int64_t{-5}, 1e-3, false,
                domain::Date(1900, 1, 31).plusDays(60)}});
    const auto tables = tablesOf(bytes, "people.xlsx");
    ASSERT_EQ(tables.size(), 1U);
    EXPECT_EQ(tables[0].name, "名单 2026");
    ASSERT_EQ(tables[0].rows.size(), 3U);
    EXPECT_EQ(tables[0].rows[1].cells, (std::vector<std::string>{"00123", "张三 \"=1+1\"", "13800138000",
                                                                 "0.25", "TRUE", "2026-11-23"}));
    EXPECT_EQ(tables[0].rows[2].cells,
              (std::vector<std::string>{"=1+1", "", "-5", "0.001", "FALSE", "1900-04-01"}));
    EXPECT_EQ(tables[0].rows[2].line, 3);
}

TEST(Xlsx, RowsThatComeOneAfterTheOtherAreReadBackInTheirOrder) {
    constexpr std::int64_t ROWS = 3000;
    std::int64_t given = 0;
    const auto bytes = xlsxOf("多", {"号", "话"}, [&](std::vector<XlsxCell>& row) {
        if (given == ROWS) return false;
        row = {++given, std::string(given % 2 == 0 ? " 两边 " : "<单> & \"x\"")};
        return true;
    });
    const auto tables = xlsxTables(bytes, "x.xlsx");
    ASSERT_EQ(tables.size(), 1U);
    ASSERT_EQ(tables[0].rows.size(), static_cast<std::size_t>(ROWS) + 1);
    EXPECT_EQ(tables[0].rows[1].cells, (std::vector<std::string>{"1", "<单> & \"x\""}));
    EXPECT_EQ(tables[0].rows[3000].cells, (std::vector<std::string>{"3000", " 两边 "}));
}

TEST(Xlsx, SharedAndInlineAndRichStringsAreText) {
    const std::string strings =
        "<si><t>姓名</t></si><si><r><t>张</t></r><r><rPr/><t xml:space=\"preserve\"> 三</t></r>"
        "<rPh><t>zhang</t></rPh></si><si><t>a_x000D_b_x0041_c_xyz</t></si>";
    EXPECT_EQ(rowsOf(test::workbookOf(
                  "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
                  "<c r=\"C1\" t=\"s\"><v>2</v></c><c r=\"D1\" t=\"inlineStr\"><is><t>内</t></is></c>"
                  "<c r=\"E1\" t=\"s\"><v>99</v></c></row>",
                  strings)),
              (Rows{{"姓名", "张 三", "a\rbAc_xyz", "内"}}));
}

TEST(Xlsx, NumbersKeepTheirDigits) {
    EXPECT_EQ(rowsOf(test::workbookOf(
                  "<row><c><v>13800138000</v></c><c><v>1.3800138E10</v></c><c><v>12345678901234567890</v>"
                  "</c><c><v>0.10000000000000001</v></c><c><v>3.0</v></c><c t=\"e\"><v>#N/A</v></c></row>")),
              (Rows{{"13800138000", "13800138000", "12345678901234567890", "0.1", "3", "#N/A"}}));
}

TEST(Xlsx, AFormatOfZerosAndDateFormatsAreApplied) {
    const std::string styles =
        "<numFmts><numFmt numFmtId=\"170\" formatCode=\"00000\"/><numFmt numFmtId=\"171\" "
        "formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@\"/><numFmt numFmtId=\"172\" "
        "formatCode=\"#,##0.00 &quot;day&quot;\"/></numFmts><cellXfs><xf numFmtId=\"0\"/>"
        "<xf numFmtId=\"170\"/><xf numFmtId=\"171\"/><xf numFmtId=\"14\"/><xf numFmtId=\"22\"/>"
        "<xf numFmtId=\"172\"/></cellXfs>";
    const std::string row =
        "<row><c s=\"1\"><v>123</v></c><c s=\"2\"><v>46349</v></c><c s=\"3\"><v>46349</v></c><c s=\"4\">"
        "<v>46349.520833333336</v></c><c s=\"5\"><v>46349</v></c><c s=\"99\"><v>7</v></c></row>";
    EXPECT_EQ(rowsOf(test::workbookOf(row, "", styles)),
              (Rows{{"00123", "2026-11-23", "2026-11-23", "2026-11-23 12:30", "46349", "7"}}));
}

TEST(Xlsx, TheOlderDateSystemOfMacsCountsFrom1904) {
    const std::string styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>";
    EXPECT_EQ(rowsOf(test::workbookOf("<row><c s=\"0\"><v>44887</v></c></row>", "", styles,
                                      "<workbookPr date1904=\"1\"/>")),
              (Rows{{"2026-11-23"}}));
}

TEST(Xlsx, RowsAndCellsKeepTheirPlaces) {
    const auto tables =
        xlsxTables(test::workbookOf("<row r=\"3\"><c r=\"C3\"><v>1</v></c></row><row/><row r=\"7\"><c "
                                    "r=\"A7\"><v>2</v></c><c><v>3</v></c></row>"),
                   "t.xlsx");
    ASSERT_EQ(tables.size(), 1U);
    ASSERT_EQ(tables[0].rows.size(), 2U);
    EXPECT_EQ(tables[0].rows[0], (TableRow{3, {"", "", "1"}}));
    EXPECT_EQ(tables[0].rows[1], (TableRow{7, {"2", "3"}}));
}

TEST(XlsxNumber, FormatCodesAreToldApart) {
    EXPECT_TRUE(shapeOf("yyyy-mm-dd").date);
    EXPECT_TRUE(shapeOf("m/d/yy h:mm").time);
    EXPECT_FALSE(shapeOf("h:mm:ss AM/PM").date);
    EXPECT_TRUE(shapeOf("[h]:mm").time);
    EXPECT_TRUE(shapeOf("[$-804]mmmm").date);
    for (const char* none :
         {"General", "0.00", "#,##0", "[Red]0", "\"day\" 0", "\\d0", "_d0", "@", "0.00E+00", ""}) {
        EXPECT_FALSE(shapeOf(none).date) << none;
        EXPECT_FALSE(shapeOf(none).time) << none;
    }
    EXPECT_EQ(shapeOf("000000").zeros, 6U);
    EXPECT_EQ(shapeOf("0.00").zeros, 0U);
}

TEST(XlsxNumber, TheDayThatNeverWasStaysANumber) {
    EXPECT_EQ(numberText("60", {true, false, 0}, false), "60");
    EXPECT_EQ(numberText("59", {true, false, 0}, false), "1900-02-28");
    EXPECT_EQ(numberText("61", {true, false, 0}, false), "1900-03-01");
    EXPECT_EQ(numberText("0.5", {false, true, 0}, false), "12:00");
    EXPECT_EQ(numberText("-3", {true, false, 0}, false), "-3");
    EXPECT_EQ(numberText("1e300", {true, false, 0}, false).empty(), false);
    EXPECT_EQ(numberText("nonsense", {true, false, 0}, false), "nonsense");
}

TEST(XlsxHostile, WhatIsNoWorkbookIsSaid) {
    EXPECT_EQ(faultOf(test::zipOf({{"hello.txt", "hello"}})), Fault::NotAWorkbook);
    EXPECT_EQ(faultOf("PK\x03\x04" + std::string(200, 'x')), Fault::WorkbookDamaged);
    const auto whole = test::workbookOf("<row><c><v>1</v></c></row>");
    EXPECT_EQ(faultOf(whole.substr(0, 60)), Fault::WorkbookDamaged);
}

TEST(XlsxHostile, BrokenXmlIsSaidWithThePart) {
    try {
        (void)xlsxTables(test::workbookOf("<row><c></row>"), "t.xlsx");
        FAIL() << "was read";
    } catch (const FormatError& error) {
        EXPECT_EQ(error.fault(), Fault::WorkbookDamaged);
        EXPECT_EQ(error.subject(), "xl/worksheets/people.xml");
    }
}

TEST(XlsxHostile, FarAwayCellsAndEndlessRowsAreRefused) {
    EXPECT_EQ(faultOf(test::workbookOf("<row><c r=\"XFD1\"><v>1</v></c></row>")), Fault::TooManyColumns);
    EXPECT_EQ(faultOf(test::workbookOf("<row r=\"4294967295\"><c><v>1</v></c></row>")), Fault::TooManyRows);
}

TEST(XlsxHostile, OneLongStringNamedByManyCellsDoesNotFillTheMemory) {
    std::string cells;
    for (int i = 0; i < 400; ++i)
        cells += "<row><c t=\"s\"><v>0</v></c></row>";
    EXPECT_EQ(faultOf(test::workbookOf(cells, "<si><t>" + std::string(1'000'000, 'x') + "</t></si>")),
              Fault::WorkbookTooLarge);
}

TEST(Xlsx, ASheetPrintsAsWideAsThePaperUnderItsHeadings) {
    const auto sheetOf = [](bool landscape) {
        bool first = true;
        const auto bytes = xlsxOf({{"出勤", {"日", "姓名"}, [&](std::vector<XlsxCell>& row) {
                                        if (!std::exchange(first, false)) return false;
                                        row = {domain::Date(2026, 11, 30), std::string("吴敏")};
                                        return true;
                                    },
                                    landscape}});
        XlsxArchive archive(bytes, "t.xlsx");
        return archive.part("xl/worksheets/sheet1.xml").value() + archive.part("xl/workbook.xml").value();
    };
    const auto sheet = sheetOf(true);
    for (const auto* said : {"orientation=\"landscape\"", "paperSize=\"9\"", "fitToHeight=\"0\"", "<pageSetUpPr fitToPage=\"1\"/>", "_xlnm.Print_Titles"})
        EXPECT_NE(sheet.find(said), std::string::npos) << said << " in " << sheet;
    EXPECT_EQ(sheetOf(false).find("landscape"), std::string::npos);
    const auto at = sheet.find("width=\"");
    ASSERT_NE(at, std::string::npos);
    EXPECT_GE(std::stod(sheet.substr(at + 7)), 13) << "a date has room";
}

/// The first sheet of these rows under one heading, its looks and the workbook, as they stand in the file.
std::string partsOf(const std::string& name, const std::vector<XlsxCell>& cells) {
    const auto bytes = xlsxOf(name, {"率"}, {cells});
    XlsxArchive archive(bytes, "t.xlsx");
    return archive.part("xl/worksheets/sheet1.xml").value() + archive.part("xl/styles.xml").value() + archive.part("xl/workbook.xml").value();
}

TEST(Xlsx, AShareIsAFractionThatShowsAsPercent) {
    const auto parts = partsOf("率", {XlsxPercent{83}});
    EXPECT_NE(parts.find("<v>0.83</v>"), std::string::npos) << parts;
    EXPECT_NE(parts.find("formatCode=\"0 %\""), std::string::npos) << parts;
    const std::vector<XlsxCell> whole{XlsxPercent{100}};
    EXPECT_EQ(rowsOf(xlsxOf("率", {"率"}, {whole})), (Rows{{"率"}, {"1"}}));
}

TEST(Xlsx, ATimeOfDayIsOneToReckonWith) {
    const auto parts = partsOf("时", {domain::TimeOfDay(18, 0)});
    EXPECT_NE(parts.find("<v>0.75</v>"), std::string::npos) << parts;
    EXPECT_NE(parts.find("formatCode=\"hh:mm\""), std::string::npos) << parts;
    std::vector<std::vector<XlsxCell>> written;
    Rows read{{"时"}};
    for (int minutes = 0; minutes < 1440; ++minutes) {
        const auto time = domain::TimeOfDay::ofMinutes(minutes);
        written.push_back({time});
        read.push_back({time.text()});
    }
    EXPECT_EQ(rowsOf(xlsxOf("时", {"时"}, written)), read) << "every minute comes back as it was written";
}

TEST(Xlsx, ANumberWithAPointShowsTwoDigitsAndKeepsAll) {
    const std::vector<XlsxCell> cells{-4.06817693};
    EXPECT_EQ(rowsOf(xlsxOf("数", {"数"}, {cells})), (Rows{{"数"}, {"-4.06817693"}}));
    EXPECT_NE(partsOf("数", cells).find("formatCode=\"0.00\""), std::string::npos);
}

TEST(Xlsx, OnlyATextThatHasNoRoomIsWrapped) {
    const auto wraps = [](const std::string& text) {
        const auto parts = partsOf("话", {text});
        const auto cell = parts.find("<c r=\"A2\" s=\"");
        if (cell == std::string::npos) return false;
        const auto at = cell + std::string_view("<c r=\"A2\" s=\"").size();
        const int style = std::stoi(parts.substr(at));
        auto look = parts.find("<cellXfs");
        for (int i = 0; i <= style; ++i)
            look = parts.find("<xf ", look + 1);
        const auto end = parts.find("<xf ", look + 1);
        return parts.substr(look, end - look).find("wrapText=\"1\"") != std::string::npos;
    };
    EXPECT_FALSE(wraps("跟岗一"));
    EXPECT_TRUE(wraps(std::string(60, 'x')));
    EXPECT_TRUE(wraps("30 元\n50 元"));
}

TEST(Xlsx, AWrappedTextMakesItsRowAsHighAsItsLines) {
    const auto heightOf = [](const std::string& text) {
        const auto parts = partsOf("话", {text});
        const auto row = parts.find("<row r=\"2\"");
        const auto said = parts.substr(row, parts.find('>', row) - row);
        const auto at = said.find(" ht=\"");
        return at == std::string::npos ? 0.0 : std::stod(said.substr(at + 5));
    };
    EXPECT_EQ(heightOf("跟岗一"), 0);
    EXPECT_EQ(heightOf("30 元\n50 元\n20 元"), 45);
    EXPECT_EQ(heightOf(std::string(90, 'x')), 30);
    EXPECT_EQ(heightOf(std::string(30'000, 'x')), 409) << "higher no program takes it";
}

TEST(Xlsx, ASheetsNameIsCutBetweenWordsAndKeepsItsApostrophe) {
    const std::vector<XlsxCell> cells{std::string("b")};
    const auto nameOf = [&](const std::string& wanted) { return xlsxTables(xlsxOf(wanted, {"a"}, {cells}), "t.xlsx").at(0).name; };
    EXPECT_EQ(nameOf("One person's points"), "One person's points");
    EXPECT_EQ(nameOf("'Mentors' load'"), "Mentors' load");
    EXPECT_EQ(nameOf("Readiness for the go-live meeting"), "Readiness for the go-live");
    EXPECT_EQ(nameOf("Exactly thirty-one letters long here"), "Exactly thirty-one letters long");
    EXPECT_EQ(nameOf(std::string(40, 'n')), std::string(31, 'n'));
}

TEST(XlsxHostile, AnEntityIsNotExpanded) {
    const auto bytes = test::zipOf(
        {{"xl/workbook.xml", "<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><workbook "
                             "xmlns:r=\"r\"><sheets><sheet name=\"&a;\"/></sheets></workbook>"},
         {"xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c t=\"str\"><v>&a;</v></c></row>"
                                      "</sheetData></worksheet>"}});
    EXPECT_EQ(rowsOf(bytes), (Rows{{"&a;"}}));
}

RC_GTEST_PROP(XlsxHostile, AnyDamageIsReadOrRefusedWithFormatError, ()) {
    auto bytes = test::workbookOf("<row><c t=\"s\"><v>0</v></c><c><v>46349</v></c></row>",
                                  "<si><t>姓名</t></si>", "<cellXfs><xf numFmtId=\"14\"/></cellXfs>");
    for (int i = *rc::gen::inRange(1, 20); i > 0; --i)
        bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = *rc::gen::arbitrary<char>();
    bytes.resize(*rc::gen::inRange<std::size_t>(bytes.size() / 2, bytes.size() + 1));
    try {
        for (const auto& table : xlsxTables(bytes, "t.xlsx"))
            for (const auto& row : table.rows)
                RC_ASSERT(row.line >= 1);
    } catch (const FormatError& error) {
        RC_ASSERT(error.fault() != Fault::Package);
    }
}

} // namespace
} // namespace fledgling::format
