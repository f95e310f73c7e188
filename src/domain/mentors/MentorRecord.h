#pragma once

#include "domain/Attempts.h"
#include "domain/Calendar.h"
#include "domain/Pairing.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fledgling::domain {

/// What was written of one trainee's pairing, in the order of the book; nothing: it was taken back.
struct PairStep {
    PersonId trainee;
    std::optional<Pair> pair;
};

/// Somebody led by somebody from a day to a day; without a last one, still.
struct LedPeriod {
    PersonId trainee;
    PersonId mentor;
    Date first;
    std::optional<Date> last;
    friend bool operator==(const LedPeriod&, const LedPeriod&) = default;
};

/// Who led whom when. A pairing that gives way to another mentor ends the day before that one begins; one that
/// was taken back never was.
[[nodiscard]] std::vector<LedPeriod> ledPeriods(const std::vector<PairStep>& steps);

/// A log entry by the day it is about and the day it was written.
struct WrittenEntry {
    PersonId mentor;
    PersonId trainee;
    Date day;
    Date written;
};

/// How a mentor led in a span of days.
struct LedFigures {
    int trainees = 0;    ///< led on at least one working day
    int traineeDays = 0; ///< working days, counted for each trainee
    int logsDue = 0;     ///< of these up to yesterday, those on which neither of the two was away
    int logsOnTime = 0;  ///< of those, with an entry written that very day
    /// In hundred; nothing where none was due.
    [[nodiscard]] std::optional<int> punctuality() const;
};

/// Figures by mentor over the working days of [first, last]; logs are due up to the day before `today`.
[[nodiscard]] std::map<PersonId, LedFigures> ledFigures(const std::vector<LedPeriod>& periods,
                                                        const std::vector<WrittenEntry>& entries,
                                                        const std::vector<Leave>& away, const Calendar& calendar,
                                                        Date first, Date last, Date today);

/// How a mentor stands with an assessment that mentors take again.
struct ExamState {
    std::string assessment;
    std::optional<Attempt> passed; ///< the last pass
    Date due;                      ///< the day from which it is to be taken (again)
    std::vector<Attempt> counting; ///< attempts since the last pass lapsed, or since ever
    [[nodiscard]] bool isDue(Date today) const { return due <= today; }
};

/// A pass counts for `everyDays`; who never passed is due from `since` on. Attempts before a lapsed pass don't
/// count any more.
[[nodiscard]] ExamState examOf(const std::string& assessment, const std::vector<Attempt>& attempts, Date since,
                               int everyDays, Date today);

/// The record in one number, 0 to 100: the mean of the share of exams in force and of punctuality, as far as
/// they are known; 50 for who has neither yet. What trainees say isn't in it: that is the manager's alone.
[[nodiscard]] int recordScore(const std::vector<ExamState>& exams, const LedFigures& led, Date today);

} // namespace fledgling::domain
