#include "app/chats/ChatFiles.h"

#include "app/Record.h"
#include "app/people/People.h"
#include "domain/Refused.h"
#include "domain/Roles.h"
#include "format/FileBytes.h"
#include "store/chats/ChatStore.h"

#include <algorithm>
#include <filesystem>

namespace fledgling::app {

using namespace domain;

namespace {

/// Whose chats a file seems to hold instead: enough to see that it is the wrong one.
constexpr std::ptrdiff_t SAID_OF_OTHERS = 3;

} // namespace

ChatsRead readChats(Desk& desk, const std::string& path, const PersonId& agent, Date day) {
    const auto person = personOf(desk, agent);
    const std::filesystem::path file(std::u8string(path.begin(), path.end()));
    const auto read = format::chatsOf(format::bytesOf(file), path);
    ChatsRead found;
    found.problems = read.problems;
    found.import.agent = agent;
    found.import.day = day;
    found.import.source = format::shown(file.filename());
    for (const auto& [chat, customer] : read.chats) {
        const bool whose = (!person.card.staffNumber.empty() && chat.agent == person.card.staffNumber) ||
                           chat.agent == person.card.name;
        if (!whose || chat.day != day) {
            ++found.others;
            const auto theirs = chat.agent + " · " + chat.day.iso();
            if (std::ssize(found.theirs) <= SAID_OF_OTHERS && std::find(found.theirs.begin(), found.theirs.end(), theirs) == found.theirs.end())
                found.theirs.push_back(theirs);
            continue;
        }
        found.import.chats.push_back(chat);
        if (!customer.empty()) found.import.names.insert(customer);
    }
    return found;
}

store::ChangeNumber importChats(Desk& desk, const ChatsRead& read) {
    const auto& import = read.import;
    std::string lacks;
    for (const auto& problem : read.problems)
        if (problem.fault == format::ChatFault::ColumnMissing) lacks += (lacks.empty() ? "" : " · ") + problem.subject;
    if (!lacks.empty()) throw Refused(Rule::ChatColumnsMissing, {import.source, lacks});
    if (import.chats.empty() && read.others == 0) throw Refused(Rule::NoConversation, {import.source});
    if (import.chats.empty()) {
        std::vector<std::string> said{personOf(desk, import.agent).card.name, import.day.iso(), std::to_string(read.others)};
        said.insert(said.end(), read.theirs.begin(), read.theirs.begin() + std::min(SAID_OF_OTHERS, std::ssize(read.theirs)));
        if (std::ssize(read.theirs) > SAID_OF_OTHERS) said.emplace_back("…");
        throw Refused(Rule::ChatFileEmpty, said);
    }
    return importChats(desk, import);
}

std::string sentence(const format::ChatProblem& problem, const Tongue& tr) {
    using format::ChatFault;
    const auto words = [&] {
        switch (problem.fault) {
        case ChatFault::NoTime: return tr("line {0}: there is no time such as 09:05:30 here ({1})");
        case ChatFault::NoDay: return tr("line {0}: chat {1} says nowhere on which day it was");
        case ChatFault::UnknownSpeaker: return tr("line {0}: who is {1}? Write customer, agent or system");
        case ChatFault::NoAgent: return tr("line {0}: chat {1} doesn't name its agent");
        case ChatFault::LineOutside: return tr("line {0}: this belongs to no chat ({1})");
        case ChatFault::ColumnMissing: return tr("line {0}: the table has no column {1}");
        case ChatFault::EntryIncomplete:
            return tr("entry {0}: a message of chat {1} lacks its time or speaker");
        }
        return std::string();
    }();
    return filled(words, {std::to_string(problem.line), problem.subject});
}

std::vector<OpenAppeal> openAppeals(Desk& desk) {
    if (!seesEverybody(desk.actor))
        throw Refused(Rule::NotYourRight, {std::string(keyOf(Verb::DecideAppeal))});
    store::ChatStore store(desk.database, desk.asOf);
    std::vector<OpenAppeal> found;
    std::set<PersonId> people;
    for (const auto& kept : store.openAppeals()) {
        const auto reading = store.counting(kept.appeal.chat);
        const auto settled = store.settlement(kept.appeal.chat);
        const bool mine = reading && mayDecide(desk.actor, *reading, settled ? &*settled : nullptr);
        people.insert(kept.appeal.chat.agent);
        found.push_back({kept.appeal, "", kept.on, kept.change, mine});
    }
    const auto names = namesOf(desk, people);
    for (auto& one : found)
        one.name = names.at(one.appeal.chat.agent);
    std::stable_sort(found.begin(), found.end(), [](const OpenAppeal& a, const OpenAppeal& b) {
        return std::tie(a.on, a.appeal.chat) < std::tie(b.on, b.appeal.chat);
    });
    return found;
}

} // namespace fledgling::app
