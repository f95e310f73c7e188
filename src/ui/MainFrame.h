#pragma once

#include "domain/Id.h"
#include "ui/Session.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>
#include <wx/frame.h>

class wxAnyButton;
class wxBoxSizer;
class wxSimplebook;

namespace fledgling::ui {

class Page;
class Palette;
class Rail;
class TopBar;

/// What the command line asked for.
struct StartOptions {
    bool sample = false;
    std::string where; ///< database to open
    std::string who;   ///< staff number or name
    std::string page;
    std::string language; ///< "" for the system's or the last chosen
    int width = 0;
    int height = 0;
};

/// The one frame: start page, then who you are, then a rail of pages. It opens pages and knows no noun.
class MainFrame : public wxFrame {
public:
    explicit MainFrame(const StartOptions& options);
    ~MainFrame() override;

    /// Opens a department; the sentence why not is shown in place on the start page.
    void openDepartment(std::unique_ptr<app::Department> department, const std::string& where);
    void signIn(const domain::PersonId& who);
    void openPage(const std::string& id, const std::string& subject = {});
    void setLanguage(const std::string& language);
    void openPalette();
    void switchPerson();
    void closeDepartment();

    [[nodiscard]] Page* page() const { return m_page; }
    [[nodiscard]] const std::string& pageId() const { return m_pageId; }
    [[nodiscard]] Session* session() { return m_session.get(); }
    /// A count beside a rail entry ("3"); empty removes it.
    void setBadge(const std::string& pageId, const wxString& count);

private:
    void buildMenus();
    void buildAll();
    void showStart();
    void showWho();
    void showWork();
    void showCurrent(wxWindow* content, bool withRail);
    void startFrom(const StartOptions& options);
    void goMenu(wxMenuBar* bar);
    void fileMenu(wxMenuBar* bar);
    void helpMenu(wxMenuBar* bar);
    void showHelp();
    void showAbout();
    void backUp();
    void undo();
    void restoreGeometry(const StartOptions& options);
    void keepGeometry();
    void onCharHook(wxKeyEvent& event);
    void onTheme();
    [[nodiscard]] std::vector<PaletteEntry> ownEntries(const wxString& query);

    std::unique_ptr<app::Department> m_department;
    std::unique_ptr<Session> m_session;
    std::string m_where;
    std::string m_pageId;
    std::string m_subject;
    Page* m_page = nullptr;
    Rail* m_rail = nullptr;
    TopBar* m_bar = nullptr;
    wxPanel* m_content = nullptr;
    Palette* m_palette = nullptr;
};

} // namespace fledgling::ui
