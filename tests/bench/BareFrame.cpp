// The other side of the ratio "start to first painted page": the least a wxWidgets program can show.

#include <cstdio>
#include <wx/app.h>
#include <wx/frame.h>

namespace {

class BareFrame : public wxApp {
public:
    bool OnInit() override {
        auto* frame = new wxFrame(nullptr, wxID_ANY, "Bare", wxDefaultPosition, wxSize(1280, 800));
        frame->Bind(wxEVT_PAINT, [this](wxPaintEvent& event) {
            event.Skip();
            m_painted = true;
            wxWakeUpIdle();
        });
        frame->Bind(wxEVT_IDLE, [this, frame](wxIdleEvent&) {
            if (!m_painted) return;
            m_painted = false; // said once
            std::puts("painted");
            std::fflush(stdout);
            std::getchar(); // who measures looks at the memory meanwhile
            frame->Close(true);
            wxWakeUpIdle(); // it goes when nothing else is left to do
        });
        frame->Show();
        return true;
    }

private:
    bool m_painted = false;
};

} // namespace

wxIMPLEMENT_APP(BareFrame);
