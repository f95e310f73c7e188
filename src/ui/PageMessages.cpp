#include "ui/Page.h"

#include "ui/Language.h"
#include "ui/NativeKeyboard.h"
#include "ui/Net.h"
#include "ui/controls/Chips.h"
#include "ui/frame/MessageBar.h"

#include "app/Department.h"
#include "app/Keep.h"
#include "app/courses/RefusalTitles.h"
#include "app/history/History.h"

#include <wx/button.h>
#include <wx/clntdata.h>
#include <wx/stattext.h>
#include <wx/weakref.h>

/// What a page says: what was kept, why not, how far long work is, and what a grey button waits for.
namespace fledgling::ui {
namespace {

/// A button below that shows this key: one that works, where there is one.
wxWindow* buttonOf(wxWindow* below, const wxString& keys) {
    wxWindow* first = nullptr;
    for (auto* child : below->GetChildren()) {
        if (!child->IsShown()) continue;
        const auto* shows = dynamic_cast<wxStringClientData*>(child->GetClientObject());
        wxWindow* found = shows && shows->GetData() == keys ? child : buttonOf(child, keys);
        if (found && found->IsEnabled()) return found;
        if (found && !first) first = found;
    }
    return first;
}

} // namespace

void Page::setStatus(const wxString& text) {
    if (m_status->GetLabel() == text) return;
    m_status->SetLabel(text);
    m_status->SetToolTip(text); // where the window is too narrow for it
    native::setAccessible(m_status, text, {});
}

void Page::complain(const wxString& sentence, const wxString& details) {
    inform(look::Notice::Warning, sentence, details);
}

void Page::inform(const wxString& sentence, const wxString& details) {
    inform(look::Notice::Advice, sentence, details);
}

void Page::inform(look::Notice notice, const wxString& sentence, const wxString& details) {
    m_failedByItself = false;
    m_bar->say(notice, sentence, details);
    Layout();
}

void Page::hush() {
    m_failedByItself = false;
    if (!m_bar->IsShown()) return;
    m_bar->Hide();
    Layout();
}

bool Page::attempt(const std::function<void()>& doing) {
    const std::size_t before = desk().undo.done.size();
    // Drawn anew because of a deed, the page still says what came of it.
    if (!m_redrawing || m_failedByItself) hush();
    forgetWhyNot();
    const auto sayRefused = [this](const domain::Refused& refused) {
        return app::sentence(desk(), refused, courseLanguage(), tongue);
    };
    const auto sayConflict = [this](const store::Conflict& conflict) {
        return app::sentence(desk(), conflict, courseLanguage(), tongue);
    };
    if (const auto failed = tried(doing, sayRefused, sayConflict)) {
        complain(failed->sentence, failed->details);
        m_failedByItself = m_redrawing;
        return false;
    }
    sayKept(before);
    return true;
}

void Page::byItself(const std::function<void()>& doing) {
    if (const auto failed = tried(doing)) {
        complain(failed->sentence, failed->details);
        m_failedByItself = true;
    } else if (m_failedByItself) {
        hush();
    }
}

bool Page::attemptLong(const wxString& what, const std::function<void(Progress&)>& doing) {
    // What is disabled loses the keyboard, and nobody gives it back.
    const wxWeakRef<wxWindow> focus(wxWindow::FindFocus());
    m_session.busy = true;
    m_body->Disable();
    if (m_chips) m_chips->Disable();
    const bool done = attempt([&] {
        const auto progress = m_bar->progress(what);
        doing(*progress);
    });
    m_session.busy = false;
    m_body->Enable();
    if (m_chips) m_chips->Enable();
    m_bar->endProgress();
    if (focus && IsDescendant(focus))
        focus->SetFocus();
    else if (!native::hasKeyboard(this))
        takeKeyboard(); // after a dialog that asked for a file nobody has it any more
    return done;
}

bool Page::takeBackLast() {
    std::string deed;
    std::int64_t change = 0;
    const bool done = attempt([&] {
        const auto& mine = desk().undo.done;
        if (!mine.empty()) deed = app::deedOf(desk(), change = mine.back());
        app::undo(desk());
    });
    if (done) takenBack(change);
    if (done)
        setKept(dotted({wxString::Format(_("Taken back %s"), u8(desk().clock.timeOfDay().text())),
                          u8(app::wordForDeed(deed, tongue))}));
    return done;
}

void Page::takenBack(std::int64_t) {}

void Page::sayKept(std::size_t before) {
    const auto& done = desk().undo.done;
    if (done.size() <= before) return;
    setKept(dotted({wxString::Format(_("Kept %s"), u8(desk().clock.timeOfDay().text())),
                    wxString::Format(_("change %s"), numberText(done.back()))}));
}

void Page::setKept(const wxString& text) {
    m_session.lastKept = m_kept = text;
    setStatus(text);
}

void Page::freshenStatus() {
    if (m_kept.empty() || m_status->GetLabel() != m_kept) return;
    m_kept = m_session.lastKept;
    setStatus(m_kept);
}

void Page::sayWhyNot(const Bound& bound) {
    // The mouse reads it in the tip of the grey button.
    const wxWindow* shows = bound.button ? bound.button : buttonOf(m_body, bound.hint.keys);
    if (!shows || shows->IsEnabled() || shows->GetToolTipText().empty()) return;
    m_whyNot = shows->GetToolTipText();
    setStatus(m_whyNot);
}

void Page::forgetWhyNot() {
    if (!m_whyNot.empty() && m_status->GetLabel() == m_whyNot) setStatus({});
    m_whyNot.clear();
}

wxString Page::statusText() const { return m_status->GetLabel(); }
wxString Page::complaint() const { return m_bar->IsShown() ? m_bar->sentence() : wxString(); }

} // namespace fledgling::ui
