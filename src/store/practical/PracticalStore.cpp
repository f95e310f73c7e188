#include "store/practical/PracticalStore.h"

#include "store/Among.h"
#include "store/Columns.h"
#include "store/PaperColumns.h"
#include "store/Schema.h"
#include "store/Sql.h"

#include <algorithm>

namespace fledgling::store {

using namespace domain;

namespace {

using Text = std::string;
using Number = std::int64_t;

} // namespace

std::vector<KeptSheet> PracticalStore::sheets(const std::string& condition, const std::vector<Value>& arguments) {
    std::vector<KeptSheet> found;
    for (const auto& [trainee, course, assessment, attempt, version, day, state, marker, decider, note, change, at] :
         sql::read<Text, Text, Text, Text, Text, Text, Text, Text, std::optional<Text>, Text, Number, Number>(
             m_database,
             selectPapers("t.version, t.day, t.state, t.marker, t.decider, t.note, t.change, c.at",
                          "practical_sheet", condition),
             asOfWith(m_asOf, arguments))) {
        KeptSheet kept;
        kept.sheet = {paperKeyOf(trainee, course, assessment, attempt),
                      version,
                      Date::parse(day).value_or(Date()),
                      sheetStateOf(state).value_or(SheetState::Marking),
                      PersonId(marker),
                      idOf<PersonId>(decider),
                      note,
                      {}};
        kept.change = change;
        kept.at = Instant{at};
        found.push_back(std::move(kept));
    }
    return found;
}

std::vector<KeptSheet> PracticalStore::sheetsOf(const std::set<PersonId>& trainees) {
    auto found = among("t.trainee", trainees, [&](const std::string& condition, const std::vector<Value>& arguments) {
        return sheets(condition, arguments);
    });
    addMarks(found, trainees);
    std::sort(found.begin(), found.end(),
              [](const KeptSheet& a, const KeptSheet& b) { return a.sheet.key < b.sheet.key; });
    return found;
}

void PracticalStore::addMarks(std::vector<KeptSheet>& kept, const std::set<PersonId>& trainees) {
    if (kept.empty()) return;
    std::map<PaperKey, KeptSheet*> byKey;
    for (auto& one : kept)
        byKey[one.sheet.key] = &one;
    const auto read = [&](const std::string& condition, const std::vector<Value>& arguments) {
        return sql::read<Text, Text, Text, Text, Text, Number, Text, Number>(
            m_database, selectPapers("t.item, t.step, t.evidence, t.change", "practical_mark", condition),
            asOfWith(m_asOf, arguments));
    };
    for (const auto& [trainee, course, assessment, attempt, item, step, evidence, change] :
         among("t.trainee", trainees, read))
        if (const auto at = byKey.find(paperKeyOf(trainee, course, assessment, attempt)); at != byKey.end()) {
            at->second->sheet.marks[item] = {static_cast<int>(step), evidence};
            at->second->marks[item] = change;
        }
}

std::vector<KeptSheet> PracticalStore::inState(SheetState state) {
    auto found = sheets(" AND t.state = $2", {std::string(keyOf(state))});
    std::set<PersonId> trainees;
    for (const auto& one : found)
        trainees.insert(one.sheet.key.trainee);
    addMarks(found, trainees);
    std::stable_sort(found.begin(), found.end(),
                     [](const KeptSheet& a, const KeptSheet& b) { return a.change < b.change; });
    return found;
}

std::vector<KeptSheet> PracticalStore::waiting() { return inState(SheetState::HandedOn); }

std::vector<KeptSheet> PracticalStore::sentBackTo(const PersonId& marker) {
    auto found = inState(SheetState::SentBack);
    std::erase_if(found, [&](const KeptSheet& one) { return one.sheet.marker != marker; });
    return found;
}

Fact PracticalStore::fact(const PracticalSheet& sheet) {
    return {"practical_sheet",
            columnsOf(sheet.key),
            {sheet.version, sheet.day.iso(), std::string(keyOf(sheet.state)), sheet.marker.text(),
             column(sheet.decider), sheet.note},
            false,
            {}};
}

Fact PracticalStore::fact(const PaperKey& sheet, const std::string& item, const ItemMark& mark) {
    return {"practical_mark", columnsOf(sheet, item), {std::int64_t{mark.step}, mark.evidence}, false, {}};
}

} // namespace fledgling::store
