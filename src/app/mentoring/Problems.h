#pragma once

#include "app/Desk.h"

#include <optional>
#include <string>

namespace fledgling::app {

/// A line of one's own problem log 客服日志, of today or of an earlier day. Refused(NothingWritten),
/// Refused(LogInFuture).
store::ChangeNumber writeProblem(Desk& desk, const std::string& text, domain::Date day);
/// Answers somebody's problem, or gives it another answer: the person's mentor, or a trainer, supervisor or
/// manager. Nobody answers his or her own. `saw`: the change the page showed the problem at. 0 when that
/// answer stands already.
store::ChangeNumber answerProblem(Desk& desk, const domain::ProblemId& problem, const std::string& answer,
                                  std::optional<store::ChangeNumber> saw = {});

} // namespace fledgling::app
