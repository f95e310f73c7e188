#pragma once

#include "domain/Course.h"
#include "domain/Id.h"
#include "domain/evidence/Watched.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace fledgling::domain {

/// What a trainee writes down of a half day spent beside a serving agent.
struct ShadowSheet {
    PersonId whom;        ///< who was watched at work
    Date day;
    std::string chats;    ///< which chats were followed
    std::string learnt;
    std::string question; ///< one that was asked, and what came of it
    friend bool operator==(const ShadowSheet&, const ShadowSheet&) = default;
};

/// How far one exercise of a demonstration has come.
enum class ExerciseState {
    Open,
    Ticked,   ///< the trainee says it is done
    Confirmed ///< somebody saw it
};
[[nodiscard]] std::string_view keyOf(ExerciseState state); ///< "open", "ticked", "confirmed"
[[nodiscard]] std::optional<ExerciseState> exerciseStateOf(std::string_view key);

struct FilmWatch {
    int seconds = 0; ///< the film's length
    Watched watched;
    friend bool operator==(const FilmWatch&, const FilmWatch&) = default;
};

/// Everything a trainee has to show for the course's half days beyond having been there.
struct Evidence {
    std::map<std::string, ShadowSheet> sheets; ///< by course session
    std::map<std::string, FilmWatch> films;    ///< by package path
    std::map<std::string, std::map<std::string, ExerciseState>> exercises; ///< by course session and exercise
    friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// What one half day still wants.
struct EvidenceLack {
    enum class Kind {
        Sheet,        ///< a shadowing sheet
        Film,         ///< subject: package path; `have` of `need` percent watched
        Exercise,     ///< subject: an exercise not ticked
        Confirmation  ///< subject: an exercise ticked that nobody confirmed
    };
    Kind kind = Kind::Sheet;
    std::string subject;
    int have = 0;
    int need = 0;
    friend bool operator==(const EvidenceLack&, const EvidenceLack&) = default;
};

/// True for a half day that wants more than a mark on the roll.
[[nodiscard]] bool wantsEvidence(const CourseSession& session);
/// Nothing is written or ticked of a half day before the own cohort holds it, unless it was attended with another.
/// `held`: nothing while it isn't laid.
[[nodiscard]] bool tooEarly(std::optional<Date> held, bool attended, Date today);
/// What a half day lacks is missing once it was attended, with whichever cohort, or its day is past.
[[nodiscard]] bool evidenceDue(std::optional<Date> held, bool attended, Date today);
/// The course sessions of which something is missing that is the trainee's to give by now; what waits to be confirmed isn't.
/// `held`: by course session, as the own cohort lays them.
[[nodiscard]] std::set<std::string> evidenceMissing(const Course& course, const Evidence& evidence,
                                                    const std::map<std::string, Date>& held,
                                                    const std::set<std::string>& attended, Date today);
/// In the order of the course file; empty when everything is there.
[[nodiscard]] std::vector<EvidenceLack> lacking(const CourseSession& session, const Evidence& evidence);
/// The course sessions that want evidence and have it all.
[[nodiscard]] std::set<std::string> evidenced(const Course& course, const Evidence& evidence);

/// The sheet with its texts trimmed. Refused(SheetIncomplete) naming what is empty ("whom", "chats", "learnt",
/// "question"), Refused(TextTooLong).
[[nodiscard]] ShadowSheet checkedSheet(ShadowSheet sheet);

} // namespace fledgling::domain
