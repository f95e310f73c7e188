#include "bench/BigDepartment.h"

#include "app/Clock.h"
#include "app/Record.h"
#include "domain/Calendar.h"
#include "format/CourseReader.h"
#include "format/FileTree.h"
#include "store/AttendanceStore.h"
#include "store/CohortStore.h"
#include "store/MentoringStore.h"
#include "store/PeopleStore.h"
#include "store/chats/ChatStore.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <random>
#include <stdexcept>
#include <vector>

namespace fledgling::bench {

using namespace domain;
using namespace store;

namespace {

constexpr int COHORT_SIZE = 8;
constexpr int FORTNIGHT = 14;
constexpr int MENTORS = 24;
constexpr int LOG_DAYS = 24;
constexpr int PROBLEM_DAYS = 14;
/// Days from a cohort's start to its review.
constexpr int REVIEW = 38;
/// A trainee is somebody else's colleague after that many days: four of five leave the list.
constexpr int RETIRED_AFTER = 730;
/// Days from a cohort's start to the leaves a trainee takes.
constexpr int LEAVES_AFTER[] = {20, 150, 400};
constexpr int CHATS_A_DAY = 20;
/// Chats are read on so many working days in training, and then on a day of every third week.
constexpr int READ_IN_TRAINING = 10;
constexpr int READ_AGAIN_AFTER = 21;
/// One chat in so many fails.
constexpr int FAILING = 10;
/// Changes in one transaction: only the time it takes to write depends on it.
constexpr std::size_t AT_ONCE = 2000;

/// One change to be: who wrote it when, and what. A day sheet's lines are made when it is written: all of them at
/// once would fill the memory.
struct Entry {
    Instant at;
    PersonId who;
    const char* verb;
    std::vector<Fact> facts;
    PersonId read = {}; ///< whose twenty chats of that day; empty: the facts are all there is
};

class Story {
public:
    Story(int cohorts, Date today, int daysRead) : m_cohorts(cohorts), m_today(today), m_daysRead(daysRead) {
        auto package =
            format::readPackage(std::filesystem::path(FLEDGLING_SOURCE) / "courses" / "customer-service");
        if (!package.files) throw std::runtime_error("the course that comes with the program can't be read");
        m_files = package.files->files();
        m_course = *format::readCourse(*package.files).course;
        m_now = app::systemClock().now().ms;
        hireStaff();
        for (int i = 0; i < cohorts; ++i)
            tellCohort(i);
        std::stable_sort(m_entries.begin(), m_entries.end(),
                         [](const Entry& a, const Entry& b) { return a.at.ms < b.at.ms; });
    }

    Written write(Database& database) {
        Written written{m_cohorts * COHORT_SIZE, 0, 0};
        Book book(database);
        for (std::size_t i = 0; i < m_entries.size();) {
            Book::Transaction transaction(database);
            for (const auto end = std::min(m_entries.size(), i + AT_ONCE); i < end; ++i) {
                const auto& entry = m_entries[i];
                const auto facts = entry.read.empty() ? entry.facts : sheetOf(entry);
                book.append(headOf(entry), facts);
                ++written.changes;
                written.facts += static_cast<std::int64_t>(facts.size());
            }
            transaction.commit();
        }
        return written;
    }

private:
    std::string freshId() {
        const auto high = m_random(), low = m_random();
        char text[37];
        std::snprintf(text, sizeof text, "%08x-%04x-4%03x-8%03x-%012llx", static_cast<unsigned>(high >> 32U),
                      static_cast<unsigned>(high >> 16U & 0xFFFFU), static_cast<unsigned>(high & 0xFFFU),
                      static_cast<unsigned>(low >> 48U & 0xFFFU),
                      static_cast<unsigned long long>(low & 0xFFFFFFFFFFFFULL));
        return text;
    }
    int chance(int below) { return static_cast<int>(m_random() % static_cast<unsigned>(below)); }

    ChangeHead headOf(const Entry& entry) {
        ChangeHead head;
        head.command = CommandId(freshId());
        head.who = entry.who;
        head.at = entry.at;
        head.localDate = m_clock.dateOf(entry.at);
        head.zone = m_clock.zone;
        head.verb = entry.verb;
        return head;
    }

    std::vector<Fact> sheetOf(const Entry& entry) {
        std::vector<Fact> facts;
        for (int number = 1; number <= CHATS_A_DAY; ++number) {
            ChatReview review;
            review.chat = {entry.read, m_clock.dateOf(entry.at), number};
            review.course = m_course.id;
            review.version = m_course.version;
            if (chance(FAILING) == 0) review.faults.push_back({"closing", "没有结束语", "好的"});
            for (auto& fact : ChatStore::facts(review))
                facts.push_back(std::move(fact));
        }
        return facts;
    }

    /// Kept unless it lies ahead.
    void tell(Date day, TimeOfDay time, const PersonId& who, const char* verb, std::vector<Fact> facts) {
        const auto at = m_clock.at(day, time);
        if (at.ms <= m_now) m_entries.push_back({at, who, verb, std::move(facts)});
    }

    void readChats(const PersonId& trainee, const PersonId& leader, Date first) {
        auto days = m_calendar.workingDays(first, std::min(m_daysRead, READ_IN_TRAINING));
        while (static_cast<int>(days.size()) < m_daysRead)
            days.push_back(m_calendar.workingDays(days.back().plusDays(READ_AGAIN_AFTER), 1).front());
        for (const auto& day : days)
            if (const auto at = m_clock.at(day, TimeOfDay(15, 55)); at.ms <= m_now)
                m_entries.push_back({at, leader, "review-chat", {}, trainee});
    }

    void takeLeaves(const PersonId& trainee, Date start) {
        for (const int after : LEAVES_AFTER) {
            const Date day = start.plusDays(after);
            const Leave leave{LeaveId(freshId()), trainee, day, day.plusDays(1), LeaveState::Approved, "家事"};
            tell(day.plusDays(-2), TimeOfDay(9, 0), trainee, "ask-leave", {PeopleStore::fact(leave)});
        }
    }

    Person person(const std::string& number, const std::string& name, std::set<Role> roles,
                  std::set<Post> posts, int capacity) {
        Person one;
        one.id = PersonId(freshId());
        one.card = {name, number, "138" + number + "000", ""};
        one.roles = std::move(roles);
        one.posts = std::move(posts);
        one.capacity = capacity;
        one.leaning = static_cast<Leaning>(chance(3));
        one.department = "客服部";
        one.shift = chance(2) == 0 ? "早班" : "晚班";
        return one;
    }

    void hireStaff() {
        const Date first = dayOfCohort(0).plusDays(-30);
        const auto hire = [&](const std::string& number, const std::string& name, std::set<Role> roles,
                              int capacity) {
            auto one =
                person(number, name, std::move(roles), {Post::Agent, Post::Complaint, Post::Order}, capacity);
            one.since = first.plusDays(-365);
            tell(first, TimeOfDay(8, 0), m_manager, "add-person", PeopleStore::facts(one));
            return one.id;
        };
        m_manager = hire("00001", "江山", {Role::Manager}, 0);
        m_supervisor = hire("00002", "沈嘉", {Role::Supervisor}, 0);
        m_trainer = hire("00003", "林越", {Role::Trainer}, 0);
        for (int i = 0; m_cohorts > 0 && i < MENTORS; ++i)
            m_mentors.push_back(
                hire("000" + std::to_string(11 + i), "带教" + std::to_string(i + 1), {Role::Mentor}, 4));
        tell(first, TimeOfDay(9, 0), m_trainer, "load-course",
             CohortStore::facts(
                 {m_course.id, m_course.version, m_course.title.in(m_course.language), "digest"}, m_files));
    }

    /// The newest cohort began on the working day before today.
    [[nodiscard]] Date dayOfCohort(int index) const {
        Date start = m_today.plusDays(-1);
        while (!m_calendar.isWorking(start))
            start = start.plusDays(-1);
        return start.plusDays(-FORTNIGHT * (m_cohorts - 1 - index));
    }

    void tellCohort(int index) {
        const Date start = dayOfCohort(index);
        const Cohort cohort{CohortId(freshId()),
                            start.iso().substr(0, 7) + " 班 " + std::to_string(index + 1),
                            m_course.id,
                            m_course.version,
                            start,
                            start.plusDays(REVIEW)};
        std::vector<Person> trainees;
        std::vector<Fact> people, plan{CohortStore::fact(cohort)};
        for (int i = 0; i < COHORT_SIZE; ++i) {
            const auto number = std::to_string(100000 + index * COHORT_SIZE + i);
            trainees.push_back(
                person(number, "新人" + number, {Role::Trainee}, {static_cast<Post>(chance(3))}, 0));
            for (auto& fact : PeopleStore::facts(trainees.back()))
                people.push_back(std::move(fact));
            plan.push_back(CohortStore::fact(Member{cohort.id, trainees.back().id, start, std::nullopt, ""}));
        }
        tell(start.plusDays(-8), TimeOfDay(10, 0), m_supervisor, "import-people", std::move(people));
        const auto sessions = laid(cohort);
        for (const auto& session : sessions)
            plan.push_back(CohortStore::fact(session));
        tell(start.plusDays(-7), TimeOfDay(10, 0), m_supervisor, "lay-cohort", std::move(plan));
        for (const auto& session : sessions)
            hold(session, trainees);
        const Date first = m_calendar.workingDays(sessions.back().day.plusDays(1), 1).front();
        for (std::size_t i = 0; i < trainees.size(); ++i)
            mentor(trainees[i], m_mentors[(static_cast<std::size_t>(index) * COHORT_SIZE + i) % MENTORS],
                   cohort, first);
    }

    std::vector<Session> laid(const Cohort& cohort) {
        std::vector<Session> sessions;
        const auto days = m_calendar.workingDays(cohort.start, static_cast<int>(m_course.days.size()));
        for (std::size_t i = 0; i < days.size(); ++i)
            for (const auto& taught : m_course.days[i].sessions)
                sessions.push_back({SessionId(freshId()), cohort.id, taught.id, days[i],
                                    m_course.hoursOf(taught), "培训室1", m_trainer});
        return sessions;
    }

    void hold(const Session& session, const std::vector<Person>& trainees) {
        for (const auto& trainee : trainees) {
            const int luck = chance(40);
            const auto kind = luck == 0 ? MarkKind::Absent : luck < 3 ? MarkKind::Late : MarkKind::Present;
            tell(session.day, session.hours.begin(), m_trainer, "mark",
                 {AttendanceStore::fact(session.id, trainee.id,
                                        Mark{kind, Minutes(kind == MarkKind::Late ? 5 : 0)})});
            if (kind == MarkKind::Absent)
                tell(session.day.plusDays(10), TimeOfDay(15, 0), m_supervisor, "waive",
                     {AttendanceStore::fact(
                         Waiver{trainee.id, m_course.id, session.courseSession, "在岗补学"})});
        }
        if (session.day < m_today)
            tell(session.day, session.hours.end(), m_trainer, "close-session",
                 {AttendanceStore::closedFact(session.id, true)});
    }

    void mentor(const Person& trainee, const PersonId& leader, const Cohort& cohort, Date first) {
        for (const auto& rule : m_course.acknowledge)
            tell(first.plusDays(-1), TimeOfDay(15, 40), trainee.id, "acknowledge",
                 {MentoringStore::fact(Acknowledgement{trainee.id, m_course.id, rule.file, m_course.version,
                                                       app::digestOf(rule), first.plusDays(-1), 0})});
        tell(first, TimeOfDay(7, 5), m_manager, "pair",
             {MentoringStore::fact(Pair{trainee.id, leader, first, std::nullopt, ""})});
        const auto days = m_calendar.workingDays(first, LOG_DAYS);
        for (std::size_t i = 0; i < days.size(); ++i)
            logDay(trainee, leader, days[i], i);
        readChats(trainee.id, leader, first);
        takeLeaves(trainee.id, cohort.start);
        const Date review = *cohort.review;
        tell(review, TimeOfDay(10, 0), m_manager, "decide",
             {MentoringStore::fact(
                 Decision{trainee.id, DecisionKind::Approve, "各项达标", std::nullopt, {}, {}, 1})});
        tell(review, TimeOfDay(16, 0), m_manager, "end-pair",
             {MentoringStore::fact(Pair{trainee.id, leader, first, review, ""})});
        if (chance(5) > 0) {
            auto gone = trainee;
            gone.retired = true;
            tell(cohort.start.plusDays(RETIRED_AFTER), TimeOfDay(9, 0), m_manager, "retire-person",
                 {PeopleStore::facts(gone).front()});
        }
    }

    void logDay(const Person& trainee, const PersonId& leader, Date day, std::size_t number) {
        // Every skill a third of the way: shown, helped, alone.
        const auto skills = m_course.skillsFor(*trainee.posts.begin());
        const std::size_t per = 3 * skills.size() / LOG_DAYS + 1;
        LogEntry entry{LogId(freshId()),
                       trainee.id,
                       leader,
                       day,
                       {},
                       SkillLevel::Shown,
                       "问候和结束语都很自然，客户情绪稳定。",
                       "多练同时接待三位客户。",
                       ""};
        std::vector<SkillSign> signs;
        for (std::size_t i = number * per; i < (number + 1) * per && i < 3 * skills.size(); ++i) {
            entry.how = static_cast<SkillLevel>(1 + i / skills.size());
            entry.practised.push_back(skills[i % skills.size()]->id);
            signs.push_back({trainee.id, entry.practised.back(), entry.how, entry.id, leader, ""});
        }
        if (entry.practised.empty()) entry.how = SkillLevel::None;
        tell(day, TimeOfDay(15, 30), leader, "keep-log", {MentoringStore::fact(entry)});
        for (const auto& sign : signs)
            tell(day, TimeOfDay(15, 35), leader, "sign-skill", {MentoringStore::fact(sign)});
        if (number >= PROBLEM_DAYS) return;
        Problem problem{
            ProblemId(freshId()), trainee.id, day, "客户说充值成功但没到账，先查哪个状态？", "", {}};
        tell(day, TimeOfDay(14, 0), trainee.id, "write-problem", {MentoringStore::fact(problem)});
        problem.answer = "先看订单状态，再看渠道。";
        problem.answeredBy = leader;
        tell(day, TimeOfDay(15, 50), leader, "answer-problem", {MentoringStore::fact(problem)});
    }

    int m_cohorts;
    Date m_today;
    int m_daysRead;
    std::int64_t m_now = 0;
    app::Clock m_clock = app::systemClock();
    Calendar m_calendar;
    Course m_course;
    std::map<std::string, std::string> m_files;
    std::mt19937_64 m_random{20261124};
    PersonId m_manager, m_supervisor, m_trainer;
    std::vector<PersonId> m_mentors;
    std::vector<Entry> m_entries;
};

} // namespace

Written writeDepartment(const std::string& where, int cohorts, Date today, int daysRead) {
    Story story(cohorts, today, daysRead);
    Database database(where, Database::Mode::Create);
    return story.write(database);
}

} // namespace fledgling::bench
