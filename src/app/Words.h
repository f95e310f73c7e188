#pragma once

#include "app/today/ToDo.h"
#include "domain/Attendance.h"
#include "domain/Decision.h"
#include "domain/Pairing.h"
#include "domain/PairingProposal.h"
#include "domain/Person.h"
#include "domain/Planning.h"
#include "domain/Readiness.h"
#include "domain/Refused.h"
#include "domain/Roles.h"
#include "domain/Roster.h"
#include "format/FormatError.h"
#include "format/Problem.h"
#include "format/calendar/CalendarFiles.h"
#include "store/Conflict.h"
#include "store/StoreError.h"

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace fledgling::app {

struct MovePreview;

/// Gives a message in the reader's language: the window's catalogue, the terminal's, or the message itself.
using Tongue = std::function<std::string(const char* message)>;

/// The messages as they are written: English.
[[nodiscard]] Tongue english();

/// One plain sentence for everything that can be refused or go wrong. A rule without a sentence doesn't compile.
[[nodiscard]] std::string sentence(const domain::Refused& refused, const Tongue& tr);
[[nodiscard]] std::string sentence(const store::StoreError& error, const Tongue& tr);
/// Puts a field's value as people say it; an empty text leaves the field out.
using SayField = std::function<std::string(const std::string& field, const std::string& value)>;
/// Who wrote meanwhile, what, and what of ours was not kept, of the fields that differ.
[[nodiscard]] std::string sentence(const store::Conflict& conflict, const std::string& who, const Tongue& tr,
                                   const SayField& say = {});
[[nodiscard]] std::string sentence(const format::FormatError& error, const Tongue& tr);
/// Why a row of a roster is refused.
[[nodiscard]] std::string sentence(const domain::RosterProblem& problem, const Tongue& tr);
[[nodiscard]] std::string word(domain::RosterVerdict verdict, const Tongue& tr);
[[nodiscard]] std::string word(domain::RosterField field, const Tongue& tr);
/// Why an entry of a calendar file is not used.
[[nodiscard]] std::string sentence(format::EventFault fault, const Tongue& tr);
/// What is wrong, and what to write instead.
[[nodiscard]] std::string sentence(const format::Problem& problem, const Tongue& tr);

[[nodiscard]] std::string word(domain::Role role, const Tongue& tr);
[[nodiscard]] std::string word(domain::Post post, const Tongue& tr);
[[nodiscard]] std::string word(domain::Leaning leaning, const Tongue& tr);
[[nodiscard]] std::string word(domain::MarkKind mark, const Tongue& tr);
[[nodiscard]] std::string word(domain::SessionState state, const Tongue& tr);
[[nodiscard]] std::string word(domain::SessionKind kind, const Tongue& tr);
[[nodiscard]] std::string word(domain::HalfDay half, const Tongue& tr);
[[nodiscard]] std::string word(domain::SkillLevel level, const Tongue& tr);
[[nodiscard]] std::string word(domain::LeaveState state, const Tongue& tr);
[[nodiscard]] std::string word(domain::Weekday day, const Tongue& tr);
[[nodiscard]] std::string word(domain::CriterionState state, const Tongue& tr);
[[nodiscard]] std::string word(domain::Verdict verdict, const Tongue& tr);
[[nodiscard]] std::string word(domain::DecisionKind kind, const Tongue& tr);
/// What a verb's right is for: "mark the roll".
[[nodiscard]] std::string word(domain::Verb verb, const Tongue& tr);
/// What a change did, by its name in the book: "marked", "laid a cohort"; the name itself where it is unknown.
[[nodiscard]] std::string wordForDeed(const std::string& verb, const Tongue& tr);
/// Every verb of the book with that word.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> deeds(const Tongue& tr);

/// "make up Day 1 morning", with the subject's title as the course says it (empty where a step has none).
[[nodiscard]] std::string sentence(const domain::Step& step, const std::string& subject, const Tongue& tr);
/// The same, said to the trainee: what he or she can do about it.
[[nodiscard]] std::string ownSentence(const domain::Step& step, const std::string& subject, const Tongue& tr);
[[nodiscard]] std::string sentence(const domain::StuckReason& reason, const std::string& subject, const Tongue& tr);
[[nodiscard]] std::string sentence(const domain::Hindrance& hindrance, const Tongue& tr);
[[nodiscard]] std::string sentence(const domain::Term& term, const Tongue& tr);
/// With the mentor's and trainee's names.
[[nodiscard]] std::string sentence(const domain::Remedy& remedy, const std::string& mentor, const std::string& trainee,
                                   const Tongue& tr);
/// What is to be thought of before a half day is moved: onto a past day, before or after others otherwise than the course has
/// it, with make-ups of other cohorts' trainees. Empty where nothing is.
[[nodiscard]] std::vector<std::string> moveWarnings(const MovePreview& preview, const std::vector<std::string>& outOfOrder,
                                                    const Tongue& tr);
/// A new cohort begins before today: what is past, what is laid all the same, and what to do.
[[nodiscard]] std::string pastStart(domain::Date first, int halves, const Tongue& tr);
/// A line of a home page: "Mark Work flow and duties: 3 of 12 left".
[[nodiscard]] std::string sentence(const ToDo& todo, domain::Date today, const Tongue& tr);
/// "Mon 24 Nov" in the reader's order: weekday and day.
[[nodiscard]] std::string shortDate(domain::Date date, const Tongue& tr);
/// With its year: "Mon 30 Nov 2026", in the reader's language.
[[nodiscard]] std::string longDate(domain::Date date, const Tongue& tr);
/// Without the weekday: "30 Nov 2026".
[[nodiscard]] std::string plainDate(domain::Date date, const Tongue& tr);
/// With its year, where that is another one than today's.
[[nodiscard]] std::string shortDate(domain::Date date, domain::Date today, const Tongue& tr);
/// "today", "tomorrow", or the same.
[[nodiscard]] std::string nearDate(domain::Date date, domain::Date today, const Tongue& tr);
/// As it stands after a verb: "today", "tomorrow", "on Mon 24 Nov".
[[nodiscard]] std::string onDate(domain::Date date, domain::Date today, const Tongue& tr);
/// A count as people read it, its digits in threes: "10,000". Not for cells and files that other programs read.
[[nodiscard]] std::string figure(std::int64_t count);
/// "{0} of {1}"-style messages for pages.
[[nodiscard]] std::string filled(const std::string& message, const std::vector<std::string>& arguments);
/// Phrases one after the other: a full stop before the separator goes, empty ones are left out.
[[nodiscard]] std::string enumerated(std::vector<std::string> parts, const std::string& separator);

} // namespace fledgling::app
