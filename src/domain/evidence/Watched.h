#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fledgling::domain {

/// What of a film has run before somebody's eyes: stretches in whole seconds from its start, each [from, to),
/// ascending and apart. Jumping ahead leaves a gap; seeing a stretch twice counts once.
class Watched {
public:
    struct Stretch {
        int from = 0;
        int to = 0;
        friend bool operator==(const Stretch&, const Stretch&) = default;
    };

    /// An empty or backward stretch, or one before the start, adds nothing.
    void add(int from, int to);
    void add(const Watched& other);
    [[nodiscard]] int seconds() const;
    /// Of a film of that many seconds, rounded down; what lies beyond its end doesn't count. 0 for a film without
    /// length.
    [[nodiscard]] int percentOf(int length) const;

    /// "0-35,40-90"; empty for nothing seen.
    [[nodiscard]] std::string text() const;
    /// Nothing for any other text.
    [[nodiscard]] static std::optional<Watched> parse(std::string_view text);
    friend bool operator==(const Watched&, const Watched&) = default;

private:
    std::vector<Stretch> m_stretches;
};

/// Turns the places a player reports into stretches: what runs on counts, a jump begins anew.
class WatchClock {
public:
    /// The film stands at that second, reported at least every other second while it runs.
    void at(int second);
    /// It was paused, stopped or moved by hand.
    void stop() { m_last.reset(); }
    [[nodiscard]] const Watched& watched() const { return m_watched; }
    void clear() { m_watched = {}; }

private:
    std::optional<int> m_last;
    Watched m_watched;
};

} // namespace fledgling::domain
