#include "app/assessment/Results.h"
#include "app/mentors/Mentors.h"
#include "app/practical/Practicals.h"
#include "app/sample/SampleStory.h"

namespace fledgling::app {

using namespace domain;

namespace {

constexpr const char* CHECK = "desk";

/// What a failed check shows; the last is critical.
const std::map<std::string, std::string> FAILED{
    {"restate", "没有复述问题，直接给了办法"},
    {"close", "说了“好的”就结束，没有用统一结束语"},
    {"route", "技术故障转给了投诉专员，转交信息缺订单号"},
};

} // namespace

void SampleStory::mark(Desk& desk, const PersonId& trainee, int items, const std::map<std::string, std::string>& notYet) {
    const auto& check = practicalOf(examineeOf(desk, trainee), CHECK);
    for (const auto& item : check.items) {
        if (items-- == 0) return;
        const auto failed = notYet.find(item.id);
        markItem(desk, trainee, CHECK, item.id,
                 failed == notYet.end() ? ItemSeen{static_cast<int>(check.scale.size()) - 1}
                                        : ItemSeen{0, failed->second});
    }
}

void SampleStory::checkDesk(const PersonId& trainee, Date day, bool passed) {
    Desk marking = deskOf(who(SAMPLE_TRAINER), day, TimeOfDay(15, 50));
    mark(marking, trainee, -1, passed ? std::map<std::string, std::string>{} : FAILED);
    handOn(marking, trainee, CHECK, "zh-CN");
    Desk confirming = deskOf(who(SAMPLE_SUPERVISOR), day, TimeOfDay(15, 58));
    confirmPractical(confirming, trainee, CHECK);
}

void SampleStory::markPracticals() {
    const Date day = workingDay(1);
    then(day, TimeOfDay(15, 20), [=, this] {
        // 01005 does the check again and is in the middle of it; 01008's waits; 01012's lacks a word.
        Desk first = deskOf(who(SAMPLE_MENTOR), day, TimeOfDay(15, 20));
        mark(first, who("01005"), 5, {{"restate", "只复述了一半，没有等客户确认"}});
        Desk second = deskOf(who("00018"), day, TimeOfDay(15, 25));
        mark(second, who("01008"), -1, {{"record", "日志写了，缺处理结果"}});
        handOn(second, who("01008"), CHECK, "zh-CN");
        Desk third = deskOf(who("00016"), day, TimeOfDay(15, 30));
        mark(third, who("01012"), -1, {{"tone", "有一句不耐烦"}});
        handOn(third, who("01012"), CHECK, "zh-CN");
        Desk trainer = deskOf(who(SAMPLE_TRAINER), day, TimeOfDay(16, 25));
        sendBack(trainer, who("01012"), CHECK, "请写出那一句原话，另外 60 秒内首次响应是怎么量的？");
    });
}

void SampleStory::examineMentors() {
    struct Taken {
        const char* mentor;
        int percent;
        int before; ///< working days
    };
    // 00016 failed and 00018 has not taken it yet; neither has done the practical check.
    static const Taken TAKEN[] = {{SAMPLE_MENTOR, 94, 30}, {"00012", 90, 28}, {"00013", 86, 28}, {"00014", 98, 25},
                                  {"00015", 88, 20},       {"00016", 72, 20}, {"00017", 92, 15}};
    for (const auto& one : TAKEN) {
        const Date day = workingDay(one.before);
        then(day, TimeOfDay(15, 0), [=, this] {
            Desk desk = deskOf(who(SAMPLE_TRAINER), day, TimeOfDay(15, 0));
            enterResult(desk, {who(one.mentor), "final", one.percent, day, {}});
        });
        constexpr int PASS = 80;
        if (one.percent >= PASS) then(day, TimeOfDay(15, 50), [=, this] { checkDesk(who(one.mentor), day, true); });
    }
    const Date day = workingDay(2);
    then(day, TimeOfDay(15, 55), [=, this] {
        Desk first = deskOf(who("01001"), day, TimeOfDay(15, 55));
        evaluateMentor(first, {{}, who(SAMPLE_MENTOR), Occasion::FirstShift, {5, 5, 4}, "讲得很清楚，每次都先让我自己试。"});
        Desk second = deskOf(who("01012"), day, TimeOfDay(15, 57));
        evaluateMentor(second, {{}, who("00016"), Occasion::FirstShift, {3, 2, 3}, "忙的时候经常找不到人。"});
    });
}

} // namespace fledgling::app
