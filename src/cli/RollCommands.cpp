#include "app/cohorts/Cohorts.h"
#include "app/cohorts/CohortsView.h"
#include "app/people/People.h"
#include "app/roll/Roll.h"
#include "app/roll/RollView.h"
#include "cli/Command.h"
#include "domain/Refused.h"


namespace fledgling::cli {

namespace roll_commands {
namespace {

using namespace domain;

/// "P", "L12", "E5", "S", "A"; "-" takes the mark away.
std::optional<Mark> markArgument(const std::string& text) {
    if (text == "-") return std::nullopt;
    const auto kind = text.empty() ? std::nullopt : markKindOfLetter(text.front());
    const auto minutes = text.size() > 1 ? numberIn(std::string_view(text).substr(1)) : 0;
    if (!kind || !minutes || *minutes < 0)
        throw Usage{"a mark is P, L and minutes, E and minutes, S, A, or - for none: " + text};
    return Mark{*kind, Minutes(*minutes)};
}

std::string textOf(const std::optional<Mark>& mark) {
    if (!mark) return "-";
    return std::string(1, letterOf(mark->kind)) + (mark->minutes.count() > 0 ? std::to_string(mark->minutes.count()) : "");
}

void show(Call& call) {
    app::RollView view(*call.desk, call.language);
    view.show(call.session(call.word(0)).id);
    std::vector<std::string> columns{"number", "name"};
    for (const auto& column : view.columns()) columns.push_back(column.courseSession);
    for (const char* more : {"taken_percent", "possible_percent", "owes", "consequence"}) columns.emplace_back(more);
    call.output.table(columns);
    for (const auto& row : view.rows()) {
        std::vector<Item> items{app::personOf(*call.desk, row.trainee).card.staffNumber, row.name};
        for (const auto& cell : row.cells) items.emplace_back(textOf(cell.mark));
        const auto taken = row.totals.takenPercent();
        items.push_back(taken ? Item(std::int64_t{*taken}) : Item::absent(call.tr("not marked")));
        items.emplace_back(std::int64_t{row.totals.possiblePercent()});
        items.emplace_back(row.owedSessions);
        items.emplace_back(row.consequence);
        call.output.row(std::move(items));
    }
    call.output.say("session", view.session().id.text());
    call.output.say("title", view.title());
    call.output.say("day", view.session().day.iso());
    call.output.say("marked", std::int64_t{view.marked()});
    call.output.say("closed", view.closed());
}

void mark(Call& call) {
    const auto session = call.session(call.word(0));
    const auto trainee = call.person(call.word(1)).id;
    const auto wanted = markArgument(call.word(2));
    call.kept(call.has("why") ? app::correctMark(*call.desk, session.id, trainee, wanted, call.value("why"))
                              : app::mark(*call.desk, session.id, trainee, wanted));
}

void all(Call& call) {
    call.kept(app::markAll(*call.desk, call.session(call.word(0)).id, Mark{MarkKind::Present, Minutes()}, call.value("why")));
}

/// Who of a cohort still owes a session, and where it is to be made up.
void owed(Call& call) {
    app::CohortsView view(*call.desk, call.language);
    view.show(app::findCohort(*call.desk, call.word(0)).id);
    for (const auto& one : view.owed())
        call.output.row({one.name, one.courseSession, one.title, one.missed ? Item{one.missed->iso()} : Item{},
                         one.planned ? Item{one.planned->session.text()} : Item{}});
}

void rest(Call& call) { call.kept(app::markRestPresent(*call.desk, call.session(call.word(0)).id)); }
void close(Call& call) { call.kept(app::closeSession(*call.desk, call.session(call.word(0)).id)); }
void reopen(Call& call) { call.kept(app::reopenSession(*call.desk, call.session(call.word(0)).id, call.value("why"))); }

void guest(Call& call) {
    call.kept(app::expectGuest(*call.desk, call.session(call.word(0)).id, call.person(call.word(1)).id));
}

void waive(Call& call) { call.kept(app::waive(*call.desk, call.person(call.word(0)).id, call.word(1), call.value("why"))); }

} // namespace
} // namespace roll_commands

std::vector<Command> rollCommands() {
    using namespace roll_commands;
    const Option why{"why", "TEXT", "the reason"};
    return {
        {"roll show", "SESSION", 1, 1, Needs::Actor, "the roll and matrix of a session (an id, or COHORT/SESSION)", {}, show,
         {"number", "name", "SESSION...", "taken_percent", "possible_percent", "owes", "consequence"}},
        {"roll mark", "SESSION PERSON MARK", 3, 3, Needs::Actor, "P, L12, E5, S, A, or - for not marked; a closed session needs --why", {why}, mark},
        {"roll rest", "SESSION", 1, 1, Needs::Actor, "mark everybody left as present (approved leave as leave)", {}, rest},
        {"roll all", "SESSION", 1, 1, Needs::Actor, "mark everybody as present, over what stands; where somebody has a mark it needs --why", {why}, all},
        {"roll owed", "COHORT", 1, 1, Needs::Actor, "who owes a session, and where it is to be made up", {}, owed,
         {"name", "session", "title", "missed", "make_up"}},
        {"roll close", "SESSION", 1, 1, Needs::Actor, "close a session; refused while somebody is unmarked", {}, close},
        {"roll reopen", "SESSION", 1, 1, Needs::Actor, "reopen a closed session", {why}, reopen},
        {"roll guest", "SESSION PERSON", 2, 2, Needs::Actor, "plan a make-up with another cohort", {}, guest},
        {"roll waive", "PERSON COURSE-SESSION", 2, 2, Needs::Actor, "settle an owed session with a signed reason", {why}, waive},
    };
}

} // namespace fledgling::cli
