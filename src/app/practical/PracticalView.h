#pragma once

#include "app/practical/Practicals.h"
#include "domain/Cohort.h"

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fledgling::app {

/// Practical checks, item by item: a cohort's trainees by the items of one check, or a mentor's own trainees,
/// or the trainee's own. Page: "practical".
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
        std::optional<store::KeptSheet> sheet; ///< the latest; the trainee's own only once it is confirmed
        std::string marker;  ///< names
        std::string decider;
        domain::PracticalOutcome outcome; ///< of the sheet
        int used = 0;                     ///< attempts with a result
        int allowed = 0;
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
    /// The same for the cohort of that trainee. Nothing changes for who isn't seen.
    void loadFor(const domain::PersonId& trainee, const std::string& check);

    [[nodiscard]] const std::vector<domain::Cohort>& cohorts() const { return m_cohorts; }
    [[nodiscard]] const std::optional<domain::CohortId>& cohort() const { return m_cohort; }
    [[nodiscard]] const std::vector<Check>& checks() const { return m_checks; }
    [[nodiscard]] const std::string& check() const { return m_check; }
    [[nodiscard]] const std::vector<Item>& items() const { return m_items; }
    [[nodiscard]] const std::vector<std::string>& scale() const { return m_scale; }
    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    [[nodiscard]] const Row* row(const domain::PersonId& trainee) const;
    /// Rows that wait for a second person.
    [[nodiscard]] int waiting() const;
    /// True where the trainee alone looks at the own checks.
    [[nodiscard]] bool own() const { return m_own; }

    store::ChangeNumber mark(const domain::PersonId& trainee, const std::string& item, const domain::ItemMark& seen);
    store::ChangeNumber handOn(const domain::PersonId& trainee);
    store::ChangeNumber confirm(const domain::PersonId& trainee, const std::string& note = {});
    store::ChangeNumber sendBack(const domain::PersonId& trainee, const std::string& why);

private:
    [[nodiscard]] std::vector<Record> recordsShown();
    void loadChecks(const std::vector<Record>& records);
    void loadRows(const std::vector<Record>& records);
    [[nodiscard]] Row rowOf(const Record& record, std::optional<store::KeptSheet> sheet) const;

    Desk& m_desk;
    std::string m_language;
    bool m_own = false;
    std::vector<domain::Cohort> m_cohorts;
    std::optional<domain::CohortId> m_cohort;
    std::vector<Check> m_checks;
    std::string m_check;
    std::vector<Item> m_items;
    std::vector<std::string> m_scale;
    std::vector<Row> m_rows;
};

} // namespace fledgling::app
