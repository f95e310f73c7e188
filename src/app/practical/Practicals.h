#pragma once

#include "app/Desk.h"
#include "app/Record.h"
#include "domain/practical/PracticalSheet.h"
#include "store/practical/PracticalStore.h"

#include <optional>
#include <string>
#include <vector>

namespace fledgling::app {

/// Keeps what was seen of one item; the first begins the trainee's next attempt, done on `day` (today unless
/// said). Words that stand there stay unless others are given or the item rises to its best step. A mentor marks those he or she leads (NotTheMentor, NotPaired), trainers, supervisors and managers
/// anybody, mentors too whose check is due again, and nobody the own one (NotYourRight). Refused also:
/// UnknownAssessment for anything but a practical check that this person takes; what
/// domain::checkedMark and domain::nextAttempt refuse; SheetHandedOn; NotTheMarker while somebody else marks
/// who still may. 0 when it stands so already.
store::ChangeNumber markItem(Desk& desk, const domain::PersonId& trainee, const std::string& assessment,
                             const std::string& item, const domain::ItemSeen& seen,
                             std::optional<domain::Date> day = {});

/// Hands the sheet to a second person. Refused: NoSheet, NotTheMarker, SheetHandedOn, what
/// domain::requireComplete does, with titles in that language.
store::ChangeNumber handOn(Desk& desk, const domain::PersonId& trainee, const std::string& assessment,
                           const std::string& language);

/// The second person agrees: the attempt's result is kept. Refused: NotHandedOn, OwnMarking, AlreadyPassed.
store::ChangeNumber confirmPractical(Desk& desk, const domain::PersonId& trainee, const std::string& assessment,
                                     const std::string& note = {});

/// The second person says what is missing (ReasonNeeded), also of a check that was confirmed: its result is
/// then taken back. Refused: NotHandedOn, OwnMarking.
store::ChangeNumber sendBack(Desk& desk, const domain::PersonId& trainee, const std::string& assessment,
                             const std::string& why);

// What the views share.

/// A practical check that this person takes. Refused(UnknownAssessment).
[[nodiscard]] const domain::Assessment& practicalOf(const Record& record, const std::string& assessment);
/// The latest sheet of the trainee at that check of this course; nothing before the first.
[[nodiscard]] std::optional<store::KeptSheet> latestSheet(const std::vector<store::KeptSheet>& sheets,
                                                          const Record& record, const std::string& assessment);
/// The check as the sheet's version has it.
[[nodiscard]] const domain::Assessment& assessmentOf(Desk& desk, const domain::PracticalSheet& sheet);
/// True when the actor may mark checks of this trainee.
[[nodiscard]] bool mayMark(const domain::Person& actor, const Record& record);
/// Refused(SheetOpen) while a check is being marked.
void refuseOpenSheet(Desk& desk, const Record& record, const std::string& assessment);
/// Refused(SheetStands) for a result that two people signed: it is sent back, not corrected.
void refuseSheet(Desk& desk, const Record& record, const domain::Attempt& attempt);

} // namespace fledgling::app
