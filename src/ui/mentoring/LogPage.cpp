#include "ui/mentoring/LogPage.h"

#include "app/Record.h"
#include "ui/Language.h"
#include "ui/controls/Chips.h"
#include "ui/controls/FlowSizer.h"
#include "ui/mentoring/LogEntries.h"
#include "ui/mentoring/LogEntryForm.h"
#include "ui/mentoring/LogProblems.h"
#include "ui/mentoring/LogSkills.h"
#include "ui/training/TrainingWords.h"
#include "ui/controls/IntoView.h"

#include <algorithm>
#include <utility>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/scrolwin.h>
#include <wx/settings.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace fledgling::ui {

using domain::PersonId;
using look::State;

namespace {

/// Of the width, where the trainee's problems stand beside the log.
constexpr int LOG_SHARE = 13;
constexpr int PROBLEMS_SHARE = 6;

} // namespace

LogPage::LogPage(wxWindow* parent, Session& of)
    : Page(parent, of, _("Log")), m_view(desk(), courseLanguage()) {
    addActions();
    m_who = chips().addPick(_("Trainee"), {}, "", [this](const std::string& id) { open(id); });
    layOut();
    bindParts();
    listenTo({app::Topic::Logs, app::Topic::Skills, app::Topic::Problems, app::Topic::Pairing,
              app::Topic::People, app::Topic::Calendar, app::Topic::Cohorts});
}

void LogPage::addActions() {
    m_keep = addAction(_("Keep"), "Ctrl+Enter", [this] { keep(); });
    m_missing = addAction(_("Next missing day"), "F7", [this] { nextMissing(); });
    onKey("Ctrl+S", _("sign the chosen skill off"), [this] { m_skills->sign(); });
    onKey("Ctrl+B", _("take the chosen skill's level back"), [this] { m_skills->takeBack(); });
    onKey("PageDown", _("next trainee"), [this] { step(1); });
    onKey("PageUp", _("trainee before"), [this] { step(-1); });
    onKey("F8", _("to the problem log and back"),
          [this] { m_side->IsDescendant(FindFocus()) ? m_skills->takeFocus() : m_side->takeFocus(); });
    onKey("Escape", _("back to today's entry"), [this] { backToToday(); });
}

void LogPage::layOut() {
    m_scroll = new wxScrolledWindow(body(), wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL | wxBORDER_NONE);
    m_scroll->SetScrollRate(0, look::gap(this));
    m_columns = new wxBoxSizer(wxHORIZONTAL);
    auto* left = new wxBoxSizer(wxVERTICAL);
    layOutDays(left);
    auto* today = new wxBoxSizer(wxHORIZONTAL);
    m_skills = new LogSkills(m_scroll);
    m_form = new LogEntryForm(m_scroll);
    today->Add(m_skills, wxSizerFlags(3).Expand().Border(wxRIGHT, look::gap(this, 2)));
    today->Add(m_form, wxSizerFlags(2).Expand());
    left->Add(today, wxSizerFlags(2).Expand());
    m_entries = new LogEntries(m_scroll);
    left->Add(m_entries, wxSizerFlags(1).Expand().Border(wxTOP, look::gap(this)));
    m_side = new LogProblems(m_scroll);
    m_log = m_columns->Add(left, wxSizerFlags(LOG_SHARE).Expand());
    m_columns->Add(look::gap(this, 2), look::gap(this, 2));
    m_problems = m_columns->Add(m_side, wxSizerFlags(PROBLEMS_SHARE).Expand());
    m_scroll->SetSizer(m_columns);
    // The toolkit looks at the panels in it, which may be higher than the window, and not at what in them has the keyboard.
    m_scroll->Bind(wxEVT_CHILD_FOCUS, [this](wxChildFocusEvent& event) { bringIntoView(m_scroll, event.GetWindow()); });
    content()->Add(m_scroll, wxSizerFlags(1).Expand());
    body()->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        // Only another width stands otherwise, and what fit() does never changes this one.
        if (std::exchange(m_wide, event.GetSize().x) != event.GetSize().x) CallAfter([this] { fit(); });
    });
}

/// The problems stand beside the log where both have their width, else below it; what is too high then scrolls.
void LogPage::fit() {
    // The body's width: that of what scrolls would come and go with its bar.
    const int room = body()->GetClientSize().x - wxSystemSettings::GetMetric(wxSYS_VSCROLL_X, this);
    m_columns->SetOrientation(wxHORIZONTAL);
    m_log->SetProportion(LOG_SHARE);
    m_problems->SetProportion(PROBLEMS_SHARE);
    if (room < m_columns->CalcMin().x) {
        m_columns->SetOrientation(wxVERTICAL);
        m_log->SetProportion(1);
        m_problems->SetProportion(1);
    }
    m_scroll->FitInside();
    m_scroll->Layout();
    CallAfter([this] { showKeyboard(); }); // it may stand elsewhere now
}

void LogPage::showKeyboard() {
    auto* focus = FindFocus();
    if (!focus || !m_scroll->IsDescendant(focus)) return;
    onFirstPage(m_scroll, focus) ? m_scroll->Scroll(-1, 0) : bringIntoView(m_scroll, focus);
}

void LogPage::layOutDays(wxSizer* left) {
    auto* row = new FlowSizer(look::gap(this, 0.5));
    m_day = look::label(m_scroll, {}, look::Type::Section);
    row->Add(m_day, wxSizerFlags(1).CentreVertical());
    m_gaps = look::label(m_scroll, {});
    row->Add(m_gaps, wxSizerFlags().CentreVertical());
    for (std::size_t i = 0; i < m_days.size(); ++i) {
        m_days[i] = new wxButton(m_scroll, wxID_ANY, "-", wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
        m_days[i]->Bind(wxEVT_BUTTON, [this, i](wxCommandEvent&) {
            if (i < m_view.missing().size()) writeFor(domain::Date(m_view.missing()[i]));
        });
        row->Add(m_days[i], wxSizerFlags().CentreVertical().Border(wxLEFT, look::gap(this, 0.5)));
    }
    m_more = look::label(m_scroll, {}, look::Type::Body, true);
    row->Add(m_more, wxSizerFlags().CentreVertical().Border(wxLEFT, look::gap(this, 0.5)));
    row->SetMinSize(-1, look::gap(this, 4));
    left->Add(row, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this, 0.5)));
}

void LogPage::bindParts() {
    const auto other = [this](const wxKeyEvent& key) { return onOtherKey(key); };
    m_skills->onOtherKey = other;
    m_form->onOtherKey = other;
    m_side->onOtherKey = other;
    m_skills->onEdited = [this] { layDraftAside(); };
    m_form->onEdited = [this] { layDraftAside(); };
    m_skills->onRefused = [this](const wxString& why) { inform(why); };
    m_skills->onNext = [this] { m_form->focusHow(); };
    m_entries->onCorrect = [this](const app::LogView::Entry& entry) { correct(entry); };
    m_skills->onSign = [this](const app::LogView::Skill& skill) { sign(skill); };
    m_skills->onTakeBack = [this](const app::LogView::Skill& skill) { takeBack(skill); };
    m_side->onAnswer = [this](const std::string& problem, const std::string& answer) {
        readFields();
        return attempt([&] { m_view.answer(domain::ProblemId(problem), answer); });
    };
}

bool LogPage::onOtherKey(const wxKeyEvent& key) {
    const int code = key.GetKeyCode();
    if (key.HasAnyModifiers() || key.ShiftDown() || (code != WXK_PAGEDOWN && code != WXK_PAGEUP))
        return false;
    step(code == WXK_PAGEDOWN ? 1 : -1);
    return true;
}

void LogPage::show(const std::string& subject) { m_wanted = subject; }

std::optional<std::string> LogPage::whereabouts() {
    if (m_view.empty()) return std::nullopt;
    return m_view.trainee().text() + (m_view.canWrite() ? " " + m_view.draft().day.iso() : std::string());
}

wxString LogPage::unkept() {
    if (m_side->answering()) return _("Send the answer you began, or empty it, first.");
    return m_view.correcting() ? _("Keep the correction, or leave it, first.") : wxString();
}

void LogPage::refresh() {
    if (!m_wanted.empty() || m_view.empty()) return open(std::exchange(m_wanted, {}));
    readFields();
    if (!attempt([&] { m_view.load(); })) return;
    giveBackTakenBack();
    draw();
}

void LogPage::open(const std::string& subject) {
    layDraftAside();
    const auto blank = subject.find(' ');
    const std::string id = subject.substr(0, blank);
    const auto day =
        blank == std::string::npos ? std::nullopt : domain::Date::parse(subject.substr(blank + 1));
    m_problem.clear();
    const bool opened = attempt([&] {
        if (!id.empty() && m_view.showProblem(domain::ProblemId(id)))
            m_problem = id;
        else
            m_view.show(id.empty() ? PersonId() : PersonId(id));
        if (day) return m_view.draftFor(*day);
        if (!m_view.logDue() && !m_view.missing().empty()) m_view.draftFor(m_view.missing().front());
    });
    if (!opened) {
        // What is in the fields is another trainee's, and must not become this one's.
        showDraft();
        return;
    }
    const auto begunFor = takeUpDraft(day);
    showDraft();
    draw();
    if (!m_problem.empty()) m_side->open(m_problem);
    if (!m_view.empty()) takeKeyboard();
    wxString news;
    if (begunFor)
        news = wxString::Format(_("Your entry for %s was begun earlier and isn't kept yet: it stands in the fields again."), dayText(*begunFor));
    if (m_view.canWrite() && !m_view.told().empty()) {
        const wxString told = wxString::Format(_("At the hand-over you were told: %s"), u8(m_view.told()));
        news = news.empty() ? told : followed(news, told);
    }
    if (!news.empty()) inform(news);
}

void LogPage::step(int trainees) {
    const auto& all = m_view.choices();
    const auto at = std::find_if(all.begin(), all.end(),
                                 [&](const auto& one) { return one.trainee == m_view.trainee(); });
    if (all.empty()) return;
    const auto size = static_cast<int>(all.size());
    const int index = at == all.end() ? 0 : (static_cast<int>(at - all.begin()) + trainees + size) % size;
    if (all[static_cast<std::size_t>(index)].trainee != m_view.trainee())
        open(all[static_cast<std::size_t>(index)].trainee.text());
}

wxString LogPage::whyReadOnly() const {
    if (m_view.canWrite()) return {};
    if (m_view.mentorName().empty()) return _("There is no mentor now.");
    return wxString::Format(_("Only %s writes here, and only now."), u8(m_view.mentorName()));
}

void LogPage::draw() {
    if (m_view.empty()) {
        setTitle(_("Log"));
        setFigure({});
        enableAction(m_keep, false, _("You lead nobody at the moment."));
        enableAction(m_missing, false, _("You lead nobody at the moment."));
        return showEmpty(_(
            "Here you write, in half a minute a day, what your trainee practised and how. You lead nobody at "
            "the moment: the manager or supervisor pairs you with a trainee."));
    }
    showContent();
    drawHeader();
    drawDays();
    const bool writes = m_view.canWrite();
    m_skills->set(m_view.skills(), writes, writes, whyReadOnly());
    m_form->allow(writes);
    m_entries->set(m_view.entries(), writes);
    m_side->setProblems(m_view.problems(), session().may(domain::Verb::AnswerProblem),
                        _("The mentor, trainers and supervisors answer."));
    m_side->setSignatures(m_view.signatures());
    fit();
    // Once more when all of it has the look it is shown with: that has its own widths.
    CallAfter([this] { fit(); });
}

void LogPage::drawHeader() {
    setTitle(u8(m_view.name()));
    // Who stays longer than the course plans has no day of so many any more.
    const wxString of = m_view.day() <= m_view.days() ? wxString::Format(_("day %d of %d"), m_view.day(), m_view.days())
                                                      : wxString::Format(_("day %d"), m_view.day());
    const wxString who = m_view.canWrite() ? wxString::Format(_("%s, with you"), of)
                         : m_view.mentorName().empty()
                             ? _("no mentor now")
                             : wxString::Format(_("%s, with %s"), of, u8(m_view.mentorName()));
    setFigure(who);
    std::vector<Chips::Option> options;
    for (const auto& one : m_view.choices())
        options.push_back({one.trainee.text(), u8(one.name)});
    const bool listed = std::any_of(options.begin(), options.end(),
                                    [&](const auto& one) { return one.id == m_view.trainee().text(); });
    if (!listed) options.insert(options.begin(), {m_view.trainee().text(), u8(m_view.name())});
    chips().setOptions(m_who, options, m_view.trainee().text());
    const wxString keys = options.size() > 1 ? _("Page Up, Page Down: other trainees") : wxString();
    chips().setNote(dotted(
        {postsText(m_view.posts()), u8(m_view.cohort()),
         wxString::Format(wxPLURAL("%d day logged", "%d days logged", m_view.logged()), m_view.logged()),
         keys}));
    enableAction(m_keep, m_view.canWrite(), whyReadOnly());
    enableAction(m_missing, m_view.canWrite() && !m_view.missing().empty(), _("No day is missing."));
}

void LogPage::drawDays() {
    const auto day = m_view.draft().day;
    const bool today = day == app::shownDay(desk());
    wxString text =
        today ? wxString::Format(_("Today, %s"), dayText(day)) : wxString::Format(_("For %s"), dayText(day));
    if (m_view.correcting()) text = wxString::Format(_("Correcting the entry of %s"), dayText(day));
    if (today && !m_view.correcting() && m_view.canWrite() && !m_view.logDue())
        text = followed(text, _("(nothing due)"));
    m_day->SetLabel(text);
    m_day->SetForegroundColour(m_view.correcting() || !today ? look::colour(State::Changed) : look::text());
    const auto& missing = m_view.missing();
    m_gaps->SetLabel(missing.empty() ? look::signed_(State::Met, _("no day missing"))
                                     : look::signed_(State::Missing, _("missing:")));
    m_gaps->SetForegroundColour(look::colour(missing.empty() ? State::Met : State::Missing));
    for (std::size_t i = 0; i < m_days.size(); ++i) {
        m_days[i]->Show(i < missing.size());
        m_days[i]->Enable(m_view.canWrite());
        if (i >= missing.size()) continue;
        m_days[i]->SetLabel(dayText(missing[i]));
        named(m_days[i], wxString::Format(_("Write for %s"), dateText(missing[i])));
    }
    const auto more = missing.size() > m_days.size() ? missing.size() - m_days.size() : 0;
    m_more->SetLabel(more > 0 ? wxString::Format("+%d", static_cast<int>(more)) : wxString());
    fit();
}

void LogPage::focusFirst() {
    m_problem.empty() ? m_skills->takeFocus() : m_side->takeFocus();
    showKeyboard();
}

std::vector<app::BookKey> LogPage::focusedKeys() {
    const std::string trainee = m_view.trainee().text();
    if (trainee.empty()) return {};
    const auto here = [focus = FindFocus()](wxWindow* part) { return focus && part->IsDescendant(focus); };
    if (here(m_skills) && !m_skills->chosenSkill().empty()) return {{"skill", {trainee, m_skills->chosenSkill()}}};
    if (here(m_side) && !m_side->chosenProblem().empty()) return {{"problem", {m_side->chosenProblem()}}};
    if (here(m_entries) && !m_entries->chosenEntry().empty()) return {{"log_entry", {m_entries->chosenEntry()}}};
    return {{"pairing", {trainee}}, {"skill", {trainee}}};
}

wxString LogPage::help() const {
    return _("One entry a day: type a part of a skill's name and press Space, or press its digit; Tab, then "
             "1, 2 or 3 for how "
             "it was practised; a line on what went well; Ctrl+Enter keeps it. F7 goes to a day without an "
             "entry. Once an "
             "entry proves a level, Ctrl+S signs it. F8 goes to the trainee's own problems, to answer them.");
}

} // namespace fledgling::ui
