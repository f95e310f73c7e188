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
#include <string_view>
#include <wx/translation.h>

namespace fledgling::ui {
namespace {

template <class P>
Page* make(wxWindow* parent, Session& session) {
    return new P(parent, session);
}

wxString waitingForMentor(int count) {
    return wxString::Format(wxPLURAL("%d trainee waits for a mentor", "%d trainees wait for a mentor", static_cast<unsigned>(count)), count);
}

/// As on the keyboard, row by row: none of the letters opens a menu.
constexpr std::string_view RAIL_KEYS = "1234567890QWERTYU";

struct IdGroup {
    const char* title;
    std::vector<std::string> ids;
};

constexpr const char* CLASS = wxTRANSLATE("Course and class");
constexpr const char* PEOPLE_AND_PAIRS = wxTRANSLATE("People and pairs");
constexpr const char* ASSESSMENT = wxTRANSLATE("Assessment");
constexpr const char* DECISIONS = wxTRANSLATE("Decisions and reports");
constexpr const char* MENTOR_AND_REPORTS = wxTRANSLATE("Mentor and reports");

const std::vector<IdGroup>& idsOf(domain::Role role) {
    using enum domain::Role;
    static const std::map<domain::Role, std::vector<IdGroup>> rails{
        {Trainer,
         {{"", {"today"}},
          {CLASS, {"roll", "cohorts", "course"}},
          {ASSESSMENT, {"assess", "practical", "marking", "questions", "evidence"}},
          {DECISIONS, {"readiness", "weekly", "reports"}}}},
        {Mentor,
         {{"", {"today"}},
          {PEOPLE_AND_PAIRS, {"trainees", "log", "mentors"}},
          {ASSESSMENT, {"practical", "chats", "evidence", "quiz"}},
          {DECISIONS, {"readiness", "points", "weekly", "reports"}}}},
        {Manager,
         {{"", {"today"}},
          {DECISIONS, {"readiness", "points", "reports", "weekly", "history"}},
          {PEOPLE_AND_PAIRS, {"pairing", "mentors", "people"}},
          {CLASS, {"cohorts", "calendar"}}}},
        {Supervisor,
         {{"", {"today"}},
          {CLASS, {"roll", "cohorts", "course", "calendar"}},
          {ASSESSMENT, {"assess", "practical", "marking", "questions", "evidence"}},
          {PEOPLE_AND_PAIRS, {"people", "pairing", "mentors"}},
          {DECISIONS, {"readiness", "points", "weekly", "reports"}}}},
        {Trainee,
         {{"", {"training", "today"}},
          {ASSESSMENT, {"evidence", "quiz", "practical", "points"}},
          {MENTOR_AND_REPORTS, {"problems", "evaluate", "reports"}}}}};
    return rails.at(role);
}

} // namespace

const std::vector<PageEntry>& pages() {
    using enum domain::Verb;
    static const std::vector<PageEntry> all{
        {"today", wxTRANSLATE("Today"), "today", make<TodayPage>},
        {"roll", wxTRANSLATE("Roll"), "roll", make<RollPage>, MarkRoll},
        {"readiness", wxTRANSLATE("Readiness"), "readiness", make<ReadinessPage>, SeeReadiness},
        {"pairing", wxTRANSLATE("Pairing"), "pairing", make<PairingPage>, ProposePairs, false, waitingForMentor},
        {"trainees", wxTRANSLATE("My trainees"), "trainees", make<TraineesPage>, SeeReadiness},
        {"log", wxTRANSLATE("Log"), "log", make<LogPage>, SeeReadiness},
        {"training", wxTRANSLATE("My training"), "training", make<TrainingPage>},
        {"quiz", wxTRANSLATE("Quizzes"), "quiz", make<QuizPage>},
        {"problems", wxTRANSLATE("Problem log"), "problems", make<ProblemsPage>, WriteProblem},
        {"cohorts", wxTRANSLATE("Cohorts"), "cohorts", make<CohortsPage>, LayCohort},
        {"people", wxTRANSLATE("People"), "people", make<PeoplePage>, EnrolTrainee},
        {"person", wxTRANSLATE("Person"), "person", make<PersonPage>},
        {"calendar", wxTRANSLATE("Calendar"), "calendar", make<CalendarPage>, LayCohort},
        {"course", wxTRANSLATE("Course"), "course", make<CoursePage>, LoadCourse},
        {"courseeditor", wxTRANSLATE("Course editor"), "edit", make<CourseEditorPage>, LoadCourse, true},
        {"assess", wxTRANSLATE("Assess"), "assess", make<AssessPage>, EnterResult},
        {"chats", wxTRANSLATE("Chats"), "chats", make<ChatsPage>, ReviewChats},
        {"points", wxTRANSLATE("Points"), "points", make<PointsPage>},
        {"mentors", wxTRANSLATE("Mentors"), "mentor", make<MentorsPage>, SeeMentors},
        {"evaluate", wxTRANSLATE("My mentor"), "mentor", make<EvaluatePage>, EvaluateMentor},
        {"practical", wxTRANSLATE("Practicals"), "practical", make<PracticalPage>},
        {"evidence", wxTRANSLATE("Evidence"), "skill", make<EvidencePage>},
        {"weekly", wxTRANSLATE("Problem summary"), "problems", make<WeeklyPage>, AgreeAnswer},
        {"marking", wxTRANSLATE("Open answers"), "edit", make<MarkingPage>, MarkAnswers},
        {"questions", wxTRANSLATE("Questions"), "questions", make<QuestionsPage>, EditQuestions},
        {"reports", wxTRANSLATE("Reports"), "reports", make<ReportsPage>},
        {"history", wxTRANSLATE("History"), "history", make<HistoryPage>, SeeHistory},
        {"merge", wxTRANSLATE("Merge a copy"), "history", make<MergePage>, MergeBook},
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

bool opensTo(const PageEntry& page, const std::set<domain::Role>& roles) { return !page.needs || domain::may(roles, *page.needs); }

std::vector<RailGroup> railGroupsOf(domain::Role role) {
    std::vector<RailGroup> groups;
    for (const auto& group : idsOf(role)) {
        groups.push_back({group.title, {}});
        for (const auto& id : group.ids)
            if (const auto* entry = pageOf(id)) groups.back().pages.push_back(entry);
    }
    return groups;
}

std::vector<const PageEntry*> railOf(domain::Role role) {
    std::vector<const PageEntry*> rail;
    for (const auto& group : railGroupsOf(role))
        rail.insert(rail.end(), group.pages.begin(), group.pages.end());
    return rail;
}

wxString railKey(std::size_t place) {
    return place < RAIL_KEYS.size() ? wxString::Format("Alt+%c", RAIL_KEYS[place]) : wxString();
}

std::optional<std::size_t> railPlaceOf(int keyCode) {
    for (std::size_t place = 0; place < RAIL_KEYS.size(); ++place)
        if (RAIL_KEYS[place] == keyCode) return place;
    return {};
}

} // namespace fledgling::ui
