#pragma once

#include "app/Desk.h"
#include "app/chats/MonthClosing.h"
#include "app/chats/Points.h"
#include "domain/chats/Coaching.h"
#include "store/chats/ChatStore.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fledgling::app {

/// Points of a month: one person's ledger down to the quoted line, and for who sees everybody the month of
/// all. Page: "points". Refused(NotYourRight) for somebody else's ledger unless one leads him or her or sees
/// everybody.
class PointsView {
public:
    /// A person's month in the team's table.
    struct Row {
        domain::PersonId person;
        std::string name;
        std::string team; ///< as the roster names the shift; empty: none
        domain::Ledger ledger;
        int deciding = 0;   ///< days on which one chat decides
        int days = 0;       ///< reviewed
        std::string effect; ///< of the tier reached; what keeping all earns; empty otherwise or for practice
        bool reached = false; ///< a tier is
        int openAppeals = 0;
        [[nodiscard]] int points() const { return ledger.counting(); }
        [[nodiscard]] bool practice() const { return !ledger.real() && ledger.practicePoints(); }
    };
    struct FaultRow {
        std::string criterion;
        std::string title; ///< empty for the first reply
        std::string reason, quote;
        std::optional<domain::Appeal> appeal;
        store::ChangeNumber appealSaw = 0;
        bool mayAppeal = false;
        bool mayDecide = false;
    };
    /// What a third person decided of a chat that was read twice with different verdicts.
    struct Settled {
        domain::Reading stands = domain::Reading::First;
        std::string why;
        std::string by; ///< name
    };
    struct ChatRow {
        domain::ChatKey chat;
        std::vector<FaultRow> faults;
        std::string by;     ///< who read it
        bool fails = false; ///< after appeals
        bool readTwice = false;
        std::optional<domain::Date> appealUntil; ///< while an appeal is possible
        std::optional<Settled> settled;
        /// The second reading stands, and passes what these faults were found in.
        bool dropped = false;
    };
    struct Distance {
        int points = 0; ///< that may still be lost before it is reached
        int below = 0;
        std::string effect;
    };
    struct Coaching {
        std::string title; ///< of the criterion; empty for the first reply
        domain::CoachingItem item;
        std::string session; ///< the course part to read again; empty: none
        std::string sessionTitle;
    };
    /// How many people have that many points.
    using Distribution = std::map<int, int>;

    PointsView(Desk& desk, std::string language);
    std::function<void()> onChanged;

    /// A person's ledger; empty: the actor's, or the whole team's for who sees everybody.
    void show(const domain::PersonId& person, domain::Month month);
    /// Of monthOnShow.
    void show(const domain::PersonId& person);
    void load();

    [[nodiscard]] domain::Month month() const { return m_month; }
    [[nodiscard]] std::optional<store::ChangeNumber> closedBy() const { return m_closed; }
    [[nodiscard]] const std::string& closer() const { return m_closer; } ///< name
    [[nodiscard]] std::optional<domain::Date> closedOn() const { return m_closedOn; }
    /// The month is over, open, and the actor closes months.
    [[nodiscard]] bool mayClose() const;

    // The team's month
    [[nodiscard]] bool seesTeam() const { return m_team; }
    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    [[nodiscard]] std::vector<std::string> teams() const;
    [[nodiscard]] Distribution distribution(const std::string& team) const; ///< empty team: everybody

    // One person's ledger
    [[nodiscard]] const domain::PersonId& person() const { return m_person; }
    [[nodiscard]] const Row* row() const;
    [[nodiscard]] int full() const { return m_rules.points; }
    [[nodiscard]] const domain::PointRules& rules() const { return m_rules; }
    [[nodiscard]] const std::vector<Distance>& distances() const { return m_distances; }
    /// The points that going live takes, where the person's course asks for some.
    [[nodiscard]] std::optional<int> toGoLive() const { return m_toGoLive; }
    /// What readiness counts: all practice days, of whatever month. Nothing where there is none.
    [[nodiscard]] const std::optional<PracticeRecord>& allPractice() const { return m_practice; }
    [[nodiscard]] const std::vector<Coaching>& coaching() const { return m_coaching; }
    /// The chats of a day that were failed by the reading that counts, or by the first one, by number.
    [[nodiscard]] std::vector<ChatRow> chatsOf(domain::Date day) const;
    /// Appeals against chats of that day that wait to be decided.
    [[nodiscard]] int openAppealsOn(domain::Date day) const;
    [[nodiscard]] bool own() const { return m_person == m_desk.actor.id && !m_desk.past(); }

    store::ChangeNumber appeal(const domain::ChatKey& chat, const std::string& criterion,
                               const std::string& plea);
    store::ChangeNumber decide(const domain::ChatKey& chat, const std::string& criterion, bool uphold,
                               const std::string& answer, store::ChangeNumber saw);
    /// What closing the shown month meets and cuts off.
    [[nodiscard]] MonthClosing closing() const { return closingOf(m_desk, m_month); }
    store::ChangeNumber close(const std::string& note);

private:
    void loadTeam();
    void loadPerson();
    [[nodiscard]] Row rowOf(const PersonPoints& points) const;
    void loadReadings(store::ChatStore& store);
    void loadCoaching();
    /// Both readings of a chat and what was decided of them.
    struct Readings {
        const store::KeptReview* first = nullptr;
        const store::KeptReview* second = nullptr;
        const store::KeptSettlement* settled = nullptr;
        /// The second one was decided to stand.
        [[nodiscard]] bool secondStands() const {
            return second && settled && settled->settlement.stands == domain::Reading::Second;
        }
        [[nodiscard]] const store::KeptReview& counting() const { return secondStands() ? *second : *first; }
    };
    [[nodiscard]] Readings readingsOf(const store::KeptReview& first) const;
    [[nodiscard]] ChatRow chatRow(const Readings& readings) const;
    [[nodiscard]] FaultRow faultRow(const Readings& readings, const domain::Fault& fault, const ChatRow& chat) const;
    [[nodiscard]] std::vector<domain::Appeal> plainAppeals() const;
    [[nodiscard]] std::string effectOf(const PersonPoints& points, bool& reached) const;

    Desk& m_desk;
    std::string m_language;
    domain::Month m_month;
    domain::PersonId m_person;
    bool m_team = false;
    std::optional<store::ChangeNumber> m_closed;
    std::optional<domain::Date> m_closedOn;
    std::string m_closer;
    std::vector<Row> m_rows;
    std::optional<Scorecard> m_card;
    domain::PointRules m_rules;
    std::vector<Distance> m_distances;
    std::optional<int> m_toGoLive;
    std::optional<PracticeRecord> m_practice;
    std::vector<Coaching> m_coaching;
    std::vector<store::KeptReview> m_reviews;
    std::vector<store::KeptAppeal> m_appeals;
    std::map<domain::Date, int> m_open; ///< appeals to decide, by day
    std::map<domain::PersonId, std::string> m_names;
    std::map<domain::ChatKey, store::KeptReview> m_seconds;
    std::map<domain::ChatKey, store::KeptSettlement> m_settled;
};

} // namespace fledgling::app
