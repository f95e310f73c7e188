#include "ui/frame/WindowSize.h"

#include <wx/config.h>
#include <wx/toplevel.h>

namespace fledgling::ui::windowsize {

void restore(wxTopLevelWindow& window, int width, int height) {
    auto* config = wxConfigBase::Get();
    window.SetSize(width ? width : static_cast<int>(config->Read("/window/width", 1280L)),
                   height ? height : static_cast<int>(config->Read("/window/height", 800L)));
    if (!width && config->ReadBool("/window/maximized", false)) window.Maximize();
}

void keep(const wxTopLevelWindow& window) {
    auto* config = wxConfigBase::Get();
    config->Write("/window/maximized", window.IsMaximized());
    if (!window.IsMaximized()) {
        config->Write("/window/width", static_cast<long>(window.GetSize().x));
        config->Write("/window/height", static_cast<long>(window.GetSize().y));
    }
    config->Flush();
}

} // namespace fledgling::ui::windowsize
