#include "app/person/PersonView.h"
#include "cli/Command.h"

namespace fledgling::cli {

namespace person_commands {
namespace {

std::set<app::EntryKind> kindsOf(const Call& call) {
    std::set<app::EntryKind> kinds;
    if (!call.has("kind")) return kinds;
    for (const auto& text : call.all("kind")) {
        const auto kind = app::entryKindOf(text);
        if (!kind) {
            std::string known;
            for (const auto one : app::allEntryKinds())
                known += (known.empty() ? "" : ", ") + std::string(app::keyOf(one));
            throw Usage{"not a kind of entry: " + text + "; there are " + known};
        }
        kinds.insert(*kind);
    }
    return kinds;
}

void show(Call& call) {
    const auto kinds = kindsOf(call);
    app::PersonView view(*call.desk, call.language, call.tr, call.person(call.word(0)).id);
    view.load();
    const auto& head = view.head();
    call.output.say("name", head.name);
    call.output.say("number", head.number);
    call.output.say("cohort", head.cohort);
    call.output.say("mentor", head.mentor);
    call.output.say("verdict", head.verdict ? Item{std::string(domain::keyOf(*head.verdict))} : Item{});
    call.output.say("way", head.way);
    call.output.say("points", head.points ? Item{std::int64_t{*head.points}} : Item{});
    call.output.say("owed", head.owed);
    for (const auto& entry : view.entries())
        if (kinds.empty() || kinds.contains(entry.kind))
            call.output.row({entry.day.iso(), std::string(app::keyOf(entry.kind)), entry.what, entry.detail, entry.why,
                             entry.who, entry.keptOn.iso() + " " + entry.keptAt.text(), entry.change});
}

} // namespace
} // namespace person_commands

std::vector<Command> personCommands() {
    using namespace person_commands;
    return {{"person show", "PERSON", 1, 1, Needs::Actor,
             "one person: how he or she stands and everything recorded, newest first",
             {{"kind", "KIND", "only that kind: session, log, skill, quiz, practical, chats, appeal, ...", true}}, show,
         {"day", "kind", "what", "detail", "why", "who", "kept", "change"}}};
}

} // namespace fledgling::cli
