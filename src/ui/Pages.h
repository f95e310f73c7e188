#pragma once

#include "domain/Person.h"
#include "domain/Roles.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>
#include <wx/string.h>

class wxWindow;

namespace fledgling::ui {

class Page;
class Session;

/// One page the frame can open. Adding a page: its .h and .cpp, one include and one line in Pages.cpp.
struct PageEntry {
    std::string id;    ///< stable: --page, remembered choices, Session::go
    const char* title; ///< msgid, as the rail and the palette say it
    std::string icon;  ///< a name in assets/icons
    std::function<Page*(wxWindow* parent, Session& session)> make;
    /// Stands in no rail; the palette offers it to who may do this.
    std::optional<domain::Verb> offeredTo = {};
};

/// All pages there are.
[[nodiscard]] const std::vector<PageEntry>& pages();
[[nodiscard]] const PageEntry* pageOf(const std::string& id);
/// Pages of a role's rail in order; the first is its home.
[[nodiscard]] std::vector<const PageEntry*> railOf(domain::Role role);

/// The key of a rail's page by its place from 0; empty beyond the ninth, for which there is none.
[[nodiscard]] wxString railKey(std::size_t place);

} // namespace fledgling::ui
