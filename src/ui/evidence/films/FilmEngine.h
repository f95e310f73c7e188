#pragma once

#include <string>

class wxWindow;

namespace fledgling::ui {

/// What plays a film: lives in a library of its own, which a computer may be without. It is loaded with the first
/// film, so that nobody waits for it at the start.
class FilmEngine {
public:
    virtual ~FilmEngine() = default;
    [[nodiscard]] virtual wxWindow* window() = 0;
    /// Begins to load; whether it can be played shows in ready() some moments later.
    virtual void load(const std::string& path) = 0;
    [[nodiscard]] virtual bool ready() const = 0;
    virtual void play() = 0;
    virtual void pause() = 0;
    [[nodiscard]] virtual bool playing() const = 0;
    [[nodiscard]] virtual int length() const = 0; ///< in whole seconds, the last begun one too; 0: unknown
    [[nodiscard]] virtual int second() const = 0; ///< where it stands
    virtual void seek(int second) = 0;
};

/// The library's one entry.
inline constexpr const char* FILM_ENGINE_ENTRY = "fledglingFilmEngine";
using MakeFilmEngine = FilmEngine* (*)(wxWindow* parent);

} // namespace fledgling::ui
