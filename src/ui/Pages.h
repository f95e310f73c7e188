#pragma once

#include "domain/Person.h"
#include "domain/Roles.h"

#include <functional>
#include <optional>
#include <set>
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
    /// It opens to whom may do this; nothing: to everybody, and what is shown of others is the view's to refuse.
    std::optional<domain::Verb> needs = {};
    /// Stands in no rail; the palette offers it to whom it opens to.
    bool offered = false;
    /// What the count beside it in the rail counts ("3 trainees wait for a mentor"); nothing: things that wait.
    std::function<wxString(int count)> counted = {};
};

/// All pages there are.
[[nodiscard]] const std::vector<PageEntry>& pages();
[[nodiscard]] const PageEntry* pageOf(const std::string& id);
[[nodiscard]] bool opensTo(const PageEntry& page, const std::set<domain::Role>& roles);
/// Pages of a rail that belong together.
struct RailGroup {
    const char* title; ///< msgid; "" where home stands, which needs none
    std::vector<const PageEntry*> pages;
};
/// The rail of a role in order; the first page is its home.
[[nodiscard]] std::vector<RailGroup> railGroupsOf(domain::Role role);
/// The same as one row.
[[nodiscard]] std::vector<const PageEntry*> railOf(domain::Role role);

/// The key of a rail's page by its place from 0: Alt with a digit, then with the letters that stand below the digits.
[[nodiscard]] wxString railKey(std::size_t place);
/// The place whose key, with Alt, has that code.
[[nodiscard]] std::optional<std::size_t> railPlaceOf(int keyCode);

} // namespace fledgling::ui
