#pragma once

#include "app/Words.h"
#include "domain/chats/ChatSample.h"
#include "domain/chats/Fairness.h"
#include "domain/chats/Points.h"
#include "domain/chats/SecondReading.h"

#include <string>

namespace fledgling::app {

/// "the second reading stands", say.
[[nodiscard]] std::string word(domain::Reading stands, const Tongue& tr);
[[nodiscard]] std::string word(domain::AppealState state, const Tongue& tr);
[[nodiscard]] std::string word(domain::LeftOut why, const Tongue& tr);
/// How a reader judges beside the others.
[[nodiscard]] std::string word(const domain::Strictness& of, const Tongue& tr);

/// "13 of 20 read" of a day read in part; empty of a whole one.
[[nodiscard]] std::string partlyRead(const domain::LedgerLine& line, const Tongue& tr);

} // namespace fledgling::app
