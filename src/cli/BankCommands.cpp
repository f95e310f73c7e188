#include "app/quiz/BankFiles.h"
#include "app/quiz/QuestionBanks.h"
#include "cli/Command.h"
#include "domain/Roles.h"

namespace fledgling::cli {

namespace bank_commands {
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

void import(Call& call) {
    const std::string into = call.value("into");
    if (into.empty()) throw Usage{"--into is needed: a .gift file of a course folder"};
    const auto found = app::importBank(call.word(0), into,
                                       call.has("append")  ? app::Onto::Append
                                       : call.has("force") ? app::Onto::Replace
                                                           : app::Onto::New);
    tell(call, found);
}

app::BankAt bankOf(Call& call) {
    std::string version = call.value("version");
    if (version.empty())
        for (const auto& one : app::coursesOf(*call.desk))
            if (one.course == call.word(0)) version = one.version;
    return {call.word(0), version, call.word(1)};
}

void exportBank(Call& call) {
    domain::require(call.desk->actor, domain::Verb::EditQuestions);
    const auto found = app::exportBank(app::bankAt(*call.desk, bankOf(call)), call.word(2), call.has("force"));
    tell(call, found);
}

void keep(Call& call) {
    const auto at = bankOf(call);
    const std::string as = call.has("new") ? call.value("new") : app::nextVersion(*call.desk, at.course, at.version);
    auto read = app::readBankFile(call.word(2));
    if (format::hasErrors(read.problems)) return tell(call, {read.bank.drawable(), std::move(read.problems)});
    const auto load = app::keepBank(*call.desk, at, read.bank, as, call.value("why"));
    if (load.refused()) return tell(call, {read.bank.drawable(), load.problems});
    if (load.change != 0) call.output.say("version", load.entry.version);
    call.kept(load.change);
}

} // namespace
} // namespace bank_commands

std::vector<Command> bankCommands() {
    using namespace bank_commands;
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
        {"quiz import",
         "FILE",
         1,
         1,
         Needs::Nothing,
         "write a bank of any kind into a course folder, and check the course with it",
         {{"into", "TARGET", "COURSE_FOLDER/quizzes/NAME.gift"},
          {"append", "", "behind the questions that stand there"},
          {"force", "", "replace TARGET"}},
         import},
        {"quiz export",
         "COURSE BANK TARGET",
         3,
         3,
         Needs::Actor,
         "write a bank of a course in the book (quizzes/NAME.gift) as TARGET's ending says",
         {{"version", "VERSION", "of that version (the newest)"}, {"force", "", "replace TARGET"}},
         exportBank},
        {"quiz keep-bank",
         "COURSE BANK FILE",
         3,
         3,
         Needs::Actor,
         "keep the course as a new version in which FILE's questions are that bank; cohorts keep their version",
         {{"version", "VERSION", "the version it changes (the newest)"},
          {"new", "VERSION", "the new version (the next number)"},
          {"why", "TEXT", "the reason"}},
         keep},
    };
}

} // namespace fledgling::cli
