#include "app/Department.h"
#include "ui/Page.h"
#include "ui/Pages.h"
#include "ui/Text.h"
#include "ui/frame/Doors.h"
#include "ui/frame/MainFrame.h"
#include "ui/frame/Rail.h"
#include "ui/frame/StartPage.h"
#include "ui/frame/TopBar.h"
#include "ui/tour/TourPage.h"

#include <wx/filedlg.h>
#include <wx/intl.h>
#include <wx/menu.h>

namespace fledgling::ui {

void MainFrame::buildMenus() {
    auto* bar = new wxMenuBar;
    fileMenu(bar);
    if (m_session && m_rail) goMenu(bar);
    helpMenu(bar);
    wxMenuBar* old = GetMenuBar();
    SetMenuBar(bar);
    delete old;
}

void MainFrame::addToMenu(wxMenu* menu, const wxString& words, std::function<void()> run) {
    auto* item = menu->Append(wxID_ANY, words);
    // After the menu's event: most entries rebuild the menu itself.
    menu->Bind(
        wxEVT_MENU, [this, run](wxCommandEvent&) { CallAfter(run); }, item->GetId());
}

void MainFrame::onStart(const std::function<void(StartPage&)>& does) {
    if (!m_start) closeDepartment();
    if (m_start) does(*m_start);
}

void MainFrame::fileMenu(wxMenuBar* bar) {
    auto* menu = new wxMenu;
    addToMenu(menu, _("&New department"), [this] { onStart([](StartPage& page) { page.startEmpty(); }); });
    addToMenu(menu, _("&Open a department"), [this] { onStart([](StartPage& page) { page.browse(); }); });
    addToMenu(menu, _("Open the &sample department"),
              [this] { onStart([](StartPage& page) { page.openSample(); }); });
    if (m_department) {
        addToMenu(menu, _("&Close the department"), [this] { closeDepartment(); });
        menu->AppendSeparator();
        if (m_session) {
            if (!m_where.starts_with("postgres"))
                addToMenu(menu, _("&Back up to a file"), [this] { backUp(); });
            addToMenu(menu, _("Switch &person"), [this] { switchPerson(); });
        }
    }
    menu->AppendSeparator();
    addToMenu(menu, _("&Quit") + "\tCtrl+Q", [this] { Close(); });
    bar->Append(menu, _("&File"));
}

void MainFrame::goMenu(wxMenuBar* bar) {
    auto* menu = new wxMenu;
    std::size_t place = 0;
    for (const auto* entry : m_rail->entries()) {
        const wxString key = railKey(place++);
        addToMenu(menu, wxGetTranslation(entry->title) + (key.empty() ? wxString() : "\t" + key),
                  [this, id = entry->id] { openPage(id); });
    }
    menu->AppendSeparator();
    addToMenu(menu, _("&Find") + "\tCtrl+K", [this] { openPalette(); });
    addToMenu(menu, _("Show a past &moment") + "\tCtrl+T", [this] { m_bar->switchMoment(); });
    addToMenu(menu, _("&History of this") + "\tCtrl+I", [this] { showHistory(); });
    addToMenu(menu, _("&Take back your last change"), [this] { undo(); });
    bar->Append(menu, _("&Go"));
}

void MainFrame::helpMenu(wxMenuBar* bar) {
    auto* menu = new wxMenu;
    if (m_session && m_rail) {
        addToMenu(menu, _("&Help for this page") + "\tF1", [this] { toggleHelp(); });
        addToMenu(menu, _("&Keys and about"), [this] { openPage("help"); });
        addToMenu(menu, _("&Film: a tour of the program"), [this] { openPage("tour", TourPage::PLAY); });
    }
    addToMenu(menu, wxString(L"&English"), [this] { setLanguage("en"); });
    addToMenu(menu, wxString(L"&\u4e2d\u6587"), [this] { setLanguage("zh_CN"); });
    bar->Append(menu, _("&Help"));
}

void MainFrame::backUp() {
    const wxString stamp = wxDateTime::Now().Format("%Y-%m-%d");
    wxFileDialog ask(this, _("Back up to a file"), {},
                     u8(doors::nameOf(m_where)) + "-" + stamp + ".fledgling",
                     _("Departments") + " (*.fledgling)|*.fledgling", wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (ask.ShowModal() != wxID_OK) return;
    const wxString path = ask.GetPath();
    if (m_page->attempt([&] { m_department->database().backUpTo(utf8(path)); }))
        m_page->inform(wxString::Format(_("Backed up to %s."), path));
}

} // namespace fledgling::ui
