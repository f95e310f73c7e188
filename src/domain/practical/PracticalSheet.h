#pragma once

#include "domain/QuizPaper.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fledgling::domain {

/// How far a practical check has come. Two people make it: one marks, somebody else confirms.
enum class SheetState {
    Marking,  ///< items are being marked
    HandedOn, ///< waits for the second person
    SentBack, ///< the second person misses something; the first marks on
    Confirmed ///< its result stands
};
[[nodiscard]] std::string_view keyOf(SheetState state); ///< "marking", "handed-on", "sent-back", "confirmed"
/// Nothing for any other word.
[[nodiscard]] std::optional<SheetState> sheetStateOf(std::string_view key);

/// What was seen of one item.
struct ItemMark {
    int step = 0;         ///< of the assessment's scale, from 0, the worst
    std::string evidence; ///< what was seen: why not better
    friend bool operator==(const ItemMark&, const ItemMark&) = default;
};

/// What is said of one item: nothing said about what was seen leaves the words that stand, unless the item rises to the
/// best step: they said why not better.
struct ItemSeen {
    int step = 0;
    std::optional<std::string> evidence = {};
};

/// One attempt at a practical check. It names the course version: a later one changes nothing of it.
struct PracticalSheet {
    PaperKey key;
    std::string version;
    Date day; ///< on which the trainee did it
    SheetState state = SheetState::Marking;
    PersonId marker;  ///< who marked; nobody else goes on with it
    PersonId decider; ///< who confirmed or sent back last
    std::string note; ///< what was missing, or a word with the confirmation
    std::map<std::string, ItemMark> marks; ///< by item
    [[nodiscard]] bool open() const { return state != SheetState::Confirmed; }
    friend bool operator==(const PracticalSheet&, const PracticalSheet&) = default;
};

/// What a sheet comes to.
struct PracticalOutcome {
    int best = 0;                      ///< items at the best step
    int items = 0;
    std::vector<std::string> unmarked; ///< ids, in the course's order
    std::vector<std::string> critical; ///< critical items marked below the best step
    bool passed = false;               ///< everything marked, enough at the best step, and no critical one below it
    /// Items at the best step in hundred, rounded down.
    [[nodiscard]] int percent() const { return items == 0 ? 0 : best * 100 / items; }
};

/// One critical item below the best step means not yet, whatever the sum.
[[nodiscard]] PracticalOutcome outcomeOf(const Assessment& assessment,
                                         const std::map<std::string, ItemMark>& marks);

/// True below the best of that many steps without a word on what was seen: whoever failed couldn't learn from it.
[[nodiscard]] bool lacksWords(std::size_t steps, const ItemMark& mark);

/// The mark to keep over the one that stands (`before`), with its evidence trimmed. Refused(UnknownItem,
/// StepOutOfRange), and EvidenceMissing naming the item by its id where the mark would lack its words.
[[nodiscard]] ItemMark checkedMark(const Assessment& assessment, const std::string& item, const ItemSeen& seen,
                                   const ItemMark& before = {});

/// Refuses to hand on a sheet with an item unmarked (ItemsUnmarked, their titles in that language), or one that
/// lacks its words (EvidenceMissing): sheets were begun when marks were still kept without.
void requireComplete(const Assessment& assessment, const std::map<std::string, ItemMark>& marks,
                     const std::string& language, const std::string& otherwise);

/// The titles of these items, in their order.
[[nodiscard]] std::vector<std::string> titlesOf(const Assessment& assessment, const std::vector<std::string>& items,
                                                const std::string& language, const std::string& otherwise);

} // namespace fledgling::domain
