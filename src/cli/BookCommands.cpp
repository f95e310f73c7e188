#include "app/Keep.h"
#include "app/Record.h"
#include "app/cohorts/Cohorts.h"
#include "app/history/BookValues.h"
#include "app/history/BookWords.h"
#include "app/history/CellHistory.h"
#include "app/history/History.h"
#include "app/merge/Merge.h"
#include "app/merge/MergeWords.h"
#include "app/people/People.h"
#include "app/people/Settings.h"
#include "app/reports/Reports.h"
#include "app/reports/Statement.h"
#include "app/sample/Sample.h"
#include "cli/Command.h"


namespace fledgling::cli {

namespace book_commands {
namespace {

std::string momentText(const app::Clock& clock, domain::Instant at) {
    return clock.dateOf(at).iso() + " " + clock.timeOf(at).text();
}

store::ChangeNumber changeNumber(const std::string& text) {
    const auto number = numberIn<store::ChangeNumber>(text);
    if (!number || *number < 1) throw Usage{"not a change number: " + text};
    return *number;
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
    if (call.has("statement")) {
        const std::string who = call.actor();
        if (who.empty()) throw Usage{"a statement says who verified: give --as."};
        auto desk = call.department->deskFor(call.person(who).id);
        app::saveReport(app::verificationStatement(desk, found, call.tr), call.value("statement"), call.tr);
        call.output.say("statement", call.value("statement"));
    }
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
    app::backUp(*call.desk, call.word(0));
    call.output.sentence(app::filled(call.tr("Backed up to {0}."), {call.word(0)}));
}

void list(Call& call) {
    app::HistoryFilter filter;
    if (call.has("about")) filter.about = call.person(call.value("about")).id;
    if (call.has("by")) filter.by = call.person(call.value("by")).id;
    filter.verb = call.value("verb");
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
    auto last = store::NOW;
    if (call.has("until")) {
        const auto until = momentOf(call.value("until"), desk.clock);
        if (until.ms < from.ms) throw Usage{"--until lies before the first moment"};
        last = book.asOf(until);
    }
    app::BookNames names(desk, call.language);
    for (const auto& row : app::historySince(desk, filter, book.asOf(from), last, names))
        for (const auto& field : app::fieldsOf(desk, row.number, names))
            call.output.row({row.number, momentText(desk.clock, row.at), row.who, app::wordForDeed(row.verb, call.tr),
                             app::wordForTable(field.of.table, call.tr) + " " + field.key,
                             app::wordForField(field.of.table, field.field, call.tr),
                             app::valueInWords(field.of, field.field, field.was, names, call.tr),
                             app::valueInWords(field.of, field.field, field.became, names, call.tr),
                             app::whyInWords(row.why, desk.clock, call.tr)});
}

/// The table's own name for a kind of line said in words, in English or the language in use.
std::string tableOf(const std::string& word, const app::Tongue& tr) {
    for (const auto& name : store::tableNames())
        if (word == name || word == app::wordForTable(name, tr) || word == app::wordForTable(name, app::english()))
            return name;
    std::string known;
    for (const auto& name : store::tableNames())
        known += (known.empty() ? "" : ", ") + name;
    throw Usage{"no such kind of line: " + word + "; there are " + known};
}

/// The course somebody's results, waivers and signatures are kept under.
std::string courseOf(Call& call, const std::string& person) {
    return app::examineeOf(*call.desk, domain::PersonId(person)).cohort.course;
}

std::string partOf(Call& call, const std::string& entity, const std::string& text) {
    if (entity == "person") return call.person(text).id.text();
    if (entity == "cohort") return app::findCohort(*call.desk, text).id.text();
    if (entity == "session") return call.session(text).id.text();
    return text;
}

app::BookKey keyFrom(Call& call) {
    app::BookKey key{tableOf(call.word(0), call.tr), {}};
    const auto parts = store::keyParts(key.table);
    std::size_t next = 1;
    for (const auto& part : parts) {
        if (next == call.words.size()) break;
        // The course follows the person whose it is.
        const bool known = part == "course" && !key.key.empty() && store::entityOf(key.table, parts.front()) == "person";
        key.key.push_back(known ? courseOf(call, key.key.front())
                                : partOf(call, store::entityOf(key.table, part), call.word(next++)));
    }
    if (next < call.words.size()) throw Usage{"more parts than " + key.table + " has: " + call.words.back()};
    return key;
}

void of(Call& call) {
    app::CellHistory history(*call.desk, call.language, call.tr);
    const auto key = keyFrom(call);
    call.output.say("of", history.title({key}));
    for (const auto& line : history.load({key}))
        call.output.row({line.change, line.day.iso() + " " + line.time.text(), line.who, line.did, line.what, line.from,
                         line.to, line.why});
}

void show(Call& call) {
    app::BookNames names(*call.desk, call.language);
    const auto said = [&](const app::HistoryField& of, const std::string& value) {
        return app::valueInWords(of.of, of.field, value, names, call.tr);
    };
    for (const auto& field : app::fieldsOf(*call.desk, changeNumber(call.word(0)), names))
        call.output.row({field.of.table, field.key, field.field, said(field, field.was), said(field, field.became)});
}

void undo(Call& call) { call.kept(app::undoChange(*call.desk, changeNumber(call.word(0)), call.value("why"))); }

/// "weights.load: a whole number from 0 to 1000", a line each.
std::string settingsKnown() {
    std::string all;
    for (const auto& one : app::knownSettings())
        all += "\n    " + std::string(one.name) + ": " + std::string(one.takes);
    return all;
}

void set(Call& call) {
    const auto* setting = app::settingNamed(call.word(0));
    if (!setting) throw Usage{"no such setting: " + call.word(0) + "; there are" + settingsKnown()};
    if (!setting->fits(call.word(1)))
        throw Usage{call.word(0) + " is " + std::string(setting->takes) + ", not " + call.word(1)};
    call.kept(app::changeSetting(*call.desk, call.word(0), call.word(1)));
}

} // namespace
} // namespace book_commands

std::vector<Command> bookCommands() {
    using namespace book_commands;
    return {
        {"database create", "", 0, 0, Needs::Nothing, "make an empty department with its first manager",
         {{"name", "NAME", "the first manager"}, {"number", "NUMBER", "his or her staff number"}}, create},
        {"database sample", "", 0, 0, Needs::Nothing, "make the sample department", {}, sample},
        {"database verify", "", 0, 0, Needs::Database, "recompute the chain of changes; exit 4 when a line was tampered with",
         {{"statement", "FILE.pdf|.html|.xlsx|.csv", "write what was found as a page to print and sign (needs --as); as .csv further tables go to FILE-2.csv, FILE-3.csv"}}, verify},
        {"database backup", "FILE", 1, 1, Needs::Actor, "write a checked copy of the database file", {}, backUp},
        {"history", "", 0, 0, Needs::Actor, "list the changes, newest first",
         {{"about", "PERSON", "only what concerns that person"}, {"by", "PERSON", "only what that person did"},
          {"verb", "VERB", "only that verb"}, {"most", "N", "at most so many (50)"}}, list,
         {"change", "at", "who", "verb", "did", "about", "why"}},
        {"history of", "WHAT KEY...", 2, 7, Needs::Actor,
         "every value a line ever had, newest first: who set it, when, from what to what, why.\n"
         "    WHAT is a kind of line in words or as the book calls it (mark, skill, result, pairing, decision, member, session,\n"
         "    cohort, person, leave, chat_review, ...); KEY names it part by part: people by name or number, sessions as\n"
         "    COHORT/SESSION, cohorts by name; a course is known from the person and left out. Fewer parts: all that begin so.\n"
         "    history of skill PERSON; history of mark COHORT/d1-am PERSON; history of result PERSON final 1", {}, of,
         {"change", "at", "who", "did", "what", "from", "to", "why"}},
        {"history since", "MOMENT", 1, 1, Needs::Actor, "what changed since the end of that day or minute, from what to what",
         {{"until", "MOMENT", "up to then (now)"}, {"about", "PERSON", "only what concerns that person"},
          {"by", "PERSON", "only what that person did"}}, since,
         {"change", "at", "who", "did", "line", "field", "was", "became", "why"}},
        {"history show", "CHANGE", 1, 1, Needs::Actor, "what one change set, from what to what", {}, show,
         {"table", "key", "field", "was", "became"}},
        {"undo", "CHANGE", 1, 1, Needs::Actor, "take a change back: its former values become a new change",
         {{"why", "TEXT", "the reason"}}, undo},
        {"setting", "NAME VALUE", 2, 2, Needs::Actor, "change a setting of the department:" + settingsKnown(), {}, set},
    };
}

} // namespace fledgling::cli
