#include "app/person/PersonView.h"

#include <algorithm>
#include <array>

namespace fledgling::app {

namespace {

struct EntryName {
    EntryKind kind;
    std::string_view key;
};
constexpr std::array ENTRIES{
    EntryName{EntryKind::Session, "session"},     EntryName{EntryKind::Evidence, "evidence"},
    EntryName{EntryKind::Log, "log"},
    EntryName{EntryKind::Skill, "skill"},         EntryName{EntryKind::Quiz, "quiz"},
    EntryName{EntryKind::Practical, "practical"}, EntryName{EntryKind::Chats, "chats"},
    EntryName{EntryKind::Appeal, "appeal"},       EntryName{EntryKind::Pairing, "pairing"},
    EntryName{EntryKind::Decision, "decision"},   EntryName{EntryKind::Signature, "signature"},
    EntryName{EntryKind::Problem, "problem"},     EntryName{EntryKind::Leave, "leave"},
    EntryName{EntryKind::Card, "card"}};

} // namespace

std::string_view keyOf(EntryKind kind) {
    return std::find_if(ENTRIES.begin(), ENTRIES.end(), [&](const EntryName& one) { return one.kind == kind; })->key;
}

std::optional<EntryKind> entryKindOf(std::string_view key) {
    for (const auto& one : ENTRIES)
        if (one.key == key) return one.kind;
    return std::nullopt;
}

std::vector<EntryKind> allEntryKinds() {
    std::vector<EntryKind> kinds;
    for (const auto& one : ENTRIES)
        kinds.push_back(one.kind);
    return kinds;
}

std::string word(EntryKind kind, const Tongue& tr) {
    switch (kind) {
    case EntryKind::Session: return tr("sessions");
    case EntryKind::Evidence: return tr("evidence");
    case EntryKind::Log: return tr("mentor's log");
    case EntryKind::Skill: return tr("skills");
    case EntryKind::Quiz: return tr("quizzes");
    case EntryKind::Practical: return tr("practical checks");
    case EntryKind::Chats: return tr("chat reviews");
    case EntryKind::Appeal: return tr("appeals");
    case EntryKind::Pairing: return tr("pairing");
    case EntryKind::Decision: return tr("decisions");
    case EntryKind::Signature: return tr("signed texts");
    case EntryKind::Problem: return tr("problem log");
    case EntryKind::Leave: return tr("leave");
    case EntryKind::Card: return tr("card and role");
    }
    return {};
}

} // namespace fledgling::app
