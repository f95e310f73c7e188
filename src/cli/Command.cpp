#include "cli/Command.h"

#include "app/cohorts/Cohorts.h"
#include "app/roll/Roll.h"
#include "domain/Refused.h"

#include <cstdlib>

namespace fledgling::cli {

std::string Call::value(const std::string& option, const std::string& otherwise) const {
    const auto it = values.find(option);
    return it == values.end() || it->second.empty() ? otherwise : it->second.back();
}

const std::vector<std::string>& Call::all(const std::string& option) const {
    static const std::vector<std::string> none;
    const auto it = values.find(option);
    return it == values.end() ? none : it->second;
}

int numberOf(const std::string& text, const std::string& what) {
    const auto number = numberIn(text);
    if (!number) throw Usage{what + ": " + text};
    return *number;
}

domain::Date dateOf(const std::string& text) {
    const auto date = domain::Date::parse(text);
    if (!date) throw Usage{"not a date (YYYY-MM-DD): " + text};
    return *date;
}

domain::Instant momentOf(const std::string& text, const app::Clock& clock) {
    const auto date = dateOf(text.substr(0, 10));
    if (text.size() == 10) return {clock.at(date.plusDays(1), domain::TimeOfDay()).ms - 1};
    const auto time = domain::TimeOfDay::parse(text.size() == 16 ? text.substr(11) : "");
    if (!time) throw Usage{"not a moment (YYYY-MM-DD or YYYY-MM-DD HH:MM): " + text};
    return {clock.at(date, *time).ms + 59'999};
}

domain::Date Call::date(const std::string& option, domain::Date otherwise) const { return date(option).value_or(otherwise); }

std::optional<domain::Date> Call::date(const std::string& option) const {
    if (!has(option)) return std::nullopt;
    return dateOf(value(option));
}

int Call::number(const std::string& option, int otherwise) const {
    if (!has(option)) return otherwise;
    return numberOf(value(option), "--" + option + " is no whole number");
}

domain::Person Call::person(const std::string& text) const {
    const auto found = department->find(text);
    if (found.empty()) throw domain::Refused(domain::Rule::Unknown, {text});
    if (found.size() == 1) return found.front();
    std::string who;
    for (const auto& one : found) who += (who.empty() ? "" : ", ") + one.card.name + " " + one.card.staffNumber;
    throw Usage{text + " may be several people: " + who + "; give the staff number"};
}

domain::Session Call::session(const std::string& text) const {
    const auto slash = text.rfind('/');
    if (slash == std::string::npos) {
        if (text.size() != 36) throw Usage{"a session is an id or COHORT/SESSION, such as Nov-3/d1-am: " + text};
        return app::sessionOf(*desk, idIn<domain::SessionId>(text));
    }
    const auto cohort = app::findCohort(*desk, text.substr(0, slash));
    for (const auto& one : app::sessionsOf(*desk, cohort.id))
        if (one.courseSession == text.substr(slash + 1)) return one;
    throw domain::Refused(domain::Rule::NoSuchSession, {text.substr(slash + 1)});
}

std::string Call::actor() const {
    const char* inherited = std::getenv("FLEDGLING_AS");
    return value("as", inherited ? inherited : "");
}

void Call::kept(store::ChangeNumber change) {
    output.say("change", std::int64_t{change});
    output.sentence(change == 0 ? tr("Nothing to change: it stands so already.")
                                : app::filled(tr("Kept as change {0}."), {std::to_string(change)}));
}

const std::vector<Command>& commands() {
    static const std::vector<Command> all = [] {
        std::vector<Command> list;
        for (auto group : {bookCommands(), mergeCommands(), courseCommands(), peopleCommands(), cohortCommands(), rollCommands(), pairingCommands(),
                           mentoringCommands(), assessmentCommands(), practicalCommands(), mentorCommands(), reportCommands(), exportCommands(), quizCommands(), chatCommands(), bankCommands(), readinessCommands(), personCommands(),
                           evidenceCommands()})
            list.insert(list.end(), std::make_move_iterator(group.begin()), std::make_move_iterator(group.end()));
        return list;
    }();
    return all;
}

} // namespace fledgling::cli
