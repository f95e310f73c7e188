#pragma once

#include "ui/Page.h"

#include <filesystem>

namespace fledgling::ui {

class FilmPlayer;

/// Help > Film: a tour of the program, in the language the program speaks. Subject: PLAY begins it at once.
class TourPage : public Page {
public:
    static constexpr const char* PLAY = "play";

    TourPage(wxWindow* parent, Session& session);

    void show(const std::string& subject) override;
    void refresh() override;
    [[nodiscard]] wxString help() const override;
    void focusFirst() override;

    /// Where the film of a language stands, whether it is there or not.
    [[nodiscard]] static std::filesystem::path film(const std::string& language);

private:
    void openOutside();

    FilmPlayer* m_film = nullptr;
    bool m_play = false;
};

} // namespace fledgling::ui
