#pragma once

#include "app/Words.h"
#include "domain/evidence/Evidence.h"

#include <string>

namespace fledgling::app {

[[nodiscard]] std::string word(domain::ExerciseState state, const Tongue& tr);
/// What is missing, in a few words; `title` names the exercise or the film.
[[nodiscard]] std::string sentence(const domain::EvidenceLack& lack, const std::string& title, const Tongue& tr);

/// How long something lasts: "1 min 25 s", "40 s", "2 min".
[[nodiscard]] std::string lasting(int seconds, const Tongue& tr);
/// "watched 1 min 25 s of 1 min 30 s": what was seen, however it was pieced together.
[[nodiscard]] std::string sentence(const domain::FilmWatch& film, const Tongue& tr);

} // namespace fledgling::app
