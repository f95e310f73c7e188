#include "ui/frame/FinderEntries.h"

#include "app/Finder.h"
#include "app/Words.h"
#include "ui/Language.h"
#include "ui/Pages.h"
#include "ui/Text.h"

#include <memory>
#include <wx/translation.h>

namespace fledgling::ui {

namespace {

constexpr std::size_t MOST_FOUND = 8;

wxString detailOf(const app::Found& found) {
    using Kind = app::Found::Kind;
    if (found.kind == Kind::Session) return dotted({u8(found.cohort), dayText(found.day)});
    if (found.kind == Kind::Report) return _("report");
    if (found.kind == Kind::Cohort) return dotted({_("cohort"), dayText(found.day)});
    std::vector<wxString> roles;
    for (const auto role : found.roles)
        roles.push_back(u8(app::word(role, tongue)));
    return dotted({listText(roles), u8(found.number)});
}

std::string iconOf(app::Found::Kind kind) {
    switch (kind) {
    case app::Found::Kind::Person: return "person";
    case app::Found::Kind::Cohort: return "cohorts";
    case app::Found::Kind::Session: return "session";
    case app::Found::Kind::Report: return "reports";
    }
    return {};
}

/// The rows of one role in one language.
struct Rows {
    explicit Rows(Session& session)
        : role(session.role()), language(courseLanguage()), finder(session.desk(), role, language, tongue) {}
    [[nodiscard]] bool fit(const Session& session) const { return role == session.role() && language == courseLanguage(); }

    domain::Role role;
    std::string language;
    app::Finder finder;
};

} // namespace

PaletteProvider finderEntries(Session& session) {
    auto rows = std::make_shared<Rows>(session);
    return [&session, rows](const wxString& query) mutable {
        // Another role was taken up, or another language.
        if (!rows->fit(session)) rows = std::make_shared<Rows>(session);
        std::vector<PaletteEntry> entries;
        for (const auto& found : rows->finder.find(utf8(query), MOST_FOUND)) {
            if (!pageOf(found.page)) continue;
            entries.push_back(
                {u8(found.name), detailOf(found), iconOf(found.kind),
                 [&session, page = found.page, subject = found.subject] { session.go(page, subject); }});
        }
        return entries;
    };
}

} // namespace fledgling::ui
