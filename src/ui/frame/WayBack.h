#pragma once

#include <string>
#include <utility>
#include <vector>

class wxKeyEvent;

namespace fledgling::ui {

/// The pages one came through by following what they lead to. Escape and Alt+Left go back along it.
class WayBack {
public:
    struct Place {
        std::string page;
        std::string subject;
        std::string marked; ///< the rail's entry it was reached by
    };

    void clear() { m_places.clear(); }
    void leave(Place from) { m_places.push_back(std::move(from)); }
    [[nodiscard]] bool leads() const { return !m_places.empty(); }
    /// Where it leads; it ends one place earlier from then on. Only while it leads().
    [[nodiscard]] Place take();
    /// The id of the page it leads to; empty while it leads nowhere.
    [[nodiscard]] std::string page() const { return m_places.empty() ? std::string() : m_places.back().page; }

    [[nodiscard]] static bool isKey(const wxKeyEvent& event);

private:
    std::vector<Place> m_places;
};

} // namespace fledgling::ui
