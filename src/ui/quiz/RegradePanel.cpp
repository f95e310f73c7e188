#include "ui/quiz/RegradePanel.h"

#include "domain/Text.h"
#include "ui/controls/Form.h"
#include "ui/controls/Paragraph.h"
#include "ui/controls/Table.h"

#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace fledgling::ui {

using app::RegradeLine;
using look::State;

namespace {

Cell resultCell(int percent, bool passed) {
    return {.text = dotted({wxString::Format("%d %%", percent), passed ? _("passed") : _("not passed")}),
            .state = passed ? State::Met : State::Missing};
}

wxString wordOf(const RegradeLine& line) {
    switch (line.what) {
    case RegradeLine::What::Waits: return _("waits for a marker");
    case RegradeLine::What::ByHand: return _("corrected by hand: stays");
    case RegradeLine::What::Result: break;
    }
    if (line.passedAfter == line.passedBefore) return line.after == line.before ? _("same result") : _("same verdict");
    return line.passedAfter ? _("passes now") : _("fails now");
}

} // namespace

RegradePanel::RegradePanel(wxWindow* parent, Page& of, app::QuestionsView& view, app::RegradePreview preview)
    : EditPanel(parent, of, wxString::Format(_("Mark papers again with version %s"), u8(preview.version)),
                _("Keep the new marks")),
      m_view(view), m_preview(std::move(preview)) {
    layOut();
    drawRows();
}

void RegradePanel::layOut() {
    auto* about = new Paragraph(this);
    about->set(summary());
    m_form = new Form(this);
    m_reason = m_form->addText(_("Reason"), {}, _("the trainees read it with their paper"));
    m_table = new Table(this, _("Who changes"),
                        {{.title = _("trainee"), .width = 14, .stretches = true},
                         {.title = _("attempt"), .width = 9, .align = Column::Align::Right},
                         {.title = _("handed in"), .width = 14, .sortable = false},
                         {.title = _("questions"), .width = 10, .align = Column::Align::Right},
                         {.title = _("before"), .width = 18, .sortable = false},
                         {.title = _("after"), .width = 18, .sortable = false},
                         {.title = _("what becomes of it"), .width = 22, .sortable = false}});
    content()->Add(about, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this)));
    content()->Add(m_form, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this)));
    content()->Add(m_table, wxSizerFlags(1).Expand());
}

wxString RegradePanel::summary() const {
    constexpr std::size_t LONGEST = 24;
    std::vector<wxString> questions;
    for (const auto& one : m_preview.questions) {
        const wxString words = u8(one);
        questions.push_back(words.length() > LONGEST ? words.Left(LONGEST) + wxString::FromUTF8("…") : words);
    }
    return wxString::Format(_("Papers marked otherwise: %d; as before: %d. Pass now: %d, fail now: %d. The former results stay "
                              "in the history."),
                            m_preview.written(), m_preview.same, m_preview.raised(), m_preview.lowered()) +
           "\n" + wxString::Format(_("Because of: %s"), dotted(questions));
}

void RegradePanel::drawRows() {
    std::vector<Row> rows;
    for (const auto& one : m_preview.lines) {
        const bool waits = one.what == RegradeLine::What::Waits, changes = one.what == RegradeLine::What::Result;
        const Cell none{.text = wxString::FromUTF8("–"), .muted = true};
        rows.push_back({one.paper.trainee.text() + " " + std::to_string(one.paper.attempt),
                        {{.text = u8(one.name), .bold = true},
                         {.text = wxString::Format("%d", one.paper.attempt)},
                         {.text = dayText(one.day), .muted = true},
                         {.text = wxString::Format("%d", one.questions)},
                         waits ? none : resultCell(one.before, one.passedBefore),
                         changes ? resultCell(one.after, one.passedAfter) : none,
                         {.text = wordOf(one),
                          .state = changes && one.passedAfter != one.passedBefore ? State::Changed : State::None}}});
    }
    m_table->set(std::move(rows));
}

void RegradePanel::focusFirst() { m_reason->SetFocus(); }

bool RegradePanel::keep() {
    m_form->clearErrors();
    const auto why = utf8(m_reason->GetValue());
    if (domain::trimmed(why).empty()) {
        m_form->showError(m_reason, _("Please give a reason: it is kept with the change."));
        return false;
    }
    return page().attempt([&] { m_view.regrade(why); });
}

} // namespace fledgling::ui
