#pragma once

#include "domain/Person.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fledgling::domain {

/// A trainee and the mentor who leads him or her, from a day on.
struct Pair {
    PersonId trainee;
    PersonId mentor;
    Date since;
    std::optional<Date> until; ///< last day; nothing while it stands
    std::string note;          ///< what the next mentor was told at a hand-over

    [[nodiscard]] bool covers(Date day) const { return since <= day && (!until || day <= *until); }
    friend bool operator==(const Pair&, const Pair&) = default;
};

/// The pair as it ends that day; one that hasn't begun yet ends on its first day.
[[nodiscard]] Pair ended(Pair pair, Date day);

/// Why somebody may not lead a trainee. The hard rules, and what only a proposal knows.
enum class Obstacle {
    OwnMentor,    ///< nobody leads himself or herself
    NotMentor,    ///< has not the role
    Retired,      ///< kept for the record only
    PostDiffers,  ///< can't lead for the trainee's post
    MentorAway,   ///< away while the trainee needs the mentor most
    MentorFull,   ///< leads as many as the capacity says
    PlacesLocked, ///< in a proposal: the places left are locked for others
    TraineeLocked ///< in a proposal: the trainee is locked to another mentor
};

struct Hindrance {
    Obstacle obstacle = Obstacle::NotMentor;
    std::optional<Date> first; ///< MentorAway: the leave that stands in the way
    std::optional<Date> last;
    friend bool operator==(const Hindrance&, const Hindrance&) = default;
};

/// How much of the beginning a mentor may be away for (assumed; the documents only ask that the mentor be
/// there). The first week decides: with the default any approved day off in it rules the mentor out.
struct AwayRule {
    int firstDays = 7; ///< calendar days from the day the pairing begins
    int mayMiss = 0;   ///< of these
    friend bool operator==(const AwayRule&, const AwayRule&) = default;
};

/// Every hard rule that speaks against the pair, in the order of Obstacle; empty when the mentor can lead.
/// `load`: trainees the mentor leads now, this one not counted. `away` may hold other people's leave too.
[[nodiscard]] std::vector<Hindrance> hindrances(const Person& mentor, const Person& trainee, int load,
                                                const std::vector<Leave>& away, Date on,
                                                const AwayRule& rule = {});

/// Throws Refused for the first hindrance: OwnMentor, NotMentor, PostDiffers, MentorAway or MentorFull.
void requireCanLead(const Person& mentor, const Person& trainee, int load, const std::vector<Leave>& away,
                    Date on, const AwayRule& rule = {});

/// Throws Refused(AlreadyPaired) when the trainee has a mentor.
void requireUnpaired(const Person& trainee, const Person* currentMentor);

/// Throws Refused(StillLeads) for a mentor with trainees, given by name: they are handed over before he or she leaves.
void requireLeadsNobody(const Person& mentor, const std::vector<std::string>& trainees);

/// What a mentor alone may do for a trainee: throws Refused(NotPaired) when there is no mentor, NotTheMentor
/// when it is somebody else.
void requireCurrentMentor(const Person& actor, const Person& trainee, const Person* currentMentor);

/// The first day from `from` on at which the rule would let the mentor lead.
[[nodiscard]] Date firstDayPresent(PersonId mentor, const std::vector<Leave>& away, Date from,
                                   const AwayRule& rule = {});

} // namespace fledgling::domain
