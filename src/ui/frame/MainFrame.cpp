#include "ui/frame/MainFrame.h"

#include "app/Department.h"
#include "app/Words.h"
#include "ui/Language.h"
#include "ui/Native.h"
#include "ui/Net.h"
#include "ui/Page.h"
#include "ui/Pages.h"
#include "ui/controls/EditPanel.h"
#include "ui/frame/Doors.h"
#include "ui/frame/FinderEntries.h"
#include "ui/frame/HelpPane.h"
#include "ui/frame/Palette.h"
#include "ui/frame/Rail.h"
#include "ui/frame/Reminders.h"
#include "ui/frame/StartPage.h"
#include "ui/frame/TopBar.h"
#include "ui/frame/WhoPage.h"
#include "ui/history/CellHistoryDialog.h"
#include "ui/tour/TourPage.h"

#include <algorithm>
#include <wx/app.h>
#include <wx/config.h>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace fledgling::ui {
namespace {

constexpr int SMALLEST_WIDTH = 960;
constexpr int SMALLEST_HEIGHT = 560;
constexpr int POLL_MS = 2000;

std::string chosenLanguage(const StartOptions& options) {
    if (!options.language.empty()) return options.language;
    const wxString kept = wxConfigBase::Get()->Read("/language", wxString());
    return kept.empty() ? systemLanguage() : utf8(kept);
}

} // namespace

MainFrame::MainFrame(const StartOptions& options) : wxFrame(nullptr, wxID_ANY, "Fledgling"), m_timer(this) {
    SetIcons(wxIconBundle(look::programIcon().GetIcon(FromDIP(wxSize(48, 48)))));
    speak(chosenLanguage(options));
    SetMinSize(FromDIP(wxSize(SMALLEST_WIDTH, SMALLEST_HEIGHT)));
    restoreGeometry(options);
    SetSizer(new wxBoxSizer(wxVERTICAL));
    Bind(wxEVT_CHAR_HOOK, &MainFrame::onCharHook, this);
    native::onStyleChanged(this, [this] { onTheme(); });
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
        if (m_session && m_session->busy && event.CanVeto()) return event.Veto();
        keepGeometry();
        event.Skip();
    });
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { tick(); });
    startFrom(options);
}

MainFrame::~MainFrame() {
    // Pages hold the session by reference: they go first.
    DestroyChildren();
}

void MainFrame::startFrom(const StartOptions& options) {
    if (!options.sample && options.where.empty()) return showStart();
    const std::string where = options.sample ? doors::samplePath() : options.where;
    std::unique_ptr<app::Department> department;
    if (const auto failed =
            tried([&] { department = options.sample ? doors::openSample() : doors::open(where); })) {
        showStart();
        return m_start->complain(*failed);
    }
    doors::remember(where);
    // Who is known by now needs no page to be asked on.
    const auto found = options.who.empty() ? std::vector<domain::Person>() : department->find(options.who);
    if (found.size() != 1) return openDepartment(std::move(department), where);
    adopt(std::move(department), where);
    m_pageId = options.page;
    signIn(found.front().id);
}

void MainFrame::adopt(std::unique_ptr<app::Department> department, const std::string& where) {
    m_reminders.reset();
    m_session.reset();
    m_department = std::move(department);
    m_where = where;
    m_pageId.clear();
    m_subject.clear();
    m_timer.Start(POLL_MS);
}

wxPanel* MainFrame::freshRoot() {
    if (m_root) {
        m_root->Hide();
        GetSizer()->Detach(m_root);
        wxTheApp->ScheduleForDestruction(m_root);
    }
    m_made.clear();
    m_page = nullptr;
    m_help = nullptr;
    m_start = nullptr;
    m_rail = nullptr;
    m_bar = nullptr;
    m_root = new wxPanel(this);
    m_root->Hide(); // built unseen and shown whole: no flicker, and sizes are taken once
    return m_root;
}

void MainFrame::finish(wxPanel* root, wxSizer* sizer) {
    root->SetSizer(sizer);
    GetSizer()->Add(root, wxSizerFlags(1).Expand());
    buildMenus();
}

void MainFrame::reveal() {
    m_root->Show();
    Layout();
    m_root->Layout();
    native::layOutNow(this);
}

void MainFrame::showStart() {
    SetTitle("Fledgling");
    auto* root = freshRoot();
    auto* sizer = new wxBoxSizer(wxVERTICAL);
    m_start =
        new StartPage(root, [this](std::unique_ptr<app::Department> department, const std::string& where) {
            openDepartment(std::move(department), where);
        });
    sizer->Add(m_start, wxSizerFlags(1).Expand());
    finish(root, sizer);
    reveal();
    m_start->focusFirst();
}

void MainFrame::showWho() {
    auto* root = freshRoot();
    auto* sizer = new wxBoxSizer(wxVERTICAL);
    const std::string last = utf8(wxConfigBase::Get()->Read("/last", wxString()));
    auto* who = new WhoPage(root, m_department->people(), last,
                            [this](const domain::PersonId& id) { attempt([&] { signIn(id); }); });
    sizer->Add(who, wxSizerFlags(1).Expand());
    finish(root, sizer);
    reveal();
    who->focusFirst();
}

void MainFrame::showWork() {
    auto* root = freshRoot();
    m_rail = new Rail(
        root, railOf(m_session->role()), [this](const std::string& id) {
            m_cameFrom.clear();
            openPage(id);
        },
        [this] { openPalette(); });
    m_stage = new wxPanel(root);
    m_bar = new TopBar(m_stage, *m_session,
                       {[this](const std::string& language) { setLanguage(language); },
                        [this](domain::Role role) { setRole(role); }, [this] { switchPerson(); },
                        [this] { m_page->focusFirst(); }});
    m_stageSizer = new wxBoxSizer(wxHORIZONTAL);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(m_bar, wxSizerFlags().Expand());
    column->Add(m_stageSizer, wxSizerFlags(1).Expand());
    m_stage->SetSizer(column);
    auto* sizer = new wxBoxSizer(wxHORIZONTAL);
    sizer->Add(m_rail, wxSizerFlags().Expand());
    sizer->Add(m_stage, wxSizerFlags(1).Expand());
    for (const auto& [id, count] : m_badges)
        m_rail->setBadge(id, count);
    finish(root, sizer);
    openPage(m_pageId, m_subject);
    reveal();
    m_page->focusFirst();
}

void MainFrame::openDepartment(std::unique_ptr<app::Department> department, const std::string& where) {
    adopt(std::move(department), where);
    const auto people = m_department->people();
    if (people.size() == 1)
        signIn(people.front().id);
    else
        showWho();
}

void MainFrame::signIn(const domain::PersonId& who) {
    auto session = std::make_unique<Session>(*m_department, who);
    m_cameFrom.clear();
    if (m_root) freshRoot();
    m_reminders.reset();
    m_session = std::move(session);
    m_session->onGo = [this](const std::string& page, const std::string& subject) {
        CallAfter([this, page, subject] { follow(page, subject); });
    };
    m_session->onMomentChanged = [this] { CallAfter([this] { rebuild(); }); };
    m_session->offer([this](const wxString& query) { return ownEntries(query); });
    m_session->offer(finderEntries(*m_session));
    wxConfigBase::Get()->Write("/last", u8(who.text()));
    if (m_pageId.empty() || !pageOf(m_pageId)) m_pageId = m_session->remembered("page");
    beginReminders();
    SetTitle(u8(doors::nameOf(m_where)) + " - Fledgling");
    showWork();
}

void MainFrame::openPage(const std::string& wanted, const std::string& subject) {
    if (!m_session || m_session->busy) return;
    const auto* entry = pageOf(wanted);
    if (!entry && !m_rail->entries().empty()) entry = m_rail->entries().front();
    if (!entry) entry = pageOf("help");
    m_pageId = entry->id;
    m_subject = subject;
    m_session->remember("page", entry->id);
    if (m_help) toggleHelp();
    if (m_page) m_page->Hide();
    auto& page = m_made[entry->id];
    if (!page) {
        page = entry->make(m_stage, *m_session);
        page->Hide();
        m_stageSizer->Add(page, wxSizerFlags(1).Expand());
    }
    m_page = page;
    m_page->attempt([&] {
        m_page->show(subject);
        m_page->refresh();
    });
    m_rail->mark(entry->id);
    showWayBack();
    m_page->Show();
    m_stage->Layout();
    native::layOutNow(this);
    m_page->focusFirst();
}

/// Opens what a page leads to; Escape comes back from there.
void MainFrame::follow(const std::string& page, const std::string& subject) {
    if (!m_session || m_session->busy) return;
    if (page != m_pageId) m_cameFrom.emplace_back(m_pageId, m_subject);
    openPage(page, subject);
}

void MainFrame::goBack() {
    if (m_cameFrom.empty() || !m_session || m_session->busy) return;
    const auto [page, subject] = m_cameFrom.back();
    m_cameFrom.pop_back();
    openPage(page, subject);
}

void MainFrame::showWayBack() {
    const auto* back = m_cameFrom.empty() ? nullptr : pageOf(m_cameFrom.back().first);
    m_page->setWayBack(back ? wxGetTranslation(back->title) : wxString());
}

void MainFrame::rebuild() {
    const bool helped = m_help != nullptr;
    if (m_session)
        showWork();
    else if (m_department)
        showWho();
    else
        showStart();
    if (helped) toggleHelp();
}

void MainFrame::setLanguage(const std::string& language) {
    if (m_session && m_session->busy) return;
    speak(language);
    wxConfigBase::Get()->Write("/language", u8(language));
    rebuild();
}

void MainFrame::setRole(domain::Role role) {
    m_session->setRole(role);
    m_cameFrom.clear();
    beginReminders();
    m_pageId.clear();
    m_subject.clear();
    showWork();
}

void MainFrame::switchPerson() {
    if (!m_department || (m_session && m_session->busy)) return;
    keepGeometry();
    showWho();
    m_reminders.reset();
    m_session.reset();
    m_pageId.clear();
    m_subject.clear();
    buildMenus();
}

void MainFrame::closeDepartment() {
    if (m_session && m_session->busy) return;
    keepGeometry();
    m_timer.Stop();
    showStart();
    m_reminders.reset();
    m_session.reset();
    m_department.reset();
    buildMenus();
}

void MainFrame::beginReminders() {
    m_badges.clear();
    m_reminders = std::make_unique<Reminders>(*m_session, [this](const std::string& page, const wxString& count) { setBadge(page, count); });
}

void MainFrame::setBadge(const std::string& pageId, const wxString& count) {
    m_badges[pageId] = count;
    if (m_rail) m_rail->setBadge(pageId, count);
}

Palette* MainFrame::palette() const {
    for (auto* child : GetChildren())
        if (auto* palette = dynamic_cast<Palette*>(child); palette && palette->IsShown()) return palette;
    return nullptr;
}

void MainFrame::openPalette() {
    if (!m_session || m_session->busy || palette()) return;
    auto* made = new Palette(this, m_session->providers());
    made->Show();
}

void MainFrame::toggleHelp() {
    if (m_help) {
        m_help->Hide();
        m_stageSizer->Detach(m_help);
        wxTheApp->ScheduleForDestruction(m_help);
        m_help = nullptr;
    } else if (m_page) {
        m_help =
            new HelpPane(m_stage, m_page->title(), m_page->help(), m_page->keys(), [this] { toggleHelp(); });
        m_stageSizer->SetOrientation(HelpPane::placeIn(m_stage) == HelpPane::Place::Below ? wxVERTICAL : wxHORIZONTAL);
        m_stageSizer->Add(m_help, wxSizerFlags().Expand());
    }
    if (m_stage) m_stage->Layout();
}

void MainFrame::attempt(const std::function<void()>& doing) {
    if (m_page) {
        m_page->attempt(doing);
        return;
    }
    if (const auto failed = tried(doing)) {
        closeDepartment();
        m_start->complain(*failed);
    }
}

void MainFrame::undo() {
    if (!m_session || m_session->past()) return;
    if (auto* form = EditPanel::openIn(m_page)) return form->takeBackTyping();
    if (m_page) m_page->takeBackLast();
}

void MainFrame::showHistory() {
    if (!m_page || !m_session || m_session->busy) return;
    const auto keys = m_page->focusedKeys();
    if (keys.empty())
        return m_page->inform(
            _("Choose a cell or row first: its history says who set it, when, from what to what and why."));
    m_page->attempt([&] {
        app::CellHistory history(m_session->desk(), courseLanguage(), tongue);
        CellHistoryShown shown{u8(history.title(keys)), history.load(keys), false,
                               domain::may(m_session->actor().roles, domain::Verb::SeeHistory)};
        shown.several = std::any_of(shown.lines.begin(), shown.lines.end(),
                                    [&](const auto& one) { return one.of != shown.lines.front().of; });
        showCellHistory(this, std::move(shown), [this](store::ChangeNumber change) {
            openPage("history", std::to_string(change));
        });
    });
}

void MainFrame::tick() {
    // One desktop alone on its file hears of its own changes by events; a shared book is asked.
    if (!m_session || m_session->busy || m_session->past()) return;
    if (m_where.starts_with("postgres")) attempt([this] { m_department->poll(); });
    if (++m_ticks % 15 == 0 && m_bar) m_bar->showDate();
    // While the page says something, nothing takes its place.
    if (m_reminders && m_page && m_page->complaint().empty()) attempt([this] { m_reminders->tick(IsActive()); });
}

void MainFrame::switchPane() {
    if (!m_rail || !m_page) return;
    wxWindow* focus = FindFocus();
    if (focus && m_rail->IsDescendant(focus))
        m_page->focusFirst();
    else
        m_rail->SetFocus();
}

void MainFrame::onCharHook(wxKeyEvent& event) {
    const int code = event.GetKeyCode();
    const bool control = event.GetModifiers() == wxMOD_CONTROL;
    // An empty field has nothing of its own to take back.
    const auto* entry = dynamic_cast<wxTextEntry*>(FindFocus());
    const bool typing = entry && !entry->IsEmpty();
    if (event.GetModifiers() == wxMOD_ALT && code >= '1' && code <= '9' && m_rail) {
        const auto index = static_cast<std::size_t>(code - '1');
        m_cameFrom.clear();
        if (index < m_rail->entries().size()) openPage(m_rail->entries()[index]->id);
    } else if (control && code == 'K')
        openPalette();
    else if (control && code == 'T' && m_bar)
        m_bar->switchMoment();
    else if (control && code == 'I' && m_page)
        showHistory();
    else if (control && code == 'Z' && !typing)
        undo();
    else if (code == WXK_F1 && !event.HasAnyModifiers())
        toggleHelp();
    else if (code == WXK_F6 && !event.HasAnyModifiers())
        switchPane();
    else if (code == WXK_ESCAPE && m_help)
        toggleHelp();
    else if (!m_cameFrom.empty() && ((code == WXK_ESCAPE && !event.HasAnyModifiers()) ||
                                     (code == WXK_LEFT && event.GetModifiers() == wxMOD_ALT)))
        goBack();
    else
        event.Skip();
}

void MainFrame::onTheme() {
    // The toolkit tells while it is still drawing; several times for one change.
    if (m_themeAsked || !m_root) return;
    m_themeAsked = true;
    CallAfter([this] {
        m_themeAsked = false;
        if (look::themeChanged()) rebuild();
    });
}

void MainFrame::restoreGeometry(const StartOptions& options) {
    auto* config = wxConfigBase::Get();
    const int width = options.width ? options.width : static_cast<int>(config->Read("/window/width", 1280L));
    const int height =
        options.height ? options.height : static_cast<int>(config->Read("/window/height", 800L));
    SetSize(width, height);
    if (!options.width && config->ReadBool("/window/maximized", false)) Maximize();
}

void MainFrame::keepGeometry() {
    auto* config = wxConfigBase::Get();
    config->Write("/window/maximized", IsMaximized());
    if (!IsMaximized()) {
        config->Write("/window/width", static_cast<long>(GetSize().x));
        config->Write("/window/height", static_cast<long>(GetSize().y));
    }
    config->Flush();
}

std::vector<PaletteEntry> MainFrame::ownEntries(const wxString& query) {
    std::vector<PaletteEntry> all;
    std::size_t place = 0;
    for (const auto* entry : m_rail->entries())
        all.push_back({wxGetTranslation(entry->title), dotted({_("page"), railKey(place++)}), entry->icon,
                       [this, id = entry->id] { openPage(id); }});
    for (const auto& entry : pages())
        if (entry.offeredTo && m_session->may(*entry.offeredTo))
            all.push_back({wxGetTranslation(entry.title), _("page"), entry.icon, [this, id = entry.id] { openPage(id); }});
    if (m_page)
        for (auto& action : m_page->actions())
            all.push_back(std::move(action));
    all.push_back({_("Keys and about"), _("page"), "help", [this] { openPage("help"); }});
    all.push_back({_("Film: a tour of the program"), _("page"), "film", [this] { openPage("tour", TourPage::PLAY); }});
    all.push_back({_("Switch person"), _("action"), "person", [this] { switchPerson(); }});
    all.push_back({_("Show a past moment"), dotted({_("action"), "Ctrl+T"}), "clock",
                   [this] { m_bar->switchMoment(); }});
    if (m_page && m_pageId != "history")
        all.push_back({_("History of this"), dotted({_("action"), "Ctrl+I"}), "history", [this] { showHistory(); }});
    for (const std::string language : {"en", "zh_CN"})
        if (language != spoken())
            all.push_back({nameOfLanguage(language), _("language"), "language",
                           [this, language] { setLanguage(language); }});
    std::erase_if(all, [&](const PaletteEntry& one) { return !matches(one.title, query); });
    return all;
}

} // namespace fledgling::ui
