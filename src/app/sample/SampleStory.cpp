#include "app/sample/SampleStory.h"

#include "app/assessment/Results.h"
#include "app/calendar/Calendars.h"
#include "app/cohorts/Cohorts.h"
#include "app/courses/Courses.h"
#include "app/mentoring/Mentoring.h"
#include "app/mentoring/Problems.h"
#include "app/people/People.h"
#include "app/readiness/Decisions.h"
#include "app/roll/Roll.h"
#include "store/CohortStore.h"
#include "store/MentoringStore.h"

#include <algorithm>
#include <stdexcept>

namespace fledgling::app {

using namespace domain;

namespace {

std::vector<std::string> numbers(int first, int last) {
    std::vector<std::string> all;
    for (int i = first; i <= last; ++i) all.push_back("0" + std::to_string(i));
    return all;
}

} // namespace

SampleStory::SampleStory(Department& department, const Clock& real, Instant& told, const SampleSources& sources)
    : m_department(department), m_real(real), m_told(told), m_sources(sources) {
    for (const auto& person : department.people()) m_people[person.card.staffNumber] = person.id;
    Desk desk = department.deskFor(who(SAMPLE_MANAGER));
    m_calendar = calendarOf(desk);
    m_today = real.today();
    while (!m_calendar.isWorking(m_today)) m_today = m_today.plusDays(-1);
}

Date SampleStory::workingDay(int before) const {
    Date day = m_today;
    for (int left = before < 0 ? -before : before; left > 0;) {
        day = day.plusDays(before > 0 ? -1 : 1);
        if (m_calendar.isWorking(day)) --left;
    }
    return day;
}

int SampleStory::chance(int below) {
    m_seed = m_seed * 1664525U + 1013904223U; // a fixed linear congruence (Numerical Recipes): the same story everywhere
    return static_cast<int>((m_seed >> 16U) % static_cast<std::uint32_t>(below));
}

Desk SampleStory::deskOf(const PersonId& whoActs, Date day, TimeOfDay at) {
    const auto wanted = m_real.at(day, at);
    const auto now = m_real.now();
    m_told = std::max(m_told, std::min(wanted, now)); // time never runs backwards, and nothing happened later than now
    return m_department.deskFor(whoActs);
}

const Course& SampleStory::course() { return m_department.shelf().of(m_review); }

void SampleStory::tell(const SampleAt& at) {
    hire();
    Desk trainer = deskOf(who(SAMPLE_TRAINER), workingDay(63), TimeOfDay(9, 0));
    const auto load = loadCourse(trainer, m_sources.courses + "/customer-service");
    if (load.refused()) throw std::runtime_error("the shipped course doesn't pass its own check: " + load.problems.front().text());
    planCohorts();
    for (const auto* cohort : {&m_review, &m_mentored, &m_new}) holdCourse(*cohort);
    for (const auto* cohort : {&m_review, &m_mentored, &m_new}) giveEvidence(*cohort);
    planMakeUp();
    writeProblems();
    agreeAnswers();
    decideSome();
    readChats();
    takeQuizzes();
    markPracticals();
    examineMentors();
    tellInOrder(at);
    for (auto& [number, id] : m_people) m_department.deskFor(id).undo.done.clear();
}

void SampleStory::then(Date day, TimeOfDay at, std::function<void()> happened) {
    m_events.emplace_back(m_real.at(day, at), std::move(happened));
}

void SampleStory::tellInOrder(const SampleAt& at) {
    // A book is written in the order of time: what was known on a past day is everything before it.
    std::stable_sort(m_events.begin(), m_events.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::size_t done = 0;
    for (const auto& [moment, happened] : m_events) {
        happened();
        if (at) at(++done, m_events.size());
    }
}

Cohort SampleStory::lay(const std::string& name, Date start, const std::string& room, const std::string& trainer, Date review,
                        const std::vector<std::string>& trainees) {
    Desk desk = deskOf(who(SAMPLE_SUPERVISOR), workingDay(20), TimeOfDay(10, 0));
    CohortDraft draft;
    draft.name = name;
    const auto loaded = coursesOf(desk).front();
    draft.course = loaded.course;
    draft.version = loaded.version;
    draft.start = start;
    draft.review = review;
    draft.choices.everywhere = {room, who(trainer)};
    for (const auto& number : trainees) draft.trainees.push_back(who(number));
    return cohortOf(desk, layCohort(desk, draft));
}

void SampleStory::planCohorts() {
    const auto named = [](Date start, const char* suffix) { return std::to_string(start.month()) + "月" + suffix; };
    const Date reviewStart = workingDay(14), mentoredStart = workingDay(8), newStart = workingDay(1), nextStart = workingDay(-3);
    m_review = lay(named(reviewStart, "一班"), reviewStart, "培训室1", SAMPLE_TRAINER, m_today, numbers(1001, 1006));
    m_mentored = lay(named(mentoredStart, "二班"), mentoredStart, "培训室2", "00004", workingDay(-7), numbers(1007, 1014));
    m_new = lay(named(newStart, "三班"), newStart, "培训室2", SAMPLE_TRAINER, workingDay(-13), numbers(1015, 1023));
    m_next = lay(named(nextStart, "四班"), nextStart, "培训室1", "00004", workingDay(-16), numbers(1024, 1025));
}

void SampleStory::holdCourse(const Cohort& cohort) {
    const auto sessions = store::CohortStore(m_department.database()).sessionsOf(cohort.id);
    for (const auto& session : sessions)
        if (session.day < m_today) holdSession(session);
    if (sessions.back().day >= m_today) return;
    acknowledgeRules(cohort, sessions.back().day);
    assess(cohort, sessions.back().day);
    Date first = sessions.back().day.plusDays(1);
    while (!m_calendar.isWorking(first)) first = first.plusDays(1);
    pairUp(cohort, first);
}

void SampleStory::markMissing(Desk& desk, const Session& session) {
    const auto is = [&](const Cohort& cohort, const char* courseSession) {
        return session.cohort == cohort.id && session.courseSession == courseSession;
    };
    const auto set = [&](const char* number, MarkKind kind, int minutes = 0) {
        app::mark(desk, session.id, who(number), Mark{kind, Minutes(minutes)});
    };
    if (is(m_review, "d2-pm")) set("01005", MarkKind::Absent); // never made up: nobody noticed until the review
    if (is(m_review, "d1-am")) set("01002", MarkKind::Late, 12);
    if (is(m_mentored, "d1-pm")) set("01010", MarkKind::OnLeave);
    if (is(m_mentored, "d3-am")) set("01012", MarkKind::Absent);
    if (is(m_mentored, "d2-am")) set("01011", MarkKind::LeftEarly, 25);
    if (is(m_new, "d1-am")) set("01019", MarkKind::Late, 8);
    if (is(m_new, "d1-pm")) set("01016", MarkKind::Absent);
}

void SampleStory::askForLeave(const Session& session) {
    then(session.day.plusDays(-2), TimeOfDay(15, 0), [this, session] {
        Desk trainee = deskOf(who("01010"), session.day.plusDays(-2), TimeOfDay(15, 0));
        const auto leave = askLeave(trainee, who("01010"), session.day, session.day, "办理证件");
        Desk manager = deskOf(who(SAMPLE_MANAGER), session.day.plusDays(-2), TimeOfDay(15, 20));
        decideLeave(manager, leave, true, "");
    });
}

void SampleStory::holdSession(const Session& session) {
    if (session.cohort == m_mentored.id && session.courseSession == "d1-pm") askForLeave(session);
    then(session.day, session.hours.begin(), [this, session] {
        Desk desk = deskOf(session.trainer, session.day, session.hours.begin());
        markMissing(desk, session);
        markRestPresent(desk, session.id);
    });
    // Yesterday afternoon's roll of the new cohort was never closed: a thing to do on the trainer's home page.
    if (session.cohort == m_new.id && session.courseSession == "d1-pm") return;
    then(session.day, session.hours.end(), [this, session] {
        Desk closing = deskOf(session.trainer, session.day, session.hours.end());
        closeSession(closing, session.id);
    });
}

void SampleStory::acknowledgeRules(const Cohort& cohort, Date day) {
    for (const auto& member : store::CohortStore(m_department.database()).membersOf(cohort.id)) {
        if (member.trainee == who("01011")) continue; // has not signed yet
        then(day, TimeOfDay(15, 40), [this, day, trainee = member.trainee] {
            Desk desk = deskOf(trainee, day, TimeOfDay(15, 40));
            for (const auto& rule : course().acknowledge) acknowledge(desk, trainee, rule.file);
        });
    }
}

/// The afternoon of the third day: the final quiz on paper, then the practical check at the desk.
void SampleStory::assess(const Cohort& cohort, Date day) {
    struct Taken {
        const char* trainee;
        int quiz, again; ///< percent; 0: no second attempt
        bool desk;       ///< passed the practical check
    };
    // 01003 took neither yet; 01004 and 01010 passed the quiz at the second attempt; 01012 has failed once.
    static const Taken TAKEN[] = {
        {"01001", 92, 0, true},  {"01002", 85, 0, true},  {"01004", 75, 85, true}, {"01005", 90, 0, false}, {"01006", 95, 0, true},
        {"01007", 88, 0, true},  {"01008", 80, 0, false}, {"01009", 94, 0, true},  {"01010", 70, 82, true}, {"01011", 86, 0, true},
        {"01012", 65, 0, false}, {"01013", 91, 0, true},  {"01014", 84, 0, true},
    };
    const auto members = store::CohortStore(m_department.database()).membersOf(cohort.id);
    for (const auto& one : TAKEN) {
        const auto trainee = who(one.trainee);
        if (std::none_of(members.begin(), members.end(), [&](const Member& member) { return member.trainee == trainee; })) continue;
        then(day, TimeOfDay(15, 50), [this, day, trainee, one] {
            Desk desk = deskOf(who(SAMPLE_TRAINER), day, TimeOfDay(15, 50));
            enterResult(desk, {trainee, "final", one.quiz, day, {}});
            if (one.again > 0) enterResult(desk, {trainee, "final", one.again, day, {}});
            checkDesk(trainee, day, one.desk);
        });
    }
}

void SampleStory::planMakeUp() {
    // 赵磊 (absent yesterday afternoon) has a make-up planned with the cohort to come; the others owe theirs openly.
    then(m_today, TimeOfDay(6, 50), [this] {
        Desk desk = deskOf(who(SAMPLE_TRAINER), m_today, TimeOfDay(6, 50));
        for (const auto& session : store::CohortStore(desk.database).sessionsOf(m_next.id))
            if (session.courseSession == "d1-pm") expectGuest(desk, session.id, who("01016"));
    });
}

void SampleStory::writeProblems() {
    static const std::pair<const char*, const char*> LINES[] = {
        {"01001", "客户说充值成功但游戏里没到账，第一次不知道先查哪个状态。"},
        {"01007", "同一位客户从两个窗口进来，回复重复了。"},
        {"01010", "客户坚持要知道供货商是谁，不知道怎样说才不生硬。"},
        {"01015", "问答库里搜“到账”结果太多，怎样缩小范围？"},
    };
    const Date day = workingDay(1);
    then(day, TimeOfDay(15, 50), [this, day] {
        for (const auto& [number, text] : LINES) {
            Desk desk = deskOf(who(number), day, TimeOfDay(15, 50));
            writeProblem(desk, text, desk.today());
        }
    });
    then(day, TimeOfDay(16, 5), [this, day] {
        Desk desk = deskOf(who(SAMPLE_MENTOR), day, TimeOfDay(16, 5));
        for (const auto& problem : store::MentoringStore(desk.database).problemsOf(who("01001")))
            answerProblem(desk, problem.id, "先看订单状态：“已提交”等渠道，“已完成”请客户重新登录后再看；超过十五分钟转技术。");
    });
}

void SampleStory::decideSome() {
    // The review is today; three decisions were brought forward.
    struct Early {
        const char* trainee;
        DecisionKind kind;
        const char* why;
        int until; ///< working days ahead; 0 for none
    };
    static const Early EARLY[] = {
        {"01003", DecisionKind::Approve, "投诉组急需人手；测验与实操补考已安排。", 5},
        {"01005", DecisionKind::Hold, "第二天下午的跟岗一直没有补，先安排补课再评审。", 0},
        {"01004", DecisionKind::Extend, "两项技能还需要独立完成。", 3},
    };
    const Date day = workingDay(1);
    then(day, TimeOfDay(16, 20), [this, day] {
        Desk desk = deskOf(who(SAMPLE_MANAGER), day, TimeOfDay(16, 20));
        for (const auto& one : EARLY)
            decide(desk, who(one.trainee), one.kind, one.why,
                   one.until > 0 ? std::optional(workingDay(-one.until)) : std::nullopt);
    });
}

} // namespace fledgling::app
