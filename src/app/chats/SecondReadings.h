#pragma once

#include "app/Desk.h"
#include "domain/chats/SecondReading.h"
#include "store/chats/ChatStore.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace fledgling::app {

/// A chat that one reader failed and the other passed, and on which nobody has decided yet.
struct DifferingChat {
    store::KeptReview first, second;
    std::string name;        ///< of the person whose chat it is
    domain::DayTally tally;  ///< of its day, as it counts now
    bool hangs = false;      ///< the day's point hangs on such chats
    bool appealed = false;   ///< an open appeal decides before
    bool mine = false;       ///< the actor may decide: whose chat it is and both readers may not
    [[nodiscard]] const domain::ChatKey& chat() const { return first.review.chat; }
};
/// In the days of [first, last] whose month is open, of everybody; newest day first. Refused(NotYourRight) for who
/// doesn't see everybody.
[[nodiscard]] std::vector<DifferingChat> differingChats(Desk& desk, domain::Date first, domain::Date last);

/// A day whose cost hangs on one chat.
struct DecidingDay {
    domain::PersonId person;
    std::string name;
    domain::Date day;
    int read = 0, failed = 0;
    int readTwice = 0; ///< of its chats
    bool lost = false; ///< the point is lost as it stands
};
/// In the days of [first, last] whose month is open, of everybody; newest first. Days all of whose chats were read twice
/// are left out.
[[nodiscard]] std::vector<DecidingDay> decidingDays(Desk& desk, domain::Date first, domain::Date last);
/// Those of which the actor may read a chat again: somebody else's, that somebody else has read and nobody twice. What was
/// found in them is not for who reads blind.
[[nodiscard]] std::vector<DecidingDay> offeredAgain(Desk& desk, domain::Date first, domain::Date last);

/// Says which of a chat's two readings stands, with a reason that the person judged reads; the day is counted by it
/// from then on. Refused(NothingToSettle, ReadingSettled, AppealFirst, OwnReading, OwnChats, MonthClosed).
store::ChangeNumber settleReading(Desk& desk, const domain::ChatKey& chat, domain::Reading stands,
                                  const std::string& why);

/// Two readings of each differing chat side by side. Page: "points", for who sees everybody.
class SecondReadingsView {
public:
    /// What a reader said of one criterion.
    struct Said {
        bool applies = true;
        bool failed = false;
        std::string reason, quote; ///< empty in books of older programs
    };
    struct Criterion {
        std::string id;
        std::string title; ///< empty for the first reply
        Said first, second;
    };
    struct Row {
        DifferingChat of;
        std::string firstReader, secondReader; ///< names
        std::vector<Criterion> criteria;       ///< of the card both were judged by
    };

    SecondReadingsView(Desk& desk, std::string language) : m_desk(desk), m_language(std::move(language)) {}
    std::function<void()> onChanged;

    /// Chats of the days in [first, last].
    void load(domain::Date first, domain::Date last);
    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    [[nodiscard]] const Row* row(const domain::ChatKey& chat) const;
    /// The chat's text; nothing when none was loaded.
    [[nodiscard]] std::optional<domain::Conversation> conversation(const Row& row) const;
    /// Points of the month of that chat, real ones or practice.
    [[nodiscard]] int pointsOf(const domain::ChatKey& chat) const;

    store::ChangeNumber settle(const domain::ChatKey& chat, domain::Reading stands, const std::string& why);

private:
    [[nodiscard]] std::vector<Criterion> criteriaOf(const DifferingChat& chat) const;

    Desk& m_desk;
    std::string m_language;
    std::vector<Row> m_rows;
};

} // namespace fledgling::app
