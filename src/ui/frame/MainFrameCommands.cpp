#include "app/Department.h"
#include "app/merge/Merge.h"
#include "ui/Language.h"
#include "ui/NativeKeyboard.h"
#include "ui/Page.h"
#include "ui/Pages.h"
#include "ui/Text.h"
#include "ui/controls/EditPanel.h"
#include "ui/frame/Doors.h"
#include "ui/frame/MainFrame.h"
#include "ui/frame/PageDeeds.h"
#include "ui/frame/Palette.h"
#include "ui/frame/Rail.h"
#include "ui/frame/Stage.h"
#include "ui/frame/StartPage.h"
#include "ui/frame/TopBar.h"
#include "ui/history/CellHistoryDialog.h"
#include "ui/tour/TourPage.h"

#include <wx/filedlg.h>
#include <wx/intl.h>
#include <wx/menu.h>
#include <wx/textctrl.h>

/// Menus, keys and palette: the ways to everything the frame does.
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
            // The whole book, keys to the quizzes among it: for who may read it all.
            if (!doors::shared(m_where) && domain::may(m_session->actor().roles, domain::Verb::SeeHistory))
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
                  [this, id = entry->id] { goTo(id); });
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
        addToMenu(menu, _("&Keys and about"), [this] { follow("help"); });
        addToMenu(menu, _("&Film: a tour of the program"), [this] { follow("tour", TourPage::PLAY); });
    }
    addToMenu(menu, wxString(L"&English"), [this] { setLanguage("en"); });
    addToMenu(menu, wxString(L"&\u4e2d\u6587"), [this] { setLanguage("zh_CN"); });
    bar->Append(menu, _("&Help"));
}

void MainFrame::switchPane() {
    if (!m_rail || !page()) return;
    wxWindow* focus = FindFocus();
    if (focus && m_rail->IsDescendant(focus))
        page()->takeKeyboard();
    else if (m_stage->helps() && !m_stage->keyboardInHelp())
        m_stage->focusHelp();
    else
        m_rail->takeFocus();
}

void MainFrame::onCharHook(wxKeyEvent& event) {
    // What had the keyboard is gone: the page takes it, and hears this key already.
    if (!native::hasKeyboard(this) && page()) {
        page()->takeKeyboard();
        wxKeyEvent again(event);
        if (auto* now = native::whoHears()) return event.Skip(!now->ProcessWindowEvent(again));
    }
    const int code = event.GetKeyCode();
    const bool control = event.GetModifiers() == wxMOD_CONTROL;
    // An empty field has nothing of its own to take back.
    const auto* entry = dynamic_cast<wxTextEntry*>(native::whoHears());
    const bool typing = entry && !entry->IsEmpty();
    const auto place = m_rail && event.GetModifiers() == wxMOD_ALT ? railPlaceOf(code) : std::nullopt;
    if (place && *place < m_rail->entries().size())
        goTo(m_rail->entries()[*place]->id);
    else if (control && code == 'K')
        openPalette();
    else if (control && code == 'T' && m_bar)
        m_bar->switchMoment();
    else if (control && code == 'I' && page())
        showHistory();
    else if (control && code == 'Z' && !typing)
        undo();
    else if (code == WXK_F1 && !event.HasAnyModifiers())
        toggleHelp();
    else if (code == WXK_F6 && !event.HasAnyModifiers())
        switchPane();
    else if (code == WXK_ESCAPE && m_stage && m_stage->helps())
        toggleHelp();
    else if (m_way.leads() && WayBack::isKey(event))
        goBack();
    else
        event.Skip();
}

Palette* MainFrame::palette() const {
    for (auto* child : GetChildren())
        if (auto* palette = dynamic_cast<Palette*>(child); palette && palette->IsShown()) return palette;
    return nullptr;
}

void MainFrame::openPalette() {
    if (!ready() || palette()) return;
    auto* made = new Palette(this, m_session->providers());
    made->Show();
}

std::vector<PaletteEntry> MainFrame::ownEntries(const wxString& query) {
    std::vector<PaletteEntry> all;
    std::size_t place = 0;
    for (const auto* entry : m_rail->entries())
        all.push_back({wxGetTranslation(entry->title), dotted({_("page"), railKey(place++)}), entry->icon,
                       [this, id = entry->id] { goTo(id); }});
    for (const auto& entry : pages())
        if (entry.offered && entry.needs && m_session->may(*entry.needs))
            all.push_back({wxGetTranslation(entry.title), _("page"), entry.icon, [this, id = entry.id] { follow(id); }});
    if (page())
        for (auto& action : page()->actions())
            all.push_back(std::move(action));
    all.push_back({_("Keys and about"), _("page"), "help", [this] { follow("help"); }});
    all.push_back({_("Film: a tour of the program"), _("page"), "film", [this] { follow("tour", TourPage::PLAY); }});
    all.push_back({_("Switch person"), _("action"), "person", [this] { switchPerson(); }});
    all.push_back({_("Show a past moment"), dotted({_("action"), "Ctrl+T"}), "clock",
                   [this] { m_bar->switchMoment(); }});
    if (page() && m_pageId != "history")
        all.push_back({_("History of this"), dotted({_("action"), "Ctrl+I"}), "history", [this] { showHistory(); }});
    for (const std::string language : {"en", "zh_CN"})
        if (language != spoken())
            all.push_back({nameOfLanguage(language), _("language"), "language",
                           [this, language] { setLanguage(language); }});
    std::erase_if(all, [&](const PaletteEntry& one) { return !matches(one.title, query); });
    return all;
}

/// What other pages do: each opens its page and begins there; what is done to something chosen first waits for its key, which
/// is said at the foot.
std::vector<PaletteEntry> MainFrame::deedEntries(const wxString& query) {
    std::vector<PaletteEntry> all;
    for (const auto& deed : pageDeedsFor(*m_session)) {
        const wxString words = wxGetTranslation(deed.words);
        if (!matches(words, query)) continue;
        const auto* page = pageOf(deed.page);
        all.push_back({words, dotted({wxGetTranslation(page->title), u8(deed.key)}), page->icon, [this, deed, words] {
                           follow(deed.page, deed.subject);
                           if (deed.starts && this->page()->doneBy(u8(deed.key))) return;
                           if (!deed.key.empty()) this->page()->setStatus(dotted({u8(deed.key), words}));
                       }});
    }
    return all;
}

void MainFrame::undo() {
    if (!ready() || m_session->past()) return;
    if (auto* form = EditPanel::openIn(page())) return form->takeBackTyping();
    if (page()) page()->takeBackLast();
}

void MainFrame::showHistory() {
    if (!page() || !ready()) return;
    showHistoryOf(*page(), *m_session, [this](store::ChangeNumber change) { follow("history", std::to_string(change)); });
}

void MainFrame::backUp() {
    if (!page() || !ready()) return;
    wxFileDialog ask(this, _("Back up to a file"), {},
                     u8(doors::nameOf(m_where) + "-" + m_session->desk().today().iso() + ".fledgling"),
                     _("Departments") + " (*.fledgling)|*.fledgling", wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (ask.ShowModal() != wxID_OK) return;
    const wxString path = ask.GetPath();
    if (page()->attemptLong(_("Backing up"), [&](Progress& progress) { app::backUp(m_session->desk(), utf8(path), progress.told()); }))
        page()->inform(look::Notice::Success, wxString::Format(_("Backed up to %s."), path));
}

} // namespace fledgling::ui
