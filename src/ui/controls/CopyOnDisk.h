#pragma once

#include <string>
#include <wx/string.h>

namespace fledgling::ui {

/// A file out of the book as a copy in the user's own cache, for a player or another program; the path, or nothing when it
/// can't be written. A copy that is there and the same is left alone: it may be open.
[[nodiscard]] std::string copyOnDisk(const std::string& bytes, const std::string& name);

/// Opens it with whatever the desktop has for its kind; what to say when nothing does, else nothing.
[[nodiscard]] wxString openedOutside(const std::string& path);

} // namespace fledgling::ui
