#include "app/practical/PracticalToDo.h"

#include "app/PastDay.h"
#include "app/Record.h"
#include "domain/Roles.h"
#include "store/practical/PracticalStore.h"

namespace fledgling::app {

using namespace domain;

namespace {

std::vector<store::KeptSheet> upToNow(Desk& desk, std::vector<store::KeptSheet> sheets) {
    return withoutLater(desk, std::move(sheets), [](const store::KeptSheet& one) { return one.sheet.day; });
}

std::vector<store::KeptSheet> sentBack(Desk& desk) {
    return upToNow(desk, store::PracticalStore(desk.database, desk.asOf).sentBackTo(desk.actor.id));
}

/// As the second person: nobody confirms the own marks, nor what he or she did.
std::vector<store::KeptSheet> toConfirm(Desk& desk) {
    auto waiting = upToNow(desk, store::PracticalStore(desk.database, desk.asOf).waiting());
    std::erase_if(waiting, [&](const store::KeptSheet& one) {
        return one.sheet.marker == desk.actor.id || one.sheet.key.trainee == desk.actor.id;
    });
    return waiting;
}

void add(Desk& desk, ToDoKind kind, const std::vector<store::KeptSheet>& sheets, std::vector<ToDo>& list) {
    std::set<PersonId> trainees;
    for (const auto& one : sheets)
        trainees.insert(one.sheet.key.trainee);
    const auto names = namesOf(desk, trainees);
    for (const auto& one : sheets) {
        const auto& key = one.sheet.key;
        list.push_back(toDo(kind, "practical", key.trainee.text() + " " + key.assessment, names.at(key.trainee),
                            one.sheet.day));
    }
}

} // namespace

std::vector<ToDo> practicalToDo(Desk& desk, Role role) {
    std::vector<ToDo> list;
    if (role == Role::Trainee) return list;
    add(desk, ToDoKind::MendPractical, sentBack(desk), list);
    if (may({role}, Verb::ConfirmPractical)) add(desk, ToDoKind::ConfirmPractical, toConfirm(desk), list);
    return list;
}

std::vector<store::KeptSheet> waitingPracticals(Desk& desk) {
    auto all = sentBack(desk);
    if (may(desk.actor.roles, Verb::ConfirmPractical))
        for (auto& one : toConfirm(desk))
            all.push_back(std::move(one));
    return all;
}

} // namespace fledgling::app
