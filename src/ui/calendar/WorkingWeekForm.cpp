#include "ui/calendar/WorkingWeekForm.h"

#include "domain/Course.h"
#include "ui/controls/Form.h"
#include "ui/controls/Paragraph.h"

#include <wx/checklst.h>
#include <wx/sizer.h>

namespace fledgling::ui {

using domain::Weekday;

WorkingWeekForm::WorkingWeekForm(wxWindow* parent, Page& of, app::CalendarView& view)
    : EditPanel(parent, of, _("Working week"), _("Keep")), m_view(view), m_form(new Form(this)) {
    std::vector<Form::Option> days;
    std::vector<std::string> working;
    for (const auto day : {Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun}) {
        const std::string key(domain::keyOf(day));
        days.push_back({key, weekdayText(day)});
        if (view.workingWeek().contains(day)) working.push_back(key);
    }
    m_days = m_form->addChecks(_("Days that are worked"), days, working);
    auto* says = new Paragraph(this, look::Type::Small, true);
    says->set(_("Deadlines, first days with a mentor and this calendar go by it. Half days are laid in the working week of "
                "their course."));
    content()->Add(m_form, wxSizerFlags().Expand());
    content()->Add(says, wxSizerFlags().Expand());
    m_form->onChanged = [this] { changed(); };
}

std::set<Weekday> WorkingWeekForm::week() const {
    std::set<Weekday> week;
    for (const auto& key : Form::chosen(m_days))
        if (const auto day = domain::weekdayOf(key)) week.insert(*day);
    return week;
}

void WorkingWeekForm::changed() {
    m_form->clearErrors();
    const bool fits = !week().empty();
    const wxString whyNot = _("A week needs a day that is worked.");
    if (!fits) m_form->tell(m_days, look::State::Missing, whyNot);
    enableKeep(fits, whyNot);
}

bool WorkingWeekForm::keep() {
    return page().attempt([this] { m_view.setWeek(week()); });
}

} // namespace fledgling::ui
