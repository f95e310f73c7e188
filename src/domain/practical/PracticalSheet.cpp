#include "domain/practical/PracticalSheet.h"

#include "domain/Keys.h"
#include "domain/Refused.h"
#include "domain/Text.h"

#include <algorithm>

namespace fledgling::domain {

namespace {

constexpr Keys<SheetState, 4> SHEET_STATES{{{SheetState::Marking, "marking"},
                                            {SheetState::HandedOn, "handed-on"},
                                            {SheetState::SentBack, "sent-back"},
                                            {SheetState::Confirmed, "confirmed"}}};

int bestStep(const Assessment& assessment) { return static_cast<int>(assessment.scale.size()) - 1; }

} // namespace

std::string_view keyOf(SheetState state) { return SHEET_STATES.key(state); }
std::optional<SheetState> sheetStateOf(std::string_view key) { return SHEET_STATES.value(key); }

PracticalOutcome outcomeOf(const Assessment& assessment, const std::map<std::string, ItemMark>& marks) {
    PracticalOutcome outcome;
    outcome.items = static_cast<int>(assessment.items.size());
    for (const auto& item : assessment.items) {
        const auto found = marks.find(item.id);
        if (found == marks.end())
            outcome.unmarked.push_back(item.id);
        else if (found->second.step >= bestStep(assessment))
            ++outcome.best;
        else if (item.critical)
            outcome.critical.push_back(item.id);
    }
    // In whole items, not in rounded percent: 8 of 11 is 72.7 and misses 73.
    const bool enough = outcome.best * 100 >= assessment.passPercent * outcome.items;
    outcome.passed = outcome.items > 0 && outcome.unmarked.empty() && outcome.critical.empty() && enough;
    return outcome;
}

bool lacksWords(std::size_t steps, const ItemMark& mark) {
    return mark.step + 1 < static_cast<int>(steps) && mark.evidence.empty();
}

ItemMark checkedMark(const Assessment& assessment, const std::string& item, const ItemSeen& seen,
                     const ItemMark& before) {
    const auto known = [&](const PracticalItem& one) { return one.id == item; };
    if (std::none_of(assessment.items.begin(), assessment.items.end(), known))
        throw Refused(Rule::UnknownItem, {item});
    if (seen.step < 0 || seen.step > bestStep(assessment))
        throw Refused(Rule::StepOutOfRange, {"1", std::to_string(assessment.scale.size())});
    const bool mended = before.step < seen.step && seen.step == bestStep(assessment);
    const auto standing = mended ? std::string() : before.evidence;
    ItemMark mark{seen.step, seen.evidence ? note(*seen.evidence, "evidence") : standing};
    if (lacksWords(assessment.scale.size(), mark)) throw Refused(Rule::EvidenceMissing, {item});
    return mark;
}

std::vector<std::string> titlesOf(const Assessment& assessment, const std::vector<std::string>& items,
                                  const std::string& language, const std::string& otherwise) {
    std::vector<std::string> titles;
    for (const auto& item : assessment.items)
        if (std::find(items.begin(), items.end(), item.id) != items.end())
            titles.push_back(item.title.in(language, otherwise));
    return titles;
}

void requireComplete(const Assessment& assessment, const std::map<std::string, ItemMark>& marks,
                     const std::string& language, const std::string& otherwise) {
    if (const auto outcome = outcomeOf(assessment, marks); !outcome.unmarked.empty())
        throw Refused(Rule::ItemsUnmarked, titlesOf(assessment, outcome.unmarked, language, otherwise));
    std::vector<std::string> silent;
    for (const auto& [item, mark] : marks)
        if (lacksWords(assessment.scale.size(), mark)) silent.push_back(item);
    if (!silent.empty())
        throw Refused(Rule::EvidenceMissing, titlesOf(assessment, silent, language, otherwise));
}

} // namespace fledgling::domain
