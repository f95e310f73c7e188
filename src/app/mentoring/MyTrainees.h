#pragma once

#include "app/Desk.h"
#include "domain/Course.h"
#include "domain/Person.h"

#include <functional>
#include <string>
#include <vector>

namespace fledgling::app {

/// A skill whose next level a log entry already proves.
struct Signable {
    std::string skill;
    std::string title;
    domain::SkillLevel level = domain::SkillLevel::None;  ///< signed now
    domain::SkillLevel proven = domain::SkillLevel::None; ///< the highest an entry proves
};

/// The trainees a mentor leads, with what is due today. Page: "trainees". `mentor` empty: the actor.
class MyTrainees {
public:
    struct Row {
        domain::PersonId trainee;
        std::string name;
        std::set<domain::Post> posts;
        domain::Leaning leaning = domain::Leaning::AllRound;
        std::string cohort;
        domain::Date since;
        std::string told; ///< at the hand-over; empty: nobody led the trainee before
        int day = 0;         ///< of being mentored, as mentoringDay
        int days = 0;        ///< the course's mentoring days
        int logged = 0;      ///< working days with an entry, whoever wrote it
        bool logDue = false; ///< today's entry is still missing
        std::vector<domain::Date> missing; ///< earlier days without an entry
        std::vector<Signable> signable;
        int problems = 0;                       ///< in the trainee's own log, not answered yet
        std::vector<std::string> unsignedTexts; ///< titles the trainee hasn't signed for
        int skillsDone = 0;                     ///< at the level the post needs
        int skills = 0;
        std::optional<domain::Date> reviewSoon; ///< the go-live review that comes within days
        bool ready = false;                     ///< for go-live
        int steps = 0;                          ///< the shortest way there
        /// How many things wait for the mentor here.
        [[nodiscard]] int due() const {
            return (logDue ? 1 : 0) + static_cast<int>(missing.size() + signable.size()) + problems;
        }
    };

    MyTrainees(Desk& desk, std::string language, domain::PersonId mentor = {});
    std::function<void()> onChanged;

    /// Asks the store again. Refused(NotYourRight) for another mentor's trainees, unless one sees everybody.
    void load();
    /// Those with most due first, then by name.
    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    [[nodiscard]] const Row* row(const domain::PersonId& trainee) const;
    /// Trainees whose entry of today is missing.
    [[nodiscard]] int logsDue() const;

private:
    Desk& m_desk;
    std::string m_language;
    domain::PersonId m_mentor;
    std::vector<Row> m_rows;
};

} // namespace fledgling::app
