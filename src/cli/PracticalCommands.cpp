#include "app/cohorts/Cohorts.h"
#include "app/practical/PracticalView.h"
#include "cli/Command.h"

namespace fledgling::cli {

namespace practical_commands {
namespace {

using namespace domain;

/// ITEM=TEXT. Throws Usage.
std::pair<std::string, std::string> paired(const std::string& text) {
    const auto at = text.find('=');
    if (at == std::string::npos || at == 0) throw Usage{"ITEM=... is needed: " + text};
    return {text.substr(0, at), text.substr(at + 1)};
}

/// Steps are said from 1.
int stepOf(const std::string& text) { return numberOf(text, "a step is a number from 1") - 1; }

void show(Call& call) {
    app::PracticalView view(*call.desk, call.language);
    if (call.has("mentors"))
        view.loadMentors(call.word(0));
    else if (call.has("cohort"))
        view.load(app::findCohort(*call.desk, call.value("cohort")).id, call.word(0));
    else
        view.load({}, call.word(0));
    for (const auto& row : view.rows()) {
        if (!row.sheet) continue;
        const auto& sheet = row.sheet->sheet;
        for (const auto& item : view.items()) {
            const auto* mark = row.mark(item.id);
            call.output.row({row.name, std::int64_t{sheet.key.attempt}, std::string(keyOf(sheet.state)), row.marker,
                             row.decider, item.id, item.title, item.critical,
                             mark ? Item(std::int64_t{mark->step + 1}) : Item(), mark ? mark->evidence : ""});
        }
    }
    call.output.say("to_confirm", std::int64_t{view.waiting()});
}

void due(Call& call) {
    app::PracticalView view(*call.desk, call.language);
    view.loadMentors();
    if (!view.mentors()) return;
    const auto checks = view.checks();
    for (const auto& check : checks) {
        view.loadMentors(check.id);
        for (const auto& row : view.rows())
            if (row.isDue)
                call.output.row({row.name, check.id, check.title, row.due->iso(),
                                 row.sheet && row.sheet->sheet.open() ? std::string(keyOf(row.sheet->sheet.state)) : ""});
    }
}

void mark(Call& call) {
    std::map<std::string, std::string> evidence;
    for (const auto& one : call.all("evidence"))
        evidence.insert(paired(one));
    const auto trainee = call.person(call.word(0)).id;
    std::vector<std::pair<std::string, ItemSeen>> marks;
    for (std::size_t i = 2; i < call.words.size(); ++i) {
        const auto [item, step] = paired(call.word(i));
        const auto words = evidence.find(item);
        marks.emplace_back(item, words == evidence.end() ? ItemSeen{stepOf(step)} : ItemSeen{stepOf(step), words->second});
    }
    store::ChangeNumber last = 0;
    for (const auto& [item, seen] : marks)
        if (const auto number = app::markItem(*call.desk, trainee, call.word(1), item, seen, call.date("day")); number != 0)
            last = number;
    call.kept(last);
}

void handOn(Call& call) {
    call.kept(app::handOn(*call.desk, call.person(call.word(0)).id, call.word(1), call.language));
}
void confirm(Call& call) {
    call.kept(app::confirmPractical(*call.desk, call.person(call.word(0)).id, call.word(1), call.value("note")));
}
void sendBack(Call& call) {
    call.kept(app::sendBack(*call.desk, call.person(call.word(0)).id, call.word(1), call.value("why")));
}

} // namespace
} // namespace practical_commands

std::vector<Command> practicalCommands() {
    using namespace practical_commands;
    return {
        {"practical show", "CHECK", 1, 1, Needs::Actor, "a practical check item by item: one's own, one's trainees', or a cohort's",
         {{"cohort", "COHORT", "whose trainees (the one that started last)"}, {"mentors", "", "the mentors who take it again"}}, show,
         {"name", "attempt", "state", "marked_by", "second_person", "item", "title", "critical", "step", "evidence"}},
        {"practical due", "", 0, 0, Needs::Actor, "mentors whose practical check is due again", {}, due,
         {"mentor", "check", "title", "due_since", "state"}},
        {"practical mark", "PERSON CHECK ITEM=STEP...", 3, 60, Needs::Actor, "what was seen of its items, steps from 1, the worst",
         {{"evidence", "ITEM=TEXT", "what was seen; needed below the best step, and kept until other words are given", true}, {"day", "DATE", "the day of a first mark (today)"}}, mark},
        {"practical hand-on", "PERSON CHECK", 2, 2, Needs::Actor, "hand it to the second person", {}, handOn},
        {"practical confirm", "PERSON CHECK", 2, 2, Needs::Actor, "confirm what somebody else marked: its result is kept",
         {{"note", "TEXT", "a remark"}}, confirm},
        {"practical send-back", "PERSON CHECK", 2, 2, Needs::Actor, "send it back with what is missing",
         {{"why", "TEXT", "what is missing"}}, sendBack},
    };
}

} // namespace fledgling::cli
