#include "ui/frame/Reminders.h"

#include "app/today/TodayView.h"
#include "ui/Language.h"
#include "ui/Native.h"
#include "ui/Net.h"

#include <utility>
#include <wx/app.h>
#include <wx/intl.h>

namespace fledgling::ui {

namespace {

/// A minute of ticks.
constexpr int TICKS_TO_RECOUNT = 30;
/// After a change, in milliseconds: who goes on at once is left alone.
constexpr int PAUSE_MS = 600;

} // namespace

Reminders::Reminders(Session& session, Badge badge) : m_session(session), m_badge(std::move(badge)) {
    m_subscription = session.desk().events.listen([this](const std::set<app::Topic>&) {
        m_changed = m_busy = true;
        m_soon.StartOnce(PAUSE_MS);
    });
    m_soon.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { countSoon(); });
}

void Reminders::countSoon() {
    // In the past nothing is counted, and while long work runs the next tick does it; it also says what fails.
    if (m_session.past() || m_session.busy || !m_changed) return;
    const int before = m_due;
    if (tried([this] { count(); }))
        m_changed = true;
    else
        note(before, wxTheApp && wxTheApp->IsActive());
}

void Reminders::tick(bool windowActive) {
    ++m_ticks;
    // The first tick is left to the page that has just opened.
    if (m_ticks == 1 || (!m_changed && m_ticks % TICKS_TO_RECOUNT != 0)) return;
    if (std::exchange(m_busy, false)) return;
    const int before = m_due;
    count();
    note(before, windowActive);
}

void Reminders::count() {
    m_changed = false;
    app::TodayView view(m_session.desk(), m_session.role(), courseLanguage());
    view.load();
    auto byPage = view.dueByPage();
    // What is due as a whole stands beside the home page's own list.
    if (view.due() > 0) byPage["today"] = view.due();
    for (const auto& [page, count] : m_byPage)
        if (!byPage.contains(page)) m_badge(page, {});
    for (const auto& [page, count] : byPage)
        if (const auto shown = m_byPage.find(page); shown == m_byPage.end() || shown->second != count)
            m_badge(page, wxString::Format("%d", count));
    m_byPage = std::move(byPage);
    m_due = view.due();
}

void Reminders::note(int before, bool windowActive) {
    if (windowActive || m_due <= before) return;
    const int more = m_due - before;
    m_noted = wxString::Format(wxPLURAL("%d thing waits for you in Fledgling.", "%d things wait for you in Fledgling.", more), more);
    native::notify("Fledgling", m_noted);
}

} // namespace fledgling::ui
