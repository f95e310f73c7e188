#pragma once

#include <wx/string.h>

namespace fledgling::ui {

/// From here on what wxConfigBase keeps stands in that file, and is read back as it was written: "$5" was typed so, and is
/// no variable.
void keepSettingsIn(const wxString& file);

} // namespace fledgling::ui
