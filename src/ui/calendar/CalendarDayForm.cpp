#include "ui/calendar/CalendarDayForm.h"

#include "ui/cohorts/PlanWords.h"
#include "ui/controls/DateField.h"
#include "ui/controls/Form.h"
#include "ui/controls/Table.h"

#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace fledgling::ui {

using look::State;

namespace {

constexpr const char* OFF = "off";
constexpr const char* WORKING = "working";
/// The longest run of days entered at once.
constexpr int MOST_DAYS = 60;

} // namespace

CalendarDayForm::CalendarDayForm(wxWindow* parent, Page& of, app::CalendarView& view, domain::Date day)
    : EditPanel(parent, of, _("A day that differs"), _("Keep")), m_view(view) {
    const auto* stands = view.exception(day);
    // Who opens a working day means to make it free, and the other way round.
    const bool working = stands ? stands->working : !view.working(day);
    m_form = new Form(this, 2);
    m_first = m_form->addDate(_("Day"), day);
    m_last = m_form->addDate(_("To (for several days)"), {}, true);
    m_what = m_form->addChoice(_("It is"), {{OFF, _("a day off")}, {WORKING, _("a make-up working day")}},
                               working ? WORKING : OFF);
    m_name =
        m_form->addText(_("Name"), stands ? u8(stands->name) : wxString(), _("what the holiday is called"));
    m_says = look::label(this, {});
    m_moves = new Table(this, _("Sessions that would move"), plan::narrowMoveColumns());
    m_moves->shareWidth();
    content()->Add(m_form, wxSizerFlags().Expand());
    content()->Add(m_says, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this, 0.5)));
    content()->Add(m_moves, wxSizerFlags(1).Expand());
    m_form->onChanged = [this] { changed(); };
    changed();
}

std::vector<domain::CalendarDay> CalendarDayForm::days() const {
    std::vector<domain::CalendarDay> days;
    const auto first = m_first->value();
    if (!first || !m_last->valid()) return days;
    const auto last = m_last->value().value_or(*first);
    for (auto day = *first; day <= last && static_cast<int>(days.size()) < MOST_DAYS; day = day.plusDays(1))
        days.push_back({day, Form::chosen(m_what) == WORKING, utf8(m_name->GetValue())});
    return days;
}

void CalendarDayForm::changed() {
    m_form->clearErrors();
    const auto wanted = days();
    std::vector<app::MoveLine> moves;
    if (!wanted.empty()) page().attempt([&] { moves = m_view.movesIf(wanted); });
    m_says->SetForegroundColour(look::colour(wanted.empty() ? State::Missing : moves.empty() ? State::Met : State::Changed));
    m_says->SetLabel(wanted.empty()  ? look::signed_(State::Missing, _("A day as year-month-day is needed."))
                     : moves.empty() ? look::signed_(State::Met, _("No session has to move for it."))
                                     : look::signed_(State::Changed, plan::movesText(moves.size())));
    m_moves->Show(!moves.empty());
    m_moves->set(plan::narrowMoveRows(moves));
    enableKeep(!wanted.empty());
    Layout();
}

bool CalendarDayForm::keep() {
    const auto wanted = days();
    return page().attempt([&] { m_view.set(wanted); });
}

} // namespace fledgling::ui
