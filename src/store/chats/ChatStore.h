#pragma once

#include "domain/chats/ChatReview.h"
#include "domain/chats/Conversation.h"
#include "domain/chats/Points.h"
#include "domain/chats/SecondReading.h"
#include "store/Book.h"

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace fledgling::store {

/// A reading with the change that wrote it and who that was.
struct KeptReview {
    domain::ChatReview review;
    domain::PersonId by;
    ChangeNumber change = 0;
    domain::Date on; ///< the local day on which it was said (Book::saidIn)
};

struct KeptAppeal {
    domain::Appeal appeal;
    ChangeNumber change = 0;
    domain::Date on; ///< the local day on which it was said (Book::saidIn)
};

/// What was decided between two readings, and by whom.
struct KeptSettlement {
    domain::Settlement settlement;
    domain::PersonId by;
    ChangeNumber change = 0;
    domain::Date on; ///< the local day on which it was said (Book::saidIn)
};

/// What was drawn for a person's day.
struct KeptSample {
    domain::PersonId agent;
    domain::Date day;
    std::int64_t seed = 0;
    int offered = 0;
    std::string source;                                       ///< name of the file
    std::vector<std::pair<std::string, std::string>> leftOut; ///< the file's id and the reason's key
};

/// A person's tally without appeals: straight from the lines.
struct RawTally {
    domain::PersonId agent;
    domain::Date day;
    int read = 0;
    int failed = 0;
};

/// Chats, their readings, what was decided of them, and closed months.
class ChatStore {
public:
    explicit ChatStore(Database& database, ChangeNumber asOf = NOW) : m_database(database), m_asOf(asOf) {}

    /// The readings of one person's days in [first, last] with their faults, by day and number.
    [[nodiscard]] std::vector<KeptReview> reviewsOf(const domain::PersonId& agent, domain::Date first,
                                                    domain::Date last);
    [[nodiscard]] std::optional<KeptReview> review(const domain::ChatKey& chat);
    /// With their faults; those of books older than the table of these faults have no words.
    [[nodiscard]] std::vector<KeptReview> secondReadingsOf(const domain::PersonId& agent, domain::Date first,
                                                           domain::Date last);
    [[nodiscard]] std::optional<KeptReview> secondReading(const domain::ChatKey& chat);
    /// Every second reading in [first, last] with the first one, of everybody.
    [[nodiscard]] std::vector<std::pair<KeptReview, KeptReview>> doubleReadings(domain::Date first,
                                                                                domain::Date last);
    /// Of everybody, or of one person.
    [[nodiscard]] std::vector<RawTally> tallies(domain::Date first, domain::Date last,
                                                const domain::PersonId& agent = {});
    /// Failing chats of a tally that don't count as such, by person and day: all of their faults were upheld on
    /// appeal, or the second reading stands and passes them. Below 0 where one that stands failed more.
    [[nodiscard]] std::map<std::pair<domain::PersonId, domain::Date>, int>
    takenOff(domain::Date first, domain::Date last, const domain::PersonId& agent = {});
    /// The same two for some people over all their days, or up to one, whatever everybody else has.
    [[nodiscard]] std::vector<RawTally> tallies(const std::set<domain::PersonId>& agents,
                                                std::optional<domain::Date> last = {});
    [[nodiscard]] std::map<std::pair<domain::PersonId, domain::Date>, int>
    takenOff(const std::set<domain::PersonId>& agents);
    /// People with a reading on that day, and how many each has.
    [[nodiscard]] std::map<domain::PersonId, int> readOn(domain::Date day);

    /// Of one person's days in [first, last], or of everybody's.
    [[nodiscard]] std::vector<KeptSettlement> settlementsOf(const domain::PersonId& agent, domain::Date first,
                                                            domain::Date last);
    [[nodiscard]] std::optional<KeptSettlement> settlement(const domain::ChatKey& chat);
    /// The reading that counts: the first, or the second from the day on which it was decided to stand.
    [[nodiscard]] std::optional<KeptReview> counting(const domain::ChatKey& chat);

    [[nodiscard]] std::vector<KeptAppeal> appealsOf(const domain::PersonId& agent, domain::Date first,
                                                    domain::Date last);
    /// Those that wait: not decided, and the fault still stands.
    [[nodiscard]] std::vector<KeptAppeal> openAppeals();
    /// True when any chat of [first, last] was read; of that agent, or of anybody.
    [[nodiscard]] bool anyRead(domain::Date first, domain::Date last, const domain::PersonId& agent = {});
    [[nodiscard]] std::optional<KeptAppeal> appeal(const domain::ChatKey& chat, const std::string& criterion);

    [[nodiscard]] std::optional<domain::Conversation> conversation(const domain::ChatId& record);
    /// Ids of the chats drawn for a person's day, by time.
    [[nodiscard]] std::vector<domain::ChatId> recordsOf(const domain::PersonId& agent, domain::Date day);
    [[nodiscard]] std::optional<KeptSample> sample(const domain::PersonId& agent, domain::Date day);

    /// The change that closed that month; nothing while it is open.
    [[nodiscard]] std::optional<ChangeNumber> closing(domain::Month month);

    /// The review and its faults. `before`: what stood there, whose dropped faults become absent.
    [[nodiscard]] static std::vector<Fact> facts(const domain::ChatReview& review,
                                                 const std::optional<domain::ChatReview>& before = {});
    [[nodiscard]] static std::vector<Fact> secondFacts(const domain::ChatReview& reading);
    [[nodiscard]] static Fact fact(const domain::Settlement& settled);
    [[nodiscard]] static Fact fact(const domain::Appeal& appeal);
    [[nodiscard]] static Fact fact(const domain::ChatId& record, const domain::PersonId& agent,
                                   const domain::Conversation& chat, const std::string& source);
    [[nodiscard]] static Fact fact(const KeptSample& sample);
    [[nodiscard]] static Fact closedFact(domain::Month month);

private:
    std::vector<KeptReview> readings(const std::string& tableName, const std::string& condition,
                                     const std::vector<Value>& arguments);
    void addFaults(std::vector<KeptReview>& reviews, const std::string& tableName, const std::string& condition,
                   const std::vector<Value>& arguments);
    std::vector<KeptReview> withFaults(const std::string& readingTable, const std::string& faultTable,
                                       const std::string& condition, const std::vector<Value>& arguments);
    std::vector<RawTally> talliesWhere(const std::string& condition, const std::vector<Value>& arguments);
    std::map<std::pair<domain::PersonId, domain::Date>, int> takenOffBy(std::vector<KeptAppeal> upheld,
                                                                        std::vector<KeptSettlement> settled);
    std::vector<KeptSettlement> settlements(const std::string& condition, const std::vector<Value>& arguments);
    std::vector<KeptAppeal> appeals(const std::string& condition, const std::vector<Value>& arguments);

    Database& m_database;
    ChangeNumber m_asOf;
};

} // namespace fledgling::store
