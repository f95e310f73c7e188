#pragma once

#include "app/Desk.h"
#include "domain/Refused.h"
#include "domain/Roles.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>
#include <wx/string.h>

namespace fledgling::app {
class Department;
}

namespace fledgling::ui {

/// One line of the palette (Ctrl+K).
struct PaletteEntry {
    wxString title = {};
    wxString detail = {};  ///< dim, right: what kind, which key
    std::string icon = {}; ///< a name in assets/icons
    std::function<void()> run = {};
};
/// Finds entries for what was typed (never empty); a few, best first. Asked at every key: keep rows ready.
using PaletteProvider = std::function<std::vector<PaletteEntry>(const wxString& query)>;

/// What a page knows of the world around it: the desk, the role in use, and ways to go elsewhere. The frame
/// makes one per person and department; pages hold it by reference.
class Session {
public:
    Session(app::Department& department, const domain::PersonId& who);

    [[nodiscard]] app::Department& department() { return m_department; }
    [[nodiscard]] app::Desk& desk() { return m_desk; }
    [[nodiscard]] const domain::Person& actor() const { return m_desk.actor; }
    /// The role in use (a person may have several); it chooses rail and home page, never rights.
    [[nodiscard]] domain::Role role() const { return m_role; }
    void setRole(domain::Role role);
    /// A moment or day of the past is shown: everything is read-only.
    [[nodiscard]] bool past() const { return m_asOf.has_value() || m_desk.past(); }
    /// The first reading: everything as it was known then. Nothing: back to now, from either reading.
    [[nodiscard]] std::optional<domain::Instant> asOf() const { return m_asOf; }
    void setAsOf(std::optional<domain::Instant> moment);
    /// The second reading: that day as it is known today (app/PastDay).
    [[nodiscard]] std::optional<domain::Date> day() const { return m_desk.day; }
    void setDay(domain::Date day);
    /// To grey a button; the verb asks again.
    [[nodiscard]] bool may(domain::Verb verb) const { return !past() && domain::may(actor().roles, verb); }

    /// Opens a page by its id ("roll", "person", ...), at what `subject` (an id as text, may be empty) names.
    void go(const std::string& page, const std::string& subject = {}) const;
    /// Small choices and half-typed drafts kept per person across starts ("cohort", "filter.log", a table's column):
    /// never facts.
    [[nodiscard]] std::string remembered(const std::string& key) const;
    void remember(const std::string& key, const std::string& value) const;

    /// People, sessions and actions a page adds to Ctrl+K; they stay until the person is switched.
    void offer(PaletteProvider provider) { m_providers.push_back(std::move(provider)); }
    [[nodiscard]] const std::vector<PaletteProvider>& providers() const { return m_providers; }

    /// Set by the frame.
    std::function<void(const std::string& page, const std::string& subject)> onGo;
    std::function<void()> onMomentChanged;
    std::function<bool()> mayTurn; ///< to another moment: false, and said why, while something entered would be lost
    /// What was said last of something kept or taken back, on whichever page.
    wxString lastKept;
    /// Long work is running on the page: nothing else may open or close.
    bool busy = false;

private:
    app::Department& m_department;
    app::Desk m_desk;
    domain::Role m_role;
    std::optional<domain::Instant> m_asOf;
    std::vector<PaletteProvider> m_providers;
};

} // namespace fledgling::ui
