#include "ui/mentoring/LogDraft.h"

#include "ui/Text.h"

#include <wx/base64.h>
#include <wx/tokenzr.h>

namespace fledgling::ui {
namespace {

/// Between the parts: what nobody types.
constexpr char PART = '\x1f';
constexpr std::size_t PARTS = 6;

} // namespace

std::string draftText(const domain::LogEntry& draft) {
    std::string skills;
    for (const auto& skill : draft.practised)
        skills += (skills.empty() ? "" : " ") + skill;
    std::string all = draft.day.iso() + PART + std::string(domain::keyOf(draft.how)) + PART + skills;
    for (const auto& words : {draft.wentWell, draft.next, draft.problems})
        all += PART + words;
    // The settings' file reads "$" and "\" in its own way.
    return utf8(wxBase64Encode(all.data(), all.size()));
}

std::optional<domain::LogEntry> draftFrom(const std::string& text, const domain::PersonId& trainee) {
    const wxMemoryBuffer bytes = wxBase64Decode(u8(text));
    const std::string all(static_cast<const char*>(bytes.GetData()), bytes.GetDataLen());
    const auto parts = wxStringTokenize(u8(all), wxString(PART), wxTOKEN_RET_EMPTY_ALL);
    const auto day = parts.size() == PARTS ? domain::Date::parse(utf8(parts[0])) : std::nullopt;
    if (!day) return std::nullopt;
    domain::LogEntry draft;
    draft.trainee = trainee;
    draft.day = *day;
    draft.how = domain::skillLevelOf(utf8(parts[1])).value_or(domain::SkillLevel::None);
    for (const auto& skill : wxStringTokenize(parts[2], " "))
        draft.practised.push_back(utf8(skill));
    draft.wentWell = utf8(parts[3]);
    draft.next = utf8(parts[4]);
    draft.problems = utf8(parts[5]);
    return draft;
}

} // namespace fledgling::ui
