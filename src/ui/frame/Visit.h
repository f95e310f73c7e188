#pragma once

#include "ui/frame/Session.h"

#include <string>

namespace fledgling::ui {

/// "Since my last visit": up to which change somebody has seen a page, kept per reader across starts. Openings
/// within half an hour are one visit, so that what is new stays marked while one goes to and fro. While the past
/// is shown nothing is noted.
class Visit {
public:
    explicit Visit(Session& session) : m_session(session) {}

    /// Begins or goes on with the visit of what `name` stands for ("today", "person.<id>").
    void begin(const std::string& name);
    /// The page showed the book up to that change.
    void seen(store::ChangeNumber upTo) const;
    /// What came later is new; 0 on the first visit.
    [[nodiscard]] store::ChangeNumber since() const { return m_since; }

private:
    Session& m_session;
    std::string m_name;
    store::ChangeNumber m_since = 0;
};

} // namespace fledgling::ui
