// The library fledgling-films: the only file that speaks of wxMediaCtrl, which brings GStreamer with it.
#include "ui/evidence/films/FilmEngine.h"

#include <wx/mediactrl.h>

namespace fledgling::ui {

namespace {

constexpr int THOUSAND = 1000;

class MediaEngine : public FilmEngine {
public:
    explicit MediaEngine(wxWindow* parent)
        : m_control(new wxMediaCtrl(parent, wxID_ANY, wxEmptyString, wxDefaultPosition, wxDefaultSize)) {
        m_control->Bind(wxEVT_MEDIA_LOADED, [this](wxMediaEvent&) { m_loaded = true; });
    }

    [[nodiscard]] wxWindow* window() override { return m_control; }
    void load(const std::string& path) override {
        m_loaded = false;
        m_control->Load(wxString::FromUTF8(path));
    }
    [[nodiscard]] bool ready() const override { return m_loaded || m_control->Length() > 0; }
    void play() override { m_control->Play(); }
    void pause() override { m_control->Pause(); }
    [[nodiscard]] bool playing() const override { return m_control->GetState() == wxMEDIASTATE_PLAYING; }
    [[nodiscard]] int length() const override {
        return static_cast<int>((m_control->Length() + THOUSAND - 1) / THOUSAND);
    }
    [[nodiscard]] int second() const override { return static_cast<int>(m_control->Tell() / THOUSAND); }
    void seek(int second) override { m_control->Seek(static_cast<wxFileOffset>(second) * THOUSAND); }

private:
    wxMediaCtrl* m_control;
    bool m_loaded = false;
};

} // namespace
} // namespace fledgling::ui

extern "C" __attribute__((visibility("default"))) fledgling::ui::FilmEngine* fledglingFilmEngine(wxWindow* parent) {
    return new fledgling::ui::MediaEngine(parent);
}
