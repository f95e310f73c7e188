#include "ui/cohorts/CohortEdits.h"

#include "app/Words.h"
#include "domain/Text.h"
#include "ui/cohorts/PlanWords.h"
#include "ui/controls/DateField.h"
#include "ui/controls/Form.h"
#include "ui/controls/IntoView.h"
#include "ui/controls/Paragraph.h"
#include "ui/controls/PeoplePicker.h"
#include "ui/controls/Table.h"

#include <algorithm>
#include <utility>
#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace fledgling::ui {

using app::CohortsView;
using look::State;

// ---- another day, time, room or trainer

namespace {

/// So wide a date, hours and a room stand beside each other.
constexpr int CHARS_OF_THREE = 66;

} // namespace

MoveSessionForm::MoveSessionForm(wxWindow* parent, Page& of, CohortsView& view, CohortsView::Half half)
    : EditPanel(parent, of,
                wxString::Format(_("Move: %s"),
                                 dotted({plan::halfText(half.session.day, half.when), u8(half.title)})),
                _("Keep")),
      m_view(view), m_half(std::move(half)) {
    const auto& session = m_half.session;
    m_inside = scrolling(this);
    m_form = new Form(m_inside, 3);
    m_day = m_form->addDate(_("Day"), session.day);
    m_hours = m_form->addText(_("Hours"), u8(session.hours.text()), "07:00-11:30");
    m_room = plan::roomField(m_form, _("Room"), session.room, m_view.rooms());
    m_form->addField(_("Room"), m_room);
    std::vector<Form::Option> trainers{{"", _("open")}};
    for (const auto& someone : m_view.trainers())
        trainers.push_back({someone.id.text(), u8(someone.name)});
    m_trainer = m_form->addChoice(_("Trainer"), trainers, session.trainer.text());
    m_why = m_form->addText(_("Why"), {}, _("stays in the history; may be empty"));
    for (auto* field : std::initializer_list<wxWindow*>{m_hours, m_room, m_trainer, m_why})
        field->SetMinSize(wxSize(FromDIP(100), field->GetMinSize().y));
    m_day->Enable(!m_half.taken);
    m_hours->Enable(!m_half.taken);
    m_says = new Paragraph(m_inside, look::Type::Section);
    m_warns = new Paragraph(m_inside);
    m_warns->SetForegroundColour(look::colour(State::Due));
    m_clashes = new Table(m_inside, _("Clashes"), plan::clashColumns());
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(m_form, wxSizerFlags().Expand());
    column->Add(m_says, wxSizerFlags().Expand());
    column->Add(m_warns, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 0.5)));
    m_clashes->SetMinSize(wxSize(-1, FromDIP(34 + 2 * 28)));
    column->Add(m_clashes, wxSizerFlags(1).Expand().Border(wxTOP, look::gap(this, 0.5)));
    m_inside->SetSizer(column);
    content()->Add(m_inside, wxSizerFlags(1).Expand());
    m_inside->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        if (std::exchange(m_width, m_inside->GetSize().x) != m_inside->GetSize().x) CallAfter([this] { fit(); });
    });
    m_form->onChanged = [this] { changed(); };
    changed();
}

void MoveSessionForm::fit() {
    const int width = m_inside->GetClientSize().x;
    width >= CHARS_OF_THREE * GetCharWidth() ? m_form->setColumns(3) : m_form->fitTo(width, 2);
    m_inside->Layout();
    CallAfter([this] { m_inside->FitInside(); }); // once the paragraphs know their heights
}

std::optional<domain::Session> MoveSessionForm::moved() const {
    domain::Session session = m_half.session;
    const auto day = m_day->value();
    // People type "7:00 - 11:30" as often as "07:00-11:30".
    std::string typed = utf8(m_hours->GetValue());
    std::erase(typed, ' ');
    const auto parts = domain::split(typed, '-');
    std::string padded;
    for (const auto& part : parts)
        padded += (padded.empty() ? "" : "-") + std::string(part.find(':') == 1 ? "0" : "") + part;
    const auto hours = domain::Hours::parse(padded);
    if (!day || !hours) return std::nullopt;
    session.day = *day;
    session.hours = *hours;
    session.room = utf8(m_room->GetValue());
    const std::string trainer = Form::chosen(m_trainer);
    session.trainer = trainer.empty() ? domain::PersonId() : domain::PersonId(trainer);
    return session;
}

wxString MoveSessionForm::warning(const CohortsView::Moving& moving) const {
    const auto& preview = moving.preview;
    std::vector<wxString> all;
    if (m_half.taken) all.push_back(_("Marks were given already: its day and hours stand."));
    if (!preview.working) all.push_back(_("That is a day off."));
    if (!preview.known) all.push_back(plan::unknownText({preview.day.year()}));
    for (const auto& one : app::moveWarnings(preview, moving.outOfOrder, tongue))
        all.push_back(u8(one));
    wxString text;
    for (const auto& one : all)
        text += (text.empty() ? wxString() : wxString("\n")) + look::signed_(State::Due, one);
    return text;
}

/// When it is, and of room and trainer what would be another one.
wxString MoveSessionForm::difference(const domain::Session& moved) const {
    const auto& before = m_half.session;
    const bool room = moved.room != before.room, trainer = moved.trainer != before.trainer;
    const auto words = [&](const domain::Session& one, const wxString& holder) {
        return dotted({plan::timeText(one.day, one.hours), !room ? wxString() : one.room.empty() ? _("none") : u8(one.room),
                       trainer ? holder : wxString()});
    };
    const wxString was = words(before, m_half.trainer.empty() ? _("open") : u8(m_half.trainer));
    return moved == before ? was : was + " " + wxUniChar(0x2192) + " " + words(moved, m_trainer->GetStringSelection());
}

void MoveSessionForm::changed() {
    m_form->clearErrors();
    const auto session = moved();
    std::vector<app::ClashLine> clashes;
    wxString warns;
    if (session)
        page().attempt([&] {
            auto moving = m_view.moving(*session);
            clashes = std::move(moving.clashes);
            warns = warning(moving);
        });
    m_says->SetForegroundColour(session ? look::text() : look::colour(State::Missing));
    m_says->set(session ? difference(*session)
                        : look::signed_(State::Missing, _("A day as year-month-day and hours as 07:00-11:30 are needed.")));
    m_warns->set(warns);
    m_clashes->Show(!clashes.empty());
    enableKeep(session && clashes.empty(),
               session ? _("Another room, trainer or time has to be chosen first.") : wxString());
    m_clashes->set(plan::clashRows(clashes));
    m_inside->FitInside();
    m_inside->Layout();
}

bool MoveSessionForm::keep() {
    const auto session = moved();
    return session && page().attempt([&] { m_view.move(*session, utf8(m_why->GetValue())); });
}

// ---- into the cohort

EnrolForm::EnrolForm(wxWindow* parent, Page& of, CohortsView& view)
    : EditPanel(parent, of, wxString::Format(_("Enrol into %s"), u8(view.current()->cohort.name)),
                _("Enrol")),
      m_view(view) {
    m_form = new Form(this, 2);
    const domain::Date start = view.current()->cohort.start;
    m_joined = m_form->addDate(_("First day in the cohort"), std::max(start, view.today()));
    m_people = new PeoplePicker(this, _("Trainees"));
    m_people->setCandidates(view.candidates(view.current()->cohort.course));
    m_form->MoveAfterInTabOrder(m_people); // as it stands
    content()->Add(m_people, wxSizerFlags(1).Expand());
    content()->Add(m_form, wxSizerFlags().Expand().Border(wxTOP, look::gap(this)));
    m_warns = new Paragraph(this);
    m_warns->SetForegroundColour(look::colour(State::Due));
    content()->Add(m_warns, wxSizerFlags().Expand());
    m_form->onChanged = [this] { warn(); };
    warn();
    m_people->onChanged = [this] { enableKeep(!m_people->chosen().empty(), _("Choose somebody first.")); };
    m_people->onChanged();
}

void EnrolForm::focusFirst() { m_people->takeFocus(); }

void EnrolForm::warn() {
    const auto day = m_joined->value();
    const int of = static_cast<int>(m_view.halves().size()), missed = day ? m_view.missedFrom(*day) : 0;
    m_warns->Show(missed > 0);
    m_warns->set(missed == 0 ? wxString()
                             : look::signed_(State::Due, wxString::Format(_("Who begins on that day misses %1$d of %2$d half days here and takes "
                                                                            "them with another cohort."),
                                                                          missed, of)));
    Layout();
}

bool EnrolForm::keep() {
    m_form->clearErrors();
    if (!m_joined->value()) {
        m_form->showError(m_joined, _("A date is needed, as year-month-day."));
        return false;
    }
    return page().attempt([this] { m_view.enrol(m_people->chosen(), *m_joined->value()); });
}

// ---- to another cohort

ChangeCohortForm::ChangeCohortForm(wxWindow* parent, Page& of, CohortsView& view,
                                   CohortsView::Trainee trainee)
    : EditPanel(parent, of, wxString::Format(_("%s changes to another cohort"), u8(trainee.name)),
                _("Change")),
      m_view(view), m_trainee(std::move(trainee)) {
    m_form = new Form(this, 2);
    std::vector<Form::Option> options;
    for (const auto& row : view.others()) {
        options.push_back({row.cohort.id.text(), dotted({u8(row.cohort.name), plan::stageCell(row).text})});
        m_firstDays[options.back().id] = std::max(row.cohort.start, view.today());
    }
    m_other = m_form->addChoice(_("Cohort"), options, options.empty() ? "" : options.front().id);
    m_on = m_form->addDate(_("First day there"), view.today());
    const auto propose = [this] {
        if (const auto at = m_firstDays.find(Form::chosen(m_other)); at != m_firstDays.end()) m_on->setValue(at->second);
    };
    m_other->Bind(wxEVT_CHOICE, [propose](wxCommandEvent& event) {
        event.Skip();
        propose();
    });
    propose();
    m_why = m_form->addText(_("Reason"));
    content()->Add(m_form, wxSizerFlags().Expand());
    content()->Add(
        look::label(this, _("Marks already earned stay and count; what is still missing is taken there."),
                    look::Type::Body, true));
    enableKeep(!options.empty(), _("There is no other cohort of this course."));
}

bool ChangeCohortForm::keep() {
    m_form->clearErrors();
    const auto on = m_on->value();
    if (!on) return m_form->showError(m_on, _("A date is needed, as year-month-day.")), false;
    if (domain::trimmed(utf8(m_why->GetValue())).empty())
        return m_form->showError(m_why, _("Say why: the reason stays with the change.")), false;
    return page().attempt([&] {
        m_view.moveTo(domain::CohortId(Form::chosen(m_other)), m_trainee.id, *on, utf8(m_why->GetValue()));
    });
}

// ---- a make-up

MakeUpForm::MakeUpForm(wxWindow* parent, Page& of, CohortsView& view, CohortsView::Owed owed)
    : EditPanel(parent, of, wxString::Format(_("%1$s makes up: %2$s"), u8(owed.name), u8(owed.title)),
                _("Plan it")),
      m_view(view), m_owed(std::move(owed)) {
    m_ways = new Table(this, _("Where it is held again"),
                       {{.title = _("day"), .width = 15},
                        {.title = _("hours"), .width = 12},
                        {.title = _("cohort"), .width = 14, .stretches = true}});
    std::vector<Row> rows;
    page().attempt([&] {
        for (const auto& way : m_view.waysFor(m_owed))
            rows.push_back({way.session.text(),
                            {{.text = dayText(way.words.day)},
                             {.text = u8(way.words.hours.text())},
                             {.text = u8(way.words.cohort)}}});
    });
    const bool any = !rows.empty();
    content()->Add(
        look::label(
            this,
            any ? _("It is held again here; Ctrl+Enter puts the trainee on that roll as a guest.")
                : _("No other cohort holds this session again. A manager may waive it with a reason."),
            look::Type::Body, true),
        wxSizerFlags().Border(wxBOTTOM, look::gap(this)));
    content()->Add(m_ways, wxSizerFlags(1).Expand());
    const std::string first = any ? rows.front().id : std::string();
    m_ways->set(std::move(rows));
    m_ways->select(first);
    m_ways->Show(any);
    enableKeep(any, _("No other cohort holds it again."));
}

void MakeUpForm::focusFirst() { m_ways->IsShown() ? m_ways->takeFocus() : EditPanel::focusFirst(); }

bool MakeUpForm::keep() {
    const std::string where = m_ways->selected();
    return !where.empty() && page().attempt([&] { m_view.planMakeUp(m_owed, domain::SessionId(where)); });
}

// ---- the review

ReviewForm::ReviewForm(wxWindow* parent, Page& of, CohortsView& view)
    : EditPanel(parent, of, wxString::Format(_("Go-live review of %s"), u8(view.current()->cohort.name)),
                _("Keep")),
      m_view(view) {
    m_form = new Form(this, 2);
    m_day = m_form->addDate(_("Day of the review; empty: none planned"), view.current()->cohort.review, true);
    content()->Add(m_form, wxSizerFlags().Expand());
}

bool ReviewForm::keep() {
    m_form->clearErrors();
    if (!m_day->valid()) {
        m_form->showError(m_day, _("A date as year-month-day, or nothing."));
        return false;
    }
    if (const auto wrong = m_view.reviewWrong(m_day->value())) {
        m_form->showError(m_day, u8(app::sentence(*wrong, tongue)));
        return false;
    }
    return page().attempt([this] { m_view.planReview(m_day->value()); });
}

} // namespace fledgling::ui
