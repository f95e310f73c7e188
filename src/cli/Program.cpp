#include "cli/Program.h"

#include "app/Assets.h"
#include "app/courses/RefusalTitles.h"
#include "app/history/History.h"
#include "app/people/People.h"
#include "cli/Command.h"
#include "cli/Language.h"
#include "domain/Refused.h"
#include "domain/Text.h"

#include <Poco/Util/Option.h>
#include <Poco/Util/OptionException.h>
#include <Poco/Util/OptionProcessor.h>
#include <Poco/Util/OptionSet.h>

#include <cstdlib>

namespace fledgling::cli {

namespace {

constexpr const char* OVERVIEW =
    "fledgling-cli --db FILE|postgresql:... --as PERSON [--json] [--lang zh_CN|en] [--as-of DATE[ HH:MM] | --for-day DATE] COMMAND ...\n\n"
    "  --db     the department: a file, or postgresql:host=... dbname=... (also from FLEDGLING_DB)\n"
    "  --as     who acts: staff number, name or id (also from FLEDGLING_AS)\n"
    "  --as-of  read the book as it was at the end of that day, or at that time; nothing can be written then\n"
    "  --for-day  show that day as it is known today: later corrections count, later events don't; nothing can be\n"
    "             written then\n"
    "  --json   one JSON object: {\"ok\": true, figures..., \"rows\": [...]}, or {\"ok\": false, \"error\", \"message\"};\n"
    "           what was kept is \"change\": N, 0 when it stood so already; --help after a command names its rows' fields\n\n"
    "Exit: 0 kept on disk; 1 refused by a rule; 2 usage; 3 conflict; 4 storage; 5 bad input file.\n\n";

const std::vector<Option> COMMON = {{"db", "WHERE", "the department"},     {"as", "PERSON", "who acts"},
                                    {"json", "", "answer as JSON"},        {"lang", "LANGUAGE", "zh_CN or en"},
                                    {"as-of", "MOMENT", "a past moment"},
                                    {"for-day", "DATE", "a past day as known today"}, {"help", "", "how a command is used"}};

std::string usageOf(const Command& command) {
    std::string text = "fledgling-cli " + command.name + (command.usage.empty() ? "" : " " + command.usage);
    for (const auto& option : command.options)
        text += " [--" + option.name + (option.argument.empty() ? "" : " " + option.argument) + "]" + (option.repeats ? "..." : "");
    text += "\n    " + command.help + "\n";
    for (const auto& option : command.options)
        text += "    --" + option.name + (option.argument.empty() ? "" : " " + option.argument) + "  " + option.help + "\n";
    if (!command.columns.empty()) text += "    --json  \"rows\" with " + domain::joined(command.columns, ", ") + "\n";
    return text;
}

/// Which command the words name: two words, or one.
const Command* commandOf(std::vector<std::string>& words) {
    for (std::size_t length : {2U, 1U}) {
        if (words.size() < length) continue;
        const std::string name = length == 2 ? words[0] + " " + words[1] : words[0];
        for (const auto& command : commands())
            if (command.name == name) {
                words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(length));
                return &command;
            }
    }
    return nullptr;
}

void declare(Poco::Util::OptionSet& set, const std::vector<Option>& options) {
    for (const auto& one : options) {
        if (set.hasOption(one.name)) continue;
        Poco::Util::Option option(one.name, "", one.help, false);
        option.repeatable(true);
        if (!one.argument.empty()) option.argument(one.argument, true);
        set.addOption(option);
    }
}

/// Options may stand anywhere; all commands share one set so that a command's words can be told from values first.
void parse(const std::vector<std::string>& arguments, Call& call) {
    Poco::Util::OptionSet set;
    declare(set, COMMON);
    for (const auto& command : commands()) declare(set, command.options);
    Poco::Util::OptionProcessor processor(set);
    processor.setUnixStyle(true);
    bool onlyWords = false;
    for (const auto& argument : arguments) {
        std::string name, value;
        // A lone "-" and what follows "--" are words; the roll takes "-" for "not marked".
        if (argument == "--" && !onlyWords) {
            onlyWords = true;
            continue;
        }
        if (!onlyWords && argument != "-" && processor.process(argument, name, value)) {
            if (!name.empty()) call.values[name].push_back(value);
        } else
            call.words.push_back(argument);
    }
    processor.checkRequired();
}

void requireFit(const Command& command, const Call& call) {
    if (call.words.size() < command.least || call.words.size() > command.most) throw Usage{usageOf(command)};
    for (const auto& [name, values] : call.values) {
        bool known = false, repeats = false;
        for (const auto* options : {&COMMON, &command.options})
            for (const auto& option : *options)
                if (option.name == name) {
                    known = true;
                    repeats = option.repeats;
                }
        if (!known) throw Usage{"--" + name + " means nothing here.\n" + usageOf(command)};
        if (!repeats && values.size() > 1) throw Usage{"--" + name + " is given twice.\n" + usageOf(command)};
    }
}

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

/// What a command works on: it must outlive whatever the command throws, which may be told with its names.
struct Opened {
    std::unique_ptr<app::Department> department;
    std::optional<app::Desk> desk;
};

void carryOut(const Command& command, Call& call, Opened& opened) {
    auto& [department, desk] = opened;
    if (command.needs != Needs::Nothing) {
        if (call.where.empty()) throw Usage{"which department? give --db.\n" + usageOf(command)};
        department = app::Department::open(call.where);
        call.department = department.get();
    }
    if (command.needs == Needs::Actor) {
        const std::string who = call.actor();
        if (who.empty()) throw Usage{"who acts? give --as.\n" + usageOf(command)};
        desk.emplace(department->deskFor(call.person(who).id));
        if (call.has("as-of")) {
            desk->asOf = store::Book(department->database()).asOf(momentOf(call.value("as-of"), department->clock()));
            call.output.say("as_of_change", desk->asOf);
        }
        if (call.has("for-day")) {
            if (call.has("as-of")) throw Usage{"--as-of and --for-day are two readings of the past: give one of them."};
            const auto day = dateOf(call.value("for-day"));
            if (!(day < desk->today())) throw Usage{"--for-day wants a day before today: " + day.iso()};
            app::lookAtDay(*desk, day);
            call.output.say("for_day", day.iso());
        }
        call.desk = &*desk;
    }
    if (!command.columns.empty()) call.output.table(command.columns);
    command.run(call);
}

struct Failure {
    int exit;
    std::string kind;
    std::string message;
};

/// The terminal's only net.
std::optional<Failure> attempt(Call& call, const std::function<void()>& doing) {
    try {
        doing();
        return std::nullopt;
    } catch (const Usage& usage) {
        return Failure{WrongUsage, "usage", usage.what};
    } catch (const Poco::Util::OptionException& trouble) {
        return Failure{WrongUsage, "usage", trouble.displayText()};
    } catch (const domain::Refused& refused) {
        return Failure{RefusedByRule, "refused",
                       call.desk ? app::sentence(*call.desk, refused, call.language, call.tr) : app::sentence(refused, call.tr)};
    } catch (const store::Conflict& conflict) {
        return Failure{InConflict, "conflict",
                       call.desk ? app::sentence(*call.desk, conflict, call.language, call.tr) : app::sentence(conflict, "–", call.tr)};
    } catch (const store::StoreError& error) {
        return Failure{StorageFailed, "storage", app::sentence(error, call.tr) + (error.details().empty() ? "" : "\n  " + error.details())};
    } catch (const format::FormatError& error) {
        return Failure{BadInput, "input", app::sentence(error, call.tr)};
    } catch (const std::exception& error) {
        return Failure{StorageFailed, "unexpected", error.what()};
    }
}

void printHelp(const std::vector<std::string>& words, std::ostream& out) {
    if (words.empty()) out << OVERVIEW << "Commands (--help after one says more):\n";
    for (const auto& command : commands()) {
        std::string all;
        for (const auto& word : words) all += (all.empty() ? "" : " ") + word;
        if (all.empty())
            out << "  " << command.name << (command.usage.empty() ? "" : " " + command.usage) << "\n";
        else if (command.name == all || command.name.starts_with(all + " "))
            out << usageOf(command);
    }
}

} // namespace

int run(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err) {
    Opened opened;
    Call call;
    call.assets = app::assetsFolder();
    call.courses = coursesFolder();
    call.tr = app::english();
    const auto failure = attempt(call, [&] {
        parse(arguments, call);
        const std::string language = call.value("lang");
        call.tr = speak(language, call.assets);
        call.language = courseLanguage(language);
        call.where = call.value("db", environment("FLEDGLING_DB"));
        if (call.has("help") || call.words.empty()) return printHelp(call.words, out);
        const std::string first = call.words.front();
        const Command* command = commandOf(call.words);
        if (!command) throw Usage{"no such command: " + first + ". fledgling-cli --help lists them."};
        requireFit(*command, call);
        carryOut(*command, call, opened);
        call.has("json") ? call.output.printJson(out) : call.output.printText(out);
    });
    if (!failure) return call.exit;
    if (call.has("json"))
        printJsonError(out, failure->kind, failure->message);
    else
        err << failure->message << '\n';
    return failure->exit;
}

} // namespace fledgling::cli
