#include "format/roster/Roster.h"

#include "format/Csv.h"
#include "format/FileBytes.h"
#include "format/FormatError.h"
#include "format/RosterText.h"
#include "format/ZipFixture.h"
#include "format/roster/RosterFixture.h"
#include "support/Here.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace fledgling::format {
namespace {

using domain::Date;
using domain::RosterField;
using domain::RosterReason;
using domain::RosterVerdict;
using test::expectProblem;
using test::rows;
using test::sheet;

std::vector<domain::RosterRow> sampleRows(const std::string& name) {
    return rosterRows(readRoster(fledgling::test::data(std::filesystem::path("people") / name)));
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

TEST(RosterFile, OfEnglishHeadingsSaysWhenSomebodyJoinedAndHowHeOrSheLeans) {
    const auto read = rows("Staff number,Name,Joined on,Lean\n1,An,2026-03-02,technical\n");
    ASSERT_EQ(read.size(), 1U);
    EXPECT_EQ(read[0].fields.since, Date(2026, 3, 2));
    EXPECT_EQ(read[0].fields.leaning, domain::Leaning::Technical);
    EXPECT_EQ(rows("Staff number,Name,Leaning\n1,An,theory\n")[0].fields.leaning, domain::Leaning::Theory);
}

TEST(RosterFile, APositionIsAPostWhereItNamesNothingElse) {
    const auto posts = rows("Staff number,Name,Position\n1,An,agent\n2,Bo,complaint handler\n");
    EXPECT_EQ(posts[0].fields.posts, std::set{domain::Post::Agent});
    EXPECT_EQ(posts[1].fields.posts, std::set{domain::Post::Complaint});
    EXPECT_EQ(posts[0].fields.title, std::nullopt);
    const auto titles = rows("Staff number,Name,Position\n1,An,agent\n2,Bo,Team lead\n");
    EXPECT_EQ(titles[1].fields.title, "Team lead");
    EXPECT_EQ(titles[0].fields.postsOfTitle, std::set{domain::Post::Agent});
    const auto both = rows("Staff number,Name,Job title,Position\n1,An,Senior,order handler\n");
    EXPECT_EQ(both[0].fields.title, "Senior");
    EXPECT_EQ(both[0].fields.posts, std::set{domain::Post::Order});
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
