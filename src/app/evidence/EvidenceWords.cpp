#include "app/evidence/EvidenceWords.h"

namespace fledgling::app {

using namespace domain;

std::string word(ExerciseState state, const Tongue& tr) {
    switch (state) {
    case ExerciseState::Open: return tr("to do");
    case ExerciseState::Ticked: return tr("done, not confirmed yet");
    case ExerciseState::Confirmed: return tr("confirmed");
    }
    return {};
}

std::string sentence(const EvidenceLack& lack, const std::string& title, const Tongue& tr) {
    switch (lack.kind) {
    case EvidenceLack::Kind::Sheet: return tr("no shadowing sheet");
    case EvidenceLack::Kind::Film:
        return filled(tr("film {0}: {1} % of {2} % watched"), {title, std::to_string(lack.have), std::to_string(lack.need)});
    case EvidenceLack::Kind::Exercise: return filled(tr("{0}: to do"), {title});
    case EvidenceLack::Kind::Confirmation: return filled(tr("{0}: not confirmed yet"), {title});
    }
    return {};
}

} // namespace fledgling::app
