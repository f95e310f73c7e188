#pragma once

#include "app/Words.h"
#include "domain/chats/ChatReview.h"
#include "domain/chats/ChatSample.h"

#include <string>

namespace fledgling::app {

[[nodiscard]] std::string word(domain::AppealState state, const Tongue& tr);
[[nodiscard]] std::string word(domain::LeftOut why, const Tongue& tr);

} // namespace fledgling::app
