#include "ui/training/TrainingPage.h"

#include "app/quiz/QuizToDo.h"
#include "app/history/History.h"
#include "ui/Language.h"
#include "ui/controls/CopyOnDisk.h"
#include "ui/controls/RichText.h"
#include "ui/controls/Table.h"
#include "ui/exports/ExportFile.h"
#include "ui/people/OwnLeave.h"
#include "ui/problems/AnswersText.h"
#include "ui/today/TodayPageNews.h"
#include "ui/training/TrainingParts.h"
#include "ui/training/TrainingSheets.h"
#include "ui/training/TrainingWords.h"

#include <algorithm>
#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace fledgling::ui {

using app::TraineeView;
using look::State;

namespace {

constexpr int NEWS_LINES = 5;

} // namespace

TrainingPage::TrainingPage(wxWindow* parent, Session& of)
    : Page(parent, of, _("My training")), m_view(desk(), courseLanguage()), m_visit(session()) {
    m_sign = addAction(_("I have read it: sign"), "F9", [this] { sign(); });
    m_export = addAction(_("Export my calendar"), "Ctrl+E", [this] { exportCalendar(); });
    m_askLeave = addAction(_("Ask for leave"), "L", [this] { askLeave(); });
    onKey("Space", _("read on"), [this] { readOn(); });
    layOut();
    listenTo({app::Topic::Roll, app::Topic::Evidence, app::Topic::Problems, app::Topic::Cohorts, app::Topic::Pairing, app::Topic::Logs,
              app::Topic::Skills, app::Topic::Results, app::Topic::Quizzes, app::Topic::Chats, app::Topic::Decisions, app::Topic::Courses, app::Topic::Calendar,
              app::Topic::People});
    SetExtraStyle(GetExtraStyle() | wxWS_EX_PROCESS_IDLE);
    Bind(wxEVT_IDLE, [this](wxIdleEvent& event) {
        event.Skip();
        watchReading();
    });
}

TrainingPage::~TrainingPage() = default;

void TrainingPage::layOut() {
    m_next = look::label(body(), {}, look::Type::Section);
    m_when = look::label(body(), {});
    m_mentor = look::label(body(), {}, look::Type::Body, true);
    content()->Add(m_next, wxSizerFlags().Expand());
    content()->Add(m_when, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 0.5)));
    content()->Add(m_mentor, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, look::gap(this, 0.5)));
    auto* main = new wxPanel(body());
    m_leave = std::make_unique<OwnLeave>(*this, session(), content(), main);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_parts =
        new Table(main, _("My training"),
                  {{.title = _("sessions and texts"), .sortable = false, .stretches = true},
                   {.title = _("when"), .sortable = false, .matters = true},
                   {.title = _("state"), .sortable = false, .matters = true}});
    m_parts->shareWidth();
    m_parts->onSelect = [this](const std::string& id) { openPart(id); };
    m_parts->onActivate = [this](const std::string& id) {
        if (id == "evidence") return session().go("evidence");
        if (id == "record") return session().go("person", m_view.trainee().text());
        if (id == "quiz") return session().go("quiz", m_quiz.subject);
        for (const auto& one : m_news)
            if (parts::idOf(one) == id && !one.page.empty())
                return session().go(one.page, one.pageSubject);
        if (id == "results") {
            m_attempts = !m_attempts;
            return openPart(id);
        }
        m_text->SetFocus();
    };
    m_parts->onKey = [this](const wxKeyEvent& key, const std::string&) {
        if (key.HasAnyModifiers() || (key.GetKeyCode() != WXK_SPACE && key.GetKeyCode() != WXK_PAGEDOWN))
            return false;
        readOn();
        return true;
    };
    m_parts->SetMinSize(FromDIP(wxSize(430, 200)));
    m_text = new RichText(main, _("What it says"));
    m_text->setPictures([this](const std::string& path) { return m_view.file(path); });
    m_text->onLink = [this](const std::string& path) { openFile(path); };
    row->Add(m_parts, wxSizerFlags(1).Expand().Border(wxRIGHT, look::gap(this, 2)));
    row->Add(m_text, wxSizerFlags(1).Expand());
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(row, wxSizerFlags(1).Expand().Border(wxTOP, look::gap(this)));
    main->SetSizer(all);
}

void TrainingPage::show(const std::string& subject) {
    if (!subject.empty()) m_part = subject;
    m_visit.begin("training");
}

std::optional<std::string> TrainingPage::whereabouts() {
    return m_part;
}

void TrainingPage::refresh() {
    if (!attempt([&] {
            m_view.load();
            m_leave->refresh();
        }))
        return;
    enableAction(m_askLeave, !session().past() && !m_leave->isOpen(), session().past() ? _("The past is read-only.") : wxString());
    if (!m_view.enrolled()) {
        setFigure({});
        enableAction(m_sign, false, _("You are in no cohort yet."));
        enableAction(m_export, false, _("You are in no cohort yet."));
        if (m_leave->isOpen()) return;
        return showEmpty(
            _("Here stand your sessions, texts to sign, skills and readiness. A supervisor or trainer enrols "
              "you in a cohort first; your problem log is open already."),
            _("Open my problem log"), [this] { session().go("problems"); });
    }
    enableAction(m_export, true);
    showContent();
    drawHeader();
    drawParts();
}

void TrainingPage::drawHeader() {
    const auto* next = m_view.next();
    const auto owed = m_view.owed();
    if (next) {
        m_next->SetLabel(wxString::Format(_("Next: %s"), u8(next->title)));
        m_when->SetLabel(dotted({sheets::whenText(*next), u8(next->room), u8(next->trainer)}));
    } else if (!owed.empty()) {
        std::vector<wxString> titles;
        for (const auto* one : owed)
            titles.push_back(u8(one->title));
        m_next->SetLabel(wxString::Format(_("Make-up owed: %s"), listText(titles)));
        m_when->SetLabel(owed.size() == 1 ? sheets::makeUpText(*owed.front()) : wxString());
    } else {
        m_next->SetLabel(_("All your sessions are behind you."));
        m_when->SetLabel({});
    }
    m_when->Show(!m_when->GetLabel().empty());
    const auto ended = m_view.mentoringEnded();
    wxString mentor = ended ? wxString::Format(_("Mentoring ended on %s."), dateText(*ended)) : _("You have no mentor yet.");
    if (!m_view.mentorName().empty())
        mentor = wxString::Format(_("Your mentor: %s since %s"), u8(m_view.mentorName()),
                                  dayText(*m_view.mentorSince()));
    m_mentor->SetLabel(dotted(
        {u8(m_view.cohort()), mentor,
         m_view.daysMentored() > m_view.daysNeeded()
             ? wxString::Format(_("%d days with a mentor, %d needed"), m_view.daysMentored(), m_view.daysNeeded())
             : wxString::Format(_("%d of %d days with a mentor"), m_view.daysMentored(), m_view.daysNeeded()),
         m_view.review() ? wxString::Format(_("review %s"), nearDayText(*m_view.review())) : wxString()}));
    const auto& decision = m_view.decision();
    const int steps = static_cast<int>(m_view.steps().size());
    if (decision && decision->kind == domain::DecisionKind::Approve)
        setFigure(_("you may go live"), State::Met);
    else if (m_view.readiness().verdict == domain::Verdict::Ready)
        setFigure(_("ready to go live"), State::Met);
    else
        setFigure(wxString::Format(wxPLURAL("%d step to going live", "%d steps to going live", steps), steps),
                  State::Due);
}

void TrainingPage::addNews(std::vector<Row>& rows) {
    const auto seen = app::bookState(desk()).changes;
    m_news.clear();
    if (m_visit.since() > 0 && !session().past())
        attempt([&] { m_news = app::newsSince(desk(), m_visit.since(), NEWS_LINES, courseLanguage()); });
    m_visit.seen(seen);
    parts::addNews(rows, m_news, desk().clock);
}

std::string TrainingPage::firstPart() const {
    for (const auto& one : m_view.sessions())
        if (!m_part.empty() && (one.session.text() == m_part || one.courseSession == m_part))
            return parts::idOf(one);
    for (const auto& one : m_view.texts())
        if (one.file == m_part) return parts::idOf(one);
    if (!m_parts->textAt(m_part, 0).empty()) return m_part;
    if (const auto* next = m_view.next()) return parts::idOf(*next);
    for (const auto& one : m_view.texts())
        if (!one.done) return parts::idOf(one);
    return "readiness";
}

/// A quiz of one's own that is under way, or can be taken now.
void TrainingPage::findQuiz() {
    m_quiz = {};
    if (!m_view.own()) return;
    std::vector<app::ToDo> list;
    if (!attempt([&] { list = app::quizToDo(desk(), domain::Role::Trainee, courseLanguage()); })) return;
    for (const auto& one : list) {
        if (!one.due) continue;
        m_quiz = {.subject = one.subject,
                  .title = u8(one.name),
                  .toDo = one.kind == app::ToDoKind::GoOnWithQuiz ? _("under way") : _("to take")};
        return;
    }
}

void TrainingPage::drawParts() {
    findQuiz();
    std::vector<Row> rows;
    parts::addSessions(rows, m_view);
    parts::addTexts(rows, m_view);
    parts::addStanding(rows, m_view, m_quiz);
    addNews(rows);
    m_parts->set(std::move(rows));
    m_part = firstPart();
    m_parts->select(m_part);
    openPart(m_part);
}

void TrainingPage::openPart(const std::string& id) {
    m_part = id;
    std::string html;
    // A heading has no text of its own, and what is shown beside it would be another row's.
    if (id.starts_with("group "))
        html = "<p>" + escapedHtml(wxString::Format(_("%s: choose a line below."), m_parts->textAt(id, 0))) + "</p>";
    for (const auto& one : m_view.sessions())
        if (parts::idOf(one) == id) html = sheets::session(m_view, one);
    if (const auto* text = chosenText()) html = sheets::text(m_view, *text);
    if (id == "attendance") html = sheets::attendance(m_view);
    if (id == "skills") html = sheets::skills(m_view);
    if (id == "quiz" || id == "results") html = sheets::results(m_view, m_attempts);
    if (id == "answers") {
        attempt([&] { html = m_view.answers(); });
        html = answersToRead(html);
    }
    if (id == "evidence") html = sheets::evidence(m_view);
    if (id == "readiness") html = sheets::readiness(m_view);
    if (id == "record")
        html = paragraphHtml(_("One list of all there is about you: half days and marks, log entries, skills, quizzes, practical checks, days of "
                               "chats, appeals and decisions, each with who kept it and when. Enter opens it.")) +
               paragraphHtml(_("To have it printed, open Reports, Training record."));
    for (const auto& one : m_news)
        if (parts::idOf(one) == id)
            html = "<p>" + escapedHtml(newsText(one)) + "</p><p>" + escapedHtml(momentText(desk().clock, one.at)) + "</p>";
    m_text->setText(html);
    watchReading();
}

const TraineeView::Text* TrainingPage::chosenText() const {
    for (const auto& one : m_view.texts())
        if (parts::idOf(one) == m_part) return &one;
    return nullptr;
}

void TrainingPage::readOn() {
    m_text->turnPage(1);
}

bool TrainingPage::atEnd() const {
    int units = 0;
    m_text->GetScrollPixelsPerUnit(nullptr, &units);
    const int below =
        m_text->GetVirtualSize().y - m_text->GetViewStart().y * units - m_text->GetClientSize().y;
    return m_text->IsShownOnScreen() && below <= 2 * std::max(units, 1);
}

void TrainingPage::watchReading() {
    const auto* text = chosenText();
    if (text && atEnd()) m_read.insert(text->file);
    const bool readToEnd = text && m_read.contains(text->file);
    const bool live = text && !text->done && m_view.own() && readToEnd && !m_leave->isOpen();
    const wxString why = !text           ? _("Choose a text to sign first.")
                         : text->done    ? _("You have signed this text.")
                         : !m_view.own() ? _("Only you sign, and only now.")
                                         : _("Read it to its end first.");
    if (m_sign->IsEnabled() != live || (!live && m_sign->GetToolTipText() != why))
        enableAction(m_sign, live, why);
}

void TrainingPage::exportCalendar() {
    app::ExportChoice choice;
    choice.person = m_view.trainee();
    askExport(*this, session(), {app::ExportKind::Calendar}, choice, m_view.name());
}

void TrainingPage::askLeave() {
    // Leave is asked for before a cohort begins, too.
    showContent();
    m_leave->ask();
    enableAction(m_askLeave, false);
}

void TrainingPage::sign() {
    const auto* text = chosenText();
    if (!text) return;
    const std::string file = text->file;
    if (!attempt([&] { m_view.acknowledge(file); })) return;
    for (const auto& one : m_view.texts())
        if (!one.done) {
            m_part = parts::idOf(one);
            break;
        }
    drawHeader();
    drawParts();
}

void TrainingPage::openFile(const std::string& path) {
    for (const auto& one : m_view.texts())
        if (one.file == path) return m_parts->select(parts::idOf(one));
    const auto bytes = m_view.file(path);
    if (!bytes) return inform(wxString::Format(_("%s is not in the course package."), u8(path)));
    if (const auto sorry = openedOutside(copyOnDisk(*bytes, path.substr(path.rfind('/') + 1))); !sorry.empty()) inform(look::Notice::Warning, sorry);
}

void TrainingPage::focusFirst() { m_leave->isOpen() ? m_leave->editor()->focusFirst() : m_parts->takeFocus(); }

std::vector<app::BookKey> TrainingPage::focusedKeys() {
    if (!m_view.enrolled()) return {};
    const std::string own = m_view.trainee().text();
    if (const auto* text = chosenText()) return {{"acknowledgement", {own, m_view.course(), text->file}}};
    if (m_part == "skills") return {{"skill", {own}}};
    if (m_part == "results") return {{"result", {own}}};
    if (m_part == "readiness") return {{"decision", {own}}, {"pairing", {own}}};
    std::vector<app::BookKey> keys;
    for (const auto& one : m_view.sessions())
        if (!one.session.empty() && (m_part == "attendance" || m_part == parts::idOf(one)))
            keys.push_back({"mark", {one.session.text(), own}});
    return keys;
}

wxString TrainingPage::help() const {
    return _("Your own training: the next session on top, then all sessions with their texts, the texts you "
             "sign for, and "
             "where you stand. Arrows choose on the left, Space reads on at the right, Enter goes into the "
             "text. A text is "
             "signed with F9 once you have read it to its end. L asks for leave.");
}

} // namespace fledgling::ui
