#pragma once

#include <string>
#include <utility>
#include <vector>

namespace fledgling::ui {

class Page;

/// Where somebody stands on a page, to stand there again once it was made anew: its subject, and what is chosen in
/// its tables.
class Place {
public:
    /// `openedAt` is the subject of a page that can't say where it stands.
    Place(Page& page, const std::string& openedAt);

    [[nodiscard]] const std::string& subject() const { return m_subject; }
    /// Chooses the same rows again in a page opened at that subject; those that are gone are left.
    void restore(Page& page) const;

private:
    std::string m_subject;
    std::vector<std::pair<std::string, int>> m_chosen; ///< row and column of each table, as they follow on the page
};

} // namespace fledgling::ui
