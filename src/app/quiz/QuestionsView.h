#pragma once

#include "app/quiz/BankFiles.h"
#include "app/quiz/BankImport.h"
#include "app/quiz/QuestionBanks.h"
#include "app/quiz/Regrading.h"
#include "domain/ItemFigures.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fledgling::app {

/// The questions of a bank with how they work, and the bank as it is being changed. Page: "questions".
/// What is changed here is kept by keep() alone.
class QuestionsView {
public:
    /// A bank of the version shown.
    struct Bank {
        std::string path;
        std::string title; ///< of the quizzes that draw from it; the path where none does
        std::string language; ///< of a bank in another language than the course's; else empty
        std::vector<std::string> assessments;
    };
    struct Row {
        std::size_t at = 0; ///< in the bank
        std::string words;
        domain::QuestionType type = domain::QuestionType::Open;
        std::string topic;
        bool changed = false; ///< since the version shown, or new
        std::optional<domain::ItemFigures> figures; ///< nothing: never asked
        std::vector<domain::ItemFinding> findings;  ///< empty where there are no figures
    };
    /// An answer with its share of the papers.
    struct Share {
        std::string words;
        bool right = false;
        int percent = 0; ///< of the mark
        std::optional<int> chosen;
        bool idle = false; ///< a distractor nobody took
    };

    QuestionsView(Desk& desk, std::string language);
    std::function<void()> onChanged;

    /// Refused(NotYourRight) for who may not mark.
    void load();
    [[nodiscard]] const std::vector<CourseEntry>& versions() const { return m_versions; }
    [[nodiscard]] const std::vector<Bank>& banks() const { return m_banks; }
    /// Another version or bank; forgets what was changed. The newest version, and the bank that its first quiz
    /// draws from in the reader's language, unless said.
    void show(const std::string& course, const std::string& version, const std::string& path = {});
    [[nodiscard]] const BankAt& shown() const { return m_at; }
    [[nodiscard]] const Bank* bank() const;
    /// Names of cohorts that take the version shown.
    [[nodiscard]] const std::vector<std::string>& cohorts() const { return m_cohorts; }

    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    [[nodiscard]] const domain::Question& question(std::size_t at) const { return m_draft.questions.at(at); }
    [[nodiscard]] std::vector<Share> sharesOf(std::size_t at) const;
    /// The topics of the bank.
    [[nodiscard]] const std::vector<std::string>& topics() const { return m_draft.categories; }

    /// Changes the draft. `at` past the end adds. move gives where the question stands then.
    void put(std::size_t at, domain::Question question);
    void remove(std::size_t at);
    std::size_t move(std::size_t at, int by);
    [[nodiscard]] bool changed() const { return !(m_draft == m_kept); }
    void forget();
    /// The draft as text, to be kept beside the page, and back.
    [[nodiscard]] std::string draft() const;
    void restore(const std::string& draft);

    [[nodiscard]] std::string proposedVersion() const;
    /// Keeps the draft as that version and shows it.
    CourseLoad keep(const std::string& version, const std::string& why);

    /// A file's questions beside those of the bank shown; nothing is kept. Refused(NotYourRight).
    [[nodiscard]] BankImport readImport(const std::string& path) const;
    /// Those that are new behind the draft's, kept as keep() does. Where that is refused the draft is as it was.
    CourseLoad keepImport(const BankImport& import, const std::string& version, const std::string& why);
    /// Writes the bank as it is shown, over a file that may be there. Refused(NotYourRight).
    [[nodiscard]] BankCheck exportTo(const std::string& target) const;

    /// Languages in which the same quizzes have another bank, whose questions are changed there.
    [[nodiscard]] std::vector<std::string> otherLanguages() const;

    /// What of the draft goes along into those when it is kept: right answers alone are the same in every language.
    struct Following {
        int questions = 0;
        std::vector<std::string> languages;
        bool everything = false; ///< nothing else is changed that would have to be changed there
    };
    [[nodiscard]] Following following() const;

    /// Marking the papers of this bank's quiz again with the version shown. Refused(UnknownAssessment) where
    /// no quiz draws from it.
    [[nodiscard]] RegradePreview regrading() const;
    store::ChangeNumber regrade(const std::string& why);
    /// Languages in which all of the papers were taken where none was in this bank's: they are marked with those questions.
    [[nodiscard]] std::vector<std::string> takenElsewhere(const RegradePreview& preview) const;

private:
    void listBanks();
    [[nodiscard]] std::string firstBank() const;
    void readFigures();
    void listRows();
    [[nodiscard]] std::string regraded() const;

    Desk& m_desk;
    std::string m_language;
    std::vector<CourseEntry> m_versions;
    std::vector<Bank> m_banks;
    std::vector<std::string> m_cohorts;
    BankAt m_at;
    domain::QuizBank m_kept, m_draft;
    std::map<std::string, domain::ItemFigures> m_figures; ///< of the kept bank, by question key
    std::vector<Row> m_rows;
};

} // namespace fledgling::app
