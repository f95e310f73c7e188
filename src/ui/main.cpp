#include "ui/Language.h"
#include "ui/Native.h"
#include "ui/Page.h"
#include "ui/Text.h"
#include "ui/frame/MainFrame.h"
#include "ui/frame/Settings.h"
#include "ui/frame/WindowSize.h"

#include <algorithm>
#include <clocale>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <langinfo.h>
#include <memory>
#include <string_view>
#include <utility>
#include <wx/app.h>
#include <wx/cmdline.h>
#include <wx/eventfilter.h>
#include <wx/filename.h>
#include <wx/image.h>
#include <wx/log.h>
#include <wx/stdpaths.h>
#include <wx/timer.h>
#include <wx/utils.h>

namespace fledgling::ui {
namespace {

/// The window has settled when it looks twice the same, so far apart; what goes on moving is taken as it is in the end.
constexpr int SETTLE_MS = 400, MOST_LOOKS = 12;

bool same(const wxImage& one, const wxImage& other) {
    if (!one.IsOk() || !other.IsOk() || one.GetSize() != other.GetSize()) return false;
    const auto bytes = static_cast<std::size_t>(one.GetWidth()) * static_cast<std::size_t>(one.GetHeight()) * 3;
    return std::equal(one.GetData(), one.GetData() + bytes, other.GetData());
}

void useXdgFolders() {
    wxStandardPaths::Get().SetFileLayout(wxStandardPaths::FileLayout_XDG);
    const wxString folder = wxStandardPaths::Get().GetUserConfigDir();
    // On a fresh machine nobody has made it yet, and wx only writes into a folder that is there.
    wxFileName::Mkdir(folder, wxS_DIR_DEFAULT, wxPATH_MKDIR_FULL);
    keepSettingsIn(folder + "/fledgling.conf");
}

/// Calls back once, when nothing is left to do after the first paint: from then on the window answers at
/// once.
class Painted : public wxEventFilter {
public:
    /// `ready`: that there is more to show than a page which waits.
    Painted(std::function<bool()> ready, std::function<void()> then) : m_ready(std::move(ready)), m_then(std::move(then)) {
        wxEvtHandler::AddFilter(this);
    }
    ~Painted() override { wxEvtHandler::RemoveFilter(this); }

    int FilterEvent(wxEvent& event) override {
        if (event.GetEventType() == wxEVT_PAINT && !std::exchange(m_painted, true)) wxWakeUpIdle();
        if (m_painted && m_then && event.GetEventType() == wxEVT_IDLE && m_ready()) std::exchange(m_then, nullptr)();
        return Event_Skip;
    }

private:
    std::function<bool()> m_ready;
    std::function<void()> m_then;
    bool m_painted = false;
};

class Program : public wxApp {
public:
    bool OnInit() override {
        SetAppName("fledgling");
        SetClassName("fledgling");
        // The library's own log opens a dialog of its own; what people must know is said in place.
        delete wxLog::SetActiveTarget(new wxLogStderr);
        useXdgFolders();
        wxInitAllImageHandlers();
        if (!wxApp::OnInit()) return false;
        m_frame = new MainFrame(m_options);
        if (!m_picture.empty()) m_frame->Move(0, 0); // what lies off the screen has no picture
        m_frame->Show();
        if (!m_picture.empty()) takePictureSoon();
        const auto ready = [this] { return !m_frame->busy() && (!m_options.sample || !m_frame->startPage()); };
        if (m_exitWhenPainted) m_painted = std::make_unique<Painted>(ready, [this] { sayPaintedAndQuit(); });
        return true;
    }

    int OnRun() override {
        const int ended = wxApp::OnRun();
        return m_failed ? 1 : ended;
    }

    void OnInitCmdLine(wxCmdLineParser& parser) override {
        parser.SetLogo("Fledgling: from a new hire's first day to going live");
        parser.AddSwitch("h", "help", "say this", wxCMD_LINE_OPTION_HELP);
        parser.AddLongSwitch("sample", "open the sample department, made if there is none");
        parser.AddLongOption("db", "open this department: a file, or postgresql:...");
        parser.AddLongOption("as", "be this person: staff number or name");
        parser.AddLongOption("page", "open this page: today, roll, readiness, ...");
        parser.AddLongOption("lang", "en or zh_CN");
        parser.AddLongOption("size", "window size, as 1280x800");
        parser.AddLongOption("screenshot", "draw the window into this PNG file and quit");
        parser.AddLongSwitch("exit-when-painted",
                             "for measuring: say \"painted\" when the page is, read a line of input, quit");
        parser.AddParam("department file", wxCMD_LINE_VAL_STRING, wxCMD_LINE_PARAM_OPTIONAL);
    }

    bool OnCmdLineParsed(wxCmdLineParser& parser) override {
        m_options.sample = parser.Found("sample");
        m_exitWhenPainted = parser.Found("exit-when-painted");
        if (parser.GetParamCount() > 0) m_options.where = utf8(parser.GetParam());
        const auto read = [&parser](const char* name, std::string& into) {
            if (wxString value; parser.Found(name, &value)) into = utf8(value);
        };
        read("db", m_options.where);
        read("as", m_options.who);
        read("page", m_options.page);
        read("lang", m_options.language);
        read("screenshot", m_picture);
        std::string size;
        read("size", size);
        if (!size.empty() && std::sscanf(size.c_str(), "%dx%d", &m_options.width, &m_options.height) != 2)
            return false;
        return true;
    }

    bool OnExceptionInMainLoop() override {
        // A deed outside Page::attempt: said in place, never the end of the program.
        std::string what = "unknown";
        try {
            throw;
        } catch (const std::exception& error) {
            what = error.what();
        } catch (...) {
        }
        if (m_frame->page()) m_frame->page()->inform(look::Notice::Warning, u8(what));
        std::fprintf(stderr, "fledgling: %s\n", what.c_str());
        return true;
    }

private:
    void takePictureSoon() {
        native::holdStill();
        m_timer.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
            if (!settled()) {
                m_timer.StartOnce(SETTLE_MS);
                return;
            }
            m_failed = !m_seen.SaveFile(u8(m_picture), wxBITMAP_TYPE_PNG);
            m_frame->Close(true);
        });
        m_timer.StartOnce(SETTLE_MS);
    }

    /// Nothing is under way, and the window has the size it was asked for and looks as it did a moment ago.
    bool settled() {
        if (m_frame->busy()) {
            m_seen = {};
            m_looks = 0;
            return false;
        }
        native::layOutNow(m_frame);
        const wxImage before = std::exchange(m_seen, native::portrait(m_frame));
        const wxSize asked = windowsize::within({m_options.width, m_options.height}, wxGetClientDisplayRect().GetSize());
        const bool sized = m_options.width <= 0 || m_frame->GetSize() == asked;
        return (sized && same(before, m_seen)) || ++m_looks >= MOST_LOOKS;
    }

    void sayPaintedAndQuit() {
        std::puts("painted");
        std::fflush(stdout);
        std::getchar(); // who measures looks at the memory meanwhile
        m_frame->Close(true);
    }

    StartOptions m_options;
    std::string m_picture;
    bool m_exitWhenPainted = false;
    std::unique_ptr<Painted> m_painted;
    MainFrame* m_frame = nullptr;
    wxTimer m_timer;
    wxImage m_seen; ///< what the window looked like last
    int m_looks = 0;
    bool m_failed = false;
};

} // namespace
} // namespace fledgling::ui

wxIMPLEMENT_APP_NO_MAIN(fledgling::ui::Program);

int main(int argc, char** argv) {
    // File names and arguments are UTF-8 also where no locale is set.
    if (std::setlocale(LC_CTYPE, "") == nullptr || std::string_view(nl_langinfo(CODESET)) != "UTF-8") {
        unsetenv("LC_ALL");
        setenv("LC_CTYPE", "C.UTF-8", 1);
    }
    return wxEntry(argc, argv);
}
