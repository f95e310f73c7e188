#pragma once

#include "app/history/BookKey.h"
#include "app/quiz/QuizTexts.h"
#include "app/quiz/Quizzes.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace fledgling::app {

/// Where a trainee stands with a quiz.
enum class QuizState {
    ToTake,
    UnderWay,
    Waiting, ///< handed in, an open answer waits for its mark
    Passed,
    Failed, ///< and may be taken again
    UsedUp  ///< failed as often as it may be taken
};

/// The actor's own quizzes: the list, the paper under way, and what became of the last one. Page: "quiz".
/// What is right is in here only for questions of an own paper that was handed in.
class QuizView {
public:
    struct Row {
        std::string assessment;
        std::string title;
        int questions = 0;
        int minutes = 0; ///< 0: no limit
        int passPercent = 0;
        int allowed = 1; ///< attempts, with those granted
        int used = 0;
        bool practice = false; ///< may be taken freely
        QuizState state = QuizState::ToTake;
        /// The one the state rests on: the latest that passed, or the latest.
        std::optional<domain::Attempt> result;
        std::optional<domain::Attempt> since; ///< the latest, where it came after that one
        bool waits = false; ///< a later paper than these was handed in, and waits for its mark
        [[nodiscard]] bool mayBegin() const {
            return state == QuizState::ToTake || state == QuizState::Failed ||
                   (practice && state != QuizState::UnderWay);
        }
    };
    /// A question as it is asked, in the view's language where the course has it: options in the order shown.
    struct Asked {
        std::string key;
        domain::QuestionType type = domain::QuestionType::Open;
        std::string html;
        std::vector<std::string> options; ///< options, steps, or what can be a partner
        std::vector<std::string> lefts;   ///< Matching: what asks for a partner
        std::vector<std::string> partners; ///< Matching: the options in the language the paper was begun in
        domain::Response response;        ///< in the places shown, and in the words shown
        /// Some of the pairs lack their partner.
        [[nodiscard]] bool partly() const { return domain::isPartial(response, lefts.size()); }
        [[nodiscard]] bool answered() const { return !domain::isBlank(response) && !partly(); }
    };
    /// A question of a paper that was handed in.
    struct Reviewed {
        std::string key;
        std::string html;
        Said yours;
        Said right;
        std::string feedback;        ///< to that answer
        std::string explanation;     ///< HTML
        std::optional<int> fraction; ///< of FULL_MARK; nothing: waits for its mark
        std::string note;            ///< of the marker
        std::string session;         ///< the course session to read again; empty: none named
        std::string sessionTitle;
    };

    QuizView(Desk& desk, std::string language);
    std::function<void()> onChanged;

    /// The quizzes of the actor's course; a paper whose time is over is handed in first. Refused(NotMember).
    void load();
    /// The same, and shows that quiz. Refused(UnknownAssessment).
    void open(const std::string& assessment);

    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    [[nodiscard]] const Row* row(const std::string& assessment) const;
    /// The one opened; null before.
    [[nodiscard]] const Row* shown() const { return row(m_assessment); }
    /// Of the paper under way; empty when none is.
    [[nodiscard]] const std::vector<Asked>& asked() const { return m_asked; }
    /// Numbers (from 1) of questions without an answer, or with one in part.
    [[nodiscard]] std::vector<int> open() const;
    /// Seconds left of the paper under way; nothing without a limit. Never below 0.
    [[nodiscard]] std::optional<int> secondsLeft() const;
    /// Of the latest paper that was handed in; empty while another is under way.
    [[nodiscard]] const std::vector<Reviewed>& reviewed() const { return m_reviewed; }
    [[nodiscard]] bool timedOut() const { return m_timedOut; }
    /// Why that paper was marked again; empty when it wasn't.
    [[nodiscard]] const std::string& regradedWhy() const { return m_regradedWhy; }

    /// Where the book keeps the actor's attempts at that quiz.
    [[nodiscard]] std::vector<BookKey> keysOf(const std::string& assessment) const;
    /// The same of the answers to a question of the paper under way.
    [[nodiscard]] BookKey keyOf(const Asked& question) const;

    store::ChangeNumber begin();
    /// Keeps an answer and shows it without reading everything again.
    store::ChangeNumber answer(std::size_t question, const domain::Response& shown);
    store::ChangeNumber handIn();

private:
    void loadRow(const Record& record, const domain::Assessment& quiz,
                 const std::vector<store::KeptPaper>& papers);
    void showPaper(const std::vector<store::KeptPaper>& papers);
    void showAsked(const store::KeptPaper& kept);
    void showReviewed(const store::KeptPaper& kept);

    Desk& m_desk;
    std::string m_language;
    std::string m_course;
    std::string m_assessment;
    std::vector<Row> m_rows;
    std::vector<Asked> m_asked;
    int m_attempt = 0; ///< of the paper under way
    std::vector<Reviewed> m_reviewed;
    std::optional<domain::Instant> m_deadline;
    bool m_timedOut = false;
    std::string m_regradedWhy;
};

} // namespace fledgling::app
