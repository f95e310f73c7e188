#include "app/Keep.h"

#include "app/chats/Points.h"
#include "domain/Refused.h"
#include "domain/Text.h"

#include <algorithm>

namespace fledgling::app {

using domain::Refused;
using domain::Rule;

namespace {

/// A second reading, its faults, or which of two readings stands.
bool isReading(const std::string& table) { return table.starts_with("second_") || table == "reading_settled"; }

/// Which topics a table's facts belong to: undo writes any table.
std::set<Topic> topicsOf(const std::vector<store::Fact>& facts) {
    std::set<Topic> topics;
    for (const auto& fact : facts) {
        const auto& table = fact.table;
        if (table == "person" || table == "person_card" || table == "leave") topics.insert(Topic::People);
        if (table == "setting") topics.insert(Topic::Settings);
        if (table == "calendar_day") topics.insert(Topic::Calendar);
        if (table == "course" || table == "course_file") topics.insert(Topic::Courses);
        if (table == "cohort" || table == "session" || table == "member") topics.insert(Topic::Cohorts);
        if (table == "mark" || table == "roll_closed" || table == "guest" || table == "waiver") topics.insert(Topic::Roll);
        if (table == "pairing" || table == "mentor_evaluation") topics.insert(Topic::Pairing);
        if (table == "log_entry") topics.insert(Topic::Logs);
        if (table == "skill" || table == "acknowledgement") topics.insert(Topic::Skills);
        if (table == "problem") topics.insert(Topic::Problems);
        if (table == "result" || table.starts_with("practical_")) topics.insert(Topic::Results);
        if (table.starts_with("quiz_") || table == "attempt_granted") topics.insert(Topic::Quizzes);
        if (table.starts_with("chat_") || isReading(table) || table == "appeal" || table == "month_closed")
            topics.insert(Topic::Chats);
        if (table == "shadow_sheet" || table == "film_watch" || table == "exercise") topics.insert(Topic::Evidence);
        if (table == "common_answer") topics.insert(Topic::Problems);
        if (table == "decision") topics.insert(Topic::Decisions);
    }
    return topics;
}

/// What a trainee wrote on a quiz stands: taken back after the right answers were shown, it would be another
/// quiz.
bool isFinal(const std::vector<store::Fact>& facts) {
    return std::any_of(facts.begin(), facts.end(), [](const store::Fact& one) {
        return one.table == "quiz_paper" || one.table == "quiz_answer" || one.table == "quiz_handed_in";
    });
}

/// What somebody read, pleaded or decided of a chat, saw in a practical check, or says of the mentor: nobody moves points or results
/// by taking another's judgement back.
bool isJudgement(const std::vector<store::Fact>& facts) {
    return std::any_of(facts.begin(), facts.end(), [](const store::Fact& one) {
        return one.table.starts_with("practical_") || one.table == "mentor_evaluation" || one.table == "chat_review" ||
               isReading(one.table) || one.table == "appeal";
    });
}

} // namespace

void requireMay(const Desk& desk, domain::Verb verb) {
    if (desk.past()) throw Refused(Rule::PastIsReadOnly);
    domain::require(desk.actor, verb);
}

store::ChangeNumber write(Desk& desk, const Deed& deed) {
    store::ChangeHead head;
    head.command = deed.command.empty() ? domain::CommandId(desk.newId()) : deed.command;
    head.who = desk.actor.id;
    head.at = desk.clock.now();
    head.localDate = desk.clock.dateOf(head.at);
    head.zone = desk.clock.zone;
    head.verb = deed.verb;
    head.why = domain::note(deed.why, "reason");
    head.undoes = deed.undoes;
    return store::Book(desk.database).append(head, deed.facts);
}

void done(Desk& desk, const Deed& deed, store::ChangeNumber number) {
    if (deed.undoes == 0 && !isFinal(deed.facts)) desk.undo.done.push_back(number);
    desk.events.tell(deed.topics);
}

store::ChangeNumber keep(Desk& desk, const Deed& deed) {
    const auto number = write(desk, deed);
    done(desk, deed, number);
    return number;
}

store::ChangeNumber undoChange(Desk& desk, store::ChangeNumber number, const std::string& why) {
    return perform(desk, domain::Verb::UndoOwn, [&] {
        store::Book book(desk.database);
        const auto change = book.change(number);
        if (!change) throw Refused(Rule::NothingToUndo);
        if (change->head.who != desk.actor.id && !desk.actor.is(domain::Role::Manager))
            throw Refused(Rule::NotYourRight, {"undo"});
        Deed deed{"undo", book.reversal(number), {}, why, number, {}};
        if (deed.facts.empty() || isFinal(deed.facts)) throw Refused(Rule::NothingToUndo);
        requireTakesBack(desk, deed.facts);
        if (change->head.who != desk.actor.id && isJudgement(deed.facts))
            throw Refused(Rule::NotYourRight, {"undo"});
        deed.topics = topicsOf(deed.facts);
        return deed;
    });
}

store::ChangeNumber undo(Desk& desk) {
    if (desk.undo.done.empty()) throw Refused(Rule::NothingToUndo);
    try {
        const auto number = undoChange(desk, desk.undo.done.back(), "");
        desk.undo.done.pop_back();
        return number;
    } catch (const Refused& refused) {
        // Said once; then it isn't in the way of what was done before.
        if (refused.rule() == Rule::ClosingStands) desk.undo.done.pop_back();
        throw;
    }
}

} // namespace fledgling::app
