#include "ui/frame/Settings.h"

#include <memory>
#include <wx/config.h>
#include <wx/fileconf.h>

namespace fledgling::ui {

void keepSettingsIn(const wxString& file) {
    auto settings = std::make_unique<wxFileConfig>("fledgling", wxString(), file, wxString(), wxCONFIG_USE_LOCAL_FILE);
    settings->SetExpandEnvVars(false);
    delete wxConfigBase::Set(settings.release());
}

} // namespace fledgling::ui
