#include "app/quiz/BankFiles.h"
#include "cli/Command.h"

namespace fledgling::cli {

namespace {

void tell(Call& call, const app::BankCheck& found) {
    call.output.table({"problem"});
    for (const auto& problem : found.problems)
        call.output.row({placed(problem, call.tr)});
    call.output.say("questions", static_cast<std::int64_t>(found.questions));
    const bool good = !format::hasErrors(found.problems);
    call.output.say("good", good);
    if (!good) call.exit = 1;
}

void check(Call& call) { tell(call, app::checkBank(call.word(0))); }

void convert(Call& call) {
    const auto found = app::convertBank(call.word(0), call.word(1), call.has("force"));
    tell(call, found);
    call.output.sentence(format::hasErrors(found.problems)
                             ? call.tr("The bank has errors: nothing was written.")
                             : app::filled(call.tr("{0} questions written to {1}."),
                                           {std::to_string(found.questions), call.word(1)}));
}

} // namespace

std::vector<Command> bankCommands() {
    return {
        {"quiz check",
         "FILE",
         1,
         1,
         Needs::Nothing,
         "every problem of a bank (GIFT, Moodle XML, Aiken, table); exit 1 when it has errors",
         {},
         check},
        {"quiz convert",
         "FILE TARGET",
         2,
         2,
         Needs::Nothing,
         "write a bank as TARGET's ending says: .gift .xml .csv .xlsx",
         {{"force", "", "replace TARGET"}},
         convert},
    };
}

} // namespace fledgling::cli
