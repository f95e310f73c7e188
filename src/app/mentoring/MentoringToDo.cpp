#include "app/mentoring/MentoringToDo.h"

#include "app/PastDay.h"
#include "app/calendar/Calendars.h"
#include "app/mentoring/MyTrainees.h"
#include "app/readiness/Readiness.h"
#include "app/today/Soon.h"
#include "app/training/TraineeView.h"
#include "domain/Refused.h"
#include "domain/Roles.h"
#include "format/Collation.h"
#include "store/CohortStore.h"
#include "store/MentoringStore.h"
#include "store/PeopleStore.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using store::MentoringStore;

namespace {

/// How long after its beginning a cohort that is through is still watched for facts that change.
constexpr int WATCHED_DAYS = 45;

void addProblems(Desk& desk, const std::vector<MyTrainees::Row>& rows, std::vector<ToDo>& list) {
    std::map<PersonId, std::string> names;
    std::set<PersonId> ids;
    for (const auto& row : rows) {
        names[row.trainee] = row.name;
        ids.insert(row.trainee);
    }
    auto problems = withoutLater(desk, MentoringStore(desk.database, desk.asOf).problemsOf(ids),
                                 [](const auto& one) { return one.day; });
    std::reverse(problems.begin(), problems.end());
    std::stable_sort(problems.begin(), problems.end(),
                     [](const auto& a, const auto& b) { return a.day < b.day; });
    for (const auto& one : problems) {
        if (!one.answer.empty()) continue;
        auto todo = toDo(ToDoKind::AnswerProblem, "log", one.id.text(), names[one.person], one.day);
        todo.names = {one.person.text()};
        list.push_back(std::move(todo));
    }
}

/// Members of cohorts in training, and of those that began lately.
std::vector<BoardRow> watchedBoard(Desk& desk) {
    const Date today = shownDay(desk);
    std::set<CohortId> watched;
    for (const auto& cohort : openCohorts(desk))
        watched.insert(cohort.id);
    store::CohortStore store(desk.database, desk.asOf);
    for (const auto& cohort : store.cohorts())
        if (today.plusDays(-WATCHED_DAYS) <= cohort.start && cohort.start <= today) watched.insert(cohort.id);
    std::vector<Member> members;
    std::set<PersonId> seen;
    for (const auto& cohort : watched)
        for (const auto& member : store.membersOf(cohort))
            if (member.on(today) && seen.insert(member.trainee).second) members.push_back(member);
    auto records = recordsOf(desk, members);
    std::erase_if(records, [](const Record& record) { return record.person.retired; });
    return boardOf(desk, std::move(records));
}

/// Own trainees whose review comes within days and who aren't ready for it, nearest first.
void addOwnReviews(const std::vector<MyTrainees::Row>& rows, std::vector<ToDo>& list) {
    std::vector<ToDo> found;
    for (const auto& row : rows)
        if (row.reviewSoon && !row.ready)
            found.push_back(toDo(ToDoKind::ReviewNotReady, "readiness", row.trainee.text(), row.name, *row.reviewSoon, row.steps));
    std::stable_sort(found.begin(), found.end(), [](const ToDo& a, const ToDo& b) { return a.date < b.date; });
    list.insert(list.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
}

enum class Attention { None, Decide, FactsChanged, Stuck };

Attention attentionFor(const BoardRow& row, Date today) {
    if (row.record.approvedOn(today)) return row.factsChanged() ? Attention::FactsChanged : Attention::None;
    const bool decided = row.decisionInForce && !row.factsChanged();
    const bool reviewDue = row.facts.reviewDay && *row.facts.reviewDay <= today && !row.decisionInForce;
    if (!decided && (row.readiness.verdict == Verdict::Ready || reviewDue)) return Attention::Decide;
    return row.readiness.verdict == Verdict::Stuck ? Attention::Stuck : Attention::None;
}

void addAttention(const std::vector<BoardRow>& board, Date today, Attention wanted, ToDoKind kind,
                  std::vector<ToDo>& list) {
    std::vector<ToDo> found;
    for (const auto& row : board)
        if (attentionFor(row, today) == wanted)
            found.push_back(toDo(kind, "readiness", row.record.person.id.text(), row.name,
                                  row.facts.reviewDay.value_or(today),
                                  static_cast<int>(row.readiness.steps.size())));
    std::stable_sort(found.begin(), found.end(),
                     [](const ToDo& a, const ToDo& b) { return a.date < b.date; });
    list.insert(list.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
}

/// Reviews to come within days: per cohort and day, since the review of somebody whose training was extended has a day of
/// its own and names who it is of.
void addReviews(Desk& desk, const std::vector<BoardRow>& board, Date today, std::vector<ToDo>& list) {
    std::map<const Course*, Date> soon;
    std::map<std::pair<Date, std::string>, ToDo> reviews;
    for (const auto& row : board) {
        const auto& record = row.record;
        if (!row.facts.reviewDay || *row.facts.reviewDay <= today || record.approvedOn(today)) continue;
        auto [limit, fresh] = soon.try_emplace(record.course);
        if (fresh) limit->second = soonUntil(calendarOf(desk, record.course->workingWeek), today, REVIEW_SOON);
        if (limit->second < *row.facts.reviewDay) continue;
        auto [review, first] = reviews.try_emplace(
            {*row.facts.reviewDay, record.cohort.name + " " + record.cohort.id.text()},
            toDo(ToDoKind::ReviewAhead, "readiness", record.cohort.id.text(), record.cohort.name, *row.facts.reviewDay));
        auto& todo = review->second;
        ++(row.readiness.verdict == Verdict::Ready ? todo.count : todo.of);
        if (row.facts.reviewDay == record.cohort.review) continue;
        todo.subject = record.person.id.text();
        todo.names.push_back(row.name);
    }
    for (auto& [key, todo] : reviews) {
        std::sort(todo.names.begin(), todo.names.end(),
                  [](const std::string& a, const std::string& b) { return format::sortKey(a) < format::sortKey(b); });
        list.push_back(std::move(todo));
    }
}

/// Approvals given for a time that is about to end, of whatever cohort.
void addEndingApprovals(Desk& desk, Date today, std::vector<ToDo>& list) {
    const Date soon = soonUntil(calendarOf(desk), today, APPROVAL_SOON);
    const auto some = MentoringStore(desk.database, settledAt(desk)).approvedUntil(today, soon);
    const std::set<PersonId> trainees(some.begin(), some.end());
    const auto names = namesOf(desk, trainees);
    std::map<PersonId, Date> ends;
    for (const auto& kept : decisionsOn(desk, trainees))
        if (kept.decision.kind == DecisionKind::Approve && kept.decision.until) ends[kept.decision.trainee] = *kept.decision.until;
    for (const auto& trainee : some)
        if (const auto end = ends.find(trainee); end != ends.end())
            list.push_back(toDo(ToDoKind::ApprovalEnds, "readiness", trainee.text(), names.at(trainee), end->second));
}

void addLeave(Desk& desk, Date today, std::vector<ToDo>& list) {
    std::set<PersonId> ids;
    auto leaves = store::PeopleStore(desk.database, desk.asOf).leaves(today, today.plusDays(366));
    std::erase_if(leaves, [](const Leave& leave) { return leave.state != LeaveState::Asked; });
    for (const auto& leave : leaves)
        ids.insert(leave.person);
    const auto names = namesOf(desk, ids);
    for (const auto& leave : leaves)
        list.push_back(
            toDo(ToDoKind::DecideLeave, "people", leave.id.text(), names.at(leave.person), leave.first));
}

void addLoads(Desk& desk, Date today, std::vector<ToDo>& list) {
    std::map<PersonId, int> load;
    for (const auto& kept : pairsInForce(desk))
        ++load[kept.pair.mentor];
    std::vector<std::pair<std::tuple<int, std::string>, ToDo>> found;
    for (const auto& mentor : store::PeopleStore(desk.database, desk.asOf).withRole(Role::Mentor)) {
        const int count = load[mentor.id];
        if (mentor.retired || count == 0) continue;
        auto todo = toDo(ToDoKind::MentorLoad, "pairing", mentor.id.text(), mentor.card.name, today, count);
        todo.of = mentor.capacity;
        todo.due = false;
        found.push_back({{mentor.capacity - count, format::sortKey(mentor.card.name)}, std::move(todo)});
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [key, todo] : found)
        list.push_back(std::move(todo));
}

} // namespace

std::vector<ToDo> mentorToDo(Desk& desk, const std::string& language) {
    MyTrainees mine(desk, language);
    mine.load();
    const Date today = shownDay(desk);
    std::vector<ToDo> list;
    for (const auto& row : mine.rows())
        if (row.logDue)
            list.push_back(toDo(ToDoKind::WriteLog, "log", row.trainee.text(), row.name, today,
                                 static_cast<int>(row.missing.size())));
    for (const auto& row : mine.rows())
        if (!row.logDue && !row.missing.empty())
            list.push_back(toDo(ToDoKind::WriteLog, "log", row.trainee.text(), row.name, row.missing.front(),
                                 static_cast<int>(row.missing.size())));
    addProblems(desk, mine.rows(), list);
    for (const auto& row : mine.rows()) {
        if (row.signable.empty()) continue;
        auto todo = toDo(ToDoKind::SignSkill, "log", row.trainee.text(), row.name, today,
                          static_cast<int>(row.signable.size()));
        for (const auto& one : row.signable)
            todo.names.push_back(one.title);
        list.push_back(std::move(todo));
    }
    addOwnReviews(mine.rows(), list);
    return list;
}

std::vector<ToDo> managerToDo(Desk& desk, const std::string&) {
    if (desk.actor.retired || !seesEverybody(desk.actor))
        throw Refused(Rule::NotYourRight, {std::string(keyOf(Verb::SeeReadiness))});
    const Date today = shownDay(desk);
    const auto board = watchedBoard(desk);
    auto list = setUpToDo(desk);
    for (auto& one : unenrolledToDo(desk))
        list.push_back(std::move(one));
    addAttention(board, today, Attention::Decide, ToDoKind::DecideGoLive, list);
    addReviews(desk, board, today, list);
    addEndingApprovals(desk, today, list);
    addAttention(board, today, Attention::FactsChanged, ToDoKind::FactsChanged, list);
    addLeave(desk, today, list);
    for (auto& one : unpairedToDo(desk))
        list.push_back(std::move(one));
    addAttention(board, today, Attention::Stuck, ToDoKind::StuckTrainee, list);
    addLoads(desk, today, list);
    return list;
}

std::vector<ToDo> traineeToDo(Desk& desk, const std::string& language) {
    TraineeView own(desk, language);
    own.load();
    std::vector<ToDo> list;
    if (!own.enrolled()) return list;
    const Date today = shownDay(desk);
    if (const auto* next = own.next()) {
        auto todo = toDo(ToDoKind::NextSession, "training", next->session.text(), next->title, *next->day);
        todo.hours = next->hours;
        todo.room = next->room;
        todo.due = *next->day == today;
        list.push_back(std::move(todo));
    }
    for (const auto* owed : own.owed())
        list.push_back(toDo(ToDoKind::OwedMakeUp, "training", owed->courseSession, owed->title,
                             owed->makeUp.value_or(Date()), owed->makeUp ? 1 : 0));
    for (const auto& text : own.texts())
        if (!text.done)
            list.push_back(toDo(ToDoKind::AcknowledgeText, "training", text.file, text.title, today));
    return list;
}

} // namespace fledgling::app
