#pragma once

#include "app/FindableName.h"
#include "app/cohorts/CohortPlanning.h"

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fledgling::app {

/// Where a cohort is on its way.
enum class CohortStage {
    Coming,    ///< its first session is ahead
    Running,   ///< on its course days
    Mentoring, ///< the course is over, the review ahead
    AtReview,  ///< the review day is here, and somebody's decision isn't
    Done       ///< everybody in it was approved, or nobody is left
};

/// Cohorts, newest first, and everything of the one shown. Page: "cohorts".
class CohortsView {
public:
    struct Row {
        domain::Cohort cohort;
        CohortStage stage = CohortStage::Coming;
        int day = 0;  ///< course day reached; 0 before the first
        int days = 0; ///< course days it is laid on
        int trainees = 0;
    };
    /// One half day of the cohort shown.
    struct Half {
        domain::Session session;
        std::string title;
        domain::HalfDay when = domain::HalfDay::Morning;
        int day = 1;         ///< course day, from 1
        std::string trainer; ///< empty: open
        bool closed = false;
        bool taken = false; ///< has a mark: its day stands
        int marked = 0;
        int of = 0;
        bool working = true; ///< false: the calendar has come to make its day free
    };
    struct Trainee {
        domain::PersonId id;
        std::string name;
        std::set<domain::Post> posts;
        domain::Date joined;
        std::optional<domain::Date> departed; ///< first day no longer in it
        std::string why;
        std::string mentor; ///< empty: none yet
        bool here = true;   ///< not gone by the day shown
    };
    /// Somewhere an owed session is held again.
    struct Way {
        domain::SessionId session;
        SessionLine words;
    };
    struct Owed {
        domain::PersonId trainee;
        std::string name;
        std::string courseSession;
        std::string title;
        std::optional<domain::Date> missed;
        std::optional<Way> planned;
    };
    /// Somebody who could be enrolled.
    struct Candidate {
        domain::PersonId id;
        std::string name;
        std::string staffNumber;
        std::set<domain::Post> posts;
        std::optional<domain::Date> since;
        std::string cohort; ///< in which he or she takes the course already; empty: free
        FindableName named; ///< the name, as it is looked for
    };
    using Someone = CohortPlanning::Someone;
    using CourseChoice = CohortPlanning::CourseChoice;
    using Planned = CohortPlanning::Planned;
    using Preview = CohortPlanning::Preview;

    CohortsView(Desk& desk, std::string language) : m_desk(desk), m_language(std::move(language)) {}
    std::function<void()> onChanged;

    /// Shows a cohort; an empty or unknown id the one that runs, else the newest.
    void show(const domain::CohortId& cohort);
    /// Asks the store again. Who plans no cohorts is refused.
    void load();

    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    /// Null while there is no cohort.
    [[nodiscard]] const Row* current() const;
    [[nodiscard]] const std::string& courseTitle() const { return m_courseTitle; }
    [[nodiscard]] const std::vector<Half>& halves() const { return m_halves; }
    [[nodiscard]] const Half* half(const std::string& session) const;
    /// Those who are in it first, each by name.
    [[nodiscard]] const std::vector<Trainee>& trainees() const { return m_trainees; }
    /// Make-ups its trainees owe, the unplanned first.
    [[nodiscard]] const std::vector<Owed>& owed() const { return m_owed; }
    /// Sessions of any cohort that no longer lie on a working day.
    [[nodiscard]] const std::vector<MoveLine>& moves() const { return m_moves; }
    [[nodiscard]] int count(CohortStage stage) const;

    // What forms ask for: the first seven as CohortPlanning says.
    [[nodiscard]] CohortPlanning planning() { return {m_desk, m_language}; }
    [[nodiscard]] std::vector<CourseChoice> courses() { return planning().courses(); }
    [[nodiscard]] std::vector<Someone> trainers() { return planning().trainers(); }
    [[nodiscard]] std::vector<std::string> rooms() { return planning().rooms(); }
    [[nodiscard]] CohortDraft draft() { return planning().draft(m_rows.empty() ? domain::CohortId() : m_rows.front().cohort.id); }
    [[nodiscard]] std::optional<domain::Date> reviewFor(const CohortDraft& draft) { return planning().reviewFor(draft); }
    [[nodiscard]] Preview preview(const CohortDraft& draft) { return planning().preview(draft); }
    /// How many half days of the cohort shown who joins it on that day has missed.
    [[nodiscard]] int missedFrom(domain::Date joined) const;
    /// Trainees of the department: the free ones first, the newest at the top.
    [[nodiscard]] std::vector<Candidate> candidates(const std::string& course);
    /// Those whose name, number or cohort holds every word of the text; only the free ones for an empty text.
    [[nodiscard]] static std::vector<Candidate> filtered(const std::vector<Candidate>& all,
                                                         const std::string& text);
    /// What moving a session would meet, and its clashes with both sessions in words.
    struct Moving {
        MovePreview preview;
        std::vector<std::string> outOfOrder; ///< titles of those the preview names
        std::vector<ClashLine> clashes;
    };
    [[nodiscard]] Moving moving(const domain::Session& moved);
    /// Where an owed session is held again by another cohort, nearest first.
    [[nodiscard]] std::vector<Way> waysFor(const Owed& owed);
    /// Cohorts of the same course that somebody may change to.
    [[nodiscard]] std::vector<Row> others() const;

    // Verbs; each reloads.
    domain::CohortId lay(const CohortDraft& draft);
    store::ChangeNumber move(const domain::Session& moved, const std::string& why);
    /// As the desk's clock says.
    [[nodiscard]] domain::Date today() const { return m_desk.today(); }
    store::ChangeNumber enrol(const std::vector<domain::PersonId>& trainees, domain::Date joined);
    store::ChangeNumber takeOut(const domain::PersonId& trainee, domain::Date departed,
                                const std::string& why);
    store::ChangeNumber moveTo(const domain::CohortId& other, const domain::PersonId& trainee,
                               domain::Date on, const std::string& why);
    /// What planReview would refuse; nothing: it would not.
    [[nodiscard]] std::optional<domain::Refused> reviewWrong(std::optional<domain::Date> review);
    store::ChangeNumber planReview(std::optional<domain::Date> review);
    store::ChangeNumber replan();
    store::ChangeNumber planMakeUp(const Owed& owed, const domain::SessionId& elsewhere);
    store::ChangeNumber waive(const Owed& owed, const std::string& why);

private:
    void loadRows();
    void loadHalves();
    void loadTrainees();
    void loadOwed();
    store::ChangeNumber kept(store::ChangeNumber number);

    Desk& m_desk;
    std::string m_language;
    domain::CohortId m_shown;
    std::vector<Row> m_rows;
    std::string m_courseTitle;
    std::vector<Half> m_halves;
    std::vector<Trainee> m_trainees;
    std::vector<Owed> m_owed;
    std::vector<MoveLine> m_moves;
};

} // namespace fledgling::app
