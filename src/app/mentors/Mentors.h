#pragma once

#include "app/Desk.h"
#include "domain/Course.h"
#include "domain/mentors/Evaluation.h"
#include "domain/mentors/MentorRecord.h"
#include "store/mentors/MentorStore.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fledgling::app {

/// How long back a mentor's figures look, in days.
inline constexpr int MENTOR_WINDOW = 180;

/// One mentor as the manager sees him or her.
struct MentorRow {
    domain::PersonId mentor;
    std::string name;
    int leads = 0;    ///< now
    int capacity = 0;
    domain::LedFigures led; ///< over the window
    std::vector<domain::ExamState> exams; ///< what the course wants mentors to take again
    /// Chats of those he or she led, read after their go-live: all and failed.
    int chatsRead = 0;
    int chatsFailed = 0;
    int wentLive = 0; ///< of those led in the window
    std::vector<store::KeptEvaluation> evaluations; ///< empty for anybody but a manager
    [[nodiscard]] bool examDue(domain::Date today) const;
    [[nodiscard]] std::optional<int> failedPercent() const;
};

/// Mentors with their figures, by name; a mentor sees only the own row. Page: "mentors".
class MentorsView {
public:
    MentorsView(Desk& desk, std::string language);
    std::function<void()> onChanged;

    /// Refused(NotYourRight) for trainees.
    void load();
    [[nodiscard]] const std::vector<MentorRow>& rows() const { return m_rows; }
    [[nodiscard]] const MentorRow* row(const domain::PersonId& mentor) const;
    [[nodiscard]] bool seesEvaluations() const;
    [[nodiscard]] std::string titleOf(const std::string& assessment) const;
    /// The practical check the mentor takes next: one that is due before any other; empty where there is none.
    [[nodiscard]] std::string practicalOf(const MentorRow& row) const;
    [[nodiscard]] std::string nameOf(const domain::PersonId& person) const;

private:
    Desk& m_desk;
    std::string m_language;
    std::vector<MentorRow> m_rows;
    std::map<domain::PersonId, std::string> m_names;
    std::vector<std::string> m_practicals;
};

/// Figures of every mentor, rights, evaluations and outcomes aside: what pairing rests on. The time it takes
/// grows with the pairings there ever were, not with what was recorded of them.
[[nodiscard]] std::vector<MentorRow> mentorRows(Desk& desk);
/// Who is examined as a mentor: neither retired nor in training himself or herself.
[[nodiscard]] std::vector<domain::Person> examinedMentors(Desk& desk);
/// The practical checks that mentors take again, by id; empty where no course is loaded.
[[nodiscard]] std::vector<std::string> practicalExams(Desk& desk);
/// How one mentor stands with the exams mentors take again; empty where no course is loaded.
[[nodiscard]] std::vector<domain::ExamState> examsOf(Desk& desk, const domain::Person& mentor);
/// The title of an assessment in the course loaded last; the id where it has none such.
[[nodiscard]] std::string examTitle(Desk& desk, const std::string& assessment, const std::string& language);

/// What the actor, a trainee, is asked about a mentor now.
struct AskedEvaluation {
    domain::PersonId mentor;
    std::string name;
    domain::Date since;
    domain::Occasion occasion = domain::Occasion::FirstShift;
    friend bool operator==(const AskedEvaluation&, const AskedEvaluation&) = default;
};
/// Oldest first; nothing twice. After the first working day together, and once the pairing has ended.
[[nodiscard]] std::vector<AskedEvaluation> askedEvaluations(Desk& desk);

/// Keeps the actor's word on a mentor who is asked about. Refused(NotAsked, RatingOutOfRange).
store::ChangeNumber evaluateMentor(Desk& desk, const domain::Evaluation& evaluation);

} // namespace fledgling::app
