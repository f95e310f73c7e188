#include "app/today/TodayView.h"

#include "app/Record.h"
#include "app/chats/ChatToDo.h"
#include "app/evidence/Evidences.h"
#include "app/mentors/MentorToDo.h"
#include "app/practical/PracticalToDo.h"
#include "app/mentoring/MentoringToDo.h"
#include "app/problems/WeeklySummary.h"
#include "app/quiz/QuizToDo.h"

#include <algorithm>
#include <map>

namespace fledgling::app {

using namespace domain;

namespace {

constexpr int NEWS_LINES = 8;

/// Lines with the rest of a kind folded into one after the last that is shown.
std::vector<TodayView::Line> folded(const std::vector<ToDo>& list) {
    std::map<ToDoKind, int> total, shown;
    for (const auto& todo : list)
        ++total[todo.kind];
    std::vector<TodayView::Line> lines;
    for (const auto& todo : list) {
        const int left = total[todo.kind] - shown[todo.kind];
        // One more line says as much as "1 more".
        if (shown[todo.kind] >= TodayView::MOST_OF_A_KIND && left > 0 &&
            total[todo.kind] > TodayView::MOST_OF_A_KIND + 1) {
            TodayView::Line rest{todo, left};
            rest.todo.subject.clear();
            lines.push_back(std::move(rest));
            shown[todo.kind] = total[todo.kind];
        } else if (left > 0) {
            lines.push_back({todo, 0});
            ++shown[todo.kind];
        }
    }
    return lines;
}

/// What the role is there for.
std::vector<ToDo> mainToDo(Desk& desk, Role role, const std::string& language) {
    switch (role) {
    case Role::Trainer: return trainerToDo(desk, language);
    case Role::Supervisor: return supervisorToDo(desk, language);
    case Role::Mentor: return mentorToDo(desk, language);
    case Role::Manager: return managerToDo(desk, language);
    case Role::Trainee: return traineeToDo(desk, language);
    }
    return {};
}

} // namespace

std::vector<ToDo> roleToDo(Desk& desk, Role role, const std::string& language) {
    auto all = mainToDo(desk, role, language);
    for (auto& some : {chatToDo(desk, role), evidenceToDo(desk, role, language), weeklyToDo(desk, role),
                       practicalToDo(desk, role), mentorRecordToDo(desk, role, language), quizToDo(desk, role, language)})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

void TodayView::load() {
    m_seen = store::Book(m_desk.database).last();
    m_day = shownDay(m_desk);
    m_sessions.clear();
    std::vector<ToDo> waiting, ahead;
    auto all = roleToDo(m_desk, m_role, m_language);
    m_dueByPage.clear();
    for (auto& todo : all) {
        const bool session = todo.kind == ToDoKind::MarkSession || todo.kind == ToDoKind::CloseSession;
        auto& into = session && todo.date == m_day ? m_sessions : todo.due ? waiting : ahead;
        // One line names all who have no mentor or no cohort, and one all answers without a mark; each of them waits.
        const bool each = todo.kind == ToDoKind::PairTrainees || todo.kind == ToDoKind::EnrolTrainees || todo.kind == ToDoKind::MarkAnswers;
        if (&into != &ahead) m_dueByPage[todo.page] += each ? todo.count : 1;
        into.push_back(std::move(todo));
    }
    m_waiting = folded(waiting);
    m_ahead = folded(ahead);
    if (onChanged) onChanged();
}

void TodayView::loadNews(store::ChangeNumber since) {
    if (since == 0) since = firstNewsSince(m_desk);
    m_news = newsSince(m_desk, since, NEWS_LINES, m_language);
    m_turns = m_role == Role::Manager ? turnsSince(m_desk, since) : std::vector<Turn>();
    m_trainees.clear();
    if (m_role == Role::Mentor) {
        MyTrainees mine(m_desk, m_language);
        mine.load();
        m_trainees = mine.rows();
    }
    if (onChanged) onChanged();
}

int TodayView::due() const {
    int count = static_cast<int>(m_sessions.size());
    for (const auto& line : m_waiting)
        count += line.more > 0 ? line.more : 1;
    return count;
}

} // namespace fledgling::app
