#pragma once

#include "app/Events.h"
#include "app/history/BookKey.h"
#include "ui/Look.h"
#include "ui/Named.h"
#include "ui/Text.h"
#include "ui/frame/Session.h"

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>
#include <wx/intl.h>
#include <wx/panel.h>

class wxBoxSizer;
class wxButton;

namespace fledgling::ui {

class Chips;
class FlowSizer;
class MessageBar;

/// A key that works on a page, as F1 and the foot of the page show it.
struct KeyHint {
    wxString keys;
    wxString does;
};

/// Told by long work; throws Stopped (ui/Net) when the user asked to stop.
class Progress {
public:
    virtual ~Progress() = default;
    /// `total` 0: still at work, and nobody can say how far.
    virtual void at(std::size_t done, std::size_t total) = 0;
    /// The same as what verbs of app tell.
    [[nodiscard]] std::function<void(std::size_t done, std::size_t total)> told() {
        return [this](std::size_t done, std::size_t total) { at(done, total); };
    }
};

/// A page: title, the one figure that matters, actions top right, chips, content, and a status line. It lays
/// out, binds and copies text; what is shown comes from a view of app, what is done are verbs.
///
/// A page is made when first opened and made anew when language, theme, person or role change: keep nothing
/// in it that must last (Session::remember does). What is shown comes back after a change of language or theme by
/// whereabouts(), and by the rows chosen in its tables.
class Page : public wxPanel {
public:
    Page(wxWindow* parent, Session& session, const wxString& title);
    ~Page() override;
    /// Waits until the page has a place: laid out at no size, what scrolls complains.
    bool Layout() override;

    /// Shows what `subject` (an id as text) names; empty: what was shown last. Then refresh() follows.
    virtual void show(const std::string& subject);
    /// What show() takes to show the same again in a page made anew, "" being a subject, too; nothing where the page
    /// can't say.
    [[nodiscard]] virtual std::optional<std::string> whereabouts();
    /// Asks the view again and redraws. Called after every opening and, by CallAfter, when a topic of
    /// listenTo changed.
    virtual void refresh() = 0;
    /// Two or three sentences for F1: what the page is for, what to do first.
    [[nodiscard]] virtual wxString help() const = 0;
    /// What the chosen cell or row stands for in the book, for its history (Ctrl+I); nothing where there is none.
    [[nodiscard]] virtual std::vector<app::BookKey> focusedKeys();
    /// The keyboard to where it stands when the page opens; on an empty page that is its first step.
    void takeKeyboard();

    /// Shown at the foot: where Escape leads; empty when it leads nowhere.
    void setWayBack(const wxString& page);
    /// An open form takes Esc for itself: meanwhile nothing is said of the way back.
    void holdWayBack(bool held);

    [[nodiscard]] const wxString& title() const { return m_titleText; }
    /// All keys bound by onKey and addAction, in order.
    [[nodiscard]] std::vector<KeyHint> keys() const;
    /// Actions by name, for the palette.
    [[nodiscard]] std::vector<PaletteEntry> actions();
    /// True if the key did something here.
    bool pressed(wxKeyEvent& event);
    /// Does what a key of `keys()` is for; false where it has no such key, or its button is grey.
    bool doneBy(const wxString& keys);

    /// Every deed goes through it. Runs it and says what was kept ("Kept 09:02 · change 1 284"), or why not,
    /// in place. True when it ran to its end.
    bool attempt(const std::function<void()>& doing);
    /// What the clock does: what the page said of somebody's last deed stays. A failure is said until it goes well again.
    void byItself(const std::function<void()>& doing);

    /// The same for work that may take over a second: a bar with time left and Stop, shown after half a second.
    bool attemptLong(const wxString& what, const std::function<void(Progress&)>& doing);

    /// Takes back what was done last at this desk, and says in the status line what that was.
    bool takeBackLast();
    /// Told by it of the change that was taken back, before what it was about is drawn anew: a page whose selection goes on
    /// after a deed goes back to whom the deed was about.
    virtual void takenBack(std::int64_t change);

    /// Something to know, in place of a complaint: advice, or what kind it is.
    void inform(const wxString& sentence, const wxString& details = {});
    void inform(look::Notice notice, const wxString& sentence, const wxString& details = {});

    /// What is said before something entered here that isn't kept would be dropped; empty: nothing would be.
    [[nodiscard]] virtual wxString unkept();

    /// What stands at the foot.
    void setStatus(const wxString& text);
    /// What the foot says was kept here is the last change no more once another page kept something: then it says that.
    void freshenStatus();

    // What tests read.
    [[nodiscard]] wxString statusText() const;
    [[nodiscard]] wxString complaint() const;
    [[nodiscard]] wxString figureText() const;
    /// The action that stands out; none on a page without actions.
    [[nodiscard]] const wxButton* primary() const { return m_primary; }

protected:
    [[nodiscard]] Session& session() { return m_session; }
    [[nodiscard]] app::Desk& desk() { return m_session.desk(); }

    /// Where in the content the keyboard stands when the page opens; its first control by default. Called by
    /// takeKeyboard(), which knows of empty pages.
    virtual void focusFirst();

    /// Parent and sizer of the page's own controls (margins are set already).
    [[nodiscard]] wxWindow* body() { return m_body; }
    [[nodiscard]] wxBoxSizer* content() { return m_content; }

    /// For a page whose rows need the height: without the air between its parts, unless the window is tall. After the
    /// chips were made.
    void setDense();
    void setTitle(const wxString& title);
    /// "9 of 12 marked", right of the title.
    void setFigure(const wxString& figure, look::State state = look::State::None);

    /// A button top right with its key shown; the first added is the primary one. The key works on the whole
    /// page. `key` as onKey reads it; "" for none. `does` is what the button says.
    wxButton* addAction(const wxString& does, const std::string& key, std::function<void()> run);
    /// What is to be done next is the one that stands out, where that isn't the first of them; nothing: it stays.
    void setPrimary(wxButton* action);
    /// In a narrow window it folds with the action that was added after it and stands before it.
    void foldWithNext(const wxButton* action);
    /// Grey with the reason as its tip, or live.
    void enableAction(wxButton* action, bool enabled, const wxString& whyNot = {});
    /// "F9", "Ctrl+Enter", "Ctrl+Z", "L", "Delete", "Alt+Left". Plain letters, digits, space and Enter are
    /// left alone while a text field has the keyboard.
    void onKey(const std::string& key, const wxString& does, std::function<void()> run);

    /// The row of filters under the title; made when first asked for.
    Chips& chips();

    /// One plain sentence in place; the details are folded. Goes with the next attempt or by its cross.
    void complain(const wxString& sentence, const wxString& details = {});

    /// Takes away what complain() or inform() said.
    void hush();

    /// Instead of the content: what belongs here and the first step. `step` empty: no button.
    void showEmpty(const wxString& what, const wxString& step = {}, std::function<void()> firstStep = {});
    void showContent();

    /// refresh() when one of these changed, here or on another desktop.
    void listenTo(std::set<app::Topic> topics);

private:
    struct Empty;
    struct Bound {
        int modifiers;
        int code;
        KeyHint hint;
        std::function<void()> run;
        wxButton* button = nullptr;
    };
    void layOutHeader();
    void fitTitle();
    void fitAir();
    void layOutBody();
    void sayKept(std::size_t before);
    void setKept(const wxString& text);
    /// Why the key of a grey action does nothing.
    void sayWhyNot(const Bound& bound);
    /// Takes that away again, once something else was done.
    void forgetWhyNot();
    void onCharHook(wxKeyEvent& event);

    Session& m_session;
    wxString m_titleText;
    bool m_dense = false; ///< its rows need the height
    bool m_close = false; ///< and have it, in a window that isn't tall
    wxStaticText* m_title = nullptr;
    wxStaticText* m_figure = nullptr;
    wxBoxSizer* m_all = nullptr;
    wxBoxSizer* m_heading = nullptr; ///< title and figure
    wxButton* m_primary = nullptr;
    FlowSizer* m_header = nullptr; ///< title and figure, then the actions
    wxStaticText* m_hints = nullptr;
    wxString m_wayBack; ///< by Esc; empty: none
    MessageBar* m_bar = nullptr;
    Chips* m_chips = nullptr;
    wxPanel* m_body = nullptr;
    wxBoxSizer* m_content = nullptr;
    Empty* m_empty = nullptr;
    wxStaticText* m_status = nullptr;
    wxString m_kept;   ///< what the status line said last of something kept
    wxString m_whyNot; ///< what the status line says of a grey action
    bool m_failedByItself = false; ///< what is said is a failure nobody's deed brought
    bool m_redrawing = false; ///< because something changed, and nobody did anything
    std::vector<Bound> m_bound;
    app::Events::Subscription m_subscription;
    bool m_refreshing = false;
};

} // namespace fledgling::ui
