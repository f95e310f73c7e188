#pragma once

#include "app/Desk.h"
#include "app/today/ToDo.h"
#include "domain/problems/WeeklySummary.h"
#include "store/MentoringStore.h"
#include "store/evidence/EvidenceStore.h"

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fledgling::app {

/// Keeps a common answer: in the base, and with every problem named that has no answer yet. An empty id: a new one.
/// Refused: AnswerIncomplete, TextTooLong, Unknown for a problem that is not in the book, ProblemInBase for one that
/// another common answer was agreed for. 0 when it stands so already.
store::ChangeNumber agreeAnswer(Desk& desk, domain::CommonAnswer answer);
/// Takes it out of the base; what problems were answered with stays. Refused: ReasonNeeded, Unknown.
store::ChangeNumber dropAnswer(Desk& desk, const std::string& id, const std::string& why);

/// Who sums up that week: the mentors by staff number in turn, those away all week passed over.
[[nodiscard]] std::optional<domain::PersonId> turnOf(Desk& desk, domain::Date week);

/// The base, newest first: for everybody.
[[nodiscard]] std::vector<store::KeptAnswer> answerBase(Desk& desk);
/// The same as a page to read.
[[nodiscard]] std::string answerBaseHtml(Desk& desk);

/// A week's problems side by side and the answers agreed on. Page: "weekly".
class WeeklyView {
public:
    struct ProblemRow {
        domain::ProblemId id;
        std::string name;
        domain::Date day;
        std::string text;
        std::string answer;
        std::string inAnswer; ///< id of the common answer it went into; empty: none yet
    };
    struct AnswerRow {
        store::KeptAnswer kept;
        std::string by;
    };

    explicit WeeklyView(Desk& desk) : m_desk(desk) {}
    std::function<void()> onChanged;

    /// Nothing: the week shown before, at first the newest with a problem nobody summed up, else this one.
    /// Refused(NotYourRight).
    void load(std::optional<domain::Date> week = {});
    [[nodiscard]] domain::Date week() const { return m_week; }
    [[nodiscard]] const std::string& turn() const { return m_turn; } ///< who sums up; empty: nobody can
    [[nodiscard]] bool mine() const { return m_mine; }
    [[nodiscard]] const std::vector<ProblemRow>& problems() const { return m_problems; } ///< of the week, oldest first
    [[nodiscard]] const std::vector<AnswerRow>& answers() const { return m_answers; }    ///< the whole base
    [[nodiscard]] int open() const; ///< problems of the week in no common answer

    [[nodiscard]] int openBefore() const { return m_openBefore; } ///< the same of the week before

    /// Refused(ProblemInBase) for a problem that went into another common answer than the one that is being written.
    void requireMarkable(const domain::ProblemId& problem, const std::string& editing) const;
    store::ChangeNumber agree(const std::string& question, const std::string& answer, const std::set<domain::ProblemId>& problems,
                              const std::string& id = {});
    store::ChangeNumber drop(const std::string& id, const std::string& why);

private:
    [[nodiscard]] domain::Date lastOpenWeek();

    Desk& m_desk;
    domain::Date m_week;
    bool m_shown = false;
    std::string m_turn;
    bool m_mine = false;
    int m_openBefore = 0;
    std::vector<ProblemRow> m_problems;
    std::vector<AnswerRow> m_answers;
};

/// Of the mentor whose turn it is: what nobody has summed up yet. Due from the week's last working day on; before that it
/// is told, with or without problems.
[[nodiscard]] std::vector<ToDo> weeklyToDo(Desk& desk, domain::Role role);

} // namespace fledgling::app
