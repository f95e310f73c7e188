#pragma once

#include "app/Desk.h"
#include "domain/Readiness.h"

#include <set>
#include <string>
#include <vector>

namespace fledgling::app {

/// What somebody else did: one change, or a run of the same by one person (the keys of one roll).
struct News {
    store::ChangeNumber change = 0; ///< the newest of the run
    domain::Instant at;             ///< of that change
    std::string verb;               ///< for wordForDeed
    std::string who;                ///< name
    std::vector<std::string> about; ///< names of the people it was about, each once; may be empty
    bool own = false;    ///< each of them did it for him- or herself: several may be one piece of news
    std::string subject; ///< title of the session or skill, a cohort's name, a decision's key, a leave's
                         ///< first day as ISO, the mentor somebody was handed over to
    int count = 1;       ///< changes in the run
    bool toReader = false; ///< all of them were given to the reader to lead
    std::string told = {}; ///< and what the reader was told at that hand-over
    /// Where the reader looks at it: the person's page at that line, the roll, the history; empty: nowhere.
    std::string page = {}, pageSubject = {};
};

/// What others did since a moment of the book: newest first, at most `most`. Trainers, supervisors and
/// managers hear of everything, a mentor of his or her trainees and of a pair that ends, a trainee of him- or herself. `language`: of
/// titles.
[[nodiscard]] std::vector<News> newsSince(Desk& desk, store::ChangeNumber since, int most,
                                          const std::string& language = "en");

/// From where on somebody hears who was never here before: the last three days.
[[nodiscard]] store::ChangeNumber firstNewsSince(Desk& desk);

/// Somebody who reached readiness or lost it.
struct Turn {
    domain::PersonId trainee;
    std::string name;
    domain::Verdict was = domain::Verdict::OnTheWay;
    domain::Verdict is = domain::Verdict::OnTheWay;
    friend bool operator==(const Turn&, const Turn&) = default;
};
/// Everybody in training whose verdict became or ceased to be "ready" since that change; empty for who may
/// not see readiness.
[[nodiscard]] std::vector<Turn> turnsSince(Desk& desk, store::ChangeNumber since);

} // namespace fledgling::app
