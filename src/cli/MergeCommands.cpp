#include "app/merge/MergeView.h"
#include "cli/Command.h"
#include "domain/Text.h"

namespace fledgling::cli {

namespace merge_commands {
namespace {

using store::Side;

constexpr int DIFFERENCES_OPEN = 3;
constexpr int NOT_ALL_TAKEN = 1;

void copyBook(Call& call) {
    const auto file = call.value("out");
    if (file.empty()) throw Usage{"which file? give --out."};
    app::copyBook(*call.desk, file);
    call.output.say("file", file);
    call.output.sentence(app::filled(call.tr("Copied the book to {0}. Work there, then bring it back with book merge."), {file}));
}

std::string writtenBy(const app::MergeView::Writer& writer) {
    return writer.name + " " + writer.day.iso() + " " + writer.time.text();
}

std::string choiceOf(const app::MergeView::Row& row) {
    if (!row.choice) return "";
    return *row.choice == Side::Ours ? "ours" : "theirs";
}

/// "all", or keys joined by commas.
void chooseSide(app::MergeView& view, const std::string& keys, Side side) {
    if (keys == "all") return view.chooseAll(side);
    for (const auto& key : domain::split(keys, ','))
        if (!key.empty()) view.choose(key, side);
}

void printDifferences(Call& call, const app::MergeView& view) {
    call.output.table({"key", "what", "before", "ours", "ours_by", "theirs", "theirs_by", "choice", "why"});
    for (const auto& row : view.rows())
        call.output.row({row.id, row.what, row.before, row.ours, writtenBy(row.oursBy), row.theirs, writtenBy(row.theirsBy),
                         choiceOf(row), ""});
    for (const auto& one : view.notTaken())
        call.output.row({"change " + std::to_string(one.number), one.did, "", "", "", "", writtenBy(one.by),
                         call.tr("not taken"), one.why});
}

void sayDifferences(Call& call, const app::MergeView& view) {
    call.output.say("beginning", view.beginning());
    call.output.say("news", static_cast<std::int64_t>(view.news()));
    call.output.say("differences", static_cast<std::int64_t>(view.rows().size()));
    call.output.say("undecided", static_cast<std::int64_t>(view.undecided()));
    call.output.say("not_taken", static_cast<std::int64_t>(view.notTaken().size()));
    call.output.sentence(app::filled(
        call.tr("Both books are one up to change {0}. The copy brings {1} changes; {2} differences; {3} can't be taken."),
        {std::to_string(view.beginning()), std::to_string(view.news()), std::to_string(view.rows().size()),
         std::to_string(view.notTaken().size())}));
}

/// Differences left open are printed and nothing is written.
void mergeBook(Call& call) {
    app::MergeView view(*call.desk, call.language, call.tr);
    view.read(call.word(0));
    for (const auto& [option, side] : {std::pair("ours", Side::Ours), std::pair("theirs", Side::Theirs)})
        if (call.has(option) && call.value(option) == "all") chooseSide(view, "all", side);
    for (const auto& [option, side] : {std::pair("ours", Side::Ours), std::pair("theirs", Side::Theirs)})
        if (call.has(option) && call.value(option) != "all") chooseSide(view, call.value(option), side);
    if (call.has("preview")) {
        sayDifferences(call, view);
        return printDifferences(call, view);
    }
    if (view.undecided() > 0) {
        call.exit = DIFFERENCES_OPEN;
        sayDifferences(call, view);
        call.output.sentence(call.tr("Choose for every difference with --ours or --theirs. Nothing was taken."));
        return printDifferences(call, view);
    }
    const auto result = view.merge();
    call.output.say("taken", static_cast<std::int64_t>(result.carried.size()));
    call.output.say("decided", static_cast<std::int64_t>(result.decided));
    call.output.say("not_taken", static_cast<std::int64_t>(result.untaken.size()));
    call.output.say("head", store::Book(call.desk->database).headHash());
    call.output.sentence(result.kept ? app::filled(call.tr("Took {0} changes of the copy; {1} differences were decided."),
                                                   {std::to_string(result.carried.size()), std::to_string(result.decided)})
                                     : call.tr("The copy has nothing new. Nothing was changed."));
    if (result.untaken.empty()) return;
    call.exit = NOT_ALL_TAKEN;
    call.output.sentence(app::filled(call.tr("Not taken: {0}. Put right what stands in the way, then merge again."),
                                     {std::to_string(result.untaken.size())}));
    printDifferences(call, view);
}

} // namespace
} // namespace merge_commands

std::vector<Command> mergeCommands() {
    using namespace merge_commands;
    return {
        {"book copy", "", 0, 0, Needs::Actor, "copy the whole book into a file to work in elsewhere; others may go on meanwhile",
         {{"out", "FILE", "the file to make"}}, copyBook},
        {"book merge", "FILE", 1, 1, Needs::Actor,
         "bring a copy's changes back; exit 3 lists differences nobody chose in, exit 1 what could not be taken",
         {{"preview", "", "only show what would be taken and what differs"},
          {"ours", "KEYS", "keep this book's value: all, or keys of the list joined by commas"},
          {"theirs", "KEYS", "take the copy's value"}}, mergeBook},
    };
}

} // namespace fledgling::cli
