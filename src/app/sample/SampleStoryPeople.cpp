// Who works in the sample department: a manager's staff, and the trainees of four cohorts.
#include "app/people/People.h"
#include "app/sample/SampleStory.h"

#include <set>

namespace fledgling::app {

using namespace domain;

namespace {

struct Hire {
    const char* number;
    const char* name;
    Post post;
    Leaning leaning;
};

// Cohort by cohort: 01001.. at the review, 01007.. being mentored, 01015.. in their second day, 01024.. still to come.
const Hire HIRES[] = {
    {"01001", "陈静怡", Post::Agent, Leaning::AllRound},     {"01002", "刘子豪", Post::Agent, Leaning::Technical},
    {"01003", "杨雨晨", Post::Complaint, Leaning::Theory},   {"01004", "黄一诺", Post::Agent, Leaning::Theory},
    {"01005", "赵文博", Post::Order, Leaning::Technical},    {"01006", "吴佳琪", Post::Agent, Leaning::AllRound},
    {"01007", "周梓萱", Post::Agent, Leaning::AllRound},     {"01008", "徐浩然", Post::Agent, Leaning::Technical},
    {"01009", "孙悦", Post::Complaint, Leaning::AllRound},   {"01010", "马俊杰", Post::Agent, Leaning::Technical},
    {"01011", "朱可欣", Post::Agent, Leaning::Theory},       {"01012", "胡泽宇", Post::Order, Leaning::AllRound},
    {"01013", "林诗涵", Post::Agent, Leaning::AllRound},     {"01014", "何宇轩", Post::Order, Leaning::Technical},
    {"01015", "吴敏", Post::Agent, Leaning::AllRound},       {"01016", "赵磊", Post::Order, Leaning::Technical},
    {"01017", "孙琦", Post::Complaint, Leaning::Theory},     {"01018", "郭欣然", Post::Agent, Leaning::AllRound},
    {"01019", "高天宇", Post::Agent, Leaning::Technical},    {"01020", "罗雅婷", Post::Agent, Leaning::Theory},
    {"01021", "郑凯", Post::Agent, Leaning::AllRound},       {"01022", "梁雪", Post::Complaint, Leaning::AllRound},
    {"01023", "谢明轩", Post::Agent, Leaning::Technical},    {"01024", "宋思远", Post::Agent, Leaning::AllRound},
    {"01025", "唐婉", Post::Order, Leaning::Theory},
};

} // namespace

PersonId SampleStory::add(const Person& person) {
    Desk desk = deskOf(who(SAMPLE_MANAGER), workingDay(64), TimeOfDay(9, 0));
    return m_people[person.card.staffNumber] = addPerson(desk, person);
}

void SampleStory::hire() {
    hireStaff();
    hireTrainees();
}

void SampleStory::hireStaff() {
    const auto staff = [&](const char* number, const char* name, std::set<Role> roles, std::set<Post> posts, int capacity, int years,
                           Leaning leaning, const char* shift) {
        Person person;
        person.card = {name, number, "", ""};
        person.roles = std::move(roles);
        person.posts = std::move(posts);
        person.capacity = capacity;
        person.since = m_today.plusDays(-365 * years - chance(200));
        person.leaning = leaning;
        person.department = "客服部";
        person.shift = shift;
        add(person);
    };
    using enum Post;
    staff(SAMPLE_SUPERVISOR, "沈嘉", {Role::Supervisor, Role::Trainer}, {}, 0, 6, Leaning::AllRound, "");
    staff(SAMPLE_TRAINER, "林越", {Role::Trainer}, {}, 0, 5, Leaning::AllRound, "");
    staff("00004", "方晓", {Role::Trainer}, {}, 0, 4, Leaning::Technical, "");
    staff(SAMPLE_MENTOR, "陈博", {Role::Mentor}, {Agent, Order}, 4, 4, Leaning::AllRound, "早班");
    staff("00012", "王倩", {Role::Mentor}, {Agent}, 3, 3, Leaning::Theory, "早班");
    staff("00013", "李航", {Role::Mentor}, {Agent}, 3, 5, Leaning::Technical, "晚班");
    staff("00014", "张雯", {Role::Mentor}, {Complaint}, 3, 6, Leaning::Theory, "早班");
    staff("00015", "许诺", {Role::Mentor}, {Complaint, Agent}, 2, 2, Leaning::AllRound, "晚班");
    staff("00016", "邓超群", {Role::Mentor}, {Order}, 1, 3, Leaning::Technical, "早班");
    staff("00017", "曹颖", {Role::Mentor}, {Agent}, 2, 1, Leaning::AllRound, "早班");
    staff("00018", "彭飞", {Role::Mentor}, {Agent}, 2, 2, Leaning::Technical, "晚班");
}

void SampleStory::hireTrainees() {
    for (const auto& one : HIRES) {
        Person person;
        person.card = {one.name, one.number, "", ""};
        person.roles = {Role::Trainee};
        person.posts = {one.post};
        person.leaning = one.leaning;
        person.department = "客服部";
        person.shift = chance(3) == 0 ? "晚班" : "早班";
        add(person);
    }
}

} // namespace fledgling::app
