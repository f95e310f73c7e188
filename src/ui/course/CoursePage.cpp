#include "ui/course/CoursePage.h"

#include "app/Words.h"
#include "app/courseeditor/CourseEditor.h"
#include "ui/Language.h"
#include "ui/controls/Chips.h"
#include "ui/controls/Paragraph.h"
#include "ui/controls/RichText.h"
#include "ui/controls/Table.h"
#include "ui/course/VersionEffects.h"
#include "ui/courseeditor/EditorWords.h"
#include "ui/frame/Doors.h"
#include "ui/problems/AnswersText.h"
#include "ui/training/TrainingWords.h"

#include <filesystem>
#include <wx/simplebook.h>
#include <wx/sizer.h>
#include <wx/utils.h>

namespace fledgling::ui {

using Part = app::CourseView::Part;
using PartKind = app::CourseView::PartKind;

namespace {

/// How often a package on disk is looked at for changes, in milliseconds.
constexpr int WATCH_MS = 1000;

std::string escaped(const std::string& text) {
    std::string safe;
    for (const char c : text)
        c == '<' ? safe += "&lt;" : c == '&' ? safe += "&amp;" : c == ' ' ? safe += "&nbsp;" : safe += c;
    return safe;
}

wxString postsOrAll(const std::set<domain::Post>& posts) { return posts.empty() ? _("all posts") : postsText(posts); }

} // namespace

CoursePage::CoursePage(wxWindow* parent, Session& of)
    : Page(parent, of, _("Course")), m_view(desk(), courseLanguage()), m_watch(this) {
    m_keep = addAction(_("Keep this version"), "Ctrl+Enter", [this] { keep(); });
    m_edit = addAction(_("Edit"), "F2", [this] { edit(); });
    addAction(_("Open a course folder"), "Ctrl+O", [this] { choosePackage(); });
    // The first to fold: it needs a cohort chosen first.
    m_move = addAction(_("Move a cohort"), "Ctrl+M", [this] { moveCohort(); });
    onKey("F5", _("read again"), [this] { refresh(); });
    m_versions = chips().addPick(_("Version"), {}, "", [this](const std::string& id) {
        const auto slash = id.find('/');
        attempt([&] {
            m_view.showVersion(id.substr(0, slash), slash == std::string::npos ? "" : id.substr(slash + 1));
        });
        refresh();
    });
    layOut();
    layOutProblems();
    m_effects = new VersionEffects(body());
    m_effects->onChosen = [this] { enableDeeds(); };
    m_effects->onActivate = [this] { moveCohort(); };
    content()->Add(m_effects, wxSizerFlags(2).Expand().Border(wxTOP, look::gap(this)));
    listenTo({app::Topic::Courses, app::Topic::Cohorts, app::Topic::Problems});
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
        if (m_view.changedOnDisk()) refresh();
    });
}

void CoursePage::layOut() {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_parts = new Table(body(), _("Days and sessions"),
                        {{.title = _("Days and sessions"), .sortable = false, .stretches = true},
                         {.title = _("when"), .sortable = false, .matters = true}});
    m_parts->shareWidth();
    m_parts->onSelect = [this](const std::string& id) { openPart(id); };
    m_parts->onActivate = [this](const std::string&) { m_sheets->GetCurrentPage()->SetFocus(); };
    m_parts->SetMinSize(FromDIP(wxSize(300, -1)));
    auto* right = new wxBoxSizer(wxVERTICAL);
    m_about = new Paragraph(body(), look::Type::Small, true);
    m_sheets = new wxSimplebook(body());
    m_text = new RichText(m_sheets, _("Text as it is taught"));
    m_text->setPictures([this](const std::string& path) { return m_view.file(path); });
    m_list =
        new Table(m_sheets, _("Requirements"),
                  {{.title = _("item"), .sortable = false, .matters = true},
                   {.title = _("for"), .sortable = false},
                   {.title = _("needed"), .sortable = false, .matters = true},
                   {.title = _("what to watch for"), .sortable = false, .stretches = true}});
    m_list->shareWidth();
    m_sheets->AddPage(m_text, "text");
    m_sheets->AddPage(m_list, "list");
    right->Add(m_about, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this)));
    right->Add(m_sheets, wxSizerFlags(1).Expand());
    row->Add(m_parts, wxSizerFlags(4).Expand().Border(wxRIGHT, look::gap(this, 2)));
    row->Add(right, wxSizerFlags(5).Expand());
    content()->Add(row, wxSizerFlags(3).Expand());
}

void CoursePage::layOutProblems() {
    m_problems = new Table(body(), _("Problems of the package"),
                           {{.title = _("where"), .width = 28, .sortable = false},
                            {.title = _("what is wrong, and what to write instead"),
                             .width = 60,
                             .sortable = false,
                             .stretches = true}});
    m_problems->onSelect = [this](const std::string& id) { showSource(id); };
    m_problems->onActivate = [this](const std::string& id) { openSource(id); };
    content()->Add(m_problems, wxSizerFlags(2).Expand().Border(wxTOP, look::gap(this)));
}

void CoursePage::show(const std::string& subject) {
    if (subject.starts_with("/")) return openPackage(subject);
    if (!subject.empty()) m_part = subject;
}

std::optional<std::string> CoursePage::whereabouts() {
    return m_view.package().empty() ? m_part : m_view.package();
}

void CoursePage::refresh() {
    if (!attempt([&] { m_view.load(); })) return;
    const bool package = !m_view.package().empty();
    package ? (void)m_watch.Start(WATCH_MS) : m_watch.Stop();
    enableDeeds();
    if (!m_view.course() && !package) return showNone();
    showContent();
    drawVersions();
    drawParts();
    drawProblems();
    m_effects->set(m_view.pointsChanges(), m_view.cohortMoves());
    enableDeeds();
    body()->Layout();
    drawAbout();
}

/// A new department begins with the course that comes with the program, unless it has its own.
void CoursePage::showNone() {
    const auto shipped = look::assets() / "courses" / "customer-service";
    std::error_code none;
    if (!std::filesystem::exists(shipped, none))
        return showEmpty(_("No course is loaded. A course is a folder of text files: days, sessions, quizzes and rules."),
                         _("Open a course folder"), [this] { choosePackage(); });
    showEmpty(_("No course is loaded. One of three days comes with Fledgling: look at it, and keep it with Ctrl+Enter. Your own, "
                "a folder of text files, is opened with Ctrl+O."),
              _("Look at the three-day course"), [this, path = shipped.string()] { openPackage(path); });
}

void CoursePage::drawVersions() {
    std::vector<Chips::Option> options;
    std::string chosen;
    if (!m_view.package().empty()) {
        chosen = "disk/";
        options.push_back({chosen, wxString::Format(_("on disk: %s"), u8(m_view.package()))});
    }
    for (auto it = m_view.versions().rbegin(); it != m_view.versions().rend(); ++it) {
        const std::string id = it->course + "/" + it->version;
        options.push_back({id, u8(it->title + " · " + it->version)});
        if (chosen.empty() && m_view.course() && m_view.course()->id == it->course &&
            m_view.course()->version == it->version)
            chosen = id;
    }
    chips().setOptions(m_versions, options, chosen);
}

wxString CoursePage::partTitle(const Part& part) const {
    switch (part.kind) {
    case PartKind::Session:
    case PartKind::RuleText: return u8(part.title);
    case PartKind::Skills: return _("Skills to sign off");
    case PartKind::Assessments: return _("Assessments");
    case PartKind::Criteria: return _("Readiness criteria");
    case PartKind::Answers: return _("Questions and answers");
    }
    return {};
}

void CoursePage::drawParts() {
    std::vector<Row> rows;
    std::string day;
    bool rest = false;
    for (const auto& part : m_view.parts()) {
        if (part.kind == PartKind::Session && part.day != day) {
            day = part.day;
            rows.push_back({"day " + day, {{.text = u8(day), .bold = true}, {}}});
        }
        if (part.kind != PartKind::Session && !rest) {
            rest = true;
            rows.push_back({"day rest", {{.text = _("Rules and requirements"), .bold = true}, {}}});
        }
        const wxString when = part.half ? u8(app::word(*part.half, tongue)) : wxString();
        rows.push_back({part.id, {{.text = "   " + partTitle(part)}, {.text = when, .muted = true}}});
    }
    m_parts->set(std::move(rows));
    if (!part(m_part) && !m_view.parts().empty()) m_part = m_view.parts().front().id;
    m_parts->select(m_part);
    openPart(m_part);
    setTitle(m_view.course() ? u8(m_view.title()) : _("Course"));
    setFigure(m_view.course() ? wxString::Format(_("%d sessions, %d skills"),
                                                 static_cast<int>(m_view.course()->sessionCount()),
                                                 static_cast<int>(m_view.course()->skills.size()))
                              : wxString());
}

void CoursePage::drawProblems() {
    std::vector<Row> rows;
    int errors = 0, number = 0;
    for (const auto& problem : m_view.problems()) {
        const bool error = problem.severity() == format::Severity::Error;
        errors += error ? 1 : 0;
        std::string place = problem.file;
        if (problem.line > 0)
            place += ":" + std::to_string(problem.line) + ":" + std::to_string(problem.column);
        rows.push_back({std::to_string(number++),
                        {{.text = u8(place), .state = error ? look::State::Missing : look::State::Due},
                         {u8(app::sentence(problem, tongue))}}});
    }
    const bool any = !rows.empty();
    m_problems->set(std::move(rows));
    m_problems->Show(any);
    if (any && m_view.parts().empty()) {
        if (m_problems->selected().empty()) m_problems->select("0");
        showSource(m_problems->selected());
    }
    if (errors > 0)
        setFigure(wxString::Format(wxPLURAL("%d error", "%d errors", errors), errors), look::State::Missing);
    body()->Layout();
}

void CoursePage::drawAbout() {
    const auto* course = m_view.course();
    const bool package = !m_view.package().empty();
    const bool draft = m_view.mayLoad() && (package || course) &&
                       app::draftWaits(desk(), doors::draftsFolder(), course ? course->id : "", course ? course->version : "", m_view.package());
    setStatus(draft ? followed(_("Your draft of it waits: F2 goes on with it."), aboutText()) : aboutText());
}

wxString CoursePage::aboutText() const {
    if (m_view.package().empty()) {
        std::vector<wxString> cohorts;
        for (const auto& name : m_view.cohorts())
            cohorts.push_back(u8(name));
        return cohorts.empty() ? _("No cohort takes this version yet.") : wxString::Format(_("Taken by %s."), listText(cohorts));
    }
    if (m_view.broken()) return _("Nothing is kept while an error stands. The page reads the folder again when a file changes.");
    std::vector<wxString> parts;
    for (const auto& change : m_view.changes())
        parts.push_back(editor::differenceWords(change));
    const wxString clean = _("The package is clean.");
    return parts.empty() ? clean : followed(clean, wxString::Format(_("Against the newest version: %s."), listText(parts)));
}

const Part* CoursePage::part(const std::string& id) const {
    for (const auto& one : m_view.parts())
        if (one.id == id) return &one;
    return nullptr;
}

void CoursePage::openPart(const std::string& id) {
    const auto* found = part(id);
    // A file that can't be read has nothing of the course shown before.
    if (!found && m_view.parts().empty()) m_about->set({}), m_text->setText({});
    if (!found) return;
    m_part = id;
    std::vector<wxString> about;
    if (found->teaching) about.push_back(u8(app::word(*found->teaching, tongue)));
    if (found->hours) about.push_back(u8(found->hours->text()));
    if (!found->lecturer.empty()) about.push_back(wxString::Format(_("taught by %s"), u8(found->lecturer)));
    if (found->minutes > 0) about.push_back(wxString::Format(_("%d minutes"), found->minutes));
    if (found->questions > 0) about.push_back(wxString::Format(_("%d quiz questions"), found->questions));
    m_about->set(dotted(about));
    const bool answers = found->kind == PartKind::Answers;
    if (answers || found->kind == PartKind::Session || found->kind == PartKind::RuleText) {
        const auto text = m_view.textOf(*found);
        m_text->setText(answers ? answersToRead(text) : text);
        m_sheets->ChangeSelection(TextSheet);
        return;
    }
    fillList(found->kind);
    m_sheets->ChangeSelection(ListSheet);
}

void CoursePage::fillList(PartKind kind) {
    std::vector<Row> rows;
    for (const auto& one : m_view.listOf(kind)) {
        wxString needed;
        if (kind == PartKind::Skills) needed = u8(app::word(one.need, tongue));
        if (kind == PartKind::Criteria) needed = wxString::Format(one.percent ? "%d %%" : "%d", one.atLeast);
        if (kind == PartKind::Assessments)
            needed = wxString::Format(_("%d %% of %d"), one.atLeast, one.count);
        rows.push_back({one.id,
                        {{.text = u8(one.title), .bold = true},
                         {kind == PartKind::Assessments ? wxString() : postsOrAll(one.posts)},
                         {needed},
                         {.text = u8(one.about), .muted = true}}});
    }
    m_list->set(std::move(rows));
}

const format::Problem* CoursePage::problem(const std::string& id) const {
    const auto at = static_cast<std::size_t>(std::stoi(id));
    return at < m_view.problems().size() ? &m_view.problems()[at] : nullptr;
}

void CoursePage::showSource(const std::string& id) {
    const auto* found = problem(id);
    if (!found) return;
    std::string html = "<table border=\"0\" cellspacing=\"0\" cellpadding=\"1\">";
    for (const auto& line : m_view.sourceAround(*found)) {
        const std::string number = std::to_string(line.number), text = escaped(line.text);
        html += "<tr><td align=\"right\"><tt>" + number + "&nbsp;</tt></td><td><tt>" +
                (line.bad ? "<b>&#9654; " + text + "</b>" : "&nbsp;&nbsp;" + text) + "</tt></td></tr>";
    }
    m_about->set(u8(found->file));
    m_text->setText(html + "</table>");
    m_sheets->ChangeSelection(TextSheet);
}

void CoursePage::openSource(const std::string& id) {
    const auto* found = problem(id);
    if (!found || found->file.empty()) return;
    const wxString path = u8(m_view.package() + "/" + found->file);
    if (wxLaunchDefaultApplication(path))
        inform(wxString::Format(_("Opened %s: go to line %d."), u8(found->file), found->line));
    else
        inform(
            look::Notice::Warning, wxString::Format(_("No program opens %s here. Its line %d is shown above."), path, found->line));
}

void CoursePage::focusFirst() {
    const bool unreadable = m_view.parts().empty() && m_problems->size() > 0;
    unreadable ? m_problems->takeFocus() : m_parts->takeFocus();
}

std::vector<app::BookKey> CoursePage::focusedKeys() {
    if (!m_view.course() || !m_view.package().empty()) return {};
    return {{"course", {m_view.course()->id}}};
}

wxString CoursePage::help() const {
    return _("The course as it is taught, day by day, with its rules, skills and criteria, and beside it the common answers "
             "that were agreed on. F2 changes it in "
             "forms. Or edit its folder with any text editor and open it here: the page checks it again whenever "
             "a file changes, and lists every problem with file and line. A changed course is kept as a new "
             "version; cohorts that are running keep theirs.");
}

} // namespace fledgling::ui
