#pragma once

#include "app/Words.h"
#include "app/history/BookKey.h"
#include "app/history/BookNames.h"
#include "domain/Readiness.h"
#include "store/PersonLines.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace fledgling::app {

/// What a line of somebody's record is about.
enum class EntryKind {
    Session,
    Evidence,
    Log,
    Skill,
    Quiz,
    Practical,
    Chats,
    Appeal,
    Pairing,
    Decision,
    Signature,
    Problem,
    Leave,
    Card
};
/// "session", "log", ...: as the command line takes it.
[[nodiscard]] std::string_view keyOf(EntryKind kind);
[[nodiscard]] std::optional<EntryKind> entryKindOf(std::string_view key);
[[nodiscard]] std::vector<EntryKind> allEntryKinds();
[[nodiscard]] std::string word(EntryKind kind, const Tongue& tr);

/// One person on one page: who it is, how it stands, and everything recorded, newest first, as of the desk's
/// moment. Page: "person".
class PersonView {
public:
    struct Head {
        domain::PersonId id;
        std::string name, number;
        std::set<domain::Post> posts;
        std::set<domain::Role> roles;
        std::string cohort; ///< empty: never in one
        std::string mentor; ///< empty: none now
        std::vector<std::string> leads; ///< a mentor's trainees, by name
        std::optional<domain::Verdict> verdict; ///< nothing: no trainee, or not for the reader to see
        std::vector<std::string> way;           ///< the steps left, in words
        std::optional<int> points;              ///< of the month shown, or practice points while in training
        std::vector<std::string> owed;          ///< titles of the sessions to make up
    };
    struct Entry {
        EntryKind kind = EntryKind::Session;
        domain::Date day; ///< what it is about
        std::string what;
        std::string detail;
        std::string why; ///< the reason given for the change
        std::optional<std::string> besideWhy = {}; ///< the details without that reason, where they hold it
        std::string who; ///< who kept it
        bool mine = false; ///< the reader did
        domain::Date keptOn;
        domain::TimeOfDay keptAt;
        store::ChangeNumber change = 0; ///< of a day of chats: the latest
        BookKey key;                    ///< where it stands in the book; of a day of chats: all its readings
        std::string page, subject;      ///< where its evidence stands; empty: nowhere the reader may go
    };

    /// `person` empty: the actor.
    PersonView(Desk& desk, std::string language, Tongue tongue, domain::PersonId person = {});

    /// Refused(NotYourRight) as requireMaySee says, Refused(Unknown).
    void load();
    void show(const domain::PersonId& person) { m_person = person; }
    [[nodiscard]] const Head& head() const { return m_head; }
    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }
    /// The same for paper: a day of chats is followed by what was wrong in each failed chat, with its line, and an
    /// appeal stands twice, as it was made and as it was decided, each with who and when.
    [[nodiscard]] std::vector<Entry> dossier();
    [[nodiscard]] const domain::PersonId& person() const { return m_person; }
    /// The book's last change when it was loaded: what a next visit is compared with.
    [[nodiscard]] store::ChangeNumber seen() const { return m_seen; }

private:
    void readHead();
    void readTraining();
    void readEntries();
    [[nodiscard]] std::optional<Entry> entryOf(const store::PersonLine& line);
    [[nodiscard]] Entry entryOf(const store::PersonLine& line, EntryKind kind);
    void addSteps(std::vector<Entry>& entries, const store::Fact& appeal);
    void order(std::vector<Entry>& entries) const;
    void fill(Entry& entry, const store::Fact& fact);
    void addChats(const std::vector<store::PersonLine>& lines);
    void lead(Entry& entry, const store::Fact& fact) const;
    [[nodiscard]] std::string fieldsOf(const store::Fact& fact, const std::set<std::string>& leftOut);
    [[nodiscard]] std::string titlesOf(const std::string& list);
    [[nodiscard]] bool privileged() const;

    Desk& m_desk;
    std::string m_language;
    Tongue m_tr;
    domain::PersonId m_person;
    BookNames m_names;
    Head m_head;
    bool m_leads = false; ///< the reader is the mentor now
    std::map<std::string, domain::Session> m_sessions;
    std::set<std::string> m_practicals; ///< ids of the course's practical checks
    std::map<std::string, std::string> m_assessments; ///< titles
    std::vector<Entry> m_entries;
    store::ChangeNumber m_seen = 0;
};

} // namespace fledgling::app
