#pragma once

#include "domain/Cohort.h"
#include "domain/Decision.h"
#include "domain/MentorLog.h"
#include "domain/Pairing.h"
#include "domain/Skill.h"
#include "store/Book.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace fledgling::store {

/// A line of a trainee's own problem log 客服日志.
struct Problem {
    domain::ProblemId id;
    domain::PersonId person;
    domain::Date day;
    std::string text;
    std::string answer;
    domain::PersonId answeredBy; ///< empty until answered
};

/// A trainee's signature under a text of the course, and which wording was signed.
struct Acknowledgement {
    domain::PersonId trainee;
    std::string course;
    std::string file;
    std::string version;
    std::string digest; ///< SHA-256 of the text signed for
    domain::Date day;
    ChangeNumber change = 0;
};

/// A decision with the change that wrote it.
struct KeptDecision {
    domain::Decision decision;
    ChangeNumber written = 0;
};

/// A pair with the change that made it.
struct KeptPair {
    domain::Pair pair;
    ChangeNumber change = 0;
};

/// A skill's latest signature, when it was given and with which change.
struct KeptSign {
    domain::SkillSign sign;
    domain::Date day;
    ChangeNumber change = 0;
};

/// Pairs, log entries, skills, problems, acknowledgements and go-live decisions.
class MentoringStore {
public:
    explicit MentoringStore(Database& database, ChangeNumber asOf = NOW)
        : m_database(database), m_asOf(asOf) {}

    /// Pairs in force (without an end), of everybody.
    [[nodiscard]] std::vector<domain::Pair> currentPairs();
    /// The latest pair of a trainee, ended ones too.
    [[nodiscard]] std::optional<domain::Pair> pairOf(const domain::PersonId& trainee);
    /// Pairs in force of a mentor.
    [[nodiscard]] std::vector<domain::Pair> pairsOfMentor(const domain::PersonId& mentor);

    /// Newest day first.
    [[nodiscard]] std::vector<domain::LogEntry> entriesOf(const domain::PersonId& trainee);
    [[nodiscard]] std::optional<domain::LogEntry> entry(const domain::LogId& id);
    /// The latest signature of each skill.
    [[nodiscard]] std::vector<domain::SkillSign> skillsOf(const domain::PersonId& trainee);
    /// Every level each signed skill ever stood at, oldest first; what was undone counts as none.
    [[nodiscard]] std::map<std::string, std::vector<domain::SkillLevel>> levelsOf(const domain::PersonId& trainee);
    [[nodiscard]] std::vector<Problem> problemsOf(const domain::PersonId& person);
    [[nodiscard]] std::vector<Problem> problemsBetween(domain::Date first, domain::Date last);
    [[nodiscard]] std::optional<Problem> problem(const domain::ProblemId& id);
    [[nodiscard]] std::optional<KeptDecision> decisionOf(const domain::PersonId& trainee);
    /// Every decision ever taken on the trainee, oldest first.
    [[nodiscard]] std::vector<KeptDecision> decisionsOf(const domain::PersonId& trainee);

    /// The same for many people at once, in few statements whatever the history of everybody else.
    [[nodiscard]] std::vector<domain::Pair> pairsOf(const std::set<domain::PersonId>& trainees);
    [[nodiscard]] std::vector<domain::LogEntry> entriesOf(const std::set<domain::PersonId>& trainees);
    [[nodiscard]] std::vector<KeptSign> signsOf(const std::set<domain::PersonId>& trainees);
    [[nodiscard]] std::vector<Acknowledgement> acknowledgementsOf(const std::set<domain::PersonId>& trainees);
    [[nodiscard]] std::vector<Problem> problemsOf(const std::set<domain::PersonId>& people);
    /// The decision that stands for each.
    [[nodiscard]] std::vector<KeptDecision> decisionsOf(const std::set<domain::PersonId>& trainees);
    /// Days on which what was decided on a trainee changed, oldest first; `live` from then on. A decision that stands
    /// again because the next was taken back is as old as it was (Book::saidIn).
    struct GoLive {
        domain::PersonId trainee;
        domain::Date on;
        bool live = false;
        std::optional<domain::Date> until; ///< of an approval with an end; inclusive
        ChangeNumber change = 0;
    };
    [[nodiscard]] std::vector<GoLive> goLives(const std::set<domain::PersonId>& trainees);
    /// The last change of each trainee's decision, a taking back included: what a next decision builds on.
    [[nodiscard]] std::vector<std::pair<domain::PersonId, ChangeNumber>>
    lastDecisionChanges(const std::set<domain::PersonId>& trainees);
    /// Whose standing approval ends on a day of [first, last], by that day.
    [[nodiscard]] std::vector<domain::PersonId> approvedUntil(domain::Date first, domain::Date last);
    /// Every pair in force, with its change.
    [[nodiscard]] std::vector<KeptPair> standingPairs();
    /// Memberships in force on that day of people who aren't retired and have no approval in force: everybody
    /// who is still being trained. Approvals and retirements count up to `settled` (asOf unless it is earlier).
    [[nodiscard]] std::vector<domain::Member> inTraining(domain::Date on, ChangeNumber settled = NOW);

    [[nodiscard]] static Fact fact(const domain::Pair& pair);
    [[nodiscard]] static Fact fact(const domain::LogEntry& entry);
    [[nodiscard]] static Fact fact(const domain::SkillSign& sign);
    [[nodiscard]] static Fact fact(const Acknowledgement& acknowledgement);
    [[nodiscard]] static Fact fact(const Problem& problem);
    [[nodiscard]] static Fact fact(const domain::Decision& decision);

private:
    [[nodiscard]] std::vector<domain::Pair> pairsWhere(const std::string& condition,
                                                       const std::vector<Value>& arguments);
    [[nodiscard]] std::vector<domain::LogEntry> entriesWhere(const std::string& condition,
                                                             const std::vector<Value>& arguments);
    [[nodiscard]] std::vector<Problem> problemsWhere(const std::string& condition,
                                                     const std::vector<Value>& arguments);

    Database& m_database;
    ChangeNumber m_asOf;
};

} // namespace fledgling::store
