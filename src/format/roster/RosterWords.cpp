#include "format/roster/RosterWords.h"

#include "domain/Text.h"
#include "format/RosterText.h"
#include "format/Words.h"

#include <string>
#include <vector>

namespace fledgling::format {

namespace {

constexpr Words<domain::Post> POSTS[]{
    {domain::Post::Agent,
     "客服 在线客服 客服专员 客服代表 客服人员 普通客服 坐席 agent customerserviceagent customerservice "
     "customerservicerepresentative csr"},
    {domain::Post::Complaint,
     "投诉客服 投诉 投诉专员 投诉处理 投诉处理专员 complaint complaints complainthandler "
     "complaintshandler"},
    {domain::Post::Order, "订单客服 订单 订单专员 订单处理 订单处理专员 order orders orderhandler"},
};
constexpr Words<domain::Role> ROLES[]{
    {domain::Role::Trainee, "新人 新员工 学员 培训生 trainee trainees newhire"},
    {domain::Role::Mentor, "带教人 带教 带教老员工 带教老师 导师 师傅 mentor"},
    {domain::Role::Trainer, "讲师 培训师 培训讲师 trainer lecturer"},
    {domain::Role::Supervisor, "主管 客服主管 supervisor"},
    {domain::Role::Manager, "经理 客服经理 manager"},
};
constexpr Words<domain::Leaning> LEANINGS[]{
    {domain::Leaning::AllRound, "全能 全能型 全能倾向型 综合 综合型 allround allrounder"},
    {domain::Leaning::Technical, "技术 技术型 技术倾向 技术倾向型 technical tech"},
    {domain::Leaning::Theory, "理论 理论型 理论倾向 理论倾向型 theory theoretical"},
};

std::vector<std::string> parts(std::string_view cell) {
    std::string text = domain::halfWidth(cell);
    for (const std::string_view separator : {"、", ",", ";", "/", "|", "+", "\n"})
        replaceAll(text, separator, "\x1f");
    std::vector<std::string> found;
    for (auto& part : domain::split(text, '\x1f'))
        if (!domain::trimmed(part).empty()) found.push_back(std::move(part));
    return found;
}

template <class Enum, std::size_t N>
std::optional<std::set<Enum>> setIn(const Words<Enum> (&table)[N], std::string_view cell) {
    std::set<Enum> values;
    for (const auto& part : parts(cell)) {
        const auto value = valueOf(table, part);
        if (!value) return std::nullopt;
        values.insert(*value);
    }
    return values.empty() ? std::nullopt : std::optional(values);
}

} // namespace

std::optional<std::set<domain::Post>> postsIn(std::string_view cell) { return setIn(POSTS, cell); }
std::optional<std::set<domain::Role>> rolesIn(std::string_view cell) { return setIn(ROLES, cell); }
std::optional<domain::Leaning> leaningIn(std::string_view cell) { return valueOf(LEANINGS, cell); }

} // namespace fledgling::format
