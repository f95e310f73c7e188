#pragma once

#include "app/practical/Practicals.h"
#include "domain/Cohort.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fledgling::app {

/// Practical checks, item by item: a cohort's trainees by the items of one check, or the mentors who are examined
/// by it again; for a mentor the own trainees and the own check, for a trainee the own one. Page: "practical".
class PracticalView {
public:
    struct Check {
        std::string id;
        std::string title; ///< in the view's language
    };
    struct Item {
        std::string id;
        std::string title;
        bool critical = false;
    };
    struct Row {
        domain::PersonId trainee;
        std::string name;
        bool asked = false; ///< readiness for this trainee's post asks for it
        bool mine = false;  ///< the actor may mark it now
        bool toDecide = false; ///< the actor may confirm it or send it back now
        bool mayReturn = false; ///< or send it back: also where it is confirmed
        std::optional<store::KeptSheet> sheet; ///< the latest; of the actor's own the latest that is confirmed
        bool underWay = false; ///< the actor's own: a later one is being marked, which others see
        std::optional<domain::Attempt> last; ///< the latest with a result, from a sheet or from paper
        std::string marker;  ///< names
        std::string decider;
        domain::PracticalOutcome outcome; ///< of the sheet
        int attempt = 1;                  ///< the sheet's, or the one to come, from 1
        int used = 0;                     ///< attempts with a result; a mentor's since the last pass lapsed
        int allowed = 0;
        std::optional<domain::Date> due;  ///< a mentor's: from when it is to be taken (again)
        bool isDue = false;
        bool lapsed = false; ///< a mentor's: an earlier pass doesn't count any more
        bool mayGrant = false; ///< the attempts are used up, and the actor may grant a further one
        bool passed = false; ///< at this check, whatever the sheet
        [[nodiscard]] const domain::ItemMark* mark(const std::string& item) const;
        /// True where the next mark begins a further attempt.
        [[nodiscard]] bool fresh() const { return !sheet || !sheet->sheet.open(); }
    };

    PracticalView(Desk& desk, std::string language);
    std::function<void()> onChanged;

    /// Shows a cohort (nothing: the one shown before, else the one that started last) and a check (empty: the
    /// one shown before, else the first). Mentors see those they lead, trainees themselves; both without cohorts.
    void load(const std::optional<domain::CohortId>& cohort = {}, const std::string& check = {});
    /// Shows the mentors who take practical checks again.
    void loadMentors(const std::string& check = {});
    /// The same for the cohort of that trainee, or for the mentors. Nothing changes for who isn't seen.
    void loadFor(const domain::PersonId& person, const std::string& check);
    /// Shows what was shown last (`cohort`) if a check waits there for the actor, to confirm or to complete; else
    /// where the first one waits; where none does, what was shown last, at a check the actor has begun or may begin.
    /// Gives whose it is.
    std::optional<domain::PersonId> loadWaiting(const std::optional<domain::CohortId>& cohort);

    [[nodiscard]] const std::vector<domain::Cohort>& cohorts() const { return m_cohorts; }
    [[nodiscard]] const std::optional<domain::CohortId>& cohort() const { return m_cohort; }
    /// Mentors are shown, not a cohort.
    [[nodiscard]] bool mentors() const { return m_mentors; }
    /// The actor sees everybody, and mentors take a practical check again.
    [[nodiscard]] bool offersMentors() const { return m_offersMentors; }
    [[nodiscard]] const std::vector<Check>& checks() const { return m_checks; }
    [[nodiscard]] const std::string& check() const { return m_check; }
    [[nodiscard]] const std::vector<Item>& items() const { return m_items; }
    [[nodiscard]] const std::vector<std::string>& scale() const { return m_scale; }
    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    [[nodiscard]] const Row* row(const domain::PersonId& trainee) const;
    /// Rows that wait for a second person.
    [[nodiscard]] int waiting() const;
    /// Mentors shown whose check is due and doesn't wait for a second person.
    [[nodiscard]] int due() const;
    /// Mentors, shown or not, whose due check is for the actor to take.
    [[nodiscard]] int mentorsDue() const { return m_mentorsDue; }
    /// True where that step of the item can only be kept with words, and none stand there yet.
    [[nodiscard]] bool asksForWords(const Row& row, const std::string& item, int step) const;
    /// True where the trainee alone looks at the own checks.
    [[nodiscard]] bool own() const { return m_own; }

    store::ChangeNumber mark(const domain::PersonId& trainee, const std::string& item, const domain::ItemSeen& seen);
    store::ChangeNumber handOn(const domain::PersonId& trainee);
    store::ChangeNumber confirm(const domain::PersonId& trainee, const std::string& note = {});
    store::ChangeNumber sendBack(const domain::PersonId& trainee, const std::string& why);
    store::ChangeNumber grant(const domain::PersonId& trainee, const std::string& why);

private:
    [[nodiscard]] std::vector<Record> recordsShown();
    [[nodiscard]] std::vector<Record> recordsOfMentors(const std::vector<domain::Person>& mentors);
    [[nodiscard]] std::vector<Record> recordsOfMembers();
    std::optional<domain::PersonId> loadBegun();
    std::optional<domain::PersonId> loadDueMentor();
    [[nodiscard]] int countMentorsDue() const;
    void loadChecks(const std::vector<Record>& records);
    void loadRows(const std::vector<Record>& records);
    [[nodiscard]] Row rowOf(const Record& record, const domain::Assessment& check, const std::vector<store::KeptSheet>& sheets) const;
    void addDeeds(Row& row, const Record& record) const;
    void addDue(Row& row) const;

    Desk& m_desk;
    std::string m_language;
    bool m_own = false;
    bool m_mentors = false;
    bool m_offersMentors = false;
    int m_mentorsDue = 0;
    /// From when a mentor is to take an exam (again).
    std::map<std::pair<domain::PersonId, std::string>, domain::Date> m_due;
    std::vector<domain::Cohort> m_cohorts;
    std::optional<domain::CohortId> m_cohort;
    std::vector<Check> m_checks;
    std::string m_check;
    std::vector<Item> m_items;
    std::vector<std::string> m_scale;
    std::vector<Row> m_rows;
};

} // namespace fledgling::app
