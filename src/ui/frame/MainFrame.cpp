#include "ui/frame/MainFrame.h"

#include "app/Department.h"
#include "app/Words.h"
#include "ui/Language.h"
#include "ui/Native.h"
#include "ui/Net.h"
#include "ui/Page.h"
#include "ui/Pages.h"
#include "ui/frame/Doors.h"
#include "ui/frame/FinderEntries.h"
#include "ui/frame/Rail.h"
#include "ui/frame/Reminders.h"
#include "ui/frame/Stage.h"
#include "ui/frame/StartPage.h"
#include "ui/frame/TopBar.h"
#include "ui/frame/WhoPage.h"
#include "ui/frame/WindowSize.h"

#include <wx/app.h>
#include <wx/config.h>
#include <wx/intl.h>
#include <wx/sizer.h>

namespace fledgling::ui {
namespace {

constexpr int SMALLEST_WIDTH = 960;
constexpr int SMALLEST_HEIGHT = 560;
constexpr int STILL_MS = 80;

std::string chosenLanguage(const StartOptions& options) {
    if (!options.language.empty()) return options.language;
    const wxString kept = wxConfigBase::Get()->Read("/language", wxString());
    return kept.empty() ? systemLanguage() : utf8(kept);
}

} // namespace

namespace {

/// Else whenever it comes to rest, every window in it is asked twice, one after the other; only who says so is.
void askFewWhenIdle() {
    wxIdleEvent::SetMode(wxIDLE_PROCESS_SPECIFIED);
    wxUpdateUIEvent::SetMode(wxUPDATE_UI_PROCESS_SPECIFIED);
}

} // namespace

MainFrame::MainFrame(const StartOptions& options) : wxFrame(nullptr, wxID_ANY, "Fledgling"), m_timer(this) {
    askFewWhenIdle();
    SetIcons(wxIconBundle(look::programIcon().GetIcon(FromDIP(wxSize(48, 48)))));
    speak(chosenLanguage(options));
    SetMinSize(FromDIP(wxSize(SMALLEST_WIDTH, SMALLEST_HEIGHT)));
    windowsize::restore(*this, options.width, options.height);
    SetSizer(new wxBoxSizer(wxVERTICAL));
    Bind(wxEVT_CHAR_HOOK, &MainFrame::onCharHook, this);
    native::onStyleChanged(this, [this] { onTheme(); });
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
        if (event.CanVeto() && m_start && m_start->busy()) {
            // Who waits for a server, or for the sample, may go all the same.
            m_start->stopThen([this] { CallAfter([this] { Close(); }); });
            return event.Veto();
        }
        if (event.CanVeto() && !mayLeave()) return event.Veto();
        windowsize::keep(*this);
        event.Skip();
    });
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { tick(); });
    m_still.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { native::layOutNow(this); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        m_still.StartOnce(STILL_MS);
    });
    Bind(wxEVT_SHOW, [this](wxShowEvent& event) {
        event.Skip();
        m_still.StartOnce(STILL_MS);
    });
    startFrom(options);
}

MainFrame::~MainFrame() {
    // Pages hold the session by reference: they go first.
    DestroyChildren();
}

wxPanel* MainFrame::freshRoot() {
    if (m_root) {
        m_root->Hide();
        GetSizer()->Detach(m_root);
        wxTheApp->ScheduleForDestruction(m_root);
    }
    m_stage = nullptr;
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
    // What is made from now on has its place at once: laid out at no size, scroll bars and buttons complain.
    root->SetSize(GetClientSize());
    root->Layout();
}

void MainFrame::reveal() {
    m_root->Show();
    Layout();
    m_root->Layout();
    native::layOutNow(this);
    m_still.StartOnce(STILL_MS);
}

void MainFrame::showStart() {
    SetTitle("Fledgling");
    auto* root = freshRoot();
    auto* sizer = new wxBoxSizer(wxVERTICAL);
    m_start = new StartPage(
        root,
        [this](std::unique_ptr<app::Department> department, const std::string& where) { openDepartment(std::move(department), where); },
        [this](const std::string& language) { setLanguage(language); });
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
    m_rail = new Rail(root, railGroupsOf(m_session->role()), [this](const std::string& id) { goTo(id); }, [this] { openPalette(); });
    auto* work = new wxPanel(root);
    m_bar = new TopBar(work, *m_session,
                       {[this](const std::string& language) { setLanguage(language); },
                        [this](domain::Role role) { setRole(role); }, [this] { switchPerson(); },
                        [this] { page()->takeKeyboard(); }});
    m_stage = new Stage(work, *m_session);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(m_bar, wxSizerFlags().Expand());
    column->Add(m_stage, wxSizerFlags(1).Expand());
    work->SetSizer(column);
    auto* sizer = new wxBoxSizer(wxHORIZONTAL);
    sizer->Add(m_rail, wxSizerFlags().Expand());
    sizer->Add(work, wxSizerFlags(1).Expand());
    for (const auto& [id, count] : m_badges)
        showBadge(id, count);
    finish(root, sizer);
    openPage(m_pageId, m_subject);
    reveal();
    page()->takeKeyboard();
}

void MainFrame::signIn(const domain::PersonId& who) {
    auto session = std::make_unique<Session>(*m_department, who);
    forgetWay();
    m_places.clear();
    if (m_root) freshRoot();
    m_reminders.reset();
    m_session = std::move(session);
    m_session->onGo = [this](const std::string& page, const std::string& subject) {
        CallAfter([this, page, subject] { follow(page, subject); });
    };
    m_session->mayTurn = [this] { return mayLeave(); };
    m_session->onMomentChanged = [this] {
        CallAfter([this] {
            m_places.clear(); // what stood there may not have been there then
            rebuild();
        });
    };
    m_session->offer([this](const wxString& query) { return ownEntries(query); });
    m_session->offer(finderEntries(*m_session));
    m_session->offer([this](const wxString& query) { return deedEntries(query); });
    wxConfigBase::Get()->Write("/last", u8(who.text()));
    if (m_pageId.empty() || !pageOf(m_pageId)) m_pageId = m_session->remembered("page");
    beginReminders();
    SetTitle((m_where == doors::samplePath() ? _("Sample department") : u8(doors::nameOf(m_where))) + " - Fledgling");
    showWork();
}

void MainFrame::openPage(const std::string& wanted, const std::string& subject) {
    if (!ready()) return;
    const auto* entry = pageOf(wanted);
    const auto* closed = entry && !opensTo(*entry, m_session->actor().roles) ? entry : nullptr;
    if (closed) entry = nullptr;
    if (!entry && !m_rail->entries().empty()) entry = m_rail->entries().front();
    if (!entry) entry = pageOf("help");
    m_pageId = entry->id;
    // A page made anew stands where it stood, unless it is opened at something.
    const auto left = m_places.extract(m_pageId);
    const auto* place = !left.empty() && subject.empty() ? &left.mapped() : nullptr;
    m_subject = place ? place->subject() : closed ? std::string() : subject;
    m_session->remember("page", entry->id);
    if (m_rail->has(entry->id)) m_marked = entry->id;
    // A page that stands on no rail belongs to the one it was reached from.
    m_rail->mark(m_marked);
    const auto* back = pageOf(m_way.page());
    m_stage->open(*entry, m_subject, back ? wxGetTranslation(back->title) : wxString(), place);
    if (closed)
        page()->inform(wxString::Format(_("The page \"%1$s\" is for those who may %2$s. Here is your first page instead."),
                                        wxGetTranslation(closed->title), u8(app::word(*closed->needs, tongue))));
}

void MainFrame::goTo(const std::string& page) {
    if (!ready()) return;
    m_way.clear();
    openPage(page);
}

/// Opens what a page leads to; Escape comes back from there.
void MainFrame::follow(const std::string& page, const std::string& subject) {
    if (!ready()) return;
    if (page != m_pageId) m_way.leave({m_pageId, m_subject, m_marked});
    openPage(page, subject);
}

void MainFrame::goBack() {
    if (!m_way.leads() || !ready()) return;
    const auto place = m_way.take();
    m_marked = place.marked;
    openPage(place.page, place.subject);
}

void MainFrame::forgetWay() {
    m_way.clear();
    m_marked.clear();
}

void MainFrame::rebuildInPlace() {
    if (m_stage)
        for (auto& [id, place] : m_stage->places(m_subject))
            m_places.insert_or_assign(id, std::move(place));
    m_subject.clear();
    rebuild();
}

void MainFrame::rebuild() {
    const bool helped = m_stage && m_stage->helps();
    if (m_session)
        showWork();
    else if (m_department)
        showWho();
    else
        showStart();
    if (helped) toggleHelp();
}

bool MainFrame::mayLeave(const wxString& around) {
    if (busy()) return false;
    auto* holding = m_stage ? m_stage->unkept() : nullptr;
    if (!holding) return true;
    wxString said = holding->unkept();
    if (holding != page()) said = wxString::Format(_("On the page \"%s\": %s"), holding->title(), said);
    page()->inform(wxString::Format(around, said));
    return false;
}

void MainFrame::setLanguage(const std::string& language) {
    if (!mayLeave()) return;
    speak(language);
    wxConfigBase::Get()->Write("/language", u8(language));
    rebuildInPlace();
}

void MainFrame::setRole(domain::Role role) {
    if (!mayLeave()) return;
    m_session->setRole(role);
    forgetWay();
    m_places.clear();
    beginReminders();
    m_pageId.clear();
    m_subject.clear();
    showWork();
}

void MainFrame::switchPerson() {
    if (!m_department || !mayLeave()) return;
    windowsize::keep(*this);
    showWho();
    m_reminders.reset();
    m_session.reset();
    m_pageId.clear();
    m_subject.clear();
    buildMenus();
}

void MainFrame::closeDepartment() {
    if (!mayLeave()) return;
    windowsize::keep(*this);
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
    showBadge(pageId, count);
}

/// What waits, waits now: beside the pages of a past moment it would be taken for that moment's.
void MainFrame::showBadge(const std::string& pageId, const wxString& count) {
    if (m_rail && !m_session->past()) m_rail->setBadge(pageId, count);
}

void MainFrame::toggleHelp() {
    if (m_stage) m_stage->toggleHelp();
}

bool MainFrame::ready() const { return m_session && !busy(); }

bool MainFrame::busy() const { return (m_session && m_session->busy) || (m_start && m_start->busy()); }

Page* MainFrame::page() const { return m_stage ? m_stage->page() : nullptr; }

void MainFrame::attempt(const std::function<void()>& doing) {
    if (page()) {
        page()->attempt(doing);
        return;
    }
    if (const auto failed = tried(doing)) {
        closeDepartment();
        m_start->complain(*failed);
    }
}

void MainFrame::tick() {
    if (m_themeWaits && m_stage && !m_stage->unkept()) takeTheme();
    // One desktop alone on its file hears of its own changes by events; a shared book is asked.
    if (!ready() || m_session->past()) return;
    if (doors::shared(m_where) && page()) page()->byItself([this] { m_department->poll(); });
    if (++m_ticks % 15 == 0 && m_bar) m_bar->showDate();
    // While the page says something, nothing takes its place.
    if (m_reminders && page() && page()->complaint().empty()) page()->byItself([this] { m_reminders->tick(IsActive()); });
}

void MainFrame::onTheme() {
    // The toolkit tells while it is still drawing; several times for one change.
    if (m_themeAsked || !m_root) return;
    m_themeAsked = true;
    CallAfter([this] {
        m_themeAsked = false;
        takeTheme();
    });
}

/// While something entered would be lost, or long work runs, the new colours wait; tick() asks again.
void MainFrame::takeTheme() {
    m_themeWaits = look::themeDiffers() && !mayLeave(_("%s Then the window takes the new colours."));
    if (!m_themeWaits && look::themeChanged()) rebuildInPlace();
}

} // namespace fledgling::ui
