#include "ui/frame/WindowSize.h"

#include "ui/Native.h"

#include <wx/config.h>
#include <wx/toplevel.h>

namespace fledgling::ui::windowsize {

wxSize within(wxSize wanted, const wxSize& room) {
    // A display that says nothing of itself limits nothing.
    if (room.x > 0 && room.y > 0) wanted.DecTo(room);
    return wanted;
}

void restore(wxTopLevelWindow& window, int width, int height) {
    auto* config = wxConfigBase::Get();
    const wxSize wanted(width ? width : static_cast<int>(config->Read("/window/width", 1280L)),
                        height ? height : static_cast<int>(config->Read("/window/height", 800L)));
    window.SetSize(within(wanted, wxGetClientDisplayRect().GetSize()));
    native::sizeUnshown(&window);
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
