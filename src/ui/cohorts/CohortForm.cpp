#include "ui/cohorts/CohortForm.h"

#include "ui/cohorts/PlanWords.h"
#include "ui/controls/DateField.h"
#include "ui/controls/Form.h"
#include "ui/controls/Paragraph.h"
#include "ui/controls/PeoplePicker.h"
#include "ui/controls/SectionBar.h"
#include "ui/controls/Table.h"
#include "ui/training/TrainingWords.h"

#include "app/Words.h"
#include "domain/Text.h"

#include <utility>
#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace fledgling::ui {

using look::State;

namespace {

/// Signs of a cohort's name: it stands in lists, headings and on sign-in sheets.
constexpr unsigned long NAME_MOST = 40;

std::string courseId(const std::string& course, const std::string& version) {
    return course + "\n" + version;
}

std::vector<Form::Option> trainerOptions(app::CohortsView& view) {
    std::vector<Form::Option> options{{"", _("open")}};
    for (const auto& someone : view.trainers())
        options.push_back({someone.id.text(), u8(someone.name)});
    return options;
}

domain::PersonId personOf(const wxChoice* choice) {
    const std::string id = Form::chosen(choice);
    return id.empty() ? domain::PersonId() : domain::PersonId(id);
}

} // namespace

CohortForm::CohortForm(wxWindow* parent, Page& of, app::CohortsView& view)
    : EditPanel(parent, of, _("New cohort"), _("Keep the cohort")), m_view(view), m_draft(view.draft()) {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(layOutLeft(), wxSizerFlags(4).Expand().Border(wxRIGHT, look::gap(this, 3)));
    row->Add(layOutRight(), wxSizerFlags(6).Expand());
    content()->Add(row, wxSizerFlags(1).Expand());
    fill();
    m_form->onChanged = [this] { changed(); };
    m_own->onChanged = [this] { halfChanged(); };
    m_people->onChanged = [this] { changed(); };
    m_halves->onSelect = [this](const std::string&) { halfSelected(); };
    m_halves->onActivate = [this](const std::string&) { m_ownRoom->SetFocus(); };
    courseChanged();
    changed();
}

wxSizer* CohortForm::layOutLeft() {
    auto* column = new wxBoxSizer(wxVERTICAL);
    m_form = new Form(this, 2);
    m_name = m_form->addText(_("Name"), {}, _("as the department calls it"));
    m_name->SetMaxLength(NAME_MOST);
    std::vector<Form::Option> courses;
    for (const auto& one : m_view.courses())
        courses.push_back({courseId(one.course, one.version), dotted({u8(one.title), u8(one.version)})});
    m_course = m_form->addChoice(_("Course"), courses, courseId(m_draft.course, m_draft.version));
    m_course->SetMinSize(wxSize(FromDIP(150), -1)); // titles of courses are long
    m_course->SetToolTip(m_course->GetStringSelection());
    m_start = m_form->addDate(_("First day"), m_draft.start);
    m_review = m_form->addDate(_("Go-live review"), {}, true);
    m_room = plan::roomField(m_form, _("Room"), m_draft.choices.everywhere.room, m_view.rooms());
    m_form->addField(_("Room"), m_room);
    m_trainer =
        m_form->addChoice(_("Trainer"), trainerOptions(m_view), m_draft.choices.everywhere.trainer.text());
    m_people = new PeoplePicker(this, _("Trainees"));
    column->Add(m_form, wxSizerFlags().Expand());
    column->Add(m_people, wxSizerFlags(1).Expand());
    return column;
}

wxSizer* CohortForm::layOutRight() {
    auto* column = new wxBoxSizer(wxVERTICAL);
    m_summary = new SectionBar(this);
    m_warns = look::label(this, {});
    m_warns->SetForegroundColour(look::colour(State::Due));
    m_halves = new Table(this, _("Half days as they would be laid"),
                         {{.title = _("when"), .sortable = false, .matters = true},
                          {.title = _("session"), .sortable = false, .stretches = true, .wraps = true},
                          {.title = _("room"), .sortable = false},
                          {.title = _("trainer"), .sortable = false}});
    m_halves->shareWidth();
    m_halves->SetMinSize(wxSize(-1, FromDIP(34 + 4 * 28)));
    m_own = new Form(this, 2);
    m_ownRoom = plan::roomField(m_own, _("Room of the selected half day"), {}, m_view.rooms());
    m_own->addField(_("Room of the selected half day"), m_ownRoom);
    m_ownTrainer = m_own->addChoice(_("Trainer of the selected half day"), trainerOptions(m_view), {});
    m_clashes = new Table(this, _("Clashes"), plan::clashColumns());
    column->Add(m_summary, wxSizerFlags().Expand());
    column->Add(m_warns, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this)));
    column->Add(m_halves, wxSizerFlags(3).Expand());
    column->Add(m_own, wxSizerFlags().Expand().Border(wxTOP, look::gap(this)));
    column->Add(m_clashes, wxSizerFlags(2).Expand().Border(wxTOP, look::gap(this, 0.5)));
    return column;
}

void CohortForm::fill() {
    m_offered = m_view.reviewFor(m_draft);
    m_review->setValue(m_offered);
}

void CohortForm::focusFirst() { m_name->SetFocus(); }

void CohortForm::courseChanged() { m_people->setCandidates(m_view.candidates(m_draft.course)); }

void CohortForm::readDraft() {
    m_draft.name = utf8(m_name->GetValue());
    m_draft.start = m_start->value().value_or(m_draft.start);
    m_draft.choices.everywhere = {utf8(m_room->GetValue()), personOf(m_trainer)};
    m_draft.trainees = m_people->chosen();
    const auto chosen = domain::split(Form::chosen(m_course), '\n');
    if (chosen.size() == 2 && (chosen[0] != m_draft.course || chosen[1] != m_draft.version)) {
        m_draft.course = chosen[0];
        m_draft.version = chosen[1];
        m_draft.choices.bySession.clear();
        courseChanged();
    }
    // The review follows the start until somebody says otherwise.
    if (m_review->value() == m_offered) {
        const auto now = m_view.reviewFor(m_draft);
        if (now != m_offered) m_review->setValue(now);
        m_offered = now;
    }
    m_draft.review = m_review->value();
}

void CohortForm::changed() {
    if (m_filling) return;
    m_asked.clear();
    m_form->clearErrors();
    page().attempt([this] {
        readDraft();
        // No half days of another day than the one that stands there.
        m_preview = m_start->valid() ? m_view.preview(m_draft) : app::CohortsView::Preview();
    });
    draw();
    if (const auto wrong = startWrong(); !wrong.empty()) m_form->tell(m_start, State::Missing, wrong);
    if (const auto wrong = reviewWrong(); !wrong.empty()) m_form->tell(m_review, State::Missing, wrong);
}

wxString CohortForm::startWrong() const {
    return m_start->valid() ? wxString() : _("A date is needed, as year-month-day.");
}

wxString CohortForm::reviewWrong() const {
    if (!m_review->valid()) return _("A date as year-month-day, or nothing.");
    return m_preview.reviewRefused ? u8(app::sentence(*m_preview.reviewRefused, tongue)) : wxString();
}

wxString CohortForm::warnings() const {
    std::vector<wxString> all;
    if (m_preview.pastHalves > 0) all.push_back(u8(app::pastStart(m_draft.start, m_preview.pastHalves, tongue)));
    if (m_preview.pastReview && m_draft.review)
        all.push_back(wxString::Format(_("The go-live review, %s, is past: choose a later day."), dateText(*m_draft.review)));
    std::vector<wxString> later;
    for (const auto& name : m_preview.laterIn)
        later.push_back(u8(name));
    if (!later.empty())
        all.push_back(wxString::Format(_("Not here yet on the first day, by the start date: %s."), listText(later)));
    if (!m_preview.unknownYears.empty()) all.push_back(plan::unknownText(m_preview.unknownYears));
    wxString text;
    for (const auto& one : all)
        text += (text.empty() ? wxString() : wxString("\n")) + look::signed_(State::Due, one);
    return text;
}

void CohortForm::draw() {
    std::vector<Row> rows;
    for (const auto& half : m_preview.halves) {
        const auto& own = half.plan;
        rows.push_back(
            {half.courseSession,
             {{.text = plan::timeText(own.day, own.hours),
               .state = half.clashes ? State::Missing : State::Met,
               .spoken = half.clashes ? _("clashes") : _("free")},
              {.text = u8(half.title)},
              {.text = own.room.empty() ? _("none") : u8(own.room), .muted = own.room.empty()},
              {.text = half.trainer.empty() ? _("open") : u8(half.trainer), .muted = half.trainer.empty()}}});
    }
    m_halves->set(std::move(rows));
    if (m_halves->selected().empty() && !m_preview.halves.empty())
        m_halves->select(m_preview.halves.front().courseSession);
    halfSelected();
    const auto count = static_cast<int>(m_preview.clashes.size());
    const wxString warned = warnings();
    if (!m_start->valid())
        m_summary->setTitle(_("The half days stand here once the first day is a date"), State::Missing);
    else if (m_preview.halves.empty())
        m_summary->setTitle(_("No course is loaded yet"), State::Missing);
    else if (count == 0)
        m_summary->setTitle(_("Half days as they would be laid: nothing clashes"),
                            warned.empty() && !m_preview.reviewRefused ? State::Met : State::Due);
    else
        m_summary->setTitle(wxString::Format(wxPLURAL("%d clash", "%d clashes", count), count),
                            State::Missing);
    m_warns->Show(!warned.empty());
    sayWrapped(m_warns, warned, std::max(FromDIP(300), m_halves->GetSize().x));
    drawClashes();
    enableKeep(m_preview.clean() && !m_preview.halves.empty(),
               _("Another room, trainer, day or trainee has to be chosen first."));
    Layout();
}

void CohortForm::drawClashes() {
    m_clashes->Show(!m_preview.clashes.empty());
    m_clashes->set(plan::clashRows(m_preview.clashes));
}

void CohortForm::halfSelected() {
    m_half = m_halves->selected();
    for (const auto& half : m_preview.halves) {
        if (half.courseSession != m_half) continue;
        m_filling = true;
        if (utf8(m_ownRoom->GetValue()) != half.plan.room) m_ownRoom->ChangeValue(u8(half.plan.room));
        Form::choose(m_ownTrainer, half.plan.trainer.text());
        m_filling = false;
    }
}

void CohortForm::halfChanged() {
    if (m_filling || m_half.empty()) return;
    const domain::RoomAndTrainer own{utf8(m_ownRoom->GetValue()), personOf(m_ownTrainer)};
    if (own == m_draft.choices.everywhere)
        m_draft.choices.bySession.erase(m_half);
    else
        m_draft.choices.bySession[m_half] = own;
    changed();
}

bool CohortForm::complete() {
    m_form->clearErrors();
    if (domain::trimmed(m_draft.name).empty()) {
        m_form->showError(m_name, _("A cohort needs a name."));
        return false;
    }
    if (const auto wrong = startWrong(); !wrong.empty()) {
        m_form->showError(m_start, wrong);
        return false;
    }
    if (const auto wrong = reviewWrong(); !wrong.empty()) {
        m_form->showError(m_review, wrong);
        return false;
    }
    return true;
}

bool CohortForm::keep() {
    const wxString stands = page().complaint();
    if (!page().attempt([this] { readDraft(); }) || !complete()) return false;
    // Answered only while the question stands there: not after another page was looked at.
    if (m_draft.trainees.empty() && (m_asked.empty() || stands != m_asked)) {
        page().inform(m_people->anyFree()
                          ? _("No trainee is chosen yet: Enter on a name takes it. Ctrl+Enter once more keeps the cohort empty.")
                          : _("No trainee is free. Ctrl+Enter once more keeps the cohort empty; trainees can be enrolled later."));
        m_asked = page().complaint();
        m_people->takeFocus();
        return false;
    }
    return page().attempt([this] { m_view.lay(m_draft); });
}

} // namespace fledgling::ui
