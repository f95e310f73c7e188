#pragma once

#include "app/Words.h"
#include "app/history/History.h"
#include "format/report/Report.h"

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fledgling::app {

/// The book as a list of changes, newest first, with from what to what each went. Page: "history".
class HistoryView {
public:
    struct Filter {
        std::optional<domain::PersonId> about;
        std::optional<domain::PersonId> by;
        std::string verb;
        std::string text; ///< in who, what, about whom, why or the number, whatever its case
        store::ChangeNumber after = 0; ///< only changes later than that one
        friend bool operator==(const Filter&, const Filter&) = default;
    };
    struct Row {
        store::ChangeNumber number = 0;
        domain::Instant at;
        domain::Date day;
        domain::TimeOfDay time;
        std::string who;
        std::string did; ///< in words
        std::vector<std::string> about;
        std::string why;
        std::string hash;
        store::ChangeNumber undoes = 0;
        store::ChangeNumber undoneBy = 0; ///< as far as the list shows it; 0: it stands
        bool own = false;
    };
    /// One field a change set, everything in words.
    struct Field {
        std::string of; ///< "mark · Shadowing 1 2026-11-20 · Wu Min"
        std::string field;
        std::string was;
        std::string became;
    };
    struct Person {
        domain::PersonId id;
        std::string name;
    };
    /// Told how many of how many changes were looked at; what it throws ends the work.
    using At = std::function<void(std::size_t done, std::size_t total)>;

    HistoryView(Desk& desk, std::string language, Tongue tongue);
    std::function<void()> onChanged;

    /// Reads the newest rows anew, as many as were shown and at least a page of them; looks at no more
    /// changes than can be read while somebody types. Refused(NotYourRight).
    void load();
    void setFilter(const Filter& filter);
    [[nodiscard]] const Filter& filter() const { return m_filter; }
    /// Another page of rows, however far back they are.
    void more(const At& at = {});
    /// True when nothing older is left to look at.
    [[nodiscard]] bool complete() const { return m_left == 0; }

    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    [[nodiscard]] const Row* row(store::ChangeNumber number) const;
    /// Everybody ever kept, by name.
    [[nodiscard]] const std::vector<Person>& people() const { return m_people; }
    /// Every verb of the book with its words, by its words.
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& verbs() const { return m_verbs; }
    [[nodiscard]] const BookState& state() const { return m_state; }

    [[nodiscard]] std::vector<Field> fields(store::ChangeNumber number);

    /// One's own changes, or anybody's for a manager; never while a past moment is shown.
    [[nodiscard]] bool mayTakeBack(const Row& row) const;
    /// Refused or Conflict as undoChange.
    store::ChangeNumber takeBack(store::ChangeNumber number, const std::string& why);
    [[nodiscard]] store::Verification verify(const At& at = {});
    [[nodiscard]] bool verified() const { return m_found.has_value(); }
    /// What verify found last, as a page to print; nothing before the first time.
    [[nodiscard]] std::optional<format::Report> statement();
    /// Makes sure that this change is among the rows: the list begins a little later than it where that is further
    /// back than what is read. False where there is no such change up to the moment shown.
    bool reach(store::ChangeNumber number);
    /// The change from which the list begins; nothing: the newest.
    [[nodiscard]] std::optional<store::ChangeNumber> from() const { return m_from; }
    /// Where the first bad line stands, in words.
    [[nodiscard]] std::string tableWords(const store::Verification& found) const;

private:
    void readPeople();
    void read(int most, int scan);
    void keepRow(HistoryRow&& from);
    [[nodiscard]] HistoryFilter wanted() const;
    [[nodiscard]] bool matches(const HistoryRow& row, const std::string& text) const;

    Desk& m_desk;
    Tongue m_tr;
    std::vector<std::pair<std::string, std::string>> m_verbs;
    Filter m_filter;
    BookNames m_names;
    BookState m_state;
    std::vector<Person> m_people;
    std::vector<Row> m_rows;
    store::ChangeNumber m_left = 0;
    std::optional<store::ChangeNumber> m_from;
    std::optional<store::Verification> m_found;
};

} // namespace fledgling::app
