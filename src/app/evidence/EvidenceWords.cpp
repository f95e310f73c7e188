#include "app/evidence/EvidenceWords.h"

#include <algorithm>

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

std::string lasting(int seconds, const Tongue& tr) {
    constexpr int MINUTE = 60;
    const std::vector<std::string> parts{std::to_string(seconds / MINUTE), std::to_string(seconds % MINUTE)};
    if (seconds < MINUTE) return filled(tr("{1} s"), parts);
    // TRANSLATORS: how long a film lasts: {0} minutes, {1} seconds
    return filled(seconds % MINUTE == 0 ? tr("{0} min") : tr("{0} min {1} s"), parts);
}

std::string sentence(const FilmWatch& film, const Tongue& tr) {
    const int seen = std::min(film.watched.seconds(), film.seconds);
    return filled(tr("watched {0} of {1}"), {lasting(seen, tr), lasting(film.seconds, tr)});
}

} // namespace fledgling::app
