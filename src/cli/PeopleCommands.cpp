#include "app/people/Import.h"
#include "app/Record.h"
#include "app/people/People.h"
#include "app/people/PeopleView.h"
#include "cli/Command.h"
#include "domain/Text.h"

#include <algorithm>

namespace fledgling::cli {

namespace people_commands {
namespace {

using namespace domain;

template <class Enum, class Read>
void readWords(const Call& call, const std::string& option, std::set<Enum>& into, Read read) {
    if (!call.has(option)) return;
    into.clear();
    for (const auto& word : call.all(option)) {
        const auto value = read(word);
        if (!value) throw Usage{"--" + option + " doesn't know " + word};
        into.insert(*value);
    }
}

/// Options over a person's data; what isn't given stays.
Person withOptions(const Call& call, Person person) {
    person.card.name = call.value("name", person.card.name);
    person.card.staffNumber = call.value("number", person.card.staffNumber);
    person.card.phone = call.value("phone", person.card.phone);
    person.card.email = call.value("email", person.card.email);
    person.department = call.value("department", person.department);
    person.title = call.value("title", person.title);
    person.shift = call.value("shift", person.shift);
    readWords(call, "role", person.roles, roleOf);
    readWords(call, "post", person.posts, postOf);
    if (call.has("leaning")) {
        const auto leaning = leaningOf(call.value("leaning"));
        if (!leaning) throw Usage{"--leaning doesn't know " + call.value("leaning")};
        person.leaning = *leaning;
    }
    person.capacity = call.number("capacity", person.capacity);
    if (call.has("since")) person.since = call.date("since");
    return person;
}

const std::vector<Option> PERSON_OPTIONS = {
    {"name", "NAME", "as the department writes it"}, {"number", "NUMBER", "staff number"}, {"phone", "PHONE", "phone"},
    {"email", "ADDRESS", "e-mail"}, {"role", "ROLE", "trainee, mentor, trainer, supervisor, manager", true},
    {"post", "POST", "agent, complaint, order", true}, {"leaning", "LEANING", "all-round, technical, theory"},
    {"capacity", "N", "a mentor: trainees at once"}, {"since", "DATE", "start date"}, {"department", "TEXT", "department"},
    {"title", "TEXT", "title"}, {"shift", "TEXT", "shift"}};

std::vector<Option> personOptions(std::vector<Option> more) {
    more.insert(more.begin(), PERSON_OPTIONS.begin(), PERSON_OPTIONS.end());
    return more;
}

std::string fieldsKnown() {
    std::string all;
    for (int i = 0; i <= static_cast<int>(RosterField::Shift); ++i)
        all += (i == 0 ? "" : ", ") + std::string(keyOf(static_cast<RosterField>(i)));
    return all;
}

template <class Enum>
std::vector<std::string> keysOf(const std::set<Enum>& values) {
    std::vector<std::string> keys;
    for (const Enum value : values) keys.emplace_back(keyOf(value));
    return keys;
}

void list(Call& call) {
    std::set<Role> roles;
    readWords(call, "role", roles, roleOf);
    app::PeopleView view(*call.desk);
    view.load();
    view.filter({.role = roles.empty() ? std::nullopt : std::optional(*roles.begin()), .retired = call.has("left")});
    for (const auto* row : view.shown()) {
        const auto& person = row->person;
        call.output.row({person.card.staffNumber, person.card.name, keysOf(person.roles), keysOf(person.posts),
                         std::string(keyOf(person.leaning)), std::int64_t{person.capacity},
                         person.since ? Item{person.since->iso()} : Item{}, person.shift, person.retired, person.id.text()});
    }
}

void add(Call& call) {
    Person person;
    person = withOptions(call, person);
    const auto id = app::addPerson(*call.desk, person);
    call.output.say("person", id.text());
    call.kept(store::Book(call.desk->database).last());
}

void correct(Call& call) {
    call.kept(app::correctPerson(*call.desk, withOptions(call, call.person(call.word(0))), call.value("why")));
}

void retire(Call& call) { call.kept(app::retirePerson(*call.desk, call.person(call.word(0)).id, call.value("why"))); }
void reinstate(Call& call) { call.kept(app::reinstatePerson(*call.desk, idIn<PersonId>(call.word(0)), call.value("why"))); }
void erase(Call& call) { call.kept(app::erasePerson(*call.desk, idIn<PersonId>(call.word(0)), call.value("why"))); }

/// HEADING=FIELD says what a column holds, HEADING= that it isn't looked at. Throws Usage.
void assignColumns(const Call& call, app::ImportPreview& preview, const RosterDefaults& defaults) {
    for (const auto& text : call.all("column")) {
        const auto at = text.rfind('=');
        const auto heading = text.substr(0, at), word = at == std::string::npos ? "" : text.substr(at + 1);
        const auto field = rosterFieldOf(word);
        if (at == std::string::npos || (!field && !word.empty()))
            throw Usage{"--column is HEADING=FIELD, with one of " + fieldsKnown() + ": " + text};
        const auto& columns = preview.sheet.columns;
        const auto found = std::find_if(columns.begin(), columns.end(), [&](const auto& one) { return one.heading == heading; });
        if (found == columns.end()) throw Usage{"the file has no column " + heading};
        app::assign(preview, found->index, field);
    }
    app::judge(*call.desk, preview, defaults);
}

void import(Call& call) {
    RosterDefaults defaults;
    readWords(call, "role", defaults.roles, roleOf);
    readWords(call, "post", defaults.posts, postOf);
    auto preview = app::previewImport(*call.desk, call.word(0), defaults);
    if (call.has("column")) assignColumns(call, preview, defaults);
    for (const auto& decision : preview.decisions) {
        std::vector<std::string> about;
        for (const auto& change : decision.changes)
            about.push_back(std::string(keyOf(change.field)) + ": " + change.was + " -> " + change.becomes);
        for (const auto* found : {&decision.problems, &decision.warnings})
            for (const auto& problem : *found)
                about.push_back((problem.column.empty() ? "" : problem.column + ": ") + app::sentence(problem, call.tr));
        call.output.row({std::int64_t{decision.line}, std::string(keyOf(decision.verdict)), decision.person.card.name,
                         decision.person.card.staffNumber, about});
    }
    std::vector<std::string> dropped;
    for (const auto& column : preview.sheet.columns)
        if (column.use == format::ColumnUse::Dropped) dropped.push_back(column.heading);
    const auto& totals = preview.totals;
    call.output.say("new", std::int64_t{totals.added});
    call.output.say("same", std::int64_t{totals.same});
    call.output.say("differs", std::int64_t{totals.differing});
    call.output.say("refused", std::int64_t{totals.refused});
    call.output.say("dropped_columns", dropped);
    call.output.sentence(app::filled(call.tr("{0} new, {1} same, {2} differ, {3} refused."),
                                     {std::to_string(totals.added), std::to_string(totals.same), std::to_string(totals.differing),
                                      std::to_string(totals.refused)}));
    if (!dropped.empty()) call.output.sentence(app::filled(call.tr("Columns left out because they are private: {0}."), {domain::joined(dropped, ", ")}));
    if (call.has("preview")) return call.output.sentence(call.tr("Preview only: nothing was kept."));
    call.kept(app::importPeople(*call.desk, preview, defaults, call.has("update")));
}

void askLeave(Call& call) {
    const auto id = app::askLeave(*call.desk, call.person(call.word(0)).id, dateOf(call.word(1)), dateOf(call.word(2)), call.value("why"));
    call.output.say("leave", id.text());
    call.kept(store::Book(call.desk->database).last());
}

void decideLeave(Call& call, bool approved) {
    call.kept(app::decideLeave(*call.desk, idIn<LeaveId>(call.word(0)), approved, call.value("why")));
}

void listLeave(Call& call) {
    const auto from = call.date("from", app::shownDay(*call.desk).plusDays(-30)), to = call.date("to", app::shownDay(*call.desk).plusDays(60));
    for (const auto& leave : app::leavesBetween(*call.desk, from, to))
        call.output.row({leave.id.text(), app::nameOf(*call.desk, leave.person), leave.first.iso(), leave.last.iso(),
                         std::string(keyOf(leave.state)), leave.why});
}

} // namespace
} // namespace people_commands

std::vector<Command> peopleCommands() {
    using namespace people_commands;
    const Option why{"why", "TEXT", "the reason"};
    return {
        {"people list", "", 0, 0, Needs::Actor, "everybody who hasn't left", {{"role", "ROLE", "only that role"}, {"left", "", "those who left, too"}}, list,
         {"number", "name", "roles", "posts", "leaning", "capacity", "since", "shift", "left", "id"}},
        {"people add", "", 0, 0, Needs::Actor, "add a person", personOptions({}), add},
        {"people correct", "PERSON", 1, 1, Needs::Actor, "correct a person's data", personOptions({why}), correct},
        {"people retire", "PERSON", 1, 1, Needs::Actor, "offer a person nowhere any more; ends the pair and the cohorts he or she is in", {why}, retire},
        {"people reinstate", "ID", 1, 1, Needs::Actor, "offer a person again; \"undo\" brings pair and cohorts back, too", {why}, reinstate},
        {"people erase", "ID", 1, 1, Needs::Actor, "blank a retired person's card in every version; can't be undone", {why}, erase},
        {"people import", "FILE", 1, 1, Needs::Actor, "add people from a CSV or XLSX roster",
         {{"preview", "", "only show"}, {"update", "", "also keep rows that differ"},
          {"column", "HEADING=FIELD", "what a column holds (" + fieldsKnown() + "); HEADING= leaves it out", true},
          {"role", "ROLE", "of new people (trainee)", true}, {"post", "POST", "of new people (agent)", true}}, import,
         {"line", "verdict", "name", "number", "about"}},
        {"leave ask", "PERSON FIRST LAST", 3, 3, Needs::Actor, "ask for leave", {why}, askLeave},
        {"leave approve", "LEAVE", 1, 1, Needs::Actor, "approve a leave", {why}, [](Call& call) { decideLeave(call, true); }},
        {"leave refuse", "LEAVE", 1, 1, Needs::Actor, "refuse a leave", {why}, [](Call& call) { decideLeave(call, false); }},
        {"leave list", "", 0, 0, Needs::Actor, "leave around now", {{"from", "DATE", "first day"}, {"to", "DATE", "last day"}}, listLeave,
         {"leave", "name", "first", "last", "state", "why"}},
    };
}

} // namespace fledgling::cli
