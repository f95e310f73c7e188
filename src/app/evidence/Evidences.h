#pragma once

#include "app/Desk.h"
#include "app/Record.h"
#include "app/today/ToDo.h"
#include "domain/evidence/Evidence.h"

#include <string>
#include <vector>

namespace fledgling::app {

/// Keeps the actor's own sheet of a shadowing half day. Refused: NotShadowing, EvidenceTooEarly, what
/// domain::checkedSheet refuses, Unknown for somebody who is not in the book. 0 when it stands so already.
store::ChangeNumber keepSheet(Desk& desk, const std::string& courseSession, domain::ShadowSheet sheet,
                              const std::string& language);

/// Adds what the actor saw of a film of that many seconds to what was seen before. Refused(UnknownFilm). 0 when it
/// adds nothing.
store::ChangeNumber watchFilm(Desk& desk, const std::string& film, int seconds, const domain::Watched& seen);

/// The actor says that an exercise is done, or not after all; one that was confirmed stays. Refused(UnknownExercise,
/// EvidenceTooEarly).
store::ChangeNumber tickExercise(Desk& desk, const std::string& courseSession, const std::string& exercise, bool done);

/// Somebody saw it done: the mentor of that trainee, or a trainer, supervisor, manager. Refused: UnknownExercise,
/// NotTicked, NotTheMentor, NotPaired.
store::ChangeNumber confirmExercise(Desk& desk, const domain::PersonId& trainee, const std::string& courseSession,
                                    const std::string& exercise, const std::string& language);

/// True when the actor may confirm what this trainee ticked.
[[nodiscard]] bool mayConfirm(const domain::Person& actor, const Record& record);

/// What the half days want of the actor: evidence still missing of sessions attended, exercises to confirm.
[[nodiscard]] std::vector<ToDo> evidenceToDo(Desk& desk, domain::Role role, const std::string& language);

} // namespace fledgling::app
