#include "ui/controls/ReasonDialog.h"
#include "ui/pairing/PairingPage.h"
#include "ui/pairing/PairingSide.h"
#include "ui/pairing/PairingWeightsForm.h"

#include <wx/button.h>

/// What the pairing page does with those who are paired, and with what pairs are weighed by.
namespace fledgling::ui {

using domain::PersonId;

void PairingPage::askHandOver(const std::string& id, const std::string& mentor) {
    for (const auto& row : m_view.obstacles(PersonId(id)))
        if (row.why.mentor.text() == mentor && row.why.proposed)
            return inform(wxString::Format(_("%s leads %s already."), nameOf(mentor), nameOf(id)));
    // Before a note is written for nothing.
    if (!attempt([&] { m_view.requireMayTakeOver(PersonId(id), PersonId(mentor)); })) return;
    const auto from = m_view.handOverFrom(PersonId(id));
    askReason(
        this,
        {.title = wxString::Format(_("Hand %s over to %s"), nameOf(id), nameOf(mentor)),
         .explanation =
             _("The new mentor leads from now on; what you write here is the first thing he or she reads."),
         .action = _("Hand over"),
         .reasonLabel = _("What the next mentor must know"),
         .withDate = true,
         .dateLabel = _("First day with the new mentor"),
         .date = from},
        [this, id, mentor, from](const ReasonAnswer& answer) {
            if (!attempt([&] {
                    m_view.handOver(PersonId(id), PersonId(mentor), answer.reason,
                                    answer.date.value_or(from));
                }))
                return;
            m_wanted = id;
            draw();
            takeKeyboard();
        });
}

void PairingPage::handOver() {
    if (!led()) return;
    askAtFoot(wxString::Format(_("Choose the mentor who takes %s over, then Enter."), nameOf(trainee())));
    m_side->takeFocus();
}

/// What is asked goes once it is left; what else the foot says meanwhile stays.
void PairingPage::askAtFoot(const wxString& what) {
    if (!what.empty() || (!m_asked.empty() && statusText() == m_asked)) setStatus(what);
    m_asked = what;
}

void PairingPage::end() {
    if (!led()) return;
    askReason(this,
              {.title = wxString::Format(_("End the pairing of %s"), nameOf(trainee())),
               .explanation = _("The trainee then has no mentor and stands among those to be paired."),
               .action = _("End the pairing"),
               .withDate = true,
               .dateLabel = _("Last day with this mentor"),
               .date = desk().today()},
              [this, id = trainee()](const ReasonAnswer& answer) {
                  if (!attempt([&] {
                          m_view.end(PersonId(id), answer.reason, answer.date.value_or(desk().today()));
                      }))
                      return;
                  m_wanted = id;
                  draw();
                  takeKeyboard();
              });
}

void PairingPage::weigh() {
    if (!m_weigh->IsEnabled()) return;
    m_whole->open(new PairingWeightsForm(body(), *this, m_view), [this](bool) {
        refresh();
        takeKeyboard();
    });
    drawActions();
    body()->Layout();
}

} // namespace fledgling::ui
