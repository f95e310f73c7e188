#pragma once

#include "domain/Roster.h"

#include <optional>
#include <string_view>

namespace fledgling::format {

/// What a heading names, and how surely: of two columns for the same field the lower rank wins (a staff
/// number before a user name, a mobile phone before a desk phone).
struct HeadingMeaning {
    domain::RosterField field{};
    int rank = 0;
};

/// Chinese, English and German headings, with those of DingTalk, WeCom, BambooHR, OrangeHRM, ERPNext and
/// Moodle. Bilingual headings (姓名/Name) are understood when their halves agree.
[[nodiscard]] std::optional<HeadingMeaning> meaningOf(std::string_view heading);

/// Columns that a training program must not keep: identity card, bank, password, health, passport, licence,
/// birth, pay, belief and the like.
[[nodiscard]] bool isSensitive(std::string_view heading);

} // namespace fledgling::format
