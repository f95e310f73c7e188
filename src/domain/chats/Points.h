#pragma once

#include "domain/Calendar.h"
#include "domain/chats/ChatReview.h"

#include <compare>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fledgling::domain {

/// A calendar month.
class Month {
public:
    Month() = default; ///< 1970-01
    /// The month that day lies in.
    explicit Month(Date day) : m_first(day.plusDays(1 - static_cast<int>(day.day()))) {}
    /// Exactly YYYY-MM; nothing otherwise.
    [[nodiscard]] static std::optional<Month> parse(std::string_view text);

    [[nodiscard]] Date first() const { return m_first; }
    [[nodiscard]] Date last() const { return next().first().plusDays(-1); }
    [[nodiscard]] Month next() const { return Month(m_first.plusDays(31)); }
    [[nodiscard]] Month before() const { return Month(m_first.plusDays(-1)); }
    [[nodiscard]] bool holds(Date day) const { return m_first <= day && day <= last(); }
    [[nodiscard]] std::string text() const { return m_first.iso().substr(0, 7); }
    friend auto operator<=>(const Month&, const Month&) = default;
    friend bool operator==(const Month&, const Month&) = default;

private:
    Date m_first;
};

/// What the readings of one person's day come to, upheld appeals taken off.
struct DayTally {
    Date day;
    int read = 0;
    int failed = 0;
    bool practice = false; ///< a mentored day before go-live: its points touch no bonus
    friend bool operator==(const DayTally&, const DayTally&) = default;
};

/// A line of the ledger: "20 read, 5 failed: -1, balance 24".
struct LedgerLine {
    DayTally tally;
    int cost = 0;         ///< points, 0 or 1
    int balance = 0;      ///< after this day, of its own kind: practice or real
    bool decides = false; ///< one chat more or less would change the cost
    int perDay = 0;       ///< chats to read of a whole day, by the rule in force
    [[nodiscard]] bool partial() const { return tally.read < perDay; }
    friend bool operator==(const LedgerLine&, const LedgerLine&) = default;
};

/// A person's points of one month. Computed, never stored.
struct Ledger {
    Month month;
    int start = 0;                 ///< points of the month for this person
    int practiceStart = 0;         ///< points practice days are counted down from
    std::vector<LedgerLine> lines; ///< by day
    [[nodiscard]] int points() const;
    [[nodiscard]] std::optional<int> practicePoints() const; ///< nothing: no practice day
    /// What counts for this person: real points when there are any, else practice ones.
    [[nodiscard]] int counting() const;
    [[nodiscard]] int read() const;
    [[nodiscard]] bool real() const; ///< has days that touch a bonus
    friend bool operator==(const Ledger&, const Ledger&) = default;
};

/// 1 when so many failing chats cost the day's point.
[[nodiscard]] int costOf(const DayTally& tally, const PointRules& rules);
/// True when one failing chat more or less changes the cost: worth a second, blind reading.
[[nodiscard]] bool decides(const DayTally& tally, const PointRules& rules);

/// The points a month begins with for who is judged from `from` on: all of them, or as many as working days
/// are left in the month when that is later than its first working day.
[[nodiscard]] int startingPoints(const PointRules& rules, const Calendar& calendar, Month month,
                                 std::optional<Date> from);

/// Days of other months are left out; their order doesn't matter. The points and tiers are those in force on
/// the month's first day, what costs a point those of each day.
[[nodiscard]] Ledger ledgerOf(Month month, std::vector<DayTally> days, const ChatReviewRules& rules,
                              int start);


/// The tier points fall into: the lowest `below` over them; nothing when none is reached. A tier is reached
/// at its number: "below 20" means 19 or fewer.
[[nodiscard]] const BonusTier* tierOf(const PointRules& rules, int points);

/// How many points more may be lost before a tier is reached; tiers already reached are left out.
struct TierDistance {
    BonusTier tier;
    int points = 0;
};
[[nodiscard]] std::vector<TierDistance> distances(const PointRules& rules, int points);

} // namespace fledgling::domain
