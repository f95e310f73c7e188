#include "ui/tour/TourPage.h"

#include "ui/Language.h"
#include "ui/controls/CopyOnDisk.h"
#include "ui/evidence/FilmPlayer.h"

#include <utility>
#include <wx/sizer.h>

namespace fledgling::ui {

TourPage::TourPage(wxWindow* parent, Session& of) : Page(parent, of, _("A tour of the program")) {
    onKey("O", _("Open in another program"), [this] { openOutside(); });
    onKey("Space", _("play or pause"), [this] { m_film->playOrPause(); });
    onKey("B", _("10 seconds back"), [this] { m_film->back(); });
    m_film = new FilmPlayer(body(), FilmPlayer::Purpose::Tour);
    m_film->onOutside = [this] { openOutside(); };
    content()->Add(m_film, wxSizerFlags(1).Expand());
    // A film nobody sees any more doesn't go on.
    Bind(wxEVT_SHOW, [this](wxShowEvent& event) {
        event.Skip();
        if (!event.IsShown()) m_film->stop();
    });
}

std::filesystem::path TourPage::film(const std::string& language) {
    return look::assets() / "films" / ("tour." + language + ".webm");
}

void TourPage::show(const std::string& subject) { m_play = subject == PLAY; }

void TourPage::refresh() {
    const auto path = film(spoken());
    std::error_code gone;
    const bool there = std::filesystem::exists(path, gone);
    m_film->open(there ? path.string() : std::string(), title());
    if (std::exchange(m_play, false)) m_film->playSoon();
}

void TourPage::openOutside() {
    const auto path = film(spoken());
    std::error_code gone;
    if (!std::filesystem::exists(path, gone)) return; // which the player says
    if (const auto sorry = openedOutside(path.string()); !sorry.empty()) inform(look::Notice::Warning, sorry);
}

void TourPage::focusFirst() { m_film->SetFocus(); }

wxString TourPage::help() const {
    return _("A silent film of the program's pages, a minute and a half long: what each is for and what to do there first. Space "
             "plays and pauses it.");
}

} // namespace fledgling::ui
