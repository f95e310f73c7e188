#pragma once

#include "app/history/BookKey.h"
#include "app/readiness/Decisions.h"
#include "app/readiness/Readiness.h"
#include "domain/Calendar.h"
#include "domain/Roles.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fledgling::app {

/// The readiness board: trainees by criteria, nearest first, with the rows behind a cell and the go-live
/// decision. Page: "readiness".
class ReadinessView {
public:
    /// A criterion of at least one trainee on the board, in the course's order.
    struct Column {
        std::string criterion;
        std::string title;
        domain::Measure measure = domain::Measure::SessionsDone;
    };
    /// Where in the course a session stands.
    struct Place {
        int day = 0; ///< from 1
        domain::HalfDay half = domain::HalfDay::Morning;
    };
    struct Step {
        domain::Step step;
        std::string subject; ///< title of session, skill, text or assessment; empty where a step has none
        std::optional<Place> place = {}; ///< of a session
    };
    struct Stuck {
        domain::StuckReason reason;
        std::string subject;
    };
    struct Row {
        domain::PersonId trainee;
        std::string name;
        std::set<domain::Post> posts;
        domain::CohortId cohort;
        std::string cohortName;
        std::optional<domain::Date> review;
        domain::PersonId mentor;
        std::string mentorName; ///< as BoardRow has it
        std::vector<std::optional<domain::Cell>>
            cells; ///< one per column; nothing where the post doesn't need it
        domain::Verdict verdict = domain::Verdict::OnTheWay;
        std::vector<Step> steps;
        std::vector<Stuck> stuck;
        std::optional<store::KeptDecision> decision;
        bool decisionInForce = false;
        std::vector<std::string> changed; ///< titles of the criteria that changed since the decision
        [[nodiscard]] bool factsChanged() const { return !changed.empty(); }
    };
    /// A line behind a cell: a session, a skill, a text, a day.
    struct Behind {
        std::string title;
        domain::CellRow row;
        std::optional<domain::Date> day; ///< attended, signed, written
        std::optional<domain::Mark> mark;
        std::string by; ///< who signed or wrote
    };
    struct Filter {
        std::optional<domain::CohortId> cohort; ///< nothing: every cohort with somebody in training
        std::optional<domain::Post> post;
        std::optional<domain::PersonId> mentor;
        std::optional<domain::Verdict> verdict;
        friend bool operator==(const Filter&, const Filter&) = default;
    };
    struct Counts {
        int ready = 0;
        int onTheWay = 0;
        int stuck = 0;
    };
    struct Mentor {
        domain::PersonId mentor;
        std::string name;
    };

    ReadinessView(Desk& desk, std::string language) : m_desk(desk), m_language(std::move(language)) {}
    std::function<void()> onChanged;

    /// Asks the store again. Refused(NotYourRight).
    void load();
    /// Loads only where another cohort is chosen.
    void setFilter(const Filter& filter);
    [[nodiscard]] const Filter& filter() const { return m_filter; }
    /// Puts filters aside until that trainee stands on the board, if need be on that of a cohort in which nobody is in
    /// training any more. Who never was in one leaves the board of all.
    void seek(const domain::PersonId& trainee);

    [[nodiscard]] const std::vector<domain::Cohort>& cohorts() const {
        return m_cohorts;
    } ///< to choose from, newest first; the one shown, too, when nobody there is in training any more
    [[nodiscard]] const std::vector<Mentor>& mentors() const { return m_mentors; } ///< of the cohort, by name
    [[nodiscard]] const std::vector<Column>& columns() const { return m_columns; }
    /// Those the filter lets through, nearest first.
    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    [[nodiscard]] const Row* row(const domain::PersonId& trainee) const;
    /// The same of whoever is on the board, whatever the filter lets through; nothing for anybody else.
    [[nodiscard]] std::optional<Row> find(const domain::PersonId& trainee) const;
    /// Of the cohort, post and mentor chosen, whatever verdict is.
    [[nodiscard]] const Counts& counts() const { return m_counts; }

    /// What a cell's value is made of, in the course's order; for days mentored the days that have an entry.
    [[nodiscard]] std::vector<Behind> rowsBehind(const domain::PersonId& trainee,
                                                 const std::string& criterion) const;
    /// The lines of the book a cell's value is made of, for their history.
    [[nodiscard]] std::vector<BookKey> keysBehind(const domain::PersonId& trainee,
                                                  const std::string& criterion) const;
    [[nodiscard]] std::vector<DecisionRow> history(const domain::PersonId& trainee) {
        return decisionHistory(m_desk, trainee);
    }
    /// Title of a criterion of any course on the board; the id where it is gone.
    [[nodiscard]] std::string criterionTitle(const std::string& criterion) const;

    /// The day up to which a decision that needs one is offered to hold: to extend, a week beyond the planned review and
    /// on a working day.
    [[nodiscard]] domain::Date offeredUntil(const domain::PersonId& trainee, domain::DecisionKind kind) const;
    /// What is to be said of such a day before it is kept.
    struct UntilAdvice {
        std::optional<domain::Refused> refused = {};
        std::optional<domain::Date> nextWorking = {}; ///< where the review would move to a day off
    };
    [[nodiscard]] UntilAdvice adviceOn(const domain::PersonId& trainee, domain::DecisionKind kind, domain::Date until) const;

    /// Decides on what was shown of the trainee last; refused with Conflict when somebody else has decided meanwhile.
    store::ChangeNumber decide(const domain::PersonId& trainee, domain::DecisionKind kind,
                               const std::string& why, std::optional<domain::Date> until = {});
    [[nodiscard]] bool mayDecide() const;

private:
    void drawColumns();
    void drawRows();
    [[nodiscard]] bool passes(const BoardRow& row) const;
    [[nodiscard]] Row rowOf(const BoardRow& from) const;
    [[nodiscard]] std::string subjectTitle(const domain::Course& course, const std::string& subject) const;
    [[nodiscard]] static std::optional<Place> placeOf(const domain::Course& course, const std::string& session);
    [[nodiscard]] const BoardRow* board(const domain::PersonId& trainee) const;
    /// That day, or the next one on which somebody works; the day itself where no such day is known.
    [[nodiscard]] domain::Date workingFrom(domain::Date day, const domain::Course& course) const;

    Desk& m_desk;
    std::string m_language;
    Filter m_filter;
    std::vector<domain::Cohort> m_cohorts;
    std::vector<BoardRow> m_board;
    std::map<domain::PersonId, store::ChangeNumber> m_saw; ///< the decision last shown, of who has left the board, too
    domain::Date m_today; ///< when the board was read, with the calendars: a form asks of them without the store
    std::map<const domain::Course*, domain::Calendar> m_calendars; ///< of the courses on it
    std::vector<Mentor> m_mentors;
    std::vector<Column> m_columns;
    std::vector<Row> m_rows;
    Counts m_counts;
};

} // namespace fledgling::app
