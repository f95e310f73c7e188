#include "ui/quiz/QuestionsPage.h"

#include "app/Words.h"
#include "ui/Language.h"
#include "ui/controls/Chips.h"
#include "ui/controls/Folding.h"
#include "ui/controls/ReasonDialog.h"
#include "ui/controls/RichText.h"
#include "ui/controls/Table.h"
#include "ui/courseeditor/EditorWords.h"
#include "ui/exports/ExportFile.h"
#include "ui/quiz/BankImportPanel.h"
#include "ui/quiz/QuestionForm.h"
#include "ui/quiz/QuestionWords.h"
#include "ui/quiz/RegradePanel.h"

#include <algorithm>
#include <wx/choice.h>
#include <wx/filename.h>
#include <wx/sizer.h>

namespace fledgling::ui {

using look::State;

QuestionsPage::QuestionsPage(wxWindow* parent, Session& of)
    : Page(parent, of, _("Questions")), m_view(desk(), courseLanguage()) {
    addActions();
    m_versions = chips().addPick(_("Version"), {}, "", [this](const std::string& id) {
        remember();
        show(id);
        refresh();
    });
    m_banks = chips().addPick(_("Bank"), {}, "", [this](const std::string& path) {
        remember();
        const auto at = m_view.shown();
        m_recalled = false;
        attempt([&] { m_view.show(at.course, at.version, path); });
        refresh();
    });
    layOut();
    listenTo({app::Topic::Quizzes, app::Topic::Results, app::Topic::Courses, app::Topic::Cohorts});
}

void QuestionsPage::addActions() {
    m_keep = addAction(_("Keep"), "F9", [this] { keep(); });
    m_add = addAction(_("Add"), "N", [this] { add(); });
    m_edit = addAction(_("Edit"), "F2", [this] { edit(); });
    m_remove = addAction(_("Take away"), "Delete", [this] { remove(); });
    m_forget = addAction(_("Forget"), "F8", [this] { forget(); });
    m_regrade = addAction(_("Mark again"), "G", [this] { regrade(); });
    m_import = addAction(_("Import questions"), "Ctrl+O", [this] { importFile(); });
    m_export = addAction(_("Export questions"), "Ctrl+E", [this] { exportFile(); });
    onKey("Alt+Up", _("question up"), [this] { move(-1); });
    onKey("Alt+Down", _("question down"), [this] { move(1); });
}

void QuestionsPage::layOut() {
    m_board = new wxPanel(body());
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_table = new Table(m_board, _("Questions"),
                        {{.title = _("no."), .align = Column::Align::Right},
                         {.title = _("question"), .sortable = false, .stretches = true},
                         {.title = _("asked"), .align = Column::Align::Right},
                         {.title = _("difficulty"), .align = Column::Align::Right},
                         {.title = _("separates"), .align = Column::Align::Right},
                         {.title = _("meaning"), .sortable = false, .matters = true}});
    m_table->shareWidth();
    m_table->onSelect = [this](const std::string& id) { openQuestion(id); };
    m_table->onActivate = [this](const std::string&) { m_text->SetFocus(); };
    m_text = new RichText(m_board, _("As the trainee sees it"));
    row->Add(m_table, wxSizerFlags(5).Expand().Border(wxRIGHT, look::gap(this, 2)));
    row->Add(m_text, wxSizerFlags(3).Expand());
    m_board->SetSizer(row);
    foldBelow(m_board, row);
    content()->Add(m_board, wxSizerFlags(1).Expand());
    m_slot = std::make_unique<EditSlot>(content(), m_board);
}

void QuestionsPage::show(const std::string& subject) {
    const auto slash = subject.find('/');
    if (slash == std::string::npos) return;
    const auto blank = subject.find(' ', slash);
    const auto version = subject.substr(slash + 1, blank == std::string::npos ? blank : blank - slash - 1);
    const auto path = blank == std::string::npos ? std::string() : subject.substr(blank + 1);
    m_recalled = false;
    attempt([&] { m_view.show(subject.substr(0, slash), version, path); });
}

std::optional<std::string> QuestionsPage::whereabouts() {
    const auto& at = m_view.shown();
    if (at.course.empty()) return std::nullopt;
    return at.course + "/" + at.version + " " + at.path;
}

void QuestionsPage::refresh() {
    if (!attempt([&] { m_view.load(); })) return;
    recall();
    if (!m_view.bank()) {
        setFigure({});
        enableDeeds();
        return showEmpty(_("Questions stand here once a course with a bank of questions is loaded."));
    }
    showContent();
    drawPicks();
    drawRows();
    drawAbout();
}

void QuestionsPage::drawPicks() {
    std::vector<Chips::Option> versions, banks;
    for (auto it = m_view.versions().rbegin(); it != m_view.versions().rend(); ++it)
        versions.push_back({it->course + "/" + it->version, u8(it->title + " · " + it->version)});
    for (const auto& one : m_view.banks())
        banks.push_back({one.path, one.language.empty() ? u8(one.title) : dotted({u8(one.title), editor::languageName(one.language)})});
    chips().setOptions(m_versions, versions, m_view.shown().course + "/" + m_view.shown().version);
    chips().setNote(_("Alt+Up and Alt+Down move a question"));
    chips().setOptions(m_banks, banks, m_view.shown().path);
}

void QuestionsPage::drawRows() {
    std::vector<Row> rows;
    for (const auto& one : m_view.rows()) {
        const Cell none{.text = wxString::FromUTF8("–"), .muted = true};
        Cell meaning = none;
        if (!one.findings.empty())
            meaning = {.text = questions::word(one.findings.front()), .state = questions::stateOf(one.findings.front())};
        if (one.changed) meaning = {.text = _("not kept yet"), .state = State::Changed};
        rows.push_back({std::to_string(one.at),
                        {{.text = wxString::Format("%d", static_cast<int>(one.at) + 1), .muted = true},
                         {.text = u8(one.words)},
                         one.figures ? Cell{.text = wxString::Format("%d", one.figures->papers)} : none,
                         one.figures ? Cell{.text = questions::shareText(one.figures->difficultyPercent())} : none,
                         one.figures ? Cell{.text = questions::indexText(one.figures->discrimination)} : none,
                         std::move(meaning)}});
    }
    m_table->set(std::move(rows));
    if (m_table->selected().empty() && !m_view.rows().empty()) m_table->select("0");
    openQuestion(m_table->selected());
    enableDeeds();
}

void QuestionsPage::drawAbout() {
    const wxString count = wxString::Format(wxPLURAL("%d question", "%d questions", static_cast<int>(m_view.rows().size())),
                                            static_cast<int>(m_view.rows().size()));
    if (m_view.changed())
        setFigure(dotted({count, _("changes not kept yet")}), State::Changed);
    else
        setFigure(count);
    std::vector<wxString> cohorts;
    for (const auto& name : m_view.cohorts())
        cohorts.push_back(u8(name));
    setStatus(cohorts.empty() ? _("No cohort takes this version yet. A changed bank becomes a new version; cohorts keep theirs.")
                              : wxString::Format(_("Taken by %s, who keep it: a changed bank becomes a new version."), listText(cohorts)));
}

std::size_t QuestionsPage::chosen() const {
    const auto id = m_table->selected();
    return id.empty() ? m_view.rows().size() : static_cast<std::size_t>(std::stoul(id));
}

void QuestionsPage::openQuestion(const std::string& id) {
    const auto at = id.empty() ? m_view.rows().size() : static_cast<std::size_t>(std::stoul(id));
    m_text->setText(at < m_view.rows().size() ? questions::sheet(m_view, at) : std::string());
}

void QuestionsPage::enableDeeds() {
    const bool open = m_slot->isOpen(), may = session().may(domain::Verb::EditQuestions) && !open;
    const bool any = chosen() < m_view.rows().size();
    const wxString why = open                ? _("Leave the form first.")
                         : session().past() ? _("The past is read-only.")
                                            : _("Only trainers, supervisors and managers change questions.");
    const wxString none = may ? _("Choose a question first.") : why;
    const bool bank = m_view.bank() != nullptr;
    enableAction(m_keep, may && m_view.changed(), may ? _("Nothing is changed.") : why);
    enableAction(m_add, may && bank, why);
    enableAction(m_edit, may && any, none);
    enableAction(m_remove, may && any, none);
    enableAction(m_forget, may && m_view.changed(), may ? _("Nothing is changed.") : why);
    const bool quiz = bank && !m_view.bank()->assessments.empty();
    enableAction(m_regrade, may && quiz && !m_view.changed(),
                 !may ? why : !quiz ? _("No quiz draws from this bank.") : _("Keep the changes as a version first."));
    enableAction(m_import, may && bank && !m_view.changed(), !may ? why : _("Keep the changes as a version first."));
    enableAction(m_export, bank && !open && domain::may(session().actor().roles, domain::Verb::EditQuestions),
                 open ? why : _("Only trainers, supervisors and managers export questions."));
    setPrimary(m_view.changed() ? m_keep : any ? m_edit : m_add);
}

void QuestionsPage::openForm(std::size_t at, domain::Question question) {
    m_slot->open(new QuestionForm(body(), *this, m_view, at, std::move(question)), [this, at](bool kept) {
        edited(kept);
        if (kept) m_table->select(std::to_string(at));
        openQuestion(m_table->selected());
        takeKeyboard();
    });
    enableDeeds();
}

void QuestionsPage::edited(bool kept) {
    if (kept) remember();
    drawRows();
    drawAbout();
}

void QuestionsPage::add() {
    domain::Question question;
    question.type = domain::QuestionType::Single;
    const auto at = chosen();
    // Its like: the same topic and way of writing as the question it is added beside.
    if (at < m_view.rows().size()) {
        question.category = m_view.question(at).category;
        question.text.format = m_view.question(at).text.format;
    }
    openForm(m_view.rows().size(), std::move(question));
}

void QuestionsPage::edit() {
    const auto at = chosen();
    if (at < m_view.rows().size()) openForm(at, m_view.question(at));
}

void QuestionsPage::remove() {
    const auto at = chosen();
    if (at >= m_view.rows().size()) return;
    m_view.remove(at);
    edited(true);
    m_table->select(std::to_string(std::min(at, m_view.rows().empty() ? 0 : m_view.rows().size() - 1)));
    openQuestion(m_table->selected());
    inform(look::Notice::Success, _("Taken away here. The version in use keeps it; F8 brings back everything that isn't kept yet."));
}

void QuestionsPage::move(int by) {
    const auto at = chosen();
    if (m_slot->isOpen() || !session().may(domain::Verb::EditQuestions) || at >= m_view.rows().size()) return;
    const auto to = m_view.move(at, by);
    if (to == at) return;
    edited(true);
    m_table->select(std::to_string(to));
    openQuestion(m_table->selected());
}

void QuestionsPage::forget() {
    hush();
    m_view.forget();
    edited(true);
    takeKeyboard();
}

void QuestionsPage::keep() {
    const auto version = m_view.proposedVersion();
    const auto following = m_view.following();
    askReason(this,
              {.title = _("Keep the questions as a new version"),
               .explanation = followed(wxString::Format(_("The course is kept as version %s with these questions. Cohorts that run stay on "
                                                          "theirs, and no result changes: to mark kept papers again, use G."),
                                                        u8(version)),
                                       questions::followingText(following)),
               .action = _("Keep")},
              [this, version, following](const ReasonAnswer& answer) {
                  app::CourseLoad load;
                  const auto key = draftKey();
                  if (attempt([&] { load = m_view.keep(version, answer.reason); })) {
                      if (load.refused()) return complain(u8(app::sentence(load.problems.front(), tongue)));
                      session().remember(key, "");
                      refresh();
                      sayKeptAs(editor::keptWords(version), following);
                  }
                  takeKeyboard();
              });
}

void QuestionsPage::sayKeptAs(const wxString& kept, const app::QuestionsView::Following& following) {
    const auto languages = m_view.otherLanguages();
    const wxString said = followed(kept, questions::followingText(following));
    const bool more = !languages.empty() && !(following.questions > 0 && following.everything);
    inform(look::Notice::Success,
           more ? followed(said, wxString::Format(_("The same quiz has its questions in another language, too (%s): "
                                                    "change them there as well."),
                                                  questions::languagesText(languages)))
                : said);
}

void QuestionsPage::importFile() {
    auto* panel = new BankImportPanel(body(), *this, m_view);
    m_slot->open(panel, [this, panel](bool kept) {
        const int added = panel->added();
        const wxString as = editor::keptWords(panel->version());
        if (kept) refresh();
        drawRows();
        takeKeyboard();
        if (!kept) return;
        m_table->select(m_view.rows().empty() ? std::string() : std::to_string(m_view.rows().size() - static_cast<std::size_t>(added)));
        openQuestion(m_table->selected());
        sayKeptAs(followed(wxString::Format(wxPLURAL("%d question is added.", "%d questions are added.", added), added), as), {});
    });
    enableDeeds();
}

void QuestionsPage::exportFile() {
    const auto* of = m_view.bank();
    if (!of) return;
    const auto name = wxFileName(u8(of->path)).GetName();
    askWhere(*this, session(), {{_("GIFT questions"), "gift"}, {_("Moodle XML questions"), "xml"}}, utf8(name) + ".gift",
             [this](std::size_t, const std::string& path) { saveAs(path); });
}

void QuestionsPage::saveAs(const std::string& path) {
    app::BankCheck done;
    if (!attempt([&] { done = m_view.exportTo(path); })) return;
    if (format::hasErrors(done.problems)) {
        const auto wrong = std::find_if(done.problems.begin(), done.problems.end(),
                                        [](const auto& one) { return one.severity() == format::Severity::Error; });
        return complain(followed(u8(app::sentence(*wrong, tongue)), _("Nothing was written. Change that question (F2), then export again.")));
    }
    const int count = static_cast<int>(done.questions);
    inform(look::Notice::Success,
           wxString::Format(wxPLURAL("Saved as %s: %d question.", "Saved as %s: %d questions.", count), u8(path), count));
}

void QuestionsPage::regrade() {
    app::RegradePreview preview;
    if (!attempt([&] { preview = m_view.regrading(); })) return;
    if (const auto taken = m_view.takenElsewhere(preview); preview.written() == 0 && !taken.empty())
        return inform(wxString::Format(_("Every paper of this quiz was taken in %1$s and is marked with that bank's questions: by version "
                                         "%2$s nothing would change. Correct the question there, too (Bank, above)."),
                                       questions::languagesText(taken), u8(preview.version)));
    if (preview.written() == 0)
        return inform(wxString::Format(_("With the questions of version %s every paper is marked as it is: nothing would change."),
                                       u8(preview.version)));
    const int papers = preview.written();
    m_slot->open(new RegradePanel(body(), *this, m_view, std::move(preview)), [this, papers](bool kept) {
        if (kept) refresh();
        drawRows();
        takeKeyboard();
        if (kept)
            inform(look::Notice::Success, wxString::Format(wxPLURAL("%d paper is marked again; Ctrl+Z takes that back.",
                                                                    "%d papers are marked again; Ctrl+Z takes that back.", papers),
                                                           papers));
    });
    enableDeeds();
}

std::string QuestionsPage::draftKey() const {
    const auto& at = m_view.shown();
    return "questions.draft " + at.course + " " + at.version + " " + at.path;
}

void QuestionsPage::remember() {
    if (m_view.bank()) session().remember(draftKey(), m_view.changed() ? m_view.draft() : "");
}

void QuestionsPage::recall() {
    if (std::exchange(m_recalled, true) || !m_view.bank()) return;
    if (const auto draft = session().remembered(draftKey()); !draft.empty()) m_view.restore(draft);
}

void QuestionsPage::focusFirst() {
    if (m_slot->isOpen())
        m_slot->editor()->focusFirst();
    else
        m_table->takeFocus();
}

std::vector<app::BookKey> QuestionsPage::focusedKeys() {
    if (m_view.shown().course.empty()) return {};
    return {{"course", {m_view.shown().course}}};
}

wxString QuestionsPage::help() const {
    return _("The questions of a quiz with how they work: how often asked, how hard, whether they tell apart who knows the "
             "matter, and who took which option. Enter reads a question as the trainee sees it. F2 changes it, N adds one, "
             "Del takes one away, Alt+Up and Alt+Down move it; F9 keeps all of it as a new version of the course. Cohorts "
             "that run keep their version, and no result changes by it: G shows who would change if papers were marked again "
             "with this version's questions, and keeps it with a reason. Ctrl+O adds the questions of a file (GIFT, Aiken, Moodle "
             "XML, .xlsx or .csv), shown before they are kept; Ctrl+E saves the bank as GIFT or Moodle XML.");
}

} // namespace fledgling::ui
