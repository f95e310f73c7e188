#include "app/Keep.h"
#include "app/history/BookWords.h"
#include "app/history/History.h"
#include "app/merge/MergeWords.h"
#include "app/people/People.h"
#include "app/sample/Sample.h"
#include "cli/Command.h"

#include <charconv>

namespace fledgling::cli {

namespace {

std::string momentText(const app::Clock& clock, domain::Instant at) {
    return clock.dateOf(at).iso() + " " + clock.timeOf(at).text();
}

store::ChangeNumber changeNumber(const std::string& text) {
    store::ChangeNumber number = 0;
    const auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (trouble != std::errc() || end != text.data() + text.size() || number < 1) throw Usage{"not a change number: " + text};
    return number;
}

void create(Call& call) {
    if (call.where.empty()) throw Usage{"which department? give --db."};
    const auto department = app::Department::create(call.where, {call.value("name"), call.value("number")}, call.assets);
    call.output.say("head", store::Book(department->database()).headHash());
    call.output.sentence(app::filled(call.tr("Created {0}."), {call.where}));
}

void sample(Call& call) {
    if (call.where.empty()) throw Usage{"which department? give --db."};
    const auto department = app::createSample(call.where, {call.assets, call.courses});
    call.output.say("people", static_cast<std::int64_t>(department->people().size()));
    call.output.sentence(app::filled(call.tr("Created the sample department {0}."), {call.where}));
}

void verify(Call& call) {
    const auto found = store::Book(call.department->database()).verify();
    call.output.say("good", found.good());
    call.output.say("changes", found.changes);
    call.output.say("head", found.head);
    if (!found.good()) {
        call.output.say("first_bad", found.firstBad);
        call.output.say("table", found.table);
        call.exit = 4;
    }
    call.output.sentence(found.good()
                             ? app::filled(call.tr("The book is whole: {0} changes, head {1}."), {std::to_string(found.changes), found.head})
                             : app::filled(call.tr("The book was tampered with: change {0}, {1}."), {std::to_string(found.firstBad), found.table}));
}

void backUp(Call& call) {
    call.department->database().backUpTo(call.word(0));
    call.output.sentence(app::filled(call.tr("Backed up to {0}."), {call.word(0)}));
}

void list(Call& call) {
    app::HistoryFilter filter;
    if (call.has("about")) filter.about = call.person(call.value("about")).id;
    if (call.has("by")) filter.by = call.person(call.value("by")).id;
    filter.verb = call.value("verb");
    call.output.table({"change", "at", "who", "verb", "did", "about", "why"});
    for (const auto& row : app::history(*call.desk, filter, call.number("most", 50)))
        call.output.row({row.number, momentText(call.desk->clock, row.at), row.who, row.verb, app::wordForDeed(row.verb, call.tr),
                         row.about, app::whyInWords(row.why, call.desk->clock, call.tr)});
}

/// What stood at the first moment is compared with what the changes up to the second one made of it.
void since(Call& call) {
    auto& desk = *call.desk;
    store::Book book(desk.database);
    app::HistoryFilter filter;
    if (call.has("about")) filter.about = call.person(call.value("about")).id;
    if (call.has("by")) filter.by = call.person(call.value("by")).id;
    const auto from = momentOf(call.word(0), desk.clock);
    const auto upTo = call.has("until") ? std::optional(momentOf(call.value("until"), desk.clock)) : std::nullopt;
    if (upTo && upTo->ms < from.ms) throw Usage{"--until lies before the first moment"};
    app::BookNames names(desk, call.language);
    call.output.table({"change", "at", "who", "did", "line", "field", "was", "became", "why"});
    for (const auto& row : app::historySince(desk, filter, book.asOf(from), upTo ? book.asOf(*upTo) : store::NOW, names))
        for (const auto& field : app::fieldsOf(desk, row.number, names))
            call.output.row({row.number, momentText(desk.clock, row.at), row.who, app::wordForDeed(row.verb, call.tr),
                             app::wordForTable(field.table, call.tr) + " " + field.key,
                             app::wordForField(field.table, field.field, call.tr),
                             app::wordForValue(field.table, field.field, field.was, call.tr),
                             app::wordForValue(field.table, field.field, field.became, call.tr),
                             app::whyInWords(row.why, desk.clock, call.tr)});
}

void show(Call& call) {
    call.output.table({"table", "key", "field", "was", "became"});
    for (const auto& field : app::fieldsOf(*call.desk, changeNumber(call.word(0))))
        call.output.row({field.table, field.key, field.field, field.was, field.became});
}

void undo(Call& call) { call.kept(app::undoChange(*call.desk, changeNumber(call.word(0)), call.value("why"))); }

void set(Call& call) { call.kept(app::changeSetting(*call.desk, call.word(0), call.word(1))); }

} // namespace

std::vector<Command> bookCommands() {
    return {
        {"database create", "", 0, 0, Needs::Nothing, "make an empty department with its first manager",
         {{"name", "NAME", "the first manager"}, {"number", "NUMBER", "his or her staff number"}}, create},
        {"database sample", "", 0, 0, Needs::Nothing, "make the sample department", {}, sample},
        {"database verify", "", 0, 0, Needs::Database, "recompute the chain of changes; exit 4 when a line was tampered with", {}, verify},
        {"database backup", "FILE", 1, 1, Needs::Database, "write a checked copy of the database file", {}, backUp},
        {"history", "", 0, 0, Needs::Actor, "list the changes, newest first",
         {{"about", "PERSON", "only what concerns that person"}, {"by", "PERSON", "only what that person did"},
          {"verb", "VERB", "only that verb"}, {"most", "N", "at most so many (50)"}}, list},
        {"history since", "MOMENT", 1, 1, Needs::Actor, "what changed since the end of that day or minute, from what to what",
         {{"until", "MOMENT", "up to then (now)"}, {"about", "PERSON", "only what concerns that person"},
          {"by", "PERSON", "only what that person did"}}, since},
        {"history show", "CHANGE", 1, 1, Needs::Actor, "what one change set, from what to what", {}, show},
        {"undo", "CHANGE", 1, 1, Needs::Actor, "take a change back: its former values become a new change",
         {{"why", "TEXT", "the reason"}}, undo},
        {"setting", "NAME VALUE", 2, 2, Needs::Actor, "change a setting of the department", {}, set},
    };
}

} // namespace fledgling::cli
