#pragma once

#include "app/Words.h"
#include "domain/evidence/Evidence.h"

#include <string>

namespace fledgling::app {

[[nodiscard]] std::string word(domain::ExerciseState state, const Tongue& tr);
/// What is missing, in a few words; `title` names the exercise or the film.
[[nodiscard]] std::string sentence(const domain::EvidenceLack& lack, const std::string& title, const Tongue& tr);

} // namespace fledgling::app
