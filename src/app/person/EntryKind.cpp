#include "app/person/PersonView.h"

#include <algorithm>
#include <array>

namespace fledgling::app {

namespace {

struct Named {
    EntryKind kind;
    std::string_view key;
};
constexpr std::array KINDS{
    Named{EntryKind::Session, "session"},     Named{EntryKind::Evidence, "evidence"},
    Named{EntryKind::Log, "log"},
    Named{EntryKind::Skill, "skill"},         Named{EntryKind::Quiz, "quiz"},
    Named{EntryKind::Practical, "practical"}, Named{EntryKind::Chats, "chats"},
    Named{EntryKind::Appeal, "appeal"},       Named{EntryKind::Pairing, "pairing"},
    Named{EntryKind::Decision, "decision"},   Named{EntryKind::Signature, "signature"},
    Named{EntryKind::Problem, "problem"},     Named{EntryKind::Leave, "leave"},
    Named{EntryKind::Card, "card"}};

} // namespace

std::string_view keyOf(EntryKind kind) {
    return std::find_if(KINDS.begin(), KINDS.end(), [&](const Named& one) { return one.kind == kind; })->key;
}

std::optional<EntryKind> entryKindOf(std::string_view key) {
    for (const auto& one : KINDS)
        if (one.key == key) return one.kind;
    return std::nullopt;
}

std::vector<EntryKind> allEntryKinds() {
    std::vector<EntryKind> kinds;
    for (const auto& one : KINDS)
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
