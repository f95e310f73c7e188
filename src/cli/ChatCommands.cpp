#include "app/chats/ChatFiles.h"
#include "app/Record.h"
#include "app/chats/ChatReviews.h"
#include "app/chats/FairnessView.h"
#include "app/chats/PointsView.h"
#include "app/chats/ReviewSheetView.h"
#include "app/chats/SecondReadings.h"
#include "cli/Command.h"
#include "domain/Text.h"

namespace fledgling::cli {

namespace chat_commands {
namespace {

using namespace domain;

int chatNumber(const std::string& text) { return numberOf(text, "a chat is a number"); }

/// "criterion=text".
std::pair<std::string, std::string> assigned(const std::string& text) {
    const auto sign = text.find('=');
    if (sign == std::string::npos) throw Usage{"write CRITERION=TEXT, not " + text};
    return {text.substr(0, sign), text.substr(sign + 1)};
}

/// Of the month asked for, or the one a page would show.
void showPoints(Call& call, app::PointsView& view, const PersonId& person) {
    if (!call.has("month")) return view.show(person);
    const auto month = Month::parse(call.value("month"));
    if (!month) throw Usage{"a month is YYYY-MM, not " + call.value("month")};
    view.show(person, *month);
}

PersonId whosePoints(Call& call) { return call.words.empty() ? call.desk->actor.id : call.person(call.word(0)).id; }

void day(Call& call) {
    app::ReviewSheetView view(*call.desk, call.language);
    view.show(call.person(call.word(0)).id, call.date("day", app::shownDay(*call.desk)), call.has("second"));
    for (const auto& chat : view.chats()) {
        if (!chat.kept) {
            call.output.row({std::int64_t{chat.number}, "", "", "", Item{}, ""});
            continue;
        }
        const auto& review = chat.kept->review;
        std::vector<std::string> faults;
        for (const auto& fault : review.faults)
            faults.push_back(fault.criterion + (fault.reason.empty() ? "" : ": " + fault.reason));
        call.output.row({std::int64_t{chat.number}, review.fails() ? "failed" : "passed",
                         joined(faults, "; "),
                         joined({review.notApplicable.begin(), review.notApplicable.end()}, ", "),
                         review.replySeconds ? Item{std::int64_t{*review.replySeconds}} : Item{}, chat.by});
    }
    call.output.say("read", std::int64_t{view.read()});
    call.output.say("failed", std::int64_t{view.failed()});
}

void keep(Call& call) {
    ChatReview review;
    review.chat = {call.person(call.word(0)).id, call.date("day", call.desk->today()),
                   chatNumber(call.word(1))};
    for (const auto& text : call.all("fault")) {
        const auto [criterion, reason] = assigned(text);
        review.faults.push_back({criterion, reason, ""});
    }
    for (const auto& text : call.all("quote")) {
        const auto [criterion, line] = assigned(text);
        for (auto& fault : review.faults)
            if (fault.criterion == criterion) fault.quote = line;
    }
    for (const auto& criterion : call.all("na"))
        review.notApplicable.insert(criterion);
    if (call.has("seconds")) review.replySeconds = call.number("seconds", 0);
    call.kept(call.has("second") ? app::readAgain(*call.desk, review) : app::reviewChat(*call.desk, review));
}

void sample(Call& call) {
    app::ReviewSheetView view(*call.desk, call.language);
    view.show(call.person(call.word(0)).id, call.date("day", app::shownDay(*call.desk)));
    if (!view.sample()) return;
    for (const auto& [id, why] : view.sample()->leftOut)
        call.output.row({id, why});
    call.output.say("file", view.sample()->source);
    call.output.say("offered", std::int64_t{view.sample()->offered});
    call.output.say("seed", view.sample()->seed);
}

app::FairnessView fairness(Call& call) {
    app::FairnessView view(*call.desk, call.language);
    view.load(call.date("from", app::shownDay(*call.desk).plusDays(-90)), call.date("to", app::shownDay(*call.desk)));
    return view;
}

std::string rounded(double value) {
    const auto text = std::to_string(value);
    return text.substr(0, text.find('.') + 3);
}

void agreement(Call& call) {
    const auto view = fairness(call);
    for (const auto& one : view.criteria()) {
        const auto kappa = one.agreement.kappa();
        call.output.row({one.id.empty() ? "chat" : one.id, std::int64_t{one.agreement.both},
                         std::int64_t{one.agreement.firstOnly}, std::int64_t{one.agreement.secondOnly},
                         std::int64_t{one.agreement.neither}, kappa ? Item{rounded(*kappa)} : Item{}});
    }
    call.output.say("double_readings", std::int64_t{view.doubleReadings()});
}

void strictness(Call& call) {
    const auto view = fairness(call);
    for (const auto& one : view.readers())
        call.output.row({one.name, std::int64_t{one.strictness.readings},
                         std::int64_t{one.strictness.aloneFailed}, std::int64_t{one.strictness.alonePassed},
                         rounded(one.points()), rounded(one.low()), rounded(one.high()), one.strictness.flagged});
}

void deciding(Call& call) {
    const auto view = fairness(call);
    for (const auto& one : view.deciding())
        call.output.row({one.day.iso(), one.name, std::int64_t{one.read}, std::int64_t{one.failed},
                         std::int64_t{one.readTwice}, one.lost});
}

void differing(Call& call) {
    app::SecondReadingsView view(*call.desk, call.language);
    view.load(call.date("from", app::shownDay(*call.desk).plusDays(-90)), call.date("to", app::shownDay(*call.desk)));
    const auto said = [](const ChatReview& reading) {
        std::vector<std::string> faults;
        for (const auto& fault : reading.faults)
            faults.push_back(fault.criterion + (fault.reason.empty() ? "" : ": " + fault.reason));
        return faults.empty() ? std::string("passed") : joined(faults, "; ");
    };
    for (const auto& row : view.rows()) {
        const auto& [first, second, name, tally, hangs, appealed, mine] = row.of;
        call.output.row({tally.day.iso(), name, std::int64_t{row.of.chat().number}, row.firstReader, said(first.review),
                         row.secondReader, said(second.review), hangs, appealed, mine});
    }
}

void settle(Call& call) {
    const auto stands = readingOf(call.word(3));
    if (!stands) throw Usage{"which reading stands is first or second, not " + call.word(3)};
    const ChatKey chat{call.person(call.word(0)).id, dateOf(call.word(1)), chatNumber(call.word(2))};
    const app::SecondReadingsView view(*call.desk, call.language);
    const int before = view.pointsOf(chat);
    const auto change = app::settleReading(*call.desk, chat, *stands, call.word(4));
    call.output.say("points_before", std::int64_t{before});
    call.output.say("points", std::int64_t{view.pointsOf(chat)});
    call.kept(change);
}

void import(Call& call) {
    const auto agent = call.person(call.word(1));
    const auto day = call.date("day", call.desk->today());
    auto read = app::readChats(*call.desk, call.word(0), agent.id, day);
    read.import.seed = static_cast<std::uint32_t>(call.number("seed", 0));
    for (const auto& problem : read.problems)
        call.output.row({app::sentence(problem, call.tr)});
    call.output.say("of_that_day", static_cast<std::int64_t>(read.import.chats.size()));
    call.output.say("of_others", std::int64_t{read.others});
    call.kept(app::importChats(*call.desk, read));
}

void show(Call& call) {
    app::ReviewSheetView view(*call.desk, call.language);
    view.show(call.person(call.word(0)).id, call.date("day", app::shownDay(*call.desk)), true);
    view.show(view.person(), {}, false);
    view.go(chatNumber(call.word(1)));
    if (!view.conversation()) return;
    for (const auto& line : view.conversation()->lines)
        call.output.row({domain::clockText(line.at), std::string(keyOf(line.speaker)), line.text});
    const auto first = firstReply(*view.conversation());
    const auto longest = longestGap(*view.conversation());
    call.output.say("first_reply", first ? Item{std::int64_t{*first}} : Item{});
    call.output.say("longest_gap", longest ? Item{std::int64_t{longest->seconds}} : Item{});
}

void pointsOf(Call& call) {
    app::PointsView view(*call.desk, call.language);
    showPoints(call, view, whosePoints(call));
    const auto* row = view.row();
    if (!row) return;
    for (const auto& line : row->ledger.lines)
        call.output.row({line.tally.day.iso(), std::int64_t{line.tally.read}, std::int64_t{line.tally.failed},
                         std::int64_t{line.cost}, std::int64_t{line.balance}, line.tally.practice,
                         line.decides, std::int64_t{line.perDay}});
    call.output.say("points", std::int64_t{row->points()});
    call.output.say("of", std::int64_t{row->practice() ? row->ledger.practiceStart : row->ledger.start});
    call.output.say("practice", row->practice());
    call.output.say("effect", row->effect);
    call.output.say("closed", view.closedBy().has_value());
}

void faults(Call& call) {
    app::PointsView view(*call.desk, call.language);
    showPoints(call, view, whosePoints(call));
    if (const auto* row = view.row())
        for (const auto& line : row->ledger.lines)
            for (const auto& chat : view.chatsOf(line.tally.day))
                for (const auto& fault : chat.faults)
                    call.output.row({chat.chat.day.iso(), std::int64_t{chat.chat.number}, fault.criterion,
                                     fault.reason, fault.quote, chat.by,
                                     fault.appeal ? std::string(keyOf(fault.appeal->state)) : ""});
}

/// What faults that came again and again ask for: the oldest first, done with once a day's chats were without it.
void coaching(Call& call) {
    app::PointsView view(*call.desk, call.language);
    showPoints(call, view, whosePoints(call));
    for (const auto& one : view.coaching())
        call.output.row({one.item.criterion, one.item.criterion == FIRST_REPLY ? call.tr("first reply") : one.title, static_cast<std::int64_t>(one.item.chats.size()), one.item.since.iso(),
                         one.item.closed ? Item{one.item.closed->iso()} : Item{}, one.session, one.sessionTitle});
}

void pointsTeam(Call& call) {
    app::PointsView view(*call.desk, call.language);
    showPoints(call, view, {});
    if (!view.seesTeam()) throw Refused(Rule::NotYourRight, {std::string(keyOf(Verb::SeeReadiness))});
    for (const auto& row : view.rows())
        call.output.row({row.name, row.team, std::int64_t{row.points()},
                         std::int64_t{row.practice() ? row.ledger.practiceStart : row.ledger.start},
                         row.practice(), std::int64_t{row.days}, std::int64_t{row.ledger.read()},
                         std::int64_t{row.deciding}, std::int64_t{row.openAppeals}, row.effect});
    call.output.say("closed", view.closedBy().has_value());
}

void pointsClose(Call& call) {
    const auto month = Month::parse(call.word(0));
    if (!month) throw Usage{"a month is YYYY-MM, not " + call.word(0)};
    call.kept(app::closeMonth(*call.desk, *month));
}

void appealRaise(Call& call) {
    call.kept(app::appealFault(*call.desk,
                               {call.desk->actor.id, dateOf(call.word(0)), chatNumber(call.word(1))},
                               call.word(2), call.word(3)));
}

void appealDecide(Call& call) {
    const auto& what = call.word(4);
    if (what != "uphold" && what != "reject")
        throw Usage{"an appeal is upheld (uphold) or rejected (reject), not " + what};
    call.kept(app::decideAppeal(*call.desk,
                                {call.person(call.word(0)).id, dateOf(call.word(1)), chatNumber(call.word(2))},
                                call.word(3), what == "uphold", call.word(5)));
}

void appealList(Call& call) {
    for (const auto& one : app::openAppeals(*call.desk))
        call.output.row({one.name, one.appeal.chat.day.iso(), std::int64_t{one.appeal.chat.number},
                         one.appeal.criterion, one.appeal.plea, one.on.iso()});
}

} // namespace
} // namespace chat_commands

std::vector<Command> chatCommands() {
    using namespace chat_commands;
    const Option day{"day", "DATE", "the day of the chats (today)"};
    const Option month{"month", "YYYY-MM", "the month (this one, or while none of its chats is read, the last with one)"};
    const std::vector<Option> span{{"from", "DATE", "first day (90 days ago)"},
                                   {"to", "DATE", "last day (today)"}};
    const Option second{"second", "", "the second, blind reading"};
    return {
        {"review day",
         "PERSON",
         1,
         1,
         Needs::Actor,
         "the day sheet of a person",
         {day, second},
         chat_commands::day,
         {"chat", "verdict", "faults", "not_applicable", "first_reply", "read_by"}},
        {"review keep",
         "PERSON CHAT",
         2,
         2,
         Needs::Actor,
         "keep the reading of a chat; without a fault it has passed",
         {day,
          {"fault", "CRITERION=REASON", "a failed criterion and why", true},
          {"quote", "CRITERION=LINE", "the line of the chat that shows it", true},
          {"na", "CRITERION", "a criterion that couldn't show", true},
          {"seconds", "N", "seconds to the first reply"},
          second},
         keep},
        {"review agreement", "", 0, 0, Needs::Actor,
         "how far two readers of the same chats agree, per criterion", span, agreement,
         {"criterion", "both_failed", "first_only", "second_only", "neither", "kappa"}},
        {"review strictness", "", 0, 0, Needs::Actor, "each reader against who read the same chats", span,
         strictness,
         {"reader", "readings", "failed_alone", "passed_alone", "points_per_month", "low", "high", "flagged"}},
        {"review deciding", "", 0, 0, Needs::Actor, "days on which one chat decides", span, deciding,
         {"day", "name", "read", "failed", "read_twice", "point_lost"}},
        {"review differing", "", 0, 0, Needs::Actor,
         "chats that one reader failed and the other passed, not decided yet", span, differing,
         {"day", "name", "chat", "first_reader", "first", "second_reader", "second", "point_hangs", "appealed",
          "mine"}},
        {"review settle",
         "PERSON DAY CHAT first|second WHY",
         5,
         5,
         Needs::Actor,
         "say which of two readings of a chat stands",
         {},
         settle},
        {"chat import",
         "FILE PERSON",
         2,
         2,
         Needs::Actor,
         "draw a fair sample of a person's day from a file of chats",
         {day, {"seed", "N", "of the draw (from the clock)"}},
         import,
         {"problem"}},
        {"chat sample",
         "PERSON",
         1,
         1,
         Needs::Actor,
         "which chats of a day's file were left out, and why",
         {day},
         sample,
         {"left_out", "why"}},
        {"chat show",
         "PERSON CHAT",
         2,
         2,
         Needs::Actor,
         "a chat's text, its first reply and longest gap",
         {day},
         show,
         {"time", "speaker", "text"}},
        {"points of",
         "[PERSON]",
         0,
         1,
         Needs::Actor,
         "the ledger of a month: one's own, or a person's",
         {month},
         pointsOf,
         {"day", "read", "failed", "cost", "balance", "practice", "decides", "to_read"}},
        {"points faults",
         "[PERSON]",
         0,
         1,
         Needs::Actor,
         "every deduction of a month with its line",
         {month},
         faults,
         {"day", "chat", "criterion", "reason", "quote", "read_by", "appeal"}},
        {"points coaching", "[PERSON]", 0, 1, Needs::Actor, "what came up too often in a month's chats, and the course part to read again",
         {month}, coaching,
         {"criterion", "title", "chats", "since", "closed", "session", "session_title"}},
        {"points team", "", 0, 0, Needs::Actor, "everybody's points of a month", {month}, pointsTeam,
         {"name", "team", "points", "of", "practice", "days", "read", "deciding_days", "open_appeals", "effect"}},
        {"points close", "YYYY-MM", 1, 1, Needs::Actor, "freeze a month that is over", {}, pointsClose},
        {"appeal raise",
         "DAY CHAT CRITERION PLEA",
         4,
         4,
         Needs::Actor,
         "appeal against a fault in an own chat",
         {},
         appealRaise},
        {"appeal decide",
         "PERSON DAY CHAT CRITERION uphold|reject ANSWER",
         6,
         6,
         Needs::Actor,
         "decide an open appeal",
         {},
         appealDecide},
        {"appeal list", "", 0, 0, Needs::Actor, "appeals not decided yet", {}, appealList,
         {"name", "day", "chat", "criterion", "plea", "on"}},
    };
}

} // namespace fledgling::cli
