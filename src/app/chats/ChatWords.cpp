#include "app/chats/ChatWords.h"

namespace fledgling::app {

using namespace domain;

std::string word(AppealState state, const Tongue& tr) {
    switch (state) {
    case AppealState::Open: return tr("appealed, not decided");
    case AppealState::Upheld: return tr("appeal upheld");
    case AppealState::Rejected: return tr("appeal rejected");
    }
    return {};
}

std::string word(Reading stands, const Tongue& tr) {
    switch (stands) {
    case Reading::First: return tr("the first reading stands");
    case Reading::Second: return tr("the second reading stands");
    }
    return {};
}

std::string word(LeftOut why, const Tongue& tr) {
    switch (why) {
    case LeftOut::NotDrawn: return tr("not drawn");
    case LeftOut::NoCustomer: return tr("the customer never wrote");
    case LeftOut::TwiceInFile: return tr("stands in the file twice");
    case LeftOut::Empty: return tr("empty");
    }
    return {};
}

std::string word(const Strictness& of, const Tongue& tr) {
    if (!of.flagged) return tr("no difference beyond chance");
    return of.pointsPerMonth > 0 ? tr("stricter than the others") : tr("milder than the others");
}

std::string partlyRead(const LedgerLine& line, const Tongue& tr) {
    if (!line.partial()) return {};
    return filled(tr("{0} of {1} read"), {std::to_string(line.tally.read), std::to_string(line.perDay)});
}

} // namespace fledgling::app
