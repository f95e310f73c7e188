#include "app/readiness/Decisions.h"

#include "app/Keep.h"
#include "app/PastDay.h"
#include "app/Record.h"
#include "app/calendar/Calendars.h"
#include "app/pairing/Pairing.h"
#include "app/people/People.h"
#include "domain/Readiness.h"
#include "domain/Refused.h"
#include "domain/Roles.h"

#include <algorithm>
#include <map>
#include <set>

namespace fledgling::app {

using namespace domain;
using store::ChangeNumber;
using store::MentoringStore;

namespace {

/// The facts as they are under the new decision: one that isn't an approval no longer lends a mentor to who
/// has none.
Facts factsUnder(Desk& desk, const Record& record, DecisionKind kind) {
    Facts facts = factsOf(record, calendarOf(desk, record.course->workingWeek), desk.today());
    if (kind != DecisionKind::Approve) facts.hasMentor = record.paired();
    return facts;
}

void requireNews(const Record& record, const Decision& wanted, const Readiness& now, Date today) {
    if (!record.decision) return;
    const auto& stands = record.decision->decision;
    const bool same = stands.kind == wanted.kind && stands.until == wanted.until && stands.inForce(today);
    if (!same || factsChanged(stands, now)) return;
    // The same hold for another reason is worth a line; an approval is given once.
    if (wanted.kind != DecisionKind::Approve && stands.reason != wanted.reason) return;
    throw Refused(Rule::AlreadyDecided, {record.person.card.name, std::string(keyOf(stands.kind))});
}

} // namespace

ChangeNumber decide(Desk& desk, const PersonId& trainee, DecisionKind kind, const std::string& why,
                    std::optional<Date> until, std::optional<ChangeNumber> saw) {
    return perform(desk, Verb::DecideGoLive, [&] {
        const Record record = recordOf(desk, trainee);
        const auto now = readinessOf(*record.course, factsUnder(desk, record, kind));
        const auto decision =
            domain::decide(now, kind, why, until, desk.today(), store::Book(desk.database).last());
        requireNews(record, decision, now, desk.today());
        auto fact = MentoringStore::fact(decision);
        fact.saw = saw;
        Deed deed{"decide", {std::move(fact)}, {Topic::Decisions}, decision.reason, 0, {}};
        if (kind == DecisionKind::Approve && record.paired()) {
            deed.facts.push_back(MentoringStore::fact(ended(*record.pair, desk.today())));
            deed.topics.insert(Topic::Pairing);
        }
        return deed;
    });
}

namespace {

/// The changes of a trainee's decisions that were taken back and not given again.
std::set<store::ChangeNumber> decisionsTakenBack(Desk& desk, const PersonId& trainee) {
    store::Book book(desk.database);
    const auto upTo = settledAt(desk);
    std::map<store::ChangeNumber, store::ChangeNumber> undone; // by the change that did it
    std::set<store::ChangeNumber> found;
    for (const auto& kept : book.historyOf("decision", {trainee.text()})) {
        const auto change = kept.change <= upTo ? book.change(kept.change) : std::nullopt;
        if (!change || change->head.undoes == 0) continue;
        undone[kept.change] = change->head.undoes;
        found.insert(change->head.undoes);
        if (const auto given = undone.find(change->head.undoes); given != undone.end()) found.erase(given->second);
    }
    return found;
}

} // namespace

std::vector<DecisionRow> decisionHistory(Desk& desk, const PersonId& trainee) {
    require(desk.actor, Verb::SeeReadiness);
    const auto mentor = currentMentor(desk, trainee);
    requireMaySee(desk, trainee, mentor ? mentor->id : PersonId());
    MentoringStore mentoring(desk.database, settledAt(desk));
    const auto standing = mentoring.decisionOf(trainee);
    const auto takenBack = decisionsTakenBack(desk, trainee);
    std::vector<DecisionRow> rows;
    store::Book book(desk.database);
    for (auto& kept : mentoring.decisionsOf(trainee)) {
        const auto change = book.change(kept.written);
        const bool stands = standing && standing->written == kept.written;
        // Taking the next one back wrote this one again: the same decision, not another.
        const auto before = std::find_if(rows.begin(), rows.end(), [&](const DecisionRow& row) {
            return row.kept.decision == kept.decision;
        });
        const bool again = change && change->head.undoes != 0 && before != rows.end();
        DecisionRow row;
        auto& target = again ? *before : row;
        target.stands = stands;
        target.inForce = stands && kept.decision.inForce(shownDay(desk));
        if (again) continue;
        row.takenBack = takenBack.contains(kept.written);
        row.kept = std::move(kept);
        row.by = change ? nameOf(desk, change->head.who) : "";
        row.on = change ? change->head.localDate : Date();
        rows.push_back(std::move(row));
    }
    std::reverse(rows.begin(), rows.end());
    return rows;
}

} // namespace fledgling::app
