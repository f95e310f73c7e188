#include "ui/Net.h"

#include "app/Words.h"
#include "ui/Text.h"

#include <wx/intl.h>

namespace fledgling::ui {

std::optional<Sentence> tried(const std::function<void()>& doing, const SayRefused& sayRefused,
                              const SayConflict& sayConflict) {
    try {
        doing();
    } catch (const Stopped&) {
        return Sentence{_("Stopped; nothing was kept."), {}};
    } catch (const domain::Refused& refused) {
        return Sentence{u8(sayRefused ? sayRefused(refused) : app::sentence(refused, tongue)), {}};
    } catch (const store::Conflict& conflict) {
        return Sentence{u8(sayConflict ? sayConflict(conflict) : app::sentence(conflict, "–", tongue)),
                        wxString::Format(_("Change %s"), numberText(conflict.change()))};
    } catch (const store::StoreError& error) {
        return Sentence{u8(app::sentence(error, tongue)), u8(error.details())};
    } catch (const format::FormatError& error) {
        return Sentence{u8(app::sentence(error, tongue)), {}};
    } catch (const std::exception& error) {
        return Sentence{_("That didn't work, and nothing was kept. Please try again; the details help "
                          "whoever looks after "
                          "the program."),
                        u8(error.what())};
    }
    return std::nullopt;
}

bool stopped(const std::function<void()>& telling) {
    try {
        telling();
    } catch (const Stopped&) {
        return true;
    }
    return false;
}

} // namespace fledgling::ui
