#pragma once

#include "app/Words.h"
#include "domain/ItemFigures.h"

namespace fledgling::app {

[[nodiscard]] std::string word(domain::ItemFinding finding, const Tongue& tr);

} // namespace fledgling::app
