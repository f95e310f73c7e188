#include "ui/people/LeavePanel.h"

#include "domain/Text.h"
#include "ui/controls/DateField.h"
#include "ui/controls/Form.h"
#include "ui/controls/Paragraph.h"
#include "ui/controls/ReasonDialog.h"
#include "ui/controls/SectionBar.h"
#include "ui/controls/Table.h"
#include "ui/frame/Session.h"
#include "ui/people/PeopleWords.h"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace fledgling::ui {

using domain::LeaveState;
using domain::Verb;

namespace {

std::vector<Column> leaveColumns() {
    return {{.title = _("days away")}, {.title = _("state")}, {.title = _("reason"), .stretches = true}};
}

Row leaveRow(const domain::Leave& leave, bool over) {
    return {leave.id.text(),
            {{.text = people::spanText(leave.first, leave.last), .muted = over},
             people::leaveCell(leave.state),
             {.text = u8(leave.why), .muted = over}}};
}

} // namespace

AskLeaveForm::AskLeaveForm(wxWindow* parent, Page& of, const wxString& name, domain::Date today, Ask ask)
    : EditPanel(parent, of, _("Ask for leave"), _("Ask")), m_asks(std::move(ask)) {
    m_form = new Form(this, 1);
    m_first = m_form->addDate(_("First day away"), today.plusDays(1));
    m_last = m_form->addDate(_("Last day away; empty: the same"), {}, true);
    m_why = m_form->addText(_("Reason"));
    content()->Add(look::label(this, name, look::Type::Body, true),
                   wxSizerFlags().Border(wxBOTTOM, look::gap(this)));
    content()->Add(m_form, wxSizerFlags().Expand());
}

void AskLeaveForm::list(const std::vector<domain::Leave>& leaves, domain::Date today) {
    if (leaves.empty()) return;
    auto* table = new Table(this, _("Leave"), leaveColumns());
    table->shareWidth();
    std::vector<Row> rows;
    for (const auto& leave : leaves)
        rows.push_back(leaveRow(leave, leave.last < today));
    table->set(std::move(rows));
    content()->Add(table, wxSizerFlags(1).Expand().Border(wxTOP, look::gap(this)));
}

bool AskLeaveForm::keep() {
    m_form->clearErrors();
    const auto first = m_first->value();
    if (!first) {
        m_form->showError(m_first, _("A date is needed, as year-month-day."));
        return false;
    }
    if (!m_last->valid()) {
        m_form->showError(m_last, _("A date as year-month-day, or nothing."));
        return false;
    }
    return page().attempt([&] { m_asks(*first, m_last->value().value_or(*first), utf8(m_why->GetValue())); });
}

LeavePanel::LeavePanel(wxWindow* parent, Page& page, Session& session, app::PeopleView& view)
    : wxPanel(parent), m_page(page), m_session(session), m_view(view) {
    m_list = new wxPanel(this);
    m_bar = new SectionBar(m_list, _("Leave"));
    m_ask = m_bar->add(_("Ask"), "L", [this] { ask(); });
    m_approve = m_bar->add(_("Approve leave"), "Y", [this] { decide(true); });
    m_refuse = m_bar->add(_("Refuse"), "U", [this] { decide(false); });
    m_leaves = new Table(m_list, _("Leave"), leaveColumns());
    m_leaves->shareWidth();
    m_why = look::label(m_list, {}, look::Type::Small, true);
    m_leaves->onSelect = [this](const std::string&) { enable(); };
    m_leaves->onActivate = [this](const std::string&) { decide(true); };
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(m_bar, wxSizerFlags().Expand());
    column->Add(m_leaves, wxSizerFlags(1).Expand());
    column->Add(m_why, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 0.5)));
    m_list->SetSizer(column);
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(m_list, wxSizerFlags(1).Expand());
    SetSizer(all);
    m_slot = std::make_unique<EditSlot>(all, m_list);
}

void LeavePanel::show(const std::string& person) {
    m_person = person;
    draw();
}

void LeavePanel::select(const std::string& leave) { m_leaves->select(leave); }

void LeavePanel::draw() {
    std::vector<Row> rows;
    std::string asked;
    if (!m_person.empty())
        for (const auto& row : m_view.leavesOf(domain::PersonId(m_person))) {
            const auto& leave = row.leave;
            if (leave.state == LeaveState::Asked) asked = leave.id.text();
            rows.push_back(leaveRow(leave, row.over));
        }
    const std::string first = rows.empty() ? std::string() : rows.front().id;
    m_bar->setTitle(rows.empty() ? _("No leave") : _("Leave"));
    m_leaves->set(std::move(rows));
    if (m_leaves->selected().empty() || !asked.empty()) m_leaves->select(asked.empty() ? first : asked);
    enable();
}

void LeavePanel::enable() {
    const bool past = m_session.past();
    const wxString pastOnly = _("The past is read-only.");
    const bool mayAsk = !past && !m_person.empty() && m_view.mayAskFor(domain::PersonId(m_person));
    SectionBar::enable(m_ask, mayAsk && idle(),
                       past ? pastOnly : _("Leave is asked for oneself, or by a supervisor or manager."));
    const auto leave = m_view.leave(m_leaves->selected());
    sayWrapped(m_why, leave ? dotted({u8(leave->leave.why), people::ledText(*leave)}) : wxString(),
               std::max(FromDIP(160), m_list->GetSize().x));
    m_list->Layout();
    const bool may = m_session.may(Verb::ApproveLeave);
    const wxString whyNot = past  ? pastOnly
                            : may ? _("There is nothing to decide here.")
                                  : _("Only a manager decides on leave.");
    SectionBar::enable(m_approve, may && idle() && leave && leave->leave.state != LeaveState::Approved,
                       whyNot);
    SectionBar::enable(m_refuse, may && idle() && leave && leave->leave.state != LeaveState::Refused, whyNot);
}

std::string LeavePanel::chosen() const { return m_leaves->selected(); }

void LeavePanel::ask() {
    const auto* row = m_view.row(m_person);
    if (!row || !m_ask->IsEnabled()) return;
    const auto asks = [this, id = row->id()](domain::Date first, domain::Date last, const std::string& why) {
        m_view.askLeave(id, first, last, why);
    };
    m_slot->open(new AskLeaveForm(this, m_page, u8(row->person.card.name), m_session.desk().today(), asks), [this](bool) {
        draw();
        m_leaves->takeFocus();
        if (onChanged) onChanged();
    });
    enable();
    if (onChanged) onChanged();
}

void LeavePanel::decide(bool approved) {
    const auto leave = m_view.leave(m_leaves->selected());
    if (!leave || !(approved ? m_approve : m_refuse)->IsEnabled()) return;
    const auto id = leave->leave.id;
    const auto run = [this, id, approved, name = u8(leave->name), led = people::ledText(*leave)](const std::string& why) {
        const bool kept = m_page.attempt([&] { m_view.decideLeave(id, approved, why); });
        draw();
        if (kept && approved && !led.empty())
            m_page.inform(look::Notice::Advice, followed(wxString::Format(_("%s will be away: see that somebody stands in."), name), led));
        if (onChanged) onChanged();
    };
    if (approved) return run({});
    askReason(this,
              {.title = wxString::Format(_("Refuse leave for %s"), u8(leave->name)),
               .explanation =
                   dotted({people::spanText(leave->leave.first, leave->leave.last), u8(leave->leave.why)}),
               .action = _("Refuse")},
              [run](const ReasonAnswer& given) { run(given.reason); });
}

} // namespace fledgling::ui
