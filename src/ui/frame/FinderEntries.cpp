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

constexpr std::size_t MOST = 8;

wxString detailOf(const app::Found& found) {
    using Kind = app::Found::Kind;
    if (found.kind == Kind::Session) return dotted({u8(found.cohort), dayText(found.day)});
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
    }
    return {};
}

} // namespace

PaletteProvider finderEntries(Session& session) {
    const std::string language = courseLanguage();
    auto finder = std::make_shared<std::pair<domain::Role, app::Finder>>(
        session.role(), app::Finder(session.desk(), session.role(), language));
    return [&session, finder, language](const wxString& query) mutable {
        if (finder->first != session.role()) // a person with several roles took up another
            finder = std::make_shared<std::pair<domain::Role, app::Finder>>(
                session.role(), app::Finder(session.desk(), session.role(), language));
        std::vector<PaletteEntry> entries;
        for (const auto& found : finder->second.find(utf8(query), MOST)) {
            if (!pageOf(found.page)) continue;
            entries.push_back(
                {u8(found.name), detailOf(found), iconOf(found.kind),
                 [&session, page = found.page, subject = found.subject] { session.go(page, subject); }});
        }
        return entries;
    };
}

} // namespace fledgling::ui
