// What the half days want beyond the roll: sheets, a film, exercises; and the answers agreed on.
#include "app/Record.h"
#include "app/evidence/Evidences.h"
#include "app/problems/WeeklySummary.h"
#include "app/sample/SampleStory.h"
#include "store/CohortStore.h"
#include "store/MentoringStore.h"

namespace fledgling::app {

using namespace domain;

namespace {

constexpr int FILM_SECONDS = 50;
constexpr const char* IN_CHINESE = "zh-CN";

bool wasThere(Desk& desk, const PersonId& trainee, const std::string& session) {
    const auto record = recordOf(desk, trainee);
    const auto facts = record.sessionFacts();
    const auto found = facts.find(session);
    return found != facts.end() && isDone(stateOf(found->second, record.course->attendance));
}

} // namespace

void SampleStory::giveEvidence(const Cohort& cohort) {
    for (const auto& session : store::CohortStore(m_department.database()).sessionsOf(cohort.id)) {
        if (session.day >= m_today) continue;
        const auto* taught = course().session(session.courseSession);
        if (!taught || !wantsEvidence(*taught)) continue;
        then(session.day, session.hours.end(), [this, session, cohort] {
            for (const auto& member : store::CohortStore(m_department.database()).membersOf(cohort.id))
                giveEvidence(member.trainee, session);
        });
    }
}

void SampleStory::giveEvidence(const PersonId& trainee, const Session& session) {
    static const char* const LEARNT[] = {"先复述客户的话再回答，客户就不会重复追问。", "转交前把订单号、截图和已做的步骤写全，接手的人不用再问一遍。",
                                         "同时接三位客户时，先给每位一句应答，再逐个处理。", "不知道答案时先说“我帮您核实”，不猜时间。"};
    static const char* const ASKED[] = {"客户一直催怎么办？答：每十五分钟主动说一次进度。", "什么时候该转投诉专员？答：客户第二次要求赔偿时。",
                                        "怎么判断是渠道的问题？答：看状态停在“已提交”多久。"};
    static const char* const FOLLOWED[] = {"充值未到账两例、退款一例", "改绑手机一例、查询订单三例", "投诉转交一例、重复充值一例"};
    Desk desk = deskOf(trainee, session.day, session.hours.end());
    if (!wasThere(desk, trainee, session.courseSession)) return;
    const auto& taught = *course().session(session.courseSession);
    const auto is = [&](const char* number) { return trainee == who(number); };
    // Three have still to write theirs: a thing to do on their own page.
    const bool forgot = is("01017") || is("01018") || (is("01008") && session.courseSession == "d2-pm");
    if (taught.kind == SessionKind::Shadowing && !forgot) {
        ShadowSheet sheet;
        sheet.whom = who(chance(2) == 0 ? SAMPLE_MENTOR : "00012");
        sheet.chats = FOLLOWED[chance(3)];
        sheet.learnt = LEARNT[chance(4)];
        sheet.question = ASKED[chance(3)];
        keepSheet(desk, session.courseSession, sheet, IN_CHINESE);
    }
    for (const auto& film : taught.films) {
        Watched seen;
        seen.add(0, is("01009") ? FILM_SECONDS * 3 / 5 : FILM_SECONDS);
        watchFilm(desk, film, FILM_SECONDS, seen);
    }
    for (const auto& exercise : taught.exercises) {
        tickExercise(desk, session.courseSession, exercise.id, true);
        // The last two of 01010 were done after the lesson: the mentor has to look.
        if (is("01010") && exercise.id >= taught.exercises[taught.exercises.size() - 2].id) continue;
        Desk trainer = deskOf(session.trainer, session.day, session.hours.end());
        confirmExercise(trainer, trainee, session.courseSession, exercise.id, IN_CHINESE);
    }
}

void SampleStory::agreeAnswers() {
    const Date day = workingDay(1);
    then(day, TimeOfDay(16, 10), [this, day] {
        Desk desk = deskOf(who(SAMPLE_MENTOR), day, TimeOfDay(16, 10));
        CommonAnswer answer;
        answer.week = weekOf(day);
        answer.question = "客户说充值成功但游戏里没到账，先查什么？";
        answer.answer = "先看订单状态：“已提交”说明渠道还在处理，告诉客户十五分钟内会有结果；“已完成”请客户退出重新登录再看。超过十五分钟转技术，"
                        "附订单号和截图。";
        for (const auto& problem : store::MentoringStore(desk.database).problemsOf(who("01001")))
            answer.problems.insert(problem.id);
        agreeAnswer(desk, answer);
    });
}

} // namespace fledgling::app
