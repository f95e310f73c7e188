#pragma once

#include "app/Desk.h"
#include "domain/Roles.h"

#include <set>
#include <string>
#include <vector>

namespace fledgling::app {

/// What one verb wants to write, and how it is called in the book.
struct Deed {
    std::string verb;              ///< "mark", "pair", ...: stable, shown in the history through Words
    std::vector<store::Fact> facts;
    std::set<Topic> topics;        ///< whom to tell after the commit
    std::string why;               ///< a reason where one was asked for
    store::ChangeNumber undoes = 0;
    domain::CommandId command;     ///< of a retry; empty: a fresh one
};

/// Right and readiness to write: throws Refused(NotYourRight), or Refused(PastIsReadOnly) while a past moment is shown.
void requireMay(const Desk& desk, domain::Verb verb);

/// The two halves of keep, for perform.
store::ChangeNumber write(Desk& desk, const Deed& deed);
void done(Desk& desk, const Deed& deed, store::ChangeNumber number);

/// The second half of every verb: keep in one transaction, tell, remember the way back. Gives the change's number.
store::ChangeNumber keep(Desk& desk, const Deed& deed);

/// A verb's whole run with its reads and its write in one transaction, so that what it decided on still stands when it
/// writes. `decide` gives the deed; one without facts writes nothing and gives 0.
template <class Decide>
store::ChangeNumber perform(Desk& desk, domain::Verb verb, Decide decide) {
    requireMay(desk, verb);
    Deed deed;
    store::ChangeNumber number = 0;
    {
        store::Book::Transaction transaction(desk.database);
        deed = decide();
        if (deed.facts.empty()) return 0;
        number = write(desk, deed);
        transaction.commit();
    }
    done(desk, deed, number);
    return number;
}

/// Takes back the newest change of this desk; its former values become a new change. Refused(NothingToUndo), what
/// requireTakesBack refuses (app/chats/Points), or Conflict when somebody has built on it since.
store::ChangeNumber undo(Desk& desk);
/// Takes back any change by number: one's own, or anybody's for a manager.
store::ChangeNumber undoChange(Desk& desk, store::ChangeNumber number, const std::string& why);

} // namespace fledgling::app
