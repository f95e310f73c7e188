#pragma once

#include "app/Events.h"
#include "ui/frame/Session.h"

#include <functional>
#include <map>
#include <string>
#include <wx/string.h>
#include <wx/timer.h>

namespace fledgling::ui {

/// What waits for the person in use: a count beside each page of the rail, and a note of the desktop when there is
/// more than before and nobody looks at the window.
class Reminders {
public:
    using Badge = std::function<void(const std::string& page, const wxString& count)>;
    Reminders(Session& session, Badge badge);

    /// Called every two seconds; counts anew when something changed and wasn't counted yet, and once a minute for the clock's
    /// sake.
    void tick(bool windowActive);
    /// Counts now.
    void count();
    [[nodiscard]] int due() const { return m_due; }
    /// What the desktop was told last; empty: nothing yet.
    [[nodiscard]] const wxString& noted() const { return m_noted; }

private:
    void note(int before, bool windowActive);
    /// What was kept is counted once nothing more follows at once.
    void countSoon();

    Session& m_session;
    Badge m_badge;
    app::Events::Subscription m_subscription;
    std::map<std::string, int> m_byPage;
    bool m_changed = true;
    bool m_busy = false; ///< something changed since the last tick: who is at work is left alone
    wxTimer m_soon;
    int m_ticks = 0;
    int m_due = 0;
    wxString m_noted;
};

} // namespace fledgling::ui
