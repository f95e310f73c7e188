#include "ui/Now.h"

#include <utility>

namespace fledgling::ui {
namespace {

std::function<app::Clock()>& clockInUse() {
    static std::function<app::Clock()> clock = app::systemClock;
    return clock;
}

} // namespace

app::Clock clockNow() { return clockInUse()(); }

void useClock(std::function<app::Clock()> clock) { clockInUse() = clock ? std::move(clock) : app::systemClock; }

} // namespace fledgling::ui
