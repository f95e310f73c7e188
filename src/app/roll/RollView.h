#pragma once

#include "app/Desk.h"
#include "app/Record.h"
#include "app/roll/Roll.h"
#include "domain/Roles.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fledgling::app {

/// The roll of one session, which is also the matrix of its cohort: trainees by sessions. Page: "roll".
class RollView {
public:
    struct Column {
        domain::SessionId session;
        std::string courseSession;
        std::string title; ///< of the course session, in the view's language
        domain::Date day;
        domain::Hours hours;
        domain::HalfDay half = domain::HalfDay::Morning;
        bool current = false;
        bool closed = false;
    };
    struct Cell {
        std::optional<domain::Mark> mark;
        bool madeUp = false; ///< missed here, made up or waived since
        bool waived = false; ///< missed here, settled by a signed waiver
        bool owed = false;
        bool off = false; ///< not in the cohort on that day
        bool leave = false; ///< approved leave covers that day
        /// Attended, not evidenced: the half day is over, and its sheet, a film or an exercise is still missing.
        bool unevidenced = false;
    };
    /// A session that may be chosen.
    struct Choice {
        domain::SessionId session;
        std::string cohort;
        std::string title;
        domain::Date day;
        domain::Hours hours;
        bool closed = false;
    };
    /// A make-up that is due.
    struct Owed {
        std::string courseSession;
        std::string title;
        std::optional<domain::Date> missed; ///< the day of the latest miss
        std::optional<Choice> planned;      ///< where the trainee is expected to make it up
    };
    struct Row {
        domain::PersonId trainee;
        std::string name;
        std::set<domain::Post> posts;
        bool guest = false;
        std::vector<Cell> cells;        ///< one per column; a guest has one at the current column only
        store::ChangeNumber saw = 0;    ///< the change the current mark was read at; 0 where there is none
        store::ChangeNumber readAt = 0; ///< the book's last change when the row was read
        domain::AttendanceTotals totals;
        std::vector<std::string> owes;         ///< titles of owed sessions
        std::vector<std::string> owedSessions; ///< their course session ids
        std::vector<Owed> owing;               ///< the same with what is planned
        std::string consequence;               ///< what the rule in force states for the current mark
    };
    /// What a mark costs on the session's day.
    struct Rule {
        domain::MarkKind mark = domain::MarkKind::Late;
        std::string text;  ///< "20 yuan"
        domain::Date from; ///< in force since
    };

    RollView(Desk& desk, std::string language) : m_desk(desk), m_language(std::move(language)) {}
    std::function<void()> onChanged;

    /// Shows a session; an empty id the one to mark next: today's with somebody unmarked (one's own first),
    /// else the nearest that is open, else the nearest.
    void show(const domain::SessionId& session);
    /// Asks the store again. Who marks no roll is refused.
    void load();
    [[nodiscard]] bool holds(const domain::SessionId& session);
    /// True when the book holds changes this view didn't make and hasn't read.
    [[nodiscard]] bool stale();

    [[nodiscard]] bool empty() const { return m_session.id.empty(); }
    [[nodiscard]] const domain::Session& session() const { return m_session; }
    [[nodiscard]] const std::string& title() const { return m_title; }
    [[nodiscard]] const domain::Cohort& cohort() const { return m_cohort; }
    [[nodiscard]] const std::string& cohortName() const { return m_cohortName; }
    [[nodiscard]] const std::string& trainerName() const { return m_trainerName; }
    [[nodiscard]] bool closed() const { return m_closed; }
    [[nodiscard]] bool ahead() const { return shownDay(m_desk) < m_session.day; }
    [[nodiscard]] const std::vector<Column>& columns() const { return m_columns; }
    [[nodiscard]] int currentColumn() const { return m_current; }
    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    /// The row of that trainee; -1 when he or she isn't on this roll.
    [[nodiscard]] int rowOf(const domain::PersonId& trainee) const;
    /// Sessions around the day shown, in time order, the current one always among them.
    [[nodiscard]] std::vector<Choice> choices(int most);
    [[nodiscard]] int marked() const;
    /// True when some cell is attended, not evidenced.
    [[nodiscard]] bool anyUnevidenced() const;
    /// Index of the first row without a mark; -1 when everybody has one.
    [[nodiscard]] int firstUnmarked() const { return nextUnmarked(-1); }
    /// The next one below that row, from the top again after the last; -1 when everybody has a mark.
    [[nodiscard]] int nextUnmarked(int row) const;
    /// The same in the view's language, for the current session or that column's; nothing where a mark costs
    /// nothing.
    [[nodiscard]] std::optional<Rule> ruleOf(domain::MarkKind kind) const { return ruleOf(kind, m_current); }
    [[nodiscard]] std::optional<Rule> ruleOf(domain::MarkKind kind, int column) const;
    /// Late and left early need at least so many minutes; there is no mark without.
    static constexpr int FEWEST_MINUTES = 1;
    /// And at most as many: one less than the session of that column is long.
    [[nodiscard]] int mostMinutes(int column) const {
        return static_cast<int>(m_columns.at(static_cast<std::size_t>(column)).hours.minutes()) - 1;
    }

    /// Keeps a mark of the current session; minutes only for late and left early. Conflict when another
    /// desktop marked this trainee since the row was read.
    store::ChangeNumber mark(int row, domain::MarkKind kind, domain::Minutes minutes = {});
    store::ChangeNumber clear(int row);
    /// For a closed session or another column: with a reason.
    store::ChangeNumber correct(int row, int column, const std::optional<domain::Mark>& mark,
                                const std::string& why);
    store::ChangeNumber restPresent();
    /// Everybody present, marked or not, with a reason.
    store::ChangeNumber allPresent(const std::string& why);
    store::ChangeNumber close();
    store::ChangeNumber reopen(const std::string& why);
    /// Sessions ahead or today in which an owed session could be made up, nearest first.
    [[nodiscard]] std::vector<Choice> makeUpsFor(const std::string& courseSession);
    store::ChangeNumber planMakeUp(int row, const domain::SessionId& elsewhere);
    store::ChangeNumber waive(int row, const std::string& courseSession, const std::string& why);
    [[nodiscard]] bool may(domain::Verb verb) const;

private:
    struct Reading;
    void loadColumns();
    void loadRows();
    [[nodiscard]] Row readRow(const RollMember& member, const Reading& reading);
    [[nodiscard]] Cell cellOf(const Row& row, const Column& column, const Reading& reading) const;
    [[nodiscard]] bool lacksEvidence(const Row& row, const Column& column, const Reading& reading) const;
    void addOwed(Row& row, const std::map<std::string, domain::SessionFacts>& facts, const Reading& reading);
    [[nodiscard]] Choice choiceOf(const domain::Session& session, bool closed);
    [[nodiscard]] store::ChangeNumber sawOf(const Row& row);
    store::ChangeNumber kept(int row, store::ChangeNumber number);
    void reload(int row);
    [[nodiscard]] domain::SessionId next();

    Desk& m_desk;
    std::string m_language;
    domain::Session m_session;
    domain::Cohort m_cohort;
    std::string m_title, m_cohortName, m_trainerName;
    bool m_closed = false;
    std::vector<Column> m_columns;
    int m_current = 0;
    std::vector<Row> m_rows;
    std::vector<domain::Leave> m_leaves;
    store::ChangeNumber m_seen = 0;
};

} // namespace fledgling::app
