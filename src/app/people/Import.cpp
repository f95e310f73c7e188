#include "app/people/Import.h"

#include "app/Keep.h"
#include "store/PeopleStore.h"

#include <filesystem>

namespace fledgling::app {

using namespace domain;
using store::PeopleStore;

void judge(Desk& desk, ImportPreview& preview, const RosterDefaults& defaults) {
    preview.decisions = rosterDecisions(format::rosterRows(preview.sheet), PeopleStore(desk.database).people(), defaults);
    preview.totals = totalsOf(preview.decisions);
}

bool assign(ImportPreview& preview, std::size_t column, std::optional<RosterField> field) {
    return format::assign(preview.sheet, column, field);
}

ImportPreview previewImport(Desk& desk, const std::string& path, const RosterDefaults& defaults) {
    requireMay(desk, Verb::ManagePeople);
    ImportPreview preview{format::readRoster(std::filesystem::u8path(path)), {}, {}};
    judge(desk, preview, defaults);
    return preview;
}

store::ChangeNumber importPeople(Desk& desk, const ImportPreview& preview, const RosterDefaults& defaults, bool updateDiffering) {
    return perform(desk, Verb::ManagePeople, [&] {
        ImportPreview now{preview.sheet, {}, {}};
        judge(desk, now, defaults);
        Deed deed{"import-people", {}, {Topic::People}, "", 0, {}};
        for (auto& decision : now.decisions) {
            const bool fresh = decision.verdict == RosterVerdict::New;
            if (!fresh && !(updateDiffering && decision.verdict == RosterVerdict::Differs)) continue;
            if (fresh) decision.person.id = PersonId(desk.newId());
            // Its cells were judged when they were read; what the file doesn't say stays as it is.
            for (auto& fact : PeopleStore::facts(checked(decision.person, decision.person.card))) deed.facts.push_back(std::move(fact));
        }
        return deed;
    });
}

} // namespace fledgling::app
