#include "format/roster/Roster.h"

#include "format/Csv.h"
#include "format/FileBytes.h"
#include "format/FormatError.h"
#include "format/RosterText.h"
#include "format/ZipFixture.h"
#include "format/roster/RosterColumns.h"
#include "format/roster/RosterDate.h"
#include "format/roster/RosterWords.h"
#include "support/Here.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace fledgling::format {
namespace {

using domain::Date;
using domain::RosterField;
using domain::RosterReason;
using domain::RosterVerdict;

RosterSheet sheet(const std::string& text) { return rosterSheetOf(text, "t.csv"); }

std::vector<domain::RosterRow> rows(const std::string& text) { return rosterRows(sheet(text)); }

std::vector<domain::RosterRow> sampleRows(const std::string& name) {
    return rosterRows(readRoster(fledgling::test::data(std::filesystem::path("people") / name)));
}

/// The one row of a table with a name and this column.
domain::RosterRow one(const std::string& heading, const std::string& cell) {
    const auto read = rosterRows(rosterSheetOf(csvOf({"姓名", heading}, {{"张三", cell}}), "t.csv"));
    EXPECT_EQ(read.size(), 1U);
    return read.empty() ? domain::RosterRow{} : read.front();
}

void expectProblem(const domain::RosterRow& row, RosterReason reason, const std::string& column,
                   const std::string& cell) {
    ASSERT_EQ(row.problems.size(), 1U);
    EXPECT_EQ(row.problems[0].reason, reason);
    EXPECT_EQ(row.problems[0].column, column);
    ASSERT_FALSE(row.problems[0].arguments.empty());
    EXPECT_EQ(row.problems[0].arguments[0], cell);
}

std::vector<std::string> headings(const RosterSheet& from, ColumnUse use) {
    std::vector<std::string> found;
    for (const auto& column : from.columns)
        if (column.use == use) found.push_back(column.heading);
    return found;
}

TEST(RosterFile, OfDingTalkIsUnderstood) {
    const auto read = sampleRows("dingtalk_export.csv");
    ASSERT_EQ(read.size(), 2U);
    EXPECT_EQ(read[0].fields.staffNumber, "00123") << "the staff number, not the account";
    EXPECT_EQ(read[0].fields.name, "张三");
    EXPECT_EQ(read[0].fields.phone, "13800138000");
    EXPECT_EQ(read[0].fields.email, "zs@example.com");
    EXPECT_EQ(read[0].fields.title, "工程师");
    EXPECT_EQ(read[1].fields.name, "欧阳小明");
    EXPECT_EQ(read[1].fields.email, std::nullopt);
    EXPECT_TRUE(read[1].problems.empty());
    const auto decisions = domain::rosterDecisions(read, {});
    EXPECT_EQ(domain::totalsOf(decisions), (domain::RosterTotals{2, 0, 0, 0}));
}

TEST(RosterFile, OfDingTalksTemplateHasInstructionsAboveAndSensitiveColumns) {
    const auto read = readRoster(fledgling::test::data("people/dingtalk_template.csv"));
    EXPECT_EQ(read.headingLine, 4);
    EXPECT_EQ(headings(read, ColumnUse::Dropped),
              (std::vector<std::string>{"身份证号", "银行卡号", "开户行"}));
    for (const auto& row : read.table.rows)
        for (const auto& cell : row.cells)
            EXPECT_EQ(cell.find("110101"), std::string::npos) << "the number is forgotten";
    const auto people = rosterRows(read);
    ASSERT_EQ(people.size(), 3U) << "the heading repeated in the middle is no person";
    EXPECT_EQ(people[0].fields.name, "赵六");
    EXPECT_EQ(people[0].fields.phone, "13700137000");
    EXPECT_EQ(people[0].fields.since, Date(2026, 3, 2));
    EXPECT_EQ(people[0].fields.posts, std::set{domain::Post::Complaint});
    EXPECT_EQ(people[1].fields.since, Date(2026, 3, 2));
    EXPECT_EQ(people[2].fields.posts, (std::set{domain::Post::Agent, domain::Post::Order}));
    expectProblem(people[2], RosterReason::DateUnreadable, "入职时间", "2026-02-30");
    EXPECT_EQ(people[2].problems[0].line, 8);
}

TEST(RosterFile, OfWeComIsKnownByItsAccount) {
    const auto batch = sampleRows("wecom_batch.csv");
    ASSERT_EQ(batch.size(), 2U);
    EXPECT_EQ(batch[0].fields.staffNumber, "zhangsan");
    EXPECT_EQ(batch[1].fields.name, "李四");
    EXPECT_EQ(batch[1].fields.department, "2;5");
    const auto exported = sampleRows("wecom_export.csv");
    ASSERT_EQ(exported.size(), 2U);
    EXPECT_EQ(exported[0].fields.name, "钱多多");
    EXPECT_EQ(exported[0].fields.department, "客服中心/一组;客服中心");
    EXPECT_EQ(domain::rosterDecisions(exported, {})[1].problems[0].reason, RosterReason::NameMissing);
}

TEST(RosterFile, OfBambooHrHasNamesTurnedRoundAndTellsAmericanDatesByTheirColumn) {
    const auto read = readRoster(fledgling::test::data("people/bamboohr.csv"));
    EXPECT_EQ(headings(read, ColumnUse::Dropped), (std::vector<std::string>{"Birth Date", "SSN"}));
    const auto people = rosterRows(read);
    ASSERT_EQ(people.size(), 2U);
    EXPECT_EQ(people[0].fields.staffNumber, "0042");
    EXPECT_EQ(people[0].fields.name, "Amara Okafor");
    EXPECT_EQ(people[0].fields.since, Date(2026, 11, 23));
    EXPECT_EQ(people[0].fields.phone, "+49 151 2345678");
    EXPECT_EQ(people[1].fields.since, Date(2026, 2, 3)) << "11/23 above proves that the month stands first";
    EXPECT_EQ(people[1].fields.title, "Complaints, senior");
}

TEST(RosterFile, OfOrangeHrmJoinsTheNameAndDropsTheLicence) {
    const auto read = readRoster(fledgling::test::data("people/orangehrm_pim.csv"));
    EXPECT_EQ(headings(read, ColumnUse::Dropped),
              (std::vector<std::string>{"driver's_license_no", "license_expiry_date", "marital_status",
                                        "date_of_birth"}));
    const auto people = rosterRows(read);
    ASSERT_EQ(people.size(), 1U);
    EXPECT_EQ(people[0].fields.name, "Abbey Kyla");
    EXPECT_EQ(people[0].fields.staffNumber, "0002");
    EXPECT_EQ(people[0].fields.email, "abbey@example.com");
    const auto list = sampleRows("orangehrm_list.csv");
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].fields.name, "Abbey B. Kyla");
    EXPECT_EQ(list[0].fields.staffNumber, "0002");
    EXPECT_EQ(list[0].fields.department, "Support");
}

TEST(RosterFile, OfErpNextBeginsBelowItsOwnMark) {
    const auto read = readRoster(fledgling::test::data("people/erpnext.csv"));
    EXPECT_EQ(headings(read, ColumnUse::Dropped),
              (std::vector<std::string>{"Bank A/C No.", "Passport Number", "Blood Group"}));
    const auto people = rosterRows(read);
    ASSERT_EQ(people.size(), 1U);
    EXPECT_EQ(people[0].fields.name, "Ines Duarte");
    EXPECT_EQ(people[0].fields.staffNumber, "0007") << "the employee number, not the record's id";
    EXPECT_EQ(people[0].fields.since, Date(2026, 3, 2));
    EXPECT_EQ(people[0].fields.phone, "600100200");
}

TEST(RosterFile, OfMoodlePrefersTheIdNumberAndDropsThePassword) {
    const auto read = readRoster(fledgling::test::data("people/moodle.csv"));
    EXPECT_EQ(headings(read, ColumnUse::Dropped), (std::vector<std::string>{"password"}));
    const auto people = rosterRows(read);
    ASSERT_EQ(people.size(), 1U);
    EXPECT_EQ(people[0].fields.staffNumber, "00901");
    EXPECT_EQ(people[0].fields.name, "Taro Sato");
    EXPECT_EQ(people[0].fields.phone, "0901234");
}

TEST(RosterFile, OfAGermanExcelIsUnderstood) {
    const auto people = sampleRows("excel_semicolon_bom.csv");
    ASSERT_EQ(people.size(), 1U);
    EXPECT_EQ(people[0].fields.staffNumber, "007");
    EXPECT_EQ(people[0].fields.name, "Müller");
    EXPECT_EQ(people[0].fields.since, Date(2026, 11, 23));
}

TEST(RosterFile, ThatIsMessySaysOfEachRowWhy) {
    const auto people = sampleRows("messy.csv");
    ASSERT_EQ(people.size(), 3U);
    EXPECT_EQ(people[1].fields.name, "李四");
    const auto decisions = domain::rosterDecisions(people, {});
    ASSERT_EQ(decisions[0].problems.size(), 2U);
    EXPECT_EQ(decisions[0].problems[0].reason, RosterReason::PhoneDestroyed);
    EXPECT_EQ(decisions[0].problems[0].arguments, std::vector<std::string>{"1.38E+10"});
    EXPECT_EQ(decisions[0].problems[1].reason, RosterReason::NumberTwice);
    EXPECT_EQ(decisions[1].problems[0].reason, RosterReason::IdentityMissing);
    EXPECT_EQ(decisions[2].problems[0].reason, RosterReason::NumberTwice);
    EXPECT_EQ(domain::totalsOf(decisions), (domain::RosterTotals{0, 0, 0, 3}));
}

TEST(RosterFile, InUtf16OfEitherEndIsRead) {
    for (const char* name : {"utf16le_tab.txt", "utf16be_tab.txt"}) {
        const auto read = readRoster(fledgling::test::data(std::filesystem::path("people") / name));
        EXPECT_EQ(headings(read, ColumnUse::Dropped), std::vector<std::string>{"密码"});
        const auto people = rosterRows(read);
        ASSERT_EQ(people.size(), 2U) << name;
        EXPECT_EQ(people[1].fields.staffNumber, "00302");
        EXPECT_EQ(people[1].fields.name, "吴九");
    }
}

TEST(RosterFile, WithACommaTooManyRefusesTheShiftedRow) {
    const auto people = sampleRows("shifted.csv");
    ASSERT_EQ(people.size(), 2U);
    ASSERT_FALSE(people[0].problems.empty());
    EXPECT_EQ(people[0].problems.back().reason, RosterReason::TooManyCells);
    EXPECT_TRUE(people[1].problems.empty());
    EXPECT_EQ(people[1].fields.department, "客服,一组");
}

TEST(RosterFile, AsAWorkbookSkipsSheetsOfInstructionsAndKeepsZeros) {
    const std::string styles =
        "<numFmts><numFmt numFmtId=\"170\" formatCode=\"00000\"/></numFmts><cellXfs><xf numFmtId=\"0\"/>"
        "<xf numFmtId=\"170\"/><xf numFmtId=\"14\"/></cellXfs>";
    const auto cell = [](const std::string& text) {
        return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    };
    const auto bytes =
        fledgling::test::workbookOf("<row r=\"1\">" + cell("填写说明：姓名必填") + "</row><row r=\"3\">" + cell("工号") +
                             cell("姓名") + cell("手机号") + cell("入职日期") + cell("备注") +
                             "</row><row r=\"4\"><c s=\"1\"><v>123</v></c>" + cell("张三") +
                             "<c><v>13800138000</v></c><c s=\"2\"><v>46349</v></c></row>",
                         "", styles);
    const auto read = rosterSheetOf(bytes, "people.xlsx");
    EXPECT_EQ(read.table.name, "名单");
    EXPECT_EQ(read.headingLine, 3);
    EXPECT_EQ(headings(read, ColumnUse::Ignored), std::vector<std::string>{"备注"});
    const auto people = rosterRows(read);
    ASSERT_EQ(people.size(), 1U);
    EXPECT_EQ(people[0].fields.staffNumber, "00123");
    EXPECT_EQ(people[0].fields.phone, "13800138000");
    EXPECT_EQ(people[0].fields.since, Date(2026, 11, 23));
    EXPECT_EQ(people[0].line, 4);
}

TEST(RosterFile, WithoutHeadingsIsRefused) {
    for (const char* text : {"", "1,2,3\n4,5,6\n", "请在下面填写\n"}) {
        try {
            (void)sheet(text);
            FAIL() << text;
        } catch (const FormatError& error) {
            EXPECT_EQ(error.fault(), Fault::NoHeaderRow);
        }
    }
}

TEST(RosterMapping, AnAssignmentMovesTheField) {
    auto read = sheet("工号,姓名,称呼,电话\n1,张三,小张,123456\n");
    EXPECT_TRUE(assign(read, 2, RosterField::Name));
    EXPECT_EQ(read.columns[1].use, ColumnUse::Ignored);
    EXPECT_EQ(rosterRows(read)[0].fields.name, "小张");
    EXPECT_TRUE(assign(read, 3, std::nullopt));
    EXPECT_EQ(rosterRows(read)[0].fields.phone, std::nullopt);
    EXPECT_FALSE(assign(read, 9, RosterField::Email));
}

TEST(RosterMapping, ADroppedColumnStaysDropped) {
    auto read = sheet("工号,姓名,身份证号\n1,张三,110101199003071234\n");
    EXPECT_FALSE(assign(read, 2, RosterField::StaffNumber));
    EXPECT_EQ(read.columns[2].use, ColumnUse::Dropped);
    EXPECT_EQ(read.columns[2].sample, "");
}

TEST(RosterMapping, AColumnOfJobTitlesUnderTheHeadingPostIsATitle) {
    const auto read = sheet("工号,姓名,岗位\n1,张三,行政专员\n2,李四,会计\n");
    EXPECT_EQ(read.columns[2].field, RosterField::Title);
    EXPECT_EQ(rosterRows(read)[0].fields.title, "行政专员");
    const auto posts = rows("工号,姓名,岗位\n1,张三,投诉客服\n2,李四,会计\n");
    EXPECT_EQ(posts[0].fields.posts, std::set{domain::Post::Complaint});
    expectProblem(posts[1], RosterReason::PostUnknown, "岗位", "会计");
}

TEST(RosterMapping, AJobTitleThatNamesAPostGivesItToWhoIsNewWhereNoColumnDoes) {
    const auto read = rows("工号,姓名,职位\n1,张三,投诉客服\n2,李四,会计\n3,王五,订单客服\n");
    ASSERT_EQ(read.size(), 3U);
    domain::Person known;
    known.id = domain::PersonId("00000000-0000-4000-8000-000000000003");
    known.card = {"王五", "3", "", ""};
    known.roles = {domain::Role::Trainee};
    known.posts = {domain::Post::Agent};
    known.title = "订单客服";
    const auto decided = domain::rosterDecisions(read, {known});
    EXPECT_EQ(decided[0].person.posts, std::set{domain::Post::Complaint});
    EXPECT_EQ(decided[0].person.title, "投诉客服");
    EXPECT_EQ(decided[1].person.posts, std::set{domain::Post::Agent}) << "what is usual where the title names none";
    EXPECT_EQ(decided[2].verdict, RosterVerdict::Same) << "a title changes no post that somebody was given";
    EXPECT_FALSE(rows("工号,姓名,职位,岗位\n1,张三,投诉客服,客服\n")[0].fields.postsOfTitle);
}

TEST(RosterColumns, HeadingsAreKnownInThreeLanguagesAndWithTheirMarks) {
    const std::pair<const char*, RosterField> known[]{{"* 工号 ", RosterField::StaffNumber},
                                                      {"员工工号（必填）", RosterField::StaffNumber},
                                                      {"Employee #", RosterField::StaffNumber},
                                                      {"Employee No.", RosterField::StaffNumber},
                                                      {"Personal-Nr.", RosterField::StaffNumber},
                                                      {"姓名/Name", RosterField::Name},
                                                      {"姓名 Name", RosterField::Name},
                                                      {"姓名\nName", RosterField::Name},
                                                      {"FULL NAME", RosterField::Name},
                                                      {"Vorname", RosterField::GivenName},
                                                      {"ＥＭＡＩＬ", RosterField::Email},
                                                      {"E-Mail", RosterField::Email},
                                                      {"手机号码：", RosterField::Phone},
                                                      {"Date of Joining", RosterField::Since},
                                                      {"Eintrittsdatum", RosterField::Since},
                                                      {"职务", RosterField::Title},
                                                      {"培训岗位", RosterField::Post},
                                                      {"角色", RosterField::Roles},
                                                      {"带教人数", RosterField::Capacity},
                                                      {"班组", RosterField::Shift},
                                                      {"技能倾向", RosterField::Leaning},
                                                      {"所属部门", RosterField::Department}};
    for (const auto& [heading, field] : known) {
        const auto meaning = meaningOf(heading);
        ASSERT_TRUE(meaning) << heading;
        EXPECT_EQ(meaning->field, field) << heading;
    }
    for (const char* unknown :
         {"", "备注", "性别", "紧急联系电话", "Supervisor", "姓名/手机", "Emergency Phone", "直属上级"})
        EXPECT_FALSE(meaningOf(unknown)) << unknown;
}

TEST(RosterColumns, WhatMustNotBeKeptIsRecognised) {
    for (const char* heading : {"身份证号码",   "证件号",
                                "银行账号",     "开户行",
                                "登录密码",     "Password",
                                "健康状况",     "Passport Number",
                                "护照号",       "Driver's License",
                                "驾驶证号",     "出生日期",
                                "生日",         "Date of Birth",
                                "DOB",          "SSN",
                                "Geburtsdatum", "IBAN",
                                "Blood Group",  "National ID",
                                "工资",         "民族",
                                "证件(身份证)"})
        EXPECT_TRUE(isSensitive(heading)) << heading;
    for (const char* heading :
         {"工号", "姓名", "Name", "手机", "部门", "职位", "Business Unit", "Start Date"})
        EXPECT_FALSE(isSensitive(heading)) << heading;
}

TEST(RosterCell, NumbersThatExcelDestroyedAreRefusedWithTheCell) {
    for (const char* cell : {"1.38E+10", "1.38e10", "1,38E+10", "2E+05", "######"})
        expectProblem(one("工号", cell), RosterReason::NumberDestroyed, "工号", cell);
    expectProblem(one("手机", "1.38E+10"), RosterReason::PhoneDestroyed, "手机", "1.38E+10");
    for (const char* cell : {"E1002", "12E5", "00123", "KF-007"})
        EXPECT_EQ(one("工号", cell).fields.staffNumber, cell);
}

TEST(RosterCell, GuardsAroundANumberAreTakenOff) {
    EXPECT_EQ(one("工号", "=\"00123\"").fields.staffNumber, "00123");
    EXPECT_EQ(one("工号", "'00123").fields.staffNumber, "00123");
    EXPECT_EQ(one("工号", "００１２３").fields.staffNumber, "00123");
    EXPECT_EQ(one("手机", "\t13800138000").fields.phone, "13800138000");
    EXPECT_EQ(one("手机", "13800138000.0").fields.phone, "13800138000");
    EXPECT_EQ(one("手机", "13800138000 / 010-1234567").fields.phone, "13800138000");
    EXPECT_EQ(one("电话", "0151/234567").fields.phone, "0151/234567");
    EXPECT_EQ(one("手机", "+86 138-0013-8000").fields.phone, "+86 138-0013-8000");
}

TEST(RosterCell, ThatSaysNothingIsEmpty) {
    for (const char* cell : {"", " ", "无", "-", "N/A", "/", "　"}) {
        EXPECT_EQ(one("邮箱", cell).fields.email, std::nullopt) << cell;
        EXPECT_TRUE(one("邮箱", cell).problems.empty()) << cell;
    }
}

TEST(RosterCell, ThatCannotBeReadIsRefusedWithItsColumn) {
    expectProblem(one("邮箱", "zhang example.com"), RosterReason::EmailUnreadable, "邮箱",
                  "zhang example.com");
    expectProblem(one("手机", "ask him"), RosterReason::PhoneUnreadable, "手机", "ask him");
    expectProblem(one("手机", "13800138000 ask him"), RosterReason::PhoneUnreadable, "手机", "13800138000 ask him");
    expectProblem(one("工号", "KF 007"), RosterReason::NumberUnreadable, "工号", "KF 007");
    expectProblem(one("入职日期", "soon"), RosterReason::DateUnreadable, "入职日期", "soon");
    expectProblem(one("入职日期", "03/04/2026"), RosterReason::DateAmbiguous, "入职日期", "03/04/2026");
    expectProblem(one("角色", "新人、老板"), RosterReason::RoleUnknown, "角色", "新人、老板");
    expectProblem(one("倾向", "左"), RosterReason::LeaningUnknown, "倾向", "左");
    expectProblem(one("带教人数", "21"), RosterReason::CapacityUnreadable, "带教人数", "21");
    expectProblem(one("带教人数", "two"), RosterReason::CapacityUnreadable, "带教人数", "two");
    std::string tooLong;
    for (int i = 0; i < 201; ++i)
        tooLong += "字";
    EXPECT_EQ(one("部门", tooLong).problems.at(0).reason, RosterReason::TextTooLong);
    EXPECT_LT(one("部门", tooLong).problems.at(0).arguments.at(0).size(), 100U);
}

TEST(RosterCell, TheDepartmentsOwnWordsAreKnown) {
    EXPECT_EQ(postsIn("投诉客服、订单客服"), (std::set{domain::Post::Complaint, domain::Post::Order}));
    EXPECT_EQ(postsIn("Order handler"), std::set{domain::Post::Order});
    EXPECT_EQ(rolesIn("带教人/讲师"), (std::set{domain::Role::Mentor, domain::Role::Trainer}));
    EXPECT_EQ(leaningIn("技术倾向型"), domain::Leaning::Technical);
    EXPECT_EQ(leaningIn("全能型"), domain::Leaning::AllRound);
    EXPECT_FALSE(postsIn("、"));
    EXPECT_EQ(one("带教人数", "3人").fields.capacity, 3);
}

TEST(RosterName, IsJoinedInTheOrderOfItsScript) {
    EXPECT_EQ(joinedName("张", "", "三"), "张三");
    EXPECT_EQ(joinedName("欧阳", "", "小明"), "欧阳小明");
    EXPECT_EQ(joinedName("Kyla", "B.", "Abbey"), "Abbey B. Kyla");
    EXPECT_EQ(joinedName("", "", "Madonna"), "Madonna");
    EXPECT_EQ(joinedName("Lee", "", "小龙"), "小龙 Lee");
    EXPECT_EQ(tidyName("李　 四"), "李四");
    EXPECT_EQ(tidyName("Anna  Maria\tLi"), "Anna Maria Li");
    EXPECT_EQ(tidyName("买买提·阿不都"), "买买提·阿不都");
    const auto people = rows("姓,名,工号\n张,三,1\n诸葛,亮,2\n");
    EXPECT_EQ(people[0].fields.name, "张三");
    EXPECT_EQ(people[1].fields.name, "诸葛亮");
    EXPECT_EQ(rows("Name;Vorname;Nr.\nMüller;Jens;1\n")[0].fields.name, "Jens Müller");
}

TEST(RosterDate, EveryFormOfOneDayIsThatDay) {
    for (const char* text : {"2026-11-23",         "2026/11/23",          "2026.11.23",
                             "20261123",           "2026年11月23日",      "2026年11月23号",
                             "23.11.2026",         "11/23/2026",          "23/11/2026",
                             "23-11-2026",         "23-Nov-2026",         "Nov 23, 2026",
                             "November 23, 2026",  "23 Nov 2026",         "46349",
                             "2026-11-23 08:30",   "2026-11-23T00:00:00", "２０２６－１１－２３",
                             "2026/11/23 0:00:00", "2026/11/23 星期一",   "2026-11-23（周一）",
                             " 2026-11-23 "})
        EXPECT_EQ(dateIn(text).date, Date(2026, 11, 23)) << text;
    EXPECT_EQ(dateIn("2026/3/2").date, Date(2026, 3, 2));
    EXPECT_EQ(dateIn("1.3.2026").date, Date(2026, 3, 1)) << "with dots the day stands first";
    EXPECT_EQ(dateIn("05/05/2026").date, Date(2026, 5, 5));
}

TEST(RosterDate, WhatIsNoDayIsNone) {
    for (const char* text : {"", "soon", "2026-02-30", "26-11-23", "11/23/26", "2026", "2026-11",
                             "0000-00-00", "1899-12-31", "99999", "12345", "13/13/2026", "2026-11-23-01",
                             "23 Foo 2026", "99999999999999999999", "::", "T:"}) {
        EXPECT_FALSE(dateIn(text).date) << text;
        EXPECT_FALSE(dateIn(text).ambiguous) << text;
    }
    EXPECT_TRUE(dateIn("03/04/2026").ambiguous);
}

TEST(RosterDate, AColumnProvesItsOrderUnlessItContradictsItself) {
    EXPECT_EQ(dayOrderOf({"03/04/2026", "11/23/2026"}), DayOrder::MonthFirst);
    EXPECT_EQ(dayOrderOf({"03/04/2026", "23/11/2026", ""}), DayOrder::DayFirst);
    EXPECT_EQ(dayOrderOf({"03/04/2026"}), DayOrder::Unknown);
    EXPECT_EQ(dayOrderOf({"23/11/2026", "11/23/2026"}), DayOrder::Unknown);
    EXPECT_EQ(dateIn("03/04/2026", DayOrder::MonthFirst).date, Date(2026, 3, 4));
    EXPECT_EQ(dateIn("03/04/2026", DayOrder::DayFirst).date, Date(2026, 4, 3));
}

TEST(RosterImport, OfTheSameFileTwiceAddsNothing) {
    for (const char* name : {"dingtalk_export.csv", "dingtalk_template.csv", "wecom_batch.csv",
                             "wecom_export.csv", "bamboohr.csv", "orangehrm_pim.csv", "erpnext.csv",
                             "moodle.csv", "excel_semicolon_bom.csv", "messy.csv"}) {
        const auto people = sampleRows(name);
        const auto first = domain::rosterDecisions(people, {});
        std::vector<domain::Person> stored;
        for (const auto& decision : first) {
            if (decision.verdict != RosterVerdict::New) continue;
            stored.push_back(domain::checked(decision.person));
            char id[40];
            std::snprintf(id, sizeof id, "00000000-0000-4000-8000-%012zu", stored.size());
            stored.back().id = domain::PersonId(id);
        }
        const auto totals = domain::totalsOf(domain::rosterDecisions(people, stored));
        EXPECT_EQ(totals.added, 0) << name;
        EXPECT_EQ(totals.differing, 0) << name;
        EXPECT_EQ(totals.same, static_cast<int>(stored.size())) << name;
    }
}

TEST(RosterSamples, OfTheSharedFolderAreAllRead) {
    const auto folder = fledgling::test::source() / "../shared/samples/people";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no shared samples here";
    int read = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const auto people = rosterRows(readRoster(entry.path()));
        EXPECT_FALSE(people.empty()) << entry.path();
        ++read;
    }
    EXPECT_GE(read, 5);
}

} // namespace
} // namespace fledgling::format
