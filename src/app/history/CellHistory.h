#pragma once

#include "app/Words.h"
#include "app/history/BookKey.h"
#include "app/history/BookNames.h"
#include "store/Book.h"
#include "store/Shape.h"

#include <optional>
#include <string>
#include <vector>

namespace fledgling::app {

/// One value that a key took, and the one it had before.
struct CellLine {
    BookKey of; ///< the whole key
    store::ChangeNumber change = 0;
    domain::Instant at;
    domain::Date day; ///< of the change, in the department's zone
    domain::TimeOfDay time;
    std::string who;  ///< "–": the set-up of the department
    std::string did;  ///< in words
    std::string what; ///< kind of line and key, in words
    std::string apart; ///< that of `what` in which it differs from the other lines; empty where they are all of one key
    std::string from; ///< in words; "–" for no value. Of a line with many fields only those that differ
    std::string to;
    std::string why;
    /// The values as kept; nothing where the key had none.
    std::optional<std::vector<store::Value>> was, became;
};

/// Every value that a cell or row of a page ever had: who set it, when, from what to what, why.
class CellHistory {
public:
    CellHistory(Desk& desk, std::string language, Tongue tongue)
        : m_desk(desk), m_tr(std::move(tongue)), m_names(desk, std::move(language), m_tr) {}

    /// The lines of all these keys up to the desk's moment, the newest first. Who may see the history sees
    /// everything (what trainees say of mentors apart); trainees and mentors what is about a person they may see,
    /// without reasons and notes that their pages don't show them, and the plan everybody sees. Refused(NotYourRight).
    [[nodiscard]] std::vector<CellLine> load(const std::vector<BookKey>& keys);
    /// Lines of a change in words, for a list that is about that person anyway: "skill sign-off · Greeting: alone". Those that
    /// differ only in what their key ends with are one: "chat review · 2026-11-05 · chat 1, chat 2: ...".
    /// Only what a line is about where its value is for nobody who reads such a list: a card can be erased, and what a
    /// trainee says of the mentor is for who may see evaluations. The text of a chat stands elsewhere.
    [[nodiscard]] std::vector<std::string> sentences(const std::vector<store::Fact>& facts, const domain::PersonId& of);
    /// What the keys are about, people first: "Wu Min · Nov-3 Mon 30 Nov 07:00 · Shadowing 1", whatever kinds of lines may stand
    /// there. Of keys of one kind what they have in common; where all are of one kind, it begins with that.
    [[nodiscard]] std::string title(const std::vector<BookKey>& keys);

private:
    /// Lines of a change that say the same of one thing or of several.
    struct Alike {
        std::string about;              ///< without what the keys end with
        std::vector<std::string> which; ///< what they end with; empty: nothing that is said
        std::string value;              ///< empty: unsaid
    };
    [[nodiscard]] Alike alikeOf(const store::Fact& fact, const domain::PersonId& of);
    [[nodiscard]] std::vector<CellLine> linesOf(const BookKey& key);
    void requireMaySee(const BookKey& key, const std::vector<store::KeptFact>& facts);
    [[nodiscard]] CellLine lineOf(const store::KeptFact& kept, const store::KeptFact* before);
    [[nodiscard]] std::string what(const BookKey& key, const domain::PersonId& unsaid = {});
    /// The parts that every key of its kind has, in words and each once.
    [[nodiscard]] std::vector<std::string> shared(const std::vector<BookKey>& keys);
    void tellApart(std::vector<CellLine>& lines);
    [[nodiscard]] std::string valueText(const store::Fact& fact, const store::Fact* other, bool named = false);
    [[nodiscard]] std::string fieldText(const store::Fact& fact, const std::string& field, const store::Value& value);
    [[nodiscard]] std::string criteriaIn(const std::string& list);
    [[nodiscard]] bool privileged() const;

    Desk& m_desk;
    Tongue m_tr;
    BookNames m_names;
};

} // namespace fledgling::app
