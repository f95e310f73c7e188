#include "ui/evidence/FilmPlayer.h"

#include "ui/Look.h"
#include "ui/Named.h"
#include "ui/Text.h"
#include "ui/controls/FlowSizer.h"
#include "ui/controls/Paragraph.h"
#include "ui/evidence/films/FilmEngine.h"

#include <algorithm>
#include <utility>
#include <wx/button.h>
#include <wx/dynlib.h>
#include <wx/filename.h>
#include <wx/intl.h>
#include <wx/log.h>
#include <wx/sizer.h>
#include <wx/slider.h>
#include <wx/stdpaths.h>

namespace fledgling::ui {

namespace {

constexpr int BEAT_MS = 500;
/// A film that isn't ready by then never will be.
constexpr int BEATS_TO_LOAD = 4;
/// What was watched is told every so many beats, so that a crash loses little.
constexpr int BEATS_TO_TELL = 30;
constexpr int JUMP_BACK = 10;

/// Beside the program in the build tree and where it is installed.
wxString libraryPath() {
    wxFileName path(wxStandardPaths::Get().GetExecutablePath());
    path.RemoveLastDir();
    path.AppendDir("lib");
    path.AppendDir("fledgling");
    path.SetFullName("fledgling-films" + wxDynamicLibrary::GetDllExt(wxDL_MODULE));
    return path.GetFullPath();
}

wxString minutes(int seconds) { return wxString::Format("%d:%02d", seconds / 60, seconds % 60); }

} // namespace

FilmPlayer::FilmPlayer(wxWindow* parent, Purpose purpose) : wxPanel(parent), m_purpose(purpose), m_beat(this) {
    layOut();
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { beat(); });
}

FilmPlayer::~FilmPlayer() {
    m_beat.Stop();
    // The picture belongs to the library: it goes before the library does.
    if (m_engine) delete m_engine->window();
    m_engine.reset();
}

void FilmPlayer::layOut() {
    auto* all = new wxBoxSizer(wxVERTICAL);
    m_screen = new wxPanel(this);
    m_screen->SetMinSize(FromDIP(wxSize(240, 150))); // beside a list, in a small window
    m_screen->SetBackgroundColour(*wxBLACK);
    m_screen->SetSizer(new wxBoxSizer(wxVERTICAL));
    m_place = named(new wxSlider(this, wxID_ANY, 0, 0, 1), _("Place in the film"));
    auto* row = new FlowSizer(look::gap(this, 0.5));
    m_play = keyed(_("Play"), "Space");
    named(m_play, _("Play or pause"), "Space");
    m_back = keyed(_("10 seconds back"), "B");
    m_outside = keyed(_("Open in another program"), "O");
    m_said = new Paragraph(this, look::Type::Body, true);
    for (auto* one : {m_play, m_back, m_outside})
        row->Add(one, wxSizerFlags().Border(wxRIGHT, look::gap(this)));
    all->Add(m_screen, wxSizerFlags(1).Expand());
    all->Add(m_place, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 0.5)));
    all->Add(row, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 0.5)));
    all->Add(m_said, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 0.5)));
    SetSizer(all);
    m_play->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { playOrPause(); });
    m_back->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { back(); });
    m_outside->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (onOutside) onOutside();
    });
    m_place->Bind(wxEVT_SLIDER, [this](wxCommandEvent&) { moved(); });
}

wxButton* FilmPlayer::keyed(const wxString& does, const wxString& key) {
    return ui::keyed(new wxButton(this, wxID_ANY, does), does, key);
}

bool FilmPlayer::loadEngine() {
    if (m_engine) return true;
    auto library = std::make_unique<wxDynamicLibrary>();
    const wxLogNull quiet; // what can't be loaded is said in words of our own
    if (!wxFileExists(libraryPath()) || !library->Load(libraryPath(), wxDL_VERBATIM | wxDL_NOW)) return false;
    const auto make = reinterpret_cast<MakeFilmEngine>(library->GetSymbol(FILM_ENGINE_ENTRY));
    if (!make) return false;
    m_engine.reset(make(m_screen));
    m_library = std::move(library);
    m_screen->GetSizer()->Add(m_engine->window(), wxSizerFlags(1).Expand());
    m_screen->Layout();
    return true;
}

void FilmPlayer::open(const std::string& path, const wxString& title) {
    if (path == m_path && !m_troubled) return;
    stop();
    m_path = path;
    m_beats = 0;
    m_troubled = false;
    m_screen->SetName(title);
    m_play->Enable(false);
    m_back->Enable(false);
    m_place->Enable(false);
    m_outside->Enable(!path.empty());
    if (path.empty()) return trouble(Trouble::Missing);
    if (!loadEngine()) return trouble(Trouble::NoEngine);
    m_said->set(_("Loading ..."));
    m_engine->load(path);
    m_beat.Start(BEAT_MS);
}

wxString FilmPlayer::sentence(Trouble what) const {
    const bool counts = m_purpose == Purpose::Evidence;
    switch (what) {
    case Trouble::Missing:
        return counts ? _("This film is missing from the course. Tell your trainer; everything else is kept.")
                      : _("This film isn't part of this installation. Everything else works without it.");
    case Trouble::NoEngine:
        return counts ? _("This installation plays no films. Open it in another program; what you watch there isn't counted.")
                      : _("This installation plays no films. Open it in another program.");
    case Trouble::Unplayable:
        return counts ? _("This film can't be played here. Open it in another program; what you watch there isn't counted.")
                      : _("This film can't be played here. Open it in another program.");
    }
    return {};
}

void FilmPlayer::trouble(Trouble what) {
    m_troubled = true;
    m_beat.Stop();
    m_said->set(sentence(what));
}

void FilmPlayer::beat() {
    if (!m_engine) return;
    ++m_beats;
    if (!m_play->IsEnabled()) {
        if (m_engine->ready()) {
            m_play->Enable();
            m_back->Enable();
            m_place->Enable();
            m_place->SetRange(0, std::max(1, m_engine->length()));
            if (std::exchange(m_playSoon, false)) m_engine->play();
        } else if (m_beats >= BEATS_TO_LOAD) {
            return trouble(Trouble::Unplayable);
        } else {
            return;
        }
    }
    const bool runs = m_engine->playing();
    if (runs)
        m_clock.at(m_engine->second());
    else
        m_clock.stop();
    drawPlace();
    if (++m_untold >= BEATS_TO_TELL || (!runs && m_clock.watched().seconds() > 0)) tell();
}

void FilmPlayer::drawPlace() {
    const int second = m_engine->second(), length = m_engine->length();
    if (length > 0 && m_place->GetMax() != length) m_place->SetRange(0, length);
    m_place->SetValue(second);
    const wxString place = minutes(second) + " / " + minutes(length);
    m_said->set(place);
    const bool runs = m_engine->playing();
    if (runs == m_saysPause) return;
    m_saysPause = runs;
    showKey(m_play, runs ? _("Pause") : _("Play"), "Space");
    Layout();
}

void FilmPlayer::tell() {
    m_untold = 0;
    const auto seen = m_clock.watched();
    m_clock.clear();
    if (onWatched && m_engine && seen.seconds() > 0) onWatched(m_engine->length(), seen);
}

void FilmPlayer::moved() {
    if (!m_engine) return;
    m_clock.stop();
    m_engine->seek(m_place->GetValue());
}

void FilmPlayer::playOrPause() {
    if (!m_engine) return;
    // Pressed before it is ready: it plays as soon as it is.
    if (!m_play->IsEnabled()) return playSoon();
    if (m_engine->playing())
        m_engine->pause();
    else
        m_engine->play();
}

void FilmPlayer::playSoon() {
    if (m_engine && m_play->IsEnabled() && !m_engine->playing()) return m_engine->play();
    m_playSoon = !m_troubled;
}

void FilmPlayer::back() {
    if (!m_engine || !m_play->IsEnabled()) return;
    m_clock.stop();
    m_engine->seek(std::max(0, m_engine->second() - JUMP_BACK));
}

void FilmPlayer::stop() {
    m_beat.Stop();
    m_playSoon = false;
    if (!m_engine) return;
    if (m_engine->playing()) m_engine->pause();
    m_clock.stop();
    tell();
    m_path.clear();
}

bool FilmPlayer::playing() const { return m_engine && m_engine->playing(); }

wxString FilmPlayer::said() const { return m_said->text(); }

} // namespace fledgling::ui
