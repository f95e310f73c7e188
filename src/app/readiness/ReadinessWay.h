#pragma once

#include "app/Words.h"
#include "app/readiness/ReadinessView.h"

#include <string>
#include <vector>

namespace fledgling::app {

/// The shortest way in a few words, steps of one kind together: "make up day 1 afternoon", "sign off 6
/// skills". In the order the kinds first stand in the steps.
[[nodiscard]] std::vector<std::string> wayWords(const std::vector<ReadinessView::Step>& steps,
                                                const Tongue& tr);

/// "day 2 afternoon".
[[nodiscard]] std::string placeWords(const ReadinessView::Place& place, const Tongue& tr);

} // namespace fledgling::app
