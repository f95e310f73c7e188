#include "format/Csv.h"
#include "format/RosterText.h"
#include "format/roster/RosterColumns.h"
#include "format/roster/RosterDate.h"
#include "format/roster/RosterFixture.h"
#include "format/roster/RosterWords.h"

#include <gtest/gtest.h>

namespace fledgling::format {
namespace {

using domain::Date;
using domain::RosterField;
using domain::RosterReason;
using test::expectProblem;
using test::rows;

/// The one row of a table with a name and this column.
domain::RosterRow one(const std::string& heading, const std::string& cell) {
    const auto read = rosterRows(rosterSheetOf(csvOf({"姓名", heading}, {{"张三", cell}}), "t.csv"));
    EXPECT_EQ(read.size(), 1U);
    return read.empty() ? domain::RosterRow{} : read.front();
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

} // namespace
} // namespace fledgling::format
