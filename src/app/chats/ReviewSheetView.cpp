#include "app/chats/ReviewSheetView.h"

#include "app/PastDay.h"
#include "app/Record.h"
#include "app/people/People.h"
#include "domain/Refused.h"
#include "domain/Roles.h"
#include "domain/Text.h"
#include "format/Collation.h"
#include "store/MentoringStore.h"
#include "store/PeopleStore.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using store::ChangeNumber;
using store::ChatStore;

ReviewSheetView::ReviewSheetView(Desk& desk, std::string language)
    : m_desk(desk), m_language(std::move(language)), m_day(shownDay(desk)) {}

void ReviewSheetView::show(const PersonId& person, std::optional<Date> day, bool second) {
    if (!may(m_desk.actor.roles, Verb::ReviewChats))
        throw Refused(Rule::NotYourRight, {std::string(keyOf(Verb::ReviewChats))});
    if (day) m_day = *day;
    m_second = second;
    loadChoices();
    if (!person.empty())
        m_person = person;
    else if (m_person.empty() && !m_choices.empty())
        m_person = m_choices.front().person;
    m_number = 1;
    loadDay();
    m_number = m_chats.empty() ? 1 : static_cast<int>(m_chats.size());
    if (!nextOpen()) go(1);
    if (onChanged) onChanged();
}

void ReviewSheetView::load() {
    const auto draft = m_draft;
    const bool kept = changed();
    const auto before = m_chats;
    loadChoices();
    loadDay();
    go(kept ? m_number : takenBack(before).value_or(m_number));
    if (kept && draft.chat == m_draft.chat) m_draft = draft;
    if (onChanged) onChanged();
}

std::optional<int> ReviewSheetView::takenBack(const std::vector<Chat>& before) const {
    for (const auto& was : before) {
        if (!was.kept || was.kept->review.chat.agent != m_person || was.kept->by != m_desk.actor.id) continue;
        const auto now = std::find_if(m_chats.begin(), m_chats.end(), [&](const Chat& one) { return one.number == was.number; });
        if (now != m_chats.end() && (!now->kept || now->kept->change != was.kept->change)) return was.number;
    }
    return std::nullopt;
}

void ReviewSheetView::loadChoices() {
    std::set<PersonId> mine;
    for (const auto& kept : pairsInForce(m_desk))
        if (kept.pair.mentor == m_desk.actor.id) mine.insert(kept.pair.trainee);
    const auto read = ChatStore(m_desk.database, m_desk.asOf).readOn(m_day);
    std::vector<std::pair<std::pair<bool, std::string>, Choice>> keyed;
    for (const auto& person : store::PeopleStore(m_desk.database, m_desk.asOf).people()) {
        // Who answers chats: everybody with a post. Nobody reads the own ones.
        if (person.retired || person.posts.empty() || person.id == m_desk.actor.id) continue;
        const auto count = read.find(person.id);
        keyed.push_back({{!mine.contains(person.id), format::sortKey(person.card.name)},
                         {person.id, person.card.name, mine.contains(person.id),
                          count == read.end() ? 0 : count->second}});
    }
    std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    m_choices.clear();
    for (auto& [key, choice] : keyed)
        m_choices.push_back(std::move(choice));
}

void ReviewSheetView::loadDay() {
    m_chats.clear();
    m_criteria.clear();
    if (m_person.empty()) return;
    m_name = nameOf(m_desk, m_person);
    ChatStore store(m_desk.database, m_desk.asOf);
    const Standing standing(m_desk, {m_person}, m_desk.asOf);
    const auto card = standing.scorecard(m_person, m_day);
    m_practice = standing.practice(m_person, m_day);
    m_closed = store.closing(Month(m_day)).has_value();
    m_rules = card.rules().on(m_day);
    for (const auto& one : card.rules().criteria)
        m_criteria.push_back({one.id, one.title.in(m_language, card.of->language),
                              one.about.in(m_language, card.of->language)});
    m_criteria.push_back({FIRST_REPLY, "", ""});
    m_sample = store.sample(m_person, m_day);
    const auto texts = textsOf(store, m_person, m_day);
    std::map<int, store::KeptReview> firsts, seconds;
    for (auto& kept : store.reviewsOf(m_person, m_day, m_day))
        firsts[kept.review.chat.number] = std::move(kept);
    if (m_second)
        for (auto& kept : store.secondReadingsOf(m_person, m_day, m_day))
            seconds[kept.review.chat.number] = std::move(kept);
    std::set<PersonId> readers;
    for (int number = 1; number <= m_rules.perDay; ++number) {
        Chat chat{number, std::nullopt, "", {}, true};
        const auto first = firsts.find(number);
        if (const auto text = texts.find(number); text != texts.end()) chat.record = text->second;
        auto& counted = m_second ? seconds : firsts;
        if (const auto at = counted.find(number); at != counted.end()) chat.kept = at->second;
        if (m_second && (first == firsts.end() || first->second.by == m_desk.actor.id) && !chat.kept)
            continue;
        if (chat.kept) readers.insert(chat.kept->by);
        chat.mine = m_second ? !chat.kept : !chat.kept || chat.kept->by == m_desk.actor.id;
        m_chats.push_back(std::move(chat));
    }
    const auto names = namesOf(m_desk, readers);
    for (auto& chat : m_chats)
        if (chat.kept) chat.by = names.at(chat.kept->by);
}

const ReviewSheetView::Chat* ReviewSheetView::chat() const {
    const auto found =
        std::find_if(m_chats.begin(), m_chats.end(), [&](const Chat& one) { return one.number == m_number; });
    return found == m_chats.end() ? nullptr : &*found;
}

std::size_t ReviewSheetView::loaded() const {
    return static_cast<std::size_t>(
        std::count_if(m_chats.begin(), m_chats.end(), [](const Chat& one) { return !one.record.empty(); }));
}

int ReviewSheetView::read() const {
    return static_cast<int>(
        std::count_if(m_chats.begin(), m_chats.end(), [](const Chat& one) { return one.kept.has_value(); }));
}

int ReviewSheetView::failed() const {
    return static_cast<int>(std::count_if(m_chats.begin(), m_chats.end(), [](const Chat& one) {
        return one.kept && one.kept->review.fails();
    }));
}

int ReviewSheetView::failsLeft() const { return std::max(0, m_rules.failsCostPoint - failed()); }

bool ReviewSheetView::complete() const {
    return !m_chats.empty() && read() == static_cast<int>(m_chats.size());
}

const ReviewSheetView::Choice* ReviewSheetView::nextPerson() const {
    const bool leads = std::any_of(m_choices.begin(), m_choices.end(), [](const Choice& one) { return one.mine; });
    const auto shown = std::find_if(m_choices.begin(), m_choices.end(),
                                    [&](const Choice& one) { return one.person == m_person; });
    const auto from = static_cast<std::size_t>(shown - m_choices.begin());
    for (std::size_t step = 1; step <= m_choices.size(); ++step) {
        const auto& one = m_choices[(from + step) % m_choices.size()];
        if (one.person != m_person && one.mine == leads && one.read < m_rules.perDay) return &one;
    }
    return nullptr;
}

bool ReviewSheetView::canJudge() const {
    return !m_desk.past() && !m_closed && !m_person.empty() && m_person != m_desk.actor.id &&
           may(m_desk.actor.roles, Verb::ReviewChats) && m_day <= m_desk.today();
}

void ReviewSheetView::go(int number) {
    m_number = number;
    beginDraft();
    m_conversation.reset();
    if (const auto* shown = chat(); shown && !shown->record.empty())
        m_conversation = ChatStore(m_desk.database, m_desk.asOf).conversation(shown->record);
    if (m_conversation && !m_draft.replySeconds) m_draft.replySeconds = firstReply(*m_conversation);
}

bool ReviewSheetView::nextOpen() {
    const auto count = m_chats.size();
    const auto at =
        std::find_if(m_chats.begin(), m_chats.end(), [&](const Chat& one) { return one.number == m_number; });
    const auto from = static_cast<std::size_t>(at - m_chats.begin());
    for (std::size_t step = 1; step <= count; ++step) {
        const auto& next = m_chats[(from + step) % count];
        if (next.kept) continue;
        go(next.number);
        return true;
    }
    return false;
}

void ReviewSheetView::beginDraft() {
    m_draft = ChatReview();
    m_draft.chat = {m_person, m_day, m_number};
    const auto* shown = chat();
    if (!shown) return;
    if (shown->kept) m_draft = shown->kept->review;
    if (m_draft.record.empty()) m_draft.record = shown->record;
}

bool ReviewSheetView::changed() const {
    const auto* shown = chat();
    if (!shown) return false;
    if (shown->kept)
        return m_draft.faults != shown->kept->review.faults ||
               m_draft.notApplicable != shown->kept->review.notApplicable;
    return m_draft.fails() || !m_draft.notApplicable.empty();
}

Fault* ReviewSheetView::fault(const std::string& criterion) {
    const auto found = std::find_if(m_draft.faults.begin(), m_draft.faults.end(),
                                    [&](const Fault& one) { return one.criterion == criterion; });
    return found == m_draft.faults.end() ? nullptr : &*found;
}

ReviewSheetView::Judgement ReviewSheetView::judgement(const std::string& criterion) const {
    if (m_draft.notApplicable.contains(criterion)) return Judgement::NotApplicable;
    return m_draft.fault(criterion) ? Judgement::Fault : Judgement::Good;
}

void ReviewSheetView::judge(const std::string& criterion, Judgement judgement) {
    m_draft.notApplicable.erase(criterion);
    if (judgement == Judgement::NotApplicable) m_draft.notApplicable.insert(criterion);
    if (judgement == Judgement::Fault) {
        if (!fault(criterion)) m_draft.faults.push_back({criterion, "", ""});
    } else {
        std::erase_if(m_draft.faults, [&](const Fault& one) { return one.criterion == criterion; });
    }
}

void ReviewSheetView::failBy(const std::string& criterion, const std::string& quote) {
    if (m_conversation)
        if (const auto wrong = quoteRefusal({criterion, "", quote}, *m_conversation)) throw Refused(*wrong);
    explain(criterion, {}, quote);
}

void ReviewSheetView::explain(const std::string& criterion, const std::string& reason,
                              const std::string& quote) {
    judge(criterion, Judgement::Fault);
    *fault(criterion) = {criterion, reason, quote};
}

namespace {

constexpr char FIELD = '\t', RECORD = '\n';

std::string oneLine(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == FIELD || c == RECORD; }, ' ');
    return text;
}

} // namespace

std::string ReviewSheetView::draftText() const {
    if (!changed()) return {};
    std::string text = m_person.text() + FIELD + m_day.iso() + FIELD + std::to_string(m_number) + FIELD +
                       (m_second ? "2" : "1") + RECORD;
    for (const auto& one : m_draft.notApplicable)
        text += "-" + one + RECORD;
    for (const auto& one : m_draft.faults)
        text += "+" + one.criterion + FIELD + oneLine(one.reason) + FIELD + oneLine(one.quote) + RECORD;
    return text;
}

void ReviewSheetView::restoreDraft(const std::string& text) {
    const auto lines = split(text, RECORD);
    if (lines.empty()) return;
    const auto head = split(lines.front(), FIELD);
    if (head.size() != 4 || head[0] != m_person.text() || head[1] != m_day.iso() ||
        head[3] != (m_second ? "2" : "1"))
        return;
    const auto* wanted = [&]() -> const Chat* {
        for (const auto& one : m_chats)
            if (std::to_string(one.number) == head[2]) return &one;
        return nullptr;
    }();
    if (!wanted || wanted->kept) return;
    go(wanted->number);
    for (const auto& line : lines) {
        const auto fields = split(line.empty() ? line : line.substr(1), FIELD);
        if (line.starts_with('-')) judge(fields.front(), Judgement::NotApplicable);
        if (line.starts_with('+') && fields.size() == 3) explain(fields[0], fields[1], fields[2]);
    }
}

ChangeNumber ReviewSheetView::keep() {
    const auto* shown = chat();
    if (!shown) throw Refused(Rule::ChatOutOfRange, {"1", std::to_string(m_rules.perDay)});
    const ChangeNumber saw = shown->kept ? shown->kept->change : 0;
    const auto number = m_second ? readAgain(m_desk, m_draft) : reviewChat(m_desk, m_draft, saw);
    loadDay();
    beginDraft(); // what was kept is no draft any more, so that the next load doesn't take it for one
    if (!nextOpen()) go(m_number);
    if (onChanged) onChanged();
    return number;
}

ChangeNumber ReviewSheetView::pass() {
    m_draft.faults.clear();
    m_draft.notApplicable.clear();
    return keep();
}

} // namespace fledgling::app
