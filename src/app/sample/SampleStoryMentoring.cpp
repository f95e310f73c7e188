// Who leads whom after the course, and what mentors write and sign from day to day.
#include "app/mentoring/Mentoring.h"
#include "app/pairing/Pairing.h"
#include "app/people/People.h"
#include "app/sample/SampleStory.h"
#include "domain/Skill.h"
#include "store/CohortStore.h"
#include "store/MentoringStore.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;

void SampleStory::pairUp(const Cohort& cohort, Date first) {
    const std::pair<const char*, const char*> pairs[] = {
        {"01001", SAMPLE_MENTOR}, {"01002", "00013"}, {"01003", "00014"}, {"01004", "00012"}, {"01005", SAMPLE_MENTOR},
        {"01006", "00017"},       {"01007", SAMPLE_MENTOR}, {"01008", "00018"}, {"01009", "00015"}, {"01010", "00013"},
        {"01011", "00012"},       {"01012", "00016"},
        // 01013 still waits for a mentor; 01014 looks impossible: trained for orders, and nobody who leads orders is free
    };
    const auto members = store::CohortStore(m_department.database()).membersOf(cohort.id);
    for (const auto& [number, mentorNumber] : pairs) {
        const auto trainee = who(number), by = who(mentorNumber);
        if (std::none_of(members.begin(), members.end(), [&](const Member& one) { return one.trainee == trainee; })) continue;
        then(first, TimeOfDay(7, 5), [this, first, trainee, by] {
            Desk desk = deskOf(who(SAMPLE_MANAGER), first, TimeOfDay(7, 5));
            pair(desk, trainee, by, first);
        });
        mentor(trainee, by, first, workingDay(1));
    }
}

void SampleStory::mentor(const PersonId& trainee, const PersonId& by, Date first, Date last) {
    int number = 0;
    for (Date day = first; day <= last; day = day.plusDays(1)) {
        if (!m_calendar.isWorking(day)) continue;
        ++number;
        const bool forgotten = (trainee == who("01008") && number >= 2 && number <= 3) || (trainee == who("01002") && number == 6);
        if (!forgotten)
            then(day, TimeOfDay(15, 30), [this, trainee, by, day, number] { logDay(trainee, by, day, number); });
    }
}

void SampleStory::logDay(const PersonId& trainee, const PersonId& mentorId, Date day, int number) {
    static const char* const WELL[] = {"问候和结束语都很自然，客户情绪稳定。", "主动复述了客户的问题，没有抢话。", "三个窗口同时进行，首次响应都在一分钟内。",
                                       "转交时订单号、截图和已做的步骤都写全了。", "遇到不会的先应答再查，没有冷场。"};
    static const char* const NEXT[] = {"多练同时接待三位客户。", "明天独立处理十个咨询。", "把四条流程各走一遍。", "整理今天的三个难题到问答库。", "练习用软件查历史订单。"};
    Desk desk = deskOf(mentorId, day, TimeOfDay(15, 30));
    const auto person = personOf(desk, trainee);
    const auto skills = course().skillsFor(*person.posts.begin());
    LogEntry entry;
    entry.trainee = trainee;
    entry.day = day;
    // One mentor goes through the skills three a day, and once more with the level raised.
    const std::size_t per = (skills.size() + 3) / 4;
    for (std::size_t i = 0; i < per; ++i)
        entry.practised.push_back(skills[(static_cast<std::size_t>(number - 1) * per + i) % skills.size()]->id);
    entry.how = number <= 2 ? SkillLevel::Shown : number <= 5 ? SkillLevel::Helped : SkillLevel::Alone;
    entry.wentWell = WELL[chance(5)];
    entry.next = NEXT[chance(5)];
    if (chance(4) == 0) entry.problems = "充值到账时间的解释还不够清楚，客户追问了两次。";
    keepLog(desk, entry);
    signWhatIsShown(desk, trainee);
}

void SampleStory::signWhatIsShown(Desk& desk, const PersonId& trainee) {
    const auto person = personOf(desk, trainee);
    const auto entries = store::MentoringStore(desk.database).entriesOf(trainee);
    for (const auto* skill : course().skillsFor(*person.posts.begin())) {
        auto level = SkillLevel::None;
        for (const auto& sign : store::MentoringStore(desk.database).skillsOf(trainee))
            if (sign.skill == skill->id) level = sign.level;
        // 01004's mentor signs the last level of two skills only after the review has begun.
        const bool slow = trainee == who("01004") && (skill->id == "four-flows" || skill->id == "problem-log");
        for (const auto wanted : {SkillLevel::Alone, SkillLevel::Helped, SkillLevel::Shown}) {
            if (wanted <= level || (slow && wanted == SkillLevel::Alone)) continue;
            if (!evidenceFor(trainee, skill->id, wanted, entries)) continue;
            signSkill(desk, trainee, skill->id, wanted);
            break;
        }
    }
}

} // namespace fledgling::app
