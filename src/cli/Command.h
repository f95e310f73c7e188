#pragma once

#include "app/Department.h"
#include "app/Words.h"
#include "cli/Output.h"
#include "domain/Cohort.h"
#include "domain/Time.h"

#include <charconv>
#include <functional>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace fledgling::cli {

/// The call was not understood; its usage follows. Exit 2.
struct Usage {
    std::string what;
};

/// What a command may take besides its positional arguments.
struct Option {
    std::string name;
    std::string argument; ///< what stands for its value in the help; empty: a flag
    std::string help;
    bool repeats = false;
};

/// What the front door opens before a command runs.
enum class Needs { Nothing, Database, Actor };

/// A call being carried out.
class Call {
public:
    std::vector<std::string> words;                         ///< positional arguments
    std::map<std::string, std::vector<std::string>> values; ///< options
    std::string where;                                      ///< --db
    std::string assets;                                     ///< calendars; courses lie beside them
    std::string courses;
    std::string language;                                   ///< of course texts: "zh-CN" or "en"
    app::Tongue tr;
    app::Department* department = nullptr;
    app::Desk* desk = nullptr;
    Output output;
    int exit = 0;

    [[nodiscard]] const std::string& word(std::size_t index) const { return words.at(index); }
    [[nodiscard]] bool has(const std::string& option) const { return values.contains(option); }
    [[nodiscard]] std::string value(const std::string& option, const std::string& otherwise = "") const;
    [[nodiscard]] const std::vector<std::string>& all(const std::string& option) const;
    /// Throws Usage for anything but YYYY-MM-DD.
    [[nodiscard]] domain::Date date(const std::string& option, domain::Date otherwise) const;
    [[nodiscard]] std::optional<domain::Date> date(const std::string& option) const;
    [[nodiscard]] int number(const std::string& option, int otherwise) const;
    /// The one person meant by id, staff number or name; Usage when several are.
    [[nodiscard]] domain::Person person(const std::string& text) const;

    /// A session by id, or as COHORT/COURSE-SESSION ("Nov-3/d1-am").
    [[nodiscard]] domain::Session session(const std::string& text) const;
    /// Who acts, as --as or the environment names them; empty: nobody is named.
    [[nodiscard]] std::string actor() const;

    /// "Kept as change 12." or, for 0, "Nothing to change."
    void kept(store::ChangeNumber change);
};

/// A problem of a file with its place: "course.yaml:3:5: ...".
[[nodiscard]] std::string placed(const format::Problem& problem, const app::Tongue& tr);

/// The number that `text` is as a whole; nothing for anything else.
template <class Number = int>
[[nodiscard]] std::optional<Number> numberIn(std::string_view text) {
    Number number = 0;
    const char* end = text.data() + text.size();
    const auto [at, trouble] = std::from_chars(text.data(), end, number);
    if (trouble != std::errc() || at != end) return std::nullopt;
    return number;
}
/// The same; throws Usage, which says `what` and the text, for anything but a number.
[[nodiscard]] int numberOf(const std::string& text, const std::string& what = "not a whole number");

/// The id that `text` is, as a list gave it; throws Usage for anything else.
template <class Id>
[[nodiscard]] Id idIn(const std::string& text) {
    try {
        return Id(text);
    } catch (const std::invalid_argument&) {
        throw Usage{"not an id as the lists give them: " + text};
    }
}

/// Dates in arguments. Throws Usage.
[[nodiscard]] domain::Date dateOf(const std::string& text);

/// "2026-11-20" is the end of that day; "2026-11-20 09:30" that minute's end. Throws Usage.
[[nodiscard]] domain::Instant momentOf(const std::string& text, const app::Clock& clock);

struct Command {
    std::string name;  ///< "roll mark"
    std::string usage; ///< positional arguments: "SESSION TRAINEE MARK"
    std::size_t least = 0, most = 0;
    Needs needs = Needs::Actor;
    std::string help;
    std::vector<Option> options;
    std::function<void(Call&)> run;
    /// Of the rows it gives, by name; empty: it gives none, or names them itself while it runs.
    std::vector<std::string> columns = {};
};

/// Every command there is, by noun.
[[nodiscard]] const std::vector<Command>& commands();

[[nodiscard]] std::vector<Command> bookCommands();
[[nodiscard]] std::vector<Command> mergeCommands();
[[nodiscard]] std::vector<Command> courseCommands();
[[nodiscard]] std::vector<Command> peopleCommands();
[[nodiscard]] std::vector<Command> cohortCommands();
[[nodiscard]] std::vector<Command> rollCommands();
[[nodiscard]] std::vector<Command> pairingCommands();
[[nodiscard]] std::vector<Command> mentoringCommands();
[[nodiscard]] std::vector<Command> assessmentCommands();
[[nodiscard]] std::vector<Command> mentorCommands();
[[nodiscard]] std::vector<Command> reportCommands();
[[nodiscard]] std::vector<Command> exportCommands();
[[nodiscard]] std::vector<Command> practicalCommands();
[[nodiscard]] std::vector<Command> quizCommands();
[[nodiscard]] std::vector<Command> bankCommands();
[[nodiscard]] std::vector<Command> chatCommands();
[[nodiscard]] std::vector<Command> readinessCommands();
[[nodiscard]] std::vector<Command> personCommands();
[[nodiscard]] std::vector<Command> evidenceCommands();

} // namespace fledgling::cli
