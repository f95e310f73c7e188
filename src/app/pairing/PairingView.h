#pragma once

#include "app/pairing/Pairing.h"
#include "domain/Roles.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fledgling::app {

/// The pairing board: trainees without a mentor, mentors with their load, and the pairs proposed. Page:
/// "pairing". A proposal is only drawn: nothing is kept before accept. It is solved again after every load
/// and every lock.
class PairingView {
public:
    /// A trainee without a mentor.
    struct Card {
        domain::PersonId trainee;
        std::string name;
        std::set<domain::Post> posts;
        domain::Leaning leaning = domain::Leaning::AllRound;
        std::string shift;
        std::string cohort;
        domain::Date start; ///< first day with the mentor
        bool begun = true;  ///< the cohort has begun: a mentor is due
    };
    /// A trainee with a mentor.
    struct Led {
        domain::PersonId trainee;
        std::string name;
        std::set<domain::Post> posts;
        domain::Leaning leaning = domain::Leaning::AllRound;
        std::string cohort; ///< empty: in none
        domain::Date since;
        int daysMentored = 0;
        int daysNeeded = 0;          ///< of the course
        store::ChangeNumber saw = 0; ///< the change the pair was read at
    };
    struct Mentor {
        domain::PersonId mentor;
        std::string name;
        std::set<domain::Post> posts;
        domain::Leaning leaning = domain::Leaning::AllRound;
        std::string shift;
        int capacity = 0;
        int traineeDays = 0; ///< mentored days his or her trainees still have ahead
        int tenureMonths = 0;
        std::vector<Led> trainees;
        std::vector<domain::Leave> away; ///< approved, not over yet
        [[nodiscard]] int places() const { return std::max(0, capacity - static_cast<int>(trainees.size())); }
    };
    /// A proposed pair. The points of its terms add up to its score.
    struct Proposed {
        domain::PersonId trainee;
        domain::PersonId mentor;
        std::string traineeName;
        std::string mentorName;
        domain::Date start;
        bool locked = false;
        int score = 0;
        std::vector<domain::Term> terms;
    };
    struct WhyNotRow {
        std::string mentorName;
        domain::WhyNot why;
        std::optional<domain::Date> since = {}; ///< of the mentor who has the trainee: the first day, maybe one to come
    };
    struct NamedRemedy {
        domain::Remedy remedy;
        std::string mentor;
        std::string trainee;
    };
    /// People who compete for too few places.
    struct ShortageRow {
        std::vector<std::string> trainees;
        std::vector<std::string> mentors;
        int places = 0;
        std::vector<NamedRemedy> remedies;
    };

    explicit PairingView(Desk& desk) : m_desk(desk) {}
    std::function<void()> onChanged;

    /// Asks the store again; a proposal that is drawn is solved again with the locks that still fit. Who may
    /// not see pairs is refused.
    void load();

    [[nodiscard]] const std::vector<Card>& unpaired() const { return m_cards; }
    [[nodiscard]] int laterUnpaired() const; ///< of these, those whose cohort begins later
    [[nodiscard]] const std::vector<Mentor>& mentors() const { return m_mentors; }
    [[nodiscard]] int places() const;

    /// Draws the best pairing. Refused(NotYourRight).
    void propose();
    /// Escape: everything as it was, locks gone.
    void cancel();
    [[nodiscard]] bool proposing() const { return m_proposal.has_value(); }
    /// In the cards' order; empty while nothing is drawn.
    [[nodiscard]] const std::vector<Proposed>& proposed() const { return m_proposed; }
    [[nodiscard]] const Proposed* proposedFor(const domain::PersonId& trainee) const;
    [[nodiscard]] int total() const { return m_proposal ? m_proposal->total() : 0; }
    /// Why not everybody has a mentor in the proposal; empty when everybody has.
    [[nodiscard]] const std::vector<ShortageRow>& shortages() const { return m_shortages; }

    /// Fixes the proposed pair of a trainee, or another mentor for him or her, and solves the rest again. A
    /// lock against a hard rule is refused and the drawing stays.
    void lock(const domain::PersonId& trainee);
    void lock(const domain::PersonId& trainee, const domain::PersonId& mentor);
    void unlock(const domain::PersonId& trainee);
    /// For every mentor, in the order of mentors(): why this trainee isn't given to him or her. Empty while
    /// nothing is drawn.
    [[nodiscard]] std::vector<WhyNotRow> whyNot(const domain::PersonId& trainee) const;

    /// For every mentor, in the order of mentors(): the hard rules against leading this trainee, with a mentor
    /// or without. `proposed` marks the one who leads now, or will from a later day on.
    [[nodiscard]] std::vector<WhyNotRow> obstacles(const domain::PersonId& trainee) const;

    /// What it would be worth if that mentor led the waiting trainee besides those he or she leads and is proposed for;
    /// empty when either isn't in the pool.
    [[nodiscard]] std::vector<domain::Term> worth(const domain::PersonId& trainee, const domain::PersonId& mentor) const;

    /// Keeps one proposed pair; the rest stays drawn. 0 when none is proposed for that trainee.
    store::ChangeNumber accept(const domain::PersonId& trainee);
    /// Keeps every proposed pair as one change.
    store::ChangeNumber acceptAll();
    /// By hand: dragging a card onto a mentor. An empty `since` is the card's start.
    store::ChangeNumber pairByHand(const domain::PersonId& trainee, const domain::PersonId& mentor,
                                   std::optional<domain::Date> since = {});
    /// The first day another mentor may have a led trainee: today, or the first day of a pair still to come.
    [[nodiscard]] domain::Date handOverFrom(const domain::PersonId& trainee) const;
    /// Refused as the hand-over would be on any day. Days away are no matter: it may begin after them.
    void requireMayTakeOver(const domain::PersonId& trainee, const domain::PersonId& mentor) const;
    /// Dragging a led trainee onto another mentor; `since` is the first day with the new one.
    store::ChangeNumber handOver(const domain::PersonId& trainee, const domain::PersonId& mentor,
                                 const std::string& note, domain::Date since);
    store::ChangeNumber end(const domain::PersonId& trainee, const std::string& why, domain::Date until);
    [[nodiscard]] std::vector<PairSpell> history(const domain::PersonId& trainee) {
        return pairHistory(m_desk, trainee);
    }
    /// The trainees whose pair that change wrote, in its order.
    [[nodiscard]] std::vector<domain::PersonId> pairedIn(store::ChangeNumber change);
    /// What makes a pair good and how much of the beginning a mentor may miss.
    [[nodiscard]] std::vector<PairingSetting> settings() { return pairingSettings(m_desk); }
    /// Sets some of them by name, as one change; a proposal that is drawn is solved again.
    store::ChangeNumber weigh(const std::map<std::string, std::string>& values);
    [[nodiscard]] bool may(domain::Verb verb) const;
    /// False of a pair's first day that is still to come, as the book was read.
    [[nodiscard]] bool begun(domain::Date since) const { return since <= m_today; }

private:
    void loadCards();
    void loadMentors();
    void solve();
    void drawShortages();
    void redraw();
    [[nodiscard]] std::string name(const domain::PersonId& person) const;
    [[nodiscard]] const Card* card(const domain::PersonId& trainee) const;
    [[nodiscard]] std::optional<store::ChangeNumber> sawOf(const domain::PersonId& trainee) const;

    Desk& m_desk;
    domain::Date m_today;
    domain::Pool m_pool;
    std::vector<Card> m_cards;
    std::vector<Mentor> m_mentors;
    std::map<domain::PersonId, std::string> m_names;
    std::vector<domain::LockedPair> m_locks;
    std::optional<domain::Proposal> m_proposal;
    std::vector<Proposed> m_proposed;
    std::vector<ShortageRow> m_shortages;
};

} // namespace fledgling::app
