#include "ui/controls/ReasonDialog.h"
#include "ui/controls/Table.h"
#include "ui/practical/PracticalPage.h"

#include <wx/button.h>
#include <wx/intl.h>

/// What is done with a whole check: handed on, confirmed, sent back, a further attempt granted; and why not.
namespace fledgling::ui {

using domain::PersonId;
using domain::SheetState;

void PracticalPage::enableDeeds() {
    const auto* row = chosen();
    const bool past = session().past();
    const wxString readOnly = _("The past is read-only.");
    if (m_handOn)
        enableAction(m_handOn, row && !past && row->mine && !row->fresh(),
                     past ? readOnly : row ? whyNotMine(*row) : _("Nobody is chosen."));
    const wxString notYet = _("Nothing here waits for a second person, or you marked it yourself.");
    if (m_confirm) enableAction(m_confirm, row && !past && row->toDecide, past ? readOnly : notYet);
    if (m_sendBack) enableAction(m_sendBack, row && !past && row->mayReturn, past ? readOnly : notYet);
    if (m_grant)
        enableAction(m_grant, row && !past && row->mayGrant,
                     past ? readOnly : _("A further attempt is granted once the attempts are used up."));
    const auto live = [](const wxButton* one) { return one && one->IsEnabled(); };
    setPrimary(live(m_confirm) ? m_confirm : live(m_grant) && !live(m_handOn) ? m_grant : m_handOn);
}

wxString PracticalPage::whyNotMine(const Row& row) {
    if (row.sheet && row.sheet->sheet.state == SheetState::HandedOn) return _("It waits for the second person.");
    if (row.mine) return _("Mark its first item.");
    if (row.passed) return _("This check is passed.");
    if (row.trainee == desk().actor.id) return _("Somebody else marks your own check.");
    if (!row.fresh()) return wxString::Format(_("%s is marking this check."), u8(row.marker));
    return _("A mentor marks the checks of those he or she leads.");
}

void PracticalPage::handOn() {
    if (attempt([&] { m_view.handOn(PersonId(m_trainee)); })) refresh();
}

void PracticalPage::confirm() {
    const auto* row = chosen();
    if (!row || !row->toDecide) return;
    if (attempt([&] { m_view.confirm(PersonId(m_trainee)); })) refresh();
    m_grid->takeFocus();
}

void PracticalPage::sendBack() {
    const auto* row = chosen();
    if (!row || !row->mayReturn) return;
    askReason(this,
              {.title = _("Send the check back"),
               .explanation = wxString::Format(_("%s marked this check of %s. Say what is missing: it is marked on and "
                                                 "handed on again; a result that stood is taken back."),
                                               u8(row->marker), u8(row->name)),
               .action = _("Send back"),
               .reasonLabel = _("What is missing")},
              [this, trainee = row->trainee](const ReasonAnswer& answer) {
                  if (attempt([&] { m_view.sendBack(trainee, answer.reason); })) refresh();
                  m_grid->takeFocus();
              });
}

void PracticalPage::grant() {
    const auto* row = chosen();
    if (!row || !row->mayGrant) return;
    wxString title;
    for (const auto& one : m_view.checks())
        if (one.id == m_view.check()) title = u8(one.title);
    askReason(this,
              {.title = _("Grant a further attempt"),
               .explanation = wxString::Format(
                   _("%s has used every attempt at %s. One more is granted with a reason; it stays in the history."),
                   u8(row->name), title),
               .action = _("Grant")},
              [this, trainee = row->trainee](const ReasonAnswer& answer) {
                  if (attempt([&] { m_view.grant(trainee, answer.reason); })) refresh();
                  m_grid->takeFocus();
              });
}

} // namespace fledgling::ui
