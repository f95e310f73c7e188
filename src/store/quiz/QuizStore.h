#pragma once

#include "domain/QuizPaper.h"
#include "store/Book.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fledgling::store {

/// A paper handed in: when, and whether the time had run out.
struct HandedIn {
    domain::Instant at;
    bool timedOut = false;
    friend bool operator==(const HandedIn&, const HandedIn&) = default;
};

/// A paper with everything that was written to it.
struct KeptPaper {
    domain::Paper paper;
    std::map<std::string, domain::Response> answers; ///< by question, in the bank's places
    std::optional<HandedIn> handedIn;
    struct Mark {
        int fraction = 0;
        std::string note;
        domain::PersonId by;
        ChangeNumber change = 0;
    };
    std::map<std::string, Mark> marks; ///< of open answers
    /// Marked again, with the questions of another version.
    struct Regrade {
        std::string version;
        std::string why;
        domain::PersonId by;
        ChangeNumber change = 0;
    };
    std::optional<Regrade> regrade; ///< the one in force
    [[nodiscard]] std::map<std::string, int> fractions() const;
    [[nodiscard]] bool underWay() const { return !handedIn; }
};

/// An attempt beyond those of the course.
struct Grant {
    domain::PaperKey key; ///< with the number of the attempt granted
    std::string why;
    domain::PersonId by;
};

/// Quizzes taken in the window.
class QuizStore {
public:
    explicit QuizStore(Database& database, ChangeNumber asOf = NOW) : m_database(database), m_asOf(asOf) {}

    /// By trainee, assessment and number, in few statements whatever everybody else has.
    [[nodiscard]] std::vector<KeptPaper> papersOf(const std::set<domain::PersonId>& trainees);
    [[nodiscard]] std::optional<KeptPaper> paper(const domain::PaperKey& key);
    [[nodiscard]] std::vector<Grant> grantsOf(const std::set<domain::PersonId>& trainees);
    /// Who has a paper without a result: under way, or waiting for a marker.
    [[nodiscard]] std::set<domain::PersonId> unfinished();
    /// Everybody who ever began a quiz.
    [[nodiscard]] std::set<domain::PersonId> takers();

    /// Whose line of answers or marks it is, by the key it stands under in the book.
    [[nodiscard]] static domain::PaperKey paperOf(const std::vector<std::string>& key);
    [[nodiscard]] static Fact fact(const domain::Paper& paper);
    [[nodiscard]] static Fact fact(const domain::PaperKey& key, const std::string& question,
                                   const domain::Response& answer);
    [[nodiscard]] static Fact fact(const domain::PaperKey& key, const HandedIn& handedIn);
    [[nodiscard]] static Fact markFact(const domain::PaperKey& key, const std::string& question, int fraction,
                                       const std::string& note);
    [[nodiscard]] static Fact regradeFact(const domain::PaperKey& key, const std::string& version,
                                          const std::string& why);
    [[nodiscard]] static Fact grantFact(const domain::PaperKey& key, const std::string& why);

private:
    void addAnswers(std::map<domain::PaperKey, KeptPaper>& papers,
                    const std::set<domain::PersonId>& trainees);
    void addHandedIn(std::map<domain::PaperKey, KeptPaper>& papers,
                     const std::set<domain::PersonId>& trainees);
    void addMarks(std::map<domain::PaperKey, KeptPaper>& papers, const std::set<domain::PersonId>& trainees);
    void addRegrades(std::map<domain::PaperKey, KeptPaper>& papers,
                     const std::set<domain::PersonId>& trainees);
    [[nodiscard]] std::set<domain::PaperKey> keysIn(const std::string& table);

    Database& m_database;
    ChangeNumber m_asOf;
};

} // namespace fledgling::store
