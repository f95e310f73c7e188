#pragma once

#include <rapidcheck.h>

namespace fledgling::test {

/// A number in [0, below), full range from the first try on (inRange alone begins with small ones).
inline int any(int below) { return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, below)); }

} // namespace fledgling::test
