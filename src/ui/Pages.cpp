#include "ui/Pages.h"

#include "ui/assessment/AssessPage.h"
#include "ui/calendar/CalendarPage.h"
#include "ui/chats/ChatsPage.h"
#include "ui/chats/PointsPage.h"
#include "ui/cohorts/CohortsPage.h"
#include "ui/course/CoursePage.h"
#include "ui/evidence/EvidencePage.h"
#include "ui/courseeditor/CourseEditorPage.h"
#include "ui/frame/HelpPage.h"
#include "ui/history/HistoryPage.h"
#include "ui/mentoring/LogPage.h"
#include "ui/mentoring/TraineesPage.h"
#include "ui/pairing/PairingPage.h"
#include "ui/merge/MergePage.h"
#include "ui/mentors/EvaluatePage.h"
#include "ui/mentors/MentorsPage.h"
#include "ui/people/PeoplePage.h"
#include "ui/person/PersonPage.h"
#include "ui/practical/PracticalPage.h"
#include "ui/problems/WeeklyPage.h"
#include "ui/quiz/MarkingPage.h"
#include "ui/quiz/QuestionsPage.h"
#include "ui/quiz/QuizPage.h"
#include "ui/readiness/ReadinessPage.h"
#include "ui/reports/ReportsPage.h"
#include "ui/roll/RollPage.h"
#include "ui/today/TodayPage.h"
#include "ui/tour/TourPage.h"
#include "ui/training/ProblemsPage.h"
#include "ui/training/TrainingPage.h"

#include <algorithm>
#include <map>
#include <wx/translation.h>

namespace fledgling::ui {
namespace {

template <class P>
Page* make(wxWindow* parent, Session& session) {
    return new P(parent, session);
}

const std::vector<std::string>& idsOf(domain::Role role) {
    using enum domain::Role;
    static const std::map<domain::Role, std::vector<std::string>> rails{
        {Trainer, {"today", "roll", "cohorts", "course", "assess", "practical", "marking", "questions", "evidence", "reports", "readiness", "weekly"}},
        {Mentor, {"today", "trainees", "log", "practical", "chats", "evidence", "readiness", "points", "quiz", "weekly", "mentors", "reports"}},
        {Manager,
         {"today", "readiness", "pairing", "mentors", "points", "reports", "people", "history", "cohorts", "calendar", "weekly"}},
        {Supervisor,
         {"today", "roll", "cohorts", "course", "assess", "practical", "marking", "questions", "reports", "pairing", "mentors", "people", "calendar",
          "readiness", "evidence", "weekly"}},
        {Trainee, {"training", "today", "evidence", "quiz", "practical", "points", "problems", "evaluate", "reports"}}};
    return rails.at(role);
}

} // namespace

const std::vector<PageEntry>& pages() {
    static const std::vector<PageEntry> all{
        {"today", wxTRANSLATE("Today"), "today", make<TodayPage>},
        {"roll", wxTRANSLATE("Roll"), "roll", make<RollPage>},
        {"readiness", wxTRANSLATE("Readiness"), "readiness", make<ReadinessPage>},
        {"pairing", wxTRANSLATE("Pairing"), "pairing", make<PairingPage>},
        {"trainees", wxTRANSLATE("My trainees"), "trainees", make<TraineesPage>},
        {"log", wxTRANSLATE("Log"), "log", make<LogPage>},
        {"training", wxTRANSLATE("My training"), "training", make<TrainingPage>},
        {"quiz", wxTRANSLATE("Quizzes"), "quiz", make<QuizPage>},
        {"problems", wxTRANSLATE("Problem log"), "problems", make<ProblemsPage>},
        {"cohorts", wxTRANSLATE("Cohorts"), "cohorts", make<CohortsPage>},
        {"people", wxTRANSLATE("People"), "people", make<PeoplePage>},
        {"person", wxTRANSLATE("Person"), "person", make<PersonPage>},
        {"calendar", wxTRANSLATE("Calendar"), "calendar", make<CalendarPage>},
        {"course", wxTRANSLATE("Course"), "course", make<CoursePage>},
        {"courseeditor", wxTRANSLATE("Course editor"), "edit", make<CourseEditorPage>, domain::Verb::LoadCourse},
        {"assess", wxTRANSLATE("Assess"), "assess", make<AssessPage>},
        {"chats", wxTRANSLATE("Chats"), "chats", make<ChatsPage>},
        {"points", wxTRANSLATE("Points"), "points", make<PointsPage>},
        {"mentors", wxTRANSLATE("Mentors"), "mentor", make<MentorsPage>},
        {"evaluate", wxTRANSLATE("My mentor"), "mentor", make<EvaluatePage>},
        {"practical", wxTRANSLATE("Practicals"), "practical", make<PracticalPage>},
        {"evidence", wxTRANSLATE("Evidence"), "skill", make<EvidencePage>},
        {"weekly", wxTRANSLATE("Problem summary"), "problems", make<WeeklyPage>},
        {"marking", wxTRANSLATE("Open answers"), "edit", make<MarkingPage>},
        {"questions", wxTRANSLATE("Questions"), "questions", make<QuestionsPage>},
        {"reports", wxTRANSLATE("Reports"), "reports", make<ReportsPage>},
        {"history", wxTRANSLATE("History"), "history", make<HistoryPage>},
        {"merge", wxTRANSLATE("Merge a copy"), "history", make<MergePage>},
        {"help", wxTRANSLATE("Keys and about"), "help", make<HelpPage>},
        {"tour", wxTRANSLATE("A tour of the program"), "film", make<TourPage>},
    };
    return all;
}

const PageEntry* pageOf(const std::string& id) {
    const auto at =
        std::find_if(pages().begin(), pages().end(), [&](const PageEntry& one) { return one.id == id; });
    return at == pages().end() ? nullptr : &*at;
}

std::vector<const PageEntry*> railOf(domain::Role role) {
    std::vector<const PageEntry*> rail;
    for (const auto& id : idsOf(role))
        if (const auto* entry = pageOf(id)) rail.push_back(entry);
    return rail;
}

wxString railKey(std::size_t place) {
    constexpr std::size_t KEYS = 9;
    return place < KEYS ? wxString::Format("Alt+%d", static_cast<int>(place) + 1) : wxString();
}

} // namespace fledgling::ui
