#include "ui/Harness.h"

#include "ui/Language.h"
#include "ui/Native.h"
#include "ui/Now.h"
#include "ui/Text.h"
#include "ui/controls/Table.h"
#include "ui/frame/Doors.h"
#include "ui/frame/Settings.h"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sys/prctl.h>
#include <thread>
#include <unistd.h>
#include <wx/accel.h>
#include <wx/app.h>
#include <wx/button.h>
#include <wx/config.h>
#include <wx/dataview.h>
#include <wx/dialog.h>
#include <wx/eventfilter.h>
#include <wx/evtloop.h>
#include <wx/image.h>
#include <wx/log.h>
#include <wx/stattext.h>
#include <wx/stdpaths.h>
#include <wx/textctrl.h>
#include <wx/tglbtn.h>
#include <wx/uiaction.h>

// Of the toolkit, whose headers the tests do without: only it can be told that its theme is another.
extern "C" void* gtk_settings_get_default();
extern "C" void g_object_notify(void* object, const char* property);
extern "C" void g_object_set(void* object, const char* property, ...);
// And only it waits for the server, which sends keys on when it comes to it.
extern "C" void* gdk_display_get_default();
extern "C" void gdk_display_sync(void* display);

namespace fledgling::ui::test {
namespace {

void useTheme(const std::string& name) {
    setenv("GTK_THEME", name.c_str(), 1);
    g_object_notify(gtk_settings_get_default(), "gtk-theme-name");
}

namespace fs = std::filesystem;

bool g_there = false;
wxGUIEventLoop* g_loop = nullptr;

/// Starts a program that ends with the tests, however they end, and no sooner: the thread of a film that loses its screen would
/// end them with an error when all of them have passed.
void startChild(const std::function<void()>& become) {
    if (fork() != 0) return;
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    const int nowhere = ::open("/dev/null", O_WRONLY); // it holds none of their pipes
    dup2(nowhere, STDOUT_FILENO);
    dup2(nowhere, STDERR_FILENO);
    become();
    _exit(127);
}

/// Xvfb on a number it chooses itself; the display's name, or "" where it is not installed.
std::string startServer() {
    int ends[2];
    if (pipe(ends) != 0) return {};
    startChild([&] {
        close(ends[0]);
        const std::string out = std::to_string(ends[1]);
        execlp("Xvfb", "Xvfb", "-displayfd", out.c_str(), "-screen", "0", "1920x1200x24", "-nolisten", "tcp",
               nullptr);
    });
    close(ends[1]);
    std::string number;
    for (char c = 0; ::read(ends[0], &c, 1) == 1 && c != '\n';)
        number += c;
    close(ends[0]);
    return number.empty() ? std::string() : ":" + number;
}

class Program : public wxApp {
public:
    bool OnInit() override { return true; }
    bool OnExceptionInMainLoop() override { throw; }
};

class Screen : public testing::Environment {
public:
    void SetUp() override {
        const std::string own = startServer();
        if (!own.empty()) setenv("DISPLAY", own.c_str(), 1);
        if (!std::getenv("DISPLAY")) return;
        unsetenv("WAYLAND_DISPLAY");
        setenv("GDK_BACKEND", "x11", 1);
        setenv("LC_CTYPE", "C.UTF-8", 1);
        setenv("NO_AT_BRIDGE", "1", 1);
        setenv("GTK_THEME", "Adwaita", 0);
        setenv("GDK_GL", "disable", 1);
        if (!own.empty()) startChild([] { execlp("openbox", "openbox", "--sm-disable", nullptr); });
        wxApp::SetInstance(new Program);
        static int count = 1;
        static char name[] = "ui_tests";
        static char* arguments[] = {name, nullptr};
        g_there = wxEntryStart(count, arguments) && wxTheApp->CallOnInit();
        if (!g_there) return;
        wxInitAllImageHandlers();
        delete wxLog::SetActiveTarget(new wxLogStderr);
        m_loop = std::make_unique<wxGUIEventLoop>();
        m_activator = std::make_unique<wxEventLoopActivator>(m_loop.get());
        standOn(usualDay());
        g_loop = m_loop.get();
    }
    void TearDown() override {
        if (!g_there) return;
        wxTheApp->ProcessIdle();
        m_activator.reset();
        m_loop.reset();
        delete wxConfigBase::Set(nullptr);
        wxEntryCleanup();
    }

private:
    std::unique_ptr<wxGUIEventLoop> m_loop;
    std::unique_ptr<wxEventLoopActivator> m_activator;
};

[[maybe_unused]] const auto* const g_screen = testing::AddGlobalTestEnvironment(new Screen);

/// Pages that answer each size with another one would keep a turn from ever ending: they are told, and stopped.
class Restless : public wxEventFilter {
public:
    static constexpr int MOST_SIZES = 20'000;
    Restless() { wxEvtHandler::AddFilter(this); }
    ~Restless() override { wxEvtHandler::RemoveFilter(this); }
    Restless(const Restless&) = delete;
    Restless& operator=(const Restless&) = delete;
    int FilterEvent(wxEvent& event) override {
        if (event.GetEventType() != wxEVT_SIZE || ++m_sizes <= MOST_SIZES) return Event_Skip;
        if (m_sizes == MOST_SIZES + 1) ADD_FAILURE() << "the window lays itself out for ever";
        return Event_Processed;
    }

private:
    int m_sizes = 0;
};

void turn() {
    const Restless restless;
    // A window that never comes to rest is left after a while, for settle() to tell.
    for (int events = 0; events < 1000 && g_loop->Pending(); ++events)
        g_loop->Dispatch();
    wxTheApp->ProcessPendingEvents();
    for (int rounds = 0; rounds < 1000 && g_loop->ProcessIdle() && !g_loop->Pending(); ++rounds) {
    }
}

fs::path home() { return fs::temp_directory_path() / ("fledgling-ui-tests-" + std::to_string(getpid())); }

/// Made once for all tests of the program, and copied for each: its making is the slow part.
fs::path sample() {
    static const fs::path made = [] {
        setenv("XDG_DATA_HOME", (home() / "once").c_str(), 1);
        fs::create_directories(home());
        keepSettingsIn(u8((home() / "once.conf").string()));
        auto department = doors::openSample();
        department.reset();
        return fs::path(doors::samplePath());
    }();
    return made;
}

void gather(wxWindow* below, wxString& text) {
    if (!below->IsShown()) return;
    if (!below->GetLabel().empty()) text << below->GetLabel() << '\n';
    if (!native::accessibleName(below).empty()) text << native::accessibleName(below) << '\n';
    for (auto* child : below->GetChildren())
        gather(child, text);
}

} // namespace

bool windowSystem() { return g_there; }

domain::Date usualDay() {
    const char* other = std::getenv("FLEDGLING_TEST_DAY");
    return domain::Date::parse(other ? other : "").value_or(domain::Date(2026, 11, 26));
}

void standOn(domain::Date day) {
    const auto begun = std::chrono::steady_clock::now();
    useClock([day, begun] {
        app::Clock clock = app::systemClock();
        const auto start = clock.at(day, domain::TimeOfDay(10, 0));
        clock.now = [start, begun] {
            const auto since = std::chrono::steady_clock::now() - begun;
            return domain::Instant{start.ms + std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
        };
        return clock;
    });
}

bool until(const std::function<bool()>& condition) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end) return false;
        turn();
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    return true;
}

void settle() {
    // Keys travel through the X server and back: a few quiet turns in a row.
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    for (int quiet = 0; quiet < 10;) {
        if (std::chrono::steady_clock::now() > end) {
            ADD_FAILURE() << "the window doesn't come to rest";
            return;
        }
        gdk_display_sync(gdk_display_get_default());
        quiet = g_loop->Pending() ? 0 : quiet + 1;
        turn();
        std::this_thread::sleep_for(std::chrono::milliseconds(4));
    }
}

void press(const std::string& key) {
    wxAcceleratorEntry entry;
    ASSERT_TRUE(entry.FromString(u8(key))) << key;
    int modifiers = 0;
    if (entry.GetFlags() & wxACCEL_CTRL) modifiers |= wxMOD_CONTROL;
    if (entry.GetFlags() & wxACCEL_ALT) modifiers |= wxMOD_ALT;
    if (entry.GetFlags() & wxACCEL_SHIFT) modifiers |= wxMOD_SHIFT;
    wxUIActionSimulator().Char(entry.GetKeyCode(), modifiers);
    settle();
}

void type(const std::string& text) {
    wxUIActionSimulator().Text(text.c_str());
    settle();
}

void screenshot(wxWindow* window, const std::string& name) {
    settle();
    const fs::path folder = fs::path(FLEDGLING_BIN).parent_path() / "pictures" / "tests";
    fs::create_directories(folder);
    auto picture = native::portrait(window);
    picture.SetOption(wxIMAGE_OPTION_PNG_COMPRESSION_LEVEL, 1); // hundreds are taken, and few looked at
    EXPECT_TRUE(picture.SaveFile(u8((folder / (name + ".png")).string()), wxBITMAP_TYPE_PNG));
}

wxWindow* findNamed(wxWindow* below, const wxString& name, const std::function<bool(wxWindow*)>& wanted) {
    if (!below->IsShown()) return nullptr;
    if (native::accessibleName(below) == name && (!wanted || wanted(below))) return below;
    for (auto* child : below->GetChildren())
        if (auto* found = findNamed(child, name, wanted)) return found;
    return nullptr;
}

Table* tableNamed(wxWindow* below, const wxString& name) {
    auto* control = named<wxDataViewCtrl>(below, name);
    return control ? dynamic_cast<Table*>(control->GetParent()) : nullptr;
}

int widthOfColumns(Table& table, int count) {
    int width = 0;
    for (int i = 0; i < count; ++i)
        width += table.control()->GetColumn(static_cast<unsigned>(i))->GetWidth();
    return width;
}

testing::AssertionResult standsAcross(Table& table) {
    const auto across = [&] { return widthOfColumns(table, static_cast<int>(table.control()->GetColumnCount())); };
    if (until([&] { return across() <= table.control()->GetSize().x; })) return testing::AssertionSuccess();
    return testing::AssertionFailure() << across() << " of " << table.control()->GetSize().x;
}

OtherTheme::OtherTheme() : m_was(std::getenv("GTK_THEME")) {
    useTheme(m_was == "Adwaita:dark" ? "Adwaita" : "Adwaita:dark");
}

OtherTheme::~OtherTheme() { useTheme(m_was); }

namespace {

/// In parts of 1024 of a dot per inch; what a desktop without settings of its own has is 96.
void useDots(int perInch) { g_object_set(gtk_settings_get_default(), "gtk-xft-dpi", perInch * 1024, nullptr); }

} // namespace

LargeText::LargeText() { useDots(2 * 96); }

// Said anew: the toolkit takes a setting that is merely given up for no change, and the letters would stay large.
LargeText::~LargeText() { useDots(96); }

void click(wxWindow* button) {
    ASSERT_NE(button, nullptr);
    ASSERT_TRUE(button->IsEnabled());
    auto* toggle = dynamic_cast<wxToggleButton*>(button);
    if (toggle) toggle->SetValue(!toggle->GetValue());
    wxCommandEvent event(toggle ? wxEVT_TOGGLEBUTTON : wxEVT_BUTTON, button->GetId());
    event.SetEventObject(button);
    button->ProcessWindowEvent(event);
    settle();
}

wxString allText(wxWindow* below) {
    wxString text;
    gather(below, text);
    return text;
}

int filmSecond(wxWindow* below) {
    const auto text = utf8(allText(below));
    std::smatch at;
    if (!std::regex_search(text, at, std::regex("(\\d+):(\\d\\d) / "))) return -1;
    return std::stoi(at[1]) * 60 + std::stoi(at[2]);
}

void InWindow::SetUp() {
    if (!windowSystem()) GTEST_SKIP() << "no display and no Xvfb: nothing to draw windows on";
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    m_home = home() / (std::string(test->test_suite_name()) + "." + test->name());
    fs::remove_all(m_home);
    fs::create_directories(m_home);
    setenv("XDG_DATA_HOME", m_home.c_str(), 1);
    setenv("XDG_CACHE_HOME", (m_home / "cache").c_str(), 1);
    keepSettingsIn(u8((m_home / "test.conf").string()));
    speak("en"); // whatever the test before spoke
}

void InWindow::answerWith(const wxString& label, const wxString& text) {
    m_answer.Bind(wxEVT_TIMER, [label, text](wxTimerEvent&) {
        for (auto* window : wxTopLevelWindows)
            if (auto* dialog = dynamic_cast<wxDialog*>(window); dialog && dialog->IsModal()) {
                if (auto* field = named<wxTextCtrl>(dialog, label)) field->SetValue(text);
                dialog->EndModal(wxID_OK);
            }
    });
    m_answer.Start(50);
}

void InWindow::TearDown() {
    m_answer.Stop();
    if (!windowSystem()) return;
    if (m_frame) m_frame->Destroy();
    settle();
    delete wxConfigBase::Set(nullptr); // it writes itself down: before its folder goes
    std::error_code ignored;
    fs::remove_all(m_home, ignored);
}

MainFrame& InWindow::open(const StartOptions& options) {
    StartOptions sized = options;
    if (sized.language.empty()) sized.language = "en";
    if (sized.width == 0) sized.width = 1280, sized.height = 800;
    m_frame = new MainFrame(sized);
    m_frame->Move(0, 0);
    m_frame->Show();
    m_frame->Raise();
    until([this] { return m_frame->IsActive(); });
    settle();
    return *m_frame;
}

MainFrame& InWindow::openSampleAs(const std::string& staffNumber, const std::string& page) {
    const std::string data = std::getenv("XDG_DATA_HOME");
    auto* config = wxConfigBase::Set(nullptr);
    const fs::path original = sample();
    delete wxConfigBase::Set(config);
    setenv("XDG_DATA_HOME", data.c_str(), 1);
    const fs::path copy = fs::path(data) / "sample.fledgling";
    fs::copy_file(original, copy, fs::copy_options::overwrite_existing);
    return open({.where = copy.string(), .who = staffNumber, .page = page});
}

} // namespace fledgling::ui::test
