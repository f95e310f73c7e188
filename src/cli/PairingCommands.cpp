#include "app/pairing/Pairing.h"
#include "app/pairing/PairingView.h"
#include "app/people/People.h"
#include "cli/Command.h"
#include "domain/Text.h"

namespace fledgling::cli {

namespace pairing_commands {
namespace {

using namespace domain;

void tellShortages(Call& call, const app::PairingView& view) {
    for (const auto& shortage : view.shortages()) {
        std::vector<std::string> ways;
        for (const auto& one : shortage.remedies) ways.push_back(app::sentence(one.remedy, one.mentor, one.trainee, call.tr));
        call.output.sentence(app::filled(call.tr("{0} compete for {1} places of {2}. What would solve it: {3}."),
                                         {domain::joined(shortage.trainees, ", "), std::to_string(shortage.places),
                                          shortage.mentors.empty() ? "–" : domain::joined(shortage.mentors, ", "),
                                          domain::joined(ways, "; ")}));
    }
}

/// Draws the proposal with the locks given as TRAINEE=MENTOR.
void draw(Call& call, app::PairingView& view) {
    view.load();
    view.propose();
    for (const auto& text : call.all("lock")) {
        const auto equals = text.find('=');
        if (equals == std::string::npos) throw Usage{"a lock is TRAINEE=MENTOR: " + text};
        view.lock(call.person(text.substr(0, equals)).id, call.person(text.substr(equals + 1)).id);
    }
}

void propose(Call& call) {
    app::PairingView view(*call.desk);
    draw(call, view);
    for (const auto& pair : view.proposed()) {
        std::vector<std::string> why;
        for (const auto& term : pair.terms) why.push_back(app::sentence(term, call.tr));
        call.output.row({pair.traineeName, pair.mentorName, std::int64_t{pair.score}, why});
    }
    call.output.say("total", std::int64_t{view.total()});
    call.output.say("full", view.shortages().empty());
    tellShortages(call, view);
}

void whyNot(Call& call) {
    app::PairingView view(*call.desk);
    draw(call, view);
    for (const auto& one : view.whyNot(call.person(call.word(0)).id)) {
        std::vector<std::string> hindrances;
        for (const auto& hindrance : one.why.hindrances) hindrances.push_back(app::sentence(hindrance, call.tr));
        call.output.row({one.mentorName, one.why.proposed, std::int64_t{one.why.worseBy}, std::int64_t{one.why.leavesOut}, one.why.leavesEarlier, hindrances});
    }
}

void accept(Call& call) {
    app::PairingView view(*call.desk);
    draw(call, view);
    if (call.words.empty()) return call.kept(view.acceptAll());
    store::ChangeNumber last = 0;
    for (const auto& text : call.words) last = view.accept(call.person(text).id);
    call.kept(last);
}

void list(Call& call) {
    app::PairingView view(*call.desk);
    view.load();
    for (const auto& mentor : view.mentors()) {
        std::vector<std::string> names;
        for (const auto& led : mentor.trainees) names.push_back(led.name);
        call.output.row({mentor.name, std::int64_t{mentor.capacity}, std::int64_t{mentor.traineeDays}, names});
    }
    std::vector<std::string> waiting;
    for (const auto& card : view.unpaired()) waiting.push_back(card.name);
    call.output.say("without_mentor", waiting);
}

void pair(Call& call) {
    call.kept(app::pair(*call.desk, call.person(call.word(0)).id, call.person(call.word(1)).id, call.date("since", call.desk->today())));
}

void handOver(Call& call) {
    call.kept(app::handOver(*call.desk, call.person(call.word(0)).id, call.person(call.word(1)).id, call.value("note"),
                            call.date("since", call.desk->today())));
}

void end(Call& call) {
    call.kept(app::endPairing(*call.desk, call.person(call.word(0)).id, call.value("why"), call.date("until", call.desk->today())));
}

void history(Call& call) {
    for (const auto& spell : app::pairHistory(*call.desk, call.person(call.word(0)).id))
        call.output.row({spell.mentorName, spell.since.iso(), spell.until ? Item{spell.until->iso()} : Item{}, spell.note});
}

} // namespace
} // namespace pairing_commands

std::vector<Command> pairingCommands() {
    using namespace pairing_commands;
    const Option lock{"lock", "TRAINEE=MENTOR", "fix a pair and solve the rest around it", true};
    const Option since{"since", "DATE", "first day (today)"};
    return {
        {"pair list", "", 0, 0, Needs::Actor, "mentors with their trainees, and who has no mentor", {}, list,
         {"mentor", "capacity", "trainee_days", "trainees"}},
        {"pair propose", "", 0, 0, Needs::Actor, "the best pairing of everybody without a mentor; nothing is kept", {lock}, propose,
         {"trainee", "mentor", "score", "why"}},
        {"pair why-not", "TRAINEE", 1, 1, Needs::Actor, "for every mentor: why the trainee isn't given to him or her", {lock}, whyNot,
         {"mentor", "proposed", "worse_by", "leaves_out", "leaves_earlier", "hindrances"}},
        {"pair accept", "[TRAINEE...]", 0, 200, Needs::Actor, "keep the proposed pairs, or those of these trainees", {lock}, accept},
        {"pair add", "TRAINEE MENTOR", 2, 2, Needs::Actor, "pair by hand", {since}, pair},
        {"pair hand-over", "TRAINEE MENTOR", 2, 2, Needs::Actor, "hand a trainee to another mentor",
         {since, {"note", "TEXT", "what the new mentor must know"}}, handOver},
        {"pair end", "TRAINEE", 1, 1, Needs::Actor, "end a pairing", {{"until", "DATE", "last day (today)"}, {"why", "TEXT", "the reason"}}, end},
        {"pair history", "TRAINEE", 1, 1, Needs::Actor, "all mentors a trainee has had", {}, history,
         {"mentor", "since", "until", "note"}},
    };
}

} // namespace fledgling::cli
