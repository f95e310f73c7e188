#include "ui/Text.h"
#include "ui/chats/CriterionText.h"
#include "ui/chats/FairnessPane.h"
#include "ui/chats/LedgerPane.h"
#include "ui/chats/PointsPage.h"
#include "ui/chats/ReadingsPane.h"
#include "ui/controls/ReasonDialog.h"

#include <algorithm>
#include <wx/intl.h>

/// What is decided on the points page: appeals, which of two readings stands, the closing of a month.
namespace fledgling::ui {

void PointsPage::appeal() {
    const auto* chat = m_ledger->chat();
    const auto* fault = m_ledger->fault();
    if (!chat || !fault) return;
    askReason(
        this,
        {.title = _("Appeal"),
         .explanation = wxString::Format(
             _("Chat %d, %s: %s. Somebody else than the reader decides, and you will read the answer here."),
             chat->chat.number,
             criterionText(fault->criterion, fault->title, m_view.rules().firstReplySeconds),
             u8(fault->reason)),
         .action = _("Appeal"),
         .reasonLabel = _("Why the chat should pass")},
        [this, key = chat->chat, criterion = fault->criterion](const ReasonAnswer& answer) {
            if (attempt([&] { m_view.appeal(key, criterion, answer.reason); })) refresh();
            m_ledger->takeFaultsFocus();
        });
}

void PointsPage::decide(bool uphold) {
    const auto* chat = m_ledger->chat();
    const auto* fault = m_ledger->fault();
    const auto* row = m_view.row();
    if (!chat || !fault || !fault->appeal || !row) return;
    const int before = row->points();
    askReason(this,
              {.title = uphold ? _("Uphold the appeal") : _("Reject the appeal"),
               .explanation = wxString::Format(_("%s wrote: %s"), u8(row->name), u8(fault->appeal->plea)),
               .action = uphold ? _("Uphold") : _("Reject"),
               .reasonLabel = _("Answer")},
              [this, uphold, before, key = chat->chat, criterion = fault->criterion,
               saw = fault->appealSaw](const ReasonAnswer& answer) {
                  if (!attempt([&] { m_view.decide(key, criterion, uphold, answer.reason, saw); })) return;
                  refresh();
                  const int now = m_view.row() ? m_view.row()->points() : before;
                  m_ledger->takeFaultsFocus();
                  if (uphold) sayCounted(before, now);
              });
}

void PointsPage::enableSettling() {
    if (!m_first) return;
    const auto* row = m_shown == READINGS ? m_readings->chosen() : nullptr;
    const bool mine = row && row->of.mine && !row->of.appealed && !session().past();
    const wxString why = session().past()             ? _("The past is read-only.")
                         : row && row->of.appealed    ? _("An open appeal against this chat is decided first.")
                         : row && !row->of.mine       ? _("Somebody decides who read neither time and whose chat it isn't.")
                                                      : _("Choose a chat of which two readings differ.");
    enableAction(m_first, mine, why);
    enableAction(m_other, mine, why);
}

void PointsPage::settle(domain::Reading stands) {
    const auto* row = m_readings->chosen();
    int before = 0;
    if (!row || !attempt([&] { before = m_second.pointsOf(row->of.chat()); })) return;
    const bool firstFails = row->of.first.review.fails();
    const wxString failed = u8(firstFails ? row->firstReader : row->secondReader);
    const wxString passed = u8(firstFails ? row->secondReader : row->firstReader);
    askReason(this,
              {.title = stands == domain::Reading::First ? _("The first reading stands") : _("The second reading stands"),
               .explanation = wxString::Format(
                   _("Chat %d of %s on %s: %s failed it, %s passed it. The day is counted by the reading that stands; the "
                     "person judged reads your reason."),
                   row->of.chat().number, u8(row->of.name), dayText(row->of.chat().day), failed, passed),
               .action = stands == domain::Reading::First ? _("First stands") : _("Second stands")},
              [this, stands, before, chat = row->of.chat()](const ReasonAnswer& answer) {
                  int now = before;
                  if (!attempt([&] {
                          m_second.settle(chat, stands, answer.reason);
                          now = m_second.pointsOf(chat);
                      }))
                      return;
                  refresh();
                  m_readings->takeFocus();
                  sayCounted(before, now);
              });
}

void PointsPage::sayCounted(int before, int now) {
    // After the redrawing that the change itself asks for, which would take the words away.
    CallAfter([this, before, now] {
        inform(look::Notice::Success, wxString::Format(_("The day is counted anew: %d points before, %d now."), before, now));
    });
}

void PointsPage::readAgain() {
    const auto subject = m_shown == READERS ? m_fairness->chosen() : m_view.person().text() + " " + m_ledger->day();
    if (!subject.empty()) session().go("chats", subject + " again");
}

/// All that stands in the way at once; empty when nothing does.
wxString PointsPage::hindrances(const app::MonthClosing& closing) const {
    std::vector<wxString> parts;
    if (const int open = closing.openAppeals; open > 0)
        parts.push_back(wxString::Format(wxPLURAL("%d appeal is not decided", "%d appeals are not decided", open), open));
    if (const int chats = closing.differing; chats > 0)
        parts.push_back(wxString::Format(wxPLURAL("of %d chat two readings differ, and a point hangs on it",
                                                  "of %d chats two readings differ, and a point hangs on it", chats),
                                         chats));
    if (parts.empty()) return {};
    return wxString::Format(_("%s can't be closed yet: %s."), u8(m_view.month().text()), listText(parts));
}

namespace {

constexpr std::size_t BEGUN_NAMED = 6;

/// What nobody can make up for afterwards.
wxString cutOff(const app::MonthClosing& closing) {
    wxString text;
    if (const auto days = closing.begun.size(); days > 0) {
        text << "\n\n" << wxString::Format(wxPLURAL("%d day is begun and not finished: it counts by what is read so far.",
                                                   "%d days are begun and not finished: they count by what is read so far.", days),
                                          static_cast<int>(days));
        for (std::size_t i = 0; i < std::min(days, BEGUN_NAMED); ++i) {
            const auto& one = closing.begun[i];
            text << "\n" << dotted({u8(one.name), dayText(one.day), wxString::Format(_("%d/%d read"), one.read, one.of)});
        }
        if (days > BEGUN_NAMED) text << "\n" << wxString::Format(_("and %d more"), static_cast<int>(days - BEGUN_NAMED));
    }
    if (closing.appealable > 0 && closing.appealUntil)
        text << "\n\n"
             << wxString::Format(wxPLURAL("%d failed chat (people: %d) may still be appealed against, the last until %s: no more "
                                          "once the month is closed.",
                                          "%d failed chats (people: %d) may still be appealed against, the last until %s: no more "
                                          "once the month is closed.",
                                          closing.appealable),
                                 closing.appealable, closing.people, dayText(*closing.appealUntil));
    return text;
}

} // namespace

void PointsPage::close() {
    app::MonthClosing closing;
    if (!attempt([&] { closing = m_view.closing(); })) return;
    if (const auto why = hindrances(closing); !why.empty()) return inform(why);
    const auto month = m_view.month();
    const wxString frozen = wxString::Format(_("%s is frozen: its points stand, and no reading or appeal in it is taken any more."),
                                             u8(month.text()));
    askReason(this,
              {.title = _("Close the month"),
               .explanation = frozen + cutOff(closing),
               .action = _("Close the month"),
               .reasonLabel = _("Note (optional)"),
               .reason = m_notes[month],
               .optional = true},
              [this, month](const ReasonAnswer& answer) {
                  m_notes[month] = answer.reason; // stays where the closing is refused
                  if (!attempt([&] { m_view.close(answer.reason); })) return;
                  m_notes.erase(month);
                  refresh();
              });
}

} // namespace fledgling::ui
