#include "app/practical/PracticalWords.h"

namespace fledgling::app {

using domain::SheetState;

std::string word(SheetState state, const Tongue& tr) {
    switch (state) {
    case SheetState::Marking: return tr("being marked");
    case SheetState::HandedOn: return tr("to confirm");
    case SheetState::SentBack: return tr("sent back");
    case SheetState::Confirmed: return tr("confirmed");
    }
    return {};
}

} // namespace fledgling::app
