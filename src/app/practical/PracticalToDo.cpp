#include "app/practical/PracticalToDo.h"

#include "app/PastDay.h"
#include "app/Record.h"
#include "domain/Roles.h"
#include "store/practical/PracticalStore.h"

namespace fledgling::app {

using namespace domain;

namespace {

void add(Desk& desk, ToDoKind kind, const std::vector<store::KeptSheet>& sheets, std::vector<ToDo>& list) {
    std::set<PersonId> trainees;
    for (const auto& one : sheets)
        trainees.insert(one.sheet.key.trainee);
    const auto names = namesOf(desk, trainees);
    for (const auto& one : sheets) {
        if (isLater(desk, one.sheet.day)) continue;
        const auto& key = one.sheet.key;
        list.push_back(toDo(kind, "practical", key.trainee.text() + " " + key.assessment, names.at(key.trainee),
                            one.sheet.day));
    }
}

} // namespace

std::vector<ToDo> practicalToDo(Desk& desk, Role role) {
    std::vector<ToDo> list;
    if (role == Role::Trainee) return list;
    store::PracticalStore store(desk.database, desk.asOf);
    add(desk, ToDoKind::MendPractical, store.sentBackTo(desk.actor.id), list);
    if (!may({role}, Verb::ConfirmPractical)) return list;
    auto waiting = store.waiting();
    std::erase_if(waiting, [&](const store::KeptSheet& one) { return one.sheet.marker == desk.actor.id; });
    add(desk, ToDoKind::ConfirmPractical, waiting, list);
    return list;
}

} // namespace fledgling::app
