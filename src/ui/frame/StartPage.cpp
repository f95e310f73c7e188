#include "ui/frame/StartPage.h"

#include "app/Department.h"
#include "ui/Language.h"
#include "ui/Net.h"
#include "ui/Text.h"
#include "ui/controls/Form.h"
#include "ui/frame/Doors.h"
#include "ui/frame/MessageBar.h"

#include <atomic>
#include <chrono>
#include <filesystem>
#include <future>
#include <utility>
#include <vector>
#include <wx/button.h>
#include <wx/filedlg.h>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/statbmp.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/weakref.h>

namespace fledgling::ui {
namespace {

constexpr int COLUMN_WIDTH = 560;

wxString filesOfOurs() {
    return _("Departments") + " (*.fledgling)|*.fledgling|" + _("All files") + " (*)|*";
}

using Opening = std::future<std::unique_ptr<app::Department>>;

/// Nobody waits for it any more but the end of the program.
void leave(Opening opening) {
    static std::vector<Opening> left;
    std::erase_if(left, [](const Opening& one) { return one.wait_for(std::chrono::seconds(0)) == std::future_status::ready; });
    left.push_back(std::move(opening));
}

/// On a thread of its own, since a server may take its time to answer: the window lives on meanwhile. Stop ends the waiting
/// for a server, and what has opened all the same is let go. A file is waited for all the same: it couldn't be opened again before.
std::unique_ptr<app::Department> openedBeside(const std::string& where, Progress& progress) {
    const auto letGo = std::make_shared<std::atomic<bool>>(false);
    auto opening = std::async(std::launch::async, [where, letGo] {
        auto department = doors::open(where, [&letGo] {
            if (*letGo) throw Stopped{};
        });
        if (*letGo) department.reset();
        return department;
    });
    while (opening.wait_for(std::chrono::milliseconds(20)) != std::future_status::ready) {
        if (!stopped([&] { progress.at(0, 0); })) continue;
        *letGo = true;
        if (!doors::shared(where)) continue;
        leave(std::move(opening));
        throw Stopped{};
    }
    auto department = opening.get();
    if (*letGo) throw Stopped{};
    return department;
}

wxString openingText(const std::string& where) {
    // TRANSLATORS: %s is a computer: "db.example.org"
    return doors::shared(where) ? wxString::Format(_("Connecting to %s"), u8(doors::serverOf(where))) : _("Opening the department");
}

} // namespace

StartPage::StartPage(wxWindow* parent, Opened opened, std::function<void(const std::string& language)> speak)
    : wxPanel(parent), m_opened(std::move(opened)) {
    auto* column = new wxBoxSizer(wxVERTICAL);
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    head->Add(new wxStaticBitmap(this, wxID_ANY, look::programIcon()), wxSizerFlags().CentreVertical());
    auto* words = new wxBoxSizer(wxVERTICAL);
    words->Add(look::label(this, "Fledgling", look::Type::Title));
    words->Add(look::label(this, _("From a new hire's first day to going live"), look::Type::Body, true));
    head->Add(words, wxSizerFlags().CentreVertical().Border(wxLEFT, look::gap(this, 2)));
    head->AddStretchSpacer();
    addLanguage(head, std::move(speak));
    column->Add(head, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this, 3)));
    m_bar = new MessageBar(this);
    column->Add(m_bar, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this)));
    addChoice(column, "sample", _("Open the sample department"),
              _("Three cohorts around today, to look at and try everything"), [this] { openSample(); });
    addChoice(column, "new", _("Start an empty department"),
              _("Your own people and courses, in a file you choose"), [this] { startEmpty(); });
    buildEmptyForm(column);
    addChoice(column, "open", _("Open a department"), _("A file that is on this computer"),
              [this] { browse(); });
    addChoice(column, "shared", _("Connect to a shared department"),
              _("A database several desktops use at once"), [this] { showForm(m_shared); });
    buildSharedForm(column);
    addRecent(column);
    column->SetMinSize(FromDIP(COLUMN_WIDTH), -1);
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->AddStretchSpacer(2);
    all->Add(column, wxSizerFlags().Centre());
    all->AddStretchSpacer(3);
    SetSizer(all);
}

void StartPage::addChoice(wxBoxSizer* to, const std::string& icon, const wxString& words,
                          const wxString& detail, std::function<void()> run) {
    auto* button = new wxButton(this, wxID_ANY, words, wxDefaultPosition, wxDefaultSize, wxBU_LEFT);
    named(button, words, detail);
    native::layOutChoice(button, look::icon(icon, 24), words, detail);
    native::setStyle(button, "choice");
    button->Bind(wxEVT_BUTTON, [run](wxCommandEvent&) { run(); });
    to->Add(button, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this)));
    if (!m_first) m_first = button;
}

/// Enter in a field does what the form's button does.
void StartPage::onEnter(wxWindow* form, std::function<void()> run) {
    form->Bind(wxEVT_CHAR_HOOK, [form, run = std::move(run)](wxKeyEvent& event) {
        const bool enter = event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER;
        if (enter && !event.HasAnyModifiers() && dynamic_cast<wxTextCtrl*>(FindFocus()))
            form->CallAfter(run); // after this event: what opens takes the page's place
        else
            event.Skip();
    });
}

void StartPage::buildEmptyForm(wxBoxSizer* to) {
    m_empty = new wxPanel(this);
    auto* box = new wxBoxSizer(wxVERTICAL);
    m_form = new Form(m_empty);
    m_name = m_form->addText(_("Name of its first manager"));
    m_number = m_form->addText(_("Staff number"), {}, _("may stay empty"));
    m_path = m_form->addText(_("Where it is kept"), u8(doors::proposedPath()));
    box->Add(m_form, wxSizerFlags().Expand());
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    auto* elsewhere = named(new wxButton(m_empty, wxID_ANY, _("Elsewhere")), _("Choose where it is kept"));
    auto* start = named(new wxButton(m_empty, wxID_ANY, _("Start")), _("Start the empty department"));
    native::setStyle(start, "suggested-action");
    buttons->Add(elsewhere);
    buttons->AddStretchSpacer();
    buttons->Add(start);
    box->Add(buttons, wxSizerFlags().Expand());
    m_empty->SetSizer(box);
    elsewhere->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { choosePath(); }); });
    start->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { create(); });
    onEnter(m_empty, [this] { create(); });
    to->Add(m_empty, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, look::gap(this, 2)));
    m_empty->Hide();
}

void StartPage::buildSharedForm(wxBoxSizer* to) {
    m_shared = new wxPanel(this);
    auto* box = new wxBoxSizer(wxVERTICAL);
    auto* form = new Form(m_shared);
    m_connection = form->addText(_("Connection"), "postgresql:host=localhost dbname=fledgling");
    box->Add(form, wxSizerFlags().Expand());
    auto* connect = named(new wxButton(m_shared, wxID_ANY, _("Connect")), _("Connect"));
    native::setStyle(connect, "suggested-action");
    box->Add(connect, wxSizerFlags().Right());
    m_shared->SetSizer(box);
    const auto run = [this] { openWhere(utf8(m_connection->GetValue())); };
    connect->Bind(wxEVT_BUTTON, [run](wxCommandEvent&) { run(); });
    onEnter(m_shared, run);
    to->Add(m_shared, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, look::gap(this, 2)));
    m_shared->Hide();
}

/// Who sees the program for the first time may not read what it began in.
void StartPage::addLanguage(wxSizer* to, std::function<void(const std::string& language)> speak) {
    const auto other = otherLanguage();
    auto* button = new wxButton(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
    native::layOutIconButton(button, look::icon("language", 16), nameOfLanguage(other));
    named(button, _("Language"), nameOfLanguage(other));
    native::setStyle(button, "quiet");
    // After the event: the page is made anew.
    button->Bind(wxEVT_BUTTON, [this, other, speak = std::move(speak)](wxCommandEvent&) { CallAfter([speak, other] { speak(other); }); });
    to->Add(button, wxSizerFlags().CentreVertical());
}

void StartPage::addRecent(wxBoxSizer* to) {
    const auto recent = doors::recent();
    if (recent.empty()) return;
    to->Add(look::label(this, _("Open last"), look::Type::Small, true),
            wxSizerFlags().Border(wxTOP | wxBOTTOM, look::gap(this)));
    for (const auto& where : recent) {
        const wxString name = u8(doors::nameOf(where));
        auto* button =
            new wxButton(this, wxID_ANY, name, wxDefaultPosition, wxDefaultSize, wxBU_LEFT | wxBORDER_NONE);
        named(button, name, u8(where));
        native::setStyle(button, "quiet");
        button->SetToolTip(u8(where));
        button->Bind(wxEVT_BUTTON, [this, where](wxCommandEvent&) { openWhere(where); });
        to->Add(button, wxSizerFlags().Expand());
    }
}

void StartPage::showForm(wxWindow* form) {
    for (auto* one : {m_empty, m_shared})
        one->Show(one == form);
    relayOut();
    for (auto* child : form->GetChildren())
        if (child->AcceptsFocusRecursively()) return child->SetFocus();
}

void StartPage::relayOut() {
    Layout();
    Refresh();
}

void StartPage::focusFirst() { m_first->SetFocus(); }
void StartPage::startEmpty() {
    showForm(m_empty);
    m_name->SetFocus();
}
wxString StartPage::complaint() const { return m_bar->IsShown() ? m_bar->sentence() : wxString(); }

void StartPage::complain(const Sentence& failed) {
    m_bar->say(look::Notice::Warning, failed.sentence, failed.details);
    relayOut();
}

void StartPage::openSample() {
    open(_("Making the sample department"), [](Progress& progress) { return doors::openSample(progress.told()); },
         doors::samplePath());
}

bool StartPage::makeSample() {
    return attemptLong(_("Making the sample department"), [](Progress& progress) {
        const auto made = doors::openSample(progress.told()); // and closed again
    });
}

void StartPage::openWhere(const std::string& where) {
    open(openingText(where), [&](Progress& progress) { return openedBeside(where, progress); }, where);
}

std::unique_ptr<app::Department> StartPage::connected(const std::string& where) {
    std::unique_ptr<app::Department> department;
    attemptLong(openingText(where), [&](Progress& progress) { department = openedBeside(where, progress); }, true);
    return department;
}

void StartPage::stopThen(std::function<void()> then) {
    m_then = std::move(then);
    m_bar->stop();
}

void StartPage::browse() {
    if (m_busy) return;
    CallAfter([this] {
        wxFileDialog ask(this, _("Open a department"), {}, {}, filesOfOurs(),
                         wxFD_OPEN | wxFD_FILE_MUST_EXIST);
        if (ask.ShowModal() == wxID_OK) openWhere(utf8(ask.GetPath()));
    });
}

void StartPage::choosePath() {
    const std::filesystem::path now(utf8(m_path->GetValue()));
    wxFileDialog ask(this, _("Where it is kept"), u8(now.parent_path().string()), u8(now.filename().string()),
                     filesOfOurs(), wxFD_SAVE);
    if (ask.ShowModal() == wxID_OK) m_path->ChangeValue(ask.GetPath());
}

void StartPage::create() {
    m_form->clearErrors();
    const std::string name = utf8(m_name->GetValue().Trim().Trim(false));
    const std::string where = utf8(m_path->GetValue());
    if (name.empty()) return m_form->showError(m_name, _("A department begins with a manager: give a name."));
    if (where.empty()) return m_form->showError(m_path, _("Say where it is kept."));
    open(_("Making the department"), [&](Progress&) { return doors::create(where, name, utf8(m_number->GetValue())); }, where);
}

void StartPage::open(const wxString& what, const Door& door, const std::string& where) {
    std::unique_ptr<app::Department> department;
    if (!attemptLong(what, [&](Progress& progress) { department = door(progress); })) return;
    doors::remember(where);
    m_opened(std::move(department), where);
}

bool StartPage::attemptLong(const wxString& what, const std::function<void(Progress&)>& doing, bool atOnce) {
    if (m_busy) return false;
    // What is disabled loses the keyboard, and nobody gives it back.
    const wxWeakRef<wxWindow> focus(wxWindow::FindFocus());
    m_busy = true;
    m_bar->Hide();
    enableChoices(false);
    const auto failed = tried([&] {
        const auto progress = m_bar->progress(what, atOnce ? std::chrono::milliseconds(0) : MessageBar::A_MOMENT);
        doing(*progress);
    });
    enableChoices(true);
    m_busy = false;
    m_bar->endProgress();
    if (const auto then = std::exchange(m_then, {})) then();
    if (focus && IsDescendant(focus)) focus->SetFocus();
    if (failed) complain(*failed);
    return !failed;
}

void StartPage::enableChoices(bool enabled) {
    for (auto* child : GetChildren())
        if (child != m_bar) child->Enable(enabled);
}

} // namespace fledgling::ui
