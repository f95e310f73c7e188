#pragma once

#include "app/Desk.h"
#include "domain/QuizPaper.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fledgling::app {

/// What marking a kept paper again would do to it.
struct RegradeLine {
    enum class What {
        Result, ///< another result is kept, which may have the same percentage
        Waits,  ///< an open answer has no mark yet: its result will count the new questions
        ByHand  ///< a person corrected the result: it stays
    };
    domain::PaperKey paper;
    std::string name; ///< of the trainee
    domain::Date day; ///< handed in
    What what = What::Result;
    int questions = 0; ///< marked otherwise
    int before = 0, after = 0; ///< percent
    bool passedBefore = false, passedAfter = false;
};

/// What would change, before anything is kept.
struct RegradePreview {
    std::string course, assessment, version;
    std::vector<RegradeLine> lines; ///< by name and attempt; papers that stay as they are left out
    int same = 0;                   ///< papers marked as before
    std::map<std::string, int> banks = {}; ///< papers by the bank they were drawn from: each language has its own
    std::vector<std::string> questions; ///< words of those that are marked otherwise for somebody
    /// How many would have passed and didn't before, and the other way round.
    [[nodiscard]] int raised() const;
    [[nodiscard]] int lowered() const;
    /// How many papers would be written.
    [[nodiscard]] int written() const;
};

/// Marks every paper of a quiz that was handed in with the questions of another course version, which may be
/// the one it was drawn from. Refused: NotYourRight, UnknownAssessment, CourseNotLoaded. `course` empty: that
/// of the newest paper; without one UnknownAssessment.
[[nodiscard]] RegradePreview regradePreview(Desk& desk, const std::string& assessment, const std::string& version,
                                            const std::string& course = {});

/// Keeps it, with a reason (ReasonNeeded): the results that change become new ones, the former stay in the
/// history. Pass marks are those of the papers' own version. Refused(NothingToRegrade).
store::ChangeNumber regradeQuiz(Desk& desk, const std::string& assessment, const std::string& version,
                                const std::string& why, const std::string& course = {});

} // namespace fledgling::app
