#pragma once

#include "domain/Id.h"
#include "ui/frame/Place.h"
#include "ui/frame/Session.h"
#include "ui/frame/WayBack.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>
#include <wx/frame.h>
#include <wx/panel.h>
#include <wx/timer.h>

namespace fledgling::ui {

class Page;
class Palette;
class Rail;
class Reminders;
class Stage;
class StartPage;
class TopBar;

/// What the command line asked for.
struct StartOptions {
    bool sample = false;
    std::string where = {}; ///< database to open
    std::string who = {};   ///< staff number or name
    std::string page = {};
    std::string language = {}; ///< "" for the last chosen, else the system's
    int width = 0;             ///< 0: as last time
    int height = 0;
};

/// The one frame: start page, then who you are, then a rail of pages. It opens pages and knows no noun.
class MainFrame : public wxFrame {
public:
    explicit MainFrame(const StartOptions& options);
    ~MainFrame() override;

    void openDepartment(std::unique_ptr<app::Department> department, const std::string& where);
    void signIn(const domain::PersonId& who);
    /// Opens a page by id (the home page for "", and for one that isn't for this person, with a word about it), at what
    /// `subject` names.
    void openPage(const std::string& id, const std::string& subject = {});
    void setLanguage(const std::string& language);
    void openPalette();
    /// Opens or closes the page's help.
    void toggleHelp();
    void switchPerson();
    void closeDepartment();

    // Null while there is none.
    [[nodiscard]] Page* page() const;
    [[nodiscard]] Palette* palette() const;
    [[nodiscard]] StartPage* startPage() const { return m_start; }
    [[nodiscard]] Session* session() const { return m_session.get(); }
    [[nodiscard]] const std::string& pageId() const { return m_pageId; }
    /// Long work is running, on a page or on the start page: nothing else may open or close.
    [[nodiscard]] bool busy() const;
    /// A count beside a rail entry ("3"); empty removes it. Unseen while the past is shown.
    void setBadge(const std::string& pageId, const wxString& count);

private:
    wxPanel* freshRoot();
    void finish(wxPanel* root, wxSizer* sizer);
    void reveal();
    void showStart();
    void showWho();
    void showWork();
    void rebuild();
    /// The same, each page showing afterwards what it showed before.
    void rebuildInPlace();
    void startFrom(const StartOptions& options);
    void begin(std::unique_ptr<app::Department> department, const std::string& where, const StartOptions& options);
    void adopt(std::unique_ptr<app::Department> department, const std::string& where);
    void buildMenus();
    void addToMenu(wxMenu* menu, const wxString& words, std::function<void()> run);
    void fileMenu(wxMenuBar* bar);
    void goMenu(wxMenuBar* bar);
    void helpMenu(wxMenuBar* bar);
    void onStart(const std::function<void(StartPage&)>& does);
    void backUp();
    void undo();
    /// Every value that what is chosen on the page ever had.
    void showHistory();
    void attempt(const std::function<void()>& doing);
    void setRole(domain::Role role);
    void onCharHook(wxKeyEvent& event);
    void onTheme();
    void takeTheme();
    void tick();
    void beginReminders();
    void switchPane();
    void showBadge(const std::string& pageId, const wxString& count);
    /// As the rail does: no way leads back from there.
    void goTo(const std::string& page);
    /// Somebody is signed in and no long work runs: pages, palette and deeds may be gone to now.
    [[nodiscard]] bool ready() const;
    /// The one rule before pages are made anew or go: no long work runs, and nothing entered would be lost, which is said
    /// inside `around` (with a %s).
    [[nodiscard]] bool mayLeave(const wxString& around = "%s");
    void follow(const std::string& page, const std::string& subject = {});
    void goBack();
    void forgetWay();
    [[nodiscard]] std::vector<PaletteEntry> ownEntries(const wxString& query);
    [[nodiscard]] std::vector<PaletteEntry> deedEntries(const wxString& query);

    std::unique_ptr<app::Department> m_department;
    std::unique_ptr<Session> m_session;
    std::string m_where;
    std::string m_pageId;
    std::string m_subject;
    std::string m_marked; ///< the rail's entry the page shown stands under
    WayBack m_way;
    std::map<std::string, wxString> m_badges;
    std::unique_ptr<Reminders> m_reminders;
    wxPanel* m_root = nullptr;
    StartPage* m_start = nullptr;
    Rail* m_rail = nullptr;
    TopBar* m_bar = nullptr;
    Stage* m_stage = nullptr;
    std::map<std::string, Place> m_places; ///< of pages that are gone and will be made anew
    wxTimer m_timer;
    wxTimer m_still; ///< runs out when the window has had one size for a moment
    int m_ticks = 0;
    bool m_themeAsked = false;
    bool m_themeWaits = false; ///< for a form to be kept or left
};

} // namespace fledgling::ui
