#pragma once

#include "app/assessment/Results.h"
#include "app/quiz/Quizzes.h"
#include "domain/Attempts.h"
#include "domain/Cohort.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fledgling::app {

/// The Assess page: a cohort's trainees by the practical checks of its course and the quizzes that readiness
/// asks for, with every attempt that was recorded.
class ResultsView {
public:
    struct Column {
        std::string assessment;
        std::string title; ///< in the view's language
        domain::AssessmentKind kind = domain::AssessmentKind::Quiz;
        int passPercent = 0;
        int attempts = 1; ///< how many the course allows
    };
    struct Attempt {
        domain::Attempt attempt;
        std::string by; ///< who recorded it
        store::ChangeNumber saw = 0;
    };
    struct Row {
        domain::PersonId trainee;
        std::string name;
        std::set<domain::Post> posts;
        std::vector<std::vector<Attempt>> cells; ///< one per column, oldest attempt first
        std::vector<bool> asked; ///< one per column: readiness for this trainee's post asks for it
        std::vector<int> granted; ///< one per column: attempts beyond those of the course
        /// One per column: attempts that were begun and have no result yet; they are used all the same.
        std::vector<std::map<int, BegunState>> begun;
        /// Attempts that have a result or were begun.
        [[nodiscard]] int used(std::size_t column) const {
            return static_cast<int>(cells.at(column).size() + begun.at(column).size());
        }
        /// What stands in that column; nothing before the first attempt.
        [[nodiscard]] std::optional<domain::AssessmentResult> result(std::size_t column) const;
    };

    ResultsView(Desk& desk, std::string language);

    /// Shows a cohort; without one the cohort shown before, else the one that started last, before one to
    /// come. Trainees in pinyin order. Refused(NotYourRight) for who may not see everybody.
    void load(const std::optional<domain::CohortId>& cohort = {});

    [[nodiscard]] const std::vector<domain::Cohort>& cohorts() const { return m_cohorts; }
    [[nodiscard]] const std::optional<domain::CohortId>& cohort() const { return m_cohort; }
    /// The course the cohort takes; empty without a cohort.
    [[nodiscard]] std::string course() const;
    [[nodiscard]] const std::vector<Column>& columns() const { return m_columns; }
    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    [[nodiscard]] const Row* row(const domain::PersonId& trainee) const;
    /// The first of the cohort's assessment sessions, while none of them has begun; nothing where none is planned.
    [[nodiscard]] const std::optional<domain::Session>& ahead() const { return m_ahead; }
    /// Of the cells that are asked for: those without a result, and all.
    [[nodiscard]] int open() const;
    [[nodiscard]] int cells() const;

    /// The next attempt in that cell, today.
    store::ChangeNumber enter(const domain::PersonId& trainee, std::size_t column, int percent);
    /// The latest attempt in that cell, corrected; `saw` as it was shown when the user began.
    store::ChangeNumber correct(const domain::PersonId& trainee, std::size_t column, int percent,
                                const std::string& why, store::ChangeNumber saw);

    /// One attempt more in that cell than the course allows; what app::grantAttempt refuses.
    store::ChangeNumber grant(const domain::PersonId& trainee, std::size_t column, const std::string& why);

    std::function<void()> onChanged;

private:
    void loadColumns(const domain::Course& course);
    void loadRows(const domain::Course& course);
    void loadAhead(const domain::Course& course);

    Desk& m_desk;
    std::string m_language;
    std::vector<domain::Cohort> m_cohorts;
    std::optional<domain::CohortId> m_cohort;
    std::vector<Column> m_columns;
    std::vector<Row> m_rows;
    std::optional<domain::Session> m_ahead;
};

} // namespace fledgling::app
