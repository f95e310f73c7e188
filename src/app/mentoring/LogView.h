#pragma once

#include "app/Desk.h"
#include "app/pairing/Pairing.h"
#include "domain/MentorLog.h"
#include "domain/Roles.h"
#include "domain/Skill.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace fledgling::app {

struct Record;

/// A mentor's page of one trainee: today's entry, skills, the trainee's problems and signatures. Page: "log".
/// Everybody who may see the trainee sees it; only the current mentor keeps and signs (canWrite).
class LogView {
public:
    /// One of the mentor's trainees, to go on to.
    struct Choice {
        domain::PersonId trainee;
        std::string name;
    };
    struct Skill {
        std::string id;
        std::string title;
        std::string about; ///< what to watch for when signing
        domain::SkillLevel level = domain::SkillLevel::None;
        domain::SkillLevel before = domain::SkillLevel::None; ///< what stands again when it is taken back
        domain::SkillLevel need = domain::SkillLevel::Alone;
        domain::SkillLevel proven = domain::SkillLevel::None; ///< the highest a log entry proves
        std::string signedBy;                                 ///< empty: never signed
        std::optional<domain::Date> signedOn;
        domain::LogId evidence;
        std::string reason; ///< of a taking back
        store::ChangeNumber saw = 0;
        [[nodiscard]] bool signable() const { return proven > level; }
        [[nodiscard]] bool done() const { return level >= need; }
    };
    struct Entry {
        domain::LogEntry entry;
        std::string by;
        std::vector<std::string> practised; ///< titles
        bool mine = false;                  ///< may be corrected by the actor
        store::ChangeNumber saw = 0;
    };
    struct ProblemRow {
        domain::ProblemId id;
        domain::Date day;
        std::string text;
        std::string answer;
        std::string answeredBy;
        store::ChangeNumber saw = 0;
    };
    struct Signature {
        std::string file;
        std::string title;
        bool done = false;               ///< in the wording in force
        std::optional<domain::Date> day; ///< of the latest signature, under an older wording too
        std::string version;             ///< of the course it was signed in
    };

    LogView(Desk& desk, std::string language) : m_desk(desk), m_language(std::move(language)) {}
    std::function<void()> onChanged;

    /// Shows a trainee; an empty id the actor's first trainee with something due. The draft starts anew.
    void show(const domain::PersonId& trainee);
    /// Shows the trainee whose problem it is; false when there is no such problem.
    bool showProblem(const domain::ProblemId& problem);
    /// Asks the store again; the draft stays.
    void load();
    [[nodiscard]] bool empty() const { return m_trainee.empty(); }

    [[nodiscard]] const domain::PersonId& trainee() const { return m_trainee; }
    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] const std::string& mentorName() const { return m_mentorName; } ///< empty: none now
    /// What the mentor was told at the hand-over, until he or she has written an entry.
    [[nodiscard]] const std::string& told() const { return m_told; }
    [[nodiscard]] const std::string& cohort() const { return m_cohort; }
    [[nodiscard]] const std::set<domain::Post>& posts() const { return m_posts; }
    [[nodiscard]] int day() const { return m_day; }   ///< of being mentored, as mentoringDay
    [[nodiscard]] int days() const { return m_days; } ///< the course's mentoring days
    [[nodiscard]] int logged() const { return m_logged; }
    [[nodiscard]] bool logDue() const { return m_logDue; }
    [[nodiscard]] const std::vector<domain::Date>& missing() const { return m_missing; }
    [[nodiscard]] const std::vector<Choice>& choices() const { return m_choices; }
    [[nodiscard]] const std::vector<Skill>& skills() const { return m_skills; }
    [[nodiscard]] const std::vector<Entry>& entries() const {
        return m_entries;
    } ///< newest first, all of them
    [[nodiscard]] const std::vector<ProblemRow>& problems() const { return m_problems; }
    [[nodiscard]] const std::vector<Signature>& signatures() const { return m_signatures; }
    [[nodiscard]] const std::vector<PairSpell>& mentors() const { return m_mentors; }
    /// True when the actor is the current mentor and now is shown.
    [[nodiscard]] bool canWrite() const;

    /// The entry being written: of the day shown, for this trainee. The page fills it in.
    [[nodiscard]] domain::LogEntry& draft() { return m_draft; }
    /// Another day to write for, one that is missing perhaps.
    void draftFor(domain::Date day);
    /// Fills the draft with one's own entry, to correct it.
    void beginCorrection(const domain::LogId& entry);
    [[nodiscard]] bool correcting() const { return m_correcting.has_value(); }
    /// Keeps the draft; a correction needs its reason. The draft starts anew.
    store::ChangeNumber keep(const std::string& why = {});

    store::ChangeNumber sign(const std::string& skill, domain::SkillLevel level);
    store::ChangeNumber takeBack(const std::string& skill, domain::SkillLevel level, const std::string& why);
    store::ChangeNumber answer(const domain::ProblemId& problem, const std::string& text);

private:
    void loadHeader(const Record& record);
    void loadSkills(const Record& record);
    void loadEntries(const Record& record);
    void loadProblems();
    void loadSignatures(const Record& record);
    void loadChoices();
    [[nodiscard]] std::string title(const domain::LocalText& text) const;
    [[nodiscard]] std::optional<store::ChangeNumber> sawSkill(const std::string& skill) const;

    Desk& m_desk;
    std::string m_language;
    std::string m_courseLanguage;
    domain::PersonId m_trainee, m_mentor;
    std::string m_name, m_mentorName, m_told, m_cohort;
    std::set<domain::Post> m_posts;
    int m_day = 0, m_days = 0, m_logged = 0;
    bool m_logDue = false;
    std::vector<domain::Date> m_missing;
    std::vector<Choice> m_choices;
    std::vector<Skill> m_skills;
    std::vector<Entry> m_entries;
    std::vector<ProblemRow> m_problems;
    std::vector<Signature> m_signatures;
    std::vector<PairSpell> m_mentors;
    domain::LogEntry m_draft;
    std::optional<store::ChangeNumber> m_correcting; ///< the change the entry was read at
};

} // namespace fledgling::app
