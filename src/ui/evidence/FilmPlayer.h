#pragma once

#include "domain/evidence/Watched.h"

#include <functional>
#include <memory>
#include <string>
#include <wx/panel.h>
#include <wx/timer.h>

class wxButton;
class wxDynamicLibrary;
class wxSlider;

namespace fledgling::ui {

class FilmEngine;
class Paragraph;

/// Plays a film and counts what of it has run. A film that can't be played is told within two seconds, with the way
/// to open it in another program.
class FilmPlayer : public wxPanel {
public:
    /// Evidence: what was watched is counted, and what runs elsewhere isn't. Tour: only to look at.
    enum class Purpose { Evidence, Tour };
    explicit FilmPlayer(wxWindow* parent, Purpose purpose = Purpose::Evidence);
    ~FilmPlayer() override;

    /// A file on disk; empty: it is missing, and that is said.
    void open(const std::string& path, const wxString& title);
    /// Pauses and tells what was watched.
    void stop();
    void playOrPause();
    /// Begins by itself as soon as it can.
    void playSoon();
    void back();
    [[nodiscard]] bool playing() const;
    /// What it says below the picture.
    [[nodiscard]] wxString said() const;

    /// Told now and then while it runs and when it stops: the film's length and what has run since the last time.
    std::function<void(int seconds, const domain::Watched& seen)> onWatched;
    std::function<void()> onOutside;

private:
    void layOut();
    /// A button that shows its key, which whoever holds the player binds.
    [[nodiscard]] wxButton* keyed(const wxString& does, const wxString& key);
    bool loadEngine();
    void beat();
    void tell();
    void moved();
    void drawPlace();
    enum class Trouble { Missing, NoEngine, Unplayable };
    void trouble(Trouble what);
    [[nodiscard]] wxString sentence(Trouble what) const;

    Purpose m_purpose;
    std::unique_ptr<wxDynamicLibrary> m_library;
    std::unique_ptr<FilmEngine> m_engine;
    domain::WatchClock m_clock;
    wxPanel* m_screen = nullptr;
    Paragraph* m_said = nullptr;
    wxSlider* m_place = nullptr;
    wxButton* m_play = nullptr;
    wxButton* m_back = nullptr;
    wxButton* m_outside = nullptr;
    wxTimer m_beat;
    int m_beats = 0; ///< since the film was opened
    int m_untold = 0;
    bool m_troubled = false;
    bool m_playSoon = false;
    bool m_saysPause = false; ///< what the button would do now
    std::string m_path;
};

} // namespace fledgling::ui
