#pragma once

#include "app/Desk.h"
#include "domain/Attempts.h"
#include "domain/QuizPaper.h"
#include "store/practical/PracticalStore.h"
#include "store/quiz/QuizStore.h"

#include <map>
#include <string>
#include <vector>

namespace fledgling::app {

struct Record;

/// Draws the actor's next paper and starts its time, in that language where the bank has it. Refuses what
/// domain::nextAttempt does and, while an earlier paper has no mark yet, QuizWaits (a practice quiz may be taken freely), UnknownAssessment for anything but a quiz
/// of the own course, and QuizUnderWay.
store::ChangeNumber beginQuiz(Desk& desk, const std::string& assessment, const std::string& language);

/// Keeps the actor's answer to a question of the paper under way, in the places shown; nothing takes the
/// answer back. 0 when it stands so already. Refused: QuizNotUnderWay; UnknownQuestion, also for an answer of
/// the wrong kind; QuizTimeOver once the time is over: what was answered before is then handed in.
store::ChangeNumber answerQuestion(Desk& desk, const std::string& assessment, const std::string& question,
                                   const domain::Response& shown);

/// Hands the actor's paper in. The result is kept with it unless an open answer waits for a marker. Like
/// the answers it can't be taken back. Refused(QuizNotUnderWay).
store::ChangeNumber handIn(Desk& desk, const std::string& assessment);
/// The same for papers of the actor whose time is over; 0 when there was none.
store::ChangeNumber handInOverdue(Desk& desk);

/// The same for everybody's, when somebody who marks looks: nobody's result waits until the trainee comes back.
/// 0 when there was none, for whoever may not mark, and while a past moment is shown.
store::ChangeNumber closeOverdue(Desk& desk);

/// One attempt more than the course allows, to somebody else, with a reason. Refused(AttemptsLeft) while one is
/// left, and AlreadyPassed.
store::ChangeNumber grantAttempt(Desk& desk, const domain::PersonId& trainee, const std::string& assessment,
                                 const std::string& why);

/// Marks an open answer, 0 to 100 percent (MarkOutOfRange), with a note to the trainee. The last one of a
/// paper keeps its result. Refused(NothingToMark) for what isn't open, was left blank or has its mark.
store::ChangeNumber markAnswer(Desk& desk, const domain::PaperKey& paper, const std::string& question,
                               int percent, const std::string& note);

// What the views share.

/// The bank the paper was drawn from, as it stands in the book.
[[nodiscard]] const domain::QuizBank& bankOf(Desk& desk, const domain::Paper& paper);
/// The same bank in another version of the course; null where that has none.
[[nodiscard]] const domain::QuizBank* bankIn(Desk& desk, const domain::Paper& paper, const std::string& version);
/// That version's bank of the paper's quiz in that language, or in its own where it has no other; null where it has none.
[[nodiscard]] const domain::QuizBank* bankIn(Desk& desk, const domain::Paper& paper, const std::string& version,
                                             const std::string& language);
/// As it stands: by the paper's own questions, or by those it was marked again with. A typed word counts in every language
/// the quiz is shown in.
[[nodiscard]] domain::Marking markingOf(Desk& desk, const store::KeptPaper& kept);
/// The paper's result, judged by the pass mark of the version it was drawn from.
[[nodiscard]] store::Fact resultFact(Desk& desk, const store::KeptPaper& kept, const domain::Marking& marking);
/// The path of a bank in that language, the course's own where it has no other.
[[nodiscard]] std::string bankIn(Desk& desk, const Record& record, const domain::Assessment& assessment,
                                 const std::string& language);
/// A trainee takes every quiz of the course, a mentor the practice ones and those mentors take again.
[[nodiscard]] bool takes(const Record& record, const std::string& assessment);
/// Where an attempt stands that has no result yet.
enum class BegunState { UnderWay, ToMark, BeingMarked, ToConfirm };
/// What that trainee began there and what has no result yet, by attempt, out of those papers and sheets.
[[nodiscard]] std::map<int, BegunState> begunAt(const Record& record, const std::string& assessment,
                                                const std::vector<store::KeptPaper>& papers,
                                                const std::vector<store::KeptSheet>& sheets);
/// What counts beside the results of that trainee.
[[nodiscard]] domain::Allowance allowanceOf(Desk& desk, const Record& record, const std::string& assessment);

} // namespace fledgling::app
