#include "app/chats/ChatReviews.h"
#include "app/chats/SecondReadings.h"
#include "app/sample/SampleStory.h"
#include "domain/Refused.h"
#include "store/MentoringStore.h"
#include "store/chats/ChatStore.h"

#include <algorithm>
#include <array>

namespace fledgling::app {

using namespace domain;

namespace {

/// Who reads the staff's chats by turns: one strict, one lenient.
constexpr const char* STRICT = "00004";
constexpr const char* LENIENT = SAMPLE_SUPERVISOR;
constexpr int DAYS_READ = 60;                      ///< working days of reviews
constexpr int FIRST_STAFF = 11, LAST_STAFF = 18;
constexpr int LOADED_READ = 13; ///< chats of the loaded day that are read

struct FaultWords {
    const char* criterion;
    const char* reason;
    const char* quote;
};
constexpr std::array FAULTS{
    FaultWords{"greeting", "没有用统一问候语", "你要问什么？"},
    FaultWords{"closing", "没有确认其他需要就结束", "行了，就这样吧。"},
    FaultWords{"attitude", "语气生硬，反问客户", "这个您自己不会看吗？"},
    FaultWords{"wording", "用了内部说法，客户听不懂", "您这单走的是二级通道，等回调。"},
    FaultWords{"knowledge", "到账时限答错", "充值一般两三天到账。"},
    FaultWords{FIRST_REPLY, "首次响应超过 60 秒", ""},
};

/// Mixes what names a chat into 0 .. 999: the same at every telling, whatever else is told.
int dice(const std::string& number, Date day, int chat, unsigned kind) {
    std::uint32_t h = 2166136261U ^ kind; // FNV-1a
    const auto add = [&](std::uint32_t value) { h = (h ^ value) * 16777619U; };
    for (const char c : number)
        add(static_cast<unsigned char>(c));
    add(static_cast<std::uint32_t>(Date(2020, 1, 1).daysTo(day)));
    add(static_cast<std::uint32_t>(chat));
    h ^= h >> 15U;
    h *= 2246822519U;
    h ^= h >> 13U;
    return static_cast<int>(h % 1000U);
}

/// How many of a thousand chats of that person really fail.
int failing(const std::string& number) { return 30 + dice(number, Date(2026, 1, 1), 0, 7) * 120 / 1000; }

enum class Eye { Even, Strict, Lenient };

/// One reading: what is wrong is the same for every reader, what is seen isn't.
ChatReview read(const std::string& number, const PersonId& agent, Date day, int chat, Eye eye) {
    const bool bad = dice(number, day, chat, 1) < failing(number);
    const int seen = dice(number, day, chat, 2 + static_cast<unsigned>(eye));
    const bool fails =
        (bad && !(eye == Eye::Lenient && seen < 300)) || (!bad && eye == Eye::Strict && seen < 45);
    ChatReview review;
    review.chat = {agent, day, chat};
    if (!fails) return review;
    // Everybody has a weakness that comes back.
    const int weak = dice(number, Date(2026, 1, 1), 0, 11) % static_cast<int>(FAULTS.size());
    const int other = dice(number, day, chat, 5) % static_cast<int>(FAULTS.size());
    const auto& words = FAULTS[static_cast<std::size_t>(dice(number, day, chat, 6) < 500 ? weak : other)];
    review.faults.push_back({words.criterion, words.reason, words.quote});
    if (review.faults.front().criterion == FIRST_REPLY)
        review.replySeconds = 61 + dice(number, day, chat, 8) % 60;
    return review;
}

std::vector<ChatReview> sheet(const std::string& number, const PersonId& agent, Date day, Eye eye,
                              int count = 20) {
    std::vector<ChatReview> reviews;
    for (int chat = 1; chat <= count; ++chat)
        reviews.push_back(read(number, agent, day, chat, eye));
    return reviews;
}

std::string numberText(int number) {
    const auto text = std::to_string(number);
    return std::string(5 - text.size(), '0') + text;
}

/// A chat as a customer-service program would export it.
Conversation talk(const std::string& agent, Date day, int index) {
    struct Case {
        const char* question;
        const char* answer;
        const char* more;
        const char* end;
    };
    static constexpr std::array CASES{
        Case{"我充的话费半小时了还没到账",
             "您好，很高兴为您服务。您是说半小时前充的话费没有到账，对吗？请报一下订单号。",
             "订单号 2026112700318",
             "查到了，订单处理中，最迟 10 分钟到账。请问还有其他需要吗？感谢您的咨询，再见。"},
        Case{"流量包能退吗", "您好，请问是哪一天买的流量包？", "昨天买的，手机 13912345678",
             "流量包已生效，按规定不能退；我帮您登记建议。请问还有其他需要吗？"},
        Case{"你们的软件打不开", "您好，请问打开时提示什么？我帮您看看。", "提示版本过低",
             "请在设置里点“检查更新”，更新后重新打开即可。还有其他可以帮您的吗？"},
        Case{"上次投诉怎么没人管", "您好，给您添麻烦了。我先查一下上次的记录，大约需要两分钟，请稍等。",
             "账号 wx_88203", "记录在处理，专员今天 16:00 前给您回电。请问还有其他需要吗？"},
        Case{"充错号码了怎么办", "您好，请先不要着急。充值对象是正常号码时无法撤回，我帮您核实一下。",
             "我叫王小明，快点", "已为您记录并转交专员核实，一小时内答复。感谢您的理解，再见。"},
        Case{"优惠券用不了", "您好，请问是哪一张优惠券？", "满100减10那张",
             "这张券限话费充值使用，您的订单是流量包。请问还有其他需要吗？"},
    };
    const auto& one = CASES[static_cast<std::size_t>(index) % CASES.size()];
    const int wait = 8 + dice(agent, day, index, 21) % 70;
    std::int64_t at = 7 * 3600 + index * 930 + dice(agent, day, index, 22) % 600;
    const std::string id = day.iso() + "-" + std::to_string(100 + index);
    return {id,
            agent,
            day,
            {{at, Speaker::Customer, one.question},
             {at + 2, Speaker::System, "已为您转接人工客服，请稍候。"},
             {at + wait, Speaker::Agent, one.answer},
             {at + wait + 35, Speaker::Customer, one.more},
             {at + wait + 75 + index * 3, Speaker::Agent, one.end},
             {at + wait + 100 + index * 3, Speaker::Customer, "好的，谢谢"}}};
}

} // namespace

void SampleStory::readChats() {
    for (int before = DAYS_READ; before >= 1; --before) {
        const Date day = workingDay(before);
        then(day, TimeOfDay(16, 30), [this, day] { readDay(day); });
    }
    closeMonths();
    appealSome();
    readOneAgain();
    loadAChatDay();
}

void SampleStory::readDay(Date day) {
    const bool turn = day.daysTo(Date(2026, 1, 1)) % 2 == 0;
    for (int number = FIRST_STAFF; number <= LAST_STAFF; ++number) {
        const auto text = numberText(number);
        const bool strict = (number % 2 == 0) == turn;
        Desk desk = deskOf(who(strict ? STRICT : LENIENT), day, TimeOfDay(16, 30));
        reviewChats(desk, sheet(text, who(text), day, strict ? Eye::Strict : Eye::Lenient));
        // Some sheets are read again by the other one: the fairness figures live on it.
        if (dice(text, day, 0, 31) >= 40) continue;
        Desk other = deskOf(who(strict ? LENIENT : STRICT), day, TimeOfDay(16, 40));
        for (const auto& again : sheet(text, who(text), day, strict ? Eye::Lenient : Eye::Strict))
            readAgain(other, again);
    }
    // A trainee's chats are read by the mentor, from the first day with one on.
    for (const auto& pair : store::MentoringStore(m_department.database()).currentPairs()) {
        if (day < pair.since) continue;
        const auto found = std::find_if(m_people.begin(), m_people.end(),
                                        [&](const auto& one) { return one.second == pair.trainee; });
        if (found == m_people.end()) continue;
        const bool loaded =
            day == workingDay(1) && store::ChatStore(m_department.database()).sample(pair.trainee, day);
        Desk desk = deskOf(pair.mentor, day, TimeOfDay(16, 45));
        auto reviews = sheet(found->first, pair.trainee, day, Eye::Even, loaded ? LOADED_READ : 20);
        if (loaded) {
            const auto records = store::ChatStore(m_department.database()).recordsOf(pair.trainee, day);
            for (std::size_t i = 0; i < reviews.size() && i < records.size(); ++i)
                reviews[i].record = records[i];
        }
        reviewChats(desk, reviews);
    }
}

void SampleStory::closeMonths() {
    for (Month month(workingDay(DAYS_READ)); month.next().first() < m_today; month = month.next()) {
        Date day = month.next().first();
        while (!m_calendar.isWorking(day))
            day = day.plusDays(1);
        if (day >= m_today) continue;
        then(day, TimeOfDay(17, 0), [this, month, day] {
            Desk desk = deskOf(who(SAMPLE_MANAGER), day, TimeOfDay(17, 0));
            settleReadings(desk, month);
            closeMonth(desk, month, "月度例会前结账");
        });
    }
}

void SampleStory::settleReadings(Desk& desk, Month month) {
    for (const auto& one : differingChats(desk, month.first(), month.last())) {
        if (!one.hangs) continue;
        const auto& chat = one.chat();
        const auto whose = std::find_if(m_people.begin(), m_people.end(),
                                        [&](const auto& person) { return person.second == chat.agent; });
        const bool bad = dice(whose->first, chat.day, chat.number, 1) < failing(whose->first);
        settleReading(desk, chat, one.first.review.fails() == bad ? Reading::First : Reading::Second,
                      bad ? "对照原文，确有这一处，判不合格的那次属实。" : "对照原文，没有这一处，判合格的那次属实。");
    }
}

void SampleStory::readOneAgain() {
    const Date day = workingDay(1);
    then(day, TimeOfDay(17, 30), [this, day] {
        Desk desk = deskOf(who(SAMPLE_MANAGER), day, TimeOfDay(17, 30));
        store::ChatStore store(desk.database);
        for (const char* number : {"00018", "00016", "00014", "00015", "00011"}) {
            const auto points = pointsOf(desk, Month(day), who(number));
            for (const auto& line : points.front().ledger.lines) {
                if (!line.decides || line.cost == 0) continue;
                for (const auto& kept : store.reviewsOf(who(number), line.tally.day, line.tally.day)) {
                    if (!kept.review.fails() || store.secondReading(kept.review.chat)) continue;
                    Desk other = deskOf(who(kept.by == who(STRICT) ? LENIENT : STRICT), day, TimeOfDay(17, 30));
                    ChatReview passes;
                    passes.chat = kept.review.chat;
                    readAgain(other, passes);
                    return; // the manager finds it to decide
                }
            }
        }
    });
}


void SampleStory::appealSome() {
    const Date raised = workingDay(2), decided = workingDay(1);
    // The newest deduction of some of the staff, appealed against; the first one is upheld, the last one
    // waits.
    const auto appeal = [this, raised, decided](const char* number, const char* plea) {
        Desk desk = deskOf(who(number), raised, TimeOfDay(17, 10));
        const auto reviews = store::ChatStore(desk.database).reviewsOf(desk.actor.id, workingDay(5), raised);
        for (auto at = reviews.rbegin(); at != reviews.rend(); ++at) {
            if (!at->review.fails() || !(Month(at->review.chat.day) == Month(decided))) continue;
            appealFault(desk, at->review.chat, at->review.faults.front().criterion, plea);
            return;
        }
    };
    then(raised, TimeOfDay(17, 10), [appeal] {
        appeal("00017", "统一问候语在上一条消息里已经发过，截图可查。");
        appeal("00013", "客户自己结束了会话，来不及说结束语。");
        appeal("00012", "客户要求先查订单，我是按流程答复的。");
    });
    then(decided, TimeOfDay(17, 20), [this, decided] {
        Desk desk = deskOf(who(SAMPLE_MANAGER), decided, TimeOfDay(17, 20));
        for (const auto& kept : store::ChatStore(desk.database).openAppeals()) {
            if (kept.appeal.chat.agent == who("00017"))
                decideAppeal(desk, kept.appeal.chat, kept.appeal.criterion, true,
                             "核对了完整记录，情况属实，撤销这一项。");
            if (kept.appeal.chat.agent == who("00013"))
                decideAppeal(desk, kept.appeal.chat, kept.appeal.criterion, false,
                             "会话是客服先结束的，维持原判。");
        }
    });
}

void SampleStory::loadAChatDay() {
    // The mentor the sample is opened as finds a half-read day with its chats loaded.
    const Date day = workingDay(1);
    then(day, TimeOfDay(16, 20), [this, day] {
        for (const auto& pair : store::MentoringStore(m_department.database()).currentPairs()) {
            if (pair.mentor != who(SAMPLE_MENTOR) || day < pair.since) continue;
            const auto found = std::find_if(m_people.begin(), m_people.end(),
                                            [&](const auto& one) { return one.second == pair.trainee; });
            ChatImport import;
            import.agent = pair.trainee;
            import.day = day;
            import.source = "聊天记录.csv";
            import.seed = 20261123;
            import.names = {"王小明"};
            for (int index = 0; index < 31; ++index)
                import.chats.push_back(talk(found->first, day, index));
            Desk desk = deskOf(who(SAMPLE_MENTOR), day, TimeOfDay(16, 20));
            importChats(desk, import);
            return;
        }
    });
}

} // namespace fledgling::app
