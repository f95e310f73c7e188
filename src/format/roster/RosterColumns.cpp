#include "format/roster/RosterColumns.h"

#include "domain/Text.h"
#include "format/RosterText.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace fledgling::format {

namespace {

using domain::RosterField;

struct Synonyms {
    RosterField field;
    int rank;
    std::string_view words; ///< as wordKey gives them, separated by blanks
};

constexpr Synonyms SYNONYMS[]{
    {RosterField::StaffNumber, 0,
     "工号 员工工号 员工编号 人员编号 职工号 职工编号 员工号 人员工号 工牌号 员工代码 staffnumber staffno "
     "staffid staffcode "
     "employeenumber employeeno employeeid employeecode empno eeid empid empnumber personnelnumber "
     "personnelno "
     "idnumber "
     "mitarbeiternr mitarbeiternummer personalnummer personalnr persnr"},
    {RosterField::StaffNumber, 1, "编号 员工id 人员id 成员id 工卡号 number"},
    {RosterField::StaffNumber, 2,
     "员工userid 帐号 账号 成员帐号 成员账号 企业微信帐号 企业微信账号 用户名 username login id"},
    {RosterField::StaffNumber, 3, "userid otherid"},
    {RosterField::Name, 0,
     "姓名 员工姓名 人员姓名 成员姓名 真实姓名 中文名 中文姓名 name fullname employeename staffname "
     "mitarbeiter "
     "mitarbeitername"},
    {RosterField::Name, 1, "名字 成员名称 displayname lastnamefirstname employeelastnamefirstname employee"},
    {RosterField::FamilyName, 0,
     "姓 姓氏 lastname surname familyname nachname familienname employeelastname"},
    {RosterField::MiddleName, 0, "中间名 middlename employeemiddlename zweitername"},
    {RosterField::GivenName, 0, "名 firstname givenname forename vorname employeefirstname"},
    {RosterField::Phone, 0,
     "手机号 手机 手机号码 移动电话 联系手机 员工手机号 mobile mobilephone mobilenumber mobileno "
     "mobiletelephone cellnumber "
     "cellphone cell handy handynummer mobil mobilnummer mobiltelefon"},
    {RosterField::Phone, 1,
     "电话 联系电话 电话号码 联系方式 phone phonenumber phoneno telephone telephonenumber tel contactnumber "
     "phone2 telefon "
     "telefonnummer"},
    {RosterField::Phone, 2, "phone1 worktelephone workphone officephone 办公电话 座机 固定电话 固话"},
    {RosterField::Phone, 3, "hometelephone homephone"},
    {RosterField::Email, 0,
     "邮箱 电子邮箱 企业邮箱 工作邮箱 公司邮箱 员工邮箱 电子邮件 邮件 邮箱地址 email emailaddress mail "
     "workemail companyemail "
     "emailadresse"},
    {RosterField::Email, 1, "preferedemail preferredemail prefferedemail bestemail"},
    {RosterField::Email, 2, "个人邮箱 personalemail homeemail privateemail otheremail"},
    {RosterField::Department, 0,
     "部门 所在部门 所属部门 部门名称 主部门 员工部门 department dept departmentname subunit abteilung"},
    {RosterField::Department, 1, "组织 所属组织 team division unit orgunit bereich"},
    {RosterField::Title, 0,
     "职位 职务 职位名称 职务名称 员工职位 jobtitle title position designation stelle titel funktion "
     "berufsbezeichnung"},
    {RosterField::Title, 1, "岗位名称 职称 jobposition job"},
    {RosterField::Post, 0, "岗位 培训岗位 客服岗位 上岗岗位 post posts trainingpost"},
    {RosterField::Since, 0,
     "入职日期 入职时间 入职日 入职 到岗日期 到岗时间 到职日期 报到日期 startdate dateofstart hiredate dateofhire "
     "hiringdate dateofjoining "
     "joiningdate joindate joineddate datejoined joinedon joinedat joined hiredon startedon employmentdate employmentstartdate entrydate eintritt "
     "eintrittsdatum "
     "eintrittam startdatum einstellungsdatum"},
    {RosterField::Since, 1, "开始日期 start firstday originalhiredate"},
    {RosterField::Roles, 0, "角色 人员角色 培训角色 role roles rolle rollen"},
    {RosterField::Leaning, 0, "倾向 技能倾向 能力倾向 倾向类型 leaning lean inclination"},
    {RosterField::Capacity, 0,
     "带教人数 可带人数 带教上限 最大带教人数 带教容量 capacity maxtrainees kapazität"},
    {RosterField::Shift, 0, "班次 班组 班别 shift defaultshift schicht"},
};

constexpr std::string_view SENSITIVE[]{"身份证",         "证件号",         "证件类型",
                                       "银行",           "开户",           "工资卡",
                                       "密码",           "口令",           "护照",
                                       "驾照",           "驾驶证",         "健康",
                                       "体检",           "病史",           "血型",
                                       "疾病",           "残疾",           "出生",
                                       "生日",           "社保",           "公积金",
                                       "薪资",           "薪酬",           "工资",
                                       "民族",           "宗教",           "政治面貌",
                                       "婚姻",           "idcard",         "identitycard",
                                       "identityno",     "identitynumber", "nationalid",
                                       "socialsecurity", "bank",           "iban",
                                       "password",       "passwd",         "passport",
                                       "licence",        "license",        "health",
                                       "medical",        "bloodgroup",     "bloodtype",
                                       "disab",          "birth",          "maritalstatus",
                                       "salary",         "religion",       "ethnic",
                                       "taxid",          "taxnumber",      "provident",
                                       "geburt",         "passwort",       "kennwort",
                                       "reisepass",      "ausweis",        "krank",
                                       "gesundheit",     "steuer",         "sozialversicherung",
                                       "führerschein",   "konto",          "gehalt",
                                       "religi"};
constexpr std::string_view SENSITIVE_WHOLE[]{"ssn",       "sin",  "dob", "pan",
                                             "pannumber", "卡号", "pin", "aadhaar"};

using Dictionary = std::unordered_map<std::string, HeadingMeaning>;

const Dictionary& dictionary() {
    static const Dictionary all = [] {
        Dictionary words;
        for (const auto& one : SYNONYMS)
            for (auto& word : domain::split(one.words, ' '))
                words.emplace(std::move(word), HeadingMeaning{one.field, one.rank});
        return words;
    }();
    return all;
}

std::optional<HeadingMeaning> known(std::string_view part) {
    const auto found = dictionary().find(wordKey(part));
    return found == dictionary().end() ? std::nullopt : std::optional(found->second);
}

/// The halves of 姓名/Name, 姓名|Name, 姓名 Name, and a heading over two lines.
std::vector<std::string> halves(std::string_view heading) {
    std::string text = domain::halfWidth(heading);
    std::string marked;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool wide = static_cast<unsigned char>(text[i]) >= 0x80;
        const bool wasWide = i > 0 && static_cast<unsigned char>(text[i - 1]) >= 0x80;
        const bool separator =
            text[i] == '/' || text[i] == '|' || text[i] == '\n' || text[i] == '(' || text[i] == ')';
        if (separator || (text[i] == ' ' && wasWide) || (wide != wasWide && i > 0 && text[i - 1] != ' '))
            marked += '\x1f';
        if (!separator) marked += text[i];
    }
    std::vector<std::string> parts;
    for (auto& part : domain::split(marked, '\x1f'))
        if (!wordKey(part).empty()) parts.push_back(std::move(part));
    return parts;
}

} // namespace

std::optional<HeadingMeaning> meaningOf(std::string_view heading) {
    if (const auto whole = known(heading)) return whole;
    const auto parts = halves(heading);
    if (parts.size() != 2) return std::nullopt;
    const auto first = known(parts[0]), second = known(parts[1]);
    return first && second && first->field == second->field ? first : std::nullopt;
}

bool isSensitive(std::string_view heading) {
    // Brackets count here: 证件(身份证).
    std::string key = domain::lowerAscii(domain::halfWidth(heading));
    for (const std::string_view sign : {" ", "_", "-", ".", "'", "\n"})
        replaceAll(key, sign, "");
    for (const auto word : SENSITIVE)
        if (key.find(word) != std::string::npos) return true;
    const std::string whole = wordKey(heading);
    for (const auto word : SENSITIVE_WHOLE)
        if (whole == word) return true;
    return false;
}

} // namespace fledgling::format
