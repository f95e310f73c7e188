#pragma once

#include "app/Words.h"
#include "domain/practical/PracticalSheet.h"

#include <string>

namespace fledgling::app {

[[nodiscard]] std::string word(domain::SheetState state, const Tongue& tr);

} // namespace fledgling::app
