#pragma once

#include "app/Desk.h"
#include "app/Words.h"
#include "format/report/Report.h"

#include <string>

namespace fledgling::app {

/// One page to print and put away after the chain was recomputed: how many changes stand, the head in full, the
/// first bad line if there is one, who verified and when, and what a reader compares it with.
[[nodiscard]] format::Report verificationStatement(Desk& desk, const store::Verification& found, const Tongue& tr);

/// 64 hex digits in groups of eight, as they are read aloud and compared.
[[nodiscard]] std::string grouped(const std::string& hash);

} // namespace fledgling::app
