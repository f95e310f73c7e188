#include "app/problems/WeeklySummary.h"

#include "app/Keep.h"
#include "app/Record.h"
#include "domain/Refused.h"
#include "domain/Roles.h"
#include "domain/Text.h"
#include "format/Markdown.h"
#include "store/PeopleStore.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using store::ChangeNumber;
using store::EvidenceStore;
using store::KeptAnswer;
using store::MentoringStore;

namespace {

constexpr int LAST_WORKING_DAY = 4; ///< after Monday
constexpr int LAST_DAY = 6;
/// Problems older than a year aren't asked for any more.
constexpr int DAYS_LOOKED_AT = 364;

bool awayAllWeek(const std::vector<Leave>& leaves, const PersonId& person, Date week) {
    return std::any_of(leaves.begin(), leaves.end(), [&](const Leave& one) {
        return one.person == person && one.state == LeaveState::Approved && one.first <= week &&
               week.plusDays(LAST_WORKING_DAY) <= one.last;
    });
}

/// Problems already answered by somebody keep that answer: the base is beside it.
std::vector<store::Fact> answersOf(Desk& desk, const CommonAnswer& answer) {
    std::vector<store::Fact> facts;
    MentoringStore store(desk.database);
    for (const auto& id : answer.problems) {
        auto problem = store.problem(id);
        if (!problem) throw Refused(Rule::Unknown, {id.text()});
        if (!problem->answer.empty() || problem->person == desk.actor.id) continue;
        problem->answer = answer.answer;
        problem->answeredBy = desk.actor.id;
        facts.push_back(MentoringStore::fact(*problem));
    }
    return facts;
}

/// One problem, one common answer: `other` than the one with that id holds none of these.
void requireNotIn(const CommonAnswer& other, const std::string& id, const std::set<ProblemId>& problems) {
    if (other.id == id) return;
    for (const auto& problem : problems)
        if (other.problems.contains(problem)) throw Refused(Rule::ProblemInBase, {other.question});
}

} // namespace

ChangeNumber agreeAnswer(Desk& desk, CommonAnswer answer) {
    return perform(desk, Verb::AgreeAnswer, [&] {
        answer = checkedAnswer(std::move(answer));
        std::optional<KeptAnswer> before;
        if (answer.id.empty()) {
            answer.id = desk.newId();
        } else {
            before = EvidenceStore(desk.database).answer(answer.id);
            if (!before) throw Refused(Rule::Unknown, {answer.id});
            if (before->answer == answer) return Deed{};
        }
        for (const auto& other : EvidenceStore(desk.database).answers())
            requireNotIn(other.answer, answer.id, answer.problems);
        auto facts = answersOf(desk, answer);
        auto own = EvidenceStore::fact(answer);
        if (before) own.saw = before->change;
        facts.insert(facts.begin(), std::move(own));
        return Deed{"agree-answer", std::move(facts), {Topic::Problems}, "", 0, {}};
    });
}

ChangeNumber dropAnswer(Desk& desk, const std::string& id, const std::string& why) {
    return perform(desk, Verb::AgreeAnswer, [&] {
        const auto before = EvidenceStore(desk.database).answer(id);
        if (!before) throw Refused(Rule::Unknown, {id});
        return Deed{"drop-answer", {EvidenceStore::dropped(before->answer)}, {Topic::Problems}, reason(why), 0, {}};
    });
}

std::optional<PersonId> turnOf(Desk& desk, Date week) {
    store::PeopleStore store(desk.database, desk.asOf);
    std::vector<std::pair<std::string, PersonId>> keyed;
    for (const auto& one : store.people())
        if (one.is(Role::Mentor) && !one.retired) keyed.emplace_back(one.card.staffNumber, one.id);
    std::sort(keyed.begin(), keyed.end());
    const auto leaves = store.leaves(weekOf(week), weekOf(week).plusDays(LAST_WORKING_DAY));
    std::vector<PersonId> candidates;
    std::set<PersonId> away;
    for (const auto& [number, id] : keyed) {
        candidates.push_back(id);
        if (awayAllWeek(leaves, id, weekOf(week))) away.insert(id);
    }
    return domain::turnOf(week, candidates, away);
}

std::vector<KeptAnswer> answerBase(Desk& desk) { return EvidenceStore(desk.database, desk.asOf).answers(); }

std::string answerBaseHtml(Desk& desk) {
    // What people typed is shown as they typed it: as Markdown, like any text of the course.
    std::string text;
    for (const auto& one : answerBase(desk))
        text += "### " + one.answer.question + "\n\n" + one.answer.answer + "\n\n";
    return text.empty() ? text : format::toHtml(text, "answers.md");
}

/// The newest week with a problem that is in no common answer; this week where there is none.
Date WeeklyView::lastOpenWeek() {
    std::set<ProblemId> summedUp;
    for (const auto& one : answerBase(m_desk))
        summedUp.insert(one.answer.problems.begin(), one.answer.problems.end());
    const Date last = weekOf(shownDay(m_desk)).plusDays(LAST_DAY);
    std::optional<Date> newest;
    for (const auto& one : MentoringStore(m_desk.database, m_desk.asOf).problemsBetween(last.plusDays(-DAYS_LOOKED_AT), last))
        if (!summedUp.contains(one.id) && (!newest || *newest < one.day)) newest = one.day;
    return weekOf(newest.value_or(last));
}

void WeeklyView::load(std::optional<Date> week) {
    require(m_desk.actor, Verb::AgreeAnswer);
    if (week)
        m_week = weekOf(*week);
    else if (!m_shown)
        m_week = lastOpenWeek();
    m_shown = true;
    const auto who = app::turnOf(m_desk, m_week);
    m_mine = who && *who == m_desk.actor.id;
    m_turn = who ? namesOf(m_desk, {*who}).at(*who) : "";
    const auto base = answerBase(m_desk);
    std::map<ProblemId, std::string> grouped;
    std::set<PersonId> people;
    for (const auto& one : base) {
        people.insert(one.by);
        for (const auto& problem : one.answer.problems)
            grouped[problem] = one.answer.id;
    }
    const auto problems =
        MentoringStore(m_desk.database, m_desk.asOf).problemsBetween(m_week, m_week.plusDays(LAST_DAY));
    const auto earlier =
        MentoringStore(m_desk.database, m_desk.asOf).problemsBetween(m_week.plusDays(-(LAST_DAY + 1)), m_week.plusDays(-1));
    m_openBefore = static_cast<int>(
        std::count_if(earlier.begin(), earlier.end(), [&](const auto& one) { return !grouped.contains(one.id); }));
    for (const auto& one : problems)
        people.insert(one.person);
    const auto names = namesOf(m_desk, people);
    m_problems.clear();
    for (const auto& one : problems) {
        const auto in = grouped.find(one.id);
        m_problems.push_back({one.id, names.at(one.person), one.day, one.text, one.answer, in == grouped.end() ? "" : in->second});
    }
    std::stable_sort(m_problems.begin(), m_problems.end(), [](const ProblemRow& a, const ProblemRow& b) { return a.day < b.day; });
    m_answers.clear();
    for (const auto& one : base)
        m_answers.push_back({one, names.at(one.by)});
    if (onChanged) onChanged();
}

int WeeklyView::open() const {
    return static_cast<int>(
        std::count_if(m_problems.begin(), m_problems.end(), [](const ProblemRow& one) { return one.inAnswer.empty(); }));
}

void WeeklyView::requireMarkable(const ProblemId& problem, const std::string& editing) const {
    for (const auto& one : m_answers)
        requireNotIn(one.kept.answer, editing, {problem});
}

ChangeNumber WeeklyView::agree(const std::string& question, const std::string& answer, const std::set<ProblemId>& problems,
                               const std::string& id) {
    const auto number = agreeAnswer(m_desk, {id, m_week, question, answer, problems});
    load();
    return number;
}

ChangeNumber WeeklyView::drop(const std::string& id, const std::string& why) {
    const auto number = dropAnswer(m_desk, id, why);
    load();
    return number;
}

std::vector<ToDo> weeklyToDo(Desk& desk, Role role) {
    if (role != Role::Mentor) return {};
    std::vector<ToDo> list;
    const Date today = shownDay(desk);
    // Last week's is still asked for; of this week it is told whose turn it is, and asked for once it is nearly over.
    const bool nearlyOver = weekOf(today).daysTo(today) >= LAST_WORKING_DAY;
    for (const Date week : {weekOf(today).plusDays(-(LAST_DAY + 1)), weekOf(today)}) {
        const auto who = turnOf(desk, week);
        if (!who || *who != desk.actor.id) continue;
        WeeklyView view(desk);
        view.load(week);
        const bool ahead = week == weekOf(today) && !nearlyOver;
        if (view.open() == 0 && !(ahead && view.problems().empty())) continue;
        list.push_back(toDo(ToDoKind::SumUpWeek, "weekly", week.iso(), "", week, view.open()));
        list.back().due = !ahead;
    }
    return list;
}

} // namespace fledgling::app
