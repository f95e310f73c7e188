#pragma once

#include "app/Desk.h"
#include "domain/Attempts.h"
#include "domain/Attendance.h"
#include "domain/Decision.h"
#include "domain/Readiness.h"
#include "domain/evidence/Evidence.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace fledgling::app {

struct Record;

/// A trainee's own page: schedule, mentor, materials, attendance with what each mark costs, owed make-ups,
/// texts to sign, problem log. Page: "training", and "problems". Refused(NotYourRight) for anybody else's,
/// except for the mentor and who sees everybody.
class TraineeView {
public:
    struct Material {
        std::string path; ///< in the package
        std::string title;
        bool film = false;
    };
    /// A course session as it is for this trainee, in the course's order.
    struct Session {
        std::string courseSession;
        domain::SessionId session; ///< the own cohort's; empty while nothing is laid
        std::string title;
        domain::SessionKind kind = domain::SessionKind::Classroom;
        std::optional<domain::Date> day;
        std::optional<domain::Hours> hours;
        std::string room;
        std::string trainer; ///< empty: open
        domain::SessionState state = domain::SessionState::Ahead;
        std::vector<domain::Mark>
            marks;               ///< in time order; the last one counts unless an earlier one attended
        std::string consequence; ///< of the last mark, as the rule in force on its day says
        std::string body;        ///< Markdown, as it is taught
        std::vector<Material> materials; ///< hand-outs, then films
        std::optional<domain::Date> makeUp; ///< owed: when another cohort holds it next, if one does
        bool next = false;                  ///< the first one still ahead
        bool unmarked = false;              ///< over, and its roll says nothing of this trainee yet
        struct Lack {
            domain::EvidenceLack lack;
            std::string title; ///< of the film or exercise
        };
        std::vector<Lack> lacks; ///< what it wants beyond the roll and hasn't
        bool lacksDue = false;   ///< and should have by now
        [[nodiscard]] int missing() const;   ///< pieces that are the trainee's to give now
        [[nodiscard]] int toConfirm() const; ///< pieces somebody else is to confirm
    };
    struct Text {
        std::string file;
        std::string title;
        std::string body;
        bool done = false; ///< signed in this wording
        std::optional<domain::Date> day; ///< of the latest signature, under an older wording too
        std::string version;             ///< of the course it was given in; empty: none
    };
    struct SkillRow {
        std::string id;
        std::string title;
        domain::SkillLevel level = domain::SkillLevel::None;
        domain::SkillLevel need = domain::SkillLevel::Alone;
    };
    /// An attempt at a quiz or practical check.
    struct ResultRow {
        std::string title;
        domain::AssessmentKind kind = domain::AssessmentKind::Quiz;
        int passPercent = 0;   ///< of a quiz
        bool practice = false; ///< it decides nothing
        domain::Attempt attempt;
        std::string by; ///< who recorded it
    };
    struct ProblemRow {
        domain::ProblemId id;
        domain::Date day;
        std::string text;
        std::string answer;
        std::string answeredBy;
    };

    /// A readiness criterion of the trainee's post, and a step still to do, with the course's own titles.
    struct Criterion {
        std::string title;
        domain::Cell cell;
    };
    struct Step {
        domain::Step step;
        std::string subject; ///< empty where a step has none
    };
    /// A course text ready to show; relative links and pictures begin in `folder`.
    /// `trainee` empty: the actor.
    TraineeView(Desk& desk, std::string language, domain::PersonId trainee = {});
    std::function<void()> onChanged;

    void load();
    /// False for a trainee who is in no cohort yet: nothing below is filled, except the problem log.
    [[nodiscard]] bool enrolled() const { return m_enrolled; }

    [[nodiscard]] const domain::PersonId& trainee() const { return m_trainee; }
    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] const std::string& cohort() const { return m_cohort; }
    [[nodiscard]] const std::string& course() const { return m_course; } ///< its id
    [[nodiscard]] const std::string& mentorName() const { return m_mentorName; } ///< empty: none yet
    [[nodiscard]] std::optional<domain::Date> mentorSince() const { return m_mentorSince; }
    /// Nothing while somebody is the mentor, or nobody was yet.
    [[nodiscard]] std::optional<domain::Date> mentoringEnded() const { return m_mentoringEnded; }
    [[nodiscard]] std::optional<domain::Date> review() const { return m_review; }
    [[nodiscard]] const std::vector<Session>& sessions() const { return m_sessions; }
    [[nodiscard]] const Session* next() const;
    [[nodiscard]] std::vector<const Session*> owed() const;
    [[nodiscard]] const domain::AttendanceTotals& totals() const { return m_totals; }
    [[nodiscard]] const std::vector<Text>& texts() const { return m_texts; }
    [[nodiscard]] const std::vector<SkillRow>& skills() const { return m_skills; }
    /// In the course's order, oldest attempt first.
    [[nodiscard]] const std::vector<ResultRow>& results() const { return m_results; }
    [[nodiscard]] int daysMentored() const { return m_daysMentored; }
    [[nodiscard]] int daysNeeded() const { return m_daysNeeded; }
    [[nodiscard]] const std::vector<ProblemRow>& problems() const { return m_problems; } ///< newest first
    [[nodiscard]] const domain::Readiness& readiness() const { return m_readiness; }
    /// The decision that stands; its kind and date are the trainee's to know.
    [[nodiscard]] const std::optional<domain::Decision>& decision() const { return m_decision; }
    /// The day it was taken on.
    [[nodiscard]] std::optional<domain::Date> decidedOn() const { return m_decidedOn; }
    /// What readiness() says, in the course's order and words.
    [[nodiscard]] const std::vector<Criterion>& criteria() const { return m_criteria; }
    [[nodiscard]] const std::vector<Step>& steps() const { return m_steps; }
    /// The answers the department agreed on; empty when there is none.
    [[nodiscard]] std::string answers() const;
    [[nodiscard]] std::string textOf(const Session& session) const;
    [[nodiscard]] std::string textOf(const Text& text) const;
    /// The bytes of a picture, hand-out or film of the trainee's course version.
    [[nodiscard]] std::optional<std::string> file(const std::string& path) const;

    /// True for one's own page, now: texts can be signed and problems written.
    [[nodiscard]] bool own() const;

    store::ChangeNumber acknowledge(const std::string& file);
    store::ChangeNumber writeProblem(const std::string& text);

private:
    void loadSessions(const Record& record);
    void loadTexts(const Record& record);
    void loadResults(const Record& record);
    void loadProblems();
    void loadReadiness(const Record& record);
    [[nodiscard]] Session sessionOf(const Record& record, const domain::CourseSession& taught,
                                    const std::map<std::string, domain::SessionFacts>& facts) const;
    void planMakeUps(const Record& record);

    Desk& m_desk;
    std::string m_language;
    domain::PersonId m_trainee;
    bool m_enrolled = false;
    std::string m_name, m_cohort, m_mentorName;
    std::optional<domain::Date> m_mentorSince, m_mentoringEnded, m_review;
    std::vector<Session> m_sessions;
    domain::AttendanceTotals m_totals;
    std::vector<Text> m_texts;
    std::vector<SkillRow> m_skills;
    int m_daysMentored = 0, m_daysNeeded = 0;
    std::vector<ResultRow> m_results;
    std::vector<ProblemRow> m_problems;
    domain::Readiness m_readiness;
    std::vector<Criterion> m_criteria;
    std::vector<Step> m_steps;
    std::string m_course, m_version;
    std::optional<domain::Decision> m_decision;
    std::optional<domain::Date> m_decidedOn;
};

} // namespace fledgling::app
