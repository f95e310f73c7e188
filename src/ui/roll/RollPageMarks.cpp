#include "app/Words.h"
#include "ui/controls/ReasonDialog.h"
#include "ui/controls/Table.h"
#include "ui/roll/RollPage.h"
#include "ui/roll/RollPageBar.h"

#include <algorithm>
#include <charconv>
#include <wx/event.h>

// The keys of the roll and what they do.
namespace fledgling::ui {

using app::RollView;
using domain::Mark;
using domain::MarkKind;
using domain::Minutes;
using domain::Verb;

namespace {

constexpr std::size_t MOST_MINUTE_DIGITS = 3;

int minutesTyped(const std::string& digits) {
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

} // namespace

bool RollPage::onTableKey(const wxKeyEvent& event) {
    if (m_view.empty() || event.ControlDown() || event.AltDown()) return false;
    const int code = event.GetKeyCode();
    if (digitOf(code) >= 0) return onDigit(digitOf(code));
    if (onLetter(code)) return true;
    if (event.HasAnyModifiers()) return false;
    switch (code) {
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER: onEnter(); return true;
    case WXK_BACK:
    case WXK_DELETE:
    case WXK_NUMPAD_DELETE: takeAway(); return true;
    case WXK_ESCAPE:
        if (dropDraft()) return true;
        if (!m_correcting) return false;
        m_correcting.reset();
        drawBar();
        return true;
    default: return false;
    }
}

bool RollPage::onLetter(int code) {
    if (code > 127) return false;
    const auto kind = domain::markKindOfLetter(static_cast<char>(code));
    if (kind) letter(*kind);
    return kind.has_value();
}

bool RollPage::onDigit(int digit) {
    auto* draft = draftAt(m_at);
    if (!draft || !timed(draft->kind)) return true;
    draft->typing = true;
    draft->whyNot.clear();
    if (draft->digits.size() < MOST_MINUTE_DIGITS && (digit != 0 || !draft->digits.empty()))
        draft->digits += static_cast<char>('0' + digit);
    drawRow(rowAt(m_at));
    return true;
}

void RollPage::onEnter() {
    const Place at = place();
    if (at.second != m_view.currentColumn() && !m_correcting)
        return openSession(m_view.columns().at(static_cast<std::size_t>(at.second)).session.text());
    if (!finish(at)) {
        if (const auto* draft = draftAt(at); draft && draft->whyNot.empty())
            m_bar->say(_("Type the minutes first: Enter then keeps the mark, Esc drops it."), true);
        return;
    }
    const int next = m_correcting ? rowAt(at) + 1 : m_view.nextUnmarked(rowAt(at));
    if (next >= 0) moveTo(next, at.second);
}

wxString RollPage::whyNoMark(int column) {
    if (session().past()) return _("A past moment is shown: nothing can be changed.");
    if (!session().may(Verb::MarkRoll)) return _("Only trainers, supervisors and managers mark the roll.");
    if (m_correcting && m_correcting->column == column) return {};
    const auto& of = m_view.columns().at(static_cast<std::size_t>(column));
    if (desk().today() < of.day)
        return wxString::Format(_("Held on %s: it can be marked from then on."), dayText(of.day));
    if (column != m_view.currentColumn())
        return _("Another session: Enter opens it, C corrects a mark here with a reason.");
    return m_view.closed() ? _("The session is closed: C corrects a mark with a reason, F9 reopens it.")
                           : wxString();
}

void RollPage::letter(MarkKind kind) {
    if (m_view.rows().empty()) return;
    // After minutes the letter begins the next person, whatever became of the last. Where none stand yet it takes the
    // place of a letter that was hit by mistake.
    if (const auto* draft = draftAt(m_at); draft && draft->typing && !draft->digits.empty()) {
        finish(m_at);
        moveOn(m_at);
    }
    const Place at = place();
    if (rowAt(at) < 0) return;
    if (const wxString why = whyNoMark(at.second); !why.empty()) return m_bar->say(why, true);
    if (timed(kind)) {
        m_drafts[at] = {.kind = kind, .typing = true};
        m_at = at;
        moveTo(rowAt(at), at.second);
        return drawRow(rowAt(at));
    }
    m_drafts.erase(at);
    keep(at, Mark{kind, Minutes()});
    moveOn(at);
}

void RollPage::addMinutes(int minutes) {
    const Place at = m_at;
    auto* draft = draftAt(at);
    if (!draft) return;
    draft->digits = std::to_string(minutes);
    if (finish(at)) moveOn(at);
}

bool RollPage::keep(const Place& at, const Mark& mark) {
    const int row = rowAt(at);
    const bool correcting = m_correcting && m_correcting->column == at.second;
    const bool kept = attempt([&] {
        correcting ? m_view.correct(row, at.second, mark, m_correcting->why)
                   : m_view.mark(row, mark.kind, mark.minutes);
    });
    if (kept) {
        m_drafts.erase(at);
    } else {
        // Somebody else's mark, or a rule: shown as it is now, with what was typed beside it.
        m_drafts[at] = {.kind = mark.kind, .whyNot = complaint()};
        CallAfter([this] { refresh(); });
    }
    drawRow(row);
    return kept;
}

bool RollPage::finish(const Place& at) {
    const auto* draft = draftAt(at);
    if (!draft) return true;
    if (!timed(draft->kind) || draft->digits.empty() || rowAt(at) < 0) return false;
    const Mark mark{draft->kind, Minutes(minutesTyped(draft->digits))};
    return keep(at, mark);
}

bool RollPage::dropDraft() {
    const bool dropped = m_drafts.erase(m_at) > 0;
    if (dropped) drawRow(rowAt(m_at));
    return dropped;
}

void RollPage::takeAway() {
    if (auto* draft = draftAt(m_at); draft && draft->typing && !draft->digits.empty()) {
        draft->digits.pop_back();
        return drawRow(rowAt(m_at));
    }
    if (dropDraft()) return;
    const Place at = place();
    const int row = rowAt(at);
    if (row < 0) return;
    if (const wxString why = whyNoMark(at.second); !why.empty()) return m_bar->say(why, true);
    const bool correcting = m_correcting && m_correcting->column == at.second;
    attempt([&] {
        correcting ? m_view.correct(row, at.second, std::nullopt, m_correcting->why) : m_view.clear(row);
    });
    drawRow(row);
}

bool RollPage::halfTyped(const wxString& what) {
    finish(m_at);
    if (m_drafts.empty()) return false;
    const Place first = m_drafts.begin()->first;
    moveTo(rowAt(first), first.second);
    m_bar->say(what, true);
    return true;
}

void RollPage::everybodyPresent() {
    if (halfTyped(_("First finish what is typed here, or drop it with Esc: it would become present."))) return;
    if (m_view.firstUnmarked() >= 0) {
        attempt([this] { m_view.restPresent(); });
        return drawAll();
    }
    askReason(this,
              {.title = _("Mark everybody present"),
               .explanation = _("Everybody has a mark already. This writes present over all of them; the "
                                "former marks stay in the history."),
               .action = _("All present")},
              [this](const ReasonAnswer& answer) {
                  attempt([&] { m_view.allPresent(answer.reason); });
                  drawAll();
              });
}

void RollPage::closeOrReopen() {
    if (!m_view.closed()) {
        if (halfTyped(_("First finish what is typed here, or drop it with Esc: the session would be closed without it."))) return;
        attempt([this] { m_view.close(); });
        drawAll();
        if (const int row = m_view.firstUnmarked(); row >= 0) moveTo(row, m_view.currentColumn());
        return;
    }
    askReason(this,
              {.title = _("Reopen the session"),
               .explanation =
                   _("Its marks can be changed again until it is closed. The reason stays with the change."),
               .action = _("Reopen")},
              [this](const ReasonAnswer& answer) {
                  attempt([&] { m_view.reopen(answer.reason); });
                  drawAll();
              });
}

void RollPage::correct() {
    const Place at = place();
    const auto& of = m_view.columns().at(static_cast<std::size_t>(at.second));
    if (desk().today() < of.day || (at.second == m_view.currentColumn() && !m_view.closed())) {
        const wxString why = whyNoMark(at.second);
        return m_bar->say(why.empty() ? _("This session is open: a new mark simply replaces the old one.")
                                      : why,
                          !why.empty());
    }
    finish(at);
    const wxString column = roll::columnText(m_view, at.second);
    askReason(this,
              {.title = wxString::Format(_("Correct marks of %s"), column),
               .explanation = _("Until you leave this column its marks can be changed. The reason stays with "
                                "every correction, and "
                                "the former marks stay in the history."),
               .action = _("Correct")},
              [this, at](const ReasonAnswer& answer) {
                  m_correcting = Correcting{at.second, answer.reason};
                  drawBar();
                  m_table->takeFocus();
              });
}

void RollPage::undo() {
    if (dropDraft()) return;
    std::vector<std::vector<RollView::Cell>> before;
    for (const auto& row : m_view.rows())
        before.push_back(row.cells);
    const bool done = takeBackLast() && attempt([this] { m_view.load(); });
    drawAll();
    if (!done) return;
    if (before.size() != m_view.rows().size()) return;
    for (std::size_t row = 0; row < before.size(); ++row)
        for (std::size_t column = 0; column < before[row].size(); ++column)
            if (before[row][column].mark != m_view.rows()[row].cells.at(column).mark)
                return moveTo(static_cast<int>(row), static_cast<int>(column));
}

void RollPage::step(int sessions) {
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        if (m_choices[i].session != m_view.session().id) continue;
        const auto to = static_cast<std::ptrdiff_t>(i) + sessions;
        if (to < 0 || to >= static_cast<std::ptrdiff_t>(m_choices.size())) return;
        return openSession(m_choices[static_cast<std::size_t>(to)].session.text());
    }
}

void RollPage::openSession(const std::string& id) {
    attempt([&] { show(id); });
}

void RollPage::planMakeUp() {
    const Place at = place();
    const auto* way = m_bar->way();
    const int row = rowAt(at);
    if (row < 0 || !session().may(Verb::MarkRoll)) return;
    if (!way) return m_bar->say(_("There is nothing to plan a make-up for here."), true);
    const auto elsewhere = way->session;
    const auto& owing = m_view.rows().at(static_cast<std::size_t>(row)).owing;
    if (std::any_of(owing.begin(), owing.end(), [&](const auto& one) { return one.planned && one.planned->session == elsewhere; }))
        return m_bar->say(_("It is planned there already: Tab leads to the other sessions, and M plans the one chosen."), true);
    attempt([&] { m_view.planMakeUp(row, elsewhere); });
    drawRow(row);
    m_table->takeFocus();
}

void RollPage::waive() {
    const int row = rowAt(place());
    if (row < 0) return;
    const auto& of = m_view.rows().at(static_cast<std::size_t>(row));
    if (of.owing.empty()) return m_bar->say(_("Nothing is owed here."), true);
    if (!session().may(Verb::WaiveSession))
        return m_bar->say(_("Only a manager waives a make-up, with a reason."), true);
    const auto* way = m_bar->way();
    const std::string owed = way ? way->courseSession : of.owing.front().courseSession;
    wxString title;
    for (const auto& one : of.owing)
        if (one.courseSession == owed) title = u8(one.title);
    askReason(
        this,
        {.title = wxString::Format(_("Waive the make-up of %s"), u8(of.name)),
         .explanation = wxString::Format(
             _("\"%s\" then counts as done without having been attended. The mark stays as it is."), title),
         .action = _("Waive")},
        [this, id = of.trainee, owed](const ReasonAnswer& answer) {
            const int now = m_view.rowOf(id);
            if (now < 0) return;
            attempt([&] { m_view.waive(now, owed, answer.reason); });
            drawRow(now);
            m_table->takeFocus();
        });
}

} // namespace fledgling::ui
